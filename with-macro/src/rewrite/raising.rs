//! The macros that get a treatment of their own: those that raise, and those that show what the user wrote.

use proc_macro2::{Delimiter, Group, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::{BinOp, Expr, Macro};

use crate::jump::{Enclosing, Jump, JumpSite};
use crate::ours::ours;
use crate::spans::{self, first_span};
use crate::token::{expression, has_await, may_jump};

/// What stands for the call, if it gets such a treatment.
pub(crate) fn visit(rewriter: &mut dyn Enclosing, name: &str, call: &Macro) -> Option<Expr> {
    match name {
        "bail" => bail(rewriter, call),
        "whatever" if starts_with_text(call) => bail(rewriter, call),
        "whatever" => whatever(rewriter, call),
        "ensure" if compares(call) => in_a_closure(rewriter, call),
        "ensure" | "ensure_whatever" => ensure(rewriter, call),
        "ensure_eq" | "ensure_ne" => in_a_closure(rewriter, call),
        "ready" => ready(rewriter, call),
        "assert" | "debug_assert" if may_jump(call.tokens.clone()) => assert(rewriter, call),
        "dbg" if may_jump(call.tokens.clone()) => dbg(rewriter, call),
        _ => None,
    }
}

/// ```text
/// // Input:
/// bail!("{}", value)
/// // Output:
/// break 'bail0 (|| bail!("{}", value))()
/// ```
fn bail(rewriter: &mut dyn Enclosing, call: &Macro) -> Option<Expr> {
    let arguments = exprs(arguments(call)?);
    Some(Expr::Verbatim(raise(
        rewriter,
        call,
        arguments,
        &TokenStream::new(),
    )))
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
///     let holds: bool = condition;
///     if !holds {
///         break 'bail0 (|| { ensure!(false, "{}", value); diverge() })()
///     }
/// }
/// ```
fn ensure(rewriter: &mut dyn Enclosing, call: &Macro) -> Option<Expr> {
    let mut given = arguments(call)?.into_iter();
    let Argument {
        expr: mut condition,
        source,
    } = given.next()?;
    let mut arguments = vec![Expr::Verbatim(ours!(false))];
    if given.len() == 0 {
        let text = spans::text(&source);
        arguments.push(Expr::Verbatim(ours!("Condition failed: `{}`", #text)));
    }
    arguments.extend(given.map(|argument| argument.expr));
    rewriter.visit(&mut condition);
    let raise = raise(rewriter, call, arguments, &ours!(; __with::diverge()));
    Some(Expr::Verbatim(ours! {
        {
            let holds: bool = #condition;
            if !holds {
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
///     Ok(value) => value,
///     Err(error) => break 'bail0 (|| { whatever!(Err(error), "{}", value); diverge() })(),
/// }
/// ```
fn whatever(rewriter: &mut dyn Enclosing, call: &Macro) -> Option<Expr> {
    let mut given = exprs(arguments(call)?).into_iter();
    let mut source = given.next()?;
    let result = ours!(::core::result::Result);
    let error = ours!(#result::Err::<::core::convert::Infallible, _>(error));
    let arguments = [Expr::Verbatim(error)].into_iter().chain(given).collect();
    rewriter.visit(&mut source);
    let raise = raise(rewriter, call, arguments, &ours!(; __with::diverge()));
    syn::parse2(ours! {
        match #source {
            #result::Ok(value) => value,
            #result::Err(error) => #raise,
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
fn in_a_closure(rewriter: &mut dyn Enclosing, call: &Macro) -> Option<Expr> {
    let (hoisted, arguments) = hoist(rewriter, exprs(arguments(call)?));
    let span = first_span(&call.path);
    let call = call_again(call, ours!(#(#arguments),*));
    let result = Expr::Verbatim(ours!((|| { #call; ::core::result::Result::Ok(()) })()));
    let raise = rewriter.attempt(result, span);
    Some(Expr::Verbatim(ours!({ #hoisted #raise; })))
}

/// `return Poll::Pending`, in plain sight.
fn ready(rewriter: &mut dyn Enclosing, call: &Macro) -> Option<Expr> {
    let span = first_span(&call.path);
    let tokens = &call.tokens;
    let poll = quote_spanned!(Span::mixed_site()=> ::core::task::Poll);
    let returns = quote_spanned!(span=> return);
    let mut expr = syn::parse2(ours! {
        match #tokens {
            #poll::Ready(ready) => ready,
            #poll::Pending => #returns #poll::Pending,
        }
    })
    .ok()?;
    rewriter.visit(&mut expr);
    Some(expr)
}

/// The message says the condition as the user wrote it.
fn assert(rewriter: &mut dyn Enclosing, call: &Macro) -> Option<Expr> {
    let mut arguments = arguments(call)?;
    if arguments.len() != 1 {
        return None;
    }
    let Argument { mut expr, source } = arguments.pop()?;
    let text = spans::text(&source);
    rewriter.visit(&mut expr);
    let arguments = ours!(#expr, "assertion failed: {}", #text);
    Some(Expr::Verbatim(call_again(call, arguments)))
}

/// What is shown is the expression as the user wrote it.
fn dbg(rewriter: &mut dyn Enclosing, call: &Macro) -> Option<Expr> {
    let arguments = arguments(call)?;
    let single = arguments.len() == 1 && !ends_in_comma(&call.tokens);
    let span = first_span(&call.path);
    let place = quote_spanned!(span=> ::core::file!(), ::core::line!(), ::core::column!());
    let shown = arguments.into_iter().map(|Argument { mut expr, source }| {
        let text = spans::text(&source);
        rewriter.visit(&mut expr);
        ours! {
            match #expr {
                value => {
                    ::std::eprintln!("[{}:{}:{}] {} = {:#?}", #place, #text, &value);
                    value
                }
            }
        }
    });
    let mut shown: Vec<_> = shown.collect();
    let tokens = match shown.pop() {
        Some(last) if single => last,
        last => {
            shown.extend(last);
            ours!((#(#shown,)*))
        }
    };
    Some(syn::parse2(tokens.clone()).unwrap_or(Expr::Verbatim(tokens)))
}

/// Evaluates ahead what can't be evaluated in a closure: arguments that hold a jump or an `.await`.
fn hoist(rewriter: &mut dyn Enclosing, mut arguments: Vec<Expr>) -> (TokenStream, Vec<Expr>) {
    let mut hoisted = TokenStream::new();
    for (number, argument) in arguments.iter_mut().enumerate() {
        let value = match argument {
            Expr::Assign(named) => &mut *named.right,
            value => value,
        };
        if may_jump(value.to_token_stream()) || has_await(value.to_token_stream()) {
            rewriter.visit(value);
            let name = format_ident!("argument{number}", span = Span::mixed_site());
            hoisted.extend(ours!(let #name = #value;));
            *value = syn::parse_quote_spanned!(Span::mixed_site()=> #name);
        }
    }
    (hoisted, arguments)
}

/// The arguments of the call, if they are expressions.
fn arguments(call: &Macro) -> Option<Vec<Argument>> {
    let tokens: Vec<_> = call.tokens.clone().into_iter().collect();
    let mut arguments = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let (end, expr) = expression(&tokens[start..]);
        arguments.push(Argument {
            expr: expr?,
            source: tokens[start..start + end].iter().cloned().collect(),
        });
        start += end;
        match tokens.get(start) {
            Some(TokenTree::Punct(comma)) if comma.as_char() == ',' => start += 1,
            Some(_) => return None,
            None => {}
        }
    }
    Some(arguments)
}

struct Argument {
    expr: Expr,
    source: TokenStream,
}

fn exprs(arguments: Vec<Argument>) -> Vec<Expr> {
    arguments
        .into_iter()
        .map(|argument| argument.expr)
        .collect()
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

/// The only argument is a comparison, whose sides the macro puts into its message.
fn compares(call: &Macro) -> bool {
    let arguments = arguments(call).unwrap_or_default();
    let compares = match arguments.as_slice() {
        [
            Argument {
                expr: Expr::Binary(binary),
                ..
            },
        ] => matches!(
            binary.op,
            BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Le(_) | BinOp::Gt(_) | BinOp::Ge(_)
        ),
        _ => false,
    };
    compares && !may_jump(call.tokens.clone()) && !has_await(call.tokens.clone())
}

fn starts_with_text(call: &Macro) -> bool {
    matches!(
        call.tokens.clone().into_iter().next(),
        Some(TokenTree::Literal(_))
    )
}

fn ends_in_comma(tokens: &TokenStream) -> bool {
    let last = tokens.clone().into_iter().last();
    matches!(last, Some(TokenTree::Punct(punct)) if punct.as_char() == ',')
}
