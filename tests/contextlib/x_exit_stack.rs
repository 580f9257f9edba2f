//! What Python's stack has no counterpart of: `on_error`, drops, unwinding, types.

use std::cell::RefCell;
use std::rc::Rc;

use with_runtime::contextlib::ExitStack;
use with_runtime::{ContextManager, Exception, ExceptionKind, Strict, with};

use crate::common::{Log, Oops, fail, panic_message, payload};
use crate::spies::spy;
use crate::support::{Fault, both, given};

fn note<'l>(log: &'l Log, name: &'static str) -> impl FnOnce(Option<Exception<'_>>) + use<'l> {
    move |exc| log.note(format!("{name}: {}", given(exc.as_ref())))
}

/// A saga: what was done is undone where a later step fails.
fn book(log: &Log, fails: &str, how: &str) -> Result<u8, Oops> {
    let step = |name: &'static str| {
        log.note(name);
        if name == fails {
            fail(name)
        } else {
            Ok(name.len())
        }
    };
    with!(ExitStack::new() as stack => {
        step("flight")?;
        stack.on_error(|| log.note("cancel flight"));
        step("hotel")?;
        stack.on_error(|| log.note("cancel hotel"));
        stack.callback(|| log.note("log off"));
        match (step("car"), how) {
            (Err(error), "returned") => return Err(error),
            (Err(error), "a value") => Err(error),
            (result, _) => { result?; Ok(3) }
        }
    })
}

#[test]
fn steps_are_undone_where_the_block_fails() {
    for how in ["raised", "returned", "a value"] {
        let log = Log::new();
        assert_eq!(book(&log, "car", how), Err(Oops("car")));
        assert_eq!(
            log.text(),
            "flight, hotel, car, log off, cancel hotel, cancel flight",
            "{how}"
        );
    }
    let log = Log::new();
    assert_eq!(book(&log, "hotel", ""), Err(Oops("hotel")));
    assert_eq!(log.text(), "flight, hotel, cancel flight");
}

#[test]
fn steps_are_not_undone_where_it_succeeds() {
    let log = Log::new();
    assert_eq!(book(&log, "", ""), Ok(3));
    assert_eq!(log.text(), "flight, hotel, car, log off");
}

#[test]
fn steps_are_undone_after_a_panic() {
    let log = Log::new();
    payload(|| {
        with!(ExitStack::new() as stack => {
            stack.on_error(|| log.note("undone"));
            panic!("body")
        })
    });
    assert_eq!(log.text(), "undone");
}

#[test]
fn an_undo_that_fails_is_the_failure_and_the_others_are_called() {
    let run = |log: &Log| -> Result<(), Fault> {
        with!(ExitStack::fallible() as stack => {
            stack.on_error(|| log.note("first"));
            stack.on_error(|| Err::<(), _>(Fault("undo")));
            stack.push(note(log, "given"));
            Err(Fault("body"))?;
        })
    };
    let log = Log::new();
    assert_eq!(run(&log), Err(Fault("undo")));
    assert_eq!(log.text(), "given: error body, first");
}

/// Dropping it without closing it is leaving its block half-way: nobody said that all went well.
#[test]
fn a_dropped_stack_calls_its_exits_and_passes_them_that_it_was_interrupted() {
    let log = Log::new();
    let stack = ExitStack::fallible();
    stack.callback(|| log.note("callback"));
    stack.on_error(|| log.note("undone"));
    stack.push(|exc| {
        assert_eq!(exc.map(|exc| exc.kind()), Some(ExceptionKind::Interrupted));
        log.note("push");
        Err::<(), _>(Fault("ignored"))
    });
    drop(stack);
    assert_eq!(log.text(), "push, undone, callback");
}

#[test]
fn an_early_return_from_a_constructor_cleans_up() {
    struct Server {
        cleanup: ExitStack<'static>,
    }

    fn start(log: &Log, fails: bool) -> Result<Server, Oops> {
        let cleanup = ExitStack::new();
        let copy = log.clone();
        cleanup.callback(move || copy.note("stop"));
        if fails {
            fail("start")?;
        }
        Ok(Server { cleanup })
    }

    let log = Log::new();
    assert!(start(&log, true).is_err());
    assert_eq!(log.text(), "stop");
    let mut server = start(&log, false).unwrap();
    assert_eq!(log.text(), "stop");
    server.cleanup.close();
    drop(server);
    assert_eq!(log.text(), "stop, stop");
}

