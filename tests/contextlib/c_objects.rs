//! `FileContextTestCase` and `LockContextTestCase`: things of the standard library.

use std::fs::{self, File};
use std::io::{self, BufWriter, ErrorKind, LineWriter, Read, Write};
use std::sync::{Condvar, Mutex, RwLock, TryLockError};
use std::thread;

use with_runtime::contextlib::{on_exit, read_locked, write_locked};
use with_runtime::{ContextManager, Strict, with};

use crate::common::{panic_message, payload};
use crate::support::{Fault, both, panic_place};

/// Whether this process has the file open.
#[cfg(target_os = "linux")]
fn is_open(path: &std::path::Path) -> bool {
    let files = fs::read_dir("/proc/self/fd").unwrap();
    files
        .flatten()
        .any(|file| fs::read_link(file.path()).is_ok_and(|to| to == path))
}

#[cfg(target_os = "linux")]
#[test]
fn c24_a_file_is_closed_at_the_end() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("file");
    fs::write(&path, "text").unwrap();
    let path = path.as_path();
    fn read(path: &std::path::Path) -> io::Result<String> {
        with!(File::open(path)? as file => {
            assert!(is_open(path));
            io::read_to_string(file)
        })
    }
    assert_eq!(read(path).unwrap(), "text");
    assert!(!is_open(path));
    both("raised KIND body", |_, raise| {
        with!(File::open(path).unwrap() => catch { raise("body")? });
        Ok(())
    });
    assert!(!is_open(path));
}

/// A writer that is full at once.
struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(ErrorKind::StorageFull.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_buffered_writer_is_flushed_at_the_end() {
    fn write(out: impl Write) -> io::Result<usize> {
        with!(BufWriter::new(out) as out => { out.write(b"text")? })
    }
    let mut out = Vec::new();
    assert_eq!(write(&mut out).unwrap(), 4);
    assert_eq!(out, b"text");
}

#[test]
fn a_buffered_writer_that_can_not_be_flushed_is_the_failure_of_the_statement() {
    fn write(out: impl Write) -> io::Result<usize> {
        with!(BufWriter::new(out) as out => { out.write(b"text")? })
    }
    let error = write(Full).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::StorageFull);
    assert!(error.get_ref().is_none(), "it is as the writer gave it");

    fn lines(out: impl Write) -> io::Result<usize> {
        with!(LineWriter::new(out) as out => { out.write(b"text")? })
    }
    assert_eq!(lines(Full).unwrap_err().kind(), ErrorKind::StorageFull);
}

/// A flush that fails after an error keeps both.
#[cfg(target_os = "linux")]
#[test]
fn the_failure_of_a_flush_has_the_error_of_the_block_as_its_source() {
    fn write() -> io::Result<u8> {
        with!(BufWriter::new(File::create("/dev/full")?) as out => {
            writeln!(out, "line")?;
            let read: io::Result<u8> = Err(io::Error::other("no number"));
            read?
        })
    }

    let error = write().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::StorageFull);
    let both = format!("{:#}", anyhow::Error::from(error));
    assert!(both.ends_with(": while handling: no number"), "{both}");
}

/// A device that is full says so when it is written to, and no sooner: a drop would hide it.
#[cfg(target_os = "linux")]
#[test]
fn a_device_that_is_full_is_noticed() {
    fn write(lines: usize) -> io::Result<usize> {
        with!(BufWriter::new(File::create("/dev/full")?) as out => {
            for _ in 0..lines {
                writeln!(out, "line")?;
            }
            lines
        })
    }
    assert_eq!(write(0).unwrap(), 0);
    assert_eq!(write(1).unwrap_err().kind(), ErrorKind::StorageFull);
    fn line() -> io::Result<()> {
        with!(LineWriter::new(File::create("/dev/full")?) as out => { write!(out, "no end")? })
    }
    assert_eq!(line().unwrap_err().kind(), ErrorKind::StorageFull);
}

#[test]
fn c25_a_mutex_is_held_in_the_block() {
    let lock = Mutex::new(1);
    with!(&lock as mut number => {
        *number += 1;
        assert!(matches!(lock.try_lock(), Err(TryLockError::WouldBlock)));
    });
    assert_eq!(*lock.try_lock().unwrap(), 2);
    // Without a target it is held as well.
    with!(&lock => { assert!(lock.try_lock().is_err()) });
    fn fails(lock: &Mutex<i32>) -> Result<(), Fault> {
        with!(lock => { Err(Fault("body"))?; });
        Ok(())
    }
    fails(&lock).unwrap_err();
    assert!(!lock.is_poisoned(), "an error is no panic");
    assert!(lock.try_lock().is_ok());
}

