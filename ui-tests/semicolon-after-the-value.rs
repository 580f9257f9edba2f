use with_runtime::{ContextManager, Exception, with};

struct Timer;

impl ContextManager for Timer {
    type Value<'a> = u64;
    type Exit = ();

    fn enter(&mut self) -> u64 {
        0
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    let start: u64 = with!(Timer as start => start;);
    println!("{start}");
}
