//! Python's `with` statement (PEP 343) for Rust.
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;

mod error;
mod exception;
mod manager;
mod verdict;

#[doc(hidden)]
#[path = "private/mod.rs"]
pub mod __private;
use self::__private as private;

pub use self::error::{Missing, Misuse};
pub use self::exception::{Exception, ExceptionKind, Traceback};
pub use self::manager::{ContextManager, Strict, Strictly, strict};
pub use self::verdict::Verdict;

/// with
#[macro_export]
macro_rules! with {
    ($($tokens:tt)*) => {
        $crate::__private::with! { ($crate) $($tokens)* }
    };
}
