use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) -> () {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> () {}
}

macro_rules! error {
    ($text:expr) => {
        return Err($text)
    };
}

fn check(number: u8) -> Result<u8, &'static str> {
    with!(Lock => {
        if number == 3 {
            error!("three");
        }
    });
    Ok(number)
}

fn main() {
    check(3).unwrap_err();
}
