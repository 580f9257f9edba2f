//! What an exit is given.

use crate::private::raised::{Raised, SendRaised};

mod downcast;
mod format;
mod kind;
pub(crate) mod pending;
pub(crate) mod raisable;
mod traceback;

pub use self::kind::ExceptionKind;
pub use self::traceback::Traceback;

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
pub type SendException<'a> = Exception<'a, dyn SendRaised>;

/// For an async manager that hands its exception on to an ordinary one.
impl<'a> From<SendException<'a>> for Exception<'a> {
    fn from(exc: SendException<'a>) -> Self {
        Exception {
            raised: exc.raised.as_raised(),
        }
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
