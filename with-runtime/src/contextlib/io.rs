//! Files and writers.

use std::fs::File;
use std::io::{self, BufWriter, LineWriter, Write};

use super::exit_error::ExitError;
use crate::{ContextManager, Exception};

macro_rules! flushed {
    ($($Writer:ident),*) => {$(
        /// The writer is flushed at the end of the block, and if that fails, so does the statement.
        /// Its drop can't say so. An exception that the failure replaces is its
        /// [source](std::error::Error::source).
        ///
        /// It is reusable, by reference.
        ///
        /// # Examples
        ///
        /// ```
        #[doc = concat!("use std::io::{self, ", stringify!($Writer), ", Write};")]
        /// use with_runtime::with;
        ///
        /// fn write(to: impl Write) -> io::Result<()> {
        #[doc = concat!("    with!(", stringify!($Writer), "::new(to) as out => { write!(out, \"text\")? })")]
        /// }
        ///
        /// let mut text = Vec::new();
        /// write(&mut text)?;
        /// assert_eq!(text, b"text");
        /// # Ok::<(), io::Error>(())
        /// ```
        impl<W: Write> ContextManager for $Writer<W> {
            type Value<'a>
                = &'a mut $Writer<W>
            where
                Self: 'a;
            type Exit = io::Result<()>;

            #[inline]
            fn enter(&mut self) -> &mut Self {
                self
            }

            #[inline]
            fn exit(&mut self, exc: Option<Exception<'_>>) -> io::Result<()> {
                self.flush().map_err(|error| ExitError::new(error, exc).into())
            }
        }
    )*};
}

flushed!(BufWriter, LineWriter);

/// The file is closed at the end, by the drop that follows its exit. Whether all of it is on the
/// disk is not asked: [`closing(file, |file| file.sync_all())`](crate::contextlib::closing) does.
///
/// It is reusable, by reference.
///
/// # Examples
///
/// ```no_run
/// use std::fs::File;
/// use std::io;
/// use with_runtime::with;
///
/// fn read(path: &str) -> io::Result<String> {
///     with!(File::open(path)? as file => { io::read_to_string(file) })
/// }
/// ```
impl ContextManager for File {
    type Value<'a> = &'a mut File;
    type Exit = ();

    #[inline]
    fn enter(&mut self) -> &mut File {
        self
    }

    #[inline]
    fn exit(&mut self, _: Option<Exception<'_>>) {}
}
