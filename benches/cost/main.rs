//! What the statement costs, next to the same written by hand.
//!
//! `cargo bench --bench cost` counts instructions, under valgrind, and prints a table. Times would depend on the
//! machine and its mood; these counts only on the compiler.

use std::env;
use std::error::Error;
use std::hint::black_box;
use std::process::{Child, Command, ExitCode, Stdio};

use self::cases::Function;
use self::managers::{Failed, Inlined, Opaque};

mod asynchronous;
mod cases;
mod contextlib;
mod managers;
mod stacks;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

struct Case {
    name: &'static str,
    ours: Side,
    by_hand: Side,
    /// What both sides have in common: a function that does nothing is called.
    frame: Side,
    /// How many are counted.
    rounds: u32,
}

/// Runs so many rounds.
type Side = fn(u64);

macro_rules! cases {
    ($($name:literal: $ours:ident, $by_hand:ident <$Exit:ty> ($number:literal);)*) => {
        &[$(
            case!($name, "inlined": $ours, $by_hand, Inlined<$Exit>, |rounds| ($number, rounds)),
            case!($name, "called": $ours, $by_hand, Opaque<$Exit>, |rounds| ($number, rounds)),
        )*
            case!("hot loop", "inlined": ours_loop, by_hand_loop, Inlined<()>, |rounds| (rounds, 1)),
            case!("hot loop", "called": ours_loop, by_hand_loop, Opaque<()>, |rounds| (rounds, 1)),
            asynchronous!("async, ready", by_hand, 0),
            asynchronous!("async, ready, beside the block alone", plain, 0),
            asynchronous!("async, a hundred times pending", by_hand, 200),
            asynchronous!("async, a hundred times pending, beside the block alone", plain, 200),
            asynchronous!("async, `?` propagated", by_hand, 1),
            contextlib!("`managed`", ours_managed, by_hand_managed, 4),
            contextlib!("`managed`, `?` propagated", ours_managed, by_hand_managed, 5),
            contextlib!("`closing`", ours_closing, by_hand_closing, 4),
            contextlib!("`on_exit`", ours_on_exit, by_hand_on_exit, 4),
            contextlib!("`on_error`", ours_on_error, by_hand_on_error, 4),
            contextlib!("`on_error`, `?` propagated", ours_on_error, by_hand_on_error, 5),
            contextlib!("`suppress`", ours_suppress, by_hand_suppress, 4),
            contextlib!("`suppress`, suppressed", ours_suppress, by_hand_suppress, 5),
            stack!("`ExitStack`, four callbacks", ours_callbacks, by_hand_callbacks, 4),
            stack!("`ExitStack`, four callbacks, `?` propagated", ours_callbacks, by_hand_callbacks, 5),
            stack!("`ExitStack`, a hundred callbacks", ours_hundred, by_hand_hundred, 4),
            stack!("`ExitStack`, four managers", ours_managers, by_hand_managers, 4),
            stack!("`nested`, three managers", ours_nested, by_hand_nested, 4),
            stack!("`nested`, three managers, `?` propagated", ours_nested, by_hand_nested, 5),
            stack!("`chaining`, nothing fails", ours_chaining, by_hand_chaining, 4),
        ]
    };
}

macro_rules! case {
    (
        $name:literal, $calls:literal:
        $ours:ident, $by_hand:ident, $M:ty, |$rounds:ident| $arguments:expr
    ) => {
        Case {
            name: concat!($name, ", ", $calls),
            ours: |$rounds| call::<$M>(cases::$ours, $arguments),
            by_hand: |$rounds| call::<$M>(cases::$by_hand, $arguments),
            frame: |$rounds| call::<$M>(cases::nothing, $arguments),
            rounds: ROUNDS,
        }
    };
}

macro_rules! asynchronous {
    ($name:literal, $other:ident, $times:literal) => {
        Case {
            name: $name,
            ours: |rounds| asynchronous::call(asynchronous::ours, $times, rounds),
            by_hand: |rounds| asynchronous::call(asynchronous::$other, $times, rounds),
            frame: |rounds| asynchronous::call(asynchronous::nothing, $times, rounds),
            rounds: ROUNDS / 100,
        }
    };
}

macro_rules! contextlib {
    ($name:literal, $ours:ident, $by_hand:ident, $number:literal) => {
        Case {
            name: $name,
            ours: |rounds| contextlib::call(contextlib::$ours, $number, rounds),
            by_hand: |rounds| contextlib::call(contextlib::$by_hand, $number, rounds),
            frame: |rounds| contextlib::call(contextlib::nothing, $number, rounds),
            rounds: ROUNDS,
        }
    };
}

macro_rules! stack {
    ($name:literal, $ours:ident, $by_hand:ident, $number:literal) => {
        Case {
            name: $name,
            ours: |rounds| stacks::call(stacks::$ours, $number, rounds),
            by_hand: |rounds| stacks::call(stacks::$by_hand, $number, rounds),
            frame: |rounds| stacks::call(stacks::nothing, $number, rounds),
            rounds: ROUNDS / 100,
        }
    };
}

