use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) -> () {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> () {}
}

macro_rules! get {
    ($number:expr, $default:expr) => {
        match $number {
            Some(number) => number,
            None => return $default,
        }
    };
}

fn sum(one: Option<Option<u8>>, two: Option<u8>) -> Option<u8> {
    let sum = with!(Lock => {
        let one: u8 = get!(one?, Some(0));
        one + two?
    });
    Some(sum)
}

fn main() {
    sum(None, None);
}
