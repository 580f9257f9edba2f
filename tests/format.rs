//! rustfmt formats statements in the comma form.

use std::process::Command;

#[test]
fn the_comma_form_is_formatted() {
    let rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--emit", "stdout", "--quiet"])
        .arg("tests/format/before.rs")
        .output();
    let formatted = match rustfmt {
        Ok(output) => String::from_utf8(output.stdout).expect("rustfmt writes UTF-8"),
        Err(error) if std::env::var_os("CI").is_none() => {
            println!("rustfmt can't be run, so nothing is tested: {error}");
            return;
        }
        Err(error) => panic!("rustfmt can't be run: {error}"),
    };
    assert_eq!(formatted, include_str!("format/after.rs"));
}
