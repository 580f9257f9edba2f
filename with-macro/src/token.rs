//! Questions about tokens: what they are, and whether a jump or an `.await` may be among them.

use std::mem;

use proc_macro2::{Delimiter, Group, Ident, Spacing, TokenStream, TokenTree};
use syn::parse::{ParseStream, Parser};
use syn::{Expr, Result, parenthesized};

use crate::known;

/// Parses all of the tokens. What is missing at their end is reported at `end`, not at the whole macro call, and what is
/// left over with what was `expected` there.
pub(crate) fn parse_all<T>(
    parse: impl FnOnce(ParseStream) -> Result<T>,
    tokens: &[TokenTree],
    end: &TokenTree,
    expected: &str,
) -> Result<T> {
    let mut group = Group::new(Delimiter::Parenthesis, tokens.iter().cloned().collect());
    group.set_span(end.span());
    let parse = |input: ParseStream| {
        let content;
        parenthesized!(content in input);
        let parsed = parse(&content)?;
        if content.is_empty() {
            Ok(parsed)
        } else {
            Err(content.error(expected))
        }
    };
    parse.parse2(TokenTree::from(group).into())
}

pub(crate) fn is_arrow(tokens: &[TokenTree], at: usize) -> bool {
    match &tokens[at..] {
        [TokenTree::Punct(equals), right, ..] => {
            equals.as_char() == '=' && equals.spacing() == Spacing::Joint && is_punct(right, '>')
        }
        _ => false,
    }
}

/// Whether the `:` is one of `::`.
pub(crate) fn is_path_separator(tokens: &[TokenTree], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    let after = tokens.get(at + 1);
    [before, after]
        .into_iter()
        .flatten()
        .any(|token| is_punct(token, ':'))
}

pub(crate) fn is_catch(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == "catch")
}

pub(crate) fn is_punct(token: &TokenTree, char: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

/// `{ .. }`, or what a `$block:block` of the user's `macro_rules!` makes of it.
pub(crate) fn is_block(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else {
        return false;
    };
    match group.delimiter() {
        Delimiter::Brace => true,
        Delimiter::None => {
            let mut tokens = group.stream().into_iter();
            matches!((tokens.next(), tokens.next()), (Some(token), None) if is_block(&token))
        }
        _ => false,
    }
}

pub(crate) fn is_any(ident: &Ident, words: &[&str]) -> bool {
    words.iter().any(|word| ident == word)
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
pub(crate) fn opens_generics(tokens: &[TokenTree]) -> bool {
    tokens
        .iter()
        .any(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '<'))
}

/// The length of the separator that the tokens begin with: `,`, `;` or `=>`.
pub(crate) fn separator(tokens: &[TokenTree]) -> usize {
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

/// Whether there is a token that a jump has, a nested statement, or a macro that is known to jump.
pub(crate) fn may_jump(tokens: TokenStream) -> bool {
    let tokens: Vec<_> = tokens.into_iter().collect();
    any_may_jump(&tokens)
}

pub(crate) fn any_may_jump(tokens: &[TokenTree]) -> bool {
    (0..tokens.len()).any(|at| token_may_jump(tokens, at))
}

fn token_may_jump(tokens: &[TokenTree], at: usize) -> bool {
    const WORDS: [&str; 5] = ["return", "break", "continue", "with", "async_with"];
    match &tokens[at] {
        TokenTree::Group(group) => may_jump(group.stream()),
        TokenTree::Ident(ident) => {
            let called = || matches!(tokens.get(at + 1), Some(bang) if is_punct(bang, '!'));
            is_any(ident, &WORDS) || is_any(ident, known::RAISING) && called()
        }
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Literal(_) => false,
    }
}

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
                if ident == "await" || called && is_any(&ident, known::AWAITING) {
                    return true;
                }
                asynchronous = ident == "async" || asynchronous && ident == "move";
            }
            _ => asynchronous = false,
        }
    }
    false
}
