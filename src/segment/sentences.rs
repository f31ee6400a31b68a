//! Sentences of a folded paragraph.
//!
//! The rules follow UAX #29 (SB6–SB11) where case does not matter, with the
//! titles, initials, list numbers and dotted abbreviations of Kurdish news.

use std::ops::Range;

use super::characters::{
    find_terminator, is_arabic_letter, is_closer, is_pictograph, is_terminator,
};
use super::tokens::{Pieces, RawToken, TokenKind};
use crate::morph::analyse;
use crate::span::Span;

/// A sentence and the paragraph that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// The sentence without the white space around it.
    pub span: Span,
    /// Index of its paragraph.
    pub paragraph: usize,
}

/// Calls `emit` with the byte ranges of the sentences of a folded paragraph,
/// trimmed.
pub(crate) fn sentences(text: &str, pieces: &Pieces, mut emit: impl FnMut(Range<usize>)) {
    let tokens = &pieces.tokens;
    let mut start = 0;
    let mut next_token = 0;
    let mut from = 0;
    let mut item = None;
    for &stop in &pieces.stops {
        if stop < from {
            continue;
        }
        let end = stop_end(text, stop);
        from = end;
        while next_token < tokens.len() && tokens[next_token].end <= stop {
            next_token += 1;
        }
        let before = next_token.checked_sub(1).map(|i| tokens[i]).filter(|t| t.start >= start);
        let number = before.and_then(|token| item_number(text, start, token, item));
        if number.is_some() && text[end..].starts_with(' ') {
            item = number;
        } else if ends_sentence(text, start, stop..end, before) {
            let end = with_emoji(text, end, &tokens[next_token..]);
            emit_trimmed(text, start..end, &mut emit);
            (start, from) = (end, end);
        }
    }
    emit_trimmed(text, start..text.len(), &mut emit);
}

/// The number of a list item that this token is: at the start of a sentence,
/// after a colon, or one more than the item before it.
fn item_number(text: &str, start: usize, token: RawToken, last: Option<u32>) -> Option<u32> {
    if token.kind != TokenKind::Number || token.end - token.start > 2 {
        return None;
    }
    let number: u32 = text[token.start..token.end].parse().ok()?;
    let before = text[start..token.start].trim_end_matches([' ', '(', '"']);
    let listed =
        before.is_empty() || before.ends_with(':') || last.is_some_and(|last| last + 1 == number);
    listed.then_some(number)
}

fn emit_trimmed(text: &str, range: Range<usize>, emit: &mut impl FnMut(Range<usize>)) {
    let all = &text[range.clone()];
    let start = range.end - all.trim_start_matches([' ', '\n']).len();
    let end = range.start + all.trim_end_matches([' ', '\n']).len();
    if start < end {
        emit(start..end);
    }
}

/// End of the run of stops at `stop` and of the closers after it.
fn stop_end(text: &str, stop: usize) -> usize {
    let rest = text[stop..].trim_start_matches(is_terminator);
    let after = rest.trim_start_matches(|c| is_closer(c) || is_terminator(c));
    let closed = text.len() - after.len();
    let opens_next = after.starts_with(is_arabic_letter) && rest.len() > after.len();
    if opens_next { text.len() - rest.len() } else { closed }
}

/// Emoji behind the stop still belong to the sentence; `tokens` are those
/// after the stop.
fn with_emoji(text: &str, stop_end: usize, tokens: &[RawToken]) -> usize {
    let mut end = stop_end;
    for token in tokens.iter().take_while(|token| token.kind == TokenKind::Emoji) {
        let follows = token.start >= end && text[end..token.start].bytes().all(|b| b == b' ');
        if !follows {
            break;
        }
        end = token.end;
    }
    end
}

