//! `ExceptionalTestCase`: what managers are told of an exception that they don't suppress.

use std::any::Any;
use std::future::pending;
use std::hint::black_box;
use std::iter;
use std::panic::{panic_any, resume_unwind};
use std::pin::pin;
use std::task::{Context, Waker};

use with_runtime::{ContextManager, Exception, Missing, Misuse, with};

use crate::common::{Log, payload};
use crate::spies::{Fault, by_error, by_panic, nested, source, spy};

#[test]
fn w29_exit_is_told_of_the_very_exception_which_goes_on() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                let mut manager = source(log, "a");
                let resource = manager.resource();
                log.note("before");
                let result = (|| {
                    with!(&mut manager as inside => $($catch)? {
                        assert!(inside.is_live());
                        raise("body")?;
                    });
                    log.note("never");
                    Ok(())
                })();
                assert!(resource.is_stopped());
                result
            }
        };
    }

    assert_eq!(
        by_error(run!()),
        "before, enter a, exit a: error body, raised error body"
    );
    assert_eq!(
        by_panic(run!(catch)),
        "before, enter a, exit a: panic body, raised panic body"
    );
    assert_eq!(
        by_panic(run!()),
        "before, enter a, exit a: panic, raised panic body"
    );
}

#[test]
fn w31_nested_statements_are_told_of_the_same_exception_the_inner_one_first() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(spy(log, "a") => $($catch)? {
                    with!(spy(log, "b") => $($catch)? {
                        raise("body")?;
                    });
                    log.note("never");
                });
                log.note("never");
                Ok(())
            }
        };
    }

    assert_eq!(
        by_error(run!()),
        "enter a, enter b, exit b: error body, exit a: error body, raised error body"
    );
    assert_eq!(
        by_panic(run!(catch)),
        "enter a, enter b, exit b: panic body, exit a: panic body, raised panic body"
    );
    assert_eq!(
        by_panic(run!()),
        "enter a, enter b, exit b: panic, exit a: panic, raised panic body"
    );
}

#[test]
fn w32_a_manager_made_of_others_tells_each_of_them() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(nested(log, [spy(log, "a"), spy(log, "b")]) => $($catch)? {
                    raise("body")?;
                });
                log.note("never");
                Ok(())
            }
        };
    }

    let entered = "enter nested, enter a, enter b";
    assert_eq!(
        by_error(run!()),
        format!(
            "{entered}, exit b: error body, exit a: error body, exit nested: error body, raised error body"
        )
    );
    assert_eq!(
        by_panic(run!(catch)),
        format!(
            "{entered}, exit b: panic body, exit a: panic body, exit nested: panic body, raised panic body"
        )
    );
    assert_eq!(
        by_panic(run!()),
        format!("{entered}, exit b: panic, exit a: panic, exit nested: panic, raised panic body")
    );
}

#[test]
fn w33_an_exception_before_the_inner_statement_leaves_it_untouched() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(spy(log, "a") => $($catch)? {
                    raise("body")?;
                    with!(spy(log, "b") => $($catch)? {});
                });
                log.note("never");
                Ok(())
            }
        };
    }

    assert_eq!(
        by_error(run!()),
        "enter a, exit a: error body, raised error body"
    );
    assert_eq!(
        by_panic(run!(catch)),
        "enter a, exit a: panic body, raised panic body"
    );
    assert_eq!(
        by_panic(run!()),
        "enter a, exit a: panic, raised panic body"
    );
}

#[test]
fn w34_an_exception_behind_the_inner_statement_is_told_to_the_outer_one_only() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(spy(log, "a") => $($catch)? {
                    with!(spy(log, "b") => $($catch)? {});
                    raise("body")?;
                });
                log.note("never");
                Ok(())
            }
        };
    }

    let inner = "enter a, enter b, exit b: clean";
    assert_eq!(
        by_error(run!()),
        format!("{inner}, exit a: error body, raised error body")
    );
    assert_eq!(
        by_panic(run!(catch)),
        format!("{inner}, exit a: panic body, raised panic body")
    );
    assert_eq!(
        by_panic(run!()),
        format!("{inner}, exit a: panic, raised panic body")
    );
}

/// Notes the type of an exception, and declines to suppress it.
struct Declines<'l>(&'l Log);

impl ContextManager for Declines<'_> {
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = bool;

    fn enter(&mut self) {}

    fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
        self.0.note(exc.expect("the block raises").type_name());
        false
    }
}

#[test]
fn w30_a_panic_of_the_language_is_an_exception_with_a_text() {
    let log = Log::new();
    let caught = payload(|| {
        with!(spy(&log, "a") => catch {
            log.note((1 / black_box(0)).to_string());
        });
    });
    assert_eq!(caught.downcast_ref(), Some(&"attempt to divide by zero"));

    let caught = payload(|| {
        with!(spy(&log, "a") => catch {
            log.note([1][black_box(2)].to_string());
        });
    });
    let message = caught.downcast::<String>().unwrap();
    assert!(message.starts_with("index out of bounds"));
    assert_eq!(
        log.text(),
        "enter a, exit a: panic attempt to divide by zero, \
         enter a, exit a: panic index out of bounds: the len is 1 but the index is 2"
    );
}

