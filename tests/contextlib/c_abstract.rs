//! `TestAbstractContextManager`.

use crate::common::refused;

/// Python's base class has an enter that returns the manager. The trait has none: what a manager
/// lends is its own choice.
#[test]
fn c01_enter_has_no_default() {
    refused("enter-missing", "error[E0046]", &["missing: `enter`"]);
}

#[test]
fn c02_exit_has_no_default() {
    refused("exit-missing", "error[E0046]", &["missing: `exit`"]);
}

#[test]
fn c03_a_type_that_implements_no_protocol_is_refused() {
    refused(
        "not-a-manager",
        "error[E0277]: `File` is not a context manager",
        &[],
    );
}
