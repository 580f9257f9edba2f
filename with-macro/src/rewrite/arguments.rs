//! The expressions and blocks among the tokens of a macro, whose jumps are rewritten like any other.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::Parser;
use syn::{Block, Expr, Macro, MacroDelimiter, Stmt};

use super::cfg::CfgChain;
use crate::jump::Rewrite;
use crate::token::{
    any_may_jump, expression, first_separator, is_any, is_path_separator, is_punct, opens_generics,
    separator,
};

/// The tokens with the jumps in them rewritten, if there are any.
pub(crate) fn rewrite(block: &mut dyn Rewrite, tokens: &TokenStream) -> Option<TokenStream> {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    if !any_may_jump(&tokens) {
        return None;
    }
    let outside = block.set_foreign(true);
    let rewritten = match statements(&tokens) {
        Some(mut stmts) => rewrite_stmts(block, &mut stmts),
        None => rewrite_runs(block, &tokens),
    };
    block.set_foreign(outside);
    rewritten
}

/// The tokens, if they are those of a block: several statements, or one with a semicolon.
fn statements(tokens: &[TokenTree]) -> Option<Vec<Stmt>> {
    let stmts = Block::parse_within.parse2(tokens.iter().cloned().collect());
    stmts.ok().filter(|stmts| stmts.len() > 1)
}

fn rewrite_stmts(block: &mut dyn Rewrite, stmts: &mut [Stmt]) -> Option<TokenStream> {
    let before = block.rewritten();
    block.visit_stmts(stmts);
    let changed = block.rewritten() > before;
    changed.then(|| stmts.iter().map(ToTokens::to_token_stream).collect())
}

fn rewrite_runs(block: &mut dyn Rewrite, tokens: &[TokenTree]) -> Option<TokenStream> {
    /// So often the rest of the tokens is tried as statements.
    const MANY: usize = 4;

    let mut rewritten = TokenStream::new();
    let mut changed = false;
    let mut items = Items::default();
    let mut tries = 0..MANY;
    let mut start = 0;
    while start < tokens.len() {
        let (end, expr) = next_run(&tokens[start..]);
        let run = &tokens[start..start + end];
        let after_head = start > 0 && expr.is_none() && any_may_jump(run) && tries.next().is_some();
        if let Some(mut stmts) = after_head.then(|| statements(&tokens[start..])).flatten() {
            let rest = rewrite_stmts(block, &mut stmts);
            changed |= rest.is_some();
            rewritten.extend(rest.unwrap_or_else(|| tokens[start..].iter().cloned().collect()));
            break;
        }
        changed |= match expr {
            Some(expr) => rewrite_expr(block, expr, run, &mut rewritten),
            None => rewrite_run(block, run, &mut items, &mut rewritten),
        };
        start += end;
        let separator = tokens.get(start..).map_or(0, separator);
        if tokens.get(start).is_some_and(|token| is_punct(token, ';')) {
            items = Items::default();
        }
        rewritten.extend(tokens[start..start + separator].iter().cloned());
        start += separator;
    }
    changed.then_some(rewritten)
}

/// The same for a macro that makes tokens of its tokens: only an expression before `=>` is evaluated here. If it is called in
/// parentheses with nothing but expressions, and no `#` in them, it is another macro.
pub(super) fn rewrite_quoting(block: &mut dyn Rewrite, call: &Macro) -> Option<TokenStream> {
    let tokens: Vec<_> = call.tokens.clone().into_iter().collect();
    let braced = matches!(call.delimiter, MacroDelimiter::Brace(_));
    if !braced && !tokens.iter().any(is_template) && expressions(&call.tokens).is_some() {
        return rewrite(block, &call.tokens);
    }
    let arrow = (0..tokens.len()).find(|&at| separator(&tokens[at..]) == 2)?;
    let (span, template) = tokens.split_at(arrow);
    let mut rewritten = rewrite(block, &span.iter().cloned().collect())?;
    rewritten.extend(template.iter().cloned());
    Some(rewritten)
}

fn is_template(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.stream().into_iter().any(|token| is_template(&token)),
        token => is_punct(token, '#'),
    }
}

