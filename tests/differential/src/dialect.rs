//! The dialects of Rust that a program is written in, and what it may say in them.

use std::fmt;

use clap::ValueEnum;

use crate::moves::{self, Moved};
use crate::program::{Block, Program, Stmt, for_each_mut};
use crate::scope::Scope;

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
            Stmt::Raise(exc, _) => exc.panics = has_panics(exc.panics),
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
