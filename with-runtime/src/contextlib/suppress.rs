//! Errors that are expected.

use core::any::type_name;
use core::error::Error;
use core::{fmt, iter};

use crate::{ContextManager, Exception};

/// Suppresses errors of type `E`, as Python's `suppress(E)` does: the block ends, and the statement
/// after it runs.
///
/// An error counts that is raised as an `E`, or in a `Box<dyn Error>`, an `anyhow::Error` or an
/// `eyre::Report`. What it is the [source](Error::source) of does not, unless
/// [`with_sources`](Suppress::with_sources) says so. `suppress::<dyn Error>()` suppresses every
/// error, and `suppress::<Missing>()` what `?` raises on `None`. A panic is never suppressed, not
/// even in a `catch` block.
///
/// It is reusable and, as it is `Copy`, can be nested in itself.
///
/// # Examples
///
/// ```
/// use std::num::ParseIntError;
/// use with_runtime::contextlib::suppress;
/// use with_runtime::with;
///
/// fn sum(texts: &[&str]) -> Result<i32, ParseIntError> {
///     let mut sum = 0;
///     for text in texts {
///         with!(suppress::<ParseIntError>() => {
///             sum += text.parse::<i32>()?;
///         });
///     }
///     Ok(sum)
/// }
///
/// assert_eq!(sum(&["1", "two", "3"]), Ok(4));
/// ```
///
/// Where one expression may fail, plain Rust is shorter: `sum += text.parse().unwrap_or(0)`.
pub fn suppress<E: Suppressible + ?Sized>() -> Suppress<E> {
    suppress_if(all)
}

/// Suppresses errors of type `E` for which the function returns `true`.
///
/// # Examples
///
/// ```
/// use std::{fs, io};
/// use with_runtime::contextlib::suppress_if;
/// use with_runtime::with;
///
/// /// Python: `with suppress(FileNotFoundError): os.remove(path)`
/// fn remove(path: &str) -> io::Result<()> {
///     with!(suppress_if(|error: &io::Error| error.kind() == io::ErrorKind::NotFound) => {
///         fs::remove_file(path)?;
///     });
///     Ok(())
/// }
///
/// assert!(remove("there/is/no/such/file").is_ok());
/// ```
pub fn suppress_if<E, F>(matches: F) -> Suppress<E, F>
where
    E: Suppressible + ?Sized,
    F: Fn(&E) -> bool,
{
    Suppress {
        matches,
        also: (),
        sources: false,
        downcast: E::downcast,
    }
}

/// The manager that [`suppress`] and [`suppress_if`] make.
///
/// It suppresses errors of type `E` that match `F`, and what `Also` suppresses: another `Suppress`,
/// or `()` for nothing.
#[must_use = "a context manager does nothing until `with!` enters it"]
pub struct Suppress<E: ?Sized, F = fn(&E) -> bool, Also = ()> {
    matches: F,
    also: Also,
    sources: bool,
    downcast: for<'e> fn(&'e (dyn Error + 'static)) -> Option<&'e E>,
}

impl<E: ?Sized, F: Fn(&E) -> bool, Also: Filter> Suppress<E, F, Also> {
    /// Suppresses errors of type `G` as well.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::num::{ParseFloatError, ParseIntError};
    /// use with_runtime::contextlib::suppress;
    /// use with_runtime::with;
    ///
    /// fn parse(text: &str) -> Result<Option<f64>, Box<dyn std::error::Error>> {
    ///     with!(suppress::<ParseIntError>().or::<ParseFloatError>() => {
    ///         return Ok(Some(f64::from(text.parse::<i32>()?) + text.parse::<f64>()?));
    ///     });
    ///     Ok(None)
    /// }
    ///
    /// assert_eq!(parse("1.5").unwrap(), None);
    /// ```
    pub fn or<G: Suppressible + ?Sized>(self) -> Suppress<G, fn(&G) -> bool, Self> {
        self.or_if(all)
    }

    /// Suppresses errors of type `G` as well for which the function returns `true`.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::fmt;
    /// use std::io::{self, ErrorKind};
    /// use with_runtime::contextlib::suppress;
    ///
    /// let expected =
    ///     suppress::<fmt::Error>().or_if(|error: &io::Error| error.kind() == ErrorKind::TimedOut);
    /// # let _ = expected;
    /// ```
    pub fn or_if<G, H>(self, matches: H) -> Suppress<G, H, Self>
    where
        G: Suppressible + ?Sized,
        H: Fn(&G) -> bool,
    {
        Suppress {
            matches,
            sources: self.sources,
            also: self,
            downcast: G::downcast,
        }
    }

