//! `?` raises: exit is told what was raised, as it was raised, and decides whether it goes on.

mod common;

use std::cell::{Cell, RefCell};
use std::error::Error;
use std::fmt::{self, Debug, Display};
use std::num::ParseIntError;
use std::ops::ControlFlow;
use std::ptr;
use std::rc::Rc;
use std::task::Poll;

use common::{Log, Oops, Spy, fail, panic_message};
use with_runtime::{ContextManager, Exception, ExceptionKind, Missing, Misuse, Verdict, with};

/// Shows the exception, if there is one, to a closure, whose result is the verdict.
struct Look<F>(F);

impl<F: FnMut(Exception<'_>) -> V, V: Verdict<Answer = V>> ContextManager for Look<F> {
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = V;

    fn enter(&mut self) {}

    fn exit(&mut self, exc: Option<Exception<'_>>) -> V {
        exc.map_or_else(V::propagate, &mut self.0)
    }
}

fn look<F: FnMut(Exception<'_>) -> V, V: Verdict<Answer = V>>(look: F) -> Look<F> {
    Look(look)
}

/// What `ask` says of the exception that `raised` is.
fn ask<E: Error + 'static, T>(raised: E, ask: impl Fn(Exception<'_>) -> T) -> T {
    let mut answer = None;
    let raise = || -> Result<(), E> {
        with!(look(|exc| answer = Some(ask(exc))) => {
            Err(raised)?;
        });
        Ok(())
    };
    assert!(raise().is_err());
    answer.unwrap()
}

mod raised {
    use super::*;