#[test]
fn w30_a_panic_of_the_language_passes_through_a_bare_block() {
    let log = Log::new();
    let caught = payload(|| {
        with!(spy(&log, "a") => {
            log.note((1 / black_box(0)).to_string());
        });
    });
    assert_eq!(caught.downcast_ref(), Some(&"attempt to divide by zero"));
    assert_eq!(log.text(), "enter a, exit a: panic");
}

#[test]
fn w35_an_error_of_the_librarys_own_type_is_raised_like_any_other() {
    fn missing(log: &Log) -> Result<(), Missing> {
        with!(Declines(log) => {
            Err(Missing)?;
        });
        log.note("never");
        Ok(())
    }

    fn misuse(log: &Log) -> Result<(), Misuse> {
        with!(Declines(log) => {
            Err(Misuse::Taken)?;
        });
        log.note("never");
        Ok(())
    }

    let log = Log::new();
    assert_eq!(missing(&log), Err(Missing));
    assert_eq!(misuse(&log), Err(Misuse::Taken));
    assert_eq!(
        log.text(),
        "with_runtime::error::Missing, with_runtime::error::Misuse"
    );
}

#[test]
fn w36_an_error_that_says_nothing_is_raised_if_exit_declines() {
    fn leave(log: &Log) -> Result<(), ()> {
        with!(Declines(log) => {
            Err(())?;
        });
        log.note("never");
        Ok(())
    }

    let log = Log::new();
    assert_eq!(leave(&log), Err(()));
    assert_eq!(log.text(), "()");
}

#[test]
fn w37_the_end_of_an_iterator_is_raised_as_missing() {
    fn leave(log: &Log) -> Option<u8> {
        with!(spy(log, "a").exiting(|| false) => {
            log.note(iter::empty::<u8>().next()?.to_string());
        });
        Some(7)
    }

    let log = Log::new();
    assert_eq!(leave(&log), None);
    assert_eq!(log.text(), "enter a, exit a: missing");
}

#[test]
fn w38_a_future_that_is_dropped_is_no_end_of_the_block() {
    let log = Log::new();
    {
        let mut future = pin!(async {
            with!(spy(&log, "a").exiting(|| true) => {
                pending::<()>().await;
            });
            log.note("never");
        });
        let polled = future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()));
        assert!(polled.is_pending());
        assert_eq!(log.text(), "enter a");
    }
    assert_eq!(log.text(), "enter a, exit a: interrupted");
}

#[test]
fn w39_a_payload_that_is_the_payload_of_another_panic_is_raised_if_exit_declines() {
    let log = Log::new();
    let caught = payload(|| {
        with!(spy(&log, "a").exiting(|| false) => catch {
            resume_unwind(Box::new(payload(|| panic_any(Fault("body")))));
        });
    });
    let inner = caught.downcast::<Box<dyn Any + Send>>().unwrap();
    assert_eq!(inner.downcast_ref(), Some(&Fault("body")));
    assert_eq!(log.text(), "enter a, exit a: panic");
}

#[test]
fn w40_a_verdict_of_true_suppresses() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(spy(log, "a").exiting(|| Ok::<_, Fault>(true)) => $($catch)? {
                    raise("body")?;
                })?;
                log.note("next");
                Ok(())
            }
        };
    }

    assert_eq!(by_error(run!()), "enter a, exit a: error body, next");
    assert_eq!(by_panic(run!(catch)), "enter a, exit a: panic body, next");
    assert_eq!(
        by_panic(run!()),
        "enter a, exit a: panic, raised panic body"
    );
}

#[test]
fn w40_a_verdict_of_false_raises_the_original() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(spy(log, "a").exiting(|| Ok::<_, Fault>(false)) => $($catch)? {
                    raise("body")?;
                })?;
                log.note("never");
                Ok(())
            }
        };
    }

    assert_eq!(
        by_error(run!()),
        "enter a, exit a: error body, raised error body"
    );
    assert_eq!(
        by_panic(run!(catch)),
        "enter a, exit a: panic body, raised panic body"
    );
    assert_eq!(
        by_panic(run!()),
        "enter a, exit a: panic, raised panic body"
    );
}

#[test]
fn w40_a_verdict_that_fails_replaces_the_exception() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(spy(log, "a").exiting(|| raise("exit").map(|()| true)) => $($catch)? {
                    raise("body")?;
                })?;
                log.note("never");
                Ok(())
            }
        };
    }

    assert_eq!(
        by_error(run!()),
        "enter a, exit a: error body, raised error exit"
    );
    assert_eq!(
        by_panic(run!(catch)),
        "enter a, exit a: panic body, raised panic exit"
    );
    assert_eq!(
        by_panic(run!()),
        "enter a, exit a: panic, raised panic body"
    );
}

#[test]
fn w40_an_error_of_exit_replaces_a_panic_and_a_panic_of_exit_an_error() {
    let error_of_exit = by_panic(|log, raise| {
        with!(spy(log, "a").exiting(|| Err::<(), _>(Fault("exit"))) => catch {
            raise("body")?;
        })
    });
    assert_eq!(
        error_of_exit,
        "enter a, exit a: panic body, raised error exit"
    );

    let panic_of_exit = by_error(|log, raise| {
        with!(spy(log, "a").exiting::<(), _>(|| panic_any(Fault("exit"))) => catch {
            raise("body")?;
        });
        log.note("never");
        Ok(())
    });
    assert_eq!(
        panic_of_exit,
        "enter a, exit a: error body, raised panic exit"
    );
}
