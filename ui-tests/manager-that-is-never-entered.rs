#![deny(unused_must_use)]

use with_runtime::contextlib::{chdir, closing, managed, nullcontext, on_exit, suppress};

fn main() {
    managed(1, |_, _| ());
    closing(1, drop);
    on_exit(|_| println!("bye"));
    suppress::<std::io::Error>();
    nullcontext(1);
    chdir("directory");
}
