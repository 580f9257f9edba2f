//! Macros that only their user knows, and that hide no jump: they are what they would be in a plain block.
#![allow(clippy::never_loop, reason = "many of these jumps are always taken")]
#![allow(
    unused_imports,
    unused_macros,
    reason = "some are for what does not compile yet"
)]
#![allow(clippy::unnecessary_wraps, reason = "not all that is asked fails")]

mod common;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::rc::Rc;
use std::sync::Mutex;

use common::{Log, Oops, fail};
use futures::executor::block_on;
use with_runtime::with;

/// What the tests see whose block comes to its end.
const ENDED: &str = "enter a, end, exit a: clean";

fn ended(log: &Log) {
    assert_eq!(log.text(), ENDED);
}

mod positions {
    use super::*;

    macro_rules! note {
        ($log:expr, $text:expr) => {
            $log.note($text)
        };
    }

    macro_rules! notes {
        ($log:expr; $($text:expr),*) => {
            $($log.note($text);)*
        };
    }

    macro_rules! twice {
        ($value:expr) => {
            $value * 2
        };
    }

    macro_rules! nothing {
        () => {};
    }

    #[test]
    fn an_included_file() {
        let log = Log::new();
        let seven = with!(log.spy("a") => {
            log.note("end");
            include!("common/seven.rs")
        });
        assert_eq!(seven, 7);
        ended(&log);
    }

    #[test]
    fn a_statement() {
        let log = Log::new();
        with!(log.spy("a") => {
            note!(log, "parentheses");
            note![log, "brackets"];
            note! { log, "braces" };
            notes! { log; "no", "semicolon" }
            nothing!();
            nothing! {}
            notes!(log; "end");
        });
        assert_eq!(
            log.text(),
            "enter a, parentheses, brackets, braces, no, semicolon, end, exit a: clean"
        );
    }

    #[test]
    fn an_expression() {
        let log = Log::new();
        with!(log.spy("a") => {
            let four = twice!(2);
            let mut number = twice!(four) + 1;
            number += twice!(number);
            assert_eq!(number, 27);
            assert_eq!([twice!(1), twice!(twice!(2))], [2, 8]);
            assert_eq!(i32::max(twice!(1), twice!(2)), 4);
            assert_eq!(-twice!(4_i32).pow(2), -64);
            assert_eq!((twice!(1), twice!(2)).1, 4);
            assert_eq!(twice!(35_u8) as char, 'F');
            note!(log, "end");
        });
        ended(&log);
    }

    #[test]
    fn the_end_of_the_block() {
        let log = Log::new();
        let number = with!(log.spy("a") => {
            note!(log, "end");
            twice!(2)
        });
        assert_eq!(number, 4);
        let number = with!(log.spy("a") => { twice! { 3 } });
        assert_eq!(number, 6);
        with!(log.spy("a") => { note!(log, "tail") });
        let number = with!(log.spy("a") => twice!(4));
        assert_eq!(number, 8);
        assert_eq!(
            log.text(),
            "enter a, end, exit a: clean, enter a, exit a: clean, \
             enter a, tail, exit a: clean, enter a, exit a: clean"
        );
    }

    #[test]
    fn a_condition() {
        macro_rules! is {
            ($value:expr, $pattern:pat) => {
                match $value {
                    $pattern => true,
                    _ => false,
                }
            };
        }

        let log = Log::new();
        with!(log.spy("a") => {
            let mut numbers = vec![1, 2, 3];
            while is!(numbers.pop(), Some(2..)) {}
            assert!(numbers.is_empty());
            if !is!(numbers.first(), None) || is!(twice!(1), 3) {
                note!(log, "never");
            } else if let Some(two) = Some(twice!(1)) {
                assert_eq!(two, 2);
                note!(log, "end");
            }
        });
        ended(&log);
    }

    #[test]
    fn an_arm() {
        let log = Log::new();
        with!(log.spy("a") => {
            for number in 0..2 {
                match number {
                    0 => note!(log, "zero"),
                    _ => note! { log, "other" },
                }
            }
            let number: u8 = match Some(3) {
                Some(number) => twice!(number),
                None => unreachable!("{}", twice!(1)),
            };
            assert_eq!(number, 6);
        });
        assert_eq!(log.text(), "enter a, zero, other, exit a: clean");
    }

    #[test]
    fn a_loop() {
        macro_rules! up_to {
            ($end:expr) => {
                0..$end
            };
        }

        let log = Log::new();
        let sum = with!(log.spy("a") => {
            let mut sum = 0;
            for number in up_to!(4) {
                if number == twice!(1) {
                    continue;
                }
                sum += twice!(number);
            }
            loop {
                break twice!(sum);
            }
        });
        assert_eq!(sum, 16);
    }

