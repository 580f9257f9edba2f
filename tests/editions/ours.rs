//! The programs with `with_runtime::with!`, and managers that say what `plain.rs` says with values.

use std::cell::RefCell;

use with_runtime::{ContextManager, Exception, with};

#[path = "programs.rs"]
#[allow(
    clippy::duplicate_mod,
    reason = "the programs are compiled in two forms"
)]
mod programs;

pub(super) use self::programs::outcomes;

struct Scope;

impl ContextManager for Scope {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

/// Nothing.
fn scope() -> Scope {
    Scope
}

struct Own<T>(Option<T>);

impl<T> ContextManager for Own<T> {
    type Value<'a>
        = T
    where
        Self: 'a;
    type Exit = ();

    fn enter(&mut self) -> T {
        self.0.take().expect("it is entered once")
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

/// The value itself.
fn own<T>(value: T) -> Own<T> {
    Own(Some(value))
}

struct Lend<'r, T: ?Sized>(&'r mut T);

impl<T: ?Sized> ContextManager for Lend<'_, T> {
    type Value<'a>
        = &'a mut T
    where
        Self: 'a;
    type Exit = ();

    fn enter(&mut self) -> &mut T {
        self.0
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

/// The place, borrowed for the block.
fn lend<T: ?Sized>(place: &mut T) -> Lend<'_, T> {
    Lend(place)
}

struct Traced<'a>(&'a RefCell<Vec<&'static str>>);

impl ContextManager for Traced<'_> {
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = ();

    fn enter(&mut self) {
        self.0.borrow_mut().push("enter");
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {
        self.0.borrow_mut().push("exit");
    }
}

/// Writes to the log when the block has been left.
fn traced<'a>(log: &'a RefCell<Vec<&'static str>>) -> Traced<'a> {
    Traced(log)
}
