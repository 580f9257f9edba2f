#![deny(unused_must_use)]

use with_runtime::{ContextManager, Exception, with};

struct File;

impl ContextManager for File {
    type Value<'a> = ();
    type Exit = std::io::Result<()>;

    fn enter(&mut self) -> () {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> std::io::Result<()> {
        Ok(())
    }
}

fn main() {
    with!(File => {
        println!("written");
    });
}
