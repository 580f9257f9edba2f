//! `async_with!`: the statement whose enter and exit are awaited.
#![allow(clippy::never_loop, reason = "many of these jumps are always taken")]

mod common;

use std::cell::RefCell;
use std::error::Error;
use std::future::{pending, ready};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use common::{Log, Oops, Spy, fail, pause};
use futures::executor::block_on;
use tokio::sync::{AcquireError, Semaphore, SemaphorePermit};
use with_runtime::{AsyncContextManager, ExceptionKind, SendException, async_with, strict, with};

mod the_statement {
    use super::*;

    #[test]
    fn awaits_enter_and_exit() {
        let log = Log::new();
        let number: u64 = block_on(async {
            async_with!(log.spy("a") as inside => {
                inside.note("block");
                pause().await;
                7
            })
        });
        assert_eq!(number, 7);
        assert_eq!(log.text(), "aenter a, block, aexit a: clean");
    }

    #[test]
    fn needs_no_target_and_no_await() {
        let log = Log::new();
        block_on(async {
            async_with!(log.spy("a") => {});
            async_with!(log.spy("b") as _, { log.note("block") });
        });
        assert_eq!(
            log.text(),
            "aenter a, aexit a: clean, aenter b, block, aexit b: clean"
        );
    }

    #[test]
    fn takes_several_managers() {
        let log = Log::new();
        block_on(async {
            async_with!(log.spy("a") as a, ready(log.spy("b")).await as _ => {
                a.note("block");
            });
        });
        assert_eq!(
            log.text(),
            "aenter a, aenter b, block, aexit b: clean, aexit a: clean"
        );
    }

    #[test]
    fn evaluates_to_what_the_verdicts_say() {
        let log = Log::new();
        let (both, inner) = block_on(async {
            let both = async_with!(
                log.spy("a").answering(Err::<bool, _>(Oops("a"))),
                log.spy("b").failing("b") => { pause().await; }
            );
            let inner = async_with!(log.spy("c"), log.spy("d").failing("d") => { 7 });
            (both, inner)
        });
        assert_eq!((both, inner), (fail("a"), fail("d")));
        assert_eq!(
            log.text(),
            "aenter a, aenter b, aexit b: clean, aexit a: error b, \
             aenter c, aenter d, aexit d: clean, aexit c: error d"
        );
    }

    #[test]
    fn joins_failures_by_from() {
        #[derive(Clone, Debug, PartialEq)]
        struct Wrapped(Oops);

        impl From<Oops> for Wrapped {
            fn from(oops: Oops) -> Self {
                Wrapped(oops)
            }
        }

        let log = Log::new();
        let result: Result<u8, Wrapped> = block_on(async {
            async_with!(
                log.spy("a").answering(Ok::<(), _>(())),
                log.spy("b").failing("b") => { 7 }
            )
        });
        assert_eq!(result, Err(Wrapped(Oops("b"))));
    }

    #[test]
    fn may_be_the_last_of_a_function_that_it_never_leaves_by_its_end() {
        async fn leave(log: &Log) -> u8 {
            async_with!(log.spy("a") => {
                async_with!(log.spy("b") => { return 7; });
            })
        }

        let log = Log::new();
        assert_eq!(block_on(leave(&log)), 7);
        assert_eq!(
            log.text(),
            "aenter a, aenter b, aexit b: clean, aexit a: clean"
        );
    }

    #[test]
    fn may_be_mixed_with_the_other() {
        async fn leave(log: &Log) -> Result<u8, Oops> {
            with!(log.spy("a") => {
                async_with!(log.spy("b") => {
                    with!(log.spy("c") => {
                        pause().await;
                        fail::<()>("oops")?;
                    });
                });
            });
            Ok(7)
        }

        let log = Log::new();
        assert_eq!(block_on(leave(&log)), fail("oops"));
        assert_eq!(
            log.text(),
            "enter a, aenter b, enter c, \
             exit c: error oops, aexit b: error oops, exit a: error oops"
        );
    }

