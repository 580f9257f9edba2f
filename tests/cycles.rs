//! The files of a crate import one another without a cycle.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};

/// A path from the root of the crate.
type Segments = Vec<String>;

/// The files of a crate, each called by its module.
#[derive(Default)]
struct Files {
    /// Every path in the file.
    paths: BTreeMap<Segments, BTreeSet<Segments>>,
    /// What the names that are imported stand for.
    imports: BTreeMap<Segments, Segments>,
}

#[test]
fn the_macros_have_no_import_cycle() {
    assert_eq!(Files::of("with-macro/src").cycle(), None);
}

#[test]
fn the_runtime_has_no_import_cycle() {
    assert_eq!(Files::of("with-runtime/src").cycle(), None);
}

#[test]
fn a_cycle_is_found_through_reexports_and_modules_within_a_file() {
    let cycle = |a: &str| {
        let mut files = Files::default();
        files.add(
            "",
            "mod a; mod b; pub use self::b::G; pub use self::b::{C, d::{D as E}}; fn f() {}",
        );
        files.add("a", a);
        files.add("b", "mod c { use super::super::a::{self, X}; }");
        files.cycle()
    };
    let found = Some("b -> a -> b".to_owned());
    assert_eq!(cycle("use crate::C;"), found);
    assert_eq!(cycle("use crate::G;"), found);
    assert_eq!(cycle("use super::E as F;"), found);
    assert_eq!(cycle("fn f() { mod g { super::super::b::f() } }"), found);
    assert_eq!(
        cycle("fn f() { crate::f() }"),
        Some(" -> b -> a -> ".to_owned())
    );
    assert_eq!(
        cycle("use core::b::C; fn f() { b(a.b::<C>(), self::b) }"),
        None
    );
}

impl Files {
    /// All but the tests.
    fn of(src: &str) -> Self {
        let mut files = Files::default();
        let mut folders = vec![(Path::new(src).to_owned(), String::new())];
        while let Some((folder, at)) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let module = match path.file_stem().unwrap().to_str().unwrap() {
                    "lib" | "mod" => at.clone(),
                    name => format!("{at} {name}"),
                };
                if path.is_file() {
                    files.add(&module, &fs::read_to_string(path).unwrap());
                } else if module != " tests" {
                    folders.push((path, module));
                }
            }
        }
        files
    }

    fn add(&mut self, module: &str, text: &str) {
        let module: Segments = module.split_whitespace().map(str::to_owned).collect();
        let mut paths = BTreeSet::new();
        self.read(text.parse().unwrap(), &module, &mut paths);
        self.paths.insert(module, paths);
    }

    /// Reads what stands in this module, which may be one within a file.
    fn read(&mut self, tokens: TokenStream, module: &Segments, paths: &mut BTreeSet<Segments>) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        let mut last = ["", ""].map(str::to_owned);
        while let [token, after @ ..] = rest {
            let [_, before] = &last;
            match token {
                TokenTree::Group(group) if last[0] == "mod" => {
                    let inner = [module.as_slice(), &last[1..]].concat();
                    self.read(group.stream(), &inner, paths);
                }
                TokenTree::Group(group) => self.read(group.stream(), module, paths),
                TokenTree::Ident(_) if before == "use" || is_path(after) && before != "." => {
                    let import = (before == "use").then_some(module);
                    rest = self.read_path(rest, module.clone(), import, paths);
                    last = Default::default();
                    continue;
                }
                _ => {}
            }
            last = [last[1].clone(), token.to_string()];
            rest = after;
        }
    }

    /// Reads a path that starts at `path`, or the paths of a `use` in the module `import`. Returns what follows.
    fn read_path<'t>(
        &mut self,
        mut rest: &'t [TokenTree],
        mut path: Segments,
        import: Option<&Segments>,
        paths: &mut BTreeSet<Segments>,
    ) -> &'t [TokenTree] {
        while let [token, after @ ..] = rest {
            if let TokenTree::Group(group) = token {
                let trees: Vec<TokenTree> = group.stream().into_iter().collect();
                let trees = trees.split(|token| token.to_string() == ",");
                for tree in trees.filter(|tree| !tree.is_empty()) {
                    self.read_path(tree, path.clone(), import, paths);
                }
                return after;
            }
            match token.to_string().as_str() {
                "crate" => path.clear(),
                "super" => drop(path.pop()),
                "self" | "*" => {}
                name => path.push(name.to_owned()),
            }
            rest = after;
            if !is_path(rest) {
                break;
            }
            rest = &rest[2..];
        }
        if let (Some(module), Some(last)) = (import, path.last()) {
            let name = match rest {
                [keyword, name, ..] if keyword.to_string() == "as" => name.to_string(),
                _ => last.clone(),
            };
            let name = [module.as_slice(), &[name]].concat();
            // The other one of a crate and its macro of the same name is none of ours.
            if !path.starts_with(&name) {
                self.imports.insert(name, path.clone());
            }
        }
        paths.insert(path);
        rest
    }

    /// The file that holds what is at this path.
    fn file(&self, mut path: Segments) -> Segments {
        let is_file = |path: &[String]| self.paths.contains_key(path);
        let mut len = 1;
        while len <= path.len() {
            match self.imports.get(&path[..len]) {
                Some(target) if !is_file(&path[..len]) => {
                    path.splice(..len, target.clone());
                    len = 1;
                }
                _ => len += 1,
            }
        }
        while !is_file(&path) {
            path.pop();
        }
        path
    }

    /// One of the cycles, file by file.
    fn cycle(&self) -> Option<String> {
        let mut edges: BTreeMap<Segments, BTreeSet<Segments>> = BTreeMap::new();
        for (file, paths) in &self.paths {
            let targets = paths.iter().map(|path| self.file(path.clone()));
            edges.insert(
                file.clone(),
                targets.filter(|target| target != file).collect(),
            );
        }
        // What imports nothing that is left is in no cycle.
        while let Some(free) = edges
            .iter()
            .find(|(_, targets)| targets.iter().all(|target| !edges.contains_key(target)))
        {
            let free = free.0.clone();
            edges.remove(&free);
        }
        let mut trail = vec![edges.keys().next()?];
        loop {
            let next = edges[trail[trail.len() - 1]]
                .iter()
                .find(|target| edges.contains_key(*target))?;
            if let Some(start) = trail.iter().position(|file| *file == next) {
                trail.push(next);
                let names: Vec<_> = trail[start..].iter().map(|file| file.join("::")).collect();
                return Some(names.join(" -> "));
            }
            trail.push(next);
        }
    }
}

/// Whether a path continues here.
fn is_path(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [a, b, ..] if a.to_string() == ":" && b.to_string() == ":")
}
