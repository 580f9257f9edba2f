#![doc = include_str!("../README.md")]
#![cfg_attr(not(feature = "std"), no_std)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;

#[doc(hidden)]
pub mod __private;
mod asynchronous;
pub mod contextlib;
mod error;
mod exception;
mod manager;
mod messages;
mod verdict;

use self::__private as private;
#[doc(hidden)]
pub use self::messages::names as __messages;

pub use self::asynchronous::AsyncContextManager;
pub use self::error::{Missing, Misuse};
pub use self::exception::pending::PendingError;
pub use self::exception::{Exception, ExceptionKind, SendException, Traceback};
pub use self::manager::{ContextManager, Strictly, strict};
pub use self::verdict::{Strict, Verdict};

/// Python's `with` statement.
///
/// ```text
/// statement:  managers "=>" body | managers "," block ","?
/// managers:   manager ("," manager)* ","?
/// manager:    EXPR ("as" PAT "?"?)?
/// body:       block | EXPR
/// block:      "catch"? "{" STATEMENT* EXPR? "}"
/// ```
///
/// `EXPR` and `PAT` are Rust's. The `as` that counts is the last one of its manager that leaves an expression before it and
/// a pattern after it, so casts and `<T as Trait>::f()` stay what they are.
///
/// A body that begins with a block ends with it, as in an arm of a `match`. A body may not be a
/// closure or an `async` block, which would never run.
///
/// # Life cycle
///
/// 1. EXPR is evaluated to a [`ContextManager`]. Its temporaries are dropped.
/// 2. [`enter`](ContextManager::enter) is called. With `as PAT?` it returns a `Result`, an `Option` or another type that has
///    `?`, which is applied to it: an `Err` or `None` leaves the statement without entering it. If `enter` returns a `Result`,
///    it must be looked at.
/// 3. `PAT` is bound to the value by `let`, so it must be irrefutable. Without a target, or with `_`, the value lives until the
///    block is left.
/// 4. The block is run; with `catch`, in a closure that catches its panics. Its `break`, `continue` and `return` leave it as they would leave a block.
/// 5. Locals, bindings and the value are dropped. [`exit`](ContextManager::exit) is called, once, and given the
///    exception, if there is one: an error raised with `?`, a panic, or that the future was dropped. Without `catch` a panic
///    is still unwinding then, and propagates whatever the verdict.
/// 6. The verdict is acted on: see [`Verdict`] for what the statement evaluates to.
/// 7. The manager is dropped.
///
/// `with!(A as a, B as b => { .. })` is the statement on `A` whose block is the statement on `B`, except that a failure of `B`'s exit is
/// raised in `A`'s block, and that one verdict is made of the two.
///
/// This is the specification of PEP 343, section "Specification: The 'with' Statement", with Rust's errors and panics in the
/// place of exceptions.
///
/// # Errors
///
/// A statement whose manager may fail evaluates to a `Result`. Errors raised in the block propagate by `?`, so that the function
/// around must return a type that takes them.
///
/// # Panics
///
/// A panic in the block, in `enter` or in `exit` passes through the statement; of those in a `catch` block, the ones that no
/// exit suppresses. The statement itself panics only on the
/// misuse that [`Exception::take`] describes.
///
/// # `catch`
///
/// In `catch { .. }` a panic is an exception like any other: `exit` is given its payload and may suppress it; otherwise it resumes, by
/// [`resume_unwind`](std::panic::resume_unwind) and without another call of the panic hook. This goes for all managers of the statement. Every way out
/// of the block works in it, `.await` too. But a closure's limits hold: what is moved in the block counts as moved after it. Needs
/// the `std` feature, and has no effect with `panic = "abort"`.
///
/// # Examples
///
/// ```
/// use std::io::{self, BufWriter, Write};
/// use with_runtime::{ContextManager, Exception, with};
///
/// /// Flushes at the end, and says if that fails.
/// struct Flushed<W: Write>(BufWriter<W>);
///
/// impl<W: Write> ContextManager for Flushed<W> {
///     type Value<'a> = &'a mut BufWriter<W> where Self: 'a;
///     type Exit = io::Result<()>;
///
///     fn enter(&mut self) -> &mut BufWriter<W> {
///         &mut self.0
///     }
///
///     fn exit(&mut self, _: Option<Exception<'_>>) -> io::Result<()> {
///         self.0.flush()
///     }
/// }
///
/// fn save(to: impl Write, lines: &[&str]) -> io::Result<usize> {
///     with!(Flushed(BufWriter::new(to)) as out => {
///         for line in lines {
///             writeln!(out, "{line}")?;
///         }
///         lines.len()
///     })
/// }
///
/// let mut file = Vec::new();
/// assert_eq!(save(&mut file, &["one", "two"])?, 2);
/// assert_eq!(file, b"one\ntwo\n");
/// # Ok::<(), io::Error>(())
/// ```
///
/// A panic that is expected:
///
/// ```
/// # #[cfg(feature = "std")] {
/// use with_runtime::{ContextManager, Exception, with};
///
/// /// Suppresses panics.
/// struct Attempt;
///
/// impl ContextManager for Attempt {
///     type Value<'a> = ();
///     type Exit = bool;
///
///     fn enter(&mut self) {}
///
///     fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
///         exc.is_some_and(|exc| exc.panic_message() == Some("no more"))
///     }
/// }
///
/// with!(Attempt => catch {
///     panic!("no more");
/// });
/// # }
/// ```
#[macro_export]
macro_rules! with {
    ($($tokens:tt)*) => {
        $crate::__private::with! { ($crate) $($tokens)* }
    };
}

