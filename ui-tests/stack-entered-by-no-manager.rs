use with_runtime::contextlib::ExitStack;
use with_runtime::with;

fn main() {
    with!(ExitStack::new() as stack => {
        stack.enter_context(5);
    });
}
