//! What an expansion of `with!` calls. Nothing here is meant to be named by hand.
#![allow(
    missing_docs,
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    clippy::type_complexity,
    reason = "hidden from the documentation, and called by expansions only"
)]

use core::convert::Infallible;
pub use core::ops::ControlFlow::{self, Break, Continue};
use core::ops::Not;
pub use core::option::Option::{None, Some};
pub use core::result::Result::Err;
use core::task::Poll;

pub use self::entered::{Certain, unseen};
pub use self::evaluate::{FailAs, MayHave, MaybeNever, ToNever, ToOuter, ToValue};
pub use self::exc_info::NoException;
pub use self::lookup::{AsyncLookup, Lookup};
#[cfg(feature = "std")]
pub use self::panic::{catch, catch_polls, resume};
pub use self::ready::ready;
pub use crate::AsyncContextManager;
pub use with_runtime_macros::{async_with, with};

pub mod ambiguity;
pub mod classify;
pub mod entered;
pub mod evaluate;
pub mod exc_info;
pub mod exit;
pub mod lookup;
#[cfg(feature = "std")]
pub mod panic;
#[cfg(feature = "std")]
pub mod payload;
pub mod raised;
pub mod ready;
pub mod result_like;
pub mod summary;

/// The type `!`, which stable Rust has but doesn't let us write. Unlike `Infallible` it does for any other where it is reached.
pub type Never = <fn() -> ! as Returns>::Type;

pub trait Returns {
    type Type;
}

impl<T> Returns for fn() -> T {
    type Type = T;
}

/// What `?` does, for the types that have it.
#[diagnostic::on_unimplemented(
    message = "the `?` operator can't be applied to type `{Self}`",
    label = "the `?` operator cannot be applied to type `{Self}`",
    note = "`?` in a `with!` block and `as PAT?` work with `Result`, `Option`, `ControlFlow`, and `Poll` of the former"
)]
pub trait Try {
    type Output;
    type Residual;
    /// The type itself. What has no `?` has none, so that this is the one thing that is wrong with it.
    type Itself;

    /// Whether `?` carries on behind the value, and the value.
    fn carries_on(self) -> (bool, Self::Itself);

    fn branch(self) -> ControlFlow<Self::Residual, Self::Output>;
}

impl<T, E> Try for Result<T, E> {
    type Output = T;
    type Residual = Result<Never, E>;
    type Itself = Self;

    #[inline]
    fn carries_on(self) -> (bool, Self) {
        (self.is_ok(), self)
    }

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, T> {
        match self {
            Ok(value) => Continue(value),
            Err(error) => Break(Err(error)),
        }
    }
}

impl<T> Try for Option<T> {
    type Output = T;
    type Residual = Option<Never>;
    type Itself = Self;

    #[inline]
    fn carries_on(self) -> (bool, Self) {
        (self.is_some(), self)
    }

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, T> {
        match self {
            Some(value) => Continue(value),
            None => Break(None),
        }
    }
}

impl<B, C> Try for ControlFlow<B, C> {
    type Output = C;
    type Residual = ControlFlow<B, Never>;
    type Itself = Self;

    #[inline]
    fn carries_on(self) -> (bool, Self) {
        (self.is_continue(), self)
    }

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, C> {
        match self {
            Continue(value) => Continue(value),
            Break(value) => Break(Break(value)),
        }
    }
}

impl<T, E> Try for Poll<Result<T, E>> {
    type Output = Poll<T>;
    type Residual = Result<Never, E>;
    type Itself = Self;

    #[inline]
    fn carries_on(self) -> (bool, Self) {
        (!matches!(self, Poll::Ready(Err(_))), self)
    }

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, Poll<T>> {
        match self {
            Poll::Ready(Ok(value)) => Continue(Poll::Ready(value)),
            Poll::Ready(Err(error)) => Break(Err(error)),
            Poll::Pending => Continue(Poll::Pending),
        }
    }
}

impl<T, E> Try for Poll<Option<Result<T, E>>> {
    type Output = Poll<Option<T>>;
    type Residual = Result<Never, E>;
    type Itself = Self;

    #[inline]
    fn carries_on(self) -> (bool, Self) {
        (!matches!(self, Poll::Ready(Some(Err(_)))), self)
    }

    #[inline]
    fn branch(self) -> ControlFlow<Self::Residual, Poll<Option<T>>> {
        match self {
            Poll::Ready(Some(Ok(value))) => Continue(Poll::Ready(Some(value))),
            Poll::Ready(Some(Err(error))) => Break(Err(error)),
            Poll::Ready(None) => Continue(Poll::Ready(None)),
            Poll::Pending => Continue(Poll::Pending),
        }
    }
}

#[inline]
pub fn branch<T: Try>(value: T) -> ControlFlow<T::Residual, T::Output> {
    value.branch()
}

/// Where an unlabelled `break` or `continue` goes on behind the statement.
pub enum LoopControl<T, B, C> {
    Done(T),
    Break(B),
    Continue(C),
}

/// Only `break`s.
pub type Breaking<T, B> = LoopControl<T, B, Infallible>;

/// Only `continue`s.
pub type Continuing<T, C> = LoopControl<T, Infallible, C>;

/// Hides from the compiler that `T` may be an empty type, until the operator `!` takes the value out.
/// Where `T` is empty, that ends the path for the borrow checker. A call that returns an empty type
/// does so too, but up to 1.88 rustc warns the user that the code after it is unreachable.
pub struct Hidden<T>(T);

impl<T> Not for Hidden<T> {
    type Output = T;

    #[inline]
    fn not(self) -> T {
        self.0
    }
}

/// There is none.
pub type Unreached = Hidden<Infallible>;

/// `!never()` heads a branch that never runs and only gives types. The type of that expression isn't
/// `!`, as the compiler would warn of what follows.
#[cold]
pub fn never() -> Unreached {
    unreachable!("this branch only tells types")
}

/// A value of the type that is probe for, in a branch that never runs.
#[cold]
pub fn any<T>() -> T {
    unreachable!("this branch only tells types")
}

/// An expression of type `!`, in a branch that never runs.
#[cold]
pub fn diverge() -> ! {
    unreachable!("this branch only tells types")
}

/// A value of the type that is stored here, in code that never runs.
pub fn held<T>(_: &Option<T>) -> T {
    any()
}

/// What the caught block ended with. If it didn't end, it jumped or panicked, and this isn't reached.
#[inline]
pub fn stored<T>(ended: Option<T>) -> T {
    match ended {
        Some(value) => value,
        None => unreachable!("the block was left in no way there is"),
    }
}
