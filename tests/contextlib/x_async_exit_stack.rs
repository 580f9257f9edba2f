//! What Python's async stack has no counterpart of: cancellation, unwinding, types.

use std::cell::RefCell;
use std::future::{pending, poll_fn};
use std::panic::{AssertUnwindSafe, panic_any};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use futures::FutureExt;
use futures::executor::block_on;
use with_runtime::contextlib::AsyncExitStack;
use with_runtime::{AsyncContextManager, SendException, async_with};

use crate::async_spies::{enter, note, waits};
use crate::common::{Log, pause};
use crate::spies::{given_there, spy};
use crate::support::Fault;

fn poll_once<F: Future>(future: std::pin::Pin<&mut F>) -> bool {
    future
        .poll(&mut Context::from_waker(Waker::noop()))
        .is_ready()
}

/// What has to be awaited can't be. What hasn't is called, and managers are cancelled.
#[test]
fn cancelled_in_the_block() {
    let log = Log::new();
    let mut future = Box::pin(async {
        async_with!(AsyncExitStack::new() as stack => {
            let copy = log.clone();
            stack.push(move |exc| copy.note(format!("plain: {}", given_there(exc))));
            stack.push_async_exit(note(&log, "async"));
            enter!(stack, waits(&log, "a", || ())).await;
            pending::<()>().await;
        });
    });
    while log.text().is_empty() {
        assert!(!poll_once(future.as_mut()));
    }
    drop(future);
    assert_eq!(log.text(), "aenter a, cancelled a, plain: interrupted");
}

#[test]
fn cancelled_while_an_exit_waits() {
    let log = Log::new();
    let mut future = Box::pin(async {
        async_with!(AsyncExitStack::new() as stack => {
            enter!(stack, waits(&log, "a", || ())).await;
            enter!(stack, waits(&log, "b", || ())).await;
            enter!(stack, waits(&log, "c", || ())).await;
        });
    });
    while !log.text().contains("aexit c") {
        assert!(!poll_once(future.as_mut()));
    }
    drop(future);
    assert_eq!(
        log.text(),
        "aenter a, aenter b, aenter c, aexit c: clean, cancelled b, cancelled a"
    );
}

#[test]
fn a_panic_in_a_bare_block_cancels_managers() {
    let log = Log::new();
    let run = async {
        async_with!(AsyncExitStack::new() as stack => {
            let copy = log.clone();
            stack.push(move |exc| copy.note(format!("plain: {}", given_there(exc))));
            enter!(stack, waits(&log, "a", || ())).await;
            panic!("body");
        })
    };
    assert!(block_on(AssertUnwindSafe(run).catch_unwind()).is_err());
    assert_eq!(log.text(), "aenter a, cancelled a, plain: panic");
}

#[test]
fn a_panic_in_an_exit_cancels_the_others() {
    let log = Log::new();
    let run = async {
        async_with!(AsyncExitStack::new() as stack => {
            enter!(stack, waits(&log, "a", || ())).await;
            stack.push_async_callback(|| async { pause().await; panic_any("exit") });
            enter!(stack, waits(&log, "b", || ())).await;
        });
    };
    assert!(block_on(AssertUnwindSafe(run).catch_unwind()).is_err());
    assert_eq!(
        log.text(),
        "aenter a, aenter b, aexit b: clean, cancelled a"
    );
}

#[test]
fn a_manager_whose_own_exit_panics_is_not_cancelled() {
    let log = Log::new();
    let run = async {
        async_with!(AsyncExitStack::new() as stack => {
            enter!(stack, waits(&log, "a", || ())).await;
            enter!(stack, waits(&log, "b", || -> () { panic!("exit") })).await;
        });
    };
    assert!(block_on(AssertUnwindSafe(run).catch_unwind()).is_err());
    assert_eq!(
        log.text(),
        "aenter a, aenter b, aexit b: clean, cancelled a"
    );
}

#[test]
fn cancelled_while_a_manager_is_entered() {
    let log = Log::new();
    let mut future = Box::pin(async {
        async_with!(AsyncExitStack::new() as stack => {
            enter!(stack, waits(&log, "a", || ())).await;
            enter!(stack, waits(&log, "b", || ())).await;
        });
    });
    assert!(!poll_once(future.as_mut()) && !poll_once(future.as_mut()));
    assert_eq!(log.text(), "aenter a");
    drop(future);
    assert_eq!(log.text(), "aenter a, cancelled a");
}

