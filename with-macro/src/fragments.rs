//! Fragments of a `macro_rules!`, which come in invisible groups.
//!
//! rustc doesn't see the invisible groups of what a procedural macro returns: `$e * 2` of `1 + 1` would be 3. So a fragment that
//! its neighbours could take apart gets parentheses in place of the group.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use syn::{Expr, Type};

use crate::token::{is_punct, separator};

/// The same tokens, with parentheses around such fragments.
pub(crate) fn parenthesize(tokens: TokenStream) -> TokenStream {
    parenthesized(&tokens).unwrap_or(tokens)
}

/// The tokens, if there is such a fragment among them. All others stay the very same: a group that is made anew loses the places
/// of its delimiters.
fn parenthesized(tokens: &TokenStream) -> Option<TokenStream> {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    let mut changed = false;
    let new: TokenStream = (0..tokens.len())
        .map(|at| {
            let new = parenthesized_group(&tokens, at);
            changed |= new.is_some();
            new.unwrap_or_else(|| tokens[at].clone())
        })
        .collect();
    changed.then_some(new)
}

fn parenthesized_group(tokens: &[TokenTree], at: usize) -> Option<TokenTree> {
    let TokenTree::Group(group) = &tokens[at] else {
        return None;
    };
    let inside = parenthesized(&group.stream());
    let (delimiter, span) = if is_taken_apart(&tokens[..at], group, &tokens[at + 1..]) {
        // The span is not the user's, or the compiler would find the parentheses unnecessary.
        let span = Span::mixed_site().located_at(group.span());
        (Delimiter::Parenthesis, span)
    } else if inside.is_some() {
        (group.delimiter(), group.span())
    } else {
        return None;
    };
    let mut group = Group::new(delimiter, inside.unwrap_or_else(|| group.stream()));
    group.set_span(span);
    Some(group.into())
}

/// Whether the neighbours of a fragment bind a part of it.
fn is_taken_apart(before: &[TokenTree], group: &Group, after: &[TokenTree]) -> bool {
    group.delimiter() == Delimiter::None
        && match Fragment::of(group) {
            Fragment::OneOperand => false,
            Fragment::BlockLike => continues(after),
            Fragment::Operands => {
                !is_separated(before) || !after.is_empty() && separator(after) == 0
            }
        }
}

/// What a fragment is made of.
enum Fragment {
    /// What no neighbour can take apart.
    OneOperand,
    /// A block, a `match` or the like, which ends a statement that begins with it.
    BlockLike,
    /// Operands with operators between them or before them, or a type with `+`.
    Operands,
}

impl Fragment {
    fn of(group: &Group) -> Self {
        let mut tokens = group.stream().into_iter();
        if let (Some(TokenTree::Group(inner)), None) = (tokens.next(), tokens.next()) {
            if inner.delimiter() == Delimiter::None {
                return Fragment::of(&inner);
            }
        }
        let Ok(expr) = syn::parse2::<Expr>(group.stream()) else {
            return match syn::parse2(group.stream()) {
                Ok(Type::TraitObject(_) | Type::ImplTrait(_)) => Fragment::Operands,
                _ => Fragment::OneOperand,
            };
        };
        match expr {
            Expr::Block(_)
            | Expr::ForLoop(_)
            | Expr::If(_)
            | Expr::Loop(_)
            | Expr::Match(_)
            | Expr::Unsafe(_)
            | Expr::While(_) => Fragment::BlockLike,
            Expr::Array(_)
            | Expr::Await(_)
            | Expr::Call(_)
            | Expr::Field(_)
            | Expr::Group(_)
            | Expr::Index(_)
            | Expr::Infer(_)
            | Expr::Let(_)
            | Expr::Lit(_)
            | Expr::Macro(_)
            | Expr::MethodCall(_)
            | Expr::Paren(_)
            | Expr::Path(_)
            | Expr::Repeat(_)
            | Expr::Try(_)
            | Expr::Tuple(_) => Fragment::OneOperand,
            _ => Fragment::Operands,
        }
    }
}

/// Whether an expression that begins before these tokens continues in them.
fn continues(tokens: &[TokenTree]) -> bool {
    match tokens.first() {
        Some(TokenTree::Punct(_)) => separator(tokens) == 0,
        Some(TokenTree::Ident(cast)) => cast == "as",
        Some(TokenTree::Group(group)) => group.delimiter() != Delimiter::Brace,
        _ => false,
    }
}

/// Whether nothing before a fragment binds it: the tokens are none, or end in `,`, `;`, `=>`, the `=` of an assignment or a group.
fn is_separated(before: &[TokenTree]) -> bool {
    match before {
        [] | [.., TokenTree::Group(_)] => true,
        [.., equals, right] if is_punct(equals, '=') && is_punct(right, '>') => true,
        [.., operator, equals] if is_punct(equals, '=') => !matches!(operator, TokenTree::Punct(_)),
        [.., last] => is_punct(last, ',') || is_punct(last, ';'),
    }
}
