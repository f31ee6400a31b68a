//! Searching one document for what the reader means.

mod index;
mod matching;
mod query;
mod tier;

pub(crate) use index::Index;
pub(crate) use matching::search;
pub use tier::{Match, Mode, Tier};
