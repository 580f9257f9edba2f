//! Macros whose arguments are expressions: what jumps there jumps as it does elsewhere in the block.
#![allow(clippy::never_loop, reason = "many of these jumps are always taken")]
#![allow(
    clippy::diverging_sub_expression,
    reason = "some of these macros panic"
)]
#![allow(clippy::let_unit_value, reason = "some of these macros have no value")]
#![allow(clippy::unnecessary_wraps, reason = "not all that is asked fails")]

mod common;

use std::fmt::{self, Write as _};

use common::{Log, Oops, Trace, fail, panic_message};
use with_runtime::with;

/// What `?` makes of an [`Oops`]: exit is told of the one before.
#[derive(Debug, PartialEq)]
struct Wrapped(Oops);

impl From<Oops> for Wrapped {
    fn from(error: Oops) -> Self {
        Wrapped(error)
    }
}

fn yes() -> Result<u8, Oops> {
    Ok(3)
}

fn no() -> Result<u8, Oops> {
    fail("no")
}

fn parse(text: &str) -> Result<u8, Oops> {
    text.parse().map_err(|_| Oops("not a number"))
}

fn keep<T>(_: T) {}

fn never() -> bool {
    std::process::id() == 0
}

/// Whoever listens to what is logged.
mod listening {
    use std::sync::Once;

    use tracing::span::{Attributes, Id, Record};
    use tracing::{Event, Metadata, Subscriber};

    struct Listener;

    impl log::Log for Listener {
        fn enabled(&self, _: &log::Metadata<'_>) -> bool {
            true
        }

        fn log(&self, record: &log::Record<'_>) {
            super::keep(record.args().to_string());
        }

        fn flush(&self) {}
    }

    impl Subscriber for Listener {
        fn enabled(&self, _: &Metadata<'_>) -> bool {
            true
        }

        fn new_span(&self, _: &Attributes<'_>) -> Id {
            Id::from_u64(1)
        }

        fn record(&self, _: &Id, _: &Record<'_>) {}

        fn record_follows_from(&self, _: &Id, _: &Id) {}

        fn event(&self, _: &Event<'_>) {}

        fn enter(&self, _: &Id) {}

        fn exit(&self, _: &Id) {}
    }

    pub(super) fn to<T>(run: impl FnOnce() -> T) -> T {
        static LOGGED: Once = Once::new();

        LOGGED.call_once(|| {
            log::set_logger(&Listener).unwrap();
            log::set_max_level(log::LevelFilter::Trace);
        });
        tracing::subscriber::with_default(Listener, run)
    }
}

/// Tries each way to jump between the tokens of the two brackets.
macro_rules! jumps {
    ($($macro:ident)::+ [$($before:tt)*] [$($after:tt)*]) => {
        use super::*;

        #[test]
        fn a_question_mark_raises() {
            fn leave(log: &Log) -> Result<(), Wrapped> {
                with!(log.spy("a").naming_types() => {
                    if log.len() == 1 {
                        let _ = $($macro)::+!($($before)* no()? $($after)*);
                    }
                    log.note("never");
                });
                Ok(())
            }

            let log = Log::new();
            assert_eq!(listening::to(|| leave(&log)), Err(Wrapped(Oops("no"))));
            assert_eq!(log.text(), "enter a, exit a: error no as Oops");
        }

        #[test]
        fn an_exception_may_be_suppressed() {
            fn leave(log: &Log) -> Result<(), Wrapped> {
                with!(log.spy("a").suppressing() => {
                    if log.len() == 1 {
                        let _ = $($macro)::+!($($before)* no()? $($after)*);
                    }
                    log.note("never");
                });
                log.note("next");
                Ok(())
            }

            let log = Log::new();
            assert_eq!(listening::to(|| leave(&log)), Ok(()));
            assert_eq!(log.text(), "enter a, exit a: error no, next");
        }

        #[test]
        fn a_return_returns() {
            fn leave(log: &Log) -> u8 {
                with!(log.spy("a") => {
                    if log.len() == 1 {
                        let _ = $($macro)::+!(
                            $($before)* if log.len() == 1 { return 7 } else { 3_u8 } $($after)*
                        );
                    }
                    log.note("never");
                });
                8
            }

            let log = Log::new();
            assert_eq!(listening::to(|| leave(&log)), 7);
            assert_eq!(log.text(), "enter a, exit a: clean");
        }

        #[test]
        fn labelled_jumps_go_to_the_loop_they_name() {
            let log = Log::new();
            let leave = || 'outer: loop {
                'inner: for turn in 0..2 {
                    loop {
                        with!(log.spy("a") => {
                            if turn < 2 {
                                let _ = $($macro)::+!($($before)* match turn {
                                    0 => continue 'inner,
                                    1 => break 'outer 7,
                                    _ => 3_u8,
                                } $($after)*);
                            }
                            log.note("never");
                        });
                    }
                }
            };
            assert_eq!(listening::to(leave), 7);
            assert_eq!(log.text(), "enter a, exit a: clean, enter a, exit a: clean");
        }

