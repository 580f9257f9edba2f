use with_runtime::async_with;
use with_runtime::contextlib::aon_exit;

async fn send(text: &str) {
    println!("{text}");
}

async fn run() {
    async_with!(aon_exit(|exc| async move {
        if let Some(exc) = exc {
            send(&exc.to_string()).await;
        }
    }) => {
        send("hello").await;
    });
}

fn main() {
    drop(run());
}
