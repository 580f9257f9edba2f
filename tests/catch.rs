//! `catch { BLOCK }`: a panic in BLOCK is an exception, as it is in Python.
#![allow(clippy::manual_assert, reason = "a panic is what it says")]
#![allow(clippy::never_loop, reason = "many of these jumps are always taken")]

mod common;

use std::any::Any;
use std::cell::RefCell;
use std::collections::HashMap;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use common::{Log, Oops, fail, panic_message, payload};
use with_runtime::{ContextManager, Exception, ExceptionKind, async_with, strict, with};

/// A manager whose exit is this function.
struct Exit<F>(F);

impl<V, F> ContextManager for Exit<F>
where
    V: with_runtime::Verdict<Answer = V>,
    F: FnMut(Option<Exception<'_>>) -> V,
{
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = V;

    fn enter(&mut self) {}

    fn exit(&mut self, exc: Option<Exception<'_>>) -> V {
        (self.0)(exc)
    }
}

fn exit<V, F: FnMut(Option<Exception<'_>>) -> V>(exit: F) -> Exit<F> {
    Exit(exit)
}

mod a_panic {
    use super::*;

    #[test]
    fn is_told_to_exit_and_goes_on() {
        let log = Log::new();
        let message = panic_message(|| {
            with!(log.spy("a") => catch {
                log.note("block");
                panic!("boom");
            });
        });
        assert_eq!(message, "boom");
        assert_eq!(log.text(), "enter a, block, exit a: panic");
    }

    #[test]
    fn is_suppressed_by_a_verdict() {
        let log = Log::new();
        with!(log.spy("a").suppressing() => catch {
            panic!("boom");
        });
        log.note("behind");
        assert_eq!(log.text(), "enter a, exit a: panic, behind");
    }

    #[test]
    fn is_over_when_exit_is_told() {
        let mut unwinding = None;
        let mut ask = exit(|_| {
            unwinding = Some(std::thread::panicking());
            true
        });
        with!(&mut ask => catch { panic!("boom") });
        assert_eq!(unwinding, Some(false));
    }

    #[test]
    fn has_a_kind_and_a_message_and_no_place() {
        let mut said = Vec::new();
        let mut ask = exit(|exc| {
            let exc = exc.unwrap();
            assert_eq!(exc.kind(), ExceptionKind::Panic);
            assert_eq!(exc.type_name(), "panic");
            assert!(exc.as_error().is_none());
            assert_eq!(exc.traceback().location(), None);
            said.push(exc.panic_message().map(str::to_owned));
            said.push(Some(exc.to_string()));
            said.push(Some(format!("{exc:?}")));
            true
        });
        with!(&mut ask => catch { panic!("one") });
        let two = 2;
        with!(&mut ask => catch { panic!("two {two}") });
        with!(&mut ask => catch { std::panic::panic_any(3) });
        let debug =
            r#"Exception { kind: Panic, type_name: "panic", value: VALUE, location: None }"#;
        let debug = |value| Some(debug.replace("VALUE", value));
        let text = |text: &str| Some(text.to_owned());
        assert_eq!(
            said,
            [
                (text("one")),
                text("one"),
                debug(r#""one""#),
                text("two 2"),
                text("two 2"),
                debug(r#""two 2""#),
                None,
                text("panic"),
                debug("panic"),
            ]
        );
    }

    #[test]
    fn shows_its_payload_whatever_that_is() {
        let look = |exc: Option<Exception<'_>>| {
            let mut exc = exc.unwrap();
            assert!(exc.is::<Oops>() && !exc.is::<String>());
            assert_eq!(exc.downcast_ref::<String>(), None);
            exc.downcast_mut::<Oops>().unwrap().0 = "changed";
            assert_eq!(exc.downcast_ref(), Some(&Oops("changed")));
        };
        let payload =
            payload(|| with!(exit(look) => catch { std::panic::panic_any(Oops("boom")) }));
        assert_eq!(payload.downcast_ref(), Some(&Oops("changed")));
    }

    #[test]
    fn shows_its_text_as_what_it_is() {
        let look = |exc: Option<Exception<'_>>| {
            let exc = exc.unwrap();
            match exc.downcast_ref::<&str>() {
                Some(text) => assert_eq!(*text, "one"),
                None => assert_eq!(exc.downcast_ref::<String>().unwrap(), "two 2"),
            }
            true
        };
        with!(exit(look) => catch { panic!("one") });
        let two = 2;
        with!(exit(look) => catch { panic!("two {two}") });
    }

    #[test]
    fn may_be_taken() {
        let taken = RefCell::new(Vec::new());
        let take = || {
            exit(|exc| {
                let mut exc = exc.unwrap();
                assert_eq!(exc.take::<u8>(), None);
                taken.borrow_mut().extend(exc.take::<Oops>());
                assert!(exc.take::<Oops>().is_none() && !exc.is::<Oops>());
                assert_eq!(exc.to_string(), "panic");
                true
            })
        };
        with!(take() => catch { std::panic::panic_any(Oops("boom")) });
        assert_eq!(*taken.borrow(), [Oops("boom")]);
    }

    #[test]
    fn that_was_taken_and_not_suppressed_is_the_managers_mistake() {
        let take = |exc: Option<Exception<'_>>| {
            exc.unwrap().take::<Oops>();
        };
        let message =
            panic_message(|| with!(exit(take) => catch { std::panic::panic_any(Oops("boom")) }));
        assert!(message.starts_with("exit took the exception"));
    }

    #[test]
    fn goes_on_as_the_same_object() {
        for text in [None, Some("text".to_owned())] {
            let boxed: Box<dyn Any + Send> = match text.clone() {
                Some(text) => Box::new(text),
                None => Box::new(Oops("boom")),
            };
            let address = (&raw const *boxed).cast::<()>();
            let passed = payload(|| {
                with!(exit(|_| ()), exit(|_| false) => catch {
                    panic::resume_unwind(boxed);
                });
            });
            assert_eq!((&raw const *passed).cast::<()>(), address);
        }
    }

    #[test]
    fn is_announced_once() {
        static HOOKED: AtomicUsize = AtomicUsize::new(0);

        // Other tests panic at the same time, in threads of their own.
        let this = thread::current().id();
        let hook = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().id() == this {
                HOOKED.fetch_add(1, Ordering::Relaxed);
            } else {
                hook(info);
            }
        }));
        payload(
            || with!(exit(|_| ()), exit(|_| ()) => catch { std::panic::panic_any(Oops("boom")) }),
        );
        assert_eq!(HOOKED.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn may_be_one_of_the_language() {
        let log = Log::new();
        let numbers = log.len()..;
        with!(log.spy("a").suppressing() => catch {
            let zero = numbers.start - 1;
            log.note(format!("{}", 1 / (zero + 1)));
        });
        assert!(log.text().ends_with("exit a: panic"));
    }

    #[test]
    fn in_a_drop_of_what_the_block_owns_is_caught_too() {
        struct Bomb;

        impl Drop for Bomb {
            fn drop(&mut self) {
                panic!("drop");
            }
        }

        let log = Log::new();
        with!(log.spy("a").suppressing() => catch {
            let _bomb = Bomb;
        });
        let leave = || -> Result<(), Oops> {
            with!(log.spy("b").suppressing() => catch {
                let _bomb = Bomb;
                fail::<()>("replaced by the panic")?;
            });
            Ok(())
        };
        assert_eq!(leave(), Ok(()));
        assert_eq!(log.text(), "enter a, exit a: panic, enter b, exit b: panic");
    }

    #[test]
    fn is_not_caught_in_the_expression_and_in_enter() {
        struct Refuses;

        impl ContextManager for Refuses {
            type Value<'a> = ();
            type Exit = bool;

            fn enter(&mut self) {
                panic!("enter");
            }

            fn exit(&mut self, _: Option<Exception<'_>>) -> bool {
                true
            }
        }

        let refuse = || -> Refuses { panic!("expression") };
        assert_eq!(panic_message(|| with!(refuse() => catch {})), "expression");
        assert_eq!(panic_message(|| with!(Refuses => catch {})), "enter");
    }
}

