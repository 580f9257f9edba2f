//! `TestAsyncExitStack`, but for the rows about chains of failures.

use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Waker};

use futures::executor::block_on;
use with_runtime::contextlib::AsyncExitStack;
use with_runtime::{ContextManager, Exception, async_with};

use crate::async_spies::{both, enter, note, waits};
use crate::common::{Log, pause, refused};
use crate::spies::{given_there, spy};
use crate::support::Fault;

#[test]
fn a24_async_callbacks_are_awaited_one_after_another_in_reverse() {
    let log = Log::new();
    block_on(async {
        async_with!(AsyncExitStack::new() as stack => {
            for name in ["1", "2", "3"] {
                let log = log.clone();
                stack.push_async_callback(move || async move {
                    log.note(format!("{name} starts"));
                    pause().await;
                    log.note(format!("{name} ends"));
                });
            }
        });
    });
    assert_eq!(
        log.text(),
        "3 starts, 3 ends, 2 starts, 2 ends, 1 starts, 1 ends"
    );
}

#[test]
fn a25_pushed_exits_of_both_kinds_are_given_the_exception_until_one_suppresses() {
    let expected = "6: KIND body, 5: KIND body, 3: clean, 2: clean, 1: clean, after";
    both(expected, async |log, raise| {
        async_with!(AsyncExitStack::suppressing() as stack => catch {
            stack.push_async_exit(note(log, "1"));
            let copy = log.clone();
            stack.push(move |exc| copy.note(format!("2: {}", given_there(exc))));
            stack.push_async_exit(note(log, "3"));
            stack.push_async_exit(|exc| {
                let suppressed = exc.is_some();
                async move { pause().await; suppressed }
            });
            let copy = log.clone();
            stack.push(move |exc| copy.note(format!("5: {}", given_there(exc))));
            stack.push_async_exit(note(log, "6"));
            raise("body")?;
        });
        log.note("after");
        Ok(())
    });
}

#[test]
fn a26_an_entered_async_manager_lends_its_value() {
    let log = Log::new();
    let sum = block_on(async {
        async_with!(AsyncExitStack::new() as stack => {
            let copy = log.clone();
            stack.push_async_callback(move || async move { copy.note("callback") });
            let x = enter!(stack, waits(&log, "a", || ())).await;
            let y = enter!(stack, waits(&log, "b", || ())).await;
            (*x, *y) = (1, 2);
            pause().await;
            *x + *y
        })
    });
    assert_eq!(sum, 3);
    assert_eq!(
        log.text(),
        "aenter a, aenter b, aexit b: clean, aexit a: clean, callback"
    );
}

/// Dropped while it waits to be entered, it isn't.
#[test]
fn a27_a_manager_that_is_not_entered_is_not_registered() {
    let log = Log::new();
    block_on(async {
        async_with!(AsyncExitStack::new() as stack => {
            enter!(stack, waits(&log, "a", || ())).await;
            let mut entering = pin!(enter!(stack, waits(&log, "b", || ())));
            assert!(entering.as_mut().poll(&mut Context::from_waker(Waker::noop())).is_pending());
        });
    });
    assert_eq!(log.text(), "aenter a, aexit a: clean");
}

#[test]
fn a28_failures_are_given_to_the_exits_beneath() {
    let expected = "aenter first, 2: KIND body, aexit first: error second, raised error first";
    both(expected, async |log, raise| {
        async_with!(AsyncExitStack::fallible() as stack => catch {
            enter!(stack, waits(log, "first", || Err::<(), _>(Fault("first")))).await;
            stack.push_async_callback(|| async { pause().await; Err::<(), _>(Fault("second")) });
            stack.push_async_exit(note(log, "2"));
            raise("body")?
        })
    });
}

#[test]
fn a31_an_empty_stack_does_nothing() {
    assert_eq!(
        block_on(async { async_with!(AsyncExitStack::new() => { 5 }) }),
        5
    );
    both("raised KIND body", async |_, raise| {
        async_with!(AsyncExitStack::new() => catch { raise("body")? });
        Ok(())
    });
}

#[test]
fn a36_a_closed_stack_has_nothing_left_to_call() {
    let log = Log::new();
    block_on(async {
        async_with!(AsyncExitStack::new() as stack => {
            stack.push_async_exit(note(&log, "1"));
            stack.aclose().await;
            log.note("closed");
        });
    });
    assert_eq!(log.text(), "1: clean, closed");
}

#[test]
fn a37_pop_all_moves_exits_of_both_kinds() {
    let log = Log::new();
    block_on(async {
        let mut kept = async_with!(AsyncExitStack::new() as stack => {
            let copy = log.clone();
            stack.callback(move || copy.note("1"));
            stack.push_async_exit(note(&log, "2"));
            enter!(stack, waits(&log, "3", || ())).await;
            stack.pop_all()
        });
        log.note("after");
        kept.aclose().await;
    });
    assert_eq!(log.text(), "aenter 3, after, aexit 3: clean, 2: clean, 1");
}

