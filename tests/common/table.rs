//! Compares the tables in `tests/README.md` with the tests of one target.

use std::collections::BTreeSet;
use std::fs;

/// A row: what it is called, the tests that stand for it, and what differs from Python.
pub(crate) struct Row {
    pub(crate) name: String,
    pub(crate) tests: Vec<String>,
    pub(crate) differs: String,
}

fn read(path: &str) -> String {
    fs::read_to_string(format!("{}/tests/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The rows of the parts that have these letters.
pub(crate) fn rows(parts: &[char]) -> Vec<Row> {
    let cells = |line: &str| -> Option<[String; 3]> {
        let cells = line.strip_prefix("| ")?.strip_suffix(" |")?.split(" | ");
        cells.map(str::to_owned).collect::<Vec<_>>().try_into().ok()
    };
    let readme = read("README.md");
    let rows = readme.lines().filter_map(cells);
    rows.filter(|[row, ..]| row.starts_with(parts))
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
fn tests(target: &str) -> BTreeSet<String> {
    let main = read(&format!("{target}/main.rs"));
    let modules = main
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    let sources = modules
        .filter(|module| !["common", "rows"].contains(module))
        .map(|module| read(&format!("{target}/{module}.rs")));
    let is_row = |name: &&str| name[1..].starts_with(|next: char| next.is_ascii_digit());
    sources
        .flat_map(|source| {
            let functions = source.split("fn ").skip(1);
            let names = functions.filter_map(|function| Some(function.split_once('(')?.0));
            names.filter(is_row).map(str::to_owned).collect::<Vec<_>>()
        })
        .collect()
}

/// That every row has tests of its name or says why not.
pub(crate) fn every_row_has_tests(rows: Vec<Row>) {
    for row in rows {
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

/// That the rows list all tests of this target whose names begin with a row, and no others.
pub(crate) fn every_test_has_a_row(rows: Vec<Row>, target: &str) {
    let listed: Vec<_> = rows.into_iter().flat_map(|row| row.tests).collect();
    let rows: BTreeSet<_> = listed.iter().cloned().collect();
    let tests = tests(target);

    let missing: Vec<_> = tests.difference(&rows).collect();
    let stale: Vec<_> = rows.difference(&tests).collect();
    assert!(missing.is_empty(), "tests/README.md lacks {missing:#?}");
    assert!(stale.is_empty(), "tests/README.md still has {stale:#?}");
    assert_eq!(listed.len(), rows.len(), "a test is listed twice");
}
