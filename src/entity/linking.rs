//! Deciding whom a name stands for.

use super::file::LabelKind;
use super::gazetteer::Entry;
use super::matcher::{Found, Mention, Via, find_labels};
use super::pack::Pack;
use crate::document::Document;
use crate::span::Span;

/// The mentions of a document, in text order, not overlapping: leftmost, then
/// longest.
#[must_use]
pub fn mentions(document: &Document, pack: &Pack) -> Vec<Mention> {
    let mut end = 0;
    let mut mentions = Vec::new();
    for found in find_labels(document, pack.gazetteer()) {
        if found.tokens.start >= end {
            end = found.tokens.end;
            mentions.push(mention(document, pack, &found));
        }
    }
    mentions
}

/// The mentions with those inside longer ones, in text order.
#[must_use]
pub fn nested_mentions(document: &Document, pack: &Pack) -> Vec<Mention> {
    let found = find_labels(document, pack.gazetteer());
    found.iter().map(|found| mention(document, pack, found)).collect()
}

fn mention(document: &Document, pack: &Pack, found: &Found) -> Mention {
    let mut entries = found.entries.clone();
    entries.sort_by(|a, b| weight(pack, b).total_cmp(&weight(pack, a)));
    let best = entries[0];
    let core = document.folded.map.to_source(found.core.start..found.core.end);
    let last = document.tokens()[found.tokens.end - 1].span;
    Mention {
        span: Span { start: core.start, end: last.end },
        core_end: core.end,
        entity: best.entity as usize,
        via: Via::from(best.kind),
        candidates: entries[1..].iter().map(|e| e.entity as usize).collect(),
    }
}

fn weight(pack: &Pack, entry: &Entry) -> f64 {
    let demonym = if entry.kind == LabelKind::Demonym { 0.5 } else { 0.0 };
    pack.entities()[entry.entity as usize].weight() - demonym
}
