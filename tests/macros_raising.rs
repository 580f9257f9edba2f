//! `bail!`, `ensure!` and `whatever!` raise, although it is a `return` that they hide.
#![allow(clippy::never_loop, reason = "many of these jumps are always taken")]
#![allow(clippy::unnecessary_wraps, reason = "not all that is asked fails")]

mod common;

use std::error::Error;
use std::fmt;
use std::sync::Arc;

use common::{Log, Oops, fail};
use futures::executor::block_on;
use with_runtime::{ContextManager, Exception, ExceptionKind, strict, with};

/// An error that is the same as another only if it is a copy of it.
#[derive(Clone, Debug)]
struct Unique(Arc<str>);

impl Unique {
    fn new(text: &str) -> Self {
        Unique(text.into())
    }

    fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl fmt::Display for Unique {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Unique {}

impl miette::Diagnostic for Unique {}

impl miette::Diagnostic for Oops {}

/// Writes down what it is told of an error of type `E` in one of type `R`.
struct Looking<'a, E, R> {
    log: &'a Log,
    error: Option<E>,
    suppress: bool,
    raised: std::marker::PhantomData<R>,
}

impl<E: Error + Clone + 'static, R: 'static> ContextManager for &mut Looking<'_, E, R> {
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = bool;

    fn enter(&mut self) {}

    fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
        let exc = exc.expect("an exception");
        assert_eq!(exc.kind(), ExceptionKind::Error);
        assert!(exc.is::<R>());
        self.error = exc
            .as_error()
            .and_then(|error| error.downcast_ref().cloned());
        self.log.note(exc.to_string());
        self.suppress
    }
}

fn looking<E, R>(log: &Log) -> Looking<'_, E, R> {
    Looking {
        log,
        error: None,
        suppress: false,
        raised: std::marker::PhantomData,
    }
}

fn parse(text: &str) -> Result<u8, Oops> {
    text.parse().map_err(|_| Oops("not a number"))
}

async fn later(text: &str) -> Result<u8, Oops> {
    tokio::task::yield_now().await;
    parse(text)
}

fn run<F: Future>(future: F) -> F::Output {
    block_on(future)
}

