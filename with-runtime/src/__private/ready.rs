//! Whether `ready!` returns.

use core::ops::Deref;
use core::task::Poll;

/// What `ready!` is applied to: a `Poll`, or anything if it is a macro of the user's own.
pub struct Ready<'a, T>(&'a T);

#[inline]
pub fn ready<T>(value: &T) -> Ready<'_, T> {
    Ready(value)
}

impl<T> Ready<'_, Poll<T>> {
    #[inline]
    pub fn is_pending(&self) -> bool {
        self.0.is_pending()
    }
}

pub struct NoPoll;

impl NoPoll {
    #[inline]
    pub fn is_pending(&self) -> bool {
        false
    }
}

/// Method lookup comes here from what is no `Poll`.
impl<T> Deref for Ready<'_, T> {
    type Target = NoPoll;

    #[inline]
    fn deref(&self) -> &NoPoll {
        &NoPoll
    }
}
