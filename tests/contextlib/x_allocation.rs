//! What is allocated, and what isn't.

use std::hint::black_box;

use allocation_counter::measure;
use with_runtime::contextlib::{ExitStack, chaining, nested};
use with_runtime::with;

use crate::common::Oops;
use crate::spies::Exits;

/// How often it allocates. All of it is freed.
fn allocations(run: impl FnOnce()) -> u64 {
    let measured = measure(run);
    assert_eq!(measured.count_current, 0);
    measured.count_total
}

fn fails() -> Result<(), Oops> {
    black_box(Err(Oops("exit")))
}

fn succeeds() -> Result<(), Oops> {
    black_box(Ok(()))
}

#[test]
fn an_empty_stack_does_not_allocate() {
    let run = || with!(ExitStack::new() as stack => { stack.close(); drop(stack.pop_all()) });
    assert_eq!(allocations(run), 0);
}

/// As a `Vec` of boxes does: four entries in one piece of memory, and a box for what each captures.
#[test]
fn a_stack_allocates_once_for_four_functions_and_once_for_what_each_captures() {
    let without = || {
        with!(ExitStack::new() as stack => {
            for _ in 0..4 {
                stack.callback(|| ());
            }
        });
    };
    assert_eq!(allocations(without), 1);
    let with_captures = || {
        with!(ExitStack::new() as stack => {
            for number in 0..4 {
                stack.callback(move || { black_box(number); });
            }
        });
    };
    assert_eq!(allocations(with_captures), 5);
}

/// They have a place where they stay, and are moved out of it to be exited.
#[test]
fn a_stack_allocates_twice_more_for_managers() {
    let run = || {
        with!(ExitStack::new() as stack => {
            for _ in 0..4 {
                stack.enter_context(Exits(|| ()));
            }
        });
    };
    assert_eq!(allocations(run), 1 + 2 + 4);
}

/// It is kept for the exits to come.
#[test]
fn a_failure_in_a_stack_allocates_once() {
    let run = |exit: fn() -> Result<(), Oops>| {
        allocations(|| {
            let _: Result<(), Oops> =
                with!(ExitStack::fallible() as stack => { stack.callback(exit) });
        })
    };
    assert_eq!(run(fails), run(succeeds) + 1);
}

#[test]
fn nested_managers_do_not_allocate_unless_one_fails() {
    let run = |exit: fn() -> Result<(), Oops>| {
        allocations(|| {
            let _: Result<(), Oops> = with!(nested((Exits(|| ()), Exits(exit))) => {});
            let _: Result<(), Oops> = with!(nested([Exits(exit)]) => {});
        })
    };
    assert_eq!((run(succeeds), run(fails)), (0, 2));
}

#[test]
fn chaining_does_not_allocate_unless_both_fail() {
    let run = |exit: fn() -> Result<(), Oops>, body: fn() -> Result<(), Oops>| {
        allocations(|| {
            let run = || -> Result<(), Box<dyn std::error::Error>> {
                let chained = with!(chaining(Exits(exit)) => { body()?; });
                black_box(chained.map_err(drop)).unwrap_or_default();
                Ok(())
            };
            run().map_err(std::mem::forget).unwrap_or_default();
        })
    };
    assert_eq!(run(succeeds, succeeds), 0);
    assert_eq!(run(fails, succeeds), 0);
    assert!(run(fails, fails) > 0);
}
