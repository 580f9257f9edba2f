//! What an exit may return, and what it means.

use core::convert::Infallible;
use core::marker::PhantomData;

use crate::private::evaluate::{Failure, Interrupt, Unfailing, VerdictKind};
use crate::private::markers::{ByTheLetter, CountsValues};

/// What [`ContextManager::Exit`](crate::ContextManager::Exit) says of an exit: whether it may suppress the exception, whether
/// the cleanup may fail, and whether it counts values.
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
/// [`Strict`] of each of the four is a verdict too: the same one, of a manager that counts an `Err` or `None` that leaves the
/// block as a value. `exit` returns the plain type, which is the verdict's [`Answer`](Self::Answer).
///
/// Two or more managers in one statement join their verdicts: it may suppress if any of them may, it may fail if any
/// of them may, and its error is that of the outermost that can fail, which the others' reach by `From`. Each manager counts
/// values or doesn't by its own verdict.
///
/// The functions are for managers that wrap other managers.
///
/// # Examples
///
/// ```
/// use with_runtime::{Strict, Verdict};
///
/// assert_eq!(<() as Verdict>::into_result(()), Ok(false));
/// assert_eq!(bool::into_result(true), Ok(true));
/// assert_eq!(<Result<bool, _>>::into_result(Err("disk full")), Err("disk full"));
/// assert_eq!(<Result<bool, String>>::from_result(Ok(true)), Ok(true));
/// assert_eq!(<Strict<Result<bool, String>>>::propagate(), Ok(false));
/// ```
///
/// A wrapper has the verdict of what it wraps, strictness included:
///
/// ```
/// use std::time::Instant;
/// use with_runtime::{ContextManager, Exception, Verdict};
///
/// struct Timed<M>(M, Instant);
///
/// impl<M: ContextManager> ContextManager for Timed<M> {
///     type Value<'a> = M::Value<'a> where Self: 'a;
///     type Exit = M::Exit;
///
///     fn enter(&mut self) -> M::Value<'_> {
///         self.0.enter()
///     }
///
///     fn exit(&mut self, exc: Option<Exception<'_>>) -> <M::Exit as Verdict>::Answer {
///         println!("{:?}", self.1.elapsed());
///         self.0.exit(exc)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a verdict",
    label = "`exit` can't return this",
    note = "`exit` returns `()`, `bool` (`true` suppresses the exception), `Result<(), E>` or `Result<bool, E>`",
    note = "`Strict` of one of these counts an `Err` or `None` that leaves the block as a value"
)]
pub trait Verdict {
    /// What the cleanup fails with; `Infallible` where it can't fail.
    type Error;

    /// What `exit` returns: `()`, `bool`, `Result<(), E>` or `Result<bool, E>`.
    type Answer: VerdictKind;

    /// How values that leave the block are judged.
    #[doc(hidden)]
    type Strictness;

    /// Whether the exception is suppressed.
    ///
    /// # Errors
    ///
    /// The failure of the cleanup.
    fn into_result(answer: Self::Answer) -> Result<bool, Self::Error>;

    /// What `exit` returns to suppress the exception (`true`), to let it propagate (`false`), or to fail: the inverse of
    /// [`into_result`](Self::into_result).
    ///
    /// A verdict that can't suppress has no way to say `true`: the answer is then the one to `false`, and the exception
    /// propagates. No exception is lost by that.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::Verdict;
    ///
    /// assert_eq!(bool::from_result(Ok(true)), true);
    /// assert_eq!(<Result<(), &str>>::from_result(Ok(true)), Ok(())); // propagates
    /// assert_eq!(<Result<(), &str>>::from_result(Err("disk full")), Err("disk full"));
    /// ```
    fn from_result(result: Result<bool, Self::Error>) -> Self::Answer;

    /// The neutral answer: nothing is suppressed and nothing failed.
    fn propagate() -> Self::Answer;
}

/// The verdict of a strict manager: otherwise that of `V`, which is `()`, `bool`, `Result<(), E>` or `Result<bool, E>`.
///
/// A strict manager counts an `Err` or `None` that leaves the block as a value as an exception.
///
/// To PEP 343 `return Err(e)` is a return and an `Err` at the end of the block is a value: `exit` is given no exception,
/// and a manager that commits then commits a failure. A strict manager is given the exception instead, whether the value
/// leaves by `return`, by `break`, or as the block's own value.
///
/// A block that ends in `e?` has looked at its `Err`: what `?` lets through is a value, even if it is an `Option` or another
/// `Result`. So the type of that value may be inferred from what follows, as in `let n: i64 = with!(tx => { row.get(0)? })?`. Of
/// other values the type must be known in the block, unless it is one of the standard library's.
///
/// Every manager that decides by what it is given (a transaction, an atomic write) should be strict, whether it is a
/// [`ContextManager`](crate::ContextManager) or an [`AsyncContextManager`](crate::AsyncContextManager). Where the manager isn't
/// yours, [`strict`](crate::strict) makes it so.
///
/// It is a type only: no value of it is ever made, and `exit` returns the plain `V`. As it is part of
/// [`ContextManager::Exit`](crate::ContextManager::Exit), wrappers with `type Exit = M::Exit` carry it along, and a bound or an
/// `impl ContextManager<Exit = ..>` has to name it.
///
/// # Examples
///
/// ```
/// use with_runtime::{ContextManager, Exception, Strict, with};
///
/// #[derive(Default)]
/// struct Transaction {
///     committed: bool,
/// }
///
/// impl ContextManager for Transaction {
///     type Value<'a> = ();
///     type Exit = Strict<()>;
///     fn enter(&mut self) {}
///     fn exit(&mut self, exc: Option<Exception<'_>>) {
///         self.committed = exc.is_none();
///     }
/// }
///
/// fn transfer(tx: &mut Transaction, amount: u32) -> Result<u32, String> {
///     with!(tx => {
///         if amount == 0 {
///             return Err("nothing to transfer".to_owned());
///         }
///         Ok(amount)
///     })
/// }
///
/// let mut tx = Transaction::default();
/// assert!(transfer(&mut tx, 0).is_err() && !tx.committed);
/// assert!(transfer(&mut tx, 5).is_ok() && tx.committed);
/// ```
///
/// A function that takes only strict managers, and one that makes one:
///
/// ```
/// use std::io;
/// use with_runtime::{ContextManager, Strict, strict};
///
/// fn commit(manager: impl ContextManager<Exit = Strict<io::Result<()>>>) { /* .. */ }
///
/// fn commit_any(manager: impl ContextManager<Exit = io::Result<()>>) {
///     commit(strict(manager));
/// }
/// ```
pub struct Strict<V>(PhantomData<fn() -> V>, Infallible);

