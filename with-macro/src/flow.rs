//! What becomes of unlabelled `break`s and `continue`s behind the statement.

use proc_macro2::{Ident, Span, TokenStream};
use syn::Path;

use crate::exits::{Jump, Leap, Site, Surroundings};
use crate::expand::ours;

/// An unlabelled `break` or `continue` can't stand in a labelled block, so these are replayed behind the statement.
pub(crate) struct Flow<'a> {
    runtime: &'a Path,
    pub(crate) breaks: Option<Replay>,
    continues: Option<Replay>,
}

pub(crate) struct Replay {
    payload: TokenStream,
    pub(crate) leave: TokenStream,
}

impl Replay {
    /// Of all these jumps, which have the same target.
    fn of<'s>(
        leaps: impl Iterator<Item = &'s Leap>,
        runtime: &Path,
        around: &mut dyn Surroundings,
    ) -> Option<Self> {
        let leap = leaps.cloned().reduce(Leap::or)?;
        let payload = if leap.jump.has_value() {
            ours!(broken)
        } else {
            ours!(())
        };
        let mut leave = around.leave(&leap, payload.clone());
        if let Some(cfg) = &leap.cfg {
            leave = ours!({
                #[cfg(#cfg)]
                { #leave }
                #[cfg(not(#cfg))]
                { #runtime::diverge() }
            });
        }
        Some(Replay { payload, leave })
    }
}

impl<'a> Flow<'a> {
    pub(crate) fn of(sites: &[Site], runtime: &'a Path, around: &mut dyn Surroundings) -> Self {
        let leaps = || sites.iter().map(|site| &site.leap);
        let breaks = leaps().filter(|leap| matches!(leap.jump, Jump::Break { label: None, .. }));
        let continues = leaps().filter(|leap| matches!(leap.jump, Jump::Continue { label: None }));
        Flow {
            runtime,
            breaks: Replay::of(breaks, runtime, around),
            continues: Replay::of(continues, runtime, around),
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
            _ => "Flow",
        };
        Ident::new(name, Span::mixed_site())
    }

    pub(crate) fn done(&self, output: TokenStream) -> TokenStream {
        let (runtime, name) = (self.runtime, self.name());
        if self.is_empty() {
            output
        } else {
            ours!(#runtime::#name::Done(#output))
        }
    }

    pub(crate) fn replay(&self, statement: &TokenStream) -> TokenStream {
        let (runtime, name) = (self.runtime, self.name());
        let arm = |variant: &str, replay: &Replay| {
            let variant = Ident::new(variant, Span::mixed_site());
            let Replay { payload, leave, .. } = replay;
            ours!(#runtime::#name::#variant(#payload) => #leave,)
        };
        let breaks = self.breaks.as_ref().map(|replay| arm("Break", replay));
        let continues = self
            .continues
            .as_ref()
            .map(|replay| arm("Continue", replay));
        ours! {
            let output = match #statement {
                #runtime::#name::Done(output) => output,
                #breaks
                #continues
            };
            output
        }
    }
}
