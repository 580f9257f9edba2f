use with_runtime::{AsyncContextManager, Exception, async_with};

struct Session;

impl AsyncContextManager for Session {
    type Value<'a> = ();
    type Exit = ();

    async fn aenter(&mut self) {}

    async fn aexit(&mut self, _: Option<Exception<'_>>) {}
}

async fn run() {
    async_with!(Session => {
        println!("running");
    });
}

fn main() {
    drop(run());
}
