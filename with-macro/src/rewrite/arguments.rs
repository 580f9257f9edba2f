//! The expressions and blocks among the tokens of a macro, whose jumps are rewritten like any other.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::Parser;
use syn::{Block, Expr};

use crate::jump::Rewrite;
use crate::token::{any_may_jump, expression, first_separator, is_any, opens_generics, separator};

/// The tokens with the jumps in them rewritten, if there are any.
pub(crate) fn rewrite(block: &mut dyn Rewrite, tokens: &TokenStream) -> Option<TokenStream> {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    if !any_may_jump(&tokens) {
        return None;
    }
    let outside = block.set_foreign(true);
    let mut rewritten = TokenStream::new();
    let mut changed = false;
    let mut start = 0;
    while start < tokens.len() {
        let (end, expr) = next_run(&tokens[start..]);
        let run = &tokens[start..start + end];
        changed |= match expr {
            Some(expr) => rewrite_expr(block, expr, run, &mut rewritten),
            None => rewrite_run(block, run, &mut rewritten),
        };
        start += end;
        let separator = tokens.get(start..).map_or(0, separator);
        rewritten.extend(tokens[start..start + separator].iter().cloned());
        start += separator;
    }
    block.set_foreign(outside);
    changed.then_some(rewritten)
}

/// The length of the tokens up to a separator that parse as an expression, or else up to the first one. A comma that ends no
/// expression may be part of one: `f::<A, B>()?`.
pub(crate) fn next_run(tokens: &[TokenTree]) -> (usize, Option<Expr>) {
    let first = first_separator(tokens);
    let run = &tokens[..first];
    if !any_may_jump(run) && !opens_generics(run) {
        return (first, None);
    }
    match expression(tokens) {
        (_, None) => (first, None),
        found => found,
    }
}

fn rewrite_expr(
    block: &mut dyn Rewrite,
    mut expr: Expr,
    run: &[TokenTree],
    rewritten: &mut TokenStream,
) -> bool {
    let before = block.rewritten();
    block.visit(&mut expr);
    let changed = block.rewritten() > before;
    if changed {
        expr.to_tokens(rewritten);
    } else {
        rewritten.extend(run.iter().cloned());
    }
    changed
}

/// Rewrites what is no expression by itself: an expression that it ends in (of `"key": value?` the value, of a pattern and a
/// guard the condition), and what groups there are before that.
fn rewrite_run(block: &mut dyn Rewrite, run: &[TokenTree], rewritten: &mut TokenStream) -> bool {
    /// Longer runs are no expressions with something before them.
    const MANY: usize = 256;

    // Before what it is about, `?` is no operator: `info!(?error, cause = ?cause)`.
    let is_sigil = |at: usize| {
        matches!(&run[at], TokenTree::Punct(punct) if punct.as_char() == '?')
            && (at == 0 || matches!(run[at - 1], TokenTree::Punct(_)))
    };
    let ends_in = |start: &usize| {
        let before = match &run[start - 1] {
            TokenTree::Punct(punct) => match punct.as_char() {
                '?' => is_sigil(start - 1),
                char => char != '>',
            },
            TokenTree::Ident(ident) => is_any(ident, &["else", "if", "in"]),
            _ => false,
        };
        before && any_may_jump(&run[*start..])
    };
    let starts = 1..if run.len() > MANY { 1 } else { run.len() };
    let expr = starts.filter(ends_in).find_map(|start| {
        let tokens = run[start..].iter().cloned().collect();
        Some((start, syn::parse2::<Expr>(tokens).ok()?))
    });
    let (start, expr) = expr.map_or((run.len(), None), |(start, expr)| (start, Some(expr)));
    let mut changed = false;
    for token in &run[..start] {
        let group = match token {
            TokenTree::Group(group) => rewrite_group(block, group),
            _ => None,
        };
        changed |= group.is_some();
        rewritten.extend([group.unwrap_or_else(|| token.clone())]);
    }
    if let Some(expr) = expr {
        changed |= rewrite_expr(block, expr, &run[start..], rewritten);
    }
    changed
}

fn rewrite_group(block: &mut dyn Rewrite, group: &Group) -> Option<TokenTree> {
    let stmts = match group.delimiter() {
        Delimiter::Brace => Block::parse_within.parse2(group.stream()).ok(),
        _ => None,
    };
    let tokens = match stmts {
        Some(mut stmts) => {
            let before = block.rewritten();
            block.visit_stmts(&mut stmts);
            (block.rewritten() > before)
                .then(|| stmts.iter().map(ToTokens::to_token_stream).collect())
        }
        None => rewrite(block, &group.stream()),
    };
    tokens.map(|tokens| {
        let mut rewritten = Group::new(group.delimiter(), tokens);
        rewritten.set_span(group.span());
        rewritten.into()
    })
}
