//! The grammar of the statement.

use proc_macro2::{Delimiter, Group, Spacing, Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Error, Expr, Ident, Pat, Path, Result, Stmt, Token, parenthesized};

/// A `with!` statement.
///
/// ```text
/// statement:  managers "=>" body | managers "," block ","?
/// managers:   manager ("," manager)* ","?
/// manager:    EXPR ("as" PAT "?"?)?
/// body:       block | EXPR
/// block:      "{" STATEMENT* EXPR? "}"
/// ```
///
/// `EXPR` and `PAT` are Rust's. The `as` that counts is the last one of its manager that leaves an expression before
/// it and a pattern behind it, so casts and `<T as Trait>::f()` stay what they are.
pub(crate) struct Statement {
    /// The path of what the expansion calls, in the runtime crate.
    pub(crate) runtime: Path,
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

/// BLOCK, without its braces.
pub(crate) struct Body {
    pub(crate) stmts: Vec<Stmt>,
}

impl Statement {
    /// Parses the macro's input, which is headed by the path of the runtime crate in parentheses.
    pub(crate) fn parse(input: TokenStream) -> Result<Self> {
        let mut tokens = input.into_iter();
        let mut runtime: Path = match tokens.next() {
            Some(TokenTree::Group(group)) => syn::parse2(group.stream())?,
            _ => return Err(Error::new(Span::call_site(), USAGE)),
        };
        let private = Ident::new("__private", Span::mixed_site());
        runtime.segments.push(private.into());
        Self::parse_after(runtime, &tokens.collect::<Vec<_>>())
    }

    /// Parses what the user wrote between the delimiters of `with!`.
    pub(crate) fn parse_after(runtime: Path, tokens: &[TokenTree]) -> Result<Self> {
        let (managers, body) = split(tokens)?;
        Ok(Statement {
            runtime,
            managers: parse_managers(managers)?,
            body: Body::parse(body)?,
        })
    }
}

const USAGE: &str = "expected `EXPR as PAT => { BLOCK }`";

/// Splits the managers from the body, at the `=>` or at the comma before a final block.
fn split(tokens: &[TokenTree]) -> Result<(&[TokenTree], &[TokenTree])> {
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
        [managers @ .., comma, block]
            if is_punct(comma, ',') && is_block(block) && !managers.is_empty() =>
        {
            Ok((managers, std::slice::from_ref(block)))
        }
        [.., block] if is_block(block) => Err(Error::new(
            block.span(),
            "expected `=>` before the block: `with!(EXPR as PAT => { .. })`",
        )),
        _ => Err(Error::new(
            last.span(),
            "expected `=>` and a block after this: `with!(EXPR as PAT => { .. })`",
        )),
    }
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
            let context = parse_all(Expr::parse, &tokens[..at], &tokens[at]);
            let target = parse_all(Target::parse, &tokens[at + 1..], &tokens[at]);
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
        match parse_all(Expr::parse, tokens, last) {
            Ok(context) => Ok(Manager {
                context,
                target: None,
            }),
            Err(new) => Err(error.unwrap_or(new)),
        }
    }
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

impl Body {
    fn parse(tokens: &[TokenTree]) -> Result<Self> {
        let end = &tokens[tokens.len() - 1];
        match tokens {
            [TokenTree::Ident(catch), block] if catch == "catch" && is_block(block) => {
                let message = "`catch { .. }` is reserved: expected a block or another expression";
                return Err(Error::new(catch.span(), message));
            }
            _ => {}
        }
        let mut expr = parse_all(Expr::parse, tokens, end)?;
        while let Expr::Group(group) = expr {
            expr = *group.expr;
        }
        let stmts = match expr {
            Expr::Block(block) if block.label.is_none() && block.attrs.is_empty() => {
                block.block.stmts
            }
            expr => vec![Stmt::Expr(expr, None)],
        };
        Ok(Body { stmts })
    }
}

/// Parses all of the tokens. What is missing at their end is reported at `end`, not at the whole macro call.
fn parse_all<T>(
    parse: impl FnOnce(ParseStream) -> Result<T>,
    tokens: &[TokenTree],
    end: &TokenTree,
) -> Result<T> {
    let mut group = Group::new(Delimiter::Parenthesis, tokens.iter().cloned().collect());
    group.set_span(end.span());
    let parse = |input: ParseStream| {
        let content;
        parenthesized!(content in input);
        let parsed = parse(&content)?;
        if content.is_empty() {
            Ok(parsed)
        } else {
            Err(content.error("unexpected token"))
        }
    };
    parse.parse2(TokenTree::from(group).into())
}

fn is_arrow(tokens: &[TokenTree], at: usize) -> bool {
    match &tokens[at..] {
        [TokenTree::Punct(equals), right, ..] => {
            equals.as_char() == '=' && equals.spacing() == Spacing::Joint && is_punct(right, '>')
        }
        _ => false,
    }
}

fn is_punct(token: &TokenTree, char: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

/// `{ .. }`, or what a `$block:block` of the user's `macro_rules!` makes of it.
fn is_block(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else {
        return false;
    };
    match group.delimiter() {
        Delimiter::Brace => true,
        Delimiter::None => {
            let mut tokens = group.stream().into_iter();
            matches!((tokens.next(), tokens.next()), (Some(token), None) if is_block(&token))
        }
        _ => false,
    }
}
