//! Compiles every program in both forms and compares what they return.

#[path = "ours.rs"]
mod ours;
#[path = "plain.rs"]
mod plain;

/// A program's name, and what it returns with the type of that.
type Outcome = (&'static str, String);

fn outcome<T: std::fmt::Debug>(name: &'static str, program: impl FnOnce() -> T) -> Outcome {
    let result = format!("{:?}: {}", program(), std::any::type_name::<T>());
    let result = result.replace("::plain::", "::").replace("::ours::", "::");
    (name, result)
}

#[test]
fn programs_return_what_they_return_with_a_plain_block() {
    let plain = plain::outcomes();
    let ours = ours::outcomes();
    assert_eq!(plain.len(), ours.len());
    let different: Vec<_> = plain.iter().zip(&ours).filter(|(a, b)| a != b).collect();
    assert!(different.is_empty(), "{:#?}", &different);
}