#[diagnostic::do_not_recommend]
impl<V: Verdict> Verdict for Strict<V> {
    type Error = V::Error;
    type Answer = V::Answer;
    type Strictness = CountsValues;

    #[inline]
    fn into_result(answer: V::Answer) -> Result<bool, V::Error> {
        V::into_result(answer)
    }

    #[inline]
    fn from_result(result: Result<bool, V::Error>) -> V::Answer {
        V::from_result(result)
    }

    #[inline]
    fn propagate() -> V::Answer {
        V::propagate()
    }
}

#[diagnostic::do_not_recommend]
impl Verdict for () {
    type Error = Infallible;
    type Answer = Self;
    type Strictness = ByTheLetter;

    #[inline]
    fn into_result((): ()) -> Result<bool, Infallible> {
        Ok(false)
    }

    #[inline]
    fn from_result(_: Result<bool, Infallible>) {}

    #[inline]
    fn propagate() -> Self {}
}

impl VerdictKind for () {
    type Resume = Infallible;
    type Failure = Unfailing;
    type Unended<I> = I;
    type Statement<T> = T;
    type Suppressing = bool;
    type Failing<F> = Result<(), F>;

    #[inline]
    fn rule(self) -> Option<Interrupt<Infallible, Unfailing>> {
        None
    }

    #[inline]
    fn statement<T>(value: T) -> T {
        value
    }

    #[inline]
    fn unended<I>(block: I) -> I {
        block
    }
}

#[diagnostic::do_not_recommend]
impl Verdict for bool {
    type Error = Infallible;
    type Answer = Self;
    type Strictness = ByTheLetter;

    #[inline]
    fn into_result(answer: bool) -> Result<bool, Infallible> {
        Ok(answer)
    }

    #[inline]
    fn from_result(Ok(suppress): Result<bool, Infallible>) -> bool {
        suppress
    }

    #[inline]
    fn propagate() -> Self {
        false
    }
}

impl VerdictKind for bool {
    type Resume = ();
    type Failure = Unfailing;
    type Unended<I> = ();
    type Statement<T> = T;
    type Suppressing = bool;
    type Failing<F> = Result<bool, F>;

    #[inline]
    fn rule(self) -> Option<Interrupt<(), Unfailing>> {
        self.then_some(Interrupt::Suppressed(()))
    }

    #[inline]
    fn statement<T>(value: T) -> T {
        value
    }

    #[inline]
    fn unended<I>(_: I) {}
}

#[diagnostic::do_not_recommend]
impl<E> Verdict for Result<(), E> {
    type Error = E;
    type Answer = Self;
    type Strictness = ByTheLetter;

    #[inline]
    fn into_result(answer: Self) -> Result<bool, E> {
        answer.map(|()| false)
    }

    #[inline]
    fn from_result(result: Result<bool, E>) -> Self {
        result.map(drop)
    }

    #[inline]
    fn propagate() -> Self {
        Ok(())
    }
}

impl<E> VerdictKind for Result<(), E> {
    type Resume = Infallible;
    type Failure = Failure<E>;
    type Unended<I> = I;
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
    fn statement<T>(value: T) -> Result<T, E> {
        Ok(value)
    }

    #[inline]
    fn unended<I>(block: I) -> I {
        block
    }
}

#[diagnostic::do_not_recommend]
impl<E> Verdict for Result<bool, E> {
    type Error = E;
    type Answer = Self;
    type Strictness = ByTheLetter;

    #[inline]
    fn into_result(answer: Self) -> Result<bool, E> {
        answer
    }

    #[inline]
    fn from_result(result: Self) -> Self {
        result
    }

    #[inline]
    fn propagate() -> Self {
        Ok(false)
    }
}

impl<E> VerdictKind for Result<bool, E> {
    type Resume = ();
    type Failure = Failure<E>;
    type Unended<I> = ();
    type Statement<T> = Result<T, E>;
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
    fn statement<T>(value: T) -> Result<T, E> {
        Ok(value)
    }

    #[inline]
    fn unended<I>(_: I) {}
}
