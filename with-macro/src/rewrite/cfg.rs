//! Blocks among the tokens of a macro that are compiled under a condition: `if #[cfg(a)] { .. } else { .. }`. A jump in one that
//! is not compiled has no landing code.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

use crate::jump::Rewrite;
use crate::token::is_punct;

/// The blocks of one run of tokens, each under a `#[cfg]` or after `else`.
pub(super) struct CfgChain {
    /// The predicates of the blocks before this one.
    before: Vec<TokenStream>,
}

impl CfgChain {
    pub(super) fn of(run: &[TokenTree]) -> Option<Self> {
        let mut blocks = (0..run.len()).filter(|&at| is_block(&run[at]));
        let before = Vec::new();
        blocks
            .any(|at| predicate(&run[..at]).is_some())
            .then_some(CfgChain { before })
    }

    /// Puts the conditions of the block at this place, if it has any, around what is visited next. Returns how many they are.
    pub(super) fn enter(&mut self, block: &mut dyn Rewrite, run: &[TokenTree], at: usize) -> usize {
        if !is_block(&run[at]) {
            return 0;
        }
        let predicate = predicate(&run[..at]);
        let chained = run[..at].iter().any(is_else) && !self.before.is_empty();
        let conditions = conditions(chained.then_some(&self.before), predicate.as_ref());
        self.before.extend(predicate);
        block.cfgs().extend(conditions.iter().cloned());
        conditions.len()
    }
}

/// That of this block, and that none before it is compiled.
pub(super) fn conditions(
    before: Option<&Vec<TokenStream>>,
    predicate: Option<&TokenStream>,
) -> Vec<TokenStream> {
    let others = before.filter(|before| !before.is_empty());
    let none = others.map(|before| quote!(not(any(#(#before),*))));
    none.into_iter().chain(predicate.cloned()).collect()
}

/// That of the `#[cfg(..)]` which the tokens end in.
fn predicate(before: &[TokenTree]) -> Option<TokenStream> {
    let [.., hash, TokenTree::Group(attribute)] = before else {
        return None;
    };
    let mut tokens = attribute.stream().into_iter();
    match (tokens.next(), tokens.next(), tokens.next()) {
        (Some(TokenTree::Ident(cfg)), Some(TokenTree::Group(predicate)), None)
            if is_punct(hash, '#') && cfg == "cfg" =>
        {
            Some(predicate.stream())
        }
        _ => None,
    }
}

fn is_block(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace)
}

fn is_else(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(ident) if ident == "else")
}
