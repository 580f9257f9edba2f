use with_runtime::contextlib::nested;
use with_runtime::{ContextManager, Exception, with};

struct Plain(u8);

impl ContextManager for Plain {
    type Value<'a> = &'a mut u8;
    type Exit = ();

    fn enter(&mut self) -> &mut u8 {
        &mut self.0
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn main() {
    with!(nested(Plain(1), Plain(2)) => {});
}
