//! Macros that only carry tokens, and definitions of macros: what looks like a jump in them is text.

mod common;

use common::{Log, Oops};
use with_runtime::with;

const UNTOUCHED: &str = "enter a, end, exit a: clean";

/// The text inside of a statement, which is to be the one outside.
macro_rules! same_text {
    ($($name:ident: $($macro:ident)::+!($($tokens:tt)*);)*) => {$(
        #[test]
        fn $name() {
            let log = Log::new();
            let outside = $($macro)::+!($($tokens)*);
            with!(log.spy("a") => {
                let inside = $($macro)::+!($($tokens)*);
                assert_eq!(inside, outside);
                log.note("end");
            });
            assert_eq!(log.text(), UNTOUCHED);
        }
    )*};
}

mod of_the_standard_library {
    use super::*;

    same_text! {
        stringify_of_no_expression: stringify!(a? + return b);
        stringify_of_an_expression: stringify!(f()?);
        stringify_of_jumps: stringify!(return, break 'a b, continue, loop { break; });
        stringify_of_a_statement: stringify!(with!(manager => { f()?; }));
        stringify_of_a_map: stringify!(k => v?, { return; } => 1);
        stringify_by_its_path: std::stringify!(a?b:c);
        concat: concat!("a?", 1, stringify!(return b?), 'c', true);
        line: line!();
        file: file!();
        module_path: module_path!();
        cfg: cfg!(any(unix, test));
        option_env: option_env!("THERE_IS_NO_SUCH_VARIABLE?");
        env: env!("CARGO_PKG_NAME");
        include_str: include_str!("macros_text.rs");
    }

    #[test]
    fn text_in_the_arguments_of_other_macros_stays_as_it_is() {
        let log = Log::new();
        with!(log.spy("a") => {
            assert_eq!(format!("{}", stringify!(a? + return b)), "a? + return b");
            assert_eq!(vec![stringify!(f()?), concat!("?", "return")], ["f()?", "?return"]);
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn literals_are_no_code() {
        let log = Log::new();
        with!(log.spy("a") => {
            assert_eq!(format!("{}? return {0}; break", 1), "1? return 1; break");
            assert!("a?".ends_with('?'), "return?");
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn line_and_column_are_those_of_the_user() {
        let log = Log::new();
        let outside = (line!(), column!());
        with!(log.spy("a") => {
            let insides = (line!(), column!());
            assert_eq!(insides, (outside.0 + 2, outside.1 + 4));
            log.note("end");
        });
        assert_eq!(log.text().len(), UNTOUCHED.len());
    }
}

mod of_the_user {
    use super::*;

    /// What a quasi-quoter looks like from the outside.
    macro_rules! quote {
        ($($token:tt)*) => {
            stringify!($($token)*)
        };
    }

    macro_rules! quote_spanned {
        ($span:expr => $($token:tt)*) => {
            ($span, stringify!($($token)*))
        };
    }

    /// Shows an expression that it doesn't evaluate.
    macro_rules! text_of {
        ($token:expr) => {
            stringify!($token)
        };
    }

    /// Counts tokens.
    macro_rules! count {
        ($($token:tt)*) => {
            [$(stringify!($token)),*].len()
        };
    }

    /// Shows an expression beside its value.
    macro_rules! shown {
        ($value:expr) => {
            format!("{} = {:?}", stringify!($value), $value)
        };
    }

    same_text! {
        quote_of_an_item: quote!(fn f() -> Option<u8> { return Some(g()? + 1); });
        quote_of_a_template: quote!(#f()?);
        quote_spanned_of_a_jump: quote_spanned!(1 => break 'a f()?);
        text_of_a_call: text_of!(1 + 2 * f(3));
        count_of_tokens: count!(a b (c d) [e] { f });
        shown_without_a_jump: shown!(1 + 2);
    }
}

/// In braces what is quoted is a template, whatever it looks like.
#[test]
fn a_quotation_in_braces_is_text() {
    macro_rules! quote {
        ($($token:tt)*) => {
            stringify!($($token)*)
        };
    }

    let log = Log::new();
    with!(log.spy("a") => {
        assert_eq!(quote! { f()? }, "f()?");
        assert_eq!(quote! { a? + return b }, "a? + return b");
        log.note("end");
    });
    assert_eq!(log.text(), UNTOUCHED);
}

mod definitions {
    use super::*;

    #[test]
    fn a_definition_that_is_not_used_is_text() {
        let log = Log::new();
        with!(log.spy("a") => {
            #[allow(unused_macros, reason = "it is there to be read")]
            macro_rules! get {
                ($value:expr) => {
                    match $value {
                        Some(value) => value,
                        None => return None,
                    }
                };
                (? $value:expr) => { $value? };
                (break) => { break };
                (continue $label:lifetime) => { continue $label };
            }
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn a_definition_with_a_return_may_be_used_in_a_closure() {
        let log = Log::new();
        with!(log.spy("a") => {
            macro_rules! get {
                ($value:expr) => {
                    match $value {
                        Some(value) => value,
                        None => return None,
                    }
                };
            }
            let next = |number: Option<u8>| -> Option<u8> { Some(get!(number) + 1) };
            assert_eq!((next(Some(1)), next(None)), (Some(2), None));
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn a_definition_with_a_question_mark_may_be_used_in_a_function_of_the_block() {
        let log = Log::new();
        with!(log.spy("a") => {
            macro_rules! add {
                ($($value:expr),*) => { 0 $(+ $value?)* };
            }
            fn add(one: Option<u8>, two: Option<u8>) -> Option<u8> {
                Some(add!(one, two))
            }
            assert_eq!((add(Some(1), Some(2)), add(Some(1), None)), (Some(3), None));
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn a_definition_with_a_question_mark_may_be_used_in_an_async_block() {
        let log = Log::new();
        with!(log.spy("a") => {
            macro_rules! get {
                ($value:expr) => { $value? };
            }
            let add = async |one: Option<u8>| -> Option<u8> { Some(get!(one) + 1) };
            let block = async { Some(get!(add(Some(1)).await) + get!(add(None).await)) };
            assert_eq!(futures::executor::block_on(block), None);
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn definitions_from_outside_may_be_used_in_a_closure() {
        macro_rules! get {
            ($value:expr) => {
                match $value {
                    Some(value) => value,
                    None => return Err(Oops("missing")),
                }
            };
        }

        let log = Log::new();
        with!(log.spy("a") => {
            let next = |number: Option<u8>| Ok(get!(number) + get!(Some(1)));
            assert_eq!((next(Some(1)), next(None)), (Ok(2), Err(Oops("missing"))));
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn a_definition_with_a_break_may_be_used_in_a_loop_of_a_closure() {
        macro_rules! until {
            ($condition:expr) => {
                if $condition {
                    break;
                }
            };
        }

        let log = Log::new();
        with!(log.spy("a") => {
            let count = |end: u8| {
                let mut number = 0;
                loop {
                    until!(number == end);
                    number += 1;
                }
                number
            };
            assert_eq!(count(3), 3);
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn a_definition_may_hold_another_statement() {
        fn leave(log: &Log, number: Option<u8>) -> Option<u8> {
            with!(log.spy("a") => {
                macro_rules! inner {
                    ($number:expr) => {
                        with!(log.spy("b") => { $number + 1 })
                    };
                }
                Some(inner!(number?))
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log, Some(1)), Some(2));
        assert_eq!(log.text(), "enter a, enter b, exit b: clean, exit a: clean");
    }

    #[test]
    fn a_statement_in_a_definition_is_told_what_raises_through_it() {
        macro_rules! inner {
            ($log:expr, $block:block) => {
                with!($log.spy("b") => $block)
            };
        }

        fn leave(log: &Log, number: Option<u8>) -> Option<u8> {
            with!(log.spy("a") => {
                let number = inner!(log, { number? });
                Some(number + 1)
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log, None), None);
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: missing, exit a: missing"
        );
    }
}
