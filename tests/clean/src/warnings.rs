//! What has drawn a warning that a plain block doesn't.

use std::task::{Poll, ready};

use with_runtime::with;

use crate::managers::Guard;
use crate::{helper, used};

/// Makes a jump whose value never is.
macro_rules! hand_out {
    ($value:expr) => {
        if $value > 3 {
            return loop {
                helper();
            };
        }
    };
}

/// What `yield` in a statement stands for in `async_stream::stream!`.
macro_rules! stream {
    ($($statement:tt)*) => {
        'scope: {
            with!(Guard => {
                if false {
                    break 'scope (loop {});
                }
                $($statement)*
            });
        }
    };
}

/// Jumps that carry what never is.
#[allow(
    unreachable_code,
    clippy::diverging_sub_expression,
    reason = "a plain block gets these warnings, too"
)]
#[must_use]
pub fn never_jumps(number: u32) -> u32 {
    with!(Guard => {
        hand_out!(number);
        if number == 1 {
            return loop {
                helper();
            };
        }
    });
    stream! {
        helper();
    }
    'search: {
        with!(Guard => {
            if number == 2 {
                break 'search todo!("later");
            }
        });
        number
    }
}

/// `?` on what stands in parentheses for a reason.
#[must_use]
pub fn dereferences(number: &Option<u32>) -> Option<u32> {
    let known = with!(Guard => { (*number)? });
    Some(known)
}

/// Macros whose import only a block uses.
pub fn polls(number: Poll<u32>) -> Poll<u32> {
    let known = with!(Guard => { ready!(number) });
    Poll::Ready(known + 1)
}

/// A macro that nobody knows, where an unused result is forbidden.
pub mod forbidden {
    #![forbid(unused_must_use)]

    use with_runtime::with;

    use crate::managers::Guard;

    macro_rules! unknown {
        ($($statement:stmt;)*) => {
            $($statement)*
        };
    }

    /// One.
    pub fn unknown() {
        with!(Guard => {
            unknown! { crate::helper(); crate::used(1); }
        });
    }
}

/// Unlabelled jumps, where every number needs a suffix.
#[deny(clippy::default_numeric_fallback)]
pub fn numbers() {
    with!(Guard => {
        for turn in 0_u32..4 {
            if turn == 3 {
                break;
            }
            if turn == 4 {
                continue;
            }
            used(turn);
        }
    });
}

/// A function that doesn't return, at the end of a block.
pub fn own_end(number: Option<u32>) {
    with!(Guard => {
        used(number.unwrap_or(3));
        die()
    });
}

fn die() -> ! {
    std::process::exit(1)
}
