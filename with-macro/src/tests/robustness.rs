//! Whatever is written between the delimiters, the macro answers with tokens or an error at some of them. It never panics.

use allocation_counter::measure;
use fastrand::Rng;
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use super::{input, tokens};
use crate::syntax::Protocol;

const STATEMENTS: [&str; 9] = [
    "open(p)? as mut f => { f.read()?; if x { return 1; } f.len() }",
    "a as (x, _), <T as B>::c() as d? => { loop { break 'l d?; } }",
    "m, { with!(n as o => { continue; }); }",
    "T { x } as T { x } => { let Some(y) = x? else { return }; println!(\"{}\", y?); }",
    "a, b, c => 'a: { match x { _ if y? => break 'b 5, _ => return } }",
    "G::<A, B>::new() as [first, .., last] => async { x?.await }.await",
    "m => { with!(n => { with!(o as p? => { return with!(q => 1) }) }) }",
    "a as b, c => catch { if x? { return b; } for y in z { with!(m => catch { break 'l y.await?; }) } }",
    "x as U as y => { #[cfg(z)] x()?; vec![a?; b?]; select! { r = f => { r?; break } } }",
];

/// As the macros do. An error is somewhere in the input, if there is any.
fn expand(tokens: &[TokenTree]) -> TokenStream {
    let expanded = crate::statement(Protocol::Async, input(tokens.iter().cloned()));
    let somewhere = tokens.is_empty() || errors_are_located(expanded.clone());
    let text: TokenStream = tokens.iter().cloned().collect();
    assert!(somewhere, "an error is nowhere in {text}");
    expanded
}

/// What is made up has no place in the source.
fn errors_are_located(expanded: TokenStream) -> bool {
    expanded.into_iter().all(|token| match token {
        TokenTree::Group(group) => errors_are_located(group.stream()),
        TokenTree::Ident(name) if name == "compile_error" => !name.span().byte_range().is_empty(),
        _ => true,
    })
}

/// Every version of the tokens in which one token, at any depth, is replaced by what `edit` makes of it and the next.
fn edits(
    tokens: &[TokenTree],
    edit: &dyn Fn(&TokenTree, Option<&TokenTree>) -> Vec<TokenTree>,
) -> Vec<Vec<TokenTree>> {
    let mut edited = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let splice = |replacement: Vec<TokenTree>, upto: usize| {
            let mut version = tokens[..at].to_vec();
            version.extend(replacement);
            version.extend_from_slice(tokens.get(upto..).unwrap_or_default());
            version
        };
        edited.push(splice(edit(token, tokens.get(at + 1)), at + 2));
        if let TokenTree::Group(group) = token {
            let inside: Vec<_> = group.stream().into_iter().collect();
            for version in edits(&inside, edit) {
                let mut inside = Group::new(group.delimiter(), version.into_iter().collect());
                inside.set_span(group.span());
                edited.push(splice(vec![inside.into()], at + 1));
            }
        }
    }
    edited
}

#[test]
fn statements_expand() {
    for statement in STATEMENTS {
        let expanded = expand(&tokens(statement)).to_string();
        assert!(
            !expanded.contains("compile_error") && !expanded.contains("can't parse"),
            "{statement}\n{expanded}"
        );
    }
}

#[test]
fn tokens_may_be_dropped_doubled_swapped_and_replaced() {
    let junk = tokens("as => ? , ; { } ( ) 'a break return # ! | & \"text\" 1.5 with");
    for statement in STATEMENTS {
        let tokens = tokens(statement);
        let both = |first: &TokenTree, second: Option<&TokenTree>| {
            [Some(first), second]
                .into_iter()
                .flatten()
                .cloned()
                .collect::<Vec<_>>()
        };
        let mut versions = edits(&tokens, &|_, second| second.into_iter().cloned().collect());
        versions.extend(edits(&tokens, &|first, second| {
            let mut doubled = vec![first.clone()];
            doubled.extend(both(first, second));
            doubled
        }));
        versions.extend(edits(&tokens, &|first, second| {
            both(first, second).into_iter().rev().collect()
        }));
        for junk in &junk {
            versions.extend(edits(&tokens, &|_, second| {
                let mut replaced = vec![junk.clone()];
                replaced.extend(second.cloned());
                replaced
            }));
        }
        for version in versions {
            expand(&version);
        }
    }
}

