//! Which errors can be made an exception by hand.

use core::error::Error;

use crate::private::raised::{AsError, AsRefError, DebugOnly, Describe, Text};

/// An error that exits can be passed: of a type that implements `Error`, a string, a
/// `Box<dyn Error>`, an `anyhow::Error` and its like, or `()`.
///
/// `L` says which of these it is. It is inferred, and never written.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error",
    label = "exits can't be passed a `{Self}`",
    note = "implement `Error` for it, or use a string, a `Box<dyn Error>` or an `anyhow::Error`"
)]
pub trait Raisable<L>: Describe<L> {}

#[diagnostic::do_not_recommend]
impl<E: Error + 'static> Raisable<AsError> for E {}
#[diagnostic::do_not_recommend]
impl<E: AsRef<dyn Error> + 'static> Raisable<AsRefError> for E {}
#[diagnostic::do_not_recommend]
impl Raisable<Text> for &'static str {}
#[diagnostic::do_not_recommend]
impl Raisable<DebugOnly> for () {}

#[cfg(feature = "alloc")]
mod with_alloc {
    use alloc::borrow::Cow;
    use alloc::boxed::Box;
    use alloc::string::String;
    use core::error::Error;

    use super::Raisable;
    use crate::private::raised::{Boxed, Text};

    #[diagnostic::do_not_recommend]
    impl Raisable<Text> for String {}
    #[diagnostic::do_not_recommend]
    impl Raisable<Text> for Cow<'static, str> {}
    #[diagnostic::do_not_recommend]
    impl Raisable<Boxed> for Box<dyn Error + Send> {}
    #[diagnostic::do_not_recommend]
    impl Raisable<Boxed> for Box<dyn Error + Send + Sync> {}
}
