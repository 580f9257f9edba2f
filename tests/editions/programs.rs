//! Small programs that behave in `with!` as they do in a plain block, each named after what it pins.
//!
//! `plain.rs` and `ours.rs` each include this file and say what `with!`, `scope`, `own`, `lend` and `traced` are.
#![allow(
    clippy::assign_op_pattern,
    clippy::default_trait_access,
    clippy::explicit_iter_loop,
    clippy::let_and_return,
    clippy::manual_let_else,
    clippy::needless_continue,
    clippy::needless_question_mark,
    clippy::needless_return,
    clippy::needless_return_with_question_mark,
    clippy::never_loop,
    clippy::redundant_else,
    clippy::redundant_pattern_matching,
    clippy::semicolon_if_nothing_returned,
    clippy::single_match_else,
    clippy::string_add_assign,
    clippy::unnecessary_wraps,
    reason = "the long way round is what these programs are about"
)]

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::error::Error;
use std::fmt::{self, Debug, Display, Write};
use std::future::Future;
use std::mem;
use std::num::ParseIntError;
use std::ops::ControlFlow;
use std::pin::pin;
use std::process;
use std::rc::Rc;
use std::str::FromStr;
use std::sync::{Arc, Condvar, Mutex, PoisonError, mpsc};
use std::task::{Context, Poll, Waker};
use std::thread;

use super::super::{Outcome, outcome};
use super::{lend, own, scope, traced, with};

type Log = RefCell<Vec<&'static str>>;

/// Writes to the log when it is dropped.
struct Noisy<'a>(&'static str, &'a Log);

impl Drop for Noisy<'_> {
    fn drop(&mut self) {
        self.1.borrow_mut().push(self.0);
    }
}

trait Shape {
    fn name(&self) -> String;
}

struct Circle;

impl Shape for Circle {
    fn name(&self) -> String {
        "circle".to_owned()
    }
}

struct Square(u32);

impl Shape for Square {
    fn name(&self) -> String {
        format!("square of {}", self.0)
    }
}

#[derive(Debug, Default, Clone, PartialEq)]
struct Config {
    name: String,
    depth: u32,
    tags: Vec<String>,
}

#[derive(Debug)]
struct Node {
    value: u32,
    next: Option<Box<Node>>,
}

fn list(values: &[u32]) -> Option<Box<Node>> {
    let mut list = None;
    for &value in values.iter().rev() {
        list = Some(Box::new(Node { value, next: list }));
    }
    list
}

fn panic_message(program: fn() -> u32) -> Option<&'static str> {
    let payload = std::panic::catch_unwind(program).err()?;
    payload.downcast_ref::<&'static str>().copied()
}

fn block_on<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut context) {
            return output;
        }
    }
}

/// Is pending once.
async fn pause() {
    let mut paused = false;
    std::future::poll_fn(|_| {
        if mem::replace(&mut paused, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
}

// Moves.

fn push_then_return_the_buffer() -> impl Debug {
    fn field(input: &[u8]) -> Result<Vec<u8>, String> {
        let mut buf = Vec::new();
        for &b in input {
            with!(scope() => {
                if b == b';' {
                    return Ok(buf);
                }
                buf.push(b);
            });
        }
        Err("no end".to_owned())
    }
    (field(b"ab;c"), field(b"ab"))
}

fn concatenate_and_rebind() -> impl Debug {
    let mut s = String::new();
    for x in ["a", "b", "c"].iter() {
        with!(scope() => {
            s = s + x;
        });
    }
    s
}

fn wait_on_a_condvar() -> impl Debug {
    let shared = Arc::new((Mutex::new(0), Condvar::new()));
    let theirs = Arc::clone(&shared);
    let thread = thread::spawn(move || {
        for _ in 0..3 {
            *theirs.0.lock().unwrap() += 1;
            theirs.1.notify_one();
        }
    });
    let (lock, cv) = &*shared;
    let mut g = lock.lock().unwrap();
    with!(scope() => {
        while *g < 3 {
            g = cv.wait(g).unwrap();
        }
    });
    thread.join().unwrap();
    *g
}

fn initialize_inside() -> impl Debug {
    let n;
    with!(own(5) as five => {
        n = five * 2;
    });
    n
}

fn initialize_in_every_branch() -> impl Debug {
    fn describe(n: i32) -> String {
        let sign;
        let text: String;
        with!(scope() => {
            match n {
                0 => sign = "zero",
                n if n < 0 => sign = "minus",
                _ => sign = "plus",
            }
            text = sign.to_uppercase();
        });
        text + sign
    }
    (describe(0), describe(-1), describe(1))
}

fn initialize_or_return() -> impl Debug {
    fn half(n: u32) -> Option<u32> {
        let half;
        with!(scope() => {
            if n % 2 == 1 {
                return None;
            }
            half = n / 2;
        });
        Some(half)
    }
    (half(4), half(5))
}

fn initialize_or_raise() -> impl Debug {
    fn sum(a: &str, b: &str) -> Result<i32, ParseIntError> {
        let (x, y);
        with!(scope() => {
            x = a.parse::<i32>()?;
            y = b.parse::<i32>()?;
        });
        Ok(x + y)
    }
    (sum("1", "2"), sum("1", "?"))
}

fn initialize_once_in_a_loop() -> impl Debug {
    let first;
    let mut numbers = 3..;
    'search: loop {
        with!(scope() => {
            let n = numbers.next().unwrap_or(0);
            if n % 5 == 0 {
                first = n;
                break 'search;
            }
        });
    }
    first
}

fn move_and_reassign_a_builder() -> impl Debug {
    #[derive(Debug, Default)]
    struct Builder {
        args: Vec<String>,
        verbose: bool,
    }
    impl Builder {
        fn arg(mut self, arg: &str) -> Self {
            self.args.push(arg.to_owned());
            self
        }
        fn verbose(mut self) -> Self {
            self.verbose = true;
            self
        }
    }
    let mut builder = Builder::default();
    for arg in ["-v", "a", "b"].iter() {
        with!(scope() => {
            builder = if *arg == "-v" {
                builder.verbose()
            } else {
                builder.arg(arg)
            };
        });
    }
    builder
}

fn move_before_return() -> impl Debug {
    fn tagged(tags: Vec<String>, done: bool) -> Vec<String> {
        with!(scope() => {
            if done {
                return tags;
            }
        });
        let mut tags = tags;
        tags.push("more".to_owned());
        tags
    }
    (tagged(vec![], true), tagged(vec![], false))
}

fn move_before_a_labelled_break() -> impl Debug {
    let mut lines = Vec::new();
    let line = "x".to_owned();
    'all: for n in 0..5 {
        with!(scope() => {
            if n == 2 {
                lines.push(line);
                break 'all;
            }
        });
        lines.push(format!("{line}{n}"));
    }
    lines
}

fn move_before_a_labelled_continue() -> impl Debug {
    let mut sent = Vec::new();
    'next: for n in 0..4 {
        let message = format!("message {n}");
        with!(scope() => {
            if n % 2 == 0 {
                sent.push(message);
                continue 'next;
            }
        });
        sent.push(message.to_uppercase());
    }
    sent
}

fn move_before_a_raise() -> impl Debug {
    fn open(name: String, exists: bool) -> Result<String, String> {
        with!(scope() => {
            if !exists {
                return Err(name)?;
            }
        });
        Ok(name + " opened")
    }
    (open("a".to_owned(), true), open("b".to_owned(), false))
}

fn move_into_a_call_that_is_raised() -> impl Debug {
    fn store(all: &mut Vec<Vec<u8>>, one: Vec<u8>) -> Result<usize, String> {
        if one.is_empty() {
            return Err("empty".to_owned());
        }
        all.push(one);
        Ok(all.len())
    }
    fn fill(mut one: Vec<u8>) -> Result<(usize, Vec<Vec<u8>>), String> {
        let mut all = Vec::new();
        let mut n = 0;
        while n < 2 {
            with!(scope() => {
                n = store(&mut all, one)?;
                one = vec![7; n];
            });
        }
        Ok((n, all))
    }
    (fill(vec![1]), fill(vec![]))
}

fn move_in_the_arm_that_returns() -> impl Debug {
    fn unwrap(value: Option<String>, strict: bool) -> Result<String, Option<String>> {
        with!(scope() => {
            match value {
                Some(text) if text.is_empty() => return Err(Some(text)),
                None if strict => return Err(None),
                _ => {}
            }
        });
        Ok("kept".to_owned())
    }
    (
        unwrap(Some(String::new()), true),
        unwrap(None, true),
        unwrap(None, false),
    )
}

fn move_out_of_a_nested_block() -> impl Debug {
    fn pick(a: String, b: String, n: u32) -> String {
        'nested: {
            with!(scope() => {
                if n == 0 {
                    return a;
                }
                with!(scope() => {
                    if n == 1 {
                        break 'nested b;
                    }
                });
            });
            a + &b
        }
    }
    let pick = |n| pick("a".to_owned(), "b".to_owned(), n);
    (pick(0), pick(1), pick(2))
}

fn drop_before_return() -> impl Debug {
    fn run(log: &Log, early: bool) -> &'static str {
        let noisy = Noisy("dropped", log);
        with!(scope() => {
            if early {
                drop(noisy);
                return "early";
            }
        });
        log.borrow_mut().push("still here");
        drop(noisy);
        "late"
    }
    let log = Log::default();
    (run(&log, true), run(&log, false), log)
}

fn consume_an_iterator_and_return() -> impl Debug {
    fn first_even(numbers: Vec<u32>) -> Option<u32> {
        with!(scope() => {
            for n in numbers {
                if n % 2 == 0 {
                    return Some(n);
                }
            }
        });
        None
    }
    (first_even(vec![1, 4, 6]), first_even(vec![1]))
}

fn move_through_the_value() -> impl Debug {
    let v = vec![1, 2];
    let mut v = with!(scope() => { v });
    v.push(3);
    with!(own(v) as mut v => {
        v.push(4);
        v
    })
}

fn move_out_and_put_back() -> impl Debug {
    let mut batch = vec![0];
    let mut batches = Vec::new();
    for n in 1..6 {
        with!(scope() => {
            batch.push(n);
            if batch.len() == 3 {
                batches.push(batch);
                batch = Vec::new();
            }
        });
    }
    (batch, batches)
}

fn move_one_field() -> impl Debug {
    let config = Config {
        name: "c".to_owned(),
        tags: vec!["t".to_owned()],
        ..Config::default()
    };
    let name = with!(scope() => { config.name });
    (name, config.tags, config.depth)
}

fn move_a_field_and_put_it_back() -> impl Debug {
    let mut config = Config::default();
    with!(scope() => {
        let mut tags = config.tags;
        tags.push("new".to_owned());
        config.tags = tags;
    });
    config
}

fn take_replace_and_swap() -> impl Debug {
    let mut a = vec![1];
    let mut b = Some("b".to_owned());
    let mut c = "c".to_owned();
    let taken = with!(scope() => {
        let mut old = mem::take(&mut a);
        let text = b.take();
        let text = mem::replace(&mut c, text.unwrap_or_default());
        mem::swap(&mut old, &mut a);
        (old, text)
    });
    (a, b, c, taken)
}

fn send_what_was_made_inside() -> impl Debug {
    let (sender, receiver) = mpsc::channel();
    with!(own(sender) as sender => {
        for n in 0..3 {
            let sender = sender.clone();
            thread::spawn(move || sender.send(n * n))
                .join()
                .unwrap()
                .unwrap();
        }
    });
    receiver.iter().collect::<Vec<u32>>()
}

fn move_captured_by_a_closure() -> impl Debug {
    let greeting = "hello".to_owned();
    let greet = with!(own(", ".to_owned()) as comma => {
        move |name: &str| greeting.clone() + &comma + name
    });
    greet("you")
}

fn move_a_once_closure() -> impl Debug {
    fn call(now: bool, f: impl FnOnce() -> String) -> String {
        with!(scope() => {
            if now {
                return f();
            }
        });
        f() + " later"
    }
    let text = "x".to_owned();
    (call(true, || text.clone()), call(false, || text.clone()))
}

fn initialize_before_a_break_of_a_block() -> impl Debug {
    fn run(n: u32) -> u32 {
        let m;
        'small: {
            with!(scope() => {
                if n < 10 {
                    m = n;
                    break 'small;
                }
                m = n / 10;
            });
        }
        m
    }
    (run(5), run(50))
}

// Borrows.

fn borrow_mutably_and_use_after() -> impl Debug {
    let mut v = vec![3, 1, 2];
    with!(scope() => {
        let v = &mut v;
        v.sort_unstable();
    });
    v.push(4);
    v
}

fn borrow_in_two_phases() -> impl Debug {
    let mut v = vec![0];
    with!(scope() => {
        v.push(v.len());
        v.push(v[0] + v[1]);
    });
    v
}

fn reborrow_and_use_after() -> impl Debug {
    let mut v = vec![1];
    let r = &mut v;
    with!(scope() => {
        r.push(2);
        let again = &mut *r;
        again.push(3);
    });
    r.push(4);
    v
}

fn lend_and_use_after() -> impl Debug {
    let mut text = String::from("a");
    with!(lend(&mut text) as text => {
        text.push('b');
        *text += "c";
    });
    text.push('d');
    text
}

fn lend_disjoint_fields() -> impl Debug {
    let mut config = Config::default();
    with!(lend(&mut config.tags) as tags => {
        config.depth += 1;
        tags.push(format!("depth {}", config.depth));
        config.name.push('n');
    });
    config
}

fn return_a_part_of_the_argument() -> impl Debug {
    fn first_word(text: &str) -> Option<&str> {
        with!(scope() => {
            let end = text.find(' ')?;
            return Some(&text[..end]);
        });
    }
    (first_word("a few words"), first_word("word"))
}

fn return_a_slice() -> impl Debug {
    fn head<T>(v: &[T], n: usize) -> Option<&[T]> {
        with!(scope() => {
            if n <= v.len() {
                return Some(&v[..n]);
            }
        });
        None
    }
    (
        head(&[1, 2, 3], 2).map(<[i32]>::to_vec),
        head::<u8>(&[], 1).is_none(),
    )
}

