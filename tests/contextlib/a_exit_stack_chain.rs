//! `TestAsyncExitStack`: exits that fail, one after another.

use futures::executor::block_on;
use with_runtime::contextlib::{AsyncExitStack, ExitError};
use with_runtime::{Exception, async_with};

use crate::async_spies::note;
use crate::common::{Log, pause};
use crate::scenarios::{Does, Nothing, Suppress, all, by_async_stack};
use crate::spies::given_there;
use crate::support::Fault;
use crate::x_chaining::chain;

/// The reference: nested statements, of which the stacks of the rows below do the same.
#[test]
fn a41_nested_statements_are_the_reference() {
    let text = by_async_stack(
        [
            Does::Raise("Index"),
            Does::Raise("Key"),
            Suppress,
            Does::Raise("Value"),
        ],
        Some("ZeroDivision"),
    );
    assert_eq!(
        text,
        "3 is given error ZeroDivision, 2 is given error Value, 1 is given clean, 0 is given error Key, raised error Index"
    );
}

#[test]
fn a42_all_scenarios_of_four_exits_are_as_those_of_nested_statements() {
    let scenarios = all().map(|(scenario, body)| by_async_stack(scenario, body));
    assert_eq!(scenarios.count(), 512);
}

#[test]
fn a44_a_failure_survives_exits_that_return_normally() {
    let text = by_async_stack([Nothing, Nothing, Does::Raise("Index"), Nothing], None);
    assert_eq!(
        text,
        "3 is given clean, 2 is given clean, 1 is given error Index, 0 is given error Index, raised error Index"
    );
}

#[test]
fn a44_a_failure_after_a_suppressed_one_is_raised() {
    let text = by_async_stack(
        [Does::Raise("Key"), Suppress, Does::Raise("Index"), Nothing],
        None,
    );
    assert_eq!(
        text,
        "3 is given clean, 2 is given clean, 1 is given error Index, 0 is given clean, raised error Key"
    );
}

#[test]
fn a45_the_last_of_several_failures_is_raised() {
    let fails = ["e4", "e3", "e2", "e1"].map(Does::Raise);
    let text = by_async_stack(fails, None);
    assert!(
        text.ends_with("0 is given error e3, raised error e4"),
        "{text}"
    );
}

#[test]
fn a48_failures_in_a_row_are_suppressed_by_the_last_exit() {
    let text = by_async_stack(
        [Suppress, Does::Raise("B"), Does::Raise("A"), Nothing],
        None,
    );
    assert!(text.ends_with("0 is given error B"), "{text}");
}

#[test]
fn a46_a_failure_brings_its_chain_and_the_exception_stands_at_the_end() {
    async fn run(log: &Log) -> Result<(), ExitError<Fault>> {
        async_with!(AsyncExitStack::fallible() as stack => {
            stack.push(|exc| Err::<(), _>(ExitError::new(Fault("e5"), exc)));
            let copy = log.clone();
            stack.push(move |exc| copy.note(exc.map(|exc| exc.to_string()).unwrap_or_default()));
            stack.push_async_exit(|exc| {
                let failed = ExitError::new(Fault("e3"), exc.map(Exception::from));
                async move { pause().await; Err::<(), _>(failed) }
            });
            Err(ExitError::new(Fault("body"), None))?;
        })
    }
    let log = Log::new();
    let failed = block_on(run(&log)).unwrap_err();
    assert_eq!(log.text(), "e3");
    assert_eq!(
        chain(&failed),
        ["e5", "while handling: e3", "while handling: body"]
    );
}

/// An exit that fails with what it was given has failed; the next one is given it once, and what
/// that fails with is raised.
#[test]
fn a51_what_an_exit_raises_again_is_given_to_the_next_once() {
    async fn run(log: &Log) -> Result<(), Fault> {
        async_with!(AsyncExitStack::fallible() as stack => {
            stack.push_async_exit(note(log, "outermost"));
            let copy = log.clone();
            stack.push(move |exc| {
                copy.note(format!("outer: {}", given_there(exc)));
                Err::<(), _>(Fault("replacement"))
            });
            stack.push_async_exit(|exc| {
                let again = exc.and_then(|mut exc| exc.take::<Fault>());
                async move { pause().await; again.map_or(Ok(()), Err) }
            });
            Err(Fault("body"))?;
        })
    }
    let log = Log::new();
    assert_eq!(block_on(run(&log)), Err(Fault("replacement")));
    assert_eq!(
        log.text(),
        "outer: error body, outermost: error replacement"
    );
}