        #[test]
        fn a_statement_in_it_is_left_before_the_one_around_it() {
            fn leave(log: &Log) -> Result<(), Wrapped> {
                with!(log.spy("a").naming_types() => {
                    if log.len() == 1 {
                        let _ = $($macro)::+!($($before)* with!(log.spy("b").naming_types() => {
                            log.note("block");
                            no()?
                        }) $($after)*);
                    }
                    log.note("never");
                });
                Ok(())
            }

            let log = Log::new();
            assert_eq!(listening::to(|| leave(&log)), Err(Wrapped(Oops("no"))));
            assert_eq!(
                log.text(),
                "enter a, enter b, block, exit b: error no as Oops, exit a: error no as Oops"
            );
        }
    };
}

/// Macros that go on when their arguments do.
macro_rules! jumps_in {
    ($($name:ident: $($macro:ident)::+![$($before:tt)*][$($after:tt)*];)*) => {$(
        mod $name {
            jumps!($($macro)::+ [$($before)*] [$($after)*]);

            #[test]
            fn it_goes_on_where_nothing_jumps() {
                fn leave(log: &Log) -> Result<(), Wrapped> {
                    with!(log.spy("a") => {
                        let _ = $($macro)::+!($($before)* yes()? $($after)*);
                        let _ = $($macro)::+!(
                            $($before)* with!(log.spy("b") => { yes()? }) $($after)*
                        );
                        log.note("end");
                    });
                    Ok(())
                }

                let log = Log::new();
                assert_eq!(listening::to(|| leave(&log)), Ok(()));
                assert_eq!(log.text(), "enter a, enter b, exit b: clean, end, exit a: clean");
            }
        }
    )*};
}

/// Macros that panic once their arguments are there.
macro_rules! jumps_before_a_panic_in {
    ($($name:ident: $($macro:ident)::+![$($before:tt)*][$($after:tt)*] => $message:literal;)*) => {$(
        mod $name {
            jumps!($($macro)::+ [$($before)*] [$($after)*]);

            #[test]
            fn it_panics_where_nothing_jumps() {
                fn leave(log: &Log) -> Result<(), Wrapped> {
                    with!(log.spy("a") => {
                        if log.len() == 1 {
                            $($macro)::+!($($before)* yes()? $($after)*);
                        }
                    });
                    Ok(())
                }

                let log = Log::new();
                assert_eq!(panic_message(|| leave(&log)), $message);
                assert_eq!(log.text(), "enter a, exit a: panic");
            }
        }
    )*};
}

