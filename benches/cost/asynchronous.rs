//! Async cases: with the statement, as a good programmer writes the same by hand, and the block without anything around it.
#![allow(clippy::unnecessary_wraps, reason = "one signature fits all")]

use std::error::Error;
use std::future::{poll_fn, ready};
use std::hint::black_box;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

use with_runtime::{AsyncContextManager, SendException, async_with};

use crate::managers::{Failed, Refused};

type Outcome = Result<u64, Failed>;

/// A manager, and twice the number of times that the block waits. An odd number is refused in the end.
pub(crate) type Function = fn(&mut Counter, u64) -> Outcome;

/// Counts how deep it is entered.
#[derive(Default)]
pub(crate) struct Counter {
    depth: u64,
    failures: u64,
}

impl AsyncContextManager for Counter {
    type Value<'a> = u64;
    type Exit = ();

    async fn aenter(&mut self) -> u64 {
        self.depth += 1;
        self.depth
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) {
        self.exit(exc.is_some_and(|exc| exc.is::<Refused>())).await;
    }

    fn cancelled(&mut self) {
        self.depth -= 1;
    }
}

impl Counter {
    async fn exit(&mut self, refused: bool) {
        self.depth = self.depth.checked_sub(1).expect("entered");
        self.failures += u64::from(refused);
        ready(()).await;
    }
}

/// What tells the manager that the future is dropped.
struct Guard<'m> {
    manager: &'m mut Counter,
    entered: bool,
}

impl Guard<'_> {
    async fn exit(mut self, exc: Option<&(dyn Error + Send + Sync + 'static)>) {
        let refused = exc.is_some_and(<dyn Error + Send + Sync>::is::<Refused>);
        self.manager.exit(refused).await;
        self.entered = false;
    }
}

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        if self.entered {
            self.manager.cancelled();
        }
    }
}

/// Waits half as often as that, and refuses odd numbers.
async fn wait(mut times: u64) -> Result<u64, Refused> {
    let all = times;
    poll_fn(|_| {
        if times < 2 {
            return Poll::Ready(());
        }
        times -= 2;
        Poll::Pending
    })
    .await;
    match black_box(all) {
        all if all % 2 == 1 => Err(Refused(all)),
        all => Ok(all / 2),
    }
}

/// Polls until it is ready, without a look into the future, as a runtime does.
#[inline(never)]
fn drive(mut future: Pin<&mut dyn Future<Output = Outcome>>) -> Outcome {
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}

#[inline(never)]
pub(crate) fn nothing(_: &mut Counter, times: u64) -> Outcome {
    Ok(times)
}

#[inline(never)]
pub(crate) fn plain(_: &mut Counter, times: u64) -> Outcome {
    drive(pin!(async { Ok(wait(times).await? + 1) }))
}

#[inline(never)]
pub(crate) fn ours(manager: &mut Counter, times: u64) -> Outcome {
    drive(pin!(async {
        let sum = async_with!(manager as depth => { wait(times).await? + depth });
        Ok(sum)
    }))
}

#[inline(never)]
pub(crate) fn by_hand(manager: &mut Counter, times: u64) -> Outcome {
    drive(pin!(async {
        let depth = manager.aenter().await;
        let guard = Guard {
            manager,
            entered: true,
        };
        let half = match wait(times).await {
            Ok(half) => half,
            Err(error) => {
                guard.exit(Some(&error)).await;
                return Err(error.into());
            }
        };
        let sum = half + depth;
        guard.exit(None).await;
        Ok(sum)
    }))
}

/// Runs so many rounds of the function, whose block waits half as often as `times`.
#[inline(never)]
pub(crate) fn call(function: Function, times: u64, rounds: u64) {
    let mut manager = Counter::default();
    for _ in 0..rounds {
        let _ = black_box(function(black_box(&mut manager), black_box(times)));
    }
    black_box(manager.failures);
}
