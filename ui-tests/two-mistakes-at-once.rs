use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    let number: u32 = with!(Lock as 5 + => {
        let number = 5 +;
        number
    });
    println!("{number}");
}
