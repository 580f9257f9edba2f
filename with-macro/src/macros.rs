//! The macros that BLOCK calls.
//!
//! Their tokens are their own affair. But where some of them parse as an expression or a block and hold a jump, that jump
//! is rewritten like any other. What then remains is the jump that no token shows, in the definition of a macro: a
//! macro that isn't known to be harmless gets a dead copy that compiles only if there is none.

use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Lit, Macro, Path, Token};

use crate::exits::{Frame, Jump, Leap};
use crate::expand::ours;
use crate::spans::{self, first_span};

/// Only carry tokens: what looks like a jump in them is text.
const CARRIERS: &[&str] = &[
    "asm",
    "cfg",
    "column",
    "compile_error",
    "concat",
    "concat_bytes",
    "env",
    "file",
    "global_asm",
    "include",
    "include_bytes",
    "include_str",
    "line",
    "macro_rules",
    "module_path",
    "naked_asm",
    "option_env",
    "parse_quote",
    "parse_quote_spanned",
    "quote",
    "quote_spanned",
    "stringify",
];

/// Hide no jump in their definition: of the standard library, log, tracing, anyhow and its relatives, tokio, futures, ..
const HARMLESS: &[&str] = &[
    // core and std
    "addr_of",
    "addr_of_mut",
    "assert",
    "assert_eq",
    "assert_ne",
    "dbg",
    "debug_assert",
    "debug_assert_eq",
    "debug_assert_ne",
    "eprint",
    "eprintln",
    "format",
    "format_args",
    "matches",
    "offset_of",
    "panic",
    "pin",
    "print",
    "println",
    "thread_local",
    "todo",
    "unimplemented",
    "unreachable",
    "vec",
    "write",
    "writeln",
    // log and tracing
    "debug",
    "debug_span",
    "enabled",
    "error",
    "error_span",
    "event",
    "info",
    "info_span",
    "log",
    "log_enabled",
    "span",
    "trace",
    "trace_span",
    "warn",
    "warn_span",
    // anyhow, eyre, miette
    "anyhow",
    "diagnostic",
    "eyre",
    "miette",
    "report",
    // tokio and futures
    "join",
    "pending",
    "pin_mut",
    "poll",
    "select",
    "select_biased",
    "stream_select",
    "try_join",
    // serde_json, maplit, indoc, ..
    "btreemap",
    "btreeset",
    "formatdoc",
    "hashmap",
    "hashset",
    "indoc",
    "json",
    "printdoc",
    "smallvec",
    "writedoc",
];

/// What is to become of a call.
pub(crate) enum Call {
    /// It is as it should be.
    Done,
    /// Another expression stands for it.
    Becomes(Expr),
    /// It may hide a jump.
    Doubtful(Doubt),
}

/// Whether the macro is known not to leave the block.
pub(crate) fn is_harmless(name: &Ident) -> bool {
    is_any(name, HARMLESS) || is_any(name, CARRIERS)
}

/// Rewrites the jumps in the arguments of a macro.
pub(crate) fn visit(frame: &mut Frame, call: &mut Macro) -> Call {
    let Some(name) = call.path.segments.last().map(|last| last.ident.to_string()) else {
        return Call::Done;
    };
    let name = name.as_str();
    if CARRIERS.contains(&name) {
        return Call::Done;
    }
    let special = match name {
        "bail" => bail(frame, call),
        "whatever" if starts_with_text(call) => bail(frame, call),
        "ensure" | "ensure_whatever" => ensure(frame, call),
        "ensure_eq" | "ensure_ne" => ensure_eq(frame, call),
        "ready" => ready(frame, call),
        "assert" | "debug_assert" if may_jump(&call.tokens) => assert(frame, call),
        "dbg" if may_jump(&call.tokens) => dbg(frame, call),
        _ => None,
    };
    if let Some(expr) = special {
        return Call::Becomes(expr);
    }
    let copy = call.clone();
    let mut rest = false;
    if let Some(tokens) = rewrite(frame, &call.tokens, &mut rest) {
        call.tokens = tokens;
    }
    if HARMLESS.contains(&name) && !rest {
        return Call::Done;
    }
    if frame.is_neutral() {
        return Call::Done;
    }
    Call::Doubtful(Doubt::of(frame, copy))
}

/// The dead copy of a macro that may hide a jump.
pub(crate) struct Doubt {
    runtime: Path,
    copy: Macro,
}

