//! Another working directory.

use std::env;
use std::io;
use std::path::{Path, PathBuf};

use super::exit_error::ExitError;
use crate::{ContextManager, Exception};

/// Changes the working directory for the block, as Python's `chdir(path)` does.
///
/// Both ways can fail, so the target is `_?` and the statement evaluates to a `Result`. The working
/// directory belongs to the process: other threads see the change. It is reusable.
///
/// # Examples
///
/// ```
/// use std::{env, fs, io};
/// use with_runtime::contextlib::chdir;
/// use with_runtime::with;
///
/// fn entries(directory: &str) -> io::Result<usize> {
///     with!(chdir(directory) as _? => {
///         fs::read_dir(".")?.count()
///     })
/// }
///
/// let before = env::current_dir()?;
/// assert!(entries("src")? > 0);
/// assert!(entries("no/such/directory").is_err());
/// assert_eq!(env::current_dir()?, before);
/// # Ok::<(), io::Error>(())
/// ```
pub fn chdir(path: impl AsRef<Path>) -> Chdir {
    Chdir {
        path: path.as_ref().to_owned(),
        before: Vec::new(),
    }
}

/// The manager that [`chdir`] makes.
#[derive(Clone, Debug)]
#[must_use = "a context manager does nothing until `with!` enters it"]
pub struct Chdir {
    path: PathBuf,
    /// One for each time that it is entered.
    before: Vec<PathBuf>,
}

impl ContextManager for Chdir {
    type Value<'a> = io::Result<()>;
    type Exit = io::Result<()>;

    fn enter(&mut self) -> io::Result<()> {
        let before = env::current_dir()?;
        env::set_current_dir(&self.path)?;
        self.before.push(before);
        Ok(())
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> io::Result<()> {
        match self.before.pop() {
            Some(before) => {
                env::set_current_dir(before).map_err(|error| ExitError::new(error, exc).into())
            }
            None => Ok(()),
        }
    }
}