    #[test]
    fn may_stand_in_the_arguments_of_a_macro() {
        async fn leave(log: &Log) -> Result<String, Oops> {
            with!(log.spy("a") => {
                let text = format!("{}", async_with!(log.spy("b") => { fail::<u8>("oops")? }));
                Ok(text)
            })
        }

        let log = Log::new();
        assert_eq!(block_on(leave(&log)), fail("oops"));
        assert_eq!(
            log.text(),
            "enter a, aenter b, aexit b: error oops, exit a: error oops"
        );
    }

    #[test]
    fn hands_on_to_what_is_inside_of_a_box_an_option_or_a_reference() {
        let log = Log::new();
        block_on(async {
            let mut spy = log.spy("a");
            async_with!(&mut spy => { log.note("reference") });
            async_with!(Box::new(spy) => { log.note("box") });
            async_with!(Some(log.spy("b")) as inside => { inside.unwrap().note("some") });
            async_with!(None::<Spy<Result<(), Oops>>> as inside => { assert!(inside.is_none()) })
                .unwrap();
        });
        assert_eq!(
            log.text(),
            "aenter a, reference, aexit a: clean, aenter a, box, aexit a: clean, \
             aenter b, some, aexit b: clean"
        );
    }
}

/// Is entered or not.
struct Entering(Log, Result<u8, Oops>);

impl AsyncContextManager for Entering {
    type Value<'a> = Result<u8, Oops>;
    type Exit = bool;

    async fn aenter(&mut self) -> Result<u8, Oops> {
        pause().await;
        self.0.note("aenter");
        self.1.clone()
    }

    async fn aexit(&mut self, _: Option<SendException<'_>>) -> bool {
        self.0.note("aexit");
        true
    }

    fn cancelled(&mut self) {
        self.0.note("cancelled");
    }
}

mod an_enter_that_can_fail {
    use super::*;

    async fn run(log: &Log, entering: Result<u8, Oops>) -> Result<u8, Oops> {
        let number;
        async_with!(log.spy("a"), Entering(log.clone(), entering) as entered? => {
            number = entered;
        });
        Ok(number)
    }

    #[test]
    fn is_looked_at_before_the_block() {
        let log = Log::new();
        assert_eq!(block_on(run(&log, Ok(7))), Ok(7));
        assert_eq!(log.text(), "aenter a, aenter, aexit, aexit a: clean");
    }

    #[test]
    fn is_told_of_a_dropped_future() {
        let log = Log::new();
        {
            let entering = Entering(log.clone(), Ok(7));
            let mut future = pin!(async {
                async_with!(entering as _? => { pending::<()>().await });
                Ok::<_, Oops>(())
            });
            let mut context = Context::from_waker(Waker::noop());
            for _ in 0..3 {
                assert!(future.as_mut().poll(&mut context).is_pending());
            }
        }
        assert_eq!(log.text(), "aenter, cancelled");
    }

    #[test]
    fn that_fails_is_not_exited() {
        let log = Log::new();
        assert_eq!(block_on(run(&log, fail("no"))), fail("no"));
        assert_eq!(log.text(), "aenter a, aenter, aexit a: error no");
    }
}

mod jumps {
    use super::*;

    #[test]
    fn are_told_as_no_exception_and_go_where_they_were_going() {
        async fn leave(log: &Log) -> u8 {
            for turn in 0..4 {
                async_with!(log.spy("a").suppressing() => {
                    pause().await;
                    match turn {
                        0 => continue,
                        1 => {}
                        _ => break,
                    }
                });
            }
            let found = 'found: {
                loop {
                    async_with!(log.spy("b") => { break 'found ready(6).await; });
                }
            };
            async_with!(log.spy("c") => {
                if found == 6 {
                    return found + 1;
                }
            });
            0
        }

        let log = Log::new();
        assert_eq!(block_on(leave(&log)), 7);
        let expected = "aenter a, aexit a: clean, ".repeat(3)
            + "aenter b, aexit b: clean, aenter c, aexit c: clean";
        assert_eq!(log.text(), expected);
    }

    #[test]
    fn are_dropped_by_a_failure_of_exit() {
        async fn leave(log: &Log, way: u8) -> Result<u8, Oops> {
            loop {
                async_with!(log.spy("a").failing("exit") => {
                    match way {
                        0 => continue,
                        1 => break,
                        2 => return Ok(7),
                        _ => {}
                    }
                })?;
            }
            Ok(8)
        }

        for way in 0..4 {
            assert_eq!(block_on(leave(&Log::new(), way)), fail("exit"));
        }
    }
}

/// Writes down all there is to say of the exception, before and behind an `.await`.
struct Reads(Rc<RefCell<Vec<String>>>);

impl AsyncContextManager for Reads {
    type Value<'a> = ();
    type Exit = bool;

