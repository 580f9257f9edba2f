//! Where an exception comes from.

use core::panic::Location;

/// Where an exception was raised: what Rust knows of Python's traceback.
///
/// # Examples
///
/// ```
/// use with_runtime::Exception;
///
/// fn log(exc: &Exception<'_>) {
///     match exc.traceback().location() {
///         Some(location) => eprintln!("{location}: {exc}"),
///         None => eprintln!("{exc}"),
///     }
/// }
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traceback {
    location: Option<&'static Location<'static>>,
}

impl Traceback {
    pub(crate) fn new(location: Option<&'static Location<'static>>) -> Self {
        Traceback { location }
    }

    /// File, line and column of the `?` that raised the exception; of the context expression, where an inner manager's
    /// exit failed; `None` for a panic, for an interrupted block, and for a value that a strict manager counts.
    #[must_use]
    pub fn location(&self) -> Option<&'static Location<'static>> {
        self.location
    }
}
