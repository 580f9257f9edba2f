//! The procedural macro behind `with_runtime::with!`.
//!
//! Use it through that crate: what the macro expands into is there.

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
#[cfg(test)]
mod robustness;
#[cfg(test)]
mod snapshots;
mod spans;
mod special;
mod tokens;
mod walk;

use proc_macro::TokenStream;

use self::parse::Statement;

/// Expands the statement; the first token group is the path of the runtime crate.
#[doc(hidden)]
#[proc_macro]
pub fn with(input: TokenStream) -> TokenStream {
    let input = tokens::parenthesize_fragments(input.into());
    let expanded = match Statement::parse(input.clone()) {
        Ok(statement) => expand::statement(statement),
        Err(error) => expand::unfinished(&error.into_compile_error(), parse::unfinished(input)),
    };
    expanded.into()
}
