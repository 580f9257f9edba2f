use with_runtime::contextlib::AsyncExitStack;
use with_runtime::with;

async fn run() {
    with!(AsyncExitStack::new() as stack => {
        stack.callback(|| println!("bye"));
    });
}

fn main() {
    drop(run());
}
