//! What may stand where in the statement: managers of every kind, targets of every shape, expressions of every form.

mod common;

use std::cell::RefCell;
use std::marker::PhantomData;

use common::{Log, Oops, Spy, fail, panic_message};
use with_runtime::{ContextManager, Exception, strict, with};

/// Lends what it holds.
struct Lend<T>(T);

impl<T> ContextManager for Lend<T> {
    type Value<'a>
        = &'a mut T
    where
        Self: 'a;
    type Exit = ();

    fn enter(&mut self) -> &mut T {
        &mut self.0
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

/// Gives away what it holds.
struct Give<T>(Option<T>);

impl<T> ContextManager for Give<T> {
    type Value<'a>
        = T
    where
        Self: 'a;
    type Exit = ();

    fn enter(&mut self) -> T {
        self.0.take().unwrap()
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn give<T>(value: T) -> Give<T> {
    Give(Some(value))
}

mod wrappers {
    use super::*;

    const ENTERED_ONCE: &str = "enter a, block, exit a: clean";

    #[test]
    fn a_borrowed_manager_can_be_used_again() {
        let log = Log::new();
        let mut spy = log.spy("a");
        for _ in 0..2 {
            with!(&mut spy as inside => {
                inside.note("block");
            });
        }
        assert_eq!(log.text(), [ENTERED_ONCE, ENTERED_ONCE].join(", "));
    }

    #[test]
    fn a_manager_behind_a_mutable_reference_needs_no_other() {
        fn run(spy: &mut Spy) {
            with!(spy as inside => {
                inside.note("block");
            });
        }

        let log = Log::new();
        run(&mut log.spy("a"));
        assert_eq!(log.text(), ENTERED_ONCE);
    }

    #[test]
    fn a_boxed_manager_is_one() {
        let log = Log::new();
        with!(Box::new(log.spy("a")) as inside => {
            inside.note("block");
        });
        assert_eq!(log.text(), ENTERED_ONCE);
    }

    #[test]
    fn a_manager_around_a_manager_keeps_its_verdict() {
        fn leave(log: &Log) -> Result<(), Oops> {
            let mut spy = log.spy("a").suppressing();
            with!(Some(Box::new(&mut spy)) => {
                fail::<()>("oops")?;
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(()));
        assert_eq!(log.text(), "enter a, exit a: error oops");
    }

    #[test]
    fn an_optional_manager_that_is_there_is_one() {
        let log = Log::new();
        with!(Some(log.spy("a")) as inside => {
            inside.unwrap().note("block");
        });
        assert_eq!(log.text(), ENTERED_ONCE);
    }

    #[test]
    fn an_optional_manager_that_is_absent_does_nothing() {
        let log = Log::new();
        let absent: Option<Spy> = None;
        let length = with!(absent as inside => {
            assert!(inside.is_none());
            log.len()
        });
        assert_eq!(length, 0);
        assert_eq!(log.text(), "");
    }

    #[test]
    fn an_absent_manager_suppresses_nothing() {
        fn leave(absent: Option<Spy<bool>>) -> Result<(), Oops> {
            with!(absent => {
                fail::<()>("oops")?;
            });
            Ok(())
        }

        assert_eq!(leave(None), fail("oops"));
        assert_eq!(leave(Some(Log::new().spy("a").suppressing())), Ok(()));
    }

    #[test]
    fn an_absent_manager_does_not_fail() {
        let absent: Option<Spy<Result<(), Oops>>> = None;
        assert_eq!(with!(absent => { 7 }), Ok(7));
        let absent: Option<Spy<Result<bool, Oops>>> = None;
        assert_eq!(with!(absent => {}), Ok(()));
    }

    #[test]
    fn a_strict_manager_is_otherwise_the_same() {
        let log = Log::new();
        with!(strict(log.spy("a")) as inside => {
            inside.note("block");
        });
        assert_eq!(log.text(), ENTERED_ONCE);
    }

    trait Notes {
        fn start(&mut self);
        fn stop(&mut self);
    }

    impl ContextManager for dyn Notes {
        type Value<'a> = ();
        type Exit = ();

        fn enter(&mut self) {
            self.start();
        }

        fn exit(&mut self, _: Option<Exception<'_>>) {
            self.stop();
        }
    }

    impl Notes for Log {
        fn start(&mut self) {
            self.note("start");
        }

        fn stop(&mut self) {
            self.note("stop");
        }
    }

    #[test]
    fn a_manager_may_be_a_trait_object_of_the_users() {
        let log = Log::new();
        let boxed: Box<dyn Notes> = Box::new(log.clone());
        with!(boxed => { log.note("block") });
        assert_eq!(log.text(), "start, block, stop");
    }

    #[test]
    fn a_cast_to_a_trait_object_is_one() {
        let log = Log::new();
        with!(Box::new(log.clone()) as Box<dyn Notes> => { log.note("block") });
        with!(Box::new(log.clone()) as Box<dyn Notes> as () => { log.note("block") });
        assert_eq!(log.text(), "start, block, stop, start, block, stop");
    }

    #[test]
    fn a_panic_in_a_wrapped_manager_names_the_users_line() {
        use std::panic::Location;

        /// Panics in the name of its caller.
        struct Panics(bool);

        impl ContextManager for Panics {
            type Value<'a> = ();
            type Exit = ();

            #[track_caller]
            fn enter(&mut self) {
                assert!(!self.0, "{}", Location::caller().line());
            }

            #[track_caller]
            fn exit(&mut self, _: Option<Exception<'_>>) {
                panic!("{}", Location::caller().line());
            }
        }

        let line = line!() + 1;
        let enter = panic_message(|| with!(&mut Some(Box::new(Panics(true))) => {}));
        let exit = panic_message(|| with!(&mut Some(Box::new(Panics(false))) => {}));
        assert_eq!((enter, exit), (line.to_string(), (line + 1).to_string()));
    }
}

mod values {
    use super::*;

    #[test]
    fn may_borrow_from_the_manager() {
        let mut lend = Lend(vec![1]);
        with!(&mut lend as numbers => {
            numbers.push(2);
        });
        assert_eq!(lend.0, [1, 2]);
    }

    #[test]
    fn may_borrow_from_what_the_manager_borrows() {
        let mut numbers = vec![1];
        with!(Lend(&mut numbers) as numbers => {
            numbers.push(2);
        });
        assert_eq!(numbers, [1, 2]);
    }

    #[test]
    fn are_what_enter_returned() {
        let value = with!(give("value") as value => { value });
        assert_eq!(value, "value");
    }

    #[test]
    fn hide_variables_of_the_same_name_in_the_block_only() {
        let value = "outside";
        with!(give("inside") as value => {
            assert_eq!(value, "inside");
        });
        assert_eq!(value, "outside");
    }

    #[test]
    fn of_an_earlier_manager_are_there_for_a_later_one() {
        let mut numbers = vec![1];
        with!(Lend(&mut numbers) as numbers, Lend(numbers) as numbers => {
            numbers.push(2);
        });
        assert_eq!(numbers, [1, 2]);
    }

    #[test]
    fn of_an_outer_manager_are_there_for_a_nested_one() {
        let mut numbers = vec![1];
        with!(Lend(&mut numbers) as outer => {
            with!(Lend(&mut *outer) as inner => {
                inner.push(2);
            });
            outer.push(3);
        });
        assert_eq!(numbers, [1, 2, 3]);
    }
}

mod targets {
    use super::*;

    struct Point {
        x: i32,
        y: i32,
    }

    struct Wrapped<T>(T);

    #[test]
    fn may_be_tuples() {
        let sum = with!(give((1, 2)) as (a, b) => { a + b });
        assert_eq!(sum, 3);
    }

    #[test]
    fn may_be_structs() {
        let point = Point { x: 1, y: 2 };
        let sum = with!(give(point) as Point { x, y: other } => { x + other });
        assert_eq!(sum, 3);
    }

    #[test]
    fn may_leave_the_rest_out() {
        let point = Point { x: 1, y: 2 };
        assert_eq!(with!(give(point) as Point { y, .. } => { y }), 2);
        assert_eq!(
            with!(give((1, 2, 3)) as (first, .., last) => { first + last }),
            4
        );
    }

    #[test]
    fn may_be_arrays_with_the_rest_bound() {
        let parts = with!(give([1, 2, 3, 4]) as [first, middle @ .., last] => {
            (first, middle, last)
        });
        assert_eq!(parts, (1, [2, 3], 4));
    }

    #[test]
    fn may_bind_the_whole_and_a_part() {
        let parts = with!(give((1, 2)) as whole @ (first, _) => { (whole, first) });
        assert_eq!(parts, ((1, 2), 1));
    }

    #[test]
    fn may_bind_by_reference() {
        let length = with!(give("text".to_owned()) as ref text => { text.len() });
        assert_eq!(length, 4);
    }

    #[test]
    fn may_bind_by_mutable_reference() {
        let text = with!(give("text".to_owned()) as ref mut text => {
            text.push('s');
            text.clone()
        });
        assert_eq!(text, "texts");
        let text = with!(give(("text".to_owned(), 7)) as (ref mut text, _) => {
            text.push('s');
            text.clone()
        });
        assert_eq!(text, "texts");
    }

    #[test]
    fn may_be_mutable() {
        let number = with!(give(1) as mut number => {
            number += 1;
            number
        });
        assert_eq!(number, 2);
    }

    #[test]
    fn may_be_references() {
        assert_eq!(with!(give(&1) as &number => { number }), 1);
    }

    #[test]
    fn may_be_nested() {
        let nested = (Wrapped([1, 2]), Some(Point { x: 3, y: 4 }));
        let parts = with!(give(nested) as (Wrapped([a, _]), ref point) => {
            (a, point.as_ref().map(|point| point.x + point.y))
        });
        assert_eq!(parts, (1, Some(7)));
    }

    #[test]
    fn may_be_an_underscore() {
        assert_eq!(with!(give("value") as _ => { 7 }), 7);
    }

    #[test]
    fn may_stand_in_parentheses() {
        #[allow(unused_parens, reason = "they change nothing")]
        let value = with!(give("value") as (value) => { value });
        assert_eq!(value, "value");
    }

    #[test]
    fn may_be_the_unit() {
        assert_eq!(with!(give(()) as () => { 7 }), 7);
    }

    #[test]
    fn may_be_alternatives_that_cover_all() {
        let value: Result<i32, i32> = Err(7);
        let number = with!(give((value, ())) as (Ok(number) | Err(number), ()) => { number });
        assert_eq!(number, 7);
        assert_eq!(
            with!(give(value) as Ok(number) | Err(number) => { number }),
            7
        );
        assert_eq!(
            with!(give(value) as | Ok(number) | Err(number) => { number }),
            7
        );
    }

    #[test]
    fn may_have_a_question_mark() {
        fn leave(number: Result<(i32, i32), Oops>) -> Result<i32, Oops> {
            Ok(with!(give(number) as (a, b)? => { a + b }))
        }

        assert_eq!(leave(Ok((1, 2))), Ok(3));
        assert_eq!(leave(fail("oops")), fail("oops"));
    }
}

mod expressions {
    use super::*;

    struct Timer<'a> {
        log: &'a Log,
        name: &'static str,
    }

    impl ContextManager for Timer<'_> {
        type Value<'a>
            = &'static str
        where
            Self: 'a;
        type Exit = ();

        fn enter(&mut self) -> &'static str {
            self.name
        }

        fn exit(&mut self, _: Option<Exception<'_>>) {
            self.log.note(self.name);
        }
    }

    struct Pair<A, B>(PhantomData<(A, B)>);

    impl<A, B> Pair<A, B> {
        fn new() -> Self {
            Pair(PhantomData)
        }
    }

    impl<A, B> ContextManager for Pair<A, B> {
        type Value<'a>
            = (usize, usize)
        where
            Self: 'a;
        type Exit = ();

        fn enter(&mut self) -> (usize, usize) {
            (size_of::<A>(), size_of::<B>())
        }

        fn exit(&mut self, _: Option<Exception<'_>>) {}
    }

    trait Open {
        fn open(text: &'static str) -> Give<&'static str>;
    }

    struct Door;

    impl Open for Door {
        fn open(text: &'static str) -> Give<&'static str> {
            give(text)
        }
    }

    #[test]
    fn may_be_struct_literals() {
        let log = Log::new();
        with!(Timer { log: &log, name: "timer" } => {});
        with!(Timer { log: &log, name: "named" } as name => { assert_eq!(name, "named") });
        assert_eq!(log.text(), "timer, named");
    }

    #[test]
    fn may_hold_casts() {
        assert_eq!(
            with!(give(7_u8 as char) as character => { character }),
            '\u{7}'
        );
        assert_eq!(with!(give(7_u8 as char) as number => { number as u32 }), 7);
        let mut number = Lend(7);
        let address = with!(&mut number as &mut Lend<i32> as number => { *number });
        assert_eq!(address, 7);
    }

    #[test]
    fn may_be_calls_of_a_cast() {
        fn open() -> Give<u8> {
            give(7)
        }

        assert_eq!(
            with!((open as fn() -> Give<u8>)() as number => { number }),
            7
        );
    }

    #[test]
    fn may_be_calls_through_a_trait() {
        assert_eq!(with!(<Door as Open>::open("door") => { 7 }), 7);
        assert_eq!(
            with!(<Door as Open>::open("door") as door => { door }),
            "door"
        );
    }

    #[test]
    fn may_hold_generics_with_commas() {
        let sizes = with!(Pair::<u8, u32>::new() as sizes => { sizes });
        assert_eq!(sizes, (1, 4));
        let sizes = with!(Pair::<u8, u32>::new() as (a, _), Pair::<u64, ()>::new() as (b, _) => {
            (a, b)
        });
        assert_eq!(sizes, (1, 8));
        assert_eq!(with!(Pair::<u8, Pair<u16, u32>>::new() => { 7 }), 7);
    }

    #[test]
    fn may_be_blocks_and_branches() {
        let log = Log::new();
        with!({ let name = "a"; log.spy(name) } => {});
        with!(if log.len() > 0 { log.spy("b") } else { log.spy("c") } as inside => {
            inside.note("block");
        });
        with!(match log.len() { 5 => log.spy("d"), _ => log.spy("e") } => {});
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter b, block, exit b: clean, enter d, exit d: clean"
        );
    }

    #[test]
    fn may_hold_closures() {
        let log = Log::new();
        let name = Some("a");
        with!(name.map_or_else(|| log.spy("b"), |name| log.spy(name)) => {});
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn may_hold_another_statement() {
        let log = Log::new();
        with!(with!(log.spy("a") => { log.spy("b") }) => {
            log.note("block");
        });
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter b, block, exit b: clean"
        );
    }
}

mod forms {
    use super::*;

    const ALL: &str = "enter a, enter b, block, exit b: clean, exit a: clean";

    #[test]
    fn a_comma_may_stand_for_the_arrow() {
        let log = Log::new();
        let number = with!(log.spy("a"), log.spy("b") as inside, {
            inside.note("block");
            7
        });
        assert_eq!(number, 7);
        assert_eq!(log.text(), ALL);
    }

    #[test]
    fn commas_may_trail() {
        let log = Log::new();
        with!(log.spy("a"), log.spy("b"), => {
            log.note("block");
        });
        assert_eq!(log.text(), ALL);

        let log = Log::new();
        with!(log.spy("a") as _, log.spy("b") as _, {
            log.note("block");
        },);
        assert_eq!(log.text(), ALL);
    }

    #[test]
    fn targets_may_be_mixed() {
        let log = Log::new();
        with!(log.spy("a") as a, log.spy("b"), give(7) as _, give((1, 2)) as (x, y) => {
            a.note((x + y).to_string());
        });
        assert_eq!(
            log.text(),
            "enter a, enter b, 3, exit b: clean, exit a: clean"
        );
    }

    #[test]
    fn every_delimiter_will_do() {
        let log = Log::new();
        with! { log.spy("a") => { log.note("block") } }
        with![log.spy("b") => { log.note("block") }];
        let number = with! { log.spy("c") => { 7 } };
        assert_eq!(number, 7);
        assert_eq!(
            log.text(),
            "enter a, block, exit a: clean, enter b, block, exit b: clean, enter c, exit c: clean"
        );
    }

    #[test]
    fn the_block_may_be_an_expression() {
        let log = Log::new();
        let number = with!(log.spy("a") => 3 + 4);
        assert_eq!(number, 7);
        let number = with!(give(3) as number => match number {
            3 => "three",
            _ => "many",
        });
        assert_eq!(number, "three");
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn the_expression_may_jump_and_raise() {
        fn leave(log: &Log, number: Result<u8, Oops>) -> Result<u8, Oops> {
            let number = with!(log.spy("a") => number?);
            with!(log.spy("b") => return Ok(number))
        }

        let log = Log::new();
        assert_eq!(leave(&log, Ok(7)), Ok(7));
        assert_eq!(log.text(), "enter a, exit a: clean, enter b, exit b: clean");

        let log = Log::new();
        assert_eq!(leave(&log, fail("oops")), fail("oops"));
        assert_eq!(log.text(), "enter a, exit a: error oops");
    }

    #[test]
    fn the_block_may_be_empty() {
        let log = Log::new();
        with!(log.spy("a") => {});
        with!(log.spy("b") => ());
        assert_eq!(log.text(), "enter a, exit a: clean, enter b, exit b: clean");
    }

    #[test]
    fn the_statement_may_stand_in_an_expression() {
        let log = Log::new();
        let sum = with!(log.spy("a") => { 3 }) + with!(log.spy("b") => { 4 });
        assert_eq!(sum, 7);
        let numbers = [1, 2].map(|number| with!(log.spy("c") => { number * 2 }));
        assert_eq!(numbers, [2, 4]);
    }

    #[test]
    fn the_block_may_define_items() {
        let log = Log::new();
        let number = with!(log.spy("a") => {
            use std::mem::size_of_val as size;
            const SEVEN: u8 = 7;
            fn twice(number: u8) -> u8 { 2 * number }
            twice(SEVEN) + u8::try_from(size(&SEVEN)).unwrap()
        });
        assert_eq!(number, 15);
    }

    #[test]
    fn many_managers_may_stand_in_one_statement() {
        let log = Log::new();
        with!(
            log.spy("a"), log.spy("b"), log.spy("c"), log.spy("d"), log.spy("e"), log.spy("f") => {
                log.note("block");
            }
        );
        let text = log.text();
        assert!(text.starts_with("enter a, enter b, enter c, enter d, enter e, enter f, block"));
        assert!(text.ends_with("exit c: clean, exit b: clean, exit a: clean"));
    }

    #[test]
    fn the_names_of_the_expansion_are_free() {
        let log = Log::new();
        let (mgr, exit, value, exc, stop, result) = (log.spy("a"), 1, 2, 3, 4, 5);
        let residual = || 6;
        let returned = with!(mgr as joined => {
            let number = exit + value + exc + stop + result + residual();
            joined.note("block");
            number
        });
        assert_eq!(returned, 21);
    }

    #[test]
    fn the_labels_of_the_expansion_are_free() {
        let log = Log::new();
        let number = 'done: {
            'end: {
                with!(log.spy("a") => {
                    'return0: {
                        if log.len() == 1 {
                            break 'return0;
                        }
                        break 'end;
                    }
                    break 'done 7;
                });
            }
            8
        };
        assert_eq!(number, 7);
    }
}

mod macros_of_the_user {
    use super::*;

    #[test]
    fn may_hand_in_the_parts() {
        macro_rules! run {
            ($manager:expr, $target:pat, $block:block) => {
                with!($manager as $target => $block)
            };
            ($manager:expr => $value:expr) => {
                with!($manager => $value)
            };
        }

        fn leave(log: &Log, number: Result<i32, Oops>) -> Result<i32, Oops> {
            run!(give((3, 4)), (a, b), {
                let sum = a + b + number?;
                if sum > 7 {
                    return Ok(sum);
                }
            });
            Ok(run!(log.spy("a") => 2 * 4))
        }

        let log = Log::new();
        assert_eq!(leave(&log, Ok(1)), Ok(8));
        assert_eq!(leave(&log, fail("oops")), fail("oops"));
        assert_eq!(log.text(), "");
        assert_eq!(leave(&log, Ok(0)), Ok(8));
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn may_hand_in_the_comma_form() {
        macro_rules! run {
            ($manager:expr, $block:block) => {
                with!($manager, $block)
            };
        }

        let log = Log::new();
        assert_eq!(run!(log.spy("a"), { 7 }), 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn may_hand_in_tokens() {
        macro_rules! run {
            ($($tokens:tt)*) => { with!($($tokens)*) };
        }

        let log = Log::new();
        let number = run!(log.spy("a"), give(7) as number => { number });
        assert_eq!(number, 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn may_hand_in_labels() {
        macro_rules! leave {
            ($log:ident, $label:lifetime, $number:expr) => {
                with!($log.spy("a") => {
                    if $log.len() > 0 {
                        break $label $number;
                    }
                })
            };
        }

        let log = Log::new();
        let number = 'outer: {
            leave!(log, 'outer, 7);
            8
        };
        assert_eq!(number, 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn may_have_labels_of_the_same_name_outside() {
        /// Its label is not the one in `$block`.
        macro_rules! twice {
            ($log:ident, $block:block) => {
                'turns: for turn in 0..2 {
                    with!($log.spy("a") => {
                        if turn == 1 {
                            continue 'turns;
                        }
                        $block
                    });
                }
            };
        }

        let log = Log::new();
        'turns: for _ in 0..2 {
            twice!(log, {
                if log.len() == 1 {
                    log.note("leave");
                    continue 'turns;
                }
                log.note("stay");
            });
        }
        assert_eq!(
            log.text(),
            "enter a, leave, exit a: clean, \
             enter a, stay, exit a: clean, enter a, exit a: clean"
        );
    }

    #[test]
    fn may_have_labels_of_the_same_name_inside() {
        /// Its label stands between the block and the label in `$leave`.
        macro_rules! once {
            ($log:ident, $leave:expr) => {
                with!($log.spy("a") => {
                    'turns: loop {
                        if $log.len() > 5 {
                            break 'turns;
                        }
                        $leave
                    }
                })
            };
        }

        let log = Log::new();
        'turns: loop {
            once!(log, break 'turns);
        }
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn may_have_variables_of_the_same_name() {
        macro_rules! with_number {
            ($manager:expr => $value:expr) => {{
                let number = 1;
                with!($manager as value => { value + number + $value })
            }};
        }

        let number = 4;
        assert_eq!(with_number!(give(2) => number), 7);
    }

    #[test]
    fn may_nest_statements() {
        macro_rules! nested {
            ($log:ident, $block:block) => {
                with!($log.spy("a") => {
                    with!($log.spy("b") => $block);
                })
            };
        }

        fn leave(log: &Log) -> Result<(), Oops> {
            nested!(log, { fail::<()>("oops")? });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), fail("oops"));
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: error oops, exit a: error oops"
        );
    }
}

mod names {
    use super::*;

    mod prelude {
        pub(crate) use with_runtime as renamed;
        pub(crate) use with_runtime::{with, with as within};
    }

    #[test]
    fn the_macro_may_come_through_a_module() {
        let log = Log::new();
        prelude::with!(log.spy("a") => {
            log.note("block");
        });
        assert_eq!(log.text(), "enter a, block, exit a: clean");
    }

    #[test]
    fn the_macro_may_be_called_by_its_path() {
        let log = Log::new();
        prelude::renamed::with!(log.spy("a") => {
            with_runtime::with!(log.spy("b") => {
                log.note("block");
            });
        });
        assert_eq!(
            log.text(),
            "enter a, enter b, block, exit b: clean, exit a: clean"
        );
    }

    #[test]
    fn the_macro_may_be_called_by_another_name() {
        let log = Log::new();
        prelude::within!(log.spy("a") => {
            log.note("block");
        });
        assert_eq!(log.text(), "enter a, block, exit a: clean");
    }

    #[test]
    fn the_runtime_may_be_hidden_by_a_module_of_its_name() {
        mod with_runtime {}
        mod core {}
        mod std {}

        let log = Log::new();
        with!(log.spy("a") => {
            log.note("block");
        });
        assert_eq!(log.text(), "enter a, block, exit a: clean");
    }

    #[test]
    fn a_macro_of_the_users_may_be_called_with() {
        macro_rules! with {
            ($number:expr) => {
                $number
            };
        }

        let log = Log::new();
        let number = ::with_runtime::with!(log.spy("a") => { with!(7) });
        assert_eq!(number, 7);
    }

    #[test]
    fn the_prelude_of_the_language_may_be_hidden() {
        #[allow(non_camel_case_types, reason = "they are in the way only")]
        mod hidden {
            use super::{Log, fail, with};

            struct Some;
            struct None;
            struct Ok;
            struct Err;
            struct Option;
            struct Result;

            pub(super) fn leave(log: &Log) -> ::core::result::Result<u8, super::Oops> {
                let number = with!(log.spy("a") => {
                    let _ = (Some, None, Ok, Err, Option, Result);
                    fail("oops")?
                });
                ::core::result::Result::Ok(number)
            }
        }

        let log = Log::new();
        assert_eq!(hidden::leave(&log), fail("oops"));
        assert_eq!(log.text(), "enter a, exit a: error oops");
    }
}

mod methods {
    use super::*;

    /// The statement in a method, on a field.
    struct Service {
        lend: Lend<Vec<u8>>,
        spy: Spy,
        seen: RefCell<Vec<u8>>,
    }

    impl Service {
        fn serve(&mut self, number: u8) -> Option<usize> {
            with!(&mut self.lend as numbers, &mut self.spy => {
                numbers.push(number);
                self.seen.borrow_mut().push(number);
                if number == 0 {
                    return None;
                }
            });
            Some(self.lend.0.len())
        }
    }

    #[test]
    fn may_enter_a_field_and_use_the_others() {
        let log = Log::new();
        let mut service = Service {
            lend: Lend(Vec::new()),
            spy: log.spy("a"),
            seen: RefCell::default(),
        };
        assert_eq!(service.serve(7), Some(1));
        assert_eq!(service.serve(0), None);
        assert_eq!(*service.seen.borrow(), [7, 0]);
        assert_eq!(log.text(), "enter a, exit a: clean, enter a, exit a: clean");
    }
}

mod traits_of_the_user {
    use super::*;

    /// Methods that every type has, by value, whose names the expansion might have used.
    macro_rules! everything_has {
        ($($method:ident)*) => {
            #[allow(dead_code, reason = "they are there to be found")]
            trait Everything: Sized {
                $(fn $method(self) -> u8 {
                    unreachable!("{}", stringify!($method))
                })*
            }

            impl<T> Everything for T {}
        };
    }

    everything_has! {
        all branch call check diverge done enter ended exit finish join joined kind last leave left raise raised reached
        resume rule settle stop succeeded tell told value verdict
    }

    #[test]
    fn are_not_mistaken_for_the_methods_of_the_expansion() {
        fn leave(log: &Log, number: Option<u8>) -> Option<u8> {
            for turn in 0..3 {
                with!(log.spy("a"), log.spy("b") as _ => {
                    if number? == turn {
                        return Some(turn);
                    }
                    if turn == 2 {
                        break;
                    }
                });
            }
            Some(9)
        }

        let log = Log::new();
        assert_eq!(leave(&log, Some(1)), Some(1));
        assert_eq!(leave(&log, Some(7)), Some(9));
        assert_eq!(leave(&log, None), None);
    }
}
