//! Four managers, one for each verdict, and one that can't always be entered.

use with_runtime::{ContextManager, Exception};

/// `()`: may neither suppress nor fail.
#[derive(Debug)]
pub struct Guard;

impl ContextManager for Guard {
    type Value<'a> = &'a u32;
    type Exit = ();

    fn enter(&mut self) -> &u32 {
        &1
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

/// `bool`: suppresses everything.
#[derive(Debug)]
pub struct Suppress;

impl ContextManager for Suppress {
    type Value<'a> = ();
    type Exit = bool;

    fn enter(&mut self) {}

    fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
        exc.is_some()
    }
}

/// `Result<(), E>`: may fail.
#[derive(Debug)]
pub struct Commit;

impl ContextManager for Commit {
    type Value<'a> = Box<u32>;
    type Exit = Result<(), String>;

    fn enter(&mut self) -> Box<u32> {
        Box::new(0)
    }

    fn exit(&mut self, _: Option<Exception<'_>>) -> Result<(), String> {
        Ok(())
    }
}

/// Its `enter` may fail.
#[derive(Debug)]
pub struct Connect;

impl ContextManager for Connect {
    type Value<'a> = Result<u32, String>;
    type Exit = ();

    fn enter(&mut self) -> Result<u32, String> {
        Ok(1)
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}
