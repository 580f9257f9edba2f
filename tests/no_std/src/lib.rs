//! The statement in a crate that has no more than `core`: it is enough that this builds.
#![no_std]

use core::num::ParseIntError;

use with_runtime::contextlib::{managed, nullcontext, on_error, suppress};
use with_runtime::{ContextManager, Exception, PendingError, with};

/// Counts how deep it is entered.
#[derive(Debug, Default)]
pub struct Depth(u32);

impl ContextManager for Depth {
    type Value<'a> = &'a u32;
    type Exit = bool;

    fn enter(&mut self) -> &u32 {
        self.0 += 1;
        &self.0
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
        self.0 -= 1;
        exc.is_some_and(|exc| exc.is::<ParseIntError>())
    }
}

/// Suppresses what is no number.
///
/// # Errors
///
/// None that gets through.
pub fn parse(depth: &mut Depth, number: &str) -> Result<Option<u32>, ParseIntError> {
    let mut parsed = None;
    with!(Depth::default(), depth as depth => {
        if *depth > 9 {
            return Ok(parsed);
        }
        parsed = Some(number.parse()?);
    });
    Ok(parsed)
}

/// Adds what is a number, or nothing at all.
///
/// # Errors
///
/// If one of them is no number.
pub fn add(sum: &mut u32, numbers: &[&str]) -> Result<(), ParseIntError> {
    let before = *sum;
    with!(
        managed(sum, |sum, exc| if exc.is_some() { *sum = before }) as sum,
        nullcontext(numbers) as numbers,
        on_error(|exc| exc.find::<ParseIntError>().is_none())
        => {
            for number in *numbers {
                **sum += number.parse::<u32>()?;
            }
        }
    );
    Ok(())
}

/// Whether an exit suppresses what is no number.
#[must_use]
pub fn suppresses(error: ParseIntError) -> bool {
    suppress::<ParseIntError>().exit(Some(PendingError::new(error).exception()))
}
