//! Whatever is written between the delimiters, the macro answers with tokens or an error. It never panics.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::expand;
use crate::parse::{Protocol, Statement};

const STATEMENTS: [&str; 9] = [
    "open(p)? as mut f => { f.read()?; if x { return 1; } f.len() }",
    "a as (x, _), <T as B>::c() as d? => { loop { break 'l d?; } }",
    "m, { with!(n as o => { continue; }); }",
    "T { x } as T { x } => { let Some(y) = x? else { return }; println!(\"{}\", y?); }",
    "a, b, c => 'a: { match x { _ if y? => break 'b 5, _ => return } }",
    "G::<A, B>::new() as [first, .., last] => async { x?.await }",
    "m => { with!(n => { with!(o as p? => { return with!(q => 1) }) }) }",
    "a as b, c => catch { if x? { return b; } for y in z { with!(m => catch { break 'l y.await?; }) } }",
    "x as U as y => { #[cfg(z)] x()?; vec![a?; b?]; select! { r = f => { r?; break } } }",
];

fn expand(tokens: &[TokenTree]) -> TokenStream {
    let runtime = Group::new(Delimiter::Parenthesis, "::with_runtime".parse().unwrap());
    let input = [TokenTree::from(runtime)]
        .into_iter()
        .chain(tokens.iter().cloned());
    match Statement::parse(Protocol::Async, input.collect()) {
        Ok(statement) => expand::statement(statement),
        Err(error) => error.into_compile_error(),
    }
}

fn tokens(text: &str) -> Vec<TokenTree> {
    text.parse::<TokenStream>().unwrap().into_iter().collect()
}

/// Every version of the tokens in which one token, at any depth, is replaced by what `edit` makes of it and the next.
fn edits(
    tokens: &[TokenTree],
    edit: &dyn Fn(&TokenTree, Option<&TokenTree>) -> Vec<TokenTree>,
) -> Vec<Vec<TokenTree>> {
    let mut edited = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let splice = |replacement: Vec<TokenTree>, upto: usize| {
            let mut version = tokens[..at].to_vec();
            version.extend(replacement);
            version.extend_from_slice(tokens.get(upto..).unwrap_or_default());
            version
        };
        edited.push(splice(edit(token, tokens.get(at + 1)), at + 2));
        if let TokenTree::Group(group) = token {
            let inside: Vec<_> = group.stream().into_iter().collect();
            for version in edits(&inside, edit) {
                let group = Group::new(group.delimiter(), version.into_iter().collect());
                edited.push(splice(vec![group.into()], at + 1));
            }
        }
    }
    edited
}

#[test]
fn statements_expand() {
    for statement in STATEMENTS {
        let expanded = expand(&tokens(statement)).to_string();
        assert!(
            !expanded.contains("compile_error") && !expanded.contains("can't parse"),
            "{statement}\n{expanded}"
        );
    }
}

#[test]
fn tokens_may_be_dropped_doubled_swapped_and_replaced() {
    let junk = tokens("as => ? , ; { } ( ) 'a break return # ! | & \"text\" 1.5 with");
    for statement in STATEMENTS {
        let tokens = tokens(statement);
        let both = |first: &TokenTree, second: Option<&TokenTree>| {
            [Some(first), second]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
        };
        let mut versions = edits(&tokens, &|_, second| second.into_iter().cloned().collect());
        versions.extend(edits(&tokens, &|first, second| {
            let mut doubled = vec![first.clone()];
            doubled.extend(both(first, second));
            doubled
        }));
        versions.extend(edits(&tokens, &|first, second| {
            both(first, second).into_iter().rev().collect()
        }));
        for junk in &junk {
            versions.extend(edits(&tokens, &|_, second| {
                let mut replaced = vec![junk.clone()];
                replaced.extend(second.cloned());
                replaced
            }));
        }
        for version in versions {
            expand(&version);
        }
    }
}

#[test]
fn the_head_of_the_input_may_be_anything() {
    for text in [
        "",
        "()",
        "(1 2)",
        "x",
        "($)",
        "(::) m => {}",
        "=>",
        "(a) =>",
        "(a) => {}",
        "(a) ,",
        "(a) m",
    ] {
        match Statement::parse(Protocol::Blocking, text.parse().unwrap()) {
            Ok(statement) => drop(expand::statement(statement)),
            Err(error) => drop(error.into_compile_error()),
        }
    }
}
