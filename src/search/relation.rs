//! How a word of the document answers a word of the query.

use super::query::{Key, QueryWord};
use super::tier::Tier;
use super::words::Words;
use crate::bytes::contains;
use crate::fold::loose;
use crate::morph::is_listed;
use crate::segment::TokenKind;

/// The tier at which each of `words` answers, if it does.
pub(super) fn relations(words: &Words, query: &QueryWord) -> Vec<Option<Tier>> {
    let mut tiers = vec![None; words.len()];
    let mut relate = |number: u32| {
        let tier = &mut tiers[number as usize];
        *tier = tier.or_else(|| relation(words, number, query));
    };
    let keys = query.keys.iter();
    let mut beginnings: Vec<&str> = keys.map(|key| without_e(&key.text)).collect();
    beginnings.push(&query.text);
    words.folded().for_each_like(&beginnings, &query.verb_stems, &mut relate);
    let keys = query.keys.iter();
    let mut beginnings: Vec<&str> = keys.map(|key| without_e(&key.loose)).collect();
    beginnings.push(&query.loose);
    let stems: Vec<&str> = query.loose_stems.iter().map(String::as_str).collect();
    words.loose().for_each_like(&beginnings, &stems, &mut relate);
    tiers
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
    if may_share_key(word, query) && shares_key(words, number, query) {
        return Some(Tier::Inflected);
    }
    is_spelling_of(words, number, query).then_some(Tier::Loose)
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
    query.keys.iter().any(|key| word.starts_with(without_e(&key.text)))
        || query.verb_stems.iter().any(|stem| contains(word, stem))
}

fn without_e(key: &str) -> &str {
    key.strip_suffix('ە').unwrap_or(key)
}

fn shares_key(words: &Words, number: u32, query: &QueryWord) -> bool {
    words.keys(number).any(|key| query.keys.iter().any(|other| other.text == key))
}

/// Whether word and query have bases that differ only in a spelling that
/// people mix up.
fn is_spelling_of(words: &Words, number: u32, query: &QueryWord) -> bool {
    let loosened = words.loose().get(number);
    if !may_be_spelling(loosened, query) {
        return false;
    }
    if loosened == query.loose {
        return is_mixed_up(words.get(number), &query.text);
    }
    let may = query.keys.iter().any(|key| loosened.starts_with(without_e(&key.loose)))
        || query.loose_stems.iter().any(|stem| contains(loosened, stem));
    may && words.keys(number).any(|key| {
        let spelled = loose(key);
        let same = |other: &&Key| other.loose == spelled && other.text != key;
        query.keys.iter().filter(same).any(|other| is_mixed_up(key, &other.text))
    })
}

/// Whether a word begins, loosely, like a base of the query, or the query may
/// be of a verb, whose forms begin with anything.
fn may_be_spelling(loosened: &str, query: &QueryWord) -> bool {
    let first = loosened.chars().next();
    !query.loose_stems.is_empty()
        || first == query.loose.chars().next()
        || query.keys.iter().any(|key| key.loose.chars().next() == first)
}

/// Whether two loosely equal words may be one: not if both are known words,
/// unless they are long or differ only in وو for و.
fn is_mixed_up(word: &str, query: &str) -> bool {
    let letters = query.chars().count();
    letters >= 6
        || (letters >= 3 && word.replace("وو", "و") == query.replace("وو", "و"))
        || (letters >= 3 && !(is_listed(word) && is_listed(query)))
}
