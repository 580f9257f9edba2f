//! Both errors, where the block failed and the cleanup failed as well.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use core::error::Error;
use core::fmt;
use core::iter::successors;
use core::panic::Location;

use thiserror::Error;

use crate::exception::raisable::Raisable;
use crate::{Exception, ExceptionKind};

/// What an exit failed with, and the exception that was pending then: Python's `__context__`,
/// JavaScript's `SuppressedError`.
///
/// It displays as the failure does. Its [sources](Error::source) are those of the failure, then the
/// exception that it replaced, then the sources of that. So whoever prints a chain of errors shows
/// both:
///
/// ```text
/// cannot commit: disk is full: while handling: invalid digit found in string
/// ```
///
/// The failure may be of any type that is [`Raisable`], a `String` or an `anyhow::Error` too.
/// [`chaining`](crate::contextlib::chaining) makes any manager fail so.
///
/// # Examples
///
/// ```
/// use std::fmt;
/// use with_runtime::contextlib::ExitError;
/// use with_runtime::{ContextManager, Exception, with};
///
/// struct Journal;
///
/// impl ContextManager for Journal {
///     type Value<'a> = ();
///     type Exit = Result<(), ExitError<String>>;
///
///     fn enter(&mut self) {}
///
///     fn exit(&mut self, exc: Option<Exception<'_>>) -> Result<(), ExitError<String>> {
///         let flushed = Err("the disk is full".to_owned());
///         flushed.map_err(|error| ExitError::new(error, exc))
///     }
/// }
///
/// fn write() -> Result<u8, Box<dyn std::error::Error>> {
///     let number = with!(Journal => { "seven".parse::<u8>()? })?;
///     Ok(number)
/// }
///
/// let error = write().unwrap_err();
/// assert_eq!(error.to_string(), "the disk is full");
/// let context = error.source().unwrap();
/// assert_eq!(context.to_string(), "while handling: invalid digit found in string");
/// ```
///
/// An exit that returns [`io::Result`](std::io::Result) keeps both errors without another type:
///
/// ```
/// # #[cfg(feature = "std")] {
/// use std::io;
/// use with_runtime::Exception;
/// use with_runtime::contextlib::ExitError;
///
/// fn exit(flushed: io::Result<()>, exc: Option<Exception<'_>>) -> io::Result<()> {
///     flushed.map_err(|error| ExitError::new(error, exc).into())
/// }
/// # exit(Ok(()), None).unwrap();
/// # }
/// ```
#[derive(Clone)]
pub struct ExitError<E> {
    error: E,
    as_error: fn(&E) -> Option<&(dyn Error + 'static)>,
    replaced: Option<Box<Replaced>>,
}

/// The exception, and the sources of the failure with it at their end.
#[derive(Clone, Debug)]
struct Replaced {
    context: Context,
    sources: Link,
}

impl<E> ExitError<E> {
    /// The failure, with the exception that it replaces, if there is one. `L` is that of
    /// [`Raisable`], and is inferred.
    pub fn new<L>(error: E, exc: Option<Exception<'_>>) -> Self
    where
        E: Raisable<L>,
    {
        let replaced = exc.map(|exc| {
            let context = Context::of(&exc);
            let last = Link {
                text: context.to_string(),
                source: Link::before(exc.as_error().and_then(Error::source), None),
            };
            let source = error.as_error().and_then(Error::source);
            // A writer's failure has it among its sources already.
            let known = successors(source, |&error| error.source())
                .any(|error| error.to_string() == last.text);
            let sources = Link::before(source, (!known).then_some(&last));
            let sources = sources.map_or(last, |first| *first);
            Box::new(Replaced { context, sources })
        });
        ExitError {
            error,
            as_error: E::as_error,
            replaced,
        }
    }

    /// What the exit failed with.
    pub fn error(&self) -> &E {
        &self.error
    }

    /// The same, without the exception that was pending.
    pub fn into_error(self) -> E {
        self.error
    }

    /// The exception that was pending.
    pub fn context(&self) -> Option<&Context> {
        Some(&self.replaced.as_ref()?.context)
    }
}

impl<E: fmt::Display> fmt::Display for ExitError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl<E: fmt::Debug> fmt::Debug for ExitError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExitError")
            .field("error", &self.error)
            .field("context", &self.context())
            .finish_non_exhaustive()
    }
}

impl<E: fmt::Debug + fmt::Display> Error for ExitError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.replaced {
            Some(replaced) => Some(&replaced.sources),
            None => (self.as_error)(&self.error)?.source(),
        }
    }
}

/// Of the same kind. Without a pending exception it is the very same error.
#[cfg(feature = "std")]
impl From<ExitError<std::io::Error>> for std::io::Error {
    fn from(error: ExitError<std::io::Error>) -> Self {
        match error.replaced {
            Some(_) => std::io::Error::new(error.error.kind(), error),
            None => error.error,
        }
    }
}

/// The exception that was pending when an exit failed: in words, as its value may be of a type that
/// can't be kept. An exit that knows the type can [`take`](Exception::take) it.
///
/// It displays as `while handling: ` and what the exception displays as.
#[derive(Clone, Debug)]
pub struct Context {
    kind: ExceptionKind,
    type_name: &'static str,
    location: Option<&'static Location<'static>>,
    text: String,
}

impl Context {
    fn of(exc: &Exception<'_>) -> Self {
        Context {
            kind: exc.kind(),
            type_name: exc.type_name(),
            location: exc.traceback().location(),
            text: exc.to_string(),
        }
    }

    /// What kind of exception it was.
    #[must_use]
    pub fn kind(&self) -> ExceptionKind {
        self.kind
    }

    /// The name of its type.
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.type_name
    }

    /// Where it was raised.
    #[must_use]
    pub fn location(&self) -> Option<&'static Location<'static>> {
        self.location
    }
}

impl fmt::Display for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "while handling: {}", self.text)
    }
}

/// An error in a chain of sources, in words.
#[derive(Clone, Debug, Error)]
#[error("{text}")]
struct Link {
    text: String,
    source: Option<Box<Link>>,
}

impl Link {
    /// An error and its sources, and then `last`.
    fn before(error: Option<&(dyn Error + 'static)>, last: Option<&Link>) -> Option<Box<Link>> {
        let Some(error) = error else {
            return last.cloned().map(Box::new);
        };
        Some(Box::new(Link {
            text: error.to_string(),
            source: Link::before(error.source(), last),
        }))
    }
}
