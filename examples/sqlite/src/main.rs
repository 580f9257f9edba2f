//! Transfers that succeed and transfers that don't: `cargo run --package sqlite`.

use std::error::Error;

use sqlite::{balances, open, order, transfer};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let directory = tempfile::tempdir()?;
    let pool = open(&directory.path().join("bank.sqlite")).await?;
    println!("at first:           {:?}", balances(&pool).await?);

    transfer(&pool, "ada", "grace", 30).await?;
    println!("committed:          {:?}", balances(&pool).await?);

    let error = transfer(&pool, "ada", "grace", 300).await.unwrap_err();
    println!("raised in it:       {error}");
    let error = transfer(&pool, "ada", "nobody", 30).await.unwrap_err();
    println!("returned from it:   {error}");
    let error = order(&pool, "nobody").await.unwrap_err();
    println!("raised by COMMIT:   {error}");
    println!("all rolled back:    {:?}", balances(&pool).await?);
    pool.close().await;
    Ok(())
}
