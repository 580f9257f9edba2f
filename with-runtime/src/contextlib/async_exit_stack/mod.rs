//! Async managers and cleanups whose number is known at run time only.

use alloc::boxed::Box;
use core::convert::Infallible;
use core::fmt;
use core::mem;

use super::entries::{Entries, Exit, Taken};
use super::failure::{Pending, SendFailed, send_failed};
use super::unwinding::{Current, Panics, exit_one, half_way};
use crate::exception::raisable::Raisable;
use crate::exception::{Exception, SendException, Traceback};
use crate::private::raised::Interruption;
use crate::{AsyncContextManager, ExceptionKind, Strict, Verdict};

mod managed;
mod register;

use self::managed::StackedManager;
pub use self::managed::{AsyncExit, BoxFuture};

/// Python's `AsyncExitStack`: an [`ExitStack`](crate::contextlib::ExitStack) for `async_with!`,
/// with async managers and functions beside plain ones.
///
/// They are all in one order, and awaited one after another. What is in it must be `Send`, so that
/// the statement's future is.
///
/// # Cancellation
///
/// If the statement's future is dropped, or a panic unwinds, nothing can be awaited. Then async
/// managers are
/// [cancelled](AsyncContextManager::cancelled), plain managers and functions are exited as ever, and async functions are dropped. So
/// it is with a stack that is dropped before it is exited or closed.
///
/// # Examples
///
/// ```
/// use std::io;
/// use with_runtime::contextlib::AsyncExitStack;
/// use with_runtime::{AsyncContextManager, SendException, async_with};
///
/// struct Connection {
///     host: &'static str,
/// }
///
/// impl AsyncContextManager for Connection {
///     type Value<'a> = &'a mut Connection;
///     type Exit = io::Result<()>;
///
///     async fn aenter(&mut self) -> &mut Connection {
///         self
///     }
///
///     async fn aexit(&mut self, _: Option<SendException<'_>>) -> io::Result<()> {
///         println!("goodbye {}", self.host);
///         Ok(())
///     }
/// }
///
/// async fn connect_to_all(hosts: &[&'static str]) -> io::Result<usize> {
///     async_with!(AsyncExitStack::fallible() as stack => {
///         let mut connections = Vec::new();
///         for host in hosts {
///             let connection = Connection { host };
///             let entered = stack.enter_async_context(connection, |c, exc| Box::pin(c.aexit(exc)));
///             connections.push(entered.await);
///         }
///         stack.push_async_callback(async || println!("before all of them"));
///         connections.len()
///     })
/// }
/// # let mut run = std::pin::pin!(connect_to_all(&["a", "b"]));
/// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// # assert!(matches!(run.as_mut().poll(&mut context), std::task::Poll::Ready(Ok(2))));
/// ```
#[must_use = "the exits in it are called when it is dropped, but not awaited"]
pub struct AsyncExitStack<'s, V: Verdict + 'static = ()> {
    entries: Entries<Function<'s, V>, Manager<V>>,
    failed: fn(V::Error, Traceback) -> SendFailed<V::Error>,
    panics: Panics,
}

enum Function<'s, V: Verdict + 'static> {
    Plain(PlainFunction<'s, V>),
    Async(AsyncFunction<'s, V>),
}

type FunctionResult<V> = Result<bool, <V as Verdict>::Error>;

type PlainFunction<'s, V> = Box<dyn FnOnce(Option<Exception<'_>>) -> FunctionResult<V> + Send + 's>;

/// It looks at the exception when it is called, and is awaited then: so its future needn't borrow
/// the exception.
type AsyncFunction<'s, V> =
    Box<dyn FnOnce(Option<SendException<'_>>) -> BoxFuture<'s, FunctionResult<V>> + Send + 's>;

type Manager<V> = Box<dyn StackedManager<<V as Verdict>::Error>>;

impl AsyncExitStack<'_> {
    /// A stack whose exits can neither suppress nor fail.
    pub fn new() -> Self {
        Self::with_failures(unfailing)
    }
}

impl Default for AsyncExitStack<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl AsyncExitStack<'_, bool> {
    /// A stack whose exits may suppress.
    pub fn suppressing() -> Self {
        Self::with_failures(unfailing)
    }
}

impl<E: Send + Sync + 'static> AsyncExitStack<'_, Result<(), E>> {
    /// A stack whose exits may fail.
    pub fn fallible<L: 'static>() -> Self
    where
        E: Raisable<L>,
    {
        Self::with_failures(own_failure::<E, L>)
    }
}

impl<E: Send + Sync + 'static> AsyncExitStack<'_, Result<bool, E>> {
    /// A stack whose exits may suppress and fail.
    pub fn fallible_suppressing<L: 'static>() -> Self
    where
        E: Raisable<L>,
    {
        Self::with_failures(own_failure::<E, L>)
    }
}

