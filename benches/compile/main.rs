//! What the statement costs at compile time, next to the same written by hand.
//!
//! `cargo bench --bench compile` writes small packages into `target/compile`, has cargo check and build them, and prints
//! tables. These are times, the shortest of some tries: compare those of one run with one another.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// How often each thing is timed.
const TRIES: usize = 3;

/// What all sources begin with: a manager, and a call that may fail.
const PRELUDE: &str = include_str!("prelude.rs");

fn main() -> ExitCode {
    match tables() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn tables() -> Result<()> {
    let runtime = Path::new(env!("CARGO_MANIFEST_DIR")).join("with-runtime");
    let runtime = format!("with-runtime = {{ path = \"{}\" }}", runtime.display());

    println!(
        "A clean build of the dependencies:\n\n| dependency | seconds | ratio |\n|---|---:|---:|"
    );
    let other = clean_build("async-trait", "async-trait = \"0.1\"")?;
    let ours = clean_build("with-runtime", &runtime)?;
    let ratio = |ours: Duration, other: Duration| ours.as_secs_f64() / other.as_secs_f64();
    println!("| async-trait | {:.2} | 1.00 |", other.as_secs_f64());
    println!(
        "| with-runtime | {:.2} | {:.2} |",
        ours.as_secs_f64(),
        ratio(ours, other)
    );

    let package = Package::new("sources", &runtime)?;
    let nothing = package.time("check", "")?;
    println!("\nFive hundred functions:\n\n| | with! | by hand | ratio |\n|---|---:|---:|---:|");
    for command in ["check", "build"] {
        let nothing = package.time(command, "")?;
        let ours = package.time(command, &functions(500, with_the_statement))?;
        let by_hand = package.time(command, &functions(500, by_hand))?;
        let [ours, by_hand] = [ours, by_hand].map(|time| time.saturating_sub(nothing));
        let [a, b] = [ours, by_hand].map(|time| time.as_millis());
        println!(
            "| `cargo {command}`, ms | {a} | {b} | {:.2} |",
            ratio(ours, by_hand)
        );
    }

    println!(
        "\nOne statement, `cargo check`:\n\n| in its block | ms | ms, the block alone |\n|---|---:|---:|"
    );
    let row = |name: String, statement: &dyn Fn(Around) -> String| -> Result<()> {
        let time = |around| -> Result<u128> {
            let time = package.time("check", &function(&statement(around)))?;
            Ok(time.saturating_sub(nothing).as_millis())
        };
        let [ours, alone] = [("with!(&mut Manager => {", "});"), ("{", "}")].map(time);
        println!("| {name} | {} | {} |", ours?, alone?);
        Ok(())
    };
    for (name, line, numbers) in [
        ("`?`", "sum += check(sum)?;", &[100, 200, 400]),
        (
            "`return`",
            "if sum == half(sum) { return Ok(sum); }",
            &[100, 200, 400],
        ),
        ("statements", "sum += 1;", &[1_000, 5_000, 10_000]),
    ] {
        for &number in numbers {
            let block = format!("{line}\n").repeat(number);
            row(format!("{number} {name}"), &|(open, close)| {
                format!("{open} {block} {close}")
            })?;
        }
    }
    for depth in [16, 32, 64] {
        row(format!("{depth} deep"), &|(open, close)| {
            let innermost = "sum += check(sum)?;".to_owned();
            (0..depth).fold(innermost, |block, _| {
                format!("{open} sum += 1; {block} {close}")
            })
        })?;
    }
    Ok(())
}

/// What stands before and behind a block.
type Around = (&'static str, &'static str);

fn functions(number: usize, function: fn(&mut String, usize) -> std::fmt::Result) -> String {
    let mut source = String::new();
    for number in 0..number {
        function(&mut source, number).expect("it is only a string");
    }
    source
}

fn with_the_statement(source: &mut String, number: usize) -> std::fmt::Result {
    writeln!(
        source,
        "pub fn f{number}(manager: &mut Manager, number: u64) -> Result<u64, Failed> {{
            let half = with!(manager as depth => {{ depth + check(number)? }});
            Ok(half * 3)
        }}"
    )
}

fn by_hand(source: &mut String, number: usize) -> std::fmt::Result {
    writeln!(
        source,
        "pub fn f{number}(manager: &mut Manager, number: u64) -> Result<u64, Failed> {{
            let (guard, depth) = Guard::enter(manager);
            let half = match check(number) {{
                Ok(half) => {{
                    let half = depth + half;
                    guard.exit(None);
                    half
                }}
                Err(error) => {{
                    guard.exit(Some(&error));
                    return Err(error.into());
                }}
            }};
            Ok(half * 3)
        }}"
    )
}

/// A function with one statement.
fn function(statement: &str) -> String {
    format!(
        "pub fn one(mut sum: u64) -> Result<u64, Failed> {{
            {statement}
            Ok(sum)
        }}"
    )
}

/// The shortest clean build of a package that only has this dependency.
fn clean_build(name: &str, dependency: &str) -> Result<Duration> {
    let package = Package::new(name, dependency)?;
    package.write("")?;
    package.cargo("fetch")?;
    let mut shortest = Duration::MAX;
    for _ in 0..TRIES {
        let _ = fs::remove_dir_all(package.directory.join("target"));
        shortest = shortest.min(package.cargo("build")?);
    }
    Ok(shortest)
}

/// A package of one source file.
struct Package {
    directory: PathBuf,
}

impl Package {
    fn new(name: &str, dependency: &str) -> Result<Self> {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("target/compile")
            .join(name);
        fs::create_dir_all(directory.join("src"))?;
        let manifest = format!(
            "[package]\nname = \"package\"\nedition = \"2024\"\n\n[dependencies]\n{dependency}\n\n[workspace]\n"
        );
        fs::write(directory.join("Cargo.toml"), manifest)?;
        Ok(Package { directory })
    }

    fn write(&self, source: &str) -> Result<()> {
        Ok(fs::write(self.directory.join("src/lib.rs"), source)?)
    }

    /// The shortest time of this command on this source, with the dependencies at hand.
    fn time(&self, command: &str, source: &str) -> Result<Duration> {
        let mut shortest = Duration::MAX;
        for number in 0..=TRIES {
            // Another comment each time, or nothing would be done.
            self.write(&format!("// {number}\n{PRELUDE}\n{source}"))?;
            let time = self.cargo(command)?;
            if number > 0 {
                shortest = shortest.min(time);
            }
        }
        Ok(shortest)
    }

    fn cargo(&self, command: &str) -> Result<Duration> {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .args([command, "--quiet"])
            .env("CARGO_TARGET_DIR", "target")
            .env("CARGO_INCREMENTAL", "0")
            .current_dir(&self.directory)
            .stderr(Stdio::piped());
        let start = Instant::now();
        let output = cargo.output()?;
        let time = start.elapsed();
        if output.status.success() {
            Ok(time)
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into())
        }
    }
}
