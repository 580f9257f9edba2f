//! What a stack holds.

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::any::Any;
use core::cell::{OnceCell, RefCell};
use core::mem;
use core::panic::Location;

use typed_arena::Arena;

use crate::exception::Traceback;

/// Functions `F` and managers `M`, in the order in which they were registered. The managers stay
/// where they are, so that the value of one can borrow from it while others are added.
pub(super) struct Entries<F, M> {
    order: RefCell<Vec<Entry<F>>>,
    managers: OnceCell<Arena<M>>,
}

/// A function, or the manager whose turn it is.
struct Entry<F> {
    function: Option<F>,
    registered: &'static Location<'static>,
}

impl<F, M> Entries<F, M> {
    pub(super) const fn new() -> Self {
        Entries {
            order: RefCell::new(Vec::new()),
            managers: OnceCell::new(),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.order.borrow().len()
    }

    #[inline]
    #[track_caller]
    fn add(&self, function: Option<F>) {
        self.order.borrow_mut().push(Entry {
            function,
            registered: Location::caller(),
        });
    }

    #[track_caller]
    pub(super) fn add_function(&self, function: F) {
        self.add(Some(function));
    }

    #[track_caller]
    pub(super) fn add_manager(&self, manager: M) -> &mut M {
        self.add(None);
        let managers = self.managers.get_or_init(|| Arena::with_capacity(4));
        managers.alloc(manager)
    }

    pub(super) fn take(&mut self) -> Taken<F, M> {
        let managers = self.managers.take().map(Arena::into_vec);
        Taken {
            order: mem::take(self.order.get_mut()),
            managers: managers.unwrap_or_default(),
        }
    }
}

/// The same, to be exited.
pub(super) struct Taken<F, M> {
    order: Vec<Entry<F>>,
    managers: Vec<M>,
}

pub(super) enum Exit<F, M> {
    Function(F),
    Manager(M),
}

impl<F, M> Taken<F, M> {
    pub(super) fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// The one that was registered last, and where.
    #[inline]
    pub(super) fn pop(&mut self) -> Option<(Exit<F, M>, Traceback)> {
        let entry = self.order.pop()?;
        let exit = match entry.function {
            Some(function) => Exit::Function(function),
            None => Exit::Manager(self.managers.pop()?),
        };
        Some((exit, Traceback::new(Some(entry.registered))))
    }
}

/// A manager of any type.
pub(super) trait Stacked {
    fn as_any(&mut self) -> &mut dyn Any;
}

/// The manager is the `T` that it was made of.
pub(super) fn known<T: 'static, M: Stacked + ?Sized>(manager: &mut Box<M>) -> &mut T {
    match manager.as_any().downcast_mut() {
        Some(manager) => manager,
        None => unreachable!("the type of a manager changed"),
    }
}
