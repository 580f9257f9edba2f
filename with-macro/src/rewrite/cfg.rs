//! Blocks among the tokens of a macro that are compiled under a condition: `if #[cfg(a)] { .. } else { .. }`, and the arms of
//! `cfg_select!`. A jump in one that is not compiled has no landing code.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

use super::arguments;
use crate::jump::Rewrite;
use crate::token::{is_punct, separator};

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

/// The tokens of `cfg_select!` with the jumps in them rewritten, if there are any.
pub(super) fn rewrite_select(block: &mut dyn Rewrite, tokens: &TokenStream) -> Option<TokenStream> {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    let mut rewritten = TokenStream::new();
    let mut changed = false;
    let mut before = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let arrow = (start..tokens.len()).find(|&at| separator(&tokens[at..]) == 2)?;
        let body = arrow + 2;
        let end = match tokens.get(body)? {
            token if is_block(token) => body + 1,
            _ => (body..tokens.len())
                .find(|&at| is_punct(&tokens[at], ','))
                .unwrap_or(tokens.len()),
        };
        let predicate: TokenStream = tokens[start..arrow].iter().cloned().collect();
        let otherwise = predicate.to_string() == "_";
        let conditions = conditions(Some(&before), (!otherwise).then_some(&predicate));
        block.cfgs().extend(conditions.iter().cloned());
        let arm: TokenStream = tokens[body..end].iter().cloned().collect();
        let new = arguments::rewrite(block, &arm);
        let cfgs = block.cfgs();
        cfgs.truncate(cfgs.len() - conditions.len());
        before.push(predicate);

        changed |= new.is_some();
        rewritten.extend(tokens[start..body].iter().cloned());
        rewritten.extend(new.unwrap_or(arm));
        start = end + usize::from(tokens.get(end).is_some_and(|token| is_punct(token, ',')));
        rewritten.extend(tokens[end..start].iter().cloned());
    }
    changed.then_some(rewritten)
}

/// That of this block, and that none before it is compiled.
fn conditions(
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
