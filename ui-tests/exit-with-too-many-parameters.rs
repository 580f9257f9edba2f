use with_runtime::{ContextManager, Exception};

struct Timer;

impl ContextManager for Timer {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, kind: Option<&str>, exc: Option<Exception<'_>>, traceback: Option<&str>) {}
}

fn main() {}
