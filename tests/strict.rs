//! A strict manager counts an `Err` or `None` that leaves the block as a value as an exception.
#![allow(clippy::never_loop, reason = "many of these jumps are always taken")]
#![allow(clippy::unnecessary_wraps, reason = "many of these functions fail")]

mod common;

use std::error::Error;
use std::rc::Rc;

use anyhow::anyhow;
use common::{Log, Oops, Spy, fail, told};
use with_runtime::{
    AsyncContextManager, ContextManager, Exception, SendException, Strict, Strictly, Verdict,
    async_with, strict, with,
};

/// A spy that is strict.
struct Transaction<V = ()>(Spy<V>);

impl<V: Verdict<Answer = V>> ContextManager for Transaction<V> {
    type Value<'a>
        = &'a Log
    where
        Self: 'a;
    type Exit = Strict<V>;

    fn enter(&mut self) -> &Log {
        self.0.enter()
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> V {
        self.0.exit(exc)
    }
}

fn transaction(log: &Log) -> Transaction {
    Transaction(log.spy("tx"))
}

const COMMITTED: &str = "enter tx, exit tx: clean";
const ROLLED_BACK: &str = "enter tx, exit tx: error no";

/// Ways to fail in a transaction: each is tried on a strict manager and on one that is not.
macro_rules! ways_to_fail {
    ($($way:ident($tx:ident) -> $Result:ty $body:block)*) => {
        mod strict_rolls_back {
            use super::*;

            $(#[test]
            fn $way() {
                fn leave($tx: Transaction) -> $Result $body

                let log = Log::new();
                assert!(leave(transaction(&log)).is_failure());
                let told = log.text().replace("missing", "error no");
                assert_eq!(told, ROLLED_BACK);
            })*
        }

        mod ordinary_commits {
            use super::*;

            $(#[test]
            fn $way() {
                fn leave($tx: Spy) -> $Result $body

                let log = Log::new();
                assert!(leave(log.spy("tx")).is_failure());
                assert_eq!(log.text(), COMMITTED);
            })*
        }
    };
}

trait Fails {
    fn is_failure(&self) -> bool;
}

impl<T, E> Fails for Result<T, E> {
    fn is_failure(&self) -> bool {
        self.is_err()
    }
}

impl<T> Fails for Option<T> {
    fn is_failure(&self) -> bool {
        self.is_none()
    }
}

fn no() -> Result<u8, Oops> {
    fail("no")
}

ways_to_fail! {
    return_err(tx) -> Result<u8, Oops> {
        with!(tx => {
            if no().is_err() {
                return Err(Oops("no"));
            }
        });
        Ok(7)
    }

    let_else_with_return_err(tx) -> Result<u8, Oops> {
        with!(tx => {
            let Ok(number) = no() else {
                return Err(Oops("no"));
            };
            Ok(number)
        })
    }

    match_with_return_err_into(tx) -> Result<u8, Box<dyn Error>> {
        with!(tx => {
            let number = match no() {
                Ok(number) => number,
                Err(error) => return Err(error.into()),
            };
            Ok(number)
        })
    }

    err_in_a_branch_at_the_end(tx) -> Result<u8, Oops> {
        with!(tx => {
            if no().is_ok() { Ok(7) } else { Err(Oops("no")) }
        })
    }

    call_at_the_end(tx) -> Result<u8, Oops> {
        with!(tx => { no() })
    }

    return_call(tx) -> Result<u8, Oops> {
        with!(tx => {
            return no();
        })
    }

    return_none(tx) -> Option<u8> {
        with!(tx => {
            if no().is_err() {
                return None;
            }
            Some(7)
        })
    }

    break_with_err(tx) -> Result<u8, Oops> {
        'tx: {
            with!(tx => {
                if no().is_err() {
                    break 'tx Err(Oops("no"));
                }
            });
            Ok(7)
        }
    }

