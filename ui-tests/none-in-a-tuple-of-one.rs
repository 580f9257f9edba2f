use with_runtime::{ContextManager, Exception, with};

struct Settings;

impl ContextManager for Settings {
    type Value<'a> = (Option<u32>,);
    type Exit = ();

    fn enter(&mut self) -> (Option<u32>,) {
        (None,)
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    with!(Settings as (None,) => {
        println!("nothing is set");
    });
}
