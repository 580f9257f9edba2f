//! `break`, `continue` and `return` leave the block, and go where they were going once exit was called.
#![allow(clippy::never_loop, reason = "many of these jumps are always taken")]

mod common;

use std::fmt::Display;

use common::Log;
use with_runtime::with;

mod plain_and_labelled {
    use super::*;

    #[test]
    fn break_leaves_the_loop_after_exit() {
        let log = Log::new();
        for turn in 0..3 {
            with!(log.spy("a") => {
                if turn == 1 {
                    break;
                }
                log.note("end");
            });
            log.note("next");
        }
        assert_eq!(
            log.text(),
            "enter a, end, exit a: clean, next, enter a, exit a: clean"
        );
    }

    #[test]
    fn continue_starts_the_next_turn_after_exit() {
        let log = Log::new();
        for turn in 0..2 {
            with!(log.spy("a") => {
                if turn == 0 {
                    continue;
                }
                log.note("end");
            });
            log.note("next");
        }
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, end, exit a: clean, next"
        );
    }

    #[test]
    fn a_labelled_break_leaves_the_loop_it_names() {
        let log = Log::new();
        let mut turns = 0;
        'outer: loop {
            loop {
                turns += 1;
                with!(log.spy("a") => {
                    break 'outer;
                });
            }
        }
        assert_eq!(turns, 1);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn a_labelled_continue_starts_the_next_turn_of_the_loop_it_names() {
        let log = Log::new();
        'outer: for _ in 0..2 {
            for _ in 0..2 {
                with!(log.spy("a") => {
                    continue 'outer;
                });
            }
            log.note("never");
        }
        assert_eq!(log.text(), "enter a, exit a: clean, enter a, exit a: clean");
    }

    #[test]
    fn while_loops_are_left_and_continued_like_any_other() {
        let log = Log::new();
        let mut turns = vec!["break", "continue"];
        while let Some(turn) = turns.pop() {
            with!(log.spy(turn) => {
                match turn {
                    "continue" => continue,
                    _ => break,
                }
            });
        }
        assert_eq!(
            log.text(),
            "enter continue, exit continue: clean, enter break, exit break: clean"
        );
    }

    #[test]
    fn break_and_continue_may_stand_in_one_block_with_labelled_ones_and_return() {
        fn leave(log: &Log, way: u32) -> &'static str {
            'outer: loop {
                for turn in 0..2 {
                    with!(log.spy("a") => {
                        match way {
                            0 => break,
                            1 if turn == 0 => continue,
                            2 => break 'outer,
                            3 => return "returned",
                            _ => {}
                        }
                    });
                    return "end";
                }
                return "broken";
            }
            "broken outer"
        }

        let log = Log::new();
        assert_eq!(leave(&log, 0), "broken");
        assert_eq!(leave(&log, 1), "end");
        assert_eq!(leave(&log, 2), "broken outer");
        assert_eq!(leave(&log, 3), "returned");
        assert_eq!(leave(&log, 4), "end");
        assert_eq!(log.text().matches("exit a: clean").count(), 6);
    }
}

mod with_a_value {
    use super::*;

