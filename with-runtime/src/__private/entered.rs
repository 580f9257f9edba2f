//! What `enter` returned: whether it was looked at, and whether it succeeded.

use core::marker::PhantomData;
use core::ops::Deref;

/// What `enter` returned, with no name to see it by.
pub struct Unseen<T>(PhantomData<fn() -> T>);

/// What `enter` returned needn't be looked at.
#[diagnostic::on_unimplemented(
    message = "`enter` returns a `Result` that nothing looks at",
    label = "the block would run even if this context manager could not be entered",
    note = "write `as _?` to enter the block on success only, or name the result: `as result`"
)]
pub trait Certain: Sized {
    fn certain(self) {}
}

/// What isn't a `Result`.
pub struct Other;

#[diagnostic::do_not_recommend]
impl Certain for Other {}

#[inline]
pub fn unseen<T>(_: &T) -> Unseen<T> {
    Unseen(PhantomData)
}

impl<T, E> Unseen<Result<T, E>> {
    pub fn seen_kind(&self) -> Result<T, E> {
        super::any()
    }
}

impl<T> Deref for Unseen<T> {
    type Target = Other;

    #[inline]
    fn deref(&self) -> &Other {
        &Other
    }
}

impl Other {
    #[inline]
    pub fn seen_kind(&self) -> Self {
        Other
    }
}

/// Whether the `?` of `as PAT?` will go on into the block. Of what has no `?` the compiler itself complains.
pub struct Entered<'a, T>(&'a T);

#[inline]
pub fn entered<T>(value: &T) -> Entered<'_, T> {
    Entered(value)
}

impl<T, E> Entered<'_, Result<T, E>> {
    #[inline]
    pub fn enter_succeeded(&self) -> bool {
        self.0.is_ok()
    }
}

impl<T> Entered<'_, Option<T>> {
    #[inline]
    pub fn enter_succeeded(&self) -> bool {
        self.0.is_some()
    }
}

impl<T> Deref for Entered<'_, T> {
    type Target = Other;

    #[inline]
    fn deref(&self) -> &Other {
        &Other
    }
}

impl Other {
    #[inline]
    pub fn enter_succeeded(&self) -> bool {
        true
    }
}
