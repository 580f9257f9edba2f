//! What is in the file, whatever became of the transaction.

use std::future::pending;
use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlite::{Failure, add, balances, open, order, transaction, transfer};
use sqlx::Error;
use sqlx::sqlite::SqlitePool;
use tempfile::TempDir;
use tokio::sync::oneshot;
use with_runtime::async_with;

/// A new bank, whose file is gone with it.
struct Bank {
    _directory: TempDir,
    file: PathBuf,
    pool: SqlitePool,
}

impl Bank {
    async fn new() -> Self {
        let directory = tempfile::tempdir().unwrap();
        let file = directory.path().join("bank.sqlite");
        let pool = open(&file).await.unwrap();
        Bank {
            _directory: directory,
            file,
            pool,
        }
    }
}

/// What somebody else sees in the file.
async fn seen(file: &Path) -> [i64; 2] {
    let pool = open(file).await.unwrap();
    let balances = balances(&pool).await.unwrap();
    pool.close().await;
    [balances[0].1, balances[1].1]
}

#[tokio::test]
async fn a_transfer_is_committed() {
    let bank = Bank::new().await;
    assert_eq!(transfer(&bank.pool, "ada", "grace", 30).await.unwrap(), 70);
    assert_eq!(seen(&bank.file).await, [70, 30]);
}

#[tokio::test]
async fn a_raised_error_rolls_back() {
    let bank = Bank::new().await;
    let error = transfer(&bank.pool, "ada", "grace", 300).await.unwrap_err();
    assert!(error.to_string().contains("CHECK constraint failed"));
    assert_eq!(seen(&bank.file).await, [100, 0]);
}

#[tokio::test]
async fn a_returned_error_rolls_back() {
    let bank = Bank::new().await;
    let error = transfer(&bank.pool, "ada", "nobody", 30).await.unwrap_err();
    assert!(matches!(error, Failure::Database(Error::RowNotFound)));
    assert_eq!(seen(&bank.file).await, [100, 0]);
}

#[tokio::test]
async fn a_commit_that_fails_is_the_failure_of_the_statement() {
    let bank = Bank::new().await;
    order(&bank.pool, "ada").await.unwrap();
    let error = order(&bank.pool, "nobody").await.unwrap_err();
    assert!(error.to_string().contains("FOREIGN KEY constraint failed"));
    let payers = sqlx::query_scalar("SELECT payer FROM orders");
    let payers: Vec<String> = payers.fetch_all(&bank.pool).await.unwrap();
    assert_eq!(payers, ["ada"]);
}

#[tokio::test]
async fn a_rollback_that_fails_keeps_the_error_before_it() {
    async fn fails_twice(pool: &SqlitePool, raise: bool) -> Result<(), Failure> {
        async_with!(transaction(pool) as connection? => {
            sqlx::raw_sql("ROLLBACK").execute(&mut *connection).await?;
            if raise {
                Err(Error::RowNotFound)?;
            }
            return Err(Error::RowNotFound.into());
        })
    }

    let bank = Bank::new().await;
    for raise in [true, false] {
        match fails_twice(&bank.pool, raise).await {
            Err(Failure::Rollback { body, rollback }) => {
                assert_eq!(body.to_string(), Error::RowNotFound.to_string());
                assert!(rollback.to_string().contains("no transaction is active"));
            }
            other => panic!("{other:?}"),
        }
    }
}

/// Takes money out of an account, says so, and never puts it anywhere.
async fn robbery(pool: SqlitePool, taken: oneshot::Sender<u64>) -> Result<(), Failure> {
    async_with!(transaction(&pool) as connection? => {
        let rows = add(connection, "ada", -100).await?;
        taken.send(rows).unwrap();
        pending::<()>().await;
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_a_task_that_is_killed_nothing_is_in_the_file() {
    let bank = Bank::new().await;
    let (send, taken) = oneshot::channel();
    let task = tokio::spawn(robbery(bank.pool.clone(), send));
    assert_eq!(taken.await, Ok(1), "the money is taken, but not committed");
    task.abort();
    assert!(task.await.unwrap_err().is_cancelled());
    assert_eq!(seen(&bank.file).await, [100, 0]);
    // Nor does the connection go on where the task stopped.
    assert_eq!(transfer(&bank.pool, "ada", "grace", 30).await.unwrap(), 70);
    assert_eq!(seen(&bank.file).await, [70, 30]);
}

#[tokio::test]
async fn of_a_task_that_takes_too_long_nothing_is_in_the_file() {
    let bank = Bank::new().await;
    let (send, taken) = oneshot::channel();
    let robbery = robbery(bank.pool.clone(), send);
    let timeout = tokio::time::timeout(Duration::from_millis(500), robbery);
    assert!(timeout.await.is_err());
    assert_eq!(taken.await, Ok(1));
    assert_eq!(seen(&bank.file).await, [100, 0]);
}
