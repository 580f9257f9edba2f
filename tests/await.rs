//! `.await` in the block: the future stays what it would have been without the statement.

mod common;

use std::cell::Cell;
use std::error::Error;
use std::future::{pending, ready};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use common::{Log, Oops, fail, payload};
use tokio::sync::oneshot;
use tokio::task::yield_now;
use with_runtime::{ContextManager, Exception, with};

/// Polls once.
fn poll<F: Future>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

/// Accepts futures that can be sent to another thread.
fn sendable<F: Future + Send>(future: F) -> F {
    future
}

mod in_the_block {
    use super::*;

    #[tokio::test]
    async fn a_value_is_awaited() {
        let log = Log::new();
        let number = with!(log.spy("a") => {
            yield_now().await;
            log.note("woken");
            ready(7).await
        });
        assert_eq!(number, 7);
        assert_eq!(log.text(), "enter a, woken, exit a: clean");
    }

    #[tokio::test]
    async fn a_return_leaves_the_async_function() {
        async fn leave(log: &Log) -> u8 {
            with!(log.spy("a"), log.spy("b") => {
                yield_now().await;
                return ready(7).await;
            });
        }

        let log = Log::new();
        assert_eq!(leave(&log).await, 7);
        assert_eq!(log.text(), "enter a, enter b, exit b: clean, exit a: clean");
    }

    #[tokio::test]
    async fn a_return_leaves_the_async_block() {
        let log = Log::new();
        let number = async {
            with!(log.spy("a") => {
                if ready(log.len()).await == 1 {
                    return 7;
                }
            });
            8
        };
        assert_eq!(number.await, 7);
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[tokio::test]
    async fn break_and_continue_stay_in_the_loop() {
        let log = Log::new();
        let number = 'outer: loop {
            for turn in 0..2 {
                with!(log.spy("a") => {
                    yield_now().await;
                    if turn == 0 {
                        continue;
                    }
                    break 'outer ready(7).await;
                });
            }
        };
        assert_eq!(number, 7);
        assert_eq!(log.text(), "enter a, exit a: clean, enter a, exit a: clean");
    }

    #[tokio::test]
    async fn an_error_is_raised() {
        async fn leave(log: &Log) -> Result<u8, Box<dyn Error + Send + Sync>> {
            let number = with!(log.spy("a") => {
                let number: u8 = ready("7").await.parse()?;
                ready(fail::<()>("oops")).await?;
                number
            });
            Ok(number)
        }

        let log = Log::new();
        assert!(leave(&log).await.unwrap_err().is::<Oops>());
        assert_eq!(log.text(), "enter a, exit a: error oops");
    }

    #[tokio::test]
    async fn a_suppressed_error_goes_on_behind_the_statement() {
        async fn leave(log: &Log) -> Result<u8, Oops> {
            with!(log.spy("a").suppressing() => {
                ready(fail::<()>("oops")).await?;
            });
            yield_now().await;
            Ok(7)
        }

        let log = Log::new();
        assert_eq!(leave(&log).await, Ok(7));
        assert_eq!(log.text(), "enter a, exit a: error oops");
    }

    #[tokio::test]
    async fn the_managers_value_is_there_behind_an_await() {
        let log = Log::new();
        with!(log.spy("a") as inside => {
            yield_now().await;
            inside.note("block");
        });
        assert_eq!(log.text(), "enter a, block, exit a: clean");
    }

    #[tokio::test]
    async fn the_manager_stays_entered_while_the_block_waits() {
        let log = Log::new();
        let (send, receive) = oneshot::channel();
        let waits = async {
            with!(log.spy("a") => {
                log.note(receive.await.unwrap());
            });
        };
        let sends = async {
            log.note("send");
            send.send("received").unwrap();
        };
        tokio::join!(waits, sends);
        assert_eq!(log.text(), "enter a, send, received, exit a: clean");
    }

    #[tokio::test]
    async fn the_expression_may_await_too() {
        let log = Log::new();
        with!(log.spy("a"), ready(log.spy("b")).await => {
            log.note("block");
        });
        assert_eq!(
            log.text(),
            "enter a, enter b, block, exit b: clean, exit a: clean"
        );
    }
}

