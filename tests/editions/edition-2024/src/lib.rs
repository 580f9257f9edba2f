//! The programs that behave in `with!` as in a plain block, in edition 2024.
#![cfg(test)]

#[path = "../../compare.rs"]
mod compare;
