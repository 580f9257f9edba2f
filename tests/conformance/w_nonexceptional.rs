//! `NonexceptionalTestCase`: the order of things where nothing goes wrong, and what the target is bound to.

use with_runtime::with;

use crate::common::Log;
use crate::spies::{Resource, source, spy};

#[test]
fn w15_a_manager_written_inline_needs_no_target() {
    let log = Log::new();
    with!(spy(&log, "a") => {});
    assert_eq!(log.text(), "enter a, exit a: clean");
}

#[test]
fn w16_a_manager_made_before_is_entered_and_exited_once() {
    let log = Log::new();
    let mut manager = source(&log, "a");
    with!(&mut manager => {});
    assert_eq!(log.text(), "enter a, exit a: clean");
    assert!(manager.resource().is_stopped());
}

#[test]
fn w17_the_target_is_what_enter_returned() {
    let log = Log::new();
    let kept;
    with!(source(&log, "a") as resource => {
        log.note("block");
        assert!(resource.is_live());
        kept = resource;
    });
    assert!(kept.is_stopped());
    assert_eq!(log.text(), "enter a, block, exit a: clean");
}

#[test]
fn w18_a_target_hides_a_variable_of_its_name_for_the_block() {
    let log = Log::new();
    let foo = 7;
    with!(source(&log, "a") as foo => {
        assert!(foo.is_live());
    });
    assert_eq!(foo, 7);
}

#[test]
fn w18_a_variable_is_overwritten_by_an_assignment_in_the_block() {
    let log = Log::new();
    let mut foo = source(&log, "b").resource();
    assert!(!foo.is_live());
    with!(source(&log, "a") as resource => {
        foo = resource;
        assert!(foo.is_live());
    });
    assert!(foo.is_stopped());
}

#[test]
fn w19_a_field_is_assigned_in_the_block() {
    struct Holder {
        foo: Option<Resource>,
    }

    let log = Log::new();
    let mut holder = Holder { foo: None };
    with!(source(&log, "a") as resource => {
        holder.foo = Some(resource);
        assert!(holder.foo.as_ref().unwrap().is_live());
    });
    assert!(holder.foo.unwrap().is_stopped());
}

#[test]
fn w20_the_manager_and_its_value_are_two_things() {
    let log = Log::new();
    let mut manager = source(&log, "a");
    let foo = with!(&mut manager as foo => {
        assert_eq!(log.text(), "enter a");
        assert!(foo.is_live());
        foo
    });
    assert_eq!(log.text(), "enter a, exit a: clean");
    assert!(foo.is_stopped());
    assert!(manager.resource().is_stopped());
}

#[test]
fn w21_an_inner_statement_is_exited_while_the_outer_one_is_still_entered() {
    let log = Log::new();
    with!(source(&log, "a") as outer => {
        with!(source(&log, "b") as inner => {
            assert!(outer.is_live() && inner.is_live());
            log.note("inner block");
        });
        assert!(outer.is_live());
        log.note("outer block");
    });
    assert_eq!(
        log.text(),
        "enter a, enter b, inner block, exit b: clean, outer block, exit a: clean"
    );
}
