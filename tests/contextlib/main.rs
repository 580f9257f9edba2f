//! What Python's `test_contextlib.py` and `test_contextlib_async.py` say, said of
//! `with_runtime::contextlib`: see the tables in `tests/README.md`.
//!
//! The name of a test begins with the row it stands for; one without a row has no counterpart in
//! Python. One of them changes the working directory, so paths are absolute.
#![allow(
    clippy::items_after_statements,
    reason = "a function stands where it is used"
)]
#![allow(
    clippy::similar_names,
    clippy::many_single_char_names,
    reason = "managers called a, b and c"
)]

#[path = "../common/mod.rs"]
mod common;
mod cpython;
#[path = "../common/table.rs"]
mod rows;
mod scenarios;
mod spies;
mod support;
mod table;

mod a_abstract;
mod a_closing;
mod a_exit_stack;
mod a_exit_stack_chain;
mod async_spies;
mod c_abstract;
mod c_chdir;
mod c_closing;
mod c_exit_stack;
mod c_exit_stack_chain;
mod c_objects;
mod c_suppress;
mod x_allocation;
mod x_async;
mod x_async_exit_stack;
mod x_chaining;
mod x_defer;
mod x_exit_stack;
mod x_find;
mod x_managed;
mod x_nested;
mod x_objects;
mod x_points;
mod x_types;
