//! Types that only say which one is meant.

/// The protocol of `with!`.
pub struct Blocking;

/// The protocol of `async_with!`.
pub struct Asynchronous;

/// How a manager judges values that leave the block, by PEP 343's letter: none is an exception.
pub struct ByTheLetter;

/// An `Err` or `None` counts.
pub struct CountsValues;
