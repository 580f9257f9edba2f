//! What is added to a stack.

use alloc::boxed::Box;
use core::marker::PhantomData;

use super::{ExitStack, FitsIn, Managed};
use crate::contextlib::accept::{EnterCannotFail, ExitValue};
use crate::contextlib::entries::known;
use crate::exception::Exception;
use crate::{ContextManager, Verdict};

impl<'s, V: Verdict + 'static> ExitStack<'s, V> {
    /// Calls a function at the end, whatever happened. It isn't passed the exception and doesn't
    /// suppress it: a `true` is ignored.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::contextlib::ExitStack;
    /// use with_runtime::with;
    ///
    /// with!(ExitStack::new() as stack => {
    ///     stack.callback(|| println!("world"));
    ///     stack.callback(|| println!("hello"));
    /// });
    /// ```
    #[track_caller]
    pub fn callback<R: ExitValue<V>>(&self, callback: impl FnOnce() -> R + 's) {
        let exit = move |_: Option<Exception<'_>>| callback().into_result().map(|_| false);
        self.entries.add_function(Box::new(exit));
    }

    /// Calls a function at the end if there is an exception then: to undo what was done.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::fs::{self, File};
    /// use std::io::{self, Write};
    /// use with_runtime::contextlib::ExitStack;
    /// use with_runtime::with;
    ///
    /// /// The file, or no file.
    /// fn write(path: &str, lines: &[&str]) -> io::Result<()> {
    ///     with!(ExitStack::new() as stack => {
    ///         let mut file = File::create(path)?;
    ///         stack.on_error(|| drop(fs::remove_file(path)));
    ///         for line in lines {
    ///             writeln!(file, "{line}")?;
    ///         }
    ///         file.sync_all()
    ///     })
    /// }
    /// # let path = std::env::temp_dir().join(format!("on-error-{}", std::process::id()));
    /// # write(path.to_str().unwrap(), &["one"])?;
    /// # fs::remove_file(path)?;
    /// # Ok::<(), io::Error>(())
    /// ```
    #[track_caller]
    pub fn on_error<R: ExitValue<V>>(&self, callback: impl FnOnce() -> R + 's) {
        let exit = move |exc: Option<Exception<'_>>| match exc {
            Some(_) => callback().into_result().map(|_| false),
            None => Ok(false),
        };
        self.entries.add_function(Box::new(exit));
    }

    /// Calls a function at the end, which is passed the exception and may suppress it, if the stack
    /// may.
    ///
    /// A manager is pushed, and not entered, by `stack.push(move |exc| manager.exit(exc))`. So is
    /// one that borrows.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::contextlib::ExitStack;
    /// use with_runtime::with;
    ///
    /// fn read(text: &str) -> Result<u8, std::num::ParseIntError> {
    ///     with!(ExitStack::new() as stack => {
    ///         stack.push(|exc| match exc {
    ///             Some(exc) => eprintln!("cannot read: {exc}"),
    ///             None => eprintln!("done"),
    ///         });
    ///         text.parse()
    ///     })
    /// }
    /// # assert!(read("seven").is_err());
    /// ```
    #[track_caller]
    pub fn push<R: ExitValue<V>>(&self, exit: impl FnOnce(Option<Exception<'_>>) -> R + 's) {
        let exit = move |exc: Option<Exception<'_>>| exit(exc).into_result();
        self.entries.add_function(Box::new(exit));
    }

    /// Enters a manager, which is exited at the end, and returns its value.
    ///
    /// The value can be used until the stack is closed or moved elsewhere, while others are
    /// entered. The manager must own what it needs. For one that borrows there is
    /// [`push`](Self::push), if its value doesn't borrow from the manager itself, a nested
    /// statement, or [`nested`](crate::contextlib::nested).
    ///
    /// If entering it panics it is not exited. An enter that returns a `Result` doesn't compile:
    /// see
    /// [`try_enter_context`](Self::try_enter_context). `L` and `K` are inferred, and never written.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::contextlib::ExitStack;
    /// use with_runtime::with;
    /// # use with_runtime::{ContextManager, Exception};
    /// # struct Indented(String);
    /// # impl ContextManager for Indented {
    /// #     type Value<'a> = &'a mut String;
    /// #     type Exit = ();
    /// #     fn enter(&mut self) -> &mut String { &mut self.0 }
    /// #     fn exit(&mut self, _: Option<Exception<'_>>) {}
    /// # }
    ///
    /// with!(ExitStack::new() as stack => {
    ///     let one = stack.enter_context(Indented("one".to_owned()));
    ///     let two = stack.enter_context(Indented("two".to_owned()));
    ///     std::mem::swap(one, two);
    /// });
    /// ```
    #[track_caller]
    pub fn enter_context<'a, M, L, K>(&'a self, manager: M) -> M::Value<'a>
    where
        M: ContextManager<Exit: FitsIn<V, L>, Value<'a>: EnterCannotFail<K>> + 'static,
        L: 'static,
    {
        let entering = self.add_manager(manager);
        let value = entering.manager.enter();
        entering.entered = true;
        value
    }

    /// Enters a manager whose enter can fail. It is exited if it was entered.
    ///
    /// # Errors
    ///
    /// What the manager's enter fails with.
    ///
    /// # Examples
    ///
    /// ```
    /// use with_runtime::contextlib::ExitStack;
    /// use with_runtime::{ContextManager, Exception, with};
    ///
    /// struct Seat(u32);
    ///
    /// impl ContextManager for Seat {
    ///     type Value<'a> = Result<u32, String>;
    ///     type Exit = ();
    ///     fn enter(&mut self) -> Result<u32, String> {
    ///         if self.0 > 2 { Err("sold out".to_owned()) } else { Ok(self.0) }
    ///     }
    ///     fn exit(&mut self, _: Option<Exception<'_>>) {}
    /// }
    ///
    /// fn reserve(seats: u32) -> Result<u32, String> {
    ///     with!(ExitStack::new() as stack => {
    ///         let mut last = 0;
    ///         for seat in 1..=seats {
    ///             last = stack.try_enter_context(Seat(seat))?; // those before it are exited
    ///         }
    ///         Ok(last)
    ///     })
    /// }
    ///
    /// assert_eq!(reserve(2), Ok(2));
    /// assert_eq!(reserve(3), Err("sold out".to_owned()));
    /// ```
    #[track_caller]
    pub fn try_enter_context<'a, M, T: 'a, F: 'a, L>(&'a self, manager: M) -> Result<T, F>
    where
        M: ContextManager<Exit: FitsIn<V, L>, Value<'a> = Result<T, F>> + 'static,
        L: 'static,
    {
        let entering = self.add_manager(manager);
        let value = entering.manager.enter();
        entering.entered = value.is_ok();
        value
    }

    #[track_caller]
    fn add_manager<M, L>(&self, manager: M) -> &mut Managed<M, V, L>
    where
        M: ContextManager<Exit: FitsIn<V, L>> + 'static,
        L: 'static,
    {
        known(self.entries.add_manager(Box::new(Managed::<M, V, L> {
            manager,
            entered: false,
            verdict: PhantomData,
        })))
    }
}
