//! What can be used once.

use core::fmt;

use crate::Misuse;

/// What a single-use manager holds, until its exit takes it.
pub(super) struct Once<T>(Option<T>);

impl<T> Once<T> {
    #[inline]
    pub(super) fn new(held: T) -> Self {
        Once(Some(held))
    }

    /// # Panics
    ///
    /// If it was taken: the manager is entered again.
    #[inline]
    #[track_caller]
    pub(super) fn enter(&mut self) -> &mut T {
        match &mut self.0 {
            Some(held) => held,
            None => used(),
        }
    }

    #[inline]
    pub(super) fn take(&mut self) -> Option<T> {
        self.0.take()
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn used() -> ! {
    panic!("{}", Misuse::Used)
}

/// Shows the value and not the function.
pub(super) fn debug<T: fmt::Debug, F>(
    name: &str,
    held: &Once<(T, F)>,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    let value = held.0.as_ref().map(|(value, _)| value);
    f.debug_tuple(name).field(&value).finish_non_exhaustive()
}