fn return_a_mutable_part() -> impl Debug {
    fn slot(v: &mut Vec<u32>, n: usize) -> &mut u32 {
        if n >= v.len() {
            v.resize(n + 1, 0);
        }
        with!(scope() => { &mut v[n] })
    }
    let mut v = vec![1];
    *slot(&mut v, 2) = 7;
    *slot(&mut v, 0) += 1;
    v
}

fn return_a_borrow_on_one_path() -> impl Debug {
    fn get_or_insert(map: &mut BTreeMap<u32, String>, key: u32) -> &mut String {
        with!(scope() => {
            if map.contains_key(&key) {
                return map.get_mut(&key).expect("it is there");
            }
        });
        map.insert(key, key.to_string());
        map.get_mut(&key).expect("it was inserted")
    }
    let mut map = BTreeMap::new();
    get_or_insert(&mut map, 1).push('a');
    get_or_insert(&mut map, 1).push('b');
    map
}

fn return_a_shared_borrow_on_one_path() -> impl Debug {
    struct Names(Vec<String>);
    impl Names {
        fn find(&self, prefix: &str) -> Option<&str> {
            for name in &self.0 {
                with!(scope() => {
                    if name.starts_with(prefix) {
                        return Some(name);
                    }
                });
            }
            self.0.last().map(String::as_str)
        }
    }
    let names = Names(vec!["ab".to_owned(), "cd".to_owned()]);
    (names.find("a").map(str::len), names.find("x") == Some("cd"))
}

fn return_the_longest() -> impl Debug {
    fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
        with!(own(a) as candidate => {
            if candidate.len() >= b.len() {
                return candidate;
            }
            b
        })
    }
    let a = "long".to_owned();
    longest(&a, "b").to_owned()
}

fn walk_to_the_end_of_a_list() -> impl Debug {
    fn push(list: &mut Option<Box<Node>>, value: u32) {
        let mut cur = list;
        while let Some(node) = cur {
            with!(scope() => {
                cur = &mut node.next;
            });
        }
        *cur = Some(Box::new(Node { value, next: None }));
    }
    let mut list = None;
    push(&mut list, 1);
    push(&mut list, 2);
    list
}

fn insert_into_a_sorted_list() -> impl Debug {
    fn insert(mut cur: &mut Option<Box<Node>>, value: u32) {
        while cur.as_ref().is_some_and(|node| node.value < value) {
            with!(scope() => {
                cur = &mut cur.as_mut().unwrap().next;
            });
        }
        with!(scope() => {
            let next = cur.take();
            *cur = Some(Box::new(Node { value, next }));
        });
    }
    let mut list = list(&[1, 4]);
    insert(&mut list, 3);
    insert(&mut list, 0);
    list
}

fn search_a_list_with_a_cursor() -> impl Debug {
    fn find(list: &mut Option<Box<Node>>, value: u32) -> Option<&mut Node> {
        let mut cur = list.as_deref_mut();
        while let Some(node) = cur {
            with!(scope() => {
                if node.value == value {
                    return Some(node);
                }
                cur = node.next.as_deref_mut();
            });
        }
        None
    }
    let mut list = list(&[1, 2, 3]);
    if let Some(node) = find(&mut list, 2) {
        node.value = 20;
    }
    (find(&mut list, 2).is_none(), list)
}

fn reverse_a_list() -> impl Debug {
    let mut rest = list(&[1, 2, 3]);
    let mut reversed = None;
    while let Some(mut node) = rest {
        with!(scope() => {
            rest = mem::replace(&mut node.next, reversed);
            reversed = Some(node);
        });
    }
    reversed
}

fn remove_from_a_list() -> impl Debug {
    fn pop_back(list: &mut Option<Box<Node>>) -> Option<u32> {
        let mut cur = list;
        with!(scope() => {
            while cur.as_ref()?.next.is_some() {
                cur = &mut cur.as_mut()?.next;
            }
        });
        cur.take().map(|node| node.value)
    }
    let mut list = list(&[1, 2]);
    (
        pop_back(&mut list),
        pop_back(&mut list),
        pop_back(&mut list),
    )
}

fn borrow_disjoint_fields_of_self() -> impl Debug {
    #[derive(Debug, Default)]
    struct Counter {
        words: Vec<String>,
        total: usize,
        longest: Option<String>,
    }
    impl Counter {
        fn count(&mut self) -> &mut Self {
            with!(scope() => {
                for word in &self.words {
                    self.total += word.len();
                    let longest = self.longest.get_or_insert_with(String::new);
                    if word.len() > longest.len() {
                        longest.clone_from(word);
                    }
                }
            });
            self
        }
    }
    let mut counter = Counter {
        words: vec!["a".to_owned(), "bcd".to_owned()],
        ..Counter::default()
    };
    counter.count().count();
    counter
}

fn split_and_swap() -> impl Debug {
    let mut v = [1, 2, 3, 4];
    with!(lend(&mut v[..]) as v => {
        let (a, b) = v.split_at_mut(2);
        mem::swap(&mut a[0], &mut b[1]);
        a[1] += b[0];
    });
    v
}

fn match_slices() -> impl Debug {
    fn describe(v: &[u32]) -> String {
        with!(own(v) as v => {
            match v {
                [] => return "nothing".to_owned(),
                [one] => one.to_string(),
                [first, .., last] if first == last => format!("{first} twice"),
                [first, rest @ ..] => format!("{} and {}", first, describe(rest)),
            }
        })
    }
    (describe(&[]), describe(&[1]), describe(&[1, 2, 3, 2]))
}

fn match_an_enum_in_place() -> impl Debug {
    #[derive(Debug)]
    enum State {
        Idle,
        Running { ticks: u32 },
        Done(String),
    }
    let mut state = State::Idle;
    for _ in 0..4 {
        with!(lend(&mut state) as state => {
            match state {
                State::Idle => *state = State::Running { ticks: 0 },
                State::Running { ticks } if *ticks < 1 => *ticks += 1,
                State::Running { ticks } => *state = State::Done(ticks.to_string()),
                State::Done(text) => text.push('!'),
            }
        });
    }
    state
}

fn end_a_borrow_before_the_next() -> impl Debug {
    let mut v = vec![1, 2, 3];
    with!(scope() => {
        let max = v.iter().max().copied();
        if let Some(max) = max {
            v.push(max + 1);
        }
        let last = v.last_mut();
        if let Some(last) = last {
            *last *= 2;
        }
        v.len()
    });
    v
}

fn borrow_by_a_closure() -> impl Debug {
    let mut total = 0;
    let mut add = |n: i32| total += n;
    with!(scope() => {
        add(1);
        add(2);
    });
    add(3);
    total
}

fn borrow_a_local_by_a_closure_inside() -> impl Debug {
    let mut seen = Vec::new();
    let count = with!(scope() => {
        let mut count = 0;
        let mut see = |n| {
            count += 1;
            seen.push(n);
        };
        see(1);
        see(2);
        count
    });
    seen.push(3);
    (count, seen)
}

fn borrow_from_an_outer_value() -> impl Debug {
    let text = "a=1;b=2".to_owned();
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for pair in text.split(';') {
        with!(own(pair) as pair => {
            let mut parts = pair.split('=');
            if let (Some(key), Some(value)) = (parts.next(), parts.next()) {
                pairs.push((key, value));
            }
        });
    }
    format!("{pairs:?}")
}

fn keep_a_borrowed_state() -> impl Debug {
    struct Words<'a> {
        rest: &'a str,
    }
    impl<'a> Words<'a> {
        fn next(&mut self) -> Option<&'a str> {
            with!(lend(&mut self.rest) as rest => {
                *rest = rest.trim_start();
                if rest.is_empty() {
                    return None;
                }
                let end = rest.find(' ').unwrap_or(rest.len());
                let (word, after) = rest.split_at(end);
                *rest = after;
                Some(word)
            })
        }
    }
    let text = " two words".to_owned();
    let mut words = Words { rest: &text };
    let (a, b, c) = (words.next(), words.next(), words.next());
    (a.map(str::len), b.map(str::len), c.is_none())
}

fn use_an_entry() -> impl Debug {
    let mut counts: BTreeMap<char, u32> = BTreeMap::new();
    for c in "hello".chars() {
        with!(scope() => {
            let count = counts.entry(c).or_default();
            *count += 1;
        });
    }
    counts
}

fn borrow_a_cell_for_a_statement() -> impl Debug {
    let cell = RefCell::new(vec![1]);
    with!(scope() => {
        cell.borrow_mut().push(2);
        let n = cell.borrow().len();
        cell.borrow_mut().push(n);
    });
    cell
}

fn lock_inside() -> impl Debug {
    let lock = Mutex::new(1);
    let n = with!(scope() => {
        let mut guard = lock.lock().unwrap_or_else(PoisonError::into_inner);
        *guard += 1;
        *guard
    });
    (n, lock.try_lock().map(|guard| *guard).ok())
}

fn break_with_a_borrow() -> impl Debug {
    let mut rows = vec![vec![1], vec![2, 3], vec![]];
    let row = 'found: {
        for row in &mut rows {
            with!(scope() => {
                if row.len() == 2 {
                    break 'found Some(row);
                }
            });
        }
        None
    };
    if let Some(row) = row {
        row.push(4);
    }
    rows
}

fn borrow_across_iterations() -> impl Debug {
    let words = vec!["a".to_owned(), "bb".to_owned(), "c".to_owned()];
    let mut longest: Option<&String> = None;
    for word in &words {
        with!(scope() => {
            match longest {
                Some(best) if best.len() >= word.len() => continue,
                _ => longest = Some(word),
            }
        });
    }
    longest.cloned()
}

fn return_cow() -> impl Debug {
    fn escape(text: &str) -> Cow<'_, str> {
        with!(scope() => {
            if !text.contains('<') {
                return Cow::Borrowed(text);
            }
            text.replace('<', "&lt;").into()
        })
    }
    (escape("a"), escape("<a"))
}

fn stop_a_cursor_by_break() -> impl Debug {
    let mut list = list(&[1, 2]);
    let mut cur = &mut list;
    loop {
        with!(scope() => {
            match cur {
                Some(node) => cur = &mut node.next,
                None => break,
            }
        });
    }
    *cur = Some(Box::new(Node {
        value: 3,
        next: None,
    }));
    list
}

fn break_with_a_borrow_or_change() -> impl Debug {
    let mut v: Vec<u32> = Vec::new();
    let first = loop {
        with!(scope() => {
            if let Some(first) = v.first_mut() {
                break first;
            }
            v.push(1);
        });
    };
    *first += 1;
    v
}

fn break_with_a_borrow_or_change_by_label() -> impl Debug {
    let mut v: Vec<u32> = Vec::new();
    let first = 'search: loop {
        with!(scope() => {
            if let Some(first) = v.first_mut() {
                break 'search first;
            }
            v.push(1);
        });
    };
    *first += 1;
    v
}

fn keep_what_a_loop_found() -> impl Debug {
    let mut v = vec![1, 2, 3];
    let mut found = None;
    for x in v.iter_mut() {
        with!(scope() => {
            if *x == 2 {
                found = Some(x);
                break;
            }
            *x += 10;
        });
    }
    if let Some(x) = found {
        *x = 0;
    }
    v
}

fn advance_an_outer_iterator() -> impl Debug {
    let mut args = ["-o", "file", "-v", "-o"].iter();
    let mut output = None;
    let mut flags = 0;
    while let Some(arg) = args.next() {
        with!(lend(&mut args) as args => {
            match *arg {
                "-o" => output = Some(args.next().copied()),
                _ => flags += 1,
            }
        });
    }
    (output, flags)
}

fn call_again_what_borrows() -> impl Debug {
    let mut n = 0;
    let mut next = || {
        with!(scope() => {
            n += 1;
            if n == 2 {
                return None;
            }
            Some(n)
        })
    };
    let all = (next(), next(), next());
    let text = "t".to_owned();
    let shared = || with!(scope() => { text.len() });
    let twice = shared() + shared();
    let once = || with!(scope() => { return text; });
    (all, n, twice, once())
}

fn borrow_one_field_in_a_closure() -> impl Debug {
    let mut config = Config::default();
    let tags = &mut config.tags;
    let mut tag = |tag: &str| with!(scope() => { tags.push(tag.into()) });
    tag("a");
    tag("b");
    config.depth = 1;
    config
}

fn reborrow_through_a_statement() -> impl Debug {
    fn push(v: &mut Vec<u8>, n: u8) {
        v.push(n);
    }
    fn fill(v: &mut Vec<u8>, twice: bool) -> &mut Vec<u8> {
        push(with!(scope() => { v }), 1);
        let r: &mut Vec<u8> = with!(scope() => { v });
        r.push(2);
        let r: &mut Vec<u8> = 'pick: {
            with!(scope() => {
                if twice {
                    break 'pick v;
                }
            });
            v
        };
        r.push(3);
        with!(scope() => {
            if twice {
                return v;
            }
        });
        v.push(4);
        v
    }
    (
        fill(&mut vec![], true).clone(),
        fill(&mut vec![], false).clone(),
    )
}

fn descend_a_tree() -> impl Debug {
    #[derive(Debug)]
    struct Tree {
        key: u32,
        children: [Option<Box<Tree>>; 2],
    }
    fn insert(mut tree: &mut Option<Box<Tree>>, key: u32) -> bool {
        while let Some(node) = tree {
            with!(scope() => {
                if node.key == key {
                    return false;
                }
                tree = &mut node.children[usize::from(node.key < key)];
            });
        }
        let children = [None, None];
        *tree = Some(Box::new(Tree { key, children }));
        true
    }
    fn last(mut tree: &mut Tree) -> &mut Tree {
        loop {
            with!(scope() => {
                if tree.children[1].is_none() {
                    return tree;
                }
                tree = tree.children[1].as_mut().unwrap();
            });
        }
    }
    let mut tree = None;
    let inserted: Vec<_> = [2, 1, 3, 1]
        .iter()
        .map(|&key| insert(&mut tree, key))
        .collect();
    if let Some(tree) = &mut tree {
        last(tree).key *= 10;
    }
    (inserted, tree)
}

fn remove_while_walking() -> impl Debug {
    fn remove(mut cur: &mut Option<Box<Node>>, value: u32) -> Option<u32> {
        'walk: loop {
            with!(scope() => {
                match cur {
                    None => return None,
                    Some(node) if node.value == value => {
                        *cur = node.next.take();
                        return Some(value);
                    }
                    Some(node) => {
                        cur = &mut node.next;
                        continue 'walk;
                    }
                }
            });
        }
    }
    let mut list = list(&[1, 2, 3]);
    (remove(&mut list, 2), remove(&mut list, 2), list)
}

