//! Async managers that write down what happens to them.

use std::panic::{AssertUnwindSafe, panic_any};

use futures::FutureExt;
use futures::executor::block_on;
use with_runtime::{AsyncContextManager, Exception, SendException, Verdict};

use crate::common::{Log, pause};
use crate::spies::given_there;
use crate::support::{Fault, Raise};

/// Writes what happens to it, waiting in each method.
pub(crate) struct Waits<V> {
    name: &'static str,
    log: Log,
    value: u32,
    answer: fn() -> V,
}

pub(crate) fn waits<V: Verdict<Answer = V>>(
    log: &Log,
    name: &'static str,
    answer: fn() -> V,
) -> Waits<V> {
    Waits {
        name,
        log: log.clone(),
        value: 0,
        answer,
    }
}

impl<V: Verdict<Answer = V>> AsyncContextManager for Waits<V> {
    type Value<'a>
        = &'a mut u32
    where
        Self: 'a;
    type Exit = V;

    async fn aenter(&mut self) -> &mut u32 {
        pause().await;
        self.log.note(format!("aenter {}", self.name));
        &mut self.value
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> V {
        let given = given_there(exc.map(Exception::from));
        pause().await;
        self.log.note(format!("aexit {}: {given}", self.name));
        (self.answer)()
    }

    fn cancelled(&mut self) {
        self.log.note(format!("cancelled {}", self.name));
    }
}

/// Enters it. The closure says that what it awaits can be sent; Rust can't say so of a trait's
/// method yet.
macro_rules! enter {
    ($stack:ident, $manager:expr) => {
        $stack.enter_async_context($manager, |manager, exc| {
            Box::pin(::with_runtime::AsyncContextManager::aexit(manager, exc))
        })
    };
}

/// An exit that waits, and then notes what it was given.
pub(crate) fn note(
    log: &Log,
    name: &'static str,
) -> impl FnOnce(Option<SendException<'_>>) -> BoxedUnit + Send + use<> {
    let log = log.clone();
    move |exc| {
        let given = given_there(exc.map(Exception::from));
        Box::pin(async move {
            pause().await;
            log.note(format!("{name}: {given}"));
        })
    }
}

pub(crate) type BoxedUnit = with_runtime::contextlib::BoxFuture<'static, ()>;

#[expect(clippy::needless_pass_by_value, reason = "a closure")]
pub(crate) fn both(expected: &str, run: impl AsyncFn(&Log, Raise) -> Result<(), Fault>) {
    let raises: [(&str, Raise); 2] = [
        ("error", |name| Err(Fault(name))),
        ("panic", |name| panic_any(Fault(name))),
    ];
    for (kind, raise) in raises {
        let log = Log::new();
        match block_on(AssertUnwindSafe(run(&log, raise)).catch_unwind()) {
            Ok(Ok(())) => {}
            Ok(Err(Fault(name))) => log.note(format!("raised error {name}")),
            Err(payload) => log.note(format!(
                "raised panic {}",
                payload.downcast::<Fault>().unwrap()
            )),
        }
        assert_eq!(log.text(), expected.replace("KIND", kind));
    }
}
pub(crate) use enter;
