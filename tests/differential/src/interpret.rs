//! The protocol of PEP 343 in a few dozen lines: what the log of a program should be.
//!
//! It plays labelled jumps, which Python lacks, and is itself compared with Python where there are none.

use std::collections::HashMap;

use crate::program::{Block, Exc, Jump, Manager, Program, Stmt, When, With};

/// How a block is left.
#[derive(Clone, Copy, PartialEq)]
enum Left {
    AtItsEnd,
    By(Jump),
    Raising(Exc),
}

/// What the program has done so far.
#[derive(Default)]
struct State {
    log: Vec<String>,
    asked: u32,
    /// How often each variable was lent.
    lent: HashMap<u32, u32>,
    /// How often the value of each manager was used.
    used: HashMap<u32, u32>,
}

/// The log of a program.
pub(crate) fn interpret(program: &Program) -> Vec<String> {
    let mut state = State::default();
    let end = match state.block(&program.body) {
        Left::By(Jump::Return(value)) => value.to_string(),
        Left::By(Jump::Fail(exc)) | Left::Raising(exc) => exc.to_string(),
        _ => "0".to_owned(),
    };
    state.note(format!("ended: {end}"));
    state.log
}

impl State {
    fn note(&mut self, event: String) {
        self.log.push(event);
    }

    fn block(&mut self, block: &Block) -> Left {
        let mut ways = block.iter().map(|stmt| self.stmt(stmt));
        ways.find(|left| *left != Left::AtItsEnd)
            .unwrap_or(Left::AtItsEnd)
    }

    fn stmt(&mut self, stmt: &Stmt) -> Left {
        match stmt {
            Stmt::Step(id) => self.note(format!("step {id}")),
            Stmt::Pause => {}
            Stmt::Let(id) => drop(self.lent.insert(*id, 0)),
            Stmt::Lend(id) => {
                *self.lent.entry(*id).or_default() += 1;
                self.note(format!("lend {id}: {}", self.lent[id]));
            }
            Stmt::Take(id) => self.note(format!("take {id}: {}", self.lent[id])),
            Stmt::Use(id) => *self.used.entry(*id).or_default() += 1,
            Stmt::If {
                every,
                then,
                otherwise,
            } => {
                self.asked += 1;
                let hit = self.asked.is_multiple_of(*every);
                return self.block(if hit { then } else { otherwise });
            }
            Stmt::For { id, times, body } => {
                for _ in 0..*times {
                    match self.block(body) {
                        Left::AtItsEnd => {}
                        Left::By(Jump::Continue(to)) if to.id == *id => {}
                        Left::By(Jump::Break(to)) if to.id == *id => break,
                        left => return left,
                    }
                }
            }
            Stmt::With(with) => {
                let left = self.with(with, &with.managers);
                if let (Left::AtItsEnd, Some(value)) = (left, with.value) {
                    self.note(format!("value {value}"));
                }
                return left;
            }
            Stmt::Argument(_, body) => return self.block(body),
            Stmt::Jump(jump) => return Left::By(*jump),
            Stmt::Raise(exc, _) => return Left::Raising(*exc),
        }
        Left::AtItsEnd
    }

    /// The statement on these managers: on the first, with the statement on the others as its block.
    fn with(&mut self, with: &With, managers: &[Manager]) -> Left {
        let Some((manager, others)) = managers.split_first() else {
            return self.block(&with.body);
        };
        self.note(format!("make {}", manager.id));
        if let Some(exc) = manager.fails(When::Made) {
            return Left::Raising(exc);
        }
        self.note(format!("enter {}", manager.id));
        if let Some(exc) = manager.fails(When::Entered) {
            return Left::Raising(exc);
        }
        self.used.insert(manager.id, 0);
        let left = self.with(with, others);
        self.exit(manager, with.catch, left)
    }

