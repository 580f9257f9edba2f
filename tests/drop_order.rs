//! What is dropped when: BLOCK's variables and temporaries, the bindings, the value; then exit; then the manager.

mod common;

use std::sync::{Mutex, MutexGuard, TryLockError};

use common::{Log, Oops, Trace, fail, payload, told};
use with_runtime::{ContextManager, Exception, with};

/// Lends two traces, and is traced itself.
struct Manager {
    log: Log,
    _trace: Trace,
}

impl ContextManager for Manager {
    type Value<'a> = (Trace, Trace);
    type Exit = bool;

    fn enter(&mut self) -> (Trace, Trace) {
        self.log.note("enter");
        (self.log.trace("first"), self.log.trace("second"))
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
        self.log.note(format!("exit {}", told(exc.as_ref())));
        false
    }
}

fn manager(log: &Log) -> Manager {
    Manager {
        log: log.clone(),
        _trace: log.trace("manager"),
    }
}

mod the_expression {
    use super::*;

    /// The trace is used for the call only.
    fn made_of(log: &Log, temporary: &Trace) -> Manager {
        log.note(format!("make of {}", temporary.name()));
        manager(log)
    }

    #[test]
    fn has_its_temporaries_dropped_before_enter() {
        let log = Log::new();
        with!(made_of(&log, &log.trace("temporary")) => {
            log.note("block");
        });
        assert_eq!(
            log.text(),
            "make of temporary, drop temporary, enter, block, \
             drop first, drop second, exit clean, drop manager"
        );
    }

    #[test]
    fn of_a_later_manager_has_its_temporaries_dropped_as_well() {
        let log = Log::new();
        with!(log.spy("a"), made_of(&log, &log.trace("temporary")) as _ => {
            log.note("block");
        });
        assert_eq!(
            log.text(),
            "enter a, make of temporary, drop temporary, enter, block, \
             drop first, drop second, exit clean, drop manager, exit a: clean"
        );
    }

    #[test]
    fn holds_no_lock_through_the_block() {
        let (log, numbers) = (Log::new(), Mutex::new(vec!["a"]));
        with!(log.spy(numbers.lock().unwrap()[0]) => {
            assert!(numbers.try_lock().is_ok());
        });
    }
}

/// The block of all of these, behind a target or none.
macro_rules! leave {
    ($log:ident, $way:ident, [$($target:tt)*]) => {
        for _ in 0..1 {
            with!(manager($log) $($target)* => {
                let _early = $log.trace("early");
                let _late = $log.trace("late");
                $log.note("block");
                match $way {
                    Way::End => {}
                    Way::Return => return Ok(()),
                    Way::Break => break,
                    Way::Continue => continue,
                    Way::Raise => fail($log.trace("temporary").name())?,
                    Way::Panic => panic!("block"),
                }
            });
        }
    };
}

#[derive(Clone, Copy)]
enum Way {
    End,
    Return,
    Break,
    Continue,
    Raise,
    Panic,
}

const WAYS: [(Way, &str); 6] = [
    (Way::End, "exit clean"),
    (Way::Return, "exit clean"),
    (Way::Break, "exit clean"),
    (Way::Continue, "exit clean"),
    (Way::Raise, "exit error temporary"),
    (Way::Panic, "exit panic"),
];

/// `leave` drops in this order, whichever way it goes.
fn drops(leave: fn(&Log, Way) -> Result<(), Oops>, value: &str) {
    for (way, exit) in WAYS {
        let log = Log::new();
        match way {
            Way::Panic => drop(payload(|| leave(&log, way))),
            Way::Raise => assert_eq!(leave(&log, way), fail("temporary")),
            _ => assert_eq!(leave(&log, way), Ok(())),
        }
        assert_eq!(
            log.text().replace("drop temporary, ", ""),
            format!("enter, block, drop late, drop early, {value}, {exit}, drop manager")
        );
    }
}

mod the_value {
    use super::*;

    #[test]
    fn that_has_a_name_is_dropped_with_the_blocks_variables() {
        fn leave(log: &Log, way: Way) -> Result<(), Oops> {
            leave!(log, way, [as _value]);
            Ok(())
        }

        drops(leave, "drop first, drop second");
    }

    #[test]
    fn that_has_no_name_lives_as_long() {
        fn leave(log: &Log, way: Way) -> Result<(), Oops> {
            leave!(log, way, [as _]);
            Ok(())
        }

        drops(leave, "drop first, drop second");
    }

    #[test]
    fn that_nobody_asked_for_lives_as_long() {
        fn leave(log: &Log, way: Way) -> Result<(), Oops> {
            leave!(log, way, []);
            Ok(())
        }

        drops(leave, "drop first, drop second");
    }

    #[test]
    fn that_is_taken_apart_is_dropped_binding_by_binding() {
        fn leave(log: &Log, way: Way) -> Result<(), Oops> {
            leave!(log, way, [as (_first, _second)]);
            Ok(())
        }

        drops(leave, "drop second, drop first");
    }

