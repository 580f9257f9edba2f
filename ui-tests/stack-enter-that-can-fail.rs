use std::io;

use with_runtime::contextlib::ExitStack;
use with_runtime::{ContextManager, Exception, with};

struct Opened;

impl ContextManager for Opened {
    type Value<'a> = io::Result<()>;
    type Exit = io::Result<()>;

    fn enter(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn exit(&mut self, _: Option<Exception<'_>>) -> io::Result<()> {
        Ok(())
    }
}

fn run() -> io::Result<()> {
    with!(ExitStack::fallible() as stack => {
        stack.enter_context(Opened)?;
    })
}

fn main() {
    run().unwrap();
}
