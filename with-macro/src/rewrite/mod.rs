//! Turns every jump that leaves BLOCK into one to its landing pad.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Expr, Label, Lifetime, Stmt, Token};

mod arguments;
mod cfg;
mod cfg_select;
mod raising;
mod visitor;

use crate::jump::{Enclosing, FunctionBody, Jump, JumpSite, Labels, LandingPad, Rewrite, attempt};
use crate::spans::{located_at, same_label};
use crate::tail::NestedWith;

#[cfg(test)]
pub(crate) use self::arguments::{next_run, rewrite};

/// What lies between BLOCK and a jump in it, and may be the target of that jump.
pub(crate) enum Scope {
    Loop(Option<Lifetime>),
    Block(Lifetime),
    /// A macro, which may put a loop around its arguments.
    Macro,
    /// `try { .. }` is where `?` goes.
    Try,
}

impl Scope {
    fn loop_of(label: Option<&Label>) -> Self {
        Scope::Loop(label.map(|label| label.name.clone()))
    }
}

/// Expands a statement that stands in a block, and says whether control falls through it.
pub(crate) type ExpandNested = fn(NestedWith, &mut JumpRewriter, bool) -> (Expr, bool);

/// The walk over one BLOCK.
pub(crate) struct JumpRewriter<'a> {
    pub(crate) around: &'a mut dyn Enclosing,
    pub(crate) labels: &'a Labels,
    /// How a nested statement is expanded.
    pub(crate) nested: ExpandNested,
    /// In the order of the source.
    pub(crate) pads: Vec<LandingPad>,
    scopes: Vec<Scope>,
    /// The predicates of the `#[cfg]`s around what is visited.
    cfgs: Vec<TokenStream>,
    /// How many jumps were rewritten.
    rewrites: usize,
    /// The walk is over the tokens of a macro, in whose grammar braces may be no block.
    foreign: bool,
    /// An unlabelled `break` or `continue` is left to a macro. If that has no loop, the jump would leave BLOCK unseen.
    pub(crate) keeps_break: bool,
}

impl<'a> JumpRewriter<'a> {
    pub(crate) fn new(
        around: &'a mut dyn Enclosing,
        labels: &'a Labels,
        nested: ExpandNested,
    ) -> Self {
        JumpRewriter {
            around,
            labels,
            nested,
            pads: Vec::new(),
            scopes: Vec::new(),
            cfgs: Vec::new(),
            rewrites: 0,
            foreign: false,
            keeps_break: false,
        }
    }

    /// The landing pad of this jump, if it leaves BLOCK.
    ///
    /// All `return`s have the same one: nothing comes after it that could tell them apart. Any other jump has its own,
    /// so that the borrow checker sees each path by itself.
    fn landing(&mut self, site: &JumpSite) -> Option<Lifetime> {
        if !self.leaves(&site.jump) {
            return None;
        }
        self.rewrites += 1;
        let mut site = site.clone();
        if !self.cfgs.is_empty() {
            let cfgs = self.cfgs.iter().chain(&site.cfg);
            site.cfg = Some(quote!(all(#(#cfgs),*)));
        }
        let shared = self
            .pads
            .iter_mut()
            .find(|pad| matches!((&pad.site.jump, &site.jump), (Jump::Return, Jump::Return)));
        if let Some(pad) = shared {
            pad.site = pad.site.clone().or(site);
            return Some(pad.label.clone());
        }
        let label = self.labels.number(site.jump.landing());
        self.pads.push(LandingPad {
            site,
            label: label.clone(),
        });
        Some(label)
    }

    fn leaves(&mut self, jump: &Jump) -> bool {
        let mut inward = self.scopes.iter().rev();
        match jump {
            Jump::Return | Jump::Bail | Jump::Fail | Jump::Panic => true,
            Jump::Raise => !inward.any(|scope| matches!(scope, Scope::Try)),
            Jump::Break { label: None, .. } | Jump::Continue { label: None } => {
                // In a labelled block of BLOCK it is an error (E0695), which is rustc's to report.
                let mut targets = inward.filter(|scope| !matches!(scope, Scope::Try));
                let target = targets.next();
                let may_leave = targets.all(|scope| matches!(scope, Scope::Macro));
                self.keeps_break |= may_leave && matches!(target, Some(Scope::Macro));
                target.is_none()
            }
            Jump::Break {
                label: Some(target),
                ..
            }
            | Jump::Continue {
                label: Some(target),
            } => !inward.any(|scope| match scope {
                Scope::Loop(Some(label)) | Scope::Block(label) => same_label(label, target),
                _ => false,
            }),
        }
    }

    fn within(&mut self, scope: Scope, visit: impl FnOnce(&mut Self)) {
        self.scopes.push(scope);
        visit(self);
        self.scopes.pop();
    }
}

/// `break` is found where the user's jump is, through any number of expansions.
fn leave_to(label: &Lifetime, span: Span, payload: Option<&TokenStream>) -> TokenStream {
    let leave = Token![break](span);
    let at = located_at(span);
    quote_spanned!(at=> #leave #label #payload)
}

impl Enclosing for JumpRewriter<'_> {
    fn leave(&mut self, site: &JumpSite, payload: TokenStream) -> TokenStream {
        match self.landing(site) {
            Some(label) => {
                let payload = match site.jump {
                    Jump::Break { value: false, .. } | Jump::Continue { .. } => None,
                    _ => Some(payload),
                };
                leave_to(&label, site.span, payload.as_ref())
            }
            None => FunctionBody.leave(site, payload),
        }
    }

    fn attempt(&mut self, value: Expr, span: Span) -> Expr {
        let mut expr = attempt(value, span);
        self.visit(&mut expr);
        expr
    }

    fn visit(&mut self, expr: &mut Expr) {
        syn::visit_mut::VisitMut::visit_expr_mut(self, expr);
    }
}

impl Rewrite for JumpRewriter<'_> {
    fn visit_stmts(&mut self, stmts: &mut [Stmt]) {
        self.visit_body(stmts);
    }

    fn rewritten(&self) -> usize {
        self.rewrites
    }

    fn set_foreign(&mut self, foreign: bool) -> bool {
        std::mem::replace(&mut self.foreign, foreign)
    }

    fn cfgs(&mut self) -> &mut Vec<TokenStream> {
        &mut self.cfgs
    }
}
