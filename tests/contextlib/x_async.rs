//! The async forms of `managed`, `on_exit`, `on_error` and `on_success`.

use std::future::pending;
use std::task::{Context, Waker};

use futures::executor::block_on;
use with_runtime::async_with;
use with_runtime::contextlib::{aclosing, amanaged, aon_error, aon_exit, aon_success, nullcontext};

use crate::common::{Log, Oops, fail, panic_message, pause};

struct Transaction<'l>(&'l Log);

impl Transaction<'_> {
    async fn execute(&mut self, sql: &str) -> Result<usize, Oops> {
        pause().await;
        self.0.note(sql);
        if sql.is_empty() {
            fail("syntax")
        } else {
            Ok(1)
        }
    }

    async fn commit(self) -> Result<(), Oops> {
        pause().await;
        self.0.note("commit");
        Ok(())
    }

    async fn rollback(self) -> Result<(), Oops> {
        pause().await;
        self.0.note("rollback");
        Ok(())
    }
}

async fn run(log: &Log, sql: &str) -> Result<usize, Oops> {
    async_with!(amanaged(Transaction(log), |tx, exc| {
        let failed = exc.is_some();
        async move { if failed { tx.rollback().await } else { tx.commit().await } }
    }) as tx => {
        if sql == "return" {
            return fail("returned");
        }
        tx.execute(sql).await?
    })
}

#[test]
fn a_transaction_is_committed_or_rolled_back() {
    let log = Log::new();
    assert_eq!(block_on(run(&log, "insert")), Ok(1));
    assert_eq!(block_on(run(&log, "")), fail("syntax"));
    assert_eq!(block_on(run(&log, "return")), fail("returned"));
    assert_eq!(log.text(), "insert, commit, , rollback, rollback");
}

/// All three, around a block that is left in this way.
async fn around(log: &Log, leave: Result<u8, Oops>) -> Result<u8, Oops> {
    async_with!(
        aon_exit(|exc| {
            let text = exc.map_or("clean".to_owned(), |exc| exc.to_string());
            async move {
                pause().await;
                log.note(format!("exit: {text}"));
            }
        }),
        aon_error(|exc| {
            let text = exc.to_string();
            async move {
                pause().await;
                log.note(format!("error: {text}"));
            }
        }),
        aon_success(async || {
            pause().await;
            log.note("success");
        })
        => { leave }
    )
}

#[test]
fn cleanups_are_awaited() {
    let log = Log::new();
    assert_eq!(block_on(around(&log, Ok(1))), Ok(1));
    assert_eq!(block_on(around(&log, fail("oops"))), fail("oops"));
    assert_eq!(log.text(), "success, exit: clean, error: oops, exit: oops");
}

/// Values that are borrowed, values that are owned, and exceptions that are looked at.
#[test]
fn they_can_be_spawned() {
    let log = Log::new();
    let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
    let spawned = log.clone();
    let done = runtime.block_on(async move {
        tokio::spawn(async move {
            let committed = run(&spawned, "insert").await;
            let failed = run(&spawned, "").await;
            let deferred = around(&spawned, fail("oops")).await;
            (committed, failed, deferred)
        })
        .await
        .unwrap()
    });
    assert_eq!(done, (Ok(1), fail("syntax"), fail("oops")));
    assert_eq!(
        log.text(),
        "insert, commit, , rollback, error: oops, exit: oops"
    );
}

async fn never() {
    pause().await;
    unreachable!("it can't be awaited")
}

/// Nothing can be awaited then: what they hold is dropped at once, though the manager is only
/// borrowed.
#[test]
fn a_dropped_future_drops_what_they_hold() {
    let log = Log::new();
    let mut managed = amanaged(log.trace("value"), |_, _| never());
    let trace = log.trace("exit");
    let mut exit = aon_exit(move |_| {
        drop(trace);
        never()
    });
    let trace = log.trace("error");
    let mut error = aon_error(move |_| {
        drop(trace);
        never()
    });
    let trace = log.trace("success");
    let mut success = aon_success(move || {
        drop(trace);
        never()
    });
    let mut future = Box::pin(async {
        async_with!(&mut managed, &mut exit, &mut error, &mut success => { pending::<()>().await });
    });
    let mut context = Context::from_waker(Waker::noop());
    assert!(future.as_mut().poll(&mut context).is_pending());
    drop(future);
    assert_eq!(
        log.text(),
        "drop success, drop error, drop exit, drop value"
    );
    drop((managed, exit, error, success));
}

#[test]
fn a_second_use_panics() {
    async fn nothing<T>(_: T) {}
    let mut managed = amanaged(5, |five, _| nothing(five));
    let mut closing = aclosing(5, nothing);
    let mut exit = aon_exit(|_| nothing(5));
    let mut error = aon_error(|_| nothing(5));
    let mut success = aon_success(|| nothing(5));
    let mut null = nullcontext(5);
    block_on(async {
        async_with!(&mut managed, &mut closing, &mut exit, &mut error, &mut success, &mut null => {});
        async_with!(&mut null => {});
    });
    let used = "entered only once";
    assert!(panic_message(|| block_on(async { async_with!(&mut managed => {}) })).contains(used));
    assert!(panic_message(|| block_on(async { async_with!(&mut closing => {}) })).contains(used));
    assert!(panic_message(|| block_on(async { async_with!(&mut exit => {}) })).contains(used));
    assert!(panic_message(|| block_on(async { async_with!(&mut error => {}) })).contains(used));
    assert!(panic_message(|| block_on(async { async_with!(&mut success => {}) })).contains(used));
}

#[test]
fn they_may_suppress_and_fail() {
    async fn suppressed() -> Result<&'static str, Oops> {
        async_with!(aon_error(|exc| {
            let known = exc.is::<Oops>();
            async move { known }
        }) => {
            fail::<()>("oops")?;
        });
        Ok("after")
    }
    async fn failed() -> Result<u8, Oops> {
        async_with!(aon_success(async || fail::<()>("late")) => { 1 })
    }
    assert_eq!(block_on(suppressed()), Ok("after"));
    assert_eq!(block_on(failed()), fail("late"));
}
