//! Exits called one after another. Each is passed what the ones before it made of the exception.

#[cfg(feature = "std")]
use alloc::boxed::Box;
#[cfg(feature = "std")]
use core::future::poll_fn;
use core::marker::PhantomData;
use core::ops::DerefMut;
#[cfg(feature = "std")]
use core::pin::{Pin, pin};
#[cfg(feature = "std")]
use core::task::{Context, Poll};

use super::failure::{Failed, Pending, SendFailed};
use crate::exception::Exception;
use crate::private::raised::{Interruption, Raised};
use crate::{ExceptionKind, Verdict};

/// The exception as the exits so far leave it. A failure, kept as an `H`, stands for what it
/// replaced.
pub(super) struct Current<'a, R: ?Sized, H> {
    incoming: Option<Exception<'a, R>>,
    failed: Option<H>,
    received: bool,
    suppressed: bool,
}

impl<'a, R: Raised + ?Sized, H> Current<'a, R, H> {
    pub(super) fn new(incoming: Option<Exception<'a, R>>) -> Self {
        Current {
            received: incoming.is_some(),
            incoming,
            failed: None,
            suppressed: false,
        }
    }

    /// What the next exit is passed.
    #[inline]
    pub(super) fn exception<'b, E, T>(&'b mut self) -> Option<Exception<'b, R>>
    where
        H: DerefMut<Target = T>,
        T: Pending<E, R> + ?Sized + 'b,
        E: 'b,
    {
        match &mut self.failed {
            Some(failed) => Some(Exception::new(failed.raised())),
            None => self.incoming.as_mut().map(Exception::reborrow),
        }
    }

    /// What it returned.
    #[inline]
    pub(super) fn apply(&mut self, result: Result<bool, H>) {
        match result {
            Ok(false) => {}
            Ok(true) => {
                self.incoming = None;
                self.failed = None;
                self.suppressed = true;
            }
            Err(failed) => self.failed = Some(failed),
        }
    }

    /// What all of them return.
    pub(super) fn into_result(self) -> Result<bool, H> {
        match self.failed {
            Some(failed) => Err(failed),
            None => Ok(self.received && self.suppressed),
        }
    }
}

/// What becomes of a panic in an exit.
#[derive(Clone, Copy, Debug, Default)]
pub(super) enum Panics {
    /// It unwinds, and the exits to come are passed that.
    #[default]
    Unwind,
    /// It is an exception to the exits to come.
    #[cfg(feature = "std")]
    Raise,
}

/// Calls the exits, each by a call of `exit_next`, which returns `None` when none is left.
#[track_caller]
pub(super) fn exit_all<V: Verdict + 'static>(
    exc: Option<Exception<'_>>,
    panics: Panics,
    exit_next: impl FnMut(Option<Exception<'_>>) -> Option<Result<bool, Failed<V::Error>>>,
) -> V::Answer {
    let mut rest = Rest {
        exit_next,
        done: false,
        failed: PhantomData,
    };
    if exc
        .as_ref()
        .is_some_and(|exc| exc.raised().is_unstoppable())
    {
        return V::propagate(); // The drop is all that is left to do.
    }
    let mut current = Current::new(exc);
    while let Some(result) = match panics {
        Panics::Unwind => (rest.exit_next)(current.exception()),
        #[cfg(feature = "std")]
        Panics::Raise => caught(|| (rest.exit_next)(current.exception())),
    } {
        current.apply(result);
    }
    rest.done = true;
    V::from_result(current.into_result().map_err(Pending::into_error))
}

/// A panic as a failure.
#[cfg(feature = "std")]
fn caught<E: 'static>(
    exit: impl FnOnce() -> Option<Result<bool, Failed<E>>>,
) -> Option<Result<bool, Failed<E>>> {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use crate::private::payload::{Payload, PayloadSlot};

    catch_unwind(AssertUnwindSafe(exit)).unwrap_or_else(|payload| {
        let failed: Failed<E> = Box::new(PayloadSlot::<Payload>::new(payload));
        Some(Err(failed))
    })
}

/// Awaits an exit.
pub(super) async fn exit_one<E: 'static>(
    exit: impl Future<Output = Result<bool, SendFailed<E>>>,
    panics: Panics,
) -> Result<bool, SendFailed<E>> {
    match panics {
        Panics::Unwind => exit.await,
        #[cfg(feature = "std")]
        Panics::Raise => {
            let mut exit = pin!(exit);
            poll_fn(|context| caught_poll(exit.as_mut(), context)).await
        }
    }
}

/// A panic as a failure.
#[cfg(feature = "std")]
fn caught_poll<E: 'static>(
    exit: Pin<&mut impl Future<Output = Result<bool, SendFailed<E>>>>,
    context: &mut Context<'_>,
) -> Poll<Result<bool, SendFailed<E>>> {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use crate::private::payload::{LockedPayload, PayloadSlot};

    catch_unwind(AssertUnwindSafe(|| exit.poll(context))).unwrap_or_else(|payload| {
        let failed: SendFailed<E> = Box::new(PayloadSlot::<LockedPayload>::new(payload));
        Poll::Ready(Err(failed))
    })
}

/// The exits that are left. If an exit panics they are still called, by the drop.
struct Rest<F, E>
where
    F: FnMut(Option<Exception<'_>>) -> Option<Result<bool, Failed<E>>>,
{
    exit_next: F,
    done: bool,
    failed: PhantomData<fn() -> E>,
}

impl<F, E> Drop for Rest<F, E>
where
    F: FnMut(Option<Exception<'_>>) -> Option<Result<bool, Failed<E>>>,
{
    #[inline]
    fn drop(&mut self) {
        if !self.done {
            abandon_all(&mut self.exit_next);
        }
    }
}

/// The same where the block was left half-way, so that nothing the exits return has an effect.
#[cold]
pub(super) fn abandon_all<E>(
    mut exit_next: impl FnMut(Option<Exception<'_>>) -> Option<Result<bool, Failed<E>>>,
) {
    half_way(|kind| {
        let mut raised = Interruption(kind);
        exit_next(Some(Exception::new(&mut raised))).is_some()
    });
}

/// Calls `exit_next` until it returns `false`. Both the block and an exit may have been left by a
/// panic.
#[cfg(feature = "std")]
pub(super) fn half_way(mut exit_next: impl FnMut(ExceptionKind) -> bool) {
    use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
    use std::thread;

    let mut panicked = None;
    loop {
        let unwinding = panicked.is_some() || thread::panicking();
        let kind = if unwinding {
            ExceptionKind::Panic
        } else {
            ExceptionKind::Interrupted
        };
        match catch_unwind(AssertUnwindSafe(|| exit_next(kind))) {
            Ok(true) => {}
            Ok(false) => break,
            // A second panic would abort the process, and so might the drop of its payload.
            Err(payload) if unwinding => core::mem::forget(payload),
            Err(payload) => panicked = Some(payload),
        }
    }
    if let Some(payload) = panicked {
        resume_unwind(payload);
    }
}

#[cfg(not(feature = "std"))]
pub(super) fn half_way(mut exit_next: impl FnMut(ExceptionKind) -> bool) {
    while exit_next(ExceptionKind::Interrupted) {}
}
