use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

macro_rules! leave_at {
    ($number:expr) => {
        if $number == 3 {
            continue;
        }
    };
}

fn main() {
    for number in 0..5 {
        with!(Lock => {
            leave_at!(number);
            if number == 4 {
                return;
            }
        });
    }
}
