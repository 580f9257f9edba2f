use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn answer() -> u32 {
    with!(Lock => {
        println!("thinking");
        42;
    })
}

fn main() {
    answer();
}
