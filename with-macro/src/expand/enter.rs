//! The head of the statement: how the manager is entered, and what `as` binds.

use std::mem;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote_spanned};
use syn::{Expr, Pat, Token};

use super::context::{Cx, method, wait};
use crate::jump::Enclosing;
use crate::ours::ours;
use crate::spans::{first_span, located_at};
use crate::syntax::Target;

impl Cx<'_> {
    /// `let value = exit.enter_manager();`, or with `?` for `as PAT?`.
    pub(crate) fn enter(
        &self,
        ExprSpan { start, .. }: ExprSpan,
        target: Option<&Target>,
        around: &mut dyn Enclosing,
    ) -> TokenStream {
        let wait = wait(self.protocol, start);
        let method = method(self.protocol, "aenter");
        if let Some(question) = target.and_then(|target| target.question) {
            // What has no `?` is refused at the user's.
            let question_mark = located_at(question.span);
            let carries_on =
                quote_spanned!(question_mark=> |value_| __with::Try::carries_on(value_));
            // A panic in it is located here.
            let method = method.map(|method| ours!(#method,));
            let enter = quote_spanned!(start=> try_enter_manager(#method #carries_on));
            let enter = quote_spanned!(located_at(start)=> exit_.#enter #wait);
            let enter = around.attempt(Expr::Verbatim(enter), question.span);
            return ours!(let value_ = #enter;);
        }
        let enter = quote_spanned!(start=> enter_manager(#method));
        let unseen = match target.map(|target| &target.pat) {
            None => Some(located_at(start)),
            Some(Pat::Wild(wild)) => Some(located_at(wild.underscore_token.span)),
            Some(_) => None,
        };
        let check = unseen.map(|span| {
            quote_spanned!(span=> __with::Certain::certain(__with::unseen(&value_).seen_kind());)
        });
        let exit = quote_spanned!(located_at(start)=> exit_);
        ours!(let value_ = #exit.#enter #wait; #check)
    }
}

/// Where the context expression stands.
#[derive(Clone, Copy)]
pub(crate) struct ExprSpan {
    pub(crate) start: Span,
    pub(crate) end: Span,
}

impl ExprSpan {
    pub(crate) fn of(context: &Expr) -> Self {
        let mut spans = context
            .to_token_stream()
            .into_iter()
            .map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::mixed_site);
        let end = spans.last().unwrap_or(start);
        ExprSpan { start, end }
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
        Pat::Or(_) => ours!(#bind (#pat) = value_;),
        _ => ours!(#bind #pat = value_;),
    }
}

/// `let value = value;`, so that `value` is gone with BLOCK even if the pattern doesn't move all of it.
pub(crate) fn keep(target: Option<&Target>) -> Option<TokenStream> {
    let pat = target.map(|target| &target.pat);
    let moved = match pat {
        Some(Pat::Ident(name)) => name.by_ref.is_none() && name.subpat.is_none(),
        _ => false,
    };
    let mutable = pat.is_some_and(|pat| has_ref_mut(pat.to_token_stream()));
    let mutable = mutable.then(|| Token![mut](Span::mixed_site()));
    (!moved).then(|| ours!(let #mutable value_ = value_;))
}

fn has_ref_mut(tokens: TokenStream) -> bool {
    let mut after_ref = false;
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => has_ref_mut(group.stream()),
        TokenTree::Ident(ident) => mem::replace(&mut after_ref, ident == "ref") && ident == "mut",
        _ => false,
    })
}
