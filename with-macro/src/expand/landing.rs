//! The landing places of the ways out of BLOCK, where exit is called and the jump goes on.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::{Lifetime, Stmt};

use super::context::{Cx, any, dead, lookup, method, under, wait};
use super::enter::ExprSpan;
use super::loop_control::LoopControl;
use crate::jump::{Enclosing, Jump, JumpSite, LandingPad, Payload};
use crate::ours::ours;
use crate::spans::{first_span, located_at};
use crate::tail::{Tail, has_plain_value};

/// The part of the statement that is one manager's.
pub(crate) struct TryFinally<'a> {
    pub(crate) cx: &'a Cx<'a>,
    /// Behind the statement.
    pub(crate) done: Lifetime,
    /// At the end of BLOCK.
    pub(crate) end: Lifetime,
    pub(crate) pads: Vec<LandingPad>,
    pub(crate) place: ExprSpan,
    pub(crate) last: LastExpr,
    pub(crate) tail: Tail,
    /// The end of its block is out of reach.
    pub(crate) no_end: bool,
    /// It settles the statement.
    pub(crate) outermost: bool,
    /// Its block is the user's.
    pub(crate) innermost: bool,
}

/// The last expression of the user's block.
pub(crate) struct LastExpr {
    span: Span,
    /// It has no `Err` or `None` of its own.
    plain: bool,
}

impl LastExpr {
    pub(crate) fn of(stmts: &[Stmt]) -> Self {
        LastExpr {
            span: stmts.last().map_or_else(Span::mixed_site, first_span),
            plain: has_plain_value(stmts),
        }
    }
}

