//! What a value is to a strict manager: an `Err`, a `None`, or no exception.

#[cfg(feature = "alloc")]
use alloc::{
    borrow::{Cow, ToOwned},
    boxed::Box,
    collections::{BTreeMap, BTreeSet, VecDeque},
    rc::Rc,
    string::String,
    sync::Arc,
    vec::Vec,
};
use core::convert::Infallible;
#[cfg(feature = "std")]
use std::{
    collections::{HashMap, HashSet},
    path::PathBuf,
};

use super::classify::Classify;
use super::evaluate::VerdictKind;
use super::never::Never;
use super::raised::Describe;
use crate::error::Missing;

/// A value that may be an exception, whose error is labelled `L`; or one that can't be, which is labelled [`Plain`].
///
/// The compiler may infer the label after the fact, once the type of the value is known.
#[diagnostic::on_unimplemented(
    message = "the type of this value is not known in the block of a strict manager",
    label = "only what follows the block says that its type is `{Self}`",
    note = "a strict manager counts an `Err` or `None`, so the block must say what the value is",
    note = "write the type in the block: `let value: T = ..; value`, or `.collect::<T>()`"
)]
pub trait ResultLike<L> {
    type Good;
    type Error;
    /// What a suppressing verdict `V` makes of it: an empty type where the value is never an exception.
    type Resume<V: VerdictKind>;

    fn split(self) -> Result<Self::Good, Self::Error>;
    fn join(parts: Result<Self::Good, Self::Error>) -> Self;
    fn resume<V: VerdictKind>(resume: V::Resume) -> Self::Resume<V>;
}

#[diagnostic::do_not_recommend]
impl<T, E, L> ResultLike<L> for Result<T, E> {
    type Good = T;
    type Error = E;
    type Resume<V: VerdictKind> = V::Resume;

    #[inline]
    fn split(self) -> Result<T, E> {
        self
    }

    #[inline]
    fn join(parts: Result<T, E>) -> Self {
        parts
    }

    #[inline]
    fn resume<V: VerdictKind>(resume: V::Resume) -> V::Resume {
        resume
    }
}

#[diagnostic::do_not_recommend]
impl<T, L> ResultLike<L> for Option<T> {
    type Good = T;
    type Error = Missing;
    type Resume<V: VerdictKind> = V::Resume;

    #[inline]
    fn split(self) -> Result<T, Missing> {
        self.ok_or(Missing)
    }

    #[inline]
    fn join(parts: Result<T, Missing>) -> Self {
        parts.ok()
    }

    #[inline]
    fn resume<V: VerdictKind>(resume: V::Resume) -> V::Resume {
        resume
    }
}

/// Labels the error that a value doesn't have.
pub struct Plain;

/// The error that a value doesn't have.
pub enum NoError {}

impl Describe<Plain> for NoError {}
#[diagnostic::do_not_recommend]
impl Classify<Plain> for NoError {}

/// The types that a block often ends in before they are known, as `parse`, `collect` and `default` do; and `!` and `()`, which are
/// those of a call that doesn't return. Of any other type that isn't known the compiler says that it must be.
macro_rules! plain {
    ($($(#[$attr:meta])* ($($generics:tt)*) $T:ty;)*) => {$(
        $(#[$attr])*
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> ResultLike<Plain> for $T {
            type Good = Self;
            type Error = NoError;
            type Resume<V: VerdictKind> = Infallible;

            #[allow(unreachable_code, reason = "one of the types is `!`")]
            #[inline]
            fn split(self) -> Result<Self, NoError> {
                Ok(self)
            }

            #[inline]
            fn join(Ok(value): Result<Self, NoError>) -> Self {
                value
            }

            fn resume<V: VerdictKind>(_: V::Resume) -> Infallible {
                unreachable!("a value of this type is no exception")
            }
        }
    )*};
}

plain! {
    () Never;
    () ();
    () bool;
    () char;
    () u8;
    () u16;
    () u32;
    () u64;
    () u128;
    () usize;
    () i8;
    () i16;
    () i32;
    () i64;
    () i128;
    () isize;
    () f32;
    () f64;
    (T: ?Sized) &T;
    (T: ?Sized) &mut T;
    #[cfg(feature = "alloc")]
    () String;
    #[cfg(feature = "alloc")]
    (T) Vec<T>;
    #[cfg(feature = "alloc")]
    (T) VecDeque<T>;
    #[cfg(feature = "alloc")]
    (T: ?Sized) Box<T>;
    #[cfg(feature = "alloc")]
    (T: ?Sized) Rc<T>;
    #[cfg(feature = "alloc")]
    (T: ?Sized) Arc<T>;
    #[cfg(feature = "alloc")]
    (T: ?Sized + ToOwned) Cow<'_, T>;
    #[cfg(feature = "alloc")]
    (T) BTreeSet<T>;
    #[cfg(feature = "alloc")]
    (K, T) BTreeMap<K, T>;
    #[cfg(feature = "std")]
    (T, S) HashSet<T, S>;
    #[cfg(feature = "std")]
    (K, T, S) HashMap<K, T, S>;
    #[cfg(feature = "std")]
    () PathBuf;
}
