//! `Exception::find`, and exceptions that no statement raised.

use std::error::Error;
use std::fmt;
use std::io;
use std::num::ParseIntError;

use with_runtime::contextlib::managed;
use with_runtime::{Exception, ExceptionKind, Missing, PendingError, with};

use crate::common::{Oops, payload};

/// An error with a source.
#[derive(Debug)]
struct Outer(Oops);

impl fmt::Display for Outer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("outer")
    }
}

impl Error for Outer {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

fn finds(exc: &Exception<'_>) -> [bool; 3] {
    [
        exc.find::<Outer>().is_some(),
        exc.find::<Oops>().is_some(),
        exc.find::<io::Error>().is_some(),
    ]
}

#[test]
fn it_finds_the_raised_value_and_its_sources() {
    let found = |exc: &Exception<'_>| assert_eq!(finds(exc), [true, true, false]);
    found(&PendingError::new(Outer(Oops("oops"))).exception());
    found(&PendingError::new(Box::<dyn Error>::from(Outer(Oops("oops")))).exception());
    found(
        &PendingError::new(Box::<dyn Error + Send + Sync>::from(Outer(Oops("oops")))).exception(),
    );
    found(&PendingError::new(anyhow::Error::new(Outer(Oops("oops")))).exception());
    found(&PendingError::new(eyre::Report::new(Outer(Oops("oops")))).exception());
}

#[test]
fn it_finds_what_a_context_of_anyhow_is_around() {
    let error = anyhow::Error::new(Oops("oops")).context("while reading");
    assert_eq!(
        PendingError::new(error).exception().find::<Oops>(),
        Some(&Oops("oops"))
    );
}

#[test]
fn it_finds_in_the_exception_of_a_statement() {
    fn run() -> Result<(), Box<dyn Error>> {
        with!(managed((), |(), exc| exc.is_some_and(|exc| exc.find::<ParseIntError>().is_some())) => {
            "x".parse::<u8>().map_err(Box::<dyn Error>::from)?;
        });
        Ok(())
    }
    assert!(run().is_ok());
}

#[test]
fn it_finds_nothing_in_a_panic_or_a_text() {
    assert_eq!(PendingError::new("text").exception().find::<Oops>(), None);
    payload(|| {
        with!(managed((), |(), exc| assert!(exc.unwrap().find::<Oops>().is_none())) => catch {
            std::panic::panic_any(Oops("oops"))
        });
    });
}

#[test]
fn an_exception_made_by_hand_is_like_a_raised_one() {
    let mut pending = PendingError::new(Oops("oops"));
    let line = line!() - 1;
    let mut exc = pending.exception();
    assert_eq!(exc.kind(), ExceptionKind::Error);
    assert!(exc.type_name().ends_with("Oops"));
    assert_eq!(exc.to_string(), "oops");
    assert_eq!(exc.as_error().unwrap().to_string(), "oops");
    let place = exc.traceback().location().unwrap();
    assert_eq!((place.file(), place.line()), (file!(), line));
    assert!(exc.is::<Oops>());
    assert_eq!(exc.downcast_mut::<Oops>(), Some(&mut Oops("oops")));
    assert_eq!(exc.take::<Oops>(), Some(Oops("oops")));
    assert!(!exc.is::<Oops>());
    assert_eq!(exc.downcast_ref::<Oops>(), None);
    assert!(exc.to_string().ends_with("Oops"));
    assert_eq!(format!("{pending:?}"), "PendingError(<taken>)");
    assert_eq!(pending.into_error(), None);
}

#[test]
fn an_exception_can_be_made_of_what_is_no_error() {
    assert_eq!(PendingError::new("text").exception().to_string(), "text");
    let mut owned = PendingError::new("text".to_owned());
    assert!(owned.exception().is::<String>() && owned.exception().as_error().is_none());
    assert_eq!(format!("{owned:?}"), "PendingError(text)");
    assert_eq!(owned.send_exception().to_string(), "text");
    assert_eq!(
        PendingError::new(Missing).exception().kind(),
        ExceptionKind::Missing
    );
}

/// In generic code, too.
#[test]
fn an_exception_can_be_made_where_only_a_bound_is_known() {
    fn text<E: Error + 'static>(error: E) -> String {
        PendingError::new(error).exception().to_string()
    }
    assert_eq!(text(Oops("oops")), "oops");
}

/// Whatever other exits can be passed can be made an exception by hand.
#[test]
fn an_exception_is_made_of_what_is_no_error_but_known() {
    let mut nothing = PendingError::new(());
    assert!(nothing.exception().is::<()>());
    assert_eq!(nothing.exception().type_name(), "()");
    let text = std::borrow::Cow::Borrowed("no such table");
    assert_eq!(
        PendingError::new(text).exception().to_string(),
        "no such table"
    );
}
