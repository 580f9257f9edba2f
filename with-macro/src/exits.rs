//! How a block can be left.
//!
//! [`Frame`] walks over BLOCK and turns every jump that leaves it into a jump to a landing place of its own, where
//! `expand` has exit called. Jumps whose target lies inside BLOCK stay what they are, and what has a `return` and `?` of
//! its own (closures, async and const blocks, items) is not entered.

use std::cell::RefCell;
use std::collections::HashMap;
use std::mem;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::visit_mut::{self, VisitMut};
use syn::{
    Arm, Attribute, Block, Expr, ExprBreak, ExprCall, ExprMacro, ExprMatch, ExprReturn, ExprTry,
    FieldValue, GenericArgument, Item, Lifetime, LocalInit, Macro, MacroDelimiter, Meta, Pat, Path,
    Stmt, StmtMacro, Token, Type, parse_quote_spanned,
};

use crate::expand::{self, Nested};
use crate::macros::{self, Call};
use crate::parse::Statement;
use crate::spans::{located_at, same_label};

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
    /// `bail!` and its like: a `return` that raises
    Bail,
    /// The exit of an inner manager of the same statement failed.
    Fail,
}

impl Jump {
    /// Whether it carries a value whose type is told before BLOCK.
    pub(crate) fn has_value(&self) -> bool {
        matches!(
            self,
            Jump::Return | Jump::Bail | Jump::Break { value: true, .. }
        )
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
            Jump::Bail => "bail",
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

    /// Visits an expression of the statement that is evaluated out here, and tells what is to stand before it.
    fn visit(&mut self, expr: &mut Expr) -> TokenStream;
}

/// The surroundings of an outermost statement: a jump is just that.
pub(crate) struct Function;

impl Surroundings for Function {
    fn leave(&mut self, leap: &Leap, payload: TokenStream) -> TokenStream {
        let span = located_at(leap.span);
        match &leap.jump {
            Jump::Return | Jump::Bail => quote_spanned!(span=> return #payload),
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

    fn visit(&mut self, _: &mut Expr) -> TokenStream {
        TokenStream::new()
    }
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
    /// Dead copies of macros that may hide a jump, to stand before the next statement.
    doubts: TokenStream,
    /// The walk is over such a copy: jumps in plain sight are taken out of it.
    neutral: bool,
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
            doubts: TokenStream::new(),
            neutral: false,
        }
    }

    /// A walk over the copy of a macro's tokens, from which no jump leads anywhere.
    pub(crate) fn neutral<T>(&self, walk: impl FnOnce(&mut Frame) -> T) -> T {
        let mut function = Function;
        let mut frame = Frame::new(&mut function, self.runtime, self.labels);
        frame.neutral = true;
        walk(&mut frame)
    }

    pub(crate) fn is_neutral(&self) -> bool {
        self.neutral
    }

    /// What is to stand before what is walked over.
    fn doubted(&mut self, walk: impl FnOnce(&mut Self)) -> TokenStream {
        let before = mem::take(&mut self.doubts);
        walk(self);
        mem::replace(&mut self.doubts, before)
    }

    pub(crate) fn bail(&mut self, leap: &Leap, returned: TokenStream) -> TokenStream {
        self.rewrites += 1;
        self.leave(leap, returned)
    }

    /// `value?`, raised at another place.
    pub(crate) fn raise_at(&mut self, value: Expr, span: Span) -> Expr {
        let mut expr = attempt(value, span);
        self.visit_expr_mut(&mut expr);
        expr
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
            Jump::Return | Jump::Bail | Jump::Fail => true,
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
    pub(crate) fn visit_body(&mut self, stmts: &mut Vec<Stmt>) {
        for mut stmt in mem::take(stmts) {
            if let Stmt::Macro(StmtMacro {
                attrs,
                mac,
                semi_token: None,
            }) = &mut stmt
            {
                // In braces it may as well be statements.
                if !matches!(mac.delimiter, MacroDelimiter::Brace(_)) {
                    let attrs = mem::take(attrs);
                    let mac = mac.clone();
                    stmt = Stmt::Expr(Expr::Macro(ExprMacro { attrs, mac }), None);
                }
            }
            let doubts = self.doubted(|frame| frame.visit_stmt_mut(&mut stmt));
            if !doubts.is_empty() {
                stmts.push(Stmt::Expr(Expr::Verbatim(doubts), None));
            }
            stmts.push(stmt);
        }
    }

    fn visit_call(&mut self, call: &mut Macro) -> Option<Expr> {
        if is_with(call) {
            if let Some(nested) = self.nested(call) {
                return Some(nested);
            }
        }
        match macros::visit(self, call) {
            Call::Done => None,
            Call::Becomes(expr) => {
                self.rewrites += 1;
                Some(expr)
            }
            Call::Doubtful(doubt) => {
                self.doubts.extend(doubt.tokens(None));
                None
            }
        }
    }

    /// Visits an expression of which only the value is asked for. The type of a macro in this place may be told by what is
    /// around it, so its dead copy is told the same.
    fn visit_value(&mut self, expr: &mut Expr) {
        let Expr::Macro(call) = expr else {
            return self.visit_expr_mut(expr);
        };
        if is_with(&call.mac) {
            return self.visit_expr_mut(expr);
        }
        match macros::visit(self, &mut call.mac) {
            Call::Done => {}
            Call::Becomes(new) => {
                self.rewrites += 1;
                *expr = new;
            }
            Call::Doubtful(doubt) => *expr = doubt.around(expr),
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
        let Some(label) = self.landing(&leap) else {
            return;
        };
        let unit = || parse_quote_spanned!(located_at(span)=> ());
        let payload = payload.take().or_else(|| leap.jump.has_value().then(unit));
        *expr = if self.neutral {
            Expr::Verbatim(self.nowhere(payload.to_token_stream()))
        } else {
            Expr::Break(ExprBreak {
                attrs: mem::take(attrs),
                break_token: Token![break](located_at(span)),
                label: Some(label),
                expr: payload,
            })
        };
    }

    /// Where the jumps of a dead copy go.
    fn nowhere(&self, payload: TokenStream) -> TokenStream {
        let runtime = self.runtime;
        let span = Span::mixed_site();
        if payload.is_empty() {
            quote_spanned!(span=> #runtime::diverge())
        } else {
            quote_spanned!(span=> { let _ = #payload; #runtime::diverge() })
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
        let leave = if self.neutral {
            quote_spanned!(span=> { let _ = residual; #runtime::diverge() })
        } else {
            quote_spanned!(span=> break #label residual)
        };
        let mut raise: ExprMatch = parse_quote_spanned! {span=>
            match () {
                #runtime::Continue(value) => value,
                #runtime::Break(residual) => #leave,
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
            Some(_) if self.neutral => self.nowhere(payload),
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
        self.raise_at(value, span)
    }

    fn visit(&mut self, expr: &mut Expr) -> TokenStream {
        self.doubted(|frame| frame.visit_value(expr))
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
                if let Expr::Return(ExprReturn { expr, .. }) | Expr::Break(ExprBreak { expr, .. }) =
                    expr
                {
                    expr.iter_mut().for_each(|value| self.visit_value(value));
                }
                self.jump(expr);
            }
            Expr::Call(call) => {
                self.visit_expr_mut(&mut call.func);
                call.args
                    .iter_mut()
                    .for_each(|value| self.visit_value(value));
            }
            Expr::MethodCall(call) => {
                self.visit_expr_mut(&mut call.receiver);
                call.args
                    .iter_mut()
                    .for_each(|value| self.visit_value(value));
            }
            Expr::Try(attempt) => {
                self.visit_value(&mut attempt.expr);
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
                if let Some(new) = self.visit_call(&mut call.mac) {
                    *expr = new;
                }
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
            Stmt::Expr(expr @ Expr::Macro(_), None) => frame.visit_value(expr),
            Stmt::Macro(call) => {
                if let Some(expr) = frame.visit_call(&mut call.mac) {
                    *stmt = Stmt::Expr(expr, call.semi_token);
                }
            }
            _ => visit_mut::visit_stmt_mut(frame, stmt),
        });
    }

    fn visit_arm_mut(&mut self, arm: &mut Arm) {
        let attrs = arm.attrs.clone();
        self.under(&attrs, |frame| {
            frame.visit_pat_mut(&mut arm.pat);
            let doubts = frame.doubted(|frame| frame.visit_value(&mut arm.body));
            if !doubts.is_empty() {
                let body = &arm.body;
                *arm.body = Expr::Verbatim(quote_spanned!(Span::mixed_site()=> { #doubts #body }));
            }
        });
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        self.visit_body(&mut block.stmts);
    }

    fn visit_local_init_mut(&mut self, init: &mut LocalInit) {
        self.visit_value(&mut init.expr);
        if let Some((_, diverge)) = &mut init.diverge {
            self.visit_expr_mut(diverge);
        }
    }

    fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
        let attrs = field.attrs.clone();
        self.under(&attrs, |frame| {
            frame.visit_value(&mut field.expr);
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
