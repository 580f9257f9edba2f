//! Which of the ways to tell exit fits, found out by the types at hand.
//!
//! The expansion asks `probe.classify_exc()`. Method lookup takes the first level whose impl holds for the types at hand
//! and passes over those whose bounds fail: what autoref specialisation does with traits, here with inherent
//! methods, so that no trait has to be in scope in the user's block.

use core::convert::Infallible;
use core::error::Error;
use core::fmt::{Debug, Display};
use core::marker::PhantomData;
use core::ops::{ControlFlow, Deref};

use super::classify::Classify;
use super::evaluate::{Failure, Unfailing, VerdictKind};
use super::exc_info::{NoException, RaisedError, Residual, StrictValue};
use super::markers::{Asynchronous, Blocking};
use super::never::Never;
#[cfg(feature = "std")]
use super::payload::{LockedPayload, Panicked, Panicking, Payload, Unwound};
use super::raised::{AsRefError, DebugOnly, Opaque, Text};
use super::result_like::ResultLike;
use super::summary::Summarized;

/// The first questions of a protocol: about what is raised, and about a value that counts if it is an `Err` or `None`. The error is
/// to be labelled `L`.
pub trait Probes {
    type Raised<W, L>: Probe;
    type StrictValue<T, L>: Probe;
}

pub trait Probe {
    fn probe() -> Self;

    fn lent<'a>() -> &'a Self
    where
        Self: 'a;
}

/// The two questions are types of their own, as method lookup looks at all impls of a type.
macro_rules! levels {
    ($Level:ident [$($this:literal -> $next:literal)*]) => {
        /// The `N`th question about `W`, whose error is to be labelled `L`.
        pub struct $Level<const N: usize, W, L>(PhantomData<fn() -> (W, L)>);

        impl<W, L> Probe for $Level<0, W, L> {
            #[inline]
            fn probe() -> Self {
                $Level(PhantomData)
            }

            #[inline]
            fn lent<'a>() -> &'a Self
            where
                Self: 'a,
            {
                &$Level(PhantomData)
            }
        }

        $(
            impl<W, L> Deref for $Level<$this, W, L> {
                type Target = $Level<$next, W, L>;

                #[inline]
                fn deref(&self) -> &Self::Target {
                    &$Level(PhantomData)
                }
            }
        )*
    };
}

macro_rules! questions {
    ($($P:ident: $Raising:ident $Counting:ident $levels:tt;)*) => {$(
        levels!($Raising $levels);
        levels!($Counting $levels);

        impl Probes for $P {
            type Raised<W, L> = $Raising<0, W, L>;
            type StrictValue<T, L> = $Counting<0, T, L>;
        }

        impl $Raising<0, Unexceptional, Opaque> {
            #[inline]
            pub fn classify_exc(&self) -> NoException {
                NoException
            }
        }

        impl<V: MaySuppress> AtEnd<V, (), $Counting<0, (), Opaque>> {
            #[inline]
            pub fn classify_exc(&self) -> NoException {
                NoException
            }
        }
    )*};
}

questions! {
    Blocking: Raising Counting [0 -> 1 1 -> 2 2 -> 3 3 -> 4 4 -> 5];
    Asynchronous: SendRaising SendCounting
        [0 -> 1 1 -> 2 2 -> 3 3 -> 4 4 -> 5 5 -> 6 6 -> 7 7 -> 8 8 -> 9 9 -> 10];
}

/// An exception with an error of type `E`.
pub struct Exceptional<E>(PhantomData<fn() -> E>);

/// What leaves the block by `?` and is no exception.
pub struct Unexceptional;

/// What `?` takes out of the block, or the failure of an inner exit.
///
/// The question about it is one whole type: where nothing is known of it, after another mistake, that of its parts would be
/// reported, too.
pub trait Probed {
    type Probe<P: Probes, L>;

    fn probe<P: Probes, L>() -> Self::Probe<P, L>;
}