/// As `lock().unwrap()`: the panic names the line of the statement.
#[test]
fn c25_a_panic_poisons_a_mutex_and_a_poisoned_one_can_not_be_entered() {
    let lock = Mutex::new(1);
    payload(|| with!(&lock => { panic!("body") }));
    assert!(lock.is_poisoned());
    assert!(panic_message(|| with!(&lock => {})).contains("poisoned lock"));
    let line = line!() + 1;
    let place = panic_place(|| with!(&lock => {}));
    assert_eq!(place, (file!().to_owned(), line));
    lock.clear_poison();
    payload(|| with!(&lock => catch { panic!("body") }));
    assert!(lock.is_poisoned());
}

#[test]
fn c26_a_lock_for_readers_and_writers() {
    let lock = RwLock::new(1);
    with!(write_locked(&lock) as mut number => {
        *number += 1;
        assert!(lock.try_read().is_err());
    });
    let reading = read_locked(&lock);
    with!(reading as number, reading as again => {
        assert_eq!((*number, *again), (2, 2));
        assert!(lock.try_write().is_err());
    });
    assert!(lock.try_write().is_ok());
    both("raised KIND body", |_, raise| {
        with!(read_locked(&lock) => catch { raise("body")? });
        Ok(())
    });
    assert!(lock.try_write().is_ok());
    payload(|| with!(write_locked(&lock) => { panic!("body") }));
    let line = line!() + 1;
    let place = panic_place(|| with!(read_locked(&lock) => {}));
    assert_eq!(place, (file!().to_owned(), line));
}

#[test]
fn c27_a_condition_is_waited_for_in_the_block() {
    let (lock, changed) = (Mutex::new(false), Condvar::new());
    thread::scope(|scope| {
        scope.spawn(|| {
            with!(&lock as mut ready => { *ready = true });
            changed.notify_one();
        });
        with!(&lock as mut ready => {
            while !*ready {
                ready = changed.wait(ready).unwrap();
            }
            assert!(*ready);
        });
    });
}

/// What the standard library has no type for is a closure away. It panics if it is released too
/// often.
struct Semaphore {
    free: Mutex<u32>,
    most: u32,
    released: Condvar,
}

impl Semaphore {
    fn acquire(&self) -> impl ContextManager<Exit = Strict<()>> {
        with!(&self.free as mut free => {
            free = self.released.wait_while(free, |free| *free == 0).unwrap();
            *free -= 1;
        });
        on_exit(|_| self.release())
    }

    fn release(&self) {
        with!(&self.free as mut free => {
            assert!(*free < self.most, "it was released too often");
            *free += 1;
        });
        self.released.notify_one();
    }
}

impl Semaphore {
    fn of_one() -> Self {
        Semaphore {
            free: Mutex::new(1),
            most: 1,
            released: Condvar::new(),
        }
    }

    fn free(&self) -> u32 {
        with!(&self.free as free => { *free })
    }
}

#[test]
fn c28_a_semaphore_is_held_in_the_block() {
    let semaphore = Semaphore::of_one();
    with!(semaphore.acquire() => { assert_eq!(semaphore.free(), 0) });
    assert_eq!(semaphore.free(), 1);
    both("raised KIND body", |_, raise| {
        with!(semaphore.acquire() => catch { raise("body")? });
        Ok(())
    });
    assert_eq!(semaphore.free(), 1);
}

#[test]
fn c29_a_bounded_semaphore_is_released_once_and_not_twice() {
    let semaphore = Semaphore::of_one();
    for _ in 0..2 {
        with!(semaphore.acquire() => { assert_eq!(semaphore.free(), 0) });
    }
    assert_eq!(
        panic_message(|| semaphore.release()),
        "it was released too often"
    );
}

#[test]
fn a_file_that_is_not_there_is_not_entered() {
    fn first(path: &str) -> io::Result<u8> {
        with!(File::open(path)? as file => {
            let mut byte = [0];
            file.read_exact(&mut byte)?;
            Ok(byte[0])
        })
    }
    assert_eq!(
        first(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")).unwrap(),
        b'#'
    );
    assert!(first("/no/such/file").is_err());
}