#[test]
fn a_dropped_stack_whose_exit_panics_calls_the_others_and_panics() {
    let log = Log::new();
    let message = panic_message(|| {
        let stack = ExitStack::new();
        stack.push(note(&log, "1"));
        stack.callback(|| panic!("second"));
        stack.push(note(&log, "2"));
        stack.callback(|| panic!("first"));
        stack.push(note(&log, "3"));
    });
    assert_eq!(message, "first");
    assert_eq!(log.text(), "3: interrupted, 2: panic, 1: panic");
}

/// In a block that doesn't catch panics, they go on, as they do through nested statements.
#[test]
fn a_panic_of_an_exit_resumes_and_the_others_are_given_a_panic() {
    let log = Log::new();
    let message = panic_message(|| {
        with!(ExitStack::suppressing() as stack => {
            stack.push(|exc| { note(&log, "1")(exc); true });
            stack.callback(|| { panic!("second") });
            stack.push(|exc| { note(&log, "2")(exc); true });
            stack.callback(|| { panic!("first") });
            stack.push(note(&log, "3"));
        });
    });
    assert_eq!(message, "first");
    assert_eq!(log.text(), "3: clean, 2: panic, 1: panic");
}

/// And they do so in one that does, unless the stack catches as well.
#[test]
fn a_panic_of_an_exit_is_an_exception_to_the_others_if_the_stack_catches() {
    let run = |log: &Log, stack: ExitStack<'_, bool>| {
        let log = log.clone();
        with!(stack as stack => catch {
            let copy = log.clone();
            stack.push(move |exc| { note(&copy, "1")(exc); });
            let copy = log.clone();
            stack.push(move |exc| { note(&copy, "2")(exc); true });
            stack.callback(|| { panic!("first") });
        });
    };
    let log = Log::new();
    assert_eq!(
        panic_message(|| run(&log, ExitStack::suppressing())),
        "first"
    );
    assert_eq!(log.text(), "2: panic, 1: panic");
    let log = Log::new();
    run(&log, ExitStack::suppressing().catching());
    assert_eq!(log.text(), "2: panic first, 1: clean");
}

#[test]
fn a_panic_in_a_bare_block_is_passed_to_all_exits_and_resumes() {
    let log = Log::new();
    let message = panic_message(|| {
        with!(ExitStack::suppressing() as stack => {
            stack.push(note(&log, "1"));
            stack.callback(|| { panic!("in an exit") });
            stack.push(|exc| { note(&log, "2")(exc); true });
            panic!("body");
        });
    });
    assert_eq!(message, "body");
    assert_eq!(log.text(), "2: panic, 1: panic");
}

#[test]
fn a_dropped_future_interrupts_all_exits() {
    let log = Log::new();
    let mut future = Box::pin(async {
        with!(ExitStack::suppressing() as stack => {
            stack.push(note(&log, "1"));
            stack.push(|exc| { note(&log, "2")(exc); true });
            std::future::pending::<()>().await;
        });
    });
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(future.as_mut().poll(&mut context).is_pending());
    drop(future);
    assert_eq!(log.text(), "2: interrupted, 1: interrupted");
}

/// The failures of managers are converted by `From`; the exits beneath are given them as they were
/// raised.
#[test]
fn a_failure_is_given_by_its_own_type_and_converted_once() {
    #[derive(Debug)]
    struct Converted(Fault);
    impl From<Fault> for Converted {
        fn from(fault: Fault) -> Self {
            Converted(fault)
        }
    }
    impl std::fmt::Display for Converted {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "converted {}", self.0)
        }
    }
    impl std::error::Error for Converted {}

    let run = |log: &Log| -> Result<(), Converted> {
        with!(ExitStack::fallible() as stack => {
            stack.push(note(log, "beneath"));
            stack.enter_context(spy(log, "fails", || Err::<(), _>(Fault("exit"))));
        })
    };
    let log = Log::new();
    assert_eq!(run(&log).unwrap_err().to_string(), "converted exit");
    assert_eq!(
        log.text(),
        "enter fails, exit fails: clean, beneath: error exit"
    );
}

#[test]
fn the_place_of_a_failure_is_that_of_its_registration() {
    let line = RefCell::new(None);
    let failed = with!(ExitStack::fallible() as stack => {
        stack.push(|exc| *line.borrow_mut() = exc.and_then(|exc| exc.traceback().location().map(std::panic::Location::line)));
        stack.callback(|| Err::<(), _>(Fault("exit"))); stack.callback(|| *line.borrow_mut() = Some(line!()));
    });
    let registered = line!() - 2;
    assert!(failed.is_err());
    assert_eq!(line.into_inner(), Some(registered));
}

