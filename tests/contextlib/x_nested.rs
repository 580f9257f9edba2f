//! PEP 343's example 12: several managers as one.

use std::panic::{AssertUnwindSafe, catch_unwind};

use with_runtime::contextlib::nested;
use with_runtime::{ContextManager, Exception, Strict, strict, with};

use crate::common::{Log, Oops, fail, panic_message};
use crate::spies::{Spy, spy};
use crate::support::{Fault, both, given};

#[test]
fn a_tuple_is_entered_in_order_and_exited_in_reverse() {
    let log = Log::new();
    let (a, b, c) = (
        spy(&log, "a", || ()),
        spy(&log, "b", || ()),
        spy(&log, "c", || ()),
    );
    let sum = with!(nested((a, b, c)) as (x, y, z) => {
        (*x, *y, *z) = (1, 2, 3);
        *x + *y + *z
    });
    assert_eq!(sum, 6);
    assert_eq!(
        log.text(),
        "enter a, enter b, enter c, exit c: clean, exit b: clean, exit a: clean"
    );
}

#[test]
fn an_array_and_a_vec_are_as_well() {
    let log = Log::new();
    with!(nested([spy(&log, "a", || ())]) as [value] => { *value = 1 });
    let spies: Vec<_> = ["b", "c"].map(|name| spy(&log, name, || ())).into();
    with!(nested(spies) as values => { assert_eq!(values, [&0, &0]) });
    with!(nested(Vec::<Spy<fn()>>::new()) as values => { assert!(values.is_empty()) });
    assert_eq!(
        log.text(),
        "enter a, exit a: clean, enter b, enter c, exit c: clean, exit b: clean"
    );
}

