use with_runtime::{AsyncContextManager, SendException, with};

struct Session;

impl AsyncContextManager for Session {
    type Value<'a> = ();
    type Exit = ();

    async fn aenter(&mut self) {}

    async fn aexit(&mut self, _: Option<SendException<'_>>) {}
}

async fn run() {
    with!(Session => {
        println!("running");
    });
}

fn main() {
    drop(run());
}
