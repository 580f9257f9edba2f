use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn parser() -> impl Fn(&str) -> usize {
    with!(Lock => { |text| text.len() })
}

fn main() {
    parser()("text");
}
