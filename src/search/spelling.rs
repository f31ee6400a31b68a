//! Spellings that people mix up (تەواو with وو for و, هەریم for هەرێم): whether a
//! word of the document is the query's word, written otherwise.

use super::query::{Key, QueryWord};
use super::words::Words;
use crate::fold::{loose, loose_with_map};
use crate::morph::{analyse, is_headword, is_listed, is_verb_form, without_e};

/// Bases with fewer letters are often like another word.
const LONG: usize = 4;
/// Common words that are another word in another spelling (برین, بڕین), one of each pair.
const MINIMAL_PAIRS: &str = include_str!(concat!(env!("OUT_DIR"), "/minimal_pairs.txt"));

/// Whether word and query have bases that differ only in a spelling that
/// people mix up.
pub(super) fn is_spelling_of(words: &Words, number: u32, query: &QueryWord) -> bool {
    let loosened = words.loose().get(number);
    if !may_be_spelling(loosened, query) {
        return false;
    }
    if loosened == query.loose {
        return is_the_word(words, number, query);
    }
    has_verb_otherwise(words, number, query)
        || has_base_otherwise(words, number, query)
        || (may_be_form_otherwise(words, number, query) && is_form_otherwise(words, number, query))
}

/// Whether a word begins loosely like a base of the query.
#[inline]
pub(super) fn may_be_form_otherwise(words: &Words, number: u32, query: &QueryWord) -> bool {
    let loosened = words.loose().get(number);
    query.keys.iter().any(|key| begins_like(loosened, key))
}

/// Whether a loose key begins as that of a base does, which is long enough to
/// tell something.
fn begins_like(loosened: &str, base: &Key) -> bool {
    let beginning = without_e(&base.loose);
    loosened.starts_with(beginning) && beginning.chars().nth(2).is_some()
}

/// Whether a word begins, loosely, like a base of the query, or the query may
/// be of a verb, whose forms begin with anything.
fn may_be_spelling(loosened: &str, query: &QueryWord) -> bool {
    let first = loosened.chars().next();
    !query.verbs_otherwise.is_empty()
        || !query.verb_stems().is_empty()
        || first == query.loose.chars().next()
        || query.keys.iter().any(|key| key.loose.chars().next() == first)
}

/// Whether a word that is loosely the query is no other word.
fn is_the_word(words: &Words, number: u32, query: &QueryWord) -> bool {
    let word = words.get(number);
    if words.write_so(word, &query.text) {
        return true;
    }
    let two_bases = |key: &str| {
        let same = |other: &&Key| other.text != key && other.loose == loose(key);
        query.keys.iter().filter(same).any(|other| are_two_words(words, key, &other.text))
    };
    let is_other = are_two_words(words, word, &query.text)
        || words.keys(number).any(two_bases)
        || (is_verb_form(word) && is_verb_form(&query.text));
    !is_other
}

/// Whether word and query are forms of one verb, at least one of them in another
/// spelling.
fn has_verb_otherwise(words: &Words, number: u32, query: &QueryWord) -> bool {
    let is_otherwise = |verb: &str| query.verbs_otherwise.iter().any(|other| other == verb);
    let is_of_query =
        |verb: &String| query.keys.iter().any(|key| key.text == *verb) || is_otherwise(verb);
    words.verbs_otherwise(number).iter().any(is_of_query) || words.keys(number).any(is_otherwise)
}

/// Whether a base of a word is loosely one of the query's.
fn has_base_otherwise(words: &Words, number: u32, query: &QueryWord) -> bool {
    words.keys(number).any(|key| {
        let spelled = loose(key);
        let same = |other: &&Key| other.loose == spelled && other.text != key;
        query.keys.iter().filter(same).any(|other| !are_two_words(words, key, &other.text))
    })
}

/// Whether two loosely equal words are known as different ones; وو for و makes no
/// other word.
fn are_two_words(words: &Words, word: &str, query: &str) -> bool {
    if words.write_so(word, query) {
        return false;
    }
    let differ = || word.replace("وو", "و") != query.replace("وو", "و");
    match query.chars().count() {
        0..3 => true,
        3 => differ() && is_listed(word) && is_listed(query) && are_minimal_pair(query),
        4 | 5 => differ() && is_headword(word) && is_headword(query) && are_minimal_pair(query),
        _ => false,
    }
}

/// Whether different words have these loose letters.
fn are_minimal_pair(word: &str) -> bool {
    let letters = loose(word);
    MINIMAL_PAIRS.lines().any(|one| loose(one) == letters)
}

/// Whether a word would be a form of the query's with the letters of a base of
/// the query's in it: هەریمیک is هەرێمێک.
fn is_form_otherwise(words: &Words, number: u32, query: &QueryWord) -> bool {
    let word = words.get(number);
    let (loosened, starts) = loose_with_map(word);
    query.keys.iter().filter(|key| begins_like(&loosened, key)).any(|key| {
        let spelling = without_e(&key.text);
        let (written, after) = word.split_at(starts[without_e(&key.loose).len()]);
        let is_free = words.write_so(written, spelling) || is_otherwise_unknown(words, number, key);
        is_free && has_key(spelling, after, query)
    })
}

/// Whether a beginning and the letters after it together have a base of the query;
/// ێ is often left away in the ending too.
fn has_key(beginning: &str, after: &str, query: &QueryWord) -> bool {
    [after, &after.replacen('ی', "ێ", 1)].iter().any(|after| {
        let keys = analyse(&[beginning, after].concat()).keys;
        keys.iter().any(|key| query.keys.iter().any(|other| other.text == *key))
    })
}

/// Whether what the lexicon makes of a word is less than a form of `key`: its
/// bases are shorter (هەر in هەریمی), or it has none.
fn is_otherwise_unknown(words: &Words, number: u32, key: &Key) -> bool {
    let letters = key.loose.chars().count();
    if letters < LONG {
        return !is_listed(words.get(number));
    }
    !words.keys(number).any(|own| own.chars().count() >= letters && is_headword(own))
}