/// A session that ends well, whatever happened in it. It writes down what it was told.
struct TrainingSession(Vec<String>);

impl ContextManager for TrainingSession {
    type Value<'a> = ();
    type Exit = bool;

    fn enter(&mut self) {
        self.0.push("start".to_owned());
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
        if let Some(exc) = exc {
            let place = match exc.traceback().location() {
                Some(place) => place.to_string(),
                None => "unknown".to_owned(),
            };
            self.0.push(format!("type: {}", exc.type_name()));
            self.0.push(format!("value: {exc}"));
            self.0.push(format!("place: {place}"));
        }
        self.0.push("end".to_owned());
        true
    }
}

#[test]
fn a_training_session_survives_a_missing_key() {
    let mut session = TrainingSession(Vec::new());
    let marks = HashMap::from([("Ada", 6)]);
    with!(&mut session => catch {
        let mark = marks["Grace"];
        panic!("there is no {mark}");
    });
    assert_eq!(
        session.0,
        [
            "start",
            "type: panic",
            "value: no entry found for key",
            "place: unknown",
            "end"
        ]
    );
}

mod jumps {
    use super::*;

    #[test]
    fn leave_the_block_and_no_exception_is_told() {
        fn run(log: &Log) -> Vec<u32> {
            let mut seen = Vec::new();
            for turn in 0..9 {
                with!(log.spy("a") => catch {
                    if turn == 1 {
                        continue;
                    }
                    if turn == 3 {
                        break;
                    }
                    seen.push(turn);
                });
            }
            'outer: for turn in 4..9 {
                loop {
                    with!(log.spy("b") => catch {
                        if turn < 6 {
                            continue 'outer;
                        }
                        break 'outer;
                    });
                }
            }
            let found = loop {
                with!(log.spy("c") => catch { break 7; });
            };
            seen.push(found);
            let labelled = 'found: {
                with!(log.spy("d") => catch {
                    if found == 7 {
                        break 'found 8;
                    }
                });
                9
            };
            seen.push(labelled);
            with!(log.spy("e").suppressing() => catch {
                if seen.len() == 4 {
                    return seen;
                }
            });
            Vec::new()
        }

        let log = Log::new();
        assert_eq!(run(&log), [0, 2, 7, 8]);
        let expected = "enter a, exit a: clean, ".repeat(4)
            + &"enter b, exit b: clean, ".repeat(3)
            + "enter c, exit c: clean, enter d, exit d: clean, enter e, exit e: clean";
        assert_eq!(log.text(), expected);
    }

    #[test]
    fn with_a_value_are_of_the_type_around() {
        trait Speak {
            fn speak(&self) -> &'static str;
        }

        struct Cat;
        struct Dog;

        impl Speak for Cat {
            fn speak(&self) -> &'static str {
                "miaow"
            }
        }

        impl Speak for Dog {
            fn speak(&self) -> &'static str {
                "woof"
            }
        }

        fn animal(number: &str) -> Result<Box<dyn Speak>, std::num::ParseIntError> {
            let last: Box<dyn Speak> = with!(exit(|_| ()) => catch {
                let number: u8 = number.parse()?;
                if number == 0 {
                    return Ok(Box::new(Cat));
                }
                Box::new(Dog)
            });
            Ok(last)
        }

        assert_eq!(animal("0").unwrap().speak(), "miaow");
        assert_eq!(animal("1").unwrap().speak(), "woof");
        assert!(animal("x").is_err());
    }

    #[test]
    fn diverge_with_the_block() {
        fn leave(log: &Log, way: u8) -> u8 {
            with!(log.spy("a") => catch {
                if way == 0 {
                    panic!("boom");
                }
                with!(log.spy("b") => { return way; });
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log, 1), 1);
        assert_eq!(panic_message(|| leave(&log, 0)), "boom");
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: clean, exit a: clean, enter a, exit a: panic"
        );
    }

    #[test]
    fn are_dropped_by_a_failure_of_exit() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            loop {
                with!(log.spy("a").failing("exit") => catch {
                    if log.len() == 1 {
                        break;
                    }
                    return Ok(7);
                })?;
            }
            Ok(8)
        }

        assert_eq!(leave(&Log::new()), Err(Oops("exit")));
    }
}

