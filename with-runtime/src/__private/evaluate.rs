//! From a verdict to what the statement evaluates to.
//!
//! What an exit can't do has an empty type here, so that to the compiler the path after it does not exist: a manager
//! whose verdict is `()` can't stop a pending jump, and so a variable moved before that jump is still there after
//! the statement.

use core::convert::Infallible;
use core::marker::PhantomData;
use core::ops::ControlFlow;

use super::never::{Hidden, Never, Unreached};

/// A verdict in the terms of the statement.
pub trait VerdictKind: Sized {
    /// What stands in for the block's value after a suppressed exception: `()`, or nothing can.
    type Resume;
    /// What the statement fails with: [`Failure`], or [`Unfailing`].
    type Failure;
    /// What a block that doesn't end has for a value, or else an `I`: `()` if an exception may be suppressed.
    type Unended<I>;
    /// What the statement evaluates to. If it may suppress, [`MayHave`] refuses a `T` that isn't `()`.
    type Statement<T>;
    /// The same verdict with suppression, the inner manager's, added.
    type Suppressing: VerdictKind;
    /// The same verdict failing with the `E` of the manager around it.
    type Failing<E>: VerdictKind;

    fn rule(self) -> Option<Interrupt<Self::Resume, Self::Failure>>;
    fn statement<T>(value: T) -> Self::Statement<T>;
    fn unended<I>(block: I) -> Self::Unended<I>;
}

/// Why a pending jump, value or exception goes no further.
pub enum Interrupt<R, F> {
    Suppressed(R),
    Failed(F),
}

/// The failure of a verdict that has none.
pub enum Unfailing {}

/// The failure of a verdict that has one: an exception to the managers around it.
pub struct Failure<E>(pub E);

/// A [`Interrupt`] on its way to being the statement's output.
pub struct Outcome<O, R, F> {
    pub stop: Interrupt<R, F>,
    pub output: PhantomData<fn() -> O>,
}

impl<O, R, F> Outcome<O, R, F> {
    #[inline]
    pub(super) fn new(stop: Interrupt<R, F>) -> Hidden<Self> {
        let output = PhantomData;
        Hidden(Outcome { stop, output })
    }
}

impl<O, R, F: FailAs<O>> Outcome<O, R, F> {
    #[inline]
    pub fn into_output(self) -> O
    where
        R: ResumeAs<O>,
    {
        match self.stop {
            Interrupt::Suppressed(resume) => resume.resume_as(),
            Interrupt::Failed(failure) => failure.fail_as(),
        }
    }
}

/// A suppressed exception as the output `O`.
#[diagnostic::on_unimplemented(
    message = "a block whose exceptions may be suppressed has no value",
    label = "this exception may be suppressed, which leaves no `{O}`"
)]
pub trait ResumeAs<O> {
    fn resume_as(self) -> O;
}

#[diagnostic::do_not_recommend]
impl<O> ResumeAs<O> for Infallible {
    fn resume_as(self) -> O {
        match self {}
    }
}

#[diagnostic::do_not_recommend]
impl ResumeAs<()> for () {
    #[inline]
    fn resume_as(self) {}
}

#[diagnostic::do_not_recommend]
impl<E> ResumeAs<Result<(), E>> for () {
    #[inline]
    fn resume_as(self) -> Result<(), E> {
        Ok(())
    }
}

#[diagnostic::do_not_recommend]
impl<F> ResumeAs<ControlFlow<F, ()>> for () {
    #[inline]
    fn resume_as(self) -> ControlFlow<F, ()> {
        ControlFlow::Continue(())
    }
}

/// A failure as the output `O`.
#[diagnostic::on_unimplemented(
    message = "the failure of this manager's `exit` doesn't convert into that of the statement",
    label = "no `From` leads from the error of this manager to that of the outermost one that can fail",
    note = "nest the statements and `?` each, or implement `From`"
)]
pub trait FailAs<O> {
    fn fail_as(self) -> O;
}

#[diagnostic::do_not_recommend]
impl<O> FailAs<O> for Unfailing {
    fn fail_as(self) -> O {
        match self {}
    }
}

#[diagnostic::do_not_recommend]
impl<T, E: From<F>, F> FailAs<Result<T, E>> for Failure<F> {
    #[inline]
    fn fail_as(self) -> Result<T, E> {
        Err(E::from(self.0))
    }
}

/// The failure of an inner manager is an exception to those around it, and reaches them as it is.
#[diagnostic::do_not_recommend]
impl<T, F> FailAs<ControlFlow<Hidden<Failure<F>>, T>> for Failure<F> {
    #[inline]
    fn fail_as(self) -> ControlFlow<Hidden<Failure<F>>, T> {
        ControlFlow::Break(Hidden(self))
    }
}

/// How the statement settles when the end of its block is reached with a `T`.
pub struct ToValue<T>(PhantomData<fn() -> T>);

/// How the statement settles whose block can't reach its end, unless by a nested statement: with an `I`, which is empty
/// where that can't either. `T` is the value it never has. Where the statement diverges, its output is empty.
pub struct ToNever<I, T>(PhantomData<fn() -> (I, T)>);

/// How the statement on an inner manager settles: its failure is raised in the outer one's block.
pub struct ToOuter<T>(PhantomData<fn() -> T>);

/// The same where the end of the block is out of reach, unless by a statement inside it: with an `I`, which is empty where that
/// can't either. What is suppressed has no value all the same.
pub struct ToOuterNever<I>(PhantomData<fn() -> I>);

