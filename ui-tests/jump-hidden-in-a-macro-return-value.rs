use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) -> () {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> () {}
}

macro_rules! get {
    ($e:expr) => {
        match $e {
            Some(v) => v,
            None => return None,
        }
    };
}

fn next(number: Option<u8>) -> Option<u8> {
    with!(Lock => {
        let number: u8 = get!(number);
        Some(number + 1)
    })
}

fn main() {
    next(None);
}