/// What anyhow, eyre and miette have in common: `$Report` is made by the macros of `$macros`.
macro_rules! reports {
    ($($name:ident: $macros:ident, $Report:ty;)*) => {$(
        mod $name {
            use $macros::{bail, ensure};

            use super::*;

            type Fallible<T> = Result<T, $Report>;

            #[test]
            fn bail_raises() {
                fn leave(log: &Log) -> Fallible<u8> {
                    with!(log.spy("a") => {
                        log.note("block");
                        bail!("no");
                    });
                }

                let log = Log::new();
                assert_eq!(leave(&log).unwrap_err().to_string(), "no");
                assert_eq!(log.text(), "enter a, block, exit a: error no");
            }

            #[test]
            fn bail_raises_its_report() {
                fn leave(log: &Log) -> Fallible<()> {
                    with!(log.spy("a").naming_types() => {
                        if log.len() == 1 {
                            bail!(Oops("no"));
                        }
                    });
                    Ok(())
                }

                let log = Log::new();
                assert_eq!(leave(&log).unwrap_err().downcast_ref(), Some(&Oops("no")));
                let name = std::any::type_name::<$Report>();
                assert_eq!(log.text(), format!("enter a, exit a: error no as {name}"));
            }

            #[test]
            fn a_return_in_plain_sight_is_a_return() {
                fn leave(log: &Log) -> Fallible<()> {
                    with!(log.spy("a") => {
                        if log.len() == 1 {
                            return Err(<$Report>::msg("no"));
                        }
                    });
                    Ok(())
                }

                let log = Log::new();
                assert_eq!(leave(&log).unwrap_err().to_string(), "no");
                assert_eq!(log.text(), "enter a, exit a: clean");
            }

            #[test]
            fn strict_managers_are_told_once_as_well() {
                fn leave(log: &Log, number: u8) -> Fallible<()> {
                    with!(strict(log.spy("a")) => {
                        ensure!(number != 1, "no");
                        if number == 2 {
                            bail!("no");
                        }
                        if number == 3 {
                            return Err(<$Report>::msg("no"));
                        }
                    });
                    Ok(())
                }

                for number in [1, 2, 3] {
                    let log = Log::new();
                    assert_eq!(leave(&log, number).unwrap_err().to_string(), "no");
                    assert_eq!(log.text(), "enter a, exit a: error no");
                }
            }

            #[test]
            fn exit_sees_the_error_that_the_function_returns() {
                fn leave(looking: &mut Looking<Unique, $Report>, error: Unique) -> Fallible<()> {
                    with!(looking => {
                        if !error.0.is_empty() {
                            bail!(error);
                        }
                    });
                    Ok(())
                }

                let (log, error) = (Log::new(), Unique::new("no"));
                let mut looking = looking::<Unique, $Report>(&log);
                let returned = leave(&mut looking, error.clone()).unwrap_err();
                assert!(returned.downcast_ref::<Unique>().unwrap().is(&error));
                assert!(looking.error.unwrap().is(&error));
                assert_eq!(log.text(), "no");
            }

            #[test]
            fn exit_may_suppress_it() {
                fn leave(looking: &mut Looking<Unique, $Report>, error: &Unique) -> Fallible<u8> {
                    let log = looking.log;
                    with!(&mut *looking => {
                        bail!(error.clone());
                    });
                    log.note("next");
                    with!(&mut *looking => {
                        ensure!(error.0.is_empty(), error.clone());
                        log.note("never");
                    });
                    log.note("last");
                    Ok(7)
                }

                let (log, error) = (Log::new(), Unique::new("no"));
                let mut looking = looking::<Unique, $Report>(&log);
                looking.suppress = true;
                assert_eq!(leave(&mut looking, &error).unwrap(), 7);
                assert!(looking.error.unwrap().is(&error));
                assert_eq!(log.text(), "no, next, no, last");
            }

            #[test]
            fn a_failing_exit_replaces_it() {
                fn leave(log: &Log) -> Fallible<()> {
                    with!(log.spy("a").failing("worse") => {
                        bail!("no");
                    })?;
                    Ok(())
                }

                let log = Log::new();
                assert_eq!(leave(&log).unwrap_err().to_string(), "worse");
                assert_eq!(log.text(), "enter a, exit a: error no");
            }

            #[test]
            fn every_manager_is_told() {
                fn nested(log: &Log) -> Fallible<()> {
                    with!(log.spy("a") => {
                        with!(log.spy("b") => {
                            bail!("no");
                        });
                    });
                }

                fn joined(log: &Log) -> Fallible<()> {
                    with!(log.spy("a"), log.spy("b") => {
                        bail!("no");
                    });
                }

                fn suppressed(log: &Log) -> Fallible<()> {
                    with!(log.spy("a") => {
                        with!(log.spy("b").suppressing() => {
                            bail!("no");
                        });
                        log.note("next");
                    });
                    Ok(())
                }

                for leave in [nested, joined] {
                    let log = Log::new();
                    assert_eq!(leave(&log).unwrap_err().to_string(), "no");
                    assert_eq!(log.text(), "enter a, enter b, exit b: error no, exit a: error no");
                }
                let log = Log::new();
                suppressed(&log).unwrap();
                assert_eq!(log.text(), "enter a, enter b, exit b: error no, next, exit a: clean");
            }

            #[test]
            fn a_path_leads_to_the_same_macros() {
                fn leave(log: &Log, number: u8) -> Fallible<u8> {
                    with!(log.spy("a") => {
                        $macros::ensure!(number != 1, "one");
                        if number == 2 {
                            ::$macros::bail!("two");
                        }
                        Ok(number)
                    })
                }

                let log = Log::new();
                assert_eq!(leave(&log, 1).unwrap_err().to_string(), "one");
                assert_eq!(leave(&log, 2).unwrap_err().to_string(), "two");
                assert_eq!(leave(&log, 3).unwrap(), 3);
                assert_eq!(
                    log.text(),
                    "enter a, exit a: error one, enter a, exit a: error two, enter a, exit a: clean"
                );
            }

            #[test]
            fn bail_may_stand_where_an_expression_does() {
                fn leave(log: &Log, text: &str) -> Fallible<u8> {
                    let number = with!(log.spy("a") => {
                        let Some((one, two)) = text.split_once(' ') else {
                            bail!("{text:?} is one word")
                        };
                        let number: u8 = match one {
                            "one" => 1,
                            "two" => bail!("too {}", "much"),
                            other => other.parse().unwrap_or_else(|_| 9),
                        };
                        match two {
                            "" => bail!("{0} {one} {two:?}", number),
                            _ => number,
                        }
                    });
                    Ok(number)
                }

                for (text, told) in [
                    ("one", "\"one\" is one word"),
                    ("two words", "too much"),
                    ("one ", "1 one \"\""),
                ] {
                    let log = Log::new();
                    assert_eq!(leave(&log, text).unwrap_err().to_string(), told);
                    assert_eq!(log.text(), format!("enter a, exit a: error {told}"));
                }
                assert_eq!(leave(&Log::new(), "7 words").unwrap(), 7);
            }

            #[test]
            fn messages_are_formatted_as_usual() {
                fn leave(log: &Log, way: u8) -> Fallible<()> {
                    let name = "name";
                    with!(log.spy("a") => {
                        let width = 5;
                        match way {
                            0 => bail!("{name}"),
                            1 => bail!("{} {name:>width$}", way),
                            2 => bail!("{way:?} {other}", other = name.len()),
                            3 => ensure!(way != 3, "{name}"),
                            4 => ensure!(way != 4, "{} {name:>1$}", way, width),
                            _ => ensure!(way != 5, "{way:?} {other}", other = name.len(),),
                        }
                    });
                    Ok(())
                }

                for (way, text) in ["name", "1  name", "2 4", "name", "4  name", "5 4"]
                    .iter()
                    .enumerate()
                {
                    let (log, way) = (Log::new(), u8::try_from(way).unwrap());
                    assert_eq!(leave(&log, way).unwrap_err().to_string(), *text);
                    assert_eq!(log.text(), format!("enter a, exit a: error {text}"));
                }
                leave(&Log::new(), 6).unwrap();
            }

            #[test]
            fn a_jump_in_the_arguments_of_bail_comes_first() {
                fn leave(log: &Log, text: &str) -> Fallible<u8> {
                    for _ in 0..1 {
                        with!(log.spy("a").naming_types() => {
                            match text {
                                "break" => bail!("{}", if text.is_empty() { 1 } else { break }),
                                "return" => bail!("{}", if text.is_empty() { 1 } else { return Ok(7) }),
                                text => bail!("{} {number}", text, number = parse(text)?),
                            }
                        });
                    }
                    Ok(8)
                }

                let log = Log::new();
                assert_eq!(leave(&log, "break").unwrap(), 8);
                assert_eq!(leave(&log, "return").unwrap(), 7);
                assert_eq!(leave(&log, "3").unwrap_err().to_string(), "3 3");
                assert!(leave(&log, "three").unwrap_err().is::<Oops>());
                let name = std::any::type_name::<$Report>();
                assert_eq!(
                    log.text(),
                    format!(
                        "enter a, exit a: clean, enter a, exit a: clean, \
                         enter a, exit a: error 3 3 as {name}, \
                         enter a, exit a: error not a number as Oops"
                    )
                );
            }

            #[test]
            fn a_jump_in_the_arguments_of_ensure_comes_first() {
                fn leave(log: &Log, text: &str, message: &str) -> Fallible<u8> {
                    let number = with!(log.spy("a").naming_types() => {
                        ensure!(parse(text)? > 3, "{message} {}", parse(message)?);
                        ensure!(
                            if text == "9" { return Ok(9) } else { true },
                            Unique::new("never")
                        );
                        parse(text)?
                    });
                    Ok(number)
                }

                let log = Log::new();
                assert_eq!(leave(&log, "4", "five").unwrap(), 4);
                assert_eq!(leave(&log, "9", "five").unwrap(), 9);
                assert_eq!(leave(&log, "3", "5").unwrap_err().to_string(), "5 5");
                assert!(leave(&log, "3", "five").unwrap_err().is::<Oops>());
                assert!(leave(&log, "three", "5").unwrap_err().is::<Oops>());
                let name = std::any::type_name::<$Report>();
                assert_eq!(
                    log.text(),
                    format!(
                        "enter a, exit a: clean, enter a, exit a: clean, \
                         enter a, exit a: error 5 5 as {name}, \
                         enter a, exit a: error not a number as Oops, \
                         enter a, exit a: error not a number as Oops"
                    )
                );
            }

            #[test]
            fn arguments_hold_statements() {
                fn leave(log: &Log, text: &str) -> Fallible<()> {
                    with!(log.spy("a") => {
                        bail!("{}", with!(log.spy("b") => { parse(text)? }));
                    });
                }

                let log = Log::new();
                assert_eq!(leave(&log, "3").unwrap_err().to_string(), "3");
                assert!(leave(&log, "three").unwrap_err().is::<Oops>());
                assert_eq!(
                    log.text(),
                    "enter a, enter b, exit b: clean, exit a: error 3, \
                     enter a, enter b, exit b: error not a number, exit a: error not a number"
                );
            }

            #[test]
            fn an_error_is_moved_only_where_it_is_raised() {
                fn leave(log: &Log, number: u8) -> Fallible<Unique> {
                    let error = Unique::new("no");
                    with!(log.spy("a") => {
                        ensure!(number != 1, error);
                        if number == 2 {
                            bail!(error);
                        }
                        log.note(error.to_string());
                    });
                    Ok(error)
                }

                let log = Log::new();
                assert!(leave(&log, 1).unwrap_err().is::<Unique>());
                assert!(leave(&log, 2).unwrap_err().is::<Unique>());
                assert_eq!(leave(&log, 3).unwrap().to_string(), "no");
                assert_eq!(
                    log.text(),
                    "enter a, exit a: error no, enter a, exit a: error no, enter a, no, exit a: clean"
                );
            }

            #[test]
            fn a_message_is_made_only_where_it_is_raised() {
                fn leave(log: &Log, number: u8) -> Fallible<()> {
                    with!(log.spy("a") => {
                        ensure!(number != 1, "{}", {
                            log.note("message");
                            "no"
                        });
                    });
                    Ok(())
                }

                let log = Log::new();
                leave(&log, 2).unwrap();
                assert!(leave(&log, 1).is_err());
                assert_eq!(
                    log.text(),
                    "enter a, exit a: clean, enter a, message, exit a: error no"
                );
            }

            #[test]
            fn locals_are_dropped_before_exit() {
                fn leave(log: &Log) -> Fallible<()> {
                    with!(log.spy("a") => {
                        let local = log.trace("local");
                        ensure!(local.name().is_empty(), "no");
                    });
                    Ok(())
                }

                let log = Log::new();
                assert!(leave(&log).is_err());
                assert_eq!(log.text(), "enter a, drop local, exit a: error no");
            }

            #[test]
            fn conditions_and_messages_may_borrow_what_is_mutable() {
                fn leave(log: &Log, numbers: &mut Vec<u8>) -> Fallible<()> {
                    with!(log.spy("a") => {
                        let mut count = 0;
                        let mut next = || { count += 1; count };
                        ensure!(next() == 1, "{}", next());
                        ensure!(numbers.pop() == Some(1), "{:?}", { numbers.push(7); &*numbers });
                        numbers.push(2);
                        ensure!(next() == 7, "{} {:?}", next(), numbers);
                    });
                    Ok(())
                }

                let mut numbers = vec![1];
                assert_eq!(leave(&Log::new(), &mut numbers).unwrap_err().to_string(), "3 [2]");
                assert_eq!(leave(&Log::new(), &mut numbers).unwrap_err().to_string(), "[7]");
            }

            #[test]
            fn futures_are_awaited_in_arguments() {
                async fn leave(log: &Log, [a, b, c]: [&str; 3]) -> Fallible<()> {
                    with!(log.spy("a").naming_types() => {
                        ensure!(later(a).await == Ok(1), "{a} {}", later(b).await?);
                        ensure!(later(b).await? == 2, Oops("no"));
                        bail!("{} {c}", later(c).await?);
                    });
                }

                let name = std::any::type_name::<$Report>();
                for (texts, told) in [
                    (["1", "2", "3"], format!("3 3 as {name}")),
                    (["x", "2", "3"], format!("x 2 as {name}")),
                    (["x", "y", "3"], "not a number as Oops".to_owned()),
                    (["1", "4", "3"], format!("no as {name}")),
                    (["1", "2", "z"], "not a number as Oops".to_owned()),
                ] {
                    let log = Log::new();
                    assert!(run(leave(&log, texts)).is_err());
                    assert_eq!(log.text(), format!("enter a, exit a: error {told}"));
                }
            }

            #[test]
            fn closures_and_async_blocks_keep_their_own() {
                fn leave(log: &Log) -> Fallible<()> {
                    with!(log.spy("a") => {
                        let closure = |number: u8| -> Fallible<u8> {
                            ensure!(number > 3, "closure");
                            if number == 9 {
                                bail!("nine");
                            }
                            Ok(number)
                        };
                        log.note(closure(3).unwrap_err().to_string());
                        log.note(closure(9).unwrap_err().to_string());
                        let block = async {
                            ensure!(closure(4)? == 3, "block");
                            Fallible::Ok(())
                        };
                        log.note(run(block).unwrap_err().to_string());
                    });
                    Ok(())
                }

                let log = Log::new();
                leave(&log).unwrap();
                assert_eq!(log.text(), "enter a, closure, nine, block, exit a: clean");
            }

            #[test]
            fn it_raises_out_of_loops_and_arms() {
                fn leave(log: &Log) -> Fallible<()> {
                    for turn in 0..3 {
                        with!(log.spy("a") => {
                            for number in 0..3 {
                                match (turn, number) {
                                    (0, 1) => break,
                                    (1, 2) => bail!("{turn} {number}"),
                                    _ => ensure!(turn < 2, "never"),
                                }
                            }
                        });
                    }
                    Ok(())
                }

                let log = Log::new();
                assert_eq!(leave(&log).unwrap_err().to_string(), "1 2");
                assert_eq!(
                    log.text(),
                    "enter a, exit a: clean, enter a, exit a: error 1 2"
                );
            }

            #[test]
            fn it_raises_in_the_arguments_of_other_macros() {
                fn leave(log: &Log, turn: u8) -> Fallible<()> {
                    with!(log.spy("a") => {
                        let text = format!("{}", if turn == 0 { bail!("format") } else { turn });
                        let list = vec![1, { ensure!(turn != 1, "vec"); 2 }];
                        assert!(text == "2" || matches!(list[..], [_, _] if turn != 3 || bail!("guard")));
                        println!("{}", with!(log.spy("b") => {
                            if turn == 2 {
                                bail!("nested {turn}")
                            }
                            turn
                        }));
                    });
                    Ok(())
                }

                let log = Log::new();
                let failure = |turn| leave(&log, turn).unwrap_err().to_string();
                assert_eq!(
                    [0, 1, 2, 3].map(failure),
                    ["format", "vec", "nested 2", "guard"]
                );
                assert_eq!(
                    log.text(),
                    "enter a, exit a: error format, enter a, exit a: error vec, \
                     enter a, enter b, exit b: error nested 2, exit a: error nested 2, \
                     enter a, exit a: error guard"
                );
            }

            #[test]
            fn it_is_not_there_if_it_is_configured_out() {
                fn leave(log: &Log) -> Fallible<u8> {
                    with!(log.spy("a") => {
                        #[cfg(any())]
                        bail!("never {}", nothing);
                        #[cfg(any())]
                        ensure!(nothing()?);
                        #[cfg(any())]
                        ensure! { log.len() == 9, "never" }
                        #[cfg(any())]
                        assert!(nothing()?);
                        #[cfg(any())]
                        dbg!(nothing()?);
                        #[cfg(all())]
                        ensure!(log.len() == 1, "never");
                        log.len()
                    });
                    Ok(7)
                }

                let log = Log::new();
                assert_eq!(leave(&log).unwrap(), 7);
                assert_eq!(log.text(), "enter a, exit a: clean");
            }

            #[test]
            fn it_raises_in_the_arm_of_a_select() {
                async fn leave(log: &Log) -> Fallible<u8> {
                    with!(log.spy("a") => {
                        tokio::select! {
                            biased;
                            number = std::future::pending() => number,
                            () = std::future::ready(()) => bail!("late"),
                        }
                    })
                }

                let log = Log::new();
                assert_eq!(run(leave(&log)).unwrap_err().to_string(), "late");
                assert_eq!(log.text(), "enter a, exit a: error late");
            }
        }
    )*};
}