jumps_in! {
    print: print!["{}",][];
    println: println!["{}",][];
    eprint: eprint!["{}",][];
    eprintln: eprintln!["{}",][,];
    format: format!["{}",][];
    format_between_others: format!["{} {} {}", 1,][, 2];
    format_by_name: format!["{number}", number =][];
    format_width: format!["{:>width$}", 1, width = 3 +][as usize];
    format_of_a_path: std::format!["{:?}",][];
    format_args: format_args!["{}",][];
    write: write![&mut String::new(), "{}",][];
    writeln: writeln![&mut String::new(), "{}",][];
    vec: vec![1,][, 2];
    vec_of_one: vec![][];
    vec_repeated: vec![][; 2];
    vec_repeat_count: vec!["text"; 3 +][as usize];
    dbg: dbg![][];
    dbg_of_two: dbg![1,][];
    matches: matches![][, 1..=3 | 9];
    matches_guard: matches![Some(4_u8), Some(number) if number >][];
    matches_guard_in_part: matches![Some(4_u8), Some(number) if number != 0 && number >][,];
    assert: assert![][< 9];
    assert_with_a_message: assert![][< 9, "{}", "text"];
    assert_eq: assert_eq![][, 3];
    assert_eq_right: assert_eq![3,][];
    assert_eq_with_a_message: assert_eq![3,][, "{}", "text"];
    assert_ne: assert_ne![4,][];
    debug_assert: debug_assert![][< 9];
    debug_assert_eq: debug_assert_eq![3,][];
    debug_assert_ne: debug_assert_ne![][, 4];
    log_info: log::info!["{}",][];
    log_warn_by_name: log::warn!["{number} {}", 1, number =][];
    log_error_with_a_target: log::error![target: "target", "{}",][];
    log_with_a_level: log::log![log::Level::Debug, "{}",][];
    log_value: log::debug![number =][; "text"];
    log_value_with_a_sigil: log::trace![text:% = "text", number:? =][; "{}", 1];
    tracing_info: tracing::info!["{}",][];
    tracing_field: tracing::warn![number =][, "text {}", 1];
    tracing_field_last: tracing::error![text = "text", number =][];
    tracing_field_displayed: tracing::debug![number = %][, "text"];
    tracing_field_debugged: tracing::trace![number = ?][, "text"];
    tracing_field_of_a_path: tracing::info![some.number =][, some.text = "text"];
    tracing_field_in_braces: tracing::info![target: "target", { number = 1 }, "{}",][];
    tracing_event: tracing::event![tracing::Level::INFO, number =][, "text"];
    tracing_info_span: tracing::info_span!["name", number =][];
    tracing_span: tracing::span![tracing::Level::INFO, "name", text = "text", number = ?][];
}

jumps_before_a_panic_in! {
    panic: panic!["{}",][] => "3";
    panic_of_a_path: std::panic!["{number}", number =][] => "3";
    todo: todo!["{}",][] => "not yet implemented: 3";
    unimplemented: unimplemented!["{}",][] => "not implemented: 3";
    unreachable: unreachable!["{}",][] => "internal error: entered unreachable code: 3";
    message_of_assert: assert![never(), "{}",][] => "3";
    message_of_assert_eq: assert_eq![1, 2, "{}",][]
        => "assertion `left == right` failed: 3\n  left: 1\n right: 2";
    message_of_assert_ne: assert_ne![1, 1, "{}",][]
        => "assertion `left != right` failed: 3\n  left: 1\n right: 1";
    message_of_debug_assert: debug_assert![never(), "{} {}", 1,][] => "1 3";
    message_of_debug_assert_eq: debug_assert_eq![1, 2, "{}",][,]
        => "assertion `left == right` failed: 3\n  left: 1\n right: 2";
    message_of_debug_assert_ne: debug_assert_ne![1, 1, "{}",][]
        => "assertion `left != right` failed: 3\n  left: 1\n right: 1";
    failing_assert_eq: assert_eq![][, 4] => "assertion `left == right` failed\n  left: 3\n right: 4";
    failing_assert_ne: assert_ne![3,][] => "assertion `left != right` failed\n  left: 3\n right: 3";
}

mod text {
    use super::*;

    /// What a failing assertion says.
    macro_rules! said {
        ($($assertion:tt)*) => {
            panic_message(|| {
                fn leave() -> Result<(), Oops> {
                    with!(Log::new().spy("a") => {
                        $($assertion)*
                    });
                    Ok(())
                }

                leave()
            })
        };
    }

    #[test]
    fn the_message_of_an_assertion_replaces_the_text() {
        assert_eq!(
            said! { assert!(parse("2")? > 3, "too small"); },
            "too small"
        );
        assert_eq!(
            said! { assert!(parse("2")? > 3, "{} is too small", parse("2")?); },
            "2 is too small"
        );
    }

