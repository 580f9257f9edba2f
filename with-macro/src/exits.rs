//! How a block can be left.
//!
//! [`Frame`] walks over BLOCK and turns every jump that leaves it into a jump to a landing place of its own, where
//! `expand` has exit called. Jumps whose target lies inside BLOCK stay what they are, and what has a `return` and `?` of
//! its own (closures, async and const blocks, items) is not entered.

use std::cell::RefCell;
use std::collections::HashMap;
use std::mem;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Arm, Attribute, Expr, ExprBreak, ExprCall, ExprMatch, ExprTry, FieldValue, GenericArgument,
    Item, Lifetime, Macro, Meta, Pat, Path, Stmt, Token, Type, parse_quote_spanned,
};

use crate::expand::{self, Nested};
use crate::macros;
use crate::parse::Statement;

/// A way out of a block.
#[derive(Clone)]
pub(crate) enum Jump {
    /// `return`
    Return,
    /// `break`, of the innermost loop or a labelled one
    Break {
        label: Option<Lifetime>,
        value: bool,
    },
    /// `continue`, likewise
    Continue { label: Option<Lifetime> },
    /// `?`
    Raise,
    /// The exit of an inner manager of the same statement failed.
    Fail,
}

impl Jump {
    /// Whether it carries a value whose type is told before BLOCK.
    pub(crate) fn has_value(&self) -> bool {
        matches!(self, Jump::Return | Jump::Break { value: true, .. })
    }

    /// An unlabelled `break` or `continue` can't be replayed inside of a labelled block (E0695).
    pub(crate) fn is_unlabelled(&self) -> bool {
        matches!(
            self,
            Jump::Break { label: None, .. } | Jump::Continue { label: None }
        )
    }

    fn landing(&self) -> &'static str {
        match self {
            Jump::Return => "return",
            Jump::Break { .. } => "break",
            Jump::Continue { .. } => "continue",
            Jump::Raise => "raise",
            Jump::Fail => "fail",
        }
    }
}

/// A jump where it stands.
#[derive(Clone)]
pub(crate) struct Leap {
    pub(crate) jump: Jump,
    /// Of the user's `return`, `break`, `continue` or `?`.
    pub(crate) span: Span,
    /// The predicate of the `#[cfg]`s without which there is no such jump.
    pub(crate) cfg: Option<TokenStream>,
}

impl Leap {
    pub(crate) fn new(jump: Jump, span: Span) -> Self {
        Leap {
            jump,
            span,
            cfg: None,
        }
    }

