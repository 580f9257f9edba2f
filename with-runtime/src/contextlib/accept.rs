//! What a stack accepts.

use crate::Verdict;
use crate::private::Never;

/// What a function in a stack with the verdict `V` may return: `()`, or a verdict that can do no
/// more than `V`, with the same error.
///
/// Implemented for `()`, `bool`, `Result<(), E>` and `Result<bool, E>`. It is sealed.
#[diagnostic::on_unimplemented(
    message = "a function in a stack with the verdict `{V}` can't return `{Self}`",
    label = "this function returns `{Self}`",
    note = "it returns `()`; where the stack may suppress, `bool`; where the stack may fail, a `Result` with the error of the stack: `Ok(f()?)` converts one"
)]
pub trait ExitValue<V: Verdict>: Sealed {
    #[doc(hidden)]
    fn into_result(self) -> Result<bool, V::Error>;
}

/// `()` or `bool`: whether the exception is suppressed.
pub trait Suppresses: Sealed {
    fn suppresses(self) -> bool;
}

pub trait Sealed {}

impl Sealed for () {}
impl Sealed for bool {}
impl Sealed for Never {}
impl<T, E> Sealed for Result<T, E> {}

impl Suppresses for () {
    fn suppresses(self) -> bool {
        false
    }
}

impl Suppresses for bool {
    fn suppresses(self) -> bool {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<V: Verdict> ExitValue<V> for () {
    fn into_result(self) -> Result<bool, V::Error> {
        Ok(false)
    }
}

/// `|| todo!()`
#[diagnostic::do_not_recommend]
impl<V: Verdict> ExitValue<V> for Never {
    fn into_result(self) -> Result<bool, V::Error> {
        self
    }
}

#[diagnostic::do_not_recommend]
impl ExitValue<bool> for bool {
    fn into_result(self) -> Result<bool, <bool as Verdict>::Error> {
        Ok(self)
    }
}

#[diagnostic::do_not_recommend]
impl<E> ExitValue<Result<bool, E>> for bool {
    fn into_result(self) -> Result<bool, E> {
        Ok(self)
    }
}

#[diagnostic::do_not_recommend]
impl<E> ExitValue<Result<(), E>> for Result<(), E> {
    fn into_result(self) -> Result<bool, E> {
        self.map(|()| false)
    }
}

/// One impl for both, so that the error is inferred before it is known which of them it is.
#[diagnostic::do_not_recommend]
impl<T: Suppresses, E> ExitValue<Result<bool, E>> for Result<T, E> {
    fn into_result(self) -> Result<bool, E> {
        self.map(Suppresses::suppresses)
    }
}

/// What enter returned needn't be looked at, as it is no `Result`. Of that there are two kinds,
/// which is too many to choose from.
pub trait EnterCannotFail<K> {}

pub struct Value;
pub struct UseTryEnterContext;

impl<T> EnterCannotFail<Value> for T {}
impl<T, E> EnterCannotFail<UseTryEnterContext> for Result<T, E> {}