    #[test]
    fn the_err_of_a_result_is_an_error() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            with!(log.spy("a") => {
                let number: u8 = fail("oops")?;
                Ok(number)
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log), Err(Oops("oops")));
        assert_eq!(log.text(), "enter a, exit a: error oops");
    }

    #[test]
    fn the_ok_of_a_result_is_none() {
        fn leave(log: &Log) -> Result<u8, ParseIntError> {
            let number = with!(log.spy("a") => { "6".parse::<u8>()? + 1 });
            Ok(number)
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(7));
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn a_none_is_missing() {
        fn leave(log: &Log) -> Option<u8> {
            let first = with!(log.spy("a") => { *[].first()? });
            Some(first)
        }

        let log = Log::new();
        assert_eq!(leave(&log), None);
        assert_eq!(log.text(), "enter a, exit a: missing");
    }

    #[test]
    fn a_poll_of_a_result_raises_what_is_ready() {
        fn leave(log: &Log, poll: Poll<Result<u8, Oops>>) -> Poll<Result<u8, Oops>> {
            with!(log.spy("a") => {
                let poll = poll?;
                poll.map(|number| Ok(number + 1))
            })
        }

        let log = Log::new();
        assert_eq!(
            leave(&log, Poll::Ready(fail("oops"))),
            Poll::Ready(fail("oops"))
        );
        assert_eq!(leave(&log, Poll::Ready(Ok(6))), Poll::Ready(Ok(7)));
        assert_eq!(leave(&log, Poll::Pending), Poll::Pending);
        assert_eq!(
            log.text(),
            "enter a, exit a: error oops, enter a, exit a: clean, enter a, exit a: clean"
        );
    }

    #[test]
    fn a_poll_of_an_optional_result_raises_what_is_ready() {
        type Item = Poll<Option<Result<u8, Oops>>>;

        fn leave(log: &Log, poll: Item) -> Item {
            with!(log.spy("a") => {
                let poll = poll?;
                poll.map(|number| Some(Ok(number? + 1)))
            })
        }

        let log = Log::new();
        let oops = Poll::Ready(Some(fail("oops")));
        assert_eq!(leave(&log, oops.clone()), oops);
        assert_eq!(
            leave(&log, Poll::Ready(Some(Ok(6)))),
            Poll::Ready(Some(Ok(7)))
        );
        assert_eq!(leave(&log, Poll::Ready(None)), Poll::Ready(None));
        assert_eq!(leave(&log, Poll::Pending), Poll::Pending);
        assert_eq!(log.text().matches("exit a: clean").count(), 3);
        assert_eq!(log.text().matches("exit a: error oops").count(), 1);
    }

    #[test]
    fn a_break_of_control_flow_is_no_exception() {
        fn leave(log: &Log) -> ControlFlow<u8> {
            with!(log.spy("a").suppressing() => {
                ControlFlow::Break(7)?;
            });
            log.note("never");
            ControlFlow::Continue(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), ControlFlow::Break(7));
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn a_continue_of_control_flow_stays_in_the_block() {
        fn leave(log: &Log) -> ControlFlow<u8> {
            with!(log.spy("a") => {
                let number = ControlFlow::<u8, _>::Continue("end")?;
                log.note(number);
            });
            ControlFlow::Continue(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), ControlFlow::Continue(()));
        assert_eq!(log.text(), "enter a, end, exit a: clean");
    }

    #[test]
    fn an_err_as_a_value_is_no_exception() {
        let log = Log::new();
        let result: Result<u8, _> = with!(log.spy("a") => { fail("oops") });
        assert_eq!(result, fail("oops"));
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn an_err_that_is_returned_is_no_exception() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            with!(log.spy("a") => {
                return fail("oops");
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("oops"));
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn any_place_in_the_block_may_raise() {
        fn leave(log: &Log, at: u32) -> Result<(), Oops> {
            let check = |number| {
                if number == at {
                    fail("oops")
                } else {
                    Ok(number)
                }
            };
            with!(log.spy("a") => {
                let sum = check(0)? + check(1)?;
                if check(2)? > sum {
                    for _ in 0..check(3)? {
                        match check(4)? {
                            4 => drop([check(5)?]),
                            _ => log.note("never"),
                        }
                    }
                }
                let Some(_) = check(6).ok() else {
                    check(6)?;
                    return Ok(());
                };
            });
            log.note("next");
            Ok(())
        }

        for at in 0..7 {
            let log = Log::new();
            assert_eq!(leave(&log, at), fail("oops"));
            assert_eq!(log.text(), "enter a, exit a: error oops");
        }
        let log = Log::new();
        assert_eq!(leave(&log, 7), Ok(()));
        assert_eq!(log.text(), "enter a, exit a: clean, next");
    }

    #[test]
    fn what_the_raising_expression_evaluates_to_is_inferred() {
        fn parse(log: &Log, text: &str) -> Result<u64, ParseIntError> {
            let number = with!(log.spy("a") => { text.parse()? });
            Ok(number)
        }

        let log = Log::new();
        assert_eq!(parse(&log, "12"), Ok(12));
        assert!(parse(&log, "twelve").is_err());
    }
}

mod suppressed {
    use super::*;

    #[test]
    fn the_next_statement_runs() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            with!(log.spy("a").suppressing() => {
                fail::<()>("oops")?;
                log.note("never");
            });
            log.note("next");
            Ok(7)
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(7));
        assert_eq!(log.text(), "enter a, exit a: error oops, next");
    }

    #[test]
    fn a_missing_value_is_suppressed_like_an_error() {
        fn leave(log: &Log) -> Option<u8> {
            with!(log.spy("a").suppressing() => {
                None::<()>?;
            });
            log.note("next");
            Some(7)
        }

        let log = Log::new();
        assert_eq!(leave(&log), Some(7));
        assert_eq!(log.text(), "enter a, exit a: missing, next");
    }

    #[test]
    fn a_verdict_that_may_fail_suppresses_too() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            let spy = log.spy("a").answering(Ok::<bool, Oops>(true));
            let result = with!(spy => {
                fail::<()>("oops")?;
            });
            assert_eq!(result, Ok(()));
            Ok(7)
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(7));
        assert_eq!(log.text(), "enter a, exit a: error oops");
    }

    #[test]
    fn false_suppresses_nothing() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            with!(log.spy("a").answering(false) => {
                fail::<()>("oops")?;
            });
            log.note("never");
            Ok(7)
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("oops"));
        assert_eq!(log.text(), "enter a, exit a: error oops");
    }

    #[test]
    fn the_loop_around_the_statement_goes_on() {
        fn leave(log: &Log) -> Result<u32, Oops> {
            let mut turns = 0;
            for turn in 0..4 {
                with!(log.spy("a").suppressing() => {
                    if turn % 2 == 0 {
                        fail::<()>("even")?;
                    }
                });
                turns += 1;
            }
            Ok(turns)
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(4));
        assert_eq!(log.text().matches("exit a: error even").count(), 2);
        assert_eq!(log.text().matches("exit a: clean").count(), 2);
    }

    #[test]
    fn managers_around_the_one_that_suppresses_are_told_of_no_exception() {
        fn leave(log: &Log) -> Result<(), Oops> {
            with!(log.spy("a"), log.spy("b").suppressing(), log.spy("c") => {
                fail::<()>("oops")?;
            });
            log.note("next");
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(()));
        assert_eq!(
            log.text(),
            "enter a, enter b, enter c, exit c: error oops, exit b: error oops, exit a: clean, next"
        );
    }

    #[test]
    fn behind_a_nested_statement_the_block_of_the_outer_one_goes_on() {
        fn leave(log: &Log) -> Result<(), Oops> {
            with!(log.spy("a") => {
                with!(log.spy("b").suppressing() => {
                    fail::<()>("oops")?;
                });
                log.note("next");
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(()));
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: error oops, next, exit a: clean"
        );
    }
}