    #[test]
    fn a_closure_and_what_is_in_it() {
        let log = Log::new();
        with!(log.spy("a") => {
            let double = |number: u8| twice!(number);
            let texts: Vec<_> = [1, 2].iter().map(|number| twice!(number)).collect();
            assert_eq!((double(2), texts), (4, vec![2, 4]));
            note!(log, "end");
        });
        ended(&log);
    }

    #[test]
    fn a_pattern_and_a_type() {
        macro_rules! some {
            ($pattern:pat) => {
                Some($pattern)
            };
        }

        macro_rules! list {
            ($of:ty) => {
                Vec<$of>
            };
        }

        let log = Log::new();
        with!(log.spy("a") => {
            let list: list!(u8) = vec![1, 2];
            let some!(first) = list.first() else { return };
            let count = if let some!(2) = list.last() { twice!(*first) } else { 0 };
            let length = |list: &list!(u8)| -> usize { list.len() };
            assert_eq!((count, length(&list), <list!(u8)>::new().len()), (2, 2, 0));
            note!(log, "end");
        });
        ended(&log);
    }

    #[test]
    fn between_jumps() {
        fn leave(log: &Log, text: &str) -> Result<u8, Oops> {
            for turn in 0..2 {
                with!(log.spy("a") => {
                    notes!(log; "begin");
                    let number = twice!(text.parse::<u8>().map_err(|_| Oops("not a number"))?);
                    if twice!(number) == 4 {
                        continue;
                    } else if twice!(number) == 8 {
                        return Ok(twice!(turn));
                    }
                    notes! { log; "end" }
                    if twice!(turn) == 0 {
                        break;
                    }
                });
            }
            Ok(7)
        }

        for (text, expected, told) in [
            (
                "1",
                Ok(7),
                "enter a, begin, exit a: clean, enter a, begin, exit a: clean",
            ),
            ("2", Ok(0), "enter a, begin, exit a: clean"),
            ("3", Ok(7), "enter a, begin, end, exit a: clean"),
            (
                "x",
                fail("not a number"),
                "enter a, begin, exit a: error not a number",
            ),
        ] {
            let log = Log::new();
            assert_eq!(leave(&log, text), expected);
            assert_eq!(log.text(), told);
        }
    }

    #[test]
    fn one_in_another() {
        let log = Log::new();
        with!(log.spy("a") => {
            assert_eq!(twice!({ nothing!(); twice!(1) + { notes!(log; "end"); twice!(1) } }), 8);
        });
        ended(&log);
    }

    #[test]
    fn under_attributes() {
        let log = Log::new();
        with!(log.spy("a") => {
            #[cfg(all())]
            note!(log, "end");
            #[allow(clippy::identity_op, reason = "it is to be looked at")]
            let two = twice!(1 * 1);
            assert_eq!(two, 2);
        });
        ended(&log);
    }

    #[test]
    fn a_guard() {
        let log = Log::new();
        with!(log.spy("a") => {
            match twice!(2) {
                number if twice!(number) == 10 => note!(log, "never"),
                _ if twice!(1) == 3 => note!(log, "never"),
                number if twice!(number) == twice!(4) => note!(log, "end"),
                _ => {
                    notes!(log; "never", "either");
                }
            }
        });
        ended(&log);
    }

    #[test]
    fn that_is_configured_out() {
        let log = Log::new();
        with!(log.spy("a") => {
            #[cfg(any())]
            there_is_no_such_macro!(log, "never");
            #[cfg(any())]
            let number = there_is_no_such_macro!(1);
            let numbers = [
                #[cfg(any())]
                there_is_no_such_macro!(1),
                1,
            ];
            note!(log, "end");
            assert_eq!(numbers, [1]);
        });
        ended(&log);
    }
}

mod declarations {
    use super::*;

    macro_rules! define {
        ($($name:ident = $value:expr),*) => {
            $(let $name = $value;)*
        };
        (mut $name:ident = $value:expr) => {
            let mut $name = $value;
        };
        ($pattern:pat => $value:expr) => {
            let $pattern = $value;
        };
    }

    #[test]
    fn a_let_stays_in_scope() {
        let log = Log::new();
        with!(log.spy("a") => {
            define!(one = 1, two = one + 1);
            define! { three = one + two }
            define!(mut four = three);
            four += 1;
            define!((five, [six, ..]) => (four + 1, [6, 7]));
            assert_eq!((one, two, three, four, five, six), (1, 2, 3, 4, 5, 6));
            log.note("end");
        });
        ended(&log);
    }

    #[test]
    fn what_a_let_holds_lives_to_the_end_of_the_block() {
        let log = Log::new();
        with!(log.spy("a") => {
            define!(first = log.trace("first"), second = log.trace("second"));
            define!(borrowed = &first);
            log.note(borrowed.name());
            log.note(second.name());
        });
        assert_eq!(
            log.text(),
            "enter a, first, second, drop second, drop first, exit a: clean"
        );
    }

