use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) -> () {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> () {}
}

fn first(text: &str) -> Result<char, &str> {
    let char = with!(Lock => {
        text.chars().next().ok_or(text)?
    });
    Ok(char)
}

fn main() {
    println!("{:?}", first(""));
}
