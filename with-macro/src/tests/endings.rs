//! Which blocks are known not to reach their end, and which end in something that may not return.

use super::with_fragments;
use crate::tail::Tail::{self, Diverges, Nested, Unit, Value};
use crate::tail::{BlockTail, may_diverge};

fn of(block: &str) -> (Tail, bool) {
    let block: syn::Block = syn::parse2(with_fragments(block)).expect(block);
    let end = BlockTail::of(&block.stmts);
    (end.tail, may_diverge(&block.stmts))
}

#[track_caller]
fn all(expected: Tail, may_not_return: bool, blocks: &[&str]) {
    for block in blocks {
        assert_eq!(of(block), (expected, may_not_return), "{block}");
    }
}

#[test]
fn at_their_end() {
    all(
        Unit,
        false,
        &[
            "{}",
            "{ x; }",
            "{ let x = f(); }",
            "{ fn f() {} }",
            "{ x = y }",
            "{ for x in y { return; } }",
            "{ while x { return; } }",
            "{ if x { return; } }",
            "{ println!(\"x\"); }",
            "{ x.f(); }",
            "{ loop { if x { break; } }; }",
            "{ 'a: { return; }; }",
        ],
    );
    all(
        Value,
        false,
        &[
            "{ x }",
            "{ x.f() }",
            "{ vec![x] }",
            "{ match x { 1 => return, _ => y } }",
            "{ if x { return } else { y } }",
            "{ 'a: { return } }",
            "{ loop { break 5 } }",
        ],
    );
}

#[test]
fn perhaps_not() {
    all(
        Unit,
        true,
        &[
            "{ f(); }",
            "{ process::id(); }",
            "{ process::exit(1); }",
            "{ { f(); } ; }",
            "{ f();; }",
            "{ return; if x { f() } }",
            "{ f(); fn g() {} }",
            "{ loop { get!(x); }; }",
            "{ get!(x); }",
            "{ vec![x?]; }",
            "{ unsafe { f() }; }",
            "{ if x { f() } else { return }; }",
            "{ match x { _ => f() }; }",
            "{ (f()); }",
            "{ $(f()); }",
            "{ if x { panic!() } else { f() }; }",
            "{ match x { 1 => todo!(), _ => f() }; }",
        ],
    );
    all(
        Value,
        true,
        &[
            "{ f() }",
            "{ exit(1) }",
            "{ panic_any(x) }",
            "{ loop { get!(x); } }",
            "{ return; 1 }",
            "{ panic!(); x }",
            "{ bail!(x); vec![] }",
            "{ let x = match y { 1 => return, _ => break }; f(x) }",
            "{ loop { f(); g(get![]) } }",
            "{ #[cfg(a)] return x; #[cfg(not(a))] return y; }",
            "{ #[cfg(a)] panic!(); x; }",
            "{ #[cfg_attr(a, cfg(b))] return x; }",
            "{ #[cfg(a)] { return x; } #[cfg(b)] y; }",
            "{ other::abort() }",
            "{ (f()) }",
            "{ { f() } }",
            "{ get!(x) }",
            "{ match x {} }",
            "{ get! { x } }",
            "{ if x { f() } else { g() } }",
            "{ match x { 1 => return, _ => f() } }",
        ],
    );
}

#[test]
fn never() {
    all(
        Diverges,
        false,
        &[
            "{ return }",
            "{ return 1; }",
            "{ break }",
            "{ continue 'a; }",
            "{ panic!() }",
            "{ std::todo!(); }",
            "{ unimplemented!(\"x\") }",
            "{ unreachable!(); }",
            "{ bail!(\"x\"); }",
            "{ { return; } }",
            "{ unsafe { return } }",
            "{ (return) }",
            "{ $(return) }",
            "{ if x { return } else { panic!() } }",
            "{ if x { return } else if y { break } else { continue } }",
            "{ match x { 1 => return, _ => { panic!() } } }",
            "{ loop {} }",
            "{ loop { f(); } }",
            "{ std::process::exit(1) }",
            "{ ::std::panic::resume_unwind(x); }",
            "{ return f(); fn f() {} }",
            "{ return 3;; }",
            "{ if x { return 1 } else { return 2 } println!(); }",
            "{ let x = match y { 1 => return, _ => break }; f(x); }",
        ],
    );
}

#[test]
fn with_a_nested_statement() {
    all(
        Nested,
        true,
        &[
            "{ with!(m => { return; }) }",
            "{ async_with!(m => { return; }); }",
            "{ with!(m => { with!(n => { panic!() }) }); }",
        ],
    );
    all(Unit, true, &["{ with!(m => { f(); }); }"]);
    all(Value, true, &["{ with!(m => { 1 }) }"]);
}

/// What is under `#[cfg]` may be gone.
#[test]
fn under_cfg() {
    all(Value, true, &["{ #[cfg(x)] return; }"]);
    all(Unit, false, &["{ #[cfg(x)] println!(); }"]);
    all(Unit, true, &["{ #[cfg(x)] with!(m => { return; }); }"]);
    all(Diverges, false, &["{ #[allow(x)] return; }"]);
}

/// The compiler checks that these diverge: a macro of any name may be the user's.
#[test]
fn by_the_name_of_a_macro() {
    let panic = |block: &str| {
        let block: syn::Block = syn::parse_str(block).expect(block);
        BlockTail::of(&block.stmts).panic
    };
    assert_eq!(panic("{ panic!() }"), Some(0));
    assert_eq!(panic("{ f(); todo!(); g(); }"), Some(1));
    assert_eq!(
        panic("{ if x { return } else { unreachable!() } }"),
        Some(0)
    );
    assert_eq!(panic("{ return; panic!() }"), None);
    assert_eq!(panic("{ bail!(\"x\") }"), None);
    assert_eq!(panic("{ let x = todo!(); }"), None);
}
