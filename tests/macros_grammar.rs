//! Macros with a grammar of their own: the expressions and blocks in it jump as they do elsewhere in the block.
#![allow(clippy::never_loop, reason = "many of these jumps are always taken")]

mod common;

use std::future::ready;

use common::{Log, Oops, fail};
use futures::executor::block_on;
use with_runtime::with;

/// What `?` makes of an [`Oops`]: exit is told of the one before.
#[derive(Debug, PartialEq)]
struct Wrapped(Oops);

impl From<Oops> for Wrapped {
    fn from(error: Oops) -> Self {
        Wrapped(error)
    }
}

fn parse(text: &str) -> Result<u8, Oops> {
    text.parse().map_err(|_| Oops("not a number"))
}

async fn later(text: &str) -> Result<u8, Oops> {
    tokio::task::yield_now().await;
    parse(text)
}

fn run<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap()
        .block_on(future)
}

mod json {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn question_marks_raise_at_every_depth() {
        fn leave(log: &Log, texts: [&str; 4]) -> Result<Value, Wrapped> {
            let [a, b, c, d] = texts;
            with!(log.spy("a").naming_types() => {
                let value = serde_json::json!({
                    "a": parse(a)?,
                    "b": [parse(b)?, {"c": parse(c)?}, null],
                    (format!("d{}", parse(d)?)): {"e": true},
                });
                Ok(value)
            })
        }

        let log = Log::new();
        assert_eq!(
            leave(&log, ["1", "2", "3", "4"]),
            Ok(json!({"a": 1, "b": [2, {"c": 3}, null], "d4": {"e": true}}))
        );
        for texts in [
            ["", "2", "3", "4"],
            ["1", "", "3", "4"],
            ["1", "2", "", "4"],
            ["1", "2", "3", ""],
        ] {
            let log = Log::new();
            assert_eq!(leave(&log, texts), Err(Wrapped(Oops("not a number"))));
            assert_eq!(log.text(), "enter a, exit a: error not a number as Oops");
        }
    }

    #[test]
    fn a_value_by_itself_raises() {
        fn leave(log: &Log, text: &str) -> Result<Value, Wrapped> {
            Ok(with!(log.spy("a") => { json!(parse(text)?) }))
        }

        let log = Log::new();
        assert_eq!(leave(&log, "3"), Ok(json!(3)));
        assert!(leave(&log, "").is_err());
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: error not a number"
        );
    }

    #[test]
    fn expressions_of_several_tokens_raise() {
        fn leave(log: &Log, text: &str) -> Result<Value, Wrapped> {
            with!(log.spy("a") => {
                let value = json!([
                    -1,
                    1 + parse(text)?,
                    if parse(text)? > 1 { parse(text)? } else { 0 },
                    { "deep": [[[parse(text)? * 2]]] },
                    [],
                    {},
                ]);
                Ok(value)
            })
        }

        assert_eq!(
            leave(&Log::new(), "2"),
            Ok(json!([-1, 3, 2, {"deep": [[[4]]]}, [], {}]))
        );
        let log = Log::new();
        assert!(leave(&log, "").is_err());
        assert_eq!(log.text(), "enter a, exit a: error not a number");
    }

    #[test]
    fn it_jumps_and_holds_statements() {
        fn leave(log: &Log, way: &str) -> Option<Value> {
            'turns: for turn in 0..2 {
                with!(log.spy("a") => {
                    let value = json!({
                        "turn": turn,
                        "way": match way {
                            "break" => break 'turns,
                            "continue" if turn == 0 => continue 'turns,
                            "return" => return None,
                            way => way,
                        },
                        "b": [with!(log.spy("b") => { parse("3").ok()? })],
                    });
                    return Some(value);
                });
            }
            Some(Value::Null)
        }

        let log = Log::new();
        assert_eq!(leave(&log, "break"), Some(Value::Null));
        assert_eq!(leave(&log, "return"), None);
        assert_eq!(log.text(), "enter a, exit a: clean, enter a, exit a: clean");
        let log = Log::new();
        assert_eq!(
            leave(&log, "continue"),
            Some(json!({"turn": 1, "way": "continue", "b": [3]}))
        );
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, enter b, exit b: clean, exit a: clean"
        );
    }
}

