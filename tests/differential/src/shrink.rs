//! Smaller programs.

use crate::dialect::mend;
use crate::macros::Raising;
use crate::program::{Block, Manager, Program, Stmt, With, statements};

/// Programs with a little less in them, the smallest first.
pub(crate) fn smaller(program: &Program) -> Vec<Program> {
    let mut programs = Vec::new();
    for body in blocks(&program.body) {
        let smaller = mend(Program { body, ..*program });
        if weight(&smaller) < weight(program) && !programs.contains(&smaller) {
            programs.push(smaller);
        }
    }
    programs.sort_by_key(weight);
    programs
}

/// How much there is in it.
fn weight(program: &Program) -> usize {
    let weight = |stmt: &Stmt| match stmt {
        Stmt::Take(_) => 3,
        Stmt::Raise(_, raising) => 2 + usize::from(*raising != Raising::Question),
        Stmt::If { .. } => 4,
        Stmt::For { times, .. } => 2 + *times as usize,
        Stmt::With(with) => {
            let own = usize::from(with.catch)
                + usize::from(with.asynchronous)
                + usize::from(with.maker.is_some())
                + usize::from(with.value.is_some());
            let manager = |of: &Manager| {
                3 + usize::from(of.strict)
                    + usize::from(of.fails.is_some())
                    + usize::from(of.suppresses.is_some())
            };
            own + with.managers.iter().map(manager).sum::<usize>()
        }
        _ => 2,
    };
    statements(&program.body).into_iter().map(weight).sum()
}

/// The block with one statement less, or with a smaller one.
fn blocks(block: &Block) -> Vec<Block> {
    let smaller_at = |at: usize| {
        replacements(&block[at]).into_iter().map(move |instead| {
            let mut smaller = block.clone();
            smaller.splice(at..=at, instead);
            smaller
        })
    };
    (0..block.len()).flat_map(smaller_at).collect()
}

/// What may stand in place of the statement: nothing, what is in it, or a smaller one.
fn replacements(stmt: &Stmt) -> Vec<Block> {
    let mut found = vec![Block::new()];
    found.extend(stmt.blocks().into_iter().cloned());
    for (at, block) in stmt.blocks().into_iter().enumerate() {
        for smaller in blocks(block) {
            let mut stmt = stmt.clone();
            *stmt.blocks_mut()[at] = smaller;
            found.push(vec![stmt]);
        }
    }
    match stmt {
        Stmt::For {
            id,
            times: 2..,
            body,
        } => {
            found.push(vec![Stmt::For {
                id: *id,
                times: 1,
                body: body.clone(),
            }]);
        }
        Stmt::Raise(exc, _) => found.push(vec![Stmt::Raise(*exc, Raising::Question)]),
        Stmt::With(with) => {
            found.extend(simpler(with).into_iter().map(|with| vec![Stmt::With(with)]));
        }
        _ => {}
    }
    found
}

/// The statement with less to it, but the same block.
fn simpler(with: &With) -> Vec<With> {
    let changed = |change: &dyn Fn(&mut With)| {
        let mut with = with.clone();
        change(&mut with);
        with
    };
    let mut found = vec![
        changed(&|with| with.maker = None),
        changed(&|with| with.value = None),
        // Without `await` in between, a panic that isn't caught passes through an asynchronous statement.
        changed(&|with| with.catch &= with.asynchronous),
        changed(&|with| with.asynchronous = false),
    ];
    for at in 0..with.managers.len() {
        found.push(changed(&|with| with.managers[at].suppresses = None));
        found.push(changed(&|with| with.managers[at].fails = None));
        found.push(changed(&|with| with.managers[at].strict = false));
        if with.managers.len() > 1 {
            found.push(changed(&|with| _ = with.managers.remove(at)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::macros::{Maker, Runner};
    use crate::program::{Exc, Kind};

    #[test]
    fn macros_are_left_out_one_by_one() {
        let exc = Exc {
            kind: Kind::A,
            id: 7,
            panics: false,
        };
        let body = |maker, raising, argument: bool| {
            let raise = vec![Stmt::Raise(exc, raising)];
            let argued = vec![Stmt::Argument(Runner::Text, raise.clone())];
            let manager = Manager {
                id: 1,
                suppresses: None,
                fails: None,
                strict: false,
            };
            vec![Stmt::With(With {
                managers: vec![manager],
                catch: false,
                asynchronous: false,
                maker,
                value: None,
                body: if argument { argued } else { raise },
            })]
        };
        let program = |body| Program {
            asynchronous: false,
            body,
        };
        let maker = Some(Maker::Renamed);
        let smaller = smaller(&program(body(maker, Raising::Bail, true)));
        for expected in [
            body(None, Raising::Bail, true),
            body(maker, Raising::Question, true),
            body(maker, Raising::Bail, false),
        ] {
            assert!(smaller.contains(&program(expected)));
        }
    }
}
