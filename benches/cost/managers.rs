//! The same manager twice over: what the statement calls, and what code written by hand calls.

use std::error::Error;
use std::fmt;
use std::hint::black_box;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;

use with_runtime::{ContextManager, Exception, Verdict};

/// What the blocks raise.
#[derive(Debug)]
pub(crate) struct Refused(pub(crate) u64);

/// What the functions around them fail with.
#[derive(Debug)]
pub(crate) struct Failed(pub(crate) u64);

impl From<Refused> for Failed {
    fn from(Refused(number): Refused) -> Self {
        Failed(number.rotate_left(1))
    }
}

/// What a guard written by hand tells exit of a panic.
#[derive(Debug)]
pub(crate) struct Unwinding(pub(crate) u64);

macro_rules! error {
    ($($Error:ty)*) => {$(
        impl fmt::Display for $Error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0)
            }
        }

        impl Error for $Error {}
    )*};
}

error! { Refused Failed Unwinding }

/// What people write who don't have the statement: exit is told of the exception, in the leanest form that keeps its
/// type, and a guard calls exit while a panic unwinds.
pub(crate) trait ByHand {
    type Exit;

    fn enter(&mut self) -> u64;
    fn exit(&mut self, exc: Option<&(dyn Error + 'static)>) -> Self::Exit;
}

pub(crate) struct Guard<'m, M: ByHand>(&'m mut M);

impl<'m, M: ByHand> Guard<'m, M> {
    pub(crate) fn enter(manager: &'m mut M) -> (Self, u64) {
        let value = manager.enter();
        (Guard(manager), value)
    }

    pub(crate) fn exit(self, exc: Option<&(dyn Error + 'static)>) -> M::Exit {
        ManuallyDrop::new(self).0.exit(exc)
    }
}

impl<M: ByHand> Drop for Guard<'_, M> {
    fn drop(&mut self) {
        drop(self.0.exit(Some(&Unwinding(0))));
    }
}

/// The verdict of an exit that suppresses or fails, if it can, depending on what was raised.
pub(crate) trait Answer: Verdict<Answer = Self> + 'static {
    fn answer(refused: impl FnOnce() -> bool) -> Self;
}

impl Answer for () {
    fn answer(_: impl FnOnce() -> bool) {}
}

impl Answer for bool {
    fn answer(refused: impl FnOnce() -> bool) -> bool {
        refused()
    }
}

impl Answer for Result<(), Failed> {
    fn answer(refused: impl FnOnce() -> bool) -> Self {
        if refused() { Err(Failed(0)) } else { Ok(()) }
    }
}

/// A manager that the compiler sees through.
pub(crate) struct Inlined<V> {
    depth: u64,
    failures: u64,
    verdict: PhantomData<V>,
}

impl<V> Default for Inlined<V> {
    fn default() -> Self {
        Inlined {
            depth: 0,
            failures: 0,
            verdict: PhantomData,
        }
    }
}

/// What both sides have of the manager.
macro_rules! methods {
    ($Exception:ty) => {
        #[inline]
        fn enter(&mut self) -> u64 {
            self.depth += 1;
            self.depth
        }

        #[inline]
        fn exit(&mut self, exc: Option<$Exception>) -> V {
            self.depth = self.depth.checked_sub(1).expect("entered");
            self.failures += u64::from(exc.is_some());
            V::answer(|| exc.is_some_and(|exc| exc.is::<Refused>()))
        }
    };
}

impl<V: Answer> ContextManager for Inlined<V> {
    type Value<'a> = u64;
    type Exit = V;

    methods!(Exception<'_>);
}

impl<V: Answer> ByHand for Inlined<V> {
    type Exit = V;

    methods!(&(dyn Error + 'static));
}

/// The same manager, of which the compiler sees no more than of one in another crate.
pub(crate) struct Opaque<V: Answer> {
    manager: Inlined<V>,
    enter: fn(&mut Inlined<V>) -> u64,
    exit: fn(&mut Inlined<V>, Option<Exception<'_>>) -> V,
    exit_by_hand: fn(&mut Inlined<V>, Option<&(dyn Error + 'static)>) -> V,
}

impl<V: Answer> Default for Opaque<V> {
    fn default() -> Self {
        black_box(Opaque {
            manager: Inlined::default(),
            enter: ByHand::enter,
            exit: ContextManager::exit,
            exit_by_hand: ByHand::exit,
        })
    }
}

impl<V: Answer> ContextManager for Opaque<V> {
    type Value<'a> = u64;
    type Exit = V;

    #[inline]
    fn enter(&mut self) -> u64 {
        (self.enter)(&mut self.manager)
    }

    #[inline]
    fn exit(&mut self, exc: Option<Exception<'_>>) -> V {
        (self.exit)(&mut self.manager, exc)
    }
}

impl<V: Answer> ByHand for Opaque<V> {
    type Exit = V;

    #[inline]
    fn enter(&mut self) -> u64 {
        (self.enter)(&mut self.manager)
    }

    #[inline]
    fn exit(&mut self, exc: Option<&(dyn Error + 'static)>) -> V {
        (self.exit_by_hand)(&mut self.manager, exc)
    }
}
