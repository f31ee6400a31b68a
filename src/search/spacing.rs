//! Words that are written apart or together: تۆمارکردن and تۆمار دەکات, چاتبۆت
//! and چات بۆت.

use super::hits::{Hit, in_text_order};
use super::phrases::{Answers, phrases};
use super::query::{Query, QueryWord};
use super::tier::Tier;
use crate::document::Document;
use crate::segment::TokenKind;

/// Verbs that make verbs with a noun before them.
const VERBS: [&str; 13] = [
    "کردن",
    "بوون",
    "دان",
    "گرتن",
    "هێنان",
    "خستن",
    "هاتن",
    "چوون",
    "کەوتن",
    "کێشان",
    "بردن",
    "گەیاندن",
    "خواردن",
];

/// What may stand between the two: دەستپێکردن, دەستی پێ کرد.
const PARTICLES: [&str; 6] = ["پێ", "لێ", "تێ", "پێک", "لێک", "تێک"];

/// Letters of the shortest piece that a word is cut into.
const SHORTEST: usize = 3;

/// The places of the query with other spaces in it.
pub(super) fn respaced(document: &Document, query: &Query) -> Vec<Hit> {
    let mut hits = Vec::new();
    for spelling in spellings(document, &query.words) {
        let answers: Vec<Answers> =
            spelling.iter().map(|word| Answers::of_form(document, word)).collect();
        hits = in_text_order(hits, phrases(document, query, &answers));
    }
    hits
}

impl Answers {
    /// Only the word and its forms.
    fn of_form(document: &Document, word: &str) -> Answers {
        let answers = Answers::of(document, &QueryWord::new(word, TokenKind::Word));
        Answers::by(document, |number| {
            answers.tier(number).filter(|tier| *tier <= Tier::Inflected).map(|_| Tier::Inflected)
        })
    }
}

/// The words with two or three of them joined, or with one of them cut.
fn spellings(document: &Document, words: &[QueryWord]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    if words.iter().any(|word| word.kind != TokenKind::Word) {
        return found;
    }
    let mut put = |from: usize, to: usize, pieces: Vec<String>| {
        let text = |words: &[QueryWord]| words.iter().map(|word| word.text.clone()).collect();
        let (mut before, after): (Vec<String>, Vec<String>) =
            (text(&words[..from]), text(&words[to..]));
        before.extend(pieces);
        before.extend(after);
        found.push(before);
    };
    for from in 0..words.len() {
        for to in from + 2..=words.len().min(from + 3) {
            put(from, to, vec![joined(&words[from..to])]);
        }
        cut_verb(&words[from], &mut |pieces| put(from, from + 1, pieces));
        cut(document, &words[from], &mut |pieces| put(from, from + 1, pieces));
    }
    found
}

/// The words as one; a first ئ belongs to the beginning of a word.
fn joined(words: &[QueryWord]) -> String {
    let mut whole = words[0].text.clone();
    for word in &words[1..] {
        whole.push_str(word.text.strip_prefix('ئ').unwrap_or(&word.text));
    }
    whole
}

/// The noun and the verb of which a verb is made, with what stands between.
fn cut_verb(word: &QueryWord, emit: &mut dyn FnMut(Vec<String>)) {
    for key in &word.keys {
        let again = if key.text.ends_with("ەوە") { "ەوە" } else { "" };
        let body = key.text.strip_suffix(again).unwrap_or(&key.text);
        for verb in VERBS {
            let Some(noun) = body.strip_suffix(verb).filter(|noun| noun.chars().count() > 1) else {
                continue;
            };
            let verb = format!("{verb}{again}");
            for particle in PARTICLES {
                if let Some(noun) = noun.strip_suffix(particle).filter(|noun| !noun.is_empty()) {
                    emit(vec![noun.to_owned(), format!("{particle}{verb}")]);
                    emit(vec![noun.to_owned(), particle.to_owned(), verb.clone()]);
                }
            }
            emit(vec![noun.to_owned(), verb]);
        }
    }
}

/// A word of the text with which the word begins, and the rest.
fn cut(document: &Document, word: &QueryWord, emit: &mut dyn FnMut(Vec<String>)) {
    let words = &document.index.words;
    let is_long = |piece: &str| piece.chars().count() >= SHORTEST;
    for number in 0..words.len() as u32 {
        let first = words.get(number);
        let rest = word.text.strip_prefix(first).filter(|rest| is_long(rest) && is_long(first));
        if let Some(rest) = rest {
            emit(vec![first.to_owned(), rest.to_owned()]);
        }
    }
}