    #[test]
    fn variables_may_be_named_in_the_text_of_a_format() {
        fn leave(log: &Log) -> Result<String, Oops> {
            let outside = "outside";
            with!(log.spy("a") => {
                let inside = 1;
                let text = format!("{outside} {inside:>2} {} {inside}", yes()?);
                Ok(text)
            })
        }

        assert_eq!(leave(&Log::new()).unwrap(), "outside  1 3 1");
    }

    #[test]
    fn what_is_written_arrives() {
        fn leave(log: &Log) -> Result<String, Box<dyn std::error::Error>> {
            let mut text = String::new();
            with!(log.spy("a") => {
                write!(text, "{} ", yes()?)?;
                writeln!(&mut text, "{:?}", vec![yes()?; 2])?;
                write!(text, "{}", no()?)?;
            });
            Ok(text)
        }

        fn kept(log: &Log, text: &mut String) -> Result<(), Box<dyn std::error::Error>> {
            with!(log.spy("a") => {
                write!(text, "{} ", yes()?)?;
                writeln!(text, "{:?}", vec![yes()?; 2])?;
            });
            Ok(())
        }

        let log = Log::new();
        assert!(leave(&log).unwrap_err().is::<Oops>());
        assert_eq!(log.text(), "enter a, exit a: error no");
        let mut text = String::new();
        kept(&Log::new(), &mut text).unwrap();
        assert_eq!(text, "3 [3, 3]\n");
    }

    #[test]
    fn a_writer_that_fails_raises_its_own_error() {
        struct Full;

        impl fmt::Write for Full {
            fn write_str(&mut self, _: &str) -> fmt::Result {
                Err(fmt::Error)
            }
        }

        fn leave(log: &Log) -> Result<(), Box<dyn std::error::Error>> {
            with!(log.spy("a").naming_types() => {
                write!(Full, "{}", yes()?)?;
            });
            Ok(())
        }

        let log = Log::new();
        assert!(leave(&log).unwrap_err().is::<fmt::Error>());
        let told = log.text();
        assert!(told.ends_with("as core::fmt::Error"), "{told}");
    }
}

/// Whatever the macro is called, an unlabelled jump may be one of a loop that it puts around its arguments. Of the macros of these
/// crates, by their paths, none does.
mod unlabelled_jumps {
    use super::*;

    macro_rules! jumps_by_path {
        ($($name:ident: $($macro:ident)::+!($($before:tt)*);)*) => {$(
            #[test]
            fn $name() {
                let log = Log::new();
                let leave = || {
                    for turn in 0..3 {
                        with!(log.spy("a") => {
                            let _ = $($macro)::+!(
                                $($before)* match turn { 0 => continue, 1 => break, _ => 3_u8 }
                            );
                        });
                        log.note("never");
                    }
                };
                listening::to(leave);
                assert_eq!(log.text(), "enter a, exit a: clean, enter a, exit a: clean");
            }
        )*};
    }

    jumps_by_path! {
        of_std: std::println!("{}",);
        of_core: core::assert_eq!(3,);
        of_alloc: std::vec!(1,);
        of_log: log::info!("{}",);
        of_tracing: tracing::info!(number =);
    }
}

/// `dbg!` writes to the standard error of the process, so this binary is run once more and listened to.
mod debugged {
    use std::env;
    use std::process::Command;

    use super::*;

    const CHILD: &str = "DEBUGGED_IN_A_CHILD";

