//! What a user is told who misuses the statement: every file in `ui-tests` is one mistake, with the message beside it.

use std::collections::BTreeSet;
use std::fs;

#[test]
fn every_mistake_gets_its_message() {
    trybuild::TestCases::new().compile_fail("ui-tests/*.rs");
}

/// The tables of `ui-tests/README.md` have a row for each mistake, with the first line of its message, and no other.
#[test]
fn every_mistake_is_listed() {
    let readme = fs::read_to_string("ui-tests/README.md").unwrap();
    let rows = readme.lines().filter_map(|line| line.split_once(" | ["));
    let rows: Vec<_> = rows.map(|(_, row)| format!("[{row}")).collect();
    let listed: BTreeSet<_> = rows.iter().cloned().collect();

    let files = fs::read_dir("ui-tests").unwrap();
    let files = files.map(|file| file.unwrap().path());
    let cases = files.filter(|path| path.extension().is_some_and(|extension| extension == "rs"));
    let mistakes: BTreeSet<_> = cases
        .map(|path| {
            let name = path.file_stem().unwrap().to_string_lossy();
            let answer = fs::read_to_string(path.with_extension("stderr")).unwrap_or_default();
            let first = answer.lines().next().unwrap_or_default();
            format!("[{name}]({name}.rs) | {first} |")
        })
        .collect();

    let missing: Vec<_> = mistakes.difference(&listed).collect();
    let stale: Vec<_> = listed.difference(&mistakes).collect();
    assert!(missing.is_empty(), "ui-tests/README.md lacks {missing:#?}");
    assert!(stale.is_empty(), "ui-tests/README.md still has {stale:#?}");
    assert_eq!(rows.len(), listed.len(), "a mistake is listed twice");
}
