//! A macro of the user's that has the name of a known one: it is called, with what it was given, and keeps its own loops.

mod common;

use common::{Log, Oops, fail};
use with_runtime::with;

/// Evaluates its argument, whatever a macro of this name does elsewhere.
macro_rules! shadow {
    ($($name:ident)*) => {$(
        mod $name {
            use super::*;

            macro_rules! $name {
                ($value:expr) => {
                    ("called", $value)
                };
            }

            #[test]
            fn it_is_called_and_its_argument_raises() {
                fn run(log: &Log, fails: bool) -> Result<(&'static str, u8), Oops> {
                    with!(log.spy("a") => {
                        let called = $name!(if fails { fail::<u8>("no")? } else { 7 });
                        Ok(called)
                    })
                }

                let log = Log::new();
                std::assert!(run(&log, true).is_err());
                std::assert_eq!(run(&log, false), Ok(("called", 7)));
                std::assert_eq!(log.text(), "enter a, exit a: error no, enter a, exit a: clean");
            }

            #[test]
            fn at_the_end_of_the_block() {
                fn run(log: &Log) -> (&'static str, u8) {
                    with!(log.spy("a") => { $name!(7) })
                }

                let log = Log::new();
                std::assert_eq!(run(&log), ("called", 7));
                std::assert_eq!(log.text(), "enter a, exit a: clean");
            }
        }
    )*};
}

shadow! {
    assert assert_eq cfg column concat dbg debug debug_assert env error event file format info join json line
    log matches module_path option_env parse_quote pin poll print println quote ready select span thread_local
    trace try_join vec warn write writeln
}

/// A macro with a loop around its argument keeps a `break` in it.
macro_rules! keep_their_breaks {
    ($($name:ident)*) => {$(
        #[test]
        fn $name() {
            macro_rules! $name {
                ($block:block) => {
                    loop $block
                };
            }

            let log = Log::new();
            for turn in 0..2 {
                with!(log.spy("a") => {
                    $name!({ if turn < 2 { break } });
                    log.note("after");
                });
            }
            let turn = "enter a, after, exit a: clean";
            std::assert_eq!(log.text(), [turn, turn].join(", "));
        }
    )*};
}

mod a_break {
    use super::*;

    keep_their_breaks! {
        assert dbg event format info join poll print select span trace try_join vec warn write
    }
}

/// By these names a macro is taken for one that raises, and is called in a closure: one that returns an error still does.
#[test]
fn an_ensure_with_one_argument_is_called() {
    macro_rules! ensure {
        ($condition:expr) => {
            if !$condition {
                return Err(Oops("own"));
            }
        };
    }

    fn run(log: &Log, number: Result<u8, Oops>) -> Result<(), Oops> {
        with!(log.spy("a") => {
            ensure!(log.len() == 1);
            ensure!(number? > 3);
        });
        Ok(())
    }

    let log = Log::new();
    assert_eq!(run(&log, Ok(3)), Err(Oops("own")));
    assert_eq!(log.text(), "enter a, exit a: error own");
    let log = Log::new();
    assert_eq!(run(&log, Ok(4)), Ok(()));
    assert_eq!(run(&Log::new(), fail("no")), Err(Oops("no")));
}

#[test]
fn a_ready_that_returns_is_seen() {
    use std::task::{Poll, ready};

    fn run(log: &Log, poll: Poll<u8>) -> Poll<u8> {
        with!(log.spy("a") => {
            let value = ready!(poll);
            Poll::Ready(value + 1)
        })
    }

    let log = Log::new();
    assert_eq!(run(&log, Poll::Pending), Poll::Pending);
    assert_eq!(run(&log, Poll::Ready(1)), Poll::Ready(2));
    assert_eq!(log.text(), "enter a, exit a: clean, enter a, exit a: clean");
}

/// What is taken to panic by its name is checked by the compiler; a function is asked for its type.
#[test]
fn functions_that_return_after_all() {
    mod process {
        pub(super) fn exit(_: u8) {}
        pub(super) fn abort() -> u8 {
            7
        }
    }

    fn resume_unwind(_: u8) {}

    let log = Log::new();
    with!(log.spy("a") => { process::exit(3); });
    with!(log.spy("b") => { resume_unwind(3) });
    assert_eq!(with!(log.spy("c") => { process::abort() }), 7);
    assert_eq!(
        log.text(),
        "enter a, exit a: clean, enter b, exit b: clean, enter c, exit c: clean"
    );
}

mod a_loop_with_a_hidden_break {
    use super::*;

    macro_rules! some_or_break {
        ($option:expr) => {
            match $option {
                Some(value) => value,
                None => break,
            }
        };
    }

    #[test]
    fn comes_to_its_end() {
        let log = Log::new();
        let mut numbers = [1, 2].into_iter();
        with!(log.spy("a") => {
            loop {
                log.note("turn");
                let number = some_or_break!(numbers.next());
                log.note(number.to_string());
            }
        });
        log.note("after");
        assert_eq!(
            log.text(),
            "enter a, turn, 1, turn, 2, turn, exit a: clean, after"
        );
    }

    #[test]
    fn beside_a_return() {
        fn run(log: &Log) -> u8 {
            let mut numbers = [1, 2].into_iter();
            with!(log.spy("a") => {
                loop {
                    if some_or_break!(numbers.next()) == 9 {
                        return 7;
                    }
                }
            });
            8
        }

        let log = Log::new();
        assert_eq!(run(&log), 8);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn under_catch() {
        let log = Log::new();
        let mut numbers = [1, 2].into_iter();
        with!(log.spy("a") => catch {
            loop {
                log.note("turn");
                some_or_break!(numbers.next());
            }
        });
        assert_eq!(log.text(), "enter a, turn, turn, turn, exit a: clean");
    }
}
