//! What the macros make of their input, in the process of the test. What the compiler makes of that is tested in the workspace.

mod endings;
mod refusals;
mod robustness;
mod runs;
mod snapshots;

use proc_macro2::{TokenStream, TokenTree};

fn tokens(text: &str) -> Vec<TokenTree> {
    text.parse::<TokenStream>().unwrap().into_iter().collect()
}
