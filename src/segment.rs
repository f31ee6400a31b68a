//! Paragraphs, sentences and tokens.
//!
//! Paragraphs are found in the source, sentences and tokens in its fold, so
//! that every spelling is cut alike; all are reported as spans of the source.

mod characters;
mod numbers;
mod paragraphs;
mod sentences;
mod tokens;
mod web;

pub(crate) use numbers::canonical as canonical_number;
pub(crate) use paragraphs::{from_blocks, paragraphs};
pub use sentences::Sentence;
pub(crate) use sentences::sentences;
pub use tokens::TokenKind;
pub(crate) use tokens::{Pieces, RawToken, parts, tokens};