mod errors {
    use super::*;

    #[test]
    fn raised_in_the_block_are_told_and_go_on() {
        fn leave(log: &Log) -> Result<(), Box<dyn std::error::Error>> {
            with!(log.spy("a").naming_types() => catch {
                let number: u8 = "7".parse()?;
                log.note(number.to_string());
                fail::<()>("oops")?;
            });
            Ok(())
        }

        let log = Log::new();
        assert!(leave(&log).unwrap_err().is::<Oops>());
        assert_eq!(log.text(), "enter a, 7, exit a: error oops as Oops");
    }

    #[test]
    fn have_their_place() {
        let line = std::cell::Cell::new(0);
        let look = |exc: Option<Exception<'_>>| {
            line.set(exc.unwrap().traceback().location().unwrap().line());
            true
        };
        let leave = || -> Option<()> {
            with!(exit(look) => catch {
                None::<u8>?;
            });
            Some(())
        };
        assert_eq!(leave(), Some(()));
        assert_eq!(line.get(), line!() - 5);
    }

    #[test]
    fn as_values_are_counted_by_strict_managers() {
        fn leave(log: &Log, way: u8) -> Result<u8, Oops> {
            with!(strict(log.spy("a")) => catch {
                if way == 0 {
                    return fail("return");
                }
                fail("value")
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log, 0), fail("return"));
        assert_eq!(leave(&log, 1), fail("value"));
        assert_eq!(
            log.text(),
            "enter a, exit a: error return, enter a, exit a: error value"
        );
    }
}

