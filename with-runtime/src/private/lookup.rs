//! The lookup of a manager's exit, ahead of the call of its enter.

use super::exit::{Asynchronous, Blocking, Exit};
use super::settle::{Is, Value};
use crate::{AsyncContextManager, ContextManager};

/// An `X` under the verdict `V`, labelled `L`.
pub type Ruled<V, L, X> = <Is<V> as Known<V, L>>::Ruled<X>;

/// A verdict that is known, not just that it is one: the exit has no type otherwise, as with [`Lookup`].
#[diagnostic::on_unimplemented(
    message = "it is not known whether this context manager may suppress or fail",
    label = "its `exit` returns `{V}`",
    note = "`exit` returns `()`, `bool`, `Result<(), E>` or `Result<bool, E>`",
    note = "in generic code say which: `M: ContextManager<Exit = ()>`"
)]
pub trait Known<V, L> {
    type Ruled<X>;

    fn ruled<X>(subject: X) -> Self::Ruled<X>;
}

/// Nothing has it. With a second impl to choose from, the compiler looks into the bounds of both before it chooses.
pub trait Nobody {}

pub struct Neither;

/// Of the impls for single verdicts the compiler doesn't choose.
macro_rules! unknown {
    ($($Label:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<V: Nobody> Known<V, $Label> for Is<V> {
            type Ruled<X> = Neither;

            fn ruled<X>(_: X) -> Neither {
                Neither
            }
        }
    )*};
}

unknown!(Neither, (Neither, Neither));

macro_rules! known {
    ($(($($E:ident)?) $Verdict:ty,)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($E)?> Known<$Verdict, Manager> for Is<$Verdict> {
            type Ruled<X> = X;

            #[inline]
            fn ruled<X>(subject: X) -> X {
                subject
            }
        }
    )*};
}

known! {
    () (),
    () bool,
    (E) Result<(), E>,
    (E) Result<bool, E>,
}

pub struct Manager;

/// Looks up the exit of a manager.
///
/// Every [`ContextManager`] has it. It is a trait of its own, with a label `L` to infer, so that what is no manager is
/// refused here, once: its exit has no type then, and the compiler nothing more to say.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a context manager",
    label = "expected a context manager",
    note = "a context manager implements `with_runtime::ContextManager`: `enter` before the block, `exit` behind it",
    note = "an `AsyncContextManager` is entered by `async_with!`"
)]
pub trait Lookup<L> {
    /// The verdict of the only manager of a statement.
    type Verdict;
    /// Of the verdict.
    type Label;
    type Exit<'m, J, S>
    where
        Self: 'm;

    /// Of the only manager of a statement that has a value.
    fn exit<T>(
        &mut self,
    ) -> Ruled<Self::Verdict, Self::Label, Self::Exit<'_, Self::Verdict, Value<T>>>
    where
        Is<Self::Verdict>: Known<Self::Verdict, Self::Label>;

    /// Of the only manager of a statement, or an inner one.
    fn own_exit<S>(
        &mut self,
    ) -> Ruled<Self::Verdict, Self::Label, Self::Exit<'_, Self::Verdict, S>>
    where
        Is<Self::Verdict>: Known<Self::Verdict, Self::Label>;

    /// Of the first of several managers, which settles for all of them.
    fn outer_exit<J, S>(&mut self) -> Ruled<Self::Verdict, Self::Label, Self::Exit<'_, J, S>>
    where
        Is<Self::Verdict>: Known<Self::Verdict, Self::Label>;
}

/// The same for an [`AsyncContextManager`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an async context manager",
    label = "expected an async context manager",
    note = "an async context manager implements `with_runtime::AsyncContextManager`: `aenter` before the block, `aexit` behind it",
    note = "a `ContextManager` is entered by `with!`, in async code as well"
)]
pub trait AsyncLookup<L> {
    type Verdict;
    type Label;
    type Exit<'m, J, S>
    where
        Self: 'm;

    fn exit<T>(
        &mut self,
    ) -> Ruled<Self::Verdict, Self::Label, Self::Exit<'_, Self::Verdict, Value<T>>>
    where
        Is<Self::Verdict>: Known<Self::Verdict, Self::Label>;

    fn own_exit<S>(
        &mut self,
    ) -> Ruled<Self::Verdict, Self::Label, Self::Exit<'_, Self::Verdict, S>>
    where
        Is<Self::Verdict>: Known<Self::Verdict, Self::Label>;

    fn outer_exit<J, S>(&mut self) -> Ruled<Self::Verdict, Self::Label, Self::Exit<'_, J, S>>
    where
        Is<Self::Verdict>: Known<Self::Verdict, Self::Label>;
}

macro_rules! lookup {
    ($Lookup:ident of $ContextManager:ident as $Protocol:ident) => {
        impl<M: Nobody> $Lookup<Neither> for M {
            type Verdict = ();
            type Label = Manager;
            type Exit<'m, J, S>
                = Neither
            where
                M: 'm;

            fn exit<T>(&mut self) -> Neither {
                Neither
            }

            fn own_exit<S>(&mut self) -> Neither {
                Neither
            }

            fn outer_exit<J, S>(&mut self) -> Neither {
                Neither
            }
        }

        impl<M: $ContextManager, L> $Lookup<(Manager, L)> for M {
            type Verdict = M::Exit;
            type Label = L;
            type Exit<'m, J, S>
                = Exit<'m, M, $Protocol, J, S>
            where
                M: 'm;

            #[inline]
            fn exit<T>(&mut self) -> Ruled<M::Exit, L, Exit<'_, M, $Protocol, M::Exit, Value<T>>>
            where
                Is<M::Exit>: Known<M::Exit, L>,
            {
                Is::ruled(Exit::new(self))
            }

            #[inline]
            fn own_exit<S>(&mut self) -> Ruled<M::Exit, L, Exit<'_, M, $Protocol, M::Exit, S>>
            where
                Is<M::Exit>: Known<M::Exit, L>,
            {
                Is::ruled(Exit::new(self))
            }

            #[inline]
            fn outer_exit<J, S>(&mut self) -> Ruled<M::Exit, L, Exit<'_, M, $Protocol, J, S>>
            where
                Is<M::Exit>: Known<M::Exit, L>,
            {
                Is::ruled(Exit::new(self))
            }
        }
    };
}

lookup!(Lookup of ContextManager as Blocking);
lookup!(AsyncLookup of AsyncContextManager as Asynchronous);