    #[test]
    fn a_let_may_hold_on_to_what_is_temporary() {
        let log = Log::new();
        with!(log.spy("a") => {
            define!(text = &String::from("text"));
            define!(numbers = &mut [1, 2]);
            numbers[0] = 3;
            assert_eq!((text.as_str(), numbers.len()), ("text", 2));
            log.note("end");
        });
        ended(&log);
    }

    #[test]
    fn items_stay_in_scope() {
        macro_rules! numbers {
            ($($Name:ident: $number:expr;)*) => {
                $(
                    #[derive(Debug, PartialEq)]
                    struct $Name;

                    impl $Name {
                        const NUMBER: u8 = $number;

                        fn get(&self) -> Option<u8> {
                            let Self = self;
                            if Self::NUMBER == 0 {
                                return None;
                            }
                            Some(Self::NUMBER)
                        }
                    }
                )*

                fn sum() -> Option<u8> {
                    Some(0 $(+ $Name.get()?)*)
                }
            };
        }

        let log = Log::new();
        with!(log.spy("a") => {
            assert_eq!(sum(), None);
            numbers! {
                Zero: 0;
                One: 1;
            }
            assert_eq!((Zero.get(), One.get(), One), (None, Some(1), One));
            log.note("end");
        });
        ended(&log);
    }

    #[test]
    fn macros_stay_in_scope() {
        macro_rules! alias {
            ($name:ident = $value:expr) => {
                macro_rules! $name {
                    () => {
                        $value
                    };
                }
            };
        }

        let log = Log::new();
        with!(log.spy("a") => {
            alias!(seven = 7);
            macro_rules! eight {
                () => {
                    seven!() + 1
                };
            }
            assert_eq!(eight!() + seven!(), 15);
            log.note("end");
        });
        ended(&log);
    }

    #[test]
    fn statics_of_a_thread_stay_in_scope() {
        let log = Log::new();
        with!(log.spy("a") => {
            thread_local! {
                static NUMBER: RefCell<u8> = const { RefCell::new(1) };
            }
            NUMBER.with_borrow_mut(|number| *number += 1);
            assert_eq!(NUMBER.take(), 2);
            log.note("end");
        });
        ended(&log);
    }

    #[test]
    fn a_let_shadows_and_is_told_its_type_later() {
        fn leave(log: &Log, text: &str) -> Result<Vec<u16>, Oops> {
            with!(log.spy("a") => {
                define!(mut numbers = Vec::new());
                define!(text = text.parse().map_err(|_| Oops("not a number"))?);
                numbers.push(text);
                define!(numbers = numbers);
                Ok(numbers)
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log, "300"), Ok(vec![300]));
        assert_eq!(leave(&log, "text"), fail("not a number"));
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: error not a number"
        );
    }

    #[test]
    #[allow(clippy::needless_late_init, reason = "it is the case that is tested")]
    fn a_let_without_a_value_is_initialised_later() {
        macro_rules! declare {
            ($($name:ident)*) => {
                $(let $name;)*
            };
        }

        let log = Log::new();
        with!(log.spy("a") => {
            declare!(one two);
            one = 1;
            if one == 1 {
                two = "two".to_owned();
            } else {
                return;
            }
            assert_eq!((one, two.as_str()), (1, "two"));
            log.note("end");
        });
        ended(&log);
    }
}

mod borrows {
    use super::*;

    macro_rules! borrowed {
        ($value:expr) => {
            &$value
        };
        (mut $value:expr) => {
            &mut $value
        };
    }

    /// The same as it, and the same place.
    macro_rules! same {
        ($($value:tt)*) => {
            $($value)*
        };
    }

    macro_rules! locked {
        ($value:expr) => {
            *$value.lock().unwrap()
        };
    }

    #[test]
    fn a_temporary_lives_as_long_as_its_statement() {
        let log = Log::new();
        with!(log.spy("a") => {
            let count = same!(log.trace("let").name()).len();
            log.note(same!(log.trace("argument").name()));
            match same!(log.trace("match").name()) {
                "match" => log.note("match"),
                name => log.note(name.to_uppercase()),
            }
            assert_eq!(count, 3);
        });
        assert_eq!(
            log.text(),
            "enter a, drop let, argument, drop argument, match, drop match, exit a: clean"
        );
    }

