use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn send(name: String) -> usize {
    name.len()
}

fn main() {
    let name = String::from("name");
    with!(Lock => catch {
        if send(name) > 4 {
            panic!("too long");
        }
    });
    println!("{name}");
}
