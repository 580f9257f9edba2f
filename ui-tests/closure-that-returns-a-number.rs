use with_runtime::contextlib::managed;
use with_runtime::with;

fn main() {
    let mut depth = 1;
    with!(managed(&mut depth, |depth, _| *depth - 1) as depth => {
        **depth += 1;
    });
}
