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

fn first() -> &'static str {
    with!(File(String::from("text")) as text => {
        return &text[..1];
    });
}

fn main() {
    println!("{}", first());
}
