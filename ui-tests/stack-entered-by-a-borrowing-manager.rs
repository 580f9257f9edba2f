use with_runtime::contextlib::ExitStack;
use with_runtime::{ContextManager, Exception, with};

struct Borrowing<'s>(&'s mut String);

impl ContextManager for Borrowing<'_> {
    type Value<'a>
        = &'a mut String
    where
        Self: 'a;
    type Exit = ();

    fn enter(&mut self) -> &mut String {
        self.0
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    let mut name = String::new();
    with!(ExitStack::new() as stack => {
        stack.enter_context(Borrowing(&mut name)).push('x');
    });
}
