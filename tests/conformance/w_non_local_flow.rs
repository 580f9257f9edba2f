//! `NonLocalFlowControlTestCase`: jumps leave the block for where they go, and exit is called on the way.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use tokio::task::yield_now;
use with_runtime::with;

use crate::common::Log;
use crate::spies::{by_error, by_panic, spy};

#[test]
fn w41_break_leaves_the_enclosing_loop() {
    let (log, mut counter) = (Log::new(), 0);
    loop {
        counter += 1;
        with!(spy(&log, "a") => {
            counter += 10;
            if counter == 11 {
                break;
            }
        });
        counter += 100;
    }
    assert_eq!(counter, 11);
    assert_eq!(log.text(), "enter a, exit a: clean");
}

#[test]
fn w41_break_takes_its_value_along() {
    let log = Log::new();
    let number = loop {
        with!(spy(&log, "a") => {
            break 7;
        });
    };
    assert_eq!(number, 7);
    assert_eq!(log.text(), "enter a, exit a: clean");
}

#[test]
fn w41_break_leaves_the_loop_that_its_label_names() {
    let log = Log::new();
    'outer: for _ in 0..2 {
        for _ in 0..2 {
            with!(spy(&log, "a") => {
                break 'outer;
            });
        }
        log.note("never");
    }
    assert_eq!(log.text(), "enter a, exit a: clean");
}

#[test]
fn w42_continue_goes_on_with_the_enclosing_loop() {
    let (log, mut counter) = (Log::new(), 0);
    while counter < 2 {
        counter += 1;
        with!(spy(&log, "a") => {
            if counter == 1 {
                continue;
            }
            log.note("block");
        });
        counter += 10;
    }
    assert_eq!(counter, 12);
    assert_eq!(
        log.text(),
        "enter a, exit a: clean, enter a, block, exit a: clean"
    );
}

#[test]
fn w42_continue_goes_on_with_the_loop_that_its_label_names() {
    let log = Log::new();
    'outer: for _ in 0..2 {
        for _ in 0..2 {
            with!(spy(&log, "a") => {
                continue 'outer;
            });
        }
        log.note("never");
    }
    assert_eq!(log.text(), "enter a, exit a: clean, enter a, exit a: clean");
}

#[test]
fn w43_return_returns_from_the_enclosing_function() {
    fn leave(log: &Log) -> u8 {
        let mut counter = 0;
        loop {
            counter += 1;
            with!(spy(log, "a") => {
                counter += 10;
                return counter;
            });
        }
    }

    let log = Log::new();
    assert_eq!(leave(&log), 11);
    assert_eq!(log.text(), "enter a, exit a: clean");
}

#[test]
fn w44_the_manager_stays_entered_while_the_block_is_suspended() {
    let log = Log::new();
    let mut future = pin!(async {
        with!(spy(&log, "a") => {
            log.note("12");
            yield_now().await;
            log.note("13");
            yield_now().await;
        });
    });
    let mut poll = || {
        future
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()))
    };

    assert_eq!(poll(), Poll::Pending);
    assert_eq!(log.text(), "enter a, 12");
    assert_eq!(poll(), Poll::Pending);
    assert_eq!(log.text(), "enter a, 12, 13");
    assert_eq!(poll(), Poll::Ready(()));
    assert_eq!(log.text(), "enter a, 12, 13, exit a: clean");
}

#[test]
fn w45_an_exception_skips_what_follows_the_statement() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                log.note("1");
                with!(spy(log, "a") => $($catch)? {
                    log.note("10");
                    raise("body")?;
                });
                log.note("100");
                Ok(())
            }
        };
    }

    assert_eq!(
        by_error(run!()),
        "1, enter a, 10, exit a: error body, raised error body"
    );
    assert_eq!(
        by_panic(run!(catch)),
        "1, enter a, 10, exit a: panic body, raised panic body"
    );
    assert_eq!(
        by_panic(run!()),
        "1, enter a, 10, exit a: panic, raised panic body"
    );
}
