//! Runs programs in both languages, many at a time.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

use anyhow::{Context, Result, bail, ensure};

use crate::interpret::interpret;
use crate::program::Program;
use crate::{python, rust};

/// What a program notes, line by line.
pub(crate) type Log = Vec<String>;

/// The logs of one program.
#[derive(Debug, PartialEq)]
pub(crate) struct Logs {
    pub(crate) rust: Log,
    /// None if Python can't play it.
    pub(crate) python: Option<Log>,
    pub(crate) interpreter: Log,
}

impl Logs {
    pub(crate) fn agree(&self) -> bool {
        self.rust == self.interpreter
            && self
                .python
                .as_ref()
                .is_none_or(|python| *python == self.interpreter)
    }
}

/// Where programs are written, compiled and run.
pub(crate) struct Workshop {
    /// A package of its own, outside of the workspace.
    package: PathBuf,
    prelude: Prelude,
}

/// What the programs are made with.
#[derive(Clone, Copy)]
pub(crate) struct Prelude {
    pub(crate) rust: &'static str,
    pub(crate) macros: &'static str,
    pub(crate) managers: &'static str,
    pub(crate) python: &'static str,
}

impl Default for Prelude {
    fn default() -> Self {
        Self {
            rust: include_str!("../prelude/lib.rs"),
            macros: include_str!("../prelude/macros.rs"),
            managers: include_str!("../prelude/managers.rs"),
            python: include_str!("../prelude/prelude.py"),
        }
    }
}

/// How many programs the Rust ones are split into, to compile side by side.
const BINARIES: usize = 4;

impl Workshop {
    /// Makes the package. Two workshops of the same name are in each other's way.
    pub(crate) fn new(name: &str, prelude: Prelude) -> Result<Self> {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .canonicalize()?;
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or(workspace.join("target"), PathBuf::from);
        let package = std::path::absolute(target)?.join(name);
        fs::create_dir_all(package.join("src"))?;
        let manifest = include_str!("../prelude/programs.toml");
        let runtime = workspace.join("with-runtime");
        let runtime = runtime
            .to_str()
            .context("the workspace's path is not UTF-8")?;
        fs::write(
            package.join("Cargo.toml"),
            manifest.replace("WITH-RUNTIME", &runtime.escape_default().to_string()),
        )?;
        fs::copy(workspace.join("Cargo.lock"), package.join("Cargo.lock"))?;
        fs::write(package.join("src/lib.rs"), prelude.rust)?;
        fs::write(package.join("src/macros.rs"), prelude.macros)?;
        fs::write(package.join("src/managers.rs"), prelude.managers)?;
        Ok(Self { package, prelude })
    }

    /// The logs of the programs, in their order.
    pub(crate) fn play(&self, programs: &[Program]) -> Result<Vec<Logs>> {
        let mut python = self.play_python(programs)?;
        let mut rust = self.play_rust(programs)?;
        let logs = programs.iter().enumerate().map(|(index, program)| Logs {
            rust: rust.remove(&index).unwrap_or_default(),
            python: program
                .is_plain()
                .then(|| python.remove(&index).unwrap_or_default()),
            interpreter: interpret(program),
        });
        Ok(logs.collect())
    }

    fn play_python(&self, programs: &[Program]) -> Result<BTreeMap<usize, Log>> {
        let mut text = self.prelude.python.to_owned();
        let mut names = Vec::new();
        for (index, program) in programs
            .iter()
            .enumerate()
            .filter(|(_, program)| program.is_plain())
        {
            let name = format!("p{index}");
            text += &python::function(program, &name);
            text += "\n\n";
            names.push(format!("{index}: {name}"));
        }
        text += &["play({", &names.join(", "), "})\n"].concat();
        let path = self.package.join("programs.py");
        fs::write(&path, text)?;
        let output = Command::new("python3").arg(path).output()?;
        ensure!(
            output.status.success(),
            "Python fails:\n{}",
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(split(&output).collect())
    }

    fn play_rust(&self, programs: &[Program]) -> Result<BTreeMap<usize, Log>> {
        let mut logs = self.compile(programs)?;
        for binary in 0..BINARIES {
            let mut first = 0;
            loop {
                let path = self.package.join(format!("target/debug/programs{binary}"));
                let output = Command::new(path).arg(first.to_string()).output()?;
                logs.extend(split(&output));
                if output.status.success() {
                    break;
                }
                // The process is gone, and with it the rest of the programs.
                let (last, mut log) = split(&output)
                    .last()
                    .context("a program dies before it starts")?;
                log.push(format!("the process ended: {}", output.status));
                logs.insert(last, log);
                first = last + 1;
            }
        }
        Ok(logs)
    }

    /// Compiles the programs. Those that don't compile have the errors for their logs.
    fn compile(&self, programs: &[Program]) -> Result<BTreeMap<usize, Log>> {
        let sources = self.package.join("src/bin");
        if sources.exists() {
            fs::remove_dir_all(&sources)?;
        }
        for binary in 0..BINARIES {
            fs::create_dir_all(sources.join(format!("programs{binary}")))?;
        }
        for (index, program) in programs.iter().enumerate() {
            let path = format!("programs{}/p{index}.rs", index % BINARIES);
            fs::write(sources.join(path), rust::module(program))?;
        }
        let mut broken = BTreeMap::new();
        loop {
            for binary in 0..BINARIES {
                let indices = (binary..programs.len())
                    .step_by(BINARIES)
                    .filter(|index| !broken.contains_key(index));
                fs::write(
                    sources.join(format!("programs{binary}/main.rs")),
                    rust::main(indices),
                )?;
            }
            let output = self.cargo_build()?;
            if output.status.success() {
                return Ok(broken);
            }
            let errors = String::from_utf8_lossy(&output.stderr);
            let before = broken.len();
            for (index, line) in errors.lines().filter_map(error) {
                broken.entry(index).or_default().push(line);
            }
            if broken.len() == before {
                bail!("cargo fails:\n{errors}");
            }
        }
    }

    fn cargo_build(&self) -> Result<Output> {
        let cargo = env::var_os("CARGO").unwrap_or(OsString::from("cargo"));
        let mut command = Command::new(cargo);
        command.args([
            "build",
            "--quiet",
            "--keep-going",
            "--message-format",
            "short",
            "--target-dir",
            "target",
        ]);
        Ok(command.current_dir(&self.package).output()?)
    }
}

/// An error of rustc's in a program, and the program's index.
fn error(line: &str) -> Option<(usize, String)> {
    let (place, message) = line.split_once(": error")?;
    let (_, file) = place.rsplit_once("/p")?;
    let (index, place) = file.split_once(".rs:")?;
    Some((index.parse().ok()?, format!("line {place}: error{message}")))
}

/// The logs in what a process has printed.
fn split(output: &Output) -> impl Iterator<Item = (usize, Log)> {
    let text = String::from_utf8_lossy(&output.stdout);
    let mut logs = Vec::<(usize, Log)>::new();
    for line in text.lines() {
        match (line.strip_prefix("# ").map(str::parse), logs.last_mut()) {
            (Some(Ok(index)), _) => logs.push((index, Log::new())),
            (_, Some((_, log))) => log.push(line.to_owned()),
            (_, None) => {}
        }
    }
    logs.into_iter()
}
