//! The landing places of the ways out of BLOCK, where exit is called and the jump goes on.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::{Lifetime, Path};

use crate::copy::Copied;
use crate::enter::{Keep, Place};
use crate::exits::{Jump, Leap, Site, Surroundings};
use crate::expand::{Expansion, lookup, method, ours, wait};
use crate::flow::Flow;
use crate::reach::Ending;
use crate::spans::located_at;

/// The part of the statement that is one manager's.
pub(crate) struct Level<'a> {
    pub(crate) expansion: &'a Expansion<'a>,
    /// Behind the statement.
    pub(crate) done: Lifetime,
    /// At the end of BLOCK.
    pub(crate) end: Lifetime,
    pub(crate) sites: Vec<Site>,
    pub(crate) place: Place,
    /// The last expression of the user's block.
    pub(crate) tail: Span,
    pub(crate) ending: Ending,
    /// The end of its block is out of reach.
    pub(crate) no_end: bool,
    /// It settles the statement.
    pub(crate) outermost: bool,
    /// Its block is the user's.
    pub(crate) innermost: bool,
}

impl Level<'_> {
    /// ```text
    /// let mut exit = {
    ///     use Lookup;
    ///     Lookup::exit(&mut mgr)
    /// };
    /// ```
    pub(crate) fn lookup(&self) -> TokenStream {
        let runtime = self.expansion.runtime;
        let Place { start, end } = self.place;
        let settling = self.settling();
        let (method, unit) = match (self.outermost && self.expansion.several, settling) {
            (true, _) => ("outer_exit", None),
            (false, Some(_)) => ("own_exit", None),
            // Of a value that can't be other than `()` the type is told at once.
            (false, None) => ("exit", (self.ending == Ending::Unit).then(|| ours!(::<()>))),
        };
        // The path and its argument are ours alike, so that what is no manager is refused at EXPR.
        let method = Ident::new(method, located_at(start));
        let manager = quote_spanned!(located_at(end)=> mgr);
        let lookup = lookup(self.expansion.protocol);
        let mut found = lookup.clone();
        found.set_span(located_at(start));
        let found = quote_spanned!(located_at(start)=> #found::#method #unit (&mut #manager));
        let settling = settling.map(|settling| {
            let settling = Ident::new(settling, located_at(start));
            // The value of a block that has none is of a type that falls back like that of any such block.
            let never = self.diverges().then(|| ours!(|| #runtime::diverge()));
            ours!(.#settling(#never))
        });
        let joined = match (self.expansion.several, self.outermost, self.innermost) {
            (true, true, _) => Some(ours!(let joined = exit.join_verdicts();)),
            (true, false, false) => Some(ours!(let joined = joined.join(&exit);)),
            _ => None,
        };
        let exit = Ident::new("exit", located_at(end));
        let exit = quote_spanned!(located_at(start)=> let mut #exit);
        ours! {
            #exit = {
                use #runtime::#lookup;
                #found #settling
            };
            #joined
        }
    }

    /// The statement can't go on behind its block, unless a verdict lets it.
    fn diverges(&self) -> bool {
        self.outermost && self.ending.diverges()
    }

    /// The method of `Exit` that chooses how the statement settles.
    fn settling(&self) -> Option<&'static str> {
        let several = self.expansion.several;
        match (self.outermost, self.ending) {
            (false, Ending::Unit) => Some("raising_unit"),
            (false, _) if self.no_end => Some("raising_diverging"),
            (false, _) => Some("raising"),
            (true, Ending::Unit) => several.then_some("unit"),
            (true, Ending::Value) => several.then_some("value"),
            (true, _) if self.no_end => Some("diverging"),
            (true, _) => Some("ending"),
        }
    }

    pub(crate) fn expand(
        &self,
        keep: &Keep,
        block: &TokenStream,
        copied: Option<Copied>,
        around: &mut dyn Surroundings,
    ) -> TokenStream {
        let runtime = self.expansion.runtime;
        let flow = Flow::of(&self.sites, runtime, around);
        let landings = self.landings(&flow, around);

        // The types of what leaves BLOCK are told ahead of it.
        let mut names: Vec<&Ident> = Vec::new();
        let mut declared = TokenStream::new();
        let mut ties: Vec<TokenStream> = Vec::new();
        for Landing { site, name, leave } in &landings {
            if site.leap.jump.has_value() && !names.contains(&name) {
                // Of several `bail!`s or unlabelled `break`s the variable is the same: it is there if any of them is.
                let same = landings.iter().filter(|landing| landing.name == *name);
                let leap = same
                    .map(|landing| landing.site.leap.clone())
                    .reduce(Leap::or)
                    .unwrap_or_else(|| site.leap.clone());
                let leave = match &flow.breaks {
                    Some(breaks) if site.leap.jump.is_unlabelled() => &breaks.leave,
                    _ => leave,
                };
                names.push(name);
                let cfg = leap.cfg.iter();
                declared.extend(ours!(#(#[cfg(#cfg)])* let #name;));
                ties.push(under(&leap, ours!(#name = #runtime::any(); #leave;)));
            }
        }
        let joins = self.expansion.several && self.innermost;
        let declares_result = self.ending == Ending::Value && (self.outermost || joins);
        if declares_result {
            declared.extend(ours!(let result;));
        }
        if joins {
            let pat = match self.ending {
                Ending::Unit => ours!(let () =),
                Ending::Value => ours!(result =),
                Ending::Diverges | Ending::Nested => TokenStream::new(),
            };
            ties.push(ours!(#pat joined.last(&exit);));
        }
        let copy = copied.map(|copied| self.copy(copied, &landings, declares_result));
        let copied = copy.is_some();
        let body = self.body(keep, block, &landings, &flow, declares_result);
        let done = &self.done;
        if self.ending == Ending::Value && self.outermost {
            // And so is that of the statement, which the context may expect.
            let span = located_at(self.tail);
            let output = quote_spanned!(span=> MayHave::done(exit.joined_verdict(), result));
            let output = ours!({ use #runtime::MayHave; #output });
            let result = ours!(result = #runtime::any(););
            return if flow.is_empty() {
                ties.push(ours!(#result break #done #output;));
                ties.extend(copy);
                let dead = dead(runtime, &ties);
                ours!(#done: { #declared #dead #body })
            } else {
                ties.extend(copy);
                ties.push(ours!(#result #output));
                let dead = dead(runtime, &ties);
                let replay = flow.replay(&ours!(#done: { #body }));
                ours!(#declared #dead else { #replay })
            };
        }
        ties.extend(copy);
        let dead = dead(runtime, &ties);
        if landings.is_empty() && (self.no_end || !self.diverges()) {
            // A `continue` that a macro hides is refused in a labelled block.
            return if copied {
                ours!(#done: { #declared #dead #body })
            } else {
                ours!(#declared #dead #body)
            };
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
        keep: &Keep,
        block: &TokenStream,
        landings: &[Landing],
        flow: &Flow,
        declares_result: bool,
    ) -> TokenStream {
        let runtime = self.expansion.runtime;
        let done = &self.done;
        let end = &self.end;
        let kept = &keep.tokens;
        let mut body = if landings.is_empty() || self.no_end {
            let kept = (!keep.moved).then_some(kept);
            ours!(#kept #block)
        } else {
            ours!(#kept break #end { #block };)
        };
        for Landing {
            site: Site { leap, label },
            name,
            leave,
            ..
        } in landings
        {
            // What has a value is assigned to a variable of a type that was told. Under `#[cfg]` that comes second, as
            // without the jump there is nothing to assign.
            let (place, assign) = match (leap.jump.has_value(), &leap.cfg) {
                (false, _) => (ours!(let #name), None),
                (true, None) => (ours!(#name), None),
                (true, Some(_)) => (ours!(let payload), Some(ours!(#name = payload;))),
            };
            // Told and called at one place, so that what is wrong with the exit is reported once.
            let at = located_at(leap.span);
            // The place of this call is the location in the traceback.
            let here = quote_spanned!(leap.span=> told_here());
            let exc = match leap.jump {
                _ if leap.jump.raises_elsewhere() => {
                    quote_spanned!(at=> exit.told_raised(&#name).told_kind())
                }
                Jump::Return | Jump::Break { value: true, .. } => {
                    quote_spanned!(at=> exit.told_left(&#name).told_kind())
                }
                Jump::Break { value: false, .. } | Jump::Continue { .. } => {
                    ours!(#runtime::Nothing)
                }
                Jump::Bail => {
                    quote_spanned!(at=> exit.told_bailed(&#name).told_kind().#here)
                }
                Jump::Panic => quote_spanned!(at=> exit.told_raised(&#name).told_kind()),
                Jump::Raise | Jump::Fail => {
                    quote_spanned!(at=> exit.told_raised(&#name).told_kind().#here)
                }
            };
            let stopped = flow.done(ours!(stop.reached().settle()));
            // An error that can't be lent is refused at its `?`.
            let (told, call) = match self.wait(at, &ours!(#name)) {
                None => (None, quote_spanned!(at=> exit.call(exc, #name))),
                Some(told) => (Some(told), quote_spanned!(at=> exit.rule(lent, verdict))),
            };
            let land = ours! {
                #assign
                let exc = #exc;
                #told
                break #done match #call {
                    #runtime::Continue(#name) => #leave,
                    #runtime::Break(stop) => #stopped,
                };
            };
            let land = under(leap, land);
            body = ours! {
                #place = #label: { #body };
                #land
            };
        }
        if self.no_end {
            return body;
        }
        let declare = (!declares_result).then(|| ours!(let));
        let end = (!landings.is_empty()).then(|| ours!(#end:));
        let at = located_at(self.place.start);
        let exc = match self.ending {
            Ending::Unit => ours!(#runtime::Nothing),
            Ending::Value => quote_spanned!(at=> exit.told_ended(&result).told_kind()),
            _ if !self.outermost => quote_spanned!(at=> exit.told_left(&result).told_kind()),
            Ending::Diverges | Ending::Nested => {
                quote_spanned!(at=> exit.told_ended_by(&result).told_kind())
            }
        };
        let (told, finish) = match self.wait(at, &ours!(result)) {
            None => (None, quote_spanned!(at=> exit.finish(exc, result))),
            Some(told) => (Some(told), quote_spanned!(at=> exit.finish(lent, verdict))),
        };
        let finish = flow.done(finish);
        ours! {
            #declare result = #end { #body };
            let exc = #exc;
            #told
            #finish
        }
    }

    /// What `call` and `finish` do between telling exit and acting on its verdict, where the protocol awaits it.
    fn wait(&self, at: Span, payload: &TokenStream) -> Option<TokenStream> {
        let protocol = self.expansion.protocol;
        let wait = wait(protocol, self.place.start)?;
        let exit = method(self.expansion.runtime, protocol, "aexit");
        let lend = quote_spanned!(at=> exit.lend(exc, #payload));
        Some(ours! {
            let mut lent = #lend;
            let verdict = exit.exit_manager(lent.exception(), #exit) #wait;
        })
    }

    fn landings<'s>(&'s self, flow: &Flow, around: &mut dyn Surroundings) -> Vec<Landing<'s>> {
        let runtime = self.expansion.runtime;
        let flowing = flow.name();
        let landing = |site: &'s Site| {
            let span = located_at(site.leap.span);
            let name = match &site.leap.jump {
                Jump::Return => Ident::new("returned", span),
                Jump::Bail => Ident::new("bailed", span),
                Jump::Break { label: Some(_), .. } => {
                    let label = site.label.ident.to_string();
                    let number = label.trim_start_matches("break");
                    format_ident!("broken{number}", span = span)
                }
                Jump::Break { label: None, .. } => Ident::new("broken", span),
                Jump::Continue { .. } => Ident::new("continued", span),
                Jump::Raise => Ident::new("residual", span),
                Jump::Fail => Ident::new("failure", span),
                Jump::Panic => Ident::new("panicked", span),
            };
            let leave = match &site.leap.jump {
                Jump::Fail if self.outermost => {
                    let span = located_at(site.leap.span);
                    let output = quote_spanned!(span=> FailAs::fail_as(#name));
                    flow.done(ours!({ use #runtime::FailAs; #output }))
                }
                Jump::Panic => ours!(#runtime::resume(#name)),
                Jump::Break { label: None, .. } => ours!(#runtime::#flowing::Break(#name)),
                Jump::Continue { label: None } => ours!(#runtime::#flowing::Continue(#name)),
                _ => around.leave(&site.leap, ours!(#name)),
            };
            Landing { site, name, leave }
        };
        self.sites.iter().map(landing).collect()
    }
}

/// The tokens are there if the jump is.
pub(crate) fn under(leap: &Leap, tokens: TokenStream) -> TokenStream {
    match &leap.cfg {
        Some(cfg) => ours!(#[cfg(#cfg)] { #tokens }),
        None => tokens,
    }
}

/// A branch that never runs and only tells types.
pub(crate) fn dead(runtime: &Path, ties: &[TokenStream]) -> TokenStream {
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
pub(crate) struct Landing<'a> {
    pub(crate) site: &'a Site,
    /// Of the variable that holds the payload.
    pub(crate) name: Ident,
    /// What `'done` hands out if exit lets the jump go on, or an expression that carries it on.
    leave: TokenStream,
}
