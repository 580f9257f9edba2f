use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) -> () {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> () {}
}

macro_rules! parse {
    ($text:expr) => {
        $text.parse::<u8>()?
    };
}

fn parse(text: &str) -> Result<u8, std::num::ParseIntError> {
    let number = with!(Lock => { parse!(text) });
    Ok(number)
}

fn main() {
    parse("1").unwrap();
}
