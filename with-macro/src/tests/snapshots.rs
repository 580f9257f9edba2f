//! The expansions as `cargo expand` shows them, in `snapshots/`: to be read beside PEP 343.
//!
//! `UPDATE_EXPECT=1 cargo test -p with-runtime-macros` rewrites them; review that diff as carefully as code.

use expect_test::expect_file;
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Item, parse_quote};

use super::input;
use crate::syntax::Protocol;

/// The expansion of a statement, as the body of a function.
fn expansion(protocol: Protocol, statement: &TokenStream) -> String {
    let expanded = crate::statement(protocol, input(statement.clone()));
    let mut function: Item = parse_quote!(fn expansion() { #expanded });
    HandThrough.visit_item_mut(&mut function);
    let file = syn::File {
        shebang: None,
        frontmatter: None,
        attrs: Vec::new(),
        items: vec![function],
    };
    prettyplease::unparse(&file)
}

/// `with!(@expanded { .. })` expands to the block.
struct HandThrough;

impl VisitMut for HandThrough {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Macro(call) = expr {
            let tokens: Vec<_> = call.mac.tokens.clone().into_iter().collect();
            if let [_, TokenTree::Ident(word), block] = &tokens[..] {
                if word == "expanded" {
                    *expr = parse_quote!(#block);
                }
            }
        }
        visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_stmt_mut(&mut self, stmt: &mut syn::Stmt) {
        if let syn::Stmt::Macro(call) = stmt {
            *stmt = syn::Stmt::Expr(
                Expr::Macro(syn::ExprMacro {
                    attrs: Vec::new(),
                    mac: call.mac.clone(),
                }),
                call.semi_token,
            );
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }
}

macro_rules! snapshots {
    ($($name:ident: $file:literal, $protocol:ident { $($statement:tt)* })*) => {$(
        #[test]
        fn $name() {
            let expected = expect_file![concat!("../../snapshots/", $file)];
            expected.assert_eq(&expansion(Protocol::$protocol, &quote!($($statement)*)));
        }
    )*};
}

/// The README shows this one, with the paths cut short.
#[test]
fn the_readme_shows_the_expansion() {
    let readme = include_str!("../../README.md");
    let snapshot = include_str!("../../snapshots/return_and_raise.rs");
    let body = snapshot
        .lines()
        .filter_map(|line| line.strip_prefix("    "))
        .fold(String::new(), |text, line| text + line + "\n");
    assert!(
        readme.contains(&body),
        "README.md should show this:\n{body}"
    );
}

snapshots! {
    no_jumps: "no_jumps.rs", Blocking {
        File::create(path)? as mut file => {
            file.write_all(b"hello");
        }
    }
    return_and_raise: "return_and_raise.rs", Blocking {
        pool.transaction() as tx => {
            if tx.is_empty() {
                return Ok(0);
            }
            tx.execute(statement)?
        }
    }
    break_with_a_value: "break_with_a_value.rs", Blocking {
        cursor as row => {
            if row.matches() {
                break 'search Some(row.id());
            }
        }
    }
    unlabelled_break: "unlabelled_break.rs", Blocking {
        lock.guard() => {
            if queue.is_empty() {
                break;
            }
        }
    }
    two_managers: "two_managers.rs", Blocking {
        lock() as guard, open(guard.path()) as file? => {
            file.sync()?;
        }
    }
    nested: "nested.rs", Blocking {
        lock() as guard => {
            with!(open(guard.path()) as file => {
                return file.sync();
            });
        }
    }
    jumps_in_loops_and_conditions: "jumps_in_loops_and_conditions.rs", Blocking {
        lock() as ref mut guard => {
            #[cfg(feature = "fast")]
            return 1;
            'inner: while guard.next()? {
                if guard.is_last() {
                    break 'inner;
                }
                for item in guard.items()? {
                    match item {
                        0 => continue,
                        1 => break,
                        2 => continue 'inner,
                        3 => continue 'outer,
                        #[cfg(feature = "checked")]
                        item if item.check()? => break 'outer,
                        _ => {}
                    }
                }
            }
            let found = loop {
                break guard.find()?;
            };
            let later = || guard.find()?;
            let soon = async { guard.find()? };
            [found?; 3];
            continue;
        }
    }
    macros_that_raise: "macros_that_raise.rs", Blocking {
        lock() as guard => {
            anyhow::ensure!(guard.is_open(), "closed: {}", guard.name()?);
            ensure!(guard.ready()?);
            ensure!(guard.len() == 3);
            ensure!(guard.len()? < 4 && guard.is_open());
            ensure!(guard.wait().await > 5, "waited {}", guard.wait().await);
            ensure!(guard.len()? == 6);
            ensure_eq!(guard.len(), 4);
            whatever!("no {}", guard.name()?);
            let text = whatever!(guard.text(), "no text");
            let next = ready!(guard.poll(context));
            if guard.is_empty() {
                bail!("empty {}", guard.name());
            }
        }
    }
    macros_with_jumps: "macros_with_jumps.rs", Blocking {
        lock() as guard => {
            println!("{} {name}", guard.first()?, name = guard.name()?);
            assert!(guard.check()? && true);
            assert!(guard.check()?, "checked {}", guard);
            assert_eq!(guard.len(), 3, "so many");
            let shown = dbg!(guard.first()?);
            dbg!(guard.first()?, 1);
            dbg!(guard.first()?,);
            dbg!(guard.len());
            assert!(guard.is_open());
            assert!(guard.is_open()?; "odd");
            let value = serde_json::json!({ "first": guard.first()?, "rest": [1, { "last": guard.last()? }] });
            tokio::select! {
                item = guard.wait() => { return item; }
                _ = guard.end(), if guard.may_end()? => break 'outer 1,
            }
            let list = vec![guard.first()?; 3];
            if matches!(guard.first()?, Some(x) if x > f::<A, B>()?) {
                unknown!(guard => { break; }, { continue 'outer });
            }
            tracing::info!(?guard, error = %guard.error()?);
            stringify!(guard?);
            with!(inner() => { return 2; }, );
            with!(guard);
        }
    }
    fragments_of_a_macro: "fragments_of_a_macro.rs", Blocking {
        <Lock as Make<A, B>>::make(x as u32) as (a, [b, ..]) | (b, [a, ..]), G::<A, B> { c: d? } => 'block: {
            if a { break 'block 1; }
            b?
        }
    }
    two_managers_and_no_end: "two_managers_and_no_end.rs", Blocking {
        lock() as guard, open(guard.path()) as file => {
            return file.sync();
        }
    }
    two_managers_and_a_nested_end: "two_managers_and_a_nested_end.rs", Blocking {
        lock() as guard, open(guard.path()) as file => {
            with!(read(file) as text => { return text.len(); })
        }
    }
    three_managers: "three_managers.rs", Blocking {
        lock() as (ref mut a, b), lock() as (ref c, mut d), open(a) => {
            let found = find(b, c, d)?;
            found
        }
    }
    unlabelled_break_with_a_value: "unlabelled_break_with_a_value.rs", Blocking {
        lock() as guard => {
            #[cfg(feature = "first")]
            if guard.is_first() { break guard.first(); }
            #[cfg(feature = "last")]
            if guard.is_last() { break guard.last(); }
            #[cfg(feature = "first")]
            return 1;
            #[cfg(feature = "last")]
            return 2;
        }
    }
    jumps_of_another_expansion: "jumps_of_another_expansion.rs", Blocking {
        lock() as guard => {
            if guard.is_first() { break 'raise0 Err(1); }
            if guard.is_last() { break 'raise Err(2); }
            if guard.is_high() { break 'sunrise7 Err(3); }
            break 'raise12;
        }
    }
    ends_in_a_nested_statement: "ends_in_a_nested_statement.rs", Blocking {
        lock() as guard => {
            with!(open(guard) => {
                with!(read(guard) => { return 1; })
            });
        }
    }
    ends_in_a_nested_statement_that_ends: "ends_in_a_nested_statement_that_ends.rs", Blocking {
        lock() as guard => {
            with!(open(guard) as file => {
                file.close();
            });
        }
    }
    ends_in_a_nested_statement_that_panics: "ends_in_a_nested_statement_that_panics.rs", Blocking {
        lock() as guard => {
            with!(open(guard) => {
                panic!();
            });
        }
    }
    under_cfg: "under_cfg.rs", Blocking {
        lock() as guard => {
            #[cfg(feature = "nested")]
            with!(open(guard) => { return 1; });
            #[cfg(feature = "checked")]
            ensure!(guard.is_open());
            #[cfg(feature = "shown")]
            dbg!(guard.first()?);
            #[cfg(feature = "strict")]
            bail!("closed");
        }
    }
    closure_as_value: "closure_as_value.rs", Blocking {
        lock() as guard => {
            get!(guard);
            if guard.is_empty() {
                anyhow::bail!("empty");
            }
            |number| number + guard.len()
        }
    }
    catch_without_await: "catch_without_await.rs", Blocking {
        lock() as guard => catch {
            let later = async { guard.next().await };
            let last = async move |number| guard.at(number).await;
            const fn nothing() {}
            spawn!(async move { guard.next().await });
            later
        }
    }
    catch_with_jumps: "catch_with_jumps.rs", Blocking {
        lock() as guard, inner(&guard)? as _? => catch {
            #[cfg(feature = "fast")]
            return 1;
            if guard.is_open()? {
                break 'outer guard.first();
            }
            if guard.is_last() {
                continue;
            }
            join!(guard.wait());
        }
    }
    catch: "catch.rs", Blocking {
        pool.transaction() as tx => catch {
            if tx.is_empty() {
                return Ok(0);
            }
            tx.execute(statement)?
        }
    }
    catch_with_await: "catch_with_await.rs", Blocking {
        pool.transaction() as tx => catch {
            tx.execute(statement).await;
        }
    }
    asynchronous: "asynchronous.rs", Async {
        pool.transaction() as tx? => {
            if tx.is_empty() {
                return Ok(0);
            }
            tx.execute(statement).await?
        }
    }
    asynchronous_catch: "asynchronous_catch.rs", Async {
        pool.get() as connection, connection.begin() as tx => catch {
            tx.execute(statement);
        }
    }
    unfinished_header: "unfinished_header.rs", Blocking {
        open(path)? as file?
    }
    unknown_macro: "unknown_macro.rs", Blocking {
        lock() as guard => {
            let first = get!(guard.first()?);
            return first;
        }
    }
}

/// This can't be parsed to be printed neatly.
#[test]
fn unfinished_block() {
    let statement = quote!(open(path) as file => { let name = file. });
    let expanded = crate::statement(Protocol::Blocking, input(statement));
    expect_file!["../../snapshots/unfinished_block.txt"].assert_eq(&format!("{expanded}\n"));
}
