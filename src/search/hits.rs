//! Choosing among hits that overlap.

use super::tier::Tier;
use crate::span::Span;

/// A match in the folded text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    /// Bytes of the folded text.
    pub span: Span,
    pub tier: Tier,
}

impl Hit {
    /// By the place, then the better tier, then the longer span.
    fn rank(self) -> (usize, Tier, usize) {
        (self.span.start, self.tier, usize::MAX - self.span.end)
    }
}

/// The hits of both, by rank; each has hardly any that is out of order.
pub(super) fn in_text_order(mut first: Vec<Hit>, mut second: Vec<Hit>) -> Vec<Hit> {
    sort(&mut first);
    sort(&mut second);
    if second.is_empty() {
        return first;
    }
    let mut merged = Vec::with_capacity(first.len() + second.len());
    let mut rest = first.into_iter().peekable();
    for hit in second {
        while let Some(before) = rest.next_if(|other| other.rank() <= hit.rank()) {
            merged.push(before);
        }
        merged.push(hit);
    }
    merged.extend(rest);
    merged
}

/// Sorts by rank what is nearly sorted (insertion sort).
fn sort(hits: &mut [Hit]) {
    for at in 1..hits.len() {
        let mut to = at;
        while to > 0 && hits[to].rank() < hits[to - 1].rank() {
            hits.swap(to, to - 1);
            to -= 1;
        }
    }
}

/// Of hits by rank that overlap, the one of the best tier, then the longest,
/// then the first.
pub(super) fn best_of_each_place(hits: Vec<Hit>) -> Vec<Hit> {
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
