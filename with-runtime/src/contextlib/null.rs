//! A manager that does nothing.

use core::future::ready;

use crate::{AsyncContextManager, ContextManager, Exception, SendException};

/// A manager that does nothing, as Python's `nullcontext(value)`: for code that needs one where
/// there is nothing to manage. The target is `&mut value`.
///
/// It is a manager of both `with!` and `async_with!`, and reusable. A manager that may be absent is
/// an `Option` of it.
///
/// # Examples
///
/// ```
/// use with_runtime::contextlib::nullcontext;
/// use with_runtime::with;
///
/// let last = with!(nullcontext(vec![1, 2]) as numbers => {
///     numbers.push(3);
///     numbers.pop()
/// });
/// assert_eq!(last, Some(3));
/// ```
pub fn nullcontext<T>(value: T) -> NullContext<T> {
    NullContext(value)
}

/// The manager that [`nullcontext`] makes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[must_use = "a context manager does nothing until `with!` enters it"]
pub struct NullContext<T>(T);

impl<T> NullContext<T> {
    /// Gives the value back.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::contextlib::nullcontext;
    /// use with_runtime::with;
    ///
    /// let mut manager = nullcontext(1);
    /// with!(&mut manager as number => { *number += 1 });
    /// assert_eq!(manager.into_inner(), 2);
    /// ```
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> ContextManager for NullContext<T> {
    type Value<'a>
        = &'a mut T
    where
        Self: 'a;
    type Exit = ();

    #[inline]
    fn enter(&mut self) -> &mut T {
        &mut self.0
    }

    #[inline]
    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

impl<T> AsyncContextManager for NullContext<T> {
    type Value<'a>
        = &'a mut T
    where
        Self: 'a;
    type Exit = ();

    #[inline]
    fn aenter(&mut self) -> impl Future<Output = &mut T> {
        ready(&mut self.0)
    }

    #[inline]
    fn aexit(&mut self, _: Option<SendException<'_>>) -> impl Future<Output = ()> {
        ready(())
    }
}
