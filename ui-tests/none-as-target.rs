use with_runtime::{ContextManager, Exception, with};

struct Lookup;

impl ContextManager for Lookup {
    type Value<'a> = Option<u32>;
    type Exit = ();

    fn enter(&mut self) -> Option<u32> {
        Some(1)
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    with!(Lookup as None => {
        println!("nothing");
    });
}
