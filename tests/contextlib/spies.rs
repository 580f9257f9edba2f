//! Managers that write down what happens to them.

use with_runtime::{ContextManager, Exception, Verdict};

use crate::common::Log;
use crate::support::{Fault, given};

/// A manager that owns what it needs, and writes `enter NAME` and `exit NAME: WHAT IT WAS GIVEN`.
/// Its exit returns what `exit` does.
pub(crate) struct Spy<X> {
    name: &'static str,
    log: Log,
    value: u32,
    exit: X,
}

pub(crate) fn spy<V: Verdict<Answer = V>, X: FnMut() -> V>(
    log: &Log,
    name: &'static str,
    exit: X,
) -> Spy<X> {
    Spy {
        name,
        log: log.clone(),
        value: 0,
        exit,
    }
}

impl<V: Verdict<Answer = V>, X: FnMut() -> V> ContextManager for Spy<X> {
    type Value<'a>
        = &'a mut u32
    where
        Self: 'a;
    type Exit = V;

    fn enter(&mut self) -> &mut u32 {
        self.log.note(format!("enter {}", self.name));
        &mut self.value
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> V {
        let given = given(exc.as_ref());
        self.log.note(format!("exit {}: {given}", self.name));
        (self.exit)()
    }
}

/// A manager without a value whose exit is a function.
pub(crate) struct Exits<X>(pub(crate) X);

impl<V: Verdict<Answer = V>, X: FnMut() -> V> ContextManager for Exits<X> {
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = V;

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> V {
        (self.0)()
    }
}

/// What an exit in async code was given. The payload of a panic can't be shared there, but it can
/// be had.
pub(crate) fn given_there(mut exc: Option<Exception<'_>>) -> String {
    let fault = exc.as_mut().and_then(|exc| exc.downcast_mut::<Fault>());
    match fault.map(|fault| fault.0) {
        Some(name) => {
            let kind = exc.map(|exc| format!("{:?}", exc.kind()).to_lowercase());
            format!("{} {name}", kind.unwrap_or_default())
        }
        None => given(exc.as_ref()),
    }
}
