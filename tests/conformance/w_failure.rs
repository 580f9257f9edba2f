//! `FailureTestCase`: what fails before the block is reached, or behind it.

use with_runtime::with;

use crate::common::Log;
use crate::spies::Fault;
use crate::spies::{Raise, Spy, by_error, by_panic, spy};

#[test]
fn w01_an_expression_that_fails_enters_nothing() {
    fn make(log: &Log, raise: Raise) -> Result<Spy, Fault> {
        log.note("make");
        raise("make")?;
        Ok(spy(log, "a"))
    }

    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(make(log, raise)? as _target => $($catch)? {
                    log.note("never");
                });
                log.note("never");
                Ok(())
            }
        };
    }

    assert_eq!(by_error(run!()), "make, raised error make");
    assert_eq!(by_panic(run!(catch)), "make, raised panic make");
    assert_eq!(by_panic(run!()), "make, raised panic make");
}

#[test]
fn w13_an_enter_that_fails_is_not_exited() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(spy(log, "a").entering(|| raise("enter")) as _target? => $($catch)? {
                    log.note("never");
                });
                log.note("never");
                Ok(())
            }
        };
    }

    assert_eq!(by_error(run!()), "enter a, raised error enter");
    assert_eq!(by_panic(run!(catch)), "enter a, raised panic enter");
    assert_eq!(by_panic(run!()), "enter a, raised panic enter");
}

#[test]
fn w14_an_exit_that_fails_behind_a_clean_block_is_raised() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                let value = with!(spy(log, "a").exiting(|| raise("exit")) => $($catch)? {
                    log.note("block");
                    7
                })?;
                log.note(format!("never {value}"));
                Ok(())
            }
        };
    }

    let events = "enter a, block, exit a: clean, raised";
    assert_eq!(by_error(run!()), format!("{events} error exit"));
    assert_eq!(by_panic(run!(catch)), format!("{events} panic exit"));
    assert_eq!(by_panic(run!()), format!("{events} panic exit"));
}
