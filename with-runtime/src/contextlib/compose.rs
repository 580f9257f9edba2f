//! The verdicts of managers that are made of others.

use crate::{Strict, Verdict};

/// A verdict that that of a composite manager is made of: `()`, `bool`, `Result<(), E>`,
/// `Result<bool, E>`, or [`Strict`] of one.
pub trait Compose: Verdict<Answer: Verdict<Error = <Self as Verdict>::Error>> {
    /// The same, but it may suppress.
    type Suppressing: Compose;
    /// The same, but it fails with an `F`.
    type Failing<F>: Compose + Verdict<Error = F>;
    /// The same, but it counts values.
    type CountingValues: Compose;
    /// The verdict of a statement on two managers, the inner one's verdict being `I`. Both count
    /// values if one of them does.
    type Around<I: Compose>: Compose;
}

impl Compose for () {
    type Suppressing = bool;
    type Failing<F> = Result<(), F>;
    type CountingValues = Strict<Self>;
    type Around<I: Compose> = I;
}

impl Compose for bool {
    type Suppressing = Self;
    type Failing<F> = Result<bool, F>;
    type CountingValues = Strict<Self>;
    type Around<I: Compose> = I::Suppressing;
}

impl<E> Compose for Result<(), E> {
    type Suppressing = Result<bool, E>;
    type Failing<F> = Result<(), F>;
    type CountingValues = Strict<Self>;
    type Around<I: Compose> = I::Failing<E>;
}

impl<E> Compose for Result<bool, E> {
    type Suppressing = Self;
    type Failing<F> = Result<bool, F>;
    type CountingValues = Strict<Self>;
    type Around<I: Compose> = <I::Suppressing as Compose>::Failing<E>;
}

impl<V: Compose> Compose for Strict<V> {
    type Suppressing = Strict<V::Suppressing>;
    type Failing<F> = Strict<V::Failing<F>>;
    type CountingValues = Self;
    type Around<I: Compose> = <V::Around<I> as Compose>::CountingValues;
}
