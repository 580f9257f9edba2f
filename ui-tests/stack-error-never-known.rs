use with_runtime::contextlib::ExitStack;
use with_runtime::with;

fn main() {
    let five = with!(ExitStack::fallible() as stack => {
        stack.callback(|| println!("bye"));
        5
    });
}
