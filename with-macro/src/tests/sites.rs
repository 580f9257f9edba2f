//! Which jumps leave BLOCK, each by a landing place, and which have their target in it.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Block;
use syn::parse::Parser;

use super::{text, tokens};
use crate::expand::nested;
use crate::jump::{FunctionBody, Labels};
use crate::rewrite::{JumpRewriter, rewrite};

/// What the walk over BLOCK finds.
fn rewriter<T>(walk: impl FnOnce(&mut JumpRewriter) -> T) -> (T, String) {
    let labels = Labels::default();
    let mut function = FunctionBody;
    let mut rewriter = JumpRewriter::new(&mut function, &labels, nested);
    let found = walk(&mut rewriter);
    let pads = rewriter.pads.iter();
    let labels: Vec<_> = pads.map(|pad| pad.label.ident.to_string()).collect();
    (found, labels.join(" "))
}

#[track_caller]
fn all(blocks: &[(&str, &str)]) {
    for (block, landings) in blocks {
        let mut stmts = Block::parse_within.parse_str(block).expect(block);
        let ((), found) = rewriter(|rewriter| rewriter.visit_body(&mut stmts));
        assert_eq!(found, *landings, "{block}");
    }
}

#[test]
fn every_jump_has_a_landing_place_and_all_returns_have_one() {
    all(&[
        ("x? + y?", "raise0 raise1"),
        ("return x?; return", "raise0 return0"),
        ("break; break 'a; break 'a", "break0 break1 break2"),
        ("continue; continue 'a", "continue0 continue1"),
        ("break x?", "raise0 break0"),
        ("f(x?)?.g(y?)", "raise0 raise1 raise2"),
        (
            "if x? { return } else if let Some(y) = z? { break }",
            "raise0 return0 raise1 break0",
        ),
        (
            "if x? && let Some(y) = z? { break }",
            "raise0 raise1 break0",
        ),
        (
            "match x? { y if z? => return, y => continue }",
            "raise0 raise1 return0 continue0",
        ),
        ("let Some(x) = y? else { return };", "raise0 return0"),
        ("T { x: y?, ..z? }", "raise0 raise1"),
        ("{ unsafe { x? } }", "raise0"),
        ("#[cfg(x)] y?; #[cfg(x)] return", "raise0 return0"),
    ]);
}

#[test]
fn a_jump_in_the_block_stays_in_it() {
    all(&[
        ("loop { break; continue }", ""),
        ("while x? { break; }", "raise0"),
        ("for x in y? { break; }", "raise0"),
        (
            "for x in (break) { break; continue; return; }",
            "break0 return0",
        ),
        ("'a: loop { break 'a; continue 'a; break 'b }", "break0"),
        ("'a: while x { continue 'a; continue 'b }", "continue0"),
        (
            "'a: for x in y { loop { break 'a; break 'b; continue 'a } }",
            "break0",
        ),
        ("'a: { break 'a; break 'b; return }", "break0 return0"),
        ("'a: { break }", ""),
        ("loop { x?; return }", "raise0 return0"),
        ("{ break }", "break0"),
        ("loop {}; break", "break0"),
    ]);
}

/// They have a `return` and a `?` of their own.
#[test]
fn a_jump_in_another_body_is_not_one_of_the_block() {
    all(&[
        ("|| x?", ""),
        ("|| { return x? }", ""),
        ("async { x?; return }", ""),
        ("const { x?; return }", ""),
        ("fn f() { x?; return }", ""),
        ("impl T { fn f() { x? } }", ""),
        ("try { x? }", ""),
        ("try { return x? }", "return0"),
        ("try { loop { break } }; x?", "raise0"),
    ]);
}

/// What the compiler evaluates has no block to leave.
#[test]
fn a_constant_is_left_alone() {
    all(&[
        ("[x?; { y?; 3 }]", "raise0"),
        ("f::<{ x? }>(y?)", "raise0"),
        ("x? as [u8; { y?; 3 }]", "raise0"),
        ("let x: [u8; { y?; 3 }] = z?;", "raise0"),
        ("match x { const { y?; 3 } => z? }", "raise0"),
        ("#[x(y?)] z?;", "raise0"),
    ]);
}

