//! The four verdicts of a stack.

use core::convert::Infallible;

use super::ExitStack;
use crate::contextlib::failure::{Failed, failed};
use crate::exception::Traceback;
use crate::exception::raisable::Raisable;

impl ExitStack<'_> {
    /// A stack whose exits can neither suppress nor fail.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::contextlib::ExitStack;
    /// use with_runtime::with;
    ///
    /// let five = with!(ExitStack::new() as stack => {
    ///     stack.callback(|| println!("done"));
    ///     5
    /// });
    /// assert_eq!(five, 5);
    /// ```
    pub fn new() -> Self {
        Self::with_failures(unfailing)
    }
}

impl Default for ExitStack<'_> {
    fn default() -> Self {
        Self::new()
    }
}

impl ExitStack<'_, bool> {
    /// A stack whose exits may suppress.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::num::ParseIntError;
    /// use with_runtime::contextlib::ExitStack;
    /// use with_runtime::with;
    ///
    /// fn read(text: &str, lenient: bool) -> Result<u8, ParseIntError> {
    ///     let mut number = 0;
    ///     with!(ExitStack::suppressing() as stack => {
    ///         if lenient {
    ///             stack.push(|exc| exc.is_some_and(|exc| exc.is::<ParseIntError>()));
    ///         }
    ///         number = text.parse()?;
    ///     });
    ///     Ok(number)
    /// }
    ///
    /// assert_eq!(read("seven", true), Ok(0));
    /// assert!(read("seven", false).is_err());
    /// ```
    pub fn suppressing() -> Self {
        Self::with_failures(unfailing)
    }
}

impl<E: 'static> ExitStack<'_, Result<(), E>> {
    /// A stack whose exits may fail.
    ///
    /// The failure of a manager is converted by `From`. That of a function is an `E`, which is
    /// inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::{fs, io};
    /// use with_runtime::contextlib::ExitStack;
    /// use with_runtime::with;
    ///
    /// fn work(lock_file: &str) -> io::Result<u32> {
    ///     with!(ExitStack::fallible() as stack => {
    ///         fs::write(lock_file, "locked")?;
    ///         stack.callback(|| fs::remove_file(lock_file));
    ///         42
    ///     })
    /// }
    /// # let path = std::env::temp_dir().join(format!("fallible-{}", std::process::id()));
    /// # let path = path.to_str().unwrap();
    /// # assert_eq!(work(path)?, 42);
    /// # assert!(fs::metadata(path).is_err());
    /// # Ok::<(), io::Error>(())
    /// ```
    pub fn fallible<L: 'static>() -> Self
    where
        E: Raisable<L>,
    {
        Self::with_failures(own_failure::<E, L>)
    }
}

impl<E: 'static> ExitStack<'_, Result<bool, E>> {
    /// A stack whose exits may suppress, and may fail.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::fmt;
    /// use with_runtime::contextlib::ExitStack;
    /// use with_runtime::with;
    ///
    /// fn write() -> Result<(), fmt::Error> {
    ///     with!(ExitStack::fallible_suppressing() as stack => {
    ///         stack.push(|exc| Ok(exc.is_some_and(|exc| exc.is::<fmt::Error>())));
    ///         stack.callback(|| Err::<(), _>(fmt::Error)); // suppressed by the exit beneath
    ///     })
    /// }
    /// assert_eq!(write(), Ok(()));
    /// ```
    pub fn fallible_suppressing<L: 'static>() -> Self
    where
        E: Raisable<L>,
    {
        Self::with_failures(own_failure::<E, L>)
    }
}

/// The failure of a function.
fn own_failure<E: Raisable<L>, L: 'static>(error: E, traceback: Traceback) -> Failed<E> {
    failed(error, traceback, |error| error)
}

fn unfailing(never: Infallible, _: Traceback) -> Failed<Infallible> {
    match never {}
}
