//! Spellings that people mix up (تەواو with وو for و, هەریم for هەرێم): whether a
//! word of the document is the query's word, written otherwise.

use super::query::{Key, QueryWord};
use super::words::Words;
use crate::bytes::contains;
use crate::fold::{loose, loose_with_map};
use crate::morph::{analyse, is_headword, is_listed, is_verb_form, without_e};

/// Bases with fewer letters are often like another word.
const LONG: usize = 4;

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
    has_base_otherwise(words, number, query)
        || (may_be_form_otherwise(words, number, query) && is_form_otherwise(words, number, query))
}

/// Whether a word begins loosely like a base of the query, or is unknown and
/// holds, loosely, the stem of a verb that the query may be of.
#[inline]
pub(super) fn may_be_form_otherwise(words: &Words, number: u32, query: &QueryWord) -> bool {
    let loosened = words.loose().get(number);
    query.keys.iter().any(|key| begins_like(loosened, key))
        || (query.loose_stems.iter().any(|stem| contains(loosened, stem)) && words.is_whole(number))
}

/// Whether a loose key begins as that of a base does, which is long enough to
/// tell something.
fn begins_like(loosened: &str, base: &Key) -> bool {
    let beginning = without_e(&base.loose);
    beginning.chars().nth(2).is_some() && loosened.starts_with(beginning)
}

/// Whether a word begins, loosely, like a base of the query, or the query may
/// be of a verb, whose forms begin with anything.
fn may_be_spelling(loosened: &str, query: &QueryWord) -> bool {
    let first = loosened.chars().next();
    !query.loose_stems.is_empty()
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

/// Whether a base of a word is loosely one of the query's.
fn has_base_otherwise(words: &Words, number: u32, query: &QueryWord) -> bool {
    words.keys(number).any(|key| {
        let spelled = loose(key);
        let same = |other: &&Key| other.loose == spelled && other.text != key;
        query.keys.iter().filter(same).any(|other| !are_two_words(words, key, &other.text))
    })
}

/// Whether two loosely equal words are both known, and not long, where two
/// known words are hardly ever so alike; وو for و makes no other word.
fn are_two_words(words: &Words, word: &str, query: &str) -> bool {
    if words.write_so(word, query) {
        return false;
    }
    let letters = query.chars().count();
    let differ = || word.replace("وو", "و") != query.replace("وو", "و");
    match letters {
        0..3 => true,
        3 => differ() && is_listed(word) && is_listed(query),
        4 | 5 => differ() && is_headword(word) && is_headword(query),
        _ => false,
    }
}

/// Whether a word would be a form of the query's with the query's own letters
/// in it: هەریمیک is هەرێمێک.
fn is_form_otherwise(words: &Words, number: u32, query: &QueryWord) -> bool {
    let word = words.get(number);
    let (loosened, starts) = loose_with_map(word);
    let is_form = |at: usize, letters: &str, spelling: &str| {
        let before = if at == 0 { "" } else { &word[..starts[at]] };
        let after = &word[starts[at + letters.len()]..];
        has_key([before, spelling, after], query)
    };
    let of_base = |key: &Key| {
        let (letters, spelling) = (without_e(&key.loose), without_e(&key.text));
        begins_like(&loosened, key)
            && (words.write_so(&word[..starts[letters.len()]], spelling)
                || is_otherwise_unknown(words, number, key))
            && is_form(0, letters, spelling)
    };
    let of_verb = |(stem, letters): (&&str, &String)| {
        let differs = stem != letters || word.ends_with("یت");
        differs && loosened.match_indices(letters).any(|(at, _)| is_form(at, letters, stem))
    };
    query.keys.iter().any(of_base)
        || (words.is_whole(number) && query.verb_stems.iter().zip(&query.loose_stems).any(of_verb))
}

/// Whether the parts of a word together have a base of the query; ێ is often
/// left away in the ending too.
fn has_key([before, spelling, after]: [&str; 3], query: &QueryWord) -> bool {
    [after, &after.replacen('ی', "ێ", 1)].iter().any(|after| {
        let keys = analyse(&format!("{before}{spelling}{after}")).keys;
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
