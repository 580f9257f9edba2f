use with_runtime::{AsyncContextManager, SendException, async_with};

struct Session;

impl AsyncContextManager for Session {
    type Value<'a> = ();
    type Exit = ();

    async fn aenter(&mut self) {}

    fn aexit(&mut self, _: Option<SendException<'_>>) {}
}

async fn run() {
    async_with!(Session => {
        println!("running");
    });
}

fn main() {
    drop(run());
}