mod map {
    use std::collections::BTreeMap;

    use super::*;

    /// Nobody has heard of this macro.
    macro_rules! map {
        ($($key:expr => $value:expr),* $(,)?) => {{
            let mut map = BTreeMap::new();
            $(map.insert($key, $value);)*
            map
        }};
    }

    /// Nor of this one, which takes its blocks apart.
    macro_rules! choose {
        ($($number:pat => $body:block)*, $value:expr) => {
            match $value {
                $($number => $body)*
            }
        };
    }

    #[test]
    fn question_marks_raise_in_keys_and_values() {
        fn leave(log: &Log, [a, b]: [&str; 2]) -> Result<BTreeMap<u8, u8>, Wrapped> {
            with!(log.spy("a").naming_types() => {
                let map = map! {
                    1 => parse(a)?,
                    parse(b)? + 1 => 2,
                };
                Ok(map)
            })
        }

        assert_eq!(
            leave(&Log::new(), ["2", "3"]),
            Ok(BTreeMap::from([(1, 2), (4, 2)]))
        );
        for texts in [["", "3"], ["2", ""]] {
            let log = Log::new();
            assert_eq!(leave(&log, texts), Err(Wrapped(Oops("not a number"))));
            assert_eq!(log.text(), "enter a, exit a: error not a number as Oops");
        }
    }

    #[test]
    fn it_jumps_and_holds_statements() {
        let log = Log::new();
        let mut turn = 0;
        let maps = 'turns: loop {
            turn += 1;
            with!(log.spy("a") => {
                let map = map!(
                    "turn" => if turn == 1 { continue 'turns } else { turn },
                    "b" => with!(log.spy("b") => { turn * 10 }),
                );
                break 'turns map;
            });
        };
        assert_eq!(maps, BTreeMap::from([("turn", 2), ("b", 20)]));
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, enter b, exit b: clean, exit a: clean"
        );
    }

    #[test]
    fn a_map_may_be_the_value_of_the_block() {
        fn leave(log: &Log, text: &str) -> Result<BTreeMap<u8, String>, Oops> {
            Ok(with!(log.spy("a") => {
                map! { parse(text)? => text.to_owned() }
            }))
        }

        let log = Log::new();
        assert_eq!(leave(&log, "3"), Ok(BTreeMap::from([(3, "3".to_owned())])));
        assert!(leave(&log, "").is_err());
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: error not a number"
        );
    }

    #[test]
    fn blocks_jump() {
        fn leave(log: &Log, number: u8) -> Result<&'static str, Wrapped> {
            'turns: for _ in 0..1 {
                with!(log.spy("a") => {
                    let text = choose! {
                        0 => { break 'turns }
                        1 => { continue 'turns; }
                        2 => { return Ok("returned"); }
                        3 => { parse("")?; "never" }
                        4 => { with!(log.spy("b") => { parse("")?; }); "never" }
                        _ => { "chosen" },
                        number
                    };
                    return Ok(text);
                });
            }
            Ok("left")
        }

        for (number, expected) in [
            (0, Ok("left")),
            (1, Ok("left")),
            (2, Ok("returned")),
            (3, Err(Wrapped(Oops("not a number")))),
            (5, Ok("chosen")),
        ] {
            let log = Log::new();
            let told = if expected.is_err() {
                "error not a number"
            } else {
                "clean"
            };
            assert_eq!(leave(&log, number), expected);
            assert_eq!(log.text(), format!("enter a, exit a: {told}"));
        }
        let log = Log::new();
        assert!(leave(&log, 4).is_err());
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: error not a number, exit a: error not a number"
        );
    }
}

mod tokio_select {
    use std::time::Duration;

    use tokio::sync::mpsc;
    use tokio::time::sleep;

    use super::*;

    const LONG: Duration = Duration::from_secs(90);

