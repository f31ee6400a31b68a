//! Putting the tiers together.

use super::hits::{Hit, best_of_each_place, in_text_order, with_others};
use super::index::Unit;
use super::phrases::{Answers, phrases};
use super::query::{Query, QueryWord};
use super::spacing::respaced;
use super::tier::{Match, Mode, Tier};
use super::typo::typos;
use crate::bytes::find_letters;
use crate::document::Document;
use crate::entity::{Mention, Pack, Via};
use crate::fold::is_alphanumeric;
use crate::latin::LatinQuery;
use crate::span::Span;

/// Where `query` is found in `document`, in text order.
pub(crate) fn search(
    document: &Document,
    query: &str,
    mode: Mode,
    pack: Option<&Pack>,
) -> Vec<Match> {
    match mode {
        Mode::Exact => as_typed(document, query.trim()),
        Mode::Word => whole_words(document, &Query::read(query)),
        Mode::Smart => smart(document, &Query::read(query), pack),
    }
}

/// The characters as typed, anywhere inside a paragraph.
fn as_typed(document: &Document, query: &str) -> Vec<Match> {
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

/// The words of the query one after the other, and nothing but them.
fn whole_words(document: &Document, query: &Query) -> Vec<Match> {
    let answers: Vec<Answers> =
        query.words.iter().map(|word| Answers::verbatim(document, word)).collect();
    let (whole, _) = plain(document, query);
    let hits = in_text_order(phrases(document, query, &answers), whole);
    to_matches(document, query, best_of_each_place(hits))
}

fn smart(document: &Document, query: &Query, pack: Option<&Pack>) -> Vec<Match> {
    if query.folded.is_empty() {
        return Vec::new();
    }
    let answer = if query.is_quoted { Answers::verbatim } else { Answers::of };
    let answers: Vec<Answers> = query.words.iter().map(|word| answer(document, word)).collect();
    let (whole, parts) = plain(document, query);
    let mut hits = in_text_order(phrases(document, query, &answers), whole);
    if !query.is_quoted {
        let named = pack.map(|pack| entities(document, query, pack)).unwrap_or_default();
        hits = in_text_order(in_text_order(hits, named), latin(document, query));
        hits = in_text_order(hits, respaced(document, query));
    }
    let mut hits = best_of_each_place(hits);
    if !query.is_quoted {
        hits = with_others(hits, best_of_each_place(scattered(document, &answers)));
    }
    hits = with_others(hits, parts);
    if hits.is_empty() {
        hits = best_of_each_place(typos(document, query));
    }
    to_matches(document, query, hits)
}

/// The hits in the source; a folded one that reads as typed is exact.
fn to_matches(document: &Document, query: &Query, hits: Vec<Hit>) -> Vec<Match> {
    let mut places = document.folded.map.cursor();
    let to_match = |hit: Hit| {
        let span = places.next_source(hit.span.start..hit.span.end);
        let as_typed = hit.tier == Tier::Folded && span.of(document.text()) == query.typed;
        Match { span, tier: if as_typed { Tier::Exact } else { hit.tier } }
    };
    hits.into_iter().map(to_match).collect()
}

/// Every place where the letters of the query stand: as whole words, and as
/// parts of longer ones.
fn plain(document: &Document, query: &Query) -> (Vec<Hit>, Vec<Hit>) {
    let (mut whole, mut parts) = (Vec::new(), Vec::new());
    let letters = query.folded.as_str();
    if letters.is_empty() {
        return (whole, parts);
    }
    let text = &document.folded.text;
    let begins_word = letters.chars().next().is_some_and(is_alphanumeric);
    let ends_word = letters.chars().next_back().is_some_and(is_alphanumeric);
    let mut from = 0;
    while let Some(start) = find_letters(text, letters, from) {
        let end = start + letters.len();
        let span = Span { start, end };
        if (begins_word && follows_word(text, start)) || (ends_word && precedes_word(text, end)) {
            parts.push(Hit { span, tier: Tier::Part });
        } else {
            whole.push(Hit { span, tier: Tier::Folded });
        }
        from = end;
    }
    (whole, parts)
}

/// Whether the character before a byte belongs to a word.
#[inline]
fn follows_word(text: &str, at: usize) -> bool {
    let before = at.checked_sub(1).map(|last| text.as_bytes()[last]);
    before != Some(b' ') && text[..at].chars().next_back().is_some_and(is_alphanumeric)
}

/// Whether the character at a byte belongs to a word.
#[inline]
fn precedes_word(text: &str, at: usize) -> bool {
    text.as_bytes().get(at) != Some(&b' ') && text[at..].chars().next().is_some_and(is_alphanumeric)
}

/// Mentions of the entities that the query names. A demonym answers only a
/// demonym: ئەمریکی is a word of its own.
fn entities(document: &Document, query: &Query, pack: &Pack) -> Vec<Hit> {
    let named = pack.lookup(&query.typed);
    if named.is_empty() {
        return Vec::new();
    }
    let by_demonym = pack.is_demonym(&query.typed);
    let answers = |mention: &Mention| {
        named.contains(&mention.entity) && (mention.via == Via::Demonym) == by_demonym
    };
    let mentions = document.mentions(pack);
    let folded = |mention: &Mention| Hit {
        span: document.folded_span(Span { start: mention.span.start, end: mention.core_end }),
        tier: Tier::Entity,
    };
    mentions.iter().filter(|m| answers(m)).map(folded).collect()
}

/// Sorani words that sound like a query in Latin letters.
fn latin(document: &Document, query: &Query) -> Vec<Hit> {
    if !query.is_latin() || query.words.is_empty() {
        return Vec::new();
    }
    let answers: Vec<Answers> =
        query.words.iter().map(|word| Answers::latin(document, word)).collect();
    phrases(document, query, &answers)
}

impl Answers {
    fn latin(document: &Document, word: &QueryWord) -> Answers {
        let query = LatinQuery::new(&word.text);
        let words = &document.index.words;
        let distance = |number| {
            let keys = words.keys(number).chain([words.get(number)]);
            keys.filter_map(|word| query.distance(word)).min()
        };
        let distances: Vec<Option<u8>> = (0..words.len() as u32).map(distance).collect();
        // Where سلێمانی stands, slemani does not mean شلەمەنی.
        let nearest = distances.iter().flatten().min().map_or(0, |nearest| nearest + 1);
        Answers::by(document, |number| {
            distances[number as usize].filter(|at| *at <= nearest).map(|_| Tier::Latin)
        })
    }
}

/// The words of the query where all of them stand in one sentence.
fn scattered(document: &Document, answers: &[Answers]) -> Vec<Hit> {
    if answers.len() < 2 {
        return Vec::new();
    }
    let mut units = document.index.units.as_slice();
    let mut hits = Vec::new();
    for &end in document.sentence_ends() {
        let (stretch, rest) = units.split_at(units_before(units, end));
        units = rest;
        let answering = |unit: &&Unit| answers.iter().any(|a| a.tier(unit.word).is_some());
        let first = hits.len();
        hits.extend(
            stretch
                .iter()
                .filter(answering)
                .map(|unit| Hit { span: unit.span(), tier: Tier::Scattered }),
        );
        let has = |a: &Answers| stretch.iter().any(|unit| a.tier(unit.word).is_some());
        if hits.len() > first && !answers.iter().all(has) {
            hits.truncate(first);
        }
    }
    hits
}

/// How many units belong to tokens that begin before a byte of the folded text.
fn units_before(units: &[Unit], end: u32) -> usize {
    let mut count = units.partition_point(|unit| unit.start < end);
    while units.get(count).is_some_and(|unit| unit.is_part) {
        count += 1;
    }
    count
}
