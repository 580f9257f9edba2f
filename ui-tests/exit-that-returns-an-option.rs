use with_runtime::{ContextManager, Exception, with};

struct Suppress;

impl ContextManager for Suppress {
    type Value<'a> = ();
    type Exit = Option<bool>;

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> Option<bool> {
        Some(true)
    }
}

fn main() {
    with!(Suppress => {
        println!("never");
    });
}
