use with_runtime::with;

fn run<M>(manager: M) {
    with!(manager => {});
}

fn main() {}
