//! What exit is passed: `sys.exc_info()`, found out by the types at hand.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::Stmt;

use super::context::{method, wait};
use crate::jump::{JumpSite, Payload};
use crate::ours::ours;
use crate::spans::{first_span, located_at};
use crate::syntax::Protocol;
use crate::tail::{Tail, has_plain_value};

/// The last expression of the user's block.
pub(crate) struct LastExpr {
    pub(super) span: Span,
    /// It has no `Err` or `None` of its own.
    plain: bool,
}

impl LastExpr {
    pub(crate) fn of(stmts: &[Stmt]) -> Self {
        LastExpr {
            span: stmts.last().map_or_else(Span::mixed_site, first_span),
            plain: has_plain_value(stmts),
        }
    }

    /// What exit is passed at the end of BLOCK, for a statement whose EXPR stands there.
    pub(super) fn exc_at_end(&self, tail: Tail, outermost: bool, at: Span) -> TokenStream {
        let at = located_at(at);
        match tail {
            Tail::Unit => ours!(__with::NoException),
            Tail::Value if self.plain => {
                quote_spanned!(at=> exit_.exc_info_at_plain_end(&result_).classify_exc())
            }
            Tail::Value => {
                // A value of a type that isn't known is refused where it stands.
                let classify = quote_spanned!(located_at(self.span)=> classify_exc());
                quote_spanned!(at=> exit_.exc_info_at_end(&result_).#classify)
            }
            _ if !outermost => {
                quote_spanned!(at=> exit_.exc_info_if_strict(&result_).classify_exc())
            }
            Tail::Diverges | Tail::Nested => {
                quote_spanned!(at=> exit_.exc_info_of_nested_end(&result_).classify_exc())
            }
        }
    }
}

/// What `call_exit` and `finish_statement` do until there is a verdict to act on, where the protocol awaits it. EXPR starts `at`.
pub(super) fn awaited_exit(
    protocol: Protocol,
    at: Span,
    site: Span,
    payload: &TokenStream,
) -> Option<TokenStream> {
    let wait = wait(protocol, at)?;
    let exit = method(protocol, "aexit");
    let lend = quote_spanned!(site=> exit_.lend_payload(exc_, #payload));
    Some(ours! {
        let mut lent_ = #lend;
        let verdict_ = exit_.exit_manager(lent_.lent_exc_info(), #exit) #wait;
    })
}

/// What exit is passed of a jump, whose payload is in this variable.
pub(super) fn exc_of_jump(site: &JumpSite, payload: &Ident) -> TokenStream {
    let at = located_at(site.span);
    // The place of this call is the location in the traceback.
    let here = quote_spanned!(site.span=> raised_here());
    match site.jump.payload() {
        Payload::Nothing => ours!(__with::NoException),
        Payload::Value => quote_spanned!(at=> exit_.exc_info_if_strict(&#payload).classify_exc()),
        Payload::Bailed => {
            quote_spanned!(at=> exit_.exc_info_of_bail(&#payload).classify_exc().#here)
        }
        Payload::Panic => quote_spanned!(at=> exit_.exc_info_of(&#payload).classify_exc()),
        Payload::Residual | Payload::Failure => {
            quote_spanned!(at=> exit_.exc_info_of(&#payload).classify_exc().#here)
        }
    }
}
