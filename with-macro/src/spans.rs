//! What spans tell.

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

/// What only the debug form of spans tells: `#HYGIENE bytes(FROM..TO)` is the compiler's.
pub(crate) struct Debug {
    pub(crate) hygiene: String,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

impl Debug {
    fn of(span: Span) -> Option<Self> {
        Self::parse(&format!("{span:?}"))
    }

    /// What is made up has no place.
    pub(crate) fn parse(debug: &str) -> Option<Self> {
        let (hygiene, bytes) = debug.split_once("bytes(")?;
        let (from, to) = bytes.strip_suffix(')')?.split_once("..")?;
        let (from, to) = (from.parse().ok()?, to.parse().ok()?);
        (from < to).then(|| Debug {
            hygiene: hygiene.trim_end().to_owned(),
            from,
            to,
        })
    }
}

/// Whether it is known to be of no expansion.
pub(crate) fn is_plain(span: Span) -> bool {
    Debug::of(span).is_some_and(|debug| debug.hygiene == "#0")
}

/// Whether the two are the same label. Of two labels of the same name one may come from a `macro_rules!` of the user's,
/// which makes them different.
pub(crate) fn same_label(label: &Lifetime, target: &Lifetime) -> bool {
    let hygiene = |label: &Lifetime| Some(Debug::of(label.ident.span())?.hygiene);
    label.ident == target.ident && hygiene(label) == hygiene(target)
}

/// The tokens as the user wrote them, with a space where there was any.
pub(crate) fn text(tokens: &TokenStream) -> String {
    let mut source = Source::default();
    match source.write(tokens.clone()) {
        Some(()) => source.text,
        None => tokens.to_string(),
    }
}

#[derive(Default)]
struct Source {
    text: String,
    /// Where the text ends.
    end: Option<usize>,
}

impl Source {
    fn write(&mut self, tokens: TokenStream) -> Option<()> {
        tokens.into_iter().try_for_each(|token| match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => return self.write(group.stream()),
                };
                self.write_token(open, group.span_open())?;
                self.write(group.stream())?;
                self.write_token(close, group.span_close())
            }
            token => self.write_token(&token.to_string(), token.span()),
        })
    }

    fn write_token(&mut self, token: &str, span: Span) -> Option<()> {
        let place = Debug::of(span)?;
        if self.end.is_some_and(|end| end < place.from) {
            self.text.push(' ');
        }
        self.text.push_str(token);
        self.end = Some(place.to);
        Some(())
    }
}
