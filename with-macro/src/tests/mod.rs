//! What the macros make of their input, in the process of the test. What the compiler makes of that is tested in the workspace.

mod endings;
mod fragments;
mod refusals;
mod robustness;
mod runs;
mod sites;
mod snapshots;
mod spans;

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

fn tokens(text: &str) -> Vec<TokenTree> {
    text.parse::<TokenStream>().unwrap().into_iter().collect()
}

/// The tokens, where `$(..)` is what a fragment of a `macro_rules!` comes as: a group that can't be seen.
fn with_fragments(text: &str) -> TokenStream {
    fn hide(tokens: TokenStream) -> TokenStream {
        let mut fragment = false;
        let tokens = tokens.into_iter().filter_map(|token| match token {
            TokenTree::Punct(punct) if punct.as_char() == '$' => {
                fragment = true;
                None
            }
            TokenTree::Group(group) => {
                let delimiter = if std::mem::take(&mut fragment) {
                    Delimiter::None
                } else {
                    group.delimiter()
                };
                Some(Group::new(delimiter, hide(group.stream())).into())
            }
            token => Some(token),
        });
        tokens.collect()
    }

    hide(text.parse().unwrap())
}

/// The input of the macros: what the user wrote, headed by the path of the runtime crate.
fn input(statement: impl IntoIterator<Item = TokenTree>) -> TokenStream {
    let runtime = Group::new(Delimiter::Parenthesis, "::with_runtime".parse().unwrap());
    [runtime.into()].into_iter().chain(statement).collect()
}

/// Without spaces, and with the paths of what is called cut short.
fn text(tokens: &TokenStream) -> String {
    let text = tokens.to_string().replace(char::is_whitespace, "");
    text.replace("__with::", "")
}
