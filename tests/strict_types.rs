//! The block of a strict manager infers its types as a plain block does, as far as the value's type can be known too late.
#![allow(clippy::unnecessary_wraps, reason = "many of these functions fail")]
#![allow(
    clippy::init_numbered_fields,
    reason = "one of the cases is about them"
)]
#![allow(clippy::diverging_sub_expression, reason = "some of these blocks do")]

mod common;

use std::collections::HashMap;
use std::io;

use common::{Log, Oops, Spy, fail, panic_message, pause};
use with_runtime::{Strictly, async_with, strict, with};

fn tx(log: &Log) -> Strictly<Spy> {
    strict(log.spy("tx"))
}

fn fallible(log: &Log) -> Strictly<Spy<Result<(), Oops>>> {
    strict(log.spy("tx").answering(Ok(())))
}

const COMMITTED: &str = "enter tx, exit tx: clean";
const ROLLED_BACK: &str = "enter tx, exit tx: error no";

/// A column of a row, of whatever type is wanted.
fn get<T: Default>() -> Result<T, Oops> {
    Ok(T::default())
}

/// A type of a user's.
#[derive(Debug, Default, PartialEq)]
struct Account {
    balance: i64,
}

mod a_block_that_ends_in_a_question_mark {
    use super::*;

    #[test]
    fn has_a_value_of_a_type_that_comes_later() {
        fn read(log: &Log) -> Result<i64, Oops> {
            let number: i64 = with!(fallible(log) => { get()? })?;
            Ok(number + 1)
        }

        let log = Log::new();
        assert_eq!(read(&log), Ok(1));
        assert_eq!(log.text(), COMMITTED);
    }

    #[test]
    fn has_a_value_of_any_type() {
        fn read(log: &Log) -> Result<Account, Oops> {
            let account: Account = with!(fallible(log), tx(log) => { get()? })?;
            Ok(account)
        }

        assert_eq!(read(&Log::new()), Ok(Account { balance: 0 }));
    }

    #[test]
    fn in_all_its_branches_as_well() {
        fn read(log: &Log, which: u8) -> Result<Account, Oops> {
            let account: Account = with!(fallible(log) => {
                match which {
                    0 => get()?,
                    1 => return fail("no"),
                    2 => Account { balance: 2 },
                    _ => {
                        log.note("another");
                        if which == 3 { get()? } else { fail("no")? }
                    }
                }
            })?;
            Ok(account)
        }

        let log = Log::new();
        assert_eq!(read(&log, 0), Ok(Account { balance: 0 }));
        assert_eq!(read(&log, 1), fail("no"));
        assert_eq!(read(&log, 2), Ok(Account { balance: 2 }));
        assert_eq!(log.text(), [COMMITTED, ROLLED_BACK, COMMITTED].join(", "));
        assert_eq!(read(&log, 3), Ok(Account { balance: 0 }));
        assert_eq!(read(&log, 4), fail("no"));
    }

