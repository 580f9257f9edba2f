//! Managers whose enter and exit do as a test says, and the three ways to run a statement.

use std::cell::Cell;
use std::error::Error;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, panic_any, resume_unwind};
use std::rc::Rc;

use tokio::task::yield_now;
use with_runtime::{AsyncContextManager, ContextManager, Exception, SendException, Verdict};

use crate::common::Log;

/// An exception, as an error or as the payload of a panic.
///
/// It can't be copied, and a test makes one of each name: so an exit that is told of `body` is told of the very one
/// that was raised.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fault(pub(crate) &'static str);

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for Fault {}

/// Raises the exception of this name: as the `Err` that it returns, or by a panic.
pub(crate) type Raise = fn(&'static str) -> Result<(), Fault>;

/// What happens where exceptions are errors: the log, and what `run` raised.
pub(crate) fn by_error(run: impl FnOnce(&Log, Raise) -> Result<(), Fault>) -> String {
    events(run, |name| Err(Fault(name)))
}

/// What happens where exceptions are panics: the log, and what `run` raised.
pub(crate) fn by_panic(run: impl FnOnce(&Log, Raise) -> Result<(), Fault>) -> String {
    events(run, |name| panic_any(Fault(name)))
}

fn events(run: impl FnOnce(&Log, Raise) -> Result<(), Fault>, raise: Raise) -> String {
    let log = Log::new();
    match catch_unwind(AssertUnwindSafe(|| run(&log, raise))) {
        Ok(Ok(())) => {}
        Ok(Err(Fault(name))) => log.note(format!("raised error {name}")),
        Err(payload) => match payload.downcast::<Fault>() {
            Ok(fault) => log.note(format!("raised panic {fault}")),
            Err(payload) => resume_unwind(payload),
        },
    }
    log.text()
}

/// What an exit was told, in words: the kind of the exception, and which one it is.
pub(crate) fn told(exc: Option<&mut Exception<'_>>) -> String {
    let Some(exc) = exc else {
        return "clean".to_owned();
    };
    let kind = format!("{:?}", exc.kind()).to_lowercase();
    let fault = exc.downcast_mut::<Fault>().map(|fault| fault.0);
    match fault.or(exc.panic_message()) {
        Some(name) => format!("{kind} {name}"),
        None => kind,
    }
}

/// Writes `enter NAME` and `exit NAME: WHAT IT WAS TOLD`, and then does as it is told.
pub(crate) struct Spy<N = fn(), X = fn()> {
    name: &'static str,
    log: Log,
    enter: N,
    exit: X,
}

/// A manager that can neither suppress nor fail.
pub(crate) fn spy(log: &Log, name: &'static str) -> Spy {
    Spy {
        name,
        log: log.clone(),
        enter: || (),
        exit: || (),
    }
}

impl<N, X> Spy<N, X> {
    /// The same manager, but this is its enter.
    pub(crate) fn entering<T, M: FnMut() -> T>(self, enter: M) -> Spy<M, X> {
        Spy {
            name: self.name,
            log: self.log,
            enter,
            exit: self.exit,
        }
    }

    /// The same manager, but this is its exit.
    pub(crate) fn exiting<V: Verdict<Answer = V>, Y: FnMut() -> V>(self, exit: Y) -> Spy<N, Y> {
        Spy {
            name: self.name,
            log: self.log,
            enter: self.enter,
            exit,
        }
    }
}

impl<T, V: Verdict<Answer = V>, N: FnMut() -> T, X: FnMut() -> V> ContextManager for Spy<N, X> {
    type Value<'a>
        = T
    where
        Self: 'a;
    type Exit = V;

    fn enter(&mut self) -> T {
        self.log.note(format!("enter {}", self.name));
        (self.enter)()
    }

    fn exit(&mut self, mut exc: Option<Exception<'_>>) -> V {
        let told = told(exc.as_mut());
        self.log.note(format!("exit {}: {told}", self.name));
        (self.exit)()
    }
}

/// The same as an async manager, which waits in enter and in exit.
impl<T, V: Verdict<Answer = V>, N: FnMut() -> T, X: FnMut() -> V> AsyncContextManager
    for Spy<N, X>
{
    type Value<'a>
        = T
    where
        Self: 'a;
    type Exit = V;

    async fn aenter(&mut self) -> T {
        self.log.note(format!("enter {}", self.name));
        yield_now().await;
        (self.enter)()
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> V {
        let told = told(exc.map(Exception::from).as_mut());
        self.log.note(format!("exit {}: {told}", self.name));
        yield_now().await;
        (self.exit)()
    }

    fn cancelled(&mut self) {
        self.log.note(format!("cancelled {}", self.name));
    }
}

/// What a [`Source`] lends: it is live between enter and exit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resource(Rc<Cell<Option<bool>>>);

impl Resource {
    pub(crate) fn is_live(&self) -> bool {
        self.0.get() == Some(true)
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.0.get() == Some(false)
    }
}

/// A [`Spy`] that has a resource.
pub(crate) struct Source {
    spy: Spy,
    resource: Resource,
}

pub(crate) fn source(log: &Log, name: &'static str) -> Source {
    Source {
        spy: spy(log, name),
        resource: Resource::default(),
    }
}

impl Source {
    pub(crate) fn resource(&self) -> Resource {
        self.resource.clone()
    }
}

impl ContextManager for Source {
    type Value<'a> = Resource;
    type Exit = ();

    fn enter(&mut self) -> Resource {
        self.spy.enter();
        self.resource.0.set(Some(true));
        self.resource.clone()
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) {
        self.resource.0.set(Some(false));
        self.spy.exit(exc);
    }
}

/// A manager made of others: it enters them in order, and exits them in reverse.
pub(crate) struct Nested<M, const N: usize> {
    spy: Spy,
    members: [M; N],
}

pub(crate) fn nested<M, const N: usize>(log: &Log, members: [M; N]) -> Nested<M, N> {
    Nested {
        spy: spy(log, "nested"),
        members,
    }
}

impl<M: ContextManager<Exit = ()>, const N: usize> ContextManager for Nested<M, N> {
    type Value<'a>
        = [M::Value<'a>; N]
    where
        Self: 'a;
    type Exit = ();

    #[allow(
        clippy::redundant_closure_for_method_calls,
        reason = "rustc 1.85 takes the function for one of a single lifetime"
    )]
    fn enter(&mut self) -> [M::Value<'_>; N] {
        self.spy.enter();
        self.members.each_mut().map(|member| member.enter())
    }

    fn exit(&mut self, mut exc: Option<Exception<'_>>) {
        for member in self.members.iter_mut().rev() {
            member.exit(exc.as_mut().map(Exception::reborrow));
        }
        self.spy.exit(exc);
    }
}
