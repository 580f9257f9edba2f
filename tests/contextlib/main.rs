//! What Python's `test_contextlib.py` and `test_contextlib_async.py` say, said of
//! `with_runtime::contextlib`: see the tables in `tests/README.md`.
//!
//! The name of a test begins with the row it stands for; one without a row has no counterpart in
//! Python. One of them changes the working directory, so paths are absolute.
#![allow(
    clippy::items_after_statements,
    reason = "a function stands where it is used"
)]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/table.rs"]
mod rows;
mod support;
mod table;

mod a_closing;
mod c_abstract;
mod c_chdir;
mod c_closing;
mod c_objects;
mod c_suppress;
mod x_async;
mod x_defer;
mod x_find;
mod x_managed;
mod x_objects;
