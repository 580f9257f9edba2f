//! What a random program is made of.

use std::fmt;

use crate::macros::{Maker, Raising, Runner};

/// Statements, one after the other.
pub(crate) type Block = Vec<Stmt>;

/// A whole program: a function that is called once.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Program {
    /// Whether it is an `async` function.
    pub(crate) asynchronous: bool,
    pub(crate) body: Block,
}

/// A statement. What it notes in the log is how the languages are compared.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Stmt {
    /// Notes that it was reached.
    Step(u32),
    /// Awaits something that isn't ready at once.
    Pause,
    /// Makes a variable, which lives to the end of the block.
    Let(u32),
    /// Lends a variable to a call, which counts.
    Lend(u32),
    /// Moves a variable into a call.
    Take(u32),
    /// Counts in what a manager's enter lent.
    Use(u32),
    /// Every so often one branch, else the other.
    If {
        every: u32,
        then: Block,
        otherwise: Block,
    },
    /// A loop, named so that a jump can say which one it means.
    For {
        id: u32,
        times: u32,
        body: Block,
    },
    With(With),
    Jump(Jump),
    /// Raises; errors in that way.
    Raise(Exc, Raising),
    /// A block among the arguments of a macro, which runs it once.
    Argument(Runner, Block),
}

/// The statement this is all about.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct With {
    /// The outermost first; never empty.
    pub(crate) managers: Vec<Manager>,
    /// Whether panics are exceptions.
    pub(crate) catch: bool,
    pub(crate) asynchronous: bool,
    /// The macro that makes it, if it isn't written out.
    pub(crate) maker: Option<Maker>,
    /// What the block evaluates to, where no manager may suppress.
    pub(crate) value: Option<u32>,
    pub(crate) body: Block,
}

/// A context manager.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Manager {
    pub(crate) id: u32,
    pub(crate) suppresses: Option<Suppresses>,
    pub(crate) fails: Option<Failure>,
    pub(crate) strict: bool,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Suppresses {
    All,
    Only(Kind),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Failure {
    pub(crate) when: When,
    pub(crate) exc: Exc,
}

/// When a manager fails.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum When {
    /// Its expression does.
    Made,
    /// On enter.
    Entered,
    /// On every exit.
    Exited,
    /// On an exit that is told of an exception.
    Excepted,
}

/// What is raised; its id tells it from all others of the program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Exc {
    pub(crate) kind: Kind,
    pub(crate) id: u32,
    /// Whether it is the payload of a panic, or else an error.
    pub(crate) panics: bool,
}

/// The type of what is raised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    A,
    B,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Jump {
    Break(Target),
    Continue(Target),
    Return(u32),
    /// Returns an error, which is no exception but to a strict manager.
    Fail(Exc),
}

/// The loop that a jump leaves or goes on with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Target {
    pub(crate) id: u32,
    /// Whether it is named; only the innermost loop need not be.
    pub(crate) labelled: bool,
}

impl Stmt {
    /// The blocks in it.
    pub(crate) fn blocks(&self) -> Vec<&Block> {
        match self {
            Stmt::If {
                then, otherwise, ..
            } => vec![then, otherwise],
            Stmt::For { body, .. } | Stmt::With(With { body, .. }) | Stmt::Argument(_, body) => {
                vec![body]
            }
            _ => Vec::new(),
        }
    }

    /// The blocks in it, to be changed.
    pub(crate) fn blocks_mut(&mut self) -> Vec<&mut Block> {
        match self {
            Stmt::If {
                then, otherwise, ..
            } => vec![then, otherwise],
            Stmt::For { body, .. } | Stmt::With(With { body, .. }) | Stmt::Argument(_, body) => {
                vec![body]
            }
            _ => Vec::new(),
        }
    }
}

/// Every statement, those in blocks behind the one that holds them.
pub(crate) fn statements(block: &Block) -> Vec<&Stmt> {
    let inside = |stmt| -> Vec<&Stmt> {
        let blocks = Stmt::blocks(stmt).into_iter();
        std::iter::once(stmt)
            .chain(blocks.flat_map(statements))
            .collect()
    };
    block.iter().flat_map(inside).collect()
}

/// Calls `change` with every statement, those in blocks behind the one that holds them.
pub(crate) fn for_each_mut(block: &mut Block, change: &mut impl FnMut(&mut Stmt)) {
    for stmt in block {
        change(stmt);
        for block in stmt.blocks_mut() {
            for_each_mut(block, change);
        }
    }
}

impl Program {
    /// Whether Python can play it: it has no labels, so every jump is to be one of the innermost loop.
    pub(crate) fn is_plain(&self) -> bool {
        fn plain(block: &Block, innermost: Option<u32>) -> bool {
            block.iter().all(|stmt| match stmt {
                Stmt::Jump(Jump::Break(to) | Jump::Continue(to)) => Some(to.id) == innermost,
                Stmt::For { id, body, .. } => plain(body, Some(*id)),
                _ => stmt
                    .blocks()
                    .into_iter()
                    .all(|block| plain(block, innermost)),
            })
        }
        plain(&self.body, None)
    }
}

impl With {
    pub(crate) fn may_suppress(&self) -> bool {
        self.managers
            .iter()
            .any(|manager| manager.suppresses.is_some())
    }

    /// Whether one of the targets says `?`.
    pub(crate) fn asks(&self) -> bool {
        self.managers.iter().any(Manager::asks)
    }

    pub(crate) fn may_fail(&self) -> bool {
        self.managers
            .iter()
            .any(|manager| manager.exit_error().is_some())
    }
}

impl Manager {
    /// The error that its exit may fail with.
    pub(crate) fn exit_error(&self) -> Option<Exc> {
        let failure = self.fails.filter(|failure| !failure.exc.panics)?;
        matches!(failure.when, When::Exited | When::Excepted).then_some(failure.exc)
    }

    /// Whether its enter may fail with an error: its target says `?`.
    pub(crate) fn asks(&self) -> bool {
        self.fails(When::Entered).is_some_and(|exc| !exc.panics)
    }

    /// What it fails with at that moment.
    pub(crate) fn fails(&self, when: When) -> Option<Exc> {
        let failure = self.fails.filter(|failure| failure.when == when)?;
        Some(failure.exc)
    }
}

impl Suppresses {
    pub(crate) fn matches(self, kind: Kind) -> bool {
        match self {
            Suppresses::All => true,
            Suppresses::Only(only) => only == kind,
        }
    }
}

/// As both preludes have it.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            When::Made => "made",
            When::Entered => "entered",
            When::Exited => "exited",
            When::Excepted => "excepted",
        })
    }
}

/// As the log has it.
impl fmt::Display for Exc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let panic = if self.panics { "panic " } else { "" };
        write!(f, "{panic}{:?} {}", self.kind, self.id)
    }
}