    #[test]
    fn handlers_raise_and_break() {
        async fn leave(log: &Log, texts: &[&'static str]) -> Result<Vec<u8>, Wrapped> {
            let (send, mut receive) = mpsc::unbounded_channel::<&'static str>();
            for text in texts {
                send.send(text).unwrap();
            }
            drop(send);
            let mut numbers = vec![];
            loop {
                with!(log.spy("a").naming_types() => {
                    tokio::select! {
                        text = receive.recv() => {
                            let Some(text) = text else { break };
                            numbers.push(parse(text)?);
                        }
                        () = std::future::pending() => unreachable!(),
                    }
                });
            }
            Ok(numbers)
        }

        let log = Log::new();
        assert_eq!(run(leave(&log, &["1", "2"])), Ok(vec![1, 2]));
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: clean, enter a, exit a: clean"
        );
        let log = Log::new();
        assert_eq!(
            run(leave(&log, &["one", "2"])),
            Err(Wrapped(Oops("not a number")))
        );
        assert_eq!(log.text(), "enter a, exit a: error not a number as Oops");
    }

    #[test]
    fn a_loop_in_the_block_is_left_by_a_handler() {
        async fn leave(log: &Log, texts: &[&'static str]) -> Result<u8, Wrapped> {
            let (send, mut receive) = mpsc::unbounded_channel::<&'static str>();
            for text in texts {
                send.send(text).unwrap();
            }
            drop(send);
            let sum = with!(log.spy("a").naming_types() => {
                let mut sum = 0;
                loop {
                    tokio::select! {
                        Some(text) = receive.recv() => {
                            if text.is_empty() {
                                continue;
                            }
                            sum += parse(text)?;
                        }
                        else => break,
                    }
                }
                log.note("end");
                sum
            });
            Ok(sum)
        }

        let log = Log::new();
        assert_eq!(run(leave(&log, &["1", "", "2"])), Ok(3));
        assert_eq!(log.text(), "enter a, end, exit a: clean");
        let log = Log::new();
        assert_eq!(
            run(leave(&log, &["1", "two"])),
            Err(Wrapped(Oops("not a number")))
        );
        assert_eq!(log.text(), "enter a, exit a: error not a number as Oops");
    }

    #[test]
    fn every_part_of_an_arm_jumps() {
        async fn leave(log: &Log, [future, condition, handler]: [&str; 3]) -> Result<u8, Wrapped> {
            let number = with!(log.spy("a").naming_types() => {
                tokio::select! {
                    biased;

                    () = ready(()), if parse(condition)? == 9 => 9,
                    number = ready(parse(future)?) => number + parse(handler)?,
                    () = sleep(LONG) => return Ok(7),
                }
            });
            Ok(number)
        }

        assert_eq!(run(leave(&Log::new(), ["1", "2", "3"])), Ok(4));
        assert_eq!(run(leave(&Log::new(), ["1", "9", "3"])), Ok(9));
        for texts in [["", "2", "3"], ["1", "", "3"], ["1", "2", ""]] {
            let log = Log::new();
            assert_eq!(run(leave(&log, texts)), Err(Wrapped(Oops("not a number"))));
            assert_eq!(log.text(), "enter a, exit a: error not a number as Oops");
        }
    }

    #[test]
    fn handlers_without_braces_jump() {
        async fn leave(log: &Log, way: u8) -> Result<&'static str, Wrapped> {
            'outer: loop {
                loop {
                    with!(log.spy("a").naming_types() => {
                        tokio::select! {
                            biased;
                            () = ready(()), if way == 0 => break,
                            () = ready(()), if way == 1 => break 'outer,
                            () = ready(()), if way == 2 => return Ok("returned"),
                            text = later("") , if way == 3 => { text?; }
                            number = later("") , if way == 4 => drop(number?.to_string()),
                            else => {}
                        }
                    });
                    return Ok("end");
                }
                return Ok("broken");
            }
            Ok("broken outer")
        }

