//! What the error is: the labels the compiler may infer.

use core::error::Error;

use super::raised::{AsError, DebugOnly, Describe, Text};

/// An error type whose label `L` the compiler may infer after the fact, once the type is known: it has no other.
#[diagnostic::on_unimplemented(
    message = "the type of this error, `{Self}`, is not known where it is raised",
    label = "only what follows says that it is a `{Self}`",
    note = "it doesn't implement `Error`, so its type must be known where it is raised: `text.parse::<T>()?`"
)]
pub trait Classify<L>: Describe<L> {}

#[diagnostic::do_not_recommend]
impl<E: Error + 'static> Classify<AsError> for E {}
#[diagnostic::do_not_recommend]
impl Classify<Text> for &'static str {}
#[diagnostic::do_not_recommend]
impl Classify<DebugOnly> for () {}

#[cfg(feature = "alloc")]
mod with_alloc {
    use alloc::borrow::Cow;
    use alloc::boxed::Box;
    use alloc::string::String;
    use core::error::Error;

    use super::super::raised::{Boxed, Text};
    use super::Classify;

    #[diagnostic::do_not_recommend]
    impl Classify<Boxed> for Box<dyn Error> {}
    #[diagnostic::do_not_recommend]
    impl Classify<Boxed> for Box<dyn Error + Send> {}
    #[diagnostic::do_not_recommend]
    impl Classify<Boxed> for Box<dyn Error + Send + Sync> {}
    #[diagnostic::do_not_recommend]
    impl Classify<Text> for String {}
    #[diagnostic::do_not_recommend]
    impl Classify<Text> for Cow<'static, str> {}
}
