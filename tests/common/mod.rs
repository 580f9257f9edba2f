//! Managers that write down what happens to them, and the log they share.
#![allow(dead_code, reason = "every test file uses a part of it")]

use std::any::Any;
use std::error::Error;
use std::fmt;
use std::fs;
use std::future::poll_fn;
use std::mem;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex};
use std::task::Poll;

use with_runtime::{
    AsyncContextManager, ContextManager, Exception, ExceptionKind, SendException, Verdict,
};

/// What happened, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn note(&self, event: impl Into<String>) {
        self.0.lock().unwrap().push(event.into());
    }

    /// Everything so far, separated by commas.
    pub(crate) fn text(&self) -> String {
        self.0.lock().unwrap().join(", ")
    }

    /// How many notes there are so far.
    pub(crate) fn len(&self) -> usize {
        self.0.lock().unwrap().len()
    }

    /// A manager that can neither suppress nor fail.
    pub(crate) fn spy(&self, name: &'static str) -> Spy {
        Spy {
            name,
            log: self.clone(),
            answer: Box::new(|| ()),
            names_types: false,
        }
    }

    /// A value that writes down when it is dropped.
    pub(crate) fn trace(&self, name: &'static str) -> Trace {
        Trace {
            name,
            log: self.clone(),
        }
    }
}

/// Writes `enter NAME` and `exit NAME: WHAT IT WAS TOLD`, and lends its log.
pub(crate) struct Spy<V = ()> {
    name: &'static str,
    log: Log,
    answer: Box<dyn FnMut() -> V + Send>,
    names_types: bool,
}

impl<V> Spy<V> {
    /// The same spy with another verdict.
    pub(crate) fn answering<W: Clone + Send + 'static>(self, verdict: W) -> Spy<W> {
        Spy {
            name: self.name,
            log: self.log,
            answer: Box::new(move || verdict.clone()),
            names_types: self.names_types,
        }
    }

    pub(crate) fn suppressing(self) -> Spy<bool> {
        self.answering(true)
    }

    pub(crate) fn failing(self, failure: &'static str) -> Spy<Result<(), Oops>> {
        self.answering(Err(Oops(failure)))
    }

    /// The same spy, but it writes down the type of an exception as well.
    pub(crate) fn naming_types(self) -> Self {
        Spy {
            names_types: true,
            ..self
        }
    }

    /// The same spy, but its exit panics.
    pub(crate) fn panicking(self, message: &'static str) -> Self {
        Spy {
            answer: Box::new(move || panic!("{message}")),
            ..self
        }
    }
}

impl<V: Verdict<Answer = V>> ContextManager for Spy<V> {
    type Value<'a>
        = &'a Log
    where
        Self: 'a;
    type Exit = V;

    fn enter(&mut self) -> &Log {
        self.log.note(format!("enter {}", self.name));
        &self.log
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> V {
        let mut told = told(exc.as_ref());
        if let Some(exc) = exc.filter(|_| self.names_types) {
            let name = exc.type_name();
            let name = name.rsplit_once("common::").map_or(name, |(_, name)| name);
            told = format!("{told} as {name}");
        }
        self.log.note(format!("exit {}: {told}", self.name));
        (self.answer)()
    }
}

/// The same in async code, waiting once in each method. It writes `cancelled NAME` where it can't wait.
impl<V: Verdict<Answer = V>> AsyncContextManager for Spy<V> {
    type Value<'a>
        = &'a Log
    where
        Self: 'a;
    type Exit = V;

    async fn aenter(&mut self) -> &Log {
        pause().await;
        self.log.note(format!("aenter {}", self.name));
        &self.log
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> V {
        let told = told(exc.map(Exception::from).as_ref());
        pause().await;
        self.log.note(format!("aexit {}: {told}", self.name));
        (self.answer)()
    }

    fn cancelled(&mut self) {
        self.log.note(format!("cancelled {}", self.name));
    }
}

/// Waits once, on whatever runtime.
pub(crate) async fn pause() {
    let mut waited = false;
    poll_fn(|context| {
        if mem::replace(&mut waited, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
    .await;
}

/// What an exit was told, in words.
pub(crate) fn told(exc: Option<&Exception<'_>>) -> String {
    match exc.map(|exc| (exc.kind(), exc)) {
        None => "clean".to_owned(),
        Some((ExceptionKind::Error, exc)) => format!("error {exc}"),
        Some((ExceptionKind::Missing, _)) => "missing".to_owned(),
        Some((ExceptionKind::Panic, _)) => "panic".to_owned(),
        Some((ExceptionKind::Interrupted, _)) => "interrupted".to_owned(),
        Some((kind, _)) => format!("{kind:?}"),
    }
}

/// Writes `drop NAME`.
pub(crate) struct Trace {
    name: &'static str,
    log: Log,
}

impl Trace {
    pub(crate) fn name(&self) -> &'static str {
        self.name
    }
}

impl Drop for Trace {
    fn drop(&mut self) {
        self.log.note(format!("drop {}", self.name));
    }
}

/// An error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Oops(pub(crate) &'static str);

impl fmt::Display for Oops {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Error for Oops {}

/// A call that fails.
pub(crate) fn fail<T>(text: &'static str) -> Result<T, Oops> {
    Err(Oops(text))
}

/// What `run` panics with.
pub(crate) fn payload<T>(run: impl FnOnce() -> T) -> Box<dyn Any + Send> {
    match catch_unwind(AssertUnwindSafe(run)) {
        Ok(_) => panic!("it didn't panic"),
        Err(payload) => payload,
    }
}

/// What `run` says when it panics.
pub(crate) fn panic_message<T>(run: impl FnOnce() -> T) -> String {
    match payload(run).downcast::<String>() {
        Ok(message) => *message,
        Err(payload) => (*payload.downcast::<&str>().unwrap()).to_owned(),
    }
}

/// That the case of this name gets an answer of which the first line begins with `error`, and which says all of `says`.
#[track_caller]
pub(crate) fn refused(case: &str, error: &str, says: &[&str]) {
    let read = |extension| {
        fs::read_to_string(format!(
            "{}/ui-tests/{case}.{extension}",
            env!("CARGO_MANIFEST_DIR")
        ))
    };
    assert!(read("rs").is_ok(), "ui-tests has no case {case}");

    let answer = read("stderr").unwrap();
    assert!(answer.starts_with(error), "{case} is told {answer}");
    for text in says {
        assert!(
            answer.contains(text),
            "{case} isn't told `{text}`, but {answer}"
        );
    }
}
