//! The tokens of the expansion.

/// Tokens of the expansion's own: hygienic, unlike those of `quote!`.
macro_rules! ours {
    ($($tokens:tt)*) => {
        ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*)
    };
}

pub(crate) use ours;
