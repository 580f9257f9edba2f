//! The landing pads of the ways out of BLOCK, where exit is called and the jump carries on.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::Lifetime;

use super::context::{Cx, any, dead, lookup, under};
use super::enter::ExprSpan;
use super::exc_info::{LastExpr, awaited_exit, exc_of_jump};
use super::loop_control::LoopControl;
use crate::jump::{Enclosing, Jump, JumpSite, LandingPad, Payload};
use crate::ours::ours;
use crate::spans::located_at;
use crate::tail::Tail;

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
        let manager = quote_spanned!(located_at(end)=> mgr_);
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
            (true, true, _) => Some(ours!(let joined_ = exit_.join_verdicts();)),
            (true, false, false) => Some(ours!(let joined_ = joined_.join_verdict_of(&exit_);)),
            _ => None,
        };
        let exit = Ident::new("exit_", located_at(end));
        let exit = quote_spanned!(located_at(start)=> let mut #exit);
        ours! {
            #exit = #found #never;
            #joined
        }
    }

    /// The statement can't continue after its block, unless a verdict lets it.
    fn diverges(&self) -> bool {
        self.outermost && self.tail.diverges()
    }

    /// The type that says how the statement settles.
    fn settling(&self) -> TokenStream {
        match (self.outermost, self.tail) {
            (false, Tail::Unit) => ours!(__with::ToOuter<()>),
            (false, Tail::Value) => ours!(__with::ToOuter<_>),
            (false, _) if self.no_end => ours!(__with::ToOuterNever<__with::Unreached>),
            (false, _) => ours!(__with::ToOuterNever<_>),
            (true, Tail::Unit) => ours!(__with::ToValue<()>),
            (true, Tail::Value) => ours!(__with::ToValue<_>),
            (true, _) if self.no_end => {
                ours!(__with::ToNever<__with::Unreached, _>)
            }
            (true, _) => ours!(__with::ToNever<_, _>),
        }
    }

    /// BLOCK within its landing pads, after the ties of the types that leave it.
    pub(crate) fn expand(
        &self,
        keep: Option<&TokenStream>,
        block: &TokenStream,
        around: &mut dyn Enclosing,
    ) -> TokenStream {
        let loop_control = LoopControl::of(&self.pads, around);
        let landings = self.landings(&loop_control, around);
        let Ties { declared, mut ties } = self.ties(&landings, &loop_control);
        let body = self.body(keep, block, &landings, &loop_control);
        let done = &self.done;
        if self.tail == Tail::Value && self.outermost {
            // So is the type of the statement, which the context may expect.
            let span = located_at(self.last.span);
            let output =
                quote_spanned!(span=> __with::MayHave::done(exit_.joined_verdict(), result_));
            let any = any();
            let result = ours!(result_ = #any;);
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

    /// The types of what leaves BLOCK are known before it is checked.
    fn ties(&self, landings: &[LandingCode], loop_control: &LoopControl) -> Ties {
        let mut names: Vec<&Ident> = Vec::new();
        let mut declared = TokenStream::new();
        let mut ties = Vec::new();
        for LandingCode { pad, name, leave } in landings {
            if !pad.site.jump.has_value() || names.contains(&name) {
                continue;
            }
            names.push(name);
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
            let cfg = site.cfg.iter();
            declared.extend(ours!(#(#[cfg(#cfg)])* let #name;));
            ties.push(under(&site, ours!(#name = __with::any(); #leave;)));
        }
        if self.declares_result() {
            declared.extend(ours!(let result_;));
        }
        if self.joins() {
            let pat = match self.tail {
                Tail::Unit => ours!(let () =),
                Tail::Value => ours!(result_ =),
                Tail::Diverges | Tail::Nested => TokenStream::new(),
            };
            ties.push(ours!(#pat joined_.value_of_innermost(&exit_);));
        }
        Ties { declared, ties }
    }

    /// The type of BLOCK's value is that of a statement on several managers.
    fn joins(&self) -> bool {
        self.cx.several && self.innermost
    }

    fn declares_result(&self) -> bool {
        self.tail == Tail::Value && (self.outermost || self.joins())
    }

    /// BLOCK within its landing pads, and what comes after its end.
    fn body(
        &self,
        keep: Option<&TokenStream>,
        block: &TokenStream,
        landings: &[LandingCode],
        loop_control: &LoopControl,
    ) -> TokenStream {
        let end = &self.end;
        let body = if landings.is_empty() || self.no_end {
            ours!(#keep #block)
        } else {
            // Without a statement before it, clippy finds that the block is nothing but a `break`.
            let kept = ours!(let value_ = value_;);
            let keep = keep.unwrap_or(&kept);
            ours!(#keep break #end { #block };)
        };
        let body = landings.iter().fold(body, |body, landing| {
            self.landing_code(landing, &body, loop_control)
        });
        if self.no_end {
            return body;
        }
        let declare = (!self.declares_result()).then(|| ours!(let));
        let end = (!landings.is_empty()).then(|| ours!(#end:));
        let at = located_at(self.place.start);
        let exc = self
            .last
            .exc_at_end(self.tail, self.outermost, self.place.start);
        let (awaited, finish) = match self.wait(at, &ours!(result_)) {
            None => (
                None,
                quote_spanned!(at=> exit_.finish_statement(exc_, result_)),
            ),
            lend => (
                lend,
                quote_spanned!(at=> exit_.finish_statement(lent_, verdict_)),
            ),
        };
        let finish = self.found_at_last(finish, landings);
        let finish = loop_control.done(finish);
        ours! {
            #declare result_ = #end { #body };
            let exc_ = #exc;
            #awaited
            #finish
        }
    }

    /// Where the context expects a value, one that a `;` drops is missed at the last statement.
    fn found_at_last(&self, finish: TokenStream, landings: &[LandingCode]) -> TokenStream {
        if !self.outermost || self.tail != Tail::Unit || !landings.is_empty() {
            return finish;
        }
        let output = quote_spanned!(located_at(self.last.span)=> output_);
        ours!({ let output_ = #finish; #output })
    }

    /// ```text
    /// // Input:
    /// BODY
    /// // Output, for a `?` in it:
    /// let residual_ = 'raise0: { BODY };
    /// let exc_ = exit_.exc_info_of(&residual_).classify_exc().raised_here();
    /// break 'done match exit_.call_exit(exc_, residual_) {
    ///     Continue(residual_) => residual_?,
    ///     Break(stop_) => (!stop_).into_output(),
    /// };
    /// ```
    fn landing_code(
        &self,
        landing: &LandingCode,
        body: &TokenStream,
        loop_control: &LoopControl,
    ) -> TokenStream {
        let LandingCode { pad, name, leave } = landing;
        let LandingPad { site, label } = pad;
        let done = &self.done;
        // What has a value is assigned to a variable of a known type. Under `#[cfg]` that comes second, as without the jump
        // there is nothing to assign.
        let (place, assign) = match (site.jump.has_value(), &site.cfg) {
            (false, _) => (ours!(let #name), None),
            (true, None) => (ours!(#name), None),
            (true, Some(_)) => (ours!(let payload_), Some(ours!(#name = payload_;))),
        };
        // Classified and called at one place, so that what is wrong with the exit is reported once: an error that can't be passed
        // to it is refused at its `?`.
        let at = located_at(site.span);
        let exc = exc_of_jump(site, name);
        let (awaited, call) = match self.wait(at, &ours!(#name)) {
            None => (None, quote_spanned!(at=> exit_.call_exit(exc_, #name))),
            awaited => (
                awaited,
                quote_spanned!(at=> exit_.apply_verdict(lent_, verdict_)),
            ),
        };
        let stopped = loop_control.done(ours!((!stop_).into_output()));
        let code = ours! {
            #assign
            let exc_ = #exc;
            #awaited
            break #done match #call {
                __with::Continue(#name) => #leave,
                __with::Break(stop_) => #stopped,
            };
        };
        let code = under(site, code);
        ours! {
            #place = #label: { #body };
            #code
        }
    }

    fn wait(&self, site: Span, payload: &TokenStream) -> Option<TokenStream> {
        awaited_exit(self.cx.protocol, self.place.start, site, payload)
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
                Jump::Return => Ident::new("returned_", span),
                Jump::Bail => Ident::new("bailed_", span),
                Jump::Break { label: Some(_), .. } => {
                    let label = pad.label.ident.to_string();
                    let number = label.trim_start_matches(pad.site.jump.landing());
                    match pad.site.jump.payload() {
                        Payload::Residual => Ident::new("residual_", span),
                        Payload::Bailed => format_ident!("bailed{number}_", span = span),
                        _ => format_ident!("broken{number}_", span = span),
                    }
                }
                Jump::Break { label: None, .. } => Ident::new("broken_", span),
                Jump::Continue { .. } => Ident::new("continued_", span),
                Jump::Raise => Ident::new("residual_", span),
                Jump::Fail => Ident::new("failure_", span),
                Jump::Panic => Ident::new("panicked_", span),
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

/// What makes the types of the jumps known.
struct Ties {
    /// The variables that hold what they carry.
    declared: TokenStream,
    /// For a branch that never runs.
    ties: Vec<TokenStream>,
}

/// A landing pad with what carries the jump on from there.
pub(crate) struct LandingCode<'a> {
    pub(crate) pad: &'a LandingPad,
    /// Of the variable that holds the payload.
    pub(crate) name: Ident,
    /// What `'done` evaluates to if exit doesn't stop the jump, or an expression that carries it out.
    leave: TokenStream,
}
