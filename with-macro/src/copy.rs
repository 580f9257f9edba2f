//! The copy of BLOCK that compiles only if none of its macros hides a jump.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, Stmt};

use crate::exits::{Frame, Function};
use crate::expand::ours;
use crate::landing::{Landing, Level};
use crate::spans::located_at;

/// BLOCK as the user wrote it.
pub(crate) struct Copied {
    pub(crate) stmts: Vec<Stmt>,
    pub(crate) bind: TokenStream,
    /// Where the first macro is that may hide a jump.
    pub(crate) doubtful: Span,
}

impl Level<'_> {
    /// ```text
    /// #[allow(..)]
    /// let _ = async {
    ///     match () { () => never() };
    ///     let _: WriteThisJumpOutsideOfTheMacro = loop {
    ///         let mut told = like(&result);
    ///         told = {
    ///             let value = like(&value);
    ///             let PAT = value;
    ///             BLOCK
    ///         };
    ///         break WriteThisJumpOutsideOfTheMacro;
    ///     };
    ///     WriteThisJumpOutsideOfTheMacro
    /// };
    /// ```
    ///
    /// The jumps that are in plain sight are taken out of this copy of BLOCK. A `return`, `?` or `break` that a macro hides is of
    /// another type than that of the `async` block or the loop. (A hidden `continue` is refused in BLOCK itself, as it is in a
    /// labelled block there.) The copy isn't run, and borrows and moves nothing.
    pub(crate) fn copy(
        &self,
        copied: Copied,
        landings: &[Landing],
        declares_result: bool,
    ) -> TokenStream {
        let runtime = self.expansion.runtime;
        let Copied {
            mut stmts,
            bind,
            doubtful,
        } = copied;
        let mut function = Function;
        let mut frame = Frame::new(&mut function, runtime, self.expansion.shared);
        let told = landings.iter().filter(|landing| {
            landing.site.leap.jump.has_value() && landing.site.leap.cfg.is_none()
        });
        let told = told.map(|landing| (landing.site.leap.jump.clone(), landing.name.clone()));
        frame.neutral = Some(told.collect());
        let mut contexts = self.expansion.inner_contexts.clone();
        for context in &mut contexts {
            frame.visit_expr_mut(context);
        }
        frame.visit_body(&mut stmts);
        let nameless = matches!(
            stmts.last(),
            Some(Stmt::Expr(Expr::Closure(_) | Expr::Async(_), None))
        );
        let place = if declares_result && !nameless {
            ours!(let mut told = #runtime::like(&result); told)
        } else {
            ours!(let _)
        };
        let jump = quote_spanned!(located_at(doubtful)=> WriteThisJumpOutsideOfTheMacro);
        ours! {
            #[allow(warnings, unused, clippy::all, clippy::pedantic, reason = "a copy of the block, which is checked itself")]
            let _ = async {
                match () { () => #runtime::never() };
                let _: #runtime::WriteThisJumpOutsideOfTheMacro = loop {
                    #(let _ = #contexts;)*
                    #place = {
                        let mut value = #runtime::like(&value);
                        #bind
                        #(#stmts)*
                    };
                    break #runtime::WriteThisJumpOutsideOfTheMacro;
                };
                {
                    use #runtime::WriteThisJumpOutsideOfTheMacro;
                    #jump
                }
            };
        }
    }
}
