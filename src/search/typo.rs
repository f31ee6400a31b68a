//! One edit away, when nothing else matched.

use super::hits::Hit;
use super::index::Unit;
use super::query::{Query, QueryWord};
use super::tier::Tier;
use super::words::Words;
use crate::document::Document;

/// Letters of the shortest word in which a typo is looked for: in shorter ones
/// one edit makes another word more often than not.
const SHORTEST: usize = 4;

/// Words one edit from the only word of the query; the cheapest edits alone.
pub(super) fn typos(document: &Document, query: &Query) -> Vec<Hit> {
    let [word] = query.words.as_slice() else { return Vec::new() };
    if word.text.chars().count() < SHORTEST {
        return Vec::new();
    }
    let index = &document.index;
    let numbers = 0..index.words.len() as u32;
    let costs: Vec<Option<u32>> =
        numbers.map(|number| cost_of(&index.words, number, word)).collect();
    let Some(best) = costs.iter().flatten().min() else { return Vec::new() };
    let close = |unit: &&Unit| costs[unit.word as usize].as_ref() == Some(best);
    let hit = |unit: &Unit| Hit { span: unit.span(), tier: Tier::Typo };
    index.units.iter().filter(close).map(hit).collect()
}

/// The cheapest edit from a base of the query to the word or one of its bases.
fn cost_of(words: &Words, number: u32, query: &QueryWord) -> Option<u32> {
    let mut best = edit_cost(&query.text, words.get(number));
    for base in words.keys(number) {
        let typed = query.keys.iter().map(|key| key.text.as_str());
        let long = typed.filter(|key| key.chars().count() >= SHORTEST);
        let costs = long.chain([query.text.as_str()]).filter_map(|typed| edit_cost(typed, base));
        best = costs.chain(best).min();
    }
    best
}

/// What one edit from `typed` to `word` costs, if one is enough: 1 for letters
/// that are confused or neighbours on the Kurdish keyboard, or swapped, or
/// doubled; 2 for any other.
fn edit_cost(typed: &str, word: &str) -> Option<u32> {
    // No edit adds or takes more than one letter, of four bytes at most.
    if typed.len().abs_diff(word.len()) > 4 {
        return None;
    }
    let (mut a, mut b) = (typed.chars(), word.chars());
    let mut before = None;
    loop {
        let (rest_a, rest_b) = (a.as_str(), b.as_str());
        match (a.next(), b.next()) {
            (Some(x), Some(y)) if x == y => before = Some(x),
            (Some(_), Some(_)) if are_swapped(rest_a, rest_b) => return Some(1),
            (Some(x), Some(y)) if a.as_str() == b.as_str() => {
                return Some(if are_near(x, y) { 1 } else { 2 });
            }
            (Some(x), _) if a.as_str() == rest_b => return Some(insertion_cost(before, x)),
            (_, Some(y)) if rest_a == b.as_str() => return Some(insertion_cost(before, y)),
            _ => return None,
        }
    }
}

/// Whether two texts differ only in the order of their first two letters.
fn are_swapped(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.chars(), b.chars());
    let ([v, w], [x, y]) = ([a.next(), a.next()], [b.next(), b.next()]);
    w.is_some() && v == y && w == x && a.as_str() == b.as_str()
}

fn insertion_cost(before: Option<char>, extra: char) -> u32 {
    if before == Some(extra) { 1 } else { 2 }
}

/// Rows of the standard Kurdish keyboard layout (KRG, 2009), each key's letters
/// unshifted and shifted; neighbours in a row are near, and so are the two
/// letters of one key.
const ROWS: [&str; 6] =
    ["قوەرتیئحۆپ", "اسدفگهژکل", "زخجڤبنم", "ق وێڕطێءعۆپ", "آشذإغ هۆکڵ", "ضغچظبىة"];

/// Letters that look or sound alike.
const ALIKE: [&str; 12] = ["وۆ", "یێ", "رڕ", "لڵ", "هە", "هح", "عئ", "غخ", "سش", "کگ", "قک", "ڤف"];

fn are_near(a: char, b: char) -> bool {
    let beside = |row: &&str| {
        let place = |c| row.chars().position(|r| r == c);
        matches!((place(a), place(b)), (Some(i), Some(j)) if i.abs_diff(j) == 1)
    };
    ALIKE.iter().any(|pair| pair.contains(a) && pair.contains(b)) || ROWS.iter().any(beside)
}
