//! The grammar of the statement.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::{Error, Ident, Path, Result};

mod body;
mod header;
mod protocol;

use self::body::AFTER_BLOCK;
use self::header::{USAGE, parse_managers};
use crate::token::{is_arrow, is_block, is_catch, is_path_separator, is_punct};

pub(crate) use self::body::Body;
pub(crate) use self::header::{Manager, Target};
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
/// it and a pattern after it, so casts and `<T as Trait>::f()` stay what they are.
///
/// A body that begins with a block ends with it, as in an arm of a `match`. A body may not be a
/// closure or an `async` block, which would never run.
pub(crate) struct Statement {
    pub(crate) protocol: Protocol,
    /// At least one.
    pub(crate) managers: Vec<Manager>,
    pub(crate) body: Body,
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

const NO_STD: &str = "`catch { .. }` needs the `std` feature of `with-runtime`: leave out `default-features = false`, or add `features = [\"std\"]`";

/// Splits the managers from the body, at the `=>` or at the comma before a final block.
fn split(protocol: Protocol, tokens: &[TokenTree]) -> Result<(&[TokenTree], &[TokenTree])> {
    let Some(last) = tokens.last() else {
        return Err(Error::new(Span::call_site(), USAGE));
    };
    let mut arrows = (0..tokens.len()).filter(|&at| is_arrow(tokens, at));
    if let Some(at) = arrows.next() {
        let (managers, body) = (&tokens[..at], &tokens[at + 2..]);
        if managers.is_empty() {
            let message = "expected a context manager before `=>`";
            return Err(Error::new(tokens[at].span(), message));
        }
        if body.is_empty() {
            let message = "expected a block after `=>`: `=> { .. }`";
            return Err(Error::new(tokens[at + 1].span(), message));
        }
        if arrows.next().is_some() && !is_block(&body[0]) {
            let name = protocol.name();
            let message = format!(
                "expected `,` between context managers, found `=>`: \
                 `{name}!(A as a, B as b => {{ .. }})`"
            );
            return Err(Error::new(tokens[at].span(), message));
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

/// There is a block where a comma may stand for the `=>`, but it isn't the end. Else the last `:`, `;`
/// or `->` was meant, or there is nothing where the `=>` belongs.
fn no_arrow(protocol: Protocol, tokens: &[TokenTree], last: &TokenTree) -> Error {
    if let [.., before, block, end] = tokens {
        let has_body = is_block(block) && (is_punct(before, ',') || is_catch(before));
        if has_body && (is_punct(end, ',') || is_punct(end, ';')) {
            return Error::new(end.span(), AFTER_BLOCK);
        }
    }
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
