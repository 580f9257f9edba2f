//! The lookup of a manager's exit, ahead of the call of its enter: `exit = type(mgr).__exit__`.

use super::exit::{Asynchronous, Blocking, Exit};
use crate::{AsyncContextManager, ContextManager};

/// Nothing has it. With a second impl to choose from, the compiler looks into the bounds of both before it chooses.
pub trait Nobody {}

pub struct Neither;

pub struct Manager;

/// A verdict that is known, not just that it is one.
#[diagnostic::on_unimplemented(
    message = "it is not known whether this context manager may suppress or fail",
    label = "its `exit` returns `{Self}`",
    note = "`exit` returns `()`, `bool`, `Result<(), E>` or `Result<bool, E>`",
    note = "in generic code say which: `M: ContextManager<Exit = ()>`"
)]
pub trait Known {}

impl Known for () {}
impl Known for bool {}
impl<E> Known for Result<(), E> {}
impl<E> Known for Result<bool, E> {}

macro_rules! lookup {
    ($(#[$attr:meta])* $Lookup:ident of $ContextManager:ident as $Protocol:ident) => {
        $(#[$attr])*
        pub trait $Lookup<L> {
            type Verdict;
            type Exit<'m, J, S>
            where
                Self: 'm;

            /// The exit of the only manager of a statement, or of an inner one. The statement settles in the way `S`.
            fn exit<S>(&mut self) -> Self::Exit<'_, Self::Verdict, S>
            where
                Self::Verdict: Known;

            /// The exit of the first of several managers, which settles for all of them by their joined verdict `J`.
            fn joined_exit<S, J>(&mut self) -> Self::Exit<'_, J, S>
            where
                Self::Verdict: Known;
        }

        impl<M: Nobody> $Lookup<Neither> for M {
            type Verdict = ();
            type Exit<'m, J, S>
                = Neither
            where
                M: 'm;

            fn exit<S>(&mut self) -> Neither {
                Neither
            }

            fn joined_exit<S, J>(&mut self) -> Neither {
                Neither
            }
        }

        impl<M: $ContextManager> $Lookup<Manager> for M {
            type Verdict = M::Exit;
            type Exit<'m, J, S>
                = Exit<'m, M, $Protocol, J, S>
            where
                M: 'm;

            #[inline]
            fn exit<S>(&mut self) -> Exit<'_, M, $Protocol, M::Exit, S>
            where
                M::Exit: Known,
            {
                Exit::new(self)
            }

            #[inline]
            fn joined_exit<S, J>(&mut self) -> Exit<'_, M, $Protocol, J, S>
            where
                M::Exit: Known,
            {
                Exit::new(self)
            }
        }
    };
}

lookup! {
    /// Every [`ContextManager`] has it. It is a trait of its own, with a label `L` to infer, so that what is no manager is
    /// refused here, once: its exit has no type then, and the compiler nothing more to say.
    #[diagnostic::on_unimplemented(
        message = "`{Self}` is not a context manager",
        label = "expected a context manager",
        note = "a context manager implements `with_runtime::ContextManager`: `enter` before the block, `exit` behind it",
        note = "an `AsyncContextManager` is entered by `async_with!`"
    )]
    Lookup of ContextManager as Blocking
}

lookup! {
    /// The same for an [`AsyncContextManager`].
    #[diagnostic::on_unimplemented(
        message = "`{Self}` is not an async context manager",
        label = "expected an async context manager",
        note = "an async context manager implements `with_runtime::AsyncContextManager`: `aenter` before the block, `aexit` behind it",
        note = "a `ContextManager` is entered by `with!`, in async code as well"
    )]
    AsyncLookup of AsyncContextManager as Asynchronous
}
