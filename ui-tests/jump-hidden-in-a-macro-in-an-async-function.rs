use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) -> () {}

    fn exit(&mut self, _: Option<Exception<'_>>) -> () {}
}

macro_rules! wait {
    ($future:expr) => {
        $future.await?
    };
}

async fn next(future: impl Future<Output = Result<u8, String>>) -> Result<u8, String> {
    let number = with!(Lock => {
        let number: u8 = wait!(future);
        number + 1
    });
    Ok(number)
}

fn main() {
    drop(next(std::future::ready(Ok(1))));
}
