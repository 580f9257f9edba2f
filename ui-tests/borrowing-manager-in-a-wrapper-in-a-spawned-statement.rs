use with_runtime::{AsyncContextManager, SendException, async_with};

struct Session<'n>(&'n str);

impl AsyncContextManager for Session<'_> {
    type Value<'a>
        = &'a str
    where
        Self: 'a;
    type Exit = ();

    async fn aenter(&mut self) -> &str {
        self.0
    }

    async fn aexit(&mut self, _: Option<SendException<'_>>) {}
}

async fn run(name: String) {
    async_with!(Session(&name) => {
        println!("running");
    });
    async_with!(Some(Session(&name)) => {
        println!("perhaps running");
    });
}

/// As `tokio::spawn` does.
fn spawn(_: impl Future<Output = ()> + Send) {}

fn main() {
    spawn(run("name".to_owned()));
}
