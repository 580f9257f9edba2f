//! Exceptions that no statement raised.

use core::any::{Any, TypeId, type_name};
use core::error::Error;
use core::fmt;
use core::panic::Location;

use super::raisable::Raisable;
use super::{Exception, ExceptionKind, SendException, Traceback};
use crate::Missing;
use crate::private::raised::{Describe, Raised};

/// An error that is made an exception by hand: to test an [`exit`](crate::ContextManager::exit)
/// without a statement, and for a manager that passes an error of its own to the managers it holds.
///
/// # Examples
///
/// ```
/// use std::io;
/// use with_runtime::contextlib::suppress;
/// use with_runtime::{ContextManager, PendingError};
///
/// let mut pending = PendingError::new(io::Error::other("no"));
/// assert!(suppress::<io::Error>().exit(Some(pending.exception())));
/// assert!(!suppress::<std::fmt::Error>().exit(Some(pending.exception())));
/// assert_eq!(pending.into_error().unwrap().to_string(), "no");
/// ```
pub struct PendingError<E> {
    error: Option<E>,
    traceback: Traceback,
    as_error: fn(&E) -> Option<&(dyn Error + 'static)>,
    display: Format<E>,
    debug: Format<E>,
}

type Format<E> = fn(&E, &mut fmt::Formatter<'_>) -> fmt::Result;

impl<E: 'static> PendingError<E> {
    /// An exception with this error, which is raised at the place of this call.
    ///
    /// Any [`Error`] will do, and what else is [`Raisable`](crate::contextlib::Raisable). The type
    /// parameter is inferred.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::PendingError;
    ///
    /// let mut pending = PendingError::new("no such table");
    /// assert_eq!(pending.exception().to_string(), "no such table");
    /// assert!(pending.exception().is::<&str>());
    /// ```
    #[track_caller]
    pub fn new<L>(error: E) -> Self
    where
        E: Raisable<L>,
    {
        PendingError {
            error: Some(error),
            traceback: Traceback::new(Some(Location::caller())),
            as_error: <E as Describe<L>>::as_error,
            display: <E as Describe<L>>::display,
            debug: <E as Describe<L>>::debug,
        }
    }

    /// What an [`exit`](crate::ContextManager::exit) is given.
    pub fn exception(&mut self) -> Exception<'_> {
        Exception::new(self)
    }

    /// What an [`aexit`](crate::AsyncContextManager::aexit) is given.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::{PendingError, SendException};
    ///
    /// let mut pending = PendingError::new("no such table");
    /// let exc: SendException<'_> = pending.send_exception();
    /// assert!(exc.is::<&str>());
    /// ```
    pub fn send_exception(&mut self) -> SendException<'_>
    where
        E: Send + Sync,
    {
        Exception::new(self)
    }

    /// Gives the error back, unless an exit has [taken](Exception::take) it.
    pub fn into_error(self) -> Option<E> {
        self.error
    }
}

impl<E: 'static> Raised for PendingError<E> {
    fn kind(&self) -> ExceptionKind {
        if TypeId::of::<E>() == TypeId::of::<Missing>() {
            ExceptionKind::Missing
        } else {
            ExceptionKind::Error
        }
    }

    fn type_name(&self) -> &'static str {
        type_name::<E>()
    }

    fn traceback(&self) -> Traceback {
        self.traceback
    }

    fn is(&self, id: TypeId) -> bool {
        TypeId::of::<E>() == id && self.error.is_some()
    }

    fn slot(&self) -> Option<&dyn Any> {
        Some(&self.error)
    }

    fn slot_mut(&mut self) -> Option<&mut dyn Any> {
        Some(&mut self.error)
    }

    fn as_error(&self) -> Option<&(dyn Error + 'static)> {
        (self.as_error)(self.error.as_ref()?)
    }

    fn display(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.error {
            Some(error) => (self.display)(error, f),
            None => f.write_str(self.type_name()),
        }
    }

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.error {
            Some(error) => (self.debug)(error, f),
            None => f.write_str("<taken>"),
        }
    }
}

impl<E: 'static> fmt::Debug for PendingError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PendingError(")?;
        Raised::debug(self, f)?;
        f.write_str(")")
    }
}
