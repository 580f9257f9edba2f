use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

async fn wait() {
    with!(Lock => catch {
        std::future::ready(()).await;
    });
}

fn main() {
    with!(Lock, catch {
        println!("locked");
    });
    drop(wait());
}
