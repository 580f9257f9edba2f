//! What spans say.

use proc_macro2::Span;
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

/// The hygiene of a span, which only its debug form shows: `#HYGIENE bytes(FROM..TO)` is the compiler's.
pub(crate) fn hygiene(debug: &str) -> Option<&str> {
    let (hygiene, _) = debug.split_once("bytes(")?;
    Some(hygiene.trim_end())
}

/// Whether it is known to be of no expansion.
pub(crate) fn is_plain(span: Span) -> bool {
    hygiene(&format!("{span:?}")) == Some("#0")
}

/// Whether the two are the same label. Of two labels of the same name one may come from a `macro_rules!` of the user's,
/// which makes them different.
pub(crate) fn same_label(label: &Lifetime, target: &Lifetime) -> bool {
    let debug = |label: &Lifetime| format!("{:?}", label.ident.span());
    label.ident == target.ident && hygiene(&debug(label)) == hygiene(&debug(target))
}
