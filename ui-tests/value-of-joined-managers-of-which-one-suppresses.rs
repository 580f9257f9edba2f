use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

struct Suppress;

impl ContextManager for Suppress {
    type Value<'a> = ();
    type Exit = bool;

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> bool {
        true
    }
}

fn main() {
    let length: usize = with!(Lock, Suppress => {
        let text = String::from("text");
        text.len()
    });
    println!("{length}");
}