// Inference.

fn infer_from_an_annotation() -> impl Debug {
    fn run() -> Result<u64, ParseIntError> {
        let x: u64 = with!(scope() => { "12".parse()? });
        Ok(x)
    }
    run()
}

fn infer_from_a_parameter() -> impl Debug {
    fn double(n: u16) -> u16 {
        n * 2
    }
    fn run(text: &str) -> Result<u16, ParseIntError> {
        Ok(double(with!(scope() => { text.parse()? })))
    }
    (run("4"), run("-4"))
}

fn infer_from_the_return_type() -> impl Debug {
    fn parse(text: &str) -> Result<i8, ParseIntError> {
        with!(scope() => { text.parse() })
    }
    (parse("4"), parse("400"))
}

fn infer_from_a_field() -> impl Debug {
    fn run() -> Result<Config, ParseIntError> {
        Ok(Config {
            name: with!(own("n") as n => { n.into() }),
            depth: with!(scope() => { "12".parse()? }),
            tags: with!(own("a b") as s => { s.split(' ').map(Into::into).collect() }),
        })
    }
    run()
}

fn infer_from_the_other_arm() -> impl Debug {
    fn run(n: usize) -> Result<u8, ParseIntError> {
        Ok(match n {
            0 => 0_u8,
            1 => with!(scope() => { "11".parse()? }),
            _ => with!(scope() => { return "x".parse(); }),
        })
    }
    (run(0), run(1), run(2))
}

fn infer_from_the_other_branch() -> impl Debug {
    fn run(text: Option<&str>) -> Result<i64, ParseIntError> {
        let n = if let Some(text) = text {
            with!(scope() => { text.parse()? })
        } else {
            -1_i64
        };
        Ok(n)
    }
    (run(Some("4")), run(None), run(Some("")))
}

fn infer_from_an_operand() -> impl Debug {
    fn run() -> Result<bool, ParseIntError> {
        let limit = 300_u16;
        Ok(limit > with!(scope() => { "299".parse()? }))
    }
    run()
}

fn infer_from_a_later_use() -> impl Debug {
    fn run() -> Result<u8, ParseIntError> {
        let n = with!(scope() => { "7".parse()? });
        let m: u8 = n;
        Ok(m)
    }
    run()
}

fn infer_an_empty_vec_from_later() -> impl Debug {
    let mut v = with!(scope() => { Vec::new() });
    v.push("text");
    let mut none = with!(scope() => { None });
    none.get_or_insert(1_u8);
    (v, none)
}

fn infer_an_outer_vec_from_inside() -> impl Debug {
    let mut v = Vec::new();
    with!(scope() => {
        v.push(1_u8);
    });
    v
}

fn infer_an_integer_from_later() -> impl Debug {
    let n = with!(scope() => { 5 });
    let bytes: [u16; 1] = [n];
    bytes
}

fn infer_an_integer_by_default() -> impl Debug {
    let n = with!(own(2) as two => { two + 3 });
    (n, with!(scope() => { 1.5 }))
}

fn collect_as_the_tail() -> impl Debug {
    fn squares(n: u32) -> BTreeMap<u32, u32> {
        with!(scope() => { (0..n).map(|n| (n, n * n)).collect() })
    }
    squares(3)
}

fn collect_and_return() -> impl Debug {
    fn words(text: &str) -> Vec<String> {
        with!(scope() => {
            if text.is_empty() {
                return ["none"].iter().map(ToString::to_string).collect();
            }
            text.split(' ').map(Into::into).collect()
        })
    }
    (words(""), words("a b"))
}

fn collect_and_raise() -> impl Debug {
    fn numbers(text: &str) -> Result<Vec<u8>, ParseIntError> {
        let numbers = with!(scope() => {
            text.split(',').map(str::parse).collect::<Result<_, _>>()?
        });
        Ok(numbers)
    }
    (numbers("1,2"), numbers("1,x"))
}

fn collect_what_is_told_later() -> impl Debug {
    fn numbers(text: &str) -> Result<Vec<u8>, ParseIntError> {
        with!(scope() => { text.split(',').map(str::parse).collect() })
    }
    let letters = with!(scope() => { "abc".chars().rev().collect() });
    let text: &String = &letters;
    (text.clone(), numbers("3,300"))
}

fn sum_as_the_tail() -> impl Debug {
    fn total(v: &[u8]) -> u64 {
        with!(scope() => { v.iter().copied().map(u64::from).sum() })
    }
    let product: i128 = with!(own(vec![1, 2, 3]) as v => { v.into_iter().product() });
    (total(&[255, 255]), product)
}

fn default_as_the_tail() -> impl Debug {
    fn config() -> Config {
        with!(scope() => { Default::default() })
    }
    fn early(now: bool) -> (u8, String) {
        with!(scope() => {
            if now {
                return Default::default();
            }
        });
        (1, "late".into())
    }
    (config(), early(true), early(false))
}

fn into_as_the_tail() -> impl Debug {
    fn wide(n: u8) -> u64 {
        with!(scope() => { n.into() })
    }
    let text: Box<str> = with!(scope() => { "text".into() });
    (wide(9), text)
}

fn none_and_ok_as_the_tail() -> impl Debug {
    fn none() -> Option<Vec<u8>> {
        with!(scope() => { None })
    }
    fn ok() -> Result<(), Box<dyn Error>> {
        with!(scope() => { Ok(()) })
    }
    fn err() -> Result<u8, String> {
        with!(scope() => { Err("err".into()) })
    }
    (none(), ok().is_ok(), err())
}

fn parse_generically() -> impl Debug {
    fn parse<T: FromStr>(text: &str) -> Result<T, T::Err>
    where
        T::Err: 'static,
    {
        let value = with!(scope() => { text.trim().parse::<T>()? });
        Ok(value)
    }
    (parse::<u8>(" 3"), parse::<f32>("1.5"), parse::<bool>("yes"))
}

fn parse_with_another_error() -> impl Debug {
    fn pair<A, B, E>(text: &str) -> Result<(A, B), E>
    where
        A: FromStr,
        B: FromStr,
        A::Err: Into<E> + 'static,
        B::Err: Into<E> + 'static,
        E: From<&'static str> + 'static,
    {
        with!(scope() => {
            let mut parts = text.splitn(2, ':');
            let a = parts.next().ok_or("no first")?;
            let b = parts.next().ok_or("no second")?;
            let a = a.parse().map_err(Into::<E>::into)?;
            let b = b.parse().map_err(Into::<E>::into)?;
            Ok((a, b))
        })
    }
    let text = |result: Result<(u8, bool), Box<dyn Error>>| result.map_err(|e| e.to_string());
    (text(pair("1:true")), text(pair("1")), text(pair("1:?")))
}

fn learn_the_error_type_late() -> impl Debug {
    fn run(text: &str) -> Result<u8, ParseIntError> {
        let n = with!(scope() => { text.parse()? });
        Ok(n)
    }
    (run("1"), run("x"))
}

fn learn_the_type_of_collected_errors_late() -> impl Debug {
    fn run(text: &str) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut all = Vec::new();
        with!(scope() => {
            for word in text.split(' ') {
                all.push(word.parse()?);
            }
        });
        Ok(all)
    }
    (
        run("1 2").ok(),
        run("1 x").map_err(|error| error.to_string()),
    )
}

fn return_from_an_untyped_closure() -> impl Debug {
    let f = |x| {
        with!(scope() => {
            if x > 2 {
                return 5;
            }
            x
        })
    };
    (f(1), f(3))
}

fn return_only_from_an_untyped_closure() -> impl Debug {
    let f = |()| with!(scope() => { return 5; });
    f(())
}

fn raise_in_an_untyped_closure() -> impl Debug {
    let parse = |text: &str| {
        let n = with!(scope() => { text.parse::<u8>()? });
        Ok::<_, ParseIntError>(n)
    };
    (parse("1"), parse(""))
}

fn return_and_raise_in_an_untyped_closure() -> impl Debug {
    let find = |key: &str| {
        with!(scope() => {
            if key.is_empty() {
                return None;
            }
            let c = key.chars().next()?;
            Some((c, key.len()))
        })
    };
    (find(""), find("key"))
}

fn infer_the_parameter_of_a_closure() -> impl Debug {
    let mut evens = vec![1, 2, 3, 4];
    evens.retain(|n| with!(scope() => { n % 2 == 0 }));
    let lengths: Vec<_> = ["a", "bb"]
        .iter()
        .map(|s| with!(own(s) as s => { s.len() }))
        .collect();
    (evens, lengths)
}

fn infer_a_break_value() -> impl Debug {
    let x: u8 = 'found: {
        with!(own(3) as n => {
            if n == 3 {
                break 'found "33".parse().unwrap_or_default();
            }
        });
        0
    };
    let y: i64 = loop {
        with!(scope() => {
            break 7;
        });
    };
    (x, y)
}

fn infer_what_a_loop_breaks_with() -> impl Debug {
    let mut n = 1;
    let found = loop {
        with!(scope() => {
            n *= 2;
            if n > 100 {
                break Some(n);
            }
        });
    };
    found
}

fn infer_a_generic_return() -> impl Debug {
    fn lookup<K, V>(map: &BTreeMap<K, V>, key: &K) -> Result<V, String>
    where
        K: Display + Ord,
        V: Clone,
    {
        with!(scope() => {
            if let Some(value) = map.get(key) {
                return Ok(value.clone());
            }
            Err(format!("no {key}"))
        })
    }
    let mut map = BTreeMap::new();
    map.insert(1, 'a');
    (lookup(&map, &1), lookup(&map, &2))
}

fn infer_a_const_generic() -> impl Debug {
    fn array<const N: usize>(v: &[u8]) -> Option<[u8; N]> {
        let mut array = [0; N];
        with!(scope() => {
            for (i, slot) in array.iter_mut().enumerate() {
                *slot = *v.get(i)?;
            }
        });
        Some(array)
    }
    let two: Option<[u8; 2]> = array(b"abc");
    (two, array::<4>(b"abc"))
}

fn infer_through_two_statements() -> impl Debug {
    fn run(text: &str) -> Result<u32, ParseIntError> {
        let n = with!(own(text) as a => {
            with!(own(a) as b => { b.parse()? })
        });
        Ok(n)
    }
    (run("8"), run("?"))
}

fn infer_the_managers_value() -> impl Debug {
    let v: Vec<u8> = with!(own(Vec::new()) as mut v => {
        v.push(1);
        v
    });
    let n: u16 = with!(own("16".parse().unwrap_or_default()) as n => { n });
    (v, n)
}

fn parse_generically_with_an_error() -> impl Debug {
    fn parse<T>(text: &str) -> Result<T, Box<dyn Error>>
    where
        T: FromStr,
        T::Err: Error + 'static,
    {
        let value = with!(scope() => { text.parse()? });
        Ok(value)
    }
    let text = |result: Result<u8, Box<dyn Error>>| result.map_err(|error| error.to_string());
    (text(parse("1")), text(parse("x")))
}

fn raise_generically() -> impl Debug {
    fn into<E: From<ParseIntError> + 'static>(text: &str) -> Result<u8, E> {
        with!(scope() => { Ok(text.parse::<u8>()?) })
    }
    fn from<E: 'static>(result: Result<u8, E>) -> Result<u8, E> {
        let n = with!(scope() => { result? });
        Ok(n + 1)
    }
    (
        into::<ParseIntError>("x"),
        into::<Box<dyn Error>>("1").ok(),
        from(Ok::<_, ()>(1)),
        from(Err('e')),
    )
}

fn raise_what_is_no_error() -> impl Debug {
    #[derive(Debug, PartialEq)]
    struct Plain;
    struct Silent;
    fn plain(n: u8) -> Result<u8, Plain> {
        with!(scope() => {
            n.checked_add(1).ok_or(Plain)?;
        });
        Ok(n)
    }
    fn silent(n: u8) -> Result<u8, Silent> {
        Ok(with!(scope() => { n.checked_sub(1).ok_or(Silent)? }))
    }
    fn shared(n: Result<u8, Rc<str>>) -> Result<u8, Rc<str>> {
        Ok(with!(scope() => { n? }))
    }
    (
        plain(1),
        plain(255),
        silent(0).is_err(),
        shared(Err("rc".into())),
    )
}

fn raise_what_is_told_by_the_caller() -> impl Debug {
    let check = |text: &str| {
        with!(scope() => {
            text.parse::<u8>()?;
        });
        Ok(())
    };
    let checked: Result<(), ParseIntError> = check("1");
    (checked, check(""))
}

fn raise_boxed_errors() -> impl Debug {
    fn send(text: &str) -> Result<u8, Box<dyn Error + Send + Sync>> {
        Ok(with!(scope() => { text.parse()? }))
    }
    fn run(text: &str) -> Result<u8, Box<dyn Error + Send + Sync>> {
        with!(scope() => {
            let n = send(text)?;
            return Ok(n);
        });
    }
    (run("1").ok(), run("x").map_err(|error| error.to_string()))
}

fn infer_an_element() -> impl Debug {
    let a = [with!(scope() => { 1 }), 2_u8];
    let b = vec![Some(with!(scope() => { 3 })), None::<u16>];
    let c = (
        with!(scope() => { vec![1, 2] }).len(),
        with!(scope() => { "a" }).to_owned() + "b",
    );
    (a, b, c)
}

fn infer_an_argument_later() -> impl Debug {
    fn take(n: u8) -> u8 {
        n
    }
    fn run(text: &str) -> Result<u8, ParseIntError> {
        let n = with!(scope() => {
            if text.is_empty() {
                return Ok(0);
            }
            text.parse()?
        });
        Ok(take(n))
    }
    (run("1"), run(""), run("x"))
}

fn infer_in_an_async_block() -> impl Debug {
    let future = async {
        let n = with!(scope() => {
            pause().await;
            "1".parse::<u8>()?
        });
        with!(scope() => {
            if n == 1 {
                return Ok(10);
            }
        });
        Ok::<_, ParseIntError>(n)
    };
    block_on(future)
}

