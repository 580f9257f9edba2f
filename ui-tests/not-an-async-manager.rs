use with_runtime::async_with;

struct Socket;

async fn fetch() {
    async_with!(Socket as socket => {
        drop(socket);
    });
}

fn main() {}