#[test]
fn a49_a_hundred_thousand_exits_need_no_stack() {
    const MANY: u32 = 100_000;
    let called = Arc::new(Mutex::new(0));
    block_on(async {
        async_with!(AsyncExitStack::new() as stack => {
            for _ in 0..MANY {
                let called = called.clone();
                stack.push_async_callback(move || async move { *called.lock().unwrap() += 1 });
            }
        });
    });
    assert_eq!(*called.lock().unwrap(), MANY);
}

/// It is a row of `TestExitStack`, on the async stack.
#[test]
fn a32_plain_callbacks_are_called_in_reverse() {
    let log = Log::new();
    block_on(async {
        async_with!(AsyncExitStack::new() as stack => {
            for name in ["1", "2", "3"] {
                let log = log.clone();
                stack.callback(move || log.note(name));
            }
        });
    });
    assert_eq!(log.text(), "3, 2, 1");
}

#[test]
fn a33_pushed_plain_exits_are_given_the_exception_until_one_suppresses() {
    let expected =
        "6: KIND body, 5: KIND body, exit 4: KIND body, 3: clean, exit 2: clean, 1: clean, after";
    both(expected, async |log, raise| {
        let note = |name: &'static str| {
            let log = log.clone();
            move |exc: Option<Exception<'_>>| log.note(format!("{name}: {}", given_there(exc)))
        };
        let exit = |name: &'static str, suppresses: bool| {
            let exit = note(name);
            move |exc: Option<Exception<'_>>| {
                exit(exc);
                suppresses
            }
        };
        async_with!(AsyncExitStack::suppressing() as stack => catch {
            stack.push(note("1"));
            stack.push(exit("exit 2", false));
            stack.push(note("3"));
            stack.push(exit("exit 4", true));
            stack.push(note("5"));
            stack.push(note("6"));
            raise("body")?;
        });
        log.note("after");
        Ok(())
    });
}

#[test]
fn a34_a_plain_manager_is_entered_beside_async_ones() {
    let log = Log::new();
    block_on(async {
        async_with!(AsyncExitStack::new() as stack => {
            let copy = log.clone();
            stack.callback(move || copy.note("callback"));
            *stack.enter_context(spy(&log, "plain", || ())) = 1;
            enter!(stack, waits(&log, "async", || ())).await;
        });
    });
    assert_eq!(
        log.text(),
        "enter plain, aenter async, aexit async: clean, exit plain: clean, callback"
    );
}

#[test]
fn a35_a_plain_manager_that_fails_to_be_entered_is_not_registered() {
    struct Fails;

    impl ContextManager for Fails {
        type Value<'a> = Result<u8, Fault>;
        type Exit = ();

        fn enter(&mut self) -> Result<u8, Fault> {
            Err(Fault("enter"))
        }

        fn exit(&mut self, _: Option<Exception<'_>>) {
            unreachable!("it was not entered")
        }
    }

    let expected = "aenter first, aexit first: error enter, raised error enter";
    both(expected, async |log, _| {
        async_with!(AsyncExitStack::new() as stack => {
            enter!(stack, waits(log, "first", || ())).await;
            stack.try_enter_context(Fails)?;
            unreachable!("it failed")
        })
    });
}

#[test]
fn a38_where_all_exits_decline_the_exception_propagates() {
    both("1: KIND body, raised KIND body", async |log, raise| {
        async_with!(AsyncExitStack::suppressing() as stack => catch {
            stack.push_async_exit(note(log, "1"));
            raise("body")?;
        });
        Ok(())
    });
}

#[test]
fn a39_one_exit_suppresses() {
    both(
        "aenter a, aexit a: KIND body, 1: clean",
        async |log, raise| {
            async_with!(AsyncExitStack::suppressing() as stack => catch {
                stack.push_async_exit(note(log, "1"));
                enter!(stack, waits(log, "a", || true)).await;
                raise("body")?;
            });
            Ok(())
        },
    );
}

#[test]
fn a47_a_pushed_exit_suppresses_the_exception_of_the_block() {
    both("KIND body, after", async |log, raise| {
        async_with!(AsyncExitStack::suppressing() as stack => catch {
            let copy = log.clone();
            stack.push(move |exc| { copy.note(given_there(exc)); true });
            raise("body")?;
        });
        log.note("after");
        Ok(())
    });
}

#[test]
fn a27_a_plain_manager_is_refused_by_enter_async_context() {
    refused(
        "async-stack-entered-by-a-plain-manager",
        "error[E0277]: `Plain` is not an async context manager",
        &[],
    );
}

#[test]
fn a35_an_async_manager_is_refused_by_enter_context() {
    refused(
        "async-stack-entered-by-no-plain-manager",
        "error[E0277]: `Async` is not a context manager",
        &[],
    );
}
