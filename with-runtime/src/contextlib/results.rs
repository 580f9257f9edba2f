//! What functions that take the place of an exit return.

use crate::Verdict;

/// What the function of [`managed`](super::managed), [`on_exit`](super::on_exit),
/// [`on_error`](super::on_error) and their async forms may return: `()`, `bool`, `Result<(), E>` or
/// `Result<bool, E>`, each of which is its own [`Verdict`].
///
/// It can't be implemented for other types.
#[diagnostic::on_unimplemented(
    message = "the function of a context manager can't return `{Self}`",
    label = "this function returns `{Self}`",
    note = "it may return `()`, `bool` (`true` suppresses the exception), `Result<(), E>` or `Result<bool, E>`",
    note = "end it with `;` or `drop(..)` to return nothing"
)]
pub trait ExitResult: Verdict<Answer = Self> + Sealed {
    /// `T`: the function, or its future. A result of another type has none, so that this is the one
    /// thing that is wrong with the manager.
    #[doc(hidden)]
    type Itself<T>;

    #[doc(hidden)]
    fn itself<T>(value: T) -> Self::Itself<T>;
}

/// What the function of [`closing`](super::closing), [`on_success`](super::on_success) and their
/// async forms may return: nothing, or a `Result`, whose `Ok` is dropped.
///
/// It can't be implemented for other types.
#[diagnostic::on_unimplemented(
    message = "a cleanup can't return `{Self}`",
    label = "this cleanup returns `{Self}`",
    note = "it may return `()` or a `Result`",
    note = "end it with `;` or `drop(..)` to return nothing"
)]
pub trait CleanupResult: Sealed {
    /// The verdict it amounts to: `()` or `Result<(), E>`.
    type Exit: Verdict<Answer = Self::Exit>;

    /// As that of [`ExitResult`].
    #[doc(hidden)]
    type Itself<T>;

    #[doc(hidden)]
    fn itself<T>(value: T) -> Self::Itself<T>;

    #[doc(hidden)]
    fn into_exit(self) -> Self::Exit;
}

macro_rules! itself {
    () => {
        type Itself<T> = T;

        #[inline]
        fn itself<T>(value: T) -> T {
            value
        }
    };
}

macro_rules! exit_results {
    ($(($($E:ident)?) $Result:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($E)?> ExitResult for $Result {
            itself!();
        }
    )*};
}

exit_results! {
    () ();
    () bool;
    (E) Result<(), E>;
    (E) Result<bool, E>;
}

#[diagnostic::do_not_recommend]
impl CleanupResult for () {
    type Exit = ();

    itself!();

    #[inline]
    fn into_exit(self) {}
}

#[diagnostic::do_not_recommend]
impl<O, E> CleanupResult for Result<O, E> {
    type Exit = Result<(), E>;

    itself!();

    #[inline]
    fn into_exit(self) -> Result<(), E> {
        self.map(drop)
    }
}

mod sealed {
    pub trait Sealed {}

    impl Sealed for () {}
    impl Sealed for bool {}
    impl<T, E> Sealed for Result<T, E> {}
}

use self::sealed::Sealed;
