//! How a word of the document answers a word of the query.

use super::query::QueryWord;
use super::spelling::{is_spelling_of, may_be_form_otherwise};
use super::tier::Tier;
use super::words::Words;
use crate::bytes::contains;
use crate::morph::{without_e, without_preposition};
use crate::segment::TokenKind;

/// The tier at which each of `words` answers, if it does.
///
/// A word answers a word only if one has a loose key, as itself or as a key,
/// that the other has, or if it would have one in the query's letters: of other
/// words no more is read.
pub(super) fn relations(words: &Words, query: &QueryWord) -> Vec<Option<Tier>> {
    let letters = query.letters();
    let tier = |number| {
        let is_other = query.kind == TokenKind::Word
            && words.has_none(number, &query.marks)
            && (words.lacks(number, &letters) || !may_be_form_otherwise(words, number, query));
        if is_other { None } else { relation(words, number, query) }
    };
    (0..words.len() as u32).map(tier).collect()
}

/// Which of `words` are the query's word or forms of it.
pub(super) fn forms(words: &Words, query: &QueryWord) -> Vec<Option<Tier>> {
    let form = |number| {
        let may_be = !words.has_none(number, &query.marks);
        let is_form = |number| words.get(number) == query.text || is_form(words, number, query);
        (may_be && is_form(number)).then_some(Tier::Inflected)
    };
    (0..words.len() as u32).map(form).collect()
}

/// The tier at which a word answers, if it does.
///
/// A word is analysed only where it could share a base with the query: it must
/// begin as a base does, or hold the stem of a verb.
fn relation(words: &Words, number: u32, query: &QueryWord) -> Option<Tier> {
    let word = words.get(number);
    if word == query.text {
        return Some(Tier::Folded);
    }
    if query.kind != TokenKind::Word {
        return number_with_ending(word, query);
    }
    if is_form(words, number, query) {
        return Some(Tier::Inflected);
    }
    is_spelling_of(words, number, query).then_some(Tier::Loose)
}

/// Whether a word shares a base with the query.
fn is_form(words: &Words, number: u32, query: &QueryWord) -> bool {
    may_share_key(words.get(number), query) && shares_key(words, number, query)
}

/// ٢٠٠٨ـەوە answers ٢٠٠٨.
fn number_with_ending(word: &str, query: &QueryWord) -> Option<Tier> {
    let rest = word.strip_prefix(query.text.as_str())?;
    let ending = rest.chars().all(char::is_alphabetic) && !rest.is_ascii();
    ending.then_some(Tier::Inflected)
}

/// Bases are beginnings of their forms, but for a ە at their end; a form of a
/// verb holds one of its stems.
fn may_share_key(word: &str, query: &QueryWord) -> bool {
    let begins = |word: &str| query.keys.iter().any(|key| word.starts_with(without_e(&key.text)));
    begins(word)
        || without_preposition(word).is_some_and(begins)
        || query.verb_stems().iter().any(|stem| contains(word, stem))
}

fn shares_key(words: &Words, number: u32, query: &QueryWord) -> bool {
    words.keys(number).any(|key| query.keys.iter().any(|other| other.text == key))
}
