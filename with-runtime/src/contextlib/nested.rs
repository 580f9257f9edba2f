//! Several managers as one.

use alloc::vec::Vec;
use core::fmt;

use super::compose::Compose;
use super::failure::{Failed, FitsIn, failed};
use super::unwinding::{Panics, abandon_all, exit_all};
use crate::exception::Traceback;
use crate::{ContextManager, Exception, Verdict};

/// Makes one manager of several, as PEP 343's example 12 does: they are entered in order and exited
/// in reverse, and each is passed what the ones inside it made of the exception.
///
/// The managers are a tuple of up to six, an array or a `Vec`, and the value is one of their
/// values. Where their number is known, `with!(a as x, b as y => { .. })` says the same; this is
/// for managers that are kept, returned or listed.
///
/// The verdict is that of the statement on all of them: it may suppress if any may, it may fail if
/// any may, and it is [`Strict`](crate::Strict) if any is.
///
/// If entering one of them panics, those before it are exited, when this manager is dropped or
/// entered again. What an enter returns that can fail is a part of the value, an `Err` too, and
/// its manager is exited: to leave the statement if one of several can't be entered, use
/// [`ExitStack::try_enter_context`](crate::contextlib::ExitStack::try_enter_context).
///
/// # Examples
///
/// ```
/// use with_runtime::contextlib::nested;
/// use with_runtime::{ContextManager, Exception, with};
///
/// /// Ends a list of lines with a full stop.
/// struct Paragraph(String);
///
/// impl ContextManager for Paragraph {
///     type Value<'a> = &'a mut String;
///     type Exit = ();
///     fn enter(&mut self) -> &mut String { &mut self.0 }
///     fn exit(&mut self, _: Option<Exception<'_>>) { self.0.push('.') }
/// }
///
/// let mut paragraphs = nested(vec![Paragraph("one".to_owned()), Paragraph("two".to_owned())]);
/// with!(&mut paragraphs as texts => {
///     for text in texts {
///         text.push_str(" line");
///     }
/// });
/// # with!(paragraphs as texts => { assert_eq!(texts, ["one line.", "two line."]) });
/// ```
pub fn nested<T, L>(managers: T) -> Nested<T::Itself>
where
    T: Collection<Itself: ExitMembers<L>>,
{
    Nested {
        managers: managers.itself(),
        entered: 0,
        exit_member: ExitMembers::exit_member,
    }
}

/// What [`nested`] returns.
#[must_use = "a context manager does nothing until it is entered"]
pub struct Nested<T: Members> {
    managers: T,
    entered: usize,
    exit_member: ExitMember<T>,
}

type ExitMember<T> = fn(&mut T, usize, Option<Exception<'_>>) -> MemberResult<T>;

type MemberResult<T> = Result<bool, Failed<<<T as Members>::Exit as Verdict>::Error>>;

/// What [`nested`] takes: a tuple of up to six, an array or a `Vec`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a collection of context managers",
    label = "expected a tuple, an array or a `Vec` of context managers",
    note = "two managers are given as one tuple: `nested((a, b))`"
)]
pub trait Collection {
    /// The type itself. What is no collection has none, so that this is the one thing that is wrong
    /// with it.
    #[doc(hidden)]
    type Itself;

    #[doc(hidden)]
    fn itself(self) -> Self::Itself;
}

/// A collection of context managers.
pub trait Members: Collection {
    /// The values of all of them.
    type Values<'a>
    where
        Self: 'a;
    /// The verdict of all of them.
    type Exit: Compose + 'static;

    #[doc(hidden)]
    fn enter_all<'a>(&'a mut self, entered: &mut usize) -> Self::Values<'a>;
}

/// That each member can be passed the failures of those inside it, and that these convert into that
/// of the outermost. `L` says what errors they are, and is inferred.
pub trait ExitMembers<L>: Members {
    #[doc(hidden)]
    fn exit_member(&mut self, index: usize, exc: Option<Exception<'_>>) -> MemberResult<Self>
    where
        Self: Sized;
}

impl<T: Members> ContextManager for Nested<T> {
    type Value<'a>
        = T::Values<'a>
    where
        Self: 'a;
    type Exit = T::Exit;

    #[track_caller]
    fn enter(&mut self) -> T::Values<'_> {
        self.abandon(); // Those that an earlier enter left entered when it panicked.
        self.managers.enter_all(&mut self.entered)
    }

    #[track_caller]
    fn exit(&mut self, exc: Option<Exception<'_>>) -> <T::Exit as Verdict>::Answer {
        exit_all::<T::Exit>(exc, Panics::Unwind, |exc| self.exit_next(exc))
    }
}

