//! What the borrow checker has to say about moved variables.

use std::collections::{BTreeMap, BTreeSet};

use crate::program::{Block, Jump, Stmt, With, statements};

/// The variable is perhaps moved where it is used.
#[derive(Debug, PartialEq)]
pub(crate) struct Moved(pub(crate) u32);

/// Variables that are perhaps moved.
type Set = BTreeSet<u32>;

/// A way out of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    End,
    Break { id: u32, labelled: bool },
    Continue { id: u32, labelled: bool },
    Return,
    Raise,
}

/// What is perhaps moved on each way out that there is.
type Ways = BTreeMap<Way, Set>;

/// Whether no variable is used that may be moved.
pub(crate) fn check(body: &Block) -> Result<(), Moved> {
    block(body, &Set::new()).map(drop)
}

fn add(ways: &mut Ways, way: Way, moved: &Set) {
    ways.entry(way).or_default().extend(moved);
}

fn add_all(ways: &mut Ways, others: &Ways) {
    for (way, moved) in others {
        add(ways, *way, moved);
    }
}

fn block(block: &Block, moved: &Set) -> Result<Ways, Moved> {
    let mut ways = Ways::from([(Way::End, moved.clone())]);
    let mut last = moved.clone();
    for stmt in block {
        let reached = ways.remove(&Way::End);
        let after = self::stmt(stmt, reached.as_ref().unwrap_or(&last))?;
        // What can't be reached is checked, but nothing comes of it.
        if reached.is_some() {
            add_all(&mut ways, &after);
        }
        last = after
            .into_iter()
            .find_map(|(way, moved)| (way == Way::End).then_some(moved))
            .unwrap_or(last);
    }
    Ok(ways)
}

fn stmt(stmt: &Stmt, moved: &Set) -> Result<Ways, Moved> {
    let mut after = moved.clone();
    match stmt {
        Stmt::Lend(id) | Stmt::Take(id) if moved.contains(id) => return Err(Moved(*id)),
        Stmt::Let(id) => drop(after.remove(id)),
        Stmt::Take(id) => drop(after.insert(*id)),
        Stmt::If {
            then, otherwise, ..
        } => {
            let mut ways = block(then, moved)?;
            add_all(&mut ways, &block(otherwise, moved)?);
            return Ok(ways);
        }
        Stmt::For { id, body, .. } => return repeated(*id, body, moved),
        Stmt::Argument(_, body) => return block(body, moved),
        Stmt::With(statement) => return with(statement, moved),
        Stmt::Jump(jump) => {
            let way = match *jump {
                Jump::Break(to) => Way::Break {
                    id: to.id,
                    labelled: to.labelled,
                },
                Jump::Continue(to) => Way::Continue {
                    id: to.id,
                    labelled: to.labelled,
                },
                Jump::Return(_) | Jump::Fail(_) => Way::Return,
            };
            return Ok(Ways::from([(way, after)]));
        }
        // To the borrow checker, what raises may also return.
        Stmt::Raise(..) => return Ok(Ways::from([(Way::Raise, after.clone()), (Way::End, after)])),
        _ => {}
    }
    Ok(Ways::from([(Way::End, after)]))
}

fn repeated(loop_id: u32, body: &Block, moved: &Set) -> Result<Ways, Moved> {
    let again = |way: &Way| match *way {
        Way::Continue { id, .. } => id == loop_id,
        way => way == Way::End,
    };
    let is_break = |way: &Way| matches!(*way, Way::Break { id, .. } if id == loop_id);
    // The second time round meets what the first has moved.
    let mut next = moved.clone();
    for (way, moved) in block(body, moved)? {
        if again(&way) {
            next.extend(moved);
        }
    }
    let mut ways = block(body, &next)?;
    add(&mut ways, Way::End, &next);
    let here: Vec<_> = ways
        .keys()
        .copied()
        .filter(|way| again(way) || is_break(way))
        .collect();
    let mut end = Set::new();
    for way in here {
        end.extend(ways.remove(&way).unwrap_or_default());
    }
    ways.insert(Way::End, end);
    Ok(ways)
}

