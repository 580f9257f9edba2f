//! The exit of an entered manager: the statement's `finally`.

use core::future::poll_fn;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::ControlFlow;
use core::pin::pin;

use super::evaluate::{
    Evaluate, FailAs, Is, Join, Outcome, ResumeAs, ToNever, ToValue, VerdictKind,
};
use super::exc_info::{ExcInfo, Lend, LendSend, NoException};
use super::markers::{Asynchronous, Blocking, ByTheLetter, CountsValues};
use super::never::{Hidden, any};
use super::probes::{AtEnd, Probe, Probed, Probes, Returned};
use super::raised::Interruption;
use crate::exception::{Exception, SendException};
use crate::{AsyncContextManager, ContextManager, ExceptionKind, Verdict};

/// The looked-up exit of a manager, not called yet.
///
/// Every way out of the block calls it by value, once. What isn't a way out, a panic or the end of a future that was
/// dropped half-way, drops it, and the manager is given that as an exception.
///
/// It speaks the protocol `P`, the statement's verdict is `J`, and it settles in the way `S`.
pub struct Exit<'m, M, P: Protocol<M>, J, S> {
    manager: &'m mut M,
    entered: bool,
    statement: PhantomData<fn() -> (P, J, S)>,
}

/// What the protocols have in common.
pub trait Protocol<M>: Probes {
    /// What exit returns.
    type Answer: VerdictKind;
    /// How it judges values.
    type Strictness;

    /// The block was left half-way.
    fn abandon(manager: &mut M, kind: ExceptionKind);
}

type Answer<M> = <<M as ContextManager>::Exit as Verdict>::Answer;

type AsyncAnswer<M> = <<M as AsyncContextManager>::Exit as Verdict>::Answer;

impl<M: ContextManager> Protocol<M> for Blocking {
    type Answer = <M::Exit as Verdict>::Answer;
    type Strictness = <M::Exit as Verdict>::Strictness;

    fn abandon(manager: &mut M, kind: ExceptionKind) {
        let mut raised = Interruption(kind);
        drop(manager.exit(Some(Exception::new(&mut raised))));
    }
}

impl<M: AsyncContextManager> Protocol<M> for Asynchronous {
    type Answer = <M::Exit as Verdict>::Answer;
    type Strictness = <M::Exit as Verdict>::Strictness;

    fn abandon(manager: &mut M, _: ExceptionKind) {
        manager.cancelled();
    }
}

impl<'m, M, P: Protocol<M>, J, S> Exit<'m, M, P, J, S> {
    #[inline]
    pub(super) fn new(manager: &'m mut M) -> Self {
        Exit {
            manager,
            entered: false,
            statement: PhantomData,
        }
    }
}

impl<M, P: Protocol<M>, J, I, T> Exit<'_, M, P, J, ToNever<I, T>> {
    /// `T` is the type of an expression that diverges, so that it falls back as that of such an expression does.
    #[inline]
    pub fn diverging_statement(self, _: impl FnOnce() -> T) -> Self {
        self
    }
}

/// A way to settle that has a value of type `T`, or would have one if it didn't diverge.
pub trait Valued<T> {}

impl<T> Valued<T> for ToValue<T> {}
impl<I, T> Valued<T> for ToNever<I, T> {}

/// The managers to come, whose verdict is `I`, of a statement whose value is a `T`.
pub struct Joined<I, T>(PhantomData<fn() -> (I, T)>);

impl<I, T> Joined<I, T> {
    /// Another manager, but not the last one.
    #[inline]
    pub fn join_verdict_of<M, P, J, S, K>(self, _: &Exit<'_, M, P, J, S>) -> Joined<K, T>
    where
        K: VerdictKind,
        P: Protocol<M, Answer: Join<K, Joined = I>>,
    {
        Joined(PhantomData)
    }

    /// The last manager, whose block has the value.
    pub fn value_of_innermost<M, P: Protocol<M, Answer = I>, J, S>(
        self,
        _: &Exit<'_, M, P, J, S>,
    ) -> T {
        any()
    }
}

impl<M, P: Protocol<M>, J, S> Exit<'_, M, P, J, S> {
    /// Joins the verdicts of the managers to come.
    #[inline]
    pub fn join_verdicts<I: VerdictKind, T>(&self) -> Joined<I, T>
    where
        P::Answer: Join<I, Joined = J>,
        S: Valued<T>,
    {
        Joined(PhantomData)
    }
}

