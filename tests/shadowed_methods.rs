//! A trait of the user's that every type has may have methods of any name: the statement calls its own.

mod common;

use anyhow::bail;
use common::{Log, Oops, fail, pause};
use with_runtime::{async_with, strict, with};

/// Chosen by mistake.
struct Wrong;

/// Traits that every type has, with methods of these names, on this receiver.
macro_rules! blanket {
    ($($receiver:ident $params:tt: $($name:ident)*;)*) => {$(
        mod $receiver {
            use super::*;

            #[allow(dead_code, reason = "none of these should be called")]
            #[allow(clippy::wrong_self_convention, reason = "every name has every receiver")]
            trait Blanket: Sized {
                $(fn $name $params -> Wrong {
                    Wrong
                })*
            }

            impl<T> Blanket for T {}

            statements!();
        }
    )*};
}

macro_rules! names {
    ($($receiver:ident $params:tt;)*) => {
        blanket! {$(
            $receiver $params:
                abandon aenter aexit any apply attempt branch call cancelled carries_on certain
                classify diverge diverged diverging discard done end enter entered error exc
                exc_info exception exit exiting fail fail_as failure finish found handle held here
                into_output into_result is_strict itself join joined kind label last leave lend
                lent lookup lookup_exit mgr never next_exit or_unreachable output panic payload
                probe propagate put_back raise raised release residual result resume resume_as
                return_value returned rule seen settle split state statement stop stored strict
                suppress take tell told try_enter unseen value verdict wrap;
        )*}
    };
}

macro_rules! statements {
    () => {
        #[test]
        fn a_statement_with_jumps() {
            fn run(log: &Log, way: u8) -> Result<u8, Oops> {
                let n = loop {
                    let n = with!(log.spy("a") as inside => {
                        match way {
                            0 => return Ok(0),
                            1 => break 1,
                            2 => fail("no")?,
                            _ => inside.text().len(),
                        }
                    });
                    assert_eq!(n, 7);
                    break 3;
                };
                Ok(n)
            }

            let log = Log::new();
            assert_eq!(run(&log, 0), Ok(0));
            assert_eq!(run(&log, 1), Ok(1));
            assert_eq!(run(&log, 2), fail("no"));
            assert_eq!(
                log.text(),
                "enter a, exit a: clean, enter a, exit a: clean, enter a, exit a: error no"
            );
            let log = Log::new();
            assert_eq!(run(&log, 3), Ok(3));
            assert_eq!(log.text(), "enter a, exit a: clean");
        }

        #[test]
        fn strict_joined_and_nested_statements() {
            fn run(log: &Log) -> Result<u8, Oops> {
                with!(strict(log.spy("a")), strict(log.spy("b")) => {
                    with!(log.spy("c").suppressing(), log.spy("d") => {
                        fail("lost")?;
                    });
                    with!(log.spy("e").failing("disk full"), log.spy("f") => {
                        return fail("no");
                    })
                })
            }

            let log = Log::new();
            assert_eq!(run(&log), fail("disk full"));
            assert_eq!(
                log.text(),
                "enter a, enter b, enter c, enter d, exit d: error lost, exit c: error lost, \
                 enter e, enter f, exit f: clean, exit e: clean, \
                 exit b: error disk full, exit a: error disk full"
            );
        }

        #[test]
        fn a_statement_that_diverges() {
            fn run(log: &Log) -> u8 {
                with!(log.spy("a") => {
                    with!(log.spy("b") => {
                        return 1;
                    });
                });
            }

            let log = Log::new();
            assert_eq!(run(&log), 1);
            assert_eq!(log.text(), "enter a, enter b, exit b: clean, exit a: clean");
        }

        #[test]
        fn a_statement_that_bails_and_one_that_catches() {
            fn run(log: &Log) -> anyhow::Result<()> {
                with!(log.spy("a").suppressing() => catch {
                    panic!("no");
                });
                with!(log.spy("b") => {
                    bail!("no");
                })
            }

            let log = Log::new();
            assert!(run(&log).is_err());
            assert_eq!(
                log.text(),
                "enter a, exit a: panic, enter b, exit b: error no"
            );
        }

        #[test]
        fn an_async_statement() {
            async fn run(log: &Log, way: u8) -> Result<u8, Oops> {
                let n = async_with!(strict(log.spy("a")), log.spy("b").failing("full") => {
                    pause().await;
                    match way {
                        0 => return fail("value"),
                        1 => fail("no")?,
                        _ => 7,
                    }
                })?;
                Ok(n)
            }

            let log = Log::new();
            for way in 0..3 {
                let done = futures::executor::block_on(run(&log, way));
                assert_eq!(done, fail("full"));
            }
            let start = "aenter a, aenter b, aexit b: ";
            let end = ", aexit a: error full";
            assert_eq!(
                log.text(),
                format!("{start}clean{end}, {start}error no{end}, {start}clean{end}")
            );
        }
    };
}

names! {
    by_value(self);
    by_reference(&self);
    by_mutable_reference(&mut self);
}