fn learn_the_signature_of_a_closure() -> impl Debug {
    fn boxed(n: u8) -> Box<dyn Fn(&str) -> usize> {
        with!(scope() => {
            if n == 0 {
                return Box::new(|text| text.len() * 3);
            }
            Box::new(move |text| text.len() + usize::from(n))
        })
    }
    let pointer: fn(&str) -> &str = with!(scope() => { |text| &text[1..] });
    let picked: Box<dyn Fn(&str) -> usize> = 'pick: {
        with!(scope() => {
            if pointer("ab") == "b" {
                break 'pick Box::new(|text| text.len() * 2);
            }
        });
        Box::new(|text| text.len() * 4)
    };
    (boxed(0)("a"), boxed(1)("a"), picked("abc"))
}

fn return_a_result_of_an_opaque_type() -> impl Debug {
    fn shown(n: i32) -> Result<impl Display, String> {
        with!(scope() => {
            if n < 0 {
                return Err("negative".into());
            }
            if n == 0 {
                return Ok(7);
            }
            let n = n.checked_sub(2).ok_or("too small")?;
            Ok(n)
        })
    }
    let text = |n| shown(n).map(|shown| shown.to_string());
    (text(-1), text(0), text(1), text(5), text(i32::MIN))
}

fn return_boxes_with_a_lifetime() -> impl Debug {
    fn shown<'a>(text: &'a str, n: &'a u8) -> Box<dyn Display + 'a> {
        with!(scope() => {
            if text.is_empty() {
                return Box::new(n);
            }
            Box::new(text)
        })
    }
    fn boxed<'a>(n: &'a u8) -> std::pin::Pin<Box<dyn Future<Output = u8> + 'a>> {
        with!(scope() => {
            if *n == 0 {
                return Box::pin(async { 9 });
            }
            Box::pin(async move {
                pause().await;
                *n
            })
        })
    }
    (
        shown("", &1).to_string(),
        shown("a", &1).to_string(),
        block_on(boxed(&0)),
        block_on(boxed(&2)),
    )
}

fn return_what_is_promoted() -> impl Debug {
    fn constant(n: u8) -> &'static u8 {
        with!(scope() => {
            const SEVEN: u8 = 7;
            if n == 0 {
                return &5;
            }
            &SEVEN
        })
    }
    let f: &dyn Fn(u8) -> u8 = with!(scope() => { &|n| n + 1 });
    (constant(0), constant(1), f(1))
}

fn return_from_closures_of_iterators() -> impl Debug {
    fn initials(words: &[&str]) -> Vec<char> {
        let first = |word: &&str| {
            with!(scope() => {
                let c = word.chars().next()?;
                if c == 'x' {
                    return None;
                }
                Some(c)
            })
        };
        words.iter().filter_map(first).collect()
    }
    let words = ["a", "", "x", "b"];
    let total = words.iter().fold(0, |total, word| {
        with!(scope() => {
            if word.is_empty() {
                return total;
            }
            total * 10 + word.len()
        })
    });
    let texts = words.iter().map(|word| {
        with!(scope() => {
            if word.is_empty() {
                return "empty".into();
            }
            word.to_string()
        })
    });
    (initials(&words), total, texts.collect::<Vec<_>>())
}

fn raise_whatever_happens() -> impl Debug {
    fn text() -> Result<u8, String> {
        with!(scope() => { Err("always")? })
    }
    fn none(n: u8) -> Option<u8> {
        with!(scope() => {
            if n == 1 {
                None?
            }
            Some(n)
        })
    }
    (text(), none(1), none(2))
}

// Blocks that don't reach their end.

fn end_with_a_return() -> impl Debug {
    fn run(mut x: u32) -> u32 {
        with!(scope() => {
            x += 1;
            return x;
        });
    }
    run(1)
}

fn end_with_a_nested_return() -> impl Debug {
    fn run(x: u32) -> u32 {
        with!(own(x) as x => {
            with!(own(x + 1) as y => {
                return x * y;
            });
        });
    }
    run(3)
}

fn end_with_a_joined_return() -> impl Debug {
    fn run(x: u32) -> u32 {
        with!(own(x) as x, own(x + 1) as y => {
            return x * y;
        });
    }
    run(4)
}

fn end_with_returns_on_both_branches() -> impl Debug {
    fn run(x: u32) -> &'static str {
        with!(scope() => {
            if x > 1 {
                return "many";
            } else {
                return "few";
            }
        });
    }
    (run(1), run(2))
}

fn end_with_returns_in_every_arm() -> impl Debug {
    fn run(x: Option<u32>) -> u32 {
        with!(scope() => {
            match x {
                Some(x) => return x,
                None => return 0,
            }
        });
    }
    (run(Some(2)), run(None))
}

fn end_with_a_return_of_nothing() -> impl Debug {
    fn run(log: &Log) {
        with!(scope() => {
            log.borrow_mut().push("ran");
            return;
        });
    }
    let log = Log::default();
    run(&log);
    log
}

fn end_a_closure_with_a_return() -> impl Debug {
    let f = |n: u8| -> u16 {
        with!(scope() => {
            return n.into();
        });
    };
    f(3)
}

fn end_with_a_loop() -> impl Debug {
    fn run(mut n: u32) -> u32 {
        with!(scope() => {
            loop {
                if n > 10 {
                    return n;
                }
                n *= 3;
            }
        });
    }
    run(1)
}

fn end_with_a_loop_as_the_tail() -> impl Debug {
    fn run(mut n: u32) -> u32 {
        with!(scope() => {
            loop {
                if n > 10 {
                    return n;
                }
                n *= 3;
            }
        })
    }
    run(2)
}

fn end_with_a_panic() -> impl Debug {
    fn run() -> u32 {
        with!(scope() => { panic!("on purpose") })
    }
    panic_message(run)
}

fn end_with_a_panic_statement() -> impl Debug {
    fn run() -> u32 {
        with!(scope() => {
            panic!("on purpose");
        });
    }
    panic_message(run)
}

fn end_with_unreachable() -> impl Debug {
    fn sign(n: i32) -> &'static str {
        if n > 0 {
            "plus"
        } else if n <= 0 {
            "other"
        } else {
            with!(scope() => { unreachable!() })
        }
    }
    (sign(1), sign(0))
}

fn diverge_by_an_exit_of_the_process() -> impl Debug {
    fn value(n: Option<u32>) -> u32 {
        with!(scope() => {
            if n.is_none() {
                process::exit(3);
            }
            match n {
                Some(n) => n,
                None => process::exit(4),
            }
        })
    }
    (value(Some(1)), value(Some(2)))
}

fn never_return() -> impl Debug {
    fn fail() -> ! {
        with!(scope() => { panic!("never") })
    }
    fn run() -> u32 {
        fail()
    }
    panic_message(run)
}

fn diverge_in_let_else() -> impl Debug {
    fn run(n: Option<u32>) -> u32 {
        let Some(n) = n else {
            with!(scope() => { return 0 })
        };
        let Some(m) = n.checked_sub(5) else {
            with!(scope() => {
                return n;
            });
        };
        m
    }
    (run(None), run(Some(2)), run(Some(7)))
}

fn diverge_in_let_else_of_a_loop() -> impl Debug {
    let mut all = Vec::new();
    for word in ["1", "x", "3", "", "5"].iter() {
        let Ok(n) = word.parse::<u8>() else {
            with!(own(word) as word => {
                if word.is_empty() {
                    break;
                }
                continue;
            })
        };
        all.push(n);
    }
    all
}

fn diverge_in_let_else_with_a_label() -> impl Debug {
    let mut all = Vec::new();
    'rows: for row in [&[1_i8, 2][..], &[-1, 5], &[3]].iter() {
        for n in row.iter() {
            let Ok(n) = u32::from_str(&n.to_string()) else {
                with!(scope() => { continue 'rows });
            };
            all.push(n);
        }
    }
    all
}

fn diverge_in_an_arm() -> impl Debug {
    fn run(n: Option<u32>) -> String {
        let n = match n {
            Some(n) => n,
            None => with!(scope() => { return "none".to_owned() }),
        };
        let text = match n {
            0 => with!(scope() => { return "zero".into(); }),
            n => n.to_string(),
        };
        text + "!"
    }
    (run(None), run(Some(0)), run(Some(1)))
}

fn diverge_in_arms_of_a_loop() -> impl Debug {
    let mut sum = 0;
    for n in 0..10 {
        sum += match n {
            2 => with!(scope() => { continue }),
            5 => with!(scope() => { break; }),
            n => n,
        };
    }
    sum
}

fn diverge_in_a_branch() -> impl Debug {
    fn run(n: i32) -> Result<i32, String> {
        let n: i32 = if n < 0 {
            with!(scope() => { return Err("negative".into()) })
        } else {
            n + 1
        };
        Ok(n)
    }
    (run(-1), run(1))
}

fn diverge_in_a_branch_inside() -> impl Debug {
    fn run(n: i32) -> i32 {
        with!(own(n) as n => {
            let n = if n < 0 { return -n } else { n };
            let n = match n {
                0 => return 100,
                n => n * 10,
            };
            n + 1
        })
    }
    (run(-1), run(0), run(1))
}

fn diverge_in_a_closure() -> impl Debug {
    fn digit(c: char) -> u32 {
        c.to_digit(10)
            .unwrap_or_else(|| with!(scope() => { panic!("no digit") }))
    }
    (digit('7'), panic_message(|| digit('x')))
}

fn diverge_by_a_raise() -> impl Debug {
    fn run(n: u8) -> Result<u8, String> {
        with!(scope() => {
            if n > 1 {
                return Ok(n);
            }
            Err(format!("{n} is too small"))?
        })
    }
    (run(1), run(2))
}

fn loop_until_a_statement_leaves() -> impl Debug {
    fn run() -> u32 {
        let mut n = 0;
        loop {
            with!(scope() => {
                n += 1;
                if n == 4 {
                    return n;
                }
            });
        }
    }
    let mut m = 0;
    let m = 'outer: loop {
        loop {
            with!(lend(&mut m) as m => {
                *m += 1;
                if *m == 5 {
                    break 'outer *m;
                }
            });
        }
    };
    (run(), m)
}

fn leave_before_what_follows() -> impl Debug {
    fn run(n: u32) -> Option<u32> {
        with!(scope() => {
            let n = n.checked_sub(1)?;
            with!(scope() => {
                if n == 0 {
                    return None;
                }
            });
            return Some(n);
        });
    }
    (run(0), run(1), run(2))
}

fn end_with_a_block() -> impl Debug {
    fn run(n: u32) -> u32 {
        with!(scope() => {
            {
                let n = n + 1;
                return n;
            }
        });
    }
    run(1)
}

fn end_with_a_return_as_the_tail() -> impl Debug {
    fn run(n: u32) -> u32 {
        with!(scope() => { return n + 1 })
    }
    run(1)
}

fn end_with_a_chain_of_branches() -> impl Debug {
    fn run(n: i32) -> &'static str {
        with!(scope() => {
            if n > 0 {
                return "plus";
            } else if let 0 = n {
                return "zero";
            } else {
                panic!("minus");
            }
        });
    }
    (run(1), run(0))
}

fn end_with_arms_that_diverge() -> impl Debug {
    fn run(numbers: &[Option<u32>]) -> u32 {
        let mut sum = 0;
        for n in numbers {
            with!(scope() => {
                match n {
                    Some(0) => return sum,
                    Some(9) => break,
                    Some(n) => {
                        sum += n;
                        continue;
                    }
                    None => panic!("none"),
                }
            });
        }
        sum * 100
    }
    (
        run(&[Some(1), Some(0)]),
        run(&[Some(1), Some(9)]),
        run(&[Some(1)]),
    )
}

fn end_with_a_break_of_a_block() -> impl Debug {
    let x = 'a: { with!(scope() => { break 'a 1 }) };
    let y = 'b: {
        with!(scope() => {
            break 'b x + 1;
        });
    };
    (x, y)
}

fn end_with_a_jump_in_a_loop() -> impl Debug {
    let mut seen = Vec::new();
    for n in 0..3 {
        seen.push(n);
        with!(scope() => {
            continue;
        });
    }
    'outer: for n in 3.. {
        loop {
            seen.push(n);
            with!(scope() => {
                if n < 5 {
                    continue 'outer;
                } else {
                    break 'outer;
                }
            });
        }
    }
    seen
}

fn diverge_twice_in_one_match() -> impl Debug {
    fn run(n: i32) -> Result<Vec<i32>, String> {
        let mut all = Vec::new();
        for m in 0..n {
            let m = match m {
                1 => with!(scope() => { continue }),
                3 => with!(own(m) as m => { return Err(format!("{all:?} {m}")) }),
                m => m,
            };
            all.push(m);
        }
        Ok(all)
    }
    (run(3), run(4))
}

fn resume_a_panic() -> impl Debug {
    fn inner() -> u32 {
        with!(scope() => { panic!("inner") })
    }
    fn run() -> u32 {
        with!(scope() => {
            match std::panic::catch_unwind(inner) {
                Ok(n) => n,
                Err(payload) => std::panic::resume_unwind(payload),
            }
        })
    }
    panic_message(run)
}

// Coercions.

fn coerce_each_return_to_a_trait_object() -> impl Debug {
    fn shape(n: u32) -> Box<dyn Shape> {
        with!(scope() => {
            if n == 0 {
                return Box::new(Circle);
            }
            if n == 1 {
                return Box::new(Square(n));
            }
            Box::new(Square(n * n))
        })
    }
    (shape(0).name(), shape(1).name(), shape(2).name())
}

fn coerce_the_tail_to_a_trait_object() -> impl Debug {
    let shape: Rc<dyn Shape> = with!(scope() => { Rc::new(Circle) });
    let shapes: Vec<Box<dyn Shape>> = vec![
        with!(scope() => { Box::new(Circle) }),
        with!(own(3) as n => { Box::new(Square(n)) }),
    ];
    (
        shape.name(),
        shapes.iter().map(|shape| shape.name()).collect::<String>(),
    )
}

fn coerce_inside_an_option() -> impl Debug {
    fn shape(name: &str) -> Option<Box<dyn Shape>> {
        with!(scope() => {
            if name == "circle" {
                return Some(Box::new(Circle));
            }
            if let Some(size) = name.strip_prefix("square ") {
                return Some(Box::new(Square(size.parse().ok()?)));
            }
            None
        })
    }
    let name = |shape: Option<Box<dyn Shape>>| shape.map(|shape| shape.name());
    (
        name(shape("circle")),
        name(shape("square 2")),
        name(shape("square")),
    )
}

