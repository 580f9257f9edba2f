//! How an async exit is given an error that can't be sent to another thread: by what can be said of it.

#[cfg(feature = "alloc")]
use alloc::{
    format,
    string::{String, ToString},
};
use core::fmt;

use super::evaluate::VerdictKind;
use super::exc_info::{self, ExcInfo, Lend, LendSend, Ruled, StrictValue};
use super::raised::Raised;
#[cfg(feature = "alloc")]
use super::raised::Said;
use crate::ExceptionKind;
use crate::exception::{Exception, SendException, Traceback};

/// The exception isn't lent itself, but described.
pub struct Summarized<K>(K);

impl<L> Summarized<exc_info::RaisedError<L>> {
    #[inline]
    pub(super) fn new() -> Self {
        Summarized(exc_info::RaisedError::new())
    }

    /// The place of this call is that of the exception.
    #[inline]
    #[track_caller]
    pub fn raised_here(self) -> Self {
        Summarized(self.0.raised_here())
    }
}

impl<L> Summarized<StrictValue<L>> {
    #[inline]
    pub(super) fn new() -> Self {
        Summarized(StrictValue::new())
    }

    /// The place of this call is that of the exception.
    #[inline]
    #[track_caller]
    pub fn raised_here(self) -> Self {
        Summarized(self.0.raised_here())
    }
}

impl<P, K: ExcInfo<P>> ExcInfo<P> for Summarized<K> {
    type Lent = (K::Lent, Option<Summary>);
    type Resume<V: VerdictKind> = K::Resume<V>;

    #[inline]
    fn lend(self, payload: P) -> Self::Lent {
        (self.0.lend(payload), None)
    }

    #[inline]
    #[track_caller]
    fn rule<V: VerdictKind>((lent, _): Self::Lent, verdict: V) -> Ruled<Self, P, V> {
        K::rule(lent, verdict)
    }
}

impl<P, K: Lend<P>> LendSend<P> for Summarized<K> {
    fn exception((lent, description): &mut Self::Lent) -> Option<SendException<'_>> {
        let exc = K::exception(lent)?;
        Some(Exception::new(
            description.insert(Summary::of(exc.raised())),
        ))
    }
}

/// What can be said of an exception, apart from it.
pub struct Summary {
    kind: ExceptionKind,
    type_name: &'static str,
    traceback: Traceback,
    #[cfg(feature = "alloc")]
    display: String,
    #[cfg(feature = "alloc")]
    debug: String,
}

impl Summary {
    fn of(raised: &dyn Raised) -> Self {
        Summary {
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

impl Raised for Summary {
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