    async fn aenter(&mut self) {}

    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> bool {
        match &exc {
            Some(exc) => {
                let said = format!("{:?} {exc} ({exc:?})", exc.kind());
                pause().await;
                self.0.borrow_mut().push(said);
                let oops = exc.downcast_ref::<Oops>();
                let error = exc.as_error().map(ToString::to_string);
                self.0.borrow_mut().push(format!("{oops:?} {error:?}"));
                exc.traceback().location().is_some()
            }
            None => false,
        }
    }
}

mod errors {
    use super::*;

    fn said(read: &Rc<RefCell<Vec<String>>>) -> Vec<String> {
        let said = read.take();
        let cut = |text: String| match text.split_once(", location: Some(") {
            Some((text, _)) => text.to_owned(),
            None => text,
        };
        said.into_iter().map(cut).collect()
    }

    #[test]
    fn are_shown_whole_if_they_can_be_sent() {
        let read = Rc::default();
        let raise = async || -> Result<(), Oops> {
            async_with!(Reads(Rc::clone(&read)) => {
                ready(fail::<()>("oops")).await?;
            });
            Ok(())
        };
        assert_eq!(block_on(raise()), Ok(()));
        assert_eq!(
            said(&read),
            [
                r#"Error oops (Exception { kind: Error, type_name: "async_with::common::Oops", value: Oops("oops")"#,
                r#"Some(Oops("oops")) Some("oops")"#,
            ]
        );
    }

    #[test]
    fn are_described_if_they_can_not() {
        /// Stays on its thread.
        #[derive(Clone, Debug, PartialEq)]
        struct Local(Rc<str>);

        let read = Rc::default();
        let raise = async || -> Result<(), Local> {
            async_with!(Reads(Rc::clone(&read)) => {
                ready(Err::<(), _>(Local("oops".into()))).await?;
            });
            Ok(())
        };
        assert_eq!(block_on(raise()), Ok(()));
        let name = std::any::type_name::<Local>();
        let text = format!(
            r#"Error {name} (Exception {{ kind: Error, type_name: "{name}", value: Local("oops")"#
        );
        assert_eq!(said(&read), [text.as_str(), "None None"]);
    }

