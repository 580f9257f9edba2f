//! `TestExitStack`: exits that fail, one after another.

use with_runtime::contextlib::ExitStack;
use with_runtime::with;

use crate::scenarios::{Does, Nothing, Suppress, all, by_stack};
use crate::support::Fault;

/// The reference: nested statements, of which the stacks of the rows below do the same.
#[test]
fn c49_nested_statements_are_the_reference() {
    let text = by_stack(
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
fn c50_all_scenarios_of_four_exits_are_as_those_of_nested_statements() {
    let scenarios = all().map(|(scenario, body)| by_stack(scenario, body));
    assert_eq!(scenarios.count(), 512);
}

#[test]
fn c52_a_failure_survives_exits_that_return_normally() {
    let text = by_stack([Nothing, Nothing, Does::Raise("Index"), Nothing], None);
    assert_eq!(
        text,
        "3 is given clean, 2 is given clean, 1 is given error Index, 0 is given error Index, raised error Index"
    );
}

#[test]
fn c52_a_failure_after_a_suppressed_one_is_raised() {
    let text = by_stack(
        [Does::Raise("Key"), Suppress, Does::Raise("Index"), Nothing],
        None,
    );
    assert_eq!(
        text,
        "3 is given clean, 2 is given clean, 1 is given error Index, 0 is given clean, raised error Key"
    );
}

#[test]
fn c53_the_last_of_several_failures_is_raised() {
    let fails = ["e4", "e3", "e2", "e1"].map(Does::Raise);
    let text = by_stack(fails, None);
    assert!(
        text.ends_with("0 is given error e3, raised error e4"),
        "{text}"
    );
}

#[test]
fn c56_failures_in_a_row_are_suppressed_by_the_last_exit() {
    let text = by_stack(
        [Suppress, Does::Raise("B"), Does::Raise("A"), Nothing],
        None,
    );
    assert!(text.ends_with("0 is given error B"), "{text}");
}

/// In Python it is about a generator that raises again what it was given. Here the exit returns the
/// exception that it took.
#[test]
fn c59_an_exit_that_gives_back_what_it_was_given_is_given_to_the_next_once() {
    #[derive(Debug)]
    struct Unique(Fault);

    impl std::fmt::Display for Unique {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "unique")
        }
    }

    impl std::error::Error for Unique {
        fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
            Some(&self.0)
        }
    }

    #[derive(Debug)]
    enum Either {
        Fault(Fault),
        Unique(Unique),
    }

    impl From<Fault> for Either {
        fn from(fault: Fault) -> Self {
            Either::Fault(fault)
        }
    }

    impl std::fmt::Display for Either {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "{self:?}")
        }
    }

    impl std::error::Error for Either {}

    fn run() -> Result<(), Either> {
        with!(ExitStack::fallible() as stack => {
            stack.push(|exc| match exc.and_then(|mut exc| exc.take::<Either>()) {
                Some(Either::Fault(fault)) => Err(Either::Unique(Unique(fault))),
                other => unreachable!("{other:?}"),
            });
            stack.push(|exc| match exc.and_then(|mut exc| exc.take::<Fault>()) {
                Some(fault) => Err(Either::Fault(fault)),
                None => unreachable!("it was raised"),
            });
            Err(Fault("original"))?;
        })
    }

    let Err(Either::Unique(unique)) = run() else {
        unreachable!("it failed")
    };
    assert_eq!(unique.0, Fault("original"));
}
