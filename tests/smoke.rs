//! x
#[test]
fn a() {
    let x = 1;
    with_runtime::with!(Some(M) => { let _ = x; });
}
struct M;
impl with_runtime::ContextManager for M {
    type Value<'a> = ();
    type Exit = ();
    fn enter(&mut self) {}
    fn exit(&mut self, _: Option<with_runtime::Exception<'_>>) {}
}