mod the_future {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn can_be_spawned() {
        async fn leave(log: Log, way: u8) -> Result<u8, Oops> {
            for turn in 0..3 {
                with!(log.spy("a") as inside, log.spy("b").suppressing() => {
                    yield_now().await;
                    inside.note("block");
                    match (way, turn) {
                        (0, 0) => continue,
                        (1, _) => break,
                        (2, _) => return ready(Ok(turn)).await,
                        (3, _) => ready(fail::<()>("oops")).await?,
                        _ => yield_now().await,
                    }
                });
            }
            Ok(way)
        }

        for (way, result) in [(0, 0), (1, 1), (2, 0), (3, 3)] {
            let spawned = tokio::spawn(sendable(leave(Log::new(), way)));
            assert_eq!(spawned.await.unwrap(), Ok(result));
        }
    }

    #[test]
    fn is_send_whatever_leaves_the_block() {
        async fn leave<T: Send>(log: Log, number: Result<T, Oops>) -> Result<T, anyhow::Error> {
            let number = with!(log.spy("a") => {
                yield_now().await;
                let number = number?;
                yield_now().await;
                if log.len() > 5 {
                    return Ok(number);
                }
                number
            });
            yield_now().await;
            Ok(number)
        }

        drop(sendable(leave(Log::new(), Ok(7))));
    }

    #[test]
    fn is_send_though_its_types_are_not_if_they_do_not_live_across_an_await() {
        use std::rc::Rc;

        async fn leave(log: Log) -> usize {
            let number = with!(log.spy("a") => {
                let shared = Rc::new(7);
                Rc::strong_count(&shared)
            });
            yield_now().await;
            number
        }

        drop(sendable(leave(Log::new())));
    }

    /// A manager that takes no room.
    struct Nothing;

    impl ContextManager for Nothing {
        type Value<'a> = ();
        type Exit = ();

        fn enter(&mut self) {}

        fn exit(&mut self, _: Option<Exception<'_>>) {}
    }

    const ROOM: usize = 64;

    #[test]
    fn grows_by_little() {
        async fn plain(bytes: [u8; 100]) -> Result<u8, Oops> {
            yield_now().await;
            let number = ready(fail::<u8>("oops")).await?;
            if number == bytes[7] {
                return Ok(number);
            }
            yield_now().await;
            Ok(bytes[usize::from(number)])
        }

        async fn with(bytes: [u8; 100]) -> Result<u8, Oops> {
            with!(Nothing => {
                yield_now().await;
                let number = ready(fail::<u8>("oops")).await?;
                if number == bytes[7] {
                    return Ok(number);
                }
                yield_now().await;
                Ok(bytes[usize::from(number)])
            })
        }

        let (plain, with) = (size_of_val(&plain([0; 100])), size_of_val(&with([0; 100])));
        assert!(with <= plain + ROOM, "{with} bytes instead of {plain}");
    }

    #[test]
    fn grows_by_little_for_every_nested_statement() {
        async fn plain(bytes: [u8; 100]) -> u8 {
            yield_now().await;
            bytes[7]
        }

        async fn nested(bytes: [u8; 100]) -> u8 {
            with!(Nothing => {
                with!(Nothing => {
                    with!(Nothing => {
                        yield_now().await;
                        bytes[7]
                    })
                })
            })
        }

        async fn joined(bytes: [u8; 100]) -> u8 {
            with!(Nothing, Nothing, Nothing => {
                yield_now().await;
                bytes[7]
            })
        }

        let plain = size_of_val(&plain([0; 100]));
        for with in [
            size_of_val(&nested([0; 100])),
            size_of_val(&joined([0; 100])),
        ] {
            assert!(with <= plain + 3 * ROOM, "{with} bytes instead of {plain}");
        }
    }

    #[test]
    fn shares_the_room_of_statements_that_follow_one_another() {
        async fn one(bytes: [u8; 100]) -> u8 {
            with!(Nothing => {
                yield_now().await;
            });
            bytes[7]
        }

        async fn three(bytes: [u8; 100]) -> u8 {
            with!(Nothing => {
                yield_now().await;
            });
            with!(Nothing => {
                yield_now().await;
            });
            with!(Nothing => {
                yield_now().await;
            });
            bytes[7]
        }

        assert!(size_of_val(&three([0; 100])) <= size_of_val(&one([0; 100])) + ROOM);
    }
}

mod cancelled {
    use super::*;

    async fn waits(log: &Log) {
        with!(log.spy("a"), log.spy("b") => {
            log.note("block");
            pending::<()>().await;
            log.note("never");
        });
    }