#[test]
fn the_head_of_the_input_may_be_anything() {
    for text in [
        "",
        "()",
        "(1 2)",
        "x",
        "($)",
        "(::) m => {}",
        "=>",
        "(a) =>",
        "(a) => {}",
        "(a) ,",
        "(a) m",
    ] {
        crate::statement(Protocol::Blocking, text.parse().unwrap());
    }
}

/// Words of the grammar, and of what BLOCK may hold.
const WORDS: &str = "as => , ? ; : :: . .. = == ! & | || # - -> < > @ $ * + 'a 'b a b m catch with async_with \
    bail ensure assert dbg vec println select whatever ready return break continue let else if match loop while for in \
    async move await unsafe const try fn struct mut ref _ 1 2.5 \"text\" true r#as cfg";

/// Some tokens, in groups of any kind.
fn random_tokens(rng: &mut Rng, words: &[TokenTree], depth: u32) -> Vec<TokenTree> {
    const DELIMITERS: [Delimiter; 4] = [
        Delimiter::Brace,
        Delimiter::Parenthesis,
        Delimiter::Bracket,
        Delimiter::None,
    ];

    let mut tokens = Vec::new();
    for _ in 0..rng.usize(..9) {
        if depth > 0 && rng.u8(..4) == 0 {
            let inside = random_tokens(rng, words, depth - 1);
            let delimiter = DELIMITERS[rng.usize(..DELIMITERS.len())];
            let mut group = Group::new(delimiter, inside.into_iter().collect());
            group.set_span(words[0].span());
            tokens.push(group.into());
        } else {
            tokens.push(words[rng.usize(..words.len())].clone());
        }
    }
    tokens
}

/// The tokens with one of them, at any depth, dropped, doubled, swapped with the next or replaced.
fn random_edit(rng: &mut Rng, tokens: &mut Vec<TokenTree>, words: &[TokenTree]) {
    if tokens.is_empty() {
        return;
    }
    let at = rng.usize(..tokens.len());
    match &tokens[at] {
        TokenTree::Group(group) if rng.u8(..4) > 0 => {
            let mut inside: Vec<_> = group.stream().into_iter().collect();
            random_edit(rng, &mut inside, words);
            let mut edited = Group::new(group.delimiter(), inside.into_iter().collect());
            edited.set_span(group.span());
            tokens[at] = edited.into();
        }
        token => match rng.u8(..4) {
            0 => drop(tokens.remove(at)),
            1 => tokens.insert(at, token.clone()),
            2 => {
                let next = (at + 1) % tokens.len();
                tokens.swap(at, next);
            }
            _ => tokens[at] = words[rng.usize(..words.len())].clone(),
        },
    }
}

/// The seeds of so many cases, those of the last of which are new every time.
fn seeds(cases: u64) -> impl Iterator<Item = u64> {
    let fresh = fastrand::u64(..);
    (0..cases).chain((0..cases).map(move |case| fresh.wrapping_add(case)))
}

/// Says which case it is, if it panics.
struct Case(u64, String);

impl Drop for Case {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("seed {}: {}", self.0, self.1);
        }
    }
}

fn expand_case(seed: u64, tokens: &[TokenTree]) {
    let text: TokenStream = tokens.iter().cloned().collect();
    let _case = Case(seed, text.to_string());
    expand(tokens);
}

