//! What a user is told who asks for more than there is without `std`.

#[test]
fn catch_needs_std() {
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}
