//! The grammar of the statement.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::ParseStream;
use syn::{Error, Expr, Ident, Pat, Path, Result, Token, Type};

mod body;
mod protocol;

use crate::token::{is_arrow, is_block, is_catch, is_path_separator, is_punct, parse_all};

pub(crate) use self::body::Body;
pub(crate) use self::protocol::Protocol;

/// A `with!` or `async_with!` statement.
///
/// ```text
/// statement:  managers "=>" body | managers "," block ","?
/// managers:   manager ("," manager)* ","?
/// manager:    EXPR ("as" PAT "?"?)?
/// body:       block | EXPR
/// block:      "catch"? "{" STATEMENT* EXPR? "}"
/// ```
///
/// `EXPR` and `PAT` are Rust's. The `as` that counts is the last one of its manager that leaves an expression before
/// it and a pattern behind it, so casts and `<T as Trait>::f()` stay what they are.
pub(crate) struct Statement {
    pub(crate) protocol: Protocol,
    /// At least one.
    pub(crate) managers: Vec<Manager>,
    pub(crate) body: Body,
}

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

impl Statement {
    /// Parses the macro's input, which is headed by the path of the runtime crate in parentheses.
    pub(crate) fn parse(protocol: Protocol, input: TokenStream) -> Result<(Path, Self)> {
        let (runtime, tokens) = runtime(input)?;
        let (managers, body) = split(protocol, &tokens)?;
        let managers = parse_managers(managers);
        let body = match Body::parse(protocol, body) {
            Err(error) if managers.is_ok() => Body::unparsed(protocol, body, error),
            parsed => parsed,
        };
        let statement = Self::new(protocol, managers, body)?;
        Ok((runtime, statement))
    }

    /// Parses what the user wrote between the delimiters of the macro.
    pub(crate) fn parse_after(protocol: Protocol, tokens: &[TokenTree]) -> Result<Self> {
        let (managers, body) = split(protocol, tokens)?;
        let (managers, body) = (parse_managers(managers), Body::parse(protocol, body));
        Self::new(protocol, managers, body)
    }

    fn new(protocol: Protocol, managers: Result<Vec<Manager>>, body: Result<Body>) -> Result<Self> {
        match (managers, body) {
            (
                Ok(_),
                Ok(Body {
                    catch: Some(catch), ..
                }),
            ) if !cfg!(feature = "std") => Err(Error::new(catch, NO_STD)),
            (Ok(managers), Ok(body)) => Ok(Statement {
                protocol,
                managers,
                body,
            }),
            (Err(mut error), Err(another)) => {
                error.combine(another);
                Err(error)
            }
            (Err(error), _) | (_, Err(error)) => Err(error),
        }
    }
}

/// The expansion of a nested statement, which calls the macro with what it is to expand to: `with!(@expanded { .. })`. So the
/// macro by that name is called, whosever it is, and its import is used.
pub(crate) fn expanded(input: &TokenStream) -> Option<TokenStream> {
    let tokens: Vec<_> = input.clone().into_iter().skip(1).take(4).collect();
    match &tokens[..] {
        [at, TokenTree::Ident(expanded), block]
            if is_punct(at, '@') && expanded == "expanded" && is_block(block) =>
        {
            Some(block.clone().into())
        }
        _ => None,
    }
}

/// What there is of a statement that isn't finished: its head.
pub(crate) struct Unfinished {
    pub(crate) protocol: Protocol,
    pub(crate) runtime: Path,
    pub(crate) managers: Vec<Manager>,
}

pub(crate) fn unfinished(protocol: Protocol, input: TokenStream) -> Option<Unfinished> {
    let (runtime, tokens) = runtime(input).ok()?;
    let ends =
        |&at: &usize| is_arrow(&tokens, at) || is_block(&tokens[at]) || is_catch(&tokens[at]);
    let end = (0..tokens.len()).find(ends);
    let managers = &tokens[..end.unwrap_or(tokens.len())];
    Some(Unfinished {
        protocol,
        runtime,
        managers: parse_managers(managers).ok()?,
    })
}

