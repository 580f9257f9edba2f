use with_runtime::{ContextManager, Exception, with};

struct Settings;

impl ContextManager for Settings {
    type Value<'a> = (u32, Option<u32>, u32);
    type Exit = ();

    fn enter(&mut self) -> (u32, Option<u32>, u32) {
        (80, None, 443)
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    with!(Settings as (http, None, https) => {
        println!("{http}, {https}");
    });
}
