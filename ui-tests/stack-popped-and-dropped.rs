#![deny(unused_must_use)]

use with_runtime::contextlib::ExitStack;
use with_runtime::with;

fn main() {
    with!(ExitStack::new() as stack => {
        stack.callback(|| println!("bye"));
        stack.pop_all();
    });
}
