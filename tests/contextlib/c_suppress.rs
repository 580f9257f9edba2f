//! `TestSuppress`.

use std::convert::Infallible;
use std::error::Error;
use std::io;
use std::num::{ParseFloatError, ParseIntError};

use with_runtime::contextlib::{Suppress, suppress, suppress_if};
use with_runtime::{Missing, strict, with};

use crate::common::panic_message;

type Dynamic = Result<&'static str, Box<dyn Error>>;

#[test]
fn c70_enter_returns_nothing() {
    with!(suppress::<ParseIntError>() as nothing => { assert_eq!(nothing, ()) });
}

#[test]
fn c71_a_clean_block_passes() {
    let mut done = 0;
    with!(suppress::<ParseIntError>() => { done += 1; });
    assert_eq!(done, 1);
}

#[test]
fn c72_an_error_of_the_type_is_suppressed() {
    fn run() -> Result<&'static str, ParseIntError> {
        with!(suppress::<ParseIntError>() => { "x".parse::<u8>()?; });
        Ok("after")
    }
    assert_eq!(run(), Ok("after"));
}

/// Rust's families are variants, and traits.
#[test]
fn c73_a_family_of_errors_is_suppressed() {
    fn remove(path: &str) -> io::Result<&'static str> {
        with!(suppress_if(|e: &io::Error| e.kind() == io::ErrorKind::NotFound) => {
            std::fs::remove_file(path)?;
        });
        Ok("after")
    }
    assert_eq!(remove("/no/such/file").unwrap(), "after");
    assert_ne!(remove("/").unwrap_err().kind(), io::ErrorKind::NotFound);

    fn any() -> Dynamic {
        with!(suppress::<dyn Error>() => { "x".parse::<u8>()?; });
        Ok("after")
    }
    assert_eq!(any().unwrap(), "after");

    fn some() -> Dynamic {
        with!(suppress_if(|e: &(dyn Error + 'static)| e.to_string().contains("digit")) => {
            "x".parse::<u8>()?;
        });
        Ok("after")
    }
    assert_eq!(some().unwrap(), "after");
}

#[test]
fn c74_any_other_error_propagates() {
    fn run() -> Dynamic {
        with!(suppress::<ParseFloatError>() => { "x".parse::<u8>()?; });
        Ok("after")
    }
    assert!(run().unwrap_err().is::<ParseIntError>());
}

/// Not even one whose payload is of the type.
#[test]
fn c74_a_panic_propagates() {
    let message = panic_message(|| {
        with!(suppress::<dyn Error>().or::<ParseIntError>() => catch { panic!("no") });
    });
    assert_eq!(message, "no");
    let payload = crate::common::payload(|| {
        with!(suppress::<ParseIntError>() => catch {
            std::panic::panic_any("x".parse::<u8>().unwrap_err());
        });
    });
    assert!(payload.is::<ParseIntError>());
}

#[test]
fn c75_no_type_suppresses_nothing() {
    fn run() -> Dynamic {
        with!(suppress::<Infallible>() => { "x".parse::<u8>()?; });
        Ok("after")
    }
    assert!(run().is_err());
}

#[test]
fn c76_several_types_are_suppressed() {
    fn run(text: &str) -> Dynamic {
        let numbers = suppress::<ParseIntError>()
            .or::<ParseFloatError>()
            .or_if(|e: &io::Error| e.kind() == io::ErrorKind::NotFound);
        with!(numbers => {
            std::fs::metadata(text)?;
            text.parse::<f64>()?;
            text.parse::<u8>()?;
        });
        Ok("after")
    }
    assert_eq!(run("/").unwrap(), "after");
    assert_eq!(run("/no/such/file").unwrap(), "after");
}

#[test]
fn c77_one_instance_is_used_again_and_nested_in_itself() {
    fn run(log: &mut Vec<&'static str>) -> Result<(), ParseIntError> {
        let ignore = suppress::<ParseIntError>();
        with!(ignore => {
            with!(ignore => {
                "x".parse::<u8>()?;
            });
            log.push("inner suppressed");
            "x".parse::<u8>()?;
        });
        log.push("outer suppressed");
        with!(ignore => { "x".parse::<u8>()?; });
        Ok(())
    }
    let mut log = Vec::new();
    assert_eq!(run(&mut log), Ok(()));
    assert_eq!(log, ["inner suppressed", "outer suppressed"]);
}

