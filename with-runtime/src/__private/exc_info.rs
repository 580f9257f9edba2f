//! What exit is passed for each way to leave the block.

use core::convert::Infallible;
use core::marker::PhantomData;
use core::ops::ControlFlow;
use core::panic::Location;

use super::evaluate::{Failure, Interrupt, Unfailing, VerdictKind};
use super::never::Never;
use super::raised::{Describe, ErrorSlot};
use super::result_like::ResultLike;
use crate::error::Missing;
use crate::exception::{Exception, SendException, Traceback};

/// What exit is passed of the payload `P` on its way out of the block: a residual, a value, an inner failure.
///
/// Of the error no more is probe here than that it is one: the compiler would ask it again, for whatever lifetime, of an async
/// statement that lends it.
pub trait ExcInfo<P>: Sized {
    /// The payload while it is lent to exit.
    type Lent;
    /// What a suppressing verdict `V` makes of it: an empty type where there is no exception to suppress.
    type Resume<V: VerdictKind>;

    fn lend(self, payload: P) -> Self::Lent;

    /// The payload is carried on, or stopped by the verdict.
    fn rule<V: VerdictKind>(lent: Self::Lent, verdict: V) -> Ruled<Self, P, V>;
}

/// How it is passed to [`exit`](crate::ContextManager::exit).
pub trait Lend<P>: ExcInfo<P> {
    fn exception(lent: &mut Self::Lent) -> Option<Exception<'_>>;
}

/// How it is passed to [`aexit`](crate::AsyncContextManager::aexit).
pub trait LendSend<P>: ExcInfo<P> {
    fn exception(lent: &mut Self::Lent) -> Option<SendException<'_>>;
}

pub type Ruled<K, P, V> =
    ControlFlow<Interrupt<<K as ExcInfo<P>>::Resume<V>, <V as VerdictKind>::Failure>, P>;

/// There is no exception.
pub struct NoException;

impl NoException {
    /// There is nothing to have a place.
    #[inline]
    pub fn raised_here(self) -> Self {
        self
    }
}

impl<P> ExcInfo<P> for NoException {
    type Lent = P;
    type Resume<V: VerdictKind> = Infallible;

    #[inline]
    fn lend(self, payload: P) -> P {
        payload
    }

    #[inline]
    fn rule<V: VerdictKind>(payload: P, verdict: V) -> Ruled<Self, P, V> {
        match verdict.rule() {
            // Where there was no exception the verdict is ignored.
            None | Some(Interrupt::Suppressed(_)) => ControlFlow::Continue(payload),
            Some(Interrupt::Failed(failure)) => ControlFlow::Break(Interrupt::Failed(failure)),
        }
    }
}

impl<P> Lend<P> for NoException {
    #[inline]
    fn exception(_: &mut P) -> Option<Exception<'_>> {
        None
    }
}

impl<P> LendSend<P> for NoException {
    #[inline]
    fn exception(_: &mut P) -> Option<SendException<'_>> {
        None
    }
}

/// The exception is raised here; its error is classified as `L`.
pub struct RaisedError<L> {
    traceback: Traceback,
    label: PhantomData<fn() -> L>,
}

impl<L> RaisedError<L> {
    #[inline]
    pub(super) fn new() -> Self {
        RaisedError {
            traceback: Traceback::default(),
            label: PhantomData,
        }
    }

    /// The place of this call is that of the exception.
    #[inline]
    #[track_caller]
    pub fn raised_here(self) -> Self {
        RaisedError {
            traceback: Traceback::new(Some(Location::caller())),
            ..self
        }
    }
}

/// A payload that is an exception by itself.
pub trait Residual {
    type Error;

    fn into_error(self) -> Self::Error;
    fn from_error(error: Self::Error) -> Self;
}

impl<E> Residual for Result<Never, E> {
    type Error = E;

    #[inline]
    fn into_error(self) -> E {
        match self {
            Err(error) => error,
        }
    }

    #[inline]
    fn from_error(error: E) -> Self {
        Err(error)
    }
}

impl Residual for Option<Never> {
    type Error = Missing;

    #[inline]
    fn into_error(self) -> Missing {
        Missing
    }

