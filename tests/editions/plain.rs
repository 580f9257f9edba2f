//! The programs with a `with!` that is a plain block.

use std::cell::RefCell;

#[path = "programs.rs"]
#[allow(
    clippy::duplicate_mod,
    reason = "the programs are compiled in two forms"
)]
mod programs;

pub(super) use self::programs::outcomes;

macro_rules! with {
    ($manager:ident $arguments:tt as $pat:pat => $block:block) => {{
        let $pat = $manager $arguments;
        $block
    }};
    ($manager:ident $arguments:tt => $block:block) => {{
        let _manager = $manager $arguments;
        $block
    }};
    ($manager:ident $arguments:tt as $pat:pat, $block:block) => {
        with!($manager $arguments as $pat => $block)
    };
    ($manager:ident $arguments:tt, $block:block) => {
        with!($manager $arguments => $block)
    };
    ($manager:ident $arguments:tt as $pat:pat, $($statement:tt)+) => {{
        let $pat = $manager $arguments;
        with!($($statement)+)
    }};
    ($manager:ident $arguments:tt, $($statement:tt)+) => {{
        let _manager = $manager $arguments;
        with!($($statement)+)
    }};
}
use with;

struct Scope;

/// Nothing.
fn scope() -> Scope {
    Scope
}

/// The value itself.
fn own<T>(value: T) -> T {
    value
}

/// The place, borrowed for the block.
fn lend<T: ?Sized>(place: &mut T) -> &mut T {
    place
}

struct Traced<'a>(&'a RefCell<Vec<&'static str>>);

impl Drop for Traced<'_> {
    fn drop(&mut self) {
        self.0.borrow_mut().push("exit");
    }
}

/// Writes to the log when the block has been left.
fn traced<'a>(log: &'a RefCell<Vec<&'static str>>) -> Traced<'a> {
    log.borrow_mut().push("enter");
    Traced(log)
}