reports! {
    of_anyhow: anyhow, anyhow::Error;
    of_eyre: eyre, eyre::Report;
    of_miette: miette, miette::Report;
}

mod anyhow_only {
    use super::*;
    use anyhow::{Context, ensure};

    #[test]
    fn a_condition_with_a_jump_is_evaluated_ahead() {
        fn leave(log: &Log, text: &str) -> anyhow::Result<()> {
            with!(log.spy("a") => {
                ensure!(parse(text)? > 3);
            });
            Ok(())
        }

        let log = Log::new();
        leave(&log, "4").unwrap();
        assert!(leave(&log, "four").unwrap_err().is::<Oops>());
        let text = leave(&log, "2").unwrap_err().to_string();
        assert_eq!(text, "Condition failed: `condition_`");
        assert_eq!(
            log.text(),
            format!(
                "enter a, exit a: clean, enter a, exit a: error not a number, \
                 enter a, exit a: error {text}"
            )
        );
    }

    #[test]
    fn a_condition_without_a_jump_says_what_it_says_outside_of_a_statement() {
        fn outside(number: u8, numbers: &[u8]) -> anyhow::Result<()> {
            ensure!(number > 3);
            ensure!(numbers.contains(&number));
            ensure!(matches!(numbers, [_, ..]) && !numbers.is_empty());
            Ok(())
        }

        fn inside(number: u8, numbers: &[u8]) -> anyhow::Result<()> {
            with!(Log::new().spy("a") => {
                ensure!(number > 3);
                ensure!(numbers.contains(&number));
                ensure!(matches!(numbers, [_, ..]) && !numbers.is_empty());
            });
            Ok(())
        }

        for (number, numbers) in [(2, &[][..]), (4, &[]), (4, &[3])] {
            assert_eq!(
                outside(number, numbers).unwrap_err().to_string(),
                inside(number, numbers).unwrap_err().to_string()
            );
        }
        inside(4, &[4]).unwrap();
    }

