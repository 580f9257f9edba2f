//! A panic in the block passes through: exit is told while it unwinds, and can neither stop nor replace it.
#![allow(clippy::manual_assert, reason = "a panic is what it says")]

mod common;

use std::cell::RefCell;
use std::sync::Arc;
use std::thread;

use common::{Log, Oops, fail, panic_message, payload};
use with_runtime::{ContextManager, Exception, with};

mod in_the_block {
    use super::*;

    #[test]
    fn is_told_to_exit_and_goes_on() {
        let log = Log::new();
        let message = panic_message(|| {
            with!(log.spy("a") => {
                panic!("block");
            });
        });
        assert_eq!(message, "block");
        assert_eq!(log.text(), "enter a, exit a: panic");
    }

    #[test]
    fn is_told_to_exit_wherever_it_happens() {
        let log = Log::new();
        let check = |at: u32| assert_ne!(at, 2, "block");
        payload(|| {
            with!(log.spy("a") => {
                for at in 0..3 {
                    check(at);
                    log.note("passed");
                }
                log.note("end");
            });
        });
        assert_eq!(log.text(), "enter a, passed, passed, exit a: panic");
    }

    #[test]
    fn is_unwinding_while_exit_is_told() {
        struct Unwinding<'a>(&'a RefCell<Vec<bool>>);

        impl ContextManager for Unwinding<'_> {
            type Value<'a>
                = ()
            where
                Self: 'a;
            type Exit = ();

            fn enter(&mut self) {}

            fn exit(&mut self, _: Option<Exception<'_>>) {
                self.0.borrow_mut().push(thread::panicking());
            }
        }

        let seen = RefCell::default();
        with!(Unwinding(&seen) => {});
        payload(|| {
            with!(Unwinding(&seen) => {
                panic!("block");
            });
        });
        assert_eq!(*seen.borrow(), [false, true]);
    }

    #[test]
    fn says_all_that_is_known_while_it_unwinds() {
        /// Notes what an exception says of itself.
        struct Asks<'a>(&'a Log);

        impl ContextManager for Asks<'_> {
            type Value<'a>
                = ()
            where
                Self: 'a;
            type Exit = ();

            fn enter(&mut self) {}

            fn exit(&mut self, exc: Option<Exception<'_>>) {
                let mut exc = exc.unwrap();
                assert!(!exc.is::<&str>());
                assert!(format!("{exc:?}").contains("value: panic, "));
                self.0.note(format!("{:?}: {exc}", exc.kind()));
                self.0.note(format!("{:?}", exc.panic_message()));
                self.0.note(format!("{:?}", exc.traceback().location()));
                self.0.note(format!("{:?}", exc.as_error()));
                self.0.note(format!("{:?}", exc.take::<&str>()));
            }
        }

        let log = Log::new();
        payload(|| {
            with!(Asks(&log) => {
                panic!("block");
            });
        });
        assert_eq!(log.text(), "Panic: panic, None, None, None, None");
    }

    #[test]
    fn keeps_its_payload() {
        let (log, unique) = (Log::new(), Arc::new(()));
        let raised = unique.clone();
        let caught = payload(|| {
            with!(log.spy("a"), log.spy("b") => {
                std::panic::panic_any(raised);
            });
        });
        assert!(Arc::ptr_eq(&caught.downcast::<Arc<()>>().unwrap(), &unique));
        assert_eq!(log.text(), "enter a, enter b, exit b: panic, exit a: panic");
    }

    #[test]
    fn is_like_any_other_if_it_was_resumed() {
        let log = Log::new();
        let caught = payload(|| {
            with!(log.spy("a") => {
                std::panic::resume_unwind(Box::new(7));
            });
        });
        assert_eq!(*caught.downcast::<i32>().unwrap(), 7);
        assert_eq!(log.text(), "enter a, exit a: panic");
    }

    #[test]
    fn may_be_one_of_the_language() {
        let (log, numbers) = (Log::new(), [1]);
        let message = panic_message(|| {
            with!(log.spy("a") => {
                log.note(numbers[log.len()].to_string());
            });
        });
        assert!(message.contains("index out of bounds"));
        assert_eq!(log.text(), "enter a, exit a: panic");
    }

    #[test]
    fn may_happen_while_the_value_of_a_return_is_computed() {
        fn leave(log: &Log, numbers: &[u8]) -> u8 {
            with!(log.spy("a") => {
                return numbers[1];
            });
        }

        let log = Log::new();
        payload(|| leave(&log, &[7]));
        assert_eq!(log.text(), "enter a, exit a: panic");
    }

    #[test]
    fn may_happen_while_the_blocks_variables_are_dropped() {
        struct Bomb;

        impl Drop for Bomb {
            fn drop(&mut self) {
                panic!("drop");
            }
        }

        fn leave(log: &Log, way: u8) -> Result<u8, Oops> {
            with!(log.spy("a") => {
                let _bomb = Bomb;
                match way {
                    0 => return Ok(7),
                    1 => fail("oops")?,
                    _ => log.note("end"),
                }
            });
            Ok(8)
        }

        for (way, events) in [
            (0, "enter a, exit a: panic"),
            (1, "enter a, exit a: panic"),
            (2, "enter a, end, exit a: panic"),
        ] {
            let log = Log::new();
            assert_eq!(panic_message(|| leave(&log, way)), "drop");
            assert_eq!(log.text(), events);
        }
    }
}

