//! The programs that behave in `with!` as in a plain block, in edition 2018.
#![cfg(test)]

#[path = "../../compare.rs"]
mod compare;
