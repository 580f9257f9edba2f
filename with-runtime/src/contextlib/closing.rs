//! Values that are closed at the end.

use core::fmt;
use core::future::ready;

use super::once::{Once, debug};
use super::results::CleanupResult;
use crate::{AsyncContextManager, ContextManager, Exception, SendException, Verdict};

/// Closes a value at the end of the block, whatever happened in it, as Python's `closing(value)`
/// calls `value.close()`.
///
/// The target is `&mut value`, and the function that closes gets the value itself. It returns
/// nothing or a `Result`; in the second case the statement may fail. The value in its `Ok` is
/// dropped.
///
/// It is single-use: entering it again [panics](crate::Misuse::Used).
///
/// # Examples
///
/// ```
/// use std::fs::File;
/// use std::io::{self, Write};
/// use with_runtime::contextlib::closing;
/// use with_runtime::with;
///
/// /// The lines are on the disk when this returns.
/// fn write(file: File, lines: &[&str]) -> io::Result<usize> {
///     with!(closing(file, |file| file.sync_all()) as file => {
///         for line in lines {
///             writeln!(file, "{line}")?;
///         }
///         lines.len()
///     })
/// }
/// # let path = std::env::temp_dir().join(format!("closing-{}", std::process::id()));
/// # assert_eq!(write(File::create(&path)?, &["one", "two"])?, 2);
/// # std::fs::remove_file(path)?;
/// # Ok::<(), io::Error>(())
/// ```
///
/// The name of a method will do. Some return the value if they fail:
///
/// ```
/// # #[derive(Debug)]
/// # struct Error;
/// # struct Connection;
/// # impl Connection {
/// #     fn close(self) -> Result<(), (Connection, Error)> { Ok(()) }
/// #     fn execute(&mut self, _: &str) -> Result<(), Error> { Ok(()) }
/// # }
/// # struct Archive;
/// # impl Archive { fn finish(self) -> Result<Vec<u8>, Error> { Ok(Vec::new()) } }
/// # use with_runtime::contextlib::closing;
/// # use with_runtime::with;
/// # fn run(archive: Archive, connection: Connection) -> Result<(), Error> {
/// with!(closing(archive, Archive::finish) as _archive => { /* .. */ })?;
///
/// with!(closing(connection, |c| c.close().map_err(|(_, error)| error)) as connection => {
///     connection.execute("VACUUM")?;
/// })
/// # }
/// # run(Archive, Connection).unwrap();
/// ```
///
/// Things of the standard library that have more than one way to be closed:
///
/// ```no_run
/// use std::net::{Shutdown, TcpStream};
/// use std::thread::JoinHandle;
/// use std::{io, panic};
/// use with_runtime::contextlib::closing;
/// use with_runtime::with;
///
/// # fn run(stream: TcpStream, thread: JoinHandle<()>) -> io::Result<()> {
/// with!(closing(stream, |stream| stream.shutdown(Shutdown::Write)) as _stream => { /* .. */ })?;
///
/// // A panic of the thread becomes one of the statement.
/// let join = |thread: JoinHandle<()>| thread.join().unwrap_or_else(|payload| panic::resume_unwind(payload));
/// with!(closing(thread, join) => { /* .. */ });
/// # Ok(())
/// # }
/// ```
pub fn closing<T, F, C>(value: T, close: F) -> Closing<T, C::Itself<F>>
where
    F: FnOnce(T) -> C,
    C: CleanupResult,
{
    Closing(Once::new((value, C::itself(close))))
}

/// The manager that [`closing`] makes.
#[must_use = "a context manager does nothing until `with!` enters it"]
pub struct Closing<T, F>(Once<(T, F)>);

impl<T, F, C> ContextManager for Closing<T, F>
where
    F: FnOnce(T) -> C,
    C: CleanupResult,
{
    type Value<'a>
        = &'a mut T
    where
        Self: 'a;
    type Exit = C::Exit;

    #[inline]
    #[track_caller]
    fn enter(&mut self) -> &mut T {
        &mut self.0.enter().0
    }

    #[inline]
    fn exit(&mut self, _: Option<Exception<'_>>) -> C::Exit {
        match self.0.take() {
            Some((value, close)) => close(value).into_exit(),
            None => C::Exit::propagate(),
        }
    }
}

/// [`closing`] for a function whose future is awaited, in `async_with!`.
///
/// If the statement's future is dropped, or a panic unwinds, nothing can be awaited: the value is
/// dropped and not closed.
///
/// # Examples
///
/// ```
/// use with_runtime::async_with;
/// use with_runtime::contextlib::aclosing;
/// # struct Connection;
/// # struct Error;
/// # impl Connection {
/// #     async fn query(&mut self, _: &str) -> Result<u32, Error> { Ok(1) }
/// #     async fn close(self) -> Result<(), Error> { Ok(()) }
/// # }
///
/// async fn count(connection: Connection) -> Result<u32, Error> {
///     async_with!(aclosing(connection, Connection::close) as connection => {
///         connection.query("SELECT count(*) FROM users").await?
///     })
/// }
/// # let mut run = std::pin::pin!(count(Connection));
/// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// # assert!(matches!(run.as_mut().poll(&mut context), std::task::Poll::Ready(Ok(1))));
/// ```
pub fn aclosing<T, F, R, C>(value: T, close: F) -> AsyncClosing<T, C::Itself<F>>
where
    F: FnOnce(T) -> R,
    R: Future<Output = C>,
    C: CleanupResult,
{
    AsyncClosing(Once::new((value, C::itself(close))))
}

/// The manager that [`aclosing`] makes.
#[must_use = "a context manager does nothing until `async_with!` enters it"]
pub struct AsyncClosing<T, F>(Once<(T, F)>);

impl<T, F, R, C> AsyncContextManager for AsyncClosing<T, F>
where
    F: FnOnce(T) -> R,
    R: Future<Output = C>,
    C: CleanupResult,
{
    type Value<'a>
        = &'a mut T
    where
        Self: 'a;
    type Exit = C::Exit;

    #[inline]
    fn aenter(&mut self) -> impl Future<Output = &mut T> {
        ready(&mut self.0.enter().0)
    }

    #[inline]
    async fn aexit(&mut self, _: Option<SendException<'_>>) -> C::Exit {
        match self.0.take() {
            Some((value, close)) => close(value).await.into_exit(),
            None => C::Exit::propagate(),
        }
    }

    #[inline]
    fn cancelled(&mut self) {
        drop(self.0.take());
    }
}

impl<T: fmt::Debug, F> fmt::Debug for Closing<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug("Closing", &self.0, f)
    }
}

impl<T: fmt::Debug, F> fmt::Debug for AsyncClosing<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        debug("AsyncClosing", &self.0, f)
    }
}
