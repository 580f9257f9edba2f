//! Random programs with context managers, in Rust beside `CPython`: are the logs the same, line for line?
//!
//! ```sh
//! cargo run -p differential -- --seed 1 --programs 100
//! ```
//!
//! Every program is written in each of the dialects, compiled and run. A program with labelled jumps, which Python doesn't have,
//! is compared with an interpreter of the protocol, and that with `CPython` on all other programs.

mod dialect;
mod generate;
mod interpret;
mod macros;
mod moves;
mod program;
mod python;
mod report;
mod run;
mod rust;
mod scope;
mod shrink;
mod text;

use std::env;
use std::process::{Command, ExitCode};

use anyhow::Result;
use clap::{Parser, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};

use crate::dialect::Dialect;
use crate::program::Program;
use crate::run::{Logs, Prelude, Workshop};

/// Compares random programs with context managers, in Rust beside `CPython`.
#[derive(Parser)]
struct Arguments {
    /// The seed of the first program; the next program has the next one. Without it, a fresh one
    #[arg(long)]
    seed: Option<u64>,
    /// How many programs
    #[arg(long, default_value_t = 100)]
    programs: u64,
    /// A dialect to write them in, or several, instead of all
    #[arg(long = "dialect", value_enum)]
    dialects: Vec<Dialect>,
}

/// How many runs are compiled at a time.
const BATCH: usize = 500;
/// How many differences are shown.
const SHOWN: usize = 3;

fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    if !has_python() {
        eprintln!("Nothing is compared: there is no python3 on the PATH that is 3.8 or later.");
        let is_ci = env::var_os("CI").is_some();
        return Ok(if is_ci {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        });
    }
    let seed = arguments.seed.unwrap_or_else(|| fastrand::u64(..1 << 32));
    let mut dialects = arguments.dialects;
    if dialects.is_empty() {
        dialects = Dialect::value_variants().to_vec();
    }
    println!("{} programs from --seed {seed}", arguments.programs);
    let seeds = seed..seed + arguments.programs;
    let runs = seeds.flat_map(|seed| {
        let program = generate::program(seed);
        let written = dialects
            .iter()
            .map(move |dialect| (seed, *dialect, dialect.write(&program)));
        written.collect::<Vec<_>>()
    });
    let agreed = compare(&runs.collect::<Vec<_>>())?;
    Ok(if agreed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn has_python() -> bool {
    let recent = "import sys; sys.exit(sys.version_info < (3, 8))";
    let status = Command::new("python3").args(["-c", recent]).status();
    status.is_ok_and(|status| status.success())
}

/// Whether all runs agree; shows the first that don't.
fn compare(runs: &[(u64, Dialect, Program)]) -> Result<bool> {
    let workshop = Workshop::new("differential", Prelude::default())?;
    let progress = ProgressBar::new(runs.len() as u64);
    progress.set_style(ProgressStyle::with_template(
        "{bar:40} {pos} of {len} runs, {eta} left",
    )?);
    let (mut agreed, mut labelled, mut shown) = (0, 0, 0);
    for batch in runs.chunks(BATCH) {
        let programs: Vec<_> = batch
            .iter()
            .map(|(_, _, program)| program.clone())
            .collect();
        for ((seed, dialect, program), logs) in batch.iter().zip(workshop.play(&programs)?) {
            if logs.agree() {
                agreed += 1;
                labelled += usize::from(logs.python.is_none());
            } else if shown < SHOWN {
                shown += 1;
                let (program, logs) = shrink(&workshop, program.clone(), logs)?;
                let title = format!("--seed {seed} --programs 1 --dialect {dialect}");
                progress.suspend(|| print!("{}", report::difference(&title, &program, &logs)));
            }
        }
        progress.inc(batch.len() as u64);
    }
    progress.finish_and_clear();
    println!(
        "{agreed} of {} runs agreed; {labelled} of these, with labels, beside the interpreter",
        runs.len()
    );
    Ok(agreed == runs.len())
}

/// The smallest program found that still differs, and its logs.
fn shrink(workshop: &Workshop, mut program: Program, mut logs: Logs) -> Result<(Program, Logs)> {
    'smaller: loop {
        for candidates in shrink::smaller(&program).chunks(50) {
            let played = workshop.play(candidates)?;
            let mut differ = candidates
                .iter()
                .zip(played)
                .filter(|(_, logs)| !logs.agree());
            if let Some((smallest, differing)) = differ.next() {
                (program, logs) = (smallest.clone(), differing);
                continue 'smaller;
            }
        }
        return Ok((program, logs));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::macros::{Maker, Raising, Runner};
    use crate::program::{Block, Stmt, statements};

    /// Plays the first programs, and shrinks the first that differs.
    fn found(name: &str, prelude: Prelude) -> Result<Program> {
        let workshop = Workshop::new(name, prelude)?;
        let programs: Vec<_> = (1..20)
            .map(|seed| Dialect::Errors.write(&generate::program(seed)))
            .collect();
        let logs = workshop.play(&programs)?;
        let mut differ = programs
            .into_iter()
            .zip(logs)
            .filter(|(_, logs)| !logs.agree());
        let (program, logs) = differ.next().expect("a program that differs");
        let (smallest, logs) = shrink(&workshop, program, logs)?;
        assert!(!logs.agree());
        Ok(smallest)
    }

    /// Python managers that swallow what they shouldn't are found out by a program of few statements.
    #[test]
    fn a_wrong_manager_is_found_out() -> Result<()> {
        if !has_python() {
            eprintln!("there is no python3");
            return Ok(());
        }
        let right = Prelude::default();
        let wrong = right
            .python
            .replace("isinstance(payload, self.suppresses)", "True");
        assert_ne!(wrong, right.python);
        let smallest = found(
            "differential-test",
            Prelude {
                python: wrong.leak(),
                ..right
            },
        )?;
        assert!(statements(&smallest.body).len() <= 2, "{smallest:#?}");
        Ok(())
    }

    /// So is a macro that makes no statement: what is left is a single call of it.
    #[test]
    fn a_wrong_macro_is_found_out() -> Result<()> {
        if !has_python() {
            eprintln!("there is no python3");
            return Ok(());
        }
        let right = Prelude::default();
        let wrong = right.macros.replace(
            "$crate::with!($($manager as $name),+ => { $($block)* })",
            "{ $($block)* }",
        );
        assert_ne!(wrong, right.macros);
        let smallest = found(
            "differential-test-macros",
            Prelude {
                macros: wrong.leak(),
                ..right
            },
        )?;
        let [Stmt::With(with)] = &*smallest.body else {
            panic!("{smallest:#?}");
        };
        assert_eq!((with.maker, &*with.body), (Some(Maker::Tokens), &[][..]));
        Ok(())
    }

    /// All there are, and up to four statements that macros make in each other.
    #[test]
    fn the_generator_uses_macros() {
        fn deepest(block: &Block) -> usize {
            let depth = |stmt: &Stmt| {
                let inside = stmt.blocks().into_iter().map(deepest).max();
                let own = matches!(stmt, Stmt::With(with) if with.maker.is_some());
                inside.unwrap_or(0) + usize::from(own)
            };
            block.iter().map(depth).max().unwrap_or(0)
        }

        let programs: Vec<_> = (1..200)
            .map(|seed| Dialect::Errors.write(&generate::program(seed)))
            .collect();
        let all: Vec<_> = programs
            .iter()
            .flat_map(|program| statements(&program.body))
            .collect();
        for maker in Maker::ALL {
            let makes =
                |stmt: &&Stmt| matches!(stmt, Stmt::With(with) if with.maker == Some(maker));
            assert!(all.iter().any(makes), "{maker:?}");
        }
        for raising in Raising::ALL {
            let raises = |stmt: &&Stmt| matches!(stmt, Stmt::Raise(_, by) if *by == raising);
            assert!(all.iter().any(raises), "{raising:?}");
        }
        for runner in Runner::ALL {
            let runs = |stmt: &&Stmt| matches!(stmt, Stmt::Argument(by, _) if *by == runner);
            assert!(all.iter().any(runs), "{runner:?}");
        }
        let depths: Vec<_> = programs
            .iter()
            .map(|program| deepest(&program.body))
            .collect();
        assert!(depths.contains(&4));
    }
}
