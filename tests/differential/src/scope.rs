//! What a statement may name, and what it may be in the place where it stands.

use crate::macros::{Maker, Runner, shows_await};
use crate::program::{Block, Jump, Stmt, Target, With};

/// What there is to name and what is around, the innermost last.
#[derive(Clone, Default)]
pub(crate) struct Scope {
    variables: Vec<u32>,
    managers: Vec<u32>,
    around: Vec<Around>,
}

/// What a block stands in.
#[derive(Clone, Copy)]
enum Around {
    Loop(u32),
    /// A statement. `made`: by a macro.
    With {
        made: bool,
        catch: bool,
    },
    Argument(Runner),
}

impl Scope {
    /// Removes what names something else, or is more than the statement can do.
    pub(crate) fn mend(mut self, block: &mut Block) {
        block.retain_mut(|stmt| {
            let mut inside = self.clone();
            match stmt {
                Stmt::Let(id) => self.variables.push(*id),
                Stmt::Lend(id) | Stmt::Take(id) => return self.variables.contains(id),
                Stmt::Use(id) => return self.managers.contains(id),
                Stmt::Jump(Jump::Break(to) | Jump::Continue(to)) => return self.reaches(to),
                Stmt::For { id, .. } => inside.around.push(Around::Loop(*id)),
                Stmt::Argument(runner, _) => inside.around.push(Around::Argument(*runner)),
                Stmt::With(with) => {
                    with.value = with.value.filter(|_| !with.may_suppress());
                    with.maker = with.maker.filter(|maker| self.may_make(*maker, with));
                    inside.enter(with);
                }
                _ => {}
            }
            for block in stmt.blocks_mut() {
                inside.clone().mend(block);
            }
            true
        });
    }

    /// What there is in the block of a statement.
    fn enter(&mut self, with: &With) {
        let managers = with.managers.iter().map(|manager| manager.id);
        self.managers.extend(managers);
        self.around.push(Around::With {
            made: with.maker.is_some(),
            catch: with.catch,
        });
    }

    /// Whether the statement can be given to this macro.
    fn may_make(&self, maker: Maker, with: &With) -> bool {
        let is_with = |of: &Around| matches!(of, Around::With { .. });
        let catches = |of: &Around| matches!(of, Around::With { catch: true, .. });
        // The `?` of a target is in no expression that a statement around the macro could see.
        let asks = with.asks() && (maker == Maker::Tokens || self.around.iter().any(is_with));
        // A block that catches is a closure unless an `.await` shows in it.
        let awaits =
            with.asynchronous && self.around.iter().any(catches) && !shows_await(&with.body);
        !asks && !awaits
    }

    /// Whether there is such a loop. Any but the innermost has to be named; that as well, if a macro
    /// hides it.
    fn reaches(&self, to: &mut Target) -> bool {
        let is_loop = |of: &Around| matches!(of, Around::Loop(_));
        let is_target = |of: &Around| matches!(of, Around::Loop(id) if *id == to.id);
        let Some(innermost) = self.around.iter().rposition(is_loop) else {
            return false;
        };
        let (outside, inside) = self.around.split_at(innermost);
        let hides = is_hidden(outside, inside);
        to.labelled |= hides || !self.around.get(innermost).is_some_and(is_target);
        self.around.iter().any(is_target)
    }
}

/// Whether a statement can't know the loop that an unlabelled jump means. `outside`, `inside`: of
/// that loop.
fn is_hidden(outside: &[Around], inside: &[Around]) -> bool {
    let is_with = |of: &Around| matches!(of, Around::With { .. });
    let is_made = |of: &Around| matches!(of, Around::With { made: true, .. });
    let is_macro = |of: &Around| match of {
        Around::With { made, .. } => *made,
        Around::Argument(runner) => !runner.is_loopless(),
        Around::Loop(_) => false,
    };
    let after = |is: &dyn Fn(&Around) -> bool| {
        let at = inside.iter().position(is);
        at.map_or(&[][..], |at| &inside[at + 1..])
    };
    // A macro in the block of a statement may have a loop of its own, so the statement leaves the jump
    // to it. A statement around the loop expands the statements in the tokens of a macro; the one that
    // this macro makes then finds the jump in a labelled block.
    after(&is_with).iter().any(is_macro)
        || outside.iter().any(is_with) && after(&is_made).iter().any(is_with)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::{Exc, Failure, Kind, Manager, When};

    fn with(maker: Option<Maker>, body: Block) -> With {
        let manager = Manager {
            id: 1,
            suppresses: None,
            fails: None,
            strict: false,
        };
        With {
            managers: vec![manager],
            catch: false,
            asynchronous: false,
            maker,
            value: None,
            body,
        }
    }

    fn plain(body: Block) -> Block {
        vec![Stmt::With(with(None, body))]
    }

    fn made(body: Block) -> Block {
        vec![Stmt::With(with(Some(Maker::Whole), body))]
    }

    fn id(body: Block) -> Block {
        vec![Stmt::Argument(Runner::Value, body)]
    }

    fn looped(body: Block) -> Block {
        vec![Stmt::For {
            id: 7,
            times: 2,
            body,
        }]
    }

    fn jump(labelled: bool) -> Block {
        vec![Stmt::Jump(Jump::Break(Target { id: 7, labelled }))]
    }

    #[test]
    fn a_jump_is_labelled_where_a_macro_hides_its_loop() {
        let mended = |mut body: Block| {
            Scope::default().mend(&mut body);
            body
        };
        let shown: [fn(Block) -> Block; 5] = [
            plain,
            made,
            |jump| id(plain(jump)),
            |jump| made(plain(jump)),
            |jump| plain(vec![Stmt::Argument(Runner::Std, jump)]),
        ];
        for around in shown {
            let body = looped(around(jump(false)));
            assert_eq!(mended(body.clone()), body);
        }
        let hidden: [fn(Block) -> Block; 3] = [
            |jump| looped(plain(id(jump))),
            |jump| looped(plain(made(jump))),
            |jump| plain(looped(made(plain(jump)))),
        ];
        for around in hidden {
            assert_eq!(mended(around(jump(false))), mended(around(jump(true))));
            assert_ne!(mended(around(jump(false))), around(jump(false)));
        }
    }

    #[test]
    fn a_statement_is_not_made_where_that_hides_an_await_or_the_question_mark_of_a_target() {
        let exc = Exc {
            kind: Kind::A,
            id: 3,
            panics: false,
        };
        let failure = Failure {
            when: When::Entered,
            exc,
        };
        let mut asking = with(None, Block::new());
        asking.managers[0].fails = Some(failure);
        let mut awaiting = with(None, Block::new());
        awaiting.asynchronous = true;
        let mut catching = Scope::default();
        catching.around.push(Around::With {
            made: false,
            catch: true,
        });
        for hides in [asking, awaiting.clone()] {
            assert!(Scope::default().may_make(Maker::Whole, &hides));
            assert!(!catching.may_make(Maker::Whole, &hides));
        }
        awaiting.body.push(Stmt::Pause);
        assert!(catching.may_make(Maker::Whole, &awaiting));
    }
}
