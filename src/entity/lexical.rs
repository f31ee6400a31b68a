//! What the lexicon says of a word that may be a name.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use rustc_hash::FxBuildHasher;

use crate::morph::{Lexicon, Tags, analyse};

/// Words whose analysis is kept at most, of any text.
const KEPT: usize = 20_000;

/// The keys and the stem of an unlisted word.
type Keys = Rc<(Vec<String>, String)>;

thread_local! {
    /// Analyses that have been asked for: the same few words stand around names
    /// in every article, and an analysis costs more than all the rest.
    static ANALYSES: RefCell<HashMap<Box<str>, Keys, FxBuildHasher>> = RefCell::default();
}

/// The keys and the stem of a folded word, from the cache.
fn analysis(word: &str) -> Keys {
    ANALYSES.with_borrow_mut(|known| {
        if let Some(keys) = known.get(word) {
            return Rc::clone(keys);
        }
        if known.len() >= KEPT {
            known.clear();
        }
        let found = analyse(word);
        let keys = Rc::new((found.keys, found.stem));
        known.insert(word.into(), Rc::clone(&keys));
        keys
    })
}

/// Whether a word is a form of a word that `holds` is true of.
pub(super) fn any_key(word: &str, holds: impl Fn(&str) -> bool) -> bool {
    analysis(word).0.iter().any(|key| holds(key))
}

/// How far a word is a name and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Commonness {
    /// No common word.
    Name,
    /// A name that people are given at birth, and no common word.
    Given,
    /// A name and a common word as well, or a form of one.
    Mixed,
    /// A common word.
    Common,
}

/// How far a folded word is a name and nothing else.
pub(super) fn commonness(word: &str) -> Commonness {
    match Lexicon::get().tags(word).filter(|tags| tags.is_word()) {
        Some(tags) => listed(tags),
        None if is_form_of_common(word) => Commonness::Mixed,
        None => Commonness::Name,
    }
}

fn listed(tags: Tags) -> Commonness {
    let (name, given) = (tags.has(Tags::NAME), tags.has(Tags::GIVEN));
    // The adjectives among names are surnames of origin (بارزانی).
    let common = tags.has(Tags::NOUN.or(Tags::FUNCTION)) || (tags.has(Tags::ADJECTIVE) && !name);
    match (name, common) {
        (true, true) if tags.has(Tags::ADJECTIVE) && !given => Commonness::Name,
        (true, true) if given => Commonness::Common,
        (true, true) => Commonness::Mixed,
        (_, true) => Commonness::Common,
        _ if given => Commonness::Given,
        _ => Commonness::Name,
    }
}

/// Whether another spelling of the word, one loose letter away, is a common
/// word: of a label found loosely nothing but its key is known.
pub(super) fn is_spelling_of_common(word: &str) -> bool {
    const PAIRS: [(&str, &str); 5] = [("وو", "و"), ("ۆ", "و"), ("ێ", "ی"), ("ڵ", "ل"), ("ڕ", "ر")];
    let common =
        |spelling: String| commonness(&spelling) == Commonness::Common || is_noun(&spelling);
    PAIRS.iter().any(|(tight, loose)| {
        let swapped = |from: &str, to: &str| {
            word.match_indices(from)
                .any(|(at, _)| common(format!("{}{to}{}", &word[..at], &word[at + from.len()..])))
        };
        swapped(loose, tight) || swapped(tight, loose)
    })
}

/// Whether an unlisted word reads as a form of a listed one that is no name.
fn is_form_of_common(word: &str) -> bool {
    let analysis = analysis(word);
    let base = &analysis.0[0];
    let weak = word
        .strip_prefix(base.as_str())
        .is_some_and(|rest| matches!(rest, "م" | "ت" | "ن" | "ان" | "ی"));
    base != word && !weak && !is_name(base)
}

/// Whether a listed word is a name and no common noun.
fn is_name(word: &str) -> bool {
    let tags = Lexicon::get().tags(word).filter(|tags| tags.is_word());
    tags.is_some_and(|tags| tags.has(Tags::NAME) && !tags.has(Tags::NOUN.or(Tags::FUNCTION)))
}

