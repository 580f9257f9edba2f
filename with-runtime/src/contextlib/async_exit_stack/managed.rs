//! The managers in a stack: plain and async ones.

use alloc::boxed::Box;
use core::any::Any;
use core::future::poll_fn;
use core::marker::PhantomData;
use core::mem;
use core::pin::Pin;

use crate::contextlib::entries::Stacked;
use crate::contextlib::failure::{FitsIn, SendFailed, send_failed};
use crate::exception::{Exception, SendException, Traceback};
use crate::private::raised::Interruption;
use crate::{AsyncContextManager, ContextManager, ExceptionKind, Verdict};

/// A future in a box, which can be sent to another thread.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// How a manager is exited: `|manager, exc| Box::pin(manager.aexit(exc))`.
///
/// It is always the same, but it shows that what is awaited can be sent to another thread. In
/// generic code Rust can't say so yet.
pub type AsyncExit<M> =
    for<'a> fn(
        &'a mut M,
        Option<SendException<'a>>,
    ) -> BoxFuture<'a, <<M as AsyncContextManager>::Exit as Verdict>::Answer>;

/// A manager of either kind.
pub(super) trait StackedManager<E: 'static>: Stacked + Send {
    fn aexit<'a>(
        &'a mut self,
        exc: Option<SendException<'a>>,
        traceback: Traceback,
    ) -> BoxFuture<'a, Result<bool, SendFailed<E>>>;

    /// The block was left half-way. If it is entered, a plain manager is exited, and an async one
    /// cancelled.
    fn abandon(&mut self, kind: ExceptionKind);
}

pub(super) struct Plain<M, V, L> {
    pub(super) manager: M,
    pub(super) entered: bool,
    verdict: PhantomData<fn() -> (V, L)>,
}

impl<M, V, L> Plain<M, V, L> {
    pub(super) fn new(manager: M) -> Self {
        Plain {
            manager,
            entered: false,
            verdict: PhantomData,
        }
    }
}

impl<M: 'static, V: 'static, L: 'static> Stacked for Plain<M, V, L> {
    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

impl<M, V, L> StackedManager<V::Error> for Plain<M, V, L>
where
    M: ContextManager<Exit: FitsIn<V, L> + Verdict<Error: Send + Sync>> + Send + 'static,
    V: Verdict + 'static,
    L: 'static,
{
    fn aexit<'a>(
        &'a mut self,
        exc: Option<SendException<'a>>,
        traceback: Traceback,
    ) -> BoxFuture<'a, Result<bool, SendFailed<V::Error>>> {
        Box::pin(async move {
            if !mem::take(&mut self.entered) {
                return Ok(false);
            }
            <M::Exit as Verdict>::into_result(self.manager.exit(exc.map(Exception::from)))
                .map_err(|error| send_failed(error, traceback, M::Exit::convert))
        })
    }

    fn abandon(&mut self, kind: ExceptionKind) {
        if mem::take(&mut self.entered) {
            let mut raised = Interruption(kind);
            drop(self.manager.exit(Some(Exception::new(&mut raised))));
        }
    }
}

pub(super) struct Async<M: AsyncContextManager, V, L> {
    pub(super) manager: M,
    pub(super) entered: bool,
    aexit: AsyncExit<M>,
    verdict: PhantomData<fn() -> (V, L)>,
}

impl<M: AsyncContextManager, V, L> Async<M, V, L> {
    pub(super) fn new(manager: M, aexit: AsyncExit<M>) -> Self {
        Async {
            manager,
            entered: false,
            aexit,
            verdict: PhantomData,
        }
    }
}

impl<M: AsyncContextManager + 'static, V: 'static, L: 'static> Stacked for Async<M, V, L> {
    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

impl<M, V, L> StackedManager<V::Error> for Async<M, V, L>
where
    M: AsyncContextManager<Exit: FitsIn<V, L> + Verdict<Error: Send + Sync>> + Send + 'static,
    V: Verdict + 'static,
    L: 'static,
{
    fn aexit<'a>(
        &'a mut self,
        exc: Option<SendException<'a>>,
        traceback: Traceback,
    ) -> BoxFuture<'a, Result<bool, SendFailed<V::Error>>> {
        let Async {
            manager,
            aexit,
            entered,
            ..
        } = self;
        if !*entered {
            return Box::pin(async { Ok(false) });
        }
        let mut exiting = aexit(manager, exc);
        Box::pin(async move {
            // While it waits it may be dropped, which cancels it; if it panics, the manager knows.
            let answer = poll_fn(|context| {
                *entered = false;
                let polled = exiting.as_mut().poll(context);
                *entered = polled.is_pending();
                polled
            })
            .await;
            <M::Exit as Verdict>::into_result(answer)
                .map_err(|error| send_failed(error, traceback, M::Exit::convert))
        })
    }

    fn abandon(&mut self, _: ExceptionKind) {
        if mem::take(&mut self.entered) {
            self.manager.cancelled();
        }
    }
}
