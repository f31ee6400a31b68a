//! Finding the places that answer a query.

use std::collections::HashSet;

use super::query::{Query, QueryWord};
use super::tier::{Match, Mode, Tier};
use crate::document::Document;
use crate::entity::Pack;
use crate::span::Span;

/// A match in the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hit {
    span: Span,
    tier: Tier,
}

/// Where `query` is found in `document`, in text order.
pub(crate) fn search(
    document: &Document,
    query: &str,
    mode: Mode,
    _pack: Option<&Pack>,
) -> Vec<Match> {
    match mode {
        Mode::Exact => exact(document, query.trim()),
        Mode::Word => smart(document, query, |tier| tier <= Tier::Folded),
        Mode::Smart => smart(document, query, |_| true),
    }
}

/// The characters as typed, anywhere inside a paragraph.
fn exact(document: &Document, query: &str) -> Vec<Match> {
    if query.is_empty() {
        return Vec::new();
    }
    let mut matches = Vec::new();
    for paragraph in document.paragraphs() {
        for (at, found) in paragraph.of(document.text()).match_indices(query) {
            let start = paragraph.start + at;
            let span = Span { start, end: start + found.len() };
            matches.push(Match { span, tier: Tier::Exact });
        }
    }
    matches
}

fn smart(document: &Document, query: &str, wanted: impl Fn(Tier) -> bool) -> Vec<Match> {
    let query = Query::read(query);
    if query.folded.is_empty() {
        return Vec::new();
    }
    let mut hits = phrases(document, &query);
    hits.extend(plain(document, &query));
    let hits = best_of_each_place(hits);
    let matches = hits.into_iter().map(|hit| to_match(document, &query, hit));
    matches.filter(|found| wanted(found.tier)).collect()
}

/// A hit in the source; a folded one that reads as typed is exact.
fn to_match(document: &Document, query: &Query, hit: Hit) -> Match {
    let span = document.folded.map.to_source(hit.span.start..hit.span.end);
    let as_typed = hit.tier == Tier::Folded && span.of(document.text()) == query.typed;
    Match { span, tier: if as_typed { Tier::Exact } else { hit.tier } }
}

/// Every place where the letters of the query stand, whatever is around them.
fn plain(document: &Document, query: &Query) -> Vec<Hit> {
    let found = document.folded.text.match_indices(query.folded.as_str());
    found
        .map(|(start, letters)| Hit { span: Span { start, end: start + letters.len() }, tier: Tier::Part })
        .map(|hit| Hit { tier: if on_word_borders(document, hit.span) { Tier::Folded } else { hit.tier }, ..hit })
        .collect()
}

/// Whether no word is cut at either end of a folded span.
fn on_word_borders(document: &Document, span: Span) -> bool {
    let text = &document.folded.text;
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let cut_before = letter(text[..span.start].chars().next_back()) && letter(span.of(text).chars().next());
    let cut_after = letter(text[span.end..].chars().next()) && letter(span.of(text).chars().next_back());
    !cut_before && !cut_after
}

/// Places where words that answer the query's words stand in its order.
fn phrases(document: &Document, query: &Query) -> Vec<Hit> {
    let Some((first, rest)) = query.words.split_first() else { return Vec::new() };
    let mut hits = Vec::new();
    let first_words = answering(document, first);
    let rest_words: Vec<Vec<Option<Tier>>> = rest.iter().map(|word| tiers(document, word)).collect();
    for (word, tier) in first_words {
        for &unit in document.index.units_of(word) {
            hits.extend(phrase_at(document, query, unit as usize, tier, &rest_words));
        }
    }
    hits
}

/// The phrase that begins with this unit, if the words after it answer.
fn phrase_at(
    document: &Document,
    query: &Query,
    first: usize,
    tier: Tier,
    rest: &[Vec<Option<Tier>>],
) -> Option<Hit> {
    let units = &document.index.units;
    let mut worst = tier;
    let mut last = first;
    for tiers in rest {
        let next = next_token(document, last)?;
        worst = worst.max(tiers[units[next].word as usize]?);
        last = next;
    }
    let span = Span { start: units[first].start as usize, end: units[last].end as usize };
    Some(Hit { span: letters_of_query(document, query, span), tier: worst })
}

/// The unit of the next whole token in the same paragraph.
fn next_token(document: &Document, unit: usize) -> Option<usize> {
    let units = &document.index.units;
    let token = units[unit].token;
    let next = unit + units[unit..].iter().position(|u| u.token != token)?;
    let between = &document.folded.text[units[unit].end as usize..units[next].start as usize];
    (!between.contains('\n')).then_some(next)
}

/// The letters of the query where they stand together in the span, else all.
fn letters_of_query(document: &Document, query: &Query, span: Span) -> Span {
    match span.of(&document.folded.text).find(query.folded.as_str()) {
        Some(at) => Span { start: span.start + at, end: span.start + at + query.folded.len() },
        None => span,
    }
}

/// The words of the document that answer a word of the query.
fn answering(document: &Document, word: &QueryWord) -> Vec<(u32, Tier)> {
    let tiers = tiers(document, word);
    let numbered = tiers.into_iter().enumerate();
    numbered.filter_map(|(number, tier)| Some((number as u32, tier?))).collect()
}

/// How each word of the document answers a word of the query.
fn tiers(document: &Document, word: &QueryWord) -> Vec<Option<Tier>> {
    let keys: HashSet<&str> = word.keys.iter().map(String::as_str).collect();
    let answer = |candidate: &super::index::Word| {
        if *candidate.text == *word.text {
            return Some(Tier::Folded);
        }
        let shared = candidate.keys().iter().any(|key| keys.contains(&**key));
        shared.then_some(Tier::Inflected)
    };
    document.index.words.iter().map(answer).collect()
}

/// Text order; of hits that overlap the better stays, then the longer.
fn best_of_each_place(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_by_key(|hit| (hit.tier, hit.span.start, usize::MAX - hit.span.len()));
    let mut taken: std::collections::BTreeMap<usize, Hit> = std::collections::BTreeMap::new();
    for hit in hits {
        let before = taken.range(..hit.span.end).next_back();
        if before.is_none_or(|(_, other)| !other.span.overlaps(hit.span)) {
            taken.insert(hit.span.start, hit);
        }
    }
    taken.into_values().collect()
}
