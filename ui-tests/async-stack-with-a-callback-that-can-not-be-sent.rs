use std::rc::Rc;

use with_runtime::async_with;
use with_runtime::contextlib::AsyncExitStack;

async fn run() {
    let name = Rc::new("bye");
    async_with!(AsyncExitStack::new() as stack => {
        stack.callback(move || println!("{name}"));
    });
}

fn main() {
    drop(run());
}