impl<M, P: Protocol<M>, J, S> Exit<'_, M, P, J, S> {
    pub fn joined_verdict(&self) -> Is<J> {
        Is(PhantomData)
    }

    #[inline]
    pub fn exc_info_of<X: Probed, L>(&self, _: &X) -> X::Probe<P, L> {
        X::probe()
    }

    #[inline]
    pub fn exc_info_of_bail<X: Returned, L>(&self, _: &X) -> P::StrictValue<X, L> {
        Probe::probe()
    }
}

/// How a manager judges values that leave the block. A value that counts as an exception has an error to label `L`.
pub trait Strictness<L> {
    /// What is asked of a value of type `X`.
    type Probe<P: Probes, X>: Probe;
}

/// There is nothing to label, so the label is tied.
impl Strictness<()> for ByTheLetter {
    type Probe<P: Probes, X> = NoException;
}

impl<L> Strictness<L> for CountsValues {
    type Probe<P: Probes, X> = P::StrictValue<X, L>;
}

type ValueProbe<M, P, X, L> = <<P as Protocol<M>>::Strictness as Strictness<L>>::Probe<P, X>;

impl<M, P: Protocol<M>, J, S> Exit<'_, M, P, J, S> {
    /// A value leaves the block.
    #[inline]
    pub fn exc_info_if_strict<X, L>(&self, _: &X) -> ValueProbe<M, P, X, L>
    where
        P::Strictness: Strictness<L>,
    {
        Probe::probe()
    }

    /// The value is that of the block, which ends in an expression that has no `Err` to count.
    #[inline]
    pub fn exc_info_at_plain_end<X>(&self, _: &X) -> AtEnd<P::Answer, X, NoException> {
        AtEnd::new()
    }

    /// The value is that of the block.
    #[inline]
    pub fn exc_info_at_end<X, L>(&self, _: &X) -> AtEnd<P::Answer, X, ValueProbe<M, P, X, L>>
    where
        P::Strictness: Strictness<L>,
    {
        AtEnd::new()
    }
}

impl<M, P: Protocol<M>, J, I, T> Exit<'_, M, P, J, ToNever<I, T>> {
    /// A nested statement is the last of the block.
    #[inline]
    pub fn exc_info_of_nested_end<L>(&self, _: &I) -> ValueProbe<M, P, I, L>
    where
        P::Strictness: Strictness<L>,
    {
        Probe::probe()
    }
}

/// `with!`
impl<M: ContextManager, J, S> Exit<'_, M, Blocking, J, S> {
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
    pub fn try_enter_manager<'a, T>(
        &'a mut self,
        carries_on: impl FnOnce(M::Value<'a>) -> (bool, T),
    ) -> T {
        let (entered, value) = carries_on(self.manager.enter());
        self.entered = entered;
        value
    }
}

impl<M: ContextManager, J: Evaluate<S>, S> Exit<'_, M, Blocking, J, S> {
    /// Calls exit before the jump with `payload` is carried out.
    #[inline]
    #[track_caller]
    pub fn call_exit<K: Lend<P>, P>(
        self,
        exc: K,
        payload: P,
    ) -> ControlFlow<
        Hidden<Outcome<J::Output, K::Resume<Answer<M>>, <Answer<M> as VerdictKind>::Failure>>,
        P,
    > {
        let mut exit = ManuallyDrop::new(self);
        let mut lent = exc.lend(payload);
        let verdict = exit.manager.exit(K::exception(&mut lent));
        K::rule(lent, verdict).map_break(Outcome::new)
    }

    /// Calls exit at the end of the block, and settles the statement.
    #[inline]
    #[track_caller]
    pub fn finish_statement<K: Lend<J::Block>>(self, exc: K, block: J::Block) -> J::Output
    where
        K::Resume<Answer<M>>: ResumeAs<J::Output>,
        <Answer<M> as VerdictKind>::Failure: FailAs<J::Output>,
    {
        match self.call_exit(exc, block) {
            ControlFlow::Continue(block) => J::done(block),
            ControlFlow::Break(stop) => (!stop).into_output(),
        }
    }
}

