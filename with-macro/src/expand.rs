//! The translation of PEP 343, in tokens.

use std::vec;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote_spanned};
use syn::{Block, Expr, ExprBlock, Lifetime, Pat, Path, Stmt, Token, token};

use crate::exits::{
    Ending, Frame, Function, Jump, Labels, Leap, Site, Surroundings, ending, located_at,
};
use crate::parse::{Body, Manager, Statement, Target};

/// Tokens of the expansion's own: hygienic, unlike those of `quote!`.
macro_rules! ours {
    ($($tokens:tt)*) => {
        quote_spanned!(Span::mixed_site()=> $($tokens)*)
    };
}

/// Expands a statement that stands by itself.
pub(crate) fn statement(statement: Statement) -> TokenStream {
    let expansion = Expansion {
        runtime: &statement.runtime,
        labels: &Labels::default(),
        several: statement.managers.len() > 1,
        last: false,
    };
    let managers = statement.managers.into_iter();
    let tokens = expansion.outermost(managers, statement.body, &mut Function);
    ours!({ #tokens })
}

/// Expands a statement in the block of another, which its jumps may leave as well. The `last` one of a block that can't
/// reach its end says by the type of its value whether it can.
pub(crate) fn nested(statement: Statement, frame: &mut Frame, last: bool) -> Expr {
    let expansion = Expansion {
        runtime: &statement.runtime,
        labels: frame.labels,
        several: statement.managers.len() > 1,
        last,
    };
    let managers = statement.managers.into_iter();
    let tokens = expansion.outermost(managers, statement.body, frame);
    Expr::Block(ExprBlock {
        attrs: Vec::new(),
        label: None,
        block: Block {
            brace_token: token::Brace(Span::mixed_site()),
            stmts: vec![Stmt::Expr(Expr::Verbatim(tokens), None)],
        },
    })
}

struct Expansion<'a> {
    runtime: &'a Path,
    labels: &'a Labels,
    several: bool,
    last: bool,
}

impl Expansion<'_> {
    fn outermost(
        &self,
        mut managers: vec::IntoIter<Manager>,
        body: Body,
        around: &mut dyn Surroundings,
    ) -> TokenStream {
        let ending = ending(self.runtime, &body.stmts);
        match managers.next() {
            Some(manager) => self.level(manager, managers, body, ending, around, true),
            None => TokenStream::new(),
        }
    }

    /// The statement on one manager, whose block holds the statement on the next.
    ///
    /// ```text
    /// // Input:
    /// EXPR as PAT => { BLOCK }
    ///
    /// // Output, where BLOCK holds a `return` and a `?` and has a value:
    /// let mut mgr = EXPR;
    /// let mut exit = Exit::new(&mut mgr);
    /// let value = exit.enter();
    /// 'done: {
    ///     let returned;
    ///     let result;
    ///     if false {
    ///         match () { () => never() };
    ///         returned = any();
    ///         return returned;
    ///         result = any();
    ///         break 'done MayHave::done(exit.verdict(), result);
    ///     }
    ///     result = 'end: {
    ///         returned = 'return0: {
    ///             let residual = 'raise1: {
    ///                 let value = value;
    ///                 break 'end {
    ///                     let PAT = value;
    ///                     BLOCK
    ///                 };
    ///             };
    ///             let exc = exit.raised(&residual).kind();
    ///             let stop = match exit.call(exc, residual) {
    ///                 Continue(residual) => match residual? {},
    ///                 Break(stop) => stop.reached(),
    ///             };
    ///             break 'done stop.settle();
    ///         };
    ///         let exc = exit.left(&returned).kind();
    ///         let stop = match exit.call(exc, returned) {
    ///             Continue(returned) => return returned,
    ///             Break(stop) => stop.reached(),
    ///         };
    ///         break 'done stop.settle();
    ///     };
    ///     let exc = exit.ended(&result).kind();
    ///     exit.finish(exc, result)
    /// }
    /// ```
    fn level(
        &self,
        manager: Manager,
        managers: vec::IntoIter<Manager>,
        body: Body,
        ending: Ending,
        around: &mut dyn Surroundings,
        outermost: bool,
    ) -> TokenStream {
        let Manager {
            mut context,
            target,
        } = manager;
        around.visit(&mut context);
        let innermost = managers.len() == 0;
        let mut level = Level {
            expansion: self,
            done: self.labels.name("done"),
            end: self.labels.name("end"),
            sites: Vec::new(),
            place: Place::of(&context),
            tail: body.stmts.last().map_or_else(Span::mixed_site, first_span),
            ending,
            outermost,
            innermost,
        };
        let header = level.header(&context, target.as_ref(), around);
        let mut frame = Frame::new(around, self.runtime, self.labels);
        let block = if innermost {
            self.block(body.stmts, ending, &mut frame)
        } else {
            self.inner(managers, body, ending, &mut frame)
        };
        let Frame { around, sites, .. } = frame;
        level.sites = sites;
        let bind = target.as_ref().map(bind);
        let keep = keep(target.as_ref());
        let cfgs = level.absent();
        let rest = level.expand(&keep, &ours!(#cfgs #bind #block), around);
        ours!(#header #rest)
    }

    /// BLOCK.
    fn block(&self, mut stmts: Vec<Stmt>, ending: Ending, frame: &mut Frame) -> TokenStream {
        let last = match ending {
            Ending::Nested => stmts.pop(),
            _ => None,
        };
        frame.visit_body(&mut stmts);
        let last = last.and_then(|stmt| frame.visit_last(stmt)).map(|last| {
            let runtime = self.runtime;
            match last {
                (nested, None) => ours!(#nested),
                (nested, Some(_)) => {
                    let unused = located_at(first_span(&nested));
                    let unused = dead(runtime, &[quote_spanned!(unused=> last;)]);
                    ours! {
                        let last = #nested;
                        #unused
                        #runtime::Discard::discard(last)
                    }
                }
            }
        });
        ours!(#(#stmts)* #last)
    }

    /// The statement on the managers to come. Where its exits fail, that is raised in this one's block.
    fn inner(
        &self,
        mut managers: vec::IntoIter<Manager>,
        body: Body,
        ending: Ending,
        frame: &mut Frame,
    ) -> TokenStream {
        let runtime = self.runtime;
        let Some(manager) = managers.next() else {
            return TokenStream::new();
        };
        let place = Place::of(&manager.context);
        let statement = self.level(manager, managers, body, ending, frame, false);
        let failure = ours!(#runtime::reached(failure));
        let raise = frame.leave(&Leap::new(Jump::Fail, place.start), failure);
        ours! {
            match { #statement } {
                #runtime::Continue(result) => result,
                #runtime::Break(failure) => #raise,
            }
        }
    }
}

/// Where the context expression stands.
#[derive(Clone, Copy)]
struct Place {
    start: Span,
    end: Span,
}

impl Place {
    fn of(context: &Expr) -> Self {
        let mut spans = context
            .to_token_stream()
            .into_iter()
            .map(|token| token.span());
        let start = spans.next().unwrap_or_else(Span::mixed_site);
        let end = spans.last().unwrap_or(start);
        Place { start, end }
    }
}

fn first_span(tokens: &impl ToTokens) -> Span {
    let mut tokens = tokens.to_token_stream().into_iter();
    tokens
        .next()
        .map_or_else(Span::mixed_site, |token| token.span())
}

/// `let PAT = value;`
fn bind(target: &Target) -> TokenStream {
    // Found half at the pattern and half at the macro, the statement is none that rustc suggests to write otherwise.
    let bind = Token![let](located_at(first_span(&target.pat)));
    let pat = &target.pat;
    if let Pat::Or(_) = pat {
        ours!(#bind (#pat) = value;)
    } else {
        ours!(#bind #pat = value;)
    }
}

/// `value` is gone with BLOCK, even if the pattern leaves it where it is.
fn keep(target: Option<&Target>) -> TokenStream {
    match target.map(|target| &target.pat) {
        Some(Pat::Ident(name)) if name.by_ref.is_none() && name.subpat.is_none() => {
            TokenStream::new()
        }
        _ => ours!(let value = value;),
    }
}

/// The part of the statement that is one manager's.
struct Level<'a> {
    expansion: &'a Expansion<'a>,
    /// Behind the statement.
    done: Lifetime,
    /// At the end of BLOCK.
    end: Lifetime,
    sites: Vec<Site>,
    place: Place,
    /// The last expression of the user's block.
    tail: Span,
    ending: Ending,
    /// It settles the statement.
    outermost: bool,
    /// Its block is the user's.
    innermost: bool,
}

impl Level<'_> {
    /// ```text
    /// let mut mgr = EXPR;
    /// let mut exit = Exit::new(&mut mgr);
    /// let value = exit.enter();
    /// ```
    fn header(
        &self,
        context: &Expr,
        target: Option<&Target>,
        around: &mut dyn Surroundings,
    ) -> TokenStream {
        let runtime = self.expansion.runtime;
        let Place { start, end } = self.place;
        let settling = self.settling();
        let lookup = match (settling, self.outermost && self.expansion.several) {
            (None, false) => "exit",
            (Some(_), false) => "own_exit",
            (_, true) => "outer_exit",
        };
        let unit = self.ending == Ending::Unit;
        let settling = settling.or(match (lookup, unit) {
            ("outer_exit", true) => Some("unit"),
            ("outer_exit", false) => Some("value"),
            _ => None,
        });
        // The path and its argument are ours alike, so that what is no manager is refused at EXPR.
        let lookup = Ident::new(lookup, located_at(start));
        let manager = quote_spanned!(located_at(end)=> mgr);
        // Of a value that can't be other than `()` the type is told at once.
        let unit = (unit && settling.is_none()).then(|| ours!(::<()>));
        let lookup = quote_spanned!(located_at(start)=> Lookup::#lookup #unit (&mut #manager));
        let settling = settling.map(|settling| {
            let settling = Ident::new(settling, located_at(start));
            // The value of a block that has none is of a type that falls back like that of any such block.
            let never = self.diverges().then(|| ours!(|| #runtime::diverge()));
            ours!(.#settling(#never))
        });
        let joined = match (self.expansion.several, self.outermost, self.innermost) {
            (true, true, _) => Some(ours!(let joined = exit.joined();)),
            (true, false, false) => Some(ours!(let joined = joined.join(&exit);)),
            _ => None,
        };
        let enter = if let Some(question) = target.and_then(|target| target.question) {
            let succeeded = ours!(|value| #runtime::entered(value).succeeded());
            let enter = quote_spanned!(start=> try_enter(#succeeded));
            let enter = quote_spanned!(located_at(start)=> exit.#enter);
            around
                .attempt(Expr::Verbatim(enter), question.span)
                .into_token_stream()
        } else {
            // A panic in it is located here.
            let enter = quote_spanned!(start=> enter());
            ours!(exit.#enter)
        };
        let unseen = match target {
            None => Some(located_at(start)),
            Some(Target {
                pat: Pat::Wild(wild),
                question: None,
            }) => Some(located_at(wild.underscore_token.span)),
            Some(_) => None,
        };
        let unseen = unseen.map(|span| {
            let check = quote_spanned!(span=> Certain::certain(unseen));
            ours! {
                {
                    use #runtime::Certain;
                    let unseen = #runtime::unseen(&value).kind();
                    #check;
                }
            }
        });
        ours! {
            let mut mgr = #context;
            let mut exit = {
                use #runtime::Lookup;
                #lookup #settling
            };
            #joined
            let value = #enter;
            #unseen
        }
    }

    /// The end of the user's block is out of reach.
    fn no_end(&self) -> bool {
        self.ending == Ending::Diverges && self.innermost
    }

    /// The statement can't go on behind its block, unless a verdict lets it.
    fn diverges(&self) -> bool {
        self.outermost && self.ending.diverges()
    }

    /// The method of `Exit` that chooses how the statement settles.
    fn settling(&self) -> Option<&'static str> {
        match self.ending {
            Ending::Diverges if !self.outermost && self.no_end() => Some("raising_diverging"),
            Ending::Unit if !self.outermost => Some("raising_unit"),
            _ if !self.outermost => Some("raising"),
            Ending::Unit | Ending::Value => None,
            Ending::Diverges if self.no_end() => Some("diverging"),
            Ending::Diverges | Ending::Nested => Some("ending"),
        }
    }

    /// A `?` under a `#[cfg]` that doesn't hold has a landing place all the same, which wants a type.
    fn absent(&self) -> TokenStream {
        let runtime = self.expansion.runtime;
        let absent = self
            .sites
            .iter()
            .filter(|site| !site.leap.cfgs.is_empty() && matches!(site.leap.jump, Jump::Raise));
        let absent = absent.map(|Site { leap, label }| {
            let cfgs = &leap.cfgs;
            let dead = dead(
                runtime,
                &[ours!(break #label #runtime::any::<#runtime::Absent>();)],
            );
            ours! {
                #[cfg(not(all(#(#cfgs),*)))]
                { #dead }
            }
        });
        ours!(#(#absent)*)
    }

    fn expand(
        &self,
        keep: &TokenStream,
        block: &TokenStream,
        around: &mut dyn Surroundings,
    ) -> TokenStream {
        let runtime = self.expansion.runtime;
        let flow = Flow::of(&self.sites, runtime, around);
        let landings = self.landings(&flow, around);

        // The types of what leaves BLOCK are told ahead of it.
        let mut declared: Vec<&Ident> = Vec::new();
        let mut ties: Vec<TokenStream> = Vec::new();
        for Landing { site, name, leave } in &landings {
            if site.leap.jump.has_value() && !declared.contains(&name) {
                let leave = match &flow.breaks {
                    Some(breaks) if site.leap.jump.is_unlabelled() => breaks,
                    _ => leave,
                };
                declared.push(name);
                ties.push(ours!(#name = #runtime::any(); #leave;));
            }
        }
        let result = Ident::new("result", Span::mixed_site());
        let joins = self.expansion.several && self.innermost;
        if self.ending == Ending::Value && (self.outermost || joins) {
            declared.push(&result);
        }
        if joins {
            let pat = match self.ending {
                Ending::Unit => ours!(let () =),
                Ending::Value => ours!(result =),
                Ending::Diverges | Ending::Nested => TokenStream::new(),
            };
            ties.push(ours!(#pat joined.last(&exit);));
        }
        let body = self.body(keep, block, &landings, &flow, declared.contains(&&result));
        let declared = ours!(#(let #declared;)*);
        let done = &self.done;
        if self.ending == Ending::Value && self.outermost {
            // And so is that of the statement, which the context may expect.
            let span = located_at(self.tail);
            let output = quote_spanned!(span=> MayHave::done(exit.verdict(), result));
            let output = ours!({ use #runtime::MayHave; #output });
            let result = ours!(#result = #runtime::any(););
            return if flow.is_empty() {
                ties.push(ours!(#result break #done #output;));
                let dead = dead(runtime, &ties);
                ours!(#done: { #declared #dead #body })
            } else {
                ties.push(ours!(#result #output));
                let dead = dead(runtime, &ties);
                let replay = flow.replay(&ours!(#done: { #body }));
                ours!(#declared #dead else { #replay })
            };
        }
        let dead = dead(runtime, &ties);
        if landings.is_empty() && (self.no_end() || !self.diverges()) {
            return ours!(#declared #dead #body);
        }
        let body = if flow.is_empty() {
            ours!(#done: { #declared #dead #body })
        } else {
            let replay = flow.replay(&ours!(#done: { #body }));
            ours!(#declared #dead #replay)
        };
        if self.diverges() && !self.expansion.last {
            ours!(#runtime::Diverge::diverge({ #body }))
        } else {
            body
        }
    }

    /// BLOCK within its landing places, and what comes behind its end.
    fn body(
        &self,
        keep: &TokenStream,
        block: &TokenStream,
        landings: &[Landing],
        flow: &Flow,
        declared: bool,
    ) -> TokenStream {
        let runtime = self.expansion.runtime;
        let done = &self.done;
        let end = &self.end;
        let mut body = match landings {
            [_, ..] if !self.no_end() => ours!(let value = value; break #end { #block };),
            _ => ours!(#keep #block),
        };
        for Landing {
            site: Site { leap, label },
            name,
            leave,
            ..
        } in landings
        {
            let land = match leap.jump {
                Jump::Return | Jump::Break { value: true, .. } => ours! {
                    #name = #label: { #body };
                    let exc = exit.left(&#name).kind();
                },
                Jump::Break { value: false, .. } | Jump::Continue { .. } => ours! {
                    let #name = #label: { #body };
                    let exc = #runtime::Nothing;
                },
                Jump::Raise | Jump::Fail => {
                    // The place of this call is the location in the traceback.
                    let kind = quote_spanned!(leap.span=> kind());
                    ours! {
                        let #name = #label: { #body };
                        let exc = exit.raised(&#name).#kind;
                    }
                }
            };
            let output = flow.done(ours!(stop.settle()));
            // An error that can't be lent is refused at its `?`.
            let call = quote_spanned!(located_at(leap.span)=> exit.call(exc, #name));
            body = ours! {
                #land
                let stop = match #call {
                    #runtime::Continue(#name) => #leave,
                    #runtime::Break(stop) => stop.reached(),
                };
                break #done #output;
            };
        }
        if self.no_end() {
            return body;
        }
        let declare = (!declared).then(|| ours!(let));
        let end = (!landings.is_empty()).then(|| ours!(#end:));
        let exc = match self.ending {
            Ending::Unit => ours!(#runtime::Nothing),
            Ending::Value => ours!(exit.ended(&result).kind()),
            _ if !self.outermost => ours!(exit.left(&result).kind()),
            Ending::Diverges | Ending::Nested => ours!(exit.ended_by(&result).kind()),
        };
        let finish =
            flow.done(quote_spanned!(located_at(self.place.start)=> exit.finish(exc, result)));
        ours! {
            #declare result = #end { #body };
            let exc = #exc;
            #finish
        }
    }

    fn landings<'s>(&'s self, flow: &Flow, around: &mut dyn Surroundings) -> Vec<Landing<'s>> {
        let runtime = self.expansion.runtime;
        let done = &self.done;
        let flowing = flow.name();
        let landing = |site: &'s Site| {
            let span = located_at(site.leap.span);
            let name = match &site.leap.jump {
                Jump::Return => Ident::new("returned", span),
                Jump::Break { label: Some(_), .. } => {
                    let label = site.label.ident.to_string();
                    let number = label.trim_start_matches("break");
                    format_ident!("broken{number}", span = span)
                }
                Jump::Break { label: None, .. } => Ident::new("broken", span),
                Jump::Continue { .. } => Ident::new("continued", span),
                Jump::Raise => Ident::new("residual", span),
                Jump::Fail => Ident::new("failure", span),
            };
            let leave = match &site.leap.jump {
                Jump::Fail if self.outermost => {
                    let span = located_at(site.leap.span);
                    let output = quote_spanned!(span=> FailAs::fail_as(#name));
                    let output = ours!({ use #runtime::FailAs; #output });
                    let output = flow.done(output);
                    ours!(break #done #output)
                }
                Jump::Break { label: None, .. } => {
                    ours!(break #done #runtime::#flowing::Break(#name))
                }
                Jump::Continue { label: None } => {
                    ours!(break #done #runtime::#flowing::Continue(#name))
                }
                Jump::Raise if !site.leap.cfgs.is_empty() => {
                    let cfgs = &site.leap.cfgs;
                    let leave = around.leave(&site.leap, ours!(#name));
                    ours!({
                        #[cfg(all(#(#cfgs),*))]
                        {
                            #leave
                        }
                        #[cfg(not(all(#(#cfgs),*)))]
                        {
                            match #name {}
                        }
                    })
                }
                _ => around.leave(&site.leap, ours!(#name)),
            };
            Landing { site, name, leave }
        };
        self.sites.iter().map(landing).collect()
    }
}

/// A branch that never runs and only tells types.
fn dead(runtime: &Path, ties: &[TokenStream]) -> TokenStream {
    let Some((last, ties)) = ties.split_last() else {
        return TokenStream::new();
    };
    ours! {
        if false {
            match () { () => #runtime::never() };
            #(if true { #ties })*
            #last
        }
    }
}

/// A landing place with what carries the jump on from there.
struct Landing<'a> {
    site: &'a Site,
    /// Of the variable that holds the payload.
    name: Ident,
    leave: TokenStream,
}

/// An unlabelled `break` or `continue` can't stand in a labelled block, so these are replayed behind the statement.
struct Flow<'a> {
    runtime: &'a Path,
    breaks: Option<TokenStream>,
    continues: Option<TokenStream>,
}

impl<'a> Flow<'a> {
    fn of(sites: &[Site], runtime: &'a Path, around: &mut dyn Surroundings) -> Self {
        let mut flow = Flow {
            runtime,
            breaks: None,
            continues: None,
        };
        for Site { leap, .. } in sites {
            match leap.jump {
                Jump::Break { label: None, .. } if flow.breaks.is_none() => {
                    flow.breaks = Some(around.leave(leap, ours!(broken)));
                }
                Jump::Continue { label: None } if flow.continues.is_none() => {
                    flow.continues = Some(around.leave(leap, ours!(continued)));
                }
                _ => {}
            }
        }
        flow
    }

    fn is_empty(&self) -> bool {
        self.breaks.is_none() && self.continues.is_none()
    }

    /// The name of the type that says which of them may come instead of the statement's output.
    fn name(&self) -> Ident {
        let name = match (&self.breaks, &self.continues) {
            (Some(_), None) => "Breaking",
            (None, Some(_)) => "Continuing",
            _ => "Flow",
        };
        Ident::new(name, Span::mixed_site())
    }

    fn done(&self, output: TokenStream) -> TokenStream {
        let (runtime, name) = (self.runtime, self.name());
        if self.is_empty() {
            output
        } else {
            ours!(#runtime::#name::Done(#output))
        }
    }

    fn replay(&self, statement: &TokenStream) -> TokenStream {
        let (runtime, name) = (self.runtime, self.name());
        let breaks = self.breaks.iter();
        let continues = self.continues.iter();
        ours! {
            let output = match #statement {
                #runtime::#name::Done(output) => output,
                #(#runtime::#name::Break(broken) => #breaks,)*
                #(#runtime::#name::Continue(continued) => #continues,)*
            };
            output
        }
    }
}
