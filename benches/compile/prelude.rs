#![allow(unused)]

use std::error::Error;
use std::fmt;

use with_runtime::{ContextManager, Exception, with};

#[derive(Debug)]
pub struct Refused(u64);

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "refused {}", self.0)
    }
}

impl Error for Refused {}

pub struct Failed(Refused);

impl From<Refused> for Failed {
    fn from(refused: Refused) -> Self {
        Failed(refused)
    }
}

pub fn check(number: u64) -> Result<u64, Refused> {
    if number % 2 == 1 { Err(Refused(number)) } else { Ok(number / 2) }
}

pub fn half(number: u64) -> u64 {
    number / 2
}

pub struct Manager;

impl ContextManager for Manager {
    type Value<'a> = u64;
    type Exit = ();

    fn enter(&mut self) -> u64 {
        1
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) {
        drop(exc);
    }
}

pub struct Guard<'m>(Option<&'m mut Manager>);

impl<'m> Guard<'m> {
    fn enter(manager: &'m mut Manager) -> (Self, u64) {
        let value = manager.enter();
        (Guard(Some(manager)), value)
    }

    fn exit(mut self, error: Option<&(dyn Error + 'static)>) {
        drop((self.0.take(), error));
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        drop(self.0.take());
    }
}