    #[test]
    fn chains_of_contexts_stay_whole() {
        fn leave(log: &Log) -> anyhow::Result<()> {
            with!(log.spy("a") => {
                anyhow::bail!(fail::<()>("no").context("outer").unwrap_err());
            });
        }

        let log = Log::new();
        assert_eq!(format!("{:#}", leave(&log).unwrap_err()), "outer: no");
        assert_eq!(log.text(), "enter a, exit a: error outer");
    }

    #[test]
    fn a_boxed_error_is_raised_with_what_is_in_it() {
        fn leave(log: &Log, error: Box<dyn Error + Send + Sync>) -> anyhow::Result<()> {
            with!(log.spy("a") => {
                anyhow::bail!(error)
            })
        }

        let log = Log::new();
        assert!(leave(&log, Box::new(Oops("no"))).is_err());
        assert_eq!(log.text(), "enter a, exit a: error no");
    }

    #[test]
    fn a_function_of_the_block_may_bail_by_itself() {
        let log = Log::new();
        with!(log.spy("a") => {
            fn check(number: u8) -> anyhow::Result<u8> {
                ensure!(number > 3, "too small");
                anyhow::bail!("too large")
            }
            log.note(check(3).unwrap_err().to_string());
            log.note(check(4).unwrap_err().to_string());
        });
        assert_eq!(log.text(), "enter a, too small, too large, exit a: clean");
    }