    #[test]
    fn a_value_that_is_lent_may_leave_the_block() {
        fn first<'a>(log: &Log, texts: &'a [String]) -> &'a str {
            with!(log.spy("a") => {
                let first = borrowed!(texts[0]);
                same!(first.as_str())
            })
        }

        assert_eq!(first(&Log::new(), &["text".to_owned()]), "text");
    }

    #[test]
    fn what_is_mutable_is_borrowed_and_given_back() {
        macro_rules! push {
            ($to:expr, $($value:expr),*) => {
                $($to.push($value);)*
            };
        }

        macro_rules! last {
            ($of:expr) => {
                $of.last_mut().unwrap()
            };
        }

        fn leave(log: &Log, numbers: &mut Vec<usize>) -> Result<(), Oops> {
            with!(log.spy("a") => {
                push!(numbers, 1, 2);
                push!(numbers, numbers.len());
                numbers.push(same!(numbers.len()));
                *last!(numbers) += 1;
                let last = last!(numbers);
                *last += 1;
                let mut add = |number| {
                    push!(numbers, number);
                };
                add(9);
                add(10);
                numbers.retain(|&number| same!(number != 10));
                if numbers.len() > 5 {
                    fail::<()>("too many")?;
                }
            });
            push!(numbers, 11);
            Ok(())
        }

        let mut numbers = vec![];
        leave(&Log::new(), &mut numbers).unwrap();
        assert_eq!(numbers, [1, 2, 2, 5, 9, 11]);
    }

    #[test]
    fn a_borrow_of_a_temporary_lives_as_long_as_its_let() {
        let log = Log::new();
        with!(log.spy("a") => {
            let text = borrowed!(String::from("text"));
            let numbers: &mut Vec<u8> = borrowed!(mut vec![1]);
            let traced = borrowed!(log.trace("traced"));
            numbers.push(2);
            assert_eq!((text.as_str(), numbers.len()), ("text", 2));
            log.note(traced.name());
        });
        assert_eq!(log.text(), "enter a, traced, drop traced, exit a: clean");
    }

    #[test]
    fn a_guard_is_given_back_after_its_statement() {
        let log = Log::new();
        let numbers = Mutex::new(vec![1]);
        with!(log.spy("a") => {
            locked!(numbers).push(2);
            locked!(numbers).extend([3]);
            let count = locked!(numbers).len();
            *locked!(numbers).last_mut().unwrap() += 1;
            locked!(numbers)[0] = 7;
            let first = locked!(numbers)[0];
            if locked!(numbers).len() == 3 {
                log.note("end");
            }
            assert_eq!((count, first, numbers.try_lock().unwrap().len()), (3, 7, 3));
        });
        ended(&log);
    }

    #[test]
    fn a_place_is_assigned_to_borrowed_and_matched() {
        struct Pair {
            one: String,
            two: Option<String>,
        }

        macro_rules! one {
            ($pair:expr) => {
                $pair.one
            };
        }

        macro_rules! two {
            ($pair:expr) => {
                $pair.two
            };
        }

        let log = Log::new();
        let mut pair = Pair {
            one: "one".to_owned(),
            two: None,
        };
        with!(log.spy("a") => {
            one!(pair) = "1".to_owned();
            one!(pair).push('!');
            one!(pair) += "?";
            {
                let (one, two) = (&mut one!(pair), &mut two!(pair));
                one.push('.');
                *two = Some(one.clone());
            }
            match two!(pair) {
                Some(ref text) => assert_eq!(text, "1!?."),
                None => log.note("never"),
            }
            if let Some(text) = &two!(pair) {
                assert_eq!(text, &one!(pair));
            }
            let _ = one!(pair);
            assert_eq!(one!(pair).as_str(), "1!?.");
            let one = one!(pair);
            let Some(two) = two!(pair) else { return };
            assert_eq!(one, two);
            log.note("end");
        });
        ended(&log);
    }

    #[test]
    fn elements_are_places_as_well() {
        macro_rules! at {
            ($numbers:expr, $index:expr) => {
                $numbers[$index]
            };
        }

        let log = Log::new();
        let mut numbers = [1, 2, 3];
        with!(log.spy("a") => {
            at!(numbers, 0) = 7;
            at!(numbers, 1) += 1;
            at!(numbers, 0) *= at!(numbers, 1);
            let last = &mut at!(numbers, 2);
            *last = 0;
            let slice = &at!(numbers, 1..);
            assert_eq!(slice, [3, 0]);
            (at!(numbers, 0), at!(numbers, 1)) = (1, 2);
            log.note("end");
        });
        ended(&log);
        assert_eq!(numbers, [1, 2, 0]);
    }
}

mod moves {
    use super::*;

    macro_rules! consume {
        ($value:expr) => {
            drop($value)
        };
    }

    macro_rules! into {
        ($value:ident) => {
            $value.into_bytes()
        };
    }

    #[test]
    fn what_is_moved_is_gone_once() {
        let log = Log::new();
        let (outside, kept) = (log.trace("outside"), log.trace("kept"));
        with!(log.spy("a") => {
            let inside = log.trace("inside");
            consume!(inside);
            consume!(outside);
            log.note("end");
        });
        log.note(kept.name());
        assert_eq!(
            log.text(),
            "enter a, drop inside, drop outside, end, exit a: clean, kept"
        );
    }

    #[test]
    fn what_is_moved_before_a_return_is_still_there_behind_the_statement() {
        fn leave(log: &Log, early: bool) -> String {
            let text = "text".to_owned();
            with!(log.spy("a") => {
                if early {
                    consume!(text);
                    return "early".to_owned();
                }
            });
            text
        }

        assert_eq!(leave(&Log::new(), true), "early");
        assert_eq!(leave(&Log::new(), false), "text");
    }