fn coerce_break_values_to_a_trait_object() -> impl Debug {
    fn shape(n: u32) -> String {
        let shape: Box<dyn Shape> = 'pick: {
            with!(scope() => {
                if n == 0 {
                    break 'pick Box::new(Circle);
                }
                if n == 1 {
                    break 'pick Box::new(Square(1));
                }
            });
            Box::new(Square(n * 2))
        };
        shape.name()
    }
    (shape(0), shape(1), shape(2))
}

fn coerce_a_break_value_of_a_loop() -> impl Debug {
    let mut n = 0;
    let shape: Box<dyn Shape> = loop {
        n += 1;
        with!(scope() => {
            if n == 3 {
                break Box::new(Square(n));
            }
        });
    };
    shape.name()
}

fn coerce_different_closures() -> impl Debug {
    fn adder(n: i32) -> Box<dyn Fn(i32) -> i32> {
        with!(scope() => {
            if n == 0 {
                return Box::new(|x| x);
            }
            Box::new(move |x| x + n)
        })
    }
    (adder(0)(1), adder(2)(1))
}

fn coerce_different_iterators() -> impl Debug {
    fn numbers(up: bool) -> Box<dyn Iterator<Item = u32>> {
        with!(scope() => {
            if up {
                return Box::new(0..3);
            }
            Box::new((0..3).rev())
        })
    }
    (
        numbers(true).collect::<Vec<_>>(),
        numbers(false).collect::<Vec<_>>(),
    )
}

fn coerce_errors_raised() -> impl Debug {
    fn run(text: &str) -> Result<char, Box<dyn Error>> {
        with!(scope() => {
            let n = text.parse::<u8>()?;
            let bytes = [n];
            let text = std::str::from_utf8(&bytes)?;
            let c = text.chars().next().ok_or("empty")?;
            if c == '0' {
                Err("a zero")?;
            }
            Ok(c)
        })
    }
    let run = |text| run(text).map_err(|error| error.to_string());
    (run("65"), run("x"), run("255"), run("48"))
}

fn coerce_errors_returned() -> impl Debug {
    fn run(n: u32) -> Result<u32, Box<dyn Error + Send + Sync>> {
        with!(scope() => {
            if n == 0 {
                return Err("zero".into());
            }
            if n == 1 {
                return Err(Box::new(fmt::Error));
            }
            Ok(n)
        })
    }
    let run = |n| run(n).map_err(|error| error.to_string());
    (run(0), run(1), run(2))
}

fn convert_errors_raised() -> impl Debug {
    #[derive(Debug)]
    enum Failure {
        Parse(ParseIntError),
        Format(fmt::Error),
        Text(String),
    }
    impl Failure {
        fn text(self) -> String {
            match self {
                Failure::Parse(error) => error.to_string(),
                Failure::Format(error) => error.to_string(),
                Failure::Text(text) => text,
            }
        }
    }
    impl From<ParseIntError> for Failure {
        fn from(error: ParseIntError) -> Self {
            Failure::Parse(error)
        }
    }
    impl From<fmt::Error> for Failure {
        fn from(error: fmt::Error) -> Self {
            Failure::Format(error)
        }
    }
    impl From<&str> for Failure {
        fn from(error: &str) -> Self {
            Failure::Text(error.to_owned())
        }
    }
    fn run(text: &str) -> Result<String, Failure> {
        let mut output = String::new();
        with!(scope() => {
            let n: u8 = text.parse()?;
            if n == 0 {
                Err(fmt::Error)?;
            }
            write!(output, "{n:02}")?;
            let last = output.pop().ok_or("empty")?;
            output.insert(0, last);
        });
        Ok(output)
    }
    let run = |text| run(text).map_err(Failure::text);
    (run("x"), run("0"), run("12"))
}

fn coerce_arrays_to_slices() -> impl Debug {
    fn primes(n: u32) -> &'static [u32] {
        with!(scope() => {
            if n < 3 {
                return &[2];
            }
            if n < 5 {
                return &[2, 3];
            }
            &[2, 3, 5]
        })
    }
    let some: &[u8] = with!(scope() => { &[1, 2] });
    (primes(2), primes(4), primes(5), some)
}

fn coerce_by_deref() -> impl Debug {
    struct Names(Vec<String>);
    impl Names {
        fn all(&self) -> &[String] {
            with!(scope() => { &self.0 })
        }
        fn first(&mut self) -> &str {
            with!(scope() => {
                if let Some(first) = self.0.first_mut() {
                    first.push('!');
                    return first;
                }
            });
            ""
        }
        fn boxed(self) -> Box<[String]> {
            with!(scope() => { return self.0.into(); });
        }
    }
    let mut names = Names(vec!["a".to_owned()]);
    (names.first().to_owned(), names.all().len(), names.boxed())
}

fn coerce_mutable_to_shared() -> impl Debug {
    fn seen<'a>(n: &'a mut u32, zero: &'a u32) -> &'a u32 {
        with!(scope() => {
            if *n == 0 {
                return zero;
            }
            *n += 1;
            n
        })
    }
    (*seen(&mut 0, &10), *seen(&mut 1, &10))
}

fn coerce_functions_to_pointers() -> impl Debug {
    fn double(n: i32) -> i32 {
        n * 2
    }
    fn negate(n: i32) -> i32 {
        -n
    }
    fn pick(name: &str) -> fn(i32) -> i32 {
        with!(scope() => {
            match name {
                "double" => return double,
                "negate" => return negate,
                _ => {}
            }
            |n| n + 1
        })
    }
    let f: fn(i32) -> i32 = with!(scope() => { double });
    (f(5), pick("double")(5), pick("negate")(5), pick("")(5))
}

fn coerce_closures_to_pointers() -> impl Debug {
    let operators: [fn(u32, u32) -> u32; 2] = [
        with!(scope() => { |a, b| a + b }),
        with!(scope() => { |a, b| a * b }),
    ];
    let f: fn(u32) -> u32 = 'pick: {
        with!(scope() => {
            if operators.len() == 2 {
                break 'pick |n| n + 2;
            }
        });
        |n| n
    };
    (operators[0](2, 3), operators[1](2, 3), f(1))
}

fn coerce_an_argument() -> impl Debug {
    fn describe(shapes: &[Box<dyn Shape>], extra: &dyn Shape) -> String {
        shapes.iter().map(|shape| shape.name()).collect::<String>() + &extra.name()
    }
    with!(own(Square(7)) as square => {
        describe(&[Box::new(Circle), Box::new(Square(1))], &square)
    })
}

fn coerce_a_branch_of_the_tail() -> impl Debug {
    fn shape(n: u32) -> Box<dyn Shape> {
        with!(scope() => {
            if n == 0 {
                Box::new(Circle)
            } else {
                Box::new(Square(n))
            }
        })
    }
    fn other(n: u32) -> Box<dyn Shape> {
        with!(scope() => {
            match n {
                0 => Box::new(Circle),
                n => return Box::new(Square(n)),
            }
        })
    }
    (
        shape(0).name(),
        shape(1).name(),
        other(0).name(),
        other(1).name(),
    )
}

fn coerce_inside_smart_pointers() -> impl Debug {
    fn cell() -> Rc<RefCell<dyn Debug>> {
        with!(scope() => { Rc::new(RefCell::new(1)) })
    }
    fn boxed(more: bool) -> Box<[u8]> {
        with!(scope() => {
            if more {
                return Box::new([1, 2]);
            }
            Box::new([1])
        })
    }
    fn slice(more: bool) -> Option<&'static [u8]> {
        with!(scope() => {
            if more {
                return Some(&[1, 2]);
            }
            Some(&[1])
        })
    }
    (cell(), boxed(true), boxed(false), slice(true), slice(false))
}

// Ways out.

fn raise_in_the_condition_of_while_let() -> impl Debug {
    struct Lines(VecDeque<Result<&'static str, String>>);
    impl Lines {
        fn next(&mut self) -> Result<Option<&'static str>, String> {
            self.0.pop_front().transpose()
        }
    }
    fn join(lines: &[Result<&'static str, String>]) -> Result<String, String> {
        let mut lines = Lines(lines.iter().cloned().collect());
        let mut joined = String::new();
        with!(scope() => {
            while let Some(line) = lines.next()? {
                joined.push_str(line);
            }
        });
        Ok(joined)
    }
    (
        join(&[Ok("a"), Ok("b")]),
        join(&[Ok("a"), Err("bad".to_owned())]),
    )
}

fn return_else() -> impl Debug {
    fn run(text: Option<&str>) -> usize {
        with!(scope() => {
            if let Some(text) = text {
                text.len()
            } else {
                return 99;
            }
        })
    }
    (run(Some("text")), run(None))
}

fn raise_and_return_in_let_else() -> impl Debug {
    fn find(text: &str, key: char) -> Result<Option<u8>, ParseIntError> {
        fn digit(text: &str) -> Result<Option<u8>, ParseIntError> {
            text.get(1..).map(str::parse).transpose()
        }
        with!(scope() => {
            let Some(at) = text.find(key) else {
                return Ok(None);
            };
            let Some(n) = digit(&text[at..])? else {
                return Ok(Some(0));
            };
            return Ok(Some(n));
        });
    }
    (
        find("a1", 'a'),
        find("a1", 'b'),
        find("", 'a'),
        find("ax", 'a'),
    )
}

fn raise_in_a_guard() -> impl Debug {
    fn even(n: i32) -> Result<bool, String> {
        if n < 0 {
            Err(format!("{n} is negative"))
        } else {
            Ok(n % 2 == 0)
        }
    }
    fn describe(n: i32) -> Result<&'static str, String> {
        let text = with!(own(n) as n => {
            match n {
                0 => "zero",
                n if even(n)? => "even",
                _ if n > 10 => return Ok("large and odd"),
                _ => "odd",
            }
        });
        Ok(text)
    }
    (
        describe(0),
        describe(2),
        describe(13),
        describe(3),
        describe(-1),
    )
}

fn raise_in_a_chain() -> impl Debug {
    #[derive(Debug)]
    struct Stack(Vec<u32>);
    impl Stack {
        fn push(mut self, n: u32) -> Result<Self, String> {
            if self.0.len() == 3 {
                return Err(format!("{:?} is full", self.0));
            }
            self.0.push(n);
            Ok(self)
        }
    }
    fn run(n: u32) -> Result<Stack, String> {
        let stack = Stack((0..n).collect());
        Ok(with!(own(stack) as stack => { stack.push(10)?.push(11)? }))
    }
    (run(1), run(2))
}

fn raise_in_conditions() -> impl Debug {
    fn run(a: Option<bool>, b: Option<bool>) -> Option<u32> {
        let mut n = 0;
        with!(scope() => {
            if a? && !b? {
                n += 1;
            } else if a? || b? {
                n += 10;
            }
            while n < 5 && !a? {
                n += 1;
            }
        });
        Some(n)
    }
    (
        run(Some(true), Some(false)),
        run(Some(true), None),
        run(Some(false), Some(false)),
        run(Some(false), Some(true)),
    )
}

fn raise_in_an_index() -> impl Debug {
    fn pick(v: &mut [u32], at: Option<usize>, to: Option<u32>) -> Option<u32> {
        with!(scope() => {
            v[at?] = to?;
            v[at? % 2] += to?;
            let part = &v[..=at?];
            Some(part.iter().sum())
        })
    }
    let mut v = [1, 2, 3];
    let picked = (
        pick(&mut v, Some(2), Some(5)),
        pick(&mut v, None, None),
        pick(&mut v, Some(1), None),
    );
    (picked, v)
}

fn raise_in_a_struct_literal() -> impl Debug {
    fn run(name: Option<&str>, base: Option<Config>) -> Option<Config> {
        with!(scope() => {
            let name = name?;
            Some(Config {
                name: name.to_owned(),
                depth: name.chars().next()?.into(),
                ..base?
            })
        })
    }
    let base = Config {
        tags: vec!["base".to_owned()],
        ..Config::default()
    };
    (
        run(Some("ab"), Some(base)),
        run(Some("ab"), None),
        run(Some(""), None),
    )
}

fn raise_in_a_range() -> impl Debug {
    fn sum(from: &str, to: &str) -> Result<u32, ParseIntError> {
        let mut sum = 0;
        with!(scope() => {
            for n in from.parse()?..=to.parse::<u32>()? {
                sum += n;
            }
        });
        Ok(sum)
    }
    (sum("1", "3"), sum("1", ""), sum("x", "3"))
}

fn raise_in_arguments() -> impl Debug {
    fn run(a: &str, b: &str) -> Result<(u8, [i32; 2], String), ParseIntError> {
        with!(scope() => {
            let max = u8::max(a.parse()?, b.parse()?);
            let both = [a.parse()?, -b.parse::<i32>()?];
            let text = format!("{}{}", a.parse::<u8>()?, b.parse::<u8>()? as char);
            Ok((max, both, text))
        })
    }
    (run("1", "65"), run("1", ""), run("-1", "65"))
}

fn raise_in_an_assignment() -> impl Debug {
    fn run(texts: &[&str]) -> Result<(u32, u32), ParseIntError> {
        let (mut sum, mut last) = (0, 0);
        for text in texts {
            with!(scope() => {
                sum += text.parse::<u32>()?;
                last = text.parse()?;
            });
        }
        Ok((sum, last))
    }
    (run(&["1", "2"]), run(&["1", "x"]))
}

fn raise_in_what_is_returned() -> impl Debug {
    fn run(text: &str) -> Result<u32, String> {
        with!(scope() => {
            let n = 'found: {
                if text.is_empty() {
                    break 'found 0;
                }
                return Ok(text.parse::<u32>().map_err(|error| error.to_string())?);
            };
            Ok(n)
        })
    }
    fn break_with(n: Option<u32>) -> Option<u32> {
        let n = loop {
            with!(scope() => {
                break n? + 1;
            });
        };
        Some(n)
    }
    (
        run(""),
        run("1"),
        run("x"),
        break_with(Some(1)),
        break_with(None),
    )
}

fn raise_twice_in_one_expression() -> impl Debug {
    fn run(nested: Result<Option<u8>, String>) -> Result<u8, Box<dyn Error>> {
        with!(scope() => {
            let value = Some(nested)
                .ok_or("nothing")??
                .ok_or_else(|| "empty".to_owned())?;
            Ok(value)
        })
    }
    let run = |nested| run(nested).map_err(|error| error.to_string());
    (run(Ok(Some(1))), run(Ok(None)), run(Err("err".to_owned())))
}

