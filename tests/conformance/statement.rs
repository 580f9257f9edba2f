//! The statement itself, point by point: what Python does, whether its own tests say so or not.

use std::cell::Cell;
use std::convert::Infallible;
use std::future::pending;
use std::panic::panic_any;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Waker};

use with_runtime::{ContextManager, Exception, with};

use crate::common::{Log, payload};
use crate::spies::{Fault, Raise, by_error, by_panic, spy, told};

#[test]
fn s01_the_expression_then_enter_then_the_target_then_the_block_then_exit() {
    let log = Log::new();
    let make = || {
        log.note("expression");
        spy(&log, "a").entering(|| log.trace("value"))
    };
    with!(make() as value => {
        log.note(format!("block has {}", value.name()));
    });
    assert_eq!(
        log.text(),
        "expression, enter a, block has value, drop value, exit a: clean"
    );
}

#[test]
fn s02_what_fails_before_the_target_is_bound_is_no_affair_of_this_manager() {
    macro_rules! run {
        ($fault:ident $($catch:ident)?) => {
            |log, raise| {
                let raise = |name| if name == $fault { raise(name) } else { Ok(()) };
                let make = || {
                    raise("make")?;
                    Ok::<_, Fault>(spy(log, "a").entering(|| raise("enter")).exiting(|| true))
                };
                with!(make()? as _target? => $($catch)? {
                    log.note("never");
                });
                log.note("never");
                Ok(())
            }
        };
    }

    for (fault, entered) in [("make", ""), ("enter", "enter a, ")] {
        assert_eq!(
            by_error(run!(fault)),
            format!("{entered}raised error {fault}")
        );
        assert_eq!(
            by_panic(run!(fault catch)),
            format!("{entered}raised panic {fault}")
        );
        assert_eq!(
            by_panic(run!(fault)),
            format!("{entered}raised panic {fault}")
        );
    }
}

#[test]
fn s04_exit_is_called_once_however_the_block_is_left() {
    macro_rules! run {
        ($way:ident $($catch:ident)?) => {
            |log, raise| {
                for _ in 0..1 {
                    with!(spy(log, "a") => $($catch)? {
                        match $way {
                            "break" => break,
                            "continue" => continue,
                            "return" => return Ok(()),
                            "raise" => raise("body")?,
                            _ => {}
                        }
                    });
                }
                Ok(())
            }
        };
    }

    for way in ["end", "break", "continue", "return"] {
        assert_eq!(by_error(run!(way)), "enter a, exit a: clean", "{way}");
        assert_eq!(by_error(run!(way catch)), "enter a, exit a: clean", "{way}");
    }
    let way = "raise";
    assert_eq!(
        by_error(run!(way)),
        "enter a, exit a: error body, raised error body"
    );
    assert_eq!(
        by_error(run!(way catch)),
        "enter a, exit a: error body, raised error body"
    );
    assert_eq!(
        by_panic(run!(way catch)),
        "enter a, exit a: panic body, raised panic body"
    );
    assert_eq!(
        by_panic(run!(way)),
        "enter a, exit a: panic, raised panic body"
    );
}

#[test]
fn s05_a_verdict_of_true_stops_no_jump() {
    macro_rules! leave {
        ($($catch:ident)?) => {
            |log: &Log, way: &str| {
                for _ in 0..2 {
                    with!(spy(log, "a").exiting(|| true) => $($catch)? {
                        match way {
                            "break" => break,
                            "continue" => continue,
                            "return" => return,
                            _ => {}
                        }
                    });
                    log.note("next");
                }
                log.note("behind the loop");
            }
        };
    }

    let once = "enter a, exit a: clean";
    for leave in [leave!(), leave!(catch)] {
        for (way, events) in [
            (
                "end",
                format!("{once}, next, {once}, next, behind the loop"),
            ),
            ("break", format!("{once}, behind the loop")),
            ("continue", format!("{once}, {once}, behind the loop")),
            ("return", once.to_owned()),
        ] {
            let log = Log::new();
            leave(&log, way);
            assert_eq!(log.text(), events, "{way}");
        }
    }
}

#[test]
fn s06_the_value_of_a_return_is_made_before_exit_is_called() {
    fn leave(log: &Log, counter: &Cell<u8>) -> u8 {
        with!(spy(log, "a").exiting(|| counter.set(8)) => {
            return counter.replace(7);
        });
    }

    let (log, counter) = (Log::new(), Cell::new(6));
    assert_eq!((leave(&log, &counter), counter.get()), (6, 8));
    assert_eq!(log.text(), "enter a, exit a: clean");
}