mod the_verdict {
    use super::*;

    #[test]
    fn of_true_does_not_suppress_it() {
        let log = Log::new();
        let message = panic_message(|| {
            with!(log.spy("a").suppressing() => {
                if log.len() == 1 {
                    panic!("block");
                }
            });
            log.note("never");
        });
        assert_eq!(message, "block");
        assert_eq!(log.text(), "enter a, exit a: panic");
    }

    #[test]
    fn of_a_failure_does_not_replace_it() {
        let log = Log::new();
        let message = panic_message(|| {
            let result = with!(log.spy("a").failing("disk full") => {
                if log.len() == 1 {
                    panic!("block");
                }
            });
            log.note("never");
            result
        });
        assert_eq!(message, "block");
        assert_eq!(log.text(), "enter a, exit a: panic");
    }

    #[test]
    fn of_an_inner_manager_leaves_it_to_the_outer_ones() {
        let log = Log::new();
        let message = panic_message(|| {
            with!(log.spy("a"), log.spy("b").suppressing(), log.spy("c") => {
                if log.len() == 3 {
                    panic!("block");
                }
            });
        });
        assert_eq!(message, "block");
        assert_eq!(
            log.text(),
            "enter a, enter b, enter c, exit c: panic, exit b: panic, exit a: panic"
        );
    }
}

mod a_panic_in_that_exit {
    use super::*;

    #[test]
    fn is_caught() {
        let log = Log::new();
        let message = panic_message(|| {
            with!(log.spy("a").panicking("exit") => {
                panic!("block");
            });
        });
        assert_eq!(message, "block");
        assert_eq!(log.text(), "enter a, exit a: panic");
    }

    #[test]
    fn is_caught_in_every_manager() {
        let log = Log::new();
        let message = panic_message(|| {
            with!(log.spy("a").panicking("exit") => {
                with!(log.spy("b").panicking("exit"), log.spy("c").panicking("exit") => {
                    if log.len() == 3 {
                        panic!("block");
                    }
                });
            });
        });
        assert_eq!(message, "block");
        assert_eq!(
            log.text(),
            "enter a, enter b, enter c, exit c: panic, exit b: panic, exit a: panic"
        );
    }

    #[test]
    fn is_caught_even_if_its_payload_panics_when_dropped() {
        struct Bomb;

        impl Drop for Bomb {
            fn drop(&mut self) {
                panic!("drop");
            }
        }

        struct Throws;

        impl ContextManager for Throws {
            type Value<'a> = ();
            type Exit = ();

            fn enter(&mut self) {}

            fn exit(&mut self, _: Option<Exception<'_>>) {
                std::panic::panic_any(Bomb);
            }
        }

        let log = Log::new();
        let message = panic_message(|| {
            with!(log.spy("a") => {
                with!(Throws => {
                    if log.len() == 1 {
                        panic!("block");
                    }
                });
            });
        });
        assert_eq!(message, "block");
        assert_eq!(log.text(), "enter a, exit a: panic");
    }
}

mod several_managers {
    use super::*;

    #[test]
    fn are_told_from_the_inside_out_if_nested() {
        let log = Log::new();
        payload(|| {
            with!(log.spy("a") => {
                with!(log.spy("b") => {
                    panic!("block");
                });
            });
        });
        assert_eq!(log.text(), "enter a, enter b, exit b: panic, exit a: panic");
    }

    #[test]
    fn are_told_from_the_inside_out_if_joined() {
        let log = Log::new();
        payload(|| {
            with!(log.spy("a"), log.spy("b") => {
                panic!("block");
            });
        });
        assert_eq!(log.text(), "enter a, enter b, exit b: panic, exit a: panic");
    }

    #[test]
    fn are_told_from_the_inside_out_if_the_block_might_have_ended() {
        let log = Log::new();
        payload(|| {
            with!(log.spy("a"), log.spy("b") => {
                if log.len() == 2 {
                    panic!("block");
                }
            });
        });
        assert_eq!(log.text(), "enter a, enter b, exit b: panic, exit a: panic");

        let log = Log::new();
        payload(|| {
            with!(log.spy("a") => {
                with!(log.spy("b") => {
                    if log.len() == 2 {
                        panic!("block");
                    }
                });
            });
        });
        assert_eq!(log.text(), "enter a, enter b, exit b: panic, exit a: panic");
    }

