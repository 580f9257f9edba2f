//! Jumps in the definition of a macro, which the statement can't see: exit runs, is passed an exception of kind `Interrupted`, and the
//! jump goes where it was going. Exit is never passed "no exception", so a transaction rolls back.

mod common;

use std::num::ParseIntError;

use with_runtime::with;

use common::Log;

macro_rules! parse {
    ($text:expr) => {
        $text.parse::<u8>()?
    };
}

macro_rules! stop {
    ($($jump:tt)*) => {
        if true {
            $($jump)*
        }
    };
}

macro_rules! get {
    ($option:expr, $otherwise:expr) => {
        match $option {
            Some(value) => value,
            None => return $otherwise,
        }
    };
}

macro_rules! stop_here {
    () => {
        return
    };
}

macro_rules! leave {
    ($label:lifetime) => {
        break $label
    };
    ($label:lifetime, $value:expr) => {
        break $label $value
    };
}

#[test]
fn a_question_mark() {
    fn sum(log: &Log, texts: &[&str]) -> Result<u8, ParseIntError> {
        let mut sum = 0;
        with!(log.spy("m") => {
            for text in texts {
                sum += parse!(text);
            }
        });
        log.note("after");
        Ok(sum)
    }

    let log = Log::new();
    assert!(sum(&log, &["1", "x"]).is_err());
    assert_eq!(log.text(), "enter m, exit m: interrupted");
    let log = Log::new();
    assert_eq!(sum(&log, &["1", "2"]), Ok(3));
    assert_eq!(log.text(), "enter m, exit m: clean, after");
}

#[test]
fn a_question_mark_as_the_value_of_the_block() {
    fn double(log: &Log, text: &str) -> Result<u8, ParseIntError> {
        let number = with!(log.spy("m") => { parse!(text) });
        Ok(number * 2)
    }

    let log = Log::new();
    assert!(double(&log, "x").is_err());
    assert_eq!(double(&log, "2"), Ok(4));
    assert_eq!(
        log.text(),
        "enter m, exit m: interrupted, enter m, exit m: clean"
    );
}

#[test]
fn a_question_mark_in_the_arguments_of_another_macro() {
    fn show(log: &Log, text: &str) -> Result<String, ParseIntError> {
        with!(log.spy("m") => { Ok(format!("{}", parse!(text))) })
    }

    let log = Log::new();
    assert!(show(&log, "x").is_err());
    assert_eq!(log.text(), "enter m, exit m: interrupted");
}

#[test]
fn a_question_mark_in_an_included_file() {
    fn number(log: &Log) -> Result<u8, ParseIntError> {
        Ok(with!(log.spy("m") => { include!("common/parse.in") }))
    }

    let log = Log::new();
    assert!(number(&log).is_err());
    assert_eq!(log.text(), "enter m, exit m: interrupted");
}

#[test]
fn a_return_beside_a_visible_one() {
    fn first(log: &Log, number: Option<u8>) -> Option<u8> {
        with!(log.spy("m") => {
            let number = get!(number, None);
            if number == 0 {
                return None;
            }
            Some(number)
        })
    }

    let log = Log::new();
    assert_eq!(first(&log, None), None);
    assert_eq!(first(&log, Some(0)), None);
    assert_eq!(first(&log, Some(1)), Some(1));
    assert_eq!(
        log.text(),
        "enter m, exit m: interrupted, enter m, exit m: clean, enter m, exit m: clean"
    );
}

#[test]
fn a_return_through_nested_statements() {
    fn outer(log: &Log) {
        with!(log.spy("a") => {
            with!(log.spy("b"), log.spy("c") => {
                if log.len() > 0 {
                    stop_here!();
                }
            });
        });
        log.note("after");
    }

    let log = Log::new();
    outer(&log);
    assert_eq!(
        log.text(),
        "enter a, enter b, enter c, exit c: interrupted, exit b: interrupted, exit a: interrupted"
    );
}

#[test]
fn a_return_in_the_context_expression_of_an_inner_manager() {
    fn pair(log: &Log, second: Option<&'static str>) -> Option<u8> {
        with!(log.spy("a"), log.spy(get!(second, None)) => { Some(1) })
    }

    let log = Log::new();
    assert_eq!(pair(&log, None), None);
    assert_eq!(log.text(), "enter a, exit a: interrupted");
}

#[test]
fn a_return_of_a_macro_that_has_the_name_of_a_known_one() {
    macro_rules! assert {
        ($condition:expr) => {
            if !$condition {
                return Err(stringify!($condition));
            }
        };
    }

    fn check(log: &Log) -> Result<(), &'static str> {
        with!(log.spy("m") => {
            assert!(1 == 2);
        });
        Ok(())
    }

    let log = Log::new();
    assert_eq!(check(&log), Err("1 == 2"));
    assert_eq!(log.text(), "enter m, exit m: interrupted");
}

#[test]
fn a_break_with_a_label_and_a_value() {
    let log = Log::new();
    let found = 'search: {
        'outer: for _ in 0..2 {
            for _ in 0..2 {
                with!(log.spy("a") => {
                    leave!('outer);
                });
            }
        }
        with!(log.spy("b") => {
            leave!('search, 7);
        });
        0
    };
    assert_eq!(found, 7);
    assert_eq!(
        log.text(),
        "enter a, exit a: interrupted, enter b, exit b: interrupted"
    );
}

#[test]
fn a_jump_that_the_macro_is_given_is_seen() {
    fn f(log: &Log) -> Option<u8> {
        with!(log.spy("m") => {
            stop!(return None);
        });
        Some(1)
    }

    let log = Log::new();
    assert_eq!(f(&log), None);
    assert_eq!(log.text(), "enter m, exit m: clean");
}

#[test]
fn in_an_async_function() {
    async fn number(log: &Log, text: &str) -> Result<u8, ParseIntError> {
        with_runtime::async_with!(log.spy("m") => { Ok(parse!(text)) })
    }

    let log = Log::new();
    assert!(futures::executor::block_on(number(&log, "x")).is_err());
    assert_eq!(log.text(), "aenter m, cancelled m");
}
