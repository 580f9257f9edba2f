use with_runtime::{ContextManager, Exception, with};

struct Timer;

impl ContextManager for Timer {
    type Value<'a> = ();
    type Exit = i32;

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> i32 {
        0
    }
}

fn main() {
    with!(Timer => {
        println!("never");
    });
}
