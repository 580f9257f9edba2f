//! The macros that BLOCK calls.
//!
//! Their tokens are their own affair. But where some of them parse as an expression or a block and hold a jump, that jump
//! is rewritten like any other. What then remains is the jump that no token shows, in the definition of a macro: a
//! macro that isn't known to be harmless gets a dead copy that compiles only if there is none.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote_spanned;
use syn::{Expr, Macro, Path};

use crate::exits::Frame;
use crate::expand::ours;
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
    if let Some(expr) = special::visit(frame, name, call) {
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
        let copy = live.map_or_else(|| ours!(#copy), |live| ours!(#runtime::same(&#live, #copy)));
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
