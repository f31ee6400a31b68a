//! Paragraphs of a plain text or of marked-up blocks.

use super::characters::{is_closer, is_terminator};
use crate::bytes::{self, Eight};
use crate::span::Span;

/// The paragraphs of a plain text, trimmed, without empty ones.
///
/// They end at line breaks; in a text without any, at runs of two or more
/// spaces after a sentence end, as newsroom databases store them.
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    let ink = text.trim_end().len();
    let first = text.len() - text.trim_start().len();
    if line_break(text, first).is_some_and(|at| at < ink) {
        split(text, places(text, line_break))
    } else {
        split(text, places(text, wide_gap))
    }
}

/// The paragraphs of a text whose blocks begin at `starts` (ascending bytes).
/// A single block is a plain text.
pub(crate) fn from_blocks(text: &str, starts: &[usize]) -> Vec<Span> {
    let blocks = split(text, starts.iter().copied());
    if blocks.len() > 1 { blocks } else { paragraphs(text) }
}

/// All that `next` finds, one after the other.
fn places<'a>(
    text: &'a str,
    next: impl Fn(&str, usize) -> Option<usize> + 'a,
) -> impl Iterator<Item = usize> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = next(text, from)?;
        from = at + 1;
        Some(at)
    })
}

/// The first mandatory break of UAX #14 (BK, CR, LF, NL) from a byte on: line
/// feed, carriage return, vertical tab, form feed, NEL, LS, PS.
fn line_break(text: &str, from: usize) -> Option<usize> {
    let is_break = |c: char| matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut at = from;
    loop {
        let may_hold = |eight: Eight| eight.below(0x10) | eight.equal(0xC2) | eight.equal(0xE2);
        let wanted = |b| matches!(b, b'\n'..=b'\r' | 0xC2 | 0xE2);
        at = bytes::find(text.as_bytes(), at, may_hold, wanted)?;
        if text[at..].starts_with(is_break) {
            return Some(at);
        }
        at += 1;
    }
}

/// The first place from a byte on where a sentence ends and two or more spaces
/// follow.
fn wide_gap(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        if *bytes.get(at + 1)? == b' ' && bytes[at] == b' ' && ends_sentence(&text[..at]) {
            return Some(at);
        }
        at += 1;
    }
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end_matches(is_closer).ends_with(is_terminator)
}

/// Cuts `text` at the given offsets, ascending; trims, drops what is empty.
fn split(text: &str, cuts: impl Iterator<Item = usize>) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for cut in cuts.chain([text.len()]) {
        spans.extend(trim(text, Span { start, end: cut }));
        start = cut;
    }
    spans
}

/// The span without white space at its ends; `None` if nothing is left.
fn trim(text: &str, span: Span) -> Option<Span> {
    let all = span.of(text);
    let kept = all.trim_start();
    let start = span.end - kept.len();
    let end = start + kept.trim_end().len();
    (start < end).then_some(Span { start, end })
}
