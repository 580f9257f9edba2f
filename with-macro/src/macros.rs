//! The macros that BLOCK calls.
//!
//! Their tokens are their own affair. But where some of them parse as an expression or a block and hold a jump, that jump
//! is rewritten like any other. What then remains is the jump that no token shows, in the definition of a macro: where
//! there is one that isn't known to be harmless, the statement has a copy of BLOCK that compiles only if it hides none.

use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use syn::{Expr, Macro, Path};

use crate::exits::{Frame, Scope};
use crate::spans::first_span;
use crate::special;
use crate::tokens::{is_any, rewrite};

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

/// The standard library's, which hide no jump in their definition.
const STANDARD: &[&str] = &[
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
];

/// Of log, tracing, tokio, futures, .., which have no loop of their own around what they are given. By these names alone it
/// may as well be one of the user's.
const WELL_KNOWN: &[&str] = &[
    "anyhow",
    "btreemap",
    "btreeset",
    "debug",
    "debug_span",
    "diagnostic",
    "enabled",
    "error",
    "error_span",
    "event",
    "eyre",
    "formatdoc",
    "hashmap",
    "hashset",
    "indoc",
    "info",
    "info_span",
    "join",
    "json",
    "log",
    "log_enabled",
    "miette",
    "pending",
    "pin_mut",
    "poll",
    "printdoc",
    "report",
    "select",
    "select_biased",
    "smallvec",
    "span",
    "stream_select",
    "trace",
    "trace_span",
    "try_join",
    "warn",
    "warn_span",
    "writedoc",
];

/// Crates whose macros are as harmless as their names say, if called by path.
const CRATES: &[&str] = &[
    "alloc",
    "anyhow",
    "core",
    "eyre",
    "futures",
    "futures_util",
    "indoc",
    "log",
    "maplit",
    "miette",
    "serde_json",
    "smallvec",
    "snafu",
    "std",
    "tokio",
    "tracing",
];

/// Rewrites the jumps in the arguments of a macro. If another expression is to stand for the call, returns that.
pub(crate) fn visit(frame: &mut Frame, call: &mut Macro) -> Option<Expr> {
    let name = call.path.segments.last()?.ident.to_string();
    let name = name.as_str();
    if CARRIERS.contains(&name) {
        return None;
    }
    let expr = special::visit(frame, name, call);
    if has_doubtful(&call.tokens) || !(expr.is_some() || is_harmless(&call.path)) {
        frame.shared.doubt(first_span(&call.path));
    }
    if expr.is_some() {
        return expr;
    }
    let mut rest = false;
    let rewritten = if STANDARD.contains(&name) || WELL_KNOWN.contains(&name) {
        rewrite(frame, &call.tokens, &mut rest)
    } else {
        // A `break` may be one of a loop that the macro puts around it.
        let mut rewritten = None;
        frame.within(Scope::Loop(None), |frame| {
            rewritten = rewrite(frame, &call.tokens, &mut rest);
        });
        rewritten
    };
    if rest {
        frame.shared.doubt(first_span(&call.path));
    }
    if let Some(tokens) = rewritten {
        call.tokens = tokens;
    }
    None
}

/// Whether the macro is known not to leave the block.
pub(crate) fn is_harmless(path: &Path) -> bool {
    let mut outward = path.segments.iter().map(|segment| &segment.ident).rev();
    let Some(name) = outward.next() else {
        return false;
    };
    is_any(name, CARRIERS)
        || is_any(name, STANDARD)
        || is_any(name, WELL_KNOWN) && outward.last().is_some_and(|first| is_any(first, CRATES))
}

/// Whether a macro that isn't is called in the tokens.
fn has_doubtful(tokens: &TokenStream) -> bool {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    tokens.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Group(group) => {
            let called = || matches!(&tokens[..at], [.., TokenTree::Ident(_), TokenTree::Punct(bang)] if bang.as_char() == '!');
            let name = |at: usize| match &tokens[at] {
                TokenTree::Ident(name) => Some(name),
                _ => None,
            };
            let doubtful = group.delimiter() != Delimiter::None
                && called()
                && name(at - 2).is_some_and(|name| !is_known(name));
            doubtful || has_doubtful(&group.stream())
        }
        _ => false,
    })
}

fn is_known(name: &Ident) -> bool {
    is_any(name, &["async_with", "with"])
        || is_any(name, CARRIERS)
        || is_any(name, STANDARD)
        || is_any(name, special::NAMES)
}
