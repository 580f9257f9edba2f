//! Managers and cleanups whose number is known at run time only.

use alloc::boxed::Box;
use core::any::Any;
use core::fmt;
use core::marker::PhantomData;
use core::mem;

use super::entries::{Entries, Exit, Stacked, Taken};
use super::failure::{Failed, FitsIn, failed};
use super::unwinding::{Panics, abandon_all, exit_all};
use crate::exception::{Exception, Traceback};
use crate::{ContextManager, Strict, Verdict};

mod constructors;
mod register;

/// Python's `ExitStack`: any number of managers and cleanup functions, added while the block runs
/// and exited in reverse at its end.
///
/// It is a context manager, and its own value. The type `V` is its verdict, and so says what the
/// exits in it may do:
///
/// | constructor | `V` | exits may suppress | exits may fail |
/// |---|---|---|---|
/// | [`new`](Self::new) | `()` | no | no |
/// | [`suppressing`](Self::suppressing) | `bool` | yes | no |
/// | [`fallible`](Self::fallible) | `Result<(), E>` | no | yes |
/// | [`fallible_suppressing`](Self::fallible_suppressing) | `Result<bool, E>` | yes | yes |
///
/// The exits are called one after another, the last one first, as those of nested statements are:
/// each is passed what the ones before it made of the exception. One that suppresses it ends it,
/// one that fails replaces it, and whatever happens, the others are called.
///
/// A stack is [`Strict`]: an `Err` that leaves the block as a value is an exception to all that is
/// in it.
///
/// # Drop
///
/// A stack that is dropped before it is exited or [closed](Self::close) was left half-way. Its
/// exits are called, and passed that the block was [interrupted](crate::ExceptionKind::Interrupted)
/// (or, while a panic unwinds, the panic). What they return has no effect. Python calls none.
///
/// # Panics
///
/// If an exit panics, the others are passed that a panic unwinds, and then it resumes. With
/// [`catching`](Self::catching) it is an exception to them.
///
/// # Examples
///
/// Any number of files:
///
/// ```
/// use std::fs::File;
/// use std::io::{self, Write};
/// use std::path::Path;
/// use with_runtime::contextlib::ExitStack;
/// # use with_runtime::{ContextManager, Exception};
/// use with_runtime::with;
///
/// # struct Synced(File);
/// # impl ContextManager for Synced {
/// #     type Value<'a> = &'a mut File;
/// #     type Exit = io::Result<()>;
/// #     fn enter(&mut self) -> &mut File { &mut self.0 }
/// #     fn exit(&mut self, _: Option<Exception<'_>>) -> io::Result<()> { self.0.sync_all() }
/// # }
/// fn copy_to_all(text: &str, paths: &[&Path]) -> io::Result<usize> {
///     with!(ExitStack::fallible() as stack => {
///         let mut files = Vec::new();
///         for path in paths {
///             files.push(stack.enter_context(Synced(File::create(path)?)));
///         }
///         for file in &mut files {
///             file.write_all(text.as_bytes())?;
///         }
///         files.len()
///     })
/// }
/// # let directory = std::env::temp_dir();
/// # let path = directory.join(format!("exit-stack-{}", std::process::id()));
/// # assert_eq!(copy_to_all("text", &[&path])?, 1);
/// # assert_eq!(std::fs::read_to_string(&path)?, "text");
/// # std::fs::remove_file(path)?;
/// # Ok::<(), io::Error>(())
/// ```
///
/// Steps that are undone if a later one fails:
///
/// ```
/// use with_runtime::contextlib::ExitStack;
/// use with_runtime::with;
///
/// # fn book(what: &str) -> Result<u32, String> { Ok(1) }
/// # fn cancel(number: u32) {}
/// fn travel() -> Result<(u32, u32), String> {
///     with!(ExitStack::new() as stack => {
///         let flight = book("flight")?;
///         stack.on_error(move || cancel(flight));
///         let hotel = book("hotel")?;
///         Ok((flight, hotel))
///     })
/// }
/// # assert_eq!(travel(), Ok((1, 1)));
/// ```
#[must_use = "the exits in it are called when it is dropped"]
pub struct ExitStack<'s, V: Verdict + 'static = ()> {
    entries: Entries<Function<'s, V>, Manager<V>>,
    failed: fn(V::Error, Traceback) -> Failed<V::Error>,
    panics: Panics,
}

