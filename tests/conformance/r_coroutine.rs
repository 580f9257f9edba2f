//! `CoroutineTest`: the async statement, which is the same one with an enter and an exit that are awaited.

use std::future::{Future, poll_fn};
use std::hint::black_box;
use std::pin::pin;
use std::sync::{Arc, Weak};

use futures::executor::block_on;
use tokio::task::yield_now;
use with_runtime::{AsyncContextManager, SendException, async_with, with};

use crate::common::{Log, panic_message};
use crate::spies::{self, Fault, Raise, spy};

/// What happens where exceptions are errors.
fn by_error(run: impl AsyncFnOnce(&Log, Raise) -> Result<(), Fault>) -> String {
    spies::by_error(|log, raise| block_on(run(log, raise)))
}

/// What happens where exceptions are panics.
fn by_panic(run: impl AsyncFnOnce(&Log, Raise) -> Result<(), Fault>) -> String {
    spies::by_panic(|log, raise| block_on(run(log, raise)))
}

/// The same future, but it notes each time that it waits.
async fn noting_waits<F: Future>(log: &Log, future: F) -> F::Output {
    let mut future = pin!(future);
    poll_fn(|context| {
        let polled = future.as_mut().poll(context);
        if polled.is_pending() {
            log.note("wait");
        }
        polled
    })
    .await
}

#[test]
fn r01_enters_and_exits_are_awaited_one_after_another() {
    macro_rules! run {
        ($($catch:ident)?) => {
            async |log, raise| {
                noting_waits(log, async {
                    async_with!(spy(log, "a"), spy(log, "b").exiting(|| true) => $($catch)? {
                        raise("body")?;
                    });
                    log.note("next");
                    Ok(())
                })
                .await
            }
        };
    }

    let entered = "enter a, wait, enter b, wait";
    assert_eq!(
        by_error(run!()),
        format!("{entered}, exit b: error body, wait, exit a: clean, wait, next")
    );
    assert_eq!(
        by_panic(run!(catch)),
        format!("{entered}, exit b: panic body, wait, exit a: clean, wait, next")
    );
    assert_eq!(
        by_panic(run!()),
        format!("{entered}, cancelled b, cancelled a, raised panic body")
    );
}

#[test]
fn r01_the_outer_manager_is_told_of_what_the_inner_one_does_not_suppress() {
    macro_rules! run {
        ($($catch:ident)?) => {
            async |log, raise| {
                async_with!(spy(log, "a"), spy(log, "b").exiting(|| false) => $($catch)? {
                    raise("body")?;
                });
                log.note("never");
                Ok(())
            }
        };
    }

    let entered = "enter a, enter b";
    assert_eq!(
        by_error(run!()),
        format!("{entered}, exit b: error body, exit a: error body, raised error body")
    );
    assert_eq!(
        by_panic(run!(catch)),
        format!("{entered}, exit b: panic body, exit a: panic body, raised panic body")
    );
    assert_eq!(
        by_panic(run!()),
        format!("{entered}, cancelled b, cancelled a, raised panic body")
    );
}

#[test]
fn r05_a_failed_assertion_leaves_the_block() {
    let log = Log::new();
    let message = panic_message(|| {
        block_on(async {
            async_with!(spy(&log, "a") => catch {
                assert_eq!(log.len(), black_box(7), "not seven");
            });
        });
    });
    assert!(message.ends_with("not seven\n  left: 1\n right: 7"));
    assert_eq!(log.text(), format!("enter a, exit a: panic {message}"));

    let log = Log::new();
    let again = panic_message(|| {
        block_on(async {
            async_with!(spy(&log, "a") => {
                assert_eq!(log.len(), black_box(7), "not seven");
            });
        });
    });
    assert_eq!(again, message);
    assert_eq!(log.text(), "enter a, cancelled a");
}

