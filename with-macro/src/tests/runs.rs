//! How the tokens of a macro call are cut into expressions and what else there is.

use proc_macro2::TokenTree;

use super::tokens;
use crate::rewrite::next_run;
use crate::token::{first_separator, has_await};

/// The first `len` tokens, without spaces.
fn text(tokens: &[TokenTree], len: usize) -> String {
    super::text(&tokens[..len].iter().cloned().collect())
}

#[test]
fn the_first_separator() {
    for (before, after) in [
        ("a", ", b"),
        ("a", "; b"),
        ("a", "=> b"),
        ("a", ""),
        ("", ", b"),
        ("f::<A,B>()", ", c"),
        ("f::<A<B,C>,D>(x)", ", e"),
        ("f::<fn(A)->B,C>()", ", d"),
        ("f::<A,B>()<c", ", d > e"),
        ("a<b", ", c > d"),
        ("a::b", ", c"),
        ("a:<b", ", c > d"),
        (":<b", ", c > d"),
        ("::<b,c>", ", d"),
        ("a==b", ", c"),
        ("f::<A>()", ", g::<B>()"),
        ("x>y", ", z"),
    ] {
        let tokens = tokens(&format!("{before} {after}"));
        assert_eq!(
            text(&tokens, first_separator(&tokens)),
            before,
            "{before} {after}"
        );
    }
}

#[test]
fn a_run_is_an_expression_where_it_matters() {
    for (run, rest, is_expr) in [
        ("a?", ", b", true),
        ("a", ", b", false),
        ("Vec::<A,B>::new()?", ", c", true),
        ("<A as B<C,D>>::e()?", ", f", true),
        ("f::<A,B>()", ", c", true),
        ("\"key\":value?", ", b", false),
        ("", ", b?", false),
        ("Some(x) if x?", ", b", false),
    ] {
        let tokens = tokens(&format!("{run} {rest}"));
        let (len, expr) = next_run(&tokens);
        let run = run.replace(' ', "");
        assert_eq!(
            (text(&tokens, len), expr.is_some()),
            (run, is_expr),
            "{rest}"
        );
    }
}

#[test]
fn an_await_of_this_function() {
    let awaits = |text: &str| has_await(text.parse().unwrap());
    for text in [
        "x.await",
        "(x, [y.await])",
        "async { x.await }, y.await",
        "async (x.await)",
        "async x { y.await }",
        "async_with!(x => {})",
        "f(tokio::join!(x))",
        "with!(x => { select! { } })",
        "async move, { x.await }",
    ] {
        assert!(awaits(text), "{text}");
    }
    for text in [
        "x",
        "async { x.await }",
        "async move { f(x.await) }",
        "f(async { x.await }, 1)",
        "join(x)",
        "poll",
        "x.join()",
    ] {
        assert!(!awaits(text), "{text}");
    }
}