    #[test]
    fn has_raised_the_error_there_was() {
        fn read(log: &Log) -> Result<Account, Oops> {
            let account: Account = with!(tx(log) => { fail("no")? });
            Ok(account)
        }

        let log = Log::new();
        assert_eq!(read(&log), fail("no"));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn of_nothing_has_raised_it_too() {
        fn write(log: &Log) -> Result<u8, Oops> {
            with!(fallible(log) => {
                fail::<()>("no")?;
            })?;
            Ok(7)
        }

        let log = Log::new();
        assert_eq!(write(&log), fail("no"));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    /// It has looked at the `Err`, and what it lets through is what it took for a success.
    #[test]
    fn has_no_other_error_to_count() {
        fn read(log: &Log) -> Result<Option<u8>, Oops> {
            let column: Option<u8> = with!(tx(log) => { Ok::<_, Oops>(None)? });
            Ok(column)
        }

        let log = Log::new();
        assert_eq!(read(&log), Ok(None));
        assert_eq!(log.text(), COMMITTED);
    }

    #[test]
    fn is_async_or_not() {
        async fn read(log: &Log) -> Result<Account, Oops> {
            let account: Account = async_with!(fallible(log) => {
                pause().await;
                get()?
            })?;
            Ok(account)
        }

        let log = Log::new();
        let account = futures::executor::block_on(read(&log));
        assert_eq!(account, Ok(Account { balance: 0 }));
        assert_eq!(log.text(), "aenter tx, aexit tx: clean");
    }
}

mod a_value_whose_type_comes_later {
    use super::*;

    #[test]
    fn may_be_a_collection() {
        fn read(log: &Log) -> io::Result<Vec<u8>> {
            Ok(with!(log.spy("outer"), tx(log) => { (0..3).collect() }))
        }

        let log = Log::new();
        assert_eq!(read(&log).unwrap(), [0, 1, 2]);
        assert_eq!(
            log.text(),
            "enter outer, enter tx, exit tx: clean, exit outer: clean"
        );
    }

    #[test]
    fn may_be_a_map_a_text_a_number_or_a_reference() {
        fn pick<'a>(words: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
            words.iter().copied()
        }

        let log = Log::new();
        let map = with!(tx(&log) => { [(1, "a")].into_iter().collect() });
        let map: HashMap<u8, &str> = map;
        assert_eq!(map[&1], "a");
        let text = with!(tx(&log) => { pick(&["a", "b"]).collect() });
        let text: String = text;
        assert_eq!(text, "ab");
        let number = with!(tx(&log) => { "7".parse().unwrap_or_default() });
        let number: f32 = number;
        assert!(number > 6.0);
        let word = with!(tx(&log) => { Default::default() });
        let word: &str = word;
        assert_eq!(word, "");
        assert_eq!(log.text(), [COMMITTED; 4].join(", "));
    }

    #[test]
    fn may_be_a_result_that_counts() {
        let log = Log::new();
        let words = [Ok("a"), fail("no")];
        let words = with!(tx(&log) => { words.into_iter().collect() });
        let words: Result<Vec<&str>, Oops> = words;
        assert_eq!(words, fail("no"));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn may_be_an_option_that_counts() {
        let log = Log::new();
        let words = with!(tx(&log) => { [Some("a"), None].into_iter().collect() });
        let words: Option<Vec<&str>> = words;
        assert_eq!(words, None);
        assert_eq!(log.text(), "enter tx, exit tx: missing");
    }

    #[test]
    fn may_be_returned_by_a_closure() {
        let log = Log::new();
        let read = |early: bool| {
            with!(tx(&log) => {
                if early {
                    return (0..3).collect();
                }
            });
            Vec::new()
        };
        let numbers: Vec<u8> = read(true);
        assert_eq!(numbers, [0, 1, 2]);
        assert_eq!(log.text(), COMMITTED);
    }

    #[test]
    fn is_not_suppressed() {
        fn read(log: &Log) -> Vec<u8> {
            let read = || {
                with!(strict(log.spy("tx").suppressing()) => {
                    if log.len() == 1 {
                        return (0..3).collect();
                    }
                });
                Vec::new()
            };
            read()
        }

        let log = Log::new();
        assert_eq!(read(&log), [0, 1, 2]);
        assert_eq!(log.text(), COMMITTED);
    }
}

mod a_block_that_ends_in_a_call_that_does_not_return {
    use super::*;

    fn die() -> ! {
        panic!("no")
    }

    macro_rules! give_up {
        () => {
            panic!("no")
        };
    }

    #[test]
    fn is_a_statement() {
        let log = Log::new();
        #[rustfmt::skip]
        let message = panic_message(|| { with!(tx(&log) => { die() }); });
        assert_eq!(message, "no");
        #[rustfmt::skip]
        let message = panic_message(|| { with!(tx(&log) => { give_up!() }); });
        assert_eq!(message, "no");
        assert_eq!(log.text(), ["enter tx, exit tx: panic"; 2].join(", "));
    }

    #[test]
    fn is_an_expression_of_any_type() {
        fn account(log: &Log) -> Account {
            with!(tx(log) => { die() })
        }

        fn number(log: &Log) -> u8 {
            with!(tx(log) => { give_up!() })
        }

        let log = Log::new();
        assert_eq!(panic_message(|| account(&log)), "no");
        assert_eq!(panic_message(|| number(&log)), "no");
        assert_eq!(log.text(), ["enter tx, exit tx: panic"; 2].join(", "));
    }
}

mod an_expression_that_only_looks_plain {
    use super::*;

    #[test]
    fn counts_if_it_is_a_variant_with_braces() {
        let log = Log::new();
        let result: Result<u8, Oops> = with!(tx(&log) => { Err { 0: Oops("no") } });
        assert_eq!(result, fail("no"));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn counts_if_one_of_its_branches_may_be_an_err() {
        let log = Log::new();
        let result: Result<u8, Oops> = with!(tx(&log) => {
            match log.len() {
                0 => get(),
                _ => fail("no"),
            }
        });
        assert_eq!(result, fail("no"));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn counts_if_it_is_a_labelled_block() {
        let log = Log::new();
        let result: Result<u8, Oops> = with!(tx(&log) => {
            'value: {
                if log.len() == 1 {
                    break 'value fail("no");
                }
                return;
            }
        });
        assert_eq!(result, fail("no"));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn counts_if_what_looks_plain_is_not_compiled() {
        let log = Log::new();
        #[rustfmt::skip]
        let result: Result<u8, Oops> = with!(tx(&log) => {
            #[cfg(all())]
            { fail("no") }
            #[cfg(any())]
            { get()? }
        });
        assert_eq!(result, fail("no"));
        assert_eq!(log.text(), ROLLED_BACK);
    }
}
