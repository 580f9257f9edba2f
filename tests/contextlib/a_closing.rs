//! `AclosingTestCase` and `TestAsyncNullcontext`.

use std::future::pending;

use futures::channel::mpsc;
use futures::executor::block_on;
use futures::{FutureExt, StreamExt};
use with_runtime::contextlib::{aclosing, closing, nullcontext};
use with_runtime::{async_with, with};

use crate::common::{Log, Oops, fail, panic_message, pause};
use crate::support::Fault;

#[derive(Clone)]
struct Connection(Log);

impl Connection {
    async fn close(self) {
        pause().await;
        self.0.note("closed");
    }

    async fn fail_to_close(self) -> Result<(), Oops> {
        pause().await;
        fail("close")
    }
}

#[test]
fn a21_the_target_is_the_thing_and_its_close_is_awaited() {
    let log = Log::new();
    block_on(async {
        async_with!(aclosing(Connection(log.clone()), Connection::close) as connection => {
            connection.0.note("block");
            pause().await;
        });
    });
    assert_eq!(log.text(), "block, closed");
}

#[test]
fn a22_it_is_closed_after_an_error_which_propagates() {
    async fn run(log: &Log) -> Result<(), Fault> {
        async_with!(aclosing(Connection(log.clone()), async |c: Connection| c.close().await) => {
            Err(Fault("body"))?;
        });
        Ok(())
    }
    let log = Log::new();
    assert_eq!(block_on(run(&log)), Err(Fault("body")));
    assert_eq!(log.text(), "closed");
}

#[test]
fn a22_it_is_closed_after_a_caught_panic_which_propagates() {
    let log = Log::new();
    let message = panic_message(|| {
        block_on(async {
            async_with!(aclosing(Connection(log.clone()), Connection::close) => catch {
                pause().await;
                panic!("body")
            });
        });
    });
    assert_eq!(message, "body");
    assert_eq!(log.text(), "closed");
}

#[test]
fn a22_a_close_that_fails_is_the_failure_of_the_statement() {
    async fn run(log: &Log, body: Result<(), Oops>) -> Result<(), Oops> {
        async_with!(aclosing(Connection(log.clone()), Connection::fail_to_close) => { body?; })
    }
    let log = Log::new();
    assert_eq!(block_on(run(&log, Ok(()))), fail("close"));
    assert_eq!(block_on(run(&log, fail("body"))), fail("close"));
}

/// A stream that is dropped half-way exits the managers in it: plain ones, as nothing can be
/// awaited then.
#[test]
fn a23_a_stream_that_is_closed_half_way_exits_the_manager_in_it() {
    async fn run(log: &Log) -> Result<(), Fault> {
        let (next, mut numbers) = mpsc::unbounded();
        let producer = Box::pin(async move {
            with!(closing(log, |log| log.note("exited")) => {
                next.unbounded_send(1).unwrap();
                pending::<()>().await;
            });
        });
        async_with!(aclosing(producer, async |producer| drop(producer)) as producer => {
            assert!(producer.as_mut().now_or_never().is_none());
            assert_eq!(numbers.next().await, Some(1));
            Err(Fault("body"))?;
        });
        Ok(())
    }
    let log = Log::new();
    let error = block_on(run(&log)).unwrap_err();
    log.note(format!("raised {error}"));
    assert_eq!(log.text(), "exited, raised body");
}

/// Nothing can be awaited then, so it is dropped: at once, though the manager is only borrowed.
#[test]
fn a_dropped_future_drops_the_thing() {
    struct Noisy(Log);

    impl Drop for Noisy {
        fn drop(&mut self) {
            self.0.note("dropped");
        }
    }

    async fn close(_: Noisy) {
        unreachable!("it can't be awaited")
    }

    let log = Log::new();
    let mut manager = aclosing(Noisy(log.clone()), close);
    let mut future = Box::pin(async {
        async_with!(&mut manager => { std::future::pending::<()>().await });
    });
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(future.as_mut().poll(&mut context).is_pending());
    drop(future);
    assert_eq!(log.text(), "dropped");
    drop(manager);
}

#[test]
fn a52_nullcontext_is_an_async_manager_too() {
    block_on(async {
        async_with!(nullcontext(5) as five => { assert_eq!(*five, 5) });
    });
}

#[test]
fn aclosing_can_be_spawned() {
    let log = Log::new();
    let copy = log.clone();
    let runtime = tokio::runtime::Builder::new_multi_thread().build().unwrap();
    runtime.block_on(async {
        tokio::spawn(async move {
            async_with!(aclosing(Connection(copy), Connection::close) as connection => {
                pause().await;
                connection.0.note("block");
            });
        })
        .await
        .unwrap();
    });
    assert_eq!(log.text(), "block, closed");
}
