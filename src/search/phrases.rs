//! Places where words that answer the query stand in its order.

use super::hits::Hit;
use super::query::{Query, QueryWord};
use super::relation::{forms, relations};
use super::tier::Tier;
use crate::bytes::find_letters;
use crate::document::Document;
use crate::fold::loose_with_map;
use crate::segment::TokenKind;
use crate::span::Span;

/// How each distinct word of the document answers one word of the query.
pub(super) struct Answers {
    tiers: Vec<Option<Tier>>,
}

impl Answers {
    pub(super) fn of(document: &Document, word: &QueryWord) -> Answers {
        Answers { tiers: relations(&document.index.words, word) }
    }

    /// Only the word itself, in whatever code points.
    pub(super) fn verbatim(document: &Document, word: &QueryWord) -> Answers {
        let words = &document.index.words;
        Answers::by(document, |number| (words.get(number) == word.text).then_some(Tier::Folded))
    }

    /// What `tier` says of each distinct word by its number.
    pub(super) fn by(document: &Document, tier: impl Fn(u32) -> Option<Tier>) -> Answers {
        Answers { tiers: (0..document.index.words.len() as u32).map(tier).collect() }
    }

    /// Only the word itself and its forms, all as forms.
    pub(super) fn of_forms(document: &Document, word: &str) -> Answers {
        let word = QueryWord::new(word, TokenKind::Word);
        Answers { tiers: forms(&document.index.words, &word) }
    }

    /// Whether no word of the document answers.
    pub(super) fn are_none(&self) -> bool {
        self.tiers.iter().all(Option::is_none)
    }

    /// The tier of a word by its number.
    #[inline(always)]
    pub(super) fn tier(&self, word: u32) -> Option<Tier> {
        self.tiers[word as usize]
    }
}

/// The places where all words of the query stand one after the other.
pub(super) fn phrases(document: &Document, query: &Query, answers: &[Answers]) -> Vec<Hit> {
    let Some((first, rest)) = answers.split_first() else { return Vec::new() };
    let mut hits = Vec::new();
    if answers.iter().any(Answers::are_none) {
        return hits;
    }
    for (number, unit) in document.index.units.iter().enumerate() {
        if let Some(tier) = first.tier(unit.word) {
            hits.extend(phrase_at(document, query, number, tier, rest));
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
    rest: &[Answers],
) -> Option<Hit> {
    let units = &document.index.units;
    let mut worst = tier;
    let mut last = first;
    for answers in rest {
        last = next_word(document, last)?;
        worst = worst.max(answers.tier(units[last].word)?);
    }
    let span = Span { start: units[first].start as usize, end: units[last].end as usize };
    Some(Hit { span: letters_of_query(document, query, span, worst), tier: worst })
}

/// The next part of the same token, or the unit of the next whole token, if
/// only spaces, quotes, brackets, hyphens or low lines part the two.
fn next_word(document: &Document, unit: usize) -> Option<usize> {
    let units = &document.index.units;
    let mut next = unit + 1;
    let mut last = unit;
    if !(units[unit].is_part && units.get(next)?.is_part) {
        next += units[next..].iter().position(|unit| !unit.is_part)?;
        last = document.index.token_of(unit);
    }
    let between = &document.folded.text[units[last].end as usize..units[next].start as usize];
    between.chars().all(|c| " \"'-()[]_".contains(c)).then_some(next)
}

/// The letters of the query where they stand together in the span, else all
/// of it.
fn letters_of_query(document: &Document, query: &Query, span: Span, tier: Tier) -> Span {
    let text = span.of(&document.folded.text);
    if text.starts_with(query.folded.as_str()) {
        return Span { end: span.start + query.folded.len(), ..span };
    }
    if let Some(at) = find_letters(text, &query.folded, 0) {
        return Span { start: span.start + at, end: span.start + at + query.folded.len() };
    }
    if tier == Tier::Loose { loose_letters(query, text, span).unwrap_or(span) } else { span }
}

fn loose_letters(query: &Query, text: &str, span: Span) -> Option<Span> {
    let (loosened, starts) = loose_with_map(text);
    let wanted = crate::fold::loose(&query.folded);
    let at = loosened.find(&wanted)?;
    // A first ئ that the loose spelling leaves out is the word's all the same.
    let start = if at == 0 { 0 } else { starts[at] };
    Some(Span { start: span.start + start, end: span.start + starts[at + wanted.len()] })
}
