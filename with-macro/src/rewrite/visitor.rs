//! The walk over BLOCK. What has a `return` and `?` of its own (closures, async and const blocks, items) is not entered.

use std::mem;

use proc_macro2::{Span, TokenTree};
use quote::quote_spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Arm, Attribute, Block, Expr, ExprBlock, ExprBreak, ExprMatch, ExprParen, ExprTry, FieldValue,
    GenericArgument, Item, Macro, Meta, Pat, Path, Stmt, Token, Type, parse_quote_spanned, token,
};

use super::{JumpRewriter, Scope, arguments, cfg_select, leave_to, raising};
use crate::attrs::attrs;
use crate::jump::{Jump, JumpSite};
use crate::known::{QUOTING, STRINGIFY, is_loopless};
use crate::spans::located_at;
use crate::syntax::Protocol;
use crate::tail::NestedWith;
use crate::token::is_any;

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
        let name = &call.path.segments.last()?.ident;
        if name == STRINGIFY || is_keyword(call) {
            return None;
        }
        if let Some(expr) = raising::visit(self, name, call) {
            return Some(expr);
        }
        let mut tokens = None;
        let mut rewrite = |rewriter: &mut Self| {
            tokens = if is_any(name, QUOTING) {
                arguments::rewrite_quoting(rewriter, call)
            } else if name == "cfg_select" {
                cfg_select::rewrite(rewriter, &call.tokens)
            } else {
                arguments::rewrite(rewriter, &call.tokens)
            };
        };
        if is_loopless(&call.path) {
            rewrite(self);
        } else {
            self.within(Scope::Macro, rewrite);
        }
        if let Some(tokens) = tokens {
            call.tokens = tokens;
        }
        None
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
        let payload = payload.take().map(|value| Box::new(after_label(*value)));
        let payload = payload.or_else(|| site.jump.has_value().then(unit));
        *expr = Expr::Break(ExprBreak {
            attrs: mem::take(attrs),
            break_token: Token![break](span),
            label: Some(label),
            expr: payload,
        });
    }

    /// ```text
    /// // Input:
    /// value?
    /// // Output:
    /// match Try::branch(value) {
    ///     Continue(value_) => value_,
    ///     Break(residual_) => break 'raise0 residual_,
    /// }
    /// ```
    fn raise(&mut self, expr: &mut ExprTry) -> Option<Expr> {
        let question = expr.question_token.span;
        let label = self.landing(&JumpSite::new(Jump::Raise, question))?;
        let span = located_at(question);
        // As an argument it needs no parentheses.
        let mut value = &*expr.expr;
        while let Expr::Paren(ExprParen { attrs, expr, .. }) = value {
            if !attrs.is_empty() {
                break;
            }
            value = expr;
        }
        let branch = quote_spanned!(span=> __with::Try::branch(#value));
        let residual = quote_spanned!(span=> residual_);
        let leave = leave_to(&label, question, Some(&residual));
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
                    quote_spanned!(span=> __with::Continue(value_)),
                    quote_spanned!(span=> value_),
                ),
                arm(quote_spanned!(span=> __with::Break(residual_)), leave),
            ],
        };
        Some(Expr::Match(raise))
    }

    /// The expansion of a nested statement.
    fn expand_nested(&mut self, call: &Macro) -> Option<Expr> {
        let nested = NestedWith::of(call)?;
        let (block, _) = (self.nested)(nested, self, false);
        Some(block)
    }

    /// In the tokens of a macro, where it may be the head of a longer expression, what stands for a jump is one operand.
    fn operand(&self, expr: Expr) -> Expr {
        if self.foreign && (is_block_like(&expr) || matches!(expr, Expr::Macro(_))) {
            parenthesized(expr)
        } else {
            expr
        }
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
                    *expr = self.operand(raise);
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
            Expr::Loop(expr) => self.within(Scope::loop_of(expr.label.as_ref()), |rewriter| {
                rewriter.visit_block_mut(&mut expr.body);
            }),
            Expr::While(expr) => self.within(Scope::loop_of(expr.label.as_ref()), |rewriter| {
                rewriter.visit_expr_mut(&mut expr.cond);
                rewriter.visit_block_mut(&mut expr.body);
            }),
            Expr::ForLoop(expr) => {
                self.visit_expr_mut(&mut expr.expr);
                self.within(Scope::loop_of(expr.label.as_ref()), |rewriter| {
                    rewriter.visit_block_mut(&mut expr.body);
                });
            }
            Expr::Group(group) => {
                let block_like = is_block_like(&group.expr);
                self.visit_expr_mut(&mut group.expr);
                // With nothing but the invisible group of a fragment around it, rustc would take a `match` at the head of a
                // statement for all of it.
                if is_block_like(&group.expr) && !block_like {
                    let inner = mem::replace(&mut *group.expr, Expr::PLACEHOLDER);
                    *expr = parenthesized(inner);
                }
            }
            Expr::Macro(call) => {
                if let Some(new) = self.visit_call(&mut call.mac) {
                    *expr = attributed(mem::take(&mut call.attrs), self.operand(new));
                }
            }
            _ => visit_mut::visit_expr_mut(self, expr),
        }
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

/// `Token![return]`: a keyword alone is no jump.
fn is_keyword(call: &Macro) -> bool {
    let mut tokens = call.tokens.clone().into_iter();
    let first = tokens.next();
    tokens.next().is_none()
        && matches!(first, Some(TokenTree::Ident(word))
            if is_any(&word, &["return", "break", "continue"]))
}

/// `break 'label loop {}` is easy to confuse with `break 'label: loop {}`, and rustc warns of it.
fn after_label(value: Expr) -> Expr {
    match value {
        Expr::Block(_) | Expr::Loop(_) | Expr::While(_) | Expr::ForLoop(_) => parenthesized(value),
        _ => value,
    }
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
fn braced(expr: Expr) -> ExprBlock {
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
