//! Whether the end of BLOCK can be reached, as far as its last statement tells.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Block, Expr, Macro, Path, Stmt};

use crate::attrs::attrs;
use crate::known::is_harmless;
use crate::syntax::{Protocol, Statement};
use crate::token::may_jump;

/// How a block ends, as far as its last statement tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tail {
    /// With `()`.
    Unit,
    /// With the value of an expression.
    Value,
    /// Not at all: its last statement is a jump, a panic, or an endless loop.
    Diverges,
    /// With a nested statement that diverges, if its verdict lets it.
    NestedWith,
}

impl Tail {
    pub(crate) fn diverges(self) -> bool {
        matches!(self, Tail::Diverges | Tail::NestedWith)
    }
}

/// The end of a block.
pub(crate) struct BlockTail {
    pub(crate) tail_kind: Tail,
    /// The nested statement that is the last of the block. It is parsed once, although all the statements around it ask how it
    /// ends.
    pub(crate) last: Option<Box<NestedWith>>,
}

impl BlockTail {
    pub(crate) fn of(stmts: &[Stmt]) -> Self {
        let last = stmts.last().and_then(|stmt| match stmt {
            _ if may_be_absent(stmt) => None,
            Stmt::Expr(Expr::Macro(call), _) => NestedWith::of(&call.mac),
            Stmt::Macro(call) => NestedWith::of(&call.mac),
            _ => None,
        });
        let tail_kind = match stmts.last() {
            Some(stmt) if stmt_diverges(stmt) && !may_be_absent(stmt) => Tail::Diverges,
            Some(_)
                if last
                    .as_ref()
                    .is_some_and(|last| last.end.tail_kind.diverges()) =>
            {
                Tail::NestedWith
            }
            Some(Stmt::Expr(expr, None)) if !is_unit(expr) => Tail::Value,
            Some(Stmt::Macro(call)) if call.semi_token.is_none() => Tail::Value,
            _ => Tail::Unit,
        };
        let last = last.map(Box::new);
        BlockTail { tail_kind, last }
    }
}

/// A statement in the block of another.
pub(crate) struct NestedWith {
    /// What it is called by.
    pub(crate) path: Path,
    pub(crate) statement: Statement,
    pub(crate) end: BlockTail,
}

impl NestedWith {
    /// A macro that is called `with` or `async_with` and isn't ours is somebody else's.
    pub(crate) fn of(call: &Macro) -> Option<Self> {
        let protocol = Protocol::of(call)?;
        let tokens: Vec<_> = call.tokens.clone().into_iter().collect();
        let statement = Statement::parse_after(protocol, &tokens).ok()?;
        let end = BlockTail::of(&statement.body.stmts);
        Some(NestedWith {
            path: call.path.clone(),
            statement,
            end,
        })
    }
}

/// Whether a call that may not return is what the end of the block is out of reach by.
pub(crate) fn may_diverge(stmts: &[Stmt]) -> bool {
    let last = stmts.last();
    last.is_some_and(|last| !stmt_diverges(last) && stmt_may_not_return(last))
}

fn stmt_may_not_return(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(expr, _) => may_not_return(expr),
        Stmt::Macro(call) => leaves(&call.mac),
        Stmt::Local(_) | Stmt::Item(_) => false,
    }
}

/// As far as the looks go: the type of the call may be `!`.
fn may_not_return(expr: &Expr) -> bool {
    let block = |block: &Block| block.stmts.last().is_some_and(stmt_may_not_return);
    match expr {
        Expr::Call(call) => !is_constructor(&call.func),
        Expr::Macro(call) => leaves(&call.mac),
        Expr::Block(expr) => expr.label.is_none() && block(&expr.block),
        Expr::Unsafe(expr) => block(&expr.block),
        Expr::Group(group) => may_not_return(&group.expr),
        Expr::Paren(paren) => may_not_return(&paren.expr),
        Expr::If(branches) => {
            let otherwise = branches.else_branch.as_ref();
            block(&branches.then_branch) && otherwise.is_some_and(|(_, expr)| may_not_return(expr))
        }
        Expr::Match(arms) => arms.arms.iter().all(|arm| may_not_return(&arm.body)),
        _ => diverges(expr),
    }
}

