//! The raised value behind an exception: to look at, to change, and to take.

use core::any::TypeId;
use core::error::Error;

use super::Exception;
use crate::private::raised::Raised;

impl<R: Raised + ?Sized> Exception<'_, R> {
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
}