    return_anyhow(tx) -> anyhow::Result<u8> {
        with!(tx => {
            if no().is_err() {
                return Err(anyhow!("no"));
            }
            Ok(7)
        })
    }
}

mod the_tenth_way_to_fail {
    use super::*;

    #[test]
    fn raises_for_a_strict_manager() {
        fn leave(tx: Transaction) -> Result<(), Oops> {
            with!(tx => {
                Err(Oops("no"))?;
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(transaction(&log)), fail("no"));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn raises_for_any_other() {
        fn leave(tx: Spy) -> Result<(), Oops> {
            with!(tx => {
                Err(Oops("no"))?;
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(log.spy("tx")), fail("no"));
        assert_eq!(log.text(), ROLLED_BACK);
    }
}

mod counts {
    use super::*;

    #[test]
    fn no_ok() {
        let log = Log::new();
        let result: Result<u8, Oops> = with!(transaction(&log) => { Ok(7) });
        assert_eq!(result, Ok(7));
        assert_eq!(log.text(), COMMITTED);
    }

    #[test]
    fn no_some() {
        let log = Log::new();
        assert_eq!(with!(transaction(&log) => { Some(7) }), Some(7));
        assert_eq!(log.text(), COMMITTED);
    }

    #[test]
    fn nothing_that_is_neither_result_nor_option() {
        let log = Log::new();
        assert_eq!(with!(transaction(&log) => { "value" }), "value");
        assert_eq!(log.text(), COMMITTED);
    }

    #[test]
    fn a_none_at_the_end_as_missing() {
        let log = Log::new();
        let none: Option<u8> = with!(transaction(&log) => { None });
        assert_eq!(none, None);
        assert_eq!(log.text(), "enter tx, exit tx: missing");
    }

    #[test]
    fn an_err_that_an_unlabelled_break_carries() {
        let log = Log::new();
        let result: Result<u8, Oops> = loop {
            with!(transaction(&log) => {
                break no();
            });
        };
        assert_eq!(result, no());
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn no_jump_without_a_value() {
        let log = Log::new();
        for turn in 0..2 {
            with!(transaction(&log) => {
                if turn == 0 {
                    continue;
                }
                break;
            });
        }
        assert_eq!(log.text(), [COMMITTED, COMMITTED].join(", "));
    }

    #[test]
    fn an_error_of_any_type() {
        struct Opaque;

        let log = Log::new();
        let result: Result<(), _> = with!(transaction(&log) => { Err(Opaque) });
        assert!(result.is_err());
        assert!(log.text().ends_with("Opaque"), "{}", log.text());

        let log = Log::new();
        let result: Result<(), _> = with!(transaction(&log) => { Err("no") });
        assert_eq!(result, Err("no"));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn an_error_of_a_generic_type() {
        fn leave<E: Error + 'static>(log: &Log, error: E) -> Result<(), E> {
            with!(transaction(log) => {
                return Err(error);
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log, Oops("no")), fail("no"));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn the_value_of_each_strict_manager_around_it() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            with!(Transaction(log.spy("a")), log.spy("b"), Transaction(log.spy("c")) => {
                return no();
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log), no());
        assert_eq!(
            log.text(),
            "enter a, enter b, enter c, exit c: error no, exit b: clean, exit a: error no"
        );
    }

    #[test]
    fn the_value_of_a_joined_statement() {
        let log = Log::new();
        let result = with!(Transaction(log.spy("a")), Transaction(log.spy("b")) => { no() });
        assert_eq!(result, no());
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: error no, exit a: error no"
        );
    }

    #[test]
    fn the_value_of_a_nested_statement_that_is_the_blocks() {
        let log = Log::new();
        let result = with!(Transaction(log.spy("a")) => {
            with!(log.spy("b") => { no() })
        });
        assert_eq!(result, no());
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: clean, exit a: error no"
        );
    }

    #[test]
    fn the_failure_of_a_nested_exit_that_is_the_blocks_value() {
        let log = Log::new();
        let result = with!(Transaction(log.spy("a")) => {
            with!(log.spy("b").failing("disk full") => {})
        });
        assert_eq!(result, fail("disk full"));
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: clean, exit a: error disk full"
        );
    }
}

mod who_is_strict {
    use super::*;

    #[test]
    fn a_manager_made_strict() {
        let log = Log::new();
        let result = with!(strict(log.spy("tx")) as inside => {
            assert_eq!(inside.len(), 1);
            no()
        });
        assert_eq!(result, no());
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn a_manager_made_strict_twice() {
        let log = Log::new();
        assert_eq!(with!(strict(strict(log.spy("tx"))) => { no() }), no());
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn a_manager_that_is_no_longer_strict_is_not() {
        let log = Log::new();
        let tx: Strictly<Spy> = strict(log.spy("tx"));
        assert_eq!(with!(tx.into_inner() => { no() }), no());
        assert_eq!(log.text(), COMMITTED);
    }

    /// A wrapper of a user's.
    struct Timed<M>(M);

    impl<M: ContextManager> ContextManager for Timed<M> {
        type Value<'a>
            = M::Value<'a>
        where
            Self: 'a;
        type Exit = M::Exit;

        fn enter(&mut self) -> M::Value<'_> {
            self.0.enter()
        }

        fn exit(&mut self, exc: Option<Exception<'_>>) -> <M::Exit as Verdict>::Answer {
            self.0.exit(exc)
        }
    }

    impl<M: AsyncContextManager> AsyncContextManager for Timed<M> {
        type Value<'a>
            = M::Value<'a>
        where
            Self: 'a;
        type Exit = M::Exit;

        async fn aenter(&mut self) -> M::Value<'_> {
            self.0.aenter().await
        }

        async fn aexit(&mut self, exc: Option<SendException<'_>>) -> <M::Exit as Verdict>::Answer {
            self.0.aexit(exc).await
        }
    }

    #[test]
    fn a_wrapper_around_a_manager_that_is() {
        let log = Log::new();
        assert_eq!(with!(Timed(transaction(&log)) => { no() }), no());
        assert_eq!(with!(Timed(Timed(strict(log.spy("tx")))) => { no() }), no());
        assert_eq!(log.text(), [ROLLED_BACK; 2].join(", "));
    }

    #[test]
    fn a_wrapper_that_suppresses() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            with!(Timed(Transaction(log.spy("tx").suppressing())) => {
                return no();
            });
            Ok(8)
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(8));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn a_generic_manager_that_is_bound_to_be() {
        fn leave<M: ContextManager<Exit = Strict<()>>>(tx: M) -> Result<u8, Oops> {
            with!(tx => {
                if no().is_err() {
                    return no();
                }
                Ok(7)
            })
        }

        let log = Log::new();
        assert_eq!(leave(transaction(&log)), no());
        assert_eq!(leave(Timed(transaction(&log))), no());
        assert_eq!(leave(strict(log.spy("tx"))), no());
        assert_eq!(log.text(), [ROLLED_BACK; 3].join(", "));
    }

    #[test]
    fn a_generic_manager_that_is_bound_to_be_and_may_fail() {
        fn leave<M>(tx: M) -> Result<Result<u8, Oops>, Oops>
        where
            M: ContextManager<Exit = Strict<Result<(), Oops>>>,
        {
            with!(tx => { no() })
        }

        let log = Log::new();
        let tx = Transaction(log.spy("tx").answering(Ok::<(), Oops>(())));
        assert_eq!(leave(tx), Ok(no()));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn any_generic_manager_that_is_made_strict() {
        fn leave<M: ContextManager<Exit = ()>>(manager: M) -> Result<u8, Oops> {
            with!(strict(manager) => { no() })
        }

        let log = Log::new();
        assert_eq!(leave(log.spy("tx")), no());
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn what_a_factory_makes_that_says_so() {
        fn begin(log: &Log) -> impl ContextManager<Exit = Strict<()>> {
            transaction(log)
        }

        fn begin_wrapped(log: &Log) -> impl ContextManager<Exit = Strict<()>> {
            Timed(Box::new(transaction(log)))
        }

        let log = Log::new();
        assert_eq!(with!(begin(&log) => { no() }), no());
        assert_eq!(with!(begin_wrapped(&log) => { no() }), no());
        assert_eq!(log.text(), [ROLLED_BACK; 2].join(", "));
    }

    #[test]
    fn one_of_several_that_is_inside() {
        let log = Log::new();
        assert_eq!(with!(log.spy("a"), strict(log.spy("b")) => { no() }), no());
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: error no, exit a: clean"
        );
    }

    #[test]
    fn one_of_several_that_is_outside() {
        let log = Log::new();
        assert_eq!(
            with!(Timed(strict(log.spy("a"))), log.spy("b") => { no() }),
            no()
        );
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: clean, exit a: error no"
        );
    }

    #[test]
    fn one_around_a_nested_statement_and_one_inside() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            with!(Timed(strict(log.spy("a"))) => {
                with!(log.spy("b") => {
                    with!(Timed(strict(log.spy("c"))) => {
                        return no();
                    })
                })
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log), no());
        assert_eq!(
            log.text(),
            "enter a, enter b, enter c, exit c: error no, exit b: clean, exit a: error no"
        );
    }

    fn run<T>(future: impl Future<Output = T>) -> T {
        futures::executor::block_on(future)
    }

    #[test]
    fn an_async_manager_that_says_so_in_its_verdict() {
        struct Session(Log);

        impl AsyncContextManager for Session {
            type Value<'a> = ();
            type Exit = Strict<()>;

            async fn aenter(&mut self) {}

            async fn aexit(&mut self, exc: Option<SendException<'_>>) {
                self.0.note(told(exc.map(Exception::from).as_ref()));
            }
        }

        async fn leave(log: &Log) -> Result<u8, Oops> {
            let mut session = Session(log.clone());
            let wrapped = Timed(Some(Box::new(&mut session)));
            async_with!(wrapped, Session(log.clone()) => {
                return no();
            })
        }

        let log = Log::new();
        assert_eq!(run(leave(&log)), no());
        assert_eq!(log.text(), "error no, error no");
    }

    #[test]
    fn a_generic_async_manager_that_is_bound_to_be() {
        async fn leave<M: AsyncContextManager<Exit = Strict<()>>>(tx: M) -> Result<u8, Oops> {
            async_with!(tx => { no() })
        }

        let log = Log::new();
        assert_eq!(run(leave(Timed(strict(log.spy("tx"))))), no());
        assert_eq!(log.text(), "aenter tx, aexit tx: error no");
    }

    #[test]
    fn a_borrowed_manager_that_is() {
        let log = Log::new();
        let mut tx = transaction(&log);
        assert_eq!(with!(&mut tx => { no() }), no());
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn a_boxed_manager_that_is() {
        let log = Log::new();
        assert_eq!(with!(Box::new(transaction(&log)) => { no() }), no());
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn an_optional_manager_that_is() {
        let log = Log::new();
        assert_eq!(with!(Some(transaction(&log)) => { no() }), no());
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn none_of_these_around_a_manager_that_is_not() {
        let log = Log::new();
        let mut spy = log.spy("tx");
        assert_eq!(with!(&mut spy => { no() }), no());
        assert_eq!(with!(Box::new(spy) => { no() }), no());
        assert_eq!(with!(Some(log.spy("tx")) => { no() }), no());
        assert_eq!(with!(Timed(log.spy("tx")) => { no() }), no());
        assert_eq!(log.text(), [COMMITTED; 4].join(", "));
    }
}

mod verdicts {
    use super::*;

    #[test]
    fn a_suppressed_return_goes_on_behind_the_statement() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            with!(Transaction(log.spy("tx").suppressing()) => {
                return no();
            });
            log.note("next");
            Ok(8)
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(8));
        assert_eq!(log.text(), [ROLLED_BACK, "next"].join(", "));
    }

    #[test]
    fn a_suppressed_break_goes_on_behind_the_statement() {
        let log = Log::new();
        let result = loop {
            with!(Transaction(log.spy("tx").suppressing()) => {
                break no();
            });
            break Ok(8);
        };
        assert_eq!(result, Ok(8));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn a_return_of_ok_is_not_suppressed() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            with!(Transaction(log.spy("tx").suppressing()) => {
                return Ok(7);
            });
            Ok(8)
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(7));
        assert_eq!(log.text(), COMMITTED);
    }

    #[test]
    fn a_failure_replaces_a_returned_err() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            let failed = with!(Transaction(log.spy("tx").failing("disk full")) => {
                if log.len() == 1 {
                    return no();
                }
            });
            assert_eq!(failed, fail("disk full"));
            Ok(8)
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(8));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn a_failure_replaces_a_value_that_is_an_err() {
        let log = Log::new();
        let result: Result<Result<u8, Oops>, Oops> =
            with!(Transaction(log.spy("tx").failing("disk full")) => { no() });
        assert_eq!(result, fail("disk full"));
        assert_eq!(log.text(), ROLLED_BACK);
    }

    #[test]
    fn no_failure_keeps_a_value_that_is_an_err() {
        let log = Log::new();
        let tx = Transaction(log.spy("tx").answering(Ok::<(), Oops>(())));
        assert_eq!(with!(tx => { no() }), Ok(no()));
        assert_eq!(log.text(), ROLLED_BACK);
    }
}

mod the_value {
    use super::*;

