//! The type `!`, and what stands in code that never runs.

use core::convert::Infallible;
use core::ops::Not;

/// The type `!`, which stable Rust has but doesn't let us write. Unlike `Infallible` it does for any other where it is reached.
pub type Never = <fn() -> ! as Returns>::Type;

pub trait Returns {
    type Type;
}

impl<T> Returns for fn() -> T {
    type Type = T;
}

/// Hides from the compiler that `T` may be an empty type, until the operator `!` takes the value out.
/// Where `T` is empty, that ends the path for the borrow checker. A call that returns an empty type
/// does so too, but up to 1.88 rustc warns the user that the code after it is unreachable.
pub struct Hidden<T>(pub(super) T);

impl<T> Not for Hidden<T> {
    type Output = T;

    #[inline]
    fn not(self) -> T {
        self.0
    }
}

/// There is none.
pub type Unreached = Hidden<Infallible>;

/// `!never()` heads a branch that never runs and only gives types. The type of that expression isn't
/// `!`, as the compiler would warn of what follows.
#[cold]
pub fn never() -> Unreached {
    unreachable!("this branch only tells types")
}

/// A value of the type that is probe for, in a branch that never runs.
#[cold]
pub fn any<T>() -> T {
    unreachable!("this branch only tells types")
}

/// An expression of type `!`, in a branch that never runs.
#[cold]
pub fn diverge() -> ! {
    unreachable!("this branch only tells types")
}

/// A value of the type that is stored here, in code that never runs.
pub fn held<T>(_: &Option<T>) -> T {
    any()
}

/// What the caught block ended with. If it didn't end, it jumped or panicked, and this isn't reached.
#[inline]
pub fn stored<T>(ended: Option<T>) -> T {
    match ended {
        Some(value) => value,
        None => unreachable!("the block was left in no way there is"),
    }
}
