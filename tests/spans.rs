//! What BLOCK says of its own place in the source is what it would say outside of the statement.

use std::panic::{self, Location};
use std::sync::mpsc;

use with_runtime::{ContextManager, Exception, with};

struct Plain;

impl ContextManager for Plain {
    type Value<'a> = ();
    type Exit = ();

    fn enter(&mut self) {}

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

#[track_caller]
fn here() -> (u32, u32) {
    let location = Location::caller();
    (location.line(), location.column())
}

#[test]
fn the_place_of_a_macro_in_the_block_is_its_own() {
    let line = line!();
    let (inside, column, file) = with!(Plain => {
        (line!(), column!(), file!())
    });
    assert_eq!((inside, column, file), (line + 2, 19, file!()));
}

#[test]
fn the_place_of_a_call_in_the_block_is_its_own() {
    let line = line!();
    let call = with!(Plain => {
        here()
    });
    assert_eq!(call, (line + 2, 9));
}

#[test]
fn so_it_is_beside_jumps_and_in_nested_statements() {
    fn leave() -> Result<(u32, u32), String> {
        with!(Plain as _, Plain => {
            Ok::<_, String>(())?;
            with!(Plain => {
                return Ok(here());
            });
        });
    }

    let line = line!();
    assert_eq!(leave(), Ok((line - 5, 27)));
}

#[test]
fn so_it_is_in_the_arguments_of_a_macro_with_a_jump() {
    fn leave() -> Result<String, String> {
        with!(Plain => {
            Ok(format!("{:?} {}", here(), Ok::<_, String>(7)?))
        })
    }

    let line = line!();
    assert_eq!(leave(), Ok(format!("({}, 35) 7", line - 4)));
}

#[test]
fn a_panic_in_the_block_reports_the_line_of_the_block() {
    let (places, reported) = mpsc::channel();
    let hook = panic::take_hook();
    let this = std::thread::current().id();
    panic::set_hook(Box::new(move |info| {
        if std::thread::current().id() == this {
            let place = info.location().map(|place| (place.line(), place.column()));
            places.send(place).expect("the test is waiting");
        } else {
            hook(info);
        }
    }));
    let line = line!();
    let panicked = panic::catch_unwind(|| {
        with!(Plain => {
            let nothing: Option<u8> = std::hint::black_box(None);
            nothing.unwrap();
        });
    });
    let _ = panic::take_hook();
    assert!(panicked.is_err());
    assert_eq!(reported.try_recv(), Ok(Some((line + 4, 21))));
}
