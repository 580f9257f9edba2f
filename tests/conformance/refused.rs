//! What Python finds out when the statement is run, and the compiler here before: each is a case in `ui-tests`.

use crate::common::refused;

#[test]
fn w01_an_unknown_name_in_the_expression_is_refused() {
    refused(
        "unknown-name-in-the-manager",
        "error[E0425]: cannot find function `open_log` in this scope",
        &["with!(open_log() as log"],
    );
}

#[test]
fn w02_a_type_without_enter_is_refused() {
    refused("enter-missing", "error[E0046]", &["missing: `enter`"]);
}

#[test]
fn w03_a_type_with_neither_is_refused() {
    refused(
        "not-a-manager",
        "error[E0277]: `File` is not a context manager",
        &["`enter` before the block, `exit` after it"],
    );
}

#[test]
fn w04_a_type_without_exit_is_refused() {
    refused("exit-missing", "error[E0046]", &["missing: `exit`"]);
}

#[test]
fn w05_the_missing_enter_is_named() {
    refused(
        "enter-missing",
        "error[E0046]: not all trait items implemented, missing: `enter`",
        &["fn enter(&mut self)"],
    );
}

#[test]
fn w10_none_as_a_target_is_refused() {
    refused(
        "none-as-target",
        "error[E0005]: refutable pattern in local binding",
        &["pattern `Some(_)` not covered"],
    );
}

#[test]
fn w11_none_as_the_only_part_of_a_target_is_refused() {
    refused(
        "none-in-a-tuple-of-one",
        "error[E0005]: refutable pattern in local binding",
        &["pattern `(Some(_),)` not covered"],
    );
}

#[test]
fn w12_none_as_a_part_of_a_target_is_refused() {
    refused(
        "none-in-a-tuple-of-three",
        "error[E0005]: refutable pattern in local binding",
        &["pattern `(_, Some(_), _)` not covered"],
    );
}

#[test]
fn w17_the_target_is_unknown_behind_the_statement() {
    refused(
        "target-behind-the-statement",
        "error[E0425]: cannot find value `text` in this scope",
        &[],
    );
}

#[test]
fn w25_a_target_of_another_shape_is_refused() {
    refused(
        "target-of-another-arity",
        "error[E0308]: mismatched types",
        &["expected a tuple with 3 elements, found one with 2 elements"],
    );
    refused(
        "slice-as-target",
        "error[E0005]: refutable pattern in local binding",
        &[],
    );
}

#[test]
fn s03_a_target_that_may_not_match_is_refused() {
    refused(
        "refutable-target",
        "error[E0005]: refutable pattern in local binding",
        &["with!(Lookup as Some(number)"],
    );
}
