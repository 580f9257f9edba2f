//! Managers of `contextlib`: with the statement, and as a good programmer writes the same by hand.
#![allow(clippy::unnecessary_wraps, reason = "one signature fits all")]

use std::hint::black_box;

use with_runtime::contextlib::{closing, managed, on_error, on_exit, suppress};
use with_runtime::with;

use crate::managers::{Failed, Refused};

type Outcome = Result<u64, Failed>;

/// What the cleanups change, and a number that is refused if it is odd.
pub(crate) type Function = fn(&mut Account, u64) -> Outcome;

/// How many transactions are open, and how they ended.
#[derive(Default)]
pub(crate) struct Account {
    open: u64,
    committed: u64,
    rolled_back: u64,
}

/// A transaction of it.
struct Transaction<'a>(&'a mut Account);

impl Account {
    #[inline]
    fn transaction(&mut self) -> Transaction<'_> {
        self.open += 1;
        Transaction(self)
    }
}

impl Transaction<'_> {
    #[inline(never)]
    fn check(&mut self, number: u64) -> Result<u64, Refused> {
        check(number).map(|half| half + self.0.open)
    }

    #[inline]
    fn commit(self) -> Result<(), Failed> {
        self.0.open = self.0.open.checked_sub(1).ok_or(Failed(0))?;
        self.0.committed += 1;
        Ok(())
    }

    #[inline]
    fn rollback(self) -> Result<(), Failed> {
        self.0.open = self.0.open.checked_sub(1).ok_or(Failed(0))?;
        self.0.rolled_back += 1;
        Ok(())
    }
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
pub(crate) fn nothing(_: &mut Account, number: u64) -> Outcome {
    Ok(number)
}

#[inline(never)]
pub(crate) fn ours_managed(account: &mut Account, number: u64) -> Outcome {
    with!(managed(account.transaction(), |tx, exc| match exc {
        None => tx.commit(),
        Some(_) => tx.rollback(),
    }) as tx => { tx.check(number)? })
}

/// Ends the transaction in this way while a panic unwinds.
struct Guard<'a, F: Fn(Transaction<'a>) -> Result<(), Failed>>(Option<Transaction<'a>>, F);

impl<'a, F: Fn(Transaction<'a>) -> Result<(), Failed>> Guard<'a, F> {
    fn transaction(&mut self) -> &mut Transaction<'a> {
        self.0.as_mut().expect("it has not ended")
    }

    fn into_inner(mut self) -> Transaction<'a> {
        self.0.take().expect("it has not ended")
    }
}

impl<'a, F: Fn(Transaction<'a>) -> Result<(), Failed>> Drop for Guard<'a, F> {
    fn drop(&mut self) {
        if let Some(tx) = self.0.take() {
            drop((self.1)(tx));
        }
    }
}

#[inline(never)]
pub(crate) fn by_hand_managed(account: &mut Account, number: u64) -> Outcome {
    let mut guard = Guard(Some(account.transaction()), Transaction::rollback);
    match guard.transaction().check(number) {
        Ok(half) => {
            guard.into_inner().commit()?;
            Ok(half)
        }
        Err(error) => {
            guard.into_inner().rollback()?;
            Err(error.into())
        }
    }
}

#[inline(never)]
pub(crate) fn ours_closing(account: &mut Account, number: u64) -> Outcome {
    with!(closing(account.transaction(), Transaction::commit) as tx => { tx.check(number)? })
}

#[inline(never)]
pub(crate) fn by_hand_closing(account: &mut Account, number: u64) -> Outcome {
    let mut guard = Guard(Some(account.transaction()), Transaction::commit);
    let half = guard.transaction().check(number);
    guard.into_inner().commit()?;
    Ok(half?)
}

#[inline(never)]
pub(crate) fn ours_on_exit(account: &mut Account, number: u64) -> Outcome {
    let half = with!(on_exit(|_| account.committed += 1) => { check(number)? });
    Ok(half)
}

/// Calls it when it is dropped.
struct Defer<F: FnMut()>(F);

impl<F: FnMut()> Drop for Defer<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

#[inline(never)]
pub(crate) fn by_hand_on_exit(account: &mut Account, number: u64) -> Outcome {
    let _guard = Defer(|| account.committed += 1);
    Ok(check(number)?)
}

#[inline(never)]
pub(crate) fn ours_on_error(account: &mut Account, number: u64) -> Outcome {
    let half = with!(on_error(|_| account.rolled_back += 1) => { check(number)? });
    Ok(half)
}

#[inline(never)]
pub(crate) fn by_hand_on_error(account: &mut Account, number: u64) -> Outcome {
    let guard = Defer(|| account.rolled_back += 1);
    let half = check(number)?;
    std::mem::forget(guard);
    Ok(half)
}

#[inline(never)]
pub(crate) fn ours_suppress(account: &mut Account, number: u64) -> Outcome {
    with!(suppress::<Refused>() => {
        account.committed += check(number)?;
    });
    Ok(account.committed)
}

#[inline(never)]
pub(crate) fn by_hand_suppress(account: &mut Account, number: u64) -> Outcome {
    if let Ok(half) = check(number) {
        account.committed += half;
    }
    Ok(account.committed)
}

/// Runs so many rounds of the function.
#[inline(never)]
pub(crate) fn call(function: Function, number: u64, rounds: u64) {
    let mut account = Account::default();
    for _ in 0..rounds {
        let _ = black_box(function(black_box(&mut account), black_box(number)));
    }
    black_box((account.committed, account.rolled_back));
}