    #[test]
    fn what_is_moved_in_one_branch_stays_in_the_other() {
        let log = Log::new();
        let texts = ["one".to_owned(), "two".to_owned()];
        for text in texts {
            with!(log.spy("a") => {
                let length = if text == "one" {
                    into!(text).len()
                } else {
                    consume!((text, 1));
                    9
                };
                log.note(length.to_string());
            });
        }
        assert_eq!(
            log.text(),
            "enter a, 3, exit a: clean, enter a, 9, exit a: clean"
        );
    }

    #[test]
    fn what_is_moved_may_be_set_again() {
        let log = Log::new();
        let mut text = "text".to_owned();
        with!(log.spy("a") => {
            let bytes = into!(text);
            text = String::from_utf8(bytes).unwrap() + "!";
            log.note("end");
        });
        ended(&log);
        assert_eq!(text, "text!");
    }

    #[test]
    fn a_value_is_moved_out_of_the_macro() {
        macro_rules! id {
            ($value:expr) => {{ $value }};
        }

        let log = Log::new();
        let text = "text".to_owned();
        let boxed = with!(log.spy("a") => {
            let moved = id!(text);
            let pair = (id!(moved), log.trace("pair"));
            id!(Box::new(pair))
        });
        assert_eq!(boxed.0, "text");
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn a_macro_may_take_a_closure_that_moves() {
        macro_rules! call {
            (move $body:expr) => {
                Option::map_or_else(None, move || $body, |never: usize| never)
            };
        }

        let log = Log::new();
        let text = "text".to_owned();
        with!(log.spy("a") => {
            let length = call!(move { let moved = text; moved.len() });
            assert_eq!(length, 4);
            log.note("end");
        });
        ended(&log);
    }

    #[test]
    fn a_macro_may_initialise() {
        macro_rules! set {
            ($name:ident = $value:expr) => {
                $name = $value
            };
        }

        let log = Log::new();
        let outside;
        with!(log.spy("a") => {
            let inside: Rc<str>;
            set!(inside = "inside".into());
            set!(outside = inside.len());
            log.note("end");
        });
        assert_eq!(outside, 6);
        ended(&log);
    }
}

mod types {
    use super::*;

    macro_rules! parse {
        ($text:expr) => {
            $text.parse().unwrap()
        };
    }

    macro_rules! collect {
        ($values:expr) => {
            $values.into_iter().collect()
        };
    }

    macro_rules! default {
        () => {
            Default::default()
        };
    }

    macro_rules! boxed {
        ($value:expr) => {
            Box::new($value)
        };
    }

    macro_rules! closure {
        ($($name:ident),* => $body:expr) => {
            |$($name),*| $body
        };
    }

    macro_rules! slice {
        ($($value:expr),*) => {
            &[$($value),*]
        };
    }

    fn byte(number: u8) -> u8 {
        number
    }

    #[test]
    fn a_type_is_told_by_what_is_done_later() {
        let log = Log::new();
        with!(log.spy("a") => {
            let number = parse!("255");
            let mut list = default!();
            assert_eq!(byte(number), 255);
            Vec::<u64>::push(&mut list, parse!("7"));
            assert_eq!(list.pop(), Some(7));
            log.note("end");
        });
        ended(&log);
    }

    #[test]
    fn a_type_is_told_by_a_parameter() {
        let log = Log::new();
        with!(log.spy("a") => {
            assert_eq!(byte(parse!("7")) + byte(default!()), 7);
            assert_eq!(u64::max(parse!("7"), default!()), 7);
            let mut list = vec![1_u16];
            list.push(parse!("2"));
            list.extend::<Vec<u16>>(collect!([3]));
            assert_eq!(list, [1, 2, 3]);
            log.note("end");
        });
        ended(&log);
    }

    #[test]
    fn a_type_is_told_by_what_the_function_returns() {
        fn value(log: &Log) -> u16 {
            with!(log.spy("a") => { parse!("300") })
        }

        fn returned(log: &Log) -> Option<Vec<u16>> {
            with!(log.spy("a") => {
                if log.len() == 1 {
                    return Some(collect!([1, 2]));
                }
                Some(default!())
            })
        }

        fn broken(log: &Log) -> u64 {
            loop {
                with!(log.spy("a") => {
                    break parse!("7");
                });
            }
        }

        assert_eq!(value(&Log::new()), 300);
        assert_eq!(returned(&Log::new()), Some(vec![1, 2]));
        assert_eq!(broken(&Log::new()), 7);
    }

