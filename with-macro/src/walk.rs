//! The walk over BLOCK that turns every jump which leaves it into one to its landing place.
//!
//! What has a `return` and `?` of its own (closures, async and const blocks, items) is not entered.

use std::mem;

use proc_macro2::{Ident, Span};
use quote::quote_spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Arm, Attribute, Block, Expr, ExprBlock, ExprBreak, ExprMatch, ExprParen, ExprTry, FieldValue,
    GenericArgument, Item, Macro, Meta, Pat, Path, Stmt, Token, Type, parse_quote_spanned, token,
};

use crate::exits::{Frame, Jump, Leap, Scope};
use crate::expand;
use crate::macros;
use crate::parse::Protocol;
use crate::reach::Nested;
use crate::spans::located_at;

impl Frame<'_> {
    /// Walks over the statements of BLOCK.
    pub(crate) fn visit_body(&mut self, stmts: &mut [Stmt]) {
        for stmt in stmts {
            self.visit_stmt_mut(stmt);
        }
    }

    fn visit_call(&mut self, call: &mut Macro) -> Option<Expr> {
        if Protocol::of(call).is_some() && self.neutral.is_none() {
            if let Some(nested) = self.nested(call) {
                return Some(nested);
            }
        }
        macros::visit(self, call)
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
        let leap = Leap::new(jump, span);
        let Some(label) = self.landing(&leap) else {
            return;
        };
        let unit = || parse_quote_spanned!(located_at(span)=> ());
        let payload = payload.take().or_else(|| leap.jump.has_value().then(unit));
        *expr = match &self.neutral {
            Some(told) => match (told_as(told, &leap.jump), payload) {
                (Some(name), Some(payload)) => {
                    let (runtime, nowhere) = (self.runtime, self.nowhere());
                    Expr::Verbatim(quote_spanned! {Span::mixed_site()=>
                        {
                            let mut told = #runtime::like(&#name);
                            told = #payload;
                            #nowhere
                        }
                    })
                }
                _ => self.nowhere(),
            },
            None => Expr::Break(ExprBreak {
                attrs: mem::take(attrs),
                break_token: Token![break](located_at(span)),
                label: Some(label),
                expr: payload,
            }),
        };
    }

    /// Where the jumps of a copy go.
    pub(crate) fn nowhere(&self) -> Expr {
        let runtime = self.runtime;
        parse_quote_spanned!(Span::mixed_site()=> #runtime::diverge())
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
        let label = self.landing(&Leap::new(Jump::Raise, span))?;
        let runtime = self.runtime;
        let span = located_at(span);
        let value = &expr.expr;
        let branch = quote_spanned!(span=> #runtime::branch(#value));
        let leave = if self.neutral.is_some() {
            quote_spanned!(span=> { let _ = residual; #runtime::diverge() })
        } else {
            quote_spanned!(span=> break #label residual)
        };
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
                    quote_spanned!(span=> #runtime::Continue(value)),
                    quote_spanned!(span=> value),
                ),
                arm(quote_spanned!(span=> #runtime::Break(residual)), leave),
            ],
        };
        Some(Expr::Match(raise))
    }

    /// The expansion of a nested statement.
    fn nested(&mut self, call: &Macro) -> Option<Expr> {
        let nested = Nested::of(self.runtime, call)?;
        let (block, _) = expand::nested(nested, self, false);
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
                self.within(Scope::Try, |frame| visit_mut::visit_expr_mut(frame, expr));
            }
            Expr::Block(block) => match block.label.clone() {
                Some(label) => self.within(Scope::Block(label.name), |frame| {
                    frame.visit_block_mut(&mut block.block);
                }),
                None => self.visit_block_mut(&mut block.block),
            },
            Expr::Loop(expr) => {
                let label = expr.label.as_ref().map(|label| label.name.clone());
                self.within(Scope::Loop(label), |frame| {
                    frame.visit_block_mut(&mut expr.body);
                });
            }
            Expr::While(expr) => {
                let label = expr.label.as_ref().map(|label| label.name.clone());
                self.within(Scope::Loop(label), |frame| {
                    frame.visit_expr_mut(&mut expr.cond);
                    frame.visit_block_mut(&mut expr.body);
                });
            }
            Expr::ForLoop(expr) => {
                let label = expr.label.as_ref().map(|label| label.name.clone());
                self.visit_expr_mut(&mut expr.expr);
                self.within(Scope::Loop(label), |frame| {
                    frame.visit_block_mut(&mut expr.body);
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

impl VisitMut for Frame<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let attrs = attrs(expr).to_vec();
        self.under(&attrs, |frame| frame.visit_inside(expr));
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        let attrs = match stmt {
            Stmt::Local(local) => local.attrs.clone(),
            Stmt::Macro(call) => call.attrs.clone(),
            Stmt::Expr(..) | Stmt::Item(_) => Vec::new(),
        };
        self.under(&attrs, |frame| match stmt {
            Stmt::Macro(call) => {
                if let Some(expr) = frame.visit_call(&mut call.mac) {
                    let expr = attributed(mem::take(&mut call.attrs), expr);
                    *stmt = Stmt::Expr(expr, call.semi_token);
                }
            }
            _ => visit_mut::visit_stmt_mut(frame, stmt),
        });
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        let attrs = arm.attrs.clone();
        self.under(&attrs, |frame| visit_mut::visit_arm_mut(frame, arm));
    }

    fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
        let attrs = field.attrs.clone();
        self.under(&attrs, |frame| {
            visit_mut::visit_field_value_mut(frame, field);
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

/// The variable of whose type is what the jump carries.
fn told_as<'t>(told: &'t [(Jump, Ident)], jump: &Jump) -> Option<&'t Ident> {
    let same = |other: &Jump| match (jump, other) {
        (Jump::Return, Jump::Return) => true,
        (
            Jump::Break {
                label: one,
                value: true,
            },
            Jump::Break {
                label: other,
                value: true,
            },
        ) => one.as_ref().map(|label| &label.ident) == other.as_ref().map(|label| &label.ident),
        _ => false,
    };
    told.iter()
        .find(|(jump, _)| same(jump))
        .map(|(_, name)| name)
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

/// The outer attributes of an expression that may stand as a statement.
pub(crate) fn attrs(expr: &Expr) -> &[Attribute] {
    macro_rules! of {
        ($($Variant:ident)*) => {
            match expr {
                $(Expr::$Variant(expr) => &expr.attrs,)*
                _ => &[],
            }
        };
    }

    of! {
        Array Assign Async Await Binary Block Break Call Cast Closure Const Continue Field ForLoop Group If Index
        Let Lit Loop Macro Match MethodCall Paren Path Range RawAddr Reference Repeat Return Struct Try TryBlock Tuple
        Unary Unsafe While Yield
    }
}
