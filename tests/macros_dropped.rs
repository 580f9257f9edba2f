//! Tokens that a macro drops, or gives a body of their own.
#![allow(
    clippy::needless_return,
    clippy::unused_self,
    reason = "these bodies are there for their jumps"
)]

mod common;

use common::{Log, Oops, fail};
use with_runtime::with;

macro_rules! items {
    ($($item:item)*) => {
        $($item)*
    };
}

#[test]
fn a_function_has_jumps_of_its_own() {
    let log = Log::new();
    with!(log.spy("a") => {
        items! {
            fn sum(numbers: &[Option<u8>]) -> Option<u8> {
                let mut sum = 0;
                for number in numbers {
                    sum += (*number)?;
                }
                return Some(sum);
            }
            struct Two;
            impl Two {
                fn get<T>(self) -> Result<u8, T> where T: Clone {
                    let two = Ok::<u8, T>(2)?;
                    return Ok(two);
                }
            }
        }
        assert_eq!(sum(&[Some(1), Some(2)]), Some(3));
        assert_eq!(sum(&[Some(1), None]), None);
        assert_eq!(Two.get::<u8>(), Ok(2));
    });
    assert_eq!(log.text(), "enter a, exit a: clean");
}

/// As `cfg_if::cfg_if!` has it.
macro_rules! cfg_if {
    (if #[cfg($first:meta)] { $($then:tt)* } else if #[cfg($second:meta)] { $($other:tt)* } else { $($else:tt)* }) => {
        #[cfg($first)]
        { $($then)* }
        #[cfg(all(not($first), $second))]
        { $($other)* }
        #[cfg(not(any($first, $second)))]
        { $($else)* }
    };
}

#[test]
fn the_arms_of_cfg_if_that_are_not_compiled() {
    fn run(log: &Log, fails: bool) -> Result<u8, Oops> {
        with!(log.spy("a") => {
            cfg_if! {
                if #[cfg(any())] {
                    return Ok(missing()?);
                } else if #[cfg(test)] {
                    if fails {
                        fail::<()>("no")?;
                    }
                    return Ok(2);
                } else {
                    also_missing()?;
                    break 'nowhere;
                }
            }
        })
    }

    let log = Log::new();
    assert_eq!(run(&log, false), Ok(2));
    assert_eq!(run(&log, true), fail("no"));
    assert_eq!(
        log.text(),
        "enter a, exit a: clean, enter a, exit a: error no"
    );
}

/// As the standard library's, which is newer than the oldest compiler that is promised.
macro_rules! cfg_select {
    (any() => { $($none:tt)* } test => $chosen:expr, _ => { $($other:tt)* }) => {
        $chosen
    };
}

#[test]
fn the_arms_of_cfg_select_that_are_not_compiled() {
    fn run(log: &Log, number: Result<u8, Oops>) -> Result<u8, Oops> {
        with!(log.spy("a") => {
            let number = cfg_select! {
                any() => { missing()? }
                test => number? + 1,
                _ => { return missing() }
            };
            Ok(number)
        })
    }

    let log = Log::new();
    assert_eq!(run(&log, Ok(1)), Ok(2));
    assert_eq!(run(&log, fail("no")), fail("no"));
    assert_eq!(
        log.text(),
        "enter a, exit a: clean, enter a, exit a: error no"
    );
}

/// What is in a template is text to the macro around it, and the span before it an expression.
#[test]
fn the_span_of_a_template() {
    macro_rules! quote_spanned {
        ($span:expr=> $($template:tt)*) => {
            ($span, stringify!($($template)*).split_whitespace().collect::<String>())
        };
    }

    fn run(log: &Log, span: Result<u8, Oops>) -> Result<(u8, String), Oops> {
        with!(log.spy("a") => { Ok(quote_spanned!(span?=> return x?)) })
    }

    let log = Log::new();
    assert_eq!(run(&log, Ok(1)), Ok((1, "returnx?".to_owned())));
    assert!(run(&log, fail("no")).is_err());
    assert_eq!(
        log.text(),
        "enter a, exit a: clean, enter a, exit a: error no"
    );
}

#[test]
fn a_keyword_alone_is_a_name() {
    macro_rules! token {
        [return] => { 1 };
        [break] => { 2 };
        [continue] => { 3 };
    }

    let log = Log::new();
    with!(log.spy("a") => {
        assert_eq!([token![return], token![break], token![continue]], [1, 2, 3]);
    });
    assert_eq!(log.text(), "enter a, exit a: clean");
}
