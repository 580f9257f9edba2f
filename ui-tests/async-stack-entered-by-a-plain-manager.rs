use with_runtime::contextlib::AsyncExitStack;
use with_runtime::{AsyncContextManager, async_with};
use with_runtime::{ContextManager, Exception};

struct Plain(u8);

impl ContextManager for Plain {
    type Value<'a> = &'a mut u8;
    type Exit = ();

    fn enter(&mut self) -> &mut u8 {
        &mut self.0
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

async fn run() {
    async_with!(AsyncExitStack::new() as stack => {
        stack.enter_async_context(Plain(5), |manager, exc| Box::pin(manager.aexit(exc))).await;
    });
}

fn main() {
    drop(run());
}
