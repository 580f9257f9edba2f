use with_runtime::async_with;
use with_runtime::contextlib::amanaged;

struct Transaction;

impl Transaction {
    async fn commit(self) {}
    async fn rollback(self) {}
}

async fn run() {
    async_with!(amanaged(Transaction, async |tx, exc| match exc {
        None => tx.commit().await,
        Some(_) => tx.rollback().await,
    }) as tx => {
        let _: &mut Transaction = tx;
    });
}

fn main() {
    drop(run());
}
