//! Both errors, where the block failed and exit failed as well.

use std::error::Error;
use std::num::ParseIntError;
use std::{fmt, io};

use futures::executor::block_on;
use with_runtime::contextlib::{ExitError, ExitStack, Raisable, achaining, chaining};
use with_runtime::{ContextManager, Exception, ExceptionKind, Strict, async_with, with};

use crate::common::{Log, Oops, fail};
use crate::spies::{Exits, spy};
use crate::support::Fault;

/// An error and its sources, in words.
pub(crate) fn chain(error: &(dyn Error + 'static)) -> Vec<String> {
    let mut texts = vec![error.to_string()];
    texts.extend(error.source().map(chain).into_iter().flatten());
    texts
}

#[derive(Debug, thiserror::Error)]
#[error("cannot commit")]
struct Commit(#[source] Oops);

fn commit(body: Option<&str>) -> Result<u8, Box<dyn Error>> {
    let exit = || Err::<(), _>(Commit(Oops("disk is full")));
    let value = with!(chaining(Exits(exit)) => {
        match body {
            Some(text) => text.parse::<u8>()?,
            None => 5,
        }
    })?;
    Ok(value)
}

#[test]
fn the_exception_stands_after_the_sources_of_the_failure() {
    let error = commit(Some("seven")).unwrap_err();
    assert_eq!(
        chain(&*error),
        [
            "cannot commit",
            "disk is full",
            "while handling: invalid digit found in string"
        ]
    );
    let error = error.downcast::<ExitError<Commit>>().unwrap();
    assert_eq!(error.error().0, Oops("disk is full"));
    let context = error.context().unwrap();
    assert_eq!(context.kind(), ExceptionKind::Error);
    assert_eq!(context.type_name(), std::any::type_name::<ParseIntError>());
    assert_eq!(context.location().unwrap().file(), file!());
    assert_eq!(error.into_error().to_string(), "cannot commit");
}

#[test]
fn a_failure_without_an_exception_stays_as_it_is() {
    let error = commit(None).unwrap_err();
    assert_eq!(chain(&*error), ["cannot commit", "disk is full"]);
    assert!(
        error
            .downcast::<ExitError<Commit>>()
            .unwrap()
            .context()
            .is_none()
    );
}

/// It can be sent, so anyhow takes it.
#[test]
fn anyhow_prints_all_of_it() {
    fn run() -> anyhow::Result<()> {
        with!(chaining(Exits(|| fail::<()>("exit"))) => { "x".parse::<u8>()?; })?;
        Ok(())
    }
    assert_eq!(
        format!("{:#}", run().unwrap_err()),
        "exit: while handling: invalid digit found in string"
    );
}

#[test]
fn c53_several_failures_are_a_chain() {
    #[derive(Debug, thiserror::Error)]
    #[error("{0}")]
    struct Exit(&'static str);

    #[derive(Debug, thiserror::Error)]
    #[error(transparent)]
    struct Failed(#[from] ExitError<Exit>);

    fn run(log: &Log) -> Result<(), Failed> {
        let manager = |name| chaining(spy(log, name, move || Err::<(), _>(Exit(name))));
        Ok(with!(manager("e4") => {
            with!(manager("e3") => {
                with!(manager("e2") => {
                    Err(Exit("e1")).map_err(|error| ExitError::new(error, None))?;
                })?;
            })?;
        })?)
    }

    assert_eq!(
        chain(&run(&Log::new()).unwrap_err()),
        [
            "e4",
            "while handling: e3",
            "while handling: e2",
            "while handling: e1"
        ]
    );
}

/// A failure that brings a chain of its own keeps it, and the exception stands at its end.
#[test]
fn c54_the_exception_stands_after_a_chain_that_was_there() {
    #[derive(Debug, thiserror::Error)]
    #[error("outer")]
    struct Outer(#[from] ExitError<Oops>);

    fn exit() -> Result<(), Outer> {
        let inner: Result<(), ExitError<Oops>> = with!(chaining(Exits(|| fail::<()>("inner"))) => {
            Err(ExitError::new(Oops("first"), None))?;
        });
        Ok(inner?)
    }

    fn run() -> Result<(), Box<dyn Error>> {
        with!(chaining(Exits(exit)) => { fail::<()>("body")?; })?;
        Ok(())
    }

    assert_eq!(
        chain(&*run().unwrap_err()),
        [
            "outer",
            "inner",
            "while handling: first",
            "while handling: body"
        ]
    );
}

#[test]
fn c54_failures_in_a_stack_are_a_chain() {
    fn run() -> Result<(), ExitError<Oops>> {
        with!(ExitStack::fallible() as stack => {
            for name in ["e4", "e3", "e2"] {
                stack.push(move |exc| Err::<(), _>(ExitError::new(Oops(name), exc)));
            }
            Err(ExitError::new(Oops("e1"), None))?;
        })
    }
    assert_eq!(
        chain(&run().unwrap_err()),
        [
            "e4",
            "while handling: e3",
            "while handling: e2",
            "while handling: e1"
        ]
    );
}

#[test]
fn a_panic_is_kept_in_words_too() {
    let failed = with!(chaining(Exits(|| fail::<()>("exit"))) => catch { panic!("no") });
    let failed: ExitError<Oops> = Result::<(), _>::unwrap_err(failed);
    assert_eq!(failed.context().unwrap().kind(), ExceptionKind::Panic);
    assert_eq!(chain(&failed), ["exit", "while handling: no"]);
}

#[test]
fn a_chaining_manager_is_otherwise_the_same() {
    fn is_strict<V>(_: &impl ContextManager<Exit = Strict<V>>) {}
    is_strict(&chaining(ExitStack::new()));
    let log = Log::new();
    let never = with!(chaining(spy(&log, "unit", || ())) as value => { *value = 5; *value });
    assert_eq!(never.unwrap(), 5);
    let suppressed: Result<(), ExitError<Fault>> =
        with!(chaining(spy(&log, "any", || Ok::<_, Fault>(true))) => {});
    suppressed.unwrap();
    let _: fn(Oops, Option<Exception<'_>>) -> ExitError<Oops> = ExitError::new;
}

/// In Python it is `__context__`, and nobody has to ask for it.
#[test]
fn c48_what_a_failure_replaced_is_its_source() {
    let run = || -> Result<(), ExitError<Oops>> {
        with!(ExitStack::fallible() as stack => {
            stack.push(|exc| Err::<(), _>(ExitError::new(Oops("exit"), exc)));
            Err(ExitError::new(Oops("body"), None))?;
        })
    };
    assert_eq!(chain(&run().unwrap_err()), ["exit", "while handling: body"]);
}

/// A failure that is no `Error` has a text all the same.
#[test]
fn failures_of_many_types_are_chained() {
    fn run<M, E, L>(manager: M) -> anyhow::Result<()>
    where
        M: ContextManager<Exit = Result<(), E>>,
        E: Raisable<L> + fmt::Debug + fmt::Display + Send + Sync,
    {
        with!(chaining(manager) => { "x".parse::<u8>()?; })?;
        Ok(())
    }
    let both = |first: &str| format!("{first}: while handling: invalid digit found in string");
    let text = run(Exits(|| Err("text".to_owned())));
    assert_eq!(format!("{:#}", text.unwrap_err()), both("text"));
    let text = run(Exits(|| Err("static")));
    assert_eq!(format!("{:#}", text.unwrap_err()), both("static"));
    let any = run(Exits(|| {
        Err(anyhow::Error::new(Oops("inner")).context("outer"))
    }));
    assert_eq!(format!("{:#}", any.unwrap_err()), both("outer: inner"));
    let boxed = run(Exits(|| Err(Box::<dyn Error + Send + Sync>::from("boxed"))));
    assert_eq!(format!("{:#}", boxed.unwrap_err()), both("boxed"));
}

/// An exit whose type is `io::Result` keeps both errors.
#[test]
fn an_io_error_keeps_both() {
    fn run(body: &str) -> io::Result<u8> {
        with!(ExitStack::fallible() as stack => {
            stack.push(|exc| {
                let failed = io::Error::new(io::ErrorKind::StorageFull, "the disk is full");
                Err::<(), _>(ExitError::new(failed, exc).into())
            });
            body.parse::<u8>().map_err(io::Error::other)?
        })
    }
    let error = run("x").unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::StorageFull);
    assert_eq!(
        chain(&error),
        [
            "the disk is full",
            "while handling: invalid digit found in string"
        ]
    );
    let error = run("5").unwrap_err();
    assert_eq!(chain(&error), ["the disk is full"]);
    assert!(
        error
            .get_ref()
            .is_some_and(|inner| !inner.is::<ExitError<io::Error>>())
    );
}

#[test]
fn an_async_exit_keeps_both() {
    let log = Log::new();
    let run = async || -> Result<(), ExitError<Oops>> {
        let failing = log.spy("m").failing("exit");
        async_with!(achaining(failing) => { Err(ExitError::new(Oops("body"), None))?; })
    };
    let failed = block_on(run()).unwrap_err();
    assert_eq!(chain(&failed), ["exit", "while handling: body"]);
    assert_eq!(log.text(), "aenter m, aexit m: error body");
}

#[test]
fn a_cancelled_statement_on_a_chaining_manager_cancels_it() {
    let log = Log::new();
    let mut future = Box::pin(async {
        async_with!(achaining(log.spy("m")) => { std::future::pending::<()>().await })
    });
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    for _ in 0..2 {
        assert!(future.as_mut().poll(&mut context).is_pending());
    }
    drop(future);
    assert_eq!(log.text(), "aenter m, cancelled m");
}

/// A writer keeps the exception by itself, and it is not said twice.
#[cfg(target_os = "linux")]
#[test]
fn an_exception_that_is_a_source_already_is_not_added() {
    use std::fs::File;
    use std::io::{BufWriter, Write};

    use with_runtime::contextlib::chaining;

    fn write() -> anyhow::Result<u8> {
        let number = with!(chaining(BufWriter::new(File::create("/dev/full")?)) as out => {
            writeln!(out, "line")?;
            "seven".parse::<u8>()?
        })?;
        Ok(number)
    }

    let both = format!("{:#}", write().unwrap_err());
    assert_eq!(both.matches("while handling").count(), 1, "{both}");
}
