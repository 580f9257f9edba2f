//! What fails outside of the block: the expression, enter, and above all exit, whose failure replaces what was pending.
#![allow(clippy::never_loop, reason = "a failure ends them")]

mod common;

use std::convert::Infallible;

use common::{Log, Oops, Spy, fail, panic_message};
use with_runtime::{ContextManager, Exception, Verdict, with};

/// What an outer manager fails with.
#[derive(Clone, Debug, PartialEq)]
struct Outer(&'static str);

impl From<Oops> for Outer {
    fn from(Oops(text): Oops) -> Self {
        Outer(text)
    }
}

impl From<Infallible> for Outer {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

mod exit_fails {
    use super::*;

    #[test]
    fn instead_of_the_blocks_value() {
        let log = Log::new();
        let result = with!(log.spy("a").failing("disk full") => { 7 });
        assert_eq!(result, fail("disk full"));
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn instead_of_a_return() {
        fn leave(log: &Log) -> u8 {
            let result = with!(log.spy("a").failing("disk full") => {
                if log.len() == 1 {
                    return 7;
                }
                6
            });
            assert_eq!(result, fail("disk full"));
            log.note("next");
            8
        }

        let log = Log::new();
        assert_eq!(leave(&log), 8);
        assert_eq!(log.text(), "enter a, exit a: clean, next");
    }

    #[test]
    fn instead_of_a_return_at_the_end_of_the_block() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            with!(log.spy("a").failing("disk full") => {
                return Ok(7);
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("disk full"));
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn instead_of_a_break() {
        let log = Log::new();
        let number = loop {
            let result = with!(log.spy("a").failing("disk full") => {
                if log.len() == 1 {
                    break 7;
                }
            });
            assert_eq!(result, fail("disk full"));
            break 8;
        };
        assert_eq!(number, 8);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn instead_of_a_labelled_break() {
        let log = Log::new();
        let number = 'outer: loop {
            loop {
                let result = with!(log.spy("a").failing("disk full") => {
                    if log.len() == 1 {
                        break 'outer 7;
                    }
                });
                assert_eq!(result, fail("disk full"));
                break 'outer 8;
            }
        };
        assert_eq!(number, 8);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn instead_of_a_continue() {
        let log = Log::new();
        for _ in 0..1 {
            let result = with!(log.spy("a").failing("disk full") => {
                if log.len() == 1 {
                    continue;
                }
            });
            assert_eq!(result, fail("disk full"));
            log.note("next");
        }
        assert_eq!(log.text(), "enter a, exit a: clean, next");
    }

    #[test]
    fn instead_of_a_labelled_continue() {
        let log = Log::new();
        'outer: for _ in 0..1 {
            for _ in 0..1 {
                let result = with!(log.spy("a").failing("disk full") => {
                    if log.len() == 1 {
                        continue 'outer;
                    }
                });
                assert_eq!(result, fail("disk full"));
                log.note("next");
            }
        }
        assert_eq!(log.text(), "enter a, exit a: clean, next");
    }

    #[test]
    fn instead_of_an_exception() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            let result = with!(log.spy("a").failing("disk full") => {
                fail::<()>("oops")?;
            });
            assert_eq!(result, fail("disk full"));
            log.note("next");
            Ok(7)
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(7));
        assert_eq!(log.text(), "enter a, exit a: error oops, next");
    }

    #[test]
    fn instead_of_a_break_of_control_flow() {
        use std::ops::ControlFlow;

        fn leave(log: &Log) -> ControlFlow<u8> {
            let result = with!(log.spy("a").failing("disk full") => {
                ControlFlow::Break(7)?;
            });
            assert_eq!(result, fail("disk full"));
            ControlFlow::Continue(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), ControlFlow::Continue(()));
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn even_if_it_might_have_suppressed() {
        let log = Log::new();
        let spy = log.spy("a").answering(fail::<bool>("disk full"));
        let result = with!(spy => {});
        assert_eq!(result, fail("disk full"));
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn as_an_ok_it_keeps_the_blocks_value() {
        let log = Log::new();
        let result = with!(log.spy("a").answering(Ok::<(), Oops>(())) => { 7 });
        assert_eq!(result, Ok(7));
    }
}

mod exit_panics {
    use super::*;

    #[test]
    fn instead_of_the_blocks_value() {
        let log = Log::new();
        let message = panic_message(|| with!(log.spy("a").panicking("exit") => { 7 }));
        assert_eq!(message, "exit");
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn instead_of_a_return() {
        fn leave(log: &Log) -> u8 {
            with!(log.spy("a").panicking("exit") => {
                return 7;
            });
        }

        let log = Log::new();
        assert_eq!(panic_message(|| leave(&log)), "exit");
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn instead_of_break_and_continue() {
        fn leave(log: &Log, way: u8) {
            'outer: for _ in 0..1 {
                for _ in 0..1 {
                    with!(log.spy("a").panicking("exit") => {
                        match way {
                            0 => break,
                            1 => break 'outer,
                            2 => continue,
                            _ => continue 'outer,
                        }
                    });
                }
                log.note("never");
            }
            log.note("never");
        }

        for way in 0..4 {
            let log = Log::new();
            assert_eq!(panic_message(|| leave(&log, way)), "exit");
            assert_eq!(log.text(), "enter a, exit a: clean");
        }
    }

    #[test]
    fn instead_of_an_exception() {
        fn leave(log: &Log) -> Result<(), Oops> {
            with!(log.spy("a").panicking("exit") => {
                fail::<()>("oops")?;
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(panic_message(|| leave(&log)), "exit");
        assert_eq!(log.text(), "enter a, exit a: error oops");
    }

    #[test]
    fn and_the_managers_around_are_told_of_the_panic() {
        let log = Log::new();
        let message = panic_message(|| {
            with!(log.spy("a") => {
                with!(log.spy("b"), log.spy("c").panicking("exit") => {
                    log.note("block");
                });
            });
        });
        assert_eq!(message, "exit");
        assert_eq!(
            log.text(),
            "enter a, enter b, enter c, block, exit c: clean, exit b: panic, exit a: panic"
        );
    }
}

mod the_managers_around {
    use super::*;

    /// Is told of an exception of type `E`.
    struct Expects<E>(std::marker::PhantomData<E>);

    impl<E: 'static> ContextManager for Expects<E> {
        type Value<'a> = ();
        type Exit = bool;

        fn enter(&mut self) {}

        fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
            exc.is_some_and(|exc| exc.is::<E>())
        }
    }

    fn expects<E: 'static>() -> Expects<E> {
        Expects(std::marker::PhantomData)
    }

    #[test]
    fn are_told_of_the_failure_of_a_joined_exit() {
        let log = Log::new();
        let result = with!(log.spy("a"), log.spy("b").failing("disk full") => {
            log.note("block");
        });
        assert_eq!(result, fail("disk full"));
        assert_eq!(
            log.text(),
            "enter a, enter b, block, exit b: clean, exit a: error disk full"
        );
    }

    #[test]
    fn are_told_of_the_failure_of_a_nested_exit_that_is_raised() {
        fn leave(log: &Log) -> Result<(), Oops> {
            with!(log.spy("a") => {
                with!(log.spy("b").failing("disk full") => {
                    log.note("block");
                })?;
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("disk full"));
        assert_eq!(
            log.text(),
            "enter a, enter b, block, exit b: clean, exit a: error disk full"
        );
    }

    #[test]
    fn are_told_of_no_failure_that_is_handled_in_the_block() {
        let log = Log::new();
        with!(log.spy("a") => {
            let result = with!(log.spy("b").failing("disk full") => {});
            assert_eq!(result, fail("disk full"));
        });
        assert_eq!(log.text(), "enter a, enter b, exit b: clean, exit a: clean");
    }

    #[test]
    fn are_told_of_the_failure_instead_of_the_exception_that_it_replaces() {
        fn leave(log: &Log) -> Result<(), Oops> {
            let result = with!(log.spy("a"), log.spy("b").failing("disk full") => {
                fail::<()>("oops")?;
            });
            log.note("next");
            result
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("disk full"));
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: error oops, exit a: error disk full, next"
        );
    }

    #[test]
    fn are_told_of_the_failure_instead_of_the_jump_that_it_replaces() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            for _ in 0..1 {
                let result = with!(log.spy("a"), log.spy("b").failing("disk full") => {
                    if log.len() == 2 {
                        return Ok(7);
                    }
                    if log.len() == 3 {
                        break;
                    }
                });
                log.note("next");
                assert_eq!(result, fail("disk full"));
            }
            Ok(8)
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(8));
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: clean, exit a: error disk full, next"
        );
    }

    #[test]
    fn may_suppress_the_failure() {
        let log = Log::new();
        let spy = log.spy("b").failing("disk full");
        let result = with!(log.spy("a").suppressing(), spy => {
            log.note("block");
        });
        assert_eq!(result, Ok(()));
        assert_eq!(
            log.text(),
            "enter a, enter b, block, exit b: clean, exit a: error disk full"
        );
    }

    #[test]
    fn may_replace_the_failure_by_their_own() {
        let log = Log::new();
        let outer = log.spy("a").answering(Err::<(), _>(Outer("own")));
        let result = with!(outer, log.spy("b").failing("disk full") => {});
        assert_eq!(result, Err(Outer("own")));
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: clean, exit a: error disk full"
        );
    }

    #[test]
    fn are_given_the_failure_in_its_own_type() {
        let log = Log::new();
        let outer = log.spy("a").answering(Ok::<(), Outer>(()));
        let inner = log.spy("b").failing("disk full");
        let result: Result<(), Outer> = with!(outer, expects::<Oops>(), inner => {});
        assert_eq!(result, Ok(()));
        assert_eq!(log.text(), "enter a, enter b, exit b: clean, exit a: clean");
    }

    #[test]
    fn are_given_an_error_that_is_located_at_the_inner_manager() {
        struct Places(Vec<u32>);

        impl ContextManager for Places {
            type Value<'a> = ();
            type Exit = ();

            fn enter(&mut self) {}

            fn exit(&mut self, exc: Option<Exception<'_>>) {
                let location = exc.and_then(|exc| exc.traceback().location());
                self.0.extend(location.map(std::panic::Location::line));
            }
        }

        let (log, mut places) = (Log::new(), Places(Vec::new()));
        let line = line!() + 3;
        let result = with!(
            &mut places,
            log.spy("a").failing("disk full") => {
                log.note("block");
            }
        );
        assert_eq!(result, fail("disk full"));
        assert_eq!(places.0, [line]);
    }
}

mod joined_verdicts {
    use super::*;

    /// A manager of each verdict, that neither suppresses nor fails.
    struct Four(Log);

    type Flag = Result<bool, Oops>;

    impl Four {
        fn unit(&self) -> Spy {
            self.0.spy("unit")
        }

        fn bool(&self) -> Spy<bool> {
            self.0.spy("bool").answering(false)
        }

        fn result(&self) -> Spy<Result<(), Oops>> {
            self.0.spy("result").answering(Ok(()))
        }

        fn both(&self) -> Spy<Flag> {
            self.0.spy("both").answering(Ok(false))
        }
    }

    /// That what `run` evaluates to is of type `T`, and nothing else.
    fn is<T>(run: impl FnOnce() -> T) -> T {
        run()
    }

    #[test]
    fn keep_the_blocks_value_where_none_can_suppress() {
        type Fallible = Result<u8, Oops>;

        let m = Four(Log::new());
        assert_eq!(is::<u8>(|| with!(m.unit(), m.unit() => { 7 })), 7);
        assert_eq!(
            is::<Fallible>(|| with!(m.unit(), m.result() => { 7 })),
            Ok(7)
        );
        assert_eq!(
            is::<Fallible>(|| with!(m.result(), m.unit() => { 7 })),
            Ok(7)
        );
        assert_eq!(
            is::<Fallible>(|| with!(m.result(), m.result() => { 7 })),
            Ok(7)
        );
    }

    #[test]
    fn have_no_value_where_one_can_suppress() {
        let m = Four(Log::new());
        is::<()>(|| with!(m.unit(), m.bool() => {}));
        is::<()>(|| with!(m.bool(), m.unit() => {}));
        is::<()>(|| with!(m.bool(), m.bool() => {}));
        assert_eq!(m.0.text().matches("clean").count(), 6);
    }

    #[test]
    fn may_fail_without_a_value_where_one_can_fail_and_one_can_suppress() {
        type Fallible = Result<(), Oops>;

        let m = Four(Log::new());
        assert_eq!(is::<Fallible>(|| with!(m.unit(), m.both() => {})), Ok(()));
        assert_eq!(is::<Fallible>(|| with!(m.bool(), m.result() => {})), Ok(()));
        assert_eq!(is::<Fallible>(|| with!(m.bool(), m.both() => {})), Ok(()));
        assert_eq!(is::<Fallible>(|| with!(m.result(), m.bool() => {})), Ok(()));
        assert_eq!(is::<Fallible>(|| with!(m.result(), m.both() => {})), Ok(()));
        assert_eq!(is::<Fallible>(|| with!(m.both(), m.unit() => {})), Ok(()));
        assert_eq!(is::<Fallible>(|| with!(m.both(), m.bool() => {})), Ok(()));
        assert_eq!(is::<Fallible>(|| with!(m.both(), m.result() => {})), Ok(()));
        assert_eq!(is::<Fallible>(|| with!(m.both(), m.both() => {})), Ok(()));
    }

    #[test]
    fn fail_with_the_error_of_the_outermost_manager_that_can_fail() {
        fn outer<V: Verdict<Answer = V> + Clone + Send + 'static>(log: &Log, verdict: V) -> Spy<V> {
            log.spy("outer").answering(verdict)
        }

        let m = Four(Log::new());
        let inner = || m.0.spy("inner").failing("inner");
        let result: Result<u8, Outer> = with!(outer(&m.0, Ok::<(), Outer>(())), inner() => { 7 });
        assert_eq!(result, Err(Outer("inner")));

        let result: Result<(), Outer> = with!(outer(&m.0, Ok::<bool, Outer>(false)), inner() => {});
        assert_eq!(result, Err(Outer("inner")));

        let result: Result<u8, Outer> =
            with!(m.unit(), outer(&m.0, Ok::<(), Outer>(())), m.unit(), inner() => { 7 });
        assert_eq!(result, Err(Outer("inner")));

        let result: Result<(), Oops> = with!(m.bool(), inner(), m.unit() => {});
        assert_eq!(result, fail("inner"));
    }

    #[test]
    fn of_three_managers_are_joined_as_well() {
        let m = Four(Log::new());
        assert_eq!(is::<u8>(|| with!(m.unit(), m.unit(), m.unit() => { 7 })), 7);
        is::<()>(|| with!(m.unit(), m.bool(), m.unit() => {}));
        assert_eq!(
            is::<Result<u8, Oops>>(|| with!(m.unit(), m.result(), m.unit() => { 7 })),
            Ok(7)
        );
        assert_eq!(
            is::<Result<(), Oops>>(|| with!(m.unit(), m.bool(), m.result() => {})),
            Ok(())
        );
    }

    #[test]
    fn leave_the_exception_to_whoever_suppresses_it_first() {
        fn leave(log: &Log) -> Result<(), Oops> {
            with!(log.spy("a").suppressing(), log.spy("b").suppressing() => {
                fail::<()>("oops")?;
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(()));
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: error oops, exit a: clean"
        );
    }
}

/// A manager that can't be entered.
struct Closed<V> {
    log: Log,
    value: V,
}

impl<V: Clone> ContextManager for Closed<V> {
    type Value<'a>
        = V
    where
        Self: 'a;
    type Exit = bool;

    fn enter(&mut self) -> V {
        self.log.note("enter closed");
        self.value.clone()
    }

    fn exit(&mut self, _: Option<Exception<'_>>) -> bool {
        self.log.note("exit closed");
        true
    }
}

/// Its enter fails.
fn closed(log: &Log) -> Closed<Result<&'static str, Oops>> {
    Closed {
        log: log.clone(),
        value: fail("closed"),
    }
}

mod enter_fails {
    use super::*;

    #[test]
    fn and_the_block_is_not_run_and_exit_is_not_called() {
        fn leave(log: &Log) -> Result<(), Outer> {
            with!(closed(log) as door? => {
                log.note(door);
            });
            log.note("never");
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), Err(Outer("closed")));
        assert_eq!(log.text(), "enter closed");
    }

    #[test]
    fn with_no_name_to_see_it_by() {
        fn leave(log: &Log) -> Result<(), Oops> {
            with!(closed(log) as _? => {
                log.note("block");
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("closed"));
        assert_eq!(log.text(), "enter closed");
    }

    #[test]
    fn with_none_where_it_returns_an_option() {
        fn leave(log: &Log) -> Option<()> {
            let (log, value) = (log.clone(), None::<&str>);
            with!(Closed { log: log.clone(), value } as door? => {
                log.note(door);
            });
            Some(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), None);
        assert_eq!(log.text(), "enter closed");
    }

    #[test]
    fn and_the_joined_managers_around_are_told() {
        fn leave(log: &Log) -> Result<(), Outer> {
            with!(log.spy("a"), closed(log) as door?, log.spy("b") => {
                log.note(door);
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), Err(Outer("closed")));
        assert_eq!(log.text(), "enter a, enter closed, exit a: error closed");
    }

    #[test]
    fn and_the_managers_around_a_nested_statement_are_told() {
        fn leave(log: &Log) -> Result<(), Outer> {
            with!(log.spy("a") => {
                with!(closed(log) as door? => {
                    log.note(door);
                });
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), Err(Outer("closed")));
        assert_eq!(log.text(), "enter a, enter closed, exit a: error closed");
    }

    #[test]
    fn and_the_managers_around_are_told_of_a_none() {
        fn leave(log: &Log) -> Option<()> {
            let value = None::<&str>;
            with!(log.spy("a"), Closed { log: log.clone(), value } as door? => {
                log.note(door);
            });
            Some(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), None);
        assert_eq!(log.text(), "enter a, enter closed, exit a: missing");
    }

    #[test]
    fn and_a_manager_around_may_suppress_it() {
        fn leave(log: &Log) -> Result<(), Oops> {
            with!(log.spy("a").suppressing(), closed(log) as door? => {
                log.note(door);
            });
            log.note("next");
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(()));
        assert_eq!(
            log.text(),
            "enter a, enter closed, exit a: error closed, next"
        );
    }

    #[test]
    fn as_a_value_it_is_no_failure() {
        let log = Log::new();
        with!(closed(&log) as door => {
            assert_eq!(door, fail("closed"));
        });
        assert_eq!(log.text(), "enter closed, exit closed");
    }

    #[test]
    fn or_succeeds_and_its_value_is_bound() {
        fn leave(log: &Log) -> Result<(), Oops> {
            let open = Closed {
                log: log.clone(),
                value: Ok("open"),
            };
            with!(open as door? => {
                log.note(door);
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(()));
        assert_eq!(log.text(), "enter closed, open, exit closed");
    }

    #[test]
    fn or_panics_and_exit_is_not_called() {
        struct Panics;

        impl ContextManager for Panics {
            type Value<'a> = ();
            type Exit = ();

            fn enter(&mut self) {
                panic!("enter");
            }

            fn exit(&mut self, _: Option<Exception<'_>>) {
                unreachable!();
            }
        }

        let log = Log::new();
        let message = panic_message(|| {
            with!(log.spy("a"), Panics, log.spy("b") => {
                log.note("block");
            });
        });
        assert_eq!(message, "enter");
        assert_eq!(log.text(), "enter a, exit a: panic");
    }
}

mod the_expression_fails {
    use super::*;

    #[test]
    fn and_nothing_is_called() {
        fn leave(log: &Log, spy: Result<Spy<bool>, Oops>) -> Result<(), Outer> {
            with!(spy? => {
                log.note("block");
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log, fail("no spy")), Err(Outer("no spy")));
        assert_eq!(log.text(), "");
    }

    #[test]
    fn and_the_joined_managers_around_are_told() {
        fn leave(log: &Log, spy: Result<Spy<bool>, Oops>) -> Result<(), Outer> {
            with!(log.spy("a"), spy?, log.spy("b") => {
                log.note("block");
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log, fail("no spy")), Err(Outer("no spy")));
        assert_eq!(log.text(), "enter a, exit a: error no spy");
    }

    #[test]
    fn and_the_managers_around_a_nested_statement_are_told() {
        fn leave(log: &Log, spy: Option<Spy<bool>>) -> Option<()> {
            with!(log.spy("a") => {
                with!(spy? => {
                    log.note("block");
                });
            });
            Some(())
        }

        let log = Log::new();
        assert_eq!(leave(&log, None), None);
        assert_eq!(log.text(), "enter a, exit a: missing");
    }

    #[test]
    fn and_a_manager_around_may_suppress_it() {
        fn leave(log: &Log, spy: Result<Spy, Oops>) -> Result<(), Oops> {
            with!(log.spy("a").suppressing(), spy? => {
                log.note("block");
            });
            log.note("next");
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log, fail("no spy")), Ok(()));
        assert_eq!(log.text(), "enter a, exit a: error no spy, next");
    }

    #[test]
    fn by_a_panic_and_nothing_is_called() {
        fn absent() -> Spy<bool> {
            panic!("no spy")
        }

        let log = Log::new();
        let message = panic_message(|| {
            with!(absent() => {
                log.note("block");
            });
        });
        assert_eq!(message, "no spy");
        assert_eq!(log.text(), "");
    }

    #[test]
    fn by_a_panic_and_the_joined_managers_around_are_told() {
        fn absent() -> Spy<bool> {
            panic!("no spy")
        }

        let log = Log::new();
        let message = panic_message(|| {
            with!(log.spy("a"), absent() => {
                log.note("block");
            });
        });
        assert_eq!(message, "no spy");
        assert_eq!(log.text(), "enter a, exit a: panic");
    }
}
