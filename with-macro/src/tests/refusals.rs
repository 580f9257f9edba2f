//! What the macro itself refuses, at which token, and in which words. How the compiler shows it is in the ui tests.

use super::{input, text, tokens, with_fragments};
use crate::syntax::{Protocol, Statement};

/// The messages, each with the text that it points at.
fn refused(protocol: Protocol, statement: &str) -> Vec<(String, String)> {
    let Err(error) = Statement::parse(protocol, input(tokens(statement))) else {
        return Vec::new();
    };
    let errors = error.into_iter().map(|error| {
        let at = error.span().source_text().unwrap_or_default();
        (at, error.to_string())
    });
    errors.collect()
}

#[track_caller]
fn refuses(text: &str, at: &str, message: &str) {
    let expected = [(at.to_owned(), message.to_owned())];
    assert_eq!(refused(Protocol::Blocking, text), expected, "{text}");
    let expected = [(at.to_owned(), message.replace("`with!", "`async_with!"))];
    assert_eq!(refused(Protocol::Async, text), expected, "{text}");
}

#[track_caller]
fn accepts(text: &str) {
    assert_eq!(refused(Protocol::Blocking, text), [], "{text}");
}

#[test]
fn the_header() {
    let usage = "`with!(EXPR as PAT => { .. })`";
    refuses("", "", "expected `EXPR as PAT => { BLOCK }`");
    refuses("=> {}", "=", "expected a context manager before `=>`");
    refuses(", m => {}", ",", "expected a context manager before `,`");
    refuses("m, , n => {}", ",", "expected a context manager before `,`");
    refuses(
        "a - b > c",
        "c",
        &format!("expected `=>` and a block after this: {usage}"),
    );
    refuses(
        "m",
        "m",
        &format!("expected `=>` and a block after this: {usage}"),
    );
    refuses(
        "m as x",
        "x",
        &format!("expected `=>` and a block after this: {usage}"),
    );
    refuses(
        "m as x {}",
        "{}",
        &format!("expected `=>` before the block: {usage}"),
    );
    refuses(
        "{}",
        "{}",
        &format!("expected `=>` before the block: {usage}"),
    );
    refuses(
        ", {}",
        "{}",
        &format!("expected `=>` before the block: {usage}"),
    );
    refuses(
        ", catch {}",
        "{}",
        &format!("expected `=>` before the block: {usage}"),
    );
    refuses("m: {}", ":", &format!("expected `=>`, found `:`: {usage}"));
    refuses(
        "a::b(m); {}",
        ";",
        &format!("expected `=>`, found `;`: {usage}"),
    );
    refuses(
        "m -> {}",
        "-",
        &format!("expected `=>`, found `->`: {usage}"),
    );
    refuses(
        "a::b m {}",
        "{}",
        &format!("expected `=>` before the block: {usage}"),
    );
    refuses("m as x y => {}", "y", "expected `,` or `=>`");
    refuses("m x => {}", "x", "expected `as`, `,` or `=>`");
    // The group that stands in for `as` is closed by its last letter here.
    refuses("m as => {}", "s", "expected a pattern after `as`");
    refuses("as x => {}", "s", "expected a context manager before `as`");
    refuses("mut m as x => {}", "mut", "expected a context manager");
    refuses(
        "m as x as y => {}",
        "as",
        "this `as` is a cast to a type, as the last one names the target: write `as` once",
    );
    refuses(
        "x = m => {}",
        "=",
        "expected `EXPR as PAT`, found `PAT = EXPR`",
    );
    refuses(
        "x in m => {}",
        "in",
        "expected `EXPR as PAT`, found `PAT in EXPR`",
    );
    refuses(
        "let x = m => {}",
        "let",
        "expected `EXPR as PAT`, found `let PAT = EXPR`",
    );
    refuses(
        "async m as x => {}",
        "async",
        "expected a context manager, found `async`: write `async_with!` to enter an async one",
    );
}

/// As Python 3.10 has them.
#[test]
fn managers_in_parentheses() {
    let message = "expected context managers without parentheses: `A as a, B as b => { .. }`";
    for text in [
        "(m() as a, n() as b) => {}",
        "(m() as a, n() as b,) => {}",
        "(m() as a, n() as b), {}",
        "(m, n) => {}",
        "(m, n) as (a, b) => {}",
        "(m() as a) => {}",
        "o, (m() as a) => {}",
        "(m() as mut a, n()) => {}",
        "(m() as a?) => {}",
        "(m() as a, n() as b), o => {}",
    ] {
        refuses(text, "(", message);
    }
    accepts("(m) => {}");
    accepts("(m as Pool) => {}");
    accepts("(m as Pool) as x, (T::<A, B>::new()) as y => {}");
    accepts("(m as mut_ptr, n).0 => {}");
    let elsewhere = refused(Protocol::Blocking, "(m() as +).f() => {}");
    assert_eq!(elsewhere[0].0, "+");
}

#[test]
fn a_second_arrow() {
    let message =
        "expected `,` between context managers, found `=>`: `with!(A as a, B as b => { .. })`";
    refuses("m as a => n as b => {}", "=", message);
    refuses("m => n => o => {}", "=", message);
    refuses("m => n => catch {}", "=", message);
    refuses("m => {} => {}", "=", AFTER_BLOCK);
}