#[test]
fn r06_an_aenter_that_fails_is_not_exited() {
    macro_rules! run {
        ($($catch:ident)?) => {
            async |log, raise| {
                async_with!(spy(log, "a").entering(|| raise("enter")) as _? => $($catch)? {
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
fn r07_an_aexit_that_fails_replaces_the_exception() {
    macro_rules! run {
        ($($catch:ident)?) => {
            async |log, raise| {
                async_with!(spy(log, "a").exiting(|| raise("exit")) => $($catch)? {
                    raise("body")?;
                })
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
    assert_eq!(by_panic(run!()), "enter a, cancelled a, raised panic body");
}

#[test]
fn r08_an_aexit_that_fails_replaces_every_jump() {
    macro_rules! run {
        ($way:ident $($catch:ident)?) => {
            async |log, raise| {
                for _ in 0..2 {
                    async_with!(spy(log, "a").exiting(|| raise("exit")) => $($catch)? {
                        match $way {
                            "break" => break,
                            "continue" => continue,
                            "return" => return Ok(()),
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
        let events = "enter a, exit a: clean, raised";
        assert_eq!(by_error(run!(way)), format!("{events} error exit"), "{way}");
        assert_eq!(
            by_panic(run!(way catch)),
            format!("{events} panic exit"),
            "{way}"
        );
        assert_eq!(by_panic(run!(way)), format!("{events} panic exit"), "{way}");
    }
}

#[test]
fn r09_an_aexit_that_fails_behind_a_clean_block_is_raised() {
    macro_rules! run {
        ($($catch:ident)?) => {
            async |log, raise| {
                async_with!(spy(log, "a").exiting(|| raise("exit")) => $($catch)? {
                    log.note("block");
                })
            }
        };
    }

    let events = "enter a, block, exit a: clean, raised";
    assert_eq!(by_error(run!()), format!("{events} error exit"));
    assert_eq!(by_panic(run!(catch)), format!("{events} panic exit"));
    assert_eq!(by_panic(run!()), format!("{events} panic exit"));
}

#[test]
fn r10_of_two_exits_that_fail_the_outer_one_is_raised() {
    macro_rules! run {
        ($($catch:ident)?) => {
            async |log, raise| {
                async_with!(spy(log, "a").exiting(|| raise("exit a")) => $($catch)? {
                    async_with!(spy(log, "b").exiting(|| raise("exit b")) => $($catch)? {
                        raise("body")?;
                    })?;
                })
            }
        };
    }

    assert_eq!(
        by_error(run!()),
        "enter a, enter b, exit b: error body, exit a: error exit b, raised error exit a"
    );
    assert_eq!(
        by_panic(run!(catch)),
        "enter a, enter b, exit b: panic body, exit a: panic exit b, raised panic exit a"
    );
    assert_eq!(
        by_panic(run!()),
        "enter a, enter b, cancelled b, cancelled a, raised panic body"
    );
}

#[test]
fn r11_an_aenter_that_fails_is_raised_and_an_aexit_that_would_fail_is_not_called() {
    macro_rules! run {
        ($($catch:ident)?) => {
            async |log, raise| {
                let spy = spy(log, "a").entering(|| raise("enter"));
                async_with!(spy.exiting(|| raise("exit")) as _? => $($catch)? {
                    log.note("never");
                })
            }
        };
    }

    assert_eq!(by_error(run!()), "enter a, raised error enter");
    assert_eq!(by_panic(run!(catch)), "enter a, raised panic enter");
    assert_eq!(by_panic(run!()), "enter a, raised panic enter");
}

#[test]
fn r12_true_suppresses_and_the_next_statement_is_run() {
    macro_rules! run {
        ($($catch:ident)?) => {
            async |log, raise| {
                async_with!(spy(log, "a").exiting(|| true) => $($catch)? {
                    raise("body")?;
                });
                log.note("next");
                Ok(())
            }
        };
    }

    assert_eq!(by_error(run!()), "enter a, exit a: error body, next");
    assert_eq!(by_panic(run!(catch)), "enter a, exit a: panic body, next");
    assert_eq!(by_panic(run!()), "enter a, cancelled a, raised panic body");
}

#[test]
fn r13_an_aexit_that_would_suppress_does_not_suppress_the_failure_of_its_aenter() {
    macro_rules! run {
        ($($catch:ident)?) => {
            async |log, raise| {
                let spy = spy(log, "a").entering(|| raise("enter"));
                async_with!(spy.exiting(|| true) as _? => $($catch)? {
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
fn r14_a_loop_of_awaits_in_the_block_leaves_no_manager_behind() {
    /// A manager that one can see is gone.
    struct Counted(Arc<()>, Log);

    impl AsyncContextManager for Counted {
        type Value<'a> = Weak<()>;
        type Exit = ();

        async fn aenter(&mut self) -> Weak<()> {
            yield_now().await;
            Arc::downgrade(&self.0)
        }

        async fn aexit(&mut self, _: Option<SendException<'_>>) {
            yield_now().await;
            self.1.note("exit");
        }
    }

    let log = Log::new();
    let alive = block_on(async {
        let mut alive = Vec::new();
        for _ in 0..2 {
            async_with!(Counted(Arc::new(()), log.clone()) as weak => {
                for number in 0..3 {
                    yield_now().await;
                    log.note(number.to_string());
                }
                alive.push(weak);
            });
        }
        alive
    });
    assert_eq!(log.text(), "0, 1, 2, exit, 0, 1, 2, exit");
    assert!(alive.iter().all(|weak| weak.upgrade().is_none()));
}

#[tokio::test]
async fn r15_everything_may_suspend_on_a_real_executor() {
    async fn leave(log: Log) -> Result<(), Fault> {
        async_with!(spy(&log, "a") => {
            yield_now().await;
            log.note("block");
            Err(Fault("body"))?;
        });
        log.note("never");
        Ok(())
    }

    let log = Log::new();
    let spawned = tokio::spawn(leave(log.clone()));
    assert_eq!(spawned.await.unwrap(), Err(Fault("body")));
    assert_eq!(log.text(), "enter a, block, exit a: error body");
}

#[test]
fn s13_the_async_statement_is_the_same_one() {
    macro_rules! run {
        ($with:ident, $way:ident $($catch:ident)?) => {
            async |log, raise| {
                for _ in 0..2 {
                    let a = spy(log, "a").exiting(|| true);
                    let b = spy(log, "b").exiting(|| if $way == "exit" { raise("exit") } else { Ok(()) });
                    $with!(a, b => $($catch)? {
                        match $way {
                            "break" => break,
                            "continue" => continue,
                            "return" => return Ok(()),
                            "raise" => raise("body")?,
                            _ => {}
                        }
                        yield_now().await;
                    })?;
                    log.note("next");
                }
                log.note("end");
                Ok(())
            }
        };
    }

    for way in ["end", "break", "continue", "return", "raise", "exit"] {
        assert_eq!(by_error(run!(async_with, way)), by_error(run!(with, way)));
        assert_eq!(
            by_panic(run!(async_with, way catch)),
            by_panic(run!(with, way catch))
        );
    }
}
