use with_runtime::{AsyncContextManager, SendException, async_with, with};
use with_runtime::{ContextManager, Exception};

struct Timer;

impl AsyncContextManager for Timer {
    type Value<'a> = u32;
    type Exit = ();

    async fn aenter(&mut self) -> u32 {
        1
    }

    async fn aexit(&mut self, _: Option<SendException<'_>>) {}
}

impl ContextManager for Timer {
    type Value<'a> = u32;
    type Exit = ();

    fn enter(&mut self) -> u32 {
        1
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

async fn start() -> Option<()> {
    async_with!(Timer as seconds? => {
        println!("{seconds}");
    });
    Some(())
}

fn start_inside(timer: Timer) -> Option<()> {
    with!(timer => {
        with!(Timer as seconds? => {
            println!("{seconds}");
        });
    });
    Some(())
}

fn main() {
    drop(start());
    start_inside(Timer);
}
