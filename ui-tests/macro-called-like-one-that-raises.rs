use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

macro_rules! bail {
    ($number:expr) => {
        $number + 1
    };
}

fn main() {
    with!(Lock => {
        let number: u32 = bail!(1);
        println!("{number}");
    });
}
