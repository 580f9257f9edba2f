use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) -> () {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> () {}
}

macro_rules! found {
    ($number:expr) => {
        break $number
    };
}

fn main() {
    let mut number = 0;
    let found = loop {
        number += 1;
        with!(Lock => {
            if number == 3 {
                found!(number);
            }
        });
    };
    println!("{found}");
}
