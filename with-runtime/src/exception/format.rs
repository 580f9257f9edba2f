//! An exception in words.

use core::fmt;

use super::Exception;
use crate::private::raised::{Raised, Said};

/// The error's text; a panic's message, or `panic` where there is none; `interrupted`. For a raised value that has no
/// text, the name of its type.
impl<R: Raised + ?Sized> fmt::Display for Exception<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.raised.display(f)
    }
}

impl<R: Raised + ?Sized> fmt::Debug for Exception<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Exception")
            .field("kind", &self.kind())
            .field("type_name", &self.type_name())
            .field("value", &Said(&*self.raised))
            .field("location", &self.traceback().location())
            .finish()
    }
}