    #[test]
    fn break_hands_its_value_to_the_loop() {
        let log = Log::new();
        let number = loop {
            with!(log.spy("a") => {
                break 7;
            });
        };
        assert_eq!(number, 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn a_labelled_break_hands_its_value_to_the_loop_it_names() {
        let log = Log::new();
        let number = 'outer: loop {
            loop {
                with!(log.spy("a") => {
                    break 'outer 7;
                });
            }
        };
        assert_eq!(number, 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn break_hands_its_value_to_a_labelled_block() {
        let log = Log::new();
        let number = 'block: {
            with!(log.spy("a") => {
                if log.len() == 1 {
                    break 'block 7;
                }
            });
            8
        };
        assert_eq!(number, 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn the_label_may_have_any_name() {
        fn leave(log: &Log, number: u8) -> Option<u8> {
            'raise0: {
                with!(log.spy("a") => {
                    if number == 0 {
                        break 'raise0 None;
                    }
                    Some(number)?;
                });
                Some(number)
            }
        }

        let log = Log::new();
        assert_eq!(leave(&log, 0), None);
        assert_eq!(leave(&log, 1), Some(1));
        assert_eq!(log.text(), "enter a, exit a: clean, enter a, exit a: clean");
    }

    #[test]
    fn break_leaves_a_labelled_block_that_has_no_value() {
        let log = Log::new();
        'block: {
            with!(log.spy("a") => {
                if log.len() > 0 {
                    break 'block;
                }
            });
            log.note("never");
        }
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn return_hands_its_value_to_the_caller() {
        fn leave(log: &Log) -> u8 {
            with!(log.spy("a") => {
                if log.len() > 0 {
                    return 7;
                }
            });
            8
        }

        let log = Log::new();
        assert_eq!(leave(&log), 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn return_needs_no_value() {
        fn leave(log: &Log) {
            with!(log.spy("a") => {
                if log.len() > 0 {
                    return;
                }
            });
            log.note("never");
        }

        let log = Log::new();
        leave(&log);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn the_value_of_a_return_is_computed_before_exit() {
        fn leave(log: &Log) -> usize {
            with!(log.spy("a") => {
                return log.len();
            });
        }

        let log = Log::new();
        assert_eq!(leave(&log), 1);
    }

    #[test]
    fn the_value_of_a_break_is_computed_before_exit() {
        let log = Log::new();
        let before = loop {
            with!(log.spy("a") => {
                break log.len();
            });
        };
        assert_eq!(before, 1);
    }

    #[test]
    fn values_may_borrow_from_what_outlives_the_statement() {
        fn first_word<'a>(log: &Log, text: &'a str) -> &'a str {
            with!(log.spy("a") => {
                for word in text.split(' ') {
                    return word;
                }
            });
            text
        }

        assert_eq!(first_word(&Log::new(), "more words"), "more");
    }

    #[test]
    fn values_are_coerced_to_what_the_function_returns() {
        fn shown(log: &Log, number: bool) -> Box<dyn Display> {
            with!(log.spy("a") => {
                if number {
                    return Box::new(1);
                }
                return Box::new("one");
            });
        }

        let log = Log::new();
        assert_eq!(shown(&log, true).to_string(), "1");
        assert_eq!(shown(&log, false).to_string(), "one");
    }

    #[test]
    fn values_are_coerced_to_what_the_loop_evaluates_to() {
        let log = Log::new();
        let mut turns = 0;
        let shown: Box<dyn Display> = loop {
            turns += 1;
            with!(log.spy("a") => {
                if turns == 1 {
                    break Box::new(1);
                }
                break Box::new("one");
            });
        };
        assert_eq!(shown.to_string(), "1");
    }

    #[test]
    fn values_are_inferred_from_what_the_function_returns() {
        fn parse(log: &Log, text: &str) -> Option<u8> {
            with!(log.spy("a") => {
                return text.parse().ok();
            });
        }

        assert_eq!(parse(&Log::new(), "255"), Some(255));
        assert_eq!(parse(&Log::new(), "256"), None);
    }
}

mod through_several_managers {
    use super::*;

    const CLEAN: &str = "enter a, enter b, enter c, exit c: clean, exit b: clean, exit a: clean";

    macro_rules! nested {
        ($log:ident => $block:tt) => {
            with!($log.spy("a") => {
                with!($log.spy("b") => {
                    with!($log.spy("c") => $block)
                })
            })
        };
    }

    macro_rules! joined {
        ($log:ident => $block:tt) => {
            with!($log.spy("a"), $log.spy("b"), $log.spy("c") => $block)
        };
    }

    macro_rules! tests {
        ($form:ident) => {
            mod $form {
                use super::*;

                #[test]
                fn break_leaves_them_all() {
                    let log = Log::new();
                    for _ in 0..2 {
                        $form!(log => {
                            break;
                        });
                    }
                    assert_eq!(log.text(), CLEAN);
                }

                #[test]
                fn break_takes_its_value_through_them_all() {
                    let log = Log::new();
                    let number = loop {
                        $form!(log => {
                            break 7;
                        });
                    };
                    assert_eq!(number, 7);
                    assert_eq!(log.text(), CLEAN);
                }

                #[test]
                fn continue_leaves_them_all() {
                    let log = Log::new();
                    for _ in 0..1 {
                        $form!(log => {
                            continue;
                        });
                    }
                    assert_eq!(log.text(), CLEAN);
                }

                #[test]
                fn labelled_jumps_leave_them_all() {
                    let log = Log::new();
                    let number = 'outer: loop {
                        'inner: for turn in 0..2 {
                            loop {
                                $form!(log => {
                                    if turn == 0 {
                                        continue 'inner;
                                    }
                                    break 'outer turn;
                                });
                            }
                        }
                    };
                    assert_eq!(number, 1);
                    assert_eq!(log.text(), [CLEAN, CLEAN].join(", "));
                }

                #[test]
                fn a_labelled_block_is_left_through_them_all() {
                    let log = Log::new();
                    let number = 'block: {
                        $form!(log => {
                            if log.len() == 3 {
                                break 'block 7;
                            }
                        });
                        8
                    };
                    assert_eq!(number, 7);
                    assert_eq!(log.text(), CLEAN);
                }

                #[test]
                fn return_takes_its_value_through_them_all() {
                    fn leave(log: &Log) -> String {
                        $form!(log => {
                            return "seven".to_owned();
                        });
                    }

                    let log = Log::new();
                    assert_eq!(leave(&log), "seven");
                    assert_eq!(log.text(), CLEAN);
                }

                #[test]
                fn the_end_of_the_block_is_no_jump() {
                    let log = Log::new();
                    let number = $form!(log => { 7 });
                    assert_eq!(number, 7);
                    assert_eq!(log.text(), CLEAN);
                }
            }
        };
    }

    tests!(nested);
    tests!(joined);

    #[test]
    fn a_jump_leaves_only_the_managers_on_its_way() {
        let log = Log::new();
        with!(log.spy("outside") => {
            for _ in 0..2 {
                with!(log.spy("inside") => {
                    break;
                });
            }
            log.note("behind the loop");
        });
        assert_eq!(
            log.text(),
            "enter outside, enter inside, exit inside: clean, behind the loop, exit outside: clean"
        );
    }

    #[test]
    fn a_jump_between_two_statements_leaves_only_the_outer_one() {
        let log = Log::new();
        for _ in 0..1 {
            with!(log.spy("a") => {
                with!(log.spy("b") => {
                    log.note("block");
                });
                if log.len() > 0 {
                    continue;
                }
                log.note("never");
            });
        }
        assert_eq!(
            log.text(),
            "enter a, enter b, block, exit b: clean, exit a: clean"
        );
    }

    #[test]
    fn a_jump_in_the_expression_of_a_later_manager_leaves_the_earlier_ones() {
        let log = Log::new();
        for _ in 0..2 {
            with!(log.spy("a"), if log.len() == 1 { break } else { log.spy("b") } => {
                log.note("never");
            });
        }
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn a_jump_in_the_expression_of_the_only_manager_leaves_nothing() {
        let log = Log::new();
        for _ in 0..2 {
            with!(if log.len() == 0 { continue } else { log.spy("a") } => {
                log.note("never");
            });
        }
        assert_eq!(log.text(), "");
    }
}

mod inside_the_block {
    use super::*;

    const UNTOUCHED: &str = "enter a, end, exit a: clean";

    #[test]
    fn the_jumps_of_a_loop_are_its_own() {
        let log = Log::new();
        let mut turns = 0;
        with!(log.spy("a") => {
            for turn in 0..4 {
                if turn == 0 {
                    continue;
                }
                if turn == 2 {
                    break;
                }
                turns += 1;
            }
            while turns < 10 {
                turns += 5;
                if turns == 6 {
                    break;
                }
            }
            log.note("end");
        });
        assert_eq!(turns, 6);
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn a_labelled_jump_may_stay_inside() {
        let log = Log::new();
        let mut turns = 0;
        with!(log.spy("a") => {
            let number = 'outer: loop {
                for _ in 0..2 {
                    turns += 1;
                    if turns == 1 {
                        continue 'outer;
                    }
                    break 'outer turns;
                }
            };
            let doubled = 'block: {
                if number == 2 {
                    break 'block 4;
                }
                0
            };
            assert_eq!((number, doubled), (2, 4));
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn an_inner_loop_may_be_left_together_with_the_block() {
        let log = Log::new();
        let found = 'search: {
            with!(log.spy("a") => {
                for number in 0.. {
                    if number * number > 50 {
                        break 'search number;
                    }
                }
            });
            0
        };
        assert_eq!(found, 8);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn a_closure_has_a_return_of_its_own() {
        let log = Log::new();
        with!(log.spy("a") => {
            let half = |number: i32| {
                if number % 2 == 1 {
                    return None;
                }
                Some(number / 2)
            };
            assert_eq!((half(3), half(4)), (None, Some(2)));
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn a_closure_has_a_question_mark_of_its_own() {
        let log = Log::new();
        with!(log.spy("a") => {
            let parse = |text: &str| -> Option<u8> { Some(text.parse::<u8>().ok()? + 1) };
            assert_eq!((parse("one"), parse("1")), (None, Some(2)));
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn a_closure_has_loops_of_its_own() {
        let log = Log::new();
        with!(log.spy("a") => {
            let first = |limit: u32| loop {
                if limit > 0 {
                    break limit;
                }
            };
            assert_eq!(first(3), 3);
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn an_async_block_has_a_return_and_a_question_mark_of_its_own() {
        let log = Log::new();
        with!(log.spy("a") => {
            let returned = async {
                if log.len() == 1 {
                    return 1;
                }
                2
            };
            let raised = async {
                let number: u8 = "one".parse()?;
                Ok::<_, std::num::ParseIntError>(number)
            };
            assert_eq!(poll(returned), 1);
            assert!(poll(raised).is_err());
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn an_async_closure_has_a_return_of_its_own() {
        let log = Log::new();
        with!(log.spy("a") => {
            let half = async |number: u8| {
                if number == 1 {
                    return 0;
                }
                number / 2
            };
            assert_eq!((poll(half(1)), poll(half(4))), (0, 2));
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn a_function_has_a_return_and_a_question_mark_of_its_own() {
        let log = Log::new();
        with!(log.spy("a") => {
            fn parse(text: &str) -> Option<u8> {
                if text.is_empty() {
                    return Some(0);
                }
                Some(text.parse::<u8>().ok()? + 1)
            }
            assert_eq!((parse(""), parse("one"), parse("1")), (Some(0), None, Some(2)));
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn a_method_has_a_return_of_its_own() {
        struct Number(u8);

        trait Half {
            fn half(&self) -> Option<u8>;
        }

        let log = Log::new();
        with!(log.spy("a") => {
            impl Half for Number {
                fn half(&self) -> Option<u8> {
                    if self.0 % 2 == 1 {
                        return None;
                    }
                    Some(self.0 / 2)
                }
            }
            assert_eq!((Number(3).half(), Number(4).half()), (None, Some(2)));
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn constants_have_loops_of_their_own() {
        let log = Log::new();
        with!(log.spy("a") => {
            const FOUR: usize = {
                let mut number = 1;
                loop {
                    number *= 2;
                    if number > 3 {
                        break number;
                    }
                }
            };
            let eight = const {
                let mut number = FOUR;
                loop {
                    number += 1;
                    if number < 8 {
                        continue;
                    }
                    break number;
                }
            };
            let array = [0; loop { break FOUR }];
            assert_eq!((FOUR, eight, array.len()), (4, 8, 4));
            log.note("end");
        });
        assert_eq!(log.text(), UNTOUCHED);
    }

    #[test]
    fn a_statement_in_a_closure_is_left_within_the_closure() {
        let log = Log::new();
        with!(log.spy("a") => {
            let inner = || {
                with!(log.spy("b") => {
                    return 7;
                })
            };
            assert_eq!(inner(), 7);
            log.note("end");
        });
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: clean, end, exit a: clean"
        );
    }

    fn poll<F: Future>(future: F) -> F::Output {
        use std::pin::pin;
        use std::task::{Context, Poll, Waker};

        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(output) => output,
            Poll::Pending => unreachable!(),
        }
    }
}

mod verdicts {
    use super::*;

    #[test]
    fn a_verdict_is_ignored_at_the_end_of_the_block() {
        let log = Log::new();
        with!(log.spy("a").suppressing() => {
            log.note("block");
        });
        log.note("next");
        assert_eq!(log.text(), "enter a, block, exit a: clean, next");
    }

    #[test]
    fn a_verdict_stops_no_break() {
        let log = Log::new();
        let number = loop {
            with!(log.spy("a").suppressing() => {
                break 7;
            });
            log.note("never");
        };
        assert_eq!(number, 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn a_verdict_stops_no_continue() {
        let log = Log::new();
        for _ in 0..1 {
            with!(log.spy("a").suppressing() => {
                continue;
            });
            log.note("never");
        }
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn a_verdict_stops_no_labelled_jump() {
        let log = Log::new();
        'outer: for turn in 0..2 {
            for _ in 0..2 {
                with!(log.spy("a").suppressing() => {
                    if turn == 0 {
                        continue 'outer;
                    }
                    break 'outer;
                });
                log.note("never");
            }
        }
        assert_eq!(log.text(), "enter a, exit a: clean, enter a, exit a: clean");
    }

    #[test]
    fn a_verdict_stops_no_return() {
        fn leave(log: &Log) -> u8 {
            with!(log.spy("a").suppressing() => {
                return 7;
            });
            log.note("never");
            8
        }

        let log = Log::new();
        assert_eq!(leave(&log), 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn a_verdict_that_may_fail_stops_no_return_either() {
        fn leave(log: &Log) -> u8 {
            let spy = log.spy("a").answering(Ok::<bool, common::Oops>(true));
            let result = with!(spy => {
                return 7;
            });
            log.note("never");
            assert!(result.is_err());
            8
        }

        let log = Log::new();
        assert_eq!(leave(&log), 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn joined_verdicts_stop_no_jump() {
        fn leave(log: &Log) -> u8 {
            with!(log.spy("a").suppressing(), log.spy("b").suppressing() => {
                return 7;
            });
            log.note("never");
            8
        }

        let log = Log::new();
        assert_eq!(leave(&log), 7);
        assert_eq!(log.text(), "enter a, enter b, exit b: clean, exit a: clean");
    }
}

mod out_of_reach {
    use super::*;

    #[test]
    fn a_function_may_end_in_a_statement_that_always_returns() {
        fn leave(log: &Log) -> u8 {
            with!(log.spy("a") => {
                with!(log.spy("b") => {
                    return 7;
                });
            });
        }

        let log = Log::new();
        assert_eq!(leave(&log), 7);
        assert_eq!(log.text(), "enter a, enter b, exit b: clean, exit a: clean");
    }

    #[test]
    fn a_let_else_may_diverge_by_a_statement() {
        fn leave(log: &Log, number: Option<u8>) -> u8 {
            let Some(number) = number else {
                with!(log.spy("a") => {
                    return 0;
                })
            };
            number
        }

        let log = Log::new();
        assert_eq!(leave(&log, Some(7)), 7);
        assert_eq!(log.text(), "");
        assert_eq!(leave(&log, None), 0);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn a_match_arm_may_diverge_by_a_statement() {
        let log = Log::new();
        for number in [None, Some(7)] {
            let number: u8 = match number {
                Some(0) => unreachable!(),
                Some(number) => number,
                None => with!(log.spy("a") => {
                    continue;
                }),
            };
            assert_eq!(number, 7);
        }
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn what_was_moved_before_a_jump_is_still_there_behind_the_statement() {
        fn leave(log: &Log, early: bool) -> String {
            let text = "text".to_owned();
            with!(log.spy("a") => {
                if early {
                    let moved = text;
                    return moved + " moved";
                }
            });
            text
        }

        let log = Log::new();
        assert_eq!(leave(&log, true), "text moved");
        assert_eq!(leave(&log, false), "text");
    }

    #[test]
    fn what_was_moved_before_a_labelled_break_is_still_there_behind_the_statement() {
        let log = Log::new();
        let text = "text".to_owned();
        let mut turns = 0;
        let moved = 'turns: loop {
            turns += 1;
            with!(log.spy("a") => {
                if turns == 2 {
                    break 'turns text;
                }
            });
            assert_eq!(text.len(), 4);
        };
        assert_eq!(moved, "text");
    }
}

mod under_cfg {
    use super::*;

    #[test]
    fn a_return_that_is_configured_out_is_not_there() {
        fn leave(log: &Log) -> u8 {
            with!(log.spy("a") => {
                #[cfg(any())]
                return "of another type";
                log.note("end");
            });
            7
        }

        let log = Log::new();
        assert_eq!(leave(&log), 7);
        assert_eq!(log.text(), "enter a, end, exit a: clean");
    }

    #[test]
    fn a_loop_is_not_left_by_jumps_that_are_configured_out() {
        let log = Log::new();
        'turns: for _ in 0..2 {
            with!(log.spy("a") => {
                #[cfg(any())]
                break;
                #[cfg(any())]
                {
                    if log.len() > 0 {
                        continue;
                    }
                    continue 'turns;
                }
                if log.len() > 2 {
                    break 'turns;
                }
            });
            log.note("next");
        }
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, next, enter a, exit a: clean"
        );
    }

    #[test]
    fn a_break_that_is_configured_out_asks_nothing_of_its_loop() {
        let log = Log::new();
        let number = loop {
            with!(log.spy("a") => {
                #[cfg(any())]
                break;
                log.note("end");
            });
            break 7;
        };
        assert_eq!(number, 7);
        assert_eq!(log.text(), "enter a, end, exit a: clean");
    }

    #[test]
    fn a_question_mark_that_is_configured_out_asks_nothing_of_its_function() {
        let log = Log::new();
        with!(log.spy("a") => {
            #[cfg(any())]
            Err("of any type")?;
            #[cfg(any())]
            {
                None?;
            }
            log.note("end");
        });
        assert_eq!(log.text(), "enter a, end, exit a: clean");
    }

    #[test]
    fn a_jump_that_is_configured_in_is_taken() {
        fn leave(log: &Log) -> u8 {
            with!(log.spy("a") => {
                #[cfg(all())]
                if log.len() == 1 {
                    return 7;
                }
                #[cfg(not(all()))]
                if log.len() == 1 {
                    return 8;
                }
            });
            9
        }

        let log = Log::new();
        assert_eq!(leave(&log), 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn a_nested_statement_that_is_configured_out_is_not_there() {
        fn leave(log: &Log) -> u8 {
            with!(log.spy("a") => {
                #[cfg(any())]
                with!(nothing() => {});
                #[cfg(any())]
                with! { log.spy("b") => { return "of another type"; } }
                #[cfg(all())]
                with!(log.spy("c") => {
                    log.note("block");
                });
                let numbers = [
                    #[cfg(any())]
                    with!(nothing() => { 1 }),
                    #[cfg(all())]
                    with!(log.spy("d") => { 2 }),
                ];
                assert_eq!(numbers, [2]);
                #[cfg(any())]
                with!(log.spy("e") => { return 1; });
            });
            7
        }

        let log = Log::new();
        assert_eq!(leave(&log), 7);
        assert_eq!(
            log.text(),
            "enter a, enter c, block, exit c: clean, enter d, exit d: clean, exit a: clean"
        );
    }

    #[test]
    fn an_element_that_is_configured_out_takes_its_jump_with_it() {
        let log = Log::new();
        with!(log.spy("a") => {
            let numbers = [
                #[cfg(any())]
                nothing()?,
                #[cfg(any())]
                (return),
                #[cfg(all())]
                7,
            ];
            let number = u8::max(
                1,
                #[cfg(any())]
                nothing()?,
                #[cfg(all())]
                2,
            );
            log.note(format!("{numbers:?} {number}"));
        });
        assert_eq!(log.text(), "enter a, [7] 2, exit a: clean");
    }

    #[test]
    fn an_arm_that_is_configured_out_takes_its_jump_with_it() {
        let log = Log::new();
        let number = loop {
            with!(log.spy("a") => {
                match log.len() {
                    #[cfg(any())]
                    1 => break "of another type",
                    #[cfg(all())]
                    1 => break 7,
                    _ => {}
                }
            });
            log.note("never");
        };
        assert_eq!(number, 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }
}
