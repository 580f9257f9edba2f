//! The expressions and blocks among the tokens of a macro.

use std::mem;

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::Parser;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr};

use crate::exits::Frame;
use crate::parse::is_punct;
use crate::special;

/// The tokens with the jumps in them rewritten, if there are any. Whether any may be left is added to `rest`.
pub(crate) fn rewrite(
    frame: &mut Frame,
    tokens: &TokenStream,
    rest: &mut bool,
) -> Option<TokenStream> {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    if !any_may_jump(&tokens) {
        return None;
    }
    let outside = mem::replace(&mut frame.foreign, true);
    let mut rewritten = TokenStream::new();
    let mut changed = false;
    let mut start = 0;
    while start < tokens.len() {
        let (end, expr) = next_run(&tokens[start..]);
        let run = &tokens[start..start + end];
        changed |= match expr {
            Some(expr) => rewrite_expr(frame, expr, run, &mut rewritten),
            None => rewrite_run(frame, run, &mut rewritten, rest),
        };
        start += end;
        let separator = tokens.get(start..).map_or(0, separator);
        rewritten.extend(tokens[start..start + separator].iter().cloned());
        start += separator;
    }
    frame.foreign = outside;
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

/// The shortest expression that the tokens begin with and that ends at a separator or the end, and its length.
pub(crate) fn expression(tokens: &[TokenTree]) -> (usize, Option<Expr>) {
    /// An expression with more commas of its own is none.
    const MANY: usize = 8;

    let ends = (0..tokens.len()).filter(|&at| separator(&tokens[at..]) > 0);
    for end in ends.chain([tokens.len()]).take(MANY) {
        if let Ok(expr) = syn::parse2(tokens[..end].iter().cloned().collect()) {
            return (end, Some(expr));
        }
    }
    (tokens.len(), None)
}

/// Where the first separator is that isn't one between the generic arguments of `f::<A, B>()`.
pub(crate) fn first_separator(tokens: &[TokenTree]) -> usize {
    let is = |at: usize, char| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == char);
    let mut depth = 0_usize;
    for at in 0..tokens.len() {
        match depth {
            _ if is(at, '<') && (depth > 0 || at > 1 && is(at - 1, ':') && is(at - 2, ':')) => {
                depth += 1;
            }
            0 if separator(&tokens[at..]) > 0 => return at,
            1.. if is(at, '>') && !is(at - 1, '-') => depth -= 1,
            _ => {}
        }
    }
    tokens.len()
}

/// The comma may be one between generic arguments.
fn opens_generics(tokens: &[TokenTree]) -> bool {
    tokens
        .iter()
        .any(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '<'))
}

/// The length of the separator that the tokens begin with: `,`, `;` or `=>`.
fn separator(tokens: &[TokenTree]) -> usize {
    let char = |token: Option<&TokenTree>| match token {
        Some(TokenTree::Punct(punct)) => punct.as_char(),
        _ => ' ',
    };
    match (char(tokens.first()), char(tokens.get(1))) {
        (',' | ';', _) => 1,
        ('=', '>') => 2,
        _ => 0,
    }
}

fn rewrite_expr(
    frame: &mut Frame,
    mut expr: Expr,
    run: &[TokenTree],
    rewritten: &mut TokenStream,
) -> bool {
    let changed = frame.rewrites(|frame| frame.visit_expr_mut(&mut expr));
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
    frame: &mut Frame,
    run: &[TokenTree],
    rewritten: &mut TokenStream,
    rest: &mut bool,
) -> bool {
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
    for (at, token) in run[..start].iter().enumerate() {
        let group = match token {
            TokenTree::Group(group) => rewrite_group(frame, group, rest),
            _ if is_sigil(at) => None,
            _ => {
                *rest |= token_may_jump(run, at);
                None
            }
        };
        changed |= group.is_some();
        rewritten.extend([group.unwrap_or_else(|| token.clone())]);
    }
    if let Some(expr) = expr {
        changed |= rewrite_expr(frame, expr, &run[start..], rewritten);
    }
    changed
}

