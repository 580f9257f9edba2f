use with_runtime::{AsyncContextManager, SendException};

struct Session;

impl AsyncContextManager for Session {
    type Value<'a> = ();
    type Exit = ();

    fn aenter(&mut self) {}

    async fn aexit(&mut self, _: Option<SendException<'_>>) {}
}

fn main() {}