    /// What the test of this name writes to standard error when it is run by itself.
    fn stderr_of(test: &str) -> String {
        let output = Command::new(env::current_exe().unwrap())
            .args([test, "--exact", "--nocapture", "--test-threads=1"])
            .env(CHILD, "1")
            .output()
            .unwrap();
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    /// Where this file has the call, as `[file:line:column]`.
    fn place_of(call: &str) -> String {
        let (line, column) = include_str!("macros_expressions.rs")
            .lines()
            .enumerate()
            .find_map(|(line, text)| {
                let column = text.strip_suffix(';')?.find(call)?;
                text.trim_start()
                    .starts_with(call)
                    .then_some((line + 1, column + 1))
            })
            .unwrap();
        format!("[{}:{line}:{column}]", file!())
    }

    fn is_child() -> bool {
        env::var_os(CHILD).is_some()
    }

    #[test]
    fn dbg_hands_on_its_value_and_shows_every_expression() {
        fn leave() -> Result<u8, Oops> {
            with!(Log::new().spy("a") => {
                let (four, seven) =
                    dbg!(yes()? + 1, yes()? + parse("4")?);
                Ok(four + seven)
            })
        }

        if is_child() {
            return assert_eq!(leave(), Ok(11));
        }
        let place = place_of("dbg!(yes()? + 1, yes()? + parse(\"4\")?)");
        let shown = stderr_of("debugged::dbg_hands_on_its_value_and_shows_every_expression");
        let shown: Vec<_> = shown.matches(&place).collect();
        assert_eq!(shown.len(), 2, "{shown:?}");
    }

    #[test]
    fn a_failed_assertion_names_the_line_of_the_user() {
        fn leave() -> Result<(), Oops> {
            with!(Log::new().spy("a") => {
                assert!(parse("4")? > 4);
            });
            Ok(())
        }

        if is_child() {
            let message = panic_message(leave);
            assert!(message.starts_with("assertion failed: "), "{message}");
            return;
        }
        let shown = stderr_of("debugged::a_failed_assertion_names_the_line_of_the_user");
        let place = place_of("assert!(parse(\"4\")? > 4)");
        let place = place.trim_matches(['[', ']']);
        assert!(
            shown.contains(&format!(" panicked at {place}:\n")),
            "{shown}"
        );
    }
}

mod as_statements {
    use super::*;

    #[test]
    fn a_macro_with_a_semicolon_jumps() {
        fn leave(log: &Log) -> Result<(), Wrapped> {
            with!(log.spy("a") => {
                println!("{}", yes()?);
                println! { "{}", yes()? };
                println!["{}", no()?];
                log.note("never");
            });
            Ok(())
        }

        let log = Log::new();
        assert!(leave(&log).is_err());
        assert_eq!(log.text(), "enter a, exit a: error no");
    }

    #[test]
    fn a_macro_in_braces_jumps() {
        fn leave(log: &Log) -> Result<(), Wrapped> {
            with!(log.spy("a") => {
                println! { "{}", yes()? }
                println! { "{}", no()? }
                log.note("never");
            });
            Ok(())
        }

        let log = Log::new();
        assert!(leave(&log).is_err());
        assert_eq!(log.text(), "enter a, exit a: error no");
    }

    #[test]
    fn a_macro_at_the_end_is_the_value_of_the_block() {
        fn leave(log: &Log, text: &str) -> Result<String, Wrapped> {
            let text = with!(log.spy("a") => {
                format!("{}", parse(text)?)
            });
            Ok(text)
        }

        let log = Log::new();
        assert_eq!(leave(&log, "3"), Ok("3".to_owned()));
        assert_eq!(leave(&log, "three"), Err(Wrapped(Oops("not a number"))));
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: error not a number"
        );
    }

    #[test]
    fn a_macro_that_is_all_of_the_body_jumps() {
        fn leave(log: &Log, text: &str) -> Result<Vec<u8>, Wrapped> {
            Ok(with!(log.spy("a") => vec![parse(text)?; 2]))
        }

        let log = Log::new();
        assert_eq!(leave(&log, "3"), Ok(vec![3, 3]));
        assert!(leave(&log, "three").is_err());
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: error not a number"
        );
    }

    #[test]
    fn a_block_may_end_in_a_panic_with_a_jump_in_its_message() {
        fn leave(log: &Log, text: &str) -> Result<u8, Wrapped> {
            with!(log.spy("a") => {
                todo!("{}", parse(text)?);
            })
        }

        let log = Log::new();
        assert!(leave(&log, "three").is_err());
        assert_eq!(log.text(), "enter a, exit a: error not a number");
        assert_eq!(panic_message(|| leave(&log, "3")), "not yet implemented: 3");
    }

    #[test]
    fn a_macro_that_is_configured_out_asks_nothing() {
        let log = Log::new();
        with!(log.spy("a") => {
            #[cfg(any())]
            println!("{}", no()?);
            log.note("end");
        });
        assert_eq!(log.text(), "enter a, end, exit a: clean");
    }
}