/// The failure of a function.
fn own_failure<E, L: 'static>(error: E, traceback: Traceback) -> SendFailed<E>
where
    E: Raisable<L> + Send + Sync,
{
    send_failed(error, traceback, |error| error)
}

fn unfailing(never: Infallible, _: Traceback) -> SendFailed<Infallible> {
    match never {}
}

impl<'s, V: Verdict + 'static> AsyncExitStack<'s, V> {
    fn with_failures(failed: fn(V::Error, Traceback) -> SendFailed<V::Error>) -> Self {
        AsyncExitStack {
            entries: Entries::new(),
            failed,
            panics: Panics::default(),
        }
    }

    /// The same stack, to which a panic in an exit is an exception, as
    /// [`ExitStack::catching`](crate::contextlib::ExitStack::catching) has it.
    #[cfg(feature = "std")]
    pub fn catching(mut self) -> Self {
        self.panics = Panics::Raise;
        self
    }

    /// Moves all that is in the stack to a new one, so that it outlives the block.
    pub fn pop_all(&mut self) -> Self {
        let empty = AsyncExitStack {
            entries: Entries::new(),
            ..*self
        };
        mem::replace(self, empty)
    }

    /// Exits all that is in the stack, now. There is no exception. It can be filled again.
    ///
    /// # Errors
    ///
    /// In a stack whose exits may fail, the failure of the last one that does.
    pub async fn aclose(&mut self) -> V::Answer {
        self.exit_all(None).await
    }

    async fn exit_all(&mut self, exc: Option<SendException<'_>>) -> V::Answer {
        let (failed, panics) = (self.failed, self.panics);
        let mut rest = self.rest();
        let mut current = Current::new(exc);
        while let Some((exit, traceback)) = rest.entries.pop() {
            let exc = current.exception();
            let exiting = &mut rest.exiting;
            let exit = async move {
                match exit {
                    Exit::Function(Function::Plain(exit)) => {
                        exit(exc.map(Exception::from)).map_err(|error| failed(error, traceback))
                    }
                    Exit::Function(Function::Async(exit)) => {
                        let exiting = exit(exc);
                        exiting.await.map_err(|error| failed(error, traceback))
                    }
                    Exit::Manager(manager) => exiting.insert(manager).aexit(exc, traceback).await,
                }
            };
            let result = exit_one(exit, panics).await;
            rest.exiting = None;
            current.apply(result);
        }
        V::from_result(current.into_result().map_err(Pending::into_error))
    }

    fn rest(&mut self) -> Rest<'s, V> {
        Rest {
            entries: self.entries.take(),
            exiting: None,
        }
    }
}

/// The exits that are left. Those that are still there when it is dropped were interrupted.
struct Rest<'s, V: Verdict + 'static> {
    entries: Taken<Function<'s, V>, Manager<V>>,
    exiting: Option<Manager<V>>,
}

impl<V: Verdict + 'static> Rest<'_, V> {
    /// Whether there was one.
    fn abandon_next(&mut self, kind: ExceptionKind) -> bool {
        if let Some(mut manager) = self.exiting.take() {
            manager.abandon(kind);
            return true;
        }
        match self.entries.pop() {
            Some((Exit::Function(Function::Plain(exit)), _)) => {
                let mut raised = Interruption(kind);
                drop(exit(Some(Exception::new(&mut raised))));
            }
            Some((Exit::Function(Function::Async(_)), _)) => {}
            Some((Exit::Manager(mut manager), _)) => manager.abandon(kind),
            None => return false,
        }
        true
    }
}

impl<V: Verdict + 'static> Drop for Rest<'_, V> {
    fn drop(&mut self) {
        if self.exiting.is_some() || !self.entries.is_empty() {
            half_way(|kind| self.abandon_next(kind));
        }
    }
}

impl<V: Verdict + 'static> Drop for AsyncExitStack<'_, V> {
    fn drop(&mut self) {
        drop(self.rest());
    }
}

impl<'s, V: Verdict + 'static> AsyncContextManager for AsyncExitStack<'s, V> {
    type Value<'a>
        = &'a mut AsyncExitStack<'s, V>
    where
        Self: 'a;
    type Exit = Strict<V>;

    async fn aenter(&mut self) -> &mut Self {
        self
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> V::Answer {
        self.exit_all(exc).await
    }

    fn cancelled(&mut self) {
        drop(self.rest());
    }
}

impl<V: Verdict + 'static> fmt::Debug for AsyncExitStack<'_, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AsyncExitStack")
            .field("exits", &self.entries.len())
            .finish_non_exhaustive()
    }
}