type Function<'s, V> =
    Box<dyn FnOnce(Option<Exception<'_>>) -> Result<bool, <V as Verdict>::Error> + 's>;

type Manager<V> = Box<dyn StackedManager<<V as Verdict>::Error>>;

/// A manager that is entered.
trait StackedManager<E>: Stacked {
    fn exit(&mut self, exc: Option<Exception<'_>>, traceback: Traceback)
    -> Result<bool, Failed<E>>;
}

struct Managed<M, V, L> {
    manager: M,
    entered: bool,
    verdict: PhantomData<fn() -> (V, L)>,
}

impl<M: 'static, V: 'static, L: 'static> Stacked for Managed<M, V, L> {
    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

impl<M, V, L> StackedManager<V::Error> for Managed<M, V, L>
where
    M: ContextManager<Exit: FitsIn<V, L>> + 'static,
    V: Verdict + 'static,
    L: 'static,
{
    fn exit(
        &mut self,
        exc: Option<Exception<'_>>,
        traceback: Traceback,
    ) -> Result<bool, Failed<V::Error>> {
        if !self.entered {
            return Ok(false);
        }
        <M::Exit as Verdict>::into_result(self.manager.exit(exc))
            .map_err(|error| failed(error, traceback, M::Exit::convert))
    }
}

impl<'s, V: Verdict + 'static> ExitStack<'s, V> {
    fn with_failures(failed: fn(V::Error, Traceback) -> Failed<V::Error>) -> Self {
        ExitStack {
            entries: Entries::new(),
            failed,
            panics: Panics::default(),
        }
    }

    /// The same stack, to which a panic in an exit is an exception: the exits beneath are passed it
    /// with its payload, and may suppress it. That is what `catch { .. }` does for nested
    /// statements.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::contextlib::ExitStack;
    /// use with_runtime::with;
    ///
    /// with!(ExitStack::suppressing().catching() as stack => catch {
    ///     stack.push(|exc| exc.is_some_and(|exc| exc.panic_message() == Some("broken")));
    ///     stack.callback(|| -> () { panic!("broken") });
    /// });
    /// ```
    #[cfg(feature = "std")]
    pub fn catching(mut self) -> Self {
        self.panics = Panics::Raise;
        self
    }

    /// Moves all that is in the stack to a new one, so that it outlives the block.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::contextlib::ExitStack;
    /// use with_runtime::with;
    ///
    /// struct Server {
    ///     cleanup: ExitStack<'static>,
    /// }
    ///
    /// # fn listen() -> Result<(), String> { Ok(()) }
    /// # fn stop() {}
    /// impl Server {
    ///     fn start() -> Result<Server, String> {
    ///         with!(ExitStack::new() as stack => {
    ///             listen()?;
    ///             stack.callback(stop);
    ///             // .. whatever may fail ..
    ///             Ok(Server { cleanup: stack.pop_all() })
    ///         })
    ///     }
    ///
    ///     fn stop(mut self) {
    ///         self.cleanup.close();
    ///     }
    /// }
    /// # Server::start().unwrap().stop();
    /// ```
    pub fn pop_all(&mut self) -> Self {
        let empty = ExitStack {
            entries: Entries::new(),
            ..*self
        };
        mem::replace(self, empty)
    }

    /// Exits all that is in the stack, now. There is no exception. It can be filled again.
    ///
    /// # Errors
    ///
    /// In a stack whose exits may fail, the failure of the last one that does.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::contextlib::ExitStack;
    ///
    /// let mut stack = ExitStack::fallible();
    /// stack.callback(|| Err("the disk is full"));
    /// assert_eq!(stack.close(), Err("the disk is full"));
    /// assert_eq!(stack.close(), Ok(())); // there is nothing in it
    /// ```
    pub fn close(&mut self) -> V::Answer {
        self.exit(None)
    }

    /// Calls the next exit with each call.
    fn exits(
        &mut self,
    ) -> impl FnMut(Option<Exception<'_>>) -> Option<Result<bool, Failed<V::Error>>> + use<'s, V>
    {
        let failed = self.failed;
        let mut entries: Taken<Function<'s, V>, Manager<V>> = self.entries.take();
        move |exc| {
            let (exit, traceback) = entries.pop()?;
            Some(match exit {
                Exit::Function(exit) => exit(exc).map_err(|error| failed(error, traceback)),
                Exit::Manager(mut manager) => manager.exit(exc, traceback),
            })
        }
    }
}

impl<V: Verdict + 'static> Drop for ExitStack<'_, V> {
    fn drop(&mut self) {
        if self.entries.len() > 0 {
            abandon_all(self.exits());
        }
    }
}

impl<'s, V: Verdict + 'static> ContextManager for ExitStack<'s, V> {
    type Value<'a>
        = &'a mut ExitStack<'s, V>
    where
        Self: 'a;
    type Exit = Strict<V>;

    fn enter(&mut self) -> &mut Self {
        self
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> V::Answer {
        exit_all::<V>(exc, self.panics, self.exits())
    }
}

impl<V: Verdict + 'static> fmt::Debug for ExitStack<'_, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExitStack")
            .field("exits", &self.entries.len())
            .finish_non_exhaustive()
    }
}
