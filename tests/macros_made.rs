//! Statements that a macro makes of what it is given: the jumps of the block around them keep what they carry, through any number
//! of expansions. An exit inside never sees "no exception" where an error passes.

mod common;

use anyhow::{bail, ensure};
use common::{Log, Oops, fail};
use with_runtime::{async_with, with, with as ctx};

/// Makes a statement.
macro_rules! made {
    ($log:ident $name:literal; $($block:tt)*) => {
        with!($log.spy($name) => { $($block)* })
    };
}

/// Makes one under another name, which the statement around it does not know.
macro_rules! renamed {
    ($log:ident $name:literal; $($block:tt)*) => {
        ctx!($log.spy($name) => { $($block)* })
    };
}

macro_rules! catching {
    ($log:ident $name:literal; $($block:tt)*) => {
        with!($log.spy($name) => catch { $($block)* })
    };
}

macro_rules! waiting {
    ($log:ident $name:literal; $($block:tt)*) => {
        async_with!($log.spy($name) => { $($block)* })
    };
}

/// Each way to raise, through one to four statements that macros make.
macro_rules! at_each_depth {
    ($($test:ident: $made:ident, $Error:ty, { $($raise:tt)* }, $told:literal;)*) => {$(
        #[test]
        fn $test() {
            fn one(log: &Log) -> Result<(), $Error> {
                with!(log.spy("a") => { $made! { log "b"; $($raise)* } });
                Ok(())
            }

            fn two(log: &Log) -> Result<(), $Error> {
                with!(log.spy("a") => { $made! { log "b"; $made! { log "c"; $($raise)* } } });
                Ok(())
            }

            fn four(log: &Log) -> Result<(), $Error> {
                with!(log.spy("a") => {
                    $made! { log "b"; $made! { log "c"; $made! { log "d"; $made! { log "e"; $($raise)* } } } }
                });
                Ok(())
            }

            fn alone(log: &Log) -> Result<(), $Error> {
                $made! { log "b"; $made! { log "c"; $($raise)* } };
                Ok(())
            }

            let told = |names: &str| {
                let entered = names.chars().map(|name| format!("enter {name}"));
                let exited = names.chars().rev().map(|name| format!("exit {name}: {}", $told));
                entered.chain(exited).collect::<Vec<_>>().join(", ")
            };
            for (run, names) in [
                (one as fn(&Log) -> Result<(), $Error>, "ab"),
                (two, "abc"),
                (four, "abcde"),
                (alone, "bc"),
            ] {
                let log = Log::new();
                assert!(run(&log).is_err());
                assert_eq!(log.text(), told(names));
            }
        }
    )*};
}

at_each_depth! {
    a_question_mark: made, Oops, { fail::<()>("no")? }, "error no";
    a_question_mark_as_a_statement: made, Oops, { fail::<()>("no")?; }, "error no";
    a_question_mark_in_a_macro: made, Oops, { println!("{}", fail::<u8>("no")?); }, "error no";
    a_bail: made, anyhow::Error, { bail!("no") }, "error no";
    a_bail_among_others: made, anyhow::Error, { if 1 > 20 { bail!("more") } bail!("no") }, "error no";
    an_ensure: made, anyhow::Error, { ensure!(1 == 0, "no") }, "error no";
    a_question_mark_under_another_name: renamed, Oops, { fail::<()>("no")? }, "error no";
    a_bail_under_another_name: renamed, anyhow::Error, { bail!("no") }, "error no";
    an_ensure_under_another_name: renamed, anyhow::Error, { ensure!(1 == 0, "no") }, "error no";
    a_question_mark_in_catch: catching, Oops, { fail::<()>("no")? }, "error no";
    a_bail_in_catch: catching, anyhow::Error, { bail!("no") }, "error no";
}

#[test]
fn a_missing_value() {
    fn run(log: &Log) -> Option<u8> {
        with!(log.spy("a") => {
            made! { log "b"; made! { log "c"; let one: Option<u8> = None; Some(one? + 1) } }
        })
    }

    let log = Log::new();
    assert_eq!(run(&log), None);
    assert_eq!(
        log.text(),
        "enter a, enter b, enter c, exit c: missing, exit b: missing, exit a: missing"
    );
}

#[test]
fn the_original_error_reaches_every_exit() {
    #[derive(Debug)]
    struct Wrapped;

    impl From<Oops> for Wrapped {
        fn from(_: Oops) -> Self {
            Wrapped
        }
    }

    macro_rules! made {
        ($log:ident; $($block:tt)*) => {
            ctx!($log.spy("b").naming_types() => { $($block)* })
        };
    }

    fn run(log: &Log) -> Result<(), Wrapped> {
        with!(log.spy("a").naming_types() => { made! { log; fail::<()>("no")?; } });
        Ok(())
    }

    let log = Log::new();
    assert!(run(&log).is_err());
    assert_eq!(
        log.text(),
        "enter a, enter b, exit b: error no as Oops, exit a: error no as Oops"
    );
}

