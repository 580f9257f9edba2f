//! What Python's own tests say about `with`, said of this one: see the table in `tests/README.md`.
//!
//! The name of a test begins with the row it stands for.
#![allow(clippy::never_loop, reason = "what leaves them is what is tested")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/table.rs"]
mod rows;
mod spies;

mod r_coroutine;
mod refused;
mod refused_async;
mod statement;
mod table;
mod w_assignment;
mod w_exceptional;
mod w_failure;
mod w_nested;
mod w_nested_with;
mod w_non_local_flow;
mod w_nonexceptional;
mod w_swallows;
