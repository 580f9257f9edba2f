//! What is read off the debug form of spans.

use crate::spans::hygiene;

#[test]
fn the_debug_form() {
    for (debug, expected) in [
        ("#0 bytes(12..345)", Some("#0")),
        ("#17 bytes(0..1)", Some("#17")),
        ("bytes(3..4)", Some("")),
        ("", None),
        ("#0", None),
        ("Span", None),
    ] {
        assert_eq!(hygiene(debug), expected, "{debug}");
    }
}
