//! Sorani reading engine.
#![forbid(unsafe_code)]
pub mod span;
pub mod error;
pub mod offsets;
pub mod fold;
mod segment;
pub mod morph;
