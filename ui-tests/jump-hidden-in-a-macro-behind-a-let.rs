use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) -> () {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> () {}
}

macro_rules! parse {
    ($name:ident = $text:expr) => {
        let $name: u8 = $text.parse()?;
    };
}

fn parse(text: &str) -> Result<u8, std::num::ParseIntError> {
    with!(Lock => {
        parse!(number = text);
        Ok(number)
    })
}

fn main() {
    parse("1").unwrap();
}
