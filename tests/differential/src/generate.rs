//! Random programs.

use fastrand::Rng;

use crate::macros::{Maker, Raising, Runner};
use crate::program::{
    Block, Exc, Failure, Jump, Kind, Manager, Program, Stmt, Suppresses, Target, When, With,
};

/// The program of a seed, with everything that a dialect settles settled at random.
pub(crate) fn program(seed: u64) -> Program {
    let mut generator = Generator {
        random: Rng::with_seed(seed),
        last_id: 0,
        left: 0,
        labels: false,
    };
    generator.left = generator.random.u32(12..44);
    generator.labels = generator.random.bool();
    let asynchronous = generator.random.bool();
    let variables = vec![generator.id(), generator.id()];
    let mut body: Block = variables.iter().copied().map(Stmt::Let).collect();
    let mut scope = Scope {
        variables,
        ..Scope::default()
    };
    scope.depth += 1;
    while generator.left > 0 {
        generator.stmt(&mut scope, &mut body);
    }
    Program { asynchronous, body }
}

/// The deepest that blocks are nested.
const DEPTH: usize = 7;

struct Generator {
    random: Rng,
    last_id: u32,
    /// How many statements there may still be.
    left: u32,
    /// Whether loops are named.
    labels: bool,
}

/// What there is to name.
#[derive(Clone, Default)]
struct Scope {
    variables: Vec<u32>,
    managers: Vec<u32>,
    loops: Vec<u32>,
    depth: usize,
}

impl Generator {
    fn one_in(&mut self, n: u32) -> bool {
        self.random.u32(0..n) == 0
    }

    fn id(&mut self) -> u32 {
        self.last_id += 1;
        self.last_id
    }

    fn block(&mut self, around: &Scope) -> Block {
        let mut scope = around.clone();
        scope.depth += 1;
        let mut block = Block::new();
        for _ in 0..self.random.u32(1..6).min(self.left) {
            self.stmt(&mut scope, &mut block);
            let leaves = block.last().is_some_and(leaves);
            // Now and then something follows that can't be reached.
            if leaves && !self.one_in(8) {
                break;
            }
        }
        block
    }

    fn stmt(&mut self, scope: &mut Scope, block: &mut Block) {
        self.left = self.left.saturating_sub(1);
        let deep = scope.depth >= DEPTH;
        let stmt = match self.random.u32(0..25) {
            0..=6 if !deep => self.with(scope),
            7..=9 if !deep => {
                let id = self.id();
                let mut inside = scope.clone();
                inside.loops.push(id);
                let times = self.random.u32(1..4);
                let body = self.block(&inside);
                Stmt::For { id, times, body }
            }
            10..=11 if !deep => {
                let every = self.random.u32(1..5);
                let then = self.block(scope);
                let has_otherwise = self.random.bool();
                let otherwise = if has_otherwise {
                    self.block(scope)
                } else {
                    vec![]
                };
                Stmt::If {
                    every,
                    then,
                    otherwise,
                }
            }
            // What leaves mostly does so on a condition.
            12..=15 => Stmt::If {
                every: self.random.u32(2..7),
                then: self.leave(scope),
                otherwise: vec![],
            },
            16 if scope.depth > 1 => return block.extend(self.leave(scope)),
            17 => {
                let id = self.id();
                scope.variables.push(id);
                Stmt::Let(id)
            }
            18..=20 => self.pick(&scope.variables, Stmt::Lend),
            21 => self.pick(&scope.managers, Stmt::Use),
            22 => Stmt::Pause,
            23 if !deep => Stmt::Argument(self.any(&Runner::ALL), self.block(scope)),
            _ => Stmt::Step(self.id()),
        };
        block.push(stmt);
    }

    /// A jump or an exception, perhaps with a variable that moves before.
    fn leave(&mut self, scope: &Scope) -> Block {
        let mut block = Block::new();
        if self.one_in(2) {
            block.push(self.pick(&scope.variables, Stmt::Take));
        }
        block.push(if self.one_in(2) {
            Stmt::Raise(self.exc(), self.any(&Raising::ALL))
        } else {
            self.jump(scope)
        });
        if self.one_in(4) {
            block = vec![Stmt::Argument(self.any(&Runner::ALL), block)];
        }
        block
    }

    fn any<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.random.usize(..all.len())]
    }

    /// A statement about one of these, if there is one.
    fn pick(&mut self, ids: &[u32], stmt: fn(u32) -> Stmt) -> Stmt {
        match self.random.choice(ids) {
            Some(id) => stmt(*id),
            None => Stmt::Step(self.id()),
        }
    }

    fn jump(&mut self, scope: &Scope) -> Stmt {
        let choice = self.random.u32(0..8);
        let target = if self.labels {
            self.random.choice(&scope.loops)
        } else {
            scope.loops.last()
        };
        let target = target.map(|id| Target {
            id: *id,
            labelled: self.labels && self.random.bool(),
        });
        Stmt::Jump(match (choice, target) {
            (0..=2, Some(to)) => Jump::Break(to),
            (3..=5, Some(to)) => Jump::Continue(to),
            (6, _) => Jump::Fail(Exc {
                panics: false,
                ..self.exc()
            }),
            _ => Jump::Return(self.id()),
        })
    }

    fn with(&mut self, scope: &Scope) -> Stmt {
        let mut inside = scope.clone();
        let joined = if self.one_in(3) {
            self.random.usize(2..4)
        } else {
            1
        };
        let managers: Vec<_> = (0..joined).map(|_| self.manager()).collect();
        inside
            .managers
            .extend(managers.iter().map(|manager| manager.id));
        Stmt::With(With {
            managers,
            catch: self.random.bool(),
            asynchronous: !self.one_in(4),
            maker: self.one_in(2).then(|| self.any(&Maker::ALL)),
            value: self.one_in(3).then(|| self.id()),
            body: self.block(&inside),
        })
    }

    fn manager(&mut self) -> Manager {
        let suppresses = match self.random.u32(0..6) {
            0 => Some(Suppresses::All),
            1 => Some(Suppresses::Only(self.kind())),
            _ => None,
        };
        let when = match self.random.u32(0..20) {
            0 => Some(When::Made),
            1 => Some(When::Entered),
            2 => Some(When::Exited),
            3..=4 => Some(When::Excepted),
            _ => None,
        };
        Manager {
            id: self.id(),
            suppresses,
            fails: when.map(|when| Failure {
                when,
                exc: self.exc(),
            }),
            strict: self.one_in(5),
        }
    }

    fn exc(&mut self) -> Exc {
        Exc {
            kind: self.kind(),
            id: self.id(),
            panics: self.random.bool(),
        }
    }

    fn kind(&mut self) -> Kind {
        if self.random.bool() { Kind::A } else { Kind::B }
    }
}

/// Whether what follows can't be reached.
fn leaves(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Jump(_) => true,
        Stmt::Argument(_, body) => body.last().is_some_and(leaves),
        _ => false,
    }
}