mod exits_that_fail {
    use super::*;

    #[test]
    fn replace_the_panic() {
        let log = Log::new();
        let result = with!(log.spy("a").failing("exit") => catch { panic!("boom") });
        let (): () = match result {
            Ok(()) => unreachable!(),
            Err(error) => assert_eq!(error, Oops("exit")),
        };
        assert_eq!(log.text(), "enter a, exit a: panic");
    }

    #[test]
    fn by_a_panic_replace_the_panic() {
        let log = Log::new();
        let message = panic_message(|| {
            with!(log.spy("a").panicking("exit") => catch { panic!("boom") });
        });
        assert_eq!(message, "exit");
        assert_eq!(log.text(), "enter a, exit a: panic");
    }

    #[test]
    fn by_panics_in_turn_replace_one_another() {
        let log = Log::new();
        let message = panic_message(|| {
            with!(
                log.spy("a").panicking("a"),
                log.spy("b").panicking("b"),
                log.spy("c").panicking("c") => catch { panic!("boom") }
            );
        });
        assert_eq!(message, "a");
        assert_eq!(
            log.text(),
            "enter a, enter b, enter c, exit c: panic, exit b: panic, exit a: panic"
        );
    }

    #[test]
    fn whose_panics_replace_a_payload_that_panics_when_dropped() {
        struct Bomb;

        impl Drop for Bomb {
            fn drop(&mut self) {
                panic!("dropped");
            }
        }

        let log = Log::new();
        let message = panic_message(|| {
            with!(log.spy("a").panicking("exit") => catch { std::panic::panic_any(Bomb) });
        });
        assert_eq!(message, "exit");
    }
}

