use std::fs;

use with_runtime::contextlib::ExitStack;
use with_runtime::with;

fn run() -> Result<(), String> {
    with!(ExitStack::fallible() as stack => {
        stack.callback(|| Err::<(), String>("no".to_owned()));
        stack.callback(|| fs::remove_file("lock"));
    })
}

fn main() {
    run().unwrap();
}
