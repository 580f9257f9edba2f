use with_runtime::{ContextManager, Exception, with};

struct File(String);

impl ContextManager for File {
    type Value<'a> = &'a mut String;
    type Exit = ();

    fn enter(&mut self) -> &mut String {
        &mut self.0
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    with!(File(String::new()) as text => {
        text.
    });
}
