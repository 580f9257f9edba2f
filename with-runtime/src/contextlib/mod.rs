//! Managers for common needs, as Python's `contextlib` has them.
//!
//! The names are Python's where the thing is the same. A cleanup that ends with the block is what
//! Rust has `Drop` for; a manager is for a cleanup that can fail, that depends on the error, or
//! that needs what the block needs.
//!
//! | Python | here | in plain Rust |
//! |---|---|---|
//! | `@contextmanager`, try/except/else around one `yield` | [`managed(x, \|x, exc\| ..)`](managed) | `scopeguard::guard`, which sees no error and can't fail |
//! | `closing(x)` | [`closing(x, T::close)`](closing) | `drop(x)`, if a failure to close doesn't matter |
//! | `ExitStack.callback(f)` | [`on_exit(\|exc\| ..)`](on_exit) | `scopeguard::defer!`, shorter where nothing in the block is borrowed mutably |
//! | `try: .. except: undo(); raise` | [`on_error(\|exc\| ..)`](on_error) | `if let Err(e) = f() { undo(); return Err(e) }` |
//! | `try: .. else: f()` | [`on_success(\|\| ..)`](on_success) | a statement after the block, where no `return` leaves it early |
//! | `suppress(E, F)` | [`suppress::<E>().or::<F>()`](suppress), [`suppress_if`] | `let _ = f();` or `unwrap_or`, shorter for one expression |
//! | `nullcontext(x)` | [`nullcontext(x)`](nullcontext), or an `Option` of a manager | a block |
//! | `chdir(path)` | [`chdir(path)`](chdir) | absolute paths, which other threads don't change |
//! | `with open(path) as file:` | `with!(File::open(path)? as file => ..)` | `let file = File::open(path)?;` in a block, which is shorter: its drop closes it |
//! | the same, written to | `with!(BufWriter::new(file) as out => ..)` | `out.flush()?` on every way out: a drop hides that the disk is full |
//! | `with lock:` | `with!(&mutex as guard => ..)`, [`read_locked`], [`write_locked`] | `let guard = mutex.lock().unwrap();` in a block, which is as short |
//! | `aclosing(x)` | [`aclosing(x, T::close)`](aclosing) | nothing: a drop can't await |
//! | `@asynccontextmanager` around one `yield` | [`amanaged`], [`aon_exit`], [`aon_error`], [`aon_success`] | tokio-util's `DropGuard`, for a cancellation only |
//!
//! # Which can be used again
//!
//! | manager | entered again, one statement after another | nested in itself |
//! |---|---|---|
//! | [`suppress`], [`suppress_if`] | yes | yes: it is `Copy` |
//! | `&Mutex`, [`write_locked`] | yes | no: it deadlocks or panics, as the lock does |
//! | [`read_locked`] | yes | as `RwLock` allows |
//! | [`nullcontext`], [`chdir`], `File`, `BufWriter`, `LineWriter` | yes, by reference | clones of [`chdir`] and [`nullcontext`] |
//! | [`managed`], [`closing`], [`on_exit`], [`on_error`], [`on_success`] and their async forms | no: it [panics](crate::Misuse::Used) | no |
//!
//! The last ones give away what they hold. A function that returns a new one takes the place of one
//! that is kept.
//!
//! # Which are strict
//!
//! [`managed`], [`on_exit`], [`on_error`], [`on_success`] and their async forms decide by the
//! exception, so they are [`Strict`](crate::Strict): an `Err` or `None` that leaves the block as a
//! value is an exception to them. The others are by the letter of PEP 343, and
//! [`strict`](crate::strict) makes them strict.
//!
//! As everywhere, an error that is an exception is `'static`. Where a block returns an `Err` that
//! borrows, a cleanup that doesn't look at the exception is for `closing((), |()| ..)`.
//!
//! # Things without one obvious exit
//!
//! A child process is killed or waited for, a temporary file or directory is kept or removed. They
//! are no managers by themselves; [`managed`] says which it is:
//!
//! ```
//! use std::io;
//! use std::process::Command;
//! use with_runtime::contextlib::managed;
//! use with_runtime::with;
//!
//! # fn run() -> io::Result<()> {
//! let child = Command::new("sleep").arg("0.1").spawn()?;
//! with!(managed(child, |mut child, exc| {
//!     if exc.is_some() {
//!         child.kill()?;
//!     }
//!     child.wait().map(drop)
//! }) as child => {
//!     println!("{} runs", child.id());
//! })
//! # }
//! # if cfg!(unix) { run().unwrap() }
//! ```
//!
//! ```
//! # use std::io::{self, Write};
//! # use std::path::Path;
//! # struct PersistError { error: io::Error }
//! # struct NamedTempFile(Vec<u8>);
//! # impl NamedTempFile {
//! #     fn new_in(_: &Path) -> io::Result<Self> { Ok(NamedTempFile(Vec::new())) }
//! #     fn persist(self, _: &Path) -> Result<(), PersistError> { Ok(()) }
//! #     fn close(self) -> io::Result<()> { Ok(()) }
//! # }
//! # impl Write for NamedTempFile {
//! #     fn write(&mut self, text: &[u8]) -> io::Result<usize> { self.0.write(text) }
//! #     fn flush(&mut self) -> io::Result<()> { Ok(()) }
//! # }
//! use with_runtime::contextlib::managed;
//! use with_runtime::with;
//!
//! /// Replaces a file as a whole or not at all. `NamedTempFile` is that of the crate tempfile.
//! fn replace(path: &Path, text: &str) -> io::Result<()> {
//!     let directory = path.parent().unwrap_or(Path::new("."));
//!     with!(managed(NamedTempFile::new_in(directory)?, |file, exc| match exc {
//!         None => file.persist(path).map(drop).map_err(|error| error.error),
//!         Some(_) => file.close(),
//!     }) as file => {
//!         file.write_all(text.as_bytes())?;
//!     })
//! }
//! # replace(Path::new("file"), "text").unwrap();
//! ```
//!
//! [`closing`] has a connection and a thread for examples, and the manager of a `&Mutex` waits for
//! a condition.
//!
//! # Without `std`
//!
//! Files, locks and [`chdir`] need the `std` feature. Everything else needs no more than `core`,
//! and nothing here allocates but [`chdir`].

