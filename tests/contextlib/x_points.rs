//! `ExitStack` and `AsyncExitStack`, point by point.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

use futures::executor::block_on;
use with_runtime::contextlib::{AsyncExitStack, ExitError, ExitStack};
use with_runtime::{ContextManager, Exception, ExceptionKind, async_with, with};

use crate::async_spies::{enter, note, waits};
use crate::common::{Log, Oops, pause, refused};
use crate::scenarios::{Does, Nothing, Suppress, by_stack};
use crate::spies::spy;
use crate::support::{Fault, Raise, both, given};

/// Fails to be entered, by an error or a panic.
struct Raises(Raise);

impl ContextManager for Raises {
    type Value<'a> = Result<(), Fault>;
    type Exit = ();

    fn enter(&mut self) -> Result<(), Fault> {
        (self.0)("enter")
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {
        unreachable!("it was not entered")
    }
}

#[test]
fn x01_the_last_exit_is_called_first_and_each_is_called_once_even_if_it_panics() {
    let log = Log::new();
    let mut stack = ExitStack::suppressing().catching();
    stack.callback(|| log.note("first"));
    stack.callback(|| -> () {
        log.note("panics");
        panic!("no")
    });
    stack.callback(|| log.note("last"));
    stack.push(|exc| exc.is_some());
    let closed = catch_unwind(AssertUnwindSafe(|| stack.close()));
    assert!(closed.is_err());
    assert!(!stack.close());
    assert_eq!(log.text(), "last, panics, first");
}

/// One stack in two statements: the inner one exits everything.
#[test]
fn x02_a_stack_nested_in_itself_is_emptied_by_the_inner_statement() {
    let log = Log::new();
    let mut stack = ExitStack::new();
    with!(&mut stack as outer => {
        outer.callback(|| log.note("first"));
        with!(&mut *outer as inner => { inner.callback(|| log.note("second")) });
        log.note("after the inner one");
    });
    assert_eq!(log.text(), "second, first, after the inner one");
}

/// It surfaces in the block, so that what is there sees it.
#[test]
fn x03_what_fails_to_be_entered_is_an_exception_in_the_block() {
    both(
        "enter there, exit there: KIND enter, raised KIND enter",
        |log, raise| {
            with!(ExitStack::new() as stack => catch {
                stack.enter_context(spy(log, "there", || ()));
                stack.try_enter_context(Raises(raise))?
            });
            Ok(())
        },
    );
}

#[test]
fn x04_a_pushed_exit_has_a_verdict_and_is_not_entered() {
    both("exit pushed: KIND body, after", |log, raise| {
        let mut pushed = spy(log, "pushed", || true);
        with!(ExitStack::suppressing() as stack => catch {
            stack.push(move |exc| pushed.exit(exc));
            raise("body")?;
        });
        log.note("after");
        Ok(())
    });
}

/// Whatever it returns.
#[test]
fn x05_a_callback_does_not_suppress() {
    both("callback, raised KIND body", |log, raise| {
        with!(ExitStack::suppressing() as stack => catch {
            stack.callback(|| { log.note("callback"); true });
            raise("body")?;
        });
        Ok(())
    });
}

#[test]
fn x06_an_exception_that_was_replaced_and_then_suppressed_is_over() {
    let text = by_stack([Nothing, Suppress, Does::Raise("A"), Nothing], Some("body"));
    assert!(
        text.ends_with("1 is given error A, 0 is given clean"),
        "{text}"
    );
}

#[test]
fn x06_a_failure_replaces_the_exception_for_all_that_follow() {
    let text = by_stack(
        [Nothing, Nothing, Nothing, Does::Raise("new")],
        Some("body"),
    );
    assert_eq!(
        text,
        "3 is given error body, 2 is given error new, 1 is given error new, 0 is given error new, raised error new"
    );
}

#[test]
fn x07_after_a_suppression_a_failure_stands_on_its_own() {
    let text = by_stack(
        [Nothing, Does::Raise("new"), Suppress, Nothing],
        Some("body"),
    );
    assert!(
        text.ends_with("1 is given clean, 0 is given error new, raised error new"),
        "{text}"
    );
}

#[test]
fn x07_an_exit_suppresses_the_failure_of_another_after_a_clean_block() {
    let text = by_stack([Nothing, Suppress, Does::Raise("new"), Nothing], None);
    assert!(
        text.ends_with("1 is given error new, 0 is given clean"),
        "{text}"
    );
}

#[test]
fn x08_a_verdict_without_an_exception_is_ignored() {
    let log = Log::new();
    for number in 0.. {
        with!(ExitStack::suppressing() as stack => {
            stack.push(|exc| { log.note(given(exc.as_ref())); true });
            if number == 1 {
                break;
            }
        });
        log.note("after");
    }
    assert_eq!(log.text(), "clean, after, clean");
}

/// What was suppressed among the exits alone is no business of the statement's.
#[test]
fn x08_without_an_exception_the_verdict_is_that_nothing_was_suppressed() {
    let mut stack = ExitStack::fallible_suppressing();
    stack.push(|exc| Ok(exc.is_some()));
    stack.callback(|| Err::<(), _>(Fault("suppressed")));
    assert_eq!(stack.close(), Ok(false));
    stack.push(|_| Ok(true));
    assert_eq!(stack.exit(None), Ok(false));
}

/// Python counts that as raising; the same exception leaves.
#[test]
fn x09_an_exit_may_raise_what_it_was_given() {
    let text = by_stack([Nothing, Does::Reraise, Nothing, Nothing], Some("body"));
    assert!(
        text.ends_with("0 is given error body, raised error body"),
        "{text}"
    );
}

#[test]
fn x10_an_exit_says_what_its_failure_replaces() {
    let failed: Result<(), ExitError<Oops>> = with!(ExitStack::fallible() as stack => {
        stack.push(|exc| Err::<(), _>(ExitError::new(Oops("outer"), exc)));
        stack.push(|exc| Err::<(), _>(ExitError::new(Oops("inner"), exc)));
    });
    let failed = failed.unwrap_err();
    assert_eq!(
        failed.context().unwrap().to_string(),
        "while handling: inner"
    );
}

#[test]
fn x11_close_exits_all_and_fails_with_the_last_failure() {
    let log = Log::new();
    let mut stack = ExitStack::fallible();
    for name in ["1", "2"] {
        let log = &log;
        stack.push(move |exc| {
            log.note(given(exc.as_ref()));
            Err::<(), _>(Fault(name))
        });
    }
    assert_eq!(stack.close(), Err(Fault("1")));
    assert_eq!(stack.close(), Ok(()));
    stack.callback(|| log.note("filled again"));
    assert_eq!(stack.close(), Ok(()));
    assert_eq!(log.text(), "clean, error 2, filled again");
}

#[test]
fn x12_pop_all_calls_nothing_and_leaves_an_empty_stack_of_the_same_kind() {
    let called = Cell::new(0);
    let mut stack = ExitStack::fallible_suppressing().catching();
    stack.callback(|| called.set(called.get() + 1));
    stack.push(|exc| Ok::<_, Fault>(exc.is_some_and(|exc| exc.kind() == ExceptionKind::Panic)));
    let mut kept = stack.pop_all();
    stack.push(|exc| Ok(exc.is_some_and(|exc| exc.panic_message() == Some("in the old one"))));
    stack.callback(|| -> () { panic!("in the old one") });
    assert_eq!((stack.close(), called.get()), (Ok(false), 0));
    kept.callback(|| -> () { panic!("in the new one") });
    assert_eq!((kept.close(), called.get()), (Ok(false), 1));
}

/// Python calls nothing.
#[test]
fn x13_a_dropped_stack_was_interrupted() {
    let log = Log::new();
    let stack = ExitStack::new();
    stack.push(|exc| log.note(given(exc.as_ref())));
    drop(stack);
    assert_eq!(log.text(), "interrupted");
}

#[test]
fn x14_plain_and_async_exits_are_in_one_order() {
    let log = Log::new();
    block_on(async {
        async_with!(AsyncExitStack::new() as stack => {
            let copy = log.clone();
            stack.push_async_exit(note(&log, "1"));
            stack.callback(move || copy.note("2"));
            stack.enter_context(spy(&log, "3", || ()));
            enter!(stack, waits(&log, "4", || ())).await;
        });
    });
    assert_eq!(
        log.text(),
        "enter 3, aenter 4, aexit 4: clean, exit 3: clean, 2, 1: clean"
    );
}

#[test]
fn x15_an_async_stack_in_a_plain_statement_is_refused() {
    refused(
        "async-stack-in-with",
        "error[E0277]: `AsyncExitStack",
        &["is not a context manager", "`async_with!`"],
    );
}

#[test]
fn x16_an_async_callback_does_not_suppress() {
    let run = async || -> Result<(), Fault> {
        async_with!(AsyncExitStack::suppressing() as stack => {
            stack.push_async_callback(|| async { pause().await; true });
            Err(Fault("body"))?;
        });
        Ok(())
    };
    assert_eq!(block_on(run()), Err(Fault("body")));
}

/// Python raises where the exit waits, and awaits the others. Here nothing can be awaited any more.
#[test]
fn x17_cancelled_while_an_exit_waits_the_others_are_cancelled() {
    let log = Log::new();
    let mut future = Box::pin(async {
        async_with!(AsyncExitStack::new() as stack => {
            enter!(stack, waits(&log, "a", || ())).await;
            let copy = log.clone();
            stack.push(move |exc| copy.note(format!("plain: {}", given(exc.as_ref()))));
            stack.push_async_callback(std::future::pending::<()>);
        });
    });
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    for _ in 0..3 {
        assert!(future.as_mut().poll(&mut context).is_pending());
    }
    drop(future);
    assert_eq!(log.text(), "aenter a, plain: interrupted, cancelled a");
}

#[test]
fn x18_pop_all_of_an_async_stack_is_an_async_stack() {
    let log = Log::new();
    block_on(async {
        let mut kept: AsyncExitStack<'_> = async_with!(AsyncExitStack::new() as stack => {
            stack.push_async_exit(note(&log, "kept"));
            stack.pop_all()
        });
        async_with!(&mut kept => { log.note("block") });
    });
    assert_eq!(log.text(), "block, kept: clean");
}
