use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    let name = String::from("name");
    for number in 0..2 {
        with!(Lock => catch {
            if number == 1 {
                drop(name);
                break;
            }
        });
        println!("{name}");
    }
}
