//! The raised value behind an exception: to look at, to change, and to take.

use core::any::TypeId;
use core::error::Error;
use core::iter;

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
    /// This compares the type that was raised. [`find`](Self::find) looks into a `Box<dyn Error>` and an
    /// `anyhow::Error` as well.
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

    /// The first error of type `E` among what [`as_error`](Self::as_error) shows (the raised value,
    /// or what is inside a `Box<dyn Error>`, an `anyhow::Error` or an `eyre::Report`) and its
    /// [sources](Error::source).
    ///
    /// # Examples
    ///
    /// ```
    /// use std::io;
    /// use with_runtime::contextlib::on_error;
    /// use with_runtime::with;
    ///
    /// fn read(path: &str) -> Result<String, Box<dyn std::error::Error>> {
    ///     Ok(std::fs::read_to_string(path)?)
    /// }
    ///
    /// fn run() -> Result<(), Box<dyn std::error::Error>> {
    ///     with!(on_error(|exc| {
    ///         let error = exc.find::<io::Error>().expect("it is in the box");
    ///         assert_eq!(error.kind(), io::ErrorKind::NotFound);
    ///     }) => {
    ///         read("no/such/file")?;
    ///     });
    ///     Ok(())
    /// }
    ///
    /// assert!(run().is_err());
    /// ```
    #[must_use]
    pub fn find<E: Error + 'static>(&self) -> Option<&E> {
        iter::successors(self.as_error(), |&error| error.source())
            .find_map(|error| error.downcast_ref())
    }

    /// The raised value, if it is a `T`, to change before it propagates.
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
