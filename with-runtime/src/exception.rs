//! What an exit is told.

use core::any::TypeId;
use core::error::Error;
use core::fmt;
use core::panic::Location;

use crate::private::raised::{Raised, Said};

/// The exception that leaves a block, lent to [`ContextManager::exit`](crate::ContextManager::exit): Python's triple
/// of type, value and traceback in one.
///
/// It is the original value, before `?` converts it by `From`. An exit that suppresses it, or fails itself, may
/// [`take`](Self::take) it.
///
/// # Examples
///
/// ```
/// use std::num::ParseIntError;
/// use with_runtime::{ContextManager, Exception, ExceptionKind, with};
///
/// struct Ignore;
///
/// impl ContextManager for Ignore {
///     type Value<'a> = ();
///     type Exit = bool;
///     fn enter(&mut self) {}
///     fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
///         let Some(exc) = exc else { return false };
///         assert_eq!(exc.kind(), ExceptionKind::Error);
///         assert_eq!(exc.type_name(), "core::num::error::ParseIntError");
///         assert_eq!(exc.to_string(), "invalid digit found in string");
///         assert!(exc.traceback().location().is_some());
///         exc.is::<ParseIntError>()
///     }
/// }
///
/// fn read(text: &str) -> Result<(), Box<dyn std::error::Error>> {
///     with!(Ignore => {
///         let number: i32 = text.parse()?;
///         println!("{number}");
///     });
///     Ok(())
/// }
///
/// assert!(read("seven").is_ok());
/// ```
pub struct Exception<'a, R: ?Sized = dyn Raised> {
    raised: &'a mut R,
}

/// The exception that leaves a block of [`async_with!`](crate::async_with), lent to
/// [`AsyncContextManager::aexit`](crate::AsyncContextManager::aexit): an [`Exception`] that may be sent to and seen from
/// other threads, as a future may.
///
/// An error that can't be is not lent itself: what it says, its kind, its type's name and its place are known then, but it can't be
/// downcast or taken. The payload of a panic that is no string can only be seen by
/// [`downcast_mut`](Exception::downcast_mut) and [`take`](Exception::take).
///
/// # Examples
///
/// ```
/// use with_runtime::{AsyncContextManager, SendException};
///
/// struct Session;
///
/// impl AsyncContextManager for Session {
///     type Value<'a> = ();
///     type Exit = ();
///
///     async fn aenter(&mut self) {}
///
///     async fn aexit(&mut self, exc: Option<SendException<'_>>) {
///         match &exc {
///             Some(exc) => send(&format!("sorry: {exc}")).await,
///             None => send("bye").await,
///         }
///     }
/// }
///
/// async fn send(text: &str) { /* .. */ }
/// ```
pub type SendException<'a> = Exception<'a, dyn Raised + Send + Sync>;

/// For an async manager that hands its exception on to an ordinary one.
impl<'a> From<SendException<'a>> for Exception<'a> {
    fn from(exc: SendException<'a>) -> Self {
        Exception { raised: exc.raised }
    }
}

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
    /// exit failed; `None` for a panic, for a cancelled block, and for a value that a strict manager counts.
    #[must_use]
    pub fn location(&self) -> Option<&'static Location<'static>> {
        self.location
    }
}

impl<'a, R: Raised + ?Sized> Exception<'a, R> {
    pub(crate) fn new(raised: &'a mut R) -> Self {
        Exception { raised }
    }

    pub(crate) fn raised(&self) -> &R {
        self.raised
    }