fn with(with: &With, moved: &Set) -> Result<Ways, Moved> {
    let mut ways = block(&with.body, moved)?;
    if with.catch {
        // The block is a closure, which takes with it what is moved anywhere in it, and which may come to its end.
        let taken = |stmt: &Stmt| {
            if let Stmt::Take(id) = stmt {
                Some(*id)
            } else {
                None
            }
        };
        let taken = statements(&with.body)
            .into_iter()
            .filter_map(taken)
            .collect::<Set>();
        add(&mut ways, Way::End, moved);
        for moved in ways.values_mut() {
            moved.extend(&taken);
        }
    }
    // Making or entering a manager may raise.
    add(&mut ways, Way::Raise, moved);
    if with.may_suppress() {
        let strict = with.managers.iter().any(|manager| manager.strict);
        let stops = |way: &Way| *way == Way::Raise || strict && *way == Way::Return;
        merge(&mut ways, Way::End, stops);
    }
    if with.may_fail() {
        // Whatever a failure replaces, it is the value of the statement before it is raised.
        merge(&mut ways, Way::Raise, |_| true);
        merge(&mut ways, Way::End, |_| true);
    }
    // Jumps without a label share a path with the end of the statement.
    let shares = |way: &Way| match *way {
        Way::Break { labelled, .. } | Way::Continue { labelled, .. } => !labelled,
        way => way == Way::End,
    };
    if ways.keys().any(|way| shares(way) && *way != Way::End) {
        merge(&mut ways, Way::End, shares);
        let all = ways[&Way::End].clone();
        for (_, moved) in ways.iter_mut().filter(|(way, _)| shares(way)) {
            moved.extend(&all);
        }
    }
    Ok(ways)
}

/// What is moved on those ways is moved on this one as well.
fn merge(ways: &mut Ways, into: Way, from: impl Fn(&Way) -> bool) {
    let moved = ways
        .iter()
        .filter(|(way, _)| from(way))
        .flat_map(|(_, moved)| moved)
        .copied()
        .collect();
    add(ways, into, &moved);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::{Manager, Suppresses, Target};

    /// `for { with!(m => { if .. { take(x); leave } }); lend(x) }`
    fn taken(suppresses: Option<Suppresses>, catch: bool, leave: Vec<Stmt>) -> Block {
        let then = [vec![Stmt::Take(1)], leave].concat();
        let test = Stmt::If {
            every: 2,
            then,
            otherwise: Block::new(),
        };
        let managers = vec![Manager {
            id: 1,
            suppresses,
            fails: None,
            strict: false,
        }];
        let with = With {
            managers,
            catch,
            asynchronous: false,
            maker: None,
            value: None,
            body: vec![test],
        };
        let body = vec![Stmt::With(with), Stmt::Lend(1)];
        vec![
            Stmt::Let(1),
            Stmt::For {
                id: 1,
                times: 1,
                body,
            },
        ]
    }

    #[test]
    fn what_leaves_moves_nothing_for_the_rest_unless_it_is_stopped() {
        let jump = |labelled| vec![Stmt::Jump(Jump::Break(Target { id: 1, labelled }))];
        let leave = || vec![Stmt::Jump(Jump::Return(1))];
        assert_eq!(check(&taken(None, false, leave())), Ok(()));
        assert_eq!(check(&taken(None, false, jump(true))), Ok(()));
        assert_eq!(
            check(&taken(Some(Suppresses::All), false, jump(true))),
            Ok(())
        );
        assert_eq!(check(&taken(None, false, jump(false))), Err(Moved(1)));
        assert_eq!(check(&taken(None, true, leave())), Err(Moved(1)));
        assert_eq!(check(&taken(None, false, vec![])), Err(Moved(1)));
    }
}
