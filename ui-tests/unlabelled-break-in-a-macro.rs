use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    for number in 0..5 {
        with!(Lock => {
            println!("{}", if number == 3 { break } else { number });
        });
    }
}