    #[test]
    fn that_is_bound_in_part_keeps_the_rest_until_the_bindings_are_gone() {
        fn second(log: &Log, way: Way) -> Result<(), Oops> {
            leave!(log, way, [as (_, _second)]);
            Ok(())
        }

        fn first(log: &Log, way: Way) -> Result<(), Oops> {
            leave!(log, way, [as (_first, _)]);
            Ok(())
        }

        drops(second, "drop second, drop first");
        drops(first, "drop first, drop second");
    }

    #[test]
    fn that_is_borrowed_by_its_bindings_is_dropped_behind_them() {
        fn leave(log: &Log, way: Way) -> Result<(), Oops> {
            leave!(log, way, [as (ref _first, _)]);
            Ok(())
        }

        drops(leave, "drop first, drop second");
    }

    #[test]
    fn may_be_dropped_early_by_the_block() {
        let log = Log::new();
        with!(manager(&log) as (first, second) => {
            drop(first);
            log.note("block");
            drop(second);
        });
        assert_eq!(
            log.text(),
            "enter, drop first, block, drop second, exit clean, drop manager"
        );
    }

    #[test]
    fn may_leave_with_a_return_and_outlive_the_manager() {
        fn leave(log: &Log) -> Trace {
            with!(manager(log) as (first, _) => {
                return first;
            });
            log.trace("other")
        }

        let log = Log::new();
        log.note(leave(&log).name());
        assert_eq!(
            log.text(),
            "enter, drop second, exit clean, drop manager, first, drop first"
        );
    }
}

mod the_block {
    use super::*;

    #[test]
    fn drops_the_temporaries_at_its_end_before_its_variables_and_exit() {
        let log = Log::new();
        let length = with!(log.spy("a") => {
            let _variable = log.trace("variable");
            log.trace("temporary").name().len()
        });
        assert_eq!(length, 9);
        assert_eq!(
            log.text(),
            "enter a, drop temporary, drop variable, exit a: clean"
        );
    }

    #[test]
    fn drops_the_temporaries_of_a_return_before_exit() {
        fn leave(log: &Log) -> usize {
            with!(log.spy("a") => {
                let _variable = log.trace("variable");
                return log.trace("temporary").name().len();
            });
        }

        let log = Log::new();
        assert_eq!(leave(&log), 9);
        assert_eq!(
            log.text(),
            "enter a, drop temporary, drop variable, exit a: clean"
        );
    }

