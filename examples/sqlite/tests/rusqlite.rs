//! Transactions of `rusqlite`, which is not async: `managed` makes their manager in four lines.

use rusqlite::{Connection, Error, Result};
use with_runtime::contextlib::managed;
use with_runtime::with;

/// Moves money from one account to another, and says how much is left.
///
/// The transaction is committed at the end of the block and rolled back if the block fails, whether
/// by `?`, by a returned `Err` or by a panic. If it can't be committed, that is the failure.
fn transfer(conn: &mut Connection, from: &str, to: &str, amount: i64) -> Result<i64> {
    with!(managed(conn.transaction()?, |tx, exc| match exc {
        None => tx.commit(),
        Some(_) => tx.rollback(),
    }) as tx => {
        let add = "UPDATE accounts SET balance = balance + ?1 WHERE name = ?2";
        let found = tx.execute(add, (amount, to))?;
        tx.execute(add, (-amount, from))?;
        if found == 0 {
            return Err(Error::QueryReturnedNoRows);
        }
        balance(tx, from)?
    })
}

/// What is in the account.
fn balance(conn: &Connection, name: &str) -> Result<i64> {
    let sql = "SELECT balance FROM accounts WHERE name = ?1";
    conn.query_row(sql, [name], |row| row.get(0))
}

/// Orders something. Whether the payer has an account is looked at when the order is committed.
fn order(conn: &mut Connection, payer: &str) -> Result<usize> {
    with!(managed(conn.transaction()?, |tx, exc| match exc {
        None => tx.commit(),
        Some(_) => tx.rollback(),
    }) as tx => {
        tx.execute("INSERT INTO orders VALUES (?1)", [payer])?
    })
}

fn bank() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    conn.execute_batch(
        "PRAGMA foreign_keys = ON;
        CREATE TABLE accounts (
            name TEXT PRIMARY KEY,
            balance INTEGER NOT NULL CHECK (balance >= 0)
        );
        CREATE TABLE orders (
            payer TEXT NOT NULL REFERENCES accounts (name) DEFERRABLE INITIALLY DEFERRED
        );
        INSERT INTO accounts VALUES ('ada', 100), ('grace', 0);",
    )
    .unwrap();
    conn
}

/// What is in both accounts, where no transaction is open any more.
#[track_caller]
fn balances(conn: &Connection) -> [i64; 2] {
    assert!(conn.is_autocommit(), "a transaction is open");
    ["ada", "grace"].map(|name| balance(conn, name).unwrap())
}

#[test]
fn the_end_of_the_block_commits() {
    let mut conn = bank();
    assert_eq!(transfer(&mut conn, "ada", "grace", 30).unwrap(), 70);
    assert_eq!(balances(&conn), [70, 30]);
}

/// What was added before is taken away again: a balance can't be negative.
#[test]
fn a_failed_question_mark_rolls_back() {
    let mut conn = bank();
    let error = transfer(&mut conn, "ada", "grace", 101).unwrap_err();
    assert_eq!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::ConstraintViolation)
    );
    assert_eq!(balances(&conn), [100, 0]);
}

/// What was taken before is added again. `managed` is strict: a returned `Err` is an exception.
#[test]
fn a_returned_error_rolls_back() {
    let mut conn = bank();
    let error = transfer(&mut conn, "ada", "nobody", 30).unwrap_err();
    assert_eq!(error, Error::QueryReturnedNoRows);
    assert_eq!(balances(&conn), [100, 0]);
}

#[test]
fn a_failed_commit_is_the_failure_of_the_statement() {
    let mut conn = bank();
    assert_eq!(order(&mut conn, "ada").unwrap(), 1);
    let error = order(&mut conn, "nobody").unwrap_err();
    assert_eq!(
        error.sqlite_error_code(),
        Some(rusqlite::ErrorCode::ConstraintViolation)
    );
    let orders = conn.query_row("SELECT count(*) FROM orders", (), |row| row.get(0));
    assert_eq!(orders, Ok(1));
    assert_eq!(balances(&conn), [100, 0]);
}