    #[test]
    fn an_opaque_value_comes_out_of_a_macro() {
        fn even(end: u8) -> impl Iterator<Item = u8> + Clone {
            (0..end).filter(|number| number % 2 == 0)
        }

        macro_rules! evens {
            ($end:expr) => {
                even($end)
            };
        }

        let log = Log::new();
        let numbers = with!(log.spy("a") => {
            let sum: u8 = evens!(5).sum();
            assert_eq!(sum, 6);
            for number in evens!(2) {
                assert_eq!(number, 0);
            }
            evens!(4).chain(evens!(1))
        });
        assert_eq!(numbers.collect::<Vec<_>>(), [0, 2, 0]);
    }

    #[test]
    fn what_diverges_has_any_type() {
        macro_rules! give_up {
            ($text:expr) => {
                panic!("gave up: {}", $text)
            };
        }

        fn leave(log: &Log, text: &str) -> u8 {
            with!(log.spy("a") => {
                let number: u8 = match text {
                    "" => give_up!("empty"),
                    "todo" => todo!(),
                    text => parse!(text),
                };
                let Some(number) = number.checked_add(1) else {
                    give_up!("too large")
                };
                number
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log, "3"), 4);
        assert_eq!(common::panic_message(|| leave(&log, "")), "gave up: empty");
        assert_eq!(
            common::panic_message(|| leave(&log, "255")),
            "gave up: too large"
        );
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: panic, enter a, exit a: panic"
        );
    }

    #[test]
    fn a_type_is_told_by_a_let() {
        let log = Log::new();
        with!(log.spy("a") => {
            let number: u32 = parse!("3");
            let list: Vec<u8> = collect!([1, 2]);
            let map: BTreeMap<_, _> = collect!([(1, "one")]);
            let (one, two): (u8, i64) = (parse!("1"), parse!("-2"));
            let empty: String = default!();
            assert_eq!((number, list.len(), map[&1], one, two, empty.len()), (3, 2, "one", 1, -2, 0));
            log.note("end");
        });
        ended(&log);
    }

    #[test]
    fn a_value_is_coerced() {
        fn shown(log: &Log, number: bool) -> Box<dyn Display> {
            with!(log.spy("a") => {
                if number {
                    return boxed!(1);
                }
                boxed!("one")
            })
        }

        let log = Log::new();
        with!(log.spy("a") => {
            let number: Box<dyn Debug> = boxed!(1);
            let list: Vec<Box<dyn Debug>> = vec![boxed!(1), boxed!("two")];
            let numbers: &[u8] = slice!(1, 2);
            let function: fn(u8) -> u8 = closure!(number => number + 1);
            let traited: &dyn Fn(u8) -> u8 = &closure!(number => number + 2);
            assert_eq!((format!("{number:?} {list:?}"), numbers.len()), ("1 [1, \"two\"]".to_owned(), 2));
            assert_eq!((function(1), traited(1)), (2, 3));
            log.note("end");
        });
        ended(&log);
        assert_eq!(shown(&Log::new(), true).to_string(), "1");
        assert_eq!(shown(&Log::new(), false).to_string(), "one");
    }

    #[test]
    fn a_closure_is_told_its_parameters_by_a_bound() {
        fn apply<T>(value: T, function: impl Fn(&T) -> usize) -> (T, usize) {
            let applied = function(&value);
            (value, applied)
        }

        fn sum(numbers: impl IntoIterator<Item = u8>) -> u8 {
            numbers.into_iter().sum()
        }

        fn show(value: impl Display + Into<String>) -> String {
            value.to_string() + &value.into()
        }

        let log = Log::new();
        with!(log.spy("a") => {
            assert_eq!(apply("text", closure!(text => text.len())), ("text", 4));
            assert_eq!(apply(vec![1], closure!(list => list.iter().filter(|&&number| number > 0).count())).1, 1);
            assert_eq!(sum([1, 2].map(closure!(number => number * 2))), 6);
            let mut texts = ["b", "a"];
            texts.sort_by(closure!(one, other => one.cmp(other)));
            assert_eq!(texts.iter().map(closure!(text => text.len())).sum::<usize>(), 2);
            assert_eq!(show(*boxed!("2")), "22");
            log.note("end");
        });
        ended(&log);
    }

    #[test]
    fn a_generic_function_hands_on_its_types() {
        fn leave<T: Clone + Default + PartialEq>(log: &Log, value: &T) -> Option<[T; 2]> {
            with!(log.spy("a") => {
                let empty: T = default!();
                if *value == default!() {
                    return None;
                }
                Some([value.clone(), empty])
            })
        }

        assert_eq!(leave(&Log::new(), &1), Some([1, 0]));
        assert_eq!(leave(&Log::new(), &""), None);
    }

    #[test]
    fn what_borrows_need_not_be_static() {
        fn longest<'a>(log: &Log, texts: &[&'a str]) -> Option<&'a str> {
            with!(log.spy("a") => {
                let mut sorted: Vec<&'a str> = collect!(texts.iter().copied());
                sorted.sort_by_key(closure!(text => text.len()));
                sorted.pop()
            })
        }

        let text = String::from("longest");
        assert_eq!(longest(&Log::new(), &[&text, "long"]), Some("longest"));
    }
}