    /// Calls exit, and goes on as its verdict says.
    fn exit(&mut self, manager: &Manager, catch: bool, left: Left) -> Left {
        let exc = match left {
            Left::Raising(exc) => Some(exc),
            Left::By(Jump::Fail(exc)) if manager.strict => Some(exc),
            _ => None,
        };
        let unwinding = !catch && exc.is_some_and(|exc| exc.panics);
        let told = match exc {
            _ if unwinding => "panic".to_owned(),
            Some(exc) => exc.to_string(),
            None => "nothing".to_owned(),
        };
        self.note(format!(
            "exit {} after {}: {told}",
            manager.id, self.used[&manager.id]
        ));
        if unwinding {
            return left;
        }
        let failure = manager.fails(When::Exited);
        let failure = failure.or(manager.fails(When::Excepted).filter(|_| exc.is_some()));
        match (failure, exc, manager.suppresses) {
            (Some(failure), ..) => Left::Raising(failure),
            (None, Some(exc), Some(suppresses)) if suppresses.matches(exc.kind) => Left::AtItsEnd,
            _ => left,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::macros::Raising;
    use crate::program::{Failure, Kind, Suppresses, Target};

    const A: Exc = Exc {
        kind: Kind::A,
        id: 7,
        panics: false,
    };

    fn log(body: Block) -> String {
        interpret(&Program {
            asynchronous: false,
            body,
        })
        .join(", ")
    }

    fn manager(id: u32) -> Manager {
        Manager {
            id,
            suppresses: None,
            fails: None,
            strict: false,
        }
    }

    fn with(managers: Vec<Manager>, body: Block) -> Stmt {
        Stmt::With(With {
            managers,
            catch: false,
            asynchronous: false,
            maker: None,
            value: None,
            body,
        })
    }

    #[test]
    fn an_exception_is_told_until_it_is_suppressed() {
        let suppressing = Manager {
            suppresses: Some(Suppresses::Only(Kind::A)),
            ..manager(2)
        };
        let inner = vec![manager(1), suppressing, manager(3)];
        let program = vec![
            with(
                inner,
                vec![Stmt::Raise(A, Raising::Question), Stmt::Step(1)],
            ),
            Stmt::Step(2),
        ];
        assert_eq!(
            log(program),
            "make 1, enter 1, make 2, enter 2, make 3, enter 3, exit 3 after 0: A 7, exit 2 after 0: A 7, exit 1 after 0: nothing, \
             step 2, ended: 0"
        );
    }

    #[test]
    fn a_failure_replaces_a_jump_to_an_outer_loop() {
        let failure = Failure {
            when: When::Exited,
            exc: A,
        };
        let failing = Manager {
            fails: Some(failure),
            ..manager(2)
        };
        let jump = Stmt::Jump(Jump::Continue(Target {
            id: 1,
            labelled: true,
        }));
        let looped = |managers| {
            let inner = Stmt::For {
                id: 2,
                times: 2,
                body: vec![with(managers, vec![jump.clone()])],
            };
            vec![Stmt::For {
                id: 1,
                times: 2,
                body: vec![inner, Stmt::Step(1)],
            }]
        };
        let once = "make 1, enter 1, exit 1 after 0: nothing, ";
        assert_eq!(
            log(looped(vec![manager(1)])),
            format!("{once}{once}ended: 0")
        );
        assert_eq!(
            log(looped(vec![failing])),
            "make 2, enter 2, exit 2 after 0: nothing, ended: A 7"
        );
    }

    #[test]
    fn a_panic_is_an_exception_where_it_is_caught() {
        let panic = Exc { panics: true, ..A };
        let suppressing = Manager {
            suppresses: Some(Suppresses::All),
            ..manager(1)
        };
        let mut statement = with(
            vec![suppressing],
            vec![Stmt::Raise(panic, Raising::Question)],
        );
        assert_eq!(
            log(vec![statement.clone()]),
            "make 1, enter 1, exit 1 after 0: panic, ended: panic A 7"
        );
        if let Stmt::With(with) = &mut statement {
            with.catch = true;
        }
        assert_eq!(
            log(vec![statement]),
            "make 1, enter 1, exit 1 after 0: panic A 7, ended: 0"
        );
    }
}