/// `async_with!`
///
/// Enter and exit are given by the expansion, which knows the types of their futures. Here these would be probe for again, for
/// whatever lifetime, when the statement's future is sent to another thread.
impl<M: AsyncContextManager, J, S> Exit<'_, M, Asynchronous, J, S> {
    #[inline]
    pub async fn enter_manager<'a, F: Future>(
        &'a mut self,
        enter: impl FnOnce(&'a mut M) -> F,
    ) -> F::Output {
        let value = enter(self.manager).await;
        self.entered = true;
        value
    }

    /// For `as PAT?`.
    #[inline]
    pub async fn try_enter_manager<'a, F: Future, T>(
        &'a mut self,
        enter: impl FnOnce(&'a mut M) -> F,
        carries_on: impl FnOnce(F::Output) -> (bool, T),
    ) -> T {
        let (entered, value) = carries_on(enter(self.manager).await);
        self.entered = entered;
        value
    }

    /// Passes `payload` to exit by reference.
    #[inline]
    pub fn lend_payload<K: LendSend<P>, P>(&self, exc: K, payload: P) -> LentPayload<K, P> {
        LentPayload(exc.lend(payload))
    }

    /// Awaits exit. While it waits it may be dropped, which calls `cancelled`; if it panics, the manager knows.
    #[inline]
    pub async fn exit_manager<'a, F: Future>(
        &'a mut self,
        exc: Option<SendException<'a>>,
        exit: impl FnOnce(&'a mut M, Option<SendException<'a>>) -> F,
    ) -> F::Output {
        let mut exiting = pin!(exit(self.manager, exc));
        poll_fn(|context| {
            self.entered = false;
            let polled = exiting.as_mut().poll(context);
            self.entered = polled.is_pending();
            polled
        })
        .await
    }
}

impl<M: AsyncContextManager, J: Evaluate<S>, S> Exit<'_, M, Asynchronous, J, S> {
    /// Acts on the verdict before the jump is carried out.
    #[inline]
    pub fn apply_verdict<K: LendSend<P>, P>(
        self,
        LentPayload(lent): LentPayload<K, P>,
        verdict: AsyncAnswer<M>,
    ) -> ControlFlow<
        Hidden<
            Outcome<J::Output, K::Resume<AsyncAnswer<M>>, <AsyncAnswer<M> as VerdictKind>::Failure>,
        >,
        P,
    > {
        K::rule(lent, verdict).map_break(Outcome::new)
    }

    /// Acts on the verdict at the end of the block, and settles the statement.
    #[inline]
    pub fn finish_statement<K: LendSend<J::Block>>(
        self,
        lent: LentPayload<K, J::Block>,
        verdict: AsyncAnswer<M>,
    ) -> J::Output
    where
        K::Resume<AsyncAnswer<M>>: ResumeAs<J::Output>,
        <AsyncAnswer<M> as VerdictKind>::Failure: FailAs<J::Output>,
    {
        match self.apply_verdict(lent, verdict) {
            ControlFlow::Continue(block) => J::done(block),
            ControlFlow::Break(stop) => (!stop).into_output(),
        }
    }
}

/// What is lent to an async exit.
pub struct LentPayload<K: ExcInfo<P>, P>(K::Lent);

impl<K: LendSend<P>, P> LentPayload<K, P> {
    #[inline]
    pub fn lent_exc_info(&mut self) -> Option<SendException<'_>> {
        K::exception(&mut self.0)
    }
}

impl<M, P: Protocol<M>, J, S> Drop for Exit<'_, M, P, J, S> {
    #[inline]
    fn drop(&mut self) {
        if self.entered {
            finally::<M, P>(self.manager);
        }
    }
}

/// Neither verdict nor failure has anything to act on here.
#[cold]
fn finally<M, P: Protocol<M>>(manager: &mut M) {
    #[cfg(feature = "std")]
    {
        use std::panic::{AssertUnwindSafe, catch_unwind};

        if std::thread::panicking() {
            // A second panic would abort the process, were it not caught.
            let exit = AssertUnwindSafe(|| P::abandon(manager, ExceptionKind::Panic));
            if let Err(payload) = catch_unwind(exit) {
                core::mem::forget(payload);
            }
            return;
        }
    }
    P::abandon(manager, ExceptionKind::Interrupted);
}
