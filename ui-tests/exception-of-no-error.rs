use with_runtime::PendingError;

struct Code(u8);

fn main() {
    let mut pending = PendingError::new(Code(7));
    println!("{}", pending.exception());
    println!("{}", pending.into_error().unwrap().0);
}
