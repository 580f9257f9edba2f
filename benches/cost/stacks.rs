//! Stacks and nested managers, beside what one would write by hand: a `Vec`, and a guard that
//! empties it.

#![allow(clippy::unnecessary_wraps, reason = "one signature fits all")]

use std::cell::Cell;
use std::error::Error;
use std::hint::black_box;

use with_runtime::contextlib::{ExitStack, chaining, nested};
use with_runtime::with;

use crate::managers::{ByHand, Failed, Guard, Opaque, Refused, Unwinding};

/// A number decides what happens.
pub(crate) type Function = fn(u64) -> Result<u64, Failed>;

#[inline(never)]
pub(crate) fn call(function: Function, number: u64, rounds: u64) {
    for _ in 0..rounds {
        let _ = black_box(function(black_box(number)));
    }
}

#[inline(never)]
pub(crate) fn nothing(number: u64) -> Result<u64, Failed> {
    Ok(number)
}

/// Refuses odd numbers.
#[inline(never)]
fn check(number: u64) -> Result<u64, Refused> {
    match black_box(number) {
        number if number % 2 == 1 => Err(Refused(number)),
        number => Ok(number / 2),
    }
}

type Cleanup<'s> = Box<dyn FnOnce(Option<&(dyn Error + 'static)>) + 's>;

/// What people write who have no stack.
#[derive(Default)]
struct Cleanups<'s>(Vec<Cleanup<'s>>);

impl<'s> Cleanups<'s> {
    fn push(&mut self, cleanup: impl FnOnce(Option<&(dyn Error + 'static)>) + 's) {
        self.0.push(Box::new(cleanup));
    }

    fn run(&mut self, exc: Option<&(dyn Error + 'static)>) {
        while let Some(cleanup) = self.0.pop() {
            cleanup(exc);
        }
    }
}

impl Drop for Cleanups<'_> {
    fn drop(&mut self) {
        self.run(Some(&Unwinding(0)));
    }
}

#[inline(never)]
pub(crate) fn ours_callbacks(number: u64) -> Result<u64, Failed> {
    let sum = Cell::new(0);
    with!(ExitStack::new() as stack => {
        for one in 0..4 {
            let sum = &sum;
            stack.callback(move || sum.set(sum.get() + one));
        }
        sum.set(check(number)?);
    });
    Ok(sum.get())
}

#[inline(never)]
pub(crate) fn by_hand_callbacks(number: u64) -> Result<u64, Failed> {
    let sum = Cell::new(0);
    let mut cleanups = Cleanups::default();
    for one in 0..4 {
        let sum = &sum;
        cleanups.push(move |_| sum.set(sum.get() + one));
    }
    match check(number) {
        Ok(half) => sum.set(half),
        Err(error) => {
            cleanups.run(Some(&error));
            return Err(error.into());
        }
    }
    cleanups.run(None);
    drop(cleanups);
    Ok(sum.get())
}

#[inline(never)]
pub(crate) fn ours_hundred(number: u64) -> Result<u64, Failed> {
    let sum = Cell::new(number);
    with!(ExitStack::new() as stack => {
        for one in 0..100 {
            let sum = &sum;
            stack.callback(move || sum.set(sum.get() + one));
        }
    });
    Ok(sum.get())
}

#[inline(never)]
pub(crate) fn by_hand_hundred(number: u64) -> Result<u64, Failed> {
    let sum = Cell::new(number);
    let mut cleanups = Cleanups::default();
    for one in 0..100 {
        let sum = &sum;
        cleanups.push(move |_| sum.set(sum.get() + one));
    }
    cleanups.run(None);
    drop(cleanups);
    Ok(sum.get())
}

/// Entered managers in boxes, exited in reverse.
struct Entered(Vec<Box<dyn ByHand<Exit = ()>>>);

impl Entered {
    fn exit(&mut self, exc: Option<&(dyn Error + 'static)>) {
        while let Some(mut manager) = self.0.pop() {
            ByHand::exit(&mut *manager, exc);
        }
    }
}

impl Drop for Entered {
    fn drop(&mut self) {
        self.exit(Some(&Unwinding(0)));
    }
}

#[inline(never)]
pub(crate) fn ours_managers(number: u64) -> Result<u64, Failed> {
    let sum = with!(ExitStack::new() as stack => {
        let mut sum = 0;
        for _ in 0..4 {
            sum += stack.enter_context(Opaque::<()>::default());
        }
        sum + check(number)?
    });
    Ok(sum)
}

#[inline(never)]
pub(crate) fn by_hand_managers(number: u64) -> Result<u64, Failed> {
    let mut entered = Entered(Vec::new());
    let mut sum = 0;
    for _ in 0..4 {
        let mut manager = Box::new(Opaque::<()>::default());
        sum += ByHand::enter(&mut *manager);
        entered.0.push(manager);
    }
    match check(number) {
        Ok(half) => sum += half,
        Err(error) => {
            entered.exit(Some(&error));
            return Err(error.into());
        }
    }
    entered.exit(None);
    drop(entered);
    Ok(sum)
}

#[inline(never)]
pub(crate) fn ours_nested(number: u64) -> Result<u64, Failed> {
    let [a, b, c] = <[Opaque<()>; 3]>::default();
    let sum = with!(nested((a, b, c)) as (a, b, c) => { a + b + c + check(number)? });
    Ok(sum)
}

#[inline(never)]
pub(crate) fn by_hand_nested(number: u64) -> Result<u64, Failed> {
    let [mut a, mut b, mut c] = <[Opaque<()>; 3]>::default();
    let (outer, a) = Guard::enter(&mut a);
    let (middle, b) = Guard::enter(&mut b);
    let (inner, c) = Guard::enter(&mut c);
    let exc = check(number);
    let error = exc.as_ref().err().map(|error| error as _);
    inner.exit(error);
    middle.exit(error);
    outer.exit(error);
    Ok(a + b + c + exc?)
}

#[inline(never)]
pub(crate) fn ours_chaining(number: u64) -> Result<u64, Failed> {
    let manager = Opaque::<Result<(), Failed>>::default();
    let sum = with!(chaining(manager) as depth => { depth + check(number).unwrap_or(0) });
    sum.map_err(with_runtime::contextlib::ExitError::into_error)
}

#[inline(never)]
pub(crate) fn by_hand_chaining(number: u64) -> Result<u64, Failed> {
    let mut manager = Opaque::<Result<(), Failed>>::default();
    let (guard, depth) = Guard::enter(&mut manager);
    let sum = depth + check(number).unwrap_or(0);
    guard.exit(None)?;
    Ok(sum)
}
