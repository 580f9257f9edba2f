//! `TestExitStack`, but for the rows about chains of failures.

use std::cell::{Cell, RefCell};

use with_runtime::contextlib::ExitStack;
use with_runtime::{ContextManager, Exception, with};

use crate::common::{Log, Trace, panic_message, refused};
use crate::spies::{Spy, spy};
use crate::support::{Fault, both, given};

#[test]
fn c39_an_empty_stack_does_nothing() {
    assert_eq!(with!(ExitStack::new() => { 5 }), 5);
    both("raised KIND body", |_, raise| {
        with!(ExitStack::new() => catch { raise("body")? });
        Ok(())
    });
}

#[test]
fn c40_callbacks_are_called_in_reverse() {
    let seen = RefCell::new(Vec::new());
    with!(ExitStack::new() as stack => {
        for number in 0..4 {
            let seen = &seen;
            stack.callback(move || seen.borrow_mut().push(number));
        }
        assert!(seen.borrow().is_empty());
    });
    assert_eq!(seen.into_inner(), [3, 2, 1, 0]);
}

/// A pushed manager isn't entered.
#[test]
fn c41_pushed_exits_are_given_the_exception_until_one_suppresses() {
    let expected =
        "6: KIND body, 5: KIND body, exit 4: KIND body, 3: clean, exit 2: clean, 1: clean, after";
    both(expected, |log, raise| {
        let note = |name: &'static str| {
            move |exc: Option<Exception<'_>>| {
                log.note(format!("{name}: {}", given(exc.as_ref())));
            }
        };
        let (mut second, mut fourth) = (spy(log, "2", || ()), spy(log, "4", || true));
        with!(ExitStack::suppressing() as stack => catch {
            stack.push(note("1"));
            stack.push(move |exc| second.exit(exc));
            stack.push(note("3"));
            stack.push(move |exc| fourth.exit(exc));
            stack.push(note("5"));
            stack.push(note("6"));
            raise("body")?;
        });
        log.note("after");
        Ok(())
    });
}

#[test]
fn c42_an_entered_manager_lends_its_value_and_is_exited_before_what_was_there() {
    let log = Log::new();
    with!(ExitStack::new() as stack => {
        stack.callback(|| log.note("callback"));
        let value = stack.enter_context(spy(&log, "manager", || ()));
        *value = 42;
        log.note(format!("block {value}"));
    });
    assert_eq!(
        log.text(),
        "enter manager, block 42, exit manager: clean, callback"
    );
}

/// Values are there together, as `with!(a as x, b as y => ..)` has it.
#[test]
fn c42_values_of_several_managers_are_there_together() {
    let log = Log::new();
    let sum = with!(ExitStack::new() as stack => {
        let values: Vec<_> = (0..10).map(|_| stack.enter_context(spy(&log, "m", || ()))).collect();
        values.into_iter().zip(1..).map(|(value, number)| { *value = number; *value }).sum::<u32>()
    });
    assert_eq!(sum, 55);
    assert_eq!(log.len(), 20);
}

/// A manager that isn't one doesn't compile. One that fails to be entered is not exited.
#[test]
fn c43_a_manager_that_fails_to_be_entered_is_not_registered() {
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

    both(
        "enter first, exit first: error enter, raised error enter",
        |log, _| {
            with!(ExitStack::new() as stack => {
                stack.enter_context(spy(log, "first", || ()));
                stack.try_enter_context(Fails)?;
                unreachable!("it failed")
            })
        },
    );
}

#[test]
fn c43_a_manager_that_panics_when_it_is_entered_is_not_registered() {
    struct Panics;

    impl ContextManager for Panics {
        type Value<'a> = ();
        type Exit = ();

        fn enter(&mut self) {
            panic!("enter")
        }

        fn exit(&mut self, _: Option<Exception<'_>>) {
            unreachable!("it was not entered")
        }
    }

    let log = Log::new();
    let message = panic_message(|| {
        with!(ExitStack::new() as stack => {
            stack.enter_context(spy(&log, "first", || ()));
            stack.enter_context(Panics);
        });
    });
    assert_eq!(message, "enter");
    assert_eq!(log.text(), "enter first, exit first: panic");
}

#[test]
fn c44_a_closed_stack_has_nothing_left_to_call() {
    let log = Log::new();
    with!(ExitStack::new() as stack => {
        stack.callback(|| log.note("callback"));
        stack.close();
        log.note("closed");
    });
    assert_eq!(log.text(), "callback, closed");
}

