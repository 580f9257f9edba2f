//! What a verdict says to a manager that wraps another.
#![allow(clippy::unit_arg, clippy::unit_cmp, reason = "`()` is a verdict")]
#![allow(
    clippy::needless_pass_by_value,
    reason = "a verdict is passed by value"
)]

use std::convert::Infallible;
use std::fmt::Debug;

use with_runtime::{Strict, Verdict};

/// Each answer means what `into_result` says, and `from_result` makes it of that again.
fn means<V: Verdict<Error: Clone + Debug + PartialEq, Answer: Debug + PartialEq>>(
    answer: V::Answer,
    result: Result<bool, V::Error>,
) {
    assert_eq!(V::from_result(result.clone()), answer);
    assert_eq!(V::into_result(answer), result);
}

#[test]
fn nothing_neither_suppresses_nor_fails() {
    means::<()>((), Ok::<bool, Infallible>(false));
    means::<()>(<()>::propagate(), Ok(false));
}

#[test]
fn a_bool_says_whether_it_suppresses() {
    means::<bool>(true, Ok(true));
    means::<bool>(false, Ok(false));
    means::<bool>(bool::propagate(), Ok(false));
}

#[test]
fn a_result_of_nothing_says_whether_it_failed() {
    means::<Result<(), u8>>(Ok(()), Ok(false));
    means::<Result<(), u8>>(Err(3), Err(3));
    means::<Result<(), u8>>(<Result<(), u8>>::propagate(), Ok(false));
}

#[test]
fn a_result_of_a_bool_says_both() {
    means::<Result<bool, u8>>(Ok(true), Ok(true));
    means::<Result<bool, u8>>(Ok(false), Ok(false));
    means::<Result<bool, u8>>(Err(3), Err(3));
    means::<Result<bool, u8>>(<Result<bool, u8>>::propagate(), Ok(false));
}

#[test]
fn a_strict_verdict_says_what_the_plain_one_does() {
    means::<Strict<()>>((), Ok(false));
    means::<Strict<bool>>(true, Ok(true));
    means::<Strict<Strict<bool>>>(Strict::<bool>::propagate(), Ok(false));
    means::<Strict<Result<(), u8>>>(Err(3), Err(3));
    means::<Strict<Result<bool, u8>>>(Ok(true), Ok(true));
}

#[test]
fn a_verdict_that_cannot_suppress_propagates_instead() {
    assert_eq!(<()>::from_result(Ok(true)), <()>::propagate());
    assert_eq!(<Result<(), u8>>::from_result(Ok(true)), Ok(()));
    assert_eq!(<Strict<Result<(), u8>>>::from_result(Ok(true)), Ok(()));
}