        for (way, told) in [
            (0, "broken"),
            (1, "broken outer"),
            (2, "returned"),
            (5, "end"),
        ] {
            let log = Log::new();
            assert_eq!(run(leave(&log, way)), Ok(told));
            assert_eq!(log.text(), "enter a, exit a: clean");
        }
        for way in [3, 4] {
            let log = Log::new();
            assert_eq!(run(leave(&log, way)), Err(Wrapped(Oops("not a number"))));
            assert_eq!(log.text(), "enter a, exit a: error not a number as Oops");
        }
    }

    #[test]
    fn a_labelled_continue_in_a_handler_starts_the_next_turn() {
        async fn leave(log: &Log) -> u8 {
            let mut turns = 0;
            'turns: loop {
                turns += 1;
                with!(log.spy("a") => {
                    tokio::select! {
                        () = ready(()), if turns < 3 => continue 'turns,
                        else => {}
                    }
                    return turns;
                });
            }
        }

        let log = Log::new();
        assert_eq!(run(leave(&log)), 3);
        assert_eq!(log.text(), ["enter a, exit a: clean"; 3].join(", "));
    }

    #[test]
    fn async_blocks_in_an_arm_have_question_marks_of_their_own() {
        async fn leave(log: &Log, text: &str) -> Result<u8, Wrapped> {
            let number = with!(log.spy("a").naming_types() => {
                tokio::select! {
                    number = async {
                        let number = later(text).await?;
                        if number == 9 {
                            return Ok(10);
                        }
                        Ok::<u8, Oops>(number)
                    } => {
                        log.note("handler");
                        number?
                    }
                    () = sleep(LONG) => 0,
                }
            });
            Ok(number)
        }

        let log = Log::new();
        assert_eq!(run(leave(&log, "3")), Ok(3));
        assert_eq!(run(leave(&log, "9")), Ok(10));
        assert_eq!(run(leave(&log, "")), Err(Wrapped(Oops("not a number"))));
        assert_eq!(
            log.text(),
            "enter a, handler, exit a: clean, enter a, handler, exit a: clean, \
             enter a, handler, exit a: error not a number as Oops"
        );
    }

    #[test]
    fn handlers_hold_statements() {
        async fn leave(log: &Log, text: &str) -> Result<u8, Wrapped> {
            with!(log.spy("a") => {
                let number = tokio::select! {
                    number = later(text) => with!(log.spy("b").naming_types() => { number? }),
                };
                Ok(number)
            })
        }

        let log = Log::new();
        assert_eq!(run(leave(&log, "3")), Ok(3));
        assert!(run(leave(&log, "")).is_err());
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: clean, exit a: clean, enter a, enter b, \
             exit b: error not a number as Oops, exit a: error not a number"
        );
    }

    #[test]
    fn handlers_await() {
        async fn leave(log: &Log) -> Result<u8, Wrapped> {
            with!(log.spy("a") => {
                tokio::select! {
                    first = later("1") => {
                        let second = later("2").await?;
                        let third = later("three").await;
                        Ok(first? + second + third?)
                    }
                }
            })
        }

        let log = Log::new();
        assert!(run(leave(&log)).is_err());
        assert_eq!(log.text(), "enter a, exit a: error not a number");
    }

    #[test]
    fn the_future_can_be_sent() {
        fn send<T: Send + 'static>(future: impl Future<Output = T> + Send + 'static) -> T {
            tokio::runtime::Builder::new_multi_thread()
                .enable_time()
                .build()
                .unwrap()
                .block_on(async { tokio::spawn(future).await.unwrap() })
        }

        let log = Log::new();
        let sent = log.clone();
        let result = send(async move {
            with!(sent.spy("a") => {
                tokio::select! {
                    number = later("") => drop(number?.to_string()),
                    () = sleep(LONG) => {}
                }
            });
            Ok::<(), Wrapped>(())
        });
        assert_eq!(result, Err(Wrapped(Oops("not a number"))));
        assert_eq!(log.text(), "enter a, exit a: error not a number");
    }
}

mod futures_select {
    use futures::future::{Fuse, FusedFuture, FutureExt, pending};
    use futures::stream::{self, StreamExt};
    use futures::{pin_mut, select};

    use super::*;

