//! The grammar of the managers.

use proc_macro2::{Delimiter, Span, TokenTree};
use syn::parse::ParseStream;
use syn::token::Bracket;
use syn::{Error, Expr, Ident, Pat, Result, Token, Type};

use crate::token::{is_punct, parse_all};

/// One manager of the statement.
pub(crate) struct Manager {
    pub(crate) context: Expr,
    pub(crate) target: Option<Target>,
}

/// What `as` binds.
pub(crate) struct Target {
    pub(crate) pat: Pat,
    pub(crate) question: Option<Token![?]>,
}

pub(crate) const USAGE: &str = "expected `EXPR as PAT => { BLOCK }`";

const AFTER_CONTEXT: &str = "expected `as`, `,` or `=>`";
const AFTER_TARGET: &str = "expected `,` or `=>`";
const ASYNC: &str =
    "expected a context manager, found `async`: write `async_with!` to enter an async one";
const PARENTHESIZED: &str =
    "expected context managers without parentheses: `A as a, B as b => { .. }`";
const TYPED: &str =
    "expected `,` or `=>`, found `:`: a target takes its type from the context manager";
const PLACE: &str =
    "a target is a new variable, not a place: write `as x`, and assign it in the block";

pub(crate) fn parse_managers(mut tokens: &[TokenTree]) -> Result<Vec<Manager>> {
    let mut managers = Vec::new();
    while !tokens.is_empty() {
        let (manager, rest) = parse_manager(tokens)?;
        managers.push(manager);
        tokens = rest;
    }
    Ok(managers)
}

/// Parses the shortest manager that ends at a comma or at the end, and returns what follows. A comma that doesn't end
/// one is part of it: `G::<A, B>::new()`.
fn parse_manager(tokens: &[TokenTree]) -> Result<(Manager, &[TokenTree])> {
    if is_punct(&tokens[0], ',') {
        let message = "expected a context manager before `,`";
        return Err(Error::new(tokens[0].span(), message));
    }
    let commas = (0..tokens.len()).filter(|&at| is_punct(&tokens[at], ','));
    let mut error = None;
    for end in commas.chain([tokens.len()]) {
        match Manager::parse(&tokens[..end]) {
            Ok(manager) => {
                let rest = tokens.get(end + 1..).unwrap_or_default();
                return Ok((manager, rest));
            }
            Err(new) => error = error.or(Some(new)),
        }
    }
    Err(error.unwrap_or_else(|| Error::new(Span::call_site(), USAGE)))
}

impl Manager {
    fn parse(tokens: &[TokenTree]) -> Result<Self> {
        let mut error = None;
        for at in (0..tokens.len()).rev() {
            if !is_as(&tokens[at]) {
                continue;
            }
            let context = parse_all(parse_context, &tokens[..at], &tokens[at], AFTER_CONTEXT);
            let target = parse_all(Target::parse, &tokens[at + 1..], &tokens[at], AFTER_TARGET);
            match (context, target) {
                (Ok(context), Ok(target)) => {
                    return Ok(Manager {
                        context,
                        target: Some(target),
                    });
                }
                (Ok(_), Err(new)) | (Err(new), _) => error = error.or(Some(new)),
            }
        }
        let Some(last) = tokens.last() else {
            return Err(Error::new(Span::call_site(), USAGE));
        };
        match parse_all(parse_context, tokens, last, AFTER_CONTEXT) {
            Ok(context) => Ok(Manager {
                context,
                target: None,
            }),
            Err(new) => Err(error.unwrap_or(new)),
        }
    }
}

/// Parses `EXPR`, and what else is often written for `EXPR as PAT`.
fn parse_context(input: ParseStream) -> Result<Expr> {
    let start = input.fork();
    let parsed = input.parse::<Expr>();
    let parenthesized = match &parsed {
        Ok(context) => is_parenthesized(context),
        Err(_) => is_unparsed_parenthesized(&start.fork()),
    };
    if parenthesized {
        return Err(Error::new(start.span(), PARENTHESIZED));
    }
    let context = parsed.map_err(|error| match () {
        () if start.is_empty() => {
            Error::new(start.span(), "expected a context manager before `as`")
        }
        () if start.peek(Token![async]) => start.error(ASYNC),
        () if input.cursor() == start.cursor() => input.error("expected a context manager"),
        () => error,
    })?;
    match &context {
        Expr::Let(binding) => {
            let message = "expected `EXPR as PAT`, found `let PAT = EXPR`";
            Err(Error::new(binding.let_token.span, message))
        }
        Expr::Assign(assign) => {
            let message = "expected `EXPR as PAT`, found `PAT = EXPR`";
            Err(Error::new(assign.eq_token.span, message))
        }
        Expr::Cast(cast) if is_name(&cast.ty) && input.is_empty() => {
            let message =
                "this `as` is a cast to a type, as the last one names the target: write `as` once";
            Err(Error::new(cast.as_token.span, message))
        }
        _ if input.peek(Token![in]) => {
            Err(input.error("expected `EXPR as PAT`, found `PAT in EXPR`"))
        }
        _ => Ok(context),
    }
}

/// Whether these are managers in parentheses, as Python 3.10 has them. No tuple is a manager.
fn is_parenthesized(expr: &Expr) -> bool {
    match expr {
        Expr::Tuple(tuple) => !tuple.elems.is_empty(),
        Expr::Paren(paren) => matches!(&*paren.expr, Expr::Cast(cast) if is_name(&cast.ty)),
        Expr::Cast(cast) => is_parenthesized(&cast.expr),
        _ => false,
    }
}

/// The same of what is no expression, as their targets don't look like types.
fn is_unparsed_parenthesized(input: ParseStream) -> bool {
    match input.parse() {
        Ok(TokenTree::Group(group)) => {
            group.delimiter() == Delimiter::Parenthesis
                && group.stream().into_iter().any(|token| is_as(&token))
                && input.is_empty()
        }
        _ => false,
    }
}

/// No type of this looks is a context manager: it is a number, or the name of a variable.
fn is_name(ty: &Type) -> bool {
    let Type::Path(ty) = ty else { return false };
    let name = ty.path.get_ident().map(Ident::to_string);
    name.is_some_and(|name| name.starts_with(char::is_lowercase))
}

impl Target {
    fn parse(input: ParseStream) -> Result<Self> {
        let start = input.cursor();
        let pat = Pat::parse_multi_with_leading_vert(input).map_err(|error| {
            if input.cursor() == start {
                Error::new(input.span(), "expected a pattern after `as`")
            } else {
                error
            }
        })?;
        let question = input.parse()?;
        if input.peek(Token![:]) {
            return Err(input.error(TYPED));
        }
        if input.peek(Token![.]) || input.peek(Bracket) {
            return Err(input.error(PLACE));
        }
        Ok(Target { pat, question })
    }
}

fn is_as(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == "as")
}