/// Splits off the head of the input.
fn runtime(input: TokenStream) -> Result<(Path, Vec<TokenTree>)> {
    let mut tokens = input.into_iter();
    let mut runtime: Path = match tokens.next() {
        Some(TokenTree::Group(group)) => syn::parse2(group.stream())?,
        _ => return Err(Error::new(Span::call_site(), USAGE)),
    };
    let private = Ident::new("__private", Span::mixed_site());
    runtime.segments.push(private.into());
    Ok((runtime, tokens.collect()))
}

const USAGE: &str = "expected `EXPR as PAT => { BLOCK }`";

const AFTER_CONTEXT: &str = "expected `as`, `,` or `=>`";
const AFTER_TARGET: &str = "expected `,` or `=>`";

const NO_STD: &str = "`catch { .. }` needs the `std` feature of `with-runtime`: leave out `default-features = false`, or add `features = [\"std\"]`";

/// Splits the managers from the body, at the `=>` or at the comma before a final block.
fn split(protocol: Protocol, tokens: &[TokenTree]) -> Result<(&[TokenTree], &[TokenTree])> {
    let Some(last) = tokens.last() else {
        return Err(Error::new(Span::call_site(), USAGE));
    };
    if let Some(at) = (0..tokens.len()).find(|&at| is_arrow(tokens, at)) {
        let (managers, body) = (&tokens[..at], &tokens[at + 2..]);
        if managers.is_empty() {
            let message = "expected a context manager before `=>`";
            return Err(Error::new(tokens[at].span(), message));
        }
        if body.is_empty() {
            let message = "expected a block after `=>`: `=> { .. }`";
            return Err(Error::new(tokens[at + 1].span(), message));
        }
        return Ok((managers, body));
    }
    let end = tokens.len() - usize::from(is_punct(last, ','));
    match &tokens[..end] {
        [managers @ .., comma, catch, block]
            if is_punct(comma, ',')
                && is_catch(catch)
                && is_block(block)
                && !managers.is_empty() =>
        {
            Ok((managers, &tokens[managers.len() + 1..end]))
        }
        [managers @ .., comma, block]
            if is_punct(comma, ',') && is_block(block) && !managers.is_empty() =>
        {
            Ok((managers, std::slice::from_ref(block)))
        }
        tokens => Err(no_arrow(protocol, tokens, tokens.last().unwrap_or(last))),
    }
}

/// The last `:`, `;` or `->` was meant, or else there is nothing where the `=>` belongs.
fn no_arrow(protocol: Protocol, tokens: &[TokenTree], last: &TokenTree) -> Error {
    let found = (0..tokens.len()).rev().find_map(|at| match &tokens[at..] {
        [minus, right, ..] if is_punct(minus, '-') && is_punct(right, '>') => Some((minus, "->")),
        [colon, ..] if is_punct(colon, ':') && !is_path_separator(tokens, at) => Some((colon, ":")),
        [semi, ..] if is_punct(semi, ';') => Some((semi, ";")),
        _ => None,
    });
    let (token, message) = match found {
        Some((token, found)) => (token, format!("expected `=>`, found `{found}`")),
        None if is_block(last) => (last, "expected `=>` before the block".to_owned()),
        None => (last, "expected `=>` and a block after this".to_owned()),
    };
    let name = protocol.name();
    let message = format!("{message}: `{name}!(EXPR as PAT => {{ .. }})`");
    Error::new(token.span(), message)
}

fn parse_managers(mut tokens: &[TokenTree]) -> Result<Vec<Manager>> {
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
            if !matches!(&tokens[at], TokenTree::Ident(ident) if ident == "as") {
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
    let context: Expr = input.parse().map_err(|error| {
        let message =
            "expected a context manager, found `async`: write `async_with!` to enter an async one";
        let asynchronous = start.parse::<Token![async]>();
        asynchronous.map_or(error, |token| Error::new(token.span, message))
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
        Expr::Cast(cast) if is_name(&cast.ty) => {
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

/// No type of this looks is a context manager: it is a number, or the name of a variable.
fn is_name(ty: &Type) -> bool {
    let Type::Path(ty) = ty else { return false };
    let name = ty.path.get_ident().map(Ident::to_string);
    name.is_some_and(|name| name.starts_with(char::is_lowercase))
}

impl Target {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.is_empty() {
            return Err(input.error("expected a pattern after `as`"));
        }
        Ok(Target {
            pat: Pat::parse_multi_with_leading_vert(input)?,
            question: input.parse()?,
        })
    }
}
