//! One edit away, when nothing else matched.

use super::hits::Hit;
use super::query::{Query, QueryWord};
use super::tier::Tier;
use crate::document::Document;
use crate::order::sort_by;

/// Letters of the shortest word in which a typo is looked for: in shorter ones
/// one edit makes another word more often than not.
const SHORTEST: usize = 4;

/// Words one edit from the only word of the query; the cheapest edits alone.
pub(super) fn typos(document: &Document, query: &Query) -> Vec<Hit> {
    let [word] = query.words.as_slice() else { return Vec::new() };
    let letters: Vec<char> = word.text.chars().collect();
    if letters.len() < SHORTEST {
        return Vec::new();
    }
    let index = &document.index;
    let costs: Vec<Option<u32>> = index
        .words
        .iter()
        .map(|candidate| cost_of(&candidate.text, candidate.keys(), &letters, word))
        .collect();
    let Some(best) = costs.iter().flatten().min() else { return Vec::new() };
    let close = costs.iter().enumerate().filter(|(_, cost)| cost.as_ref() == Some(best));
    let units = close.flat_map(|(number, _)| index.units_of(number as u32));
    let mut hits: Vec<Hit> = units
        .map(|&unit| Hit { span: index.units[unit as usize].span(), tier: Tier::Typo })
        .collect();
    sort_by(&mut hits, |a, b| a.span.start.cmp(&b.span.start));
    hits
}

/// The cheapest edit from a base of the query to the word or one of its bases.
fn cost_of(text: &str, keys: &[String], letters: &[char], query: &QueryWord) -> Option<u32> {
    let bases = keys.iter().map(String::as_str).chain([text]);
    let direct = bases.filter_map(|base| edit_cost(letters, base));
    let of_bases =
        query.keys.iter().filter(|key| key.text.chars().count() >= SHORTEST).flat_map(|key| {
            let letters: Vec<char> = key.text.chars().collect();
            keys.iter().filter_map(move |base| edit_cost(&letters, base)).collect::<Vec<u32>>()
        });
    direct.chain(of_bases).min()
}

/// What one edit from `typed` to `word` costs, if one is enough: 1 for letters
/// that are confused or neighbours on the Kurdish keyboard, or swapped, or
/// doubled; 2 for any other.
fn edit_cost(typed: &[char], word: &str) -> Option<u32> {
    let word: Vec<char> = word.chars().collect();
    let same = typed.iter().zip(&word).take_while(|(a, b)| a == b).count();
    let (a, b) = (&typed[same..], &word[same..]);
    let rest = |a: &[char], b: &[char]| a == b;
    match (a, b) {
        ([x, y, a @ ..], [v, w, b @ ..]) if x == w && y == v && rest(a, b) => Some(1),
        ([x, a @ ..], [y, b @ ..]) if rest(a, b) => Some(if are_near(*x, *y) { 1 } else { 2 }),
        ([x, a @ ..], b) if rest(a, b) => Some(insertion_cost(typed, same, *x)),
        (a, [y, b @ ..]) if rest(a, b) => Some(insertion_cost(&word, same, *y)),
        _ => None,
    }
}

fn insertion_cost(letters: &[char], at: usize, extra: char) -> u32 {
    let doubled = at > 0 && letters[at - 1] == extra;
    if doubled { 1 } else { 2 }
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