impl TryFinally<'_> {
    /// `let mut exit = Lookup::exit::<Value<_>>(&mut mgr);`
    pub(crate) fn lookup(&self) -> TokenStream {
        let ExprSpan { start, end } = self.place;
        let Cx {
            protocol, several, ..
        } = *self.cx;
        // The path and its argument are ours alike, so that what is no manager is refused at EXPR.
        let lookup = lookup(protocol);
        let settling = self.settling();
        let manager = quote_spanned!(located_at(end)=> mgr);
        let found = if several && self.outermost {
            quote_spanned!(located_at(start)=> __with::#lookup::joined_exit::<#settling, _>(&mut #manager))
        } else {
            quote_spanned!(located_at(start)=> __with::#lookup::exit::<#settling>(&mut #manager))
        };
        // The value of a block that has none is of a type that falls back like that of any such block.
        let never = self
            .diverges()
            .then(|| ours!(.diverging_statement(|| __with::diverge())));
        let joined = match (several, self.outermost, self.innermost) {
            (true, true, _) => Some(ours!(let joined = exit.join_verdicts();)),
            (true, false, false) => Some(ours!(let joined = joined.join_verdict_of(&exit);)),
            _ => None,
        };
        let exit = Ident::new("exit", located_at(end));
        let exit = quote_spanned!(located_at(start)=> let mut #exit);
        ours! {
            #exit = #found #never;
            #joined
        }
    }

    /// The statement can't go on behind its block, unless a verdict lets it.
    fn diverges(&self) -> bool {
        self.outermost && self.tail.diverges()
    }

    /// The type that says how the statement settles.
    fn settling(&self) -> TokenStream {
        match (self.outermost, self.tail) {
            (false, Tail::Unit) => ours!(__with::ToOuter<()>),
            (false, _) if self.no_end => ours!(__with::ToOuter<__with::Unreached>),
            (false, _) => ours!(__with::ToOuter<_>),
            (true, Tail::Unit) => ours!(__with::ToValue<()>),
            (true, Tail::Value) => ours!(__with::ToValue<_>),
            (true, _) if self.no_end => {
                ours!(__with::ToNever<__with::Unreached, _>)
            }
            (true, _) => ours!(__with::ToNever<_, _>),
        }
    }

    pub(crate) fn expand(
        &self,
        keep: Option<&TokenStream>,
        block: &TokenStream,
        around: &mut dyn Enclosing,
    ) -> TokenStream {
        let loop_control = LoopControl::of(&self.pads, around);
        let landings = self.landings(&loop_control, around);

        // The types of what leaves BLOCK are told ahead of it.
        let mut names: Vec<&Ident> = Vec::new();
        let mut declared = TokenStream::new();
        let mut ties: Vec<TokenStream> = Vec::new();
        for LandingCode { pad, name, leave } in &landings {
            if pad.site.jump.has_value() && !names.contains(&name) {
                // Of several `bail!`s or unlabelled `break`s the variable is the same: it is there if any of them is.
                let same = landings.iter().filter(|landing| landing.name == *name);
                let site = same
                    .map(|landing| landing.pad.site.clone())
                    .reduce(JumpSite::or)
                    .unwrap_or_else(|| pad.site.clone());
                let leave = match &loop_control.breaks {
                    Some(breaks) if pad.site.jump.is_unlabelled() => &breaks.leave,
                    _ => leave,
                };
                names.push(name);
                let cfg = site.cfg.iter();
                declared.extend(ours!(#(#[cfg(#cfg)])* let #name;));
                ties.push(under(&site, ours!(#name = __with::any(); #leave;)));
            }
        }
        let joins = self.cx.several && self.innermost;
        let declares_result = self.tail == Tail::Value && (self.outermost || joins);
        if declares_result {
            declared.extend(ours!(let result;));
        }
        if joins {
            let pat = match self.tail {
                Tail::Unit => ours!(let () =),
                Tail::Value => ours!(result =),
                Tail::Diverges | Tail::Nested => TokenStream::new(),
            };
            ties.push(ours!(#pat joined.value_of_innermost(&exit);));
        }
        let body = self.body(keep, block, &landings, &loop_control, declares_result);
        let done = &self.done;
        if self.tail == Tail::Value && self.outermost {
            // And so is that of the statement, which the context may expect.
            let span = located_at(self.last.span);
            let output =
                quote_spanned!(span=> __with::MayHave::done(exit.joined_verdict(), result));
            let any = any();
            let result = ours!(result = #any;);
            return if loop_control.is_empty() {
                ties.push(ours!(#result break #done #output;));
                let dead = dead(&ties);
                ours!(#done: { #declared #dead #body })
            } else {
                ties.push(ours!(#result #output));
                let dead = dead(&ties);
                let resume = loop_control.resume(&ours!(#done: { #body }));
                ours!(#declared #dead else { #resume })
            };
        }
        let dead = dead(&ties);
        if landings.is_empty() && (self.no_end || !self.diverges()) {
            return ours!(#declared #dead #body);
        }
        let body = if loop_control.is_empty() {
            ours!(#done: { #declared #dead #body })
        } else {
            let resume = loop_control.resume(&ours!(#done: { #body }));
            ours!(#declared #dead #resume)
        };
        if self.diverges() && !self.cx.last {
            ours!(__with::MaybeNever::diverge({ #body }))
        } else {
            body
        }
    }

    /// BLOCK within its landing places, and what comes behind its end.
    fn body(
        &self,
        keep: Option<&TokenStream>,
        block: &TokenStream,
        landings: &[LandingCode],
        loop_control: &LoopControl,
        declares_result: bool,
    ) -> TokenStream {
        let done = &self.done;
        let end = &self.end;
        let mut body = if landings.is_empty() || self.no_end {
            ours!(#keep #block)
        } else {
            // Without a statement before it, clippy finds that the block is nothing but a `break`.
            let kept = ours!(let value = value;);
            let keep = keep.unwrap_or(&kept);
            ours!(#keep break #end { #block };)
        };
        for LandingCode {
            pad: LandingPad { site, label },
            name,
            leave,
            ..
        } in landings
        {
            // What has a value is assigned to a variable of a type that was told. Under `#[cfg]` that comes second, as
            // without the jump there is nothing to assign.
            let (place, assign) = match (site.jump.has_value(), &site.cfg) {
                (false, _) => (ours!(let #name), None),
                (true, None) => (ours!(#name), None),
                (true, Some(_)) => (ours!(let payload), Some(ours!(#name = payload;))),
            };
            // Classified and called at one place, so that what is wrong with the exit is reported once.
            let at = located_at(site.span);
            let exc = exc_of_jump(site, name);
            let stopped = loop_control.done(ours!((!stop).into_output()));
            // An error that can't be lent is refused at its `?`.
            let (told, call) = match self.wait(at, &ours!(#name)) {
                None => (None, quote_spanned!(at=> exit.call_exit(exc, #name))),
                Some(told) => (
                    Some(told),
                    quote_spanned!(at=> exit.apply_verdict(lent, verdict)),
                ),
            };
            let land = ours! {
                #assign
                let exc = #exc;
                #told
                break #done match #call {
                    __with::Continue(#name) => #leave,
                    __with::Break(stop) => #stopped,
                };
            };
            let land = under(site, land);
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
        let exc = self.exc_at_end();
        let (told, finish) = match self.wait(at, &ours!(result)) {
            None => (
                None,
                quote_spanned!(at=> exit.finish_statement(exc, result)),
            ),
            Some(told) => (
                Some(told),
                quote_spanned!(at=> exit.finish_statement(lent, verdict)),
            ),
        };
        let finish = loop_control.done(finish);
        ours! {
            #declare result = #end { #body };
            let exc = #exc;
            #told
            #finish
        }
    }

    /// What exit is passed at the end of BLOCK.
    fn exc_at_end(&self) -> TokenStream {
        let at = located_at(self.place.start);
        match self.tail {
            Tail::Unit => ours!(__with::NoException),
            Tail::Value if self.last.plain => {
                quote_spanned!(at=> exit.exc_info_at_plain_end(&result).classify_exc())
            }
            Tail::Value => {
                // A value of a type that isn't known is refused where it stands.
                let classify = quote_spanned!(located_at(self.last.span)=> classify_exc());
                quote_spanned!(at=> exit.exc_info_at_end(&result).#classify)
            }
            _ if !self.outermost => {
                quote_spanned!(at=> exit.exc_info_if_strict(&result).classify_exc())
            }
            Tail::Diverges | Tail::Nested => {
                quote_spanned!(at=> exit.exc_info_of_nested_end(&result).classify_exc())
            }
        }
    }

    /// What `call_exit` and `finish_statement` do until there is a verdict to act on, where the protocol awaits it.
    fn wait(&self, at: Span, payload: &TokenStream) -> Option<TokenStream> {
        let protocol = self.cx.protocol;
        let wait = wait(protocol, self.place.start)?;
        let exit = method(protocol, "aexit");
        let lend = quote_spanned!(at=> exit.lend_payload(exc, #payload));
        Some(ours! {
            let mut lent = #lend;
            let verdict = exit.exit_manager(lent.lent_exc_info(), #exit) #wait;
        })
    }

    fn landings<'s>(
        &'s self,
        loop_control: &LoopControl,
        around: &mut dyn Enclosing,
    ) -> Vec<LandingCode<'s>> {
        let flowing = loop_control.name();
        let landing = |pad: &'s LandingPad| {
            let span = located_at(pad.site.span);
            let name = match &pad.site.jump {
                Jump::Return => Ident::new("returned", span),
                Jump::Bail => Ident::new("bailed", span),
                Jump::Break { label: Some(_), .. } => {
                    let label = pad.label.ident.to_string();
                    let number = label.trim_start_matches(pad.site.jump.landing());
                    match pad.site.jump.payload() {
                        Payload::Residual => Ident::new("residual", span),
                        Payload::Bailed => format_ident!("bailed{number}", span = span),
                        _ => format_ident!("broken{number}", span = span),
                    }
                }
                Jump::Break { label: None, .. } => Ident::new("broken", span),
                Jump::Continue { .. } => Ident::new("continued", span),
                Jump::Raise => Ident::new("residual", span),
                Jump::Fail => Ident::new("failure", span),
                Jump::Panic => Ident::new("panicked", span),
            };
            let leave = match &pad.site.jump {
                Jump::Fail if self.outermost => {
                    let span = located_at(pad.site.span);
                    loop_control.done(quote_spanned!(span=> __with::FailAs::fail_as(#name)))
                }
                Jump::Panic => ours!(__with::resume(#name)),
                Jump::Break { label: None, .. } => ours!(__with::#flowing::Break(#name)),
                Jump::Continue { label: None } => ours!(__with::#flowing::Continue(#name)),
                _ => around.leave(&pad.site, ours!(#name)),
            };
            LandingCode { pad, name, leave }
        };
        self.pads.iter().map(landing).collect()
    }
}

/// A landing place with what carries the jump on from there.
pub(crate) struct LandingCode<'a> {
    pub(crate) pad: &'a LandingPad,
    /// Of the variable that holds the payload.
    pub(crate) name: Ident,
    /// What `'done` hands out if exit lets the jump go on, or an expression that carries it on.
    leave: TokenStream,
}

/// What exit is passed of a jump, whose payload is in this variable.
fn exc_of_jump(site: &JumpSite, payload: &Ident) -> TokenStream {
    let at = located_at(site.span);
    // The place of this call is the location in the traceback.
    let here = quote_spanned!(site.span=> raised_here());
    match site.jump.payload() {
        Payload::Nothing => ours!(__with::NoException),
        Payload::Value => quote_spanned!(at=> exit.exc_info_if_strict(&#payload).classify_exc()),
        Payload::Bailed => {
            quote_spanned!(at=> exit.exc_info_of_bail(&#payload).classify_exc().#here)
        }
        Payload::Panic => quote_spanned!(at=> exit.exc_info_of(&#payload).classify_exc()),
        Payload::Residual | Payload::Failure => {
            quote_spanned!(at=> exit.exc_info_of(&#payload).classify_exc().#here)
        }
    }
}
