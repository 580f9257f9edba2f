//! What exit is told of each way to leave the block.

use core::convert::Infallible;
use core::marker::PhantomData;
use core::ops::ControlFlow;
use core::panic::Location;

use super::Never;
use super::raised::{Describe, Slot};
use super::settle::{Failure, Ruling, Stop, Unfailing};
use crate::error::Missing;
use crate::exception::{Exception, SendException, Traceback};

/// What exit is told of the payload `P` on its way out of the block: a residual, a value, an inner failure.
///
/// Of the error no more is asked here than that it is one: the compiler would ask it again, for whatever lifetime, of an async
/// statement that lends it.
pub trait Told<P>: Sized {
    /// The payload while it is lent to exit.
    type Lent;
    /// What a suppressing verdict `V` makes of it: an empty type where there is no exception to suppress.
    type Resume<V: Ruling>;

    fn lend(self, payload: P) -> Self::Lent;

    /// The payload goes on, or is stopped by the verdict.
    fn rule<V: Ruling>(lent: Self::Lent, verdict: V) -> Ruled<Self, P, V>;
}

/// How [`exit`](crate::ContextManager::exit) is told.
pub trait Tell<P>: Told<P> {
    fn exception(lent: &mut Self::Lent) -> Option<Exception<'_>>;
}

/// How [`aexit`](crate::AsyncContextManager::aexit) is told.
pub trait SendTell<P>: Told<P> {
    fn exception(lent: &mut Self::Lent) -> Option<SendException<'_>>;
}

pub type Ruled<K, P, V> = ControlFlow<Stop<<K as Told<P>>::Resume<V>, <V as Ruling>::Failure>, P>;

/// There is no exception.
pub struct Nothing;

impl Nothing {
    /// There is nothing to have a place.
    #[inline]
    pub fn told_here(self) -> Self {
        self
    }
}

impl<P> Told<P> for Nothing {
    type Lent = P;
    type Resume<V: Ruling> = Infallible;

    #[inline]
    fn lend(self, payload: P) -> P {
        payload
    }

    #[inline]
    fn rule<V: Ruling>(payload: P, verdict: V) -> Ruled<Self, P, V> {
        match verdict.rule() {
            // Where there was no exception the verdict is ignored.
            None | Some(Stop::Suppressed(_)) => ControlFlow::Continue(payload),
            Some(Stop::Failed(failure)) => ControlFlow::Break(Stop::Failed(failure)),
        }
    }
}

impl<P> Tell<P> for Nothing {
    #[inline]
    fn exception(_: &mut P) -> Option<Exception<'_>> {
        None
    }
}

impl<P> SendTell<P> for Nothing {
    #[inline]
    fn exception(_: &mut P) -> Option<SendException<'_>> {
        None
    }
}

/// The exception is raised here; its error is classified as `L`.
pub struct Raised<L> {
    traceback: Traceback,
    label: PhantomData<fn() -> L>,
}

impl<L> Raised<L> {
    #[inline]
    pub(super) fn new() -> Self {
        Raised {
            traceback: Traceback::default(),
            label: PhantomData,
        }
    }

    /// The place of this call is that of the exception.
    #[inline]
    #[track_caller]
    pub fn told_here(self) -> Self {
        Raised {
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

impl<P: Residual, L> Told<P> for Raised<L> {
    type Lent = Slot<P::Error, L>;
    type Resume<V: Ruling> = V::Resume;

    #[inline]
    fn lend(self, payload: P) -> Self::Lent {
        Slot::new(payload.into_error(), self.traceback)
    }

    #[inline]
    #[track_caller]
    fn rule<V: Ruling>(slot: Self::Lent, verdict: V) -> Ruled<Self, P, V> {
        match verdict.rule() {
            None => ControlFlow::Continue(P::from_error(slot.put_back())),
            Some(stop) => ControlFlow::Break(stop),
        }
    }
}

impl<P, L: 'static> Tell<P> for Raised<L>
where
    P: Residual<Error: Describe<L>>,
{
    #[inline]
    fn exception(slot: &mut Self::Lent) -> Option<Exception<'_>> {
        Some(Exception::new(slot))
    }
}

impl<P, L: 'static> SendTell<P> for Raised<L>
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
pub struct Counted<L> {
    traceback: Traceback,
    label: PhantomData<fn() -> L>,
}

impl<L> Counted<L> {
    #[inline]
    pub(super) fn new() -> Self {
        Counted {
            traceback: Traceback::default(),
            label: PhantomData,
        }
    }

    /// The place of this call is that of the exception.
    #[inline]
    #[track_caller]
    pub fn told_here(self) -> Self {
        Counted {
            traceback: Traceback::new(Some(Location::caller())),
            ..self
        }
    }
}

/// A value that may be an exception.
pub trait Countable {
    type Good;
    type Error;

    fn split(self) -> Result<Self::Good, Self::Error>;
    fn join(parts: Result<Self::Good, Self::Error>) -> Self;
}

impl<T, E> Countable for Result<T, E> {
    type Good = T;
    type Error = E;

    #[inline]
    fn split(self) -> Result<T, E> {
        self
    }

    #[inline]
    fn join(parts: Result<T, E>) -> Self {
        parts
    }
}

impl<T> Countable for Option<T> {
    type Good = T;
    type Error = Missing;

    #[inline]
    fn split(self) -> Result<T, Missing> {
        self.ok_or(Missing)
    }

    #[inline]
    fn join(parts: Result<T, Missing>) -> Self {
        parts.ok()
    }
}

impl<P: Countable, L> Told<P> for Counted<L> {
    type Lent = Result<P::Good, Slot<P::Error, L>>;
    type Resume<V: Ruling> = V::Resume;

    #[inline]
    fn lend(self, payload: P) -> Self::Lent {
        payload
            .split()
            .map_err(|error| Slot::new(error, self.traceback))
    }

    #[inline]
    #[track_caller]
    fn rule<V: Ruling>(lent: Self::Lent, verdict: V) -> Ruled<Self, P, V> {
        match (lent, verdict.rule()) {
            (_, Some(Stop::Failed(failure))) => ControlFlow::Break(Stop::Failed(failure)),
            (Ok(good), _) => ControlFlow::Continue(P::join(Ok(good))),
            (Err(_), Some(stop)) => ControlFlow::Break(stop),
            (Err(slot), None) => ControlFlow::Continue(P::join(Err(slot.put_back()))),
        }
    }
}

impl<P, L: 'static> Tell<P> for Counted<L>
where
    P: Countable<Error: Describe<L>>,
{
    #[inline]
    fn exception(lent: &mut Self::Lent) -> Option<Exception<'_>> {
        Some(Exception::new(lent.as_mut().err()?))
    }
}

impl<P, L: 'static> SendTell<P> for Counted<L>
where
    P: Countable<Error: Describe<L> + Send + Sync>,
{
    #[inline]
    fn exception(lent: &mut Self::Lent) -> Option<SendException<'_>> {
        Some(Exception::new(lent.as_mut().err()?))
    }
}
