//! The lookup of a manager's exit, ahead of the call of its enter: `exit = type(mgr).__exit__`.

use super::evaluate::Is;
use super::exit::Exit;
use super::markers::{Asynchronous, Blocking};
use crate::{AsyncContextManager, ContextManager, Strict};

/// What the exit of a manager returns whose verdict is `V`, labelled `L`.
pub type Answer<V, L> = <Is<V> as Known<V, L>>::Answer;

/// The exit `X` of such a manager.
pub type Found<V, L, X> = <Is<V> as Known<V, L>>::Found<X>;

/// A verdict that is known, not just that it is one. Otherwise the exit has no type, as with [`Lookup`], and the compiler nothing
/// more to say.
#[diagnostic::on_unimplemented(
    message = "it is not known whether this context manager may suppress or fail",
    label = "its `Exit` is `{V}`",
    note = "`Exit` is `()`, `bool`, `Result<(), E>` or `Result<bool, E>`, or `Strict` of one of these",
    note = "in generic code say which: `M: ContextManager<Exit = ()>`"
)]
pub trait Known<V, L> {
    /// What exit returns.
    type Answer;
    type Found<X>;

    fn found<X>(exit: X) -> Self::Found<X>;
}

macro_rules! known {
    ($(($($E:ident)?) $Verdict:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($E)?> Known<$Verdict, Verdicts> for Is<$Verdict> {
            type Answer = $Verdict;
            type Found<X> = X;

            #[inline]
            fn found<X>(exit: X) -> X {
                exit
            }
        }
    )*};
}

known! {
    () ();
    () bool;
    (E) Result<(), E>;
    (E) Result<bool, E>;
}

#[diagnostic::do_not_recommend]
impl<V, L> Known<Strict<V>, Strict<L>> for Is<Strict<V>>
where
    Is<V>: Known<V, L>,
{
    type Answer = Answer<V, L>;
    type Found<X> = X;

    #[inline]
    fn found<X>(exit: X) -> X {
        exit
    }
}

/// Labels the verdicts that are known.
pub struct Verdicts;

/// Labels what is a manager.
pub struct Manager;

/// Every [`ContextManager`] has it. It is a trait of its own, with a label `L` to infer, so that what is no manager is
/// refused here, once: its exit has no type then, and the compiler nothing more to say.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a context manager",
    label = "expected a context manager",
    note = "a context manager implements `with_runtime::ContextManager`: `enter` before the block, `exit` after it",
    note = "an `AsyncContextManager` is entered by `async_with!`",
    note = "in generic code a bound says what its `exit` returns: `M: ContextManager<Exit = ()>`"
)]
pub trait Lookup<L> {
    type Verdict;
    /// Of the verdict.
    type Label;
    type Exit<'m, J, S>
    where
        Self: 'm;

    /// The exit of the only manager of a statement, or of an inner one. The statement settles in the way `S`.
    fn exit<S>(
        &mut self,
    ) -> Found<Self::Verdict, Self::Label, Self::Exit<'_, Answer<Self::Verdict, Self::Label>, S>>
    where
        Is<Self::Verdict>: Known<Self::Verdict, Self::Label>;

    /// The exit of the first of several managers, which settles for all of them by their joined verdict `J`.
    fn joined_exit<S, J>(&mut self) -> Found<Self::Verdict, Self::Label, Self::Exit<'_, J, S>>
    where
        Is<Self::Verdict>: Known<Self::Verdict, Self::Label>;
}

/// The same for an [`AsyncContextManager`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an async context manager",
    label = "expected an async context manager",
    note = "an async context manager implements `with_runtime::AsyncContextManager`: `aenter` before the block, `aexit` after it",
    note = "a `ContextManager` is entered by `with!`, in async code as well",
    note = "in generic code a bound says what its `aexit` returns: `M: AsyncContextManager<Exit = ()>`"
)]
pub trait AsyncLookup<L> {
    type Verdict;
    type Label;
    type Exit<'m, J, S>
    where
        Self: 'm;

    fn exit<S>(
        &mut self,
    ) -> Found<Self::Verdict, Self::Label, Self::Exit<'_, Answer<Self::Verdict, Self::Label>, S>>
    where
        Is<Self::Verdict>: Known<Self::Verdict, Self::Label>;

    fn joined_exit<S, J>(&mut self) -> Found<Self::Verdict, Self::Label, Self::Exit<'_, J, S>>
    where
        Is<Self::Verdict>: Known<Self::Verdict, Self::Label>;
}

macro_rules! lookup {
    ($Lookup:ident of $ContextManager:ident as $Protocol:ident) => {
        #[diagnostic::do_not_recommend]
        impl<M: $ContextManager, L> $Lookup<(Manager, L)> for M {
            type Verdict = M::Exit;
            type Label = L;
            type Exit<'m, J, S>
                = Exit<'m, M, $Protocol, J, S>
            where
                M: 'm;

            #[inline]
            fn exit<S>(
                &mut self,
            ) -> Found<M::Exit, L, Exit<'_, M, $Protocol, Answer<M::Exit, L>, S>>
            where
                Is<M::Exit>: Known<M::Exit, L>,
            {
                Is::found(Exit::new(self))
            }

            #[inline]
            fn joined_exit<S, J>(&mut self) -> Found<M::Exit, L, Exit<'_, M, $Protocol, J, S>>
            where
                Is<M::Exit>: Known<M::Exit, L>,
            {
                Is::found(Exit::new(self))
            }
        }
    };
}

lookup!(Lookup of ContextManager as Blocking);
lookup!(AsyncLookup of AsyncContextManager as Asynchronous);
