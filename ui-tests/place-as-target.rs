use with_runtime::{ContextManager, Exception, with};

struct Timer;

impl ContextManager for Timer {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

struct State {
    timer: (),
}

fn main() {
    let mut state = State { timer: () };
    with!(Timer as state.timer => {
        println!("{:?}", state.timer);
    });
}
