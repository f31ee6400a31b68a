//! Searching one document for what the reader means.
//!
//! A query is folded and cut into words (`query.rs`). Every distinct word of
//! the document either answers a word of the query, at some tier, or does not
//! (`relation.rs`, and `spelling.rs` for spellings that people mix up). Places where such words stand in the query's order are
//! phrases (`phrases.rs`); to them come plain finds of the letters, mentions
//! of a named entity, words scattered in a sentence and, where nothing else
//! matched, typos (`finding.rs`). Of hits that overlap the best stays
//! (`hits.rs`).

mod finding;
mod hits;
mod index;
mod phrases;
mod query;
mod relation;
mod spacing;
mod spelling;
mod strings;
mod suggest;
mod tier;
mod typo;
mod words;

pub(crate) use finding::search;
pub(crate) use index::{Index, IndexDraft, Unit};
pub use suggest::Suggestion;
pub(crate) use suggest::suggest;
pub use tier::{Match, Mode, Tier};