mod jumps_of_their_own {
    use super::*;

    /// Its loop is its own.
    macro_rules! first_over {
        ($numbers:expr, $limit:expr) => {{
            let mut found = None;
            for number in $numbers {
                if number <= $limit {
                    continue;
                }
                found = Some(number);
                break;
            }
            found
        }};
    }

    /// So is its labelled block.
    macro_rules! either {
        ($one:expr, $two:expr) => {
            'either: {
                if let Some(one) = $one {
                    break 'either one;
                }
                $two
            }
        };
    }

    /// And its closure.
    macro_rules! sum {
        ($($text:expr),*) => {
            (|| -> Option<u8> {
                let mut sum: u8 = 0;
                $(sum = sum.checked_add($text.parse().ok()?)?;)*
                if sum == 0 {
                    return None;
                }
                Some(sum)
            })()
        };
    }

    #[test]
    fn they_stay_in_the_macro() {
        let log = Log::new();
        for _ in 0..1 {
            with!(log.spy("a") => {
                assert_eq!(first_over!([1, 5, 9], 3), Some(5));
                assert_eq!(either!(first_over!([1], 3), 7), 7);
                assert_eq!((sum!("1", "2"), sum!("one"), sum!("0")), (Some(3), None, None));
                log.note("end");
            });
            log.note("next");
        }
        assert_eq!(log.text(), "enter a, end, exit a: clean, next");
    }

    #[test]
    fn they_mix_with_those_in_plain_sight() {
        fn leave(log: &Log, texts: &[&str]) -> Option<u8> {
            let mut last = None;
            for text in texts {
                with!(log.spy("a") => {
                    let number = either!(sum!(text, "1"), return last);
                    if number == 3 {
                        continue;
                    }
                    last = Some(first_over!([number, 9], 5)?);
                });
            }
            last
        }

        let log = Log::new();
        assert_eq!(leave(&log, &["2", "6"]), Some(7));
        assert_eq!(leave(&log, &["4", "six", "8"]), Some(9));
        assert_eq!(log.text(), ["enter a, exit a: clean"; 4].join(", "));
    }

    #[test]
    fn an_async_block_of_a_macro_has_its_own() {
        macro_rules! attempt {
            ($($value:expr),*) => {
                async { Some(0 $(+ $value.await?)*) }
            };
        }

        let log = Log::new();
        with!(log.spy("a") => {
            let (one, none) = (async || Some(1), async || None::<u8>);
            assert_eq!(block_on(attempt!(one(), one())), Some(2));
            assert_eq!(block_on(attempt!(one(), none())), None);
            log.note("end");
        });
        ended(&log);
    }
}

mod asynchronous {
    use super::*;

    macro_rules! wait {
        ($future:expr) => {
            $future.await
        };
    }

    macro_rules! sum {
        ($($future:expr),*) => {{
            let mut sum = 0;
            $(sum += $future.await;)*
            sum
        }};
    }

    async fn later<T>(value: T) -> T {
        tokio::task::yield_now().await;
        value
    }

    #[test]
    fn a_definition_may_await() {
        async fn leave(log: &Log, text: &str) -> Result<u8, Oops> {
            with!(log.spy("a") => {
                let one: u8 = wait!(later(1));
                wait!(tokio::task::yield_now());
                let two = sum!(later(one), later(1));
                if wait!(later(text.is_empty())) {
                    return wait!(later(Ok(9)));
                }
                let number: u8 = wait!(later(text.parse().map_err(|_| Oops("not a number"))))?;
                wait!(later(Ok(one + two + sum!(later(number)))))
            })
        }

        let log = Log::new();
        assert_eq!(block_on(leave(&log, "4")), Ok(7));
        assert_eq!(block_on(leave(&log, "")), Ok(9));
        assert_eq!(block_on(leave(&log, "four")), fail("not a number"));
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: clean, enter a, exit a: error not a number"
        );
    }

    #[test]
    fn an_async_block_around_the_statement_may_await_in_a_macro() {
        let log = Log::new();
        let text = "text".to_owned();
        let future = async {
            with!(log.spy("a") => {
                let length = wait!(later(&text)).len();
                let block = async { wait!(later(length)) + 1 };
                assert_eq!(wait!(block), 5);
                log.note("end");
            });
        };
        block_on(future);
        ended(&log);
    }

    #[test]
    fn the_future_can_be_sent() {
        fn sent<F: Future + Send>(future: F) -> F {
            future
        }

        macro_rules! counted {
            ($value:expr) => {
                Rc::new($value).to_string()
            };
        }

        let log = Log::new();
        let future = sent(async {
            with!(log.spy("a") => {
                let number: u8 = wait!(later(3));
                let text = counted!(number);
                wait!(later(()));
                assert_eq!(text, "3");
                log.note("end");
            });
        });
        block_on(future);
        ended(&log);
    }

    #[test]
    fn pinned_futures_stay_in_scope() {
        let log = Log::new();
        let future = async {
            with!(log.spy("a") => {
                let mut pinned = std::pin::pin!(later(1));
                let other = later(2);
                tokio::pin!(other);
                let third = later(3);
                futures::pin_mut!(third);
                let sum = wait!(pinned.as_mut()) + wait!(other) + wait!(third);
                assert_eq!(sum, 6);
                log.note("end");
            });
        };
        block_on(future);
        ended(&log);
    }
}

