//! What `enter` returned: whether it was looked at.

use core::marker::PhantomData;
use core::ops::Deref;

use super::never::any;

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
        any()
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
