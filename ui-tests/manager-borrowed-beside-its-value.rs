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
    let mut file = File(String::new());
    with!(&mut file as text => {
        println!("{}", file.0);
        text.push('x');
    });
}
