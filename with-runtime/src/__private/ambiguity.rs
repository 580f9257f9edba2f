//! Second impls, which keep inference ambiguous.
//!
//! Where a trait has one impl that may fit, the compiler concludes that this one is meant: it takes over the types it finds
//! there, looks into its bounds, and reports what fails in them, although the user's mistake is that no impl fits. With a
//! second impl to choose from it concludes nothing, and reports that the trait isn't implemented, in the words that the trait has for
//! that. If the type isn't known because of another mistake, it says nothing at all.
//!
//! None of these impls is ever used.

use super::classify::Classify;
use super::entered::Certain;
use super::evaluate::{Is, MayHave};
use super::lookup::{AsyncLookup, Known, Lookup};
use super::raised::Describe;

/// Nothing has it.
pub trait Nobody {}

/// No value that a user has is of this type, and nothing of his is labelled so.
pub struct Neither;

macro_rules! lookup {
    ($Lookup:ident) => {
        #[diagnostic::do_not_recommend]
        impl<M: Nobody> $Lookup<Neither> for M {
            type Verdict = ();
            type Label = super::lookup::Verdicts;
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
    };
}

lookup!(Lookup);
lookup!(AsyncLookup);

macro_rules! known {
    ($($Label:ty),*) => {$(
        #[diagnostic::do_not_recommend]
        impl<V: Nobody> Known<V, $Label> for Is<V> {
            type Answer = Neither;
            type Found<X> = Neither;

            fn found<X>(_: X) -> Neither {
                Neither
            }
        }
    )*};
}

// The impls for single verdicts don't fit one that isn't known, so that there must be two others.
known!(Neither, (Neither, Neither));

#[diagnostic::do_not_recommend]
impl<E: Nobody + 'static> Classify<Neither> for E {}

impl<E: Nobody + 'static> Describe<Neither> for E {}

#[diagnostic::do_not_recommend]
impl MayHave<Neither> for Is<bool> {
    type Output = ();

    fn done(self, _: Neither) {}
}

#[diagnostic::do_not_recommend]
impl<E> MayHave<Neither> for Is<Result<bool, E>> {
    type Output = Result<(), E>;

    fn done(self, _: Neither) -> Result<(), E> {
        Ok(())
    }
}

#[diagnostic::do_not_recommend]
impl Certain for Result<Neither, Neither> {}
