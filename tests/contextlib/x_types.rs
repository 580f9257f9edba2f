//! What is inferred around a stack is what would be in a plain block.

use std::cell::RefCell;
use std::collections::HashMap;
use std::error::Error;
use std::fmt;
use std::num::ParseIntError;

use with_runtime::contextlib::ExitStack;
use with_runtime::{ContextManager, Verdict, with};

use crate::common::{Log, fail};
use crate::spies::spy;
use crate::support::Fault;

#[test]
fn the_value_of_the_block_is_inferred_from_what_follows() {
    fn collected() -> Result<Vec<i32>, ParseIntError> {
        with!(ExitStack::new() => { "1 2".split(' ').map(str::parse).collect() })
    }
    fn parsed() -> Result<i32, ParseIntError> {
        with!(ExitStack::new() => { "1".parse() })
    }
    fn generic<T: Default>() -> T {
        with!(ExitStack::new() => { T::default() })
    }
    fn converted() -> Result<i32, String> {
        with!(ExitStack::new() => { Err("no".into()) })
    }
    fn boxed() -> Result<(), Box<dyn Error>> {
        with!(ExitStack::new() => { return Err("no".into()); })
    }
    fn borrowed(text: &str) -> Result<&str, &str> {
        with!(ExitStack::new() => {
            if text.len() > 1 {
                return Err("long");
            }
        });
        Ok(text)
    }

    let map: HashMap<i32, i32> = with!(ExitStack::new() => { HashMap::new() });
    assert!(map.is_empty());
    assert_eq!(collected(), Ok(vec![1, 2]));
    assert_eq!((parsed(), generic()), (Ok(1), 0));
    assert!(converted().is_err() && boxed().is_err() && borrowed("no").is_err());
}

/// The failure of the stack is known when the statement's value is used.
#[test]
fn the_failure_of_a_stack_is_inferred_from_what_follows() {
    fn late() -> Result<u8, fmt::Error> {
        let failed = with!(ExitStack::fallible() as stack => {
            stack.callback(|| ());
            stack.push(|_| Ok(()));
            5
        });
        failed
    }
    fn by_callback() -> Result<(), Box<dyn Error>> {
        with!(ExitStack::fallible_suppressing() as stack => {
            stack.callback(|| Err::<(), _>(fmt::Error));
            stack.push(|exc| Ok(exc.is_some_and(|exc| exc.is::<fmt::Error>())));
        })?;
        Ok(())
    }
    assert_eq!(late(), Ok(5));
    assert!(by_callback().is_err());
}

#[test]
fn generic_code_fills_a_stack_of_any_verdict() {
    fn fill<V: Verdict + 'static>(stack: &ExitStack<'_, V>) {
        stack.callback(|| ());
        stack.push(|_| ());
        stack.on_error(|| ());
    }
    fn enter<M>(manager: M)
    where
        M: for<'a> ContextManager<Exit = (), Value<'a> = &'a mut u32> + 'static,
    {
        with!(ExitStack::new() as stack => { *stack.enter_context(manager) = 5 });
    }
    fn borrow<'s>(stack: &ExitStack<'s>, log: &'s RefCell<Vec<u8>>) {
        stack.callback(|| log.borrow_mut().push(1));
    }
    fn fail<E: Error + 'static>(stack: &ExitStack<'_, Result<(), E>>, error: E) {
        stack.callback(move || Err::<(), E>(error));
    }

    let list = RefCell::default();
    with!(ExitStack::new() as stack => {
        fill(stack);
        borrow(stack, &list);
    });
    assert_eq!(list.into_inner(), [1]);
    let failed = with!(ExitStack::fallible() as stack => {
        fill(stack);
        fail(stack, fmt::Error);
    });
    assert_eq!(failed, Err(fmt::Error));
    let log = Log::new();
    enter(spy(&log, "m", || ()));
    assert_eq!(log.text(), "enter m, exit m: clean");
}

#[test]
fn the_verdict_of_the_stack_is_that_of_the_statement() {
    let value: u8 = with!(ExitStack::new() => { 1 });
    let (): () = with!(ExitStack::suppressing() => {});
    let failing: Result<u8, Fault> = with!(ExitStack::fallible() => { 2 });
    let any: Result<(), Fault> = with!(ExitStack::fallible_suppressing() => {});
    assert_eq!((value, failing, any), (1, Ok(2), Ok(())));
}

#[test]
fn errors_of_many_kinds_are_those_of_a_stack() {
    fn text() -> Result<(), String> {
        with!(ExitStack::fallible() as stack => { stack.callback(|| Err::<(), _>("no".to_owned())) })
    }
    fn boxed() -> Result<(), Box<dyn std::error::Error>> {
        with!(ExitStack::fallible() as stack => { stack.callback(|| { fail::<()>("no")?; Ok(()) }) })
    }
    fn sendable() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        with!(ExitStack::fallible() as stack => { stack.callback(|| Ok(fail::<()>("no")?)) })
    }
    fn by_anyhow() -> anyhow::Result<()> {
        with!(ExitStack::fallible() as stack => { stack.callback(|| Ok(fail::<()>("no")?)) })
    }
    fn unit() -> Result<(), ()> {
        with!(ExitStack::fallible() as stack => { stack.callback(|| Err::<(), _>(())) })
    }
    assert_eq!(text().unwrap_err(), "no");
    assert_eq!(boxed().unwrap_err().to_string(), "no");
    assert_eq!(sendable().unwrap_err().to_string(), "no");
    assert_eq!(by_anyhow().unwrap_err().to_string(), "no");
    unit().unwrap_err();
}