    #[inline]
    fn from_error(_: Missing) -> Self {
        None
    }
}

impl<E> Residual for Failure<E> {
    type Error = E;

    #[inline]
    fn into_error(self) -> E {
        self.0
    }

    #[inline]
    fn from_error(error: E) -> Self {
        Failure(error)
    }
}

impl Residual for Unfailing {
    type Error = Infallible;

    fn into_error(self) -> Infallible {
        match self {}
    }

    fn from_error(error: Infallible) -> Self {
        match error {}
    }
}

impl<P: Residual, L> ExcInfo<P> for RaisedError<L> {
    type Lent = ErrorSlot<P::Error, L>;
    type Resume<V: VerdictKind> = V::Resume;

    #[inline]
    fn lend(self, payload: P) -> Self::Lent {
        ErrorSlot::new(payload.into_error(), self.traceback)
    }

    #[inline]
    #[track_caller]
    fn rule<V: VerdictKind>(slot: Self::Lent, verdict: V) -> Ruled<Self, P, V> {
        match verdict.rule() {
            None => ControlFlow::Continue(P::from_error(slot.put_back())),
            Some(stop) => ControlFlow::Break(stop),
        }
    }
}

impl<P, L: 'static> Lend<P> for RaisedError<L>
where
    P: Residual<Error: Describe<L>>,
{
    #[inline]
    fn exception(slot: &mut Self::Lent) -> Option<Exception<'_>> {
        Some(Exception::new(slot))
    }
}

impl<P, L: 'static> LendSend<P> for RaisedError<L>
where
    P: Residual<Error: Describe<L> + Send + Sync>,
{
    #[inline]
    fn exception(slot: &mut Self::Lent) -> Option<SendException<'_>> {
        Some(Exception::new(slot))
    }
}

/// A value counts as an exception if it is an `Err` or `None`: that of a strict manager, or of `bail!`. Its error is
/// classified as `L`.
pub struct StrictValue<L> {
    traceback: Traceback,
    label: PhantomData<fn() -> L>,
}

impl<L> StrictValue<L> {
    #[inline]
    pub(super) fn new() -> Self {
        StrictValue {
            traceback: Traceback::default(),
            label: PhantomData,
        }
    }

    /// The place of this call is that of the exception.
    #[inline]
    #[track_caller]
    pub fn raised_here(self) -> Self {
        StrictValue {
            traceback: Traceback::new(Some(Location::caller())),
            ..self
        }
    }
}

impl<P: ResultLike<L>, L> ExcInfo<P> for StrictValue<L> {
    type Lent = Result<P::Good, ErrorSlot<P::Error, L>>;
    type Resume<V: VerdictKind> = P::Resume<V>;

    #[inline]
    fn lend(self, payload: P) -> Self::Lent {
        payload
            .split()
            .map_err(|error| ErrorSlot::new(error, self.traceback))
    }

    #[inline]
    #[track_caller]
    fn rule<V: VerdictKind>(lent: Self::Lent, verdict: V) -> Ruled<Self, P, V> {
        match (lent, verdict.rule()) {
            (_, Some(Interrupt::Failed(failure))) => ControlFlow::Break(Interrupt::Failed(failure)),
            (Ok(good), _) => ControlFlow::Continue(P::join(Ok(good))),
            (Err(_), Some(Interrupt::Suppressed(resume))) => {
                ControlFlow::Break(Interrupt::Suppressed(P::resume::<V>(resume)))
            }
            (Err(slot), None) => ControlFlow::Continue(P::join(Err(slot.put_back()))),
        }
    }
}

impl<P, L: 'static> Lend<P> for StrictValue<L>
where
    P: ResultLike<L, Error: Describe<L>>,
{
    #[inline]
    fn exception(lent: &mut Self::Lent) -> Option<Exception<'_>> {
        Some(Exception::new(lent.as_mut().err()?))
    }
}

impl<P, L: 'static> LendSend<P> for StrictValue<L>
where
    P: ResultLike<L, Error: Describe<L> + Send + Sync>,
{
    #[inline]
    fn exception(lent: &mut Self::Lent) -> Option<SendException<'_>> {
        Some(Exception::new(lent.as_mut().err()?))
    }
}