mod in_one_another {
    use super::*;

    #[test]
    fn a_jump_in_the_arguments_of_an_argument_jumps() {
        fn leave(log: &Log, text: &str) -> Result<String, Wrapped> {
            with!(log.spy("a").naming_types() => {
                let text = format!("{:?}", vec![format!("{}", { println!("{text}"); parse(text)? })]);
                Ok(text)
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log, "3").unwrap(), "[\"3\"]");
        assert!(leave(&log, "three").is_err());
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: error not a number as Oops"
        );
    }

    #[test]
    fn closures_in_arguments_have_jumps_of_their_own() {
        let log = Log::new();
        with!(log.spy("a") => {
            let text = format!("{:?}", (|| { Some(parse("three").ok()? + 1) })());
            assert_eq!(text, "None");
            assert!((|| { if log.len() == 1 { return true; } false })());
            let texts = vec![["1", "2"].map(|text| -> Result<u8, Oops> { Ok(parse(text)? + 1) })];
            assert_eq!(texts, [[Ok(2), Ok(3)]]);
            log.note("end");
        });
        assert_eq!(log.text(), "enter a, end, exit a: clean");
    }

    #[test]
    fn loops_in_arguments_keep_their_own_jumps() {
        let log = Log::new();
        for _ in 0..1 {
            with!(log.spy("a") => {
                let text = format!("{}", loop { if log.len() == 1 { break 7 } });
                assert_eq!(text, "7");
                assert!('found: {
                    for number in 0..3 {
                        if number == 0 {
                            continue;
                        }
                        break 'found number == 1;
                    }
                    false
                });
                log.note("end");
            });
            log.note("next");
        }
        assert_eq!(log.text(), "enter a, end, exit a: clean, next");
    }

    #[test]
    fn a_statement_in_arguments_may_return_from_the_function() {
        fn leave(log: &Log) -> u8 {
            with!(log.spy("a") => {
                println!("{}", with!(log.spy("b") => {
                    if log.len() == 2 {
                        return 7;
                    }
                    8
                }));
            });
            9
        }

        let log = Log::new();
        assert_eq!(leave(&log), 7);
        assert_eq!(log.text(), "enter a, enter b, exit b: clean, exit a: clean");
    }

    #[test]
    fn a_statement_in_arguments_may_suppress() {
        fn leave(log: &Log) -> Result<(), Wrapped> {
            with!(log.spy("a") => {
                assert_eq!(with!(log.spy("b").suppressing() => { no()?; }), ());
                log.note("end");
            });
            Ok(())
        }

        let log = Log::new();
        assert_eq!(leave(&log), Ok(()));
        assert_eq!(
            log.text(),
            "enter a, enter b, exit b: error no, end, exit a: clean"
        );
    }
}

mod what_is_left_behind {
    use super::*;

    #[test]
    fn what_a_macro_moved_before_a_jump_is_dropped_before_exit() {
        fn made(log: &Log, name: &'static str) -> Result<Trace, Oops> {
            match name {
                "no" => fail("no"),
                name => Ok(log.trace(name)),
            }
        }

        fn leave(log: &Log) -> Result<(), Oops> {
            with!(log.spy("a") => {
                let first = log.trace("first");
                keep(vec![first, made(log, "second")?, made(log, "no")?]);
            });
            Ok(())
        }

        let log = Log::new();
        assert!(leave(&log).is_err());
        let text = log.text();
        let (before, after) = text.split_once("exit a").unwrap();
        assert!(
            before.contains("drop first") && before.contains("drop second"),
            "{text}"
        );
        assert_eq!(after, ": error no");
    }

    #[test]
    fn what_is_moved_before_a_jump_is_still_there_behind_the_statement() {
        fn leave(log: &Log, early: bool) -> String {
            let text = "text".to_owned();
            with!(log.spy("a") => {
                println!("{}", if early { return text } else { 1 });
            });
            text
        }

        assert_eq!(leave(&Log::new(), true), "text");
        assert_eq!(leave(&Log::new(), false), "text");
    }

