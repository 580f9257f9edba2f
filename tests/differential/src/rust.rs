//! A program in Rust.

use crate::macros::{Maker, Raising};
use crate::program::statements;
use crate::program::{
    Block, Exc, Failure, Jump, Manager, Program, Stmt, Suppresses, Target, When, With,
};
use crate::text::Text;

/// A module with the program, played by its function `play`.
pub(crate) fn module(program: &Program) -> String {
    let (keyword, play) = if program.asynchronous {
        ("async fn", "wait(run())")
    } else {
        ("fn", "run()")
    };
    let mut text = Text::default();
    text.line("use prelude::*;\n");
    text.line(format!("{keyword} run() -> Result<u32, Error> {{"));
    text.indented(|text| {
        block(text, &program.body);
        text.line("Ok(0)");
    });
    text.line("}\n");
    text.line("pub fn play() -> Result<u32, Error> {");
    text.indented(|text| text.line(play));
    text.line("}");
    text.finish()
}

/// The program that plays the modules with these indices.
pub(crate) fn main(indices: impl Iterator<Item = usize>) -> String {
    let mut text = Text::default();
    let mut list = Text::default();
    text.line("#![allow(warnings)]");
    for index in indices {
        text.line(format!("mod p{index};"));
        list.line(format!("({index}, p{index}::play),"));
    }
    text.line(format!(
        "fn main() {{ prelude::play(&[{}]) }}",
        list.finish()
    ));
    text.finish()
}

fn block(text: &mut Text, block: &Block) {
    for statement in block {
        stmt(text, statement);
    }
}

fn stmt(text: &mut Text, stmt: &Stmt) {
    match stmt {
        Stmt::Step(id) => text.line(format!("step({id});")),
        Stmt::Pause => text.line("pause().await;"),
        Stmt::Let(id) => text.line(format!("let mut x{id} = Variable::new({id});")),
        Stmt::Lend(id) => text.line(format!("lend(&mut x{id});")),
        Stmt::Take(id) => text.line(format!("take(x{id});")),
        Stmt::Use(id) => text.line(format!("*m{id} += 1;")),
        Stmt::If {
            every,
            then,
            otherwise,
        } => {
            text.line(format!("if ask({every}) {{"));
            text.indented(|text| block(text, then));
            text.line("} else {");
            text.indented(|text| block(text, otherwise));
            text.line("}");
        }
        Stmt::For { id, times, body } => {
            let label = if is_named(*id, body) {
                format!("'l{id}: ")
            } else {
                String::new()
            };
            text.line(format!("{label}for _ in 0..{times} {{"));
            text.indented(|text| block(text, body));
            text.line("}");
        }
        Stmt::With(statement) => with(text, statement),
        Stmt::Argument(runner, body) => {
            let (open, close) = runner.delimiters();
            text.line(open);
            text.indented(|text| {
                block(text, body);
                runner
                    .value()
                    .into_iter()
                    .for_each(|value| text.line(value));
            });
            text.line(close);
        }
        Stmt::Jump(Jump::Break(to)) => text.line(format!("break{};", label(*to))),
        Stmt::Jump(Jump::Continue(to)) => text.line(format!("continue{};", label(*to))),
        Stmt::Jump(Jump::Return(value)) => text.line(format!("return Ok({value});")),
        Stmt::Jump(Jump::Fail(exc)) => text.line(format!("return Err({}.into());", error(*exc))),
        Stmt::Raise(exc, _) if exc.panics => text.line(format!("panics({});", error(*exc))),
        Stmt::Raise(exc, raising) => text.line(raise(*exc, *raising)),
    }
}

fn raise(exc: Exc, raising: Raising) -> String {
    let error = error(exc);
    match raising {
        Raising::Question => format!("raise({error})?;"),
        Raising::Bail => format!("bail!({error});"),
        Raising::Ensure => format!("ensure!(never(), {error});"),
    }
}

/// Whether a jump names the loop.
fn is_named(id: u32, body: &Block) -> bool {
    statements(body).into_iter().any(|stmt| match stmt {
        Stmt::Jump(Jump::Break(to) | Jump::Continue(to)) => to.labelled && to.id == id,
        _ => false,
    })
}

fn label(to: Target) -> String {
    if to.labelled {
        format!(" 'l{}", to.id)
    } else {
        String::new()
    }
}

fn with(text: &mut Text, with: &With) {
    let (open, close) = delimiters(with);
    let target = with.value.map_or("", |_| "let value = ");
    text.line(format!("{target}{open}"));
    text.indented(|text| {
        block(text, &with.body);
        if let Some(value) = with.value {
            text.line(value.to_string());
        }
    });
    text.line(close);
    if with.value.is_some() {
        text.line("note(format_args!(\"value {value}\"));");
    }
}

