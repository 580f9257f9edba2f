//! The grammar of BLOCK, and of what else may stand in its place.

use proc_macro2::{Delimiter, Span, TokenTree};
use quote::quote_spanned;
use syn::parse::Parse;
use syn::{Error, Expr, Result, Stmt};

use super::protocol::Protocol;
use crate::token::{is_block, is_catch, is_punct, parse_all};

const AFTER_BODY: &str = "expected the end: a body of several statements needs braces, `=> { .. }`";
const AFTER_CATCH: &str = "expected a block after `catch`: `catch { .. }`";

pub(crate) const AFTER_BLOCK: &str = "expected the end after the block: leave out what follows it";
const CLOSURE: &str =
    "expected the block itself, found a closure, which would never run: `=> { .. }`";
const ASYNC: &str =
    "expected the block itself, found an `async` block, which would never run: `=> { .. }`";

/// BLOCK, without its braces.
pub(crate) struct Body {
    /// Where the `catch` before it is.
    pub(crate) catch: Option<Span>,
    pub(crate) stmts: Vec<Stmt>,
}

impl Body {
    pub(crate) fn parse(protocol: Protocol, tokens: &[TokenTree]) -> Result<Self> {
        let (catch, tokens) = split_catch(tokens);
        let end = &tokens[tokens.len() - 1];
        let parsed = parse_all(Expr::parse, tokens, end, AFTER_BODY);
        let mut expr = match tokens {
            [block, comma, manager, ..] if is_block(block) && is_punct(comma, ',') => {
                let name = protocol.name();
                let message = format!(
                    "expected all context managers before `=>`: `{name}!(A as a, B as b => {{ .. }})`"
                );
                return Err(Error::new(manager.span(), message));
            }
            [block, after, ..] if is_block(block) && (is_braced(block) || parsed.is_err()) => {
                return Err(Error::new(after.span(), AFTER_BLOCK));
            }
            [catch, ..] if is_catch(catch) && parsed.is_err() => {
                return Err(Error::new(catch.span(), AFTER_CATCH));
            }
            _ => parsed?,
        };
        while let Expr::Group(group) = expr {
            expr = *group.expr;
        }
        let stmts = match expr {
            Expr::Block(block) if block.label.is_none() && block.attrs.is_empty() => {
                block.block.stmts
            }
            Expr::Closure(_) => return Err(Error::new(tokens[0].span(), CLOSURE)),
            Expr::Async(_) => return Err(Error::new(tokens[0].span(), ASYNC)),
            expr => vec![Stmt::Expr(expr, None)],
        };
        Ok(Body { catch, stmts })
    }

    /// A block that doesn't parse is left to rustc, which says best what is wrong with it. What rustc takes for the
    /// value goes nowhere. Should it find no mistake, as it knows of newer syntax, then the constant fails to evaluate.
    pub(crate) fn unparsed(protocol: Protocol, tokens: &[TokenTree], error: Error) -> Result<Self> {
        let (catch, tokens) = split_catch(tokens);
        match tokens {
            [block] if is_block(block) && !may_break(block) => {
                let name = protocol.name();
                let message = format!("`{name}!` can't parse this block: {error}");
                let unparsed = quote_spanned!(Span::mixed_site()=> {
                    let () = const { ::core::panic!("{}", #message) };
                    let block_ = #block;
                    match () { () => !__with::never() };
                    block_
                });
                Ok(Body {
                    catch,
                    stmts: vec![Stmt::Expr(Expr::Verbatim(unparsed), None)],
                })
            }
            _ => Err(error),
        }
    }
}

/// Splits off the `catch` of a block.
fn split_catch(tokens: &[TokenTree]) -> (Option<Span>, &[TokenTree]) {
    match tokens {
        [catch, block @ ..] if is_catch(catch) && block.first().is_some_and(is_block) => {
            (Some(catch.span()), block)
        }
        _ => (None, tokens),
    }
}

/// What begins with a fragment of a `macro_rules!` that is a block may be a longer expression.
fn is_braced(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

/// An unlabelled `break` is refused in the labelled blocks of the expansion, unless it is rewritten.
fn may_break(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.stream().into_iter().any(|token| may_break(&token)),
        TokenTree::Ident(ident) => ident == "break" || ident == "continue",
        _ => false,
    }
}
