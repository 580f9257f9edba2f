//! Where a block ends is asked of the whole block: a function may end in a statement whose block diverges anywhere in it.
#![allow(
    clippy::items_after_statements,
    clippy::needless_bool,
    clippy::needless_else,
    clippy::if_same_then_else,
    clippy::match_bool,
    clippy::needless_return,
    clippy::never_loop,
    clippy::redundant_else,
    redundant_semicolons,
    unreachable_code,
    unused_variables,
    reason = "these are the blocks in question"
)]

mod common;

use common::{Log, Oops, fail};
use with_runtime::with;

const ONCE: &str = "enter a, exit a: clean";

/// What the function returns, given a log and a flag, and what it leaves in the log.
macro_rules! blocks {
    ($($name:ident($log:ident, $flag:ident) -> $Type:ty $block:block = $yes:expr, $no:expr;)*) => {$(
        #[test]
        fn $name() {
            fn run($log: &Log, $flag: bool) -> $Type {
                with!($log.spy("a") => $block)
            }

            let log = Log::new();
            assert_eq!((run(&log, true), run(&log, false)), ($yes, $no));
            assert_eq!(log.text(), [ONCE, ONCE].join(", "));
        }
    )*};
}

blocks! {
    items_after_a_return(_log, flag) -> u8 {
        return number(flag);
        fn number(flag: bool) -> u8 {
            u8::from(flag)
        }
    } = 1, 0;

    a_lone_semicolon(_log, flag) -> u8 {
        return u8::from(flag);;
    } = 1, 0;

    returns_under_cfg(_log, flag) -> u8 {
        #[cfg(test)]
        return u8::from(flag);
        #[cfg(not(test))]
        return 7;
    } = 1, 0;

    blocks_under_cfg(_log, flag) -> u8 {
        #[cfg(any())]
        {
            return 7;
        }
        #[cfg(all())]
        {
            u8::from(flag)
        }
    } = 1, 0;

    a_choice_before_the_end(log, flag) -> u8 {
        if flag {
            return 1;
        } else {
            return 2;
        }
        log.note("never");
    } = 1, 2;

    a_match_before_the_end(log, flag) -> u8 {
        match flag {
            true => return 1,
            false => return 2,
        };
        log.note("never");
    } = 1, 2;

    a_let_that_diverges(log, flag) -> u8 {
        let number: u8 = if flag { return 1 } else { return 2 };
        log.note(number.to_string());
    } = 1, 2;

    a_nested_statement_before_items(log, flag) -> u8 {
        return number(flag) + with!(Log::new().spy("b") => { two() });
        fn number(flag: bool) -> u8 {
            u8::from(flag)
        }
        const fn two() -> u8 {
            2
        }
    } = 3, 2;

    a_loop_that_returns(_log, flag) -> u8 {
        loop {
            return u8::from(flag);
        }
    } = 1, 0;

    a_value_that_is_not_reached(_log, flag) -> Result<u8, Oops> {
        return Ok(u8::from(flag));
        Err(Oops("never"))
    } = Ok(1), Ok(0);

    an_error_under_cfg(_log, flag) -> Result<u8, Oops> {
        #[cfg(test)]
        return if flag { Ok(1) } else { Err(Oops("no")) };
        #[cfg(not(test))]
        return Ok(2);
    } = Ok(1), Err(Oops("no"));
}

/// The value has the type that it has in any block.
#[test]
fn a_value_after_a_jump_that_returns_another_type() {
    fn run(log: &Log) -> Result<u8, String> {
        for _ in 0..1 {
            let number = with!(log.spy("a") => {
                break;
                7_u8
            });
            log.note(number.to_string());
        }
        if log.len() > 9 {
            with!(log.spy("a") => {
                return Err("never".to_owned());
                if log.len() == 1 {}
            });
            with!(log.spy("a") => {
                return Err("never".to_owned());
                if log.len() == 1 {} else {}
            });
            with!(log.spy("a") => {
                return Err("never".to_owned());
                log.note("never")
            });
        }
        let number = with!(log.spy("a") => {
            return Err("no".to_owned());
            7_u8
        });
        Ok(number)
    }

    let log = Log::new();
    assert_eq!(run(&log), Err("no".to_owned()));
    assert_eq!(log.text(), [ONCE, ONCE].join(", "));
}

#[test]
fn a_return_under_cfg_that_is_gone() {
    fn run(log: &Log) {
        with!(log.spy("a") => {
            #[cfg(any())]
            return;
        });
        log.note("after");
    }

    let log = Log::new();
    run(&log);
    assert_eq!(log.text(), format!("{ONCE}, after"));
}

/// Whichever of the managers may suppress: the end of the block is out of reach for those before it.
#[test]
fn a_block_that_only_jumps_under_three_managers() {
    fn run(log: &Log, way: u8) -> Result<u8, Oops> {
        for _ in 0..1 {
            with!(log.spy("a"), log.spy("b").suppressing(), log.spy("c") => {
                if way == 0 { fail("no")? } else { break }
            });
            with!(log.spy("a").suppressing(), log.spy("b"), log.spy("c") => {
                return Ok(1);
            });
            with!(log.spy("a"), log.spy("b"), log.spy("c").suppressing() => {
                return Err(Oops("returned"));
            });
        }
        with!(log.spy("a"), log.spy("b"), log.spy("c") => {
            return Ok(2);
        })
    }

    assert_eq!(run(&Log::new(), 0), Ok(1));
    assert_eq!(run(&Log::new(), 1), Ok(2));
}
