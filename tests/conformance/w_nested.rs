//! `NestedNonexceptionalTestCase`: managers made of other managers.

use with_runtime::with;

use crate::common::Log;
use crate::spies::{Resource, nested, source};

#[test]
fn w22_a_manager_may_be_made_of_one_other() {
    let log = Log::new();
    with!(nested(&log, [source(&log, "a")]) => {
        log.note("block");
    });
    assert_eq!(
        log.text(),
        "enter nested, enter a, block, exit a: clean, exit nested: clean"
    );
}

#[test]
fn w23_its_value_is_bound_whole_to_a_name() {
    let log = Log::new();
    let all: [Resource; 1] = with!(nested(&log, [source(&log, "a")]) as all => {
        assert!(all[0].is_live());
        all
    });
    assert!(all[0].is_stopped());
    assert_eq!(
        log.text(),
        "enter nested, enter a, exit a: clean, exit nested: clean"
    );
}

#[test]
fn w24_parentheses_round_a_target_change_nothing() {
    let log = Log::new();
    #[allow(unused_parens, reason = "they are what is tested")]
    let all: [Resource; 1] = with!(nested(&log, [source(&log, "a")]) as (all) => { all });
    assert!(all[0].is_stopped());
}

#[test]
fn w24_parentheses_with_a_comma_are_a_tuple() {
    let log = Log::new();
    with!(crate::spies::spy(&log, "a").entering(|| (7,)) as (number,) => {
        assert_eq!(number, 7);
    });
    assert_eq!(log.text(), "enter a, exit a: clean");
}

#[test]
fn w26_it_and_its_member_are_exited_without_a_target() {
    let log = Log::new();
    let mut manager = nested(&log, [source(&log, "a")]);
    with!(&mut manager => {});
    assert_eq!(
        log.text(),
        "enter nested, enter a, exit a: clean, exit nested: clean"
    );
}

#[test]
fn w27_three_members_are_exited_in_reverse() {
    let log = Log::new();
    let members = ["a", "b", "c"].map(|name| source(&log, name));
    let resources = members.each_ref().map(crate::spies::Source::resource);
    with!(nested(&log, members) => {
        assert!(resources.iter().all(Resource::is_live));
        log.note("block");
    });
    assert!(resources.iter().all(Resource::is_stopped));
    assert_eq!(
        log.text(),
        "enter nested, enter a, enter b, enter c, block, \
         exit c: clean, exit b: clean, exit a: clean, exit nested: clean"
    );
}

#[test]
fn w28_three_values_are_bound_to_three_names() {
    let log = Log::new();
    let members = ["a", "b", "c"].map(|name| source(&log, name));
    let kept = with!(nested(&log, members) as [m, n, o] => {
        assert!(m.is_live() && n.is_live() && o.is_live());
        (m, n, o)
    });
    assert!(kept.0.is_stopped() && kept.1.is_stopped() && kept.2.is_stopped());
}