/// The arguments of a macro, if they are expressions with commas between them.
pub(super) fn expressions(tokens: &TokenStream) -> Option<Vec<Expr>> {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    let mut expressions = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let (end, expr) = expression(&tokens[start..]);
        expressions.push(expr?);
        start += end;
        match tokens.get(start) {
            Some(comma) if is_punct(comma, ',') => start += 1,
            Some(_) => return None,
            None => {}
        }
    }
    Some(expressions)
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
fn rewrite_run(
    block: &mut dyn Rewrite,
    run: &[TokenTree],
    items: &mut Items,
    rewritten: &mut TokenStream,
) -> bool {
    let mut cfgs = CfgChain::of(run);
    let own_bodies: Vec<_> = (0..run.len())
        .map(|at| items.is_own_body(&run[..at], &run[at]))
        .collect();
    let (start, expr) = if cfgs.is_some() || own_bodies.contains(&true) {
        (run.len(), None)
    } else {
        last_expr(run)
    };
    let mut changed = false;
    for (at, token) in run[..start].iter().enumerate() {
        let under = cfgs.as_mut().map_or(0, |cfgs| cfgs.enter(block, run, at));
        let group = match token {
            TokenTree::Group(group) if !own_bodies[at] => rewrite_group(block, group),
            _ => None,
        };
        let cfgs = block.cfgs();
        cfgs.truncate(cfgs.len() - under);
        changed |= group.is_some();
        rewritten.extend([group.unwrap_or_else(|| token.clone())]);
    }
    if let Some(expr) = expr {
        changed |= rewrite_expr(block, expr, &run[start..], rewritten);
    }
    changed
}

/// The longest expression that the tokens end in, if a jump is in it, and where it starts.
fn last_expr(run: &[TokenTree]) -> (usize, Option<Expr>) {
    /// Longer runs are no expressions with something before them.
    const MANY: usize = 256;

    // Before what it is about, `?` is no operator: `info!(?error, cause = ?cause)`.
    let is_sigil = |at: usize| {
        is_punct(&run[at], '?') && (at == 0 || matches!(run[at - 1], TokenTree::Punct(_)))
    };
    let ends_in = |start: &usize| {
        let before = match &run[start - 1] {
            TokenTree::Punct(punct) => match punct.as_char() {
                '?' => is_sigil(start - 1),
                ':' => !is_path_separator(run, start - 1),
                '!' => !matches!(&run[*start], TokenTree::Group(_)),
                char => !".<>#$".contains(char),
            },
            TokenTree::Ident(ident) => is_any(ident, &["else", "if", "in"]),
            // An operand of `asm!`: `in(reg) value?`.
            TokenTree::Group(group) => {
                group.delimiter() == Delimiter::Parenthesis
                    && matches!(&run[..start - 1], [.., TokenTree::Ident(class)]
                        if is_any(class, &["in", "inlateout", "inout", "lateout", "out"]))
            }
            TokenTree::Literal(_) => false,
        };
        before && any_may_jump(&run[*start..])
    };
    let starts = 1..if run.len() > MANY { 1 } else { run.len() };
    let expr = starts.filter(ends_in).find_map(|start| {
        let tokens = run[start..].iter().cloned().collect();
        Some((start, syn::parse2::<Expr>(tokens).ok()?))
    });
    expr.map_or((run.len(), None), |(start, expr)| (start, Some(expr)))
}

/// Which braces hold a body with a `return` and `?` of its own: of a function, an `async` block, another macro.
#[derive(Default)]
struct Items {
    /// After `fn name`, where the body is still to come.
    function: bool,
}

impl Items {
    fn is_own_body(&mut self, before: &[TokenTree], token: &TokenTree) -> bool {
        match token {
            // The type of a function has no name: `fn(u8)`.
            TokenTree::Ident(_) => {
                self.function |= matches!(before, [.., TokenTree::Ident(word)] if word == "fn");
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let defines_macro = matches!(before, [.., TokenTree::Ident(name), bang, _]
                    if name == "macro_rules" && is_punct(bang, '!'));
                let is_async = matches!(before, [.., TokenTree::Ident(word)] if word == "async")
                    || matches!(before, [.., TokenTree::Ident(word), TokenTree::Ident(last)]
                        if word == "async" && last == "move");
                return std::mem::take(&mut self.function) || defines_macro || is_async;
            }
            _ => {}
        }
        false
    }
}

fn rewrite_group(block: &mut dyn Rewrite, group: &Group) -> Option<TokenTree> {
    let stmts = match group.delimiter() {
        Delimiter::Brace => Block::parse_within.parse2(group.stream()).ok(),
        _ => None,
    };
    let tokens = match stmts {
        Some(mut stmts) => rewrite_stmts(block, &mut stmts),
        None => rewrite(block, &group.stream()),
    };
    tokens.map(|tokens| {
        let mut rewritten = Group::new(group.delimiter(), tokens);
        rewritten.set_span(group.span());
        rewritten.into()
    })
}
