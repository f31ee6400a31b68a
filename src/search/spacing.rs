//! Words that are written apart or together: تۆمارکردن and تۆمار دەکات, چاتبۆت
//! and چات بۆت.

use super::hits::{Hit, in_text_order};
use super::phrases::{Answers, phrases};
use super::query::Query;
use crate::document::Document;
use crate::morph::LIGHT_VERBS;
use crate::segment::TokenKind;

/// What may stand between the two: دەستپێکردن, دەستی پێ کرد.
const PARTICLES: [&str; 6] = ["پێ", "لێ", "تێ", "پێک", "لێک", "تێک"];

/// Letters of the shortest piece that a word is cut into.
const SHORTEST: usize = 3;

/// The places of the query with other spaces in it.
pub(super) fn respaced(document: &Document, query: &Query) -> Vec<Hit> {
    let mut hits = Vec::new();
    if query.words.iter().any(|word| word.kind != TokenKind::Word) {
        return hits;
    }
    let words: Vec<&str> = query.words.iter().map(|word| word.text.as_str()).collect();
    let mut look_for = |from: usize, to: usize, pieces: &[&str]| {
        let spelling = [&words[..from], pieces, &words[to..]].concat();
        let answers: Vec<Answers> =
            spelling.iter().map(|word| Answers::of_forms(document, word)).collect();
        hits = in_text_order(std::mem::take(&mut hits), phrases(document, query, &answers));
    };
    for (from, word) in query.words.iter().enumerate() {
        for to in from + 2..=words.len().min(from + 3) {
            look_for(from, to, &[&joined(&words[from..to])]);
        }
        let mut cut_into = |pieces: &[&str]| look_for(from, from + 1, pieces);
        word.keys.iter().for_each(|key| cut_verb(&key.text, &mut cut_into));
        cut(document, &word.text, &mut cut_into);
    }
    hits
}

/// The words as one; a first ئ belongs to the beginning of a word.
fn joined(words: &[&str]) -> String {
    let mut whole = words[0].to_owned();
    words[1..].iter().for_each(|word| whole.push_str(word.strip_prefix('ئ').unwrap_or(word)));
    whole
}

/// Cuts an infinitive into the noun and the verb of which it is made, and what
/// stands between.
fn cut_verb(infinitive: &str, emit: &mut dyn FnMut(&[&str])) {
    let body = infinitive.strip_suffix("ەوە").unwrap_or(infinitive);
    let past = body.strip_suffix('ن').unwrap_or_default();
    for noun in LIGHT_VERBS.iter().filter_map(|verb| past.strip_suffix(verb)) {
        let verb = &infinitive[noun.len()..];
        if !noun.is_empty() {
            emit(&[noun, verb]);
        }
        for first in PARTICLES.iter().filter_map(|particle| noun.strip_suffix(particle)) {
            if !first.is_empty() {
                emit(&[first, &infinitive[first.len()..]]);
                emit(&[first, &noun[first.len()..], verb]);
            }
        }
    }
}

/// Cuts a word where one of the text ends with which it begins.
fn cut(document: &Document, word: &str, emit: &mut dyn FnMut(&[&str])) {
    let is_long = |piece: &str| piece.chars().count() >= SHORTEST;
    for (at, _) in word.char_indices() {
        let (first, rest) = word.split_at(at);
        if is_long(first) && is_long(rest) && document.index.words.holds(first) {
            emit(&[first, rest]);
        }
    }
}
