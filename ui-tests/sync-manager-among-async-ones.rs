use with_runtime::{AsyncContextManager, ContextManager, Exception, SendException, async_with};

struct Session;

impl AsyncContextManager for Session {
    type Value<'a> = ();
    type Exit = ();

    async fn aenter(&mut self) {}

    async fn aexit(&mut self, _: Option<SendException<'_>>) {}
}

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

async fn run() {
    async_with!(Session, Lock => {
        println!("locked");
    });
}

fn main() {
    drop(run());
}
