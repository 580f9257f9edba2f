use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn read() -> u32 {
    with!(Lock => {
        return "12";
    });
    5
}

fn main() {
    println!("{}", read());
}
