//! The protocol of PEP 492: what an async context manager is.

use crate::{SendException, Strict, Strictly, Verdict};

/// An async context manager: what an [`async_with!`](crate::async_with) statement enters before its block and exits after
/// it, awaiting both.
///
/// The protocol is that of PEP 492, section "Asynchronous Context Managers and `async with`", with the one improvement of
/// [`ContextManager`](crate::ContextManager): [`Exit`](Self::Exit) says at compile time what `aexit` may do. The two protocols
/// have nothing to do with each other: no manager of one is a manager of the other, unless it implements both.
///
/// Implement the methods as `async fn`. The statement's future is `Send` where theirs are.
///
/// # Examples
///
/// ```
/// use std::cell::RefCell;
/// use with_runtime::{AsyncContextManager, SendException, async_with};
///
/// /// A connection that says goodbye.
/// struct Connection<'a>(&'a RefCell<Vec<&'static str>>);
///
/// impl<'c> AsyncContextManager for Connection<'c> {
///     type Value<'a> = &'a RefCell<Vec<&'static str>> where Self: 'a;
///     type Exit = ();
///
///     async fn aenter(&mut self) -> &RefCell<Vec<&'static str>> {
///         self.0.borrow_mut().push("hello");
///         self.0
///     }
///
///     async fn aexit(&mut self, exc: Option<SendException<'_>>) {
///         let farewell = if exc.is_some() { "sorry" } else { "bye" };
///         self.0.borrow_mut().push(farewell);
///     }
/// }
///
/// # async fn run() {
/// let lines = RefCell::default();
/// async_with!(Connection(&lines) as line => {
///     line.borrow_mut().push("what time is it?");
/// });
/// assert_eq!(lines.into_inner(), ["hello", "what time is it?", "bye"]);
/// # }
/// # let mut run = std::pin::pin!(run());
/// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// # assert!(run.as_mut().poll(&mut context).is_ready());
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an async context manager",
    label = "`async_with!` needs an async context manager here",
    note = "an async context manager implements `with_runtime::AsyncContextManager`: `aenter` before the block, `aexit` after it",
    note = "a `ContextManager` is entered by `with!`, in async code as well"
)]
pub trait AsyncContextManager {
    /// What `aenter` returns and `as` binds; it may borrow from the manager.
    ///
    /// An `aenter` that can fail has a `Result` for its value, and the user writes `as PAT?`.
    type Value<'a>
    where
        Self: 'a;

    /// What `aexit` returns, and thereby what it can do: `()`, `bool`, `Result<(), E>` or `Result<bool, E>`; or
    /// [`Strict`] of one of these.
    type Exit: Verdict;

    /// Called and awaited before the block. If it panics, or if the future is dropped while it waits, the block is not run, and
    /// neither `aexit` nor `cancelled` is called.
    fn aenter(&mut self) -> impl Future<Output = Self::Value<'_>>;

    /// Called and awaited once for every `aenter` that succeeded, when the block was left: at its end, by a jump, by an error
    /// raised with `?`, and by a panic in a `catch` block.
    ///
    /// `exc` is `None` where there was no exception.
    ///
    /// # Errors
    ///
    /// A failure, where [`Exit`](Self::Exit) has one, replaces what was pending: a jump, a value or an exception.
    ///
    /// # Panics
    ///
    /// So does a panic.
    fn aexit(
        &mut self,
        exc: Option<SendException<'_>>,
    ) -> impl Future<Output = <Self::Exit as Verdict>::Answer>;

    /// Called, once, where `aexit` can't be or can't come to its end: the future was dropped while the block or `aexit` waited,
    /// or a panic unwinds that no `catch` has caught. Nothing can be awaited then.
    ///
    /// By default nothing is done, so that it is the manager's drop that cleans up. For a transaction this means that the server is
    /// told nothing: it is neither committed nor, unless this method or the drop arranges for it, rolled back at once. If
    /// `aexit` was waiting for the answer to a commit, nobody knows whether there was one.
    ///
    /// # Panics
    ///
    /// A panic propagates as one in a `Drop` would; only while another panic is unwinding is it caught and dropped.
    fn cancelled(&mut self) {}
}

/// Calls on to the manager inside.
macro_rules! delegate {
    ($self:ident => $manager:expr, $Exit:ty) => {
        type Value<'a>
            = M::Value<'a>
        where
            Self: 'a;
        type Exit = $Exit;

        #[inline]
        fn aenter(&mut $self) -> impl Future<Output = M::Value<'_>> {
            $manager.aenter()
        }

        #[inline]
        fn aexit(&mut $self, exc: Option<SendException<'_>>) -> impl Future<Output = <M::Exit as Verdict>::Answer> {
            $manager.aexit(exc)
        }

        #[inline]
        fn cancelled(&mut $self) {
            $manager.cancelled();
        }
    };
}

impl<M: AsyncContextManager> AsyncContextManager for &mut M {
    delegate!(self => (**self), M::Exit);
}

#[cfg(feature = "alloc")]
impl<M: AsyncContextManager> AsyncContextManager for alloc::boxed::Box<M> {
    delegate!(self => (**self), M::Exit);
}

impl<M: AsyncContextManager> AsyncContextManager for Strictly<M> {
    delegate!(self => self.0, Strict<M::Exit>);
}

/// A manager that may be absent: `None` does nothing, and its value is `None`.
impl<M: AsyncContextManager> AsyncContextManager for Option<M> {
    type Value<'a>
        = Option<M::Value<'a>>
    where
        Self: 'a;
    type Exit = M::Exit;

    #[inline]
    async fn aenter(&mut self) -> Option<M::Value<'_>> {
        Some(self.as_mut()?.aenter().await)
    }

    #[inline]
    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> <M::Exit as Verdict>::Answer {
        match self {
            Some(manager) => manager.aexit(exc).await,
            None => <M::Exit as Verdict>::propagate(),
        }
    }

    #[inline]
    fn cancelled(&mut self) {
        if let Some(manager) = self {
            manager.cancelled();
        }
    }
}
