use with_runtime::{ContextManager, Exception, with};

struct Timer;

impl ContextManager for Timer {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    with!(Timer as outer => Timer as inner => {
        println!("{outer:?} {inner:?}");
    });
}
