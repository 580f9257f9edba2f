//! Whether control can reach the end of BLOCK, and with a value.
//!
//! A block diverges where one of its statements does: a jump, or a choice whose branches all are one. Of a macro that panics, by
//! its name, and of the standard library's functions that don't return, by their path, the compiler checks that they diverge. For
//! everything else that may diverge the compiler finds the type: a call, a loop with a macro in it, a jump under `#[cfg]`.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Block, Expr, ExprCall, Local, Macro, Path, Stmt};

use crate::attrs::attrs;
use crate::known::{EXITING, PANICKING, returns};
use crate::syntax::{Protocol, Statement};
use crate::token::{is_punct, may_jump};

/// How a block ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tail {
    /// With `()`.
    Unit,
    /// With the value of an expression, or with whatever type the compiler finds.
    Value,
    /// Not at all: one of its statements is a jump or a panic.
    Diverges,
    /// With a nested statement that diverges, if its verdict lets it.
    Nested,
}

impl Tail {
    pub(crate) fn diverges(self) -> bool {
        matches!(self, Tail::Diverges | Tail::Nested)
    }
}

/// The end of a block.
pub(crate) struct BlockTail {
    pub(crate) tail: Tail,
    /// The nested statement that is the last of the block. It is parsed once, although all the statements around it ask how it
    /// ends.
    pub(crate) last: Option<Box<NestedWith>>,
    /// The statement that diverges by the name of a macro or function.
    pub(crate) panic: Option<usize>,
}

impl BlockTail {
    pub(crate) fn of(stmts: &[Stmt]) -> Self {
        let last = stmts.last().and_then(|stmt| match stmt {
            _ if may_be_absent(stmt) => None,
            Stmt::Expr(Expr::Macro(call), _) => NestedWith::of(&call.mac),
            Stmt::Macro(call) => NestedWith::of(&call.mac),
            _ => None,
        });
        let divergence = divergence(stmts);
        let tail = match last_evaluated(stmts) {
            _ if divergence.is_some() => Tail::Diverges,
            Some(_) if last.as_ref().is_some_and(|last| last.end.tail.diverges()) => Tail::Nested,
            Some(Stmt::Expr(expr, None)) if !is_unit(expr) => Tail::Value,
            Some(Stmt::Macro(call)) if call.semi_token.is_none() => Tail::Value,
            _ if diverges_under_cfg(stmts) => Tail::Value,
            _ => Tail::Unit,
        };
        BlockTail {
            tail,
            last: last.filter(|_| divergence.is_none()).map(Box::new),
            panic: divergence.and_then(|(at, by)| (by == By::Panic).then_some(at)),
        }
    }
}

