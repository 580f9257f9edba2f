//! `ExitSwallowsExceptionTestCase`: what the verdict does to an exception.

use with_runtime::with;

use crate::spies::{by_error, by_panic, spy};

#[test]
fn w49_true_suppresses_and_the_next_statement_is_run() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                let nothing: () = with!(spy(log, "a").exiting(|| true) => $($catch)? {
                    raise("body")?;
                });
                log.note(format!("{nothing:?}"));
                Ok(())
            }
        };
    }

    assert_eq!(by_error(run!()), "enter a, exit a: error body, ()");
    assert_eq!(by_panic(run!(catch)), "enter a, exit a: panic body, ()");
    assert_eq!(
        by_panic(run!()),
        "enter a, exit a: panic, raised panic body"
    );
}

#[test]
fn w50_false_does_not_suppress() {
    macro_rules! run {
        ($($catch:ident)?) => {
            |log, raise| {
                with!(spy(log, "a").exiting(|| false) => $($catch)? {
                    raise("body")?;
                });
                log.note("never");
                Ok(())
            }
        };
    }

    assert_eq!(
        by_error(run!()),
        "enter a, exit a: error body, raised error body"
    );
    assert_eq!(
        by_panic(run!(catch)),
        "enter a, exit a: panic body, raised panic body"
    );
    assert_eq!(
        by_panic(run!()),
        "enter a, exit a: panic, raised panic body"
    );
}
