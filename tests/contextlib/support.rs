//! A fault that is raised as an error or as a panic, and what an exit was given.

use std::error::Error;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, panic_any, resume_unwind, set_hook, take_hook};
use std::sync::{Arc, Mutex};
use std::thread;

use with_runtime::{Exception, with};

use crate::common::{Log, payload};

/// An exception, as an error or as the payload of a panic.
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

/// Runs it where exceptions are errors, and where they are panics. The log, and what was raised,
/// must be as expected; `KIND` stands for the kind of the exceptions.
#[track_caller]
pub(crate) fn both(expected: &str, run: impl Fn(&Log, Raise) -> Result<(), Fault>) {
    let as_error = events(&run, |name| Err(Fault(name)));
    assert_eq!(as_error, expected.replace("KIND", "error"));
    let as_panic = events(&run, |name| panic_any(Fault(name)));
    assert_eq!(as_panic, expected.replace("KIND", "panic"));
}

pub(crate) fn events(run: impl Fn(&Log, Raise) -> Result<(), Fault>, raise: Raise) -> String {
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

/// What an exit was given, in words: `clean`, or kind and name of the exception.
pub(crate) fn given(exc: Option<&Exception<'_>>) -> String {
    let Some(exc) = exc else {
        return "clean".to_owned();
    };
    let kind = format!("{:?}", exc.kind()).to_lowercase();
    let fault = exc.downcast_ref::<Fault>().map(|fault| fault.0);
    match fault.or(exc.panic_message()) {
        Some(name) => format!("{kind} {name}"),
        None => kind,
    }
}

/// File and line where `run` panics.
pub(crate) fn panic_place<T>(run: impl FnOnce() -> T) -> (String, u32) {
    static HOOK: Mutex<()> = Mutex::new(());

    let place = Arc::new(Mutex::new(None));
    with!(&HOOK => {
        let (kept, here) = (place.clone(), thread::current().id());
        let hook = take_hook();
        set_hook(Box::new(move |info| {
            if thread::current().id() == here {
                let place = info.location().unwrap();
                *kept.lock().unwrap() = Some((place.file().to_owned(), place.line()));
            }
        }));
        payload(run);
        set_hook(hook);
    });
    place.lock().unwrap().take().unwrap()
}
