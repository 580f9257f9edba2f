use with_runtime::{AsyncContextManager, ContextManager, Strict, Verdict, async_with, with};

fn run<M: ContextManager>(manager: M) {
    with!(manager => {
        println!("entered");
    });
}

fn inside<M: ContextManager<Exit = ()>, N: ContextManager>(manager: M, inner: N) -> u8 {
    with!(manager, inner as _ => { 3 })
}

fn strict<V: Verdict, M: ContextManager<Exit = Strict<V>>>(manager: M) -> Result<u8, String> {
    with!(manager => {
        return Err("no".to_owned());
    })
}

async fn asynchronous<M: AsyncContextManager>(manager: M) -> Option<u8> {
    async_with!(manager => { None? })
}

fn main() {}
