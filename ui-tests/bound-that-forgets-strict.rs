use with_runtime::{ContextManager, Exception, Strict, with};

struct Transaction;

impl ContextManager for Transaction {
    type Value<'a> = ();
    type Exit = Strict<()>;

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn run<M: ContextManager<Exit = ()>>(manager: M) -> Result<(), String> {
    with!(manager => {
        return Err("no".to_owned());
    })
}

fn begin() -> impl ContextManager<Exit = ()> {
    Transaction
}

fn main() {
    let _ = run(Transaction);
    let _ = begin();
}