/// The place is that of the user's `?`, not of a macro.
#[test]
fn the_place_of_a_question_mark() {
    use with_runtime::{ContextManager, Exception};

    struct Place<'a>(&'a Log);

    impl ContextManager for Place<'_> {
        type Value<'a>
            = ()
        where
            Self: 'a;
        type Exit = ();

        fn enter(&mut self) {}

        fn exit(&mut self, exc: Option<Exception<'_>>) {
            let place = exc.and_then(|exc| exc.traceback().location()).unwrap();
            self.0.note(format!("{}:{}", place.line(), place.column()));
        }
    }

    macro_rules! placed {
        ($log:ident; $($block:tt)*) => {
            ctx!(Place($log) => { $($block)* })
        };
    }

    const LINE: u32 = line!() + 3;
    fn run(log: &Log) -> Result<(), Oops> {
        with!(Place(log) => {
            placed! { log; placed! { log; fail::<()>("no")?; } }
        });
        Ok(())
    }

    let log = Log::new();
    assert!(run(&log).is_err());
    let place = format!("{LINE}:59");
    assert_eq!(log.text(), [place.as_str(); 3].join(", "));
}

#[test]
fn returns_and_labelled_jumps_are_no_exceptions() {
    fn run(log: &Log, way: u8) -> u8 {
        'outer: for turn in 0..2 {
            with!(log.spy("a") => {
                renamed! { log "b"; renamed! { log "c";
                    match way {
                        0 => return 7,
                        1 => break 'outer,
                        _ if turn == 0 => continue 'outer,
                        _ => {}
                    }
                } }
            });
        }
        8
    }

    const ONCE: &str = "enter a, enter b, enter c, exit c: clean, exit b: clean, exit a: clean";
    for (way, result, turns) in [(0, 7, 1), (1, 8, 1), (2, 8, 2)] {
        let log = Log::new();
        assert_eq!(run(&log, way), result);
        assert_eq!(log.text(), [ONCE].repeat(turns).join(", "), "{way}");
    }
}

#[test]
fn an_exit_inside_may_suppress() {
    macro_rules! suppressing {
        ($log:ident; $($block:tt)*) => {
            ctx!($log.spy("b").suppressing() => { $($block)* })
        };
    }

    fn run(log: &Log) -> anyhow::Result<()> {
        with!(log.spy("a") => {
            suppressing! { log; bail!("no"); }
            log.note("next");
            suppressing! { log; fail::<()>("no")?; }
        });
        Ok(())
    }

    let log = Log::new();
    run(&log).unwrap();
    assert_eq!(
        log.text(),
        "enter a, enter b, exit b: error no, next, enter b, exit b: error no, exit a: clean"
    );
}

#[test]
fn async_statements_and_arms_of_select() {
    async fn run(log: &Log, way: u8) -> anyhow::Result<()> {
        async_with!(log.spy("a") => {
            tokio::select! {
                () = std::future::ready(()) => {
                    waiting! { log "b"; waiting! { log "c";
                        if way == 0 {
                            bail!("no");
                        }
                        fail::<()>("no")?;
                    } }
                }
            }
        });
        Ok(())
    }

    for way in 0..2 {
        let log = Log::new();
        assert!(futures::executor::block_on(run(&log, way)).is_err());
        assert_eq!(
            log.text(),
            "aenter a, aenter b, aenter c, aexit c: error no, aexit b: error no, aexit a: error no"
        );
    }
}

/// A wrapper of the user's that has our name does its part.
#[test]
fn a_wrapper_called_with() {
    mod locked {
        macro_rules! with {
            ($log:ident, $($tokens:tt)*) => {
                with_runtime::with!($log.spy("lock") => { with_runtime::with!($($tokens)*) })
            };
            (@ $($tokens:tt)*) => {
                with_runtime::with!(@ $($tokens)*)
            };
        }
        pub(super) use with;
    }

    fn run(log: &Log) -> Result<(), Oops> {
        with!(log.spy("a") => {
            locked::with!(log, log.spy("b") => { fail::<()>("no")?; });
        });
        Ok(())
    }

    let log = Log::new();
    assert!(run(&log).is_err());
    assert_eq!(
        log.text(),
        "enter a, enter lock, enter b, exit b: error no, exit lock: error no, exit a: error no"
    );
}

/// One that takes whatever it is given is called around the statement, and not instead of it.
#[test]
fn a_wrapper_that_shadows_with() {
    macro_rules! outer {
        ($($tokens:tt)*) => {
            with_runtime::with!($($tokens)*)
        };
    }

    fn run(log: &Log) -> Result<(), Oops> {
        macro_rules! with {
            ($($tokens:tt)*) => {
                with_runtime::with!(log.spy("lock") => { with_runtime::with!($($tokens)*) })
            };
        }

        outer!(log.spy("a") => {
            with!(log.spy("b") => {
                log.note("in");
                fail::<()>("no")?;
            });
        });
        Ok(())
    }

    let log = Log::new();
    assert!(run(&log).is_err());
    assert_eq!(
        log.text(),
        "enter a, enter lock, enter b, in, exit b: error no, exit lock: error no, exit a: error no"
    );
}
