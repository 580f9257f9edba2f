//! Every case as a pair: with the statement, and as a good programmer writes the same by hand.
#![allow(clippy::unnecessary_wraps, reason = "one signature fits all")]

use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use with_runtime::{ContextManager, with};

use crate::managers::{ByHand, Failed, Guard, Opaque, Refused, Unwinding};

type Outcome = Result<u64, Failed>;

/// Three managers, as some need three, and a number that decides what happens.
pub(crate) type Function<M> = fn(&mut [M; 3], u64) -> Outcome;

/// A manager that both sides call.
pub(crate) trait Manager<V>:
    for<'a> ContextManager<Value<'a> = u64, Exit = V> + ByHand<Exit = V> + 'static
{
}

impl<V, M> Manager<V> for M where
    M: for<'a> ContextManager<Value<'a> = u64, Exit = V> + ByHand<Exit = V> + 'static
{
}

/// Refuses odd numbers, and may panic.
#[inline(never)]
fn check(number: u64) -> Result<u64, Refused> {
    match black_box(number) {
        u64::MAX => panic!("no such number"),
        number if number % 2 == 1 => Err(Refused(number)),
        number => Ok(number / 2),
    }
}

/// What calling a function costs.
#[inline(never)]
pub(crate) fn nothing<M>(_: &mut [M; 3], number: u64) -> Outcome {
    Ok(number)
}

#[inline(never)]
pub(crate) fn ours_clean<M: Manager<()>>([manager, ..]: &mut [M; 3], number: u64) -> Outcome {
    let sum = with!(manager as depth => {
        depth + check(number).unwrap_or(0)
    });
    Ok(sum)
}

#[inline(never)]
pub(crate) fn by_hand_clean<M: Manager<()>>([manager, ..]: &mut [M; 3], number: u64) -> Outcome {
    let (guard, depth) = Guard::enter(manager);
    let sum = depth + check(number).unwrap_or(0);
    guard.exit(None);
    Ok(sum)
}

#[inline(never)]
pub(crate) fn ours_return<M: Manager<()>>([manager, ..]: &mut [M; 3], number: u64) -> Outcome {
    let sum = with!(manager as depth => {
        let half = check(number).unwrap_or(0);
        if half > 1 {
            return Ok(half);
        }
        depth + half
    });
    Ok(sum * 3)
}

#[inline(never)]
pub(crate) fn by_hand_return<M: Manager<()>>([manager, ..]: &mut [M; 3], number: u64) -> Outcome {
    let (guard, depth) = Guard::enter(manager);
    let half = check(number).unwrap_or(0);
    if half > 1 {
        guard.exit(None);
        return Ok(half);
    }
    let sum = depth + half;
    guard.exit(None);
    Ok(sum * 3)
}

#[inline(never)]
pub(crate) fn ours_raised<M: Manager<()>>([manager, ..]: &mut [M; 3], number: u64) -> Outcome {
    let sum = with!(manager as depth => { depth + check(number)? });
    Ok(sum)
}

#[inline(never)]
pub(crate) fn by_hand_raised<M: Manager<()>>([manager, ..]: &mut [M; 3], number: u64) -> Outcome {
    let (guard, depth) = Guard::enter(manager);
    let half = match check(number) {
        Ok(half) => half,
        Err(error) => {
            guard.exit(Some(&error));
            return Err(error.into());
        }
    };
    let sum = depth + half;
    guard.exit(None);
    Ok(sum)
}

#[inline(never)]
pub(crate) fn ours_suppressed<M: Manager<bool>>(
    [manager, ..]: &mut [M; 3],
    number: u64,
) -> Outcome {
    let mut sum = 0;
    with!(manager as depth => {
        sum = depth + check(number)?;
    });
    Ok(sum)
}

#[inline(never)]
pub(crate) fn by_hand_suppressed<M: Manager<bool>>(
    [manager, ..]: &mut [M; 3],
    number: u64,
) -> Outcome {
    let mut sum = 0;
    let (guard, depth) = Guard::enter(manager);
    match check(number) {
        Ok(half) => {
            sum = depth + half;
            guard.exit(None);
        }
        Err(error) => {
            if !guard.exit(Some(&error)) {
                return Err(error.into());
            }
        }
    }
    Ok(sum)
}

#[inline(never)]
pub(crate) fn ours_fallible<M: Manager<Result<(), Failed>>>(
    [manager, ..]: &mut [M; 3],
    number: u64,
) -> Outcome {
    with!(manager as depth => { depth + check(number)? })
}

#[inline(never)]
pub(crate) fn by_hand_fallible<M: Manager<Result<(), Failed>>>(
    [manager, ..]: &mut [M; 3],
    number: u64,
) -> Outcome {
    let (guard, depth) = Guard::enter(manager);
    match check(number) {
        Ok(half) => {
            let sum = depth + half;
            guard.exit(None)?;
            Ok(sum)
        }
        Err(error) => {
            guard.exit(Some(&error))?;
            Err(error.into())
        }
    }
}