#[test]
fn jumps_in_macros() {
    all(&[
        ("println!(\"{}\", x?)", "raise0"),
        ("println!(\"{}\", if x { break } else { 1 })", ""),
        ("std::println!(\"{}\", if x { break } else { 1 })", "break0"),
        (
            "tokio::select! { _ = x => break, y = z? => continue }",
            "break0 raise0 continue0",
        ),
        ("log::info!(\"{}\", if x { break } else { 1 })", "break0"),
        // The macro may put a loop around it.
        ("get!(if x { break 'a } else { break })", "break0"),
        ("get!({ return 1; }, x?)", "return0 raise0"),
        ("stringify!(x?)", ""),
        ("column![x, y?]", "raise0"),
        ("line!(x?)", "raise0"),
        ("quote!(x?, y)", "raise0"),
        ("quote! { x? }", ""),
        ("quote!(x? y)", ""),
        ("quote!(#x y?)", ""),
        ("quote! { let x = y?; x }", ""),
        ("quote_spanned!(x?=> y?)", "raise0"),
        ("quote_spanned!(x=> y?)", ""),
        ("asm!(\"nop\", in(reg) x?, lateout(\"a\") y)", "raise0"),
        ("Token![return]", ""),
        ("get!(return;)", "return0"),
        ("select! { _ = x => return }", "return0"),
        ("items! { fn f() -> T { return x? } }", ""),
        (
            "items! { fn f<A, B>() where A: B, { return x? } g { return } }",
            "return0",
        ),
        ("items! { fn f() -> A<B> { return x? } }", ""),
        ("items! { fn f(); g { x? } }", "raise0"),
        ("get! { a: fn(B), b { x? } }", "raise0"),
        ("get!(a async { x? } b async move { y? })", ""),
        ("get!(a macro_rules! b { () => { x? } })", ""),
        (
            "cfg_if! { if #[cfg(a)] { x? } else if #[cfg(b)] { return } else { y?; } }",
            "raise0 return0 raise1",
        ),
        (
            "cfg_select! { a => { x? } b => y?, _ => { return } }",
            "raise0 raise1 return0",
        ),
        ("println!(\"{}\", (|| x?)())", ""),
        ("info!(cause = ?cause()?, x = y?)", "raise0 raise1"),
        ("json!({ \"key\": x?, \"list\": [y?] })", "raise0 raise1"),
        ("println!(a x?)", ""),
        ("println!(a b::<C>(x)?)", ""),
        ("println!(a b::c()?)", ""),
        ("println!(a b.c()?)", ""),
        ("println!(a b!(x)?)", ""),
        ("println!(a: b::c()?)", "raise0"),
        ("println!(a = !b()?)", "raise0"),
        ("matches!(x, y if z?)", "raise0"),
        ("dbg!(x?; y?)", "raise0 raise1"),
        ("assert!(x?; y)", "raise0"),
        ("bail!(\"x\")", "bail0"),
        ("println!(\"{}\", bail!(\"x\"))", "bail0"),
        (
            "vec![if x { ensure!(y, z); 1 } else { ensure!(y); ready!(z) }]",
            "bail0 raise0 return0",
        ),
        (
            "select! { _ = x => whatever!(\"late\"), y = z => {} }",
            "bail0",
        ),
        ("println!(\"{}\", bail(ensure, ready != whatever))", ""),
        ("assert!((|| x?)())", ""),
        ("println!(\"{}\", dbg!((|| x?)()))", ""),
        ("ready!(x?)", "raise0 return0"),
        (
            "println!(\"{}\", with!(m => { return x? }))",
            "raise1 return1",
        ),
        ("println!(\"{}\", with!(m => { 1 }))", ""),
    ]);
}

/// A longer run of tokens isn't searched for an expression at its end.
#[test]
fn there_is_an_end_of_the_search() {
    let run = |tokens: usize| format!("get!({} = x?)", "a ".repeat(tokens - 3));
    all(&[(&run(256), "raise0"), (&run(257), ""), (&run(300), "")]);
}

/// Where nothing leaves the block, a macro is given the tokens as they are.
#[test]
fn tokens_without_a_jump_are_not_written_anew() {
    let rewritten = |macro_tokens: &str| {
        let macro_tokens: TokenStream = tokens(macro_tokens).into_iter().collect();
        let (rewritten, _) = rewriter(|rewriter| rewrite(rewriter, &macro_tokens));
        rewritten.map(|tokens| text(&tokens))
    };
    for untouched in [
        "",
        "x, y",
        "|| x?",
        "\"{}\", (|| x?)()",
        "x => { loop { break } }",
        "a b ? c",
        "dbg!((|| x?)())",
        "with!(m => { 1 })",
    ] {
        assert_eq!(rewritten(untouched), None, "{untouched}");
    }
    assert_eq!(
        rewritten("x => y?, || z?; w").as_deref(),
        Some(
            "x=>(matchTry::branch(y){Continue(value_)=>value_,Break(residual_)=>break'raise0residual_,}),||z?;w"
        )
    );
}

/// What is known of a macro is known of arguments with commas between them.
#[test]
fn another_grammar_is_another_macro() {
    let visited = |call: &str| {
        let mut stmts = Block::parse_within.parse_str(call).expect(call);
        rewriter(|rewriter| rewriter.visit_body(&mut stmts));
        text(&stmts.iter().map(ToTokens::to_token_stream).collect())
    };
    for (call, stays) in [
        ("dbg!(x?, y?)", true),
        ("assert!(x?)", true),
        ("ready!(x)", false),
        ("ready!(x, y)", true),
        ("bail!(x)", false),
        ("bail!(x; y)", true),
    ] {
        let name = &call[..call.find('(').unwrap()];
        assert_eq!(visited(call).starts_with(name), stays, "{call}");
    }
}

#[test]
fn statements_in_macros() {
    all(&[
        (
            "get! { log; \"b\"; if x { bail!(\"y\") } bail!(\"z\") }",
            "bail0 bail1",
        ),
        (
            "get! { a \"b\"; if x { bail!(\"y\") } bail!(\"z\") }",
            "bail0 bail1",
        ),
        ("get! { a => if x { return } y? }", "return0 raise0"),
        ("get! { let x = y?; f(x) }", "raise0"),
        ("get! { if x { return } y? }", "return0 raise0"),
    ]);
}
