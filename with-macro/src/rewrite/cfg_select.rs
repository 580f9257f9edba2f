//! The arms of `cfg_select!`, each compiled under its predicate.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use super::arguments;
use super::cfg::conditions;
use crate::jump::Rewrite;
use crate::token::{is_punct, separator};

/// The tokens of `cfg_select!` with the jumps in them rewritten, if there are any.
pub(super) fn rewrite(block: &mut dyn Rewrite, tokens: &TokenStream) -> Option<TokenStream> {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    let mut rewritten = TokenStream::new();
    let mut changed = false;
    let mut before = Vec::new();
    let mut start = 0;
    while start < tokens.len() {
        let arrow = (start..tokens.len()).find(|&at| separator(&tokens[at..]) == 2)?;
        let body = arrow + 2;
        let end = match tokens.get(body)? {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => body + 1,
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
