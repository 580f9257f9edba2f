//! `on_exit`, `on_error` and `on_success`.

use std::cell::Cell;

use with_runtime::contextlib::{on_error, on_exit, on_success};
use with_runtime::{ContextManager, PendingError, with};

use crate::common::{Log, Oops, fail, panic_message};
use crate::support::{both, given};

fn never() {
    unreachable!("it isn't called")
}

/// All three, around a block that is left in this way.
fn around(log: &Log, leave: impl FnOnce() -> Result<u8, Oops>) -> Result<u8, Oops> {
    with!(
        on_exit(|exc| log.note(format!("exit: {}", given(exc.as_ref())))),
        on_error(|exc| log.note(format!("error: {}", given(Some(&exc))))),
        on_success(|| log.note("success"))
        => { leave() }
    )
}

#[test]
fn an_end_is_a_success() {
    let log = Log::new();
    assert_eq!(around(&log, || Ok(1)), Ok(1));
    assert_eq!(log.text(), "success, exit: clean");
}

#[test]
fn an_err_as_a_value_is_an_error() {
    let log = Log::new();
    assert_eq!(around(&log, || fail("oops")), fail("oops"));
    assert_eq!(log.text(), "error: error, exit: error");
}

#[test]
fn a_panic_is_an_error() {
    let log = Log::new();
    assert_eq!(panic_message(|| around(&log, || panic!("body"))), "body");
    assert_eq!(log.text(), "error: panic, exit: panic");
}

#[test]
fn an_error_that_is_raised_is_an_error() {
    both(
        "error KIND body, exit KIND body, raised KIND body",
        |log, raise| {
            with!(
                on_exit(|exc| log.note(format!("exit {}", given(exc.as_ref())))),
                on_error(|exc| log.note(format!("error {}", given(Some(&exc))))),
                on_success(never)
                => catch { raise("body")? }
            );
            Ok(())
        },
    );
}

#[test]
fn jumps_are_successes() {
    fn run(log: &Log) -> Option<u8> {
        let note = || log.note("success");
        for number in 0..2 {
            with!(on_success(note), on_error(|_| never()) => {
                if number == 0 { continue }
                break;
            });
        }
        with!(on_success(note), on_error(|_| never()) => { return Some(1) })
    }
    let log = Log::new();
    assert_eq!(run(&log), Some(1));
    assert_eq!(log.text(), "success, success, success");
}

#[test]
fn a_dropped_future_is_an_error() {
    let log = Log::new();
    let mut future = Box::pin(async {
        with!(on_error(|exc| log.note(given(Some(&exc)))), on_success(never) => {
            std::future::pending::<()>().await;
        });
    });
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(future.as_mut().poll(&mut context).is_pending());
    drop(future);
    assert_eq!(log.text(), "interrupted");
}

#[test]
fn they_may_fail() {
    let success: Result<u8, Oops> = with!(on_success(|| fail::<u32>("late")) => { 1 });
    assert_eq!(success, fail("late"));
    let exit: Result<u8, Oops> = with!(on_exit(|_| fail::<()>("late")) => { 1 });
    assert_eq!(exit, fail("late"));
    let error: Result<Option<u8>, Oops> = with!(on_error(|_| fail::<()>("late")) => { None });
    assert_eq!(error, fail("late"));
    let clean: Result<u8, Oops> = with!(on_error(|_| fail::<()>("late")) => { 1 });
    assert_eq!(clean, Ok(1));
}

#[test]
fn on_error_and_on_exit_may_suppress() {
    fn run() -> Result<&'static str, Oops> {
        with!(on_error(|exc| exc.is::<Oops>()) => { fail::<()>("oops")?; });
        with!(on_exit(|exc| exc.is_some()) => { fail::<()>("oops")?; });
        Ok("after")
    }
    assert_eq!(run(), Ok("after"));
}

/// Shared borrows and cells need no `managed`.
#[test]
fn a_cleanup_may_share_what_the_block_uses() {
    let depth = Cell::new(1);
    with!(on_exit(|_| depth.set(depth.get() - 1)) => { assert_eq!(depth.get(), 1) });
    assert_eq!(depth.get(), 0);
}

#[test]
fn a_second_use_panics() {
    let mut exit = on_exit(|_| ());
    let mut error = on_error(|_| ());
    let mut success = on_success(|| ());
    with!(&mut exit, &mut error, &mut success => {});
    let used = "entered only once";
    assert!(panic_message(|| with!(&mut exit => {})).contains(used));
    assert!(panic_message(|| with!(&mut error => {})).contains(used));
    assert!(panic_message(|| with!(&mut success => {})).contains(used));
}

/// What `PendingError` is for.
#[test]
fn an_exit_is_tested_without_a_statement() {
    let mut pending = PendingError::new(Oops("oops"));
    assert!(on_error(|exc| exc.is::<Oops>()).exit(Some(pending.exception())));
    assert!(!on_error(|_| true).exit(None));
    on_success(never).exit(Some(pending.exception()));
    assert_eq!(pending.into_error(), Some(Oops("oops")));
}
