//! Deciding whom a name stands for.

use super::class::{Class, Classes};
use super::context::Fit;
use super::file::LabelKind;
use super::matcher::{Found, Mention, Reading, Via, find_labels};
use super::pack::Pack;
use super::persons::add_surnames;
use super::pieces::{Gap, Piece, pieces};
use super::reading::{Trial, context};
use crate::document::Document;
use crate::fold::is_yeh;
use crate::order::sort_by;

/// Readings that come this near to the best stay open.
const OPEN_MARGIN: i32 = 3;

/// The mentions of a document, in text order, not overlapping: leftmost, then
/// longest.
#[must_use]
pub fn mentions(document: &Document, pack: &Pack) -> Vec<Mention> {
    let mut end = 0;
    let mut mentions = Vec::new();
    for (pieces, mention) in decide(document, pack) {
        if pieces.start >= end {
            end = pieces.end;
            mentions.push(mention);
        }
    }
    mentions
}

/// The mentions with those inside longer ones, in text order.
#[must_use]
pub fn nested_mentions(document: &Document, pack: &Pack) -> Vec<Mention> {
    decide(document, pack).into_iter().map(|(_, mention)| mention).collect()
}

/// A label in the text with the readings that hold there, the best first.
struct Decision {
    found: usize,
    readings: Vec<Reading>,
    /// Further entities that the name may stand for.
    open: Vec<u32>,
}

fn decide(document: &Document, pack: &Pack) -> Vec<(std::ops::Range<usize>, Mention)> {
    let pieces = pieces(document);
    let mut linker = Linker {
        document,
        pack,
        found: find_labels(&pieces, pack.index()),
        pieces: &pieces,
        introduced: Vec::new(),
        known: Vec::new(),
        strangers: Vec::new(),
        certain: vec![None; pieces.len()],
        words: None,
    };
    linker.introduce();
    linker.note_strangers();
    linker.note_certain();
    let decisions: Vec<Decision> =
        (0..linker.found.len()).filter_map(|found| linker.decision(found)).collect();
    linker.balanced(decisions).iter().map(|decision| linker.mention(decision)).collect()
}

struct Linker<'a> {
    document: &'a Document,
    pack: &'a Pack,
    pieces: &'a [Piece],
    found: Vec<Found>,
    /// Entities named in full, ascending.
    introduced: Vec<u32>,
    /// Entities that the words around some mention point to, ascending.
    known: Vec<u32>,
    /// Persons whose names are parts of those of others in the article, ascending.
    strangers: Vec<u32>,
    /// Of each piece that begins or ends a mention that needs no cue, its class.
    certain: Vec<Option<Class>>,
    /// Stems of the article's words, gathered when first needed.
    words: Option<Vec<String>>,
}

