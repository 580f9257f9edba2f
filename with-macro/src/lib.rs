//! The procedural macros behind `with_runtime::with!` and `async_with!`.
//!
//! Use them through that crate: what they expand to is there.
//!
//! # Pipeline
//!
//! A statement is expanded in four steps:
//!
//! 1. `syntax` parses what the user wrote: the header, the block and the protocol.
//! 2. `tail` finds out whether control can reach the end of the block, and with a value.
//! 3. `rewrite` turns each jump that leaves the block into a jump to a landing pad.
//! 4. `expand` writes PEP 343's translation around it: lookup, enter, the landing code of each pad,
//!    and exit.
//!
//! A nested statement is expanded by the one around it, as its jumps leave both: step 3 calls all of
//! them again.
//!
//! # Glossary
//!
//! - BLOCK, EXPR, PAT: as in PEP 343, of `with!(EXPR as PAT => { BLOCK })`.
//! - Jump site: a `return`, `break`, `continue` or `?` of the user's, and where it stands.
//! - Landing pad: the label that a rewritten jump breaks to. Its landing code calls exit and lets
//!   the jump go where it was going.
//! - To raise: to leave BLOCK with an exception, by `?` or a macro like `bail!`.
//! - To fall through: to reach the end of BLOCK.
//! - Foreign tokens: the arguments of a macro that is not ours, in whose grammar braces may hold no
//!   block.
//! - Probe: a question to the compiler about a type, answered by method lookup.
//! - Strict: of a manager for which an `Err` or `None` that leaves BLOCK as a value is an exception.
//! - `value_`: the names that an expansion binds end in `_`. Items are not hygienic, so a
//!   `static value` of the user's would clash with a variable `value`.

mod attrs;
mod expand;
mod fragments;
mod jump;
mod known;
mod ours;
mod rewrite;
mod spans;
mod syntax;
mod tail;
#[cfg(test)]
mod tests;
mod token;

use proc_macro2::TokenStream;

use self::syntax::{Protocol, Statement};

/// Expands the statement; the first token group is the path of the runtime crate.
#[doc(hidden)]
#[proc_macro]
pub fn with(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    statement(Protocol::Blocking, input.into()).into()
}

/// The same for the async protocol.
#[doc(hidden)]
#[proc_macro]
pub fn async_with(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    statement(Protocol::Async, input.into()).into()
}

fn statement(protocol: Protocol, input: TokenStream) -> TokenStream {
    if let Some(expanded) = syntax::expanded(&input) {
        return expanded;
    }
    let input = fragments::parenthesize(input);
    match Statement::parse(protocol, input.clone()) {
        Ok((runtime, statement)) => expand::statement(&runtime, statement),
        Err(error) => expand::unfinished(
            &error.into_compile_error(),
            syntax::unfinished(protocol, input),
        ),
    }
}
