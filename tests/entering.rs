//! `as PAT?`: where `?` leaves the statement the manager was not entered, and exit is not called.

mod common;

use std::fmt::Debug;
use std::ops::ControlFlow::{self, Break, Continue};
use std::task::Poll;

use common::{Log, Oops, fail, pause, told};
use with_runtime::{
    AsyncContextManager, ContextManager, Exception, SendException, async_with, with,
};

/// Its enter returns this value.
struct Door<T>(Log, Option<T>);

impl<T> ContextManager for Door<T> {
    type Value<'a>
        = T
    where
        Self: 'a;
    type Exit = ();

    fn enter(&mut self) -> T {
        self.1.take().expect("it is entered once")
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) {
        self.0.note(format!("exit: {}", told(exc.as_ref())));
    }
}

impl<T> AsyncContextManager for Door<T> {
    type Value<'a>
        = T
    where
        Self: 'a;
    type Exit = ();

    async fn aenter(&mut self) -> T {
        pause().await;
        self.1.take().expect("it is entered once")
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) {
        pause().await;
        let told = told(exc.map(Exception::from).as_ref());
        self.0.note(format!("exit: {told}"));
    }

    fn cancelled(&mut self) {
        self.0.note("cancelled");
    }
}

/// Enters with each value, and says what happened: by itself, awaited, and within another statement.
macro_rules! ways_to_enter {
    ($($enters:ident($value:expr) -> $Output:ty { $done:expr } => $output:expr, $log:expr;)*) => {
        mod by_itself {
            use super::*;

            $(#[test]
            fn $enters() {
                fn enter(log: &Log) -> $Output {
                    with!(Door(log.clone(), Some($value)) as value? => {
                        log.note(format!("{value:?}"));
                    });
                    $done
                }

                expect(enter, &$output, $log);
            })*
        }

        mod awaited {
            use super::*;

            $(#[test]
            fn $enters() {
                async fn enter(log: &Log) -> $Output {
                    async_with!(Door(log.clone(), Some($value)) as value? => {
                        log.note(format!("{value:?}"));
                    });
                    $done
                }

                expect(|log| futures::executor::block_on(enter(log)), &$output, $log);
            })*
        }

        mod nested {
            use super::*;

            $(#[test]
            fn $enters() {
                fn enter(log: &Log) -> $Output {
                    with!(Door(Log::new(), Some(())) => {
                        with!(Door(log.clone(), Some($value)) as value? => {
                            log.note(format!("{value:?}"));
                        });
                    });
                    $done
                }

                expect(enter, &$output, $log);
            })*
        }

        mod among_others {
            use super::*;

            $(#[test]
            fn $enters() {
                fn enter(log: &Log) -> $Output {
                    let (before, after) = (Door(Log::new(), Some(1)), Door(Log::new(), Some(2)));
                    with!(before as _, Door(log.clone(), Some($value)) as value?, after as _ => {
                        log.note(format!("{value:?}"));
                    });
                    $done
                }

                expect(enter, &$output, $log);
            })*
        }
    };
}

fn expect<T: Debug + PartialEq>(enter: impl FnOnce(&Log) -> T, output: &T, text: &str) {
    let log = Log::new();
    assert_eq!(&enter(&log), output);
    assert_eq!(log.text(), text);
}

const ENTERED: &str = "7, exit: clean";
const REFUSED: &str = "";

ways_to_enter! {
    ok(Ok::<u8, Oops>(7)) -> Result<(), Oops> { Ok(()) } => Ok(()), ENTERED;
    err(fail::<u8>("no")) -> Result<(), Oops> { Ok(()) } => fail("no"), REFUSED;

    some(Some(7)) -> Option<()> { Some(()) } => Some(()), ENTERED;
    none(None::<u8>) -> Option<()> { Some(()) } => None, REFUSED;

    carry_on(Continue::<Oops, u8>(7)) -> ControlFlow<Oops> { Continue(()) } => Continue(()), ENTERED;
    break_off(Break::<Oops, u8>(Oops("no"))) -> ControlFlow<Oops> { Continue(()) } => Break(Oops("no")), REFUSED;

    ready_ok(Poll::Ready(Ok::<u8, Oops>(7))) -> Result<(), Oops> { Ok(()) } => Ok(()), "Ready(7), exit: clean";
    ready_err(Poll::Ready(fail::<u8>("no"))) -> Result<(), Oops> { Ok(()) } => fail("no"), REFUSED;
    pending(Poll::Pending::<Result<u8, Oops>>) -> Result<(), Oops> { Ok(()) } => Ok(()), "Pending, exit: clean";

    next_ok(Poll::Ready(Some(Ok::<u8, Oops>(7)))) -> Result<(), Oops> { Ok(()) } => Ok(()), "Ready(Some(7)), exit: clean";
    next_err(Poll::Ready(Some(fail::<u8>("no")))) -> Result<(), Oops> { Ok(()) } => fail("no"), REFUSED;
    no_next(Poll::Ready(None::<Result<u8, Oops>>)) -> Result<(), Oops> { Ok(()) } => Ok(()), "Ready(None), exit: clean";
    next_pending(Poll::Pending::<Option<Result<u8, Oops>>>) -> Result<(), Oops> { Ok(()) } => Ok(()), "Pending, exit: clean";
}
