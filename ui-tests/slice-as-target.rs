use with_runtime::{ContextManager, Exception, with};

struct Settings;

impl ContextManager for Settings {
    type Value<'a> = &'static [u32];
    type Exit = ();

    fn enter(&mut self) -> &'static [u32] {
        &[80, 443]
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    with!(Settings as [http, https] => {
        println!("{http}, {https}");
    });
}
