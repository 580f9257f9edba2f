//! The failure of an exit, kept for the exits to come: to them it is an exception.

use alloc::boxed::Box;
use core::convert::Infallible;

use crate::exception::Traceback;
use crate::exception::raisable::Raisable;
#[cfg(feature = "std")]
use crate::private::payload::{LockedPayload, Payload, PayloadSlot};
use crate::private::raised::{AsError, Describe, ErrorSlot, Raised, SendRaised};
use crate::{Strict, Verdict};

/// The verdict of a manager that is one of several whose verdict is `V`: what it may do, so may
/// they, and what it fails with converts into their error by `From`.
///
/// `L` is that of [`Raisable`].
#[diagnostic::on_unimplemented(
    message = "the verdict `{Self}` can't be part of the verdict `{V}`",
    label = "this context manager may suppress or fail, and the one around it may not, or fails with another error",
    note = "the exits of an `ExitStack::fallible()` may fail, those of an `ExitStack::suppressing()` may suppress, and those of an `ExitStack::fallible_suppressing()` may do both",
    note = "a failure is converted by `From`"
)]
pub trait FitsIn<V: Verdict, L>: Verdict<Error: Raisable<L>> {
    #[doc(hidden)]
    fn convert(error: Self::Error) -> V::Error;
}

#[diagnostic::do_not_recommend]
impl<V: Verdict> FitsIn<V, AsError> for () {
    fn convert(never: Infallible) -> V::Error {
        match never {}
    }
}

#[diagnostic::do_not_recommend]
impl FitsIn<bool, AsError> for bool {
    fn convert(never: Infallible) -> Infallible {
        never
    }
}

#[diagnostic::do_not_recommend]
impl<E> FitsIn<Result<bool, E>, AsError> for bool {
    fn convert(never: Infallible) -> E {
        match never {}
    }
}

#[diagnostic::do_not_recommend]
impl<F: Raisable<L>, L, E: From<F>> FitsIn<Result<(), E>, L> for Result<(), F> {
    fn convert(error: F) -> E {
        error.into()
    }
}

#[diagnostic::do_not_recommend]
impl<F: Raisable<L>, L, E: From<F>> FitsIn<Result<bool, E>, L> for Result<(), F> {
    fn convert(error: F) -> E {
        error.into()
    }
}

#[diagnostic::do_not_recommend]
impl<F: Raisable<L>, L, E: From<F>> FitsIn<Result<bool, E>, L> for Result<bool, F> {
    fn convert(error: F) -> E {
        error.into()
    }
}

#[diagnostic::do_not_recommend]
impl<W: FitsIn<V, L>, V: Verdict, L> FitsIn<V, L> for Strict<W> {
    fn convert(error: W::Error) -> V::Error {
        W::convert(error)
    }
}

/// A failure that becomes an `E` if no exit stops it. Until then the exits are passed an `R`.
pub trait Pending<E, R: ?Sized> {
    fn raised(&mut self) -> &mut R;
    fn into_error(self: Box<Self>) -> E;
}

/// In plain code.
pub(super) type Failed<E> = Box<dyn Pending<E, dyn Raised>>;

/// In code that can be sent to another thread.
pub(super) type SendFailed<E> = Box<dyn Pending<E, dyn SendRaised> + Send + Sync>;

/// The error as it was raised.
struct Failure<F, L, E> {
    slot: ErrorSlot<F, L>,
    convert: fn(F) -> E,
}

impl<F: Describe<L>, L: 'static, E> Pending<E, dyn Raised> for Failure<F, L, E> {
    fn raised(&mut self) -> &mut (dyn Raised + 'static) {
        &mut self.slot
    }

    #[track_caller]
    fn into_error(self: Box<Self>) -> E {
        (self.convert)(self.slot.put_back())
    }
}

impl<F: Describe<L> + Send + Sync, L: 'static, E> Pending<E, dyn SendRaised> for Failure<F, L, E> {
    fn raised(&mut self) -> &mut (dyn SendRaised + 'static) {
        &mut self.slot
    }

    #[track_caller]
    fn into_error(self: Box<Self>) -> E {
        (self.convert)(self.slot.put_back())
    }
}

/// A panic, which resumes.
#[cfg(feature = "std")]
impl<E> Pending<E, dyn Raised> for PayloadSlot<Payload> {
    fn raised(&mut self) -> &mut (dyn Raised + 'static) {
        self
    }

    #[track_caller]
    fn into_error(self: Box<Self>) -> E {
        std::panic::resume_unwind(self.put_back())
    }
}

#[cfg(feature = "std")]
impl<E> Pending<E, dyn SendRaised> for PayloadSlot<LockedPayload> {
    fn raised(&mut self) -> &mut (dyn SendRaised + 'static) {
        self
    }

    #[track_caller]
    fn into_error(self: Box<Self>) -> E {
        std::panic::resume_unwind(self.put_back())
    }
}

pub(super) fn failed<F, L, E: 'static>(
    error: F,
    traceback: Traceback,
    convert: fn(F) -> E,
) -> Failed<E>
where
    F: Raisable<L>,
    L: 'static,
{
    Box::new(Failure {
        slot: ErrorSlot::<F, L>::new(error, traceback),
        convert,
    })
}

pub(super) fn send_failed<F, L, E: 'static>(
    error: F,
    traceback: Traceback,
    convert: fn(F) -> E,
) -> SendFailed<E>
where
    F: Raisable<L> + Send + Sync,
    L: 'static,
{
    Box::new(Failure {
        slot: ErrorSlot::<F, L>::new(error, traceback),
        convert,
    })
}
