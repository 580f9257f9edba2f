use with_runtime::contextlib::chaining;
use with_runtime::{ContextManager, Exception, with};

struct Broken;

struct Fails;

impl ContextManager for Fails {
    type Value<'a> = ();
    type Exit = Result<(), Broken>;

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> Result<(), Broken> {
        Err(Broken)
    }
}

fn main() {
    let _ = with!(chaining(Fails) => {});
}
