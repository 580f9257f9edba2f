//! `managed`: a value and a function of it and the exception.

use std::io;

use with_runtime::contextlib::managed;
use with_runtime::{ContextManager, ExceptionKind, Strict, with};

use crate::common::{Log, Oops, fail, panic_message};
use crate::support::{Fault, both, given};

/// A transaction that writes down its end.
struct Transaction<'l>(&'l Log);

impl Transaction<'_> {
    fn execute(&mut self, sql: &str) -> Result<usize, Oops> {
        self.0.note(sql);
        if sql.is_empty() {
            fail("syntax")
        } else {
            Ok(1)
        }
    }

    fn commit(self) -> Result<(), Oops> {
        self.0.note("commit");
        self.end()
    }

    fn rollback(self) -> Result<(), Oops> {
        self.0.note("rollback");
        self.end()
    }

    fn end(self) -> Result<(), Oops> {
        if self.0.text().contains("disconnect") {
            fail("disconnected")
        } else {
            Ok(())
        }
    }
}

/// No annotation is needed: the signature of the closure is known.
macro_rules! transaction {
    ($log:expr) => {
        managed(Transaction($log), |tx, exc| match exc {
            None => tx.commit(),
            Some(_) => tx.rollback(),
        })
    };
}

#[test]
fn a_block_that_ends_is_committed() {
    fn run(log: &Log) -> Result<usize, Oops> {
        with!(transaction!(log) as tx => { tx.execute("insert")? + tx.execute("delete")? })
    }
    let log = Log::new();
    assert_eq!(run(&log), Ok(2));
    assert_eq!(log.text(), "insert, delete, commit");
}

#[test]
fn an_error_raised_in_the_block_is_rolled_back() {
    fn run(log: &Log) -> Result<usize, Oops> {
        with!(transaction!(log) as tx => { tx.execute("")? })
    }
    let log = Log::new();
    assert_eq!(run(&log), fail("syntax"));
    assert_eq!(log.text(), ", rollback");
}

#[test]
fn a_commit_or_a_rollback_that_fails_is_the_failure_of_the_statement() {
    fn run(log: &Log, sql: &str) -> Result<usize, Oops> {
        with!(transaction!(log) as tx => { tx.execute("disconnect")? + tx.execute(sql)? })
    }
    assert_eq!(run(&Log::new(), "insert"), fail("disconnected"));
    assert_eq!(run(&Log::new(), ""), fail("disconnected"));
}

#[test]
fn an_error_that_is_returned_or_the_value_of_the_block_is_rolled_back() {
    fn returned(log: &Log) -> Result<usize, Oops> {
        with!(transaction!(log) as tx => { return tx.execute("") })
    }
    fn value(log: &Log) -> Result<usize, Oops> {
        with!(transaction!(log) as tx => { tx.execute("") })?
    }
    fn none(log: &Log) -> Option<usize> {
        with!(transaction!(log) as tx => { tx.execute("").ok() }).unwrap()
    }
    let log = Log::new();
    assert_eq!(returned(&log), fail("syntax"));
    assert_eq!(value(&log), fail("syntax"));
    assert_eq!(none(&log), None);
    assert_eq!(log.text(), ", rollback, , rollback, , rollback");
}

#[test]
fn a_jump_and_a_returned_ok_are_committed() {
    fn run(log: &Log) -> Result<usize, Oops> {
        for _ in 0..2 {
            with!(transaction!(log) => { continue })?;
        }
        with!(transaction!(log) as tx => { return tx.execute("insert") })
    }
    let log = Log::new();
    assert_eq!(run(&log), Ok(1));
    assert_eq!(log.text(), "commit, commit, insert, commit");
}

#[test]
fn a_panic_is_rolled_back_and_propagates() {
    let log = Log::new();
    let run = || -> Result<(), Oops> { with!(transaction!(&log) => { panic!("body") }) };
    assert_eq!(panic_message(run), "body");
    assert_eq!(log.text(), "rollback");
}

#[test]
fn the_function_gets_the_value_and_the_exception_and_may_suppress_it() {
    both("given KIND body, after", |log, raise| {
        with!(managed(log, |log, exc| {
            log.note(format!("given {}", given(exc.as_ref())));
            exc.is_some()
        }) => catch {
            raise("body")?;
        });
        log.note("after");
        Ok(())
    });
}

#[test]
fn a_function_that_suppresses_and_fails() {
    fn run(raised: Result<(), Oops>) -> Result<&'static str, Oops> {
        with!(managed((), |(), exc| match exc {
            Some(exc) if exc.to_string() == "expected" => Ok(true),
            Some(_) => fail("exit"),
            None => Ok(false),
        }) => { raised?; })?;
        Ok("after")
    }
    assert_eq!(run(fail("expected")), Ok("after"));
    assert_eq!(run(fail("unexpected")), fail("exit"));
    assert_eq!(run(Ok(())), Ok("after"));
}

#[test]
fn a_dropped_future_is_an_exception() {
    let log = Log::new();
    let mut future = Box::pin(async {
        with!(managed(&log, |log, exc| {
            assert!(exc.is_some_and(|exc| exc.kind() == ExceptionKind::Interrupted));
            log.note("exit");
        }) => {
            std::future::pending::<()>().await;
        });
    });
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(future.as_mut().poll(&mut context).is_pending());
    drop(future);
    assert_eq!(log.text(), "exit");
}

#[test]
fn it_is_strict_by_its_type() {
    fn only_strict(manager: impl ContextManager<Exit = Strict<io::Result<()>>>) {
        drop(manager);
    }
    only_strict(managed(1, |_, _| Ok(())));
}

#[test]
fn a_second_use_panics() {
    let mut once = managed(5, |_, _| ());
    with!(&mut once => {});
    assert!(panic_message(|| with!(&mut once => {})).contains("entered only once"));
}

/// A manager that is dropped without being entered has nothing to undo.
#[test]
fn a_manager_that_is_never_entered_calls_nothing() {
    let log = Log::new();
    drop(managed(log.trace("value"), |_, _| log.note("exit")));
    assert_eq!(log.text(), "drop value");
}

/// An exit without an enter, or a second one, changes nothing.
#[test]
fn a_second_exit_is_neutral() {
    let mut once = managed(5, |_, _| true);
    once.enter();
    assert!(once.exit(None));
    assert!(!once.exit(None));
}

/// The conflict that `defer!` of scopeguard has: the cleanup uses what the block changes.
#[test]
fn block_and_cleanup_change_the_same_thing() {
    let mut lines = vec!["begin"];
    with!(managed(&mut lines, |lines, _| lines.push("end")) as lines => { lines.push("body") });
    assert_eq!(lines, ["begin", "body", "end"]);
}

#[test]
fn the_very_error_goes_out() {
    fn run() -> Result<(), Fault> {
        with!(managed((), |(), mut exc| {
            exc.as_mut().and_then(|exc| exc.downcast_mut::<Fault>()).unwrap().0 = "changed";
        }) => { Err(Fault("body"))? });
        Ok(())
    }
    assert_eq!(run(), Err(Fault("changed")));
}
