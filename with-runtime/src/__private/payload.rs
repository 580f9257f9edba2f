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

use super::evaluate::VerdictKind;
use super::exc_info::{ExcInfo, Lend, LendSend, Ruled};
use super::raised::{Raised, taken};
use crate::ExceptionKind;
use crate::exception::{Exception, SendException};

pub(crate) type Payload = Box<dyn Any + Send>;

/// A panic that `catch` caught, on its way through the statement.
pub struct Panicked(pub(super) Payload);

/// What leaves the block is a panic.
pub struct Unwound;

/// The exception is a panic, whose payload is held as an `O`.
pub struct Panicking<O>(PhantomData<fn() -> O>);

impl<O> Panicking<O> {
    #[inline]
    pub(super) fn new() -> Self {
        Panicking(PhantomData)
    }
}

impl<O: HoldPayload> ExcInfo<Panicked> for Panicking<O> {
    type Lent = PayloadSlot<O>;
    type Resume<V: VerdictKind> = V::Resume;

    #[inline]
    fn lend(self, panicked: Panicked) -> Self::Lent {
        PayloadSlot::new(panicked.0)
    }

    #[inline]
    #[track_caller]
    fn rule<V: VerdictKind>(lent: Self::Lent, verdict: V) -> Ruled<Self, Panicked, V> {
        match verdict.rule() {
            None => ControlFlow::Continue(Panicked(lent.put_back())),
            Some(stop) => ControlFlow::Break(stop),
        }
    }
}

impl Lend<Panicked> for Panicking<Payload> {
    #[inline]
    fn exception(lent: &mut Self::Lent) -> Option<Exception<'_>> {
        Some(Exception::new(lent))
    }
}

impl LendSend<Panicked> for Panicking<LockedPayload> {
    #[inline]
    fn exception(lent: &mut Self::Lent) -> Option<SendException<'_>> {
        Some(Exception::new(lent))
    }
}

/// A payload that is lent to exit.
pub struct PayloadSlot<O>(Held<O>);

/// A text, or whatever else, which is held as an `O`.
#[expect(
    clippy::box_collection,
    clippy::redundant_allocation,
    reason = "it goes on in the very box it came in"
)]
enum Held<O> {
    Str(Box<&'static str>),
    String(Box<String>),
    Other(O),
    Nothing,
}

/// If exit panics, the payload is one panic too many: its own drop may be another, which would abort the process.
impl<O> Drop for PayloadSlot<O> {
    fn drop(&mut self) {
        if thread::panicking() {
            mem::forget(mem::replace(&mut self.0, Held::Nothing));
        }
    }
}

/// How a payload is held that may be of any type.
pub trait HoldPayload: Sized {
    fn hold(payload: Payload) -> Self;
    fn into_payload(self) -> Payload;

    fn get_mut(&mut self) -> &mut (dyn Any + Send);

    /// It may not be to be seen from here.
    fn get(&self) -> Option<&dyn Any>;

    fn is(&self, id: TypeId) -> bool;
}

impl HoldPayload for Payload {
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
pub struct LockedPayload(Mutex<Payload>);

impl HoldPayload for LockedPayload {
    fn hold(payload: Payload) -> Self {
        LockedPayload(Mutex::new(payload))
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

impl<O: HoldPayload> PayloadSlot<O> {
    pub(crate) fn new(payload: Payload) -> Self {
        let payload = match payload.downcast::<&'static str>() {
            Ok(text) => return PayloadSlot(Held::Str(text)),
            Err(payload) => payload,
        };
        PayloadSlot(match payload.downcast::<String>() {
            Ok(text) => Held::String(text),
            Err(payload) => Held::Other(O::hold(payload)),
        })
    }

    fn take(&mut self) -> Option<Payload> {
        match mem::replace(&mut self.0, Held::Nothing) {
            Held::Str(text) => Some(text),
            Held::String(text) => Some(text),
            Held::Other(other) => Some(other.into_payload()),
            Held::Nothing => None,
        }
    }

    /// # Panics
    ///
    /// If the exit took the payload: the misuse that [`Exception::take`] describes.
    #[track_caller]
    pub(crate) fn put_back(mut self) -> Payload {
        match self.take() {
            Some(payload) => payload,
            None => taken(),
        }
    }
}

impl<O: HoldPayload> Raised for PayloadSlot<O> {
    fn kind(&self) -> ExceptionKind {
        ExceptionKind::Panic
    }

    fn type_name(&self) -> &'static str {
        "panic"
    }

    fn is(&self, id: TypeId) -> bool {
        match &self.0 {
            Held::Other(other) => other.is(id),
            _ => self
                .payload()
                .is_some_and(|payload| payload.type_id() == id),
        }
    }

    fn payload(&self) -> Option<&dyn Any> {
        match &self.0 {
            Held::Str(text) => Some(&**text),
            Held::String(text) => Some(&**text),
            Held::Other(other) => other.get(),
            Held::Nothing => None,
        }
    }

    fn payload_mut(&mut self) -> Option<&mut dyn Any> {
        match &mut self.0 {
            Held::Str(text) => Some(&mut **text),
            Held::String(text) => Some(&mut **text),
            Held::Other(other) => Some(other.get_mut()),
            Held::Nothing => None,
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
            Held::Str(text) => Some(text),
            Held::String(text) => Some(text),
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
