//! What is known of macros by their names.

use syn::Path;

/// Only carry tokens: what looks like a jump in them is text.
pub(crate) const INERT: &[&str] = &[
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
pub(crate) const STANDARD: &[&str] = &[
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
pub(crate) const LOOPLESS: &[&str] = &[
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

/// Those that hold a jump in their definition.
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

/// Whether the macro is known not to leave the block.
pub(crate) fn is_harmless(path: &Path) -> bool {
    let name = path.segments.last().map(|segment| &segment.ident);
    name.is_some_and(|name| INERT.iter().chain(STANDARD).any(|known| name == known))
}
