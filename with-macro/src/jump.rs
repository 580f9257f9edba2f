//! How a block can be left.
//!
//! Every jump that leaves it has a landing pad, where exit is called before the jump is carried out. Which jumps
//! those are is decided by `rewrite`; `expand::landing` builds the places.

use std::cell::RefCell;
use std::collections::HashMap;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Expr, ExprTry, Lifetime, Stmt, Token};

use crate::spans::{is_plain, located_at};

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
    /// A panic that `catch` caught
    Panic,
}

/// What a jump carries out of the block.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Payload {
    Nothing,
    Value,
    /// What `?` found.
    Residual,
    /// What a macro that raises returned.
    Bailed,
    /// Of an inner manager.
    Failure,
    Panic,
}

impl Jump {
    pub(crate) fn payload(&self) -> Payload {
        match self {
            Jump::Return => Payload::Value,
            Jump::Break { value: false, .. } | Jump::Continue { .. } => Payload::Nothing,
            Jump::Break { .. } => match self.pad_of_another_expansion() {
                Some("raise") => Payload::Residual,
                Some("bail") => Payload::Bailed,
                _ => Payload::Value,
            },
            Jump::Raise => Payload::Residual,
            Jump::Bail => Payload::Bailed,
            Jump::Fail => Payload::Failure,
            Jump::Panic => Payload::Panic,
        }
    }

    /// Whether it carries a value whose type is known before BLOCK.
    pub(crate) fn has_value(&self) -> bool {
        matches!(self.payload(), Payload::Value | Payload::Bailed)
    }

    /// An unlabelled `break` or `continue` can't be replayed inside of a labelled block (E0695).
    pub(crate) fn is_unlabelled(&self) -> bool {
        matches!(
            self,
            Jump::Break { label: None, .. } | Jump::Continue { label: None }
        )
    }

    /// The name of the landing pad that it goes to, if that is one of a statement around this one which was expanded before:
    /// a macro that makes this statement was given a jump of the block around it.
    fn pad_of_another_expansion(&self) -> Option<&'static str> {
        let Jump::Break {
            label: Some(label),
            value: true,
        } = self
        else {
            return None;
        };
        if is_plain(label.ident.span()) {
            return None;
        }
        let label = label.ident.to_string();
        let name = label.trim_end_matches(|char: char| char.is_ascii_digit());
        let mut pads = ["return", "break", "raise", "bail"].into_iter();
        pads.find(|pad| *pad == name && name.len() < label.len())
    }

    /// The name of its landing pad, which says what it carries through any number of expansions.
    pub(crate) fn landing(&self) -> &'static str {
        match self {
            Jump::Return => "return",
            Jump::Break { .. } => self.pad_of_another_expansion().unwrap_or("break"),
            Jump::Continue { .. } => "continue",
            Jump::Raise => "raise",
            Jump::Bail => "bail",
            Jump::Fail => "fail",
            Jump::Panic => "panic",
        }
    }
}

/// A jump where it stands.
#[derive(Clone)]
pub(crate) struct JumpSite {
    pub(crate) jump: Jump,
    /// Of the user's `return`, `break`, `continue` or `?`.
    pub(crate) span: Span,
    /// The predicate of the `#[cfg]`s without which there is no such jump.
    pub(crate) cfg: Option<TokenStream>,
}

impl JumpSite {
    pub(crate) fn new(jump: Jump, span: Span) -> Self {
        JumpSite {
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

/// A landing pad.
pub(crate) struct LandingPad {
    pub(crate) site: JumpSite,
    /// Of the block that the jump leaves to get there.
    pub(crate) label: Lifetime,
}

/// What a statement stands in, and its jumps go to.
pub(crate) trait Enclosing {
    /// An expression that carries out the jump with its payload.
    fn leave(&mut self, site: &JumpSite, payload: TokenStream) -> TokenStream;

    /// `value?`
    fn attempt(&mut self, value: Expr, span: Span) -> Expr;

    /// Visits an expression of the statement that is evaluated out here.
    fn visit(&mut self, expr: &mut Expr);
}

/// The rewriting of a block, to what is met in it.
pub(crate) trait Rewrite: Enclosing {
    fn visit_stmts(&mut self, stmts: &mut [Stmt]);

    /// How many jumps were rewritten.
    fn rewritten(&self) -> usize;

    /// The walk is over the tokens of a macro, in whose grammar braces may be no block. Returns what was so before.
    fn set_foreign(&mut self, foreign: bool) -> bool;

    /// The predicates of the `#[cfg]`s around what is visited.
    fn cfgs(&mut self) -> &mut Vec<TokenStream>;
}

/// The surroundings of an outermost statement: a jump is just that.
pub(crate) struct FunctionBody;

impl Enclosing for FunctionBody {
    fn leave(&mut self, site: &JumpSite, payload: TokenStream) -> TokenStream {
        let span = located_at(site.span);
        match &site.jump {
            Jump::Return | Jump::Bail => quote_spanned!(span=> return #payload),
            Jump::Break { label, value } => {
                let payload = value.then_some(payload);
                quote_spanned!(span=> break #label #payload)
            }
            Jump::Continue { label } => quote_spanned!(span=> continue #label),
            Jump::Raise => {
                let question = Token![?](span);
                quote_spanned!(span=> #payload #question)
            }
            Jump::Fail => unreachable!("only the managers of one statement fail into each other"),
            Jump::Panic => unreachable!("a panic goes on by itself"),
        }
    }

    fn attempt(&mut self, value: Expr, span: Span) -> Expr {
        attempt(value, located_at(span))
    }

    fn visit(&mut self, _: &mut Expr) {}
}

pub(crate) fn attempt(value: Expr, span: Span) -> Expr {
    Expr::Try(ExprTry {
        attrs: Vec::new(),
        expr: Box::new(value),
        question_token: Token![?](span),
    })
}

/// What the statements of one expansion share.
#[derive(Default)]
pub(crate) struct Labels {
    /// They have one hygiene, so each label is a name of its own.
    labels: RefCell<HashMap<&'static str, usize>>,
}

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
        let mut counts = self.labels.borrow_mut();
        let count = counts.entry(name).or_default();
        *count += 1;
        *count - 1
    }
}