fn raise_none() -> impl Debug {
    fn initials(name: &str) -> Option<String> {
        let mut initials = String::new();
        with!(scope() => {
            for word in name.split(' ') {
                initials.push(word.chars().next()?);
            }
        });
        Some(initials)
    }
    (initials("Ada Lovelace"), initials("Ada  Lovelace"))
}

fn raise_in_a_poll_function() -> impl Debug {
    fn poll(ready: Poll<Result<u8, String>>) -> Poll<Result<u16, String>> {
        with!(scope() => {
            let ready = ready?;
            ready.map(|n| Ok(u16::from(n) * 2))
        })
    }
    (
        poll(Poll::Pending),
        poll(Poll::Ready(Ok(200))),
        poll(Poll::Ready(Err("gone".to_owned()))),
    )
}

fn raise_in_a_poll_of_an_option() -> impl Debug {
    type Item = Poll<Option<Result<u8, String>>>;
    fn poll(item: Item) -> Item {
        with!(scope() => {
            let item = item?;
            return item.map(|n| Some(Ok(n? + 1)));
        });
    }
    (
        poll(Poll::Pending),
        poll(Poll::Ready(None)),
        poll(Poll::Ready(Some(Ok(1)))),
        poll(Poll::Ready(Some(Err("gone".to_owned())))),
    )
}

fn break_by_a_question_mark() -> impl Debug {
    fn visit(list: Option<&Node>, sum: &mut u32) -> ControlFlow<u32> {
        with!(scope() => {
            if let Some(node) = list {
                if node.value == 9 {
                    ControlFlow::Break(*sum)?;
                }
                *sum += node.value;
                visit(node.next.as_deref(), sum)?;
            }
        });
        ControlFlow::Continue(())
    }
    (
        visit(list(&[1, 2]).as_deref(), &mut 0),
        visit(list(&[1, 9, 2]).as_deref(), &mut 0),
    )
}

fn return_from_closures_inside() -> impl Debug {
    fn run(texts: &[&str]) -> Result<Vec<u8>, String> {
        with!(scope() => {
            let parse = |text: &&str| -> Result<u8, String> {
                if text.is_empty() {
                    return Ok(0);
                }
                let n: u8 = text.parse().map_err(|_| format!("{text} is no number"))?;
                Ok(n)
            };
            let mut all = Vec::new();
            for text in texts {
                all.push(parse(text)?);
            }
            return Ok(all);
        });
    }
    (run(&["1", ""]), run(&["1", "x"]))
}

fn raise_in_closures_of_iterators() -> impl Debug {
    fn run(texts: &[&str]) -> Result<u32, ParseIntError> {
        let mut sum = 0;
        with!(lend(&mut sum) as sum => {
            texts.iter().try_for_each(|text| {
                *sum += text.parse::<u32>()?;
                Ok(())
            })?;
        });
        Ok(sum)
    }
    (run(&["1", "2"]), run(&["1", ""]))
}

fn raise_in_async_blocks_inside() -> impl Debug {
    fn run(text: &'static str) -> Result<u8, ParseIntError> {
        let future = with!(scope() => {
            async move {
                if text.is_empty() {
                    return Ok(0);
                }
                pause().await;
                let n: u8 = text.parse()?;
                Ok::<_, ParseIntError>(n + 1)
            }
        });
        block_on(future)
    }
    (run("1"), run(""), run("x"))
}

fn await_inside() -> impl Debug {
    async fn read(text: &str) -> Result<u32, ParseIntError> {
        pause().await;
        text.parse()
    }
    async fn sum(texts: &[&str]) -> Result<u32, Box<dyn Error>> {
        let mut sum = 0;
        for text in texts {
            with!(lend(&mut sum) as sum => {
                *sum += read(text).await?;
                if *sum > 100 {
                    return Err("too much".into());
                }
                pause().await;
            });
        }
        Ok(sum)
    }
    let sum = |texts| block_on(sum(texts)).map_err(|error| error.to_string());
    (sum(&["1", "2"]), sum(&["1", "x"]), sum(&["99", "2", "x"]))
}

fn declare_items_inside() -> impl Debug {
    with!(scope() => {
        const LIMIT: usize = 2;
        static NAMES: [&str; 3] = ["a", "b", "c"];
        #[derive(Debug)]
        struct Pair(&'static str, usize);
        impl Pair {
            const ZERO: usize = 0;
        }
        fn name(n: usize) -> Option<&'static str> {
            let name = NAMES.get(n)?;
            if n > LIMIT {
                return None;
            }
            Some(name)
        }
        let first = Pair(name(Pair::ZERO).unwrap_or("none"), LIMIT);
        (format!("{first:?}"), first.0, first.1, name(7))
    })
}

fn declare_a_macro_inside() -> impl Debug {
    with!(own(2) as n => {
        macro_rules! add {
            ($($term:expr),*) => { 0 $(+ $term)* };
        }
        add!(1, n, n * n)
    })
}

fn loop_inside() -> impl Debug {
    let mut seen = Vec::new();
    with!(scope() => {
        for n in 0..9 {
            if n % 2 == 0 {
                continue;
            }
            if n > 6 {
                break;
            }
            seen.push(n);
        }
        let last = loop {
            match seen.pop() {
                Some(n) if n > 3 => continue,
                other => break other,
            }
        };
        (seen, last)
    })
}

fn loop_with_labels_inside() -> impl Debug {
    with!(scope() => {
        let mut found = Vec::new();
        'a: for a in 1_u32.. {
            'b: for b in 1..a {
                for c in 1..b {
                    if a * a == b * b + c * c {
                        found.push((a, b, c));
                        continue 'a;
                    }
                    if found.len() == 2 {
                        break 'a;
                    }
                    if c * c > a * a {
                        continue 'b;
                    }
                }
            }
        }
        found
    })
}

fn label_blocks_inside() -> impl Debug {
    fn grade(points: u32) -> Result<&'static str, String> {
        with!(own(points) as points => {
            let grade = 'grade: {
                if points > 90 {
                    break 'grade "good";
                }
                if points > 100 {
                    return Err("too many".to_owned());
                }
                'low: {
                    if points > 50 {
                        break 'low;
                    }
                    break 'grade "bad";
                }
                "fair"
            };
            Ok(grade)
        })
    }
    (grade(95), grade(60), grade(10))
}

fn jump_to_loops_outside() -> impl Debug {
    let mut seen = Vec::new();
    'rows: for row in 0..5 {
        for column in 0..5 {
            with!(scope() => {
                if column > row {
                    continue 'rows;
                }
                if row + column == 6 {
                    break 'rows;
                }
                if column == 1 {
                    continue;
                }
                if column == 3 {
                    break;
                }
                seen.push((row, column));
            });
        }
        seen.push((row, 100));
    }
    seen
}

fn use_one_label_twice() -> impl Debug {
    let mut n = 0;
    'again: loop {
        with!(scope() => {
            n += 1;
            if n < 3 {
                continue 'again;
            }
            break 'again;
        });
    }
    'again: while n < 10 {
        with!(scope() => {
            'inner: loop {
                n += 2;
                if n % 2 == 0 {
                    break 'inner;
                }
                continue 'again;
            }
            n += 1;
        });
    }
    n
}

fn jump_out_of_two_statements() -> impl Debug {
    let mut seen = Vec::new();
    for n in 0..6 {
        with!(own(n) as a => {
            with!(own(a * 10) as b => {
                if a == 1 {
                    continue;
                }
                if a == 4 {
                    break;
                }
                seen.push(b);
            });
            seen.push(a);
        });
    }
    seen
}

fn jump_out_of_joined_statements() -> impl Debug {
    fn run(limit: u32) -> Result<u32, String> {
        let mut total = 0;
        'all: for n in 0.. {
            with!(own(n) as a, scope(), lend(&mut total) as total => {
                if a == limit {
                    break 'all;
                }
                if a == 5 {
                    return Err(format!("{total} is enough"));
                }
                *total += a.checked_mul(2).ok_or("overflow")?;
            });
        }
        Ok(total)
    }
    (run(3), run(9))
}

fn repeat_while_a_statement_says_so() -> impl Debug {
    let mut n = 27_u32;
    let mut steps = 0;
    while with!(own(n) as n => { n != 1 }) {
        n = with!(scope() => { if n & 1 == 0 { n / 2 } else { 3 * n + 1 } });
        steps += 1;
    }
    steps
}

fn match_on_a_statement() -> impl Debug {
    fn run(text: &str) -> Result<&'static str, String> {
        match with!(own(text) as text => { text.parse::<i32>() }) {
            Ok(n) if with!(scope() => { n < 0 }) => Ok("negative"),
            Ok(_) => Ok("positive"),
            Err(error) => with!(own(error) as error => { Err(error.to_string()) }),
        }
    }
    (run("1"), run("-1"), run("x"))
}

fn loop_over_a_statement() -> impl Debug {
    let mut sum = 0;
    for n in with!(own(3) as n => { 0..n }) {
        sum += with!(scope() => { n * n }) + 1;
    }
    let words = with!(own("a b") as text => { text.split(' ') }).map(str::to_uppercase);
    (sum, words.collect::<Vec<_>>())
}

fn use_a_statement_as_an_operand() -> impl Debug {
    fn run(a: &str) -> Result<u32, ParseIntError> {
        Ok(1 + with!(scope() => { a.parse::<u32>()? }) * with!(own(3) as n => { n }))
    }
    (run("2"), run(""))
}

fn shadow_names() -> impl Debug {
    let x = 1;
    let y = with!(own(x + 1) as x => {
        let x = x * 10;
        let y = x + 1;
        let x = with!(own(y) as y => { y + x });
        x + y
    });
    // The names that a translation might like to use.
    let (mgr, exit, value, exc, result) = (1, 2, 3, 4, 5);
    let sum = with!(own(value) as returned => { mgr + exit + value + exc + result + returned });
    (x, y, sum)
}

fn bind_with_patterns() -> impl Debug {
    struct Point {
        x: i32,
        y: i32,
    }
    let sum = with!(own((1, (2, 3))) as (a, (b, _)) => { a + b });
    let area = with!(own(Point { x: 4, y: 5 }) as Point { x, y: height } => { x * height });
    let all = with!(own([1, 2, 3]) as [first, .., last] => { first + last });
    let by_ref = with!(own(&(6, "six")) as &(n, name) => { format!("{name}{n}") });
    let whole = with!(own((7, vec![8])) as (n, ref v) => { n + v.len() });
    with!(own(8) as _ => { (sum, area, all, by_ref, whole) })
}

fn write_statements_with_any_delimiter() -> impl Debug {
    let mut n = 0;
    with! { lend(&mut n) as n => { *n += 1; } }
    with![scope() => { n += 1; }];
    with! {
        scope() => {
            n += 1;
        }
    }
    n
}

fn write_the_block_after_a_comma() -> impl Debug {
    let mut n = 0;
    with!(lend(&mut n) as n, {
        *n += 1;
    });
    n
}

fn use_names_of_the_prelude() -> impl Debug {
    #[derive(Debug, Clone, Copy)]
    enum Mine {
        Some,
        None,
        Ok,
        Err,
    }
    use Mine::{Err, None, Ok, Some};
    fn run(n: u8) -> Mine {
        with!(scope() => {
            if n == 0 {
                return Ok;
            }
            for _ in 0..n {
                with!(scope() => {
                    if n == 1 {
                        return Err;
                    }
                    if n == 2 {
                        break;
                    }
                });
                return Some;
            }
        });
        None
    }
    (run(0), run(1), run(2), run(3))
}

fn use_labels_of_any_name() -> impl Debug {
    fn run(n: u32) -> Result<u32, String> {
        let returned = 'done: loop {
            let residual = 'end: {
                with!(scope() => {
                    'return0: {
                        if n == 0 {
                            break 'end 1;
                        }
                        if n == 1 {
                            break 'return0;
                        }
                        Err(format!("raised {n}"))?;
                    }
                    break 'done 2;
                });
            };
            break residual + 10;
        };
        Ok(returned)
    }
    (run(0), run(1), run(2))
}

fn locate_calls() -> impl Debug {
    #[track_caller]
    fn line() -> u32 {
        std::panic::Location::caller().line()
    }
    with!(scope() => {
        let first = line();
        let second = with!(scope() => { line() });
        (first, second, line!())
    })
}

fn use_raw_names() -> impl Debug {
    let r#type = 1;
    with!(own(2) as r#match => {
        let r#loop = r#type + r#match;
        (r#loop, r#match)
    })
}

fn assert_inside() -> impl Debug {
    fn run(n: Option<u8>) -> Option<u8> {
        with!(scope() => {
            assert!(n? > 0);
            assert_eq!(n?, 1, "{} is not one", n?);
            Some(n?)
        })
    }
    (run(None), run(Some(1)))
}

fn branch_deeply() -> impl Debug {
    fn run(n: u32) -> Result<&'static str, u32> {
        'outer: loop {
            with!(own(n) as whole => {
                with!(own(whole / 2) as half => {
                    with!(own(half / 2) as quarter => {
                        with!(own(quarter / 2) as eighth => {
                            match eighth {
                                0 => break 'outer Ok("small"),
                                1 => return Ok("medium"),
                                2 => Err(whole)?,
                                _ => {}
                            }
                        });
                        if quarter > 5 {
                            break 'outer Err(quarter);
                        }
                    });
                });
                return Err(0);
            });
        }
        .map(str::trim)
        .or(Ok("large"))
    }
    (run(1), run(8), run(16), run(24))
}

fn stand_in_arms_and_branches() -> impl Debug {
    fn run(n: u8) -> u8 {
        let mut log = 0;
        match n {
            1 => with!(scope() => { log += 1 }),
            2 => with!(scope() => { return 20; }),
            3 => {
                with!(scope() => { return 30 })
            }
            _ => {}
        }
        if n == 4 {
            with!(scope() => { return 40; })
        }
        if n > 5 {
            with!(scope() => { log += 2; });
        } else {
            with!(scope() => {})
        }
        log
    }
    (0..7).map(run).collect::<Vec<_>>()
}

// Functions, methods and types.

