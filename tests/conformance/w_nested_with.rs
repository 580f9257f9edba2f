//! `NestedWith`: several managers in one statement, of which each protects all that stands behind it.

use std::panic::Location;

use with_runtime::{ContextManager, Exception, with};

use crate::common::Log;
use crate::spies::{Fault, Raise, Spy, by_error, by_panic, source, spy};

fn make(log: &Log, raise: Raise) -> Result<Spy, Fault> {
    log.note("make b");
    raise("make")?;
    Ok(spy(log, "b"))
}

#[test]
fn w51_both_managers_are_entered_for_the_block() {
    let log = Log::new();
    let (mut a, mut b) = (source(&log, "a"), source(&log, "b"));
    with!(&mut a as x, &mut b as y => {
        assert!(x.is_live() && y.is_live());
        log.note("block");
    });
    assert!(a.resource().is_stopped() && b.resource().is_stopped());
    assert_eq!(
        log.text(),
        "enter a, enter b, block, exit b: clean, exit a: clean"
    );
}

#[test]
fn w52_the_first_is_told_if_the_expression_of_the_second_fails() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(spy(log, "a"), make(log, raise)? => $($catch)? {
                    log.note("never");
                });
                log.note("never");
                Ok(())
            }
        };
    }

    let events = "enter a, make b, exit a:";
    assert_eq!(
        by_error(run!()),
        format!("{events} error make, raised error make")
    );
    assert_eq!(
        by_panic(run!(catch)),
        format!("{events} panic make, raised panic make")
    );
    assert_eq!(
        by_panic(run!()),
        format!("{events} panic, raised panic make")
    );
}

#[test]
fn w52_the_first_may_suppress_the_failure_of_the_expression_of_the_second() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(spy(log, "a").exiting(|| true), make(log, raise)? => $($catch)? {
                    log.note("never");
                });
                log.note("next");
                Ok(())
            }
        };
    }

    let events = "enter a, make b, exit a:";
    assert_eq!(by_error(run!()), format!("{events} error make, next"));
    assert_eq!(by_panic(run!(catch)), format!("{events} panic make, next"));
    assert_eq!(
        by_panic(run!()),
        format!("{events} panic, raised panic make")
    );
}

#[test]
fn w53_the_first_is_told_if_the_enter_of_the_second_fails() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(spy(log, "a"), spy(log, "b").entering(|| raise("enter")) as _? => $($catch)? {
                    log.note("never");
                });
                log.note("never");
                Ok(())
            }
        };
    }

    let events = "enter a, enter b, exit a:";
    assert_eq!(
        by_error(run!()),
        format!("{events} error enter, raised error enter")
    );
    assert_eq!(
        by_panic(run!(catch)),
        format!("{events} panic enter, raised panic enter")
    );
    assert_eq!(
        by_panic(run!()),
        format!("{events} panic, raised panic enter")
    );
}

#[test]
fn w54_the_first_is_told_if_the_exit_of_the_second_fails_and_may_suppress_that() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                let (a, b) = (spy(log, "a"), spy(log, "b"));
                with!(a.exiting(|| true), b.exiting(|| raise("exit")) => $($catch)? {
                    log.note("block");
                })?;
                log.note("next");
                Ok(())
            }
        };
    }

    let events = "enter a, enter b, block, exit b: clean, exit a:";
    assert_eq!(by_error(run!()), format!("{events} error exit, next"));
    assert_eq!(by_panic(run!(catch)), format!("{events} panic exit, next"));
    assert_eq!(
        by_panic(run!()),
        format!("{events} panic, raised panic exit")
    );
}

#[test]
fn w55_each_manager_has_a_target_that_takes_its_value_apart() {
    let log = Log::new();
    let a = spy(&log, "a").entering(|| (1, 2));
    let b = spy(&log, "b").entering(|| (3, 4));
    with!(a as (a1, a2), b as (b1, b2) => {
        assert_eq!([a1, a2, b1, b2], [1, 2, 3, 4]);
    });
    assert_eq!(log.text(), "enter a, enter b, exit b: clean, exit a: clean");
}

#[test]
fn w56_what_fails_is_located_at_its_manager() {
    /// Notes the line that its exception was raised in.
    struct Lines<'l>(&'l mut Vec<u32>);

    impl ContextManager for Lines<'_> {
        type Value<'a>
            = ()
        where
            Self: 'a;
        type Exit = bool;

        fn enter(&mut self) {}

        fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
            let location = exc.and_then(|exc| exc.traceback().location());
            self.0.extend(location.map(Location::line));
            true
        }
    }

    const LINE: u32 = line!();
    fn leave(lines: &mut Vec<u32>) -> Result<(), Fault> {
        let (log, raise): (_, Raise) = (Log::new(), |name| Err(Fault(name)));
        with!(
            Lines(lines),
            make(&log, raise)? => {}
        );
        with!(
            Lines(lines),
            spy(&log, "b").entering(|| raise("enter")) as _? => {}
        );
        with!(
            Lines(lines),
            spy(&log, "b").exiting(|| raise("exit")) => {}
        )
    }

    let mut lines = Vec::new();
    assert_eq!(leave(&mut lines), Ok(()));
    assert_eq!(lines, [LINE + 5, LINE + 9, LINE + 13]);
}

#[test]
fn w56_enter_and_exit_are_called_in_the_users_line() {
    /// Notes the lines that it was called from.
    struct Callers<'l>(&'l mut Vec<u32>);

    impl ContextManager for Callers<'_> {
        type Value<'a>
            = ()
        where
            Self: 'a;
        type Exit = ();

        #[track_caller]
        fn enter(&mut self) {
            self.0.push(Location::caller().line());
        }

        #[track_caller]
        fn exit(&mut self, _: Option<Exception<'_>>) {
            self.0.push(Location::caller().line());
        }
    }

    let mut lines = Vec::new();
    let line = line!() + 1;
    with!(Callers(&mut lines) => {});
    assert_eq!(lines, [line, line]);
}
