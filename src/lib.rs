//! The Sorani reading engine.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]
#![deny(missing_docs)]

pub mod document;
pub mod entity;
pub mod error;
pub mod flat;
pub mod fold;
pub mod latin;
pub mod morph;
pub mod offsets;
pub mod search;
pub mod segment;
pub mod span;

#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(target_arch = "wasm32")]
mod wasm;
