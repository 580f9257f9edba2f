//! No path through the statement allocates.

use std::error::Error;
use std::fmt::{self, Write};
use std::future::{pending, ready};
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use allocation_counter::measure;
use with_runtime::contextlib::{
    aclosing, amanaged, aon_exit, closing, managed, nullcontext, on_error, on_exit, on_success,
    suppress,
};
use with_runtime::{
    AsyncContextManager, ContextManager, Exception, SendException, Verdict, async_with, strict,
    with,
};

/// An error that does not allocate.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused")
    }
}

impl Error for Refused {}

fn refuse() -> Result<u32, Refused> {
    black_box(Err(Refused))
}

fn missing() -> Option<u32> {
    black_box(None)
}

/// Looks at all there is of the exception, and answers with this verdict.
struct Answer<V>(Option<V>);

fn answer<V: Verdict<Answer = V>>(verdict: V) -> Answer<V> {
    Answer(Some(verdict))
}

impl<V: Verdict<Answer = V>> ContextManager for Answer<V> {
    type Value<'a>
        = u32
    where
        Self: 'a;
    type Exit = V;

    fn enter(&mut self) -> u32 {
        black_box(1)
    }

    fn exit(&mut self, exc: Option<Exception<'_>>) -> V {
        if let Some(exc) = exc {
            look(&exc);
        }
        self.0.take().unwrap_or_else(V::propagate)
    }
}

/// Is entered with this, or fails to be.
struct Entering(Result<u32, Refused>);

impl ContextManager for Entering {
    type Value<'a> = Result<u32, Refused>;
    type Exit = ();

    fn enter(&mut self) -> Result<u32, Refused> {
        self.0
    }

    fn exit(&mut self, _: Option<Exception<'_>>) {}
}

/// Keeps the exception, which it suppresses.
struct Keep(Option<Refused>);

impl ContextManager for Keep {
    type Value<'a> = ();
    type Exit = bool;

    fn enter(&mut self) {}

    fn exit(&mut self, exc: Option<Exception<'_>>) -> bool {
        self.0 = exc.and_then(|mut exc| exc.take());
        self.0.is_some()
    }
}

fn look(exc: &Exception<'_>) {
    struct Nowhere;

    impl Write for Nowhere {
        fn write_str(&mut self, text: &str) -> fmt::Result {
            black_box(text);
            Ok(())
        }
    }

    black_box((exc.kind(), exc.type_name(), exc.traceback()));
    black_box((exc.as_error(), exc.downcast_ref::<Refused>()));
    write!(Nowhere, "{exc} {exc:?}").unwrap();
}

/// What `run` returns, having allocated nothing.
#[track_caller]
fn frugal<T>(run: impl FnOnce() -> T) -> T {
    let mut result = None;
    let allocated = measure(|| result = Some(run()));
    assert_eq!(allocated.count_total, 0, "allocations");
    result.unwrap()
}

#[test]
#[should_panic = "allocations"]
fn an_allocation_is_seen() {
    frugal(|| {
        with!(answer(()) => { drop(black_box(Box::new(1))) });
    });
}

#[test]
fn the_end_of_the_block() {
    assert_eq!(frugal(|| with!(answer(()) as n => { n + 1 })), 2);
}

#[test]
fn a_return() {
    fn run() -> u32 {
        with!(answer(()) as n => {
            if black_box(n) == 1 {
                return 2;
            }
        });
        3
    }
    assert_eq!(frugal(run), 2);
}

#[test]
fn a_break_and_a_continue() {
    let turns = frugal(|| {
        let mut turns = 0;
        loop {
            with!(answer(()) as n => {
                turns += n;
                if turns < 3 {
                    continue;
                }
                break;
            });
        }
        turns
    });
    assert_eq!(turns, 3);
}

#[test]
fn labelled_jumps() {
    let turns = frugal(|| {
        let mut turns = 0;
        'outer: loop {
            let found = 'found: {
                loop {
                    with!(answer(()) as n => {
                        turns += n;
                        match turns {
                            1 => continue 'outer,
                            2 => break 'found turns,
                            3 => {}
                            _ => break 'outer,
                        }
                    });
                }
            };
            assert_eq!(found, 2);
        }
        turns
    });
    assert_eq!(turns, 4);
}

