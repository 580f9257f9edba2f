//! `TestAbstractAsyncContextManager`.

use futures::channel::mpsc::{self, Receiver, SendError, Sender};
use futures::executor::block_on;
use futures::future::{Either, join, select};
use futures::{SinkExt, StreamExt};
use with_runtime::{AsyncContextManager, SendException, async_with};

use crate::common::{Log, pause, refused};

/// As C1: what a manager lends is its own choice.
#[test]
fn a01_aenter_has_no_default() {
    refused("aenter-missing", "error[E0046]", &["missing: `aenter`"]);
}

/// What Python's default does.
#[test]
fn a01_a_manager_may_lend_itself() {
    struct Counter(u32);

    impl AsyncContextManager for Counter {
        type Value<'a> = &'a mut Counter;
        type Exit = ();

        async fn aenter(&mut self) -> &mut Counter {
            pause().await;
            self
        }

        async fn aexit(&mut self, _: Option<SendException<'_>>) {
            pause().await;
        }
    }

    let mut manager = Counter(1);
    block_on(async {
        async_with!(&mut manager as counter => { counter.0 += 1 });
    });
    assert_eq!(manager.0, 2);
}

/// Sends numbers from a block. It is suspended there until somebody takes one.
async fn produce(log: Log, mut numbers: Sender<u32>) -> Result<(), SendError> {
    async_with!(log.spy("m") => {
        numbers.send(11).await?;
        numbers.send(12).await?;
    });
    Ok(())
}

/// Nobody takes more than the first number.
async fn first(mut numbers: Receiver<u32>) -> Option<u32> {
    numbers.next().await
}

#[test]
fn a02_an_error_that_closes_a_suspended_block_passes_through() {
    let log = Log::new();
    let (sender, numbers) = mpsc::channel(0);
    let (ended, number) = block_on(join(produce(log.clone(), sender), first(numbers)));
    assert_eq!(number, Some(11));
    assert!(ended.unwrap_err().is_disconnected());
    assert_eq!(
        log.text(),
        "aenter m, aexit m: error send failed because receiver is gone"
    );
}

/// Nothing can be awaited then, so the manager is cancelled.
#[test]
fn a02_a_suspended_block_that_is_dropped_cancels_its_manager() {
    let log = Log::new();
    let (sender, mut numbers) = mpsc::channel(0);
    let producer = Box::pin(produce(log.clone(), sender));
    let Either::Right((number, producer)) = block_on(select(producer, numbers.next())) else {
        panic!("the block has ended")
    };
    assert_eq!(number, Some(11));
    assert_eq!(log.text(), "aenter m");
    drop(producer);
    assert_eq!(log.text(), "aenter m, cancelled m");
}

#[test]
fn a03_aexit_has_no_default() {
    refused("aexit-missing", "error[E0046]", &["missing: `aexit`"]);
}

#[test]
fn a04_a_type_that_implements_no_protocol_is_refused() {
    refused(
        "not-an-async-manager",
        "error[E0277]: `Socket` is not an async context manager",
        &[],
    );
}
