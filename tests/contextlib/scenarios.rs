//! Scenarios of four exits. Each is run by nested statements and by the stacks, with errors and
//! with panics, and all of them must be the same.

use std::panic::panic_any;

use futures::executor::block_on;
use with_runtime::contextlib::{AsyncExitStack, ExitStack};
use with_runtime::{ContextManager, Exception, async_with, with};

use crate::common::{Log, pause};
use crate::spies::given_there;
use crate::support::{Fault, Raise, events};

/// What an exit does.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Does {
    Nothing,
    Suppress,
    Raise(&'static str),
    /// Raises what it was given.
    Reraise,
}
pub(crate) use Does::{Nothing, Suppress};

struct Scripted<'l> {
    log: &'l Log,
    number: usize,
    does: Does,
    raise: Raise,
}

impl Scripted<'_> {
    fn answer(&self, mut exc: Option<Exception<'_>>) -> Result<bool, Fault> {
        self.log.note(format!(
            "{} is given {}",
            self.number,
            given_there(exc.as_mut().map(Exception::reborrow))
        ));
        match self.does {
            Nothing => Ok(false),
            Suppress => Ok(true),
            Does::Raise(name) => (self.raise)(name).map(|()| false),
            Does::Reraise => match exc.and_then(|mut exc| exc.take::<Fault>()) {
                Some(fault) => (self.raise)(fault.0).map(|()| false),
                None => Ok(false),
            },
        }
    }
}

impl ContextManager for Scripted<'_> {
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = Result<bool, Fault>;

    fn enter(&mut self) {}

    fn exit(&mut self, exc: Option<Exception<'_>>) -> Result<bool, Fault> {
        self.answer(exc)
    }
}

/// The outermost first.
pub(crate) type Scenario = [Does; 4];

fn nested(
    log: &Log,
    raise: Raise,
    scenario: Scenario,
    body: Option<&'static str>,
) -> Result<(), Fault> {
    let [a, b, c, d] = [0, 1, 2, 3].map(|number| Scripted {
        log,
        number,
        does: scenario[number],
        raise,
    });
    with!(a => catch {
        with!(b => catch {
            with!(c => catch {
                with!(d => catch {
                    if let Some(name) = body {
                        raise(name)?;
                    }
                })?;
            })?;
        })?;
    })
}

fn stacked(
    log: &Log,
    raise: Raise,
    scenario: Scenario,
    body: Option<&'static str>,
) -> Result<(), Fault> {
    with!(ExitStack::<Result<bool, Fault>>::fallible_suppressing().catching() as stack => catch {
        for (number, does) in scenario.into_iter().enumerate() {
            let entry = Scripted { log, number, does, raise };
            stack.push(move |exc| entry.answer(exc));
        }
        if let Some(name) = body {
            raise(name)?;
        }
    })
}

/// The same by an async one, with plain and async exits in turn.
async fn stacked_async(
    log: &Log,
    raise: Raise,
    scenario: Scenario,
    body: Option<&'static str>,
) -> Result<(), Fault> {
    async_with!(AsyncExitStack::<Result<bool, Fault>>::fallible_suppressing().catching() as stack => catch {
        for (number, does) in scenario.into_iter().enumerate() {
            let entry = Scripted { log, number, does, raise };
            if number % 2 == 0 {
                stack.push(move |exc| entry.answer(exc));
                continue;
            }
            stack.push_async_exit(move |exc| {
                let answer = entry.answer(exc.map(Exception::from));
                async move {
                    pause().await;
                    answer
                }
            });
        }
        if let Some(name) = body {
            raise(name)?;
        }
    })
}

const AS_ERROR: Raise = |name| Err(Fault(name));
const AS_PANIC: Raise = |name| panic_any(Fault(name));

/// What nested statements do, which is the same for errors and panics.
pub(crate) fn by_nesting(scenario: Scenario, body: Option<&'static str>) -> String {
    let [as_error, as_panic] = [AS_ERROR, AS_PANIC]
        .map(|raise| events(|log, raise| nested(log, raise, scenario, body), raise));
    assert_eq!(as_panic, as_error.replace("error", "panic"));
    as_error
}

/// What an `ExitStack` does, which is the same.
pub(crate) fn by_stack(scenario: Scenario, body: Option<&'static str>) -> String {
    let [as_error, as_panic] = [AS_ERROR, AS_PANIC]
        .map(|raise| events(|log, raise| stacked(log, raise, scenario, body), raise));
    assert_eq!(as_panic, as_error.replace("error", "panic"));
    assert_eq!(
        as_error,
        by_nesting(scenario, body),
        "{scenario:?} after {body:?}"
    );
    as_error
}

/// What an `AsyncExitStack` does, which is the same.
pub(crate) fn by_async_stack(scenario: Scenario, body: Option<&'static str>) -> String {
    let run = |log: &Log, raise| block_on(stacked_async(log, raise, scenario, body));
    let [as_error, as_panic] = [AS_ERROR, AS_PANIC].map(|raise| events(run, raise));
    assert_eq!(as_panic, as_error.replace("error", "panic"));
    assert_eq!(
        as_error,
        by_nesting(scenario, body),
        "{scenario:?} after {body:?}"
    );
    as_error
}

/// All scenarios, each with a block that ends and one that raises.
pub(crate) fn all() -> impl Iterator<Item = (Scenario, Option<&'static str>)> {
    let choices = [Nothing, Suppress, Does::Raise("new"), Does::Reraise];
    let scenario = move |code: usize| [0, 2, 4, 6].map(|shift| choices[code >> shift & 3]);
    (0..256).flat_map(move |code| [None, Some("body")].map(|body| (scenario(code), body)))
}