impl Linker<'_> {
    /// Notes who is named by several words, and gives them their surnames.
    fn introduce(&mut self) {
        let mut named: Vec<(usize, u32)> = Vec::new();
        for number in 0..self.found.len() {
            if self.found[number].is_single() {
                continue;
            }
            let Some(decision) = self.decision(number) else { continue };
            let best = decision.readings[0];
            if best.kind != LabelKind::Demonym {
                named.push((number, best.entity));
            }
        }
        self.introduced = named.iter().map(|(_, entity)| *entity).collect();
        sort_by(&mut self.introduced, u32::cmp);
        add_surnames(self.pack, self.pieces, &mut self.found, &named);
    }

    /// Notes whose names somebody unlisted bears: of نیان ئەحمەد, نیان alone is
    /// not the listed نیان either.
    fn note_strangers(&mut self) {
        let mut strangers = Vec::new();
        for found in self.found.iter().filter(|found| found.is_single()) {
            for reading in &found.readings {
                if self.trial(found, *reading).shows_stranger() {
                    strangers.push(reading.entity);
                }
            }
        }
        sort_by(&mut strangers, u32::cmp);
        self.strangers = strangers;
    }

    /// Notes the mentions that stand without the help of their neighbours.
    fn note_certain(&mut self) {
        let mut known = Vec::new();
        let mut end = 0;
        for number in 0..self.found.len() {
            let Some(decision) = self.decision(number) else { continue };
            let entity = decision.readings[0].entity;
            let class = self.pack.index().traits(entity).class;
            let found = &self.found[number];
            self.certain[found.pieces.start] = Some(class);
            self.certain[found.last()] = Some(class);
            // Within a longer name the words before are that name's own.
            if found.last() >= end && context(self.pieces, found).fit(class) == Fit::Right {
                known.push(entity);
            }
            end = end.max(found.pieces.end);
        }
        sort_by(&mut known, u32::cmp);
        self.known = known;
        self.note_hopeful();
    }

    /// Notes where an entity that is known from elsewhere may be named again: two
    /// such tied to each other are both meant (پارتی و یەکێتی).
    fn note_hopeful(&mut self) {
        for found in self.found.iter().filter(|found| found.is_single()) {
            let known = found.readings.iter().find(|reading| {
                reading.kind != LabelKind::Demonym
                    && (listed(&self.known, reading.entity)
                        || listed(&self.introduced, reading.entity))
            });
            let class = known.map(|reading| self.pack.index().traits(reading.entity).class);
            let place = &mut self.certain[found.pieces.start];
            *place = place.or(class);
        }
    }

    fn decision(&mut self, number: usize) -> Option<Decision> {
        let found = &self.found[number];
        let mut scored: Vec<(i32, Reading)> = found
            .readings
            .iter()
            .map(|reading| self.trial(found, *reading))
            .filter(Trial::holds)
            .map(|trial| (trial.score(), trial.reading))
            .collect();
        settle_yeh(&mut scored, self.pieces, found, self.yehs(found));
        if scored.len() > 1 {
            self.add_relatedness(&mut scored);
        }
        let rank = |(score, reading): &(i32, Reading)| (-score, reading.entity);
        sort_by(&mut scored, |a, b| rank(a).cmp(&rank(b)));
        let best = scored.first()?.0;
        let first = scored[0].1.entity;
        let mut open: Vec<u32> = Vec::new();
        for (score, reading) in &scored[1..] {
            if *score > best - OPEN_MARGIN
                && reading.entity != first
                && !open.contains(&reading.entity)
            {
                open.push(reading.entity);
            }
        }
        Some(Decision {
            found: number,
            readings: scored.into_iter().map(|(_, reading)| reading).collect(),
            open,
        })
    }

    /// How many ی end the stretch in the text itself.
    fn yehs(&self, found: &Found) -> usize {
        let last = &self.pieces[found.last()];
        let word = self.document.folded.map.to_source(last.start..last.host_end);
        word.of(self.document.text()).chars().rev().take_while(|&c| is_yeh(c)).count()
    }

    fn trial(&self, found: &Found, reading: Reading) -> Trial<'_> {
        let traits = self.pack.index().traits(reading.entity);
        let named = found.is_single() && reading.kind != LabelKind::Demonym;
        Trial {
            context: context(self.pieces, found),
            single: found.is_single(),
            reading,
            traits,
            introduced: named && listed(&self.introduced, reading.entity),
            known: named && listed(&self.known, reading.entity),
            borne_by_stranger: listed(&self.strangers, reading.entity),
            after_other: found.pieces.start.checked_sub(1).is_some_and(|before| {
                self.certain[before].is_some_and(|class| class != Class::Person)
            }),
            coordinated: self.coordination(found, traits.class),
        }
    }

    /// 2 if و ties a certain mention of the same family to this one, 1 if a
    /// comma does, else 0.
    fn coordination(&self, found: &Found, class: Class) -> i32 {
        let kin = |at: Option<usize>| {
            let other = at.and_then(|at| self.certain.get(at).copied().flatten());
            other.is_some_and(|other| Classes::of(&[other]).has_kin_of(class))
        };
        let (first, after) = (found.pieces.start, found.pieces.end);
        let is_and = |at: Option<usize>| {
            at.and_then(|at| self.pieces.get(at)).is_some_and(|p| p.word == "و")
        };
        let comma = |at: usize| self.pieces.get(at).is_some_and(|piece| piece.gap == Gap::Comma);
        let and = (is_and(first.checked_sub(1)) && kin(first.checked_sub(2)))
            || (is_and(Some(after)) && kin(Some(after + 1)));
        let listed =
            (comma(first) && kin(first.checked_sub(1))) || (comma(after) && kin(Some(after)));
        if and { 2 } else { i32::from(listed) }
    }

    /// Favours the entities whose descriptions share words with the article.
    fn add_relatedness(&mut self, scored: &mut [(i32, Reading)]) {
        let same = scored.iter().all(|(_, reading)| reading.entity == scored[0].1.entity);
        if same || self.pack.entities().is_empty() {
            return;
        }
        let document = self.document;
        let words = self.words.get_or_insert_with(|| super::relatedness::stems(document));
        for (score, reading) in scored {
            *score += super::relatedness::relatedness(self.pack, reading.entity, words);
        }
    }

    /// Of two that begin together or one in the other, a name whose quotes are
    /// not closed gives way: کۆمپانیای "قی کارد" is قی کارد.
    fn balanced(&self, decisions: Vec<Decision>) -> Vec<Decision> {
        let ranges: Vec<_> = decisions.iter().map(|d| self.found[d.found].pieces.clone()).collect();
        let open: Vec<bool> = decisions.iter().map(|d| self.quotes_stay_open(d.found)).collect();
        let keeps = |at: usize| {
            let inside = |other: usize| {
                !open[other]
                    && ranges[other].start >= ranges[at].start
                    && ranges[other].end <= ranges[at].end
            };
            !open[at] || !(0..ranges.len()).any(|other| other != at && inside(other))
        };
        let kept: Vec<bool> = (0..ranges.len()).map(keeps).collect();
        decisions
            .into_iter()
            .zip(kept)
            .filter(|(_, kept)| *kept)
            .map(|(decision, _)| decision)
            .collect()
    }

    fn quotes_stay_open(&self, found: usize) -> bool {
        let range = &self.found[found].pieces;
        let span = self.pieces[range.start].start..self.pieces[range.end - 1].host_end;
        self.document.folded.text[span].matches('"').count() % 2 == 1
    }

    fn mention(&self, decision: &Decision) -> (std::ops::Range<usize>, Mention) {
        let found = &self.found[decision.found];
        let reading = decision.readings[0];
        let (first, last) = (&self.pieces[found.pieces.start], &self.pieces[found.last()]);
        let core =
            if reading.length >= last.host { last.host_end } else { last.start + reading.length };
        let core = if reading.length > last.host { last.end } else { core };
        let map = &self.document.folded.map;
        let span = map.to_source(first.start..last.end.max(core));
        let core = map.to_source(first.start..core);
        let own_yehs = if reading.double_yeh { 2 } else { 1 };
        let mention = Mention {
            span,
            core_end: core.start + without_yehs(core.of(self.document.text()), own_yehs),
            entity: reading.entity as usize,
            via: Via::from(reading.kind),
            candidates: decision.open.iter().map(|&entity| entity as usize).collect(),
        };
        (found.pieces.clone(), mention)
    }
}

