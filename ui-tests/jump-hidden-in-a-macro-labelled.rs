use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) -> () {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> () {}
}

macro_rules! leave {
    ($label:lifetime) => {
        break $label
    };
}

fn main() {
    'outer: for number in 0..5 {
        loop {
            with!(Lock => {
                if number == 3 {
                    leave!('outer);
                }
            });
        }
    }
}
