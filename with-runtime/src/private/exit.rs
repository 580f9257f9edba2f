//! The exit of an entered manager: the statement's `finally`.

use core::convert::Infallible;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::ControlFlow;

use super::kind::{self, Bailing, Ending, Leaving, Level, Payload};
use super::raised::Unfinished;
use super::settle::{Diverges, FailAs, Halt, Is, Join, Raises, ResumeAs, Ruling, Settle, Value};
use super::told::Told;
use crate::exception::Exception;
use crate::{ContextManager, ExceptionKind, Verdict};

/// The looked-up exit of a manager, not called yet.
///
/// Every way out of the block calls it by value, once. What isn't a way out, a panic or the end of a future that was
/// dropped half-way, drops it, and that calls exit too.
///
/// The statement's verdict is `J`, and it settles in the way `S`.
pub struct Exit<'m, M: ContextManager, J, S> {
    manager: &'m mut M,
    entered: bool,
    statement: PhantomData<fn() -> (J, S)>,
}

impl<'m, M: ContextManager, J, S> Exit<'m, M, J, S> {
    #[inline]
    pub(super) fn new(manager: &'m mut M) -> Self {
        Exit {
            manager,
            entered: false,
            statement: PhantomData,
        }
    }
}

/// How the statement settles is chosen by a method that only tells the type.
impl<M: ContextManager, J, T> Exit<'_, M, J, Value<T>> {
    #[inline]
    pub fn value(self) -> Self {
        self
    }
}

impl<M: ContextManager, J> Exit<'_, M, J, Value<()>> {
    #[inline]
    pub fn unit(self) -> Self {
        self
    }
}

impl<M: ContextManager, J> Exit<'_, M, J, Raises<()>> {
    #[inline]
    pub fn raising_unit(self) -> Self {
        self
    }
}

impl<M: ContextManager, J, T> Exit<'_, M, J, Diverges<Infallible, T>> {
    /// `T` is the type of an expression that diverges, so that it falls back as that of such an expression does.
    #[inline]
    pub fn diverging(self, _: impl FnOnce() -> T) -> Self {
        self
    }
}

impl<M: ContextManager, J, I, T> Exit<'_, M, J, Diverges<I, T>> {
    #[inline]
    pub fn ending(self, _: impl FnOnce() -> T) -> Self {
        self
    }
}

impl<M: ContextManager, J, T> Exit<'_, M, J, Raises<T>> {
    #[inline]
    pub fn raising(self) -> Self {
        self
    }
}

impl<M: ContextManager, J> Exit<'_, M, J, Raises<Infallible>> {
    #[inline]
    pub fn raising_diverging(self) -> Self {
        self
    }
}

/// A way to settle that has a value of type `T`, or would have one if it didn't diverge.
pub trait Valued<T> {}

impl<T> Valued<T> for Value<T> {}
impl<I, T> Valued<T> for Diverges<I, T> {}

/// The managers to come, whose verdict is `I`, of a statement whose value is a `T`.
pub struct Joined<I, T>(PhantomData<fn() -> (I, T)>);

impl<I, T> Joined<I, T> {
    /// Another manager, but not the last one.
    #[inline]
    pub fn join<M: ContextManager, J, S, K>(self, _: &Exit<'_, M, J, S>) -> Joined<K, T>
    where
        K: Verdict,
        M::Exit: Join<K, Joined = I>,
    {
        Joined(PhantomData)
    }

    /// The last manager, whose block has the value.
    pub fn last<M: ContextManager<Exit = I>, J, S>(self, _: &Exit<'_, M, J, S>) -> T {
        super::any()
    }
}

impl<M: ContextManager, J, S> Exit<'_, M, J, S> {
    /// Joins the verdicts of the managers to come.
    #[inline]
    pub fn join_verdicts<I: Verdict, T>(&self) -> Joined<I, T>
    where
        M::Exit: Join<I, Joined = J>,
        S: Valued<T>,
    {
        Joined(PhantomData)
    }
}