/// What a statement with this verdict evaluates to, settled in the way `S`.
pub trait Evaluate<S>: VerdictKind {
    /// What the end of the block hands over.
    type Block;
    /// What the statement evaluates to.
    type Output;

    fn done(block: Self::Block) -> Self::Output;
}

impl<V: VerdictKind, T> Evaluate<ToValue<T>> for V {
    type Block = T;
    type Output = V::Statement<T>;

    #[inline]
    fn done(block: T) -> V::Statement<T> {
        V::statement(block)
    }
}

impl<I, T> Evaluate<ToNever<I, T>> for () {
    type Block = I;
    type Output = I;

    #[inline]
    fn done(block: I) -> I {
        block
    }
}

impl<I, T> Evaluate<ToNever<I, T>> for bool {
    type Block = I;
    type Output = ();

    #[inline]
    fn done(_: I) {}
}

impl<I: MaybeNever, T, E> Evaluate<ToNever<I, T>> for Result<(), E> {
    type Block = I;
    type Output = Result<I::Value<T>, E>;

    #[inline]
    fn done(block: I) -> Self::Output {
        Ok(block.value())
    }
}

impl<I, T, E> Evaluate<ToNever<I, T>> for Result<bool, E> {
    type Block = I;
    type Output = Result<(), E>;

    #[inline]
    fn done(_: I) -> Result<(), E> {
        Ok(())
    }
}

/// The statement's verdict.
pub struct Is<J>(pub(super) PhantomData<fn() -> J>);

/// A statement with this verdict may have a value of type `T`.
#[diagnostic::on_unimplemented(
    message = "a block whose exceptions may be suppressed has no value",
    label = "this block's value is a `{T}`, which would be missing behind a suppressed exception",
    note = "the `exit` of its manager may suppress: it returns a `bool` or `Result<bool, E>`",
    note = "end the block in `;` and take the value out through a variable, or use a manager that can't suppress"
)]
pub trait MayHave<T> {
    type Output;

    /// What the statement evaluates to.
    fn done(self, value: T) -> Self::Output;
}

#[diagnostic::do_not_recommend]
impl<T> MayHave<T> for Is<()> {
    type Output = T;

    fn done(self, value: T) -> T {
        value
    }
}

#[diagnostic::do_not_recommend]
impl<T, E> MayHave<T> for Is<Result<(), E>> {
    type Output = Result<T, E>;

    fn done(self, value: T) -> Result<T, E> {
        Ok(value)
    }
}

#[diagnostic::do_not_recommend]
impl MayHave<()> for Is<bool> {
    type Output = ();

    fn done(self, (): ()) {}
}

#[diagnostic::do_not_recommend]
impl<E> MayHave<()> for Is<Result<bool, E>> {
    type Output = Result<(), E>;

    fn done(self, (): ()) -> Result<(), E> {
        Ok(())
    }
}

/// What a statement whose block can't reach its end evaluates to: nothing, where no verdict lets it continue after itself.
pub trait MaybeNever: Sized {
    /// As an expression: `!` where it is empty, so that it diverges for the compiler too.
    type Diverged;
    /// Behind a `;`.
    type Discarded;
    /// As the value of the block it ends: any `T` where it is empty.
    type Value<T>;

    fn diverge(self) -> Self::Diverged;
    fn discard(self) -> Self::Discarded;
    fn value<T>(self) -> Self::Value<T>;
}

impl MaybeNever for Unreached {
    type Diverged = Never;
    type Discarded = Self;
    type Value<T> = T;

    #[inline]
    fn diverge(self) -> Never {
        match self.0 {}
    }

    #[inline]
    fn discard(self) -> Self {
        self
    }

    #[inline]
    fn value<T>(self) -> T {
        match self.0 {}
    }
}

macro_rules! outcome {
    ($(($($T:ident)*) $MaybeNever:ty;)*) => {$(
        impl<$($T),*> MaybeNever for $MaybeNever {
            type Diverged = Self;
            type Discarded = ();
            type Value<V> = Self;

            #[inline]
            fn diverge(self) -> Self {
                self
            }

            #[inline]
            fn discard(self) {}

            #[inline]
            fn value<V>(self) -> Self {
                self
            }
        }
    )*};
}

outcome! {
    () ();
    (T E) Result<T, E>;
}

impl<V: VerdictKind, T> Evaluate<ToOuter<T>> for V {
    type Block = T;
    type Output = ControlFlow<Hidden<V::Failure>, T>;

    #[inline]
    fn done(block: T) -> Self::Output {
        ControlFlow::Continue(block)
    }
}

impl<V: VerdictKind, I> Evaluate<ToOuterNever<I>> for V {
    type Block = I;
    type Output = ControlFlow<Hidden<V::Failure>, V::Unended<I>>;

    #[inline]
    fn done(block: I) -> Self::Output {
        ControlFlow::Continue(V::unended(block))
    }
}

/// The verdict of a statement on a manager with this verdict and others, whose verdict is `I`, inside it.
pub trait Join<I: VerdictKind>: VerdictKind {
    type Joined: VerdictKind;
}

impl<I: VerdictKind> Join<I> for () {
    type Joined = I;
}

impl<I: VerdictKind> Join<I> for bool {
    type Joined = I::Suppressing;
}

impl<I: VerdictKind, E> Join<I> for Result<(), E> {
    type Joined = I::Failing<E>;
}

impl<I: VerdictKind, E> Join<I> for Result<bool, E> {
    type Joined = <I::Suppressing as VerdictKind>::Failing<E>;
}