    /// Looks for all these errors among the [sources](Error::source) of what is raised as well.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::error::Error;
    /// use std::{fmt, io};
    /// use with_runtime::contextlib::suppress;
    /// use with_runtime::with;
    ///
    /// #[derive(Debug)]
    /// struct LoadError(io::Error);
    ///
    /// impl fmt::Display for LoadError {
    ///     fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    ///         f.write_str("can't load the settings")
    ///     }
    /// }
    ///
    /// impl Error for LoadError {
    ///     fn source(&self) -> Option<&(dyn Error + 'static)> {
    ///         Some(&self.0)
    ///     }
    /// }
    ///
    /// fn load() -> Result<(), LoadError> {
    ///     with!(suppress::<io::Error>().with_sources() => {
    ///         Err(LoadError(io::ErrorKind::NotFound.into()))?;
    ///     });
    ///     Ok(())
    /// }
    ///
    /// assert!(load().is_ok());
    /// ```
    pub fn with_sources(self) -> Self {
        Suppress {
            sources: true,
            ..self
        }
    }
}

impl<E: ?Sized, F: Fn(&E) -> bool, Also: Filter> ContextManager for Suppress<E, F, Also> {
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = bool;

    #[inline]
    fn enter(&mut self) {}

    #[inline]
    fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
        // A panic shows no error.
        exc.as_ref()
            .and_then(Exception::as_error)
            .is_some_and(|error| self.matches(error, self.sources))
    }
}

fn all<E: ?Sized>(_: &E) -> bool {
    true
}

/// Which errors are suppressed.
pub trait Filter {
    fn matches(&self, error: &(dyn Error + 'static), sources: bool) -> bool;
}

impl Filter for () {
    fn matches(&self, _: &(dyn Error + 'static), _: bool) -> bool {
        false
    }
}

impl<E: ?Sized, F: Fn(&E) -> bool, Also: Filter> Filter for Suppress<E, F, Also> {
    fn matches(&self, error: &(dyn Error + 'static), sources: bool) -> bool {
        let mut errors = iter::successors(Some(error), |&error| error.source().filter(|_| sources));
        errors.any(|error| (self.downcast)(error).is_some_and(&self.matches))
            || self.also.matches(error, sources)
    }
}

/// What [`suppress`] can look for: any error type, or `dyn Error`, which stands for all of them.
///
/// It can't be implemented for other types.
#[diagnostic::on_unimplemented(
    message = "`{Self}` can't be suppressed, as it doesn't implement `Error`",
    label = "this type doesn't implement `Error`",
    note = "`suppress::<dyn Error>()` suppresses every error",
    note = "for a type that is no `Error`, use `on_error(|exc| exc.is::<{Self}>())`"
)]
pub trait Suppressible: Sealed {
    #[doc(hidden)]
    fn downcast<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e Self>;
}

#[diagnostic::do_not_recommend]
impl<E: Error + 'static> Suppressible for E {
    #[inline]
    fn downcast<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e Self> {
        error.downcast_ref()
    }
}

#[diagnostic::do_not_recommend]
impl Suppressible for dyn Error {
    #[inline]
    fn downcast<'e>(error: &'e (dyn Error + 'static)) -> Option<&'e Self> {
        Some(error)
    }
}

mod sealed {
    pub trait Sealed {}
}

use self::sealed::Sealed;

impl<E: Error + 'static> Sealed for E {}
impl Sealed for dyn Error {}

impl<E: ?Sized, F: Clone, Also: Clone> Clone for Suppress<E, F, Also> {
    fn clone(&self) -> Self {
        Suppress {
            matches: self.matches.clone(),
            also: self.also.clone(),
            ..*self
        }
    }
}

impl<E: ?Sized, F: Copy, Also: Copy> Copy for Suppress<E, F, Also> {}

impl<E: ?Sized, F, Also> fmt::Debug for Suppress<E, F, Also> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Suppress<{}>", type_name::<E>())
    }
}
