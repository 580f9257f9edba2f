use with_runtime::{ContextManager, Exception, with};

struct Lock(u8);

impl ContextManager for Lock {
    type Value<'a> = u8;
    type Exit = ();

    fn enter(&mut self) -> u8 {
        self.0
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

macro_rules! lock {
    ($number:expr) => {
        match $number {
            Some(number) => Lock(number),
            None => return None,
        }
    };
}

fn sum(first: Option<u8>, second: Option<u8>) -> Option<u8> {
    let sum = with!(lock!(first) as first, lock!(second) as second => { first + second });
    Some(sum)
}

fn main() {
    println!("{:?}", sum(Some(1), None));
}