impl<M: ContextManager, J, S> Exit<'_, M, J, S> {
    pub fn joined_verdict(&self) -> Is<J> {
        Is(PhantomData)
    }

    #[inline]
    #[track_caller]
    pub fn enter_manager(&mut self) -> M::Value<'_> {
        let value = self.manager.enter();
        self.entered = true;
        value
    }

    /// For `as PAT?`.
    #[inline]
    #[track_caller]
    pub fn try_enter_manager<'a>(
        &'a mut self,
        succeeded: impl FnOnce(&M::Value<'a>) -> bool,
    ) -> M::Value<'a> {
        let value = self.manager.enter();
        self.entered = succeeded(&value);
        value
    }

    #[inline]
    pub fn told_raised<P: Payload, L>(&self, payload: &P) -> Level<0, P::What, L> {
        kind::raised(payload)
    }

    #[inline]
    pub fn told_left<P, L>(&self, payload: &P) -> Level<0, Leaving<M, P>, L> {
        kind::left(payload)
    }

    #[inline]
    pub fn told_bailed<P, L>(&self, payload: &P) -> Level<0, Bailing<P>, L> {
        kind::bailed(payload)
    }

    #[inline]
    pub fn told_ended<P, L>(&self, block: &P) -> Ending<M, P, L> {
        kind::ended(block)
    }
}

impl<M: ContextManager, J, I, T> Exit<'_, M, J, Diverges<I, T>> {
    /// A nested statement is the last of the block.
    #[inline]
    pub fn told_ended_by<L>(&self, block: &I) -> Level<0, Leaving<M, I>, L> {
        kind::left(block)
    }
}

impl<M: ContextManager, J: Settle<S>, S> Exit<'_, M, J, S> {
    /// Calls exit before `payload` goes on.
    #[inline]
    #[track_caller]
    pub fn call<K: Told<P>, P>(
        self,
        exc: K,
        payload: P,
    ) -> ControlFlow<Halt<J::Output, K::Resume<M::Exit>, <M::Exit as Ruling>::Failure>, P> {
        let mut exit = ManuallyDrop::new(self);
        let mut lent = exc.lend(payload);
        let verdict = exit.manager.exit(K::exception(&mut lent));
        match K::rule(lent, verdict) {
            ControlFlow::Continue(payload) => ControlFlow::Continue(payload),
            ControlFlow::Break(stop) => ControlFlow::Break(Halt::new(stop)),
        }
    }

    /// Calls exit at the end of the block, and settles the statement.
    #[inline]
    #[track_caller]
    pub fn finish<K: Told<J::Block>>(self, exc: K, block: J::Block) -> J::Output
    where
        K::Resume<M::Exit>: ResumeAs<J::Output>,
        <M::Exit as Ruling>::Failure: FailAs<J::Output>,
    {
        match self.call(exc, block) {
            ControlFlow::Continue(block) => J::done(block),
            ControlFlow::Break(stop) => stop.settle(),
        }
    }
}

impl<M: ContextManager, J, S> Drop for Exit<'_, M, J, S> {
    #[inline]
    fn drop(&mut self) {
        if self.entered {
            finally(self.manager);
        }
    }
}

/// Neither verdict nor failure has anything to act on here.
#[cold]
fn finally<M: ContextManager>(manager: &mut M) {
    #[cfg(feature = "std")]
    {
        use std::panic::{AssertUnwindSafe, catch_unwind};

        if std::thread::panicking() {
            // A second panic would abort the process, were it not caught.
            let exit = AssertUnwindSafe(|| unfinished(manager, ExceptionKind::Panic));
            if let Err(payload) = catch_unwind(exit) {
                core::mem::forget(payload);
            }
            return;
        }
    }
    unfinished(manager, ExceptionKind::Cancelled);
}

fn unfinished<M: ContextManager>(manager: &mut M, kind: ExceptionKind) {
    let mut raised = Unfinished(kind);
    drop(manager.exit(Some(Exception::new(&mut raised))));
}
