use with_runtime::{ContextManager, Exception, Strict, with};

struct Transaction;

impl ContextManager for Transaction {
    type Value<'a> = ();
    type Exit = Strict<()>;

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

#[derive(Default)]
struct Account(u32);

fn open() -> Account {
    let account = with!(Transaction => {
        println!("opening");
        Default::default()
    });
    account
}

fn reopen(old: Option<Account>) -> Account {
    let reopen = || {
        with!(Transaction => {
            if old.is_none() {
                return Default::default();
            }
        });
        Account(1)
    };
    reopen()
}

fn main() {
    println!("{}", open().0 + reopen(None).0);
}
