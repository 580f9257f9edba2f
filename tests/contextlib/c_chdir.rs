//! `TestChdir`. The working directory is the process's, so these tests take turns.

use std::env::current_dir;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use tempfile::TempDir;
use with_runtime::contextlib::{chdir, managed};
use with_runtime::{ContextManager, Strict, with};

use crate::support::both;

static TURN: Mutex<()> = Mutex::new(());

/// A directory with these in it. At the end the working directory must be the one it was.
fn directories(
    names: &[&str],
) -> impl for<'a> ContextManager<Value<'a> = &'a mut Directory, Exit = Strict<()>> {
    let temporary = tempfile::tempdir().unwrap();
    let root = temporary.path().canonicalize().unwrap();
    for name in names {
        fs::create_dir(root.join(name)).unwrap();
    }
    let before = current_dir().unwrap();
    managed(Directory { root, temporary }, move |directory, exc| {
        if exc.is_none() {
            assert_eq!(current_dir().unwrap(), before);
        }
        directory.temporary.close().unwrap();
    })
}

struct Directory {
    root: PathBuf,
    temporary: TempDir,
}

fn entered(path: &Path) -> io::Result<PathBuf> {
    with!(chdir(path) as _? => { current_dir()? })
}

#[test]
fn c79_the_directory_is_changed_for_the_block() {
    with!(&TURN, directories(&["one"]) as directory => {
        let one = directory.root.join("one");
        let before = current_dir().unwrap();
        assert_eq!(entered(&one).unwrap(), one);
        assert_eq!(current_dir().unwrap(), before);
    });
}

/// A clone is nested in the manager, as a statement has its manager for itself.
#[test]
fn c80_each_exit_restores_what_its_enter_found() {
    with!(&TURN, directories(&["one", "two"]) as directory => {
        let (one, two) = (directory.root.join("one"), directory.root.join("two"));
        let nested = || -> io::Result<()> {
            let (first, second) = (chdir(&one), chdir(&two));
            with!(first.clone() as _? => {
                assert_eq!(current_dir()?, one);
                with!(second as _? => {
                    assert_eq!(current_dir()?, two);
                    with!(first as _? => { assert_eq!(current_dir()?, one) })?;
                    assert_eq!(current_dir()?, two);
                })?;
                assert_eq!(current_dir()?, one);
            })
        };
        nested().unwrap();
    });
}

#[test]
fn c80_one_instance_is_used_again_and_may_be_entered_twice_by_hand() {
    with!(&TURN, directories(&["one"]) as directory => {
        let one = directory.root.join("one");
        let before = current_dir().unwrap();
        let mut again = chdir(&one);
        for _ in 0..2 {
            let mut run = || -> io::Result<_> { with!(&mut again as _? => { current_dir()? }) };
            assert_eq!(run().unwrap(), one);
        }
        again.enter().unwrap();
        again.enter().unwrap();
        again.exit(None).unwrap();
        assert_eq!(current_dir().unwrap(), one);
        again.exit(None).unwrap();
        assert_eq!(current_dir().unwrap(), before);
    });
}

#[test]
fn c81_the_directory_is_restored_after_an_exception_which_propagates() {
    with!(&TURN, directories(&["one"]) as directory => {
        let one = directory.root.join("one");
        both("raised KIND body", |_, raise| {
            let _: io::Result<()> = with!(chdir(&one) as entered => catch {
                entered.unwrap();
                raise("body")?
            });
            Ok(())
        });
    });
}

#[test]
fn a_directory_that_is_not_there_is_not_entered() {
    with!(&TURN, directories(&[]) as directory => {
        let absent = directory.root.join("absent");
        assert_eq!(entered(&absent).unwrap_err().kind(), io::ErrorKind::NotFound);
    });
}

#[test]
fn a_directory_that_is_gone_is_the_failure_of_the_statement() {
    with!(&TURN, directories(&["start", "one"]) as directory => {
        let (start, one) = (directory.root.join("start"), directory.root.join("one"));
        let vanished = || -> io::Result<()> {
            with!(chdir(&start) as _? => {
                with!(chdir(&one) as _? => { fs::remove_dir(&start)? })?;
            })
        };
        assert_eq!(vanished().unwrap_err().kind(), io::ErrorKind::NotFound);
    });
}
