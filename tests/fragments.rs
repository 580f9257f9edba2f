//! Fragments of a `macro_rules!` in a statement mean what they mean outside: each fragment is one operand, of each kind and in each
//! place.
#![allow(
    clippy::cast_lossless,
    clippy::never_loop,
    clippy::precedence,
    clippy::redundant_closure_call,
    reason = "each operand stands in each place"
)]

mod common;

use std::fmt::Debug;

use common::{Log, Oops, fail};
use with_runtime::with;

fn double(number: i32) -> i32 {
    2 * number
}

fn seven() -> i32 {
    7
}

macro_rules! id {
    ($($token:tt)*) => {
        $($token)*
    };
}

/// Each expression as one operand, among others and alone.
macro_rules! operand {
    ($($test:ident: $a:expr;)*) => {$(
        #[test]
        fn $test() {
            let a = $a;
            macro_rules! check {
                ($e:expr) => {
                    let log = Log::new();
                    assert_eq!(with!(log.spy("a") => { $e * 2 }), a * 2);
                    assert_eq!(with!(log.spy("a") => { 2 * $e }), 2 * a);
                    assert_eq!(with!(log.spy("a") => { 9 - $e - 1 }), 9 - a - 1);
                    assert_eq!(with!(log.spy("a") => { $e.abs() }), a.abs());
                    assert_eq!(with!(log.spy("a") => { -$e }), -a);
                    assert_eq!(with!(log.spy("a") => { $e as i64 * 3 }), i64::from(a) * 3);
                    assert_eq!(with!(log.spy("a") => { let b = $e; b }), a);
                    assert_eq!(with!(log.spy("a") => { let mut b = 1; b -= $e; b }), 1 - a);
                    assert_eq!(with!(log.spy("a") => { [$e, $e * 2] }), [a, a * 2]);
                    assert_eq!(with!(log.spy("a") => { (|| $e * 2)() }), a * 2);
                    assert_eq!(
                        with!(log.spy("a") => { fn f() -> i32 { $e * 2 } f() }),
                        a * 2
                    );
                    assert_eq!(with!(log.spy("a") => { id!($e * 2) }), a * 2);
                    assert_eq!(with!(log.spy("a") => { vec![$e * 2, $e] }), [a * 2, a]);
                    assert_eq!(with!(log.spy("a") => { if $e == 1 { 1 } else { $e } }), a);
                    assert_eq!(with!(log.spy("a") => { match $e { b => b - $e } }), 0);
                    assert_eq!(with!(log.spy("a") => { double($e) - $e }), a);
                    assert_eq!(with!(log.spy("a"), log.spy("b") => { $e * 2 }), a * 2);
                    assert_eq!(with!(log.spy("a") => catch { $e * 2 }), a * 2);
                };
            }

            check!($a);
        }
    )*};
}

operand! {
    a_sum: 1_i32 + 2;
    a_difference: 1_i32 - 2;
    a_negation: -3_i32;
    a_choice: if seven() == 7 { 4_i32 } else { 5 };
    a_match: match seven() { 7 => 4_i32, _ => 5 };
    a_block: { seven(); 4_i32 };
    a_cast: 4_u8 as i32;
    a_call: double(4);
    a_literal: 4_i32;
    a_macro: id!(1_i32 + 2);
    a_loop: loop { break 4_i32 };
    a_dereference: *Box::new(4_i32);
    an_index: [1, 4_i32][1];
}

#[test]
fn booleans() {
    macro_rules! both {
        ($a:expr, $b:expr) => {
            with!(Log::new().spy("a") => { if $a && $b { 1 } else { 0 } })
        };
    }

    let (yes, no) = (seven() == 7, seven() == 8);
    assert_eq!(both!(yes || no, no), 0);
    assert_eq!(both!(yes || no, yes), 1);
    assert_eq!(both!(yes, no || yes), 1);
}

#[test]
fn a_closure_is_called() {
    macro_rules! apply {
        ($f:expr) => {
            with!(Log::new().spy("a") => { $f(3) + $f(4) })
        };
    }

    assert_eq!(apply!(|number| number * 2), 14);
    assert_eq!(apply!(double), 14);
}

