//! The stacks do what Python's `ExitStack` does: every scenario of `cpython.py`, with errors and
//! with panics.

use std::env;
use std::error::Error;
use std::fmt;
use std::iter;
use std::panic::{AssertUnwindSafe, catch_unwind, panic_any, resume_unwind};
use std::path::Path;
use std::process::Command;

use futures::executor::block_on;
use with_runtime::contextlib::{AsyncExitStack, ExitStack};
use with_runtime::{
    AsyncContextManager, ContextManager, Exception, SendException, async_with, with,
};

use crate::common::{Log, pause};

#[derive(Debug)]
struct Fault(String);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Error for Fault {}

type Verdict = Result<bool, Fault>;

/// As an error, or as a panic.
type Raise = fn(String) -> Result<(), Fault>;

/// An entry of a scenario.
struct Entry {
    log: Log,
    raise: Raise,
    number: usize,
    does: usize,
}

impl Entry {
    fn exit(&self, mut exc: Option<Exception<'_>>) -> Verdict {
        let fault = exc.as_mut().and_then(|exc| exc.downcast_mut::<Fault>());
        let given = fault.map_or("nothing".to_owned(), |fault| fault.0.clone());
        let note = format!("{} is given {given}", self.number);
        self.log.note(note);
        match self.does % 4 {
            0 => Ok(false),
            1 => Ok(true),
            2 => (self.raise)(format!("new {}", self.number)).map(|()| false),
            _ => match exc.and_then(|mut exc| exc.take::<Fault>()) {
                Some(fault) => (self.raise)(fault.0).map(|()| false),
                None => Ok(false),
            },
        }
    }

    fn callback(self) -> Verdict {
        self.log.note(format!("callback {}", self.number));
        match self.does {
            9 => (self.raise)(format!("new {}", self.number)).map(|()| true),
            _ => Ok(true),
        }
    }
}

impl ContextManager for Entry {
    type Value<'a> = ();
    type Exit = Verdict;

    fn enter(&mut self) {
        self.log.note(format!("enter {}", self.number));
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> Verdict {
        Entry::exit(self, exc)
    }
}

impl AsyncContextManager for Entry {
    type Value<'a> = ();
    type Exit = Verdict;

    async fn aenter(&mut self) {
        pause().await;
        self.log.note(format!("enter {}", self.number));
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> Verdict {
        pause().await;
        Entry::exit(self, exc.map(Exception::from))
    }
}

struct Scenario {
    entries: Vec<usize>,
    raises: bool,
}

impl Scenario {
    fn entries(&self, log: &Log, raise: Raise) -> impl Iterator<Item = Entry> {
        let numbered = self.entries.iter().enumerate();
        numbered.map(move |(number, &does)| Entry {
            log: log.clone(),
            raise,
            number,
            does,
        })
    }

    fn body(&self, raise: Raise) -> Result<(), Fault> {
        if self.raises {
            raise("body".to_owned())?;
        }
        Ok(())
    }

    fn by_stack(&self, log: &Log, raise: Raise) -> Result<(), Fault> {
        with!(ExitStack::fallible_suppressing().catching() as stack => catch {
            for entry in self.entries(log, raise) {
                match entry.does {
                    0..4 => stack.push(move |exc| entry.exit(exc)),
                    4..8 => stack.enter_context(entry),
                    _ => stack.callback(move || entry.callback()),
                }
            }
            self.body(raise)?;
        })
    }

    /// Every other entry is async.
    async fn by_async_stack(&self, log: &Log, raise: Raise) -> Result<(), Fault> {
        async_with!(AsyncExitStack::fallible_suppressing().catching() as stack => catch {
            for entry in self.entries(log, raise) {
                match (entry.does, entry.number % 2) {
                    (0..4, 0) => stack.push(move |exc| entry.exit(exc)),
                    (0..4, _) => stack.push_async_exit(move |exc| {
                        // If it panics, it does so when it is awaited.
                        let result = catch_unwind(AssertUnwindSafe(|| entry.exit(exc.map(Exception::from))));
                        async { pause().await; result.unwrap_or_else(|payload| resume_unwind(payload)) }
                    }),
                    (4..8, 0) => stack.enter_context(entry),
                    (4..8, _) => {
                        stack.enter_async_context(entry, |entry, exc| Box::pin(entry.aexit(exc))).await;
                    }
                    (_, 0) => stack.callback(move || entry.callback()),
                    _ => stack.push_async_callback(async move || { pause().await; entry.callback() }),
                }
            }
            self.body(raise)?;
        })
    }

    /// The line of `cpython.py`.
    fn line(&self, run: impl FnOnce(&Log) -> Result<(), Fault>) -> String {
        let log = Log::new();
        match catch_unwind(AssertUnwindSafe(|| run(&log))) {
            Ok(Ok(())) => log.note("after"),
            Ok(Err(fault)) => log.note(format!("raised {fault}")),
            Err(payload) => log.note(format!("raised {}", payload.downcast::<Fault>().unwrap())),
        }
        let how = if self.raises { "raises" } else { "ends" };
        format!("{how} {:?}: {}", self.entries, log.text())
    }
}

fn scenarios() -> impl Iterator<Item = Scenario> {
    let entries = |length: u32, code: usize| {
        let places = iter::successors(Some(1), |place| Some(place * 10));
        let places = places.take(length as usize);
        places.map(|place| code / place % 10).collect()
    };
    [false, true].into_iter().flat_map(move |raises| {
        (0..4).flat_map(move |length| {
            (0..10_usize.pow(length)).map(move |code| Scenario {
                entries: entries(length, code),
                raises,
            })
        })
    })
}

/// What Python does. `None` where there is no `python3`, unless this is CI.
fn by_cpython() -> Option<String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/contextlib/cpython.py");
    match Command::new("python3").arg(script).output() {
        Ok(output) if output.status.success() => Some(String::from_utf8(output.stdout).unwrap()),
        Ok(output) => panic!("{}", String::from_utf8_lossy(&output.stderr)),
        Err(error) if env::var_os("CI").is_none() => {
            eprintln!(
                "SKIPPED: nothing was compared with Python, as `python3` can't be run: {error}"
            );
            None
        }
        Err(error) => panic!("`python3` can't be run: {error}"),
    }
}

#[test]
fn the_stacks_do_what_that_of_cpython_does() {
    let Some(expected) = by_cpython() else { return };
    let expected: Vec<_> = expected.lines().collect();
    let scenarios: Vec<_> = scenarios().collect();
    assert_eq!((scenarios.len(), expected.len()), (2222, 2222));

    let raises: [Raise; 2] = [|name| Err(Fault(name)), |name| panic_any(Fault(name))];
    for (scenario, expected) in scenarios.iter().zip(expected) {
        for raise in raises {
            let line = scenario.line(|log| scenario.by_stack(log, raise));
            assert_eq!(line, expected);
            let line = scenario.line(|log| block_on(scenario.by_async_stack(log, raise)));
            assert_eq!(line, expected);
        }
    }
}
