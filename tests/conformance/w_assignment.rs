//! `AssignmentTargetTestCase`: Python's target is any place, Rust's is a pattern.

use with_runtime::with;

use crate::common::Log;
use crate::spies::spy;

#[test]
fn w46_a_place_is_assigned_first_thing_in_the_block() {
    let log = Log::new();
    let mut targets = [vec![0], vec![0, 0]];
    with!(spy(&log, "a").entering(|| 7) as value => {
        targets[1][0] = value;
        assert_eq!(targets[1], [7, 0]);
    });
    assert_eq!(targets, [vec![0], vec![7, 0]]);
    assert_eq!(log.text(), "enter a, exit a: clean");
}

#[test]
fn w47_several_places_are_assigned_by_one_assignment() {
    let log = Log::new();
    let mut targets = [0; 3];
    with!(spy(&log, "a").entering(|| (1, 2, 3)) as values => {
        (targets[2], targets[0], targets[1]) = values;
    });
    assert_eq!(targets, [2, 3, 1]);
    assert_eq!(log.text(), "enter a, exit a: clean");
}

#[test]
fn w48_a_target_takes_the_first_the_last_and_what_is_between() {
    let log = Log::new();
    with!(spy(&log, "a").entering(|| [1, 2, 3, 4]) as [first, rest @ .., last] => {
        assert_eq!((first, rest, last), (1, [2, 3], 4));
    });
    assert_eq!(log.text(), "enter a, exit a: clean");
}
