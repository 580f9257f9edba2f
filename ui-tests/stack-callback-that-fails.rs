use std::fs;

use with_runtime::contextlib::ExitStack;
use with_runtime::with;

fn main() {
    with!(ExitStack::new() as stack => {
        stack.callback(|| fs::remove_file("lock"));
    });
}
