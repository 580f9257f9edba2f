use with_runtime::ContextManager;

struct Timer;

impl ContextManager for Timer {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}
}

fn main() {}
