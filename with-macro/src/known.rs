//! What is known of macros and functions by their names, and what a name can't tell.
//!
//! A macro in BLOCK may be anybody's: one of any name can be shadowed. So what is known here decides only what can't go silently
//! wrong: which tokens are text, what is called in a closure, what the compiler is asked about.

use syn::Path;

/// Makes a text of its tokens.
pub(crate) const STRINGIFY: &str = "stringify";

/// Make tokens of their tokens, after an expression and `=>` if the name ends in `_spanned`.
pub(crate) const QUOTING: &[&str] = &[
    "parse_quote",
    "parse_quote_spanned",
    "quote",
    "quote_spanned",
];

/// The crates of whose macros none puts a loop around its arguments.
const LOOPLESS: &[&str] = &["alloc", "core", "futures", "log", "std", "tokio", "tracing"];

/// Return from the function around them, or panic if that is what a macro of another crate by this name does.
pub(crate) const RAISING: &[&str] = &[
    "bail",
    "ensure",
    "ensure_eq",
    "ensure_ne",
    "ensure_whatever",
    "ready",
    "whatever",
];

/// Those whose definition holds an `.await`.
pub(crate) const AWAITING: &[&str] = &[
    "async_with",
    "join",
    "pending",
    "poll",
    "select",
    "select_biased",
    "try_join",
];

/// Panic, which the compiler checks.
pub(crate) const PANICKING: &[&str] = &["panic", "todo", "unimplemented", "unreachable"];

/// Functions of the standard library that don't return.
pub(crate) const EXITING: &[&str] = &["abort", "exit", "panic_any", "resume_unwind"];

/// Return, unless an argument doesn't. Of any other macro the compiler is asked.
const RETURNING: &[&str] = &[
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
    "print",
    "println",
    "stringify",
    "vec",
    "write",
    "writeln",
];

/// Whether a macro by this path puts no loop around its arguments, so that a `break` in them is one of the block: `tokio::select!`.
/// By the last name alone it may be anybody's.
pub(crate) fn is_loopless(path: &Path) -> bool {
    path.segments.len() > 1 && LOOPLESS.iter().any(|name| path.segments[0].ident == name)
}

/// Whether the macro returns, by its name.
pub(crate) fn returns(path: &Path) -> bool {
    let name = path.segments.last().map(|segment| &segment.ident);
    name.is_some_and(|name| RETURNING.iter().any(|known| name == known))
}