fn return_impl_trait() -> impl Debug {
    fn evens(to: u32) -> impl Iterator<Item = u32> {
        with!(own(2) as step => {
            return (0..to).filter(move |n| n % step == 0);
        });
    }
    fn adder(n: i32) -> impl Fn(i32) -> i32 {
        with!(own(n) as n => { move |x| x + n })
    }
    fn shown(n: u8) -> impl Display {
        with!(scope() => {
            if n == 0 {
                return "zero".to_owned();
            }
            n.to_string()
        })
    }
    (
        evens(5).collect::<Vec<_>>(),
        adder(1)(2),
        shown(0).to_string(),
        shown(1).to_string(),
    )
}

fn return_impl_trait_that_borrows() -> impl Debug {
    fn words(text: &str) -> impl Iterator<Item = &str> + '_ {
        with!(scope() => { text.split(' ').filter(|word| !word.is_empty()) })
    }
    words("a  b").map(str::to_uppercase).collect::<Vec<_>>()
}

fn implement_an_iterator() -> impl Debug {
    struct Digits(u32);
    impl Iterator for Digits {
        type Item = u32;
        fn next(&mut self) -> Option<Self::Item> {
            with!(lend(&mut self.0) as rest => {
                if *rest == 0 {
                    return None;
                }
                let digit = *rest % 10;
                *rest /= 10;
                Some(digit)
            })
        }
    }
    Digits(3210).collect::<Vec<_>>()
}

fn implement_display() -> impl Debug {
    struct Row<'a>(&'a [Option<u8>]);
    impl Display for Row<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            with!(lend(f) as f => {
                f.write_char('[')?;
                for cell in self.0 {
                    match cell {
                        Some(n) => write!(f, "{n}")?,
                        None => return Err(fmt::Error),
                    }
                }
                f.write_char(']')
            })
        }
    }
    let write = |row: &[Option<u8>]| {
        let mut text = String::new();
        let result = write!(text, "{}", Row(row));
        (text, result)
    };
    (write(&[Some(1), Some(2)]), write(&[Some(1), None]))
}

fn implement_from_str() -> impl Debug {
    struct Version {
        major: u8,
        minor: u8,
    }
    impl FromStr for Version {
        type Err = String;
        fn from_str(text: &str) -> Result<Self, Self::Err> {
            with!(own(text.split('.')) as mut parts => {
                let mut part = || {
                    let part = parts.next().ok_or("too short")?;
                    part.parse().map_err(|_| format!("{part:?} is no number"))
                };
                Ok(Self {
                    major: part()?,
                    minor: part()?,
                })
            })
        }
    }
    let parse = |text: &str| text.parse().map(|Version { major, minor }| (major, minor));
    (parse("1.2"), parse("1"), parse("1.x"))
}

fn implement_methods_of_a_trait() -> impl Debug {
    trait Account {
        const LIMIT: i64;
        fn balance(&mut self) -> &mut i64;
        fn withdraw(&mut self, amount: i64) -> Result<i64, String> {
            with!(lend(self.balance()) as balance => {
                if *balance - amount < Self::LIMIT {
                    return Err(format!("only {}", *balance - Self::LIMIT));
                }
                *balance -= amount;
                Ok(*balance)
            })
        }
        fn close(self) -> i64
        where
            Self: Sized,
        {
            with!(own(self) as mut this => { *this.balance() })
        }
    }
    struct Savings(i64);
    impl Account for Savings {
        const LIMIT: i64 = 10;
        fn balance(&mut self) -> &mut i64 {
            with!(scope() => { &mut self.0 })
        }
    }
    let mut account = Savings(100);
    (account.withdraw(50), account.withdraw(50), account.close())
}

fn consume_self() -> impl Debug {
    struct Job {
        name: String,
        tries: u32,
    }
    impl Job {
        fn run(mut self) -> Result<String, Self> {
            with!(scope() => {
                if self.tries == 0 {
                    return Err(self);
                }
                self.tries -= 1;
                if self.tries == 1 {
                    return self.run();
                }
            });
            Ok(self.name)
        }
    }
    let run = |tries| {
        let name = "job".to_owned();
        Job { name, tries }.run().map_err(|job| job.tries)
    };
    (run(0), run(1), run(2), run(3))
}

fn recurse() -> impl Debug {
    fn depth(text: &mut std::str::Chars<'_>) -> Result<u32, char> {
        let mut deepest = 0;
        with!(lend(text) as text => {
            while let Some(c) = text.next() {
                match c {
                    '(' => deepest = deepest.max(1 + depth(text)?),
                    ')' => return Ok(deepest),
                    c => return Err(c),
                }
            }
        });
        Ok(deepest)
    }
    (depth(&mut "(()(()))".chars()), depth(&mut "((x))".chars()))
}

fn recurse_with_a_memo() -> impl Debug {
    fn fibonacci(n: u64, memo: &mut HashMap<u64, u64>) -> u64 {
        with!(scope() => {
            if n < 2 {
                return n;
            }
            if let Some(&known) = memo.get(&n) {
                return known;
            }
            let sum = fibonacci(n - 1, memo) + fibonacci(n - 2, memo);
            memo.insert(n, sum);
            sum
        })
    }
    fibonacci(50, &mut HashMap::new())
}

fn recurse_into_boxes() -> impl Debug {
    enum Term {
        Number(i64),
        Divide(Box<Term>, Box<Term>),
        Negate(Box<Term>),
    }
    use Term::{Divide, Negate, Number};
    fn value(term: Term) -> Result<i64, &'static str> {
        with!(own(term) as term => {
            Ok(match term {
                Number(n) => n,
                Negate(term) => -value(*term)?,
                Divide(a, b) => {
                    let b = value(*b)?;
                    if b == 0 {
                        return Err("division by zero");
                    }
                    value(*a)? / b
                }
            })
        })
    }
    let term = |n| Divide(Box::new(Negate(Box::new(Number(8)))), Box::new(Number(n)));
    (value(term(2)), value(term(0)))
}

fn bound_by_where_clauses() -> impl Debug {
    fn group<I, K, F>(items: I, key: F) -> BTreeMap<K, Vec<I::Item>>
    where
        I: IntoIterator,
        K: Ord,
        F: Fn(&I::Item) -> Option<K>,
    {
        let mut groups = BTreeMap::new();
        for item in items {
            with!(scope() => {
                let Some(key) = key(&item) else { continue };
                groups.entry(key).or_insert_with(Vec::new).push(item);
            });
        }
        groups
    }
    group(vec!["a", "", "bc", "b"], |text| text.chars().next())
}

fn call_generic_callbacks() -> impl Debug {
    fn retry<T, E: 'static>(
        mut times: u32,
        mut f: impl FnMut(u32) -> Result<T, E>,
    ) -> Result<T, E> {
        loop {
            with!(scope() => {
                times -= 1;
                match f(times) {
                    Ok(value) => return Ok(value),
                    Err(error) if times == 0 => Err(error)?,
                    Err(_) => {}
                }
            });
        }
    }
    let until = |n| move |times| if times == n { Ok(n) } else { Err(times) };
    (retry(3, until(1)), retry(3, until(5)))
}

fn hold_references_in_a_struct() -> impl Debug {
    struct Tokens<'t, 's> {
        text: &'t str,
        seen: &'s mut Vec<&'t str>,
    }
    impl<'t> Tokens<'t, '_> {
        fn word(&mut self) -> Option<&'t str> {
            with!(scope() => {
                let end = self.text.find(',')?;
                let (word, rest) = self.text.split_at(end);
                self.text = rest.get(1..)?;
                self.seen.push(word);
                if word.is_empty() {
                    return None;
                }
                Some(word)
            })
        }
    }
    let mut seen = vec![];
    let mut tokens = Tokens {
        text: "a,,b",
        seen: &mut seen,
    };
    (tokens.word(), tokens.word(), tokens.word(), seen)
}

fn split_into_tokens() -> impl Debug {
    fn tokens(text: &str) -> Result<Vec<String>, char> {
        let mut tokens = Vec::new();
        let mut chars = text.chars().peekable();
        while let Some(&c) = chars.peek() {
            with!(lend(&mut chars) as chars => {
                match c {
                    ' ' => {
                        chars.next();
                        continue;
                    }
                    '+' | '-' => tokens.push(chars.next().into_iter().collect()),
                    c if c.is_ascii_digit() => {
                        let mut number = String::new();
                        while let Some(c) = chars.next_if(char::is_ascii_digit) {
                            number.push(c);
                        }
                        tokens.push(number);
                    }
                    c => return Err(c),
                }
            });
        }
        Ok(tokens)
    }
    (tokens("1 + 23-4"), tokens("1 * 2"))
}

fn search_breadth_first() -> impl Debug {
    fn steps(from: u32, to: u32) -> Option<u32> {
        let mut queue = VecDeque::new();
        let mut seen = vec![from];
        queue.push_back((from, 0));
        while let Some((n, steps)) = queue.pop_front() {
            with!(scope() => {
                if n == to {
                    return Some(steps);
                }
                for next in [n * 2, n + 3].iter().copied() {
                    if next > 50 || seen.contains(&next) {
                        continue;
                    }
                    seen.push(next);
                    queue.push_back((next, steps + 1));
                }
            });
        }
        None
    }
    (steps(1, 11), steps(3, 2))
}

fn search_by_halves() -> impl Debug {
    fn find(v: &[u32], x: u32) -> Result<usize, usize> {
        let (mut low, mut high) = (0, v.len());
        while low < high {
            let middle = low + (high - low) / 2;
            with!(own(v[middle]) as found => {
                match found.cmp(&x) {
                    std::cmp::Ordering::Equal => return Ok(middle),
                    std::cmp::Ordering::Less => low = middle + 1,
                    std::cmp::Ordering::Greater => high = middle,
                }
            });
        }
        Err(low)
    }
    (find(&[1, 3, 5], 5), find(&[1, 3, 5], 2))
}

fn build_a_string() -> impl Debug {
    fn table(rows: &[(&str, f64)]) -> Result<String, fmt::Error> {
        let mut text = String::new();
        for (i, (name, value)) in rows.iter().enumerate() {
            with!(lend(&mut text) as text => {
                if i > 0 {
                    text.push('\n');
                }
                write!(text, "{name:>4} {value:.1}")?;
            });
        }
        Ok(text)
    }
    table(&[("a", 1.0), ("bcd", 2.25)])
}

fn sort_by_a_key_made_inside() -> impl Debug {
    let mut words = vec!["pear", "fig", "apple"];
    with!(scope() => {
        words.sort_by(|a, b| with!(scope() => { a.len().cmp(&b.len()).then_with(|| a.cmp(b)) }));
    });
    words
}

fn return_a_counter() -> impl Debug {
    fn counter(step: u32) -> impl FnMut() -> Option<u32> {
        let mut n = 0;
        move || {
            with!(lend(&mut n) as n => {
                *n += step;
                if *n > 3 {
                    return None;
                }
                Some(*n)
            })
        }
    }
    let mut next = counter(2);
    (next(), next(), next())
}

fn run_threads() -> impl Debug {
    let total = Mutex::new(0);
    thread::scope(|threads| {
        for n in 1..4 {
            let total = &total;
            threads.spawn(move || {
                with!(scope() => {
                    if n == 2 {
                        return;
                    }
                    *total.lock().unwrap() += n;
                });
            });
        }
    });
    total.into_inner().ok()
}

fn receive_until_it_ends() -> impl Debug {
    let (sender, receiver) = mpsc::channel();
    for n in [3, 0, 4].iter() {
        sender.send(Some(*n)).unwrap();
    }
    sender.send(None).unwrap();
    let mut numbers = Vec::new();
    loop {
        with!(scope() => {
            let n = match receiver.recv() {
                Ok(Some(0)) => continue,
                Ok(Some(n)) => n,
                Ok(None) | Err(_) => break,
            };
            numbers.push(n);
        });
    }
    numbers
}

fn annotate_statements() -> impl Debug {
    fn run(n: u32) -> Option<u32> {
        with!(scope() => {
            #[allow(unused_variables, reason = "an attribute within a block")]
            let unused = n.checked_sub(1)?;
            #[cfg(not(test))]
            return None;
            #[cfg(test)]
            {
                if n == 2 {
                    return Some(20);
                }
            }
            Some(n)
        })
    }
    (run(0), run(1), run(2))
}

// When things are dropped, and exit is called.

fn drop_locals_in_reverse() -> impl Debug {
    let log = Log::default();
    with!(traced(&log) => {
        let _a = Noisy("a", &log);
        let _b = Noisy("b", &log);
        let _ = Noisy("not kept", &log);
        log.borrow_mut().push("end");
    });
    log
}

fn drop_at_a_return() -> impl Debug {
    fn run(log: &Log) -> u32 {
        let _outer = Noisy("outer", log);
        with!(traced(log) => {
            let _inner = Noisy("inner", log);
            if log.borrow().len() == 1 {
                return 1;
            }
            log.borrow_mut().push("not reached");
        });
        2
    }
    let log = Log::default();
    (run(&log), log)
}

fn drop_what_is_not_returned() -> impl Debug {
    fn run(log: &Log) -> Noisy<'_> {
        with!(traced(log) => {
            let kept = Noisy("kept", log);
            let _gone = Noisy("gone", log);
            return kept;
        });
    }
    let log = Log::default();
    let kept = run(&log);
    log.borrow_mut().push("returned");
    drop(kept);
    log
}

fn drop_at_a_raise() -> impl Debug {
    fn run(log: &Log) -> Result<(), String> {
        with!(traced(log) => {
            let _a = Noisy("a", log);
            Err("raised".to_owned())?;
            let _b = Noisy("b", log);
        });
        Ok(())
    }
    let log = Log::default();
    (run(&log), log)
}

fn drop_at_jumps_of_a_loop() -> impl Debug {
    let log = Log::default();
    for n in 0..4 {
        let _each = Noisy("each", &log);
        with!(traced(&log) => {
            let _inner = Noisy("inner", &log);
            match n {
                1 => continue,
                2 => break,
                _ => log.borrow_mut().push("end"),
            }
        });
        log.borrow_mut().push("after");
    }
    log
}

fn drop_at_labelled_jumps() -> impl Debug {
    let log = Log::default();
    let value = 'outer: loop {
        let _outer = Noisy("outer", &log);
        for n in 0..3 {
            let _each = Noisy("each", &log);
            with!(traced(&log) => {
                let inner = Noisy("inner", &log);
                if n == 1 {
                    break 'outer inner;
                }
            });
        }
    };
    log.borrow_mut().push(value.0);
    drop(value);
    log
}