    #[test]
    fn the_place_is_that_of_the_macro() {
        struct Place(Option<u32>);

        impl ContextManager for &mut Place {
            type Value<'a>
                = ()
            where
                Self: 'a;
            type Exit = bool;

            fn enter(&mut self) {}

            fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
                let location = exc.unwrap().traceback().location().unwrap();
                assert_eq!(location.file(), file!());
                self.0 = Some(location.line());
                true
            }
        }

        fn leave(place: &mut Place) -> anyhow::Result<u32> {
            let line = line!() + 2;
            with!(place => {
                anyhow::bail!("no");
            });
            Ok(line)
        }

        let mut place = Place(None);
        let line = leave(&mut place).unwrap();
        assert_eq!(place.0, Some(line));
    }
}

mod eyre_only {
    use super::*;
    use eyre::ensure;

    #[test]
    fn a_condition_without_a_jump_keeps_its_text() {
        fn leave(log: &Log, text: &str) -> eyre::Result<()> {
            with!(log.spy("a") => {
                ensure!(parse(text)? > 3);
                ensure!(text.len() == 2);
            });
            Ok(())
        }

        let log = Log::new();
        for (text, told) in [
            ("2", "Condition failed: `condition_`"),
            ("4", "Condition failed: `text.len() == 2`"),
            ("four", "not a number"),
        ] {
            assert_eq!(leave(&log, text).unwrap_err().to_string(), told);
            assert!(
                log.text()
                    .ends_with(&format!("enter a, exit a: error {told}"))
            );
        }
        leave(&log, "10").unwrap();
    }
}

