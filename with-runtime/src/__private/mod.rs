//! What an expansion of `with!` calls. Nothing here is meant to be named by hand.
#![allow(
    missing_docs,
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    clippy::type_complexity,
    reason = "hidden from the documentation, and called by expansions only"
)]

pub use core::ops::ControlFlow::{Break, Continue};
pub use core::option::Option::{None, Some};
pub use core::result::Result::Err;

pub use self::entered::{Certain, unseen};
pub use self::evaluate::{FailAs, MayHave, MaybeNever, ToNever, ToOuter, ToOuterNever, ToValue};
pub use self::exc_info::NoException;
pub use self::lookup::{AsyncLookup, Lookup};
pub use self::loop_control::{Breaking, Continuing, LoopControl};
pub use self::never::{Never, Unreached, any, diverge, held, never, stored};
#[cfg(feature = "std")]
pub use self::panic::{catch, catch_polls, resume};
pub use self::question_mark::QuestionMark as Try;
pub use self::ready::ready;
pub use crate::AsyncContextManager;
pub use with_runtime_macros::{async_with, with};

pub mod ambiguity;
pub mod classify;
pub mod entered;
pub mod evaluate;
pub mod exc_info;
pub mod exit;
pub mod lookup;
pub mod loop_control;
pub mod markers;
pub mod never;
#[cfg(feature = "std")]
pub mod panic;
#[cfg(feature = "std")]
pub mod payload;
pub mod probes;
pub mod question_mark;
pub mod raised;
pub mod ready;
pub mod result_like;
pub mod summary;
