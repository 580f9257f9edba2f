//! How a block can be left.
//!
//! To every jump that leaves it belongs a landing place of its own, where exit is called and the jump goes on. Which jumps
//! those are is decided here; `walk` finds them, and `landing` builds the places.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprTry, Lifetime, Path, Token};

use crate::spans::{is_plain, located_at, same_label};

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

    /// It goes to a landing place of another expansion's, for what is raised: a macro of the user's that holds a statement was
    /// handed a `?` of the block around it.
    pub(crate) fn raises_elsewhere(&self) -> bool {
        let Jump::Break {
            label: Some(label),
            value: true,
        } = self
        else {
            return false;
        };
        if is_plain(label.ident.span()) {
            return false;
        }
        let label = label.ident.to_string();
        let name = label.trim_end_matches(|char: char| char.is_ascii_digit());
        name.len() < label.len() && name == Jump::Raise.landing()
    }

    fn landing(&self) -> &'static str {
        match self {
            Jump::Return => "return",
            Jump::Break { .. } => "break",
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

fn attempt(value: Expr, span: Span) -> Expr {
    Expr::Try(ExprTry {
        attrs: Vec::new(),
        expr: Box::new(value),
        question_token: Token![?](span),
    })
}

/// What lies between BLOCK and a jump in it, and may be the target of that jump.
pub(crate) enum Scope {
    Loop(Option<Lifetime>),
    Block(Lifetime),
    /// `try { .. }` is where `?` goes.
    Try,
}

/// The walk over one BLOCK.
pub(crate) struct Frame<'a> {
    pub(crate) around: &'a mut dyn Surroundings,
    pub(crate) runtime: &'a Path,
    pub(crate) shared: &'a Shared,
    /// In the order of the source.
    pub(crate) sites: Vec<Site>,
    pub(crate) scopes: Vec<Scope>,
    pub(crate) cfgs: Vec<TokenStream>,
    /// How many jumps were rewritten.
    pub(crate) rewrites: usize,
    /// The walk is over the tokens of a macro, in whose grammar braces may be no block.
    pub(crate) foreign: bool,
    /// The walk is over a copy that is never run: jumps in plain sight are taken out of it. What they carry is of the type
    /// of these variables.
    pub(crate) neutral: Option<Vec<(Jump, Ident)>>,
}

impl<'a> Frame<'a> {
    pub(crate) fn new(
        around: &'a mut dyn Surroundings,
        runtime: &'a Path,
        shared: &'a Shared,
    ) -> Self {
        Frame {
            around,
            runtime,
            shared,
            sites: Vec::new(),
            scopes: Vec::new(),
            cfgs: Vec::new(),
            rewrites: 0,
            foreign: false,
            neutral: None,
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
    pub(crate) fn landing(&mut self, leap: &Leap) -> Option<Lifetime> {
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
        let label = self.shared.number(leap.jump.landing());
        self.sites.push(Site {
            leap,
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

impl Surroundings for Frame<'_> {
    fn leave(&mut self, leap: &Leap, payload: TokenStream) -> TokenStream {
        match self.landing(leap) {
            Some(_) if self.neutral.is_some() => self.nowhere().to_token_stream(),
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

/// What the statements of one expansion share.
#[derive(Default)]
pub(crate) struct Shared {
    /// They have one hygiene, so each label is a name of its own.
    labels: RefCell<HashMap<&'static str, usize>>,
    /// Where the first macro is that may hide a jump.
    pub(crate) doubtful: Cell<Option<Span>>,
}

impl Shared {
    pub(crate) fn doubt(&self, span: Span) {
        let first = self.doubtful.get().unwrap_or(span);
        self.doubtful.set(Some(first));
    }

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