/// Exits are given no exception, even if there is one: `close` is called in a handler here.
#[test]
fn c44_closing_is_no_exception_and_the_stack_can_be_filled_again() {
    let log = Log::new();
    let mut stack = ExitStack::new();
    stack.push(|exc| log.note(given(exc.as_ref())));
    let mut run = || -> Result<(), Fault> {
        with!(ExitStack::suppressing() as handler => {
            handler.push(|exc| {
                assert!(exc.is_some());
                stack.close();
                stack.push(|exc| log.note(format!("again: {}", given(exc.as_ref()))));
                stack.close();
                true
            });
            Err(Fault("body"))?;
        });
        Ok(())
    };
    run().unwrap();
    assert_eq!(log.text(), "clean, again: clean");
}

#[test]
fn c45_pop_all_moves_the_exits_to_a_new_stack() {
    let log = Log::new();
    let mut kept = with!(ExitStack::new() as stack => {
        stack.callback(|| log.note("1"));
        stack.callback(|| log.note("2"));
        stack.pop_all()
    });
    log.note("after");
    kept.close();
    assert_eq!(log.text(), "after, 2, 1");
}

/// Python never calls them. Here the new stack is dropped, and that calls them: see `x_exit_stack`.
#[test]
fn c45_what_was_popped_is_not_called_by_the_old_stack() {
    both(
        "popped: interrupted, old: KIND body, raised KIND body",
        |log, raise| {
            with!(ExitStack::new() as stack => catch {
                stack.push(|exc| log.note(format!("popped: {}", given(exc.as_ref()))));
                drop(stack.pop_all());
                stack.push(|exc| log.note(format!("old: {}", given(exc.as_ref()))));
                raise("body")?
            });
            Ok(())
        },
    );
}

#[test]
fn c46_where_all_exits_decline_the_exception_propagates() {
    both("1: KIND body, raised KIND body", |log, raise| {
        with!(ExitStack::suppressing() as stack => catch {
            stack.push(|exc| { log.note(format!("1: {}", given(exc.as_ref()))); false });
            raise("body")?;
        });
        Ok(())
    });
}

#[test]
fn c47_one_exit_suppresses() {
    both("after", |log, raise| {
        with!(ExitStack::suppressing() as stack => catch {
            stack.push(|_| false);
            stack.push(|_| true);
            stack.push(|_| false);
            raise("body")?;
        });
        log.note("after");
        Ok(())
    });
}

#[test]
fn c55_a_pushed_exit_suppresses_the_exception_of_the_block() {
    both("KIND body, after", |log, raise| {
        with!(ExitStack::suppressing() as stack => catch {
            stack.push(|exc| { log.note(given(exc.as_ref())); true });
            raise("body")?;
        });
        log.note("after");
        Ok(())
    });
}

#[test]
fn c57_a_hundred_thousand_exits_need_no_stack() {
    const MANY: u32 = 100_000;
    let called = Cell::new(0);
    with!(ExitStack::new() as stack => {
        for _ in 0..MANY {
            stack.callback(|| called.set(called.get() + 1));
        }
    });
    assert_eq!(called.get(), MANY);

    // All fail.
    let failed = with!(ExitStack::fallible() as stack => {
        for number in 0..MANY {
            stack.callback(move || Err::<(), _>(number.to_string()));
        }
    });
    assert_eq!(failed, Err("0".to_owned()));

    // All are dropped.
    let stack = ExitStack::new();
    for _ in 0..MANY {
        stack.callback(|| called.set(called.get() + 1));
        let mut other = ExitStack::new();
        other.callback(|| ());
        drop(other.pop_all());
    }
    drop(stack);
    assert_eq!(called.get(), 2 * MANY);
}

/// A manager is dropped after its exit, and before the next one's.
#[test]
fn managers_are_dropped_between_the_exits_as_those_of_nested_statements_are() {
    struct Traced {
        spy: Spy<fn()>,
        _trace: Trace,
    }

    impl ContextManager for Traced {
        type Value<'a> = ();
        type Exit = ();

        fn enter(&mut self) {
            self.spy.enter();
        }

        fn exit(&mut self, exc: Option<Exception<'_>>) {
            self.spy.exit(exc);
        }
    }

    let traced = |log: &Log, name| Traced {
        spy: spy(log, name, || ()),
        _trace: log.trace(name),
    };
    let (nested, stacked) = (Log::new(), Log::new());
    with!(traced(&nested, "a") => {
        with!(traced(&nested, "b") => { nested.note("block") });
    });
    with!(ExitStack::new() as stack => {
        stack.enter_context(traced(&stacked, "a"));
        stack.enter_context(traced(&stacked, "b"));
        stacked.note("block");
    });
    assert_eq!(stacked.text(), nested.text());
}

#[test]
fn c43_a_type_that_is_no_manager_is_refused() {
    refused(
        "stack-entered-by-no-manager",
        "error[E0277]: `{integer}` is not a context manager",
        &[],
    );
}
