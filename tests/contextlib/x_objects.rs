//! Things that have no manager of their own: a closure makes them one.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use tempfile::{NamedTempFile, TempDir};
use with_runtime::contextlib::{closing, managed};
use with_runtime::with;

use crate::common::panic_message;

/// A file is replaced as a whole or not at all.
fn replace(path: &Path, text: &str) -> io::Result<usize> {
    let directory = path.parent().unwrap_or(Path::new("."));
    with!(managed(NamedTempFile::new_in(directory)?, |file, exc| match exc {
        None => file.persist(path).map(drop).map_err(|error| error.error),
        Some(_) => file.close(),
    }) as file => {
        file.write_all(text.as_bytes())?;
        if text.is_empty() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        text.len()
    })
}

#[test]
fn a_temporary_file_is_persisted_or_removed() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("file");
    assert_eq!(replace(&path, "text").unwrap(), 4);
    assert!(replace(&path, "").is_err());
    assert_eq!(fs::read_to_string(&path).unwrap(), "text");
    assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 1);
}

/// A directory is there with all of its files or not at all.
fn generate(parent: &Path, names: &[&str]) -> io::Result<PathBuf> {
    with!(managed(TempDir::new_in(parent)?, |directory, exc| {
        if exc.is_some() {
            return directory.close();
        }
        let _ = directory.keep();
        Ok(())
    }) as directory => {
        for name in names {
            File::create_new(directory.path().join(name))?;
        }
        directory.path().to_owned()
    })
}

#[test]
fn a_temporary_directory_is_kept_or_removed() {
    let parent = tempfile::tempdir().unwrap();
    let entries = |path| fs::read_dir(path).unwrap().count();
    let kept = generate(parent.path(), &["a", "b"]).unwrap();
    assert_eq!(entries(kept.as_path()), 2);
    let error = generate(parent.path(), &["a", "a"]).unwrap_err();
    assert_eq!(error.kind(), io::ErrorKind::AlreadyExists);
    assert_eq!(entries(parent.path()), 1);
}

#[cfg(unix)]
#[test]
fn a_child_is_killed_where_the_block_fails_and_waited_for() {
    fn run(seconds: &str, fails: bool) -> io::Result<()> {
        let child = Command::new("sleep").arg(seconds).spawn()?;
        with!(managed(child, |mut child, exc| {
            if exc.is_some() {
                child.kill()?;
            }
            let status = child.wait()?;
            assert_eq!(status.success(), exc.is_none());
            Ok(())
        }) as child => {
            assert!(child.id() > 0);
            if fails {
                return Err(io::ErrorKind::TimedOut.into());
            }
        })
    }
    run("0", false).unwrap();
    assert_eq!(
        run("600", true).unwrap_err().kind(),
        io::ErrorKind::TimedOut
    );
}

#[test]
fn a_connection_is_shut_down() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let client = thread::spawn(move || -> io::Result<()> {
        with!(closing(TcpStream::connect(address)?, |stream| stream.shutdown(Shutdown::Write))
            as stream => { stream.write_all(b"hello")? })
    });
    let (mut stream, _) = listener.accept().unwrap();
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    assert_eq!(text, "hello");
    client.join().unwrap().unwrap();
}

/// Its panic is one of the statement.
#[test]
fn a_thread_is_joined() {
    let join = |handle: thread::JoinHandle<()>| {
        handle
            .join()
            .unwrap_or_else(|payload| resume_unwind(payload));
    };
    with!(closing(thread::spawn(|| ()), join) => {});
    let message = panic_message(|| {
        with!(closing(thread::spawn(|| panic!("in the thread")), join) => {});
    });
    assert_eq!(message, "in the thread");
}