    /// Neither `Clone` nor anything else.
    struct Unique(Rc<()>);

    #[test]
    fn leaves_as_it_was() {
        fn leave(log: &Log, unique: Unique) -> Result<(), Unique> {
            with!(transaction(log), transaction(log) => {
                return Err(unique);
            })
        }

        let (log, unique) = (Log::new(), Rc::new(()));
        let Err(Unique(left)) = leave(&log, Unique(unique.clone())) else {
            panic!("it is an error");
        };
        assert!(Rc::ptr_eq(&left, &unique));
        assert_eq!(Rc::strong_count(&unique), 2);
        assert_eq!(log.text().matches("exit tx: error").count(), 2);
    }

    #[test]
    fn leaves_as_it_was_at_the_end_of_the_block() {
        let (log, unique) = (Log::new(), Rc::new(()));
        let value = Unique(unique.clone());
        let result: Result<(), Unique> = with!(transaction(&log) => { Err(value) });
        assert!(result.is_err_and(|Unique(left)| Rc::ptr_eq(&left, &unique)));
    }

    #[test]
    fn may_be_an_ok_of_borrowed_data() {
        fn first<'a>(log: &Log, words: &'a [String]) -> Result<&'a str, Oops> {
            with!(transaction(log) => {
                match words.first() {
                    Some(word) => return Ok(word),
                    None => return Err(Oops("no")),
                }
            })
        }

