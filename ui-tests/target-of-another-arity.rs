use with_runtime::{ContextManager, Exception, with};

struct Settings;

impl ContextManager for Settings {
    type Value<'a> = (u32, u32, u32);
    type Exit = ();

    fn enter(&mut self) -> (u32, u32, u32) {
        (80, 8080, 443)
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    with!(Settings as (http, https) => {
        println!("{http}, {https}");
    });
}