mod miette_only {
    use super::*;

    #[test]
    fn the_fields_of_a_diagnostic_arrive() {
        fn leave(log: &Log, number: u8) -> miette::Result<()> {
            with!(log.spy("a") => {
                miette::ensure!(number != 1, code = "one::code", help = "not one", "one {}", number);
                if number == 2 {
                    miette::bail!(
                        severity = miette::Severity::Warning,
                        code = "two::code",
                        "{} is two",
                        parse("2").map_err(miette::Report::msg)?
                    );
                }
            });
            Ok(())
        }

        let log = Log::new();
        let one = leave(&log, 1).unwrap_err();
        assert_eq!(one.code().unwrap().to_string(), "one::code");
        assert_eq!(one.help().unwrap().to_string(), "not one");
        let two = leave(&log, 2).unwrap_err();
        assert_eq!(two.code().unwrap().to_string(), "two::code");
        assert_eq!(two.severity(), Some(miette::Severity::Warning));
        leave(&log, 3).unwrap();
        assert_eq!(
            log.text(),
            "enter a, exit a: error one 1, enter a, exit a: error 2 is two, enter a, exit a: clean"
        );
    }
}

mod of_snafu {
    use snafu::{Snafu, Whatever, ensure, ensure_whatever, whatever};

    use super::*;

