//! How a word of the document answers a word of the query.

use super::index::Word;
use super::query::QueryWord;
use super::tier::Tier;
use crate::fold::loose;
use crate::morph::is_listed;
use crate::segment::TokenKind;

/// The tier at which `word` answers, if it does.
///
/// A word is analysed only where it could share a base with the query: one of
/// its letters' runs must look like a base's beginning or a verb's stem.
pub(super) fn relation(word: &Word, query: &QueryWord) -> Option<Tier> {
    if *word.text == *query.text {
        return Some(Tier::Folded);
    }
    if query.kind != TokenKind::Word {
        return number_with_ending(word, query);
    }
    if (word.is_analysed() || may_share_key(&word.text, query)) && shares_key(word, query) {
        return Some(Tier::Inflected);
    }
    is_spelling_of(word, query).then_some(Tier::Loose)
}

/// ٢٠٠٨ـەوە answers ٢٠٠٨.
fn number_with_ending(word: &Word, query: &QueryWord) -> Option<Tier> {
    let rest = word.text.strip_prefix(query.text.as_str())?;
    let ending = rest.chars().all(char::is_alphabetic) && !rest.is_ascii();
    ending.then_some(Tier::Inflected)
}

/// Bases are beginnings of their forms, but for a ە at their end; a form of a
/// verb holds one of its stems.
fn may_share_key(word: &str, query: &QueryWord) -> bool {
    query.keys.iter().any(|key| word.starts_with(without_e(&key.text)))
        || query.verb_stems.iter().any(|stem| word.contains(stem))
}

fn without_e(key: &str) -> &str {
    key.strip_suffix('ە').unwrap_or(key)
}

fn shares_key(word: &Word, query: &QueryWord) -> bool {
    word.keys().iter().any(|key| query.keys.iter().any(|other| other.text == *key))
}

/// Whether word and query have bases that differ only in a spelling that
/// people mix up.
fn is_spelling_of(word: &Word, query: &QueryWord) -> bool {
    if !may_be_spelling(&word.text, query) {
        return false;
    }
    let loosened = word.loose();
    if loosened == query.loose {
        return is_mixed_up(&word.text, &query.text);
    }
    let may = query.keys.iter().any(|key| loosened.starts_with(without_e(&key.loose)))
        || query.loose_stems.iter().any(|stem| loosened.contains(stem));
    may && word.keys().iter().any(|key| {
        let spelled = loose(key);
        let same = |other: &&super::query::Key| other.loose == spelled && other.text != *key;
        query.keys.iter().filter(same).any(|other| is_mixed_up(key, &other.text))
    })
}

/// Whether the word begins like a base of the query, or the query may be of a
/// verb, whose forms begin with anything.
fn may_be_spelling(word: &str, query: &QueryWord) -> bool {
    let first = loose_initial(word);
    !query.loose_stems.is_empty()
        || first == query.loose.chars().next()
        || query.keys.iter().any(|key| key.loose.chars().next() == first)
}

/// The first letter of the loose key.
fn loose_initial(word: &str) -> Option<char> {
    let length = word.chars().take(2).map(char::len_utf8).sum();
    loose(&word[..length]).chars().next()
}

/// Whether two loosely equal words may be one: not if both are known words,
/// unless they are long or differ only in وو for و.
fn is_mixed_up(word: &str, query: &str) -> bool {
    let letters = query.chars().count();
    letters >= 6
        || (letters >= 3 && word.replace("وو", "و") == query.replace("وو", "و"))
        || (letters >= 3 && !(is_listed(word) && is_listed(query)))
}
