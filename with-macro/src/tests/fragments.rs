//! What comes through a `macro_rules!` of the user's, in groups that can't be seen.

use super::{input, text, with_fragments};
use crate::syntax::Protocol;

fn expanded(statement: &str) -> String {
    let input = input(with_fragments(statement));
    text(&crate::statement(Protocol::Blocking, input))
}

#[track_caller]
fn holds(statement: &str, expected: &str) {
    let expanded = expanded(statement);
    assert!(expanded.contains(expected), "{statement}: {expanded}");
}

/// At the head of a statement the parsers would take it for all of it.
#[test]
fn a_match_is_put_into_parentheses() {
    holds("m => { $(match x { _ => y }).f(); }", "(matchx{_=>y}).f();");
    holds(
        "m => { g($(if x { y } else { z }).f()) }",
        "g((ifx{y}else{z}).f())",
    );
    holds("m => { h(g[$(loop {})]) }", "h(g[loop{}])");
    holds("m => { $(loop {}) + 1 }", "(loop{})+1");
    holds("m => { $(unsafe { x }).f(); }", "(unsafe{x}).f();");
    holds("m => { $($(while x {})).f(); }", "(whilex{}).f();");
    holds("$(match x { _ => y }) => {}", "letmutmgr_=matchx{_=>y};");
}

/// Or the operator behind it for the beginning of the next statement.
#[test]
fn an_operand_is_put_into_parentheses() {
    for head in [
        "match x {}",
        "if x {} else {}",
        "for x in y {}",
        "loop {}",
        "unsafe { x }",
        "while x {}",
    ] {
        let operand = head.replace(' ', "");
        holds(
            &format!("m => {{ $({head}) + 1 }}"),
            &format!("({operand})+1"),
        );
    }
}

#[test]
fn anything_else_stays_as_it_is() {
    holds("m => { $(x).f(); }", "value_;x.f();");
    holds("m => { $(f(x)).f(); }", "value_;f(x).f();");
    holds("m => { (x, [$(y)]) }", "(x,[y])");
    holds("m => { g($({ x }).f()) }", "g(({x}).f())");
}

/// A `?` becomes a `match`.
#[test]
fn a_raise_is_put_into_parentheses() {
    let raise =
        "matchTry::branch(x){Continue(value_)=>value_,Break(residual_)=>break'raise0residual_,}";
    holds("m => { $(x?).f(); }", &format!("({raise}).f();"));
    holds("m => { $(x?.f()).g(); }", &format!("{raise}.f().g();"));
}

#[test]
fn managers_targets_and_blocks() {
    holds("$(m) as $(x) => $({ f(); })", "letx=value_;f();");
    holds("$(m) as $(x), $({ f(); })", "letx=value_;f();");
    holds("$(m), $($({ f(); }))", "letmutmgr_=m;");
    holds("m => catch $({ x })", "ended_=Some({letvalue_=value_;x});");
    for refused in ["m, $({ f(); } g())", "m, $(f())", "m, $()"] {
        holds(refused, "compile_error!");
    }
}

/// What is nested is expanded already, and the macro is called with that.
#[test]
fn an_expansion_is_handed_through() {
    assert_eq!(expanded("@ expanded { f(); }"), "{f();}");
    for other in [
        "@ x {}",
        "expanded => {}",
        "@ => {}",
        "x expanded {}",
        "@ expanded ()",
    ] {
        assert_ne!(expanded(other), "{}", "{other}");
    }
}

/// Next to a comma or nothing there is nobody to take it apart.
#[test]
fn operands_are_put_into_parentheses_where_a_neighbour_binds() {
    for (statement, expected) in [
        ("m => { $(a + b) * 2 }", "value_;(a+b)*2"),
        ("m => { f(c - $(a - b)) }", "f(c-(a-b))"),
        ("m => { f($(a + b), $(-a)) }", "f(a+b,-a)"),
        ("m => { $(-a).abs(); }", "value_;(-a).abs();"),
        ("m => { $(|x| x)(3); }", "(|x|x)(3);"),
        ("m => { let x = $(a + b); }", "letx=a+b;"),
        ("m => { x += $(a + b); }", "x+=(a+b);"),
        ("m => { x as &$(dyn A + B) }", "xas&(dynA+B)"),
        ("m => { x as $(u8) }", "xasu8"),
        ("m => { || $(a + b) * 2 }", "||(a+b)*2"),
        ("m => { fn f() { $(a + b) * 2 } }", "fnf(){(a+b)*2}"),
        ("m => { get!($(a + b) * 2) }", "get!((a+b)*2)"),
        ("m => { get!($({ a })) }", "get!({a})"),
        ("m => { $({ a }) + 1 }", "({a})+1"),
        ("m => { f($(a?) * 2) }", "break'raise0residual_,})*2)"),
        ("$(a + b).m() => {}", "letmutmgr_=(a+b).m();"),
        ("$(a + b) => {}", "letmutmgr_=a+b;"),
        ("$(a + b) as x => {}", "letmutmgr_=(a+b);"),
    ] {
        holds(statement, expected);
    }
}
