use with_runtime::contextlib::ExitStack;
use with_runtime::{ContextManager, Exception, with};

struct Plain(u8);

impl ContextManager for Plain {
    type Value<'a> = &'a mut u8;
    type Exit = ();

    fn enter(&mut self) -> &mut u8 {
        &mut self.0
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    with!(ExitStack::new() as stack => {
        let value = stack.enter_context(Plain(5));
        stack.close();
        *value = 6;
    });
}
