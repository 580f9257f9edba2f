//! The walk over BLOCK that turns every jump which leaves it into one to its landing place.
//!
//! What has a `return` and `?` of its own (closures, async and const blocks, items) is not entered.

use std::mem;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Arm, Attribute, Block, Expr, ExprBlock, ExprBreak, ExprMatch, ExprParen, ExprTry, FieldValue,
    GenericArgument, Item, Lifetime, Macro, Meta, Pat, Path, Stmt, Token, Type,
    parse_quote_spanned, token,
};

mod arguments;
mod raising;

use crate::attrs::attrs;
use crate::jump::{Enclosing, FunctionBody, Jump, JumpSite, Labels, LandingPad, Rewrite, attempt};
use crate::known::{INERT, LOOPLESS, STANDARD};
use crate::spans::{located_at, same_label};
use crate::syntax::Protocol;
use crate::tail::NestedWith;

#[cfg(test)]
pub(crate) use self::arguments::{next_run, rewrite};

impl JumpRewriter<'_> {
    /// Walks over the statements of BLOCK.
    pub(crate) fn visit_body(&mut self, stmts: &mut [Stmt]) {
        for stmt in stmts {
            self.visit_stmt_mut(stmt);
        }
    }

    fn visit_call(&mut self, call: &mut Macro) -> Option<Expr> {
        if Protocol::of(call).is_some() {
            if let Some(nested) = self.expand_nested(call) {
                return Some(nested);
            }
        }
        self.visit_macro(call)
    }

    /// Rewrites the jumps in the arguments of a macro. If another expression is to stand for the call, returns that.
    fn visit_macro(&mut self, call: &mut Macro) -> Option<Expr> {
        let name = call.path.segments.last()?.ident.to_string();
        let name = name.as_str();
        if INERT.contains(&name) {
            return None;
        }
        if let Some(expr) = raising::visit(self, name, call) {
            return Some(expr);
        }
        let rewritten = if STANDARD.contains(&name) || LOOPLESS.contains(&name) {
            arguments::rewrite(self, &call.tokens)
        } else {
            // A `break` may be one of a loop that the macro puts around it.
            let mut rewritten = None;
            self.within(Scope::Loop(None), |rewriter| {
                rewritten = arguments::rewrite(rewriter, &call.tokens);
            });
            rewritten
        };
        if let Some(tokens) = rewritten {
            call.tokens = tokens;
        }
        None
    }

    pub(crate) fn within(&mut self, scope: Scope, visit: impl FnOnce(&mut Self)) {
        self.scopes.push(scope);
        visit(self);
        self.scopes.pop();
    }

    /// What is under `#[cfg]` may be gone when the expansion is compiled.
    fn under(&mut self, attrs: &[Attribute], visit: impl FnOnce(&mut Self)) {
        let outside = self.cfgs.len();
        for attr in attrs {
            if let Meta::List(list) = &attr.meta {
                if list.path.is_ident("cfg") {
                    self.cfgs.push(list.tokens.clone());
                }
            }
        }
        visit(self);
        self.cfgs.truncate(outside);
    }

    fn jump(&mut self, expr: &mut Expr) {
        let (jump, span, attrs, payload) = match expr {
            Expr::Return(expr) => (
                Jump::Return,
                expr.return_token.span,
                &mut expr.attrs,
                &mut expr.expr,
            ),
            Expr::Break(expr) => (
                Jump::Break {
                    label: expr.label.clone(),
                    value: expr.expr.is_some(),
                },
                expr.break_token.span,
                &mut expr.attrs,
                &mut expr.expr,
            ),
            Expr::Continue(expr) => (
                Jump::Continue {
                    label: expr.label.clone(),
                },
                expr.continue_token.span,
                &mut expr.attrs,
                &mut None,
            ),
            _ => return,
        };
        let site = JumpSite::new(jump, span);
        let Some(label) = self.landing(&site) else {
            return;
        };
        let unit = || parse_quote_spanned!(located_at(span)=> ());
        let payload = payload.take().or_else(|| site.jump.has_value().then(unit));
        *expr = Expr::Break(ExprBreak {
            attrs: mem::take(attrs),
            break_token: Token![break](located_at(span)),
            label: Some(label),
            expr: payload,
        });
    }

    /// ```text
    /// // Input:
    /// value?
    /// // Output:
    /// match branch(value) {
    ///     Continue(value) => value,
    ///     Break(residual) => break 'raise0 residual,
    /// }
    /// ```
    fn raise(&mut self, expr: &mut ExprTry) -> Option<Expr> {
        let span = expr.question_token.span;
        let label = self.landing(&JumpSite::new(Jump::Raise, span))?;
        let span = located_at(span);
        let value = &expr.expr;
        let branch = quote_spanned!(span=> __with::branch(#value));
        let leave = quote_spanned!(span=> break #label residual);
        // Built, as to parse it from tokens would take a third of the macro's time.
        let arm = |pat, body| Arm {
            attrs: Vec::new(),
            pat: Pat::Verbatim(pat),
            fat_arrow_token: Token![=>](span),
            body: Box::new(Expr::Verbatim(body)),
            comma: Some(Token![,](span)),
        };
        let raise = ExprMatch {
            attrs: mem::take(&mut expr.attrs),
            match_token: Token![match](span),
            expr: Box::new(Expr::Verbatim(branch)),
            brace_token: token::Brace(span),
            arms: vec![
                arm(
                    quote_spanned!(span=> __with::Continue(value)),
                    quote_spanned!(span=> value),
                ),
                arm(quote_spanned!(span=> __with::Break(residual)), leave),
            ],
        };
        Some(Expr::Match(raise))
    }

    /// The expansion of a nested statement.
    fn expand_nested(&mut self, call: &Macro) -> Option<Expr> {
        let nested = NestedWith::of(call)?;
        let (block, _) = (self.nested)(nested, self, false);
        Some(if self.foreign {
            parenthesized(block)
        } else {
            block
        })
    }

    /// Visits an expression, the `#[cfg]`s on which are known.
    fn visit_inside(&mut self, expr: &mut Expr) {
        match expr {
            // These have a `return`, `?`, `break` and `continue` of their own.
            Expr::Async(_) | Expr::Closure(_) | Expr::Const(_) => {}
            // The length is a constant.
            Expr::Repeat(repeat) => self.visit_expr_mut(&mut repeat.expr),
            Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => {
                visit_mut::visit_expr_mut(self, expr);
                self.jump(expr);
            }
            Expr::Try(attempt) => {
                self.visit_expr_mut(&mut attempt.expr);
                if let Some(raise) = self.raise(attempt) {
                    *expr = raise;
                }
            }
            Expr::TryBlock(_) => {
                self.within(Scope::Try, |rewriter| {
                    visit_mut::visit_expr_mut(rewriter, expr);
                });
            }
            Expr::Block(block) => match block.label.clone() {
                Some(label) => self.within(Scope::Block(label.name), |rewriter| {
                    rewriter.visit_block_mut(&mut block.block);
                }),
                None => self.visit_block_mut(&mut block.block),
            },
            Expr::Loop(expr) => {
                let label = expr.label.as_ref().map(|label| label.name.clone());
                self.within(Scope::Loop(label), |rewriter| {
                    rewriter.visit_block_mut(&mut expr.body);
                });
            }
            Expr::While(expr) => {
                let label = expr.label.as_ref().map(|label| label.name.clone());
                self.within(Scope::Loop(label), |rewriter| {
                    rewriter.visit_expr_mut(&mut expr.cond);
                    rewriter.visit_block_mut(&mut expr.body);
                });
            }
            Expr::ForLoop(expr) => {
                let label = expr.label.as_ref().map(|label| label.name.clone());
                self.visit_expr_mut(&mut expr.expr);
                self.within(Scope::Loop(label), |rewriter| {
                    rewriter.visit_block_mut(&mut expr.body);
                });
            }
            Expr::Group(group) => {
                self.visit_expr_mut(&mut group.expr);
                // A fragment of a `macro_rules!` is an expression wherever it stands. With nothing but the invisible group
                // around it, rustc would take a `match` at the head of a statement for all of it.
                if is_block_like(&group.expr) {
                    let inner = mem::replace(&mut *group.expr, Expr::PLACEHOLDER);
                    *expr = parenthesized(inner);
                }
            }
            Expr::Macro(call) => {
                if let Some(new) = self.visit_call(&mut call.mac) {
                    *expr = attributed(mem::take(&mut call.attrs), new);
                }
            }
            _ => visit_mut::visit_expr_mut(self, expr),
        }
    }
}

/// What lies between BLOCK and a jump in it, and may be the target of that jump.
pub(crate) enum Scope {
    Loop(Option<Lifetime>),
    Block(Lifetime),
    /// `try { .. }` is where `?` goes.
    Try,
}

/// Expands a statement that stands in a block, and says whether what comes behind it may be reached.
pub(crate) type ExpandNested = fn(NestedWith, &mut JumpRewriter, bool) -> (Expr, bool);

/// The walk over one BLOCK.
pub(crate) struct JumpRewriter<'a> {
    pub(crate) around: &'a mut dyn Enclosing,
    pub(crate) labels: &'a Labels,
    /// How a nested statement is expanded.
    pub(crate) nested: ExpandNested,
    /// In the order of the source.
    pub(crate) pads: Vec<LandingPad>,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) cfgs: Vec<TokenStream>,
    /// How many jumps were rewritten.
    pub(crate) rewrites: usize,
    /// The walk is over the tokens of a macro, in whose grammar braces may be no block.
    pub(crate) foreign: bool,
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
        }
    }

    /// The landing place of this jump, if it leaves BLOCK.
    ///
    /// All `return`s have the same one: nothing comes behind it that could tell them apart. Any other jump has its own,
    /// so that the borrow checker sees each path by itself.
    pub(crate) fn landing(&mut self, site: &JumpSite) -> Option<Lifetime> {
        if !self.leaves(&site.jump) {
            return None;
        }
        self.rewrites += 1;
        let mut site = site.clone();
        if !self.cfgs.is_empty() {
            let cfgs = self.cfgs.iter().chain(&site.cfg);
            site.cfg = Some(quote!(all(#(#cfgs),*)));
        }
        let labels = self
            .pads
            .iter_mut()
            .find(|pad| matches!((&pad.site.jump, &site.jump), (Jump::Return, Jump::Return)));
        if let Some(pad) = labels {
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

    fn leaves(&self, jump: &Jump) -> bool {
        let mut inward = self.scopes.iter().rev();
        match jump {
            Jump::Return | Jump::Bail | Jump::Fail | Jump::Panic => true,
            Jump::Raise => !inward.any(|scope| matches!(scope, Scope::Try)),
            Jump::Break { label: None, .. } | Jump::Continue { label: None } => {
                // In a labelled block of BLOCK it is an error (E0695), which is rustc's to report.
                !inward.any(|scope| matches!(scope, Scope::Loop(_) | Scope::Block(_)))
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
}

impl Enclosing for JumpRewriter<'_> {
    fn leave(&mut self, site: &JumpSite, payload: TokenStream) -> TokenStream {
        match self.landing(site) {
            Some(label) => {
                let payload = match site.jump {
                    Jump::Break { value: false, .. } | Jump::Continue { .. } => None,
                    _ => Some(payload),
                };
                let span = located_at(site.span);
                quote_spanned!(span=> break #label #payload)
            }
            None => FunctionBody.leave(site, payload),
        }
    }

    fn attempt(&mut self, value: Expr, span: Span) -> Expr {
        let mut expr = attempt(value, span);
        self.visit_expr_mut(&mut expr);
        expr
    }

    fn visit(&mut self, expr: &mut Expr) {
        self.visit_expr_mut(expr);
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
        mem::replace(&mut self.foreign, foreign)
    }
}

impl VisitMut for JumpRewriter<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let attrs = attrs(expr).to_vec();
        self.under(&attrs, |rewriter| rewriter.visit_inside(expr));
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        let attrs = match stmt {
            Stmt::Local(local) => local.attrs.clone(),
            Stmt::Macro(call) => call.attrs.clone(),
            Stmt::Expr(..) | Stmt::Item(_) => Vec::new(),
        };
        self.under(&attrs, |rewriter| match stmt {
            Stmt::Macro(call) => {
                if let Some(expr) = rewriter.visit_call(&mut call.mac) {
                    let expr = attributed(mem::take(&mut call.attrs), expr);
                    *stmt = Stmt::Expr(expr, call.semi_token);
                }
            }
            _ => visit_mut::visit_stmt_mut(rewriter, stmt),
        });
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        let attrs = arm.attrs.clone();
        self.under(&attrs, |rewriter| visit_mut::visit_arm_mut(rewriter, arm));
    }

    fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
        let attrs = field.attrs.clone();
        self.under(&attrs, |rewriter| {
            visit_mut::visit_field_value_mut(rewriter, field);
        });
    }

    fn visit_pat_mut(&mut self, pat: &mut Pat) {
        // Of a pattern only the guard runs.
        if let Pat::Guard(guard) = pat {
            self.visit_expr_mut(&mut guard.guard);
        }
    }

    fn visit_item_mut(&mut self, _: &mut Item) {}

    fn visit_type_mut(&mut self, _: &mut Type) {}

    fn visit_path_mut(&mut self, _: &mut Path) {}

    fn visit_generic_argument_mut(&mut self, _: &mut GenericArgument) {}

    fn visit_attribute_mut(&mut self, _: &mut Attribute) {}
}

fn parenthesized(expr: Expr) -> Expr {
    Expr::Paren(ExprParen {
        attrs: Vec::new(),
        paren_token: token::Paren(Span::mixed_site()),
        expr: Box::new(expr),
    })
}

/// What stands for a call has the attributes of the call: without `#[cfg]` it would be there in any case.
fn attributed(attrs: Vec<Attribute>, expr: Expr) -> Expr {
    match expr {
        _ if attrs.is_empty() => expr,
        Expr::Block(block) => Expr::Block(ExprBlock { attrs, ..block }),
        expr => Expr::Block(ExprBlock {
            attrs,
            ..braced(expr)
        }),
    }
}

/// A block of the expansion's own.
pub(crate) fn braced(expr: Expr) -> ExprBlock {
    ExprBlock {
        attrs: Vec::new(),
        label: None,
        block: Block {
            brace_token: token::Brace(Span::mixed_site()),
            stmts: vec![Stmt::Expr(expr, None)],
        },
    }
}

fn is_block_like(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Block(_) | Expr::If(_) | Expr::Loop(_) | Expr::Match(_) | Expr::Unsafe(_)
    )
}
