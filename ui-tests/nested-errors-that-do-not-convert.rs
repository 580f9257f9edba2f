use std::{fmt, io};

use with_runtime::contextlib::nested;
use with_runtime::{ContextManager, Exception, with};

struct Fails<E>(fn() -> E);

impl<E> ContextManager for Fails<E> {
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = Result<(), E>;

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> Result<(), E> {
        Err((self.0)())
    }
}

fn main() {
    let outer = Fails(|| fmt::Error);
    let inner = Fails(|| io::Error::other("no"));
    let _ = with!(nested((outer, inner)) => {});
}