    #[derive(Clone, Debug, PartialEq, Snafu)]
    enum Refused {
        #[snafu(display("{number} is too small"))]
        TooSmall { number: u8 },
        #[snafu(display("no: {source}"), context(false))]
        Caused { source: Oops },
    }

    #[derive(Debug, Snafu)]
    #[snafu(display("{source} outside"), context(false))]
    struct Outer {
        source: Refused,
    }

    #[test]
    fn ensure_raises_the_error_of_its_selector() {
        fn leave(looking: &mut Looking<Refused, Refused>, number: u8) -> Result<u8, Refused> {
            let log = looking.log;
            with!(&mut *looking => {
                ensure!(number != 1, TooSmallSnafu { number });
                snafu::ensure!(number > 9, TooSmallSnafu { number: number + 10 });
                log.note("never");
            });
            Ok(7)
        }

        for (number, told) in [(1, 1), (2, 12)] {
            let log = Log::new();
            let error = Refused::TooSmall { number: told };
            let mut looking = looking(&log);
            assert_eq!(leave(&mut looking, number), Err(error.clone()));
            assert_eq!(looking.error, Some(error.clone()));
            looking.suppress = true;
            assert_eq!(leave(&mut looking, number), Ok(7));
            assert_eq!(log.text(), format!("{error}, {error}"));
        }
    }

