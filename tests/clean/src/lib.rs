//! Statements in every shape, in a crate that tolerates no warning: it is enough that this builds, with `cargo clippy` too.
#![forbid(unsafe_code)]
#![deny(warnings, clippy::all, clippy::pedantic)]
#![deny(
    future_incompatible,
    let_underscore,
    missing_docs,
    nonstandard_style,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    unused,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    missing_debug_implementations,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences,
    clippy::nursery,
    clippy::cargo,
    clippy::question_mark_used,
    clippy::let_underscore_must_use,
    clippy::let_underscore_untyped,
    clippy::mem_forget,
    clippy::panic,
    clippy::pattern_type_mismatch,
    clippy::semicolon_inside_block,
    clippy::shadow_reuse,
    clippy::shadow_same,
    clippy::shadow_unrelated,
    clippy::unreachable,
    clippy::unwrap_used,
    clippy::wildcard_enum_match_arm
)]
#![allow(
    clippy::question_mark_used,
    reason = "the lint is about what these functions are for"
)]
#![allow(clippy::cargo_common_metadata, reason = "the crate is not published")]

pub mod managers;
pub mod warnings;

use managers::{Commit, Connect, Dial, Guard, Session, Suppress};
use std::convert::Infallible;
use std::num::ParseIntError;
use with_runtime::{async_with, strict, with};

/// No target, no value.
pub fn plain() {
    with!(Guard => {
        helper();
    });
    with!(Guard => helper());
    with! { Guard => { helper(); } }
    with![Guard as _ => { helper(); }];
    with!(Guard as value, { used(*value) },);
}

/// A value.
#[must_use]
pub fn value() -> u32 {
    let outer = with!(Guard as value => {
        let doubled = *value * 2;
        doubled + 1
    });
    with!(Guard as value => { *value + outer })
}

/// `return` with and without a value.
#[must_use]
pub fn returns(early: bool) -> u32 {
    with!(Guard as value => {
        if early {
            return *value;
        }
    });
    nothing(early);
    with!(Guard as value => {
        return *value + 1;
    });
}

fn nothing(early: bool) {
    with!(Guard => {
        if early {
            return;
        }
        helper();
    });
    helper();
}

/// `?` on everything.
///
/// # Errors
///
/// If the text is no number.
pub fn raises(text: &str) -> Result<u32, ParseIntError> {
    let number: u32 = with!(Guard => { text.parse()? });
    let length = with!(Guard => {
        let next: u32 = text.trim().parse()?;
        if next > 3 {
            return Ok(next);
        }
        next + missing(Some(1)).unwrap_or_default()
    });
    Ok(number + length)
}

fn missing(value: Option<u32>) -> Option<u32> {
    let present = with!(Guard => { value? });
    Some(present)
}

/// Loops.
#[must_use]
pub fn loops(numbers: &[u32]) -> Option<u32> {
    for number in numbers {
        with!(Guard as value => {
            if number == value {
                continue;
            }
            if *number > 10 {
                break;
            }
            used(*number);
        });
    }
    let found = 'search: {
        for number in numbers {
            with!(Guard as value => {
                if number == value {
                    break 'search Some(*number);
                }
            });
        }
        None
    };
    'outer: for number in numbers {
        for other in numbers {
            with!(Guard as value => {
                match *value {
                    0 => continue 'outer,
                    1 => break 'outer,
                    _ => used(*number + *other),
                }
            });
        }
    }
    let mut count = 0;
    let counted = loop {
        count += 1;
        with!(Guard as value => {
            if count > *value {
                break count;
            }
        });
    };
    found.map(|number| number + counted)
}