mod several_managers {
    use super::*;

    #[test]
    fn see_it_from_the_inside_out() {
        let log = Log::new();
        payload(|| {
            with!(log.spy("a"), log.spy("b") => catch { panic!("boom") });
        });
        assert_eq!(log.text(), "enter a, enter b, exit b: panic, exit a: panic");
    }

    #[test]
    fn do_not_see_what_an_inner_one_suppressed() {
        let log = Log::new();
        with!(log.spy("a"), log.spy("b").suppressing() => catch { panic!("boom") });
        assert_eq!(log.text(), "enter a, enter b, exit b: panic, exit a: clean");
    }

    #[test]
    fn see_the_panic_of_an_inner_exit_expression_or_enter() {
        struct Refuses;

        impl ContextManager for Refuses {
            type Value<'a> = ();
            type Exit = ();

            fn enter(&mut self) {
                panic!("enter");
            }

            fn exit(&mut self, _: Option<Exception<'_>>) {}
        }

        let log = Log::new();
        let refuse = || -> Refuses { panic!("expression") };
        with!(log.spy("a").suppressing(), log.spy("b").panicking("exit") => catch {});
        with!(log.spy("c").suppressing(), refuse() => catch {});
        with!(log.spy("d").suppressing(), Refuses => catch {});
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: clean, exit a: panic, \
             enter c, exit c: panic, enter d, exit d: panic"
        );
    }

    #[test]
    fn see_the_failure_of_an_inner_exit() {
        let log = Log::new();
        let result = with!(log.spy("a").answering(Ok::<bool, Oops>(false)), log.spy("b").failing("b") => catch {
            panic!("boom")
        });
        assert_eq!(result, Err(Oops("b")));
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: panic, exit a: error b"
        );
    }

    #[test]
    fn have_their_jumps_go_through_all_of_them() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            let mut turns = 0;
            loop {
                turns += 1;
                with!(log.spy("a"), log.spy("b") => catch {
                    match turns {
                        1 => continue,
                        2 => break,
                        _ => return Ok(turns),
                    }
                });
            }
            let turns = with!(log.spy("c"), log.spy("d") => catch {
                if turns == 9 {
                    fail::<()>("oops")?;
                }
                turns + 1
            });
            Ok(turns)
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(3));
        let expected = "enter a, enter b, exit b: clean, exit a: clean, ".repeat(2)
            + "enter c, enter d, exit d: clean, exit c: clean";
        assert_eq!(log.text(), expected);
    }
}

mod nested_statements {
    use super::*;

    #[test]
    fn without_catch_see_it_unwind() {
        let log = Log::new();
        let seen = Mutex::new(Vec::new());
        let note = |name| {
            let seen = &seen;
            exit(move |exc: Option<Exception<'_>>| {
                let message = exc.and_then(|exc| exc.panic_message().map(str::to_owned));
                seen.lock().unwrap().push((name, message));
                true
            })
        };
        with!(log.spy("outermost") => {
            with!(note("outer") => catch {
                with!(note("inner") => {
                    panic!("boom");
                });
            });
        });
        let seen = seen.into_inner().unwrap();
        assert_eq!(seen, [("inner", None), ("outer", Some("boom".to_owned()))]);
        assert_eq!(log.text(), "enter outermost, exit outermost: clean");
    }

    #[test]
    fn around_it_without_catch_see_it_unwind_too() {
        let log = Log::new();
        payload(|| {
            with!(log.spy("a").suppressing() => {
                with!(log.spy("b") => catch { panic!("boom") });
            });
        });
        assert_eq!(log.text(), "enter a, enter b, exit b: panic, exit a: panic");
    }

    #[test]
    fn leave_through_both() {
        fn leave(log: &Log, way: u8) -> Result<u8, Oops> {
            for turn in 0.. {
                with!(log.spy("a") => catch {
                    with!(log.spy("b") => catch {
                        match (way, turn) {
                            (_, 0) => continue,
                            (0, _) => break,
                            (1, _) => return Ok(turn),
                            (2, _) => fail::<()>("oops")?,
                            _ => panic!("boom"),
                        }
                    });
                });
            }
            Ok(way)
        }

        for (way, told, result) in [
            (0, "clean", Some(Ok(0))),
            (1, "clean", Some(Ok(1))),
            (2, "error oops", Some(fail("oops"))),
            (3, "panic", None),
        ] {
            let log = Log::new();
            let left = panic::catch_unwind(panic::AssertUnwindSafe(|| leave(&log, way))).ok();
            assert_eq!(left, result);
            let expected = format!(
                "enter a, enter b, exit b: clean, exit a: clean, \
                 enter a, enter b, exit b: {told}, exit a: {told}"
            );
            assert_eq!(log.text(), expected);
        }
    }
}

