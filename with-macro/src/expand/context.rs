//! What the parts of an expansion have in common.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;

use crate::jump::{JumpSite, Labels};
use crate::ours::ours;
use crate::spans::located_at;
use crate::syntax::Protocol;

/// A part of the expansion, and whether control falls through it.
#[derive(Default)]
pub(crate) struct Expanded {
    pub(crate) tokens: TokenStream,
    pub(crate) falls_through: bool,
}

/// What the levels of a statement have in common.
pub(crate) struct Cx<'a> {
    pub(crate) protocol: Protocol,
    pub(crate) labels: &'a Labels,
    /// There are several managers.
    pub(crate) several: bool,
    /// It is the last statement of another one's block.
    pub(crate) last: bool,
}

/// The trait that knows a manager's exit.
pub(crate) fn lookup(protocol: Protocol) -> Ident {
    let name = match protocol {
        Protocol::Blocking => "Lookup",
        Protocol::Async => "AsyncLookup",
    };
    Ident::new(name, Span::mixed_site())
}

/// `.await`, where the protocol does.
pub(crate) fn wait(protocol: Protocol, at: Span) -> Option<TokenStream> {
    let asynchronous = protocol == Protocol::Async;
    asynchronous.then(|| quote_spanned!(located_at(at)=> .await))
}

/// The method to await, where the protocol does.
pub(crate) fn method(protocol: Protocol, name: &str) -> Option<TokenStream> {
    let name = Ident::new(name, Span::mixed_site());
    let asynchronous = protocol == Protocol::Async;
    asynchronous.then(|| ours!(__with::AsyncContextManager::#name))
}

/// The tokens are there if the jump is.
pub(crate) fn under(site: &JumpSite, tokens: TokenStream) -> TokenStream {
    match &site.cfg {
        Some(cfg) => ours!(#[cfg(#cfg)] { #tokens }),
        None => tokens,
    }
}

/// A branch that never runs and only ties types.
pub(crate) fn dead(ties: &[TokenStream]) -> TokenStream {
    let Some((last, ties)) = ties.split_last() else {
        return TokenStream::new();
    };
    ours! {
        if false {
            match () { () => !__with::never() };
            #(if true { #ties })*
            #last
        }
    }
}

/// A value of any type, in such a branch. If the type is `!`, clippy doesn't see an expression of which a part
/// diverges.
pub(crate) fn any() -> TokenStream {
    ours!(match () {
        () => __with::any(),
    })
}