    #[test]
    fn macros_borrow_their_arguments_as_they_do_elsewhere() {
        fn leave(log: &Log) -> Result<(String, String), Oops> {
            let outside = "outside".to_owned();
            with!(log.spy("a") => {
                let inside = "inside".to_owned();
                println!("{outside} {} {inside}", yes()?);
                assert_eq!(outside, "outside", "{}", yes()?);
                assert!(matches!(&inside, text if text.len() > usize::from(yes()?)));
                Ok((outside, inside))
            })
        }

        assert_eq!(
            leave(&Log::new()).unwrap(),
            ("outside".to_owned(), "inside".to_owned())
        );
    }

    #[test]
    fn an_initialisation_in_arguments_counts() {
        fn leave(log: &Log) -> Result<u8, Oops> {
            let number;
            with!(log.spy("a") => {
                println!("{}", { number = yes()?; number });
            });
            Ok(number)
        }

        assert_eq!(leave(&Log::new()), Ok(3));
    }

    #[test]
    fn types_are_told_by_what_surrounds_the_macro() {
        fn leave(log: &Log, text: &str) -> Result<Vec<u64>, std::num::ParseIntError> {
            with!(log.spy("a") => {
                let numbers: Vec<u64> = vec![text.parse()?, "7".parse()?];
                assert_eq!(numbers[0], text.parse()?);
                Ok(numbers)
            })
        }

        let log = Log::new();
        assert_eq!(leave(&log, "3"), Ok(vec![3, 7]));
        assert!(leave(&log, "three").is_err());
    }
}

mod asynchronous {
    use super::*;

    #[test]
    fn futures_are_awaited_in_arguments() {
        async fn number(text: &str) -> Result<u8, Oops> {
            tokio::task::yield_now().await;
            parse(text)
        }

        async fn leave(log: &Log, text: &str) -> Result<Vec<u8>, Wrapped> {
            with!(log.spy("a").naming_types() => {
                assert!(number("3").await? == 3);
                tracing::info!(number = number("3").await?, "{}", number("4").await?);
                let numbers = vec![number("1").await?, number(text).await?];
                println!("{}", if numbers[1] == 9 { return Ok(vec![]) } else { number("3").await? });
                assert_eq!(numbers[0], number("1").await?, "{}", number("no").await?);
                Ok(numbers)
            })
        }

        let log = Log::new();
        assert_eq!(
            futures::executor::block_on(leave(&log, "2")),
            Ok(vec![1, 2])
        );
        assert_eq!(futures::executor::block_on(leave(&log, "9")), Ok(vec![]));
        assert_eq!(
            futures::executor::block_on(leave(&log, "two")),
            Err(Wrapped(Oops("not a number")))
        );
        assert_eq!(
            log.text(),
            "enter a, exit a: clean, enter a, exit a: clean, \
             enter a, exit a: error not a number as Oops"
        );
    }
}

mod sigils {
    use super::*;

    #[test]
    fn a_sigil_is_no_question_mark() {
        let log = Log::new();
        let (number, text) = (3_u8, "text");
        listening::to(|| {
            with!(log.spy("a") => {
                tracing::info!(?number, %text, "text");
                tracing::info!(?number);
                tracing::info!(a = ?number, b = %text);
                tracing::info!({ ?number, b = ?text }, "{}", number);
                log::info!(number:?, text:%; "{number}");
                log.note("end");
            });
        });
        assert_eq!(log.text(), "enter a, end, exit a: clean");
    }

    #[test]
    fn sigils_and_question_marks_stand_side_by_side() {
        fn leave(log: &Log, text: &str) -> Result<(), Wrapped> {
            let number = 3_u8;
            with!(log.spy("a").naming_types() => {
                tracing::info!(?number, %text, a = ?parse(text)?, "{} {}", number, yes()?);
                log.note("between");
                tracing::info!(?number, a = %yes()?, b = ?no()?);
                log.note("never");
            });
            Ok(())
        }

        let log = Log::new();
        assert!(listening::to(|| leave(&log, "3")).is_err());
        assert!(listening::to(|| leave(&log, "three")).is_err());
        assert_eq!(
            log.text(),
            "enter a, between, exit a: error no as Oops, \
             enter a, exit a: error not a number as Oops"
        );
    }
}