mod propagated {
    use super::*;

    /// An error that counts its conversions.
    #[derive(Debug)]
    struct Original(Rc<Cell<u32>>);

    impl Display for Original {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "converted {} times", self.0.get())
        }
    }

    impl Error for Original {}

    #[derive(Debug)]
    struct Converted(Original);

    impl From<Original> for Converted {
        fn from(original: Original) -> Self {
            original.0.set(original.0.get() + 1);
            Converted(original)
        }
    }

    impl Display for Converted {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("converted")
        }
    }

    impl Error for Converted {}

    const NOT_CONVERTED_YET: &str =
        "enter a, enter b, exit b: error converted 0 times, exit a: error converted 0 times";

    #[test]
    fn from_runs_once_behind_all_nested_statements() {
        fn leave(log: &Log, conversions: &Rc<Cell<u32>>) -> Result<(), Converted> {
            with!(log.spy("a") => {
                with!(log.spy("b") => {
                    Err(Original(conversions.clone()))?;
                });
            });
            Ok(())
        }

        let (log, conversions) = (Log::new(), Rc::default());
        let Converted(original) = leave(&log, &conversions).unwrap_err();
        assert!(Rc::ptr_eq(&original.0, &conversions));
        assert_eq!(conversions.get(), 1);
        assert_eq!(log.text(), NOT_CONVERTED_YET);
    }

    #[test]
    fn from_runs_once_behind_all_managers_of_a_statement() {
        fn leave(log: &Log, conversions: &Rc<Cell<u32>>) -> Result<(), Converted> {
            with!(log.spy("a"), log.spy("b") => {
                Err(Original(conversions.clone()))?;
            });
            Ok(())
        }

        let (log, conversions) = (Log::new(), Rc::default());
        let Converted(original) = leave(&log, &conversions).unwrap_err();
        assert!(Rc::ptr_eq(&original.0, &conversions));
        assert_eq!(conversions.get(), 1);
        assert_eq!(log.text(), NOT_CONVERTED_YET);
    }

    #[test]
    fn from_does_not_run_where_the_exception_is_suppressed() {
        fn leave(log: &Log, conversions: &Rc<Cell<u32>>) -> Result<(), Converted> {
            with!(log.spy("a").suppressing() => {
                Err(Original(conversions.clone()))?;
            });
            Ok(())
        }

        let (log, conversions) = (Log::new(), Rc::default());
        assert!(leave(&log, &conversions).is_ok());
        assert_eq!(conversions.get(), 0);
        assert_eq!(log.text(), "enter a, exit a: error converted 0 times");
    }

    #[test]
    fn every_exit_sees_the_original_type() {
        fn leave(seen: &Cell<u32>) -> Result<(), Converted> {
            let spy = || {
                look(|exc| {
                    assert!(exc.is::<Original>() && !exc.is::<Converted>());
                    seen.set(seen.get() + 1);
                })
            };
            with!(spy() => {
                with!(spy(), spy() => {
                    Err(Original(Rc::default()))?;
                });
            });
            Ok(())
        }

        let seen = Cell::new(0);
        assert!(leave(&seen).is_err());
        assert_eq!(seen.get(), 3);
    }

    #[test]
    fn the_inner_manager_is_told_first() {
        fn leave(log: &Log) -> Result<(), Oops> {
            with!(log.spy("a"), log.spy("b") => {
                with!(log.spy("c") => {
                    fail::<()>("oops")?;
                });
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("oops"));
        assert_eq!(
            log.text(),
            "enter a, enter b, enter c, \
             exit c: error oops, exit b: error oops, exit a: error oops"
        );
    }

    #[test]
    fn what_is_raised_outside_of_the_inner_statement_is_the_outer_managers_alone() {
        fn leave(log: &Log, early: bool) -> Result<(), Oops> {
            with!(log.spy("a") => {
                if early {
                    fail::<()>("early")?;
                }
                with!(log.spy("b") => {});
                fail::<()>("late")?;
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log, true), fail("early"));
        assert_eq!(log.text(), "enter a, exit a: error early");

        let log = Log::new();
        assert_eq!(leave(&log, false), fail("late"));
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: clean, exit a: error late"
        );
    }

    #[test]
    fn all_exits_and_the_caller_are_given_the_same_error() {
        #[derive(Debug)]
        struct Unique(Rc<()>);

        fn leave(unique: Unique, seen: &RefCell<Vec<Rc<()>>>) -> Result<(), Unique> {
            let spy = || {
                look(|exc| {
                    let Unique(unique) = exc.downcast_ref().unwrap();
                    seen.borrow_mut().push(unique.clone());
                })
            };
            with!(spy(), spy() => {
                Err(unique)?;
            });
            Ok(())
        }

        let (unique, seen) = (Rc::new(()), RefCell::default());
        let Unique(caught) = leave(Unique(unique.clone()), &seen).unwrap_err();
        assert!(Rc::ptr_eq(&caught, &unique));
        assert_eq!(seen.borrow().len(), 2);
        assert!(seen.borrow().iter().all(|seen| Rc::ptr_eq(seen, &unique)));
    }

    #[test]
    fn an_error_in_a_box_stays_where_it_is() {
        fn address(error: &(dyn Error + 'static)) -> *const () {
            ptr::from_ref(error).cast()
        }

        let raised: Box<dyn Error> = Box::new(Oops("oops"));
        let raised_at = address(&*raised);
        let seen_at = Cell::new(ptr::null());
        let leave = || -> Result<(), Box<dyn Error>> {
            with!(look(|exc| seen_at.set(address(exc.as_error().unwrap()))) => {
                Err(raised)?;
            });
            Ok(())
        };
        assert_eq!(address(&*leave().unwrap_err()), raised_at);
        assert_eq!(seen_at.get(), raised_at);
    }

    #[test]
    fn a_missing_value_propagates_as_none() {
        fn leave(log: &Log) -> Option<()> {
            with!(log.spy("a"), log.spy("b") => {
                None?
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log), None);
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: missing, exit a: missing"
        );
    }

    #[test]
    fn two_question_marks_may_raise_different_types() {
        fn leave(log: &Log, text: &str) -> Result<u8, Box<dyn Error>> {
            let number = with!(log.spy("a") => {
                let number: u8 = text.parse()?;
                if number == 0 {
                    fail::<()>("zero")?;
                }
                if number == 1 {
                    Err("one")?;
                }
                number
            });
            Ok(number)
        }

        let log = Log::new();
        assert!(leave(&log, "none").unwrap_err().is::<ParseIntError>());
        assert!(leave(&log, "0").unwrap_err().is::<Oops>());
        assert_eq!(leave(&log, "1").unwrap_err().to_string(), "one");
        assert_eq!(leave(&log, "2").unwrap(), 2);
        assert_eq!(
            log.text(),
            "enter a, exit a: error invalid digit found in string, enter a, exit a: error zero, \
             enter a, exit a: error one, enter a, exit a: clean"
        );
    }
}

mod the_exception {
    use super::*;

    #[test]
    fn tells_its_kind() {
        assert_eq!(ask(Oops("oops"), |exc| exc.kind()), ExceptionKind::Error);
    }

    #[test]
    fn of_a_none_is_missing() {
        let mut seen = false;
        let mut leave = || -> Option<()> {
            with!(look(|exc| {
                assert_eq!(exc.kind(), ExceptionKind::Missing);
                assert!(exc.is::<Missing>());
                assert!(exc.as_error().is_some_and(<dyn Error>::is::<Missing>));
                assert_eq!(exc.to_string(), Missing.to_string());
                assert!(exc.traceback().location().is_some());
                seen = true;
            }) => {
                None?
            })
        };
        assert_eq!(leave(), None);
        assert!(seen);
    }

    #[test]
    fn names_the_type_that_was_raised() {
        let name = ask(Oops("oops"), |exc| exc.type_name());
        assert_eq!(name, std::any::type_name::<Oops>());
    }

    #[test]
    fn knows_the_type_that_was_raised() {
        let is = ask(Oops("oops"), |exc| (exc.is::<Oops>(), exc.is::<String>()));
        assert_eq!(is, (true, false));
    }

    #[test]
    fn shows_the_value_that_was_raised() {
        let value = ask(Oops("oops"), |exc| exc.downcast_ref::<Oops>().cloned());
        assert_eq!(value, Some(Oops("oops")));
        assert!(ask(Oops("oops"), |exc| exc
            .downcast_ref::<String>()
            .is_none()));
    }

    #[test]
    fn lets_an_exit_change_what_the_caller_is_given() {
        fn leave(log: &Log) -> Result<(), Oops> {
            with!(log.spy("a") => {
                with!(look(|mut exc| *exc.downcast_mut().unwrap() = Oops("changed")) => {
                    fail::<()>("oops")?;
                });
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("changed"));
        assert_eq!(log.text(), "enter a, exit a: error changed");
    }

    #[test]
    fn changes_nothing_for_a_type_that_was_not_raised() {
        let changed = ask(Oops("oops"), |mut exc| {
            exc.downcast_mut::<String>().is_some()
        });
        assert!(!changed);
    }

    #[test]
    fn displays_the_error() {
        assert_eq!(ask(Oops("oops"), |exc| exc.to_string()), "oops");
    }

    #[test]
    fn debugs_with_all_it_knows() {
        let debug = ask(Oops("oops"), |exc| format!("{exc:?}"));
        for part in ["Exception", "Error", "Oops(\"oops\")", "exceptions.rs"] {
            assert!(debug.contains(part), "{part} is missing in {debug}");
        }
    }

    #[test]
    fn says_no_panic_message_for_an_error() {
        assert!(ask(Oops("oops"), |exc| exc.panic_message().is_none()));
    }

    #[test]
    fn is_shown_as_an_error() {
        let is = ask(Oops("oops"), |exc| {
            exc.as_error().map(<dyn Error>::is::<Oops>)
        });
        assert_eq!(is, Some(true));
    }
}

mod the_error_inside {
    use super::*;

    /// Raises `$raised`, and gives what `$ask` makes of the exception.
    macro_rules! asked {
        ($Error:ty = $raised:expr, |$exc:ident| $ask:expr) => {{
            let mut answer = None;
            let mut leave = || -> Result<(), $Error> {
                with!(look(|$exc| answer = Some($ask)) => {
                    Err::<(), $Error>($raised)?;
                });
                Ok(())
            };
            assert_eq!(leave().unwrap_err().to_string(), "oops");
            answer.unwrap()
        }};
    }

    macro_rules! of {
        ($($name:ident: $Error:ty = $raised:expr;)*) => {$(
            mod $name {
                use super::*;

                #[test]
                fn is_shown_as_an_error() {
                    let is = asked!($Error = $raised, |exc| exc.as_error().map(<dyn Error>::is::<Oops>));
                    assert_eq!(is, Some(true));
                }

                #[test]
                fn is_displayed() {
                    assert_eq!(asked!($Error = $raised, |exc| exc.to_string()), "oops");
                }

                #[test]
                fn is_debugged() {
                    assert!(asked!($Error = $raised, |exc| format!("{exc:?}")).contains("oops"));
                }

                #[test]
                fn leaves_the_type_that_was_raised_to_be_told() {
                    assert!(asked!($Error = $raised, |exc| exc.is::<$Error>()));
                    let name = asked!($Error = $raised, |exc| exc.type_name());
                    assert_eq!(name, std::any::type_name::<$Error>());
                }
            }
        )*};
    }

    of! {
        of_a_box: Box<dyn Error> = Box::new(Oops("oops"));
        of_a_box_that_is_send: Box<dyn Error + Send> = Box::new(Oops("oops"));
        of_a_box_that_is_send_and_sync: Box<dyn Error + Send + Sync> = Box::new(Oops("oops"));
        of_an_anyhow_error: anyhow::Error = anyhow::Error::new(Oops("oops"));
        of_an_eyre_report: eyre::Report = eyre::Report::new(Oops("oops"));
    }

    #[test]
    fn of_a_box_leaves_its_source_to_be_found() {
        let raised = anyhow::Error::new(Oops("root")).context("around");
        let mut root = None;
        let leave = || -> anyhow::Result<()> {
            with!(look(|exc| {
                let source = exc.as_error().and_then(Error::source);
                root = source.map(ToString::to_string);
            }) => {
                Err(raised)?;
            });
            Ok(())
        };
        assert!(leave().is_err());
        assert_eq!(root.as_deref(), Some("root"));
    }
}

mod traceback {
    use super::*;

    /// Keeps the place of the `?` that raised.
    fn place(seen: &Cell<Option<(&'static str, u32, u32)>>) -> impl ContextManager<Exit = bool> {
        look(|exc| {
            let location = exc.traceback().location().unwrap();
            seen.set(Some((location.file(), location.line(), location.column())));
            true
        })
    }

    /// What the source says from there on.
    fn source((_, line, column): (&str, u32, u32)) -> &'static str {
        let line = include_str!("exceptions.rs").lines().nth(line as usize - 1);
        &line.unwrap()[column as usize - 1..]
    }

    #[test]
    fn names_file_line_and_column_of_the_question_mark() {
        fn leave(seen: &Cell<Option<(&'static str, u32, u32)>>) -> Result<u32, Oops> {
            let line = line!() + 2;
            with!(place(seen) => {
                fail::<()>("oops")?; // here
            });
            Ok(line)
        }

        let seen = Cell::default();
        let line = leave(&seen).unwrap();
        let seen = seen.get().unwrap();
        assert_eq!((seen.0, seen.1), (file!(), line));
        assert_eq!(source(seen), "?; // here");
    }

    #[test]
    fn tells_two_question_marks_of_one_line_apart() {
        fn leave(
            seen: &Cell<Option<(&'static str, u32, u32)>>,
            first: Result<Result<(), Oops>, Oops>,
        ) -> Result<(), Oops> {
            with!(place(seen) => {
                first?.clone()?; // second
            });
            Ok(())
        }

        let seen = Cell::default();
        leave(&seen, fail("first")).unwrap();
        assert_eq!(source(seen.get().unwrap()), "?.clone()?; // second");
        leave(&seen, Ok(fail("second"))).unwrap();
        assert_eq!(source(seen.get().unwrap()), "?; // second");
    }

    #[test]
    fn is_the_same_for_every_manager() {
        fn leave(
            outer: &Cell<Option<(&'static str, u32, u32)>>,
            inner: &Cell<Option<(&'static str, u32, u32)>>,
        ) -> Result<(), Oops> {
            let mut not = look(|exc| {
                let location = exc.traceback().location().unwrap();
                inner.set(Some((location.file(), location.line(), location.column())));
            });
            with!(place(outer) => {
                with!(&mut not => {
                    fail::<()>("oops")?; // in the inner block
                });
            });
            Ok(())
        }

        let (outer, inner) = (Cell::default(), Cell::default());
        leave(&outer, &inner).unwrap();
        assert_eq!(source(inner.get().unwrap()), "?; // in the inner block");
        assert_eq!(outer.get(), inner.get());
    }

    #[test]
    fn names_the_question_mark_behind_a_target() {
        struct Closed;

        impl ContextManager for Closed {
            type Value<'a> = Result<(), Oops>;
            type Exit = ();

            fn enter(&mut self) -> Result<(), Oops> {
                fail("closed")
            }

            fn exit(&mut self, _: Option<Exception<'_>>) {}
        }

        fn leave(seen: &Cell<Option<(&'static str, u32, u32)>>) -> Result<(), Oops> {
            with!(place(seen), Closed as ()? => { // behind the target
                seen.set(None);
            });
            Ok(())
        }

        let seen = Cell::default();
        leave(&seen).unwrap();
        assert_eq!(source(seen.get().unwrap()), "? => { // behind the target");
    }
}

mod taken {
    use super::*;

    #[test]
    fn by_an_exit_that_suppresses() {
        fn leave(kept: &mut Option<Oops>) -> Result<(), Oops> {
            with!(look(|mut exc| {
                *kept = exc.take();
                true
            }) => {
                fail::<()>("oops")?;
            });
            Ok(())
        }

        let mut kept = None;
        assert_eq!(leave(&mut kept), Ok(()));
        assert_eq!(kept, Some(Oops("oops")));
    }

    #[test]
    fn by_an_exit_that_fails_and_carries_it_along() {
        #[derive(Debug, PartialEq)]
        struct Wrapped(Oops);

        fn leave() -> Result<u8, Oops> {
            let failed = with!(look(|mut exc| Err::<(), _>(Wrapped(exc.take().unwrap()))) => {
                fail::<()>("oops")?;
            });
            assert_eq!(failed, Err(Wrapped(Oops("oops"))));
            Ok(7)
        }

        assert_eq!(leave(), Ok(7));
    }

    #[test]
    fn as_another_type_it_stays_where_it_is() {
        fn leave() -> Result<(), Oops> {
            with!(look(|mut exc| assert_eq!(exc.take::<String>(), None)) => {
                fail::<()>("oops")?;
            });
            Ok(())
        }

        assert_eq!(leave(), fail("oops"));
    }

    #[test]
    fn it_is_gone() {
        fn leave() -> Result<(), Oops> {
            with!(look(|mut exc| {
                assert!(exc.take::<Oops>().is_some());
                assert!(!exc.is::<Oops>());
                assert!(exc.take::<Oops>().is_none());
                assert!(exc.as_error().is_none());
                assert_eq!(exc.kind(), ExceptionKind::Error);
                assert_eq!(exc.type_name(), std::any::type_name::<Oops>());
                true
            }) => {
                fail::<()>("oops")?;
            });
            Ok(())
        }

        assert_eq!(leave(), Ok(()));
    }

    #[test]
    fn a_none_is_taken_like_an_error() {
        fn leave(kept: &mut Option<Missing>) -> Option<()> {
            with!(look(|mut exc| {
                *kept = exc.take();
                true
            }) => {
                None?
            });
            Some(())
        }

        let mut kept = None;
        assert_eq!(leave(&mut kept), Some(()));
        assert_eq!(kept, Some(Missing));
    }

    #[test]
    fn and_neither_suppressed_nor_replaced_it_is_missed() {
        fn leave() -> Result<(), Oops> {
            with!(look(|mut exc| assert!(exc.take::<Oops>().is_some())) => {
                fail::<()>("oops")?;
            });
            Ok(())
        }

        assert_eq!(panic_message(leave), Misuse::Taken.to_string());
        assert!(Misuse::Taken.to_string().contains("took the exception"));
    }

    #[test]
    fn and_put_back_it_goes_on() {
        fn leave() -> Result<(), Oops> {
            with!(look(|mut exc| {
                let oops = exc.downcast_mut().unwrap();
                assert_eq!(std::mem::replace(oops, Oops("put back")), Oops("oops"));
            }) => {
                fail::<()>("oops")?;
            });
            Ok(())
        }

        assert_eq!(leave(), fail("put back"));
    }
}

mod handed_on {
    use super::*;

    /// Two managers in one.
    struct Both(Spy, Spy<bool>);

    impl ContextManager for Both {
        type Value<'a> = ();
        type Exit = bool;

        fn enter(&mut self) {
            self.0.enter();
            self.1.enter();
        }

        fn exit(&mut self, mut exc: Option<Exception<'_>>) -> bool {
            let suppressed = self.1.exit(exc.as_mut().map(Exception::reborrow));
            self.0.exit(exc);
            suppressed
        }
    }

    #[test]
    fn an_exception_is_reborrowed() {
        fn leave(log: &Log, suppress: bool) -> Result<(), Oops> {
            with!(Both(log.spy("a"), log.spy("b").answering(suppress)) => {
                fail::<()>("oops")?;
            });
            Ok(())
        }

        for (suppress, result) in [(false, fail("oops")), (true, Ok(()))] {
            let log = Log::new();
            assert_eq!(leave(&log, suppress), result);
            assert_eq!(
                log.text(),
                "enter a, enter b, exit b: error oops, exit a: error oops"
            );
        }
    }

    #[test]
    fn a_reborrowed_exception_is_the_same() {
        let same = ask(Oops("oops"), |mut exc| {
            let (at, location) = (
                ptr::from_ref(exc.downcast_ref::<Oops>().unwrap()),
                exc.traceback(),
            );
            let again = exc.reborrow();
            ptr::eq(at, again.downcast_ref().unwrap()) && location == again.traceback()
        });
        assert!(same);
    }
}

mod error_types_that_implement_no_error {
    use super::*;

    /// What exit was told: display, debug of the value, and whether there is a `dyn Error`.
    #[derive(Debug, Default, PartialEq)]
    struct Said {
        display: String,
        is_error: bool,
        is_it: bool,
        debug: String,
    }

    fn say<T: 'static>(said: &RefCell<Said>) -> impl ContextManager<Exit = ()> {
        look(|exc| {
            assert_eq!(exc.kind(), ExceptionKind::Error);
            assert_eq!(exc.type_name(), std::any::type_name::<T>());
            *said.borrow_mut() = Said {
                display: exc.to_string(),
                is_error: exc.as_error().is_some(),
                is_it: exc.is::<T>(),
                debug: format!("{exc:?}"),
            };
        })
    }

    /// Raises `$raised`, and gives its display form.
    macro_rules! displayed {
        ($raised:expr => $Error:ty) => {{
            fn leave(said: &RefCell<Said>) -> Result<(), $Error> {
                with!(say::<$Error>(said) => {
                    Err($raised)?;
                });
                Ok(())
            }

            let said = RefCell::default();
            assert!(leave(&said).is_err());
            let said = said.into_inner();
            assert!(said.is_it && !said.is_error);
            said
        }};
    }

    #[test]
    fn a_string_is_its_text() {
        let said = displayed!("text".to_owned() => String);
        assert_eq!(said.display, "text");
        assert!(said.debug.contains("text"));
    }

    #[test]
    fn a_str_is_its_text() {
        assert_eq!(displayed!("text" => &'static str).display, "text");
    }

    #[test]
    fn a_cow_is_its_text() {
        use std::borrow::Cow;

        let said = displayed!(Cow::Borrowed("text") => Cow<'static, str>);
        assert_eq!(said.display, "text");
    }

    #[test]
    fn the_unit_is_shown_by_its_name() {
        assert_eq!(displayed!(() => ()).display, "()");
    }

    #[test]
    fn what_has_only_a_text_is_its_text() {
        struct Shown;

        impl Display for Shown {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("shown")
            }
        }

        assert_eq!(displayed!(Shown => Shown).display, "shown");
    }

    #[test]
    fn what_has_only_a_debug_form_is_shown_by_it() {
        #[derive(Debug)]
        #[allow(dead_code, reason = "for its debug form")]
        struct Debugged(u8);

        let said = displayed!(Debugged(7) => Debugged);
        assert!(said.display.ends_with("Debugged"), "{}", said.display);
        assert!(said.debug.contains("Debugged(7)"), "{}", said.debug);
    }

    #[test]
    fn what_has_no_form_at_all_is_shown_by_its_name() {
        struct Opaque;

        let said = displayed!(Opaque => Opaque);
        assert!(said.display.ends_with("Opaque"), "{}", said.display);
        assert!(said.debug.contains("Opaque"), "{}", said.debug);
    }

    #[test]
    fn a_number_is_its_text() {
        assert_eq!(displayed!(7 => i32).display, "7");
    }

    #[test]
    fn a_generic_error_is_shown_by_what_its_bounds_say() {
        fn nothing<E: 'static>(said: &RefCell<Said>, error: E) -> Result<(), E> {
            with!(say::<E>(said) => {
                Err(error)?;
            });
            Ok(())
        }

        fn display<E: Display + 'static>(said: &RefCell<Said>, error: E) -> Result<(), E> {
            with!(say::<E>(said) => {
                Err(error)?;
            });
            Ok(())
        }

        fn error<E: Error + 'static>(said: &RefCell<Said>, error: E) -> Result<(), E> {
            with!(say::<E>(said) => {
                Err(error)?;
            });
            Ok(())
        }

        let said = RefCell::default();
        assert_eq!(nothing(&said, Oops("oops")), fail("oops"));
        let told = said.take();
        assert!(told.is_it && !told.is_error && told.display.ends_with("Oops"));

        assert_eq!(display(&said, Oops("oops")), fail("oops"));
        let told = said.take();
        assert!(told.is_it && !told.is_error && told.display == "oops");

        assert_eq!(error(&said, Oops("oops")), fail("oops"));
        let told = said.take();
        assert!(told.is_it && told.is_error && told.display == "oops");
    }

    #[test]
    fn an_error_that_is_converted_is_shown_as_it_was_raised() {
        fn leave(said: &RefCell<Said>) -> Result<(), String> {
            with!(say::<&'static str>(said) => {
                Err("text")?;
            });
            Ok(())
        }

        let said = RefCell::default();
        assert_eq!(leave(&said), Err("text".to_owned()));
        assert!(said.take().is_it);
    }
}