/// It is the same as nested statements, whatever the verdicts: each member may suppress or fail, or
/// do nothing.
#[test]
fn it_is_the_same_as_nested_statements() {
    #[derive(Clone, Copy, Debug)]
    enum Does {
        Nothing,
        Suppress,
        Fail(&'static str),
    }
    let verdict = |does| match does {
        Does::Nothing => Ok(false),
        Does::Suppress => Ok(true),
        Does::Fail(name) => Err(Fault(name)),
    };
    let choices = |name| [Does::Nothing, Does::Suppress, Does::Fail(name)];
    for a in choices("a") {
        for b in choices("b") {
            for c in choices("c") {
                for body in [None, Some("body")] {
                    let by_nesting = crate::support::events(
                        |log, raise| {
                            let manager = |name, does| spy(log, name, move || verdict(does));
                            with!(manager("a", a) => {
                                with!(manager("b", b) => {
                                    with!(manager("c", c) => {
                                        if let Some(name) = body { raise(name)?; }
                                    })?;
                                })?;
                            })
                        },
                        |name| Err(Fault(name)),
                    );
                    let by_one = crate::support::events(
                        |log, raise| {
                            let manager = |name, does| spy(log, name, move || verdict(does));
                            with!(nested((manager("a", a), manager("b", b), manager("c", c))) => {
                                if let Some(name) = body { raise(name)?; }
                            })
                        },
                        |name| Err(Fault(name)),
                    );
                    // They are entered before the first is exited, in both.
                    assert_eq!(by_one, by_nesting, "{a:?} {b:?} {c:?} {body:?}");
                }
            }
        }
    }
}

/// As `with!(a, b => ..)` has it.
#[test]
fn the_verdicts_are_joined() {
    let log = Log::new();
    let unit = || spy(&log, "unit", || ());
    let suppresses = || spy(&log, "suppresses", || true);
    let fails = || spy(&log, "fails", || fail::<()>("exit"));

    let five: i32 = with!(nested((unit(), unit())) => { 5 });
    assert_eq!(five, 5);
    let (): () = with!(nested((unit(), suppresses())) => {});
    let failed: Result<i32, Oops> = with!(nested((unit(), fails())) => { 5 });
    assert_eq!(failed, Err(Oops("exit")));
    // Nothing was raised in the block, but in the exit of an inner manager.
    let suppressed: Result<(), Oops> = with!(nested((suppresses(), fails())) => {});
    assert_eq!(suppressed, Ok(()));
    let failed: Result<(), Oops> = with!(nested((fails(), suppresses())) => {});
    assert_eq!(failed, Err(Oops("exit")));
}

#[test]
fn a_failure_of_an_inner_one_is_given_as_it_is_and_converted_by_from() {
    let run = |log: &Log| -> Result<(), Box<dyn std::error::Error>> {
        let outer = spy(log, "outer", || Ok::<(), Box<dyn std::error::Error>>(()));
        let inner = spy(log, "inner", || Err::<(), _>(Fault("exit")));
        with!(nested((outer, inner)) => {})
    };
    let log = Log::new();
    assert!(run(&log).unwrap_err().is::<Fault>());
    assert_eq!(
        log.text(),
        "enter outer, enter inner, exit inner: clean, exit outer: error exit"
    );
}

struct Panics;

impl ContextManager for Panics {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {
        panic!("enter")
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {
        unreachable!("it was not entered")
    }
}

#[test]
fn where_one_can_not_be_entered_those_before_it_are_exited() {
    let log = Log::new();
    let message = panic_message(|| {
        with!(nested((spy(&log, "a", || ()), spy(&log, "b", || ()), Panics)) => { unreachable!() });
    });
    assert_eq!(message, "enter");
    assert_eq!(log.text(), "enter a, enter b, exit b: panic, exit a: panic");

    // In a `catch` block as well: it was not entered.
    let log = Log::new();
    let message = panic_message(|| {
        with!(nested((spy(&log, "a", || ()), Panics)) => catch { unreachable!() });
    });
    assert_eq!(message, "enter");
    assert_eq!(log.text(), "enter a, exit a: panic");
}

#[test]
fn where_one_could_not_be_entered_it_can_be_tried_again() {
    use std::cell::Cell;

    struct Fails<'l>(&'l Cell<bool>);

    impl ContextManager for Fails<'_> {
        type Value<'a>
            = ()
        where
            Self: 'a;
        type Exit = ();

        fn enter(&mut self) {
            assert!(!self.0.get(), "enter");
        }

        fn exit(&mut self, _: Option<Exception<'_>>) {}
    }

    let (log, fails) = (Log::new(), Cell::new(true));
    let mut pair = nested((spy(&log, "a", || ()), Fails(&fails)));
    panic_message(|| with!(&mut pair => {}));
    fails.set(false);
    with!(&mut pair => {});
    drop(pair);
    assert_eq!(
        log.text(),
        "enter a, exit a: interrupted, enter a, exit a: clean"
    );
}

#[test]
fn where_one_panics_in_its_exit_the_others_are_exited() {
    let log = Log::new();
    let message = panic_message(|| {
        let panics = spy(&log, "b", || -> () { panic!("exit") });
        with!(nested((spy(&log, "a", || ()), panics, spy(&log, "c", || ()))) => {});
    });
    assert_eq!(message, "exit");
    assert_eq!(
        log.text(),
        "enter a, enter b, enter c, exit c: clean, exit b: clean, exit a: panic"
    );
}

#[test]
fn all_are_given_a_panic() {
    both(
        "enter a, enter b, exit b: KIND body, exit a: KIND body, raised KIND body",
        |log, raise| {
            with!(nested(["a", "b"].map(|name| spy(log, name, || ()))) => catch { raise("body")? });
            Ok(())
        },
    );
    let log = Log::new();
    let unwound = catch_unwind(AssertUnwindSafe(|| {
        with!(nested((spy(&log, "a", || ()), spy(&log, "b", || true))) => { panic!("body") });
    }));
    assert!(unwound.is_err());
    assert_eq!(log.text(), "enter a, enter b, exit b: panic, exit a: panic");
}

/// A transaction in it would commit what failed otherwise.
#[test]
fn it_is_strict_if_one_is() {
    fn is_strict(_: &impl ContextManager<Exit = Strict<()>>) {}
    fn is_not(_: &impl ContextManager<Exit = ()>) {}
    let log = Log::new();
    let plain = || spy(&log, "plain", || ());
    is_not(&nested((plain(), plain())));
    is_strict(&nested((plain(), strict(plain()))));
    is_strict(&nested((strict(plain()), plain())));
    is_strict(&nested((strict(plain()), strict(plain()))));
    is_strict(&nested(vec![strict(plain())]));

    let returned = || -> Result<(), Fault> {
        with!(nested((plain(), strict(spy(&log, "strict", || ())))) => { Err(Fault("value")) })
    };
    assert_eq!(returned(), Err(Fault("value")));
    assert_eq!(
        log.text(),
        "enter plain, enter strict, exit strict: error value, exit plain: error value"
    );
}

#[test]
fn it_can_be_used_again() {
    let log = Log::new();
    let mut pair = nested((spy(&log, "a", || ()), spy(&log, "b", || ())));
    for _ in 0..2 {
        with!(&mut pair as (a, b) => { *a += 1; *b += 1; });
    }
    with!(&mut pair as (a, b) => { assert_eq!((*a, *b), (2, 2)) });
    drop(pair);
    assert_eq!(log.len(), 12);
}

/// A factory may return one without saying what it is made of.
#[test]
fn a_function_returns_one() {
    fn both_of(log: &Log) -> impl ContextManager<Exit = ()> + use<> {
        nested((spy(log, "a", || ()), spy(log, "b", || ())))
    }
    let log = Log::new();
    with!(both_of(&log) => { log.note(given(None)) });
    assert_eq!(
        log.text(),
        "enter a, enter b, clean, exit b: clean, exit a: clean"
    );
}
