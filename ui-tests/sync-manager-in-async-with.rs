use with_runtime::{ContextManager, Exception, async_with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

async fn run() {
    async_with!(Lock => {
        println!("locked");
    });
}

fn main() {
    drop(run());
}
