//! How a raised value shows itself behind `dyn`.

use core::any::{Any, TypeId, type_name};
use core::error::Error;
use core::fmt::{self, Debug, Display};
use core::marker::PhantomData;

use crate::ExceptionKind;
use crate::error::{Missing, Misuse};
use crate::exception::Traceback;

/// What an [`Exception`](crate::Exception) borrows.
pub trait Raised {
    fn kind(&self) -> ExceptionKind;

    fn type_name(&self) -> &'static str;

    fn traceback(&self) -> Traceback {
        Traceback::default()
    }

    /// Whether it propagates whatever exit returns.
    fn is_unstoppable(&self) -> bool {
        false
    }

    /// Whether the raised value is still there, and of this type.
    fn is(&self, _: TypeId) -> bool {
        false
    }

    /// The place of the raised value: an `Option<E>`, empty once the value was taken.
    fn slot(&self) -> Option<&dyn Any> {
        None
    }

    fn slot_mut(&mut self) -> Option<&mut dyn Any> {
        None
    }

    /// The payload of a panic, unless it was taken.
    fn payload(&self) -> Option<&dyn Any> {
        None
    }

    fn payload_mut(&mut self) -> Option<&mut dyn Any> {
        None
    }

    /// Moves it out, if it is of this type.
    #[cfg(feature = "std")]
    fn take_payload(&mut self, _: TypeId) -> Option<alloc::boxed::Box<dyn Any>> {
        None
    }

    fn as_error(&self) -> Option<&(dyn Error + 'static)> {
        None
    }

    fn panic_message(&self) -> Option<&str> {
        None
    }

    fn display(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.display(f)
    }
}

/// What a [`SendException`](crate::SendException) borrows.
pub trait SendRaised: Raised + Send + Sync {
    /// As an ordinary exception borrows it.
    fn as_raised(&mut self) -> &mut (dyn Raised + 'static);
}

impl<R: Raised + Send + Sync + 'static> SendRaised for R {
    #[inline]
    fn as_raised(&mut self) -> &mut (dyn Raised + 'static) {
        self
    }
}

/// In words.
pub(crate) struct Said<'a, R: ?Sized>(pub(crate) &'a R);

impl<R: Raised + ?Sized> Display for Said<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.display(f)
    }
}

impl<R: Raised + ?Sized> Debug for Said<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.debug(f)
    }
}

/// What can be said of an error of type `Self`, given that it was classified as `L`.
pub trait Describe<L>: Sized + 'static {
    fn as_error(&self) -> Option<&(dyn Error + 'static)> {
        None
    }

    fn display(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(type_name::<Self>())
    }

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.display(f)
    }
}

/// Implements `Error`.
pub struct AsError;
/// `Box<dyn Error>` and its like.
pub struct Boxed;
/// Says `AsRef<dyn Error>`: `anyhow::Error`, `eyre::Report`.
pub struct AsRefError;
/// A string, and whatever else has a text and is no error.
pub struct Text;
/// Has only a `Debug` form.
pub struct DebugOnly;
/// Nothing is known of it.
pub struct Opaque;

impl<E: Error + 'static> Describe<AsError> for E {
    fn as_error(&self) -> Option<&(dyn Error + 'static)> {
        Some(self)
    }

    fn display(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Debug::fmt(self, f)
    }
}

#[cfg(feature = "alloc")]
macro_rules! boxed {
    ($($Error:ty),*) => {$(
        impl Describe<Boxed> for alloc::boxed::Box<$Error> {
            fn as_error(&self) -> Option<&(dyn Error + 'static)> {
                Some(&**self)
            }

            fn display(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                Display::fmt(self, f)
            }

            fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                Debug::fmt(self, f)
            }
        }
    )*};
}

#[cfg(feature = "alloc")]
boxed!(dyn Error, dyn Error + Send, dyn Error + Send + Sync);

impl<E: AsRef<dyn Error> + 'static> Describe<AsRefError> for E {
    fn as_error(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.as_ref())
    }

    fn display(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(self.as_ref(), f)
    }

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Debug::fmt(self.as_ref(), f)
    }
}

impl<E: Display + 'static> Describe<Text> for E {
    fn display(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

impl<E: Debug + 'static> Describe<DebugOnly> for E {
    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Debug::fmt(self, f)
    }
}

impl<E: 'static> Describe<Opaque> for E {}

/// An error while it is lent to an exit.
pub struct ErrorSlot<E, L> {
    // In this order the stores behind every `?` are merged into one place.
    traceback: Traceback,
    error: Option<E>,
    label: PhantomData<fn() -> L>,
}

impl<E, L> ErrorSlot<E, L> {
    #[inline]
    pub(crate) fn new(error: E, traceback: Traceback) -> Self {
        ErrorSlot {
            traceback,
            error: Some(error),
            label: PhantomData,
        }
    }

    /// # Panics
    ///
    /// If the exit took the error: the misuse that [`Exception::take`](crate::Exception::take) describes.
    #[inline]
    #[track_caller]
    pub(crate) fn put_back(self) -> E {
        match self.error {
            Some(error) => error,
            None => taken(),
        }
    }
}

#[cold]
#[inline(never)]
#[track_caller]
pub(super) fn taken() -> ! {
    panic!("{}", Misuse::Taken)
}

impl<E: Describe<L>, L: 'static> Raised for ErrorSlot<E, L> {
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
        self.error.as_ref()?.as_error()
    }

    fn display(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.error {
            Some(error) => error.display(f),
            None => f.write_str(type_name::<E>()),
        }
    }

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.error {
            Some(error) => error.debug(f),
            None => f.write_str("<taken>"),
        }
    }
}

/// The block was left half-way: by a panic, or because its future was dropped.
pub struct Interruption(pub(crate) ExceptionKind);

impl Raised for Interruption {
    fn kind(&self) -> ExceptionKind {
        self.0
    }

    fn type_name(&self) -> &'static str {
        match self.0 {
            ExceptionKind::Panic => "panic",
            _ => "interrupted",
        }
    }

    fn is_unstoppable(&self) -> bool {
        true
    }

    fn display(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.type_name())
    }
}
