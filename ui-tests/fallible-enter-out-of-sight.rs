use with_runtime::{ContextManager, Exception, with};

struct Connection;

impl ContextManager for Connection {
    type Value<'a> = Result<u32, String>;
    type Exit = ();

    fn enter(&mut self) -> Result<u32, String> {
        Err("refused".to_owned())
    }

    fn exit(&mut self, _: Option<Exception<'_>>) -> () {}
}

fn main() {
    with!(Connection => {
        println!("not connected");
    });
    with!(Connection as _ => {
        println!("not connected either");
    });
}
