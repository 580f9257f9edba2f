//! Which of the ways to tell exit fits, found out by the types at hand.
//!
//! The expansion asks `probe.told_kind()`. Method lookup takes the first [`Level`] whose impl holds for the types at hand
//! and passes over those whose bounds fail: what autoref specialisation does with traits, here with inherent
//! methods, so that no trait has to be in scope in the user's block.

use core::convert::Infallible;
use core::error::Error;
use core::fmt::{Debug, Display};
use core::marker::PhantomData;
use core::ops::{ControlFlow, Deref};

use super::lookup::{Neither, Nobody};
use super::raised::{AsError, AsRefError, DebugOnly, Describe, Opaque, Text};
use super::settle::{Failure, Ruling, Unfailing};
use super::told::{Countable, Counted, Nothing, Raised, Residual};
use crate::{ContextManager, Strict};

/// An error type whose label `L` the compiler may infer after the fact, once the type is known: it has no other.
#[diagnostic::on_unimplemented(
    message = "the type of this error, `{Self}`, is told too late",
    label = "raised here, before it is known what it raises",
    note = "it doesn't implement `Error`, so its type must be known where it is raised: `text.parse::<T>()?`"
)]
pub trait Classify<L>: Describe<L> {}

#[diagnostic::do_not_recommend]
impl<E: Error + 'static> Classify<AsError> for E {}
#[diagnostic::do_not_recommend]
impl Classify<Text> for &'static str {}
#[diagnostic::do_not_recommend]
impl Classify<DebugOnly> for () {}

/// With only the impl for errors to choose from, the compiler would conclude that it is meant, and report another mistake.
#[diagnostic::do_not_recommend]
impl<E: Nobody + 'static> Classify<Neither> for E {}

impl<E: Nobody + 'static> Describe<Neither> for E {}

#[cfg(feature = "alloc")]
mod with_alloc {
    use alloc::borrow::Cow;
    use alloc::boxed::Box;
    use alloc::string::String;
    use core::error::Error;

    use super::super::raised::{Boxed, Text};
    use super::Classify;

    #[diagnostic::do_not_recommend]
    impl Classify<Boxed> for Box<dyn Error> {}
    #[diagnostic::do_not_recommend]
    impl Classify<Boxed> for Box<dyn Error + Send> {}
    #[diagnostic::do_not_recommend]
    impl Classify<Boxed> for Box<dyn Error + Send + Sync> {}
    #[diagnostic::do_not_recommend]
    impl Classify<Text> for String {}
    #[diagnostic::do_not_recommend]
    impl Classify<Text> for Cow<'static, str> {}
}

/// The `N`th question about `W`, whose error is to be labelled `L`.
pub struct Level<const N: usize, W, L>(PhantomData<fn() -> (W, L)>);

macro_rules! levels {
    ($($this:literal -> $next:literal)*) => {$(
        impl<W, L> Deref for Level<$this, W, L> {
            type Target = Level<$next, W, L>;

            #[inline]
            fn deref(&self) -> &Self::Target {
                &Level(PhantomData)
            }
        }
    )*};
}

levels! { 0 -> 1 1 -> 2 2 -> 3 3 -> 4 4 -> 5 }

/// An exception with an error of type `E`.
pub struct Exceptional<E>(PhantomData<fn() -> E>);

/// What leaves the block by `?` and is no exception.
pub struct Unexceptional;

/// A value of type `P` that leaves the block of an `M`.
pub struct Leaving<M, P>(PhantomData<fn() -> (M, P)>);

/// A value of type `P` that `bail!` returns.
pub struct Bailing<P>(PhantomData<fn() -> P>);

/// What `?` takes out of the block, or the failure of an inner exit.
pub trait Payload {
    type What;
}

impl<E> Payload for Result<Infallible, E> {
    type What = Exceptional<E>;
}

impl Payload for Option<Infallible> {
    type What = Exceptional<<Self as Residual>::Error>;
}

impl<B> Payload for ControlFlow<B, Infallible> {
    type What = Unexceptional;
}

impl<E> Payload for Failure<E> {
    type What = Exceptional<E>;
}

