//! Paragraphs of a plain text or of marked-up blocks.

use super::characters::{is_closer, is_terminator};
use crate::span::Span;

/// The paragraphs of a plain text, trimmed, without empty ones.
///
/// They end at line breaks; in a text without any, at runs of two or more
/// spaces after a sentence end, as newsroom databases store them.
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    if text.trim().contains(is_line_break) {
        split(text, line_ends(text))
    } else {
        split(text, wide_gaps(text))
    }
}

/// The paragraphs of a text whose blocks begin at `starts` (ascending bytes).
/// A single block is a plain text.
pub(crate) fn from_blocks(text: &str, starts: &[usize]) -> Vec<Span> {
    let blocks = split(text, starts.iter().copied());
    if blocks.len() > 1 { blocks } else { paragraphs(text) }
}

/// Line feed, carriage return, vertical tab, form feed, NEL, LS, PS: the
/// mandatory breaks of UAX #14 (BK, CR, LF, NL).
fn is_line_break(c: char) -> bool {
    matches!(c, '\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn line_ends(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices(is_line_break).map(|(at, _)| at)
}

/// Where a sentence ends and two or more spaces follow.
fn wide_gaps(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.match_indices("  ")
        .map(|(at, _)| at)
        .filter(|&at| text[..at].trim_end_matches(is_closer).ends_with(is_terminator))
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
