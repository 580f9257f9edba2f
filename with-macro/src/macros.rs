//! The macros that BLOCK calls.
//!
//! Their tokens are the macro's own affair. But where a run of them parses as an expression or a block and holds a jump,
//! that jump is rewritten like any other.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::Parser;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Macro};

use crate::exits::Frame;

/// Macros that only carry tokens: what looks like a jump in them is text.
const CARRIERS: [&str; 13] = [
    "asm",
    "cfg",
    "concat",
    "env",
    "global_asm",
    "include",
    "include_bytes",
    "include_str",
    "macro_rules",
    "naked_asm",
    "quote",
    "quote_spanned",
    "stringify",
];

/// Rewrites the jumps in the arguments of a macro.
pub(crate) fn visit(frame: &mut Frame, call: &mut Macro) {
    let name = call.path.segments.last();
    if name.is_some_and(|name| CARRIERS.iter().any(|carrier| name.ident == carrier)) {
        return;
    }
    if let Some(tokens) = rewrite(frame, &call.tokens) {
        call.tokens = tokens;
    }
}

/// The tokens with the jumps in them rewritten, if there are any.
fn rewrite(frame: &mut Frame, tokens: &TokenStream) -> Option<TokenStream> {
    if !may_jump(tokens) {
        return None;
    }
    let mut rewritten = TokenStream::new();
    let mut run = Vec::new();
    let mut changed = false;
    let mut tokens = tokens.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        let separates = match &token {
            TokenTree::Punct(punct) => match punct.as_char() {
                ',' | ';' => true,
                '=' => {
                    matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == '>')
                }
                '>' => run.is_empty(),
                _ => false,
            },
            _ => false,
        };
        if separates {
            changed |= rewrite_run(frame, &mut run, &mut rewritten);
            rewritten.extend([token]);
        } else {
            run.push(token);
        }
    }
    changed |= rewrite_run(frame, &mut run, &mut rewritten);
    changed.then_some(rewritten)
}

/// Rewrites the tokens between two separators: as an expression, or else in what groups they have.
fn rewrite_run(frame: &mut Frame, run: &mut Vec<TokenTree>, rewritten: &mut TokenStream) -> bool {
    let tokens: TokenStream = run.iter().cloned().collect();
    if !may_jump(&tokens) {
        rewritten.extend(run.drain(..));
        return false;
    }
    if let Ok(mut expr) = syn::parse2::<Expr>(tokens) {
        let changed = frame.rewrites(|frame| frame.visit_expr_mut(&mut expr));
        if changed {
            expr.to_tokens(rewritten);
            run.clear();
        } else {
            rewritten.extend(run.drain(..));
        }
        return changed;
    }
    let mut changed = false;
    for token in run.drain(..) {
        let group = match &token {
            TokenTree::Group(group) => rewrite_group(frame, group),
            _ => None,
        };
        changed |= group.is_some();
        rewritten.extend([group.unwrap_or(token)]);
    }
    changed
}

fn rewrite_group(frame: &mut Frame, group: &Group) -> Option<TokenTree> {
    let stmts = match group.delimiter() {
        Delimiter::Brace => Block::parse_within.parse2(group.stream()).ok(),
        _ => None,
    };
    let tokens = match stmts {
        Some(mut stmts) => frame
            .rewrites(|frame| frame.visit_body(&mut stmts))
            .then(|| stmts.iter().map(ToTokens::to_token_stream).collect()),
        None => rewrite(frame, &group.stream()),
    };
    tokens.map(|tokens| {
        let mut rewritten = Group::new(group.delimiter(), tokens);
        rewritten.set_span(group.span());
        rewritten.into()
    })
}

/// Whether there is a token that a jump has, or a nested statement.
fn may_jump(tokens: &TokenStream) -> bool {
    const WORDS: [&str; 4] = ["return", "break", "continue", "with"];
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => may_jump(&group.stream()),
        TokenTree::Ident(ident) => WORDS.iter().any(|word| ident == word),
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Literal(_) => false,
    })
}
