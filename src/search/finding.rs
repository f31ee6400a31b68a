//! Putting the tiers together.

use super::hits::{Hit, best_of_each_place, with_others};
use super::phrases::{Answers, phrases};
use super::query::Query;
use super::tier::{Match, Mode, Tier};
use super::typo::typos;
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
    let mut hits = phrases(document, query, &answers);
    hits.extend(plain(document, query).0);
    to_matches(document, query, best_of_each_place(hits))
}

fn smart(document: &Document, query: &Query, pack: Option<&Pack>) -> Vec<Match> {
    if query.folded.is_empty() {
        return Vec::new();
    }
    let answer = if query.is_quoted { Answers::verbatim } else { Answers::of };
    let answers: Vec<Answers> = query.words.iter().map(|word| answer(document, word)).collect();
    let (whole, parts) = plain(document, query);
    let mut hits = phrases(document, query, &answers);
    hits.extend(whole);
    if !query.is_quoted {
        hits.extend(pack.into_iter().flat_map(|pack| entities(document, query, pack)));
        hits.extend(latin(document, query));
    }
    let mut hits = best_of_each_place(hits);
    if !query.is_quoted {
        hits = with_others(hits, scattered(document, &answers));
    }
    hits = with_others(hits, parts);
    if hits.is_empty() {
        hits = typos(document, query);
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
    if query.folded.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let text = &document.folded.text;
    let found = text.match_indices(query.folded.as_str());
    let spans = found.map(|(start, letters)| Span { start, end: start + letters.len() });
    let (whole, parts): (Vec<Span>, Vec<Span>) = spans.partition(|&span| is_uncut(text, span));
    let hits = |spans: Vec<Span>, tier| spans.into_iter().map(|span| Hit { span, tier }).collect();
    (hits(whole, Tier::Folded), hits(parts, Tier::Part))
}

/// Whether no word is cut at either end of a span.
fn is_uncut(text: &str, span: Span) -> bool {
    let inside = span.of(text);
    let is_word = |c: Option<char>| c.is_some_and(is_alphanumeric);
    let before = is_word(text[..span.start].chars().next_back()) && is_word(inside.chars().next());
    let after = is_word(text[span.end..].chars().next()) && is_word(inside.chars().next_back());
    !before && !after
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
    fn latin(document: &Document, word: &super::query::QueryWord) -> Answers {
        let query = LatinQuery::new(&word.text);
        let sounds = |candidate: &super::index::Word| {
            let bases = candidate.keys().iter().map(String::as_str);
            let mut words = std::iter::once(&*candidate.text).chain(bases);
            words.any(|word| query.matches(word)).then_some(Tier::Latin)
        };
        Answers::by(document, sounds)
    }
}

/// The words of the query where all of them stand in one sentence.
fn scattered(document: &Document, answers: &[Answers]) -> Vec<Hit> {
    if answers.len() < 2 {
        return Vec::new();
    }
    let units = &document.index.units;
    let mut hits = Vec::new();
    let mut from = 0;
    for sentence in document.sentences() {
        let ends_before = |unit: &super::index::Unit| {
            document.tokens()[unit.token as usize].span.start < sentence.span.end
        };
        let to = from + units[from..].partition_point(ends_before);
        let stretch = &units[from..to];
        from = to;
        let all = answers.iter().all(|a| stretch.iter().any(|unit| a.tier(unit.word).is_some()));
        if all {
            let answering =
                stretch.iter().filter(|u| answers.iter().any(|a| a.tier(u.word).is_some()));
            hits.extend(answering.map(|unit| Hit { span: unit.span(), tier: Tier::Scattered }));
        }
    }
    hits
}