#[cfg(feature = "alloc")]
mod accept;
#[cfg(feature = "alloc")]
mod async_exit_stack;
#[cfg(feature = "alloc")]
mod chaining;
#[cfg(feature = "std")]
mod chdir;
mod closing;
#[cfg(feature = "alloc")]
mod compose;
mod defer;
mod defer_async;
#[cfg(feature = "alloc")]
mod entries;
#[cfg(feature = "alloc")]
mod exit_error;
#[cfg(feature = "alloc")]
mod exit_stack;
#[cfg(feature = "alloc")]
mod failure;
#[cfg(feature = "std")]
mod io;
#[cfg(feature = "std")]
mod locks;
mod managed;
#[cfg(feature = "alloc")]
mod nested;
mod null;
mod once;
mod results;
mod suppress;
#[cfg(feature = "alloc")]
mod unwinding;

#[cfg(feature = "alloc")]
pub use self::accept::ExitValue;
#[cfg(feature = "alloc")]
pub use self::async_exit_stack::{AsyncExit, AsyncExitStack, BoxFuture};
#[cfg(feature = "alloc")]
pub use self::chaining::{AsyncChaining, Chaining, achaining, chaining};
#[cfg(feature = "std")]
pub use self::chdir::{Chdir, chdir};
pub use self::closing::{AsyncClosing, Closing, aclosing, closing};
pub use self::defer::{OnError, OnExit, OnSuccess, on_error, on_exit, on_success};
pub use self::defer_async::{
    AsyncOnError, AsyncOnExit, AsyncOnSuccess, aon_error, aon_exit, aon_success,
};
#[cfg(feature = "alloc")]
pub use self::exit_error::{Context, ExitError};
#[cfg(feature = "alloc")]
pub use self::exit_stack::ExitStack;
#[cfg(feature = "alloc")]
pub use self::failure::FitsIn;
#[cfg(feature = "std")]
pub use self::locks::{ReadLocked, WriteLocked, read_locked, write_locked};
pub use self::managed::{AsyncManaged, Managed, amanaged, managed};
#[cfg(feature = "alloc")]
pub use self::nested::{Collection, ExitMembers, Members, Nested, nested};
pub use self::null::{NullContext, nullcontext};
pub use self::results::{CleanupResult, ExitResult};
pub use self::suppress::{Suppress, Suppressible, suppress, suppress_if};
pub use crate::exception::raisable::Raisable;
