//! `ClosingTestCase` and `NullcontextTestCase`.

use std::cell::Cell;
use std::rc::Rc;

use with_runtime::contextlib::{closing, nullcontext};
use with_runtime::{strict, with};

use crate::common::{Log, panic_message};
use crate::support::{Fault, both, panic_place};

/// Counts how often it is closed.
struct Thing(Rc<Cell<u32>>);

impl Thing {
    fn close(self) {
        self.0.set(self.0.get() + 1);
    }
}

#[test]
fn c21_the_target_is_the_thing_and_it_is_closed_once_at_the_end() {
    let state = Rc::new(Cell::new(0));
    with!(closing(Thing(state.clone()), Thing::close) as thing => {
        assert!(Rc::ptr_eq(&thing.0, &state));
        assert_eq!(state.get(), 0);
    });
    assert_eq!(state.get(), 1);
}

#[test]
fn c22_the_thing_is_closed_after_an_exception_which_propagates() {
    both("closed, raised KIND body", |log, raise| {
        with!(closing(log, |log| log.note("closed")) => catch { raise("body")? });
        Ok(())
    });
}

#[test]
fn c22_the_thing_is_closed_after_every_jump() {
    let state = Rc::new(Cell::new(0));
    for number in 0..3 {
        with!(closing(Thing(state.clone()), Thing::close) => {
            if number == 0 { continue }
            if number == 1 { break }
        });
    }
    assert_eq!(state.get(), 2);
}

/// Python ignores it as well.
#[test]
fn c22_what_close_returns_in_its_ok_is_dropped() {
    both(
        "raised KIND body",
        |_, raise| with!(closing(5, |five| Ok::<_, Fault>(five == 5)) => catch { raise("body")? }),
    );
}

#[test]
fn c22_a_close_that_fails_replaces_the_exception() {
    both(
        "raised KIND close",
        |_, raise| with!(closing((), |()| raise("close")) => catch { raise("body")? }),
    );
}

#[test]
fn a_close_that_fails_after_a_clean_block_is_the_failure_of_the_statement() {
    struct Connection;

    impl Connection {
        fn close(self) -> Result<(), (Connection, Fault)> {
            Err((self, Fault("busy")))
        }
    }

    let closed =
        with!(closing(Connection, |c| c.close().map_err(|(_, error)| error)) as _ => { 5 });
    assert_eq!(closed, Err(Fault("busy")));
}

/// The message says what to do, and the panic is at the user's line.
#[test]
fn a_thing_that_was_closed_can_not_be_entered_again() {
    let mut once = closing(5, drop);
    with!(&mut once as five => { assert_eq!(*five, 5) });
    let message = panic_message(|| with!(&mut once => { unreachable!() }));
    assert_eq!(
        message,
        "this context manager was used before and can be entered only once: write a function that makes one, and call it in each statement"
    );
}

#[test]
fn a_second_use_panics_in_the_users_line() {
    let mut once = closing(5, drop);
    with!(&mut once => {});
    let line = line!() + 1;
    let place = panic_place(|| with!(&mut once => {}));
    assert_eq!(place, (file!().to_owned(), line));
}

/// It doesn't look at the exception, so a returned `Err` is a value to it.
#[test]
fn it_is_not_strict_unless_made_so() {
    use with_runtime::ContextManager;

    fn exit_of<M: ContextManager>(_: &M) -> &'static str {
        std::any::type_name::<M::Exit>()
    }
    assert_eq!(exit_of(&closing(5, drop)), "()");
    assert!(exit_of(&strict(closing(5, drop))).contains("Strict<()>"));
}

#[test]
fn an_err_that_leaves_the_block_may_borrow() {
    fn check<'t>(log: &Log, text: &'t str) -> Result<&'t str, &'t str> {
        with!(closing((), |()| log.note("closed")) => {
            if text.is_empty() {
                return Err(text);
            }
        });
        Ok(text)
    }
    let log = Log::new();
    assert_eq!(check(&log, ""), Err(""));
    assert_eq!(check(&log, "text"), Ok("text"));
    assert_eq!(log.text(), "closed, closed");
}

#[test]
fn c23_the_target_is_the_value_and_nothing_else_happens() {
    let shared = Rc::new(5);
    with!(nullcontext(shared.clone()) as value => { assert!(Rc::ptr_eq(value, &shared)) });
    both("raised KIND body", |_, raise| {
        with!(nullcontext(()) => catch { raise("body")? });
        Ok(())
    });
}

/// Where one branch closes and the other doesn't, the two have one type.
#[test]
fn a_manager_that_may_be_absent_is_an_option() {
    fn run(log: &Log, owned: bool) {
        with!(owned.then(|| closing(log, |log| log.note("closed"))) => { log.note("block") });
    }
    let log = Log::new();
    run(&log, true);
    run(&log, false);
    assert_eq!(log.text(), "block, closed, block");
}

#[test]
fn a_dropped_future_closes_the_thing() {
    let log = Log::new();
    let mut future = Box::pin(async {
        with!(closing(&log, |log| log.note("closed")) => {
            std::future::pending::<()>().await;
        });
    });
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(future.as_mut().poll(&mut context).is_pending());
    drop(future);
    assert_eq!(log.text(), "closed");
}

#[test]
fn debug_shows_the_value() {
    let mut manager = closing(5, drop);
    assert_eq!(format!("{manager:?}"), "Closing(Some(5), ..)");
    with!(&mut manager => {});
    assert_eq!(format!("{manager:?}"), "Closing(None, ..)");
}
