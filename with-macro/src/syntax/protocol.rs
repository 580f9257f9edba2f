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
    /// Of a macro that has the name of one of the statements.
    pub(crate) fn of(call: &Macro) -> Option<Self> {
        let name = &call.path.segments.last()?.ident;
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
