//! What Rust writes through macros; Python writes the same without.

use crate::program::{Block, Stmt, With, statements};

/// How an error is raised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Raising {
    /// `raise(error)?`
    Question,
    /// `bail!(error)`
    Bail,
    /// `ensure!(false, error)`
    Ensure,
}

/// A macro that makes a statement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Maker {
    /// Of all tokens: `made!(manager as m => { .. })`.
    Whole,
    /// The same, under another name of `with!`.
    Renamed,
    /// Of managers and the tokens of a block: `opened! { m = manager; .. }`.
    Tokens,
    /// Of a `$block:block`: `framed!({ .. }, manager as m)`.
    Fragment,
}

/// A macro that runs a block among its arguments.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Runner {
    /// Of tokens: `block! { .. }`.
    Tokens,
    /// Of a `$value:expr`: `id!({ .. })`.
    Value,
    /// Of a value after a text: `shown!("{}", { .. 0 })`.
    Text,
    /// Of an arm: `chosen!(_ => { .. })`.
    Arm,
    /// The same as of a text, of the standard library, and called by its path.
    Std,
}

impl Raising {
    pub(crate) const ALL: [Self; 3] = [Raising::Question, Raising::Bail, Raising::Ensure];
}

impl Maker {
    pub(crate) const ALL: [Self; 4] =
        [Maker::Whole, Maker::Renamed, Maker::Tokens, Maker::Fragment];

    /// The macro's name. It says `catch` where that is in its definition.
    pub(crate) fn name(self, with: &With) -> String {
        let name = match self {
            Maker::Whole => "made",
            Maker::Renamed => "renamed",
            Maker::Tokens => "opened",
            Maker::Fragment => "framed",
        };
        let asynchronous = if with.asynchronous { "_async" } else { "" };
        let catch = match self {
            Maker::Tokens | Maker::Fragment if with.catch => "_catch",
            _ => "",
        };
        format!("{name}{asynchronous}{catch}")
    }
}

impl Runner {
    pub(crate) const ALL: [Self; 5] = [
        Runner::Tokens,
        Runner::Value,
        Runner::Text,
        Runner::Arm,
        Runner::Std,
    ];

    /// Whether an unlabelled `break` in it is known to be one of the loop around the call.
    pub(crate) fn is_loopless(self) -> bool {
        self == Runner::Std
    }

    /// What stands before the block and after it.
    pub(crate) fn delimiters(self) -> (&'static str, &'static str) {
        match self {
            Runner::Tokens => ("block! {", "}"),
            Runner::Value => ("id!({", "});"),
            Runner::Text => ("shown!(\"{}\", {", "});"),
            Runner::Arm => ("chosen!(_ => {", "});"),
            Runner::Std => ("_ = std::format!(\"{}\", {", "});"),
        }
    }

    /// What the block evaluates to.
    pub(crate) fn value(self) -> Option<&'static str> {
        matches!(self, Runner::Text | Runner::Std).then_some("0")
    }
}

/// Whether an `.await` in the block shows, in the definition of no macro.
pub(crate) fn shows_await(block: &Block) -> bool {
    statements(block).into_iter().any(|stmt| match stmt {
        Stmt::Pause => true,
        Stmt::With(with) => with.asynchronous && with.maker.is_none(),
        _ => false,
    })
}
