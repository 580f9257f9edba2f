//! The payload of a caught panic, as exit is lent it.

use alloc::boxed::Box;
use alloc::string::String;
use core::any::{Any, TypeId};
use core::fmt;
use core::marker::PhantomData;
use core::mem;
use core::ops::ControlFlow;
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::kind::{Raising, SendRaising};
use super::panic::Panicked;
use super::raised::{Opaque, Raised, taken};
use super::settle::Ruling;
use super::told::{Ruled, SendTell, Tell, Told};
use crate::ExceptionKind;
use crate::exception::{Exception, SendException};

pub(super) type Payload = Box<dyn Any + Send>;

/// What leaves the block is a panic.
pub struct Unwound;

impl Raising<0, Unwound, Opaque> {
    #[inline]
    pub fn told_kind(&self) -> Panicking<Payload> {
        Panicking(PhantomData)
    }
}

impl SendRaising<0, Unwound, Opaque> {
    #[inline]
    pub fn told_kind(&self) -> Panicking<Locked> {
        Panicking(PhantomData)
    }
}

/// The exception is a panic, whose payload is held as an `O`.
pub struct Panicking<O>(PhantomData<fn() -> O>);

impl<O: Hold> Told<Panicked> for Panicking<O> {
    type Lent = Lent<O>;
    type Resume<V: Ruling> = V::Resume;

    #[inline]
    fn lend(self, panicked: Panicked) -> Self::Lent {
        Lent::new(panicked.0)
    }

    #[inline]
    #[track_caller]
    fn rule<V: Ruling>(lent: Self::Lent, verdict: V) -> Ruled<Self, Panicked, V> {
        match verdict.rule() {
            None => ControlFlow::Continue(Panicked(lent.put_back())),
            Some(stop) => ControlFlow::Break(stop),
        }
    }
}

impl Tell<Panicked> for Panicking<Payload> {
    #[inline]
    fn exception(lent: &mut Self::Lent) -> Option<Exception<'_>> {
        Some(Exception::new(lent))
    }
}

impl SendTell<Panicked> for Panicking<Locked> {
    #[inline]
    fn exception(lent: &mut Self::Lent) -> Option<SendException<'_>> {
        Some(Exception::new(lent))
    }
}

/// A payload that is lent to exit.
pub struct Lent<O>(Kept<O>);

/// A text, or whatever else, which is held as an `O`.
#[expect(
    clippy::box_collection,
    clippy::redundant_allocation,
    reason = "it goes on in the very box it came in"
)]
enum Kept<O> {
    Str(Box<&'static str>),
    String(Box<String>),
    Other(O),
    Nothing,
}

/// If exit panics, the payload is one panic too many: its own drop may be another, which would abort the process.
impl<O> Drop for Lent<O> {
    fn drop(&mut self) {
        if thread::panicking() {
            mem::forget(mem::replace(&mut self.0, Kept::Nothing));
        }
    }
}

/// How a payload is held that may be of any type.
pub trait Hold: Sized {
    fn hold(payload: Payload) -> Self;
    fn into_payload(self) -> Payload;

    fn get_mut(&mut self) -> &mut (dyn Any + Send);

    /// It may not be to be seen from here.
    fn get(&self) -> Option<&dyn Any>;

    fn is(&self, id: TypeId) -> bool;
}

impl Hold for Payload {
    #[inline]
    fn hold(payload: Payload) -> Self {
        payload
    }

    #[inline]
    fn into_payload(self) -> Payload {
        self
    }

    fn get_mut(&mut self) -> &mut (dyn Any + Send) {
        &mut **self
    }

    fn get(&self) -> Option<&dyn Any> {
        Some(&**self)
    }

    fn is(&self, id: TypeId) -> bool {
        (**self).type_id() == id
    }
}

/// It can be sent to another thread, but not shown to one: whoever has it for himself can look at it.
pub struct Locked(Mutex<Payload>);

impl Hold for Locked {
    fn hold(payload: Payload) -> Self {
        Locked(Mutex::new(payload))
    }

    fn into_payload(self) -> Payload {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn get_mut(&mut self) -> &mut (dyn Any + Send) {
        let payload = self.0.get_mut();
        &mut **payload.unwrap_or_else(PoisonError::into_inner)
    }

    fn get(&self) -> Option<&dyn Any> {
        None
    }

    fn is(&self, id: TypeId) -> bool {
        let payload = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        (**payload).type_id() == id
    }
}

impl<O: Hold> Lent<O> {
    pub(super) fn new(payload: Payload) -> Self {
        let payload = match payload.downcast::<&'static str>() {
            Ok(text) => return Lent(Kept::Str(text)),
            Err(payload) => payload,
        };
        Lent(match payload.downcast::<String>() {
            Ok(text) => Kept::String(text),
            Err(payload) => Kept::Other(O::hold(payload)),
        })
    }

    fn take(&mut self) -> Option<Payload> {
        match mem::replace(&mut self.0, Kept::Nothing) {
            Kept::Str(text) => Some(text),
            Kept::String(text) => Some(text),
            Kept::Other(other) => Some(other.into_payload()),
            Kept::Nothing => None,
        }
    }

    /// # Panics
    ///
    /// If the exit took the payload: the misuse that [`Exception::take`] describes.
    #[track_caller]
    pub(super) fn put_back(mut self) -> Payload {
        match self.take() {
            Some(payload) => payload,
            None => taken(),
        }
    }
}

impl<O: Hold> Raised for Lent<O> {
    fn kind(&self) -> ExceptionKind {
        ExceptionKind::Panic
    }

    fn type_name(&self) -> &'static str {
        "panic"
    }

    fn is(&self, id: TypeId) -> bool {
        match &self.0 {
            Kept::Other(other) => other.is(id),
            _ => self
                .payload()
                .is_some_and(|payload| payload.type_id() == id),
        }
    }

    fn payload(&self) -> Option<&dyn Any> {
        match &self.0 {
            Kept::Str(text) => Some(&**text),
            Kept::String(text) => Some(&**text),
            Kept::Other(other) => other.get(),
            Kept::Nothing => None,
        }
    }

    fn payload_mut(&mut self) -> Option<&mut dyn Any> {
        match &mut self.0 {
            Kept::Str(text) => Some(&mut **text),
            Kept::String(text) => Some(&mut **text),
            Kept::Other(other) => Some(other.get_mut()),
            Kept::Nothing => None,
        }
    }

    fn take_payload(&mut self, id: TypeId) -> Option<Box<dyn Any>> {
        if !self.is(id) {
            return None;
        }
        let payload = self.take()?;
        Some(payload)
    }

    fn panic_message(&self) -> Option<&str> {
        match &self.0 {
            Kept::Str(text) => Some(text),
            Kept::String(text) => Some(text),
            _ => None,
        }
    }

    fn display(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.panic_message().unwrap_or("panic"))
    }

    fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.panic_message() {
            Some(text) => fmt::Debug::fmt(text, f),
            None => f.write_str("panic"),
        }
    }
}
