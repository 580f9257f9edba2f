//! Cleanups that need no value.

use core::fmt;

use super::once::Once;
use super::results::{CleanupResult, ExitResult};
use crate::{ContextManager, Exception, Strict, Verdict};

/// Calls a function at the end of the block, however it is left: Go's and Swift's `defer`.
///
/// The function gets the exception, if there is one, and what it returns is the
/// [verdict](crate::Verdict). The manager is [`Strict`]. A cleanup that uses what the block uses is
/// for [`managed`](super::managed).
///
/// It is single-use: entering it again [panics](crate::Misuse::Used).
///
/// # Examples
///
/// ```
/// use std::time::Instant;
/// use with_runtime::contextlib::on_exit;
/// use with_runtime::with;
///
/// let start = Instant::now();
/// let sum = with!(on_exit(|_| println!("{:?}", start.elapsed())) => {
///     (1..1000).sum::<u32>()
/// });
/// assert_eq!(sum, 499_500);
/// ```
pub fn on_exit<F, V>(exit: F) -> OnExit<V::Itself<F>>
where
    F: FnOnce(Option<Exception<'_>>) -> V,
    V: ExitResult,
{
    OnExit(Once::new(V::itself(exit)))
}

/// Calls a function if an exception leaves the block: Zig's `errdefer`.
///
/// An exception is an error raised with `?`, an `Err` or `None` that leaves the block as a value
/// (the manager is [`Strict`]), a panic, and the drop of a future that waits in the block. The
/// function gets it, and what it returns is the [verdict](crate::Verdict).
///
/// It is single-use: entering it again [panics](crate::Misuse::Used).
///
/// # Examples
///
/// ```
/// use std::path::Path;
/// use std::{fs, io};
/// use with_runtime::contextlib::on_error;
/// use with_runtime::with;
///
/// /// A complete file or none.
/// fn write(path: &Path, lines: &[&str]) -> io::Result<usize> {
///     with!(on_error(|_| fs::remove_file(path)) => {
///         fs::write(path, lines.concat())?;
///         if lines.is_empty() {
///             return Err(io::ErrorKind::InvalidInput.into());
///         }
///         lines.len()
///     })
/// }
/// # let path = std::env::temp_dir().join(format!("on-error-{}", std::process::id()));
/// # assert!(write(&path, &[]).is_err() && !path.exists());
/// # assert!(write(&path, &["one"]).is_ok() && path.exists());
/// # fs::remove_file(path)?;
/// # Ok::<(), io::Error>(())
/// ```
pub fn on_error<F, V>(exit: F) -> OnError<V::Itself<F>>
where
    F: FnOnce(Exception<'_>) -> V,
    V: ExitResult,
{
    OnError(Once::new(V::itself(exit)))
}

/// Calls a function if the block is left without an exception: at its end, and by `break`,
/// `continue` and `return`.
///
/// The function returns nothing or a `Result`; in the second case the statement may fail. The
/// manager is [`Strict`]: an `Err` or `None` that leaves the block as a value is an exception.
///
/// It is single-use: entering it again [panics](crate::Misuse::Used).
///
/// # Examples
///
/// ```
/// use std::cell::Cell;
/// use std::num::ParseIntError;
/// use with_runtime::contextlib::on_success;
/// use with_runtime::with;
///
/// let numbers = Cell::new(0);
/// let parse = |text: &str| -> Result<u8, ParseIntError> {
///     with!(on_success(|| numbers.set(numbers.get() + 1)) => { text.parse::<u8>() })
/// };
/// assert!(parse("7").is_ok() && parse("seven").is_err());
/// assert_eq!(numbers.get(), 1);
/// ```
pub fn on_success<F, C>(exit: F) -> OnSuccess<C::Itself<F>>
where
    F: FnOnce() -> C,
    C: CleanupResult,
{
    OnSuccess(Once::new(C::itself(exit)))
}

/// The manager that [`on_exit`] makes.
#[must_use = "a context manager does nothing until `with!` enters it"]
pub struct OnExit<F>(Once<F>);

impl<F, V> ContextManager for OnExit<F>
where
    F: FnOnce(Option<Exception<'_>>) -> V,
    V: ExitResult,
{
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = Strict<V>;

    #[inline]
    #[track_caller]
    fn enter(&mut self) {
        self.0.enter();
    }

    #[inline]
    fn exit(&mut self, exc: Option<Exception<'_>>) -> V {
        match self.0.take() {
            Some(exit) => exit(exc),
            None => V::propagate(),
        }
    }
}

/// The manager that [`on_error`] makes.
#[must_use = "a context manager does nothing until `with!` enters it"]
pub struct OnError<F>(Once<F>);

impl<F, V> ContextManager for OnError<F>
where
    F: FnOnce(Exception<'_>) -> V,
    V: ExitResult,
{
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = Strict<V>;

    #[inline]
    #[track_caller]
    fn enter(&mut self) {
        self.0.enter();
    }

    #[inline]
    fn exit(&mut self, exc: Option<Exception<'_>>) -> V {
        match (self.0.take(), exc) {
            (Some(exit), Some(exc)) => exit(exc),
            _ => V::propagate(),
        }
    }
}

/// The manager that [`on_success`] makes.
#[must_use = "a context manager does nothing until `with!` enters it"]
pub struct OnSuccess<F>(Once<F>);

impl<F, C> ContextManager for OnSuccess<F>
where
    F: FnOnce() -> C,
    C: CleanupResult,
{
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = Strict<C::Exit>;

    #[inline]
    #[track_caller]
    fn enter(&mut self) {
        self.0.enter();
    }

    #[inline]
    fn exit(&mut self, exc: Option<Exception<'_>>) -> C::Exit {
        match (self.0.take(), exc) {
            (Some(exit), None) => exit().into_exit(),
            _ => C::Exit::propagate(),
        }
    }
}

macro_rules! debug {
    ($($Manager:ident),*) => {$(
        impl<F> fmt::Debug for $Manager<F> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Manager)).finish_non_exhaustive()
            }
        }
    )*};
}

debug!(OnExit, OnError, OnSuccess);
