//! The translation of PEP 343, in tokens.

use std::vec;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::{Expr, Path, Stmt};

use crate::body::Body;
use crate::catch::{Catch, awaits};
use crate::copy::Copied;
use crate::enter::{Keep, Place, bind, keep};
use crate::exits::{Frame, Function, Jump, Leap, Shared, Surroundings};
use crate::landing::{Level, dead};
use crate::parse::{Manager, Protocol, Statement, Unfinished};
use crate::reach::{End, Ending, Nested, may_diverge};
use crate::spans::{first_span, located_at};
use crate::walk::braced;

/// Tokens of the expansion's own: hygienic, unlike those of `quote!`.
macro_rules! ours {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*)
    };
}

pub(crate) use ours;

/// Expands a statement that stands by itself.
pub(crate) fn statement(statement: Statement) -> TokenStream {
    let end = End::of(&statement.runtime, &statement.body.stmts);
    let shared = Shared::default();
    let Expanded { tokens, .. } = expand(statement, end, &shared, &mut Function, None);
    ours!({ #tokens })
}

/// Expands a statement in the block of another, which its jumps may leave as well, and says whether what comes behind it may be
/// reached, for all that the macro can see. The `last` one of a block that can't reach its end says that by the type of its value.
pub(crate) fn nested(nested: Nested, frame: &mut Frame, last: bool) -> (Expr, bool) {
    let Nested {
        path,
        statement,
        end,
    } = nested;
    let Expanded { tokens, completes } = expand(statement, end, frame.shared, frame, Some(last));
    // The macro is not called, but its import is used.
    let tokens = ours!(#path! { @used } #tokens);
    let block = Expr::Block(braced(Expr::Verbatim(tokens)));
    (block, completes)
}

/// Expands what there is of a statement that doesn't parse, beside the errors, so that an editor knows the names and types
/// of it. The errors are in one pair of braces, as only the first would be reported where an expression is expected.
pub(crate) fn unfinished(errors: &TokenStream, understood: Option<Unfinished>) -> TokenStream {
    let managers = understood.map(
        |Unfinished {
             protocol,
             runtime,
             managers,
         }| {
            let lookup = lookup(protocol);
            let managers = managers.iter().map(|Manager { context, target }| {
                let question = target.as_ref().and_then(|target| target.question);
                let bind = target.as_ref().map(bind);
                let wait = wait(protocol, Place::of(context).start);
                let enter = method(&runtime, protocol, "aenter");
                ours! {
                    let mut mgr = #context;
                    let mut exit = {
                        use #runtime::#lookup;
                        #lookup::exit::<()>(&mut mgr)
                    };
                    let value = exit.enter_manager(#enter) #wait #question;
                    #bind
                }
            });
            ours!(#(#managers)*)
        },
    );
    ours!({ #errors #managers })
}

/// The trait that knows a manager's exit.
pub(crate) fn lookup(protocol: Protocol) -> Ident {
    let name = match protocol {
        Protocol::Blocking => "Lookup",
        Protocol::Async => "AsyncLookup",
    };
    Ident::new(name, Span::mixed_site())
}

/// `.await`, where the protocol does.
pub(crate) fn wait(protocol: Protocol, at: Span) -> Option<TokenStream> {
    let asynchronous = protocol == Protocol::Async;
    asynchronous.then(|| quote_spanned!(located_at(at)=> .await))
}

/// The method to await, where the protocol does.
pub(crate) fn method(runtime: &Path, protocol: Protocol, name: &str) -> Option<TokenStream> {
    let name = Ident::new(name, Span::mixed_site());
    let asynchronous = protocol == Protocol::Async;
    asynchronous.then(|| ours!(#runtime::AsyncContextManager::#name))
}

fn expand(
    statement: Statement,
    end: End,
    shared: &Shared,
    around: &mut dyn Surroundings,
    nested: Option<bool>,
) -> Expanded {
    let expansion = Expansion {
        protocol: statement.protocol,
        runtime: &statement.runtime,
        shared,
        several: statement.managers.len() > 1,
        inner_contexts: match nested {
            None => statement
                .managers
                .iter()
                .skip(1)
                .map(|inner| inner.context.clone())
                .collect(),
            Some(_) => Vec::new(),
        },
        nested: nested.is_some(),
        last: nested.unwrap_or_default(),
    };
    let managers = statement.managers.into_iter();
    expansion.level(managers, statement.body, end, around, true)
}

/// A part of the expansion, and whether what comes behind it may be reached.
pub(crate) struct Expanded {
    pub(crate) tokens: TokenStream,
    pub(crate) completes: bool,
}

/// What the levels of a statement have in common.
pub(crate) struct Expansion<'a> {
    pub(crate) protocol: Protocol,
    pub(crate) runtime: &'a Path,
    pub(crate) shared: &'a Shared,
    /// There are several managers.
    pub(crate) several: bool,
    /// The context expressions as the user wrote them that stand in the block of the first manager.
    pub(crate) inner_contexts: Vec<Expr>,
    /// It stands in another one's block.
    pub(crate) nested: bool,
    /// And is the last statement of it.
    pub(crate) last: bool,
}

impl Expansion<'_> {
    /// The statement on one manager, whose block holds the statement on the next.
    ///
    /// ```text
    /// // Input:
    /// EXPR as PAT => { BLOCK }
    ///
    /// // Output, where BLOCK holds a `return` and a `?` and has a value:
    /// let mut mgr = EXPR;
    /// let mut exit = {
    ///     use Lookup;
    ///     Lookup::exit(&mut mgr)
    /// };
    /// let value = exit.enter_manager();
    /// 'done: {
    ///     let returned;
    ///     let result;
    ///     if false {
    ///         match () { () => never() };
    ///         if true {
    ///             returned = any();
    ///             return returned;
    ///         }
    ///         result = any();
    ///         break 'done { use MayHave; MayHave::done(exit.joined_verdict(), result) };
    ///     }
    ///     result = 'end: {
    ///         returned = 'return0: {
    ///             let residual = 'raise0: {
    ///                 let value = value;
    ///                 break 'end {
    ///                     let PAT = value;
    ///                     BLOCK
    ///                 };
    ///             };
    ///             let exc = exit.told_raised(&residual).told_kind().told_here();
    ///             break 'done match exit.call(exc, residual) {
    ///                 Continue(residual) => residual?,
    ///                 Break(stop) => stop.reached().settle(),
    ///             };
    ///         };
    ///         let exc = exit.told_left(&returned).told_kind();
    ///         break 'done match exit.call(exc, returned) {
    ///             Continue(returned) => return returned,
    ///             Break(stop) => stop.reached().settle(),
    ///         };
    ///     };
    ///     let exc = exit.told_ended(&result).told_kind();
    ///     exit.finish(exc, result)
    /// }
    /// ```
    ///
    /// `async_with!` awaits `exit.enter_manager(AsyncContextManager::aenter)`, and does in several steps what `call` and
    /// `finish` do:
    ///
    /// ```text
    /// let mut lent = exit.lend(exc, residual);
    /// let verdict = exit.exit_manager(lent.exception(), AsyncContextManager::aexit).await;
    /// break 'done match exit.rule(lent, verdict) { .. };
    /// ```
    fn level(
        &self,
        mut managers: vec::IntoIter<Manager>,
        body: Body,
        end: End,
        around: &mut dyn Surroundings,
        outermost: bool,
    ) -> Expanded {
        let innermost = managers.len() == 1;
        let Some(manager) = managers.next() else {
            return Expanded {
                tokens: TokenStream::new(),
                completes: true,
            };
        };
        let Manager {
            mut context,
            target,
        } = manager;
        around.visit(&mut context);
        let place = Place::of(&context);
        let enter = self.enter(place, target.as_ref(), around);
        let done = self.shared.name("done");
        let at_end = self.shared.name("end");
        let ending = end.ending;
        let tail = body.stmts.last().map_or_else(Span::mixed_site, first_span);
        let may_diverge = innermost && may_diverge(&body.stmts);

        let original = (innermost && !self.nested).then(|| body.stmts.clone());
        let mut frame = Frame::new(around, self.runtime, self.shared);
        let bind = target.as_ref().map(bind);
        let keep = keep(target.as_ref());
        let catch = body.catch;
        let awaits = catch.is_some()
            && (self.protocol == Protocol::Async && !innermost
                || awaits(managers.as_slice(), &body.stmts));
        let block = |frame: &mut Frame| {
            let Expanded { tokens, completes } = if innermost {
                self.block(body.stmts, end, frame)
            } else {
                self.inner(managers, body, end, frame)
            };
            let mut tokens = ours!(#bind #tokens);
            if may_diverge && completes {
                tokens = self.not_diverging(&tokens);
            }
            Expanded { tokens, completes }
        };
        let (keep, Expanded { tokens, completes }) = match catch {
            None => (keep, block(&mut frame)),
            Some(span) => {
                let caught = Catch {
                    expansion: self,
                    span,
                    ending,
                    awaits,
                };
                (Keep::passing(), caught.expand(&keep, &mut frame, block))
            }
        };
        let Frame { around, sites, .. } = frame;
        let level = Level {
            expansion: self,
            done,
            end: at_end,
            sites,
            place,
            tail,
            ending,
            no_end: !completes,
            outermost,
            innermost,
        };
        let doubtful = self.shared.doubtful.get();
        let copied = original.zip(doubtful).map(|(stmts, doubtful)| Copied {
            stmts,
            bind: ours!(#bind),
            doubtful,
        });
        let lookup = level.lookup();
        let mgr = Ident::new("mgr", located_at(place.end));
        let mgr = quote_spanned!(located_at(place.start)=> let mut #mgr);
        let completes = completes || !level.sites.is_empty();
        let rest = level.expand(&keep, &tokens, copied, around);
        let tokens = ours! {
            #mgr = #context;
            #lookup
            #enter
            #rest
        };
        Expanded { tokens, completes }
    }

    /// The block may end in a call that doesn't return, which is no reason to call what comes behind it unreachable.
    fn not_diverging(&self, block: &TokenStream) -> TokenStream {
        let runtime = self.runtime;
        let label = self.shared.name("block");
        let dead = dead(runtime, &[ours!(break #label #runtime::any();)]);
        ours!(#label: { #dead #block })
    }

    /// BLOCK.
    fn block(&self, mut stmts: Vec<Stmt>, end: End, frame: &mut Frame) -> Expanded {
        let runtime = self.runtime;
        let last = end.last.and_then(|last| Some((last, stmts.pop()?)));
        frame.visit_body(&mut stmts);
        let Some((last, stmt)) = last else {
            return Expanded {
                tokens: ours!(#(#stmts)*),
                completes: end.ending != Ending::Diverges,
            };
        };
        let semi = match stmt {
            Stmt::Expr(_, semi) => semi,
            Stmt::Macro(call) => call.semi_token,
            Stmt::Local(_) | Stmt::Item(_) => None,
        };
        let diverges = end.ending == Ending::Nested;
        let (last, completes) = nested(*last, frame, diverges);
        let last = if semi.is_none() || !diverges || !completes {
            Stmt::Expr(last, semi).into_token_stream()
        } else {
            let unused = located_at(first_span(&last));
            let unused = dead(runtime, &[quote_spanned!(unused=> last;)]);
            ours! {
                let last = #last;
                #unused
                #runtime::Discard::discard(last)
            }
        };
        Expanded {
            tokens: ours!(#(#stmts)* #last),
            completes,
        }
    }

    /// The statement on the managers to come. Where its exits fail, that is raised in this one's block.
    fn inner(
        &self,
        managers: vec::IntoIter<Manager>,
        body: Body,
        end: End,
        frame: &mut Frame,
    ) -> Expanded {
        let runtime = self.runtime;
        let place = managers
            .as_slice()
            .first()
            .map(|next| Place::of(&next.context));
        let start = place.map_or_else(Span::mixed_site, |place| place.start);
        let Expanded { tokens, completes } = self.level(managers, body, end, frame, false);
        if !completes {
            return Expanded { tokens, completes };
        }
        let failure = ours!(#runtime::reached(failure));
        let raise = frame.leave(&Leap::new(Jump::Fail, start), failure);
        let tokens = ours! {
            match { #tokens } {
                #runtime::Continue(result) => result,
                #runtime::Break(failure) => #raise,
            }
        };
        Expanded { tokens, completes }
    }
}
