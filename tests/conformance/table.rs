//! The tables in `tests/README.md` and the tests agree.

use crate::rows::{self, Row};

/// The parts of the tables, with the number of rows each has.
const PARTS: [(char, usize); 3] = [('W', 56), ('R', 16), ('S', 13)];

fn rows() -> Vec<Row> {
    rows::rows(&PARTS.map(|(part, _)| part))
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
    rows::every_row_has_tests(rows());
}

#[test]
fn every_test_has_a_row_and_every_row_its_tests() {
    rows::every_test_has_a_row(rows(), "conformance");
}
