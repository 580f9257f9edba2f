//! Managers that keep both errors.

use core::fmt;

use super::compose::Compose;
use super::exit_error::ExitError;
use crate::exception::raisable::Raisable;
use crate::{AsyncContextManager, ContextManager, Exception, SendException, Verdict};

/// Makes a manager keep both errors: if its exit fails while an exception is pending, the failure
/// carries that exception along, as an [`ExitError`].
///
/// # Examples
///
/// ```
/// use std::io;
/// use with_runtime::contextlib::chaining;
/// use with_runtime::{ContextManager, Exception, with};
///
/// struct Upload;
///
/// impl ContextManager for Upload {
///     type Value<'a> = ();
///     type Exit = io::Result<()>;
///     fn enter(&mut self) {}
///     fn exit(&mut self, _: Option<Exception<'_>>) -> io::Result<()> {
///         Err(io::Error::other("the disk is full"))
///     }
/// }
///
/// fn upload(size: &str) -> Result<u64, Box<dyn std::error::Error>> {
///     let size = with!(chaining(Upload) => { size.parse::<u64>()? })?;
///     Ok(size)
/// }
///
/// let error = upload("seven").unwrap_err();
/// assert_eq!(error.to_string(), "the disk is full");
/// assert_eq!(error.source().unwrap().to_string(), "while handling: invalid digit found in string");
/// ```
pub fn chaining<M, L>(manager: M) -> Chaining<M>
where
    M: ContextManager<Exit: Compose + Verdict<Error: Raisable<L>>>,
{
    Chaining {
        manager,
        chain: ExitError::new,
    }
}

/// [`chaining`] for an async manager.
///
/// # Examples
///
/// ```
/// use with_runtime::contextlib::achaining;
/// use with_runtime::{AsyncContextManager, SendException, async_with};
///
/// struct Session;
///
/// impl AsyncContextManager for Session {
///     type Value<'a> = ();
///     type Exit = Result<(), String>;
///     async fn aenter(&mut self) {}
///     async fn aexit(&mut self, _: Option<SendException<'_>>) -> Result<(), String> {
///         Err("the connection is lost".to_owned())
///     }
/// }
///
/// async fn fetch(size: &str) -> Result<u64, Box<dyn std::error::Error>> {
///     Ok(async_with!(achaining(Session) => { size.parse::<u64>()? })?)
/// }
/// # let mut fetch = std::pin::pin!(fetch("seven"));
/// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// # let std::task::Poll::Ready(Err(error)) = fetch.as_mut().poll(&mut context) else { panic!() };
/// # assert_eq!(error.to_string(), "the connection is lost");
/// # assert_eq!(error.source().unwrap().to_string(), "while handling: invalid digit found in string");
/// ```
pub fn achaining<M, L>(manager: M) -> AsyncChaining<M>
where
    M: AsyncContextManager<Exit: Compose + Verdict<Error: Raisable<L>>>,
{
    AsyncChaining {
        manager,
        chain: ExitError::new,
    }
}

type Chain<E> = fn(E, Option<Exception<'_>>) -> ExitError<E>;

/// What [`chaining`] returns.
#[derive(Clone, Copy)]
#[must_use = "a context manager does nothing until it is entered"]
pub struct Chaining<M: ContextManager> {
    manager: M,
    chain: Chain<<M::Exit as Verdict>::Error>,
}

/// What [`achaining`] returns.
#[derive(Clone, Copy)]
#[must_use = "a context manager does nothing until it is entered"]
pub struct AsyncChaining<M: AsyncContextManager> {
    manager: M,
    chain: Chain<<M::Exit as Verdict>::Error>,
}

impl<M: ContextManager + fmt::Debug> fmt::Debug for Chaining<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Chaining").field(&self.manager).finish()
    }
}

impl<M: AsyncContextManager + fmt::Debug> fmt::Debug for AsyncChaining<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AsyncChaining").field(&self.manager).finish()
    }
}

/// The verdict `V` that fails with both errors.
type Chained<V> = <V as Compose>::Failing<ExitError<<V as Verdict>::Error>>;

impl<M: ContextManager<Exit: Compose>> ContextManager for Chaining<M> {
    type Value<'a>
        = M::Value<'a>
    where
        Self: 'a;
    type Exit = Chained<M::Exit>;

    #[inline]
    #[track_caller]
    fn enter(&mut self) -> M::Value<'_> {
        self.manager.enter()
    }

    #[inline]
    #[track_caller]
    fn exit(&mut self, mut exc: Option<Exception<'_>>) -> <Chained<M::Exit> as Verdict>::Answer {
        let answer = self.manager.exit(exc.as_mut().map(Exception::reborrow));
        let result = <M::Exit as Verdict>::into_result(answer);
        Chained::<M::Exit>::from_result(result.map_err(|error| (self.chain)(error, exc)))
    }
}

impl<M: AsyncContextManager<Exit: Compose>> AsyncContextManager for AsyncChaining<M> {
    type Value<'a>
        = M::Value<'a>
    where
        Self: 'a;
    type Exit = Chained<M::Exit>;

    #[inline]
    fn aenter(&mut self) -> impl Future<Output = M::Value<'_>> {
        self.manager.aenter()
    }

    #[inline]
    async fn aexit(
        &mut self,
        mut exc: Option<SendException<'_>>,
    ) -> <Chained<M::Exit> as Verdict>::Answer {
        let answer = (self.manager)
            .aexit(exc.as_mut().map(Exception::reborrow))
            .await;
        let exc = exc.map(Exception::from);
        let result = <M::Exit as Verdict>::into_result(answer);
        Chained::<M::Exit>::from_result(result.map_err(|error| (self.chain)(error, exc)))
    }

    fn cancelled(&mut self) {
        self.manager.cancelled();
    }
}