        let log = Log::new();
        assert_eq!(first(&log, &["word".to_owned()]), Ok("word"));
        assert_eq!(first(&log, &[]), fail("no"));
        assert_eq!(log.text(), [COMMITTED, ROLLED_BACK].join(", "));
    }

    #[test]
    fn may_be_a_some_of_borrowed_data() {
        fn first<'a>(log: &Log, words: &'a [String]) -> Option<&'a str> {
            with!(transaction(log) => { words.first().map(String::as_str) })
        }

        let log = Log::new();
        assert_eq!(first(&log, &["word".to_owned()]), Some("word"));
        assert_eq!(first(&log, &[]), None);
        assert_eq!(
            log.text(),
            [COMMITTED, "enter tx, exit tx: missing"].join(", ")
        );
    }

    #[test]
    fn is_lent_to_exit_like_any_exception() {
        /// Checks what it is told, and changes it.
        struct Change(String);

        impl ContextManager for Change {
            type Value<'a> = ();
            type Exit = Strict<()>;

            fn enter(&mut self) {}

            fn exit(&mut self, exc: Option<Exception<'_>>) {
                self.0 = told(exc.as_ref());
                let mut exc = exc.unwrap();
                assert!(exc.as_error().is_some_and(<dyn Error>::is::<Oops>));
                assert_eq!(exc.type_name(), std::any::type_name::<Oops>());
                assert_eq!(exc.traceback().location(), None);
                *exc.downcast_mut().unwrap() = Oops("changed");
            }
        }

        fn leave(change: &mut Change) -> Result<u8, Oops> {
            with!(change => {
                return no();
            })
        }

        let mut change = Change(String::new());
        assert_eq!(leave(&mut change), fail("changed"));
        assert_eq!(change.0, "error no");
    }

    #[test]
    fn may_be_taken_by_an_exit_that_suppresses() {
        struct Keep(Option<Oops>);

        impl ContextManager for Keep {
            type Value<'a> = ();
            type Exit = Strict<bool>;

            fn enter(&mut self) {}

            fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
                self.0 = exc.and_then(|mut exc| exc.take());
                self.0.is_some()
            }
        }

        fn leave(keep: &mut Keep) -> Result<u8, Oops> {
            with!(keep => {
                return no();
            });
            Ok(8)
        }

        let mut keep = Keep(None);
        assert_eq!(leave(&mut keep), Ok(8));
        assert_eq!(keep.0, Some(Oops("no")));
    }

    #[test]
    fn may_not_be_taken_for_nothing() {
        struct Loses;

        impl ContextManager for Loses {
            type Value<'a> = ();
            type Exit = Strict<()>;

            fn enter(&mut self) {}

            fn exit(&mut self, exc: Option<Exception<'_>>) {
                assert!(exc.unwrap().take::<Oops>().is_some());
            }
        }

        let message = common::panic_message(|| with!(Loses => { no() }));
        assert!(message.contains("took the exception"), "{message}");
    }
}

