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

pub(crate) use paragraphs::{from_blocks, paragraphs};
pub(crate) use sentences::sentences;
pub(crate) use numbers::canonical as canonical_number;
pub(crate) use tokens::{RawToken, parts, tokens};
pub use sentences::Sentence;
pub use tokens::TokenKind;

/// Stretches a word; ties an ending to a host that a space has parted from it.
pub(crate) const TATWEEL: char = '\u{640}';
