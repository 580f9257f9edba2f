use with_runtime::with;

fn main() {
    with!();
}
