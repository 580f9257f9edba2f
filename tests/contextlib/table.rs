//! The tables in `tests/README.md` and the tests agree.

use std::ops::RangeInclusive;

use crate::rows::{self, Row};

/// The rows that the tables have, part by part. Those between them are about what isn't here.
const ROWS: [(char, RangeInclusive<usize>); 9] = [
    ('C', 1..=3),
    ('C', 21..=29),
    ('C', 70..=81),
    ('A', 1..=4),
    ('A', 21..=23),
    ('A', 52..=52),
    ('C', 39..=59),
    ('A', 24..=51),
    ('X', 1..=18),
];

fn rows() -> Vec<Row> {
    rows::rows(&['A', 'C', 'X'])
}

#[test]
fn every_row_is_there_in_order() {
    let numbered =
        |(part, rows): (char, RangeInclusive<usize>)| rows.map(move |row| format!("{part}{row}"));
    let expected: Vec<_> = ROWS.into_iter().flat_map(numbered).collect();
    let found: Vec<_> = rows().into_iter().map(|row| row.name).collect();
    assert_eq!(found, expected);
}

#[test]
fn every_row_has_tests_of_its_name_or_says_why_not() {
    rows::every_row_has_tests(rows());
}

#[test]
fn every_test_has_a_row_and_every_row_its_tests() {
    rows::every_test_has_a_row(rows(), "contextlib");
}
