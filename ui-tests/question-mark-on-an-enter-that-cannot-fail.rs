use with_runtime::{ContextManager, Exception, with};

struct Timer;

impl ContextManager for Timer {
    type Value<'a> = u32;
    type Exit = ();

    fn enter(&mut self) -> u32 {
        1
    }

    fn exit(&mut self, _: Option<Exception<'_>>) -> () {}
}

fn start() -> Option<()> {
    with!(Timer as seconds? => {
        println!("{seconds}");
    });
    Some(())
}

fn main() {
    start();
}