#[test]
fn in_the_context_expression() {
    macro_rules! entered {
        ($e:expr) => {
            with!($e as log => { log.text() })
        };
    }

    macro_rules! chosen {
        ($e:expr) => {
            with!(Some($e.then(|| 1)).map(|_| Log::new()).unwrap().spy("a") => { 1 })
        };
    }

    let log = Log::new();
    assert_eq!(
        entered!(if seven() == 7 {
            log.spy("a")
        } else {
            log.spy("b")
        }),
        "enter a"
    );
    assert_eq!(chosen!(seven() == 7 || seven() == 8), 1);
}

#[test]
fn a_question_mark_after_a_fragment() {
    macro_rules! raised {
        ($log:expr, $e:expr) => {
            with!($log.spy("a") => { let value = $e?; $e? + value })
        };
    }

    fn run(log: &Log, fails: bool) -> Result<u8, Oops> {
        Ok(raised!(log, if fails { fail("no") } else { Ok(2) }))
    }

    let log = Log::new();
    assert_eq!(run(&log, false), Ok(4));
    assert!(run(&log, true).is_err());
    assert_eq!(
        log.text(),
        "enter a, exit a: clean, enter a, exit a: error no"
    );
}

/// In the tokens of another macro a `?` that is rewritten stays one operand.
#[test]
fn a_question_mark_at_the_head_of_tokens() {
    fn run(text: &str) -> Result<i32, std::num::ParseIntError> {
        with!(Log::new().spy("a") => {
            let sum = id!(text.parse::<i32>()? + 1);
            Ok(id!(text.parse::<i32>()? - 1 - sum))
        })
    }

    assert_eq!(run("4"), Ok(-2));
    assert!(run("four").is_err());
}

#[test]
fn types() {
    macro_rules! as_type {
        ($t:ty) => {
            with!(Log::new().spy("a") => {
                let number: &$t = &1;
                let boxed: Box<$t> = Box::new(2);
                fn show(value: &$t) -> String {
                    format!("{value:?}")
                }
                show(number) + &show(&*boxed)
            })
        };
    }

    assert_eq!(as_type!(dyn Debug + Send), "12");
    assert_eq!(as_type!(dyn Debug), "12");
    assert_eq!(as_type!(i32), "12");
}

#[test]
fn patterns_literals_and_the_rest() {
    macro_rules! all {
        ($p:pat, $l:literal, $b:block, $i:item, $n:ident, $path:path, $life:lifetime, $vis:vis, $($t:tt)*) => {
            with!(Log::new().spy("a") => {
                #[allow(dead_code, reason = "it is only there")]
                $i
                $vis struct Unit;
                let _ = Unit;
                let $n = $l;
                $life: loop {
                    match $n {
                        $p => break $life,
                        _ => unreachable!(),
                    }
                }
                let block = $b;
                let path = $path(block);
                path $($t)*
            })
        };
    }

    assert_eq!(
        all!(-3 | 4, -3, { seven() }, fn item() {}, name, double, 'outer, pub(crate), - 1 - 1),
        12
    );
    assert_eq!(
        all!(1..=3, 2, { seven(); seven() }, struct Item;, name, crate::double, 'a, , * 2),
        28
    );
}

#[test]
fn statements() {
    macro_rules! stmts {
        ($($s:stmt;)*) => {
            with!(Log::new().spy("a") => { $($s;)* })
        };
    }

    let mut sum = 0;
    stmts! {
        let one = 1;
        sum += one + one;
        if sum == 2 { sum *= 3 };
        for number in 0..2 { sum += number };
        { sum += 1 };
    }
    assert_eq!(sum, 8);
}

#[test]
fn a_block_stays_a_block() {
    macro_rules! inner {
        ($b:block) => {
            $b
        };
    }

    macro_rules! outer {
        ($b:block) => {
            with!(Log::new().spy("a") => { inner!($b) })
        };
    }

    fn run(early: bool) -> i32 {
        outer!({
            if early {
                return 3;
            }
            4
        })
    }

    assert_eq!((run(true), run(false)), (3, 4));
}
