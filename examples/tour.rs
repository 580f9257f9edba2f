//! A tour of the statement, on a real file and a real lock: `cargo run --example tour`.

use std::error::Error;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use with_runtime::{ContextManager, Exception, Strict, with};

/// A lock is held for the block. The guard is the value, so it is gone when exit is called, and poisons as usual.
struct Held<'a, T>(&'a Mutex<T>);

impl<T> ContextManager for Held<'_, T> {
    type Value<'a>
        = MutexGuard<'a, T>
    where
        Self: 'a;
    type Exit = ();

    fn enter(&mut self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) {
        match exc {
            None => println!("   the lock is free again"),
            Some(exc) => println!("   the lock is free again, after this: {exc}"),
        }
    }
}

/// A buffered file is flushed at the end. That can fail, and the statement says so.
struct Flushed(BufWriter<File>);

impl ContextManager for Flushed {
    type Value<'a> = &'a mut BufWriter<File>;
    type Exit = io::Result<()>;

    fn enter(&mut self) -> &mut BufWriter<File> {
        &mut self.0
    }

    fn exit(&mut self, _: Option<Exception<'_>>) -> io::Result<()> {
        self.0.flush()
    }
}

/// An error of this type is nothing to worry about.
struct Suppress<E>(PhantomData<E>);

impl<E: Error + 'static> ContextManager for Suppress<E> {
    type Value<'a>
        = ()
    where
        Self: 'a;
    type Exit = bool;

    fn enter(&mut self) {}

    fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
        let suppressed = exc.as_ref().filter(|exc| exc.is::<E>());
        if let Some(exc) = suppressed {
            println!("   suppressed: {exc}");
        }
        suppressed.is_some()
    }
}

/// A file is replaced as a whole or not at all: written under a temporary name, renamed on success, removed on failure.
struct Replace {
    path: PathBuf,
    temporary: PathBuf,
}

impl Replace {
    fn new(path: &Path) -> Self {
        Replace {
            path: path.to_owned(),
            temporary: path.with_extension("tmp"),
        }
    }
}

impl ContextManager for Replace {
    type Value<'a> = io::Result<File>;
    /// An `Err` that leaves the block as a value is a failure too.
    type Exit = Strict<io::Result<()>>;

    fn enter(&mut self) -> io::Result<File> {
        File::create(&self.temporary)
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> io::Result<()> {
        match exc {
            None => {
                println!("   renamed into place");
                fs::rename(&self.temporary, &self.path)
            }
            Some(exc) => {
                println!("   removed, because: {exc}");
                // A failure replaces the exception, so it says both.
                fs::remove_file(&self.temporary)
                    .map_err(|failure| io::Error::other(format!("{failure}, after this: {exc}")))
            }
        }
    }
}

/// A clean block: exit is told of no exception.
fn clean(path: &Path) -> io::Result<()> {
    with!(Flushed(BufWriter::new(File::create(path)?)) as file => {
        write!(file, "one\ntwo\nthree\n")?;
    })
}

/// `?` in the block: exit is told of the error, then the error goes on.
fn raised(path: &Path) -> Result<u32, Box<dyn Error>> {
    let lines = Mutex::new(fs::read_to_string(path)?);
    let number = with!(Held(&lines) as lines => {
        lines.trim().parse::<u32>()?
    });
    Ok(number)
}

/// The file can't be written to, but only the flush finds out, and only in exit.
fn flush_fails(path: &Path) -> io::Result<()> {
    let read_only = File::open(path)?;
    with!(Flushed(BufWriter::new(read_only)) as file => {
        file.write_all(b"four")?;
        println!("   all is written, it seems");
    })
}

/// A suppressed error: the next statement is the one behind the block.
fn suppressed() -> Result<(), std::num::ParseIntError> {
    with!(Suppress::<std::num::ParseIntError>(PhantomData) => {
        let number: u32 = "seven".parse()?;
        println!("   never printed: {number}");
    });
    println!("   and on we go");
    Ok(())
}

/// `break` leaves the loop around the statement, after exit.
fn first_long_line(text: &Mutex<Vec<&'static str>>) -> Option<usize> {
    let mut number = 0;
    loop {
        with!(Held(text) as lines => {
            match lines.get(number) {
                None => break None,
                Some(line) if line.len() > 3 => break Some(number),
                Some(_) => {}
            }
        });
        number += 1;
    }
}

/// The manager is strict: this `return Err(..)` rolls back.
fn replace(path: &Path, text: &str) -> io::Result<usize> {
    with!(Replace::new(path) as mut file? => {
        file.write_all(text.as_bytes())?;
        if text.is_empty() {
            return Err(io::Error::other("nothing to write"));
        }
        text.len()
    })
}

/// A panic passes through. Exit is called while it unwinds.
fn panics(lock: &Mutex<u32>) {
    with!(Held(lock) as number => {
        assert_eq!(*number, 1, "the number is wrong");
    });
}

fn main() -> Result<(), Box<dyn Error>> {
    let directory = std::env::temp_dir().join(format!("with-tour-{}", std::process::id()));
    fs::create_dir(&directory)?;
    let path = directory.join("lines.txt");

    println!("1. a clean block");
    clean(&path)?;
    println!("   the file holds {:?}", fs::read_to_string(&path)?);

    println!("2. an error raised with `?`");
    println!("   the function returned {:?}", raised(&path));

    println!("3. an exit that fails");
    println!("   the function returned {:?}", flush_fails(&path));

    println!("4. a suppressed error");
    suppressed()?;

    println!("5. a `break` out of the loop around the statement");
    let lines = Mutex::new(vec!["one", "two", "three"]);
    println!("   the loop's value is {:?}", first_long_line(&lines));

    println!("6. a strict transaction");
    println!("   the function returned {:?}", replace(&path, ""));
    println!("   the file holds {:?}", fs::read_to_string(&path)?);
    println!("   the function returned {:?}", replace(&path, "four"));
    println!("   the file holds {:?}", fs::read_to_string(&path)?);

    println!("7. a panic passing through");
    let lock = Mutex::new(2);
    let panicked = catch_unwind(AssertUnwindSafe(|| panics(&lock))).is_err();
    println!(
        "   it went on: {panicked}; it poisoned the lock: {}",
        lock.is_poisoned()
    );

    fs::remove_dir_all(&directory)?;
    Ok(())
}