    #[test]
    fn that_are_not_around_it_are_told_nothing() {
        let log = Log::new();
        payload(|| {
            with!(log.spy("a") => {
                with!(log.spy("b") => {});
                if log.len() == 3 {
                    panic!("block");
                }
                with!(log.spy("c") => {});
            });
        });
        assert_eq!(log.text(), "enter a, enter b, exit b: clean, exit a: panic");
    }
}

mod behind_an_enter_that_could_fail {
    use super::*;

    /// Is entered, or isn't.
    struct Entering<V>(Log, Option<V>);

    impl<V> ContextManager for Entering<V> {
        type Value<'a>
            = V
        where
            Self: 'a;
        type Exit = ();

        fn enter(&mut self) -> V {
            self.1.take().expect("it is entered once")
        }

        fn exit(&mut self, exc: Option<Exception<'_>>) {
            let told = common::told(exc.as_ref());
            self.0.note(format!("exit: {told}"));
        }
    }

    fn with_a_result(log: &Log, entered: Result<u8, Oops>) -> Result<(), Oops> {
        with!(Entering(log.clone(), Some(entered)) as number? => {
            assert_eq!(number, 0, "block");
        });
        Ok(())
    }

    fn with_an_option(log: &Log, entered: Option<u8>) -> Option<()> {
        with!(Entering(log.clone(), Some(entered)) as number? => {
            assert_eq!(number, 0, "block");
        });
        Some(())
    }

    #[test]
    fn exit_is_told_if_it_did_not() {
        let log = Log::new();
        payload(|| with_a_result(&log, Ok(7)));
        payload(|| with_an_option(&log, Some(7)));
        assert_eq!(log.text(), "exit: panic, exit: panic");
    }

    #[test]
    fn exit_is_told_nothing_if_it_did() {
        let log = Log::new();
        assert_eq!(with_a_result(&log, fail("no")), fail("no"));
        assert_eq!(with_an_option(&log, None), None);
        assert_eq!(log.text(), "");
    }
}

mod behind_exit {
    use super::*;

    #[test]
    fn a_panic_in_the_conversion_of_the_error_is_none_of_its_business() {
        #[derive(Debug)]
        struct Unconvertible;

        impl From<Oops> for Unconvertible {
            fn from(_: Oops) -> Self {
                panic!("from");
            }
        }

        fn leave(log: &Log) -> Result<(), Unconvertible> {
            with!(log.spy("a"), log.spy("b") => {
                fail::<()>("oops")?;
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(panic_message(|| leave(&log)), "from");
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: error oops, exit a: error oops"
        );
    }

    #[test]
    fn a_panic_in_the_drop_of_the_manager_is_told_to_the_outer_ones_only() {
        struct Bomb(Log);

        impl ContextManager for Bomb {
            type Value<'a> = ();
            type Exit = ();

            fn enter(&mut self) {}

            fn exit(&mut self, exc: Option<Exception<'_>>) {
                let told = common::told(exc.as_ref());
                self.0.note(format!("exit bomb: {told}"));
            }
        }

        impl Drop for Bomb {
            fn drop(&mut self) {
                panic!("drop");
            }
        }

        let log = Log::new();
        let message = panic_message(|| with!(log.spy("a"), Bomb(log.clone()) => {}));
        assert_eq!(message, "drop");
        assert_eq!(log.text(), "enter a, exit bomb: clean, exit a: panic");
    }
}

mod while_unwinding {
    use super::*;

    /// Runs a statement when it is dropped.
    struct Cleanup<'a>(&'a Log, Result<(), Oops>);

    impl Cleanup<'_> {
        fn run(&self) -> Result<(), Oops> {
            with!(self.0.spy("cleanup") => {
                self.1.clone()?;
                self.0.note("done");
            });
            Ok(())
        }
    }

    impl Drop for Cleanup<'_> {
        fn drop(&mut self) {
            assert!(thread::panicking());
            assert_eq!(self.run(), self.1);
        }
    }

    #[test]
    fn another_statement_is_told_of_its_own_end() {
        let log = Log::new();
        payload(|| {
            let _cleanup = Cleanup(&log, Ok(()));
            panic!("elsewhere");
        });
        assert_eq!(log.text(), "enter cleanup, done, exit cleanup: clean");
    }

    #[test]
    fn another_statement_is_told_of_its_own_exception() {
        let log = Log::new();
        payload(|| {
            let _cleanup = Cleanup(&log, fail("oops"));
            panic!("elsewhere");
        });
        assert_eq!(log.text(), "enter cleanup, exit cleanup: error oops");
    }
}
