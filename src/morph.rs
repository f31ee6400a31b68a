//! Words and their forms: which dictionary word a form belongs to.
//!
//! [`analyse`] gives a word's *stem* (the base that a reader would look up: a
//! noun without endings, a verb's infinitive) and its *keys*: every base that
//! the word may legally belong to. Two words are forms of one another if they
//! share a key.
//!
//! A *noun* sheds endings from the right, each slot of the chain at most once
//! (`noun.rs`); a *verb* is taken apart by tables of stems, prefixes and
//! endings (`verb.rs`, `infinitive.rs`); `bases.rs` and `analysis.rs` weigh what they offer by the
//! lexicon, `spellings.rs` tries
//! other spellings, `causative.rs` knows verbs by their shape, and `guess.rs` does without.

mod analysis;
mod bases;
#[cfg(any(test, target_arch = "wasm32"))]
mod bit_model;
mod causative;
mod derivation;
mod guess;
mod hash;
mod infinitive;
mod letters;
mod lexicon;
mod noun;
#[cfg(any(test, target_arch = "wasm32"))]
mod packed;
#[cfg(test)]
mod pruning;
mod spellings;
mod suffixes;
#[cfg(any(test, target_arch = "wasm32"))]
mod unpacking;
mod verb;
mod verb_forms;
mod verb_table;

pub use analysis::{Analysis, analyse, stem_as_written};
pub(crate) use analysis::{analyse_in_text, is_headword, is_listed, is_verb_form, name_bases};
pub(crate) use letters::{without_e, without_preposition};
pub(crate) use lexicon::{Lexicon, Tags};
pub(crate) use noun::is_outside_ending;
pub(crate) use spellings::verbs_otherwise;
pub(crate) use verb::verb_stems;
pub(crate) use verb_table::LIGHT as LIGHT_VERBS;

/// Unpacks at most `limit` words more of the built-in word list, ahead of their
/// first use; whether all are unpacked. A browser does it in steps, so that the
/// page answers in between.
#[cfg(target_arch = "wasm32")]
pub fn prepare(limit: usize) -> bool {
    Lexicon::prepare(limit)
}
