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

fn sum(texts: &[&str]) -> Result<u8, std::num::ParseIntError> {
    let mut sum = 0;
    with!(Lock => {
        for text in texts {
            sum += parse!(text);
        }
    });
    Ok(sum)
}

fn main() {
    sum(&["1", "2"]).unwrap();
}