#[test]
fn the_target() {
    let pattern = "expected a pattern after `as`";
    refuses("m as fn => {}", "fn", pattern);
    refuses("m as *x => {}", "*", pattern);
    refuses("m as let x, {}", "let", pattern);
    refuses("m as (x y) => {}", "y", "expected `,`");
    let typed = "expected `,` or `=>`, found `:`: a target takes its type from the context manager";
    refuses("m as x: T => {}", ":", typed);
    refuses("m as (x, y): (T, U), {}", ":", typed);
    refuses("m as x?: T, n as y => {}", ":", typed);
    let place = "a target is a new variable, not a place: write `as x`, and assign it in the block";
    refuses("m as s.f => {}", ".", place);
    refuses("m as self.f, {}", ".", place);
    refuses("m as s[0] => {}", "[", place);
    refuses("m as a; n as b => {}", ";", "expected `as`, `,` or `=>`");
}

const AFTER_BLOCK: &str = "expected the end after the block: leave out what follows it";

#[test]
fn after_the_block() {
    refuses("m => {},", ",", AFTER_BLOCK);
    refuses("m => {};", ";", AFTER_BLOCK);
    refuses("m => catch {};", ";", AFTER_BLOCK);
    refuses("m => {} else {}", "else", AFTER_BLOCK);
    refuses("m => {} as x", "as", AFTER_BLOCK);
    refuses("m => {} {}", "{}", AFTER_BLOCK);
    refuses("m => catch { f() } g()", "g", AFTER_BLOCK);
    refuses("m, {};", ";", AFTER_BLOCK);
    refuses("m, {},,", ",", AFTER_BLOCK);
    refuses("m, catch {};", ";", AFTER_BLOCK);
    // The fragment of a `macro_rules!`.
    let fragments = |text| {
        let statement = input(with_fragments(text));
        Statement::parse(Protocol::Blocking, statement).map_err(|error| error.to_string())
    };
    assert_eq!(fragments("m => $({});").err().as_deref(), Some(AFTER_BLOCK));
    assert!(fragments("m => $({ 1 }) + 1").is_ok());
}

#[test]
fn bodies_that_would_not_run() {
    let closure = "expected the block itself, found a closure, which would never run: `=> { .. }`";
    refuses("m => || { f() }", "|", closure);
    refuses("m => |x| f(x)", "|", closure);
    refuses("m => move || {}", "move", closure);
    refuses("m => async || {}", "async", closure);
    let future =
        "expected the block itself, found an `async` block, which would never run: `=> { .. }`";
    refuses("m => async {}", "async", future);
    refuses("m => async move {}", "async", future);
    accepts("m => { || {} }");
    accepts("m => { async {} }");
    accepts("m => (|| {})()");
    accepts("m => async {}.await");
}

#[test]
fn the_block() {
    refuses("m =>", ">", "expected a block after `=>`: `=> { .. }`");
    refuses(
        "m => catch f()",
        "catch",
        "expected a block after `catch`: `catch { .. }`",
    );
    refuses(
        "m => f(); g()",
        ";",
        "expected the end: a body of several statements needs braces, `=> { .. }`",
    );
    refuses(
        "m => {}, n => {}",
        "n",
        "expected all context managers before `=>`: `with!(A as a, B as b => { .. })`",
    );
    refuses(
        "m => f(), n",
        ",",
        "expected the end: a body of several statements needs braces, `=> { .. }`",
    );
    // It can't be left to rustc, which doesn't know where the jump goes.
    refuses("m => { { break } + }", "+", "expected an expression");
    refuses(
        "m => { continue; f + }",
        "}",
        "unexpected end of input, expected an expression",
    );
}

#[test]
fn both_at_once() {
    let both = refused(Protocol::Blocking, "m x => catch f()");
    let messages: Vec<_> = both.iter().map(|(at, _)| at.as_str()).collect();
    assert_eq!(messages, ["x", "catch"]);
    // With a header that is understood this one is left to rustc.
    let both = refused(Protocol::Blocking, "m x => { let y = }");
    let messages: Vec<_> = both.iter().map(|(at, _)| at.as_str()).collect();
    assert_eq!(messages, ["x", "}"]);
}

#[test]
fn nothing_else() {
    for text in [
        "m => {}",
        "m, {}",
        "m, {},",
        "m => catch {}",
        "m as x, catch {},",
        "m as x?, n => f()",
        "m as Pool as x => {}",
        "<A as B>::c() => {}",
        "<A as B<C, D>>::c() as x, G::<A, B>::new(), => 'a: {}",
        "T { x } as T { x, .. } => #[cfg(y)] { }",
        "catch => catch",
        "catch(x) => catch(y)",
        "m => { let x = }",
        "m => catch { let x = }",
        "m as (a | b) => {}",
    ] {
        accepts(text);
    }
}

/// An editor is shown the managers and the names of what isn't finished.
#[test]
fn what_is_understood_is_kept() {
    let keeps =
        |protocol, statement: &str| text(&crate::statement(protocol, input(tokens(statement))));
    for statement in ["m as x", "m as x {}", "m as x =>", "m as x catch {}"] {
        let kept = keeps(Protocol::Blocking, statement);
        for part in ["compile_error!", "letmutmgr_=m;", "letx=value_;"] {
            assert!(kept.contains(part), "{statement}: {kept}");
        }
    }
    let kept = keeps(Protocol::Async, "m as x? =>");
    assert!(
        kept.contains("AsyncLookup::exit") && kept.contains(".await?;letx"),
        "{kept}"
    );
    let kept = keeps(Protocol::Blocking, "m as => {}");
    assert!(
        kept.contains("compile_error!") && !kept.contains("mgr"),
        "{kept}"
    );
}
