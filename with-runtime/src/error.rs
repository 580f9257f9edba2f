//! The errors of the statement itself.

use thiserror::Error;

/// What `?` on `None` raises: the error of an exception whose kind is
/// [`ExceptionKind::Missing`](crate::ExceptionKind::Missing).
///
/// # Examples
///
/// ```
/// use with_runtime::{Exception, Missing};
///
/// fn is_missing(exc: &Exception<'_>) -> bool {
///     exc.is::<Missing>()
/// }
///
/// assert_eq!(Missing.to_string(), "a value is missing (`None`)");
/// ```
#[derive(Clone, Copy, Debug, Default, Error, PartialEq, Eq, Hash)]
#[error("a value is missing (`None`)")]
pub struct Missing;

/// What a manager did against the protocol. Its text is what the statement panics with.
///
/// # Examples
///
/// ```
/// use with_runtime::Misuse;
///
/// assert!(Misuse::Taken.to_string().starts_with("exit took the exception"));
/// ```
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Misuse {
    /// An exit took the exception out with [`Exception::take`](crate::Exception::take), and then neither suppressed it
    /// nor failed.
    #[error(
        "exit took the exception, but neither suppressed it nor failed: there is nothing left to raise"
    )]
    Taken,
    /// A manager that can be entered once was entered again: one of [`managed`](crate::contextlib::managed),
    /// [`closing`](crate::contextlib::closing), [`on_exit`](crate::contextlib::on_exit) and their like.
    #[error(
        "this context manager was used before and can be entered only once: write a function that makes one, and call it in each statement"
    )]
    Used,
}