#[test]
fn an_error_in_a_box_or_an_anyhow_error_is_suppressed() {
    fn boxed() -> Result<(), Box<dyn Error>> {
        Ok("x".parse::<u8>().map(drop)?)
    }
    fn sendable() -> Result<(), Box<dyn Error + Send + Sync>> {
        Ok("x".parse::<u8>().map(drop)?)
    }
    fn by_anyhow() -> anyhow::Result<()> {
        Ok("x".parse::<u8>().map(drop)?)
    }
    fn run_boxed() -> Dynamic {
        with!(suppress::<ParseIntError>() => { boxed()?; });
        with!(suppress::<ParseIntError>() => { by_anyhow()?; });
        Ok("after")
    }
    fn run_sendable() -> Result<&'static str, Box<dyn Error + Send + Sync>> {
        with!(suppress::<ParseIntError>() => { sendable()?; });
        Ok("after")
    }
    assert_eq!(run_sendable().unwrap(), "after");
    assert_eq!(run_boxed().unwrap(), "after");
}

#[test]
fn sources_are_looked_at_if_that_is_asked_for() {
    use anyhow::Context as _;

    fn fails() -> anyhow::Result<()> {
        "x".parse::<u8>().map(drop).context("while reading")
    }
    fn plain() -> anyhow::Result<()> {
        with!(suppress::<ParseIntError>() => { fails()?; });
        Ok(())
    }
    fn with_sources() -> anyhow::Result<()> {
        with!(suppress::<ParseIntError>().with_sources() => { fails()?; });
        with!(suppress::<ParseIntError>().with_sources().or::<io::Error>() => { fails()?; });
        with!(suppress::<ParseIntError>().or::<io::Error>().with_sources() => { fails()?; });
        Ok(())
    }
    fn other() -> anyhow::Result<()> {
        with!(suppress::<io::Error>().with_sources() => { fails()?; });
        Ok(())
    }
    assert!(plain().is_err());
    assert!(with_sources().is_ok());
    assert!(other().is_err());
}

#[test]
fn an_error_in_an_eyre_report_is_suppressed() {
    fn run() -> eyre::Result<&'static str> {
        fn fails() -> eyre::Result<()> {
            Ok("x".parse::<u8>().map(drop)?)
        }
        with!(suppress::<ParseIntError>() => { fails()?; });
        Ok("after")
    }
    assert_eq!(run().unwrap(), "after");
}

/// It can be stored: its type is short.
#[test]
fn its_type_has_a_name() {
    struct Settings {
        expected: Suppress<ParseIntError>,
        more: Suppress<io::Error, fn(&io::Error) -> bool, Suppress<ParseIntError>>,
    }
    let settings = Settings {
        expected: suppress(),
        more: suppress::<ParseIntError>().or(),
    };
    assert_eq!(
        format!("{:?}", settings.expected),
        "Suppress<core::num::error::ParseIntError>"
    );
    fn run(settings: &Settings) -> Result<(), ParseIntError> {
        with!(settings.expected => { "x".parse::<u8>()?; });
        with!(settings.more => { "x".parse::<u8>()?; });
        Ok(())
    }
    assert_eq!(run(&settings), Ok(()));
}

#[test]
fn none_is_suppressed_as_missing() {
    fn run(list: &[u8]) -> Option<&'static str> {
        with!(suppress::<Missing>() => { list.first()?; });
        Some("after")
    }
    assert_eq!(run(&[]), Some("after"));
}

/// `return Err(..)` is a return, unless the manager is made strict.
#[test]
fn a_returned_error_is_suppressed_by_a_strict_one_only() {
    fn lenient() -> Result<&'static str, ParseIntError> {
        with!(suppress::<ParseIntError>() => { return "x".parse::<u8>().map(|_| "no") });
        Ok("after")
    }
    fn counting() -> Result<&'static str, ParseIntError> {
        with!(strict(suppress::<ParseIntError>()) => { return "x".parse::<u8>().map(|_| "no") });
        Ok("after")
    }
    assert!(lenient().is_err());
    assert_eq!(counting(), Ok("after"));
}