/// Verdicts, joined and nested.
///
/// # Errors
///
/// If the commit fails.
pub fn verdicts(text: &str) -> Result<u32, String> {
    with!(Suppress => {
        let number: u32 = text.parse().map_err(|_| "no number")?;
        used(number);
    });
    let committed = with!(strict(Commit) as mut total => {
        *total += 1;
        if text.is_empty() {
            return Err("empty".to_owned());
        }
        *total
    })?;
    with!(Guard as value, Commit as mut total => {
        *total += *value;
    })?;
    with!(Commit as mut first, Commit as second, Suppress => {
        *first += *second;
    })?;
    with!(Connect as connection? => { used(connection) });
    with!(Connect as _? => { helper() });
    with!(Guard as outer => {
        with!(Commit as mut inner => {
            *inner += *outer;
            let parsed: u32 = text.parse().map_err(|_| "no number".to_owned())?;
            *inner += parsed;
        })?;
        with!(Guard => {
            return Ok(committed);
        });
    });
}

/// Blocks whose end is out of reach.
#[must_use]
pub fn diverges(number: Result<u32, Infallible>, given: Option<i32>) -> u32 {
    let known = match number {
        Ok(known) => known,
        Err(never) => with!(Guard => { match never {} }),
    };
    let Some(code) = given else {
        with!(Guard => { std::process::exit(1); });
    };
    let more = if code == 1 {
        known
    } else {
        with!(Guard => { fail(code) })
    };
    with!(Guard => {
        match code {
            2 => return more,
            3 => with!(Guard => { return more + 1; }),
            _ => fail(code),
        }
    })
}

fn fail(code: i32) -> ! {
    with!(Guard => {
        std::process::exit(code);
    });
}

/// A raised error of which only the type is of interest.
///
/// # Errors
///
/// Always.
pub fn fails() -> Result<(), String> {
    with!(Guard => {
        Err("always")?;
    });
    Ok(())
}

/// `.await`.
pub async fn awaits() -> u32 {
    with!(Guard as value => {
        let ready = std::future::ready(*value).await;
        if ready > 3 {
            return ready;
        }
        ready + 1
    })
}

/// Panics as exceptions, in blocks of every ending.
///
/// # Errors
///
/// If the number isn't one.
pub fn catches(number: &str) -> Result<u32, ParseIntError> {
    with!(Suppress => catch { used(1) });
    with!(Guard, Suppress => catch {
        helper();
    });
    let mut last = 0;
    'outer: for turn in 0..4 {
        with!(Guard as value, Guard as _ => catch {
            if turn == 1 {
                continue;
            }
            if turn == 2 {
                continue 'outer;
            }
            if *value == turn {
                break;
            }
            last = number.parse()?;
        });
    }
    let value = with!(Guard as value => catch {
        if last == 3 {
            return Ok(last);
        }
        last + *value
    });
    let other = match value {
        1 => with!(Guard => catch { return Ok(1) }),
        2 => with!(Guard => catch { fail(2) }),
        _ => with!(Guard => catch {
            with!(Guard => catch { number.parse::<u32>()? })
        }),
    };
    Ok(value + other)
}

/// `.await`, where a poll may panic.
pub async fn catches_polls() -> u32 {
    with!(Guard as value => catch {
        let ready = std::future::ready(*value).await;
        if ready > 3 {
            return ready;
        }
        ready + 1
    })
}

/// The async statement, in every shape.
///
/// # Errors
///
/// If the number isn't one, or there is no connection.
pub async fn awaits_all(number: &str) -> Result<u32, Box<dyn core::error::Error + Send + Sync>> {
    async_with!(Session => { used(1) });
    let mut last = 0;
    for turn in 0..4 {
        async_with!(Session as _, strict(Session) => {
            if turn == 1 {
                continue;
            }
            if turn == 2 {
                break;
            }
            last = number.parse()?;
        });
    }
    let value = async_with!(Dial as value? => {
        std::future::ready(()).await;
        if last == *value {
            return Ok(last);
        }
        last
    })?;
    async_with!(Session, Dial as _? => catch {
        std::future::ready(()).await;
        used(value);
    })?;
    async_with!(Session => {
        async_with!(Session => { return Ok(value); });
    })
}

const fn helper() {}

fn used(number: u32) {
    assert!(number < u32::MAX, "it is a small number");
}
