//! What spans tell.

use std::fmt::Write;

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Lifetime;

/// Where our tokens are to be found: hygienic, and located at the user's.
pub(crate) fn located_at(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

pub(crate) fn first_span(tokens: &impl ToTokens) -> Span {
    let mut tokens = tokens.to_token_stream().into_iter();
    tokens
        .next()
        .map_or_else(Span::mixed_site, |token| token.span())
}

/// What only the debug form of the compiler's spans tells, `#HYGIENE bytes(FROM..TO)`.
struct Debug {
    hygiene: String,
    from: usize,
    to: usize,
}

impl Debug {
    fn of(span: Span) -> Option<Self> {
        let debug = format!("{span:?}");
        let (hygiene, bytes) = debug.split_once(" bytes(")?;
        let (from, to) = bytes.strip_suffix(')')?.split_once("..")?;
        Some(Debug {
            hygiene: hygiene.to_owned(),
            from: from.parse().ok()?,
            to: to.parse().ok()?,
        })
    }
}

/// Whether the two are the same label. Of two labels of the same name one may come from a `macro_rules!` of the user's,
/// which makes them different.
pub(crate) fn same_label(label: &Lifetime, target: &Lifetime) -> bool {
    let hygiene = |label: &Lifetime| Some(Debug::of(label.ident.span())?.hygiene);
    label.ident == target.ident && hygiene(label) == hygiene(target)
}

/// The tokens as the user wrote them, with a space where there was any.
pub(crate) fn text(tokens: TokenStream) -> String {
    let mut text = String::new();
    match write_source(&mut text, tokens.clone(), None) {
        Some(_) => text,
        None => tokens.to_string(),
    }
}

/// Returns where the tokens end.
fn write_source(
    text: &mut String,
    tokens: TokenStream,
    mut end: Option<usize>,
) -> Option<Option<usize>> {
    let token =
        |text: &mut String, span: Span, end: Option<usize>, token: &dyn std::fmt::Display| {
            let place = Debug::of(span)?;
            if end.is_some_and(|end| end < place.from) {
                text.push(' ');
            }
            write!(text, "{token}").ok()?;
            Some(Some(place.to))
        };
    for tree in tokens {
        end = match tree {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                if open.is_empty() {
                    write_source(text, group.stream(), end)?
                } else {
                    let end = token(text, group.span_open(), end, &open)?;
                    let end = write_source(text, group.stream(), end)?;
                    token(text, group.span_close(), end, &close)?
                }
            }
            tree => token(text, tree.span(), end, &tree)?,
        };
    }
    Some(end)
}
