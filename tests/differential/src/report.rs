//! How a difference is shown.

use std::fmt::Write;

use crate::program::Program;
use crate::run::{Log, Logs};
use crate::{python, rust};

/// The program in both languages, and the logs that differ beside each other.
pub(crate) fn difference(title: &str, program: &Program, logs: &Logs) -> String {
    let mut text = format!("\n== {title}\n\n{}\n", rust::module(program));
    if logs.python.is_some() {
        text += &python::function(program, "run");
        text += "\n";
    }
    text += &match &logs.python {
        Some(python) if logs.rust != *python => beside(("Rust", &logs.rust), ("CPython", python)),
        Some(python) => beside(("interpreter", &logs.interpreter), ("CPython", python)),
        None => beside(("Rust", &logs.rust), ("interpreter", &logs.interpreter)),
    };
    text
}

fn beside(left: (&str, &Log), right: (&str, &Log)) -> String {
    let width = left
        .1
        .iter()
        .map(String::len)
        .fold(left.0.len(), usize::max);
    let mut text = format!("  {:width$} | {}\n", left.0, right.0);
    for at in 0..left.1.len().max(right.1.len()) {
        let line = |log: &Log| log.get(at).cloned().unwrap_or_default();
        let (left, right) = (line(left.1), line(right.1));
        let mark = if left == right { ' ' } else { '>' };
        writeln!(text, "{mark} {left:width$} | {right}").expect("a String takes everything");
    }
    text
}
