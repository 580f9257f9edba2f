//! The unlabelled `break` and `continue`.

use core::convert::Infallible;

/// What an unlabelled `break` or `continue` carries to its replay after the statement.
pub enum LoopControl<T, B, C> {
    Done(T),
    Break(B),
    Continue(C),
}

/// Only `break`s.
pub type Breaking<T, B> = LoopControl<T, B, Infallible>;

/// Only `continue`s.
pub type Continuing<T, C> = LoopControl<T, Infallible, C>;
