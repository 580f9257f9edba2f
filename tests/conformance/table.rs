//! The table in `tests/README.md` and the tests agree.

use std::collections::BTreeSet;
use std::fs;

/// The parts of the table, with the number of rows each has.
const PARTS: [(char, usize); 3] = [('W', 56), ('R', 16), ('S', 13)];

/// A row: what it is called, the tests that stand for it, and what differs from Python.
struct Row {
    name: String,
    tests: Vec<String>,
    differs: String,
}

fn rows() -> Vec<Row> {
    let readme = fs::read_to_string("tests/README.md").unwrap();
    let cells = |line: &str| -> Option<[String; 3]> {
        let cells = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ");
        cells.map(str::to_owned).collect::<Vec<_>>().try_into().ok()
    };
    let rows = readme.lines().filter_map(cells);
    rows.filter(|[row, ..]| row != "row")
        .map(|[row, tests, differs]| Row {
            name: row.split(' ').next().unwrap().to_owned(),
            tests: tests
                .split('`')
                .skip(1)
                .step_by(2)
                .map(str::to_owned)
                .collect(),
            differs,
        })
        .collect()
}

/// The names of all tests that stand for a row, in the modules of this target.
fn tests() -> BTreeSet<String> {
    let main = include_str!("main.rs");
    let modules = main
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    let sources = modules
        .filter(|&module| module != "common")
        .map(|module| fs::read_to_string(format!("tests/conformance/{module}.rs")).unwrap());
    let is_row = |name: &&str| name[1..].starts_with(|next: char| next.is_ascii_digit());
    sources
        .flat_map(|source| {
            let functions = source.split("fn ").skip(1);
            let names = functions.filter_map(|function| Some(function.split_once('(')?.0));
            names.filter(is_row).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

#[test]
fn every_row_is_there_in_order() {
    let numbered = |(part, rows)| (1..=rows).map(move |row| format!("{part}{row}"));
    let expected: Vec<_> = PARTS.into_iter().flat_map(numbered).collect();
    let found: Vec<_> = rows().into_iter().map(|row| row.name).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_row_has_tests_of_its_name_or_says_why_not() {
    for row in rows() {
        let (part, number) = row.name.split_at(1);
        let name = format!("{}{number:0>2}_", part.to_lowercase());
        assert!(
            row.tests.iter().all(|test| test.starts_with(&name)),
            "{} has the test of another row",
            row.name
        );
        assert!(
            !row.tests.is_empty() || row.differs.len() > 1,
            "{} has neither a test nor a reason",
            row.name
        );
    }
}

#[test]
fn every_test_has_a_row_and_every_row_its_tests() {
    let listed: Vec<_> = rows().into_iter().flat_map(|row| row.tests).collect();
    let rows: BTreeSet<_> = listed.iter().cloned().collect();
    let tests = tests();

    let missing: Vec<_> = tests.difference(&rows).collect();
    let stale: Vec<_> = rows.difference(&tests).collect();
    assert!(missing.is_empty(), "tests/README.md lacks {missing:#?}");
    assert!(stale.is_empty(), "tests/README.md still has {stale:#?}");
    assert_eq!(listed.len(), rows.len(), "a test is listed twice");
}