/// Python's `async with` statement.
///
/// `async_with!(EXPR as PAT => { BLOCK })` is [`with!`](crate::with) for an [`AsyncContextManager`]: `aenter` and `aexit` are
/// awaited, and nothing else differs. The grammar is the same, and so are life cycle, jumps, verdicts, strictness, `as PAT?`, several
/// managers (all of them async) and `catch`.
///
/// This is the specification of PEP 492, section "Asynchronous Context Managers and `async with`".
///
/// # Cancellation
///
/// A future may be dropped at any `.await`, and what has to be awaited can't be done then: `aexit` is not called, and if it was
/// waiting it isn't finished. What is called instead is the synchronous [`cancelled`](AsyncContextManager::cancelled), once for every
/// manager that is entered, the innermost first. It is called as well when a panic unwinds, unless the block is `catch { .. }`.
///
/// # Errors
///
/// As those of [`with!`](crate::with).
///
/// # Panics
///
/// As those of [`with!`](crate::with).
///
/// # Examples
///
/// ```
/// use std::io;
/// use with_runtime::{AsyncContextManager, SendException, Strict, async_with};
/// # struct Database;
/// # impl Database {
/// #     async fn execute(&mut self, sql: &str) -> io::Result<u64> { Ok(1) }
/// # }
///
/// struct Transaction<'d>(&'d mut Database);
///
/// impl<'d> AsyncContextManager for Transaction<'d> {
///     type Value<'a> = io::Result<&'a mut Database> where Self: 'a;
///     type Exit = Strict<io::Result<()>>; // a returned `Err` is rolled back, too
///
///     async fn aenter(&mut self) -> io::Result<&mut Database> {
///         self.0.execute("BEGIN").await?;
///         Ok(self.0)
///     }
///
///     async fn aexit(&mut self, exc: Option<SendException<'_>>) -> io::Result<()> {
///         let Some(exc) = exc else {
///             self.0.execute("COMMIT").await?;
///             return Ok(());
///         };
///         // A failure replaces the exception, so it says both.
///         let both = |failure| io::Error::other(format!("{failure}, after this: {exc}"));
///         self.0.execute("ROLLBACK").await.map_err(both)?;
///         Ok(())
///     }
/// }
///
/// async fn transfer(database: &mut Database) -> io::Result<u64> {
///     async_with!(Transaction(database) as database? => {
///         let rows = database.execute("UPDATE accounts ..").await?;
///         if rows == 0 {
///             return Err(io::ErrorKind::NotFound.into());
///         }
///         rows
///     })
/// }
/// # let mut database = Database;
/// # let mut run = std::pin::pin!(transfer(&mut database));
/// # let mut context = std::task::Context::from_waker(std::task::Waker::noop());
/// # assert!(matches!(run.as_mut().poll(&mut context), std::task::Poll::Ready(Ok(1))));
/// ```
#[macro_export]
macro_rules! async_with {
    ($($tokens:tt)*) => {
        $crate::__private::async_with! { ($crate) $($tokens)* }
    };
}
