use with_runtime::{ContextManager, with};

fn run<M: ContextManager>(manager: M) {
    with!(manager => {
        println!("entered");
    });
}

fn main() {}
