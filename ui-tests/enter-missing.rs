use with_runtime::{ContextManager, Exception};

struct Timer;

impl ContextManager for Timer {
    type Value<'a> = ();
    type Exit = ();

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {}
