//! What is added to a stack.

use alloc::boxed::Box;

use super::managed::{Async, AsyncExit, BoxFuture, Plain};
use super::{AsyncExitStack, Function, FunctionResult};
use crate::contextlib::accept::{EnterCannotFail, ExitValue};
use crate::contextlib::entries::known;
use crate::contextlib::failure::FitsIn;
use crate::exception::{Exception, SendException};
use crate::{AsyncContextManager, ContextManager, Verdict};

impl<'s, V: Verdict + 'static> AsyncExitStack<'s, V> {
    #[track_caller]
    fn add_plain(&self, exit: impl FnOnce(Option<Exception<'_>>) -> FunctionResult<V> + Send + 's) {
        self.entries.add_function(Function::Plain(Box::new(exit)));
    }

    #[track_caller]
    fn add_async(
        &self,
        exit: impl FnOnce(Option<SendException<'_>>) -> BoxFuture<'s, FunctionResult<V>> + Send + 's,
    ) {
        self.entries.add_function(Function::Async(Box::new(exit)));
    }

    /// Calls a function at the end, whatever happened. It doesn't suppress the exception: a `true`
    /// is ignored.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::async_with;
    /// use with_runtime::contextlib::AsyncExitStack;
    ///
    /// async fn run() {
    ///     async_with!(AsyncExitStack::new() as stack => {
    ///         stack.callback(|| println!("bye"));
    ///     });
    /// }
    /// ```
    #[track_caller]
    pub fn callback<R: ExitValue<V>>(&self, callback: impl FnOnce() -> R + Send + 's) {
        self.add_plain(move |_| callback().into_result().map(|_| false));
    }

    /// Calls a function at the end if there is an exception then: to undo what was done.
    #[track_caller]
    pub fn on_error<R: ExitValue<V>>(&self, callback: impl FnOnce() -> R + Send + 's) {
        self.add_plain(move |exc| match exc {
            Some(_) => callback().into_result().map(|_| false),
            None => Ok(false),
        });
    }

    /// Calls a function at the end, which is passed the exception and may suppress it, if the stack
    /// may.
    #[track_caller]
    pub fn push<R: ExitValue<V>>(&self, exit: impl FnOnce(Option<Exception<'_>>) -> R + Send + 's) {
        self.add_plain(move |exc| exit(exc).into_result());
    }

    /// Calls an async function at the end and awaits it, whatever happened.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::async_with;
    /// use with_runtime::contextlib::AsyncExitStack;
    ///
    /// async fn log_off() { /* .. */ }
    ///
    /// async fn run() {
    ///     async_with!(AsyncExitStack::new() as stack => {
    ///         stack.push_async_callback(log_off);
    ///     });
    /// }
    /// ```
    #[track_caller]
    pub fn push_async_callback<R, F>(&self, callback: impl FnOnce() -> F + Send + 's)
    where
        R: ExitValue<V>,
        F: Future<Output = R> + Send + 's,
    {
        self.add_async(move |_| {
            let exiting = callback();
            Box::pin(async move { exiting.await.into_result().map(|_| false) })
        });
    }

    /// Calls an async function at the end and awaits it, if there is an exception then: to undo
    /// what was done.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::async_with;
    /// use with_runtime::contextlib::AsyncExitStack;
    ///
    /// async fn cancel(flight: u32) { /* .. */ }
    ///
    /// async fn book(flight: u32) -> Result<(), String> {
    ///     async_with!(AsyncExitStack::new() as stack => {
    ///         stack.on_error_async(move || cancel(flight));
    ///         Err("the hotel is full".to_owned())
    ///     })
    /// }
    /// ```
    #[track_caller]
    pub fn on_error_async<R, F>(&self, callback: impl FnOnce() -> F + Send + 's)
    where
        R: ExitValue<V>,
        F: Future<Output = R> + Send + 's,
    {
        self.add_async(move |exc| match exc {
            Some(_) => {
                let exiting = callback();
                Box::pin(async move { exiting.await.into_result().map(|_| false) })
            }
            None => Box::pin(async { Ok(false) }),
        });
    }

    /// Calls a function at the end, which is passed the exception, and awaits what it returns.
    ///
    /// The function looks at the exception; its future can't.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::async_with;
    /// use with_runtime::contextlib::AsyncExitStack;
    ///
    /// async fn report(failed: bool) { /* .. */ }
    ///
    /// async fn run() {
    ///     async_with!(AsyncExitStack::new() as stack => {
    ///         stack.push_async_exit(|exc| report(exc.is_some()));
    ///     });
    /// }
    /// ```
    #[track_caller]
    pub fn push_async_exit<R, F>(
        &self,
        exit: impl FnOnce(Option<SendException<'_>>) -> F + Send + 's,
    ) where
        R: ExitValue<V>,
        F: Future<Output = R> + Send + 's,
    {
        self.add_async(move |exc| {
            let exiting = exit(exc);
            Box::pin(async move { exiting.await.into_result() })
        });
    }

    /// Enters a plain manager, as
    /// [`ExitStack::enter_context`](crate::contextlib::ExitStack::enter_context) does.
    #[track_caller]
    pub fn enter_context<'a, M, L, K>(&'a self, manager: M) -> M::Value<'a>
    where
        M: ContextManager<
                Exit: FitsIn<V, L> + Verdict<Error: Send + Sync>,
                Value<'a>: EnterCannotFail<K>,
            > + Send
            + 'static,
        L: 'static,
    {
        let entering = self.add_manager::<M, L>(manager);
        let value = entering.manager.enter();
        entering.entered = true;
        value
    }

    /// Enters a plain manager whose enter can fail.
    ///
    /// # Errors
    ///
    /// What the manager's enter fails with.
    #[track_caller]
    pub fn try_enter_context<'a, M, T: 'a, F: 'a, L>(&'a self, manager: M) -> Result<T, F>
    where
        M: ContextManager<
                Exit: FitsIn<V, L> + Verdict<Error: Send + Sync>,
                Value<'a> = Result<T, F>,
            > + Send
            + 'static,
        L: 'static,
    {
        let entering = self.add_manager::<M, L>(manager);
        let value = entering.manager.enter();
        entering.entered = value.is_ok();
        value
    }

    /// Enters an async manager, which is exited at the end, and returns its value. How it is exited
    /// is `|manager, exc| Box::pin(manager.aexit(exc))`: see [`AsyncExit`].
    ///
    /// If entering it panics or is dropped half-way it is not exited.
    #[track_caller]
    pub fn enter_async_context<'a, M, L, K>(
        &'a self,
        manager: M,
        aexit: AsyncExit<M>,
    ) -> impl Future<Output = M::Value<'a>> + use<'a, 's, M, V, L, K>
    where
        M: AsyncContextManager<
                Exit: FitsIn<V, L> + Verdict<Error: Send + Sync>,
                Value<'a>: EnterCannotFail<K>,
            > + Send
            + 'static,
        L: 'static,
    {
        let entering = self.add_async_manager::<M, L>(manager, aexit);
        async move {
            let value = entering.manager.aenter().await;
            entering.entered = true;
            value
        }
    }

    /// Enters an async manager whose enter can fail.
    ///
    /// # Errors
    ///
    /// What the manager's enter fails with.
    #[track_caller]
    pub fn try_enter_async_context<'a, M, T: 'a, F: 'a, L>(
        &'a self,
        manager: M,
        aexit: AsyncExit<M>,
    ) -> impl Future<Output = Result<T, F>> + use<'a, 's, M, T, F, V, L>
    where
        M: AsyncContextManager<
                Exit: FitsIn<V, L> + Verdict<Error: Send + Sync>,
                Value<'a> = Result<T, F>,
            > + Send
            + 'static,
        L: 'static,
    {
        let entering = self.add_async_manager::<M, L>(manager, aexit);
        async move {
            let value = entering.manager.aenter().await;
            entering.entered = value.is_ok();
            value
        }
    }

    #[track_caller]
    fn add_manager<M, L>(&self, manager: M) -> &mut Plain<M, V, L>
    where
        M: ContextManager<Exit: FitsIn<V, L> + Verdict<Error: Send + Sync>> + Send + 'static,
        L: 'static,
    {
        let manager = Plain::<M, V, L>::new(manager);
        known(self.entries.add_manager(Box::new(manager)))
    }

    #[track_caller]
    fn add_async_manager<M, L>(&self, manager: M, aexit: AsyncExit<M>) -> &mut Async<M, V, L>
    where
        M: AsyncContextManager<Exit: FitsIn<V, L> + Verdict<Error: Send + Sync>> + Send + 'static,
        L: 'static,
    {
        let manager = Async::<M, V, L>::new(manager, aexit);
        known(self.entries.add_manager(Box::new(manager)))
    }
}
