use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

macro_rules! wait {
    ($future:expr) => {
        $future.await
    };
}

async fn hold() {
    with!(Lock => catch {
        wait!(std::future::ready(()));
    });
}

fn main() {
    drop(hold());
}