    /// One jump for two that have the same target: it is there if either is.
    pub(crate) fn or(mut self, other: Self) -> Self {
        self.cfg = match (self.cfg, other.cfg) {
            (Some(one), Some(other)) => Some(quote!(any(#one, #other))),
            _ => None,
        };
        self
    }
}

/// A landing place.
pub(crate) struct Site {
    pub(crate) leap: Leap,
    /// Of the block that the jump leaves to get there.
    pub(crate) label: Lifetime,
}

/// What a statement stands in, and its jumps go to.
pub(crate) trait Surroundings {
    /// An expression that carries out the jump with its payload.
    fn leave(&mut self, leap: &Leap, payload: TokenStream) -> TokenStream;

    /// `value?`
    fn attempt(&mut self, value: Expr, span: Span) -> Expr;

    /// Visits an expression of the statement that is evaluated out here.
    fn visit(&mut self, expr: &mut Expr);
}

/// The surroundings of an outermost statement: a jump is just that.
pub(crate) struct Function;

impl Surroundings for Function {
    fn leave(&mut self, leap: &Leap, payload: TokenStream) -> TokenStream {
        let span = located_at(leap.span);
        match &leap.jump {
            Jump::Return => quote_spanned!(span=> return #payload),
            Jump::Break { label, value } => {
                let payload = value.then_some(payload);
                quote_spanned!(span=> break #label #payload)
            }
            Jump::Continue { label } => quote_spanned!(span=> continue #label),
            Jump::Raise => {
                let question = Token![?](span);
                quote_spanned!(span=> match #payload #question {})
            }
            Jump::Fail => unreachable!("only the managers of one statement fail into each other"),
        }
    }

    fn attempt(&mut self, value: Expr, span: Span) -> Expr {
        attempt(value, located_at(span))
    }

    fn visit(&mut self, _: &mut Expr) {}
}

fn attempt(value: Expr, span: Span) -> Expr {
    Expr::Try(ExprTry {
        attrs: Vec::new(),
        expr: Box::new(value),
        question_token: Token![?](span),
    })
}

/// What lies between BLOCK and a jump in it, and may be the target of that jump.
enum Scope {
    Loop(Option<Lifetime>),
    Block(Lifetime),
    /// `try { .. }` is where `?` goes.
    Try,
}

/// The walk over one BLOCK.
pub(crate) struct Frame<'a> {
    pub(crate) around: &'a mut dyn Surroundings,
    pub(crate) runtime: &'a Path,
    pub(crate) labels: &'a Labels,
    /// In the order of the source.
    pub(crate) sites: Vec<Site>,
    scopes: Vec<Scope>,
    cfgs: Vec<TokenStream>,
    /// How many jumps and nested statements were rewritten.
    rewrites: usize,
}

impl<'a> Frame<'a> {
    pub(crate) fn new(
        around: &'a mut dyn Surroundings,
        runtime: &'a Path,
        labels: &'a Labels,
    ) -> Self {
        Frame {
            around,
            runtime,
            labels,
            sites: Vec::new(),
            scopes: Vec::new(),
            cfgs: Vec::new(),
            rewrites: 0,
        }
    }

    /// Whether anything is rewritten by this walk.
    pub(crate) fn rewrites(&mut self, walk: impl FnOnce(&mut Self)) -> bool {
        let before = self.rewrites;
        walk(self);
        self.rewrites > before
    }

    /// The landing place of this jump, if it leaves BLOCK.
    ///
    /// All `return`s have the same one: nothing comes behind it that could tell them apart. Any other jump has its own,
    /// so that the borrow checker sees each path by itself.
    fn landing(&mut self, leap: &Leap) -> Option<Lifetime> {
        if !self.leaves(&leap.jump) {
            return None;
        }
        self.rewrites += 1;
        let mut leap = leap.clone();
        if !self.cfgs.is_empty() {
            let cfgs = self.cfgs.iter().chain(&leap.cfg);
            leap.cfg = Some(quote!(all(#(#cfgs),*)));
        }
        let shared = self
            .sites
            .iter_mut()
            .find(|site| matches!((&site.leap.jump, &leap.jump), (Jump::Return, Jump::Return)));
        if let Some(site) = shared {
            site.leap = site.leap.clone().or(leap);
            return Some(site.label.clone());
        }
        let label = self.labels.number(leap.jump.landing());
        self.sites.push(Site {
            leap,
            label: label.clone(),
        });
        Some(label)
    }

    fn leaves(&self, jump: &Jump) -> bool {
        let mut inward = self.scopes.iter().rev();
        match jump {
            Jump::Return | Jump::Fail => true,
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

    /// Walks over the statements of BLOCK.
    pub(crate) fn visit_body(&mut self, stmts: &mut [Stmt]) {
        for stmt in stmts {
            self.visit_stmt_mut(stmt);
        }
    }

    fn within(&mut self, scope: Scope, visit: impl FnOnce(&mut Self)) {
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
        if let Some(label) = self.landing(&leap) {
            let unit = || parse_quote_spanned!(located_at(span)=> ());
            let payload = payload.take().or_else(|| leap.jump.has_value().then(unit));
            *expr = Expr::Break(ExprBreak {
                attrs: mem::take(attrs),
                break_token: Token![break](located_at(span)),
                label: Some(label),
                expr: payload,
            });
        }
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
        let mut branch: ExprCall = parse_quote_spanned!(span=> #runtime::branch(()));
        branch.args[0] = mem::replace(&mut *expr.expr, Expr::PLACEHOLDER);
        let mut raise: ExprMatch = parse_quote_spanned! {span=>
            match () {
                #runtime::Continue(value) => value,
                #runtime::Break(residual) => break #label residual,
            }
        };
        raise.attrs = mem::take(&mut expr.attrs);
        *raise.expr = Expr::Call(branch);
        Some(Expr::Match(raise))
    }

    /// The expansion of a nested statement.
    fn nested(&mut self, call: &Macro) -> Option<Expr> {
        let statement = parse_nested(self.runtime, call)?;
        self.rewrites += 1;
        Some(expand::nested(statement, self, false).block)
    }

    /// The expansion of the nested statement that ends BLOCK.
    pub(crate) fn visit_last(&mut self, stmt: Stmt) -> Option<(Nested, Option<Token![;]>)> {
        let (call, semi) = match stmt {
            Stmt::Expr(Expr::Macro(call), semi) => (call.mac, semi),
            Stmt::Macro(call) => (call.mac, call.semi_token),
            _ => return None,
        };
        let statement = parse_nested(self.runtime, &call)?;
        Some((expand::nested(statement, self, true), semi))
    }
}

impl Surroundings for Frame<'_> {
    fn leave(&mut self, leap: &Leap, payload: TokenStream) -> TokenStream {
        match self.landing(leap) {
            Some(label) => {
                let payload = match leap.jump {
                    Jump::Break { value: false, .. } | Jump::Continue { .. } => None,
                    _ => Some(payload),
                };
                let span = located_at(leap.span);
                quote_spanned!(span=> break #label #payload)
            }
            None => Function.leave(leap, payload),
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

impl VisitMut for Frame<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
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
            Expr::Macro(call) => {
                if is_with(&call.mac) {
                    if let Some(nested) = self.nested(&call.mac) {
                        *expr = nested;
                        return;
                    }
                }
                macros::visit(self, &mut call.mac);
            }
            _ => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        let attrs = match stmt {
            Stmt::Local(local) => local.attrs.clone(),
            Stmt::Macro(call) => call.attrs.clone(),
            Stmt::Expr(expr, _) => attrs(expr).to_vec(),
            Stmt::Item(_) => Vec::new(),
        };
        self.under(&attrs, |frame| match stmt {
            Stmt::Macro(call) if is_with(&call.mac) => match frame.nested(&call.mac) {
                Some(nested) => {
                    *stmt = Stmt::Expr(nested, call.semi_token);
                }
                None => macros::visit(frame, &mut call.mac),
            },
            Stmt::Macro(call) => macros::visit(frame, &mut call.mac),
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

/// Where our tokens are to be found: hygienic, and located at the user's.
pub(crate) fn located_at(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

/// The labels of one expansion. Nested statements share their hygiene, so each is a name of its own.
#[derive(Default)]
pub(crate) struct Labels(RefCell<HashMap<&'static str, usize>>);

impl Labels {
    /// `'name0`, `'name1`, ..
    pub(crate) fn number(&self, name: &'static str) -> Lifetime {
        let number = self.count(name);
        Lifetime::new(&format!("'{name}{number}"), Span::mixed_site())
    }

    /// `'name`, `'name1`, ..
    pub(crate) fn name(&self, name: &'static str) -> Lifetime {
        let name = match self.count(name) {
            0 => format!("'{name}"),
            number => format!("'{name}{number}"),
        };
        Lifetime::new(&name, Span::mixed_site())
    }

    fn count(&self, name: &'static str) -> usize {
        let mut counts = self.0.borrow_mut();
        let count = counts.entry(name).or_default();
        *count += 1;
        *count - 1
    }
}

/// Whether the two are the same label. Of two labels of the same name one may come from a `macro_rules!` of the user's,
/// which makes them different. That is seen in the debug form of their spans only, `#HYGIENE bytes(FROM..TO)`.
fn same_label(label: &Lifetime, target: &Lifetime) -> bool {
    fn hygiene(label: &Lifetime) -> Option<String> {
        let debug = format!("{:?}", label.ident.span());
        let (hygiene, _) = debug.split_once(' ')?;
        hygiene.starts_with('#').then(|| hygiene.to_owned())
    }

    label.ident == target.ident && hygiene(label) == hygiene(target)
}

pub(crate) fn is_with(call: &Macro) -> bool {
    call.path
        .segments
        .last()
        .is_some_and(|last| last.ident == "with")
}

/// A macro that is called `with` and isn't ours is somebody else's.
pub(crate) fn parse_nested(runtime: &Path, call: &Macro) -> Option<Statement> {
    let tokens: Vec<_> = call.tokens.clone().into_iter().collect();
    Statement::parse_after(runtime.clone(), &tokens).ok()
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
