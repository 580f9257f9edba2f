use with_runtime::{ContextManager, Exception, with};

struct Outer;

impl ContextManager for Outer {
    type Value<'a> = ();
    type Exit = Result<(), std::num::ParseIntError>;

    fn enter(&mut self) -> () {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> Result<(), std::num::ParseIntError> {
        Ok(())
    }
}

struct Inner;

impl ContextManager for Inner {
    type Value<'a> = ();
    type Exit = Result<(), std::fmt::Error>;

    fn enter(&mut self) -> () {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> Result<(), std::fmt::Error> {
        Ok(())
    }
}

fn main() {
    let done = with!(Outer, Inner => {
        println!("in both");
    });
    assert!(done.is_ok());
}
