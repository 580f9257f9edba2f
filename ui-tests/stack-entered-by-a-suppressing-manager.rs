use with_runtime::contextlib::ExitStack;
use with_runtime::{ContextManager, Exception, with};

struct Suppress;

impl ContextManager for Suppress {
    type Value<'a> = ();
    type Exit = bool;

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> bool {
        true
    }
}

fn main() {
    with!(ExitStack::new() as stack => {
        stack.enter_context(Suppress);
    });
}