    #[test]
    fn handlers_raise_and_jump() {
        async fn leave(log: &Log, texts: &[&'static str]) -> Result<Vec<u8>, Wrapped> {
            let mut texts = stream::iter(texts.to_vec()).fuse();
            let mut numbers = vec![];
            loop {
                with!(log.spy("a").naming_types() => {
                    futures::select! {
                        text = texts.next() => {
                            let Some(text) = text else { continue };
                            numbers.push(parse(text)?);
                        }
                        complete => break,
                    }
                });
            }
            Ok(numbers)
        }

        let log = Log::new();
        assert_eq!(block_on(leave(&log, &["1", "2"])), Ok(vec![1, 2]));
        assert_eq!(log.text(), ["enter a, exit a: clean"; 4].join(", "));
        let log = Log::new();
        assert_eq!(
            block_on(leave(&log, &["one"])),
            Err(Wrapped(Oops("not a number")))
        );
        assert_eq!(log.text(), "enter a, exit a: error not a number as Oops");
    }

    #[test]
    fn several_arms_jump_each_on_its_own() {
        async fn leave(log: &Log, way: u8) -> Result<u8, Wrapped> {
            fn when(condition: bool) -> Fuse<impl Future<Output = Result<u8, Oops>>> {
                if condition {
                    ready(parse("")).fuse()
                } else {
                    Fuse::terminated()
                }
            }

            let (mut raised, mut returned) = (when(way == 0), when(way == 1));
            let mut broken = when(way == 2);
            assert_eq!(raised.is_terminated(), way != 0);
            loop {
                with!(log.spy("a").naming_types() => {
                    let number = futures::select_biased! {
                        number = raised => number?,
                        _ = returned => return Ok(7),
                        number = broken => {
                            drop(number);
                            break;
                        },
                        complete => with!(log.spy("b") => { parse("")? }),
                    };
                    log.note("never");
                    return Ok(number);
                });
            }
            Ok(8)
        }

        for (way, expected, told) in [
            (0, None, "enter a, exit a: error not a number as Oops"),
            (1, Some(7), "enter a, exit a: clean"),
            (2, Some(8), "enter a, exit a: clean"),
            (
                3,
                None,
                "enter a, enter b, exit b: error not a number, exit a: error not a number as Oops",
            ),
        ] {
            let log = Log::new();
            assert_eq!(block_on(leave(&log, way)).ok(), expected);
            assert_eq!(log.text(), told);
        }
    }

    #[test]
    fn a_default_jumps() {
        async fn leave(log: &Log) -> Result<(), Wrapped> {
            let never = pending::<()>().fuse();
            pin_mut!(never);
            ready(()).await;
            with!(log.spy("a").naming_types() => {
                select! {
                    () = never => {}
                    default => {
                        parse("")?;
                    }
                }
                log.note("never");
            });
            Ok(())
        }

        let log = Log::new();
        assert!(block_on(leave(&log)).is_err());
        assert_eq!(log.text(), "enter a, exit a: error not a number as Oops");
    }

    #[test]
    fn what_is_pinned_in_the_block_stays_pinned() {
        async fn leave(log: &Log, text: &str) -> Result<u8, Wrapped> {
            with!(log.spy("a") => {
                let number = later(text).fuse();
                pin_mut!(number);
                let other = async { later("3").await }.fuse();
                tokio::pin!(other);
                let mut sum = 0;
                loop {
                    select! {
                        number = number => sum += number?,
                        other = other => sum += other?,
                        complete => break,
                    }
                }
                Ok(sum)
            })
        }

        let log = Log::new();
        assert_eq!(run(leave(&log, "4")), Ok(7));
        assert!(run(leave(&log, "")).is_err());
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: error not a number"
        );
    }
}

