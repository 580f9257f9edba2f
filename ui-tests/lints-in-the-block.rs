#![deny(unused)]

use with_runtime::{ContextManager, Exception, with};

struct Timer;

impl ContextManager for Timer {
    type Value<'a> = u32;
    type Exit = ();

    fn enter(&mut self) -> u32 {
        0
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

fn work() -> Result<u32, String> {
    with!(Timer as seconds => {
        let unused = 1;
        let mut unchanged = 2;
        work();
        if unchanged == 2 {
            return Ok(3);
            println!("dead");
        }
        (unchanged)
    });
    with!(Timer => {
        return Ok(4);
    });
    println!("dead as well");
    Ok(5)
}

fn main() {
    let _ = work();
}
