//! Transactions on a real database: `sqlx` on `SQLite`.

use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqlitePool, SqlitePoolOptions};
use sqlx::{Error, Sqlite};
use with_runtime::{AsyncContextManager, SendException, Strict, async_with};

/// Why a transaction failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// It is rolled back, or was not committed.
    #[error(transparent)]
    Database(#[from] Error),
    /// It was to be rolled back because of an error, and that failed as well.
    #[error("{rollback}, in the rollback after: {body}")]
    Rollback {
        /// What the block raised or returned.
        body: Box<dyn std::error::Error + Send + Sync>,
        /// What the rollback failed with.
        #[source]
        rollback: Error,
    },
}

/// A transaction: committed at the end of the block, rolled back if the block fails. If it can't be committed, that is
/// the failure of the statement.
#[derive(Debug)]
pub struct Transaction {
    pool: SqlitePool,
    open: Option<sqlx::Transaction<'static, Sqlite>>,
}

/// A transaction on one of the pool's connections, which begins when it is entered.
#[must_use]
pub fn transaction(pool: &SqlitePool) -> Transaction {
    Transaction {
        pool: pool.clone(),
        open: None,
    }
}

impl AsyncContextManager for Transaction {
    type Value<'a> = Result<&'a mut SqliteConnection, Error>;
    /// A returned `Err` is a failure as well.
    type Exit = Strict<Result<(), Failure>>;

    async fn aenter(&mut self) -> Result<&mut SqliteConnection, Error> {
        let transaction = self.pool.begin().await?;
        Ok(self.open.insert(transaction))
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> Result<(), Failure> {
        let Some(transaction) = self.open.take() else {
            return Ok(());
        };
        let Some(mut exc) = exc else {
            return Ok(transaction.commit().await?);
        };
        let Err(rollback) = transaction.rollback().await else {
            return Ok(());
        };
        // The failure replaces the exception, so it takes the error along.
        let raised = exc.take::<Error>().map(Into::into);
        let body = raised.or_else(|| exc.take::<Failure>().map(Into::into));
        Err(match body {
            Some(body) => Failure::Rollback { body, rollback },
            None => rollback.into(),
        })
    }

    /// Nothing can be awaited here. sqlx rolls back a transaction that is dropped before its connection does anything else.
    fn cancelled(&mut self) {
        self.open = None;
    }
}

/// Opens the bank in this file, with some accounts in it if it is new.
///
/// # Errors
///
/// The database's.
pub async fn open(file: &Path) -> Result<SqlitePool, Error> {
    let options = SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true);
    let pool = SqlitePoolOptions::new().connect_with(options).await?;
    let schema = "
        CREATE TABLE IF NOT EXISTS accounts (
            name TEXT PRIMARY KEY,
            balance INTEGER NOT NULL CHECK (balance >= 0)
        );
        CREATE TABLE IF NOT EXISTS orders (
            payer TEXT NOT NULL REFERENCES accounts (name) DEFERRABLE INITIALLY DEFERRED
        );
        INSERT OR IGNORE INTO accounts VALUES ('ada', 100), ('grace', 0);";
    sqlx::raw_sql(schema).execute(&pool).await?;
    Ok(pool)
}

/// Adds to the account, or takes away.
///
/// # Errors
///
/// The database's: a balance can't be negative.
pub async fn add(connection: &mut SqliteConnection, name: &str, amount: i64) -> Result<u64, Error> {
    let update = sqlx::query("UPDATE accounts SET balance = balance + ? WHERE name = ?");
    let done = update.bind(amount).bind(name).execute(connection).await?;
    Ok(done.rows_affected())
}

/// Moves money from one account to another, and says how much is left.
///
/// # Errors
///
/// The database's, and [`Error::RowNotFound`] if there is no such account. Nothing is moved then.
pub async fn transfer(
    pool: &SqlitePool,
    from: &str,
    to: &str,
    amount: i64,
) -> Result<i64, Failure> {
    async_with!(transaction(pool) as connection? => {
        add(connection, from, -amount).await?;
        if add(connection, to, amount).await? == 0 {
            return Err(Error::RowNotFound.into());
        }
        let left = sqlx::query_scalar("SELECT balance FROM accounts WHERE name = ?");
        left.bind(from).fetch_one(&mut *connection).await?
    })
}

/// Orders something. Whether the payer has an account is looked at when the order is committed.
///
/// # Errors
///
/// The database's.
pub async fn order(pool: &SqlitePool, payer: &str) -> Result<(), Failure> {
    async_with!(transaction(pool) as connection? => {
        let insert = sqlx::query("INSERT INTO orders VALUES (?)").bind(payer);
        insert.execute(&mut *connection).await?;
    })
}

/// What is in the accounts, by name.
///
/// # Errors
///
/// The database's.
pub async fn balances(pool: &SqlitePool) -> Result<Vec<(String, i64)>, Error> {
    let select = sqlx::query_as("SELECT name, balance FROM accounts ORDER BY name");
    select.fetch_all(pool).await
}
