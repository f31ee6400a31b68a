//! Choosing among hits that overlap.

use super::tier::Tier;
use crate::order::sort_by;
use crate::span::Span;

/// A match in the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Bytes of the folded text.
    pub span: Span,
    pub tier: Tier,
}

/// The hits in text order; where some overlap, the one of the best tier, then
/// the longest, then the first.
pub(super) fn best_of_each_place(mut hits: Vec<Hit>) -> Vec<Hit> {
    let rank = |hit: &Hit| (hit.span.start, hit.tier, usize::MAX - hit.span.end);
    sort_by(&mut hits, |a, b| rank(a).cmp(&rank(b)));
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    for hit in hits {
        let beaten = kept.iter().rev().take_while(|k| k.span.end > hit.span.start);
        let overlapping = beaten.count();
        let first = kept.len() - overlapping;
        if overlapping == 0 {
            kept.push(hit);
        } else if kept[first..].iter().all(|k| hit.tier < k.tier) {
            kept.truncate(first);
            kept.push(hit);
        }
    }
    kept
}

/// The hits of `more` that overlap none of `hits`, with them; both in text
/// order and each without overlaps.
pub(super) fn with_others(hits: Vec<Hit>, more: Vec<Hit>) -> Vec<Hit> {
    let mut merged = Vec::with_capacity(hits.len() + more.len());
    let mut better = hits.into_iter().peekable();
    for hit in more {
        while let Some(before) = better.next_if(|b| b.span.end <= hit.span.start) {
            merged.push(before);
        }
        if !better.peek().is_some_and(|b| b.span.overlaps(hit.span)) {
            merged.push(hit);
        }
    }
    merged.extend(better);
    merged
}