/// What stands before the block of a statement and after it.
fn delimiters(with: &With) -> (String, String) {
    let managers = with.managers.iter().enumerate();
    let managers = managers.map(|(at, of)| {
        let (made, target) = manager(of, &with.managers[at + 1..]);
        match with.maker {
            Some(Maker::Tokens) => format!("{target} = {made}"),
            _ => format!("{made} as {target}"),
        }
    });
    let managers = managers.collect::<Vec<_>>().join(", ");
    let name = match with.maker {
        Some(maker) => maker.name(with),
        None if with.asynchronous => "async_with".to_owned(),
        None => "with".to_owned(),
    };
    let catch = if with.catch { "catch " } else { "" };
    let question = if with.may_fail() { "?;" } else { ";" };
    match with.maker {
        // Braces end a statement, if it is one.
        Some(Maker::Tokens) if with.may_fail() || with.value.is_some() => {
            (format!("{name}!({managers};"), format!("){question}"))
        }
        Some(Maker::Tokens) => (format!("{name}! {{ {managers};"), "}".to_owned()),
        Some(Maker::Fragment) => (format!("{name}!({{"), format!("}}, {managers}){question}")),
        _ => (
            format!("{name}!({managers} => {catch}{{"),
            format!("}}){question}"),
        ),
    }
}

/// EXPR and PAT. Of several managers that fail the outermost has an error that the others' can become.
fn manager(manager: &Manager, inner: &[Manager]) -> (String, String) {
    let is_other = |exc: Exc| {
        inner
            .iter()
            .filter_map(Manager::exit_error)
            .any(|other| other.kind != exc.kind)
    };
    let verdict = match (manager.exit_error(), manager.suppresses) {
        (None, None) => "()".to_owned(),
        (None, Some(_)) => "bool".to_owned(),
        (Some(exc), suppresses) => {
            let error = if is_other(exc) {
                "Error".to_owned()
            } else {
                format!("{:?}", exc.kind)
            };
            format!("Result<{}, {error}>", suppresses.map_or("()", |_| "bool"))
        }
    };
    let mut made = vec![format!("Manager::<{verdict}>::new({})", manager.id)];
    match manager.suppresses {
        None => {}
        Some(Suppresses::All) => made.push(".suppresses(&[\"A\", \"B\"])".to_owned()),
        Some(Suppresses::Only(kind)) => made.push(format!(".suppresses(&[\"{kind:?}\"])")),
    }
    if let Some(Failure { when, exc }) = manager.fails {
        let (kind, error) = (exc.kind, error(exc));
        let fail = if exc.panics {
            format!("panic_any({error})")
        } else {
            format!("{error}.into()")
        };
        made.push(format!(".fails(\"{when}\", || {fail})"));
        if when == When::Made {
            made.push(format!(".made::<{kind:?}>()?"));
        }
        if manager.asks() {
            made.push(format!(".entering::<{kind:?}>()"));
        }
    }
    let mut made = made.concat();
    if manager.strict {
        // Behind a wrapper a manager is as strict as without.
        let wrapped = manager.id % 2 == 1;
        made = if wrapped {
            format!("Wrapper(strict({made}))")
        } else {
            format!("strict({made})")
        };
    }
    let question = if manager.asks() { "?" } else { "" };
    (made, format!("m{}{question}", manager.id))
}

fn error(exc: Exc) -> String {
    format!("{:?}({})", exc.kind, exc.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::{Kind, Manager};

    const A: Exc = Exc {
        kind: Kind::A,
        id: 7,
        panics: false,
    };

    fn written(with: With) -> String {
        let mut text = Text::default();
        stmt(&mut text, &Stmt::With(with));
        text.finish()
    }

    #[test]
    fn what_a_macro_makes() {
        const NEW: &str = "Manager::<()>::new(1)";
        const BODY: &str = "    bail!(A(7));";

        let manager = Manager {
            id: 1,
            suppresses: None,
            fails: None,
            strict: false,
        };
        let with = With {
            managers: vec![manager],
            catch: true,
            asynchronous: false,
            maker: None,
            value: None,
            body: vec![Stmt::Raise(A, Raising::Bail)],
        };
        let made = |maker| {
            written(With {
                maker: Some(maker),
                ..with.clone()
            })
        };
        assert_eq!(
            made(Maker::Whole),
            format!("made!({NEW} as m1 => catch {{\n{BODY}\n}});\n")
        );
        assert_eq!(
            made(Maker::Renamed),
            format!("renamed!({NEW} as m1 => catch {{\n{BODY}\n}});\n")
        );
        assert_eq!(
            made(Maker::Tokens),
            format!("opened_catch! {{ m1 = {NEW};\n{BODY}\n}}\n")
        );
        assert_eq!(
            made(Maker::Fragment),
            format!("framed_catch!({{\n{BODY}\n}}, {NEW} as m1);\n")
        );
        let value = With {
            maker: Some(Maker::Tokens),
            value: Some(5),
            catch: false,
            body: vec![],
            ..with
        };
        assert_eq!(
            written(value),
            format!(
                "let value = opened!(m1 = {NEW};\n    5\n);\nnote(format_args!(\"value {{value}}\"));\n"
            )
        );
    }
}
