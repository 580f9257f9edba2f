//! The translation of PEP 343, in tokens.

use std::vec;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::token::Brace;
use syn::{Expr, ExprMacro, Macro, MacroDelimiter, Path, Stmt, Token};

mod catch;
mod context;
mod enter;
mod exc_info;
mod landing;
mod loop_control;

use self::catch::{Catch, awaits};
use self::context::{Cx, Expanded, any, dead, lookup, method, wait};
use self::enter::{ExprSpan, bind, keep};
use self::exc_info::LastExpr;
use self::landing::TryFinally;
use crate::jump::{Enclosing, FunctionBody, Jump, JumpSite, Labels};
use crate::ours::ours;
use crate::rewrite::JumpRewriter;
use crate::spans::{first_span, located_at};
use crate::syntax::{Body, Manager, Protocol, Statement, Target, Unfinished};
use crate::tail::{BlockTail, NestedWith, Tail, may_diverge};

/// Expands a statement that stands by itself.
pub(crate) fn statement(runtime: &Path, statement: Statement) -> TokenStream {
    let end = BlockTail::of(&statement.body.stmts);
    let labels = Labels::default();
    let Expanded { tokens, .. } = expand(statement, end, &labels, &mut FunctionBody, false);
    ours!({ use #runtime as __with; #tokens })
}

/// Expands a statement in the block of another, which its jumps may leave as well, and says whether control may fall
/// through it, for all that the macro can see. The `last` one of a block that can't reach its end says that by the type of its value.
pub(crate) fn nested(nested: NestedWith, rewriter: &mut JumpRewriter, last: bool) -> (Expr, bool) {
    let NestedWith {
        path,
        statement,
        end,
    } = nested;
    let Expanded {
        tokens,
        falls_through,
    } = expand(statement, end, rewriter.labels, rewriter, last);
    // The macro by this name is called with what it expands to: so its import is used, and a wrapper of the user's does its part.
    let call = ExprMacro {
        attrs: Vec::new(),
        mac: Macro {
            bang_token: Token![!](first_span(&path)),
            path,
            delimiter: MacroDelimiter::Brace(Brace(Span::mixed_site())),
            tokens: ours!(@expanded { #tokens }),
        },
    };
    (Expr::Macro(call), falls_through)
}

/// Expands what there is of a statement that doesn't parse, beside the errors, so that an editor knows the names and types
/// of it. The errors are in one pair of braces, as only the first would be reported where an expression is expected.
///
/// The value has whatever type is expected, and `()` or `!` where none is, so that no second error
/// says that `()` is the wrong one. A `loop {}` alone makes what follows unreachable.
pub(crate) fn unfinished(errors: &TokenStream, understood: Option<Unfinished>) -> TokenStream {
    let runtime = understood
        .as_ref()
        .map(|Unfinished { runtime, .. }| ours!(use #runtime as __with;));
    let managers = understood.map(
        |Unfinished {
             protocol, managers, ..
         }| {
            let lookup = lookup(protocol);
            let managers = managers.iter().map(|Manager { context, target }| {
                let question = target.as_ref().and_then(|target| target.question);
                let bind = target.as_ref().map(bind);
                let wait = wait(protocol, ExprSpan::of(context).start);
                let enter = method(protocol, "aenter");
                ours! {
                    let mut mgr_ = #context;
                    let mut exit_ = __with::#lookup::exit::<__with::ToValue<()>>(&mut mgr_);
                    let value_ = exit_.enter_manager(#enter) #wait #question;
                    #bind
                }
            });
            ours!(#(#managers)*)
        },
    );
    let value = ours! {
        match ::core::option::Option::None {
            ::core::option::Option::Some(value_) => value_,
            ::core::option::Option::None => loop {},
        }
    };
    ours!({ #errors #runtime #managers #value })
}

fn expand(
    statement: Statement,
    end: BlockTail,
    labels: &Labels,
    around: &mut dyn Enclosing,
    last: bool,
) -> Expanded {
    let cx = Cx {
        protocol: statement.protocol,
        labels,
        several: statement.managers.len() > 1,
        last,
    };
    let managers = statement.managers.into_iter();
    cx.try_finally(managers, statement.body, end, around, true)
}

impl Cx<'_> {
    /// The statement on one manager, whose block holds the statement on the next.
    ///
    /// ```text
    /// // Input:
    /// EXPR as PAT => { BLOCK }
    ///
    /// // Output, where BLOCK holds a `return` and a `?` and has a value:
    /// let mut mgr_ = EXPR;
    /// let mut exit_ = {
    ///     use Lookup;
    ///     Lookup::exit(&mut mgr_)
    /// };
    /// let value_ = exit_.enter_manager();
    /// 'done: {
    ///     let returned_;
    ///     let result_;
    ///     if false {
    ///         match () { () => !never() };
    ///         if true {
    ///             returned_ = any();
    ///             return returned_;
    ///         }
    ///         result_ = any();
    ///         break 'done { use MayHave; MayHave::done(exit_.joined_verdict(), result_) };
    ///     }
    ///     result_ = 'end: {
    ///         returned_ = 'return0: {
    ///             let residual_ = 'raise0: {
    ///                 let value_ = value_;
    ///                 break 'end {
    ///                     let PAT = value_;
    ///                     BLOCK
    ///                 };
    ///             };
    ///             let exc_ = exit_.exc_info_of(&residual_).classify_exc().raised_here();
    ///             break 'done match exit_.call_exit(exc_, residual_) {
    ///                 Continue(residual_) => residual_?,
    ///                 Break(stop_) => (!stop_).into_output(),
    ///             };
    ///         };
    ///         let exc_ = exit_.exc_info_if_strict(&returned_).classify_exc();
    ///         break 'done match exit_.call_exit(exc_, returned_) {
    ///             Continue(returned_) => return returned_,
    ///             Break(stop_) => (!stop_).into_output(),
    ///         };
    ///     };
    ///     let exc_ = exit_.exc_info_at_end(&result_).classify_exc();
    ///     exit_.finish_statement(exc_, result_)
    /// }
    /// ```
    ///
    /// `async_with!` awaits `exit_.enter_manager(AsyncContextManager::aenter)`, and does in several steps what `call_exit` and
    /// `finish_statement` do:
    ///
    /// ```text
    /// let mut lent_ = exit_.lend_payload(exc_, residual_);
    /// let verdict_ = exit_.exit_manager(lent_.lent_exc_info(), AsyncContextManager::aexit).await;
    /// break 'done match exit_.apply_verdict(lent_, verdict_) { .. };
    /// ```
    fn try_finally(
        &self,
        mut managers: vec::IntoIter<Manager>,
        body: Body,
        end: BlockTail,
        around: &mut dyn Enclosing,
        outermost: bool,
    ) -> Expanded {
        let innermost = managers.len() == 1;
        let Some(Manager {
            mut context,
            target,
        }) = managers.next()
        else {
            return Expanded::default();
        };
        around.visit(&mut context);
        let place = ExprSpan::of(&context);
        let enter = self.enter(place, target.as_ref(), around);
        let (done, at_end) = (self.labels.name("done"), self.labels.name("end"));
        let (tail, last) = (end.tail, LastExpr::of(&body.stmts));
        let keep = keep(target.as_ref()).filter(|_| body.catch.is_none());

        let mut rewriter = JumpRewriter::new(around, self.labels, nested);
        let protected = Protected {
            target: target.as_ref(),
            managers,
            body,
            end,
        };
        let block = self.protected(protected, &mut rewriter);
        let JumpRewriter { around, pads, .. } = rewriter;
        let try_finally = TryFinally {
            cx: self,
            done,
            end: at_end,
            pads,
            place,
            last,
            tail,
            no_end: !block.falls_through,
            outermost,
            innermost,
        };
        let lookup = try_finally.lookup();
        let mgr = Ident::new("mgr_", located_at(place.end));
        let mgr = quote_spanned!(located_at(place.start)=> let mut #mgr);
        let falls_through = block.falls_through || !try_finally.pads.is_empty();
        let rest = try_finally.expand(keep.as_ref(), &block.tokens, around);
        Expanded {
            tokens: ours! {
                #mgr = #context;
                #lookup
                #enter
                #rest
            },
            falls_through,
        }
    }

    /// What stands under `try`: the target is bound, and BLOCK or the statement on the next manager follows.
    fn protected(&self, protected: Protected, rewriter: &mut JumpRewriter) -> Expanded {
        let Protected {
            target,
            managers,
            body,
            end,
        } = protected;
        let catch = body.catch.map(|span| Catch {
            cx: self,
            span,
            tail: end.tail,
            awaits: self.protocol == Protocol::Async && managers.len() > 0
                || awaits(managers.as_slice(), &body.stmts),
        });
        let bind = target.map(bind);
        let block = |rewriter: &mut JumpRewriter| {
            let may_diverge = managers.len() == 0 && may_diverge(&body.stmts);
            let mut block = if managers.len() == 0 {
                Self::block(body.stmts, end, rewriter)
            } else {
                self.inner(managers, body, end, rewriter)
            };
            let tokens = block.tokens;
            block.tokens = ours!(#bind #tokens);
            if block.falls_through && (may_diverge || rewriter.keeps_break) {
                block.tokens = self.not_diverging(&block.tokens);
            }
            block
        };
        match catch {
            None => block(rewriter),
            Some(catch) => catch.expand(keep(target).as_ref(), rewriter, block),
        }
    }

    /// The block may end in a call that doesn't return, which is no reason to call what comes after it unreachable.
    fn not_diverging(&self, block: &TokenStream) -> TokenStream {
        let label = self.labels.name("block");
        let any = any();
        let dead = dead(&[ours!(break #label #any;)]);
        ours!(#label: { #dead #block })
    }

    /// BLOCK.
    fn block(mut stmts: Vec<Stmt>, end: BlockTail, rewriter: &mut JumpRewriter) -> Expanded {
        let last = end.last.and_then(|last| Some((last, stmts.pop()?)));
        rewriter.visit_body(&mut stmts);
        if let Some(at) = end.panic {
            stmts[at] = checked_to_diverge(&stmts[at]);
        }
        let Some((last, stmt)) = last else {
            return Expanded {
                tokens: ours!(#(#stmts)*),
                falls_through: end.tail != Tail::Diverges,
            };
        };
        let semi = match stmt {
            Stmt::Expr(_, semi) => semi,
            Stmt::Macro(call) => call.semi_token,
            Stmt::Local(_) | Stmt::Item(_) => None,
        };
        let diverges = end.tail == Tail::Nested;
        let (last, falls_through) = nested(*last, rewriter, diverges);
        let last = if semi.is_none() || !diverges || !falls_through {
            Stmt::Expr(last, semi).into_token_stream()
        } else {
            let unused = located_at(first_span(&last));
            let unused = dead(&[quote_spanned!(unused=> last_;)]);
            ours! {
                let last_ = #last;
                #unused
                __with::MaybeNever::discard(last_)
            }
        };
        Expanded {
            tokens: ours!(#(#stmts)* #last),
            falls_through,
        }
    }

    /// The statement on the managers to come. Where its exits fail, that is raised in this one's block.
    fn inner(
        &self,
        managers: vec::IntoIter<Manager>,
        body: Body,
        end: BlockTail,
        rewriter: &mut JumpRewriter,
    ) -> Expanded {
        let place = managers
            .as_slice()
            .first()
            .map(|next| ExprSpan::of(&next.context));
        let start = place.map_or_else(Span::mixed_site, |place| place.start);
        let Expanded {
            tokens,
            falls_through,
        } = self.try_finally(managers, body, end, rewriter, false);
        if !falls_through {
            return Expanded {
                tokens,
                falls_through,
            };
        }
        let failure = ours!(!failure_);
        let raise = rewriter.leave(&JumpSite::new(Jump::Fail, start), failure);
        let tokens = ours! {
            match { #tokens } {
                __with::Continue(result_) => result_,
                __with::Break(failure_) => #raise,
            }
        };
        Expanded {
            tokens,
            falls_through,
        }
    }
}

/// What is left of a statement once its first manager is entered.
struct Protected<'a> {
    target: Option<&'a Target>,
    managers: vec::IntoIter<Manager>,
    body: Body,
    end: BlockTail,
}

/// `let _: Never = match () { () => { panic!(); } };`: what is taken to diverge by its name has the type `!`, or is refused. (In a
/// plain block clippy sees an expression of which a part diverges.)
fn checked_to_diverge(stmt: &Stmt) -> Stmt {
    let at = located_at(first_span(stmt));
    let never = quote_spanned!(at=> __with::Never);
    syn::parse_quote_spanned!(at=> let _: #never = match () { () => { #stmt } };)
}
