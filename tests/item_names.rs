//! Items are not hygienic: those of the user's in scope have any names, and clash with none of the expansion's variables.
#![allow(
    dead_code,
    non_camel_case_types,
    non_upper_case_globals,
    reason = "the names are what is tested"
)]

mod common;

use common::{Log, Oops, fail, pause};
use with_runtime::{async_with, with};

mod items {
    macro_rules! constants {
        ($($name:ident)*) => {
            $(pub(super) const $name: u32 = 7;)*
        };
    }

    macro_rules! statics {
        ($($name:ident)*) => {
            $(pub(super) static $name: u32 = 7;)*
        };
    }

    macro_rules! unit_structs {
        ($($name:ident)*) => {
            $(pub(super) struct $name;)*
        };
    }

    constants! { result value mgr bailed broken broken0 failure output residual verdict argument0 }
    statics! { exc returned returned0 panicked payload caught ended joined last block poll }
    unit_structs! { exit stop lent continued condition return0 raise0 break0 never }
}

use items::*;

fn run(log: &Log, way: u8) -> anyhow::Result<u8> {
    'outer: for turn in 0..2 {
        with!(log.spy("a") as _, log.spy("b") => {
            match way {
                0 => return Ok(0),
                1 => break,
                2 if turn == 0 => continue,
                3 => break 'outer,
                4 => fail("no")?,
                5 => anyhow::bail!("no"),
                6 => anyhow::ensure!(fail::<u8>("no")? == 1, "never"),
                _ => {}
            }
            with!(log.spy("c") => catch {
                if way == 7 {
                    return Ok(7);
                }
                println!("{}", if way == 8 { fail::<u8>("no")? } else { 1 });
            });
        });
    }
    let sum = with!(log.spy("d").answering(Ok::<(), Oops>(())) => { u8::try_from(value)? })?;
    Ok(sum)
}

#[test]
fn of_a_statement() {
    for (way, expected) in [
        Some(0),
        Some(7),
        Some(7),
        Some(7),
        None,
        None,
        None,
        Some(7),
        None,
    ]
    .into_iter()
    .enumerate()
    {
        let log = Log::new();
        let way = u8::try_from(way).unwrap();
        assert_eq!(run(&log, way).ok(), expected, "{way}");
        assert_eq!(
            log.text().matches("enter").count(),
            log.text().matches("exit").count(),
        );
    }
}

#[test]
fn of_an_async_statement() {
    async fn run(log: &Log, fails: bool) -> Result<u32, Oops> {
        async_with!(log.spy("a") as _ => catch {
            pause().await;
            let added = if fails { fail::<u32>("no")? } else { value };
            Ok(added + returned)
        })
    }

    let log = Log::new();
    assert_eq!(futures::executor::block_on(run(&log, false)), Ok(14));
    assert_eq!(futures::executor::block_on(run(&log, true)), fail("no"));
    assert_eq!(
        log.text(),
        "aenter a, aexit a: clean, aenter a, aexit a: error no"
    );
}
