//! The attributes of an expression.

use syn::{Attribute, Expr};

/// The outer attributes of an expression that may stand as a statement.
pub(crate) fn attrs(expr: &Expr) -> &[Attribute] {
    macro_rules! of {
        ($($Variant:ident)*) => {
            match expr {
                $(Expr::$Variant(expr) => &expr.attrs,)*
                _ => &[],
            }
        };
    }

    of! {
        Array Assign Async Await Binary Block Break Call Cast Closure Const Continue Field ForLoop Group If Index
        Let Lit Loop Macro Match MethodCall Paren Path Range RawAddr Reference Repeat Return Struct Try TryBlock Tuple
        Unary Unsafe While Yield
    }
}
