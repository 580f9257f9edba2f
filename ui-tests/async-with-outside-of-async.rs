use with_runtime::{AsyncContextManager, SendException, async_with};

struct Session;

impl AsyncContextManager for Session {
    type Value<'a> = ();
    type Exit = ();

    async fn aenter(&mut self) {}

    async fn aexit(&mut self, _: Option<SendException<'_>>) {}
}

fn main() {
    async_with!(Session => {
        println!("running");
    });
}
