//! The dialects of Rust that a program is written in, and what it may say in them.

use std::fmt;

use clap::ValueEnum;

use crate::moves::{self, Moved};
use crate::program::{Block, Jump, Program, Stmt, Target, for_each_mut};

/// How exceptions are raised, and what they are to the statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Dialect {
    /// Errors, raised by `?`.
    Errors,
    /// Panics, which every statement catches.
    Catch,
    /// Panics, which no statement catches.
    Bare,
    /// Errors and panics; some statements catch.
    Mix,
    /// Asynchronous statements and others: with errors, or with panics that are caught.
    Async,
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Dialect::Errors => "errors",
            Dialect::Catch => "catch",
            Dialect::Bare => "bare",
            Dialect::Mix => "mix",
            Dialect::Async => "async",
        })
    }
}

impl Dialect {
    /// The program in this dialect, as near as it gets. In `program` everything that a dialect settles is settled at random.
    pub(crate) fn write(self, program: &Program) -> Program {
        let asynchronous = self == Dialect::Async;
        // Asynchronous programs have either errors or panics, and are themselves the coin.
        let has_panics = |random| match self {
            Dialect::Errors => false,
            Dialect::Catch | Dialect::Bare => true,
            Dialect::Mix => random,
            Dialect::Async => program.asynchronous,
        };
        let mut written = program.clone();
        for_each_mut(&mut written.body, &mut |stmt| match stmt {
            Stmt::Raise(exc) => exc.panics = has_panics(exc.panics),
            Stmt::Pause if !asynchronous => *stmt = Stmt::Step(0),
            Stmt::With(with) => {
                with.asynchronous &= asynchronous;
                with.catch = match self {
                    Dialect::Errors | Dialect::Bare => false,
                    Dialect::Catch => true,
                    Dialect::Mix => with.catch,
                    Dialect::Async => program.asynchronous,
                };
                for manager in &mut with.managers {
                    if let Some(failure) = &mut manager.fails {
                        failure.exc.panics = has_panics(failure.exc.panics);
                    }
                }
            }
            _ => {}
        });
        written.asynchronous = asynchronous;
        mend(written)
    }
}

/// The program without what doesn't compile.
pub(crate) fn mend(mut program: Program) -> Program {
    Scope::default().mend(&mut program.body);
    while let Err(Moved(id)) = moves::check(&program.body) {
        lend_instead(&mut program.body, id);
    }
    program
}

/// Lends the variable where it was moved last.
fn lend_instead(block: &mut Block, id: u32) {
    let mut last = None;
    let mut at = 0;
    for_each_mut(block, &mut |stmt| {
        at += 1;
        if *stmt == Stmt::Take(id) {
            last = Some(at);
        }
    });
    at = 0;
    for_each_mut(block, &mut |stmt| {
        at += 1;
        if Some(at) == last {
            *stmt = Stmt::Lend(id);
        }
    });
}

/// What there is to name, the innermost last.
#[derive(Clone, Default)]
struct Scope {
    variables: Vec<u32>,
    managers: Vec<u32>,
    loops: Vec<u32>,
}

impl Scope {
    /// Removes what names something else, or is more than the statement can do.
    fn mend(mut self, block: &mut Block) {
        block.retain_mut(|stmt| {
            let mut inside = self.clone();
            match stmt {
                Stmt::Let(id) => self.variables.push(*id),
                Stmt::Lend(id) | Stmt::Take(id) => return self.variables.contains(id),
                Stmt::Use(id) => return self.managers.contains(id),
                Stmt::Jump(Jump::Break(to) | Jump::Continue(to)) => return self.reaches(to),
                Stmt::For { id, .. } => inside.loops.push(*id),
                Stmt::With(with) => {
                    with.value = with.value.filter(|_| !with.may_suppress());
                    inside
                        .managers
                        .extend(with.managers.iter().map(|manager| manager.id));
                }
                _ => {}
            }
            for block in stmt.blocks_mut() {
                inside.clone().mend(block);
            }
            true
        });
    }

    /// Whether there is such a loop; any but the innermost has to be named.
    fn reaches(&self, to: &mut Target) -> bool {
        to.labelled |= self.loops.last() != Some(&to.id);
        self.loops.contains(&to.id)
    }
}