    #[test]
    fn in_boxes_are_seen_where_the_box_can_be_sent() {
        let read = Rc::default();
        let raise_local = async || -> Result<(), Box<dyn Error>> {
            async_with!(Reads(Rc::clone(&read)) => {
                Err::<(), Box<dyn Error>>("local".into())?;
            });
            Ok(())
        };
        let raise_sent = async || -> Result<(), Box<dyn Error + Send + Sync>> {
            async_with!(Reads(Rc::clone(&read)) => {
                Err::<(), Box<dyn Error + Send + Sync>>("sent".into())?;
            });
            Ok(())
        };
        block_on(raise_local()).unwrap();
        block_on(raise_sent()).unwrap();
        let said = said(&read);
        assert!(said[0].starts_with("Error local (") && said[2].starts_with("Error sent ("));
        assert_eq!(said[1], "None None");
        assert_eq!(said[3], r#"None Some("sent")"#);
    }

    #[test]
    fn that_can_not_be_sent_go_on_as_the_same() {
        let log = Log::new();
        let raise = async || -> Result<(), Rc<str>> {
            async_with!(log.spy("a") => {
                Err::<(), Rc<str>>("oops".into())?;
            });
            Ok(())
        };
        assert_eq!(block_on(raise()), Err("oops".into()));
        assert_eq!(log.text(), "aenter a, aexit a: error oops");
    }

    #[test]
    fn may_be_taken_and_changed() {
        /// Changes the first error and keeps the second.
        #[derive(Default)]
        struct Keep(Option<Oops>);

        impl AsyncContextManager for Keep {
            type Value<'a> = ();
            type Exit = bool;

            async fn aenter(&mut self) {}

            async fn aexit(&mut self, exc: Option<SendException<'_>>) -> bool {
                let mut exc = exc.unwrap();
                pause().await;
                if let Some(Oops(text @ "change")) = exc.downcast_mut() {
                    *text = "changed";
                    return false;
                }
                self.0 = exc.take();
                self.0.is_some()
            }
        }

        let mut keep = Keep::default();
        let mut raise = async |text| -> Result<(), Oops> {
            async_with!(&mut keep => { fail::<()>(text)?; });
            Ok(())
        };
        assert_eq!(block_on(raise("change")), fail("changed"));
        assert_eq!(block_on(raise("keep")), Ok(()));
        assert_eq!(keep.0, Some(Oops("keep")));
    }

    #[test]
    fn of_none_are_missing() {
        let read = Rc::default();
        let raise = async || -> Option<()> {
            async_with!(Reads(Rc::clone(&read)) => { None::<u8>?; });
            Some(())
        };
        assert_eq!(block_on(raise()), Some(()));
        assert!(said(&read)[0].starts_with("Missing a value is missing"));
    }

    #[test]
    fn as_values_are_counted_by_strict_managers() {
        async fn leave(log: &Log, way: u8) -> Result<u8, Rc<str>> {
            async_with!(strict(log.spy("a")) => {
                match way {
                    0 => return Err("return".into()),
                    1 => return Ok(7),
                    _ => Err("value".into()),
                }
            })
        }

        let log = Log::new();
        assert_eq!(block_on(leave(&log, 0)), Err("return".into()));
        assert_eq!(block_on(leave(&log, 1)), Ok(7));
        assert_eq!(block_on(leave(&log, 2)), Err("value".into()));
        assert_eq!(
            log.text(),
            "aenter a, aexit a: error return, aenter a, aexit a: clean, \
             aenter a, aexit a: error value"
        );
    }

    #[test]
    fn as_values_are_shown_whole_to_strict_managers_if_they_can_be_sent() {
        let read = Rc::default();
        let leave = async || -> Result<u8, Oops> {
            async_with!(strict(Reads(Rc::clone(&read))) => { return fail("return"); });
            Ok(7)
        };
        assert_eq!(block_on(leave()), fail("return"));
        let said = said(&read);
        assert!(said[0].starts_with("Error return ("));
        assert_eq!(said[1], r#"Some(Oops("return")) Some("return")"#);
    }

    #[test]
    fn as_values_are_none_to_others() {
        let log = Log::new();
        let result = block_on(async { async_with!(log.spy("a") => { fail::<u8>("value") }) });
        assert_eq!(result, fail("value"));
        assert_eq!(log.text(), "aenter a, aexit a: clean");
    }
}

mod panics {
    use std::panic::panic_any;

    use common::panic_message;

    use super::*;

    #[test]
    fn are_exceptions_under_catch() {
        let log = Log::new();
        block_on(async {
            async_with!(log.spy("a").suppressing(), log.spy("b") => catch {
                pause().await;
                panic!("boom");
            });
        });
        assert_eq!(
            log.text(),
            "aenter a, aenter b, aexit b: panic, aexit a: panic"
        );
    }

    #[test]
    fn under_catch_go_on() {
        let log = Log::new();
        let message = panic_message(|| {
            block_on(async { async_with!(log.spy("a") => catch { panic!("boom") }) });
        });
        assert_eq!(message, "boom");
        assert_eq!(log.text(), "aenter a, aexit a: panic");
    }

    #[test]
    fn under_catch_show_what_they_carry() {
        /// Looks at the payload, which may not be seen from several threads at once.
        struct Look;

        impl AsyncContextManager for Look {
            type Value<'a> = ();
            type Exit = bool;

            async fn aenter(&mut self) {}

            async fn aexit(&mut self, exc: Option<SendException<'_>>) -> bool {
                let mut exc = exc.unwrap();
                pause().await;
                assert_eq!(exc.kind(), ExceptionKind::Panic);
                if let Some(text) = exc.panic_message() {
                    assert_eq!(exc.to_string(), text);
                    return exc.is::<&str>() && exc.downcast_ref::<&str>() == Some(&"text");
                }
                assert!(exc.is::<Oops>() && !exc.is::<u8>());
                assert!(exc.downcast_ref::<Oops>().is_none());
                assert_eq!(exc.downcast_mut(), Some(&mut Oops("oops")));
                assert_eq!(exc.take(), Some(Oops("oops")));
                true
            }
        }

        block_on(async {
            async_with!(Look => catch { panic!("text") });
            async_with!(Look => catch { panic_any(Oops("oops")) });
        });
    }

    #[test]
    fn elsewhere_unwind_and_cancel() {
        let log = Log::new();
        let message = panic_message(|| {
            block_on(async {
                async_with!(log.spy("a").suppressing(), log.spy("b") => {
                    pause().await;
                    assert_eq!(log.len(), 3, "boom");
                });
            });
        });
        assert!(message.contains("boom"));
        assert_eq!(log.text(), "aenter a, aenter b, cancelled b, cancelled a");
    }

    #[test]
    fn in_exit_tell_the_outer_managers_only() {
        let log = Log::new();
        let message = panic_message(|| {
            block_on(async { async_with!(log.spy("a"), log.spy("b").panicking("exit") => {}) });
        });
        assert_eq!(message, "exit");
        assert_eq!(
            log.text(),
            "aenter a, aenter b, aexit b: clean, cancelled a"
        );
    }

    #[test]
    fn in_exits_under_catch_replace_one_another() {
        let log = Log::new();
        let message = panic_message(|| {
            block_on(async {
                async_with!(
                    log.spy("a").panicking("a"),
                    log.spy("b").panicking("b") => catch { panic!("boom") }
                );
            });
        });
        assert_eq!(message, "a");
        assert_eq!(
            log.text(),
            "aenter a, aenter b, aexit b: panic, aexit a: panic"
        );
    }

    #[test]
    fn in_cancelled_do_not_abort_another() {
        struct Bomb;

        impl AsyncContextManager for Bomb {
            type Value<'a> = ();
            type Exit = ();

            async fn aenter(&mut self) {}

            async fn aexit(&mut self, _: Option<SendException<'_>>) {}

            fn cancelled(&mut self) {
                panic!("cancelled");
            }
        }

        let message = panic_message(|| {
            block_on(async { async_with!(Bomb, Bomb => { panic!("boom") }) });
        });
        assert_eq!(message, "boom");
    }
}

mod cancelled {
    use super::*;

    fn poll<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
        future.poll(&mut Context::from_waker(Waker::noop()))
    }

    /// Three nested managers, and an `.await` wherever there can be one.
    async fn nested(log: &Log, raises: bool) -> Result<(), Oops> {
        async_with!(log.spy("a") => {
            pause().await;
            with!(log.spy("b") => {
                pause().await;
                async_with!(log.spy("c") => {
                    pause().await;
                    log.note("block");
                    pause().await;
                    if raises {
                        fail::<()>("oops")?;
                    }
                });
                pause().await;
            });
            pause().await;
        });
        Ok(())
    }

    /// By name, in order: which managers were entered, and which were told that it is over.
    fn entered_and_told(log: &Log) -> (String, String) {
        let text = log.text();
        let names = |words: &[&str]| -> String {
            let notes = text.split(", ");
            let notes = notes.filter_map(|note| note.split_once(' '));
            let notes = notes.filter(|(word, _)| words.contains(word));
            notes.map(|(_, name)| &name[..1]).collect()
        };
        (
            names(&["enter", "aenter"]),
            names(&["exit", "aexit", "cancelled"]),
        )
    }

    #[test]
    fn at_any_await_every_entered_manager_is_told_once() {
        for (raises, waits) in [(false, 10), (true, 8)] {
            for polls in 0.. {
                let log = Log::new();
                let done = {
                    let mut future = pin!(nested(&log, raises));
                    (0..polls).any(|_| poll(future.as_mut()).is_ready())
                };
                let (entered, told) = entered_and_told(&log);
                let told: String = told.chars().rev().collect();
                assert_eq!(entered, told, "after {polls} polls: {}", log.text());
                if done {
                    assert_eq!(polls, waits + 1);
                    break;
                }
            }
        }
    }

    #[test]
    fn in_the_block_the_sync_ones_are_exited_and_the_others_cancelled() {
        let log = Log::new();
        {
            let mut future = pin!(async {
                async_with!(log.spy("a") => {
                    with!(log.spy("b") => {
                        async_with!(log.spy("c") => { pending::<()>().await });
                    });
                });
            });
            for _ in 0..9 {
                assert!(poll(future.as_mut()).is_pending());
            }
        }
        assert_eq!(
            log.text(),
            "aenter a, enter b, aenter c, cancelled c, exit b: interrupted, cancelled a"
        );
    }

    #[test]
    fn while_enter_waits_it_is_not_told() {
        let log = Log::new();
        {
            let entering = Entering(log.clone(), Ok(7));
            let mut future = pin!(async {
                async_with!(entering as _? => {});
                Ok::<_, Oops>(())
            });
            assert!(poll(future.as_mut()).is_pending());
        }
        assert_eq!(log.text(), "");
    }

    #[test]
    fn while_exit_waits_it_is_told_that_too() {
        let log = Log::new();
        {
            let mut future = pin!(async { async_with!(log.spy("a") => {}) });
            assert!(poll(future.as_mut()).is_pending());
            assert!(poll(future.as_mut()).is_pending());
        }
        assert_eq!(log.text(), "aenter a, cancelled a");
    }

    #[test]
    fn what_is_inside_of_a_wrapper_is_told() {
        let log = Log::new();
        {
            let mut spy = log.spy("a");
            let mut future = pin!(async {
                async_with!(
                    &mut spy,
                    Box::new(log.spy("b")),
                    Some(log.spy("c")),
                    None::<Spy>,
                    strict(log.spy("d")) => { pending::<()>().await }
                );
            });
            for _ in 0..9 {
                assert!(poll(future.as_mut()).is_pending());
            }
        }
        assert_eq!(
            log.text(),
            "aenter a, aenter b, aenter c, aenter d, \
             cancelled d, cancelled c, cancelled b, cancelled a"
        );
    }

    #[test]
    fn nothing_is_done_by_default() {
        struct Quiet(Log);

        impl AsyncContextManager for Quiet {
            type Value<'a> = ();
            type Exit = ();

            async fn aenter(&mut self) {}

            async fn aexit(&mut self, _: Option<SendException<'_>>) {
                self.0.note("aexit");
            }
        }

        let log = Log::new();
        {
            let mut future =
                pin!(async { async_with!(Quiet(log.clone()) => { pending::<()>().await }) });
            assert!(poll(future.as_mut()).is_pending());
        }
        assert_eq!(log.text(), "");
    }

    async fn waits(log: &Log) {
        async_with!(log.spy("a"), log.spy("b") => {
            log.note("block");
            pending::<()>().await;
            log.note("never");
        });
    }

    const TOLD: &str = "aenter a, aenter b, block, cancelled b, cancelled a";

    #[tokio::test]
    async fn by_a_timeout() {
        let log = Log::new();
        let timeout = tokio::time::timeout(Duration::from_millis(20), waits(&log));
        assert!(timeout.await.is_err());
        assert_eq!(log.text(), TOLD);
    }

    #[tokio::test]
    async fn by_a_select() {
        let log = Log::new();
        tokio::select! {
            () = waits(&log) => unreachable!(),
            () = tokio::time::sleep(Duration::from_millis(20)) => {}
        }
        assert_eq!(log.text(), TOLD);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn by_an_abort() {
        let log = Log::new();
        let task = tokio::spawn({
            let log = log.clone();
            async move { waits(&log).await }
        });
        while log.len() < 3 {
            tokio::task::yield_now().await;
        }
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
        assert_eq!(log.text(), TOLD);
    }
}

mod the_future {
    use super::*;

    /// Accepts futures that can be sent to another thread.
    fn sendable<F: Future + Send>(future: F) -> F {
        future
    }

    async fn leave(log: Log, way: u8) -> Result<u8, Box<dyn Error + Send + Sync>> {
        for turn in 0..3 {
            async_with!(log.spy("a") as inside, log.spy("b").suppressing() => {
                pause().await;
                inside.note("block");
                match (way, turn) {
                    (0, 0) => continue,
                    (1, _) => break,
                    (2, _) => return ready(Ok(turn)).await,
                    (3, _) => ready(fail::<()>("oops")).await?,
                    (4, _) => Err("text")?,
                    _ => pause().await,
                }
            });
        }
        async_with!(strict(log.spy("c")) => catch {
            pause().await;
            if way == 5 {
                return Err(Oops("strict").into());
            }
        });
        Ok(way)
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn can_be_spawned_if_its_parts_can() {
        for (way, result) in [(0, 0), (1, 1), (2, 0), (3, 3), (4, 4)] {
            let spawned = tokio::spawn(sendable(leave(Log::new(), way)));
            assert_eq!(spawned.await.unwrap().unwrap(), result);
        }
        assert!(tokio::spawn(leave(Log::new(), 5)).await.unwrap().is_err());
    }

    /// A permit of a semaphore that it borrows.
    struct Permitted<'s>(&'s Semaphore);

    impl AsyncContextManager for Permitted<'_> {
        type Value<'a>
            = Result<SemaphorePermit<'a>, AcquireError>
        where
            Self: 'a;
        type Exit = Result<(), Box<dyn Error + Send + Sync>>;

        async fn aenter(&mut self) -> Result<SemaphorePermit<'_>, AcquireError> {
            self.0.acquire().await
        }

        async fn aexit(&mut self, exc: Option<SendException<'_>>) -> Self::Exit {
            pause().await;
            match exc.and_then(|mut exc| exc.take::<AcquireError>()) {
                Some(error) => Err(error.into()),
                None => Ok(()),
            }
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn can_be_spawned_if_the_managers_borrow() {
        let run = async {
            let semaphore = Semaphore::new(2);
            let mut spy = Log::new().spy("a");
            async_with!(
                Permitted(&semaphore) as one?,
                Permitted(&semaphore) as two?,
                &mut spy, Some(strict(Log::new().spy("b"))) => {
                    pause().await;
                    one.num_permits() + two.num_permits()
                }
            )
        };
        assert_eq!(tokio::spawn(sendable(run)).await.unwrap().unwrap(), 2);
    }

    /// Holds the exception while it rolls back.
    struct RollsBack(Log);

    impl AsyncContextManager for RollsBack {
        type Value<'a> = ();
        type Exit = bool;

        async fn aenter(&mut self) {}

        async fn aexit(&mut self, exc: Option<SendException<'_>>) -> bool {
            match &exc {
                Some(exc) => {
                    pause().await;
                    self.0.note(format!("rolled back: {exc}"));
                    true
                }
                None => false,
            }
        }
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn can_be_spawned_if_exit_holds_the_exception_while_it_waits() {
        let log = Log::new();
        let run = {
            let log = log.clone();
            async move {
                async_with!(RollsBack(log.clone()) => { fail::<()>("oops")? });
                async_with!(RollsBack(log) => catch { panic!("boom") });
                Ok::<(), Oops>(())
            }
        };
        assert_eq!(tokio::spawn(sendable(run)).await.unwrap(), Ok(()));
        assert_eq!(log.text(), "rolled back: oops, rolled back: boom");
    }

    #[tokio::test]
    async fn runs_on_one_thread_if_they_can_not() {
        let local = tokio::task::LocalSet::new();
        let log = Log::new();
        let run = {
            let log = log.clone();
            async move {
                let shared = Rc::new(7);
                async_with!(log.spy("a") => {
                    pause().await;
                    if *shared == 7 {
                        return Err::<(), Box<dyn Error>>("returned".into());
                    }
                    Err::<(), Box<dyn Error>>("raised".into())?;
                    Err::<(), Rc<str>>("shared".into()).map_err(|text| text.to_string())?;
                });
                Ok(())
            }
        };
        let task = local.spawn_local(run);
        let result = local.run_until(task).await.unwrap();
        assert_eq!(result.unwrap_err().to_string(), "returned");
        assert_eq!(log.text(), "aenter a, aexit a: clean");
    }

    /// A manager that takes no room, and waits in both methods.
    struct Nothing;

    impl AsyncContextManager for Nothing {
        type Value<'a> = ();
        type Exit = ();

        async fn aenter(&mut self) {
            pause().await;
        }

        async fn aexit(&mut self, _: Option<SendException<'_>>) {
            pause().await;
        }
    }

    async fn work(bytes: &[u8; 100]) -> Result<u8, Oops> {
        pause().await;
        Ok(bytes[7])
    }

    /// What is written by hand: a guard, and a match with a call of exit on every way out.
    mod by_hand {
        use super::*;

        struct Guard<'m>(&'m mut Nothing, bool);

        impl Drop for Guard<'_> {
            fn drop(&mut self) {
                if self.1 {
                    self.0.cancelled();
                }
            }
        }

        macro_rules! nested {
            ($block:expr;) => {
                $block
            };
            ($block:expr; $one:tt $($more:tt)*) => {{
                let mut manager = Nothing;
                manager.aenter().await;
                let guard = &mut Guard(&mut manager, true);
                match nested!($block; $($more)*) {
                    Ok(value) => {
                        guard.0.aexit(None).await;
                        guard.1 = false;
                        Ok(value)
                    }
                    Err(error) => {
                        guard.0.aexit(None).await;
                        guard.1 = false;
                        Err(error)
                    }
                }
            }};
        }

        pub(super) async fn one(bytes: [u8; 100]) -> Result<u8, Oops> {
            nested!(work(&bytes).await; 1)
        }

        pub(super) async fn eight(bytes: [u8; 100]) -> Result<u8, Oops> {
            nested!(work(&bytes).await; 1 2 3 4 5 6 7 8)
        }
    }

    async fn one(bytes: [u8; 100]) -> Result<u8, Oops> {
        Ok(async_with!(Nothing => { work(&bytes).await? }))
    }

    #[rustfmt::skip]
    async fn eight(bytes: [u8; 100]) -> Result<u8, Oops> {
        Ok(async_with!(Nothing => { async_with!(Nothing => { async_with!(Nothing => { async_with!(Nothing => {
            async_with!(Nothing => { async_with!(Nothing => { async_with!(Nothing => { async_with!(Nothing => {
                work(&bytes).await?
            }) }) }) })
        }) }) }) }))
    }

    async fn eight_joined(bytes: [u8; 100]) -> Result<u8, Oops> {
        Ok(
            async_with!(Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing, Nothing => {
                work(&bytes).await?
            }),
        )
    }

    /// Some bytes more for the whole statement, and a reference and a flag for each level, as by hand.
    #[test]
    fn is_hardly_larger_than_by_hand() {
        let bytes = [0; 100];
        let by_hand = [
            size_of_val(&by_hand::one(bytes)),
            size_of_val(&by_hand::eight(bytes)),
        ];
        let ours = [size_of_val(&one(bytes)), size_of_val(&eight(bytes))];
        println!("{ours:?} bytes, by hand {by_hand:?}");
        assert!(ours[0] <= by_hand[0] + 96, "one: {ours:?}, {by_hand:?}");
        assert!(
            ours[1] <= by_hand[1] + 96 + 8 * 8,
            "eight: {ours:?}, {by_hand:?}"
        );
        assert_eq!(size_of_val(&eight_joined(bytes)), ours[1]);
    }

    #[test]
    fn runs_on_any_runtime() {
        let run = || leave(Log::new(), 3);
        assert_eq!(block_on(run()).unwrap(), 3);
        assert_eq!(smol::block_on(smol::spawn(run())).unwrap(), 3);
        let tokio = tokio::runtime::Builder::new_current_thread()
            .build()
            .unwrap();
        assert_eq!(tokio.block_on(run()).unwrap(), 3);
    }
}
