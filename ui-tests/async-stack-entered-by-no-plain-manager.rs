use with_runtime::contextlib::AsyncExitStack;
use with_runtime::{AsyncContextManager, SendException, async_with};

struct Async;

impl AsyncContextManager for Async {
    type Value<'a> = ();
    type Exit = ();

    async fn aenter(&mut self) {}

    async fn aexit(&mut self, _: Option<SendException<'_>>) {}
}

async fn run() {
    async_with!(AsyncExitStack::new() as stack => {
        stack.enter_context(Async);
    });
}

fn main() {
    drop(run());
}