/// Items and lone semicolons are evaluated nowhere.
fn last_evaluated(stmts: &[Stmt]) -> Option<&Stmt> {
    stmts.iter().rev().find(|stmt| match stmt {
        Stmt::Item(_) => false,
        Stmt::Expr(Expr::Verbatim(empty), Some(_)) => !empty.is_empty(),
        _ => true,
    })
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

/// Whether the block may diverge, for what the macro can see.
pub(crate) fn may_diverge(stmts: &[Stmt]) -> bool {
    divergence(stmts).is_none()
        && (first_that_diverges(stmts).is_some()
            || diverges_under_cfg(stmts)
            || last_evaluated(stmts).is_some_and(stmt_may_not_return))
}

/// Each of these jumps may be the one that is there: `#[cfg(a)] return x; #[cfg(not(a))] return y;`
fn diverges_under_cfg(stmts: &[Stmt]) -> bool {
    stmts
        .iter()
        .any(|stmt| may_be_absent(stmt) && stmt_diverges(stmt).is_some())
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
    let block = |block: &Block| last_evaluated(&block.stmts).is_some_and(stmt_may_not_return);
    match expr {
        Expr::Call(call) => !is_constructor(&call.func),
        Expr::Macro(call) => leaves(&call.mac),
        Expr::Block(expr) => expr.label.is_none() && block(&expr.block),
        Expr::Unsafe(expr) => block(&expr.block),
        Expr::Group(group) => may_not_return(&group.expr),
        Expr::Paren(paren) => may_not_return(&paren.expr),
        Expr::Loop(endless) => !has_break(endless.body.to_token_stream()),
        Expr::If(branches) => {
            let otherwise = branches.else_branch.as_ref();
            block(&branches.then_branch) && otherwise.is_some_and(|(_, expr)| may_not_return(expr))
        }
        Expr::Match(arms) => arms.arms.iter().all(|arm| may_not_return(&arm.body)),
        _ => diverges(expr).is_some(),
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
    let is_cfg = |name: &Path| name.is_ident("cfg") || name.is_ident("cfg_attr");
    attrs.iter().any(|attr| is_cfg(attr.path()))
}

/// Whether the value can only be `()`.
fn is_unit(expr: &Expr) -> bool {
    match expr {
        Expr::Assign(_) | Expr::ForLoop(_) | Expr::While(_) => true,
        Expr::If(branches) => branches.else_branch.is_none(),
        _ => false,
    }
}

/// What control can't pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Jump,
    /// A macro that panics, or a function that doesn't return, by its name.
    Panic,
}

/// The first statement of a block that diverges. An expression at the end gives the block its type even where it is not reached.
fn divergence(stmts: &[Stmt]) -> Option<(usize, By)> {
    let (at, by) = first_that_diverges(stmts)?;
    let end = stmts[at + 1..].last();
    let has_value = matches!(end, Some(Stmt::Expr(_, None)))
        || matches!(end, Some(Stmt::Macro(call)) if call.semi_token.is_none());
    (!has_value).then_some((at, by))
}

fn first_that_diverges(stmts: &[Stmt]) -> Option<(usize, By)> {
    stmts.iter().enumerate().find_map(|(at, stmt)| {
        let by = stmt_diverges(stmt).filter(|_| !may_be_absent(stmt))?;
        Some((at, by))
    })
}

fn stmt_diverges(stmt: &Stmt) -> Option<By> {
    match stmt {
        Stmt::Expr(expr, _) => diverges(expr),
        Stmt::Macro(call) => panics(&call.mac),
        Stmt::Local(Local { init, .. }) => {
            let init = init.as_ref().filter(|init| init.diverge.is_none())?;
            diverges(&init.expr).filter(|by| *by == By::Jump)
        }
        Stmt::Item(_) => None,
    }
}

fn block_diverges(block: &Block) -> Option<By> {
    divergence(&block.stmts).map(|(_, by)| by)
}

/// Whether the end of this expression is out of reach.
fn diverges(expr: &Expr) -> Option<By> {
    match expr {
        Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => Some(By::Jump),
        Expr::Macro(call) => panics(&call.mac),
        Expr::Call(call) => exits(call),
        Expr::Block(block) if block.label.is_none() => block_diverges(&block.block),
        Expr::Unsafe(block) => block_diverges(&block.block),
        Expr::Group(group) => diverges(&group.expr),
        Expr::Paren(paren) => diverges(&paren.expr),
        Expr::If(branches) => {
            let (_, otherwise) = branches.else_branch.as_ref()?;
            Some(block_diverges(&branches.then_branch)?.max(diverges(otherwise)?))
        }
        Expr::Match(arms) => {
            let arms: Option<Vec<_>> = arms.arms.iter().map(|arm| diverges(&arm.body)).collect();
            arms?.into_iter().max()
        }
        Expr::Loop(endless) => {
            let body = endless.body.to_token_stream();
            (!has_break(body.clone()) && !has_macro(body)).then_some(By::Jump)
        }
        _ => None,
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

/// A macro may hide a `break` in its definition.
fn has_macro(tokens: TokenStream) -> bool {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let called = |pair: &[TokenTree]| match pair {
        [TokenTree::Ident(_), bang] => is_punct(bang, '!'),
        _ => false,
    };
    tokens.windows(2).any(called)
        || tokens.into_iter().any(|token| match token {
            TokenTree::Group(group) => has_macro(group.stream()),
            _ => false,
        })
}

/// Whether the macro may expand to a jump.
fn leaves(call: &Macro) -> bool {
    Protocol::of(call).is_some() || may_jump(call.tokens.clone()) || !returns(&call.path)
}

fn panics(call: &Macro) -> Option<By> {
    let name = &call.path.segments.last()?.ident;
    match () {
        // What stands for it is a jump.
        () if name == "bail" => Some(By::Jump),
        () => PANICKING
            .iter()
            .any(|panics| name == panics)
            .then_some(By::Panic),
    }
}

/// A function of the standard library that doesn't return, by a path from the root. By less it may be anybody's.
fn exits(call: &ExprCall) -> Option<By> {
    let Expr::Path(func) = &*call.func else {
        return None;
    };
    let (root, name) = (func.path.segments.first()?, func.path.segments.last()?);
    let exits = root.ident == "std" && EXITING.iter().any(|exits| name.ident == exits);
    exits.then_some(By::Panic)
}

/// Whether the value of a block has no `Err` or `None` of its own, by the looks of its last expression: `e?`, which has raised the
/// one there was, a literal, a struct, a closure; and a branch that leaves the block instead.
pub(crate) fn has_plain_value(stmts: &[Stmt]) -> bool {
    match stmts.last() {
        Some(stmt) if may_be_absent(stmt) => false,
        Some(Stmt::Expr(expr, None)) => is_plain(expr),
        Some(Stmt::Macro(call)) => call.semi_token.is_some(),
        Some(Stmt::Expr(_, Some(_)) | Stmt::Local(_) | Stmt::Item(_)) | None => true,
    }
}

fn is_plain(expr: &Expr) -> bool {
    match expr {
        // A value of another type, or `()`, or a jump.
        Expr::Try(_)
        | Expr::Array(_)
        | Expr::Assign(_)
        | Expr::Async(_)
        | Expr::Break(_)
        | Expr::Cast(_)
        | Expr::Closure(_)
        | Expr::Continue(_)
        | Expr::ForLoop(_)
        | Expr::Lit(_)
        | Expr::Range(_)
        | Expr::Reference(_)
        | Expr::Repeat(_)
        | Expr::Return(_)
        | Expr::Tuple(_)
        | Expr::While(_) => true,
        Expr::Struct(of) => !is_variant_that_counts(&of.path),
        Expr::Group(group) => is_plain(&group.expr),
        Expr::Paren(paren) => is_plain(&paren.expr),
        Expr::Block(block) => block.label.is_none() && has_plain_value(&block.block.stmts),
        Expr::Unsafe(block) => has_plain_value(&block.block.stmts),
        Expr::If(branches) => {
            let otherwise = branches.else_branch.as_ref();
            has_plain_value(&branches.then_branch.stmts)
                && otherwise.is_none_or(|(_, expr)| is_plain(expr))
        }
        Expr::Match(arms) => arms.arms.iter().all(|arm| is_plain(&arm.body)),
        _ => false,
    }
}

/// `Err { 0: error }` is a struct expression as well.
fn is_variant_that_counts(path: &Path) -> bool {
    let name = path.segments.last();
    name.is_some_and(|name| {
        ["Err", "None", "Ok", "Some"]
            .iter()
            .any(|it| name.ident == it)
    })
}