    #[test]
    fn drops_what_a_raising_expression_holds_before_exit() {
        fn leave(log: &Log) -> Result<(), Oops> {
            with!(log.spy("a") => {
                drop((log.trace("left"), fail::<Trace>(log.trace("right").name())?));
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("right"));
        assert_eq!(
            log.text(),
            "enter a, drop left, drop right, exit a: error right"
        );
    }

    #[test]
    fn drops_its_variables_before_the_exception_is_told() {
        fn leave(log: &Log) -> Result<(), Oops> {
            with!(log.spy("a"), log.spy("b") => {
                let _variable = log.trace("variable");
                fail::<()>("oops")?;
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("oops"));
        assert_eq!(
            log.text(),
            "enter a, enter b, drop variable, exit b: error oops, exit a: error oops"
        );
    }

    #[test]
    fn of_an_outer_statement_drops_its_variables_behind_the_inner_exit() {
        fn leave(log: &Log) -> Result<(), Oops> {
            with!(log.spy("a") => {
                let _outer = log.trace("outer");
                with!(log.spy("b") => {
                    let _inner = log.trace("inner");
                    fail::<()>("oops")?;
                });
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("oops"));
        assert_eq!(
            log.text(),
            "enter a, enter b, drop inner, exit b: error oops, drop outer, exit a: error oops"
        );
    }
}

mod the_managers {
    use super::*;

    #[test]
    fn of_a_statement_are_dropped_behind_their_own_exit() {
        let log = Log::new();
        with!(manager(&log) as _, manager(&log) as _ => {
            log.note("block");
        });
        let one = "drop first, drop second, exit clean, drop manager";
        assert_eq!(log.text(), format!("enter, enter, block, {one}, {one}"));
    }

    #[test]
    fn that_are_borrowed_stay() {
        let log = Log::new();
        let mut manager = manager(&log);
        with!(&mut manager => {
            log.note("block");
        });
        log.note("next");
        drop(manager);
        assert_eq!(
            log.text(),
            "enter, block, drop first, drop second, exit clean, next, drop manager"
        );
    }
}

/// What happens to a variable of the surroundings is what happens to it in a plain block.
mod a_variable_that_is_moved_on_one_path_only {
    use super::*;

    /// Two tests: the statement's block, and the same block by itself.
    macro_rules! both {
        ($($name:ident($log:ident, $moved:ident) $body:block -> $events:expr;)*) => {
            mod in_a_statement {
                use super::*;

                $(#[test]
                fn $name() {
                    fn leave($log: &Log, $moved: bool) {
                        macro_rules! block {
                            ($block:tt) => { with!(Silent => $block) };
                        }
                        $body
                    }

                    both!(@ leave, $events);
                })*
            }

            mod in_a_plain_block {
                use super::*;

                $(#[test]
                fn $name() {
                    fn leave($log: &Log, $moved: bool) {
                        macro_rules! block {
                            ($block:tt) => { $block };
                        }
                        $body
                    }

                    both!(@ leave, $events);
                })*
            }
        };
        (@ $leave:ident, $events:expr) => {
            for (moved, events) in [true, false].into_iter().zip($events) {
                let log = Log::new();
                $leave(&log, moved);
                assert_eq!(log.text(), events);
            }
        };
    }

    struct Silent;

    impl ContextManager for Silent {
        type Value<'a> = ();
        type Exit = ();

        fn enter(&mut self) {}

        fn exit(&mut self, _: Option<Exception<'_>>) {}
    }

    both! {
        lives_on_where_it_was_not_moved(log, moved) {
            let variable = log.trace("variable");
            block!({
                if moved {
                    drop(variable);
                }
                log.note("end");
            });
            log.note("next");
        } -> ["drop variable, end, next", "end, next, drop variable"];

        lives_as_long_as_the_block_if_moved_into_it(log, moved) {
            let variable = log.trace("variable");
            block!({
                let _inside;
                if moved {
                    _inside = variable;
                }
                log.note("end");
            });
            log.note("next");
        } -> ["end, drop variable, next", "end, next, drop variable"];

        leaves_with_a_return(log, moved) {
            fn leave(log: &Log, moved: bool) -> Option<Trace> {
                let variable = log.trace("variable");
                block!({
                    let _inside = log.trace("inside");
                    if moved {
                        return Some(variable);
                    }
                });
                log.note("next");
                None
            }

            let returned = leave(log, moved);
            log.note("returned");
            drop(returned);
        } -> [
            "drop inside, returned, drop variable",
            "drop inside, next, drop variable, returned",
        ];

        may_be_initialised_by_the_block(log, moved) {
            let variable;
            block!({
                variable = log.trace(if moved { "moved" } else { "kept" });
            });
            if moved {
                drop(variable);
            }
            log.note("next");
        } -> ["drop moved, next", "next, drop kept"];
    }
}

mod a_mutex_guard_as_value {
    use super::*;

    /// Holds the lock for the block.
    struct Lock<'m>(&'m Mutex<u32>, &'m Log);

    impl<'m> ContextManager for Lock<'m> {
        type Value<'a>
            = MutexGuard<'m, u32>
        where
            Self: 'a;
        type Exit = ();

        fn enter(&mut self) -> MutexGuard<'m, u32> {
            self.0.lock().unwrap()
        }

        fn exit(&mut self, exc: Option<Exception<'_>>) {
            let state = match self.0.try_lock() {
                Ok(_) => "free",
                Err(TryLockError::Poisoned(_)) => "poisoned",
                Err(TryLockError::WouldBlock) => "held",
            };
            self.1.note(format!("{}: {state}", told(exc.as_ref())));
        }
    }

    #[test]
    fn is_gone_before_exit() {
        fn leave(log: &Log, way: u32) -> Result<(), Oops> {
            let mutex = Mutex::new(0);
            with!(Lock(&mutex, log) as mut number => {
                *number += way;
                if *number == 1 {
                    return Ok(());
                }
                if *number == 2 {
                    fail::<()>("oops")?;
                }
            });
            Ok(())
        }

        for (way, told) in ["clean: free", "clean: free", "error oops: free"]
            .iter()
            .enumerate()
        {
            let log = Log::new();
            assert_eq!(leave(&log, u32::try_from(way).unwrap()).is_err(), way == 2);
            assert_eq!(log.text(), *told);
        }
    }

    #[test]
    fn is_held_through_the_block_without_a_name() {
        let (log, mutex) = (Log::new(), Mutex::new(0));
        with!(Lock(&mutex, &log) => {
            assert!(mutex.try_lock().is_err());
        });
        assert_eq!(log.text(), "clean: free");
    }

    #[test]
    fn is_held_through_the_block_as_an_underscore() {
        let (log, mutex) = (Log::new(), Mutex::new(0));
        with!(Lock(&mutex, &log) as _ => {
            assert!(mutex.try_lock().is_err());
        });
        assert_eq!(log.text(), "clean: free");
    }

    #[test]
    fn poisons_the_mutex_on_a_panic() {
        let (log, mutex) = (Log::new(), Mutex::new(0));
        payload(|| {
            with!(Lock(&mutex, &log) as mut number => {
                *number += 1;
                panic!("block");
            });
        });
        assert!(mutex.is_poisoned());
        assert_eq!(log.text(), "panic: poisoned");
    }

    #[test]
    fn poisons_nothing_on_an_error() {
        fn leave(log: &Log, mutex: &Mutex<u32>) -> Result<(), Oops> {
            with!(Lock(mutex, log) as mut number => {
                *number += 1;
                fail::<()>("oops")?;
            });
            Ok(())
        }

        let (log, mutex) = (Log::new(), Mutex::new(0));
        assert_eq!(leave(&log, &mutex), fail("oops"));
        assert!(!mutex.is_poisoned());
        assert_eq!(log.text(), "error oops: free");
    }
}
