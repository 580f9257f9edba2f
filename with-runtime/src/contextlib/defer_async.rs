//! Cleanups that need no value and are awaited.

use core::fmt;
use core::future::ready;

use super::once::Once;
use super::results::{CleanupResult, ExitResult};
use crate::{AsyncContextManager, SendException, Strict, Verdict};

/// [`on_exit`](super::on_exit) for a cleanup that is awaited, in `async_with!`.
///
/// The function looks at the exception and returns a future, which can't borrow it. If the
/// statement's future is dropped, or a panic unwinds, nothing can be awaited and the function is
/// not called. A cleanup that must not be left out is for [`on_exit`](super::on_exit), which async
/// code may use too.
///
/// # Examples
///
/// ```
/// use with_runtime::async_with;
/// use with_runtime::contextlib::aon_exit;
/// # async fn send(_: &str) {}
///
/// async fn serve() {
///     async_with!(aon_exit(|exc| {
///         let farewell = exc.map_or("bye".to_owned(), |exc| format!("sorry: {exc}"));
///         async move { send(&farewell).await }
///     }) => {
///         send("hello").await;
///     });
/// }
/// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// # assert!(std::pin::pin!(serve()).poll(&mut context).is_ready());
/// ```
pub fn aon_exit<F, R, V>(exit: F) -> AsyncOnExit<F, V::Itself<R>>
where
    F: FnOnce(Option<SendException<'_>>) -> R, // no `async` closure: R can't borrow the exception
    R: Future<Output = V>,
    V: ExitResult,
{
    AsyncOnExit {
        held: Once::new(exit),
        call: |exit, exc| V::itself(exit(exc)),
    }
}

/// [`on_error`](super::on_error) for a cleanup that is awaited, in `async_with!`.
///
/// The function looks at the exception and returns a future, which can't borrow it. If the
/// statement's future is dropped, or a panic unwinds, nothing can be awaited and the function is
/// not called.
///
/// # Examples
///
/// ```
/// use std::io;
/// use with_runtime::async_with;
/// use with_runtime::contextlib::aon_error;
/// # async fn create_user() -> io::Result<u32> { Ok(7) }
/// # async fn delete_user(_: u32) -> io::Result<()> { Ok(()) }
/// # async fn send_mail() -> io::Result<()> { Ok(()) }
///
/// async fn register() -> io::Result<u32> {
///     let user = create_user().await?;
///     async_with!(aon_error(|_| delete_user(user)) => {
///         send_mail().await?;
///         user
///     })
/// }
/// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// # assert!(std::pin::pin!(register()).poll(&mut context).is_ready());
/// ```
pub fn aon_error<F, R, V>(exit: F) -> AsyncOnError<F, V::Itself<R>>
where
    F: FnOnce(SendException<'_>) -> R, // no `async` closure: R can't borrow the exception
    R: Future<Output = V>,
    V: ExitResult,
{
    AsyncOnError {
        held: Once::new(exit),
        call: |exit, exc| V::itself(exit(exc)),
    }
}

/// [`on_success`](super::on_success) for a cleanup that is awaited, in `async_with!`.
///
/// # Examples
///
/// ```
/// use std::io;
/// use with_runtime::async_with;
/// use with_runtime::contextlib::aon_success;
/// # async fn notify() -> io::Result<()> { Ok(()) }
/// # async fn upload() -> io::Result<u32> { Ok(7) }
///
/// async fn publish() -> io::Result<u32> {
///     async_with!(aon_success(notify) => { upload().await? })
/// }
/// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// # assert!(std::pin::pin!(publish()).poll(&mut context).is_ready());
/// ```
pub fn aon_success<F, R, C>(exit: F) -> AsyncOnSuccess<C::Itself<F>>
where
    F: FnOnce() -> R,
    R: Future<Output = C>,
    C: CleanupResult,
{
    AsyncOnSuccess {
        held: Once::new(C::itself(exit)),
    }
}

/// The manager that [`aon_exit`] makes.
#[must_use = "a context manager does nothing until `async_with!` enters it"]
pub struct AsyncOnExit<F, R> {
    held: Once<F>,
    call: fn(F, Option<SendException<'_>>) -> R,
}

/// The manager that [`aon_error`] makes.
#[must_use = "a context manager does nothing until `async_with!` enters it"]
pub struct AsyncOnError<F, R> {
    held: Once<F>,
    call: fn(F, SendException<'_>) -> R,
}

/// The manager that [`aon_success`] makes.
#[must_use = "a context manager does nothing until `async_with!` enters it"]
pub struct AsyncOnSuccess<F> {
    held: Once<F>,
}

/// What the three have in common.
macro_rules! methods {
    ($Exit:ty) => {
        type Value<'a>
            = ()
        where
            Self: 'a;
        type Exit = $Exit;

        #[inline]
        fn aenter(&mut self) -> impl Future<Output = ()> {
            self.held.enter();
            ready(())
        }

        #[inline]
        fn cancelled(&mut self) {
            drop(self.held.take());
        }
    };
}

impl<F, R, V> AsyncContextManager for AsyncOnExit<F, R>
where
    R: Future<Output = V>,
    V: ExitResult,
{
    methods!(Strict<V>);

    #[inline]
    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> V {
        match self.held.take() {
            Some(exit) => (self.call)(exit, exc).await,
            None => V::propagate(),
        }
    }
}

impl<F, R, V> AsyncContextManager for AsyncOnError<F, R>
where
    R: Future<Output = V>,
    V: ExitResult,
{
    methods!(Strict<V>);

    #[inline]
    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> V {
        match (self.held.take(), exc) {
            (Some(exit), Some(exc)) => (self.call)(exit, exc).await,
            _ => V::propagate(),
        }
    }
}

impl<F, R, C> AsyncContextManager for AsyncOnSuccess<F>
where
    F: FnOnce() -> R,
    R: Future<Output = C>,
    C: CleanupResult,
{
    methods!(Strict<C::Exit>);

    #[inline]
    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> C::Exit {
        match (self.held.take(), exc) {
            (Some(exit), None) => exit().await.into_exit(),
            _ => C::Exit::propagate(),
        }
    }
}

macro_rules! debug {
    ($($Manager:ident<$($P:ident),*>;)*) => {$(
        impl<$($P),*> fmt::Debug for $Manager<$($P),*> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Manager)).finish_non_exhaustive()
            }
        }
    )*};
}

debug! {
    AsyncOnExit<F, R>;
    AsyncOnError<F, R>;
    AsyncOnSuccess<F>;
}