mod of_well_known_names {
    use super::*;

    #[test]
    fn the_user_may_give_such_a_name_to_a_macro_of_his() {
        macro_rules! info {
            ($log:expr, $text:expr) => {
                $log.note($text)
            };
        }

        macro_rules! select {
            ($value:expr; $($name:ident),*) => {
                $value$(.$name())*
            };
        }

        macro_rules! join {
            ($($value:expr),*) => {
                [$($value),*].concat()
            };
        }

        let log = Log::new();
        with!(log.spy("a") => {
            assert!(select!(Some(1); is_some));
            assert_eq!(join!("a", "b"), "ab");
            info!(log, "end");
        });
        ended(&log);
    }
}

mod of_the_standard_library {
    use super::*;

    #[test]
    fn they_are_what_they_are_elsewhere() {
        let log = Log::new();
        with!(log.spy("a") => {
            const { assert!(size_of::<u8>() == 1) };
            let pair = (1_u8, 2_u16);
            let place = std::ptr::addr_of!(pair.1);
            assert!(place.is_aligned());
            let number = 3;
            assert!(matches!(number, 1..=3));
            let [one, two] = std::array::from_fn(|index| index + 1);
            assert_eq!((one, two, std::mem::offset_of!((u8, u8), 0)), (1, 2, 0));
            assert_eq!(format_args!("{number}").to_string(), "3");
            assert_eq!(concat!("a", 1), "a1");
            #[cfg(any())]
            compile_error!("configured out");
            log.note("end");
        });
        ended(&log);
    }

    #[test]
    fn ready_is_a_return_in_plain_sight() {
        use std::pin::Pin;
        use std::task::{Context, Poll};

        struct Twice<F>(F);

        impl<F: Future<Output = u8> + Unpin> Future for Twice<F> {
            type Output = u8;

            fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<u8> {
                let log = Log::new();
                with!(log.spy("a") => {
                    let number = match Pin::new(&mut self.0).poll(context) {
                        Poll::Ready(number) => number,
                        Poll::Pending => return Poll::Pending,
                    };
                    Poll::Ready(number * 2)
                })
            }
        }

        assert_eq!(block_on(Twice(std::future::ready(3))), 6);
    }
}

mod beside_other_types {
    use super::*;

    macro_rules! noted {
        ($log:expr) => {
            $log.note("noted")
        };
    }

    trait Shape {
        fn sides(&self) -> u8;
    }

    struct Triangle;
    struct Square;

    impl Shape for Triangle {
        fn sides(&self) -> u8 {
            3
        }
    }

    impl Shape for Square {
        fn sides(&self) -> u8 {
            4
        }
    }

    #[test]
    fn the_value_of_the_block_is_still_of_the_type_that_is_expected() {
        fn shape(log: &Log, square: bool) -> Box<dyn Shape> {
            with!(log.spy("a") => {
                noted!(log);
                if square {
                    return Box::new(Square);
                }
                if log.len() == 7 { Box::new(Square) } else { Box::new(Triangle) }
            })
        }

        let log = Log::new();
        assert_eq!(shape(&log, true).sides() + shape(&log, false).sides(), 7);
    }

    #[test]
    fn what_leaves_the_block_tells_the_types_of_what_is_in_it() {
        fn numbers(log: &Log, texts: &[&str]) -> Result<Vec<u8>, Oops> {
            let mut rest = Vec::new();
            with!(log.spy("a") => {
                noted!(log);
                let mut numbers = Vec::new();
                for text in texts {
                    match text.parse() {
                        Ok(number) => numbers.push(number),
                        Err(_) => rest.push(*text),
                    }
                }
                if rest.is_empty() {
                    return Ok(numbers);
                }
            });
            Err(Oops("not all are numbers"))
        }

        assert_eq!(numbers(&Log::new(), &["1", "2"]), Ok(vec![1, 2]));
        assert!(numbers(&Log::new(), &["1", "two"]).is_err());
    }

    #[test]
    fn a_variable_may_be_initialised_and_another_moved() {
        fn leave(log: &Log, name: String) -> usize {
            let length;
            let mut text = String::new();
            with!(log.spy("a") => {
                noted!(log);
                text = name.clone() + &text;
                length = text.len();
                drop(name);
            });
            length + text.len()
        }

        assert_eq!(leave(&Log::new(), "abc".to_owned()), 6);
    }
}
