use with_runtime::contextlib::ExitStack;
use with_runtime::with;

struct Broken;

fn run() -> Result<(), Broken> {
    with!(ExitStack::fallible() as stack => {
        stack.callback(|| Err::<(), _>(Broken));
    })
}

fn main() {
    drop(run());
}