    #[test]
    fn half_way_exit_is_told_once() {
        let log = Log::new();
        {
            let mut future = pin!(waits(&log));
            assert!(poll(future.as_mut()).is_pending());
            assert!(poll(future.as_mut()).is_pending());
            assert_eq!(log.text(), "enter a, enter b, block");
        }
        assert_eq!(
            log.text(),
            "enter a, enter b, block, exit b: interrupted, exit a: interrupted"
        );
    }

    #[test]
    fn before_it_ran_nothing_is_called() {
        let log = Log::new();
        drop(waits(&log));
        assert_eq!(log.text(), "");
    }

    #[test]
    fn behind_its_end_nothing_more_is_called() {
        let log = Log::new();
        let ends = async {
            with!(log.spy("a") => {
                ready(()).await;
            });
            pending::<()>().await;
        };
        {
            let mut future = pin!(ends);
            assert!(poll(future.as_mut()).is_pending());
        }
        assert_eq!(log.text(), "enter a, exit a: clean");
    }

    #[test]
    fn in_the_expression_only_the_managers_around_are_told() {
        let log = Log::new();
        let waits = async {
            with!(log.spy("a"), { pending::<()>().await; log.spy("b") } => {
                log.note("never");
            });
        };
        {
            let mut future = pin!(waits);
            assert!(poll(future.as_mut()).is_pending());
        }
        assert_eq!(log.text(), "enter a, exit a: interrupted");
    }

    #[test]
    fn it_drops_the_blocks_variables_before_exit() {
        let log = Log::new();
        let waits = async {
            with!(log.spy("a") => {
                let _variable = log.trace("variable");
                pending::<()>().await;
            });
        };
        {
            let mut future = pin!(waits);
            assert!(poll(future.as_mut()).is_pending());
        }
        assert_eq!(log.text(), "enter a, drop variable, exit a: interrupted");
    }

    #[test]
    fn it_has_a_kind_and_a_text_and_no_more() {
        /// Keeps what the exception says of itself.
        struct Asks<'s>(&'s Cell<Option<String>>);

        impl ContextManager for Asks<'_> {
            type Value<'a>
                = ()
            where
                Self: 'a;
            type Exit = bool;

            fn enter(&mut self) {}

            fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
                let exc = exc.unwrap();
                assert!(exc.as_error().is_none() && exc.traceback().location().is_none());
                self.0.set(Some(exc.to_string()));
                true
            }
        }

        let said = Cell::default();
        {
            let mut future = pin!(async {
                with!(Asks(&said) => {
                    pending::<()>().await;
                });
            });
            assert!(poll(future.as_mut()).is_pending());
        }
        assert_eq!(said.take().as_deref(), Some("interrupted"));
    }

    #[tokio::test]
    async fn by_a_timeout_exit_is_told() {
        let log = Log::new();
        let timeout = tokio::time::timeout(Duration::from_millis(1), waits(&log));
        assert!(timeout.await.is_err());
        assert!(
            log.text()
                .ends_with("exit b: interrupted, exit a: interrupted")
        );
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn by_an_abort_exit_is_told() {
        let log = Log::new();
        let task = tokio::spawn({
            let log = log.clone();
            async move { waits(&log).await }
        });
        while log.len() < 3 {
            yield_now().await;
        }
        task.abort();
        assert!(task.await.unwrap_err().is_cancelled());
        assert_eq!(
            log.text(),
            "enter a, enter b, block, exit b: interrupted, exit a: interrupted"
        );
    }
}

mod panicking {
    use super::*;

    async fn panics(log: &Log) {
        with!(log.spy("a") => {
            yield_now().await;
            assert!(log.len() > 7, "block");
        });
    }

    #[test]
    fn in_a_polled_future_exit_is_told_of_a_panic() {
        let log = Log::new();
        {
            let mut future = pin!(panics(&log));
            assert!(poll(future.as_mut()).is_pending());
            payload(|| poll(future.as_mut()));
            assert_eq!(log.text(), "enter a, exit a: panic");
        }
        assert_eq!(log.text(), "enter a, exit a: panic");
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn in_a_spawned_future_exit_is_told_of_a_panic() {
        let log = Log::new();
        let task = tokio::spawn({
            let log = log.clone();
            async move { panics(&log).await }
        });
        assert!(task.await.unwrap_err().is_panic());
        assert_eq!(log.text(), "enter a, exit a: panic");
    }
}
