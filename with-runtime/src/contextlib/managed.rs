//! Managers made on the spot, of a value and a function.

use core::fmt;
use core::future::ready;

use super::once::{Once, debug};
use super::results::ExitResult;
use crate::{AsyncContextManager, ContextManager, Exception, SendException, Strict};

/// A manager in one line: the block borrows the value, and `exit` consumes it.
///
/// The target is `&mut value`. At the end the function gets the value itself and the exception, if
/// there is one, and what it returns is the [verdict](crate::Verdict). The manager is [`Strict`]:
/// the function decides by the exception, so an `Err` or `None` that leaves the block as a value is
/// one. Nothing is allocated.
///
/// It is single-use: entering it again [panics](crate::Misuse::Used). If it is never entered, the
/// value is dropped and the function is not called.
///
/// # Examples
///
/// A transaction. `Transaction` and its methods are those of rusqlite:
///
/// ```
/// # use std::cell::Cell;
/// # mod rusqlite {
/// #     #[derive(Debug)]
/// #     pub struct Error;
/// #     pub type Result<T> = std::result::Result<T, Error>;
/// # }
/// # #[derive(Default)]
/// # struct Connection { committed: Cell<u32>, rolled_back: Cell<u32> }
/// # struct Transaction<'c>(&'c Connection);
/// # impl Connection {
/// #     fn transaction(&mut self) -> rusqlite::Result<Transaction<'_>> { Ok(Transaction(self)) }
/// # }
/// # impl Transaction<'_> {
/// #     fn commit(self) -> rusqlite::Result<()> { self.0.committed.set(1); Ok(()) }
/// #     fn rollback(self) -> rusqlite::Result<()> { self.0.rolled_back.set(1); Ok(()) }
/// #     fn execute(&self, sql: &str, _: ()) -> rusqlite::Result<usize> {
/// #         if sql.is_empty() { Err(rusqlite::Error) } else { Ok(1) }
/// #     }
/// # }
/// use with_runtime::contextlib::managed;
/// use with_runtime::with;
///
/// fn run(conn: &mut Connection, sql: &str) -> rusqlite::Result<usize> {
///     with!(managed(conn.transaction()?, |tx, exc| match exc {
///         None => tx.commit(),
///         Some(_) => tx.rollback(),
///     }) as tx => { tx.execute(sql, ())? })
/// }
///
/// let mut conn = Connection::default();
/// assert_eq!(run(&mut conn, "DELETE FROM users").unwrap(), 1);
/// assert!(run(&mut conn, "").is_err());
/// assert_eq!((conn.committed.get(), conn.rolled_back.get()), (1, 1));
/// ```
///
/// A function makes the manager for many statements:
///
/// ```
/// use with_runtime::contextlib::{Managed, managed};
/// use with_runtime::{Exception, with};
///
/// fn indented<'d>(
///     depth: &'d mut usize,
/// ) -> Managed<&'d mut usize, impl FnOnce(&'d mut usize, Option<Exception<'_>>)> {
///     *depth += 2;
///     managed(depth, |depth, _| *depth -= 2)
/// }
///
/// let mut depth = 0;
/// for _ in 0..2 {
///     with!(indented(&mut depth) as depth => { assert_eq!(**depth, 2) });
/// }
/// assert_eq!(depth, 0);
/// ```
///
/// Block and cleanup use the same thing. A guard that borrows it, as `scopeguard::defer!` makes
/// one, borrows it for the whole block; here the block gets it from the manager:
///
/// ```
/// use with_runtime::contextlib::managed;
/// use with_runtime::with;
///
/// let mut lines = vec!["begin"];
/// with!(managed(&mut lines, |lines, _| lines.push("end")) as lines => {
///     lines.push("body");
/// });
/// assert_eq!(lines, ["begin", "body", "end"]);
/// ```
pub fn managed<T, F, V>(value: T, exit: F) -> Managed<T, V::Itself<F>>
where
    F: FnOnce(T, Option<Exception<'_>>) -> V,
    V: ExitResult,
{
    Managed(Once::new((value, V::itself(exit))))
}

/// The manager that [`managed`] makes.
#[must_use = "a context manager does nothing until `with!` enters it"]
pub struct Managed<T, F>(Once<(T, F)>);

impl<T, F, V> ContextManager for Managed<T, F>
where
    F: FnOnce(T, Option<Exception<'_>>) -> V,
    V: ExitResult,
{
    type Value<'a>
        = &'a mut T
    where
        Self: 'a;
    type Exit = Strict<V>;

    #[inline]
    #[track_caller]
    fn enter(&mut self) -> &mut T {
        &mut self.0.enter().0
    }

    #[inline]
    fn exit(&mut self, exc: Option<Exception<'_>>) -> V {
        match self.0.take() {
            Some((value, exit)) => exit(value, exc),
            None => V::propagate(),
        }
    }
}

/// [`managed`] for a cleanup that is awaited, in `async_with!`.
///
/// The function looks at the exception and returns a future, which can't borrow the exception: what
/// it needs of it is taken out before. So it is an ordinary closure and not an `async` one, and the
/// statement can be spawned.
///
/// If the statement's future is dropped, or a panic unwinds, nothing can be awaited: the value is
/// dropped and the function is not called.
///
/// # Examples
///
/// ```
/// # #[derive(Debug)]
/// # struct Error;
/// # struct Transaction;
/// # impl Transaction {
/// #     async fn commit(self) -> Result<(), Error> { Ok(()) }
/// #     async fn rollback(self) -> Result<(), Error> { Ok(()) }
/// #     async fn execute(&mut self, _: &str) -> Result<u64, Error> { Ok(1) }
/// # }
/// use with_runtime::async_with;
/// use with_runtime::contextlib::amanaged;
///
/// async fn run(tx: Transaction, sql: &str) -> Result<u64, Error> {
///     async_with!(amanaged(tx, |tx, exc| {
///         let failed = exc.is_some();
///         async move { if failed { tx.rollback().await } else { tx.commit().await } }
///     }) as tx => { tx.execute(sql).await? })
/// }
/// # let mut run = std::pin::pin!(run(Transaction, "DELETE FROM users"));
/// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// # assert!(matches!(run.as_mut().poll(&mut context), std::task::Poll::Ready(Ok(1))));
/// ```
pub fn amanaged<T, F, R, V>(value: T, exit: F) -> AsyncManaged<T, F, V::Itself<R>>
where
    F: FnOnce(T, Option<SendException<'_>>) -> R, // no `async` closure: R can't borrow the exception
    R: Future<Output = V>,
    V: ExitResult,
{
    AsyncManaged {
        held: Once::new((value, exit)),
        call: |exit, value, exc| V::itself(exit(value, exc)),
    }
}

/// The manager that [`amanaged`] makes.
#[must_use = "a context manager does nothing until `async_with!` enters it"]
pub struct AsyncManaged<T, F, R> {
    held: Once<(T, F)>,
    /// What `F` returns for an exception of any lifetime is known here. Asked again where the
    /// future is sent to another thread, the compiler would say no.
    call: fn(F, T, Option<SendException<'_>>) -> R,
}

impl<T, F, R, V> AsyncContextManager for AsyncManaged<T, F, R>
where
    R: Future<Output = V>,
    V: ExitResult,
{
    type Value<'a>
        = &'a mut T
    where
        Self: 'a;
    type Exit = Strict<V>;

    #[inline]
    fn aenter(&mut self) -> impl Future<Output = &mut T> {
        ready(&mut self.held.enter().0)
    }

    #[inline]
    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> V {
        match self.held.take() {
            Some((value, exit)) => (self.call)(exit, value, exc).await,
            None => V::propagate(),
        }
    }

    #[inline]
    fn cancelled(&mut self) {
        drop(self.held.take());
    }
}

impl<T: fmt::Debug, F> fmt::Debug for Managed<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug("Managed", &self.0, f)
    }
}

impl<T: fmt::Debug, F, R> fmt::Debug for AsyncManaged<T, F, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug("AsyncManaged", &self.held, f)
    }
}
