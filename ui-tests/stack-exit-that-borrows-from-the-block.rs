use with_runtime::contextlib::ExitStack;
use with_runtime::with;

fn main() {
    with!(ExitStack::new() as stack => {
        let name = String::new();
        stack.callback(|| println!("{name}"));
    });
}
