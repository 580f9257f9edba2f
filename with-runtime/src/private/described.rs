//! How an async exit is told of an error that can't be sent to another thread: by what can be said of it.

#[cfg(feature = "alloc")]
use alloc::{
    format,
    string::{String, ToString},
};
use core::fmt;

use super::raised::Raised;
#[cfg(feature = "alloc")]
use super::raised::Said;
use super::settle::Ruling;
use super::told::{self, Counted, Ruled, SendTell, Tell, Told};
use crate::ExceptionKind;
use crate::exception::{Exception, SendException, Traceback};

/// The exception isn't lent itself, but described.
pub struct Described<K>(K);

impl<L> Described<told::Raised<L>> {
    #[inline]
    pub(super) fn new() -> Self {
        Described(told::Raised::new())
    }

    /// The place of this call is that of the exception.
    #[inline]
    #[track_caller]
    pub fn told_here(self) -> Self {
        Described(self.0.told_here())
    }
}

impl<L> Described<Counted<L>> {
    #[inline]
    pub(super) fn new() -> Self {
        Described(Counted::new())
    }

    /// The place of this call is that of the exception.
    #[inline]
    #[track_caller]
    pub fn told_here(self) -> Self {
        Described(self.0.told_here())
    }
}

impl<P, K: Told<P>> Told<P> for Described<K> {
    type Lent = (K::Lent, Option<Description>);
    type Resume<V: Ruling> = K::Resume<V>;

    #[inline]
    fn lend(self, payload: P) -> Self::Lent {
        (self.0.lend(payload), None)
    }

    #[inline]
    #[track_caller]
    fn rule<V: Ruling>((lent, _): Self::Lent, verdict: V) -> Ruled<Self, P, V> {
        K::rule(lent, verdict)
    }
}

impl<P, K: Tell<P>> SendTell<P> for Described<K> {
    fn exception((lent, description): &mut Self::Lent) -> Option<SendException<'_>> {
        let exc = K::exception(lent)?;
        Some(Exception::new(
            description.insert(Description::of(exc.raised())),
        ))
    }
}

/// What can be said of an exception, apart from it.
pub struct Description {
    kind: ExceptionKind,
    type_name: &'static str,
    traceback: Traceback,
    #[cfg(feature = "alloc")]
    display: String,
    #[cfg(feature = "alloc")]
    debug: String,
}

impl Description {
    fn of(raised: &dyn Raised) -> Self {
        Description {
            kind: raised.kind(),
            type_name: raised.type_name(),
            traceback: raised.traceback(),
            #[cfg(feature = "alloc")]
            display: Said(raised).to_string(),
            #[cfg(feature = "alloc")]
            debug: format!("{:?}", Said(raised)),
        }
    }
}

impl Raised for Description {
    fn kind(&self) -> ExceptionKind {
        self.kind
    }

    fn type_name(&self) -> &'static str {
        self.type_name
    }

    fn traceback(&self) -> Traceback {
        self.traceback
    }

    fn display(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(feature = "alloc")]
        return f.write_str(&self.display);
        #[cfg(not(feature = "alloc"))]
        f.write_str(self.type_name)
    }

    #[cfg(feature = "alloc")]
    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.debug)
    }
}
