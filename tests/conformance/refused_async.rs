//! What the compiler refuses of the async statement, where Python finds it out when the statement is run.

use crate::common::refused;

#[test]
fn w06_an_async_manager_in_a_plain_statement_is_refused() {
    refused(
        "async-manager-in-with",
        "error[E0277]: `Session` is not a context manager",
        &["an `AsyncContextManager` is entered by `async_with!`"],
    );
}

#[test]
fn w07_a_type_without_aenter_is_refused() {
    refused("aenter-missing", "error[E0046]", &["missing: `aenter`"]);
}

#[test]
fn w08_a_type_without_aexit_is_refused() {
    refused("aexit-missing", "error[E0046]", &["missing: `aexit`"]);
}

#[test]
fn w09_a_plain_manager_in_an_async_statement_is_refused() {
    refused(
        "sync-manager-in-async-with",
        "error[E0277]: `Lock` is not an async context manager",
        &["a `ContextManager` is entered by `with!`"],
    );
}

#[test]
fn r02_a_manager_without_aexit_is_refused() {
    refused("aexit-missing", "error[E0046]", &["fn aexit(&mut self"]);
}

#[test]
fn r03_a_manager_without_aenter_is_refused() {
    refused("aenter-missing", "error[E0046]", &["fn aenter(&mut self"]);
}

#[test]
fn r04_a_type_with_neither_is_refused() {
    refused(
        "not-an-async-manager",
        "error[E0277]: `Socket` is not an async context manager",
        &[],
    );
}

#[test]
fn r06_an_aenter_that_is_not_async_is_refused() {
    refused(
        "aenter-that-is-not-async",
        "error[E0277]: `()` is not a future",
        &["fn aenter(&mut self)"],
    );
}

#[test]
fn r07_an_aexit_that_is_not_async_is_refused() {
    refused(
        "aexit-that-is-not-async",
        "error[E0277]: `()` is not a future",
        &["fn aexit(&mut self"],
    );
}

#[test]
fn r16_outside_of_async_the_statement_is_refused() {
    refused(
        "async-with-outside-of-async",
        "error[E0728]: `await` is only allowed inside `async` functions and blocks",
        &["async_with!(Session"],
    );
}