/// What a stack holds may borrow from outside of it.
#[test]
fn exits_borrow_what_outlives_the_statement() {
    let mut numbers = vec![1];
    let list = &mut numbers;
    with!(ExitStack::new() as stack => { stack.callback(|| list.push(2)) });
    assert_eq!(numbers, [1, 2]);
}

/// A manager that borrows is entered by hand, if its value borrows from the same and not from the
/// manager.
#[test]
fn a_manager_that_borrows_is_pushed() {
    use std::sync::Mutex;

    let locks = [Mutex::new(1), Mutex::new(2)];
    with!(ExitStack::new() as stack => {
        let mut guards = Vec::new();
        for lock in &locks {
            guards.push(lock.lock().unwrap());
            stack.push(move |_| assert!(lock.try_lock().is_ok(), "the guard is gone"));
        }
        assert_eq!(guards.iter().map(|guard| **guard).sum::<i32>(), 3);
    });
}

#[test]
fn a_stack_is_entered_in_a_stack() {
    let log = Log::new();
    with!(ExitStack::new() as outer => {
        let copy = log.clone();
        outer.callback(move || copy.note("outer"));
        let inner = outer.enter_context(ExitStack::new());
        let copy = log.clone();
        inner.callback(move || copy.note("inner"));
    });
    assert_eq!(log.text(), "inner, outer");
}

#[test]
fn what_an_exit_took_and_gave_up_is_a_misuse() {
    let message = panic_message(|| {
        let run = || -> Result<(), Fault> {
            with!(ExitStack::new() as stack => {
                stack.push(|exc| { exc.and_then(|mut exc| exc.take::<Fault>()); });
                Err(Fault("body"))?;
            });
            Ok(())
        };
        run()
    });
    assert!(
        message.contains("neither suppressed it nor failed"),
        "{message}"
    );
}

#[test]
fn an_exit_may_take_the_exception_and_keep_it() {
    let kept = Rc::new(RefCell::new(None));
    let run = || -> Result<&'static str, Fault> {
        let slot = kept.clone();
        with!(ExitStack::suppressing() as stack => {
            stack.push(move |exc| {
                *slot.borrow_mut() = exc.and_then(|mut exc| exc.take::<Fault>());
                slot.borrow().is_some()
            });
            Err(Fault("body"))?;
        });
        Ok("after")
    };
    assert_eq!(run(), Ok("after"));
    assert_eq!(kept.take(), Some(Fault("body")));
}

/// It counts an `Err` that leaves the block as a value, to all it holds.
#[test]
fn a_stack_is_strict() {
    fn returned(log: &Log) -> Result<(), Fault> {
        with!(ExitStack::new() as stack => {
            stack.push(note(log, "given"));
            return Err(Fault("returned"));
        })
    }
    let log = Log::new();
    returned(&log).unwrap_err();
    assert_eq!(log.text(), "given: error returned");
    fn is_strict<V>(_: &impl ContextManager<Exit = Strict<V>>) {}
    is_strict(&ExitStack::suppressing());
}

#[test]
fn both_kinds_of_exception_reach_a_manager_in_a_stack() {
    both(
        "enter m, exit m: KIND body, raised KIND body",
        |log, raise| {
            with!(ExitStack::new() as stack => catch {
                *stack.enter_context(spy(log, "m", || ())) = 1;
                raise("body")?
            });
            Ok(())
        },
    );
}

#[test]
fn a_failing_manager_in_a_stack_can_be_entered_by_a_question_mark() {
    struct Opens(Option<u8>);

    impl ContextManager for Opens {
        type Value<'a> = Result<&'a mut u8, Fault>;
        type Exit = Result<(), Fault>;

        fn enter(&mut self) -> Result<&mut u8, Fault> {
            self.0.as_mut().ok_or(Fault("enter"))
        }

        fn exit(&mut self, _: Option<Exception<'_>>) -> Result<(), Fault> {
            Ok(())
        }
    }

    fn sum(numbers: &[Option<u8>]) -> Result<u8, Fault> {
        with!(ExitStack::fallible() as stack => {
            let mut values = Vec::new();
            for number in numbers {
                values.push(stack.try_enter_context(Opens(*number))?);
            }
            values.into_iter().map(|value| *value).sum()
        })
    }
    assert_eq!(sum(&[Some(1), Some(2)]), Ok(3));
    assert_eq!(sum(&[Some(1), None]), Err(Fault("enter")));
}
