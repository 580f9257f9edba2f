//! The macros that raise, by their names. Each is still called, in a closure, whose value is what it returns: so a jump in its
//! definition becomes one of the block. A macro by such a name that does something else doesn't compile, or does that.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::{Expr, Macro, parse_quote_spanned};

use super::arguments::expressions;
use crate::jump::{Enclosing, Jump, JumpSite};
use crate::known::RAISING;
use crate::ours::ours;
use crate::spans::{first_span, located_at};
use crate::token::{has_await, is_any, may_jump};

/// What stands for the call, if it is of a macro that raises.
pub(super) fn visit(rewriter: &mut dyn Enclosing, name: &Ident, call: &Macro) -> Option<Expr> {
    if !is_any(name, RAISING) {
        return None;
    }
    let arguments = expressions(&call.tokens)?;
    match name.to_string().as_str() {
        "ready" => ready(rewriter, call, arguments),
        "whatever" if !starts_with_text(call) => whatever(rewriter, call, arguments),
        "bail" | "whatever" => Some(bail(rewriter, call, arguments)),
        "ensure" | "ensure_whatever" if arguments.len() > 1 || leaves(&call.tokens) => {
            ensure(rewriter, call, arguments)
        }
        _ => Some(in_a_closure(rewriter, call, arguments)),
    }
}

/// ```text
/// // Input:
/// bail!("{}", value)
/// // Output:
/// break 'bail0 (|| bail!("{}", value))()
/// ```
fn bail(rewriter: &mut dyn Enclosing, call: &Macro, arguments: Vec<Expr>) -> Expr {
    Expr::Verbatim(raise(rewriter, call, arguments, &TokenStream::new()))
}

/// The call in a closure, whose value is what it returned.
fn raise(
    rewriter: &mut dyn Enclosing,
    call: &Macro,
    arguments: Vec<Expr>,
    rest: &TokenStream,
) -> TokenStream {
    let (hoisted, arguments) = hoist(rewriter, arguments);
    let span = first_span(&call.path);
    let call = call_again(call, ours!(#(#arguments),*));
    let returned = ours!((|| { #call #rest })());
    let leave = rewriter.leave(&JumpSite::new(Jump::Bail, span), returned);
    ours!({ #hoisted #leave })
}

/// ```text
/// // Input:
/// ensure!(condition, "{}", value)
/// // Output:
/// {
///     let condition_: bool = condition;
///     if !condition_ {
///         break 'bail0 (|| { ensure!(condition_, "{}", value); diverge() })()
///     }
/// }
/// ```
fn ensure(rewriter: &mut dyn Enclosing, call: &Macro, mut arguments: Vec<Expr>) -> Option<Expr> {
    let mut condition = arguments.first()?.clone();
    arguments[0] = parse_quote_spanned!(Span::mixed_site()=> condition_);
    rewriter.visit(&mut condition);
    let raise = raise(rewriter, call, arguments, &ours!(; __with::diverge()));
    Some(Expr::Verbatim(ours! {
        {
            let condition_: bool = #condition;
            if !condition_ {
                #raise
            }
        }
    }))
}

/// ```text
/// // Input:
/// whatever!(result, "{}", value)
/// // Output:
/// match result {
///     Ok(value_) => value_,
///     Err(error_) => break 'bail0 (|| { whatever!(Err(error_), "{}", value); diverge() })(),
/// }
/// ```
fn whatever(rewriter: &mut dyn Enclosing, call: &Macro, arguments: Vec<Expr>) -> Option<Expr> {
    let mut given = arguments.into_iter();
    let mut source = given.next()?;
    let result = ours!(::core::result::Result);
    let error = ours!(#result::Err::<::core::convert::Infallible, _>(error_));
    let arguments = [Expr::Verbatim(error)].into_iter().chain(given).collect();
    rewriter.visit(&mut source);
    let raise = raise(rewriter, call, arguments, &ours!(; __with::diverge()));
    syn::parse2(ours! {
        match #source {
            #result::Ok(value_) => value_,
            #result::Err(error_) => #raise,
        }
    })
    .ok()
}

/// ```text
/// // Input:
/// ensure!(condition)
/// // Output:
/// (|| { ensure!(condition); Ok(()) })()?
/// ```
fn in_a_closure(rewriter: &mut dyn Enclosing, call: &Macro, arguments: Vec<Expr>) -> Expr {
    let span = first_span(&call.path);
    let (hoisted, call) = if leaves(&call.tokens) {
        let (hoisted, arguments) = hoist(rewriter, arguments);
        (hoisted, call_again(call, ours!(#(#arguments),*)))
    } else {
        (TokenStream::new(), call.to_token_stream())
    };
    let result = Expr::Verbatim(ours!((|| { #call; ::core::result::Result::Ok(()) })()));
    let raise = rewriter.attempt(result, span);
    Expr::Verbatim(ours!({ #hoisted #raise; }))
}

/// ```text
/// // Input:
/// ready!(poll)
/// // Output:
/// match poll {
///     poll_ => {
///         if ready(&poll_).is_pending() {
///             break 'return0 (|| match ready!(poll_) { _ => diverge() })()
///         }
///         ready!(poll_)
///     }
/// }
/// ```
fn ready(rewriter: &mut dyn Enclosing, call: &Macro, arguments: Vec<Expr>) -> Option<Expr> {
    let [mut poll] = <[Expr; 1]>::try_from(arguments).ok()?;
    rewriter.visit(&mut poll);
    let span = first_span(&call.path);
    let call = call_again(call, ours!(poll_));
    let pending = ours!((|| match #call { _ => __with::diverge() })());
    let leave = rewriter.leave(&JumpSite::new(Jump::Return, span), pending);
    let is_pending = quote_spanned!(located_at(span)=> __with::ready(&poll_).is_pending());
    syn::parse2(ours! {
        match #poll {
            poll_ => {
                if #is_pending {
                    #leave
                }
                #call
            }
        }
    })
    .ok()
}

/// Evaluates ahead what can't be evaluated in a closure: arguments that hold a jump or an `.await`.
fn hoist(rewriter: &mut dyn Enclosing, mut arguments: Vec<Expr>) -> (TokenStream, Vec<Expr>) {
    let mut hoisted = TokenStream::new();
    for (number, argument) in arguments.iter_mut().enumerate() {
        let value = match argument {
            Expr::Assign(named) => &mut *named.right,
            value => value,
        };
        if leaves(&value.to_token_stream()) {
            rewriter.visit(value);
            let name = format_ident!("argument{number}_", span = Span::mixed_site());
            hoisted.extend(ours!(let #name = #value;));
            *value = syn::parse_quote_spanned!(Span::mixed_site()=> #name);
        }
    }
    (hoisted, arguments)
}

/// Whether the tokens can't stand in a closure.
fn leaves(tokens: &TokenStream) -> bool {
    may_jump(tokens.clone()) || has_await(tokens.clone())
}

/// The same macro, called at the same place.
fn call_again(call: &Macro, arguments: TokenStream) -> TokenStream {
    let Macro {
        path, bang_token, ..
    } = call;
    let mut arguments = Group::new(Delimiter::Parenthesis, arguments);
    arguments.set_span(call.delimiter.span().join());
    ours!(#path #bang_token #arguments)
}

fn starts_with_text(call: &Macro) -> bool {
    matches!(
        call.tokens.clone().into_iter().next(),
        Some(TokenTree::Literal(_))
    )
}