/// Each test is run with the macros of tokio and with those of futures.
macro_rules! joins {
    ($($name:ident: $macros:ident;)*) => {$(
        mod $name {
            use super::*;

            #[test]
            fn arguments_of_join_jump() {
                async fn leave(log: &Log, [a, b]: [&str; 2]) -> Result<(u8, u8), Wrapped> {
                    with!(log.spy("a").naming_types() => {
                        let (a, b) = $macros::join!(later(a), ready(parse(b)?));
                        log.note("joined");
                        Ok((a?, b))
                    })
                }

                let log = Log::new();
                assert_eq!(run(leave(&log, ["1", "2"])), Ok((1, 2)));
                assert_eq!(run(leave(&log, ["1", ""])), Err(Wrapped(Oops("not a number"))));
                assert_eq!(run(leave(&log, ["", "2"])), Err(Wrapped(Oops("not a number"))));
                assert_eq!(
                    log.text(),
                    "enter a, joined, exit a: clean, \
                     enter a, exit a: error not a number as Oops, \
                     enter a, joined, exit a: error not a number as Oops"
                );
            }

            #[test]
            fn the_result_of_try_join_raises() {
                async fn leave(log: &Log, [a, b]: [&str; 2]) -> Result<(u8, u8), Wrapped> {
                    Ok(with!(log.spy("a").naming_types() => {
                        $macros::try_join!(
                            async {
                                let number = later(a).await?;
                                Ok::<_, Oops>(number)
                            },
                            later(b),
                        )?
                    }))
                }

                let log = Log::new();
                assert_eq!(run(leave(&log, ["1", "2"])), Ok((1, 2)));
                assert_eq!(run(leave(&log, ["", "2"])), Err(Wrapped(Oops("not a number"))));
                assert_eq!(
                    log.text(),
                    "enter a, exit a: clean, enter a, exit a: error not a number as Oops"
                );
            }

            #[test]
            fn arguments_of_try_join_jump() {
                async fn leave(log: &Log, text: &str) -> Result<(u8, u8), Wrapped> {
                    loop {
                        with!(log.spy("a").naming_types() => {
                            let joined = $macros::try_join!(
                                later(if text.is_empty() { break } else { text }),
                                ready::<Result<u8, Oops>>(Ok(parse(text)?)),
                            );
                            return Ok(joined?);
                        });
                    }
                    Ok((7, 7))
                }

                let log = Log::new();
                assert_eq!(run(leave(&log, "1")), Ok((1, 1)));
                assert_eq!(run(leave(&log, "")), Ok((7, 7)));
                assert!(run(leave(&log, "one")).is_err());
                assert_eq!(
                    log.text(),
                    "enter a, exit a: clean, enter a, exit a: clean, \
                     enter a, exit a: error not a number as Oops"
                );
            }

            #[test]
            fn async_blocks_hold_statements_of_their_own() {
                async fn leave(log: &Log, text: &str) -> Result<(u8, u8), Wrapped> {
                    with!(log.spy("a") => {
                        let joined = $macros::try_join!(
                            async {
                                with!(log.spy("b").naming_types() => {
                                    Ok::<_, Oops>(later(text).await?)
                                })
                            },
                            ready(Ok::<u8, Oops>(2)),
                        );
                        Ok(joined?)
                    })
                }

                let log = Log::new();
                assert_eq!(run(leave(&log, "1")), Ok((1, 2)));
                assert!(run(leave(&log, "")).is_err());
                assert_eq!(
                    log.text(),
                    "enter a, enter b, exit b: clean, exit a: clean, enter a, enter b, \
                     exit b: error not a number as Oops, exit a: error not a number"
                );
            }
        }
    )*};
}

joins! {
    tokio_joins: tokio;
    futures_joins: futures;
}

mod missing {
    use super::*;

    #[test]
    fn the_kind_of_what_is_raised_is_told_as_well() {
        fn leave(log: &Log, number: Option<u8>) -> Option<serde_json::Value> {
            with!(log.spy("a") => {
                let value = serde_json::json!([number?]);
                Some(value)
            })
        }

        fn other(log: &Log) -> Result<u8, Oops> {
            with!(log.spy("a") => {
                let numbers: Vec<u8> = Vec::from_iter(vec![fail("no")?]);
                Ok(numbers[0])
            })
        }

        let log = Log::new();
        assert!(leave(&log, Some(3)).is_some());
        assert!(leave(&log, None).is_none());
        assert!(other(&log).is_err());
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: missing, enter a, exit a: error no"
        );
    }
}

mod generics {
    use super::*;

    /// A function with two generic arguments.
    fn limit<A: Default + Into<u8>, B>(limit: Result<u8, B>) -> Result<u8, B> {
        Ok(limit? + A::default().into())
    }

    #[test]
    fn have_a_comma_that_separates_no_arguments() {
        fn leave(log: &Log, number: u8, most: Result<u8, Oops>) -> Result<bool, Oops> {
            let is_less = with!(log.spy("a") => {
                matches!(Some(number), Some(number) if number < limit::<u8, Oops>(most)?)
            });
            Ok(is_less)
        }

        let log = Log::new();
        assert_eq!(leave(&log, 3, Ok(4)), Ok(true));
        assert_eq!(leave(&log, 4, Ok(4)), Ok(false));
        assert_eq!(leave(&log, 4, fail("none")), fail("none"));
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: clean, enter a, exit a: error none"
        );
    }
}
