//! `catch { .. }`: a panic as an exception.

use core::future::poll_fn;
use core::pin::Pin;
use core::task::Poll;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use super::payload::Panicked;

/// Runs the block in the closure.
///
/// What a panic leaves half-done in the variables of the block is seen by whoever has them after it, as it is by a
/// `Drop` or after `catch_unwind`.
#[inline]
pub fn catch(block: impl FnOnce()) -> Result<(), Panicked> {
    catch_unwind(AssertUnwindSafe(block)).map_err(Panicked)
}

/// The same for a block that awaits: it is each poll that may panic.
#[inline]
pub async fn catch_polls(mut block: Pin<&mut impl Future<Output = ()>>) -> Result<(), Panicked> {
    poll_fn(
        |context| match catch_unwind(AssertUnwindSafe(|| block.as_mut().poll(context))) {
            Ok(polled) => polled.map(Ok),
            Err(payload) => Poll::Ready(Err(Panicked(payload))),
        },
    )
    .await
}

/// The panic resumes, with the same payload. The panic hook isn't called again.
#[inline]
pub fn resume(Panicked(payload): Panicked) -> ! {
    resume_unwind(payload)
}