impl Payload for Unfailing {
    type What = Exceptional<Infallible>;
}

#[inline]
pub(super) fn raised<P: Payload, L>(_: &P) -> Level<0, P::What, L> {
    Level(PhantomData)
}

#[inline]
pub(super) fn left<M, P, L>(_: &P) -> Level<0, Leaving<M, P>, L> {
    Level(PhantomData)
}

#[inline]
pub(super) fn bailed<P, L>(_: &P) -> Level<0, Bailing<P>, L> {
    Level(PhantomData)
}

impl Level<0, Unexceptional, Opaque> {
    #[inline]
    pub fn told_kind(&self) -> Nothing {
        Nothing
    }
}

impl<E: Classify<L>, L> Level<0, Exceptional<E>, L> {
    #[inline]
    pub fn told_kind(&self) -> Raised<L> {
        Raised::new()
    }
}

impl<M: Strict, P: Countable, L> Level<0, Leaving<M, P>, L>
where
    P::Error: Classify<L>,
{
    #[inline]
    pub fn told_kind(&self) -> Counted<L> {
        Counted::new()
    }
}

impl<P: Countable, L> Level<0, Bailing<P>, L>
where
    P::Error: Classify<L>,
{
    #[inline]
    pub fn told_kind(&self) -> Counted<L> {
        Counted::new()
    }
}

macro_rules! label {
    ($($level:literal: $Bound:path => $Label:ident;)*) => {$(
        impl<E: $Bound> Level<$level, Exceptional<E>, $Label> {
            #[inline]
            pub fn told_kind(&self) -> Raised<$Label> {
                Raised::new()
            }
        }

        impl<M: Strict, P: Countable> Level<$level, Leaving<M, P>, $Label>
        where
            P::Error: $Bound,
        {
            #[inline]
            pub fn told_kind(&self) -> Counted<$Label> {
                Counted::new()
            }
        }

        impl<P: Countable> Level<$level, Bailing<P>, $Label>
        where
            P::Error: $Bound,
        {
            #[inline]
            pub fn told_kind(&self) -> Counted<$Label> {
                Counted::new()
            }
        }
    )*};
}

label! {
    1: AsRef<dyn Error> => AsRefError;
    2: Display => Text;
    3: Debug => DebugOnly;
    4: Sized => Opaque;
}

impl<M, P> Level<5, Leaving<M, P>, Opaque> {
    #[inline]
    pub fn told_kind(&self) -> Nothing {
        Nothing
    }
}

/// What a macro that raises returns.
#[diagnostic::on_unimplemented(
    message = "this macro is taken for one that returns an error, by its name",
    label = "expected it to return an `Err` or `None`",
    note = "`bail!`, `ensure!` and `whatever!` of anyhow, eyre, miette and snafu raise in a `with!` block; give a macro of yours another name"
)]
pub trait Returned {}

#[diagnostic::do_not_recommend]
impl<P: Countable> Returned for P {}

impl<P> Level<5, Bailing<P>, Opaque> {
    pub fn told_kind(&self) -> Nothing
    where
        P: Returned,
    {
        Nothing
    }
}

/// A value of type `P` at the end of the block of an `M`.
pub struct Ending<M, P, L>(PhantomData<fn() -> (M, P, L)>);

#[inline]
pub(super) fn ended<M, P, L>(_: &P) -> Ending<M, P, L> {
    Ending(PhantomData)
}

/// A verdict that may suppress the exception.
pub trait MaySuppress {}

impl<V: Ruling<Resume = ()>> MaySuppress for V {}

/// Behind a suppressed exception there is no value, so a type not known so far is `()`.
impl<M: ContextManager<Exit: MaySuppress>> Ending<M, (), Opaque> {
    #[inline]
    pub fn told_kind(&self) -> Nothing {
        Nothing
    }
}

impl<M, P, L> Deref for Ending<M, P, L> {
    type Target = Level<0, Leaving<M, P>, L>;

    #[inline]
    fn deref(&self) -> &Self::Target {
        &Level(PhantomData)
    }
}