macro_rules! payload {
    ($($(#[$attr:meta])* ($($E:ident)?) $Probed:ty => $What:ty;)*) => {$(
        $(#[$attr])*
        impl<$($E)?> Probed for $Probed {
            type Probe<P: Probes, L> = P::Raised<$What, L>;

            #[inline]
            fn probe<P: Probes, L>() -> Self::Probe<P, L> {
                Probe::probe()
            }
        }
    )*};
}

payload! {
    (E) Result<Never, E> => Exceptional<E>;
    () Option<Never> => Exceptional<<Self as Residual>::Error>;
    (B) ControlFlow<B, Never> => Unexceptional;
    (E) Failure<E> => Exceptional<E>;
    () Unfailing => Exceptional<Infallible>;
    #[cfg(feature = "std")]
    () Panicked => Unwound;
}

#[cfg(feature = "std")]
impl Raising<0, Unwound, Opaque> {
    #[inline]
    pub fn classify_exc(&self) -> Panicking<Payload> {
        Panicking::new()
    }
}

#[cfg(feature = "std")]
impl SendRaising<0, Unwound, Opaque> {
    #[inline]
    pub fn classify_exc(&self) -> Panicking<LockedPayload> {
        Panicking::new()
    }
}

/// The answers to the questions about the error `E`: it is labelled so, and told in this way where it is raised and where it is a
/// value. The last one about a value is that it is no exception.
macro_rules! answers {
    (
        $Raising:ident $Counting:ident:
        $($level:literal: [$($bound:tt)*] => $Label:ident $([$L:ident])?, $Raised:ty, $StrictValue:ty;)*
        last $last:literal;
    ) => {
        $(
            impl<E: $($bound)*, $($L)?> $Raising<$level, Exceptional<E>, $Label> {
                #[inline]
                pub fn classify_exc(&self) -> $Raised {
                    <$Raised>::new()
                }
            }

            impl<T: ResultLike<$Label>, $($L)?> $Counting<$level, T, $Label>
            where
                T::Error: $($bound)*,
            {
                #[inline]
                pub fn classify_exc(&self) -> $StrictValue {
                    <$StrictValue>::new()
                }
            }
        )*

        impl<T> $Counting<$last, T, Opaque> {
            #[inline]
            pub fn classify_exc(&self) -> NoException {
                NoException
            }
        }
    };
}

answers! {
    Raising Counting:
    0: [Classify<L>] => L[L], RaisedError<L>, StrictValue<L>;
    1: [AsRef<dyn Error>] => AsRefError, RaisedError<AsRefError>, StrictValue<AsRefError>;
    2: [Display] => Text, RaisedError<Text>, StrictValue<Text>;
    3: [Debug] => DebugOnly, RaisedError<DebugOnly>, StrictValue<DebugOnly>;
    4: [Sized] => Opaque, RaisedError<Opaque>, StrictValue<Opaque>;
    last 5;
}

// What an async exit is lent may go to another thread.
answers! {
    SendRaising SendCounting:
    0: [Classify<L> + Send + Sync] => L[L], RaisedError<L>, StrictValue<L>;
    1: [AsRef<dyn Error> + Send + Sync] => AsRefError, RaisedError<AsRefError>, StrictValue<AsRefError>;
    2: [Display + Send + Sync] => Text, RaisedError<Text>, StrictValue<Text>;
    3: [Debug + Send + Sync] => DebugOnly, RaisedError<DebugOnly>, StrictValue<DebugOnly>;
    4: [Send + Sync] => Opaque, RaisedError<Opaque>, StrictValue<Opaque>;
    5: [Classify<L>] => L[L], Summarized<RaisedError<L>>, Summarized<StrictValue<L>>;
    6: [AsRef<dyn Error>] => AsRefError, Summarized<RaisedError<AsRefError>>, Summarized<StrictValue<AsRefError>>;
    7: [Display] => Text, Summarized<RaisedError<Text>>, Summarized<StrictValue<Text>>;
    8: [Debug] => DebugOnly, Summarized<RaisedError<DebugOnly>>, Summarized<StrictValue<DebugOnly>>;
    9: [Sized] => Opaque, Summarized<RaisedError<Opaque>>, Summarized<StrictValue<Opaque>>;
    last 10;
}

/// What a macro that raises returns.
#[diagnostic::on_unimplemented(
    message = "this macro is taken for one that returns an error, by its name",
    label = "expected it to return an `Err` or `None`",
    note = "`bail!`, `ensure!` and `whatever!` of anyhow, eyre, miette and snafu raise in a `with!` block; give a macro of yours another name"
)]
pub trait Returned {}

#[diagnostic::do_not_recommend]
impl<T, E> Returned for Result<T, E> {}
#[diagnostic::do_not_recommend]
impl<T> Returned for Option<T> {}

/// The answer is known.
impl Probe for NoException {
    #[inline]
    fn probe() -> Self {
        NoException
    }

    #[inline]
    fn lent<'a>() -> &'a Self {
        &NoException
    }
}

impl NoException {
    #[inline]
    pub fn classify_exc(&self) -> NoException {
        NoException
    }
}

/// A value of type `T` at the end of the block of a manager with the verdict `V`. What is to be probe about it is `Q`.
pub struct AtEnd<V, T, Q>(PhantomData<fn() -> (V, T, Q)>);

impl<V, T, Q> AtEnd<V, T, Q> {
    #[inline]
    pub(super) fn new() -> Self {
        AtEnd(PhantomData)
    }
}

/// A verdict that may suppress the exception.
pub trait MaySuppress {}

impl<V: VerdictKind<Resume = ()>> MaySuppress for V {}

/// Behind a suppressed exception there is no value, so a type not known so far is `()`.
impl<V: MaySuppress> AtEnd<V, (), NoException> {
    #[inline]
    pub fn classify_exc(&self) -> NoException {
        NoException
    }
}

impl<V, T, Q: Probe> Deref for AtEnd<V, T, Q> {
    type Target = Q;

    #[inline]
    fn deref(&self) -> &Q {
        Probe::lent()
    }
}
