use with_runtime::{ContextManager, Exception, with};

struct Lock;

impl ContextManager for Lock {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

struct Celsius(i32);

struct Frozen;

impl std::str::FromStr for Celsius {
    type Err = Frozen;

    fn from_str(text: &str) -> Result<Self, Frozen> {
        text.parse().map(Celsius).map_err(|_| Frozen)
    }
}

fn read(text: &str) -> Result<Celsius, Frozen> {
    let degrees = with!(Lock => { text.parse()? });
    Ok(degrees)
}

fn main() {
    let _ = read("20").map(|degrees| degrees.0);
}
