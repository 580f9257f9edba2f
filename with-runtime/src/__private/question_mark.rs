//! The operator `?`.

use core::ops::ControlFlow::{self, Break, Continue};
use core::task::Poll;

use super::never::Never;

/// What `?` does, for the types that have it.
#[diagnostic::on_unimplemented(
    message = "the `?` operator can't be applied to type `{Self}`",
    label = "the `?` operator cannot be applied to type `{Self}`",
    note = "`?` in a `with!` block and `as PAT?` work with `Result`, `Option`, `ControlFlow`, and `Poll` of the first two"
)]
pub trait QuestionMark {
    type Output;
    type Residual;
    /// The type itself. What has no `?` has none, so that this is the one thing that is wrong with it.
    type Itself;

    /// Whether `?` carries on after the value, and the value.
    fn carries_on(self) -> (bool, Self::Itself);

    fn split(self) -> ControlFlow<Self::Residual, Self::Output>;

    /// What has no `?` is refused at the `?`, once: the compiler doesn't see that the argument is it.
    #[inline]
    fn branch<V: Value<Type = Self>>(value: V) -> ControlFlow<Self::Residual, Self::Output>
    where
        Self: Sized,
    {
        value.value().split()
    }
}

/// A value of this very type.
pub trait Value {
    type Type;

    fn value(self) -> Self::Type;
}

impl<T> Value for T {
    type Type = T;

    #[inline]
    fn value(self) -> T {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T, E> QuestionMark for Result<T, E> {
    type Output = T;
    type Residual = Result<Never, E>;
    type Itself = Self;

    #[inline]
    fn carries_on(self) -> (bool, Self) {
        (self.is_ok(), self)
    }

    #[inline]
    fn split(self) -> ControlFlow<Self::Residual, T> {
        match self {
            Ok(value) => Continue(value),
            Err(error) => Break(Err(error)),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T> QuestionMark for Option<T> {
    type Output = T;
    type Residual = Option<Never>;
    type Itself = Self;

    #[inline]
    fn carries_on(self) -> (bool, Self) {
        (self.is_some(), self)
    }

    #[inline]
    fn split(self) -> ControlFlow<Self::Residual, T> {
        match self {
            Some(value) => Continue(value),
            None => Break(None),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<B, C> QuestionMark for ControlFlow<B, C> {
    type Output = C;
    type Residual = ControlFlow<B, Never>;
    type Itself = Self;

    #[inline]
    fn carries_on(self) -> (bool, Self) {
        (self.is_continue(), self)
    }

    #[inline]
    fn split(self) -> ControlFlow<Self::Residual, C> {
        match self {
            Continue(value) => Continue(value),
            Break(value) => Break(Break(value)),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T, E> QuestionMark for Poll<Result<T, E>> {
    type Output = Poll<T>;
    type Residual = Result<Never, E>;
    type Itself = Self;

    #[inline]
    fn carries_on(self) -> (bool, Self) {
        (!matches!(self, Poll::Ready(Err(_))), self)
    }

    #[inline]
    fn split(self) -> ControlFlow<Self::Residual, Poll<T>> {
        match self {
            Poll::Ready(Ok(value)) => Continue(Poll::Ready(value)),
            Poll::Ready(Err(error)) => Break(Err(error)),
            Poll::Pending => Continue(Poll::Pending),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T, E> QuestionMark for Poll<Option<Result<T, E>>> {
    type Output = Poll<Option<T>>;
    type Residual = Result<Never, E>;
    type Itself = Self;

    #[inline]
    fn carries_on(self) -> (bool, Self) {
        (!matches!(self, Poll::Ready(Some(Err(_)))), self)
    }

    #[inline]
    fn split(self) -> ControlFlow<Self::Residual, Poll<Option<T>>> {
        match self {
            Poll::Ready(Some(Ok(value))) => Continue(Poll::Ready(Some(value))),
            Poll::Ready(Some(Err(error))) => Break(Err(error)),
            Poll::Ready(None) => Continue(Poll::Ready(None)),
            Poll::Pending => Continue(Poll::Pending),
        }
    }
}
