//! What the programs are made with; `prelude.py` has the same names.

use std::cell::Cell;
use std::error::Error as StdError;
use std::fmt;
pub use std::panic::panic_any;
use std::panic::{AssertUnwindSafe, catch_unwind};

mod macros;
mod managers;

pub use managers::{Manager, Wrapper};
pub use with_runtime::{async_with, async_with as async_ctx, strict, with, with as ctx};

macro_rules! errors {
    ($($error:ident),*) => {$(
        #[derive(Debug)]
        pub struct $error(pub u32);

        impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{} {}", stringify!($error), self.0)
            }
        }

        impl StdError for $error {}

        impl From<$error> for Error {
            fn from(error: $error) -> Self {
                Error::$error(error)
            }
        }

        /// A manager's failure.
        impl From<Error> for $error {
            fn from(error: Error) -> Self {
                match error {
                    Error::$error(error) => error,
                    other => unreachable!("the verdict of a manager says that it doesn't fail with {other:?}"),
                }
            }
        }
    )*};
}

errors!(A, B);

/// What the programs return.
#[derive(Debug)]
pub enum Error {
    A(A),
    B(B),
}

impl Error {
    fn inner(&self) -> &(dyn StdError + 'static) {
        match self {
            Error::A(error) => error,
            Error::B(error) => error,
        }
    }

    fn panic(self) -> ! {
        match self {
            Error::A(error) => panic_any(error),
            Error::B(error) => panic_any(error),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.inner(), f)
    }
}

/// So that an exit sees through it.
impl AsRef<dyn StdError + 'static> for Error {
    fn as_ref(&self) -> &(dyn StdError + 'static) {
        self.inner()
    }
}

thread_local! {
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

pub fn note(event: impl fmt::Display) {
    println!("{event}");
}

pub fn step(id: u32) {
    note(format_args!("step {id}"));
}

pub fn ask(every: u32) -> bool {
    ASKED.set(ASKED.get() + 1);
    ASKED.get() % every == 0
}

pub fn raise<E>(error: E) -> Result<(), E> {
    Err(error)
}

/// What the compiler doesn't know to be false.
pub fn never() -> bool {
    ASKED.get() == u32::MAX
}

/// Does not say that it doesn't return, so that what follows is not unreachable to the compiler.
pub fn panics(payload: impl Into<Error>) {
    payload.into().panic();
}

pub struct Variable {
    id: u32,
    lent: u32,
}

impl Variable {
    pub fn new(id: u32) -> Self {
        Self { id, lent: 0 }
    }
}

pub fn lend(variable: &mut Variable) {
    variable.lent += 1;
    note(format_args!("lend {}: {}", variable.id, variable.lent));
}

pub fn take(variable: Variable) {
    note(format_args!("take {}: {}", variable.id, variable.lent));
}

pub async fn pause() {
    tokio::task::yield_now().await;
}

/// Runs an asynchronous program, which could as well be spawned.
pub fn wait<T>(program: impl Future<Output = T> + Send) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build();
    runtime.unwrap().block_on(program)
}

/// Plays the programs from the one with that index on.
pub fn play(programs: &[(u32, fn() -> Result<u32, Error>)]) {
    std::panic::set_hook(Box::new(|_| {}));
    let first: u32 = std::env::args().nth(1).map_or(0, |index| index.parse().unwrap());
    for (index, program) in programs.iter().filter(|(index, _)| *index >= first) {
        println!("# {index}");
        ASKED.set(0);
        let end = match catch_unwind(AssertUnwindSafe(program)) {
            Ok(Ok(value)) => value.to_string(),
            Ok(Err(error)) => error.to_string(),
            Err(payload) => match (payload.downcast_ref::<A>(), payload.downcast_ref::<B>()) {
                (Some(a), _) => format!("panic {a}"),
                (_, Some(b)) => format!("panic {b}"),
                _ => "another panic".to_owned(),
            },
        };
        note(format_args!("ended: {end}"));
    }
}