#[test]
fn s07_an_exit_that_fails_wins_and_is_not_called_again() {
    macro_rules! run {
        ($way:ident $($catch:ident)?) => {
            |log, raise| {
                for _ in 0..2 {
                    with!(spy(log, "a").exiting(|| raise("exit")) => $($catch)? {
                        match $way {
                            "break" => break,
                            "continue" => continue,
                            "return" => return Ok(()),
                            "raise" => raise("body")?,
                            _ => {}
                        }
                    })?;
                    log.note("never");
                }
                log.note("never");
                Ok(())
            }
        };
    }

    for way in ["end", "break", "continue", "return"] {
        assert_eq!(
            by_error(run!(way)),
            "enter a, exit a: clean, raised error exit",
            "{way}"
        );
        assert_eq!(
            by_panic(run!(way catch)),
            "enter a, exit a: clean, raised panic exit",
            "{way}"
        );
        assert_eq!(
            by_panic(run!(way)),
            "enter a, exit a: clean, raised panic exit",
            "{way}"
        );
    }
    let way = "raise";
    assert_eq!(
        by_error(run!(way)),
        "enter a, exit a: error body, raised error exit"
    );
    assert_eq!(
        by_panic(run!(way catch)),
        "enter a, exit a: panic body, raised panic exit"
    );
    assert_eq!(
        by_panic(run!(way)),
        "enter a, exit a: panic, raised panic body"
    );
}

#[test]
fn s08_a_verdict_of_false_raises_the_very_same_value() {
    fn leave(log: &Log, unique: Arc<()>) -> Result<(), Arc<()>> {
        with!(spy(log, "a").exiting(|| false) => {
            Err(unique)?;
        });
        log.note("never");
        Ok(())
    }

    let (log, unique) = (Log::new(), Arc::new(()));
    let error = leave(&log, unique.clone()).unwrap_err();
    assert!(Arc::ptr_eq(&error, &unique));

    let raised = unique.clone();
    let caught = payload(|| {
        with!(spy(&log, "a").exiting(|| false) => catch {
            panic_any(raised);
        });
    });
    assert!(Arc::ptr_eq(&caught.downcast().unwrap(), &unique));

    let raised = unique.clone();
    let caught = payload(|| {
        with!(spy(&log, "a").exiting(|| false) => {
            if log.len() > 0 {
                panic_any(raised);
            }
        });
    });
    assert!(Arc::ptr_eq(&caught.downcast().unwrap(), &unique));
    assert_eq!(
        log.text(),
        "enter a, exit a: error, enter a, exit a: panic, enter a, exit a: panic"
    );
}

#[test]
fn s08_an_exit_may_raise_what_it_was_given() {
    /// Fails with the exception of the block.
    struct Reraises(Log);

    impl ContextManager for Reraises {
        type Value<'a> = ();
        type Exit = Result<(), Fault>;

        fn enter(&mut self) {}

        fn exit(&mut self, mut exc: Option<Exception<'_>>) -> Result<(), Fault> {
            self.0.note(format!("exit: {}", told(exc.as_mut())));
            exc.and_then(|mut exc| exc.take()).map_or(Ok(()), Err)
        }
    }

    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(spy(log, "a"), Reraises(log.clone()) => $($catch)? {
                    raise("body")?;
                })
            }
        };
    }

    assert_eq!(
        by_error(run!()),
        "enter a, exit: error body, exit a: error body, raised error body"
    );
    assert_eq!(
        by_panic(run!(catch)),
        "enter a, exit: panic body, exit a: error body, raised error body"
    );
    assert_eq!(
        by_panic(run!()),
        "enter a, exit: panic, exit a: panic, raised panic body"
    );
}

#[test]
fn s09_behind_a_suppressed_exception_the_next_statement_is_run() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                for _ in 0..2 {
                    with!(spy(log, "a").exiting(|| true) => $($catch)? {
                        raise("body")?;
                        log.note("never");
                    });
                    log.note("next");
                }
                Ok(())
            }
        };
    }

    assert_eq!(
        by_error(run!()),
        "enter a, exit a: error body, next, enter a, exit a: error body, next"
    );
    assert_eq!(
        by_panic(run!(catch)),
        "enter a, exit a: panic body, next, enter a, exit a: panic body, next"
    );
    assert_eq!(
        by_panic(run!()),
        "enter a, exit a: panic, raised panic body"
    );
}

mod s10 {
    use super::*;