/// `Ok(..)`, `Some(..)`, `Point(..)`: by its name a constructor, which returns.
fn is_constructor(func: &Expr) -> bool {
    let Expr::Path(path) = func else { return false };
    let name = path.path.segments.last().map(|last| last.ident.to_string());
    name.is_some_and(|name| name.starts_with(char::is_uppercase))
}

/// A statement under `#[cfg]` may be gone when the expansion is compiled.
fn may_be_absent(stmt: &Stmt) -> bool {
    let attrs = match stmt {
        Stmt::Local(local) => &local.attrs,
        Stmt::Macro(call) => &call.attrs,
        Stmt::Expr(expr, _) => attrs(expr),
        Stmt::Item(_) => return false,
    };
    attrs.iter().any(|attr| attr.path().is_ident("cfg"))
}

/// Whether the value can only be `()`.
fn is_unit(expr: &Expr) -> bool {
    match expr {
        Expr::Assign(_) | Expr::ForLoop(_) | Expr::While(_) => true,
        Expr::If(branches) => branches.else_branch.is_none(),
        _ => false,
    }
}

/// Whether the end of this expression is out of reach, by its looks.
fn diverges(expr: &Expr) -> bool {
    match expr {
        Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => true,
        Expr::Macro(call) => panics(&call.mac),
        Expr::Call(call) => matches!(&*call.func, Expr::Path(func) if never_returns(&func.path)),
        Expr::Block(block) => block.label.is_none() && block_diverges(&block.block),
        Expr::Unsafe(block) => block_diverges(&block.block),
        Expr::Group(group) => diverges(&group.expr),
        Expr::Paren(paren) => diverges(&paren.expr),
        Expr::If(branches) => {
            let otherwise = branches.else_branch.as_ref();
            block_diverges(&branches.then_branch)
                && otherwise.is_some_and(|(_, expr)| diverges(expr))
        }
        Expr::Match(arms) => {
            !arms.arms.is_empty() && arms.arms.iter().all(|arm| diverges(&arm.body))
        }
        Expr::Loop(endless) => !has_break(endless.body.to_token_stream()),
        _ => false,
    }
}

/// Any `break` will do: it may leave this loop.
fn has_break(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => has_break(group.stream()),
        TokenTree::Ident(ident) => ident == "break",
        _ => false,
    })
}

fn block_diverges(block: &Block) -> bool {
    block.stmts.last().is_some_and(stmt_diverges)
}

fn stmt_diverges(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Expr(expr, _) => diverges(expr),
        Stmt::Macro(call) => panics(&call.mac),
        Stmt::Local(_) | Stmt::Item(_) => false,
    }
}

/// The functions of the standard library that don't.
fn never_returns(path: &Path) -> bool {
    let mut names = path
        .segments
        .iter()
        .rev()
        .map(|segment| segment.ident.to_string());
    let (name, module) = (names.next(), names.next());
    match name.as_deref() {
        Some("panic_any" | "resume_unwind") => true,
        Some("abort" | "exit") => module.is_some_and(|module| module == "process"),
        _ => false,
    }
}

/// Whether the macro may expand to a jump.
fn leaves(call: &Macro) -> bool {
    panics(call)
        || Protocol::of(call).is_some()
        || may_jump(call.tokens.clone())
        || !is_harmless(&call.path)
}

fn panics(call: &Macro) -> bool {
    const PANICS: [&str; 5] = ["bail", "panic", "todo", "unimplemented", "unreachable"];
    let name = call.path.segments.last();
    name.is_some_and(|name| PANICS.iter().any(|panics| name.ident == panics))
}
