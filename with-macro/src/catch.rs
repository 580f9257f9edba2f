//! `catch { BLOCK }`: a layer of its own between the statement and BLOCK, in which a panic is a way out like any other.
//!
//! BLOCK is run in a closure. Its jumps end there, as they end at the landing places of a statement; what they carry is
//! stored outside, and behind the closure they are carried out in plain code, which the statement treats as it treats all of its
//! block.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Item, Macro, Stmt};

use crate::enter::Keep;
use crate::exits::{Frame, Jump, Leap, Site, Surroundings};
use crate::expand::{Expanded, Expansion, ours};
use crate::landing::{dead, under};
use crate::parse::Manager;
use crate::reach::Ending;
use crate::spans::located_at;
use crate::tokens::has_await;

/// The layer.
pub(crate) struct Catch<'a> {
    pub(crate) expansion: &'a Expansion<'a>,
    /// Of the user's `catch`.
    pub(crate) span: Span,
    pub(crate) ending: Ending,
    /// There is an `.await` in BLOCK.
    pub(crate) awaits: bool,
}

/// Where the closure stores what a jump carries.
struct Slot {
    site: Site,
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
    /// let mut return0 = None;
    /// let mut ended = None;
    /// if false {
    ///     match () { () => never() };
    ///     if true {
    ///         let payload = held(&return0);
    ///         break 'return1 payload;
    ///     }
    ///     held(&ended)
    /// } else {
    ///     let caught = catch(|| {
    ///         ended = Some('end1: {
    ///             return0 = Some('return0: {
    ///                 let value = value;
    ///                 break 'end1 {
    ///                     let PAT = value;
    ///                     BLOCK
    ///                 };
    ///             });
    ///             return;
    ///         });
    ///     });
    ///     if let Err(panicked) = caught {
    ///         break 'panic0 panicked;
    ///     }
    ///     if let Some(payload) = return0 {
    ///         break 'return1 payload;
    ///     }
    ///     stored(ended)
    /// }
    /// ```
    ///
    /// The labels with the greater numbers are the statement's. Where BLOCK awaits, `catch(|| { .. })` is
    /// `catch_polls(pin!(async { .. })).await`.
    pub(crate) fn expand(
        &self,
        keep: &Keep,
        around: &mut Frame,
        block: impl FnOnce(&mut Frame) -> Expanded,
    ) -> Expanded {
        let Expansion {
            runtime, shared, ..
        } = *self.expansion;
        let mut inside = Frame::new(around, runtime, shared);
        let Expanded { tokens, completes } = block(&mut inside);
        let slots: Vec<_> = inside
            .sites
            .into_iter()
            .map(|site| slot(site, around))
            .collect();
        let valued = completes && self.ending != Ending::Unit;

        let mut declared: TokenStream = slots
            .iter()
            .map(|slot| slot.declare(self.expansion))
            .collect();
        let mut ties: Vec<_> = slots
            .iter()
            .filter_map(|slot| slot.tie(self.expansion))
            .collect();
        let end = if valued {
            declared.extend(ours!(let mut ended = #runtime::None;));
            ties.push(ours!(#runtime::held(&ended)));
            ours!(#runtime::stored(ended))
        } else if completes {
            TokenStream::new()
        } else {
            ours!(#runtime::stored(#runtime::None))
        };
        let dead = dead(runtime, &ties);
        let caught = self.caught(keep, &tokens, &slots, valued, completes);
        let replays = slots.iter().map(|slot| slot.replay(self.expansion));
        let panic = around.leave(&Leap::new(Jump::Panic, self.span), ours!(panicked));
        let rest = ours! {
            let caught = #caught;
            if let #runtime::Err(panicked) = caught {
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
        Expanded { tokens, completes }
    }

    /// BLOCK in the closure, within its landing places.
    fn caught(
        &self,
        keep: &Keep,
        block: &TokenStream,
        slots: &[Slot],
        valued: bool,
        completes: bool,
    ) -> TokenStream {
        let Expansion {
            runtime, shared, ..
        } = *self.expansion;
        let end = (completes && !slots.is_empty()).then(|| shared.name("end"));
        let kept = &keep.tokens;
        let mut body = if let Some(end) = &end {
            ours!(#kept break #end { #block };)
        } else {
            let kept = (!keep.moved).then_some(kept);
            ours!(#kept #block)
        };
        for Slot { site, name, .. } in slots {
            let label = &site.label;
            body = if site.leap.cfg.is_none() {
                ours! {
                    #name = #runtime::Some(#label: { #body });
                    return;
                }
            } else {
                let store = under(&site.leap, ours!(#name = #runtime::Some(payload); return;));
                ours! {
                    let payload = #label: { #body };
                    #store
                }
            };
        }
        let end = end.map(|end| ours!(#end:));
        let body = match (valued, end) {
            (true, end) => ours!(ended = #runtime::Some(#end { #body });),
            (false, Some(end)) => ours!(#end { #body }),
            (false, None) => body,
        };
        let at = located_at(self.span);
        if self.awaits {
            let (catch, block) = (quote_spanned!(at=> catch_polls), quote_spanned!(at=> async));
            ours!(#runtime::#catch(::core::pin::pin!(#block { #body })).await)
        } else {
            let (catch, closure) = (quote_spanned!(at=> catch), quote_spanned!(at=> ||));
            ours!(#runtime::#catch(#closure { #body }))
        }
    }
}

fn slot(site: Site, around: &mut Frame) -> Slot {
    let name = format_ident!("{}", site.label.ident, span = Span::mixed_site());
    let leave = around.leave(&site.leap, ours!(payload));
    Slot { site, name, leave }
}

impl Slot {
    fn declare(&self, expansion: &Expansion) -> TokenStream {
        let (runtime, name) = (expansion.runtime, &self.name);
        let cfg = self.site.leap.cfg.iter();
        ours!(#(#[cfg(#cfg)])* let mut #name = #runtime::None;)
    }

    /// The type of what is stored is told ahead.
    fn tie(&self, expansion: &Expansion) -> Option<TokenStream> {
        let (runtime, Slot { site, name, leave }) = (expansion.runtime, self);
        let tie = ours! {
            let payload = #runtime::held(&#name);
            #leave;
        };
        site.leap.jump.has_value().then(|| under(&site.leap, tie))
    }

    fn replay(&self, expansion: &Expansion) -> TokenStream {
        let (runtime, Slot { site, name, leave }) = (expansion.runtime, self);
        let replay = ours! {
            if let #runtime::Some(payload) = #name {
                #leave;
            }
        };
        under(&site.leap, replay)
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