    /// A manager that may fail in its expression, in enter and in exit.
    fn make(
        log: &Log,
        raise: impl Fn(&'static str) -> Result<(), Fault> + Copy + 'static,
    ) -> Result<
        impl for<'a> ContextManager<Value<'a> = Result<(), Fault>, Exit = Result<(), Fault>>,
        Fault,
    > {
        log.note("make b");
        raise("make")?;
        Ok(spy(log, "b")
            .entering(move || raise("enter"))
            .exiting(move || raise("exit")))
    }

    /// Raises only the exception of the name `fault`.
    fn only(
        fault: &'static str,
        raise: Raise,
    ) -> impl Fn(&'static str) -> Result<(), Fault> + Copy + 'static {
        move |name| if name == fault { raise(name) } else { Ok(()) }
    }

    macro_rules! joined {
        ($fault:ident, $verdict:literal $($catch:ident)?) => {
            |log, raise| {
                let raise = only($fault, raise);
                let a = spy(log, "a").exiting(|| $verdict);
                with!(a, make(log, raise)? as _target? => $($catch)? {
                    raise("body")?;
                })?;
                log.note("next");
                Ok(())
            }
        };
    }

    macro_rules! nested {
        ($fault:ident, $verdict:literal $($catch:ident)?) => {
            |log, raise| {
                let raise = only($fault, raise);
                let a = spy(log, "a").exiting(|| $verdict);
                with!(a => $($catch)? {
                    with!(make(log, raise)? as _target? => $($catch)? {
                        raise("body")?;
                    })?;
                });
                log.note("next");
                Ok(())
            }
        };
    }

    /// Where an exception is raised, and what is done before the first manager is told of it.
    const FAULTS: [(&str, &str); 4] = [
        ("make", "enter a, make b"),
        ("enter", "enter a, make b, enter b"),
        ("exit", "enter a, make b, enter b, exit b: clean"),
        ("body", "enter a, make b, enter b, exit b:"),
    ];

    /// The same, where the second manager was told of the exception as of `kind`.
    fn before(events: &str, kind: &str) -> String {
        match events.strip_suffix(':') {
            Some(events) => format!("{events}: {kind}"),
            None => events.to_owned(),
        }
    }

    #[test]
    fn s10_two_managers_are_two_nested_statements() {
        for (fault, events) in FAULTS {
            let told = format!("error {fault}");
            let before = before(events, &told);
            let events = format!("{before}, exit a: {told}, raised {told}");
            assert_eq!(by_error(joined!(fault, false)), events);
            assert_eq!(by_error(nested!(fault, false)), events);
        }
    }

    #[test]
    fn s10_two_managers_are_two_nested_statements_to_a_caught_panic() {
        for (fault, events) in FAULTS {
            let told = format!("panic {fault}");
            let before = before(events, &told);
            let events = format!("{before}, exit a: {told}, raised {told}");
            assert_eq!(by_panic(joined!(fault, false catch)), events);
            assert_eq!(by_panic(nested!(fault, false catch)), events);
        }
    }

    #[test]
    fn s10_two_managers_are_two_nested_statements_to_a_panic() {
        for (fault, events) in FAULTS {
            let before = before(events, "panic");
            let events = format!("{before}, exit a: panic, raised panic {fault}");
            assert_eq!(by_panic(joined!(fault, false)), events);
            assert_eq!(by_panic(nested!(fault, false)), events);
        }
    }

    #[test]
    fn s10_the_first_manager_may_suppress_whatever_stands_behind_it() {
        for (fault, events) in FAULTS {
            let told = format!("error {fault}");
            let before = before(events, &told);
            let events = format!("{before}, exit a: {told}, next");
            assert_eq!(by_error(joined!(fault, true)), events);
            assert_eq!(by_error(nested!(fault, true)), events);
        }
    }

    #[test]
    fn s10_the_first_manager_may_suppress_whatever_panics_behind_it() {
        for (fault, events) in FAULTS {
            let told = format!("panic {fault}");
            let before = before(events, &told);
            let events = format!("{before}, exit a: {told}, next");
            assert_eq!(by_panic(joined!(fault, true catch)), events);
            assert_eq!(by_panic(nested!(fault, true catch)), events);
        }
    }
}

#[test]
fn s11_everything_that_is_raised_is_an_exception() {
    /// An error that doesn't even say what it is.
    struct Mute;

    fn error(log: &Log) -> Result<(), Mute> {
        with!(spy(log, "a").exiting(|| true) => {
            Err(Mute)?;
        });
        log.note("next");
        Ok(())
    }

    fn missing(log: &Log) -> Option<()> {
        with!(spy(log, "a").exiting(|| true) => {
            None::<Infallible>?;
        });
        log.note("next");
        Some(())
    }

    let log = Log::new();
    assert!(error(&log).is_ok());
    assert!(missing(&log).is_some());
    assert_eq!(
        log.text(),
        "enter a, exit a: error, next, enter a, exit a: missing, next"
    );
}

#[test]
fn s11_a_panic_of_any_payload_is_an_exception() {
    struct Mute;

    let log = Log::new();
    with!(spy(&log, "a").exiting(|| true) => catch {
        panic_any(Mute);
    });
    with!(spy(&log, "a").exiting(|| true) => catch {
        unimplemented!();
    });
    assert_eq!(
        log.text(),
        "enter a, exit a: panic, enter a, exit a: panic not implemented"
    );
}

#[test]
fn s12_a_future_that_is_dropped_is_an_exception_that_nothing_follows() {
    let log = Log::new();
    {
        let mut future = pin!(async {
            with!(spy(&log, "a").exiting(|| true), spy(&log, "b").exiting(|| true) => {
                log.note("block");
                pending::<()>().await;
            });
            log.note("never");
        });
        let polled = future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()));
        assert!(polled.is_pending());
        assert_eq!(log.text(), "enter a, enter b, block");
    }
    assert_eq!(
        log.text(),
        "enter a, enter b, block, exit b: interrupted, exit a: interrupted"
    );
}
