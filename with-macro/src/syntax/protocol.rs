//! The two statements.

use syn::Macro;

/// Which of the two protocols the managers speak: what differs is where the expansion awaits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Protocol {
    /// `with!`
    Blocking,
    /// `async_with!`
    Async,
}

impl Protocol {
    /// Of a macro that has the name of one of the statements, alone or in the crate `with_runtime`. By another path it may be
    /// anybody's, and expands by itself.
    pub(crate) fn of(call: &Macro) -> Option<Self> {
        let mut path = call.path.segments.iter().map(|segment| &segment.ident);
        let name = path.next_back()?;
        let ours = path.next_back().is_none_or(|root| root == "with_runtime");
        if !ours || path.next().is_some() {
            return None;
        }
        let mut protocols = [Protocol::Blocking, Protocol::Async].into_iter();
        protocols.find(|protocol| name == protocol.name())
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Protocol::Blocking => "with",
            Protocol::Async => "async_with",
        }
    }
}
