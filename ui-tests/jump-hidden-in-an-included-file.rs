use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn parse() -> Result<u8, std::num::ParseIntError> {
    let number = with!(Lock => { include!("included/parse.rs") });
    Ok(number)
}

fn main() {
    parse().unwrap();
}