mod the_block {
    use super::*;

    #[test]
    fn has_a_value() {
        let log = Log::new();
        let number: u64 = with!(log.spy("a") as inside => catch {
            inside.note("block");
            7
        });
        assert_eq!(number, 7);
        assert_eq!(log.text(), "enter a, block, exit a: clean");
    }

    #[test]
    fn may_stand_behind_a_comma() {
        let log = Log::new();
        with!(log.spy("a").suppressing() as inside, catch {
            inside.note("block");
            panic!("boom");
        });
        assert_eq!(log.text(), "enter a, block, exit a: panic");
    }

    #[test]
    fn drops_what_it_bound_before_exit() {
        let log = Log::new();
        with!(log.spy("a").suppressing(), exit(|_| ()) as _ => catch {
            let _first = log.trace("first");
            let _second = log.trace("second");
            panic!("boom");
        });
        assert_eq!(
            log.text(),
            "enter a, drop second, drop first, exit a: panic"
        );
    }

    #[test]
    fn borrows_and_changes_what_is_around() {
        let mut numbers = vec![1];
        let text = String::from("text");
        let length = with!(exit(|_| ()) => catch {
            numbers.push(2);
            let moved = text;
            moved.len()
        });
        numbers.push(3);
        assert_eq!((numbers, length), (vec![1, 2, 3], 4));
    }

    #[test]
    fn may_be_left_out_in_part() {
        fn leave(log: &Log) -> u8 {
            with!(log.spy("a") => catch {
                #[cfg(any())]
                return 1;
                #[cfg(all())]
                if log.len() == 1 {
                    return 2;
                }
            });
            3
        }

        assert_eq!(leave(&Log::new()), 2);
    }

    #[test]
    fn may_hold_macros_with_jumps_in_their_arguments() {
        fn leave(log: &Log) -> Result<String, Oops> {
            with!(log.spy("a") => catch {
                log.note(format!("{}", Ok::<_, Oops>(7)?));
                assert!(fail::<bool>("oops")?);
            });
            Ok(String::new())
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("oops"));
        assert_eq!(log.text(), "enter a, 7, exit a: error oops");
    }

    #[test]
    fn may_have_names_that_hide_the_preludes() {
        fn leave(number: u8) -> u8 {
            #[allow(dead_code, reason = "they only hide")]
            enum Other {
                None,
                Some,
                Ok,
                Err,
            }
            #[allow(unused_imports, reason = "they only hide")]
            use Other::{Err, None, Ok, Some};

            with!(exit(|_| ()) => catch {
                if number == 1 {
                    return 2;
                }
                number
            })
        }

        assert_eq!((leave(1), leave(3)), (2, 3));
    }
}

mod awaiting {
    use std::future::{pending, ready};
    use std::pin::pin;
    use std::task::{Context, Waker};

    use futures::executor::block_on;
    use tokio::task::yield_now;

    use super::*;

    /// Accepts futures that can be sent to another thread.
    fn sendable<F: Future + Send>(future: F) -> F {
        future
    }

