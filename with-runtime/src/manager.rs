//! The protocol: what a context manager is.

use crate::{Exception, Strict, Verdict};

/// A context manager: what a [`with!`](crate::with) statement enters before its block and exits after it.
///
/// The protocol is PEP 343's, with one improvement: [`Exit`](Self::Exit), the type that `exit` returns, says at
/// compile time whether the manager may suppress an exception, whether its cleanup may fail, and whether an `Err` that leaves
/// the block as a value is an exception.
///
/// # Examples
///
/// ```
/// use with_runtime::{ContextManager, Exception, with};
///
/// struct Indent(usize);
///
/// impl ContextManager for Indent {
///     type Value<'a> = &'a usize;
///     type Exit = ();
///
///     fn enter(&mut self) -> &usize {
///         self.0 += 2;
///         &self.0
///     }
///
///     fn exit(&mut self, _: Option<Exception<'_>>) {
///         self.0 -= 2;
///     }
/// }
///
/// let mut indent = Indent(0);
/// with!(&mut indent as width => { assert_eq!(*width, 2) });
/// assert_eq!(indent.0, 0);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a context manager",
    label = "`with!` needs a context manager here",
    note = "a context manager implements `with_runtime::ContextManager`: `enter` before the block, `exit` after it",
    note = "an `AsyncContextManager` is entered by `async_with!`"
)]
pub trait ContextManager {
    /// What `enter` returns and `as` binds; it may borrow from the manager.
    ///
    /// A manager around a lock lends the guard, so that the guard is gone before `exit` is called. An `enter` that
    /// can fail has a `Result` for its value, and the user writes `as PAT?`.
    type Value<'a>
    where
        Self: 'a;

    /// What `exit` returns, and thereby what it can do: `()`, `bool`, `Result<(), E>` or `Result<bool, E>`; or
    /// [`Strict`] of one of these, for a manager that counts an `Err` or `None` that leaves the block as a value.
    type Exit: Verdict;

    /// Called before the block. If it panics, the block is not run and `exit` is not called.
    fn enter(&mut self) -> Self::Value<'_>;

    /// Called once for every `enter` that succeeded, however the block was left.
    ///
    /// `exc` is `None` where there was no exception: at the end of the block, and where it was left by `break`,
    /// `continue` or `return`, unless the manager is [`Strict`] and the value an `Err` or `None`.
    ///
    /// What it returns is the plain verdict: `()` where `Exit` is `()`, and where it is `Strict<()>`.
    ///
    /// # Errors
    ///
    /// A failure, where [`Exit`](Self::Exit) has one, replaces what was pending: a jump, a value or an exception.
    ///
    /// # Panics
    ///
    /// So does a panic; only while another panic is unwinding is it caught and dropped.
    fn exit(&mut self, exc: Option<Exception<'_>>) -> <Self::Exit as Verdict>::Answer;
}

/// Calls on to the manager inside, in the user's name: a panic in it names the line of the statement.
macro_rules! delegate {
    () => {
        type Value<'a>
            = M::Value<'a>
        where
            Self: 'a;
        type Exit = M::Exit;

        #[inline]
        #[track_caller]
        fn enter(&mut self) -> Self::Value<'_> {
            (**self).enter()
        }

        #[inline]
        #[track_caller]
        fn exit(&mut self, exc: Option<Exception<'_>>) -> <Self::Exit as Verdict>::Answer {
            (**self).exit(exc)
        }
    };
}

impl<M: ContextManager + ?Sized> ContextManager for &mut M {
    delegate!();
}

#[cfg(feature = "alloc")]
impl<M: ContextManager + ?Sized> ContextManager for alloc::boxed::Box<M> {
    delegate!();
}

/// A manager that may be absent: `None` does nothing, and its value is `None`.
impl<M: ContextManager> ContextManager for Option<M> {
    type Value<'a>
        = Option<M::Value<'a>>
    where
        Self: 'a;
    type Exit = M::Exit;

    #[inline]
    #[track_caller]
    fn enter(&mut self) -> Self::Value<'_> {
        Some(self.as_mut()?.enter())
    }

    #[inline]
    #[track_caller]
    fn exit(&mut self, exc: Option<Exception<'_>>) -> <Self::Exit as Verdict>::Answer {
        match self {
            Some(manager) => manager.exit(exc),
            None => <M::Exit as Verdict>::propagate(),
        }
    }
}

/// Makes a manager [`Strict`], an async one as well. A strict manager stays as it is.
///
/// # Examples
///
/// ```
/// use with_runtime::{ContextManager, Exception, strict, with};
///
/// struct Report<'a>(&'a mut Vec<String>);
///
/// impl ContextManager for Report<'_> {
///     type Value<'a> = () where Self: 'a;
///     type Exit = ();
///     fn enter(&mut self) {}
///     fn exit(&mut self, exc: Option<Exception<'_>>) {
///         self.0.extend(exc.map(|exc| exc.to_string()));
///     }
/// }
///
/// let mut seen = Vec::new();
/// let _: Result<u8, _> = with!(Report(&mut seen) => { "300".parse::<u8>() });
/// assert!(seen.is_empty()); // a value, says PEP 343
///
/// let _: Result<u8, _> = with!(strict(Report(&mut seen)) => { "300".parse::<u8>() });
/// assert_eq!(seen, ["number too large to fit in target type"]);
/// ```
pub fn strict<M>(manager: M) -> Strictly<M> {
    Strictly(manager)
}

/// A manager made strict by [`strict`]; otherwise the same manager.
///
/// # Examples
///
/// ```
/// use with_runtime::{ContextManager, Strict, Strictly};
///
/// /// Takes only what would notice a returned `Err`.
/// fn commit<M: ContextManager<Exit = Strict<()>>>(manager: M) { /* .. */ }
///
/// fn commit_any<M: ContextManager<Exit = ()>>(manager: M) {
///     commit::<Strictly<M>>(with_runtime::strict(manager));
/// }
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Strictly<M>(pub(crate) M);

impl<M> Strictly<M> {
    /// Gives the manager back as it was.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::strict;
    /// # use with_runtime::{ContextManager, Exception};
    /// # #[derive(Debug, PartialEq)]
    /// # struct Timer;
    /// # impl ContextManager for Timer {
    /// #     type Value<'a> = ();
    /// #     type Exit = ();
    /// #     fn enter(&mut self) {}
    /// #     fn exit(&mut self, _: Option<Exception<'_>>) {}
    /// # }
    ///
    /// assert_eq!(strict(Timer).into_inner(), Timer);
    /// ```
    pub fn into_inner(self) -> M {
        self.0
    }
}

impl<M: ContextManager> ContextManager for Strictly<M> {
    type Value<'a>
        = M::Value<'a>
    where
        Self: 'a;
    type Exit = Strict<M::Exit>;

    #[inline]
    #[track_caller]
    fn enter(&mut self) -> Self::Value<'_> {
        self.0.enter()
    }

    #[inline]
    #[track_caller]
    fn exit(&mut self, exc: Option<Exception<'_>>) -> <Self::Exit as Verdict>::Answer {
        self.0.exit(exc)
    }
}
