use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn number() -> u32 {
    1
}

fn run() -> Option<()> {
    with!(Lock => {
        number()?;
    });
    Some(())
}

fn main() {
    run();
}