    async fn leave(log: Log, way: u8) -> Result<u8, Oops> {
        for turn in 0..3 {
            with!(log.spy("a") as inside, log.spy("b") => catch {
                yield_now().await;
                inside.note("block");
                match (way, turn) {
                    (0, 0) => continue,
                    (1, _) => break,
                    (2, _) => return ready(Ok(turn)).await,
                    (3, _) => ready(fail::<()>("oops")).await?,
                    (4, _) => panic!("boom"),
                    _ => yield_now().await,
                }
            });
        }
        Ok(way)
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn its_future_can_be_spawned() {
        for (way, told, result) in [
            (1, "clean", Some(Ok(1))),
            (2, "clean", Some(Ok(0))),
            (3, "error oops", Some(fail("oops"))),
            (4, "panic", None),
        ] {
            let log = Log::new();
            let spawned = tokio::spawn(sendable(leave(log.clone(), way)));
            assert_eq!(spawned.await.ok(), result);
            let expected = format!("enter a, enter b, block, exit b: {told}, exit a: {told}");
            assert_eq!(log.text(), expected);
        }
        assert_eq!(leave(Log::new(), 0).await, Ok(0));
    }

    #[tokio::test]
    async fn a_panic_of_any_poll_is_caught() {
        let log = Log::new();
        for polls in 0..3 {
            with!(log.spy("a").suppressing() => catch {
                for _ in 0..polls {
                    yield_now().await;
                }
                panic!("boom");
            });
        }
        assert_eq!(log.text(), ["enter a, exit a: panic"; 3].join(", "));
    }

    #[tokio::test]
    async fn a_value_comes_out() {
        let number: u64 = with!(exit(|_| ()) => catch {
            yield_now().await;
            let number = ready(6).await;
            number + 1
        });
        assert_eq!(number, 7);
    }

    #[tokio::test]
    async fn a_macro_may_hide_the_await() {
        let log = Log::new();
        with!(log.spy("a").suppressing() => catch {
            let (one, two) = tokio::join!(ready(1), ready(2));
            panic!("{}", one + two);
        });
        assert_eq!(log.text(), "enter a, exit a: panic");
    }

    #[tokio::test]
    async fn a_nested_statement_may_hide_it() {
        let log = Log::new();
        with!(log.spy("a").suppressing() => catch {
            with!(log.spy("b") => {
                async_with!(log.spy("c") => {});
            });
            with!(log.spy("d") => catch {
                with!(log.spy("e") => { panic!("{:?}", tokio::join!(yield_now())) });
            });
        });
        assert_eq!(
            log.text(),
            "enter a, enter b, aenter c, aexit c: clean, exit b: clean, \
             enter d, enter e, exit e: panic, exit d: panic, exit a: panic"
        );
    }

    #[test]
    fn an_async_block_in_it_makes_nothing_async() {
        let log = Log::new();
        let made = with!(log.spy("a") => catch {
            let future = async { ready(7).await };
            let other = async move || ready(1).await;
            block_on(future) + block_on(other())
        });
        assert_eq!(made, 8);
    }

    #[test]
    fn a_dropped_future_is_told_as_ever() {
        let log = Log::new();
        {
            let mut waits = pin!(async {
                with!(log.spy("a"), log.spy("b") => catch {
                    pending::<()>().await;
                });
            });
            let mut context = Context::from_waker(Waker::noop());
            assert!(waits.as_mut().poll(&mut context).is_pending());
        }
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: interrupted, exit a: interrupted"
        );
    }

    #[tokio::test]
    async fn what_is_lent_stays_lent() {
        let shared = Arc::new(Mutex::new(vec![1]));
        let mut local = vec![1];
        with!(exit(|_| ()) => catch {
            local.push(2);
            yield_now().await;
            shared.lock().unwrap().append(&mut local);
        });
        assert_eq!(local, [0; 0]);
        assert_eq!(*shared.lock().unwrap(), [1, 1, 2]);
    }
}
