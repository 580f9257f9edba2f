use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    for number in 0..3 {
        let half;
        with!(Lock => {
            if number % 2 == 1 {
                continue;
            }
            half = number / 2;
        });
        println!("{half}");
    }
}
