//! What kinds of exceptions there are.

/// What kind of exception it is.
///
/// # Examples
///
/// ```
/// use with_runtime::{Exception, ExceptionKind};
///
/// fn is_a_bug(exc: &Exception<'_>) -> bool {
///     exc.kind() == ExceptionKind::Panic
/// }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ExceptionKind {
    /// The `Err` of a `Result`: raised with `?`, the failure of an inner manager's exit, or, for a
    /// [`Strict`](crate::Strict) manager, a value.
    Error,
    /// `?` on `None`, or, for a [`Strict`](crate::Strict) manager, `None` as a value; and so is an error that is
    /// [`Missing`](crate::Missing) itself.
    Missing,
    /// A panic.
    Panic,
    /// The future was dropped at an `.await` in the block. Without the `std` feature a panic that unwinds is reported
    /// as this kind too, as the two can't be told apart.
    Interrupted,
}