#[inline(never)]
pub(crate) fn ours_nested<M: Manager<()>>([a, b, c]: &mut [M; 3], number: u64) -> Outcome {
    let sum = with!(a as one => {
        with!(b as two => {
            with!(c as three => { one + two + three + check(number)? })
        })
    });
    Ok(sum)
}

#[inline(never)]
pub(crate) fn ours_joined<M: Manager<()>>([a, b, c]: &mut [M; 3], number: u64) -> Outcome {
    let sum = with!(a as one, b as two, c as three => {
        one + two + three + check(number)?
    });
    Ok(sum)
}

#[inline(never)]
pub(crate) fn by_hand_nested<M: Manager<()>>([a, b, c]: &mut [M; 3], number: u64) -> Outcome {
    let (outer, one) = Guard::enter(a);
    let (middle, two) = Guard::enter(b);
    let (inner, three) = Guard::enter(c);
    let half = match check(number) {
        Ok(half) => half,
        Err(error) => {
            inner.exit(Some(&error));
            middle.exit(Some(&error));
            outer.exit(Some(&error));
            return Err(error.into());
        }
    };
    let sum = one + two + three + half;
    inner.exit(None);
    middle.exit(None);
    outer.exit(None);
    Ok(sum)
}

#[inline(never)]
pub(crate) fn ours_caught<M: Manager<()>>([manager, ..]: &mut [M; 3], number: u64) -> Outcome {
    let sum = with!(manager as depth => catch {
        depth + check(number)?
    });
    Ok(sum)
}

#[inline(never)]
pub(crate) fn by_hand_caught<M: Manager<()>>([manager, ..]: &mut [M; 3], number: u64) -> Outcome {
    let (guard, depth) = Guard::enter(manager);
    let caught = catch_unwind(AssertUnwindSafe(|| Ok(depth + check(number)?)));
    match caught {
        Ok(Ok(sum)) => {
            guard.exit(None);
            Ok(sum)
        }
        Ok(Err::<_, Refused>(error)) => {
            guard.exit(Some(&error));
            Err(error.into())
        }
        Err(payload) => {
            guard.exit(Some(&Unwinding(0)));
            resume_unwind(payload)
        }
    }
}

#[inline(never)]
pub(crate) fn ours_loop<M: Manager<()>>([manager, ..]: &mut [M; 3], rounds: u64) -> Outcome {
    let mut sum = 0;
    for number in 0..rounds {
        with!(&mut *manager as depth => {
            if number % 4 == 3 {
                continue;
            }
            if depth == 0 {
                break;
            }
            sum += check(number * 2)?;
        });
    }
    Ok(sum)
}

#[inline(never)]
pub(crate) fn by_hand_loop<M: Manager<()>>([manager, ..]: &mut [M; 3], rounds: u64) -> Outcome {
    let mut sum = 0;
    for number in 0..rounds {
        let (guard, depth) = Guard::enter(manager);
        if number % 4 == 3 {
            guard.exit(None);
            continue;
        }
        if depth == 0 {
            guard.exit(None);
            break;
        }
        match check(number * 2) {
            Ok(half) => sum += half,
            Err(error) => {
                guard.exit(Some(&error));
                return Err(error.into());
            }
        }
        guard.exit(None);
    }
    Ok(sum)
}

#[inline(never)]
#[rustfmt::skip]
pub(crate) fn ours_twenty([manager, ..]: &mut [Opaque<()>; 3], mut sum: u64) -> Outcome {
    with!(manager => {
        sum = check(sum)?; sum = check(sum)?; sum = check(sum)?; sum = check(sum)?; sum = check(sum)?;
        sum = check(sum)?; sum = check(sum)?; sum = check(sum)?; sum = check(sum)?; sum = check(sum)?;
        sum = check(sum)?; sum = check(sum)?; sum = check(sum)?; sum = check(sum)?; sum = check(sum)?;
        sum = check(sum)?; sum = check(sum)?; sum = check(sum)?; sum = check(sum)?; sum = check(sum)?;
    });
    Ok(sum)
}

#[inline(never)]
#[rustfmt::skip]
pub(crate) fn by_hand_twenty([manager, ..]: &mut [Opaque<()>; 3], mut sum: u64) -> Outcome {
    let (guard, _) = Guard::enter(manager);
    macro_rules! raise {
        ($result:expr) => {
            match $result {
                Ok(half) => half,
                Err(error) => {
                    guard.exit(Some(&error));
                    return Err(error.into());
                }
            }
        };
    }
    sum = raise!(check(sum)); sum = raise!(check(sum)); sum = raise!(check(sum)); sum = raise!(check(sum));
    sum = raise!(check(sum)); sum = raise!(check(sum)); sum = raise!(check(sum)); sum = raise!(check(sum));
    sum = raise!(check(sum)); sum = raise!(check(sum)); sum = raise!(check(sum)); sum = raise!(check(sum));
    sum = raise!(check(sum)); sum = raise!(check(sum)); sum = raise!(check(sum)); sum = raise!(check(sum));
    sum = raise!(check(sum)); sum = raise!(check(sum)); sum = raise!(check(sum)); sum = raise!(check(sum));
    guard.exit(None);
    Ok(sum)
}
