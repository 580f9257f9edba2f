//! `catch { BLOCK }`: a layer of its own between the statement and BLOCK, in which a panic is a way out like any other.
//!
//! BLOCK is run in a closure. Its jumps end there, as they end at the landing places of a statement; what they carry is
//! stored outside, and after the closure they are carried out in plain code, which the statement treats as it treats all of its
//! block.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Item, Macro, Stmt};

use super::context::{Cx, Expanded, dead, under};
use crate::jump::{Enclosing, Jump, JumpSite, LandingPad};
use crate::ours::ours;
use crate::rewrite::JumpRewriter;
use crate::spans::located_at;
use crate::syntax::Manager;
use crate::tail::Tail;
use crate::token::has_await;

/// The layer.
pub(crate) struct Catch<'a> {
    pub(crate) cx: &'a Cx<'a>,
    /// Of the user's `catch`.
    pub(crate) span: Span,
    pub(crate) tail: Tail,
    /// There is an `.await` in BLOCK.
    pub(crate) awaits: bool,
}

/// Where the closure stores what a jump carries.
struct Slot {
    pad: LandingPad,
    name: Ident,
    /// Carries out the jump with `payload`.
    leave: TokenStream,
}

impl Catch<'_> {
    /// ```text
    /// // Input:
    /// catch { BLOCK }
    ///
    /// // Output, where BLOCK holds a `return` and has a value:
    /// let mut return0_ = None;
    /// let mut ended_ = None;
    /// if false {
    ///     match () { () => !never() };
    ///     if true {
    ///         let payload_ = held(&return0_);
    ///         break 'return1 payload_;
    ///     }
    ///     held(&ended_)
    /// } else {
    ///     let caught_ = catch(|| {
    ///         ended_ = Some('end1: {
    ///             return0_ = Some('return0: {
    ///                 let value_ = value_;
    ///                 break 'end1 {
    ///                     let PAT = value_;
    ///                     BLOCK
    ///                 };
    ///             });
    ///             return;
    ///         });
    ///     });
    ///     if let Err(panicked_) = caught_ {
    ///         break 'panic0 panicked_;
    ///     }
    ///     if let Some(payload_) = return0_ {
    ///         break 'return1 payload_;
    ///     }
    ///     stored(ended_)
    /// }
    /// ```
    ///
    /// The labels with the greater numbers are the statement's. Where BLOCK awaits, `catch(|| { .. })` is
    /// `catch_polls(pin!(async { .. })).await`.
    pub(crate) fn expand(
        &self,
        keep: Option<&TokenStream>,
        around: &mut JumpRewriter,
        block: impl FnOnce(&mut JumpRewriter) -> Expanded,
    ) -> Expanded {
        let Cx { labels, .. } = *self.cx;
        let nested = around.nested;
        let mut inside = JumpRewriter::new(around, labels, nested);
        let Expanded {
            tokens,
            falls_through,
        } = block(&mut inside);
        let slots: Vec<_> = inside
            .pads
            .into_iter()
            .map(|pad| slot(pad, around))
            .collect();
        let valued = falls_through && self.tail != Tail::Unit;

        let mut declared: TokenStream = slots.iter().map(Slot::declare).collect();
        let mut ties: Vec<_> = slots.iter().filter_map(Slot::tie).collect();
        let end = if valued {
            declared.extend(ours!(let mut ended_ = __with::None;));
            ties.push(ours!(__with::held(&ended_)));
            ours!(__with::stored(ended_))
        } else if falls_through {
            TokenStream::new()
        } else {
            ours!(__with::stored(__with::None))
        };
        let dead = dead(&ties);
        let caught = self.caught(keep, &tokens, &slots, valued, falls_through);
        let replays = slots.iter().map(Slot::resume);
        let panic = around.leave(&JumpSite::new(Jump::Panic, self.span), ours!(panicked_));
        let rest = ours! {
            let caught_ = #caught;
            if let __with::Err(panicked_) = caught_ {
                #panic;
            }
            #(#replays)*
            #end
        };
        let tokens = if valued {
            ours!(#declared #dead else { #rest })
        } else {
            ours!(#declared #dead #rest)
        };
        Expanded {
            tokens,
            falls_through,
        }
    }

    /// BLOCK in the closure, within its landing places.
    fn caught(
        &self,
        keep: Option<&TokenStream>,
        block: &TokenStream,
        slots: &[Slot],
        valued: bool,
        falls_through: bool,
    ) -> TokenStream {
        let Cx { labels, .. } = *self.cx;
        let end = (falls_through && !slots.is_empty()).then(|| labels.name("end"));
        let mut body = if let Some(end) = &end {
            let kept = ours!(let value_ = value_;);
            let keep = keep.unwrap_or(&kept);
            ours!(#keep break #end { #block };)
        } else {
            ours!(#keep #block)
        };
        for Slot { pad, name, .. } in slots {
            let label = &pad.label;
            body = if pad.site.cfg.is_none() {
                ours! {
                    #name = __with::Some(#label: { #body });
                    return;
                }
            } else {
                let store = under(&pad.site, ours!(#name = __with::Some(payload_); return;));
                ours! {
                    let payload_ = #label: { #body };
                    #store
                }
            };
        }
        let end = end.map(|end| ours!(#end:));
        let body = match (valued, end) {
            (true, end) => ours!(ended_ = __with::Some(#end { #body });),
            (false, Some(end)) => ours!(#end { #body }),
            (false, None) => body,
        };
        let at = located_at(self.span);
        if self.awaits {
            let (catch, block) = (quote_spanned!(at=> catch_polls), quote_spanned!(at=> async));
            ours!(__with::#catch(::core::pin::pin!(#block { #body })).await)
        } else {
            let (catch, closure) = (quote_spanned!(at=> catch), quote_spanned!(at=> ||));
            ours!(__with::#catch(#closure { #body }))
        }
    }
}

fn slot(pad: LandingPad, around: &mut JumpRewriter) -> Slot {
    let name = format_ident!("{}_", pad.label.ident, span = Span::mixed_site());
    let leave = around.leave(&pad.site, ours!(payload_));
    Slot { pad, name, leave }
}

impl Slot {
    fn declare(&self) -> TokenStream {
        let name = &self.name;
        let cfg = self.pad.site.cfg.iter();
        ours!(#(#[cfg(#cfg)])* let mut #name = __with::None;)
    }

    /// The type of what is stored is known before BLOCK.
    fn tie(&self) -> Option<TokenStream> {
        let Slot { pad, name, leave } = self;
        let tie = ours! {
            let payload_ = __with::held(&#name);
            #leave;
        };
        pad.site.jump.has_value().then(|| under(&pad.site, tie))
    }

    fn resume(&self) -> TokenStream {
        let Slot { pad, name, leave } = self;
        let resume = ours! {
            if let __with::Some(payload_) = #name {
                #leave;
            }
        };
        under(&pad.site, resume)
    }
}

/// Whether an `.await` of this function is among what is caught: the inner managers or BLOCK.
pub(crate) fn awaits(inner: &[Manager], stmts: &[Stmt]) -> bool {
    let mut search = Awaits(false);
    for manager in inner {
        search.visit_expr_mut(&mut manager.context.clone());
    }
    for stmt in stmts {
        search.visit_stmt_mut(&mut stmt.clone());
    }
    search.0
}

struct Awaits(bool);

impl VisitMut for Awaits {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Await(_) => self.0 = true,
            Expr::Async(_) | Expr::Closure(_) | Expr::Const(_) => {}
            _ => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_item_mut(&mut self, _: &mut Item) {}

    fn visit_macro_mut(&mut self, call: &mut Macro) {
        self.0 |= has_await(call.to_token_stream());
    }
}
