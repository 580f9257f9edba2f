//! What becomes of unlabelled `break`s and `continue`s after the statement.

use proc_macro2::{Ident, Span, TokenStream};

use crate::jump::{Enclosing, Jump, JumpSite, LandingPad};
use crate::ours::ours;

/// An unlabelled `break` or `continue` can't stand in a labelled block, so these are replayed after the statement.
pub(crate) struct LoopControl {
    pub(crate) breaks: Option<Resume>,
    continues: Option<Resume>,
}

pub(crate) struct Resume {
    payload: TokenStream,
    pub(crate) leave: TokenStream,
}

impl Resume {
    /// Of all these jumps, which have the same target.
    fn of<'s>(
        sites: impl Iterator<Item = &'s JumpSite>,
        around: &mut dyn Enclosing,
    ) -> Option<Self> {
        let site = sites.cloned().reduce(JumpSite::or)?;
        let payload = if site.jump.has_value() {
            ours!(broken_)
        } else {
            ours!(())
        };
        let mut leave = around.leave(&site, payload.clone());
        if let Some(cfg) = &site.cfg {
            leave = ours!({
                #[cfg(#cfg)]
                { #leave }
                #[cfg(not(#cfg))]
                { __with::diverge() }
            });
        }
        Some(Resume { payload, leave })
    }
}

impl LoopControl {
    pub(crate) fn of(pads: &[LandingPad], around: &mut dyn Enclosing) -> Self {
        let sites = || pads.iter().map(|pad| &pad.site);
        let breaks = sites().filter(|site| matches!(site.jump, Jump::Break { label: None, .. }));
        let continues = sites().filter(|site| matches!(site.jump, Jump::Continue { label: None }));
        LoopControl {
            breaks: Resume::of(breaks, around),
            continues: Resume::of(continues, around),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.breaks.is_none() && self.continues.is_none()
    }

    /// The name of the type that says which of them may come instead of the statement's output.
    pub(crate) fn name(&self) -> Ident {
        let name = match (&self.breaks, &self.continues) {
            (Some(_), None) => "Breaking",
            (None, Some(_)) => "Continuing",
            _ => "LoopControl",
        };
        Ident::new(name, Span::mixed_site())
    }

    pub(crate) fn done(&self, output: TokenStream) -> TokenStream {
        let name = self.name();
        if self.is_empty() {
            output
        } else {
            ours!(__with::#name::Done(#output))
        }
    }

    pub(crate) fn resume(&self, statement: &TokenStream) -> TokenStream {
        let name = self.name();
        let arm = |variant: &str, resume: &Resume| {
            let variant = Ident::new(variant, Span::mixed_site());
            let Resume { payload, leave, .. } = resume;
            ours!(__with::#name::#variant(#payload) => #leave,)
        };
        let breaks = self.breaks.as_ref().map(|resume| arm("Break", resume));
        let continues = self
            .continues
            .as_ref()
            .map(|resume| arm("Continue", resume));
        ours! {
            let output_ = match #statement {
                __with::#name::Done(output_) => output_,
                #breaks
                #continues
            };
            output_
        }
    }
}
