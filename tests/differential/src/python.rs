//! A program in Python.
//!
//! An error is an exception of the same name. A panic is a `Panic`, a `BaseException` that a statement swallows only where the
//! Rust one says `catch`. Returning an error out of a strict manager's block raises `Leaving`, since an exit isn't told of
//! values in Python; for managers that aren't strict it passes as no exception.

use crate::program::{Block, Exc, Jump, Manager, Program, Stmt, Suppresses, With};
use crate::text::Text;

/// Defines the program as a function of that name.
pub(crate) fn function(program: &Program, name: &str) -> String {
    let mut text = Text::default();
    let keyword = if program.asynchronous {
        "async def"
    } else {
        "def"
    };
    text.line(format!("{keyword} {name}():"));
    text.indented(|text| {
        block(text, &program.body, false);
        text.line("return 0");
    });
    text.finish()
}

/// `strict`: there is a strict manager around.
fn block(text: &mut Text, block: &Block, strict: bool) {
    for statement in block {
        stmt(text, statement, strict);
    }
    if block.is_empty() {
        text.line("pass");
    }
}

fn stmt(text: &mut Text, stmt: &Stmt, strict: bool) {
    match stmt {
        Stmt::Step(id) => text.line(format!("step({id})")),
        Stmt::Pause => text.line("await pause()"),
        Stmt::Let(id) => text.line(format!("x{id} = Variable({id})")),
        Stmt::Lend(id) => text.line(format!("lend(x{id})")),
        Stmt::Take(id) => text.line(format!("take(x{id})")),
        Stmt::Use(id) => text.line(format!("m{id}.uses += 1")),
        Stmt::If {
            every,
            then,
            otherwise,
        } => {
            text.line(format!("if ask({every}):"));
            text.indented(|text| block(text, then, strict));
            text.line("else:");
            text.indented(|text| block(text, otherwise, strict));
        }
        Stmt::For { times, body, .. } => {
            text.line(format!("for _ in range({times}):"));
            text.indented(|text| block(text, body, strict));
        }
        Stmt::Argument(_, body) => block(text, body, strict),
        Stmt::With(statement) => with(text, statement, strict),
        Stmt::Jump(Jump::Break(_)) => text.line("break"),
        Stmt::Jump(Jump::Continue(_)) => text.line("continue"),
        Stmt::Jump(Jump::Return(value)) => text.line(format!("return {value}")),
        Stmt::Jump(Jump::Fail(exc)) if strict => {
            text.line(format!("raise Leaving({})", error(*exc)));
        }
        Stmt::Jump(Jump::Fail(exc)) => text.line(format!("return {}", error(*exc))),
        Stmt::Raise(exc, _) => text.line(format!("raise {}", error(*exc))),
    }
}

fn with(text: &mut Text, with: &With, strict: bool) {
    let keyword = if with.asynchronous {
        "async with"
    } else {
        "with"
    };
    let manager = |of: &Manager| format!("{} as m{}", manager(of, with.catch), of.id);
    let managers: Vec<_> = with.managers.iter().map(manager).collect();
    text.line(format!("{keyword} {}:", managers.join(", ")));
    text.indented(|text| {
        block(
            text,
            &with.body,
            strict || with.managers.iter().any(|manager| manager.strict),
        );
        if let Some(value) = with.value {
            text.line(format!("value = {value}"));
        }
    });
    if with.value.is_some() {
        text.line("note(f\"value {value}\")");
    }
}

fn manager(manager: &Manager, catch: bool) -> String {
    let mut arguments = vec![manager.id.to_string()];
    match manager.suppresses {
        None => {}
        Some(Suppresses::All) => arguments.push("suppresses=(A, B)".to_owned()),
        Some(Suppresses::Only(kind)) => arguments.push(format!("suppresses={kind:?}")),
    }
    if let Some(failure) = manager.fails {
        arguments.push(format!(
            "fails=(\"{}\", {})",
            failure.when,
            error(failure.exc)
        ));
    }
    if catch {
        arguments.push("catch=True".to_owned());
    }
    if manager.strict {
        arguments.push("strict=True".to_owned());
    }
    format!("Manager({})", arguments.join(", "))
}

/// As Python makes it.
fn error(exc: Exc) -> String {
    let Exc { kind, id, panics } = exc;
    if panics {
        format!("Panic({kind:?}({id}))")
    } else {
        format!("{kind:?}({id})")
    }
}
