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

fn show(text: &str) -> Result<(), std::num::ParseIntError> {
    with!(Lock => {
        println!("{}", parse!(text));
    });
    Ok(())
}

fn main() {
    show("1").unwrap();
}