impl<T: Members> Nested<T> {
    #[track_caller]
    fn exit_next(&mut self, exc: Option<Exception<'_>>) -> Option<MemberResult<T>> {
        self.entered = self.entered.checked_sub(1)?;
        Some((self.exit_member)(&mut self.managers, self.entered, exc))
    }

    #[inline]
    fn abandon(&mut self) {
        if self.entered > 0 {
            abandon_all(|exc| self.exit_next(exc));
        }
    }
}

impl<T: Members + fmt::Debug> fmt::Debug for Nested<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Nested").field(&self.managers).finish()
    }
}

impl<T: Members> Drop for Nested<T> {
    #[inline]
    fn drop(&mut self) {
        self.abandon();
    }
}

/// What an exit returns, as a part of the verdict `V`.
#[track_caller]
fn member_result<M, V, L>(
    manager: &mut M,
    exc: Option<Exception<'_>>,
) -> Result<bool, Failed<V::Error>>
where
    M: ContextManager<Exit: FitsIn<V::Answer, L>>,
    V: Compose + 'static,
    L: 'static,
{
    <M::Exit as Verdict>::into_result(manager.exit(exc))
        .map_err(|error| failed(error, Traceback::default(), M::Exit::convert))
}

/// All of the same type.
macro_rules! list {
    ($([$($N:tt)*] $List:ty => $Values:ty, $collect:expr;)*) => {$(
        impl<M, $($N)*> Collection for $List {
            type Itself = Self;

            fn itself(self) -> Self {
                self
            }
        }

        impl<M: ContextManager<Exit: Compose + 'static>, $($N)*> Members for $List {
            type Values<'a>
                = $Values
            where
                Self: 'a;
            type Exit = M::Exit;

            #[track_caller]
            fn enter_all<'a>(&'a mut self, entered: &mut usize) -> Self::Values<'a> {
                let enter = |manager: &'a mut M| {
                    let value = manager.enter();
                    *entered += 1;
                    value
                };
                $collect(self, enter)
            }
        }

        impl<M, L: 'static, $($N)*> ExitMembers<L> for $List
        where
            M: ContextManager<Exit: Compose + FitsIn<<M::Exit as Verdict>::Answer, L> + 'static>,
        {
            #[track_caller]
            fn exit_member(&mut self, index: usize, exc: Option<Exception<'_>>) -> MemberResult<Self> {
                member_result::<M, M::Exit, L>(&mut self[index], exc)
            }
        }
    )*};
}

list! {
    [] Vec<M> => Vec<M::Value<'a>>, |managers: &'a mut Self, enter| managers.iter_mut().map(enter).collect();
    [const N: usize] [M; N] => [M::Value<'a>; N], |managers: &'a mut Self, enter| managers.each_mut().map(enter);
}

/// The verdicts of several managers, joined.
macro_rules! joined {
    ($M:ident) => { $M::Exit };
    ($M:ident $($Inner:ident)+) => { <$M::Exit as Compose>::Around<joined!($($Inner)+)> };
}

macro_rules! tuples {
    ($($(($M:ident $L:ident $index:tt))+;)*) => {$(
        impl<$($M),+> Collection for ($($M,)+) {
            type Itself = Self;

            fn itself(self) -> Self {
                self
            }
        }

        impl<$($M: ContextManager<Exit: Compose>),+> Members for ($($M,)+)
        where
            joined!($($M)+): 'static,
        {
            type Values<'a>
                = ($($M::Value<'a>,)+)
            where
                Self: 'a;
            type Exit = joined!($($M)+);

            #[track_caller]
            fn enter_all<'a>(&'a mut self, entered: &mut usize) -> Self::Values<'a> {
                ($({
                    let value = self.$index.enter();
                    *entered += 1;
                    value
                },)+)
            }
        }

        impl<$($M, $L: 'static,)+> ExitMembers<($($L,)+)> for ($($M,)+)
        where
            $($M: ContextManager<Exit: Compose>,)+
            joined!($($M)+): 'static,
            $($M::Exit: FitsIn<<Self::Exit as Verdict>::Answer, $L>,)+
        {
            #[track_caller]
            fn exit_member(&mut self, index: usize, exc: Option<Exception<'_>>) -> MemberResult<Self> {
                match index {
                    $($index => member_result::<_, Self::Exit, $L>(&mut self.$index, exc),)+
                    _ => Ok(false),
                }
            }
        }
    )*};
}

tuples! {
    (A La 0);
    (A La 0) (B Lb 1);
    (A La 0) (B Lb 1) (C Lc 2);
    (A La 0) (B Lb 1) (C Lc 2) (D Ld 3);
    (A La 0) (B Lb 1) (C Lc 2) (D Ld 3) (E Le 4);
    (A La 0) (B Lb 1) (C Lc 2) (D Ld 3) (E Le 4) (F Lf 5);
}