/// Whether the stop really ends the sentence that began at `start`; `before`
/// is the last token ahead of the stop.
fn ends_sentence(text: &str, start: usize, stop: Range<usize>, before: Option<RawToken>) -> bool {
    let after = &text[stop.end..];
    let Some(next) = after.trim_start_matches(' ').chars().next() else { return true };
    if text[start..stop.start].trim_matches([' ', '"', '(']).is_empty() {
        return false;
    }
    if !after.starts_with(' ') && !is_arabic_letter(next) && !is_pictograph(next) {
        return false;
    }
    let stops = &text[stop.clone()];
    let after = after.trim_start_matches(' ');
    let quoted = stops.ends_with(is_quote);
    let trails_off = stops.ends_with('…') || stops.ends_with("..");
    let cries = quoted && !stops.starts_with('.');
    if ((trails_off || quoted) && continues(after)) || (cries && tells_who_spoke(after)) {
        return false;
    }
    let dot = stops.trim_end_matches([')', ']']) == ".";
    let abbreviation = |token: RawToken| token.end == stop.start && abbreviates(text, token, after);
    !(dot && before.is_some_and(abbreviation))
}

fn is_quote(c: char) -> bool {
    is_closer(c) && !matches!(c, ')' | ']' | '}')
}

/// Whether the clause after a quotation only says whose it was («بۆچی؟» وتی,
/// «بەڵێ!» باوکی بە گریانەوە گوتی) and quotes or reports nothing more.
fn tells_who_spoke(after: &str) -> bool {
    let clause = after[..find_terminator(after, 0).unwrap_or(after.len())].trim_end_matches(' ');
    let mut rest = clause;
    for _ in 0..MOST_WORDS {
        let (word, next) = rest.split_once(' ').unwrap_or((rest, ""));
        let bare = word.trim_end_matches(['،', ',']);
        if is_verb_of_saying(bare) {
            return next.is_empty() || bare != word || next.starts_with("و ");
        }
        if word.ends_with([':', '"']) || next.is_empty() {
            return false;
        }
        rest = next;
    }
    false
}

/// The words before which the verb must come.
const MOST_WORDS: usize = 8;

fn is_verb_of_saying(word: &str) -> bool {
    let is_said = |key: &String| ["وتن", "گوتن", "پرسین"].contains(&key.as_str());
    analyse(word).keys.iter().any(is_said)
}

/// Whether a text goes on with a conjunction, as a sentence does that pauses.
fn continues(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or_default();
    ["بەڵام", "و", "کە", "چونکە", "یان", "بۆیە", "تاکو"].contains(&word)
}

/// Whether a dot after this token is part of it: an initial, a title, a Latin
/// abbreviation, a letter's name among others (بی. بی. سی).
fn abbreviates(text: &str, token: RawToken, after: &str) -> bool {
    const TITLES: [&str; 14] = [
        "mr", "mrs", "ms", "dr", "prof", "gen", "sen", "gov", "inc", "ltd", "co", "corp", "پرۆف",
        "دکت",
    ];
    /// Words too, before what is no Latin letter or digit.
    const ALSO_WORDS: [&str; 4] = ["st", "jr", "vs", "no"];
    if token.kind != TokenKind::Word {
        return false;
    }
    let word = &text[token.start..token.end];
    let last = word.rsplit('.').next().unwrap_or(word);
    let latin_follows = after.starts_with(|c: char| c.is_ascii_alphanumeric());
    let next = after.split([' ', '.', ')']).next().unwrap_or_default();
    last.chars().count() == 1
        || TITLES.contains(&word)
        || (latin_follows && ALSO_WORDS.contains(&word))
        || (names_a_letter(word) && (next.chars().count() == 1 || names_a_letter(next)))
}

/// Whether a word is how a letter is read out.
fn names_a_letter(word: &str) -> bool {
    const NAMES: [&str; 29] = [
        "ئا", "ئە", "ئێ", "ئۆ", "ئەی", "بی", "سی", "دی", "ئی", "ئێف", "جی", "ئێچ", "ئای", "جەی",
        "کەی", "ئێڵ", "ئێل", "ئێم", "ئێن", "پی", "کیو", "ئار", "ئاڕ", "ئێس", "تی", "یو", "ڤی",
        "ئێکس", "وای",
    ];
    NAMES.contains(&word)
}
