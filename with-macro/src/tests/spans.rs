//! What is read off the debug form of spans.

use super::tokens;
use crate::spans::{Debug, text};

#[test]
fn the_debug_form() {
    let parse = |text| Debug::parse(text).map(|debug| (debug.hygiene, debug.from, debug.to));
    let place = |hygiene: &str, from, to| Some((hygiene.to_owned(), from, to));
    assert_eq!(parse("#0 bytes(12..345)"), place("#0", 12, 345));
    assert_eq!(parse("#17 bytes(0..1)"), place("#17", 0, 1));
    assert_eq!(parse("bytes(3..4)"), place("", 3, 4));
    for other in [
        "",
        "#0",
        "Span",
        "#0 bytes(1..2",
        "#0 bytes(1)",
        "#0 bytes(x..2)",
        "#0 bytes(1..y)",
        "#0 bytes(0..0)",
        "#0 bytes(7..7)",
        "#0 bytes(2..1)",
    ] {
        assert_eq!(parse(other), None, "{other}");
    }
}

#[test]
fn a_text_has_the_spaces_that_were_written() {
    for (written, expected) in [
        ("a+b", "a+b"),
        ("a  +\n b", "a + b"),
        ("f(a,b) [ c ]", "f(a,b) [ c ]"),
        ("x.f( ) {y}", "x.f( ) {y}"),
        ("Vec::<Vec<u8>>::new()?", "Vec::<Vec<u8>>::new()?"),
        ("!a || 'b' == \"c\"", "!a || 'b' == \"c\""),
        ("", ""),
    ] {
        let tokens = tokens(written).into_iter().collect();
        assert_eq!(text(&tokens), expected);
    }
}

#[test]
fn a_text_that_was_not_written_is_that_of_the_tokens() {
    assert_eq!(text(&quote::quote!(f(a) + b?)), "f (a) + b ?");
}