    /// The same exception for a shorter time, to hand it on to another manager.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::{ContextManager, Exception};
    ///
    /// struct Both<A, B>(A, B);
    ///
    /// impl<A, B> ContextManager for Both<A, B>
    /// where
    ///     A: ContextManager<Exit = ()>,
    ///     B: ContextManager<Exit = ()>,
    /// {
    ///     type Value<'a> = (A::Value<'a>, B::Value<'a>) where Self: 'a;
    ///     type Exit = ();
    ///
    ///     fn enter(&mut self) -> Self::Value<'_> {
    ///         (self.0.enter(), self.1.enter())
    ///     }
    ///
    ///     fn exit(&mut self, mut exc: Option<Exception<'_>>) {
    ///         self.1.exit(exc.as_mut().map(Exception::reborrow));
    ///         self.0.exit(exc);
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn reborrow(&mut self) -> Exception<'_, R> {
        Exception {
            raised: self.raised,
        }
    }

    /// What kind of exception it is.
    ///
    /// # Examples
    ///
    /// `look(..)` is a manager that calls a function with the exception and suppresses it.
    ///
    /// ```
    /// # use with_runtime::{ContextManager, Exception, ExceptionKind, with};
    /// # struct Look<F>(F);
    /// # impl<F: FnMut(Exception<'_>)> ContextManager for Look<F> {
    /// #     type Value<'a> = () where Self: 'a;
    /// #     type Exit = bool;
    /// #     fn enter(&mut self) {}
    /// #     fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
    /// #         exc.map(&mut self.0).is_some()
    /// #     }
    /// # }
    /// # fn look<F: FnMut(Exception<'_>)>(look: F) -> Look<F> {
    /// #     Look(look)
    /// # }
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// with!(look(|exc| assert_eq!(exc.kind(), ExceptionKind::Error)) => {
    ///     "seven".parse::<u8>()?;
    /// });
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn kind(&self) -> ExceptionKind {
        self.raised.kind()
    }

    /// The name of the raised value's type, for people to read. It is that of the type as it was raised:
    /// `Box<dyn Error>` stays `Box<dyn Error>`.
    ///
    /// # Examples
    ///
    /// `look(..)` is a manager that calls a function with the exception and suppresses it.
    ///
    /// ```
    /// # use with_runtime::{ContextManager, Exception, ExceptionKind, with};
    /// # struct Look<F>(F);
    /// # impl<F: FnMut(Exception<'_>)> ContextManager for Look<F> {
    /// #     type Value<'a> = () where Self: 'a;
    /// #     type Exit = bool;
    /// #     fn enter(&mut self) {}
    /// #     fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
    /// #         exc.map(&mut self.0).is_some()
    /// #     }
    /// # }
    /// # fn look<F: FnMut(Exception<'_>)>(look: F) -> Look<F> {
    /// #     Look(look)
    /// # }
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// with!(look(|exc| assert_eq!(exc.type_name(), "core::num::error::ParseIntError")) => {
    ///     "seven".parse::<u8>()?;
    /// });
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn type_name(&self) -> &'static str {
        self.raised.type_name()
    }

    /// Where it was raised.
    ///
    /// # Examples
    ///
    /// `look(..)` is a manager that calls a function with the exception and suppresses it.
    ///
    /// ```
    /// # use with_runtime::{ContextManager, Exception, ExceptionKind, with};
    /// # struct Look<F>(F);
    /// # impl<F: FnMut(Exception<'_>)> ContextManager for Look<F> {
    /// #     type Value<'a> = () where Self: 'a;
    /// #     type Exit = bool;
    /// #     fn enter(&mut self) {}
    /// #     fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
    /// #         exc.map(&mut self.0).is_some()
    /// #     }
    /// # }
    /// # fn look<F: FnMut(Exception<'_>)>(look: F) -> Look<F> {
    /// #     Look(look)
    /// # }
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// with!(look(|exc| {
    ///     let location = exc.traceback().location().expect("it was raised with `?`");
    ///     println!("raised in {}, line {}", location.file(), location.line());
    /// }) => {
    ///     "seven".parse::<u8>()?;
    /// });
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn traceback(&self) -> Traceback {
        self.raised.traceback()
    }

    /// Whether a `T` was raised, as [`downcast_ref`](Self::downcast_ref) has it.
    ///
    /// # Examples
    ///
    /// `look(..)` is a manager that calls a function with the exception and suppresses it.
    ///
    /// ```
    /// # use with_runtime::{ContextManager, Exception, ExceptionKind, with};
    /// # struct Look<F>(F);
    /// # impl<F: FnMut(Exception<'_>)> ContextManager for Look<F> {
    /// #     type Value<'a> = () where Self: 'a;
    /// #     type Exit = bool;
    /// #     fn enter(&mut self) {}
    /// #     fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
    /// #         exc.map(&mut self.0).is_some()
    /// #     }
    /// # }
    /// # fn look<F: FnMut(Exception<'_>)>(look: F) -> Look<F> {
    /// #     Look(look)
    /// # }
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use std::num::{ParseFloatError, ParseIntError};
    ///
    /// with!(look(|exc| assert!(exc.is::<ParseIntError>() && !exc.is::<ParseFloatError>())) => {
    ///     "seven".parse::<u8>()?;
    /// });
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn is<T: 'static>(&self) -> bool {
        self.raised.is(TypeId::of::<T>())
    }

    /// The raised value, if it is a `T`: an error of any type, whether it implements
    /// [`Error`](core::error::Error) or not.
    ///
    /// This compares the type that was raised. An error inside a `Box<dyn Error>` or an `anyhow::Error` is shown by
    /// [`as_error`](Self::as_error), as only `dyn Error` itself can look into those:
    /// `exc.as_error().and_then(|error| error.downcast_ref::<T>())`.
    ///
    /// # Examples
    ///
    /// `look(..)` is a manager that calls a function with the exception and suppresses it.
    ///
    /// ```
    /// # use with_runtime::{ContextManager, Exception, ExceptionKind, with};
    /// # struct Look<F>(F);
    /// # impl<F: FnMut(Exception<'_>)> ContextManager for Look<F> {
    /// #     type Value<'a> = () where Self: 'a;
    /// #     type Exit = bool;
    /// #     fn enter(&mut self) {}
    /// #     fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
    /// #         exc.map(&mut self.0).is_some()
    /// #     }
    /// # }
    /// # fn look<F: FnMut(Exception<'_>)>(look: F) -> Look<F> {
    /// #     Look(look)
    /// # }
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use std::num::{IntErrorKind, ParseIntError};
    ///
    /// with!(look(|exc| {
    ///     let error = exc.downcast_ref::<ParseIntError>().expect("it is no other error");
    ///     assert_eq!(error.kind(), &IntErrorKind::PosOverflow);
    /// }) => {
    ///     "700".parse::<u8>()?;
    /// });
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn downcast_ref<T: 'static>(&self) -> Option<&T> {
        match self.raised.slot() {
            Some(slot) => slot.downcast_ref::<Option<T>>()?.as_ref(),
            None => self.raised.payload()?.downcast_ref(),
        }
    }

    /// The raised value, if it is a `T`, to change before it goes on.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::{ContextManager, Exception, with};
    ///
    /// struct Explain;
    ///
    /// impl ContextManager for Explain {
    ///     type Value<'a> = ();
    ///     type Exit = ();
    ///     fn enter(&mut self) {}
    ///     fn exit(&mut self, mut exc: Option<Exception<'_>>) {
    ///         if let Some(text) = exc.as_mut().and_then(|exc| exc.downcast_mut::<String>()) {
    ///             text.push_str(", while reading the settings");
    ///         }
    ///     }
    /// }
    ///
    /// fn read() -> Result<(), String> {
    ///     with!(Explain => { Err("no such file".to_owned())? });
    ///     Ok(())
    /// }
    ///
    /// assert_eq!(read(), Err("no such file, while reading the settings".to_owned()));
    /// ```
    pub fn downcast_mut<T: 'static>(&mut self) -> Option<&mut T> {
        if self.raised.slot().is_none() {
            return self.raised.payload_mut()?.downcast_mut();
        }
        let slot = self.raised.slot_mut()?;
        slot.downcast_mut::<Option<T>>()?.as_mut()
    }

    /// Moves the raised value out, if it is a `T`, for an exit that suppresses the exception or carries it along in its
    /// own failure.
    ///
    /// # Panics
    ///
    /// The statement panics where an exit took the value and then neither suppressed the exception nor failed: there
    /// is nothing left to raise.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::{ContextManager, Exception, with};
    ///
    /// /// Keeps the error for later.
    /// #[derive(Default)]
    /// struct Keep(Option<String>);
    ///
    /// impl ContextManager for Keep {
    ///     type Value<'a> = ();
    ///     type Exit = bool;
    ///     fn enter(&mut self) {}
    ///     fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
    ///         self.0 = exc.and_then(|mut exc| exc.take::<String>());
    ///         self.0.is_some()
    ///     }
    /// }
    ///
    /// fn run(keep: &mut Keep) -> Result<(), String> {
    ///     with!(keep => { Err("no".to_owned())? });
    ///     Ok(())
    /// }
    ///
    /// let mut keep = Keep::default();
    /// assert_eq!(run(&mut keep), Ok(()));
    /// assert_eq!(keep.0.as_deref(), Some("no"));
    /// ```
    pub fn take<T: 'static>(&mut self) -> Option<T> {
        #[cfg(feature = "std")]
        if let Some(payload) = self.raised.take_payload(TypeId::of::<T>()) {
            return payload.downcast().ok().map(|payload| *payload);
        }
        self.raised.slot_mut()?.downcast_mut::<Option<T>>()?.take()
    }

    /// The raised value as an error, if it is one; where it is a `Box<dyn Error>` or is `AsRef<dyn Error>`
    /// (`anyhow::Error`, `eyre::Report`), the error inside. [`Missing`](crate::Missing) for `?` on `None`.
    ///
    /// # Examples
    ///
    /// `look(..)` is a manager that calls a function with the exception and suppresses it.
    ///
    /// ```
    /// # use with_runtime::{ContextManager, Exception, ExceptionKind, with};
    /// # struct Look<F>(F);
    /// # impl<F: FnMut(Exception<'_>)> ContextManager for Look<F> {
    /// #     type Value<'a> = () where Self: 'a;
    /// #     type Exit = bool;
    /// #     fn enter(&mut self) {}
    /// #     fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
    /// #         exc.map(&mut self.0).is_some()
    /// #     }
    /// # }
    /// # fn look<F: FnMut(Exception<'_>)>(look: F) -> Look<F> {
    /// #     Look(look)
    /// # }
    /// # fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// use std::error::Error;
    /// use std::num::ParseIntError;
    ///
    /// fn fails() -> Result<(), Box<dyn Error>> {
    ///     "seven".parse::<u8>()?;
    ///     Ok(())
    /// }
    ///
    /// with!(look(|exc| {
    ///     assert!(exc.is::<Box<dyn Error>>());
    ///     assert!(exc.as_error().is_some_and(|error| error.is::<ParseIntError>()));
    /// }) => {
    ///     fails()?;
    /// });
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn as_error(&self) -> Option<&(dyn Error + 'static)> {
        self.raised.as_error()
    }

    /// What a panic said, if it is one, its payload is at hand and is a string.
    ///
    /// While a panic unwinds its payload is not at hand, and this is `None`.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::{ContextManager, Exception, with};
    ///
    /// struct Report;
    ///
    /// impl ContextManager for Report {
    ///     type Value<'a> = ();
    ///     type Exit = ();
    ///     fn enter(&mut self) {}
    ///     fn exit(&mut self, exc: Option<Exception<'_>>) {
    ///         if let Some(exc) = exc {
    ///             println!("{}", exc.panic_message().unwrap_or("no message"));
    ///         }
    ///     }
    /// }
    /// ```
    #[must_use]
    pub fn panic_message(&self) -> Option<&str> {
        self.raised.panic_message()
    }
}

/// The error's text; a panic's message, or `panic` where there is none; `cancelled`. For a raised value that has no
/// text, the name of its type.
impl<R: Raised + ?Sized> fmt::Display for Exception<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.raised.display(f)
    }
}

impl<R: Raised + ?Sized> fmt::Debug for Exception<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exception")
            .field("kind", &self.kind())
            .field("type_name", &self.type_name())
            .field("value", &Said(&*self.raised))
            .field("location", &self.traceback().location)
            .finish()
    }
}