/// Each with managers whose methods are inlined, and with managers whose methods are called.
const CASES: &[Case] = cases! {
    "clean block": ours_clean, by_hand_clean<()>(4);
    "`return`": ours_return, by_hand_return<()>(4);
    "`?`, nothing raised": ours_raised, by_hand_raised<()>(4);
    "`?`, propagated": ours_raised, by_hand_raised<()>(5);
    "`?`, suppressed": ours_suppressed, by_hand_suppressed<bool>(5);
    "fallible exit": ours_fallible, by_hand_fallible<std::result::Result<(), Failed>>(4);
    "fallible exit, fails": ours_fallible, by_hand_fallible<std::result::Result<(), Failed>>(5);
    "three nested": ours_nested, by_hand_nested<()>(4);
    "three nested, `?` propagated": ours_nested, by_hand_nested<()>(5);
    "three joined": ours_joined, by_hand_nested<()>(4);
    "three joined, `?` propagated": ours_joined, by_hand_nested<()>(5);
    "clean block under `catch`": ours_caught, by_hand_caught<()>(4);
};

/// The functions that are compared in size.
const TWENTY: [Function<Opaque<()>>; 2] = [cases::ours_twenty, cases::by_hand_twenty];

#[inline(never)]
fn call<M: Default>(function: Function<M>, (number, rounds): (u64, u64)) {
    let mut managers = <[M; 3]>::default();
    for _ in 0..rounds {
        let _ = black_box(function(black_box(&mut managers), black_box(number)));
    }
}

/// As many as a hot loop has.
const ROUNDS: u32 = 1_000_000;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let result = match &arguments[..] {
        [case, side, rounds] => run(case, side, rounds),
        _ => table(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// One side of one case: what valgrind sees.
fn run(case: &str, side: &str, rounds: &str) -> Result<()> {
    let case = &CASES[case.parse::<usize>()?];
    let side = match side {
        "ours" => case.ours,
        "by_hand" => case.by_hand,
        _ => case.frame,
    };
    side(rounds.parse()?);
    Ok(())
}

fn table() -> Result<()> {
    // Without valgrind there is no table to begin.
    collected(valgrind(0, "frame", 0)?)?;
    heading("Instructions of one round");
    for (number, case) in CASES.iter().enumerate() {
        row(case.name, instructions(number)?);
    }

    // The linker keeps them.
    black_box(TWENTY);
    heading("Code size in bytes");
    row(
        "twenty `?` in one block",
        sizes(["cases::ours_twenty", "cases::by_hand_twenty"])?,
    );
    Ok(())
}

fn heading(title: &str) {
    println!("\n{title}:\n\n| case | ours | by hand | ratio |\n|---|---:|---:|---:|");
}

fn row(name: &str, [ours, by_hand]: [f64; 2]) {
    let ratio = ours / by_hand;
    println!("| {name} | {ours:.1} | {by_hand:.1} | {ratio:.2} |");
}

/// Of both sides of a case: what the rounds add to start-up, less what is no part of either side.
fn instructions(case: usize) -> Result<[f64; 2]> {
    let runs = ["ours", "by_hand", "frame"].map(|side| {
        // All six at a time.
        [0, CASES[case].rounds].map(|rounds| valgrind(case, side, rounds))
    });
    let mut counts = Vec::new();
    for [start, all] in runs {
        let start = collected(start?)?;
        counts.push(f64::from(collected(all?)? - start) / f64::from(CASES[case].rounds));
    }
    Ok([counts[0] - counts[2], counts[1] - counts[2]])
}

fn valgrind(case: usize, side: &str, rounds: u32) -> Result<Child> {
    let mut valgrind = Command::new("valgrind");
    valgrind
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(env::current_exe()?)
        .args([&case.to_string(), side, &rounds.to_string()])
        .stderr(Stdio::piped());
    valgrind.spawn().map_err(|error| {
        format!("can't run valgrind ({error}); on Debian: apt-get install valgrind").into()
    })
}

/// The count that valgrind tells at its end: `==1== Collected : 12345`.
fn collected(valgrind: Child) -> Result<u32> {
    let output = valgrind.wait_with_output()?;
    let text = String::from_utf8_lossy(&output.stderr);
    let count = text
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    let (_, count) = count.ok_or_else(|| format!("valgrind failed: {text}"))?;
    Ok(count.trim().parse()?)
}

/// The sizes of two functions, as nm tells them: `address size t name`.
fn sizes(functions: [&str; 2]) -> Result<[f64; 2]> {
    let output = Command::new("nm")
        .args(["--print-size", "--demangle"])
        .arg(env::current_exe()?)
        .output()
        .map_err(|error| format!("can't run nm ({error}); on Debian: apt-get install binutils"))?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut sizes = [0.0; 2];
    for (size, function) in sizes.iter_mut().zip(functions) {
        let line = text.lines().find(|line| line.ends_with(function));
        let digits = line.and_then(|line| line.split(' ').nth(1));
        let digits = digits.ok_or_else(|| format!("nm shows no {function}"))?;
        *size = f64::from(u32::from_str_radix(digits, 16)?);
    }
    Ok(sizes)
}
