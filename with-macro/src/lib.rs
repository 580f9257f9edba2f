//! The procedural macros behind `with_runtime::with!` and `async_with!`.
//!
//! Use it through that crate: what they expand into is there.

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
