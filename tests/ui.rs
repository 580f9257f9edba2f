//! What a user reads who misuses the statement: every file in `ui-tests` is one mistake, with the message beside it.

#[test]
fn every_mistake_gets_its_message() {
    trybuild::TestCases::new().compile_fail("ui-tests/*.rs");
}