fn listed(entities: &[u32], entity: u32) -> bool {
    entities.binary_search(&entity).is_ok()
}

/// Bytes of a name that ends in a run of ی with at most `own` of them, the
/// others being its ending: of ئەمریکیی(ەکان) the name is ئەمریکی.
fn without_yehs(name: &str, own: usize) -> usize {
    let run = name.chars().rev().take_while(|&c| is_yeh(c)).map(char::len_utf8);
    name.len() - run.skip(own).sum::<usize>()
}

/// Of ‹place + ی› and its demonym only the one that the clause asks for stays.
/// Where the demonym is written with یی, the letters tell (ڕۆمای, ڕۆمایی).
fn settle_yeh(scored: &mut Vec<(i32, Reading)>, pieces: &[Piece], found: &Found, yehs: usize) {
    let word = &pieces[found.last()].word;
    let doubled = scored
        .iter()
        .any(|(_, r)| r.kind == LabelKind::Demonym && r.double_yeh && r.length == word.len());
    let adjectival = if doubled { yehs > 1 } else { context(pieces, found).is_adjectival() };
    let is_name = |r: &Reading| r.kind != LabelKind::Demonym && word[r.length..].starts_with('ی');
    let names: Vec<u32> =
        scored.iter().filter(|(_, r)| is_name(r)).map(|(_, r)| r.entity).collect();
    let demonyms: Vec<u32> = scored
        .iter()
        .filter(|(_, r)| r.kind == LabelKind::Demonym)
        .map(|(_, r)| r.entity)
        .collect();
    scored.retain(|(_, r)| {
        // A trader from هەولێر is a هەولێری, whatever else in the pack is called so.
        let rival = if r.kind == LabelKind::Demonym {
            names.contains(&r.entity)
        } else if adjectival && is_name(r) {
            !demonyms.is_empty()
        } else {
            demonyms.contains(&r.entity)
        };
        let plural = word.len() > r.length && r.kind == LabelKind::Demonym;
        !rival || plural || adjectival == (r.kind == LabelKind::Demonym)
    });
}