#[test]
fn tokens_may_be_any() {
    let words = tokens(WORDS);
    for seed in seeds(4_000) {
        let mut rng = Rng::with_seed(seed);
        let head = random_tokens(&mut rng, &words, 2);
        let body = random_tokens(&mut rng, &words, 4);
        let mut block = Group::new(Delimiter::Brace, body.iter().cloned().collect());
        block.set_span(words[0].span());
        expand_case(seed, &head);
        expand_case(seed, &body);
        let arrow = &words[1..3];
        let statement = [&head, arrow, &[block.clone().into()]].concat();
        expand_case(seed, &statement);
        let manager = tokens("m =>");
        expand_case(seed, &[&manager[..], &[block.into()]].concat());
    }
}

#[test]
fn statements_may_be_damaged_at_several_places() {
    let words = tokens(WORDS);
    for seed in seeds(4_000) {
        let mut rng = Rng::with_seed(seed);
        let mut tokens = tokens(STATEMENTS[rng.usize(..STATEMENTS.len())]);
        for _ in 0..rng.u8(1..8) {
            random_edit(&mut rng, &mut tokens, &words);
        }
        expand_case(seed, &tokens);
    }
}

/// How many tokens the expansion has.
fn length(tokens: TokenStream) -> u64 {
    let lengths = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => 2 + length(group.stream()),
        _ => 1,
    });
    lengths.sum()
}

/// How long the expansion is, and how many bytes were allocated for it: where time goes, counted.
fn cost(statement: &[TokenTree]) -> (u64, u64) {
    let mut expanded = TokenStream::new();
    let allocated = measure(|| expanded = expand(statement));
    (length(expanded), allocated.bytes_total)
}

#[track_caller]
fn grows(small: &[TokenTree], large: &[TokenTree], at_most: u64) {
    let ((tokens, bytes), (more_tokens, more_bytes)) = (cost(small), cost(large));
    assert!(
        more_tokens < at_most * tokens && more_bytes < at_most * bytes,
        "from {tokens} to {more_tokens} tokens, with {bytes} and {more_bytes} bytes"
    );
}

/// A block of so many statements, each of which calls a macro, and every hundredth raises and returns.
fn long_block(statements: usize) -> Vec<TokenTree> {
    let statement = |number: usize| {
        let end = if number % 100 == 0 {
            "f()?; return Ok(());"
        } else {
            ""
        };
        format!("let x{number} = f({number}); println!(\"{{}}\", x{number} + 1); {end}")
    };
    let statements: String = (0..statements).map(statement).collect();
    tokens(&format!("m as x => {{ {statements} }}"))
}

/// So many statements, each in the block of another and with a `?` and a `return` of its own, and with this at the end.
fn deep_nest(depth: usize, end: &str) -> Vec<TokenTree> {
    let mut text = format!("m as x => {{ f()?; if g() {{ return 1; }} {end} }}");
    for _ in 1..depth {
        text = format!("m as x => {{ f()?; if g() {{ return 1; }} with!({text}); {end} }}");
    }
    tokens(&text)
}

#[test]
fn the_expansion_grows_with_the_block() {
    grows(&long_block(1_000), &long_block(10_000), 11);
}

#[test]
fn the_expansion_grows_with_the_ways_out() {
    let sites = |number| {
        tokens(&format!(
            "m => {{ {} }}",
            "if f()? { break 'a; }".repeat(number)
        ))
    };
    grows(&sites(100), &sites(1_000), 11);
}

#[test]
fn the_expansion_grows_at_most_with_the_square_of_the_depth() {
    for end in ["", "h()", "return 2;"] {
        grows(&deep_nest(16, end), &deep_nest(64, end), 17);
    }
}

/// Commas, `as` and macros in macros are where there is most to try.
#[test]
fn there_is_no_end_of_tries() {
    expand(&tokens(&"a as b, ".repeat(200)));
    expand(&tokens(&format!("{} => {{}}", "a as ".repeat(300))));
    expand(&tokens(&format!("m => {{ f!({}) }}", "x? y, ".repeat(300))));
    let mut text = "x?".to_owned();
    for _ in 0..24 {
        text = format!("f!(a, {text}, {{ \"key\": {text} }} as b)").replacen(&text, "y?", 1);
    }
    expand(&tokens(&format!("m => {{ {text} }}")));
}