impl Doubt {
    /// The jumps that are in plain sight are taken out of the copy.
    fn of(frame: &Frame, mut copy: Macro) -> Self {
        let tokens = frame.neutral(|frame| rewrite(frame, &copy.tokens, &mut false));
        if let Some(tokens) = tokens {
            copy.tokens = tokens;
        }
        Doubt {
            runtime: frame.runtime.clone(),
            copy,
        }
    }

    /// ```text
    /// #[allow(..)]
    /// let _ = async {
    ///     if false {
    ///         return WriteThisJumpOutsideOfTheMacro;
    ///     }
    ///     COPY;
    ///     WriteThisJumpOutsideOfTheMacro
    /// }
    /// ```
    ///
    /// A jump in the definition of the macro is none of an `async` block, or is of another type than its `return`.
    pub(crate) fn tokens(&self, live: Option<&TokenStream>) -> TokenStream {
        let Doubt { runtime, copy } = self;
        let jump = ours!(#runtime::WriteThisJumpOutsideOfTheMacro);
        let copy = match live {
            Some(live) => ours!(#runtime::same(&#live, #copy)),
            None => ours!(#copy),
        };
        ours! {
            if false {
                match () { () => #runtime::never() };
                #[allow(warnings, unused, clippy::all, clippy::pedantic, reason = "reported where the macro is called")]
                let _ = async {
                    if false {
                        return #jump;
                    }
                    if true {
                        #copy;
                    }
                    #jump
                };
            }
        }
    }

    /// The macro, with the copy told the type of its value.
    pub(crate) fn around(&self, call: &Expr) -> Expr {
        let live = ours!(live);
        let doubt = self.tokens(Some(&live));
        let tokens = ours! {
            match #call {
                #[allow(unreachable_code, reason = "the macro may diverge")]
                live => {
                    #doubt
                    live
                }
            }
        };
        syn::parse2(tokens.clone()).unwrap_or(Expr::Verbatim(tokens))
    }
}

/// ```text
/// // Input:
/// bail!("{}", value)
/// // Output:
/// break 'bail0 (|| bail!("{}", value))()
/// ```
fn bail(frame: &mut Frame, call: &Macro) -> Option<Expr> {
    let arguments = arguments(&call.tokens)?;
    Some(Expr::Verbatim(raise(frame, call, arguments, None)))
}

/// The call in a closure, whose value is what it returned.
fn raise(
    frame: &mut Frame,
    call: &Macro,
    arguments: Vec<Expr>,
    rest: Option<TokenStream>,
) -> TokenStream {
    let (hoisted, arguments) = hoist(frame, arguments);
    let Macro {
        path, bang_token, ..
    } = call;
    let call = ours!(#path #bang_token (#(#arguments),*));
    let returned = match rest {
        Some(rest) => ours!((|| { #call; #rest })()),
        None => ours!((|| #call)()),
    };
    let span = first_span(path);
    let leave = frame.bail(&Leap::new(Jump::Bail, span), returned);
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
fn ensure(frame: &mut Frame, call: &Macro) -> Option<Expr> {
    let runtime = frame.runtime;
    let mut arguments = arguments(&call.tokens)?;
    if arguments.is_empty() {
        return None;
    }
    let mut condition = arguments.remove(0);
    if arguments.is_empty() {
        let text = spans::text(condition.to_token_stream());
        arguments = self::arguments(&ours!("Condition failed: `{}`", #text))?;
    }
    arguments.insert(0, syn::parse_quote_spanned!(Span::mixed_site()=> false));
    frame.visit_expr_mut(&mut condition);
    let raise = raise(frame, call, arguments, Some(ours!(#runtime::diverge())));
    Some(Expr::Verbatim(ours! {
        {
            let holds: bool = #condition;
            if !holds {
                #raise
            }
        }
    }))
}

/// Raised like `?`, with the type that the macro gives it.
fn ensure_eq(frame: &mut Frame, call: &Macro) -> Option<Expr> {
    let (hoisted, arguments) = hoist(frame, arguments(&call.tokens)?);
    let Macro {
        path, bang_token, ..
    } = call;
    let call = ours!(#path #bang_token (#(#arguments),*));
    let result = Expr::Verbatim(ours!((|| { #call; ::core::result::Result::Ok(()) })()));
    let raise = frame.raise_at(result, first_span(path));
    Some(Expr::Verbatim(ours!({ #hoisted #raise; })))
}

/// `return Poll::Pending`, in plain sight.
fn ready(frame: &mut Frame, call: &Macro) -> Option<Expr> {
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
    frame.visit_expr_mut(&mut expr);
    Some(expr)
}

/// The message says the condition as the user wrote it.
fn assert(frame: &mut Frame, call: &mut Macro) -> Option<Expr> {
    let mut arguments = arguments(&call.tokens)?;
    if arguments.len() != 1 {
        return None;
    }
    let mut condition = arguments.remove(0);
    let text = spans::text(condition.to_token_stream());
    frame.visit_expr_mut(&mut condition);
    let Macro {
        path, bang_token, ..
    } = call;
    Some(Expr::Verbatim(ours! {
        #path #bang_token (#condition, "assertion failed: {}", #text)
    }))
}

/// What is shown is the expression as the user wrote it.
fn dbg(frame: &mut Frame, call: &Macro) -> Option<Expr> {
    let arguments = arguments(&call.tokens)?;
    let single = arguments.len() == 1 && !ends_in_comma(&call.tokens);
    let span = first_span(&call.path);
    let place = quote_spanned!(span=> ::core::file!(), ::core::line!(), ::core::column!());
    let shown = arguments.into_iter().map(|mut argument| {
        let text = spans::text(argument.to_token_stream());
        frame.visit_expr_mut(&mut argument);
        ours! {
            match #argument {
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
fn hoist(frame: &mut Frame, mut arguments: Vec<Expr>) -> (TokenStream, Vec<Expr>) {
    let mut hoisted = TokenStream::new();
    for (number, argument) in arguments.iter_mut().enumerate() {
        let value = match argument {
            Expr::Assign(named) => &mut *named.right,
            value => value,
        };
        if may_jump(&value.to_token_stream()) || has_await(value.to_token_stream()) {
            frame.visit_expr_mut(value);
            let name = format_ident!("argument{number}", span = Span::mixed_site());
            hoisted.extend(ours!(let #name = #value;));
            *value = syn::parse_quote_spanned!(Span::mixed_site()=> #name);
        }
    }
    (hoisted, arguments)
}

fn arguments(tokens: &TokenStream) -> Option<Vec<Expr>> {
    let arguments = Punctuated::<Expr, Token![,]>::parse_terminated;
    let arguments = arguments.parse2(tokens.clone()).ok()?;
    Some(arguments.into_iter().collect())
}

fn starts_with_text(call: &Macro) -> bool {
    matches!(
        arguments(&call.tokens).as_deref(),
        Some([Expr::Lit(literal), ..]) if matches!(literal.lit, Lit::Str(_))
    )
}

fn ends_in_comma(tokens: &TokenStream) -> bool {
    matches!(tokens.clone().into_iter().last(), Some(TokenTree::Punct(punct)) if punct.as_char() == ',')
}

/// The tokens with the jumps in them rewritten, if there are any. Whether any may be left is added to `rest`.
fn rewrite(frame: &mut Frame, tokens: &TokenStream, rest: &mut bool) -> Option<TokenStream> {
    if !may_jump(tokens) {
        return None;
    }
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    let mut rewritten = TokenStream::new();
    let mut changed = false;
    let mut start = 0;
    while start < tokens.len() {
        let (end, expr) = next_run(&tokens[start..]);
        let run = &tokens[start..start + end];
        changed |= match expr {
            Some(expr) => rewrite_expr(frame, expr, run, &mut rewritten),
            None => rewrite_run(frame, run, &mut rewritten, rest),
        };
        start += end;
        let separator = tokens.get(start..).map_or(0, separator);
        rewritten.extend(tokens[start..start + separator].iter().cloned());
        start += separator;
    }
    changed.then_some(rewritten)
}

/// The length of the tokens up to a separator that parse as an expression, or else up to the first one. A comma that ends no
/// expression may be part of one: `f::<A, B>()?`.
fn next_run(tokens: &[TokenTree]) -> (usize, Option<Expr>) {
    /// An expression with more commas of its own is none.
    const MANY: usize = 8;

    let ends = (0..tokens.len()).filter(|&at| separator(&tokens[at..]) > 0);
    let mut ends = ends.chain([tokens.len()]);
    let first = ends.next().unwrap_or_default();
    if !may_jump(&tokens[..first].iter().cloned().collect())
        && first > 0
        && !opens_generics(&tokens[..first])
    {
        return (first, None);
    }
    for end in [first].into_iter().chain(ends.take(MANY)) {
        if let Ok(expr) = syn::parse2(tokens[..end].iter().cloned().collect()) {
            return (end, Some(expr));
        }
    }
    (first, None)
}

/// The comma may be one between generic arguments.
fn opens_generics(tokens: &[TokenTree]) -> bool {
    tokens
        .iter()
        .any(|token| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '<'))
}

/// The length of the separator that the tokens begin with: `,`, `;` or `=>`.
fn separator(tokens: &[TokenTree]) -> usize {
    let char = |token: Option<&TokenTree>| match token {
        Some(TokenTree::Punct(punct)) => punct.as_char(),
        _ => ' ',
    };
    match (char(tokens.first()), char(tokens.get(1))) {
        (',' | ';', _) => 1,
        ('=', '>') => 2,
        _ => 0,
    }
}

fn rewrite_expr(
    frame: &mut Frame,
    mut expr: Expr,
    run: &[TokenTree],
    rewritten: &mut TokenStream,
) -> bool {
    let changed = frame.rewrites(|frame| frame.visit_expr_mut(&mut expr));
    if changed {
        expr.to_tokens(rewritten);
    } else {
        rewritten.extend(run.iter().cloned());
    }
    changed
}

/// Rewrites what is no expression by itself: an expression that it ends in (of `"key": value?` the value, of a pattern and a
/// guard the condition), and what groups there are before that.
fn rewrite_run(
    frame: &mut Frame,
    run: &[TokenTree],
    rewritten: &mut TokenStream,
    rest: &mut bool,
) -> bool {
    /// Longer runs are no expressions with something before them.
    const MANY: usize = 256;

    let jumps = |tokens: &[TokenTree]| may_jump(&tokens.iter().cloned().collect());
    let ends_in = |start: &usize| {
        let before = match &run[start - 1] {
            TokenTree::Punct(punct) => !matches!(punct.as_char(), '>' | '?'),
            TokenTree::Ident(ident) => is_any(ident, &["else", "if", "in"]),
            _ => false,
        };
        before && jumps(&run[*start..])
    };
    let starts = 1..if run.len() > MANY { 1 } else { run.len() };
    let expr = starts.filter(ends_in).find_map(|start| {
        let tokens = run[start..].iter().cloned().collect();
        Some((start, syn::parse2::<Expr>(tokens).ok()?))
    });
    let (start, expr) = expr.map_or((run.len(), None), |(start, expr)| (start, Some(expr)));
    let mut changed = false;
    for token in &run[..start] {
        let group = match token {
            TokenTree::Group(group) => rewrite_group(frame, group, rest),
            token => {
                *rest |= may_jump(&token.clone().into());
                None
            }
        };
        changed |= group.is_some();
        rewritten.extend([group.unwrap_or_else(|| token.clone())]);
    }
    if let Some(expr) = expr {
        changed |= rewrite_expr(frame, expr, &run[start..], rewritten);
    }
    changed
}

fn rewrite_group(frame: &mut Frame, group: &Group, rest: &mut bool) -> Option<TokenTree> {
    let stmts = match group.delimiter() {
        Delimiter::Brace => Block::parse_within.parse2(group.stream()).ok(),
        _ => None,
    };
    let tokens = match stmts {
        Some(mut stmts) => frame
            .rewrites(|frame| frame.visit_body(&mut stmts))
            .then(|| stmts.iter().map(ToTokens::to_token_stream).collect()),
        None => rewrite(frame, &group.stream(), rest),
    };
    tokens.map(|tokens| {
        let mut rewritten = Group::new(group.delimiter(), tokens);
        rewritten.set_span(group.span());
        rewritten.into()
    })
}

/// Whether there is a token that a jump has, or a nested statement.
fn may_jump(tokens: &TokenStream) -> bool {
    const WORDS: [&str; 4] = ["return", "break", "continue", "with"];
    has(tokens.clone(), &|token| match token {
        TokenTree::Ident(ident) => is_any(ident, &WORDS),
        TokenTree::Punct(punct) => punct.as_char() == '?',
        _ => false,
    })
}

fn has_await(tokens: TokenStream) -> bool {
    has(
        tokens,
        &|token| matches!(token, TokenTree::Ident(ident) if ident == "await"),
    )
}

fn is_any(ident: &Ident, words: &[&str]) -> bool {
    words.iter().any(|word| ident == word)
}

/// Whether there is such a token at any depth.
pub(crate) fn has(tokens: TokenStream, is: &dyn Fn(&TokenTree) -> bool) -> bool {
    tokens.into_iter().any(|token| match &token {
        TokenTree::Group(group) => has(group.stream(), is),
        token => is(token),
    })
}
