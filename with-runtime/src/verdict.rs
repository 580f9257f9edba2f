//! What an exit may answer.

use core::convert::Infallible;

use crate::private::evaluate::{Failure, Interrupt, Unfailing, VerdictKind};

/// What [`ContextManager::exit`](crate::ContextManager::exit) returns: whether the exception is suppressed, and whether
/// the cleanup failed.
///
/// Which of the four types a manager chooses says what it can do, and so what the statement evaluates to:
///
/// | `Exit` | may suppress | may fail | `with!` evaluates to | the block's value |
/// |---|---|---|---|---|
/// | `()` | no | no | `T` | any `T` |
/// | `bool` | yes | no | `()` | `()` |
/// | `Result<(), E>` | no | yes | `Result<T, E>` | any `T` |
/// | `Result<bool, E>` | yes | yes | `Result<(), E>` | `()` |
///
/// `true` suppresses, as in PEP 343. A verdict is ignored where there was no exception; a failure never is.
///
/// Two or more managers in one statement join their verdicts: it may suppress if any of them may, it may fail if any
/// of them may, and its error is that of the outermost that can fail, which the others' reach by `From`.
///
/// The methods are for managers that wrap other managers.
///
/// # Examples
///
/// ```
/// use with_runtime::Verdict;
///
/// assert_eq!(().into_result(), Ok(false));
/// assert_eq!(true.into_result(), Ok(true));
/// assert_eq!(Err::<bool, _>("disk full").into_result(), Err("disk full"));
/// assert_eq!(<Result<bool, String>>::propagate(), Ok(false));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a verdict",
    label = "`exit` can't return this",
    note = "`exit` returns `()`, `bool` (`true` suppresses the exception), `Result<(), E>` or `Result<bool, E>`"
)]
pub trait Verdict: VerdictKind {
    /// What the cleanup fails with; `Infallible` where it can't fail.
    type Error;

    /// Whether the exception is suppressed.
    ///
    /// # Errors
    ///
    /// The failure of the cleanup.
    fn into_result(self) -> Result<bool, Self::Error>;

    /// The neutral verdict: nothing is suppressed and nothing failed.
    fn propagate() -> Self;
}

#[diagnostic::do_not_recommend]
impl Verdict for () {
    type Error = Infallible;

    #[inline]
    fn into_result(self) -> Result<bool, Infallible> {
        Ok(false)
    }

    #[inline]
    fn propagate() -> Self {}
}

impl VerdictKind for () {
    type Resume = Infallible;
    type Failure = Unfailing;
    type Value<T> = T;
    type Statement<T> = T;
    type Suppressing = bool;
    type Failing<F> = Result<(), F>;

    #[inline]
    fn rule(self) -> Option<Interrupt<Infallible, Unfailing>> {
        None
    }

    #[inline]
    fn value<T>(value: T) -> T {
        value
    }

    #[inline]
    fn statement<T>(value: T) -> T {
        value
    }
}

#[diagnostic::do_not_recommend]
impl Verdict for bool {
    type Error = Infallible;

    #[inline]
    fn into_result(self) -> Result<bool, Infallible> {
        Ok(self)
    }

    #[inline]
    fn propagate() -> Self {
        false
    }
}

impl VerdictKind for bool {
    type Resume = ();
    type Failure = Unfailing;
    type Value<T> = ();
    type Statement<T> = ();
    type Suppressing = bool;
    type Failing<F> = Result<bool, F>;

    #[inline]
    fn rule(self) -> Option<Interrupt<(), Unfailing>> {
        self.then_some(Interrupt::Suppressed(()))
    }

    #[inline]
    fn value<T>(_: T) {}

    #[inline]
    fn statement<T>(_: T) {}
}

#[diagnostic::do_not_recommend]
impl<E> Verdict for Result<(), E> {
    type Error = E;

    #[inline]
    fn into_result(self) -> Result<bool, E> {
        self.map(|()| false)
    }

    #[inline]
    fn propagate() -> Self {
        Ok(())
    }
}

impl<E> VerdictKind for Result<(), E> {
    type Resume = Infallible;
    type Failure = Failure<E>;
    type Value<T> = T;
    type Statement<T> = Result<T, E>;
    type Suppressing = Result<bool, E>;
    type Failing<F> = Result<(), F>;

    #[inline]
    fn rule(self) -> Option<Interrupt<Infallible, Failure<E>>> {
        match self {
            Ok(()) => None,
            Err(error) => Some(Interrupt::Failed(Failure(error))),
        }
    }

    #[inline]
    fn value<T>(value: T) -> T {
        value
    }

    #[inline]
    fn statement<T>(value: T) -> Result<T, E> {
        Ok(value)
    }
}

#[diagnostic::do_not_recommend]
impl<E> Verdict for Result<bool, E> {
    type Error = E;

    #[inline]
    fn into_result(self) -> Result<bool, E> {
        self
    }

    #[inline]
    fn propagate() -> Self {
        Ok(false)
    }
}

impl<E> VerdictKind for Result<bool, E> {
    type Resume = ();
    type Failure = Failure<E>;
    type Value<T> = ();
    type Statement<T> = Result<(), E>;
    type Suppressing = Result<bool, E>;
    type Failing<F> = Result<bool, F>;

    #[inline]
    fn rule(self) -> Option<Interrupt<(), Failure<E>>> {
        match self {
            Ok(false) => None,
            Ok(true) => Some(Interrupt::Suppressed(())),
            Err(error) => Some(Interrupt::Failed(Failure(error))),
        }
    }

    #[inline]
    fn value<T>(_: T) {}

    #[inline]
    fn statement<T>(_: T) -> Result<(), E> {
        Ok(())
    }
}