/// Whether the lexicon lists the word by itself.
pub(super) fn is_listed(word: &str) -> bool {
    Lexicon::get().tags(word).is_some_and(Tags::is_word)
}

/// Whether a word that is no label looks like a given name before a surname:
/// listed as such, or unknown and without endings.
pub(super) fn looks_given(word: &str) -> bool {
    match Lexicon::get().tags(word).filter(|tags| tags.is_word()) {
        Some(tags) => {
            tags.has(Tags::GIVEN) && !tags.has(Tags::NOUN.or(Tags::ADJECTIVE).or(Tags::FUNCTION))
        }
        None => looks_unknown(word),
    }
}

/// Whether a word looks like a surname after a given name.
pub(super) fn looks_family(word: &str) -> bool {
    match Lexicon::get().tags(word).filter(|tags| tags.is_word()) {
        Some(tags) => tags.has(Tags::NAME) && !tags.has(Tags::NOUN.or(Tags::FUNCTION)),
        None => looks_unknown(word) || is_form_of_name(word),
    }
}

fn is_form_of_name(word: &str) -> bool {
    let base = &analysis(word).0[0];
    base != word && is_name(base)
}

/// Whether people are given the word at birth, whatever else it means.
pub(super) fn is_given(word: &str) -> bool {
    Lexicon::get().listed(word).is_some_and(|tags| tags.has(Tags::GIVEN))
}

/// Whether the lexicon lists the word as a name, whatever else it is.
pub(super) fn is_listed_name(word: &str) -> bool {
    Lexicon::get().tags(word).is_some_and(|tags| tags.has(Tags::NAME))
}

/// Whether the word is an adjective and nothing else.
pub(super) fn is_adjective(word: &str) -> bool {
    let tags = Lexicon::get().tags(word).unwrap_or_default();
    tags.has(Tags::ADJECTIVE) && !tags.has(Tags::NAME.or(Tags::NOUN))
}

/// Whether the word is a noun, whatever else it is.
pub(super) fn is_noun(word: &str) -> bool {
    Lexicon::get().tags(word).is_some_and(|tags| tags.has(Tags::NOUN))
}

/// Whether the lexicon lists the word as a name and as nothing else.
pub(super) fn is_personal_name(word: &str) -> bool {
    let tags = Lexicon::get().tags(word).filter(|tags| tags.is_word()).unwrap_or_default();
    tags.has(Tags::NAME) && !tags.has(Tags::NOUN.or(Tags::FUNCTION).or(Tags::ADJECTIVE))
}

/// Neither listed nor a form of anything listed nor with an ending.
fn looks_unknown(word: &str) -> bool {
    let analysis = analysis(word);
    analysis.0[0] == word
        && analysis.1 == word
        && !word.ends_with('ی')
        && word.chars().count() >= 3
        && word.chars().all(char::is_alphabetic)
}

/// Whether the word with an ending reads as something other than `base` + ending:
/// a listed word, or a form of a common word that is not `base`.
pub(super) fn belongs_elsewhere(word: &str, base: &str) -> bool {
    if is_listed(word) {
        return true;
    }
    let analysis = analysis(word);
    let keys = &analysis.0;
    keys[0] != word && !keys.iter().any(|key| key == base) && !is_name(&keys[0])
}

/// Whether the word is a noun (or an adjective) that an izafe follows.
pub(super) fn is_nominal(word: &str) -> bool {
    let nominal = Tags::NOUN.or(Tags::ADJECTIVE);
    Lexicon::get().tags(&analysis(word).0[0]).is_some_and(|tags| tags.has(nominal))
}

/// Whether the word holds the sentence together (a preposition, a pronoun …)
/// and is nothing else.
pub(super) fn is_function(word: &str) -> bool {
    let tags = Lexicon::get().tags(word).unwrap_or_default();
    tags.has(Tags::FUNCTION) && !tags.has(Tags::NOUN.or(Tags::NAME).or(Tags::ADJECTIVE))
}