fn rewrite_group(frame: &mut Frame, group: &Group, rest: &mut bool) -> Option<TokenTree> {
    let stmts = match group.delimiter() {
        Delimiter::Brace => Block::parse_within.parse2(group.stream()).ok(),
        _ => None,
    };
    let tokens = match stmts {
        Some(mut stmts) => frame
            .rewrites(|frame| frame.visit_body(&mut stmts))
            .then(|| stmts.iter().map(ToTokens::to_token_stream).collect()),
        None => rewrite(frame, &group.stream(), rest),
    };
    tokens.map(|tokens| {
        let mut rewritten = Group::new(group.delimiter(), tokens);
        rewritten.set_span(group.span());
        rewritten.into()
    })
}

/// Whether there is a token that a jump has, a nested statement, or a macro that is known to jump.
pub(crate) fn may_jump(tokens: TokenStream) -> bool {
    let tokens: Vec<_> = tokens.into_iter().collect();
    any_may_jump(&tokens)
}

fn any_may_jump(tokens: &[TokenTree]) -> bool {
    (0..tokens.len()).any(|at| token_may_jump(tokens, at))
}

fn token_may_jump(tokens: &[TokenTree], at: usize) -> bool {
    const WORDS: [&str; 5] = ["return", "break", "continue", "with", "async_with"];
    match &tokens[at] {
        TokenTree::Group(group) => may_jump(group.stream()),
        TokenTree::Ident(ident) => {
            let called = || matches!(tokens.get(at + 1), Some(bang) if is_punct(bang, '!'));
            is_any(ident, &WORDS) || is_any(ident, special::NAMES) && called()
        }
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Literal(_) => false,
    }
}

/// The macros whose definition holds an `.await`.
const AWAITING: [&str; 7] = [
    "async_with",
    "join",
    "pending",
    "poll",
    "select",
    "select_biased",
    "try_join",
];

/// Whether there is an `.await` among the tokens, or a macro that has one, but not in an `async` block.
pub(crate) fn has_await(tokens: TokenStream) -> bool {
    let mut asynchronous = false;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) => {
                let block = mem::take(&mut asynchronous) && group.delimiter() == Delimiter::Brace;
                if !block && has_await(group.stream()) {
                    return true;
                }
            }
            TokenTree::Ident(ident) => {
                let called =
                    matches!(tokens.peek(), Some(TokenTree::Punct(bang)) if bang.as_char() == '!');
                if ident == "await" || called && is_any(&ident, &AWAITING) {
                    return true;
                }
                asynchronous = ident == "async" || asynchronous && ident == "move";
            }
            _ => asynchronous = false,
        }
    }
    false
}

pub(crate) fn is_any(ident: &Ident, words: &[&str]) -> bool {
    words.iter().any(|word| ident == word)
}

/// The same tokens, but for fragments of `macro_rules!` that are a `match` or the like: they get parentheses in place of the
/// invisible group, as with it the parsers take them for a statement where one begins with them.
pub(crate) fn parenthesize_fragments(tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .map(|token| parenthesized(&token).unwrap_or(token))
        .collect()
}

/// The token, if there is such a fragment in it.
fn parenthesized(token: &TokenTree) -> Option<TokenTree> {
    const HEADS: [&str; 6] = ["for", "if", "loop", "match", "unsafe", "while"];

    let TokenTree::Group(group) = token else {
        return None;
    };
    let mut head = None;
    let mut changed = false;
    let inside = group.stream().into_iter().map(|token| {
        head.get_or_insert_with(|| token.clone());
        let new = parenthesized(&token);
        changed |= new.is_some();
        new.unwrap_or(token)
    });
    let inside = inside.collect();
    let fragment = group.delimiter() == Delimiter::None
        && matches!(head, Some(TokenTree::Ident(head)) if is_any(&head, &HEADS));
    if !changed && !fragment {
        return None;
    }
    let delimiter = if fragment {
        Delimiter::Parenthesis
    } else {
        group.delimiter()
    };
    let mut new = Group::new(delimiter, inside);
    new.set_span(group.span());
    Some(new.into())
}