    #[test]
    fn the_error_of_a_selector_is_converted() {
        fn leave(log: &Log, number: u8) -> Result<(), Outer> {
            with!(log.spy("a") => {
                let check = |number| -> Result<u8, Refused> {
                    ensure!(number > 3, TooSmallSnafu { number });
                    Ok(number)
                };
                check(number)?;
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(
            leave(&log, 3).unwrap_err().to_string(),
            "3 is too small outside"
        );
        leave(&log, 4).unwrap();
        assert_eq!(
            log.text(),
            "enter a, exit a: error 3 is too small, enter a, exit a: clean"
        );
    }

    #[test]
    fn a_jump_in_the_arguments_of_ensure_comes_first() {
        fn leave(log: &Log, [text, number]: [&str; 2]) -> Result<u8, Refused> {
            with!(log.spy("a").naming_types() => {
                ensure!(parse(text)? > 3, TooSmallSnafu { number: parse(number)? });
            });
            Ok(7)
        }

        let log = Log::new();
        assert_eq!(leave(&log, ["4", "number"]), Ok(7));
        assert_eq!(
            leave(&log, ["3", "5"]),
            Err(Refused::TooSmall { number: 5 })
        );
        assert!(leave(&log, ["3", "number"]).is_err());
        assert!(leave(&log, ["text", "5"]).is_err());
        let name = std::any::type_name::<Refused>();
        assert_eq!(
            log.text(),
            format!(
                "enter a, exit a: clean, enter a, exit a: error 5 is too small as {name}, \
                 enter a, exit a: error not a number as Oops, \
                 enter a, exit a: error not a number as Oops"
            )
        );
    }

    #[test]
    fn whatever_raises() {
        fn leave(log: &Log, number: u8) -> Result<u8, Whatever> {
            let name = "name";
            with!(log.spy("a").naming_types() => {
                if number == 1 {
                    whatever!("one {}", number);
                }
                if number == 2 {
                    snafu::whatever!("{name}");
                }
                ensure_whatever!(number != 3, "three {name} {}", number);
                snafu::ensure_whatever!(number != 4, "four");
            });
            Ok(number)
        }

        for (number, told) in [(1, "one 1"), (2, "name"), (3, "three name 3"), (4, "four")] {
            let log = Log::new();
            assert_eq!(leave(&log, number).unwrap_err().to_string(), told);
            assert_eq!(
                log.text(),
                format!("enter a, exit a: error {told} as snafu::whatever::Whatever")
            );
        }
        assert_eq!(leave(&Log::new(), 5).unwrap(), 5);
    }

    #[test]
    fn whatever_hands_on_a_value_or_raises_its_error_as_the_cause() {
        fn leave(log: &Log, text: &str) -> Result<u8, Whatever> {
            let number = with!(log.spy("a") => {
                let number = whatever!(parse(text), "{} is", text);
                number + whatever!(Ok::<u8, Oops>(1), "never")
            });
            Ok(number)
        }

        let log = Log::new();
        assert_eq!(leave(&log, "3").unwrap(), 4);
        let error = leave(&log, "three").unwrap_err();
        assert_eq!(error.to_string(), "three is");
        assert_eq!(error.source().unwrap().to_string(), "not a number");
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: error three is"
        );
    }

    #[test]
    fn whatever_may_be_suppressed() {
        fn leave(log: &Log, text: &str) -> Result<(), Whatever> {
            with!(log.spy("a").suppressing() => {
                whatever!(parse(text), "no");
                log.note("end");
            });
            with!(log.spy("b").suppressing() => {
                whatever!("never");
            });
            log.note("next");
            Ok(())
        }

        let log = Log::new();
        leave(&log, "3").unwrap();
        leave(&log, "three").unwrap();
        assert_eq!(
            log.text(),
            "enter a, end, exit a: clean, enter b, exit b: error never, next, \
             enter a, exit a: error no, enter b, exit b: error never, next"
        );
    }

    #[test]
    fn a_jump_in_the_arguments_of_whatever_comes_first() {
        fn leave(log: &Log, [a, b]: [&str; 2]) -> Result<u8, Box<dyn Error>> {
            let check = || -> Result<u8, Whatever> {
                for _ in 0..1 {
                    with!(log.spy("a") => {
                        let number = whatever!(if a == "break" { break } else { parse(a) }, "{a}");
                        whatever!("{} {number}", match b { "break" => break, b => b });
                    });
                }
                Ok(7)
            };
            Ok(check()?)
        }

        for (texts, told) in [(["1", "b"], "b 1"), (["one", "b"], "one")] {
            let log = Log::new();
            assert_eq!(leave(&log, texts).unwrap_err().to_string(), told);
            assert_eq!(log.text(), format!("enter a, exit a: error {told}"));
        }
        for texts in [["1", "break"], ["break", "b"]] {
            let log = Log::new();
            assert_eq!(leave(&log, texts).unwrap(), 7);
            assert_eq!(log.text(), "enter a, exit a: clean");
        }
    }

    #[test]
    fn futures_are_awaited_in_arguments() {
        async fn leave(log: &Log, text: &str) -> Result<u8, Whatever> {
            with!(log.spy("a") => {
                let number = whatever!(later(text).await, "{}", later("8").await.unwrap());
                ensure_whatever!(later("3").await == Ok(number), "{number}");
                Ok(number)
            })
        }

        let log = Log::new();
        assert_eq!(run(leave(&log, "3")).unwrap(), 3);
        assert_eq!(run(leave(&log, "4")).unwrap_err().to_string(), "4");
        assert_eq!(run(leave(&log, "four")).unwrap_err().to_string(), "8");
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: error 4, enter a, exit a: error 8"
        );
    }
}
