//! Locks.

use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use crate::{ContextManager, Exception};

/// The mutex is locked for the block. The target is its guard, which is dropped before `exit`.
///
/// It is reusable; nested in itself it deadlocks or panics, as `lock` does. A panic in the block
/// poisons the mutex, an error does not.
///
/// # Panics
///
/// Entering a poisoned mutex panics, as `lock().unwrap()` does.
///
/// # Examples
///
/// ```
/// use std::sync::Mutex;
/// use with_runtime::with;
///
/// let numbers = Mutex::new(vec![1]);
/// with!(&numbers as mut numbers => { numbers.push(2) });
/// assert_eq!(numbers.into_inner().unwrap(), [1, 2]);
/// ```
///
/// The mutex in an `Arc` is entered by `with!(&*shared as mut numbers => ..)`. The guard goes
/// through a condition variable and comes back:
///
/// ```
/// use std::sync::{Condvar, Mutex};
/// use std::thread;
/// use with_runtime::with;
///
/// let (ready, changed) = (Mutex::new(false), Condvar::new());
/// thread::scope(|scope| {
///     scope.spawn(|| {
///         with!(&ready as mut ready => { *ready = true });
///         changed.notify_one();
///     });
///     with!(&ready as mut guard => {
///         while !*guard {
///             guard = changed.wait(guard).unwrap();
///         }
///     });
/// });
/// ```
impl<T: ?Sized> ContextManager for &Mutex<T> {
    type Value<'a>
        = MutexGuard<'a, T>
    where
        Self: 'a;
    type Exit = ();

    #[inline]
    #[track_caller]
    fn enter(&mut self) -> MutexGuard<'_, T> {
        healthy(self.lock())
    }

    #[inline]
    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

/// # Panics
///
/// If the lock is poisoned.
#[inline]
#[track_caller]
fn healthy<G>(locked: Result<G, PoisonError<G>>) -> G {
    match locked {
        Ok(guard) => guard,
        Err(error) => panic!("{error}"),
    }
}

macro_rules! locked {
    ($($(#[$attr:meta])* $locked:ident -> $Locked:ident, $method:ident -> $Guard:ident;)*) => {$(
        $(#[$attr])*
        ///
        /// It is reusable. The target is the guard, which is dropped before `exit`.
        ///
        /// # Panics
        ///
        /// Entering it panics if the lock is poisoned, at the user's line.
        ///
        /// # Examples
        ///
        /// ```
        /// use std::sync::RwLock;
        #[doc = concat!("use with_runtime::contextlib::", stringify!($locked), ";")]
        /// use with_runtime::with;
        ///
        /// let lock = RwLock::new(vec![1, 2]);
        #[doc = concat!("let sum: i32 = with!(", stringify!($locked), "(&lock) as numbers => { numbers.iter().sum() });")]
        /// assert_eq!(sum, 3);
        /// ```
        pub fn $locked<T: ?Sized>(lock: &RwLock<T>) -> $Locked<'_, T> {
            $Locked(lock)
        }

        #[doc = concat!("The manager that [`", stringify!($locked), "`] makes.")]
        #[derive(Debug)]
        #[must_use = "a context manager does nothing until `with!` enters it"]
        pub struct $Locked<'l, T: ?Sized>(&'l RwLock<T>);

        impl<T: ?Sized> ContextManager for $Locked<'_, T> {
            type Value<'a>
                = $Guard<'a, T>
            where
                Self: 'a;
            type Exit = ();

            #[inline]
            #[track_caller]
            fn enter(&mut self) -> $Guard<'_, T> {
                healthy(self.0.$method())
            }

            #[inline]
            fn exit(&mut self, _: Option<Exception<'_>>) {}
        }

        impl<T: ?Sized> Clone for $Locked<'_, T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T: ?Sized> Copy for $Locked<'_, T> {}
    )*};
}

locked! {
    /// Locks for reading, for the block.
    read_locked -> ReadLocked, read -> RwLockReadGuard;
    /// Locks for writing, for the block.
    write_locked -> WriteLocked, write -> RwLockWriteGuard;
}