/// The statement's future cancels them, not the drop of a stack that is only passed to it by reference.
#[test]
fn cancelled_in_the_block_of_a_lent_stack() {
    let log = Log::new();
    let mut stack = AsyncExitStack::new();
    let mut future = Box::pin(async {
        async_with!(&mut stack as stack => {
            enter!(stack, waits(&log, "a", || ())).await;
            pending::<()>().await;
        });
    });
    assert!(!poll_once(future.as_mut()) && !poll_once(future.as_mut()));
    drop(future);
    assert_eq!(log.text(), "aenter a, cancelled a");
}

#[test]
fn managers_are_dropped_between_the_exits() {
    struct Traced(Log, &'static str);

    impl AsyncContextManager for Traced {
        type Value<'a> = ();
        type Exit = ();

        async fn aenter(&mut self) {}

        async fn aexit(&mut self, _: Option<SendException<'_>>) {
            self.0.note(format!("aexit {}", self.1));
        }
    }

    impl Drop for Traced {
        fn drop(&mut self) {
            self.0.note(format!("drop {}", self.1));
        }
    }

    let log = Log::new();
    block_on(async {
        async_with!(AsyncExitStack::new() as stack => {
            let copy = log.clone();
            stack.callback(move || copy.note("callback"));
            enter!(stack, Traced(log.clone(), "a")).await;
            enter!(stack, Traced(log.clone(), "b")).await;
        });
    });
    assert_eq!(log.text(), "aexit b, drop b, aexit a, drop a, callback");
}

#[test]
fn a_dropped_stack_cancels_managers() {
    let log = Log::new();
    block_on(async {
        let stack = AsyncExitStack::new();
        enter!(stack, waits(&log, "a", || ())).await;
        let copy = log.clone();
        stack.on_error(move || copy.note("undone"));
    });
    assert_eq!(log.text(), "aenter a, undone, cancelled a");
}

#[test]
fn steps_are_undone_where_the_block_fails() {
    async fn run(log: &Log, fails: bool) -> Result<(), Fault> {
        let copy = log.clone();
        async_with!(AsyncExitStack::new() as stack => {
            stack.on_error_async(move || async move { pause().await; copy.note("undone") });
            if fails { return Err(Fault("no")) }
        });
        Ok(())
    }
    let log = Log::new();
    block_on(run(&log, false)).unwrap();
    assert_eq!(log.text(), "");
    block_on(run(&log, true)).unwrap_err();
    assert_eq!(log.text(), "undone");
}

/// The future can be sent to another thread, whatever is in the stack.
#[test]
fn a_statement_on_a_stack_can_be_spawned() {
    async fn run(log: Log) -> Result<u32, Fault> {
        async_with!(AsyncExitStack::fallible() as stack => {
            let value = enter!(stack, waits(&log, "a", || Ok::<(), Fault>(()))).await;
            let number = stack.enter_context(spy(&log, "plain", || ()));
            let copy = log.clone();
            stack.push_async_callback(move || async move { copy.note("callback") });
            pause().await;
            *number = 1;
            *value += *number;
            *value
        })
    }
    fn is_send<T: Send>(value: T) -> T {
        value
    }
    let log = Log::new();
    let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
    let value = runtime.block_on(async { tokio::spawn(is_send(run(log.clone()))).await.unwrap() });
    assert_eq!(value, Ok(1));
    assert_eq!(
        log.text(),
        "aenter a, enter plain, callback, exit plain: clean, aexit a: clean"
    );
}

/// What isn't `Send` stays outside of the stack, and may be in the block.
#[test]
fn the_block_may_hold_what_can_not_be_sent() {
    let numbers = Rc::new(RefCell::new(0));
    block_on(async {
        async_with!(AsyncExitStack::new() as stack => {
            stack.push_async_callback(|| async { pause().await });
            *numbers.borrow_mut() += 1;
            poll_fn(|_| Poll::Ready(())).await;
        });
    });
    assert_eq!(*numbers.borrow(), 1);
}
