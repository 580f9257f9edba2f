//! The head of the statement: how the manager is entered, and what `as` binds.

use std::mem;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::{Expr, Pat, Token};

use crate::exits::Surroundings;
use crate::expand::{Expansion, method, ours, wait};
use crate::parse::Target;
use crate::spans::{first_span, located_at};

impl Expansion<'_> {
    /// `let value = exit.enter_manager();`, or with `?` for `as PAT?`.
    pub(crate) fn enter(
        &self,
        Place { start, .. }: Place,
        target: Option<&Target>,
        around: &mut dyn Surroundings,
    ) -> TokenStream {
        let runtime = self.runtime;
        let wait = wait(self.protocol, start);
        let method = method(runtime, self.protocol, "aenter");
        if let Some(question) = target.and_then(|target| target.question) {
            let succeeded = ours!(|value| #runtime::entered(value).enter_succeeded());
            // A panic in it is located here.
            let method = method.map(|method| ours!(#method,));
            let enter = quote_spanned!(start=> try_enter_manager(#method #succeeded));
            let enter = quote_spanned!(located_at(start)=> exit.#enter #wait);
            let enter = around.attempt(Expr::Verbatim(enter), question.span);
            return ours!(let value = #enter;);
        }
        let enter = quote_spanned!(start=> enter_manager(#method));
        let unseen = match target.map(|target| &target.pat) {
            None => Some(located_at(start)),
            Some(Pat::Wild(wild)) => Some(located_at(wild.underscore_token.span)),
            Some(_) => None,
        };
        let check = unseen.map(|span| {
            let check = quote_spanned!(span=> Certain::certain(unseen));
            ours! {
                {
                    use #runtime::Certain;
                    let unseen = #runtime::unseen(&value).seen_kind();
                    #check;
                }
            }
        });
        let exit = quote_spanned!(located_at(start)=> exit);
        ours!(let value = #exit.#enter #wait; #check)
    }
}

/// Where the context expression stands.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    pub(crate) start: Span,
    pub(crate) end: Span,
}

impl Place {
    pub(crate) fn of(context: &Expr) -> Self {
        let mut spans = context
            .to_token_stream()
            .into_iter()
            .map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::mixed_site);
        let end = spans.last().unwrap_or(start);
        Place { start, end }
    }
}

/// `let PAT = value;`
pub(crate) fn bind(target: &Target) -> TokenStream {
    // Found half at the pattern and half at the macro, the statement is none that rustc suggests to write otherwise.
    let bind = Token![let](located_at(first_span(&target.pat)));
    let pat = &target.pat;
    match pat {
        // The value is kept all the same, and rustc denies `let _` for the guard of a lock.
        Pat::Wild(_) => TokenStream::new(),
        Pat::Or(_) => ours!(#bind (#pat) = value;),
        _ => ours!(#bind #pat = value;),
    }
}

/// How `value` is kept for BLOCK.
pub(crate) struct Keep {
    pub(crate) tokens: TokenStream,
    /// The pattern moves all of it, so that nothing is to be kept.
    pub(crate) moved: bool,
}

impl Keep {
    /// As it is, for what stands between the statement and BLOCK.
    pub(crate) fn passing() -> Self {
        Keep {
            tokens: ours!(let value = value;),
            moved: true,
        }
    }
}

/// `value` is gone with BLOCK, even if the pattern leaves it where it is.
pub(crate) fn keep(target: Option<&Target>) -> Keep {
    let pat = target.map(|target| &target.pat);
    let moved = match pat {
        Some(Pat::Ident(name)) => name.by_ref.is_none() && name.subpat.is_none(),
        _ => false,
    };
    let mutable = pat.is_some_and(|pat| has_ref_mut(pat.to_token_stream()));
    let mutable = mutable.then(|| Token![mut](Span::mixed_site()));
    Keep {
        tokens: ours!(let #mutable value = value;),
        moved,
    }
}

fn has_ref_mut(tokens: TokenStream) -> bool {
    let mut after_ref = false;
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => has_ref_mut(group.stream()),
        TokenTree::Ident(ident) => mem::replace(&mut after_ref, ident == "ref") && ident == "mut",
        _ => false,
    })
}