/// The blocks of managers that are not strict infer their types like plain blocks.
mod inference {
    use super::*;

    #[test]
    fn of_what_an_untyped_closure_returns() {
        let log = Log::new();
        let number = || {
            with!(log.spy("a") => {
                if log.len() == 1 {
                    return 5;
                }
            });
            6
        };
        let number: u16 = number();
        assert_eq!(number, 5);
    }

    #[test]
    fn of_a_collection_whose_type_comes_later() {
        let log = Log::new();
        let numbers = with!(log.spy("a") => { (0..3).collect() });
        let numbers: Vec<u64> = numbers;
        assert_eq!(numbers, [0, 1, 2]);
    }

    #[test]
    fn of_a_default_whose_type_comes_later() {
        let log = Log::new();
        let number = with!(log.spy("a") => { "7".parse().unwrap_or_default() });
        let number: u8 = number;
        assert_eq!(number, 7);
    }

    #[test]
    fn of_a_result_whose_error_comes_later() {
        let log = Log::new();
        let parsed = with!(log.spy("a") => { "7".parse::<u8>().map_err(Into::into) });
        let parsed: Result<u8, Box<dyn Error>> = parsed;
        assert_eq!(parsed.unwrap(), 7);
    }

    #[test]
    fn of_values_that_borrow() {
        let log = Log::new();
        let text = "a b".to_owned();
        let words: Result<Vec<&str>, &str> = with!(log.spy("a") => {
            if text.is_empty() { Err(&text) } else { Ok(text.split(' ').collect()) }
        });
        assert_eq!(words, Ok(vec!["a", "b"]));
    }

    #[test]
    fn of_errors_that_borrow() {
        fn leave<'a>(log: &Log, text: &'a str) -> Result<u8, &'a str> {
            with!(log.spy("a") => {
                return Err(text);
            })
        }

        assert_eq!(leave(&Log::new(), "text"), Err("text"));
    }
}
