//! The procedural macros behind `with_runtime::with!` and `async_with!`.
//!
//! Use it through that crate: what they expand into is there.

mod body;
mod catch;
mod copy;
mod enter;
mod exits;
mod expand;
mod flow;
mod landing;
mod macros;
mod parse;
mod reach;
mod spans;
mod special;
#[cfg(test)]
mod tests;
mod tokens;
mod walk;

use proc_macro2::TokenStream;

use self::parse::{Protocol, Statement};

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
    let input = tokens::parenthesize_fragments(input);
    if parse::is_only_used(&input) {
        return TokenStream::new();
    }
    match Statement::parse(protocol, input.clone()) {
        Ok(statement) => expand::statement(statement),
        Err(error) => expand::unfinished(
            &error.into_compile_error(),
            parse::unfinished(protocol, input),
        ),
    }
}
