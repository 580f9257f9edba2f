use with_runtime::contextlib::ExitStack;
use with_runtime::with;

fn main() {
    with!(ExitStack::suppressing() as stack => {
        stack.push(|_| 5);
    });
}