fn drop_at_a_panic() -> impl Debug {
    let log = Log::default();
    let run = || {
        let _outer = Noisy("outer", &log);
        with!(traced(&log) => {
            let _inner = Noisy("inner", &log);
            panic!("on purpose");
        });
    };
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).is_err();
    (panicked, log)
}

fn drop_before_the_value_is_used() -> impl Debug {
    let log = Log::default();
    let value = with!(traced(&log) => {
        let _local = Noisy("local", &log);
        let value = Noisy("value", &log);
        value
    });
    log.borrow_mut().push("bound");
    drop(value);
    log
}

fn drop_the_bound_value() -> impl Debug {
    let log = Log::default();
    with!(own(Noisy("bound", &log)) as _bound => {
        let _local = Noisy("local", &log);
        log.borrow_mut().push("end");
    });
    with!(own((Noisy("first", &log), Noisy("second", &log))) as (_a, _b) => {
        log.borrow_mut().push("end");
    });
    log
}

fn drop_temporaries_of_statements() -> impl Debug {
    fn noisy<'a>(name: &'static str, log: &'a Log) -> Noisy<'a> {
        Noisy(name, log)
    }
    let log = Log::default();
    with!(traced(&log) => {
        let length = noisy("let", &log).0.len();
        noisy("statement", &log);
        match noisy("match", &log).0.len() + length {
            0 => {}
            _ => log.borrow_mut().push("arm"),
        }
        let _extended = &noisy("extended", &log);
        log.borrow_mut().push("end");
    });
    log
}

fn drop_temporaries_of_if_let() -> impl Debug {
    let log = Log::default();
    with!(traced(&log) => {
        if let Some(_) = Noisy("then", &log).0.find('t') {
            log.borrow_mut().push("found");
        }
        if let Some(_) = Noisy("else", &log).0.find('t') {
        } else {
            log.borrow_mut().push("not found");
        }
        while let Some(_) = Noisy("while", &log).0.find('w') {
            log.borrow_mut().push("once");
            break;
        }
        log.borrow_mut().push("end");
    });
    log
}

fn drop_temporaries_of_a_jump() -> impl Debug {
    fn run(log: &Log) -> Result<usize, String> {
        with!(traced(log) => {
            if log.borrow().len() == 1 {
                return Noisy("temporary", log)
                    .0
                    .parse()
                    .map_err(|_| "raised".to_owned());
            }
            Ok(0)
        })
    }
    fn raise(log: &Log) -> Option<usize> {
        with!(traced(log) => {
            let n = Noisy("raised through", log).0.find('?')?;
            Some(n)
        })
    }
    let log = Log::default();
    (run(&log), raise(&log), log)
}

fn drop_what_is_assigned_over() -> impl Debug {
    let log = Log::default();
    let mut slot = Noisy("old", &log);
    with!(traced(&log) => {
        log.borrow_mut().push(slot.0);
        slot = Noisy("new", &log);
        let shadowed = Noisy("shadowed", &log);
        let shadowed = shadowed.0;
        log.borrow_mut().push(shadowed);
    });
    log.borrow_mut().push(slot.0);
    drop(slot);
    log
}

fn drop_what_was_moved_once() -> impl Debug {
    fn run(log: &Log, taken: bool) -> u32 {
        let a = Noisy("a", log);
        let b = Noisy("b", log);
        with!(traced(log) => {
            if taken {
                drop(a);
                return 1;
            }
        });
        log.borrow_mut().push("kept");
        drop((a, b));
        0
    }
    let log = Log::default();
    (run(&log, true), run(&log, false), log)
}

fn drop_a_variable_initialized_inside() -> impl Debug {
    let log = Log::default();
    {
        let late;
        let _first = Noisy("first", &log);
        with!(traced(&log) => {
            late = Noisy("late", &log);
            log.borrow_mut().push(late.0);
        });
        log.borrow_mut().push("end");
    }
    log
}

fn leave_nested_statements_in_order() -> impl Debug {
    fn run(log: &Log, n: u32) -> Option<u32> {
        with!(traced(log) => {
            let _outer = Noisy("outer", log);
            with!(traced(log) => {
                let _inner = Noisy("inner", log);
                let n = n.checked_sub(1)?;
                if n == 0 {
                    return Some(0);
                }
            });
            log.borrow_mut().push("between");
        });
        Some(n)
    }
    let log = Log::default();
    (run(&log, 0), run(&log, 1), run(&log, 2), log)
}

fn leave_joined_statements_in_order() -> impl Debug {
    fn run(log: &Log, n: u32) -> u32 {
        with!(traced(log), own(Noisy("bound", log)) as bound, traced(log) => {
            if n == 0 {
                return bound.0.parse().unwrap_or(9);
            }
            log.borrow_mut().push("end");
        });
        n
    }
    let log = Log::default();
    (run(&log, 0), run(&log, 1), log)
}

fn evaluate_before_leaving() -> impl Debug {
    fn say(log: &Log, text: &'static str) -> usize {
        log.borrow_mut().push(text);
        text.len()
    }
    fn run(log: &Log) -> usize {
        let n = with!(traced(log) => { say(log, "tail") });
        let m = loop {
            with!(traced(log) => {
                break say(log, "break") + n;
            });
        };
        with!(traced(log) => {
            return say(log, "return") + m;
        });
    }
    let log = Log::default();
    (run(&log), log)
}

fn drop_captures_of_closures() -> impl Debug {
    let log = Log::default();
    let noisy = Noisy("captured", &log);
    let call = with!(traced(&log) => {
        let call = move || {
            let noisy = &noisy;
            noisy.0.len()
        };
        let _local = Noisy("local", &log);
        call
    });
    log.borrow_mut().push("called");
    (call(), drop(call), log)
}

macro_rules! outcomes {
    ($($program:ident,)*) => {
        pub(in super::super) fn outcomes() -> Vec<Outcome> {
            vec![$(outcome(stringify!($program), $program)),*]
        }
    };
}

outcomes! {
    push_then_return_the_buffer,
    concatenate_and_rebind,
    wait_on_a_condvar,
    initialize_inside,
    initialize_in_every_branch,
    initialize_or_return,
    initialize_or_raise,
    initialize_once_in_a_loop,
    move_and_reassign_a_builder,
    move_before_return,
    move_before_a_labelled_break,
    move_before_a_labelled_continue,
    move_before_a_raise,
    move_into_a_call_that_is_raised,
    move_in_the_arm_that_returns,
    move_out_of_a_nested_block,
    drop_before_return,
    consume_an_iterator_and_return,
    move_through_the_value,
    move_out_and_put_back,
    move_one_field,
    move_a_field_and_put_it_back,
    take_replace_and_swap,
    send_what_was_made_inside,
    move_captured_by_a_closure,
    move_a_once_closure,
    initialize_before_a_break_of_a_block,
    borrow_mutably_and_use_after,
    borrow_in_two_phases,
    reborrow_and_use_after,
    lend_and_use_after,
    lend_disjoint_fields,
    return_a_part_of_the_argument,
    return_a_slice,
    return_a_mutable_part,
    return_a_borrow_on_one_path,
    return_a_shared_borrow_on_one_path,
    return_the_longest,
    walk_to_the_end_of_a_list,
    insert_into_a_sorted_list,
    search_a_list_with_a_cursor,
    reverse_a_list,
    remove_from_a_list,
    borrow_disjoint_fields_of_self,
    split_and_swap,
    match_slices,
    match_an_enum_in_place,
    end_a_borrow_before_the_next,
    borrow_by_a_closure,
    borrow_a_local_by_a_closure_inside,
    borrow_from_an_outer_value,
    keep_a_borrowed_state,
    use_an_entry,
    borrow_a_cell_for_a_statement,
    lock_inside,
    break_with_a_borrow,
    borrow_across_iterations,
    return_cow,
    stop_a_cursor_by_break,
    break_with_a_borrow_or_change,
    break_with_a_borrow_or_change_by_label,
    keep_what_a_loop_found,
    advance_an_outer_iterator,
    call_again_what_borrows,
    borrow_one_field_in_a_closure,
    reborrow_through_a_statement,
    descend_a_tree,
    remove_while_walking,
    infer_from_an_annotation,
    infer_from_a_parameter,
    infer_from_the_return_type,
    infer_from_a_field,
    infer_from_the_other_arm,
    infer_from_the_other_branch,
    infer_from_an_operand,
    infer_from_a_later_use,
    infer_an_empty_vec_from_later,
    infer_an_outer_vec_from_inside,
    infer_an_integer_from_later,
    infer_an_integer_by_default,
    collect_as_the_tail,
    collect_and_return,
    collect_and_raise,
    collect_what_is_told_later,
    sum_as_the_tail,
    default_as_the_tail,
    into_as_the_tail,
    none_and_ok_as_the_tail,
    parse_generically,
    parse_with_another_error,
    learn_the_error_type_late,
    learn_the_type_of_collected_errors_late,
    return_from_an_untyped_closure,
    return_only_from_an_untyped_closure,
    raise_in_an_untyped_closure,
    return_and_raise_in_an_untyped_closure,
    infer_the_parameter_of_a_closure,
    infer_a_break_value,
    infer_what_a_loop_breaks_with,
    infer_a_generic_return,
    infer_a_const_generic,
    infer_through_two_statements,
    infer_the_managers_value,
    parse_generically_with_an_error,
    raise_generically,
    raise_what_is_no_error,
    raise_what_is_told_by_the_caller,
    raise_boxed_errors,
    infer_an_element,
    infer_an_argument_later,
    infer_in_an_async_block,
    learn_the_signature_of_a_closure,
    return_a_result_of_an_opaque_type,
    return_boxes_with_a_lifetime,
    return_what_is_promoted,
    return_from_closures_of_iterators,
    raise_whatever_happens,
    end_with_a_return,
    end_with_a_nested_return,
    end_with_a_joined_return,
    end_with_returns_on_both_branches,
    end_with_returns_in_every_arm,
    end_with_a_return_of_nothing,
    end_a_closure_with_a_return,
    end_with_a_loop,
    end_with_a_loop_as_the_tail,
    end_with_a_panic,
    end_with_a_panic_statement,
    end_with_unreachable,
    diverge_by_an_exit_of_the_process,
    never_return,
    diverge_in_let_else,
    diverge_in_let_else_of_a_loop,
    diverge_in_let_else_with_a_label,
    diverge_in_an_arm,
    diverge_in_arms_of_a_loop,
    diverge_in_a_branch,
    diverge_in_a_branch_inside,
    diverge_in_a_closure,
    diverge_by_a_raise,
    loop_until_a_statement_leaves,
    leave_before_what_follows,
    end_with_a_block,
    end_with_a_return_as_the_tail,
    end_with_a_chain_of_branches,
    end_with_arms_that_diverge,
    end_with_a_break_of_a_block,
    end_with_a_jump_in_a_loop,
    diverge_twice_in_one_match,
    resume_a_panic,
    coerce_each_return_to_a_trait_object,
    coerce_the_tail_to_a_trait_object,
    coerce_inside_an_option,
    coerce_break_values_to_a_trait_object,
    coerce_a_break_value_of_a_loop,
    coerce_different_closures,
    coerce_different_iterators,
    coerce_errors_raised,
    coerce_errors_returned,
    convert_errors_raised,
    coerce_arrays_to_slices,
    coerce_by_deref,
    coerce_mutable_to_shared,
    coerce_functions_to_pointers,
    coerce_closures_to_pointers,
    coerce_an_argument,
    coerce_a_branch_of_the_tail,
    coerce_inside_smart_pointers,
    raise_in_the_condition_of_while_let,
    return_else,
    raise_and_return_in_let_else,
    raise_in_a_guard,
    raise_in_a_chain,
    raise_in_conditions,
    raise_in_an_index,
    raise_in_a_struct_literal,
    raise_in_a_range,
    raise_in_arguments,
    raise_in_an_assignment,
    raise_in_what_is_returned,
    raise_twice_in_one_expression,
    raise_none,
    raise_in_a_poll_function,
    raise_in_a_poll_of_an_option,
    break_by_a_question_mark,
    return_from_closures_inside,
    raise_in_closures_of_iterators,
    raise_in_async_blocks_inside,
    await_inside,
    declare_items_inside,
    declare_a_macro_inside,
    loop_inside,
    loop_with_labels_inside,
    label_blocks_inside,
    jump_to_loops_outside,
    use_one_label_twice,
    jump_out_of_two_statements,
    jump_out_of_joined_statements,
    repeat_while_a_statement_says_so,
    match_on_a_statement,
    loop_over_a_statement,
    use_a_statement_as_an_operand,
    shadow_names,
    bind_with_patterns,
    write_statements_with_any_delimiter,
    write_the_block_after_a_comma,
    use_names_of_the_prelude,
    use_labels_of_any_name,
    locate_calls,
    use_raw_names,
    assert_inside,
    branch_deeply,
    stand_in_arms_and_branches,
    return_impl_trait,
    return_impl_trait_that_borrows,
    implement_an_iterator,
    implement_display,
    implement_from_str,
    implement_methods_of_a_trait,
    consume_self,
    recurse,
    recurse_with_a_memo,
    recurse_into_boxes,
    bound_by_where_clauses,
    call_generic_callbacks,
    hold_references_in_a_struct,
    split_into_tokens,
    search_breadth_first,
    search_by_halves,
    build_a_string,
    sort_by_a_key_made_inside,
    return_a_counter,
    run_threads,
    receive_until_it_ends,
    annotate_statements,
    drop_locals_in_reverse,
    drop_at_a_return,
    drop_what_is_not_returned,
    drop_at_a_raise,
    drop_at_jumps_of_a_loop,
    drop_at_labelled_jumps,
    drop_at_a_panic,
    drop_before_the_value_is_used,
    drop_the_bound_value,
    drop_temporaries_of_statements,
    drop_temporaries_of_if_let,
    drop_temporaries_of_a_jump,
    drop_what_is_assigned_over,
    drop_what_was_moved_once,
    drop_a_variable_initialized_inside,
    leave_nested_statements_in_order,
    leave_joined_statements_in_order,
    evaluate_before_leaving,
    drop_captures_of_closures,
}
