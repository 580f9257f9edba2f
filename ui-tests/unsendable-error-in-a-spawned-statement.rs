use std::rc::Rc;

use with_runtime::{AsyncContextManager, SendException, async_with};

struct Session;

impl AsyncContextManager for Session {
    type Value<'a> = ();
    type Exit = ();

    async fn aenter(&mut self) {}

    async fn aexit(&mut self, _: Option<SendException<'_>>) {}
}

/// Shared, but not with other threads.
struct Refused(Rc<str>);

impl From<Refused> for String {
    fn from(refused: Refused) -> String {
        refused.0.to_string()
    }
}

fn connect(host: &str) -> Result<(), Refused> {
    Err(Refused(host.into()))
}

async fn run() -> Result<(), String> {
    async_with!(Session => {
        connect("localhost")?;
    });
    Ok(())
}

/// As `tokio::spawn` does.
fn spawn(_: impl Future<Output = Result<(), String>> + Send) {}

fn main() {
    spawn(run());
}