#[test]
fn a_raised_exception() {
    let raise = || -> Result<u32, Refused> { Ok(with!(answer(()) as n => { n + refuse()? })) };
    assert_eq!(frugal(raise), Err(Refused));

    let miss = || -> Option<u32> { Some(with!(answer(()) as n => { n + missing()? })) };
    assert_eq!(frugal(miss), None);
}

#[test]
fn a_suppressed_exception() {
    let raise = || -> Result<(), Refused> {
        with!(answer(true) => { refuse()?; });
        Ok(())
    };
    assert_eq!(frugal(raise), Ok(()));

    let miss = || -> Option<()> {
        with!(answer(true) => { missing()?; });
        Some(())
    };
    assert_eq!(frugal(miss), Some(()));
}

#[test]
fn an_exception_that_exit_takes() {
    let mut keep = Keep(None);
    let raise = || -> Result<(), Refused> {
        with!(&mut keep => { refuse()?; });
        Ok(())
    };
    assert_eq!(frugal(raise), Ok(()));
    assert_eq!(keep.0, Some(Refused));
}

#[test]
fn a_value_that_a_strict_manager_counts() {
    assert_eq!(
        frugal(|| with!(strict(answer(())) => { refuse() })),
        Err(Refused)
    );
    assert_eq!(frugal(|| with!(strict(answer(())) => { missing() })), None);

    let leave = || -> Result<u32, Refused> { with!(strict(answer(())) => { return refuse(); }) };
    assert_eq!(frugal(leave), Err(Refused));
}

#[test]
fn nested_statements() {
    let raise = || -> Result<u32, Refused> {
        with!(answer(false) => {
            with!(answer(Ok::<_, Refused>(())) as n => { n + refuse()? })?;
        });
        Ok(2)
    };
    assert_eq!(frugal(raise), Err(Refused));
}

#[test]
fn joined_managers() {
    let raise = || -> Result<u32, Refused> {
        with!(answer(Ok::<_, Refused>(())) as a, answer(()) as b, answer(()) as c => {
            a + b + c + refuse()?
        })
    };
    assert_eq!(frugal(raise), Err(Refused));

    // The failure of an inner exit, raised in the outer block.
    let fail = || with!(answer(true), answer(Err::<(), _>(Refused)) => {});
    assert_eq!(frugal(fail), Ok(()));
}

#[test]
fn a_failing_exit() {
    let end = || with!(answer(Err::<(), _>(Refused)) as n => { n });
    assert_eq!(frugal(end), Err(Refused));

    let raise =
        || -> Result<(), Refused> { with!(answer(Err::<bool, _>(Refused)) => { refuse()?; }) };
    assert_eq!(frugal(raise), Err(Refused));
}

#[test]
fn an_enter_that_can_fail() {
    fn run(entering: Result<u32, Refused>) -> Result<u32, Refused> {
        Ok(with!(Entering(entering) as n? => { n + 1 }))
    }
    assert_eq!(frugal(|| run(Ok(1))), Ok(2));
    assert_eq!(frugal(|| run(Err(Refused))), Err(Refused));
}

#[test]
fn an_absent_manager() {
    assert_eq!(frugal(|| with!(None::<Answer<()>> as n => { n })), None);
}

#[test]
fn a_dropped_future() {
    frugal(|| {
        let future = pin!(async {
            with!(answer(()) => { pending::<()>().await });
        });
        let pending = future.poll(&mut Context::from_waker(Waker::noop()));
        assert!(pending.is_pending());
    });
}

