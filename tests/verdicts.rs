//! What a verdict says to a manager that wraps another.
#![allow(clippy::unit_arg, reason = "`()` is a verdict")]

use std::convert::Infallible;

use with_runtime::Verdict;

#[test]
fn nothing_neither_suppresses_nor_fails() {
    assert_eq!(().into_result(), Ok::<bool, Infallible>(false));
    assert_eq!(<()>::propagate().into_result(), Ok(false));
}

#[test]
fn a_bool_says_whether_it_suppresses() {
    assert_eq!(true.into_result(), Ok(true));
    assert_eq!(false.into_result(), Ok(false));
    assert_eq!(bool::propagate().into_result(), Ok(false));
}

#[test]
fn a_result_of_nothing_says_whether_it_failed() {
    assert_eq!(Ok::<(), u8>(()).into_result(), Ok(false));
    assert_eq!(Err::<(), u8>(3).into_result(), Err(3));
    assert_eq!(<Result<(), u8>>::propagate().into_result(), Ok(false));
}

#[test]
fn a_result_of_a_bool_says_both() {
    assert_eq!(Ok::<bool, u8>(true).into_result(), Ok(true));
    assert_eq!(Ok::<bool, u8>(false).into_result(), Ok(false));
    assert_eq!(Err::<bool, u8>(3).into_result(), Err(3));
    assert_eq!(<Result<bool, u8>>::propagate().into_result(), Ok(false));
}