/// What the future is ready with, polled once.
fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("it waits"),
    }
}

#[test]
fn a_catch_block() {
    let raise = || -> Result<u32, Refused> {
        let sum = with!(answer(()) as n => catch { n + 1 });
        with!(answer(true), answer(()) => catch { refuse()?; });
        Ok(with!(answer(()) as n => catch { n + sum + refuse()? }))
    };
    assert_eq!(frugal(raise), Err(Refused));
    let raise = async || -> Result<u32, Refused> {
        Ok(with!(answer(()) as n => catch { n + ready(refuse()).await? }))
    };
    assert_eq!(frugal(|| now(raise())), Err(Refused));
}

impl<V: Verdict<Answer = V>> AsyncContextManager for Answer<V> {
    type Value<'a>
        = u32
    where
        Self: 'a;
    type Exit = V;

    async fn aenter(&mut self) -> u32 {
        ready(black_box(1)).await
    }

    async fn aexit(&mut self, exc: Option<SendException<'_>>) -> V {
        if let Some(exc) = exc {
            look(&exc.into());
        }
        ready(self.0.take().unwrap_or_else(V::propagate)).await
    }
}

#[test]
fn the_async_statement() {
    let end = async || async_with!(answer(()) as n => { ready(n).await + 1 });
    assert_eq!(frugal(|| now(end())), 2);

    let raise = async || -> Result<u32, Refused> {
        async_with!(answer(Ok::<_, Refused>(())) as a, strict(answer(())) as b => {
            a + b + ready(refuse()).await?
        })
    };
    assert_eq!(frugal(|| now(raise())), Err(Refused));

    let suppress = async || -> Result<u32, Refused> {
        async_with!(answer(true) => catch {
            refuse()?;
        });
        async_with!(answer(()) as n => { return Ok(n); })
    };
    assert_eq!(frugal(|| now(suppress())), Ok(1));
}

#[test]
fn a_dropped_future_of_the_async_statement() {
    frugal(|| {
        let future = pin!(async { async_with!(answer(()) => { pending::<()>().await }) });
        let pending = future.poll(&mut Context::from_waker(Waker::noop()));
        assert!(pending.is_pending());
    });
}

#[test]
fn managers_of_contextlib() {
    let look = |exc: Option<Exception<'_>>| {
        if let Some(exc) = exc {
            look(&exc);
        }
    };
    let clean = || -> Result<u32, Refused> {
        with!(
            managed(1, |_, exc| look(exc)) as one,
            closing(2, drop) as two,
            on_exit(look),
            on_error(|exc| look(Some(exc))),
            on_success(|| Ok::<(), Refused>(())),
            nullcontext(3) as three
            => { *one + *two + *three }
        )
    };
    assert_eq!(frugal(clean), Ok(6));

    let raised = || -> Result<u32, Refused> {
        with!(
            managed(1, |_, exc| look(exc)),
            closing(2, |_| Ok::<(), Refused>(())),
            on_exit(look),
            on_error(|exc| look(Some(exc)))
            => { refuse()? }
        )
    };
    assert_eq!(frugal(raised), Err(Refused));

    let suppressed = || -> Result<u32, Refused> {
        with!(suppress::<Refused>().or::<fmt::Error>().with_sources() => { refuse()?; });
        Ok(1)
    };
    assert_eq!(frugal(suppressed), Ok(1));
}

#[test]
fn async_managers_of_contextlib() {
    let raise = async || -> Result<u32, Refused> {
        Ok(async_with!(
            amanaged(1, |_, exc| {
                black_box(&exc);
                ready(())
            }) as one,
            aclosing(2, async |two| assert_eq!(two, 2)) as two,
            aon_exit(|_| ready(()))
            => { *one + *two + ready(refuse()).await? }
        ))
    };
    assert_eq!(frugal(|| now(raise())), Err(Refused));
}
