//! Tokens of a folded paragraph.
//!
//! Runs of Arabic letters are words by a scan of their own, which is fast and
//! ties endings to hosts; everything else is cut by UAX #29 word boundaries
//! (`unicode-segmentation`).

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::characters::{is_arabic_letter, is_closer, is_pictograph, is_terminator, letters_end};
use super::numbers::{self, number};
use super::web::web;
use crate::fold::Folded;
use crate::morph::is_outside_ending;
use crate::span::Span;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum TokenKind {
    /// A word of any script, hyphens and dotted abbreviations included.
    Word,
    /// A number, with separators between its digits.
    Number,
    /// Day, month and year.
    Date,
    /// Hours and minutes, perhaps seconds.
    Time,
    /// A number with a per cent sign before or after it.
    Percent,
    /// A web address.
    Url,
    /// An e-mail address.
    Email,
    /// `@name`.
    Handle,
    /// `#tag`.
    Hashtag,
    /// An emoji, as one grapheme cluster.
    Emoji,
}

impl TokenKind {
    /// Every kind, in the order of its number.
    pub const ALL: [TokenKind; 10] = [
        TokenKind::Word,
        TokenKind::Number,
        TokenKind::Date,
        TokenKind::Time,
        TokenKind::Percent,
        TokenKind::Url,
        TokenKind::Email,
        TokenKind::Handle,
        TokenKind::Hashtag,
        TokenKind::Emoji,
    ];

    /// The name in the command line's `kind` column.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            TokenKind::Word => "word",
            TokenKind::Number => "number",
            TokenKind::Date => "date",
            TokenKind::Time => "time",
            TokenKind::Percent => "percent",
            TokenKind::Url => "url",
            TokenKind::Email => "email",
            TokenKind::Handle => "handle",
            TokenKind::Hashtag => "hashtag",
            TokenKind::Emoji => "emoji",
        }
    }
}

/// A token in the folded text: bytes `start..end`, of which `host_end..end` is
/// an ending written outside quotes, digits or Latin letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RawToken {
    pub start: usize,
    pub host_end: usize,
    pub end: usize,
    pub kind: TokenKind,
    /// Whether it is known to be made of Arabic letters alone.
    pub is_plain: bool,
}

impl RawToken {
    /// The same token of a text with so many bytes before.
    #[inline]
    pub(crate) fn after(self, bytes: usize) -> RawToken {
        RawToken {
            start: self.start + bytes,
            host_end: self.host_end + bytes,
            end: self.end + bytes,
            ..self
        }
    }
}

/// What a folded paragraph is cut into, in order.
#[derive(Debug, Default)]
pub(crate) struct Pieces {
    pub tokens: Vec<RawToken>,
    /// Where the sentence terminators are that no token holds.
    pub stops: Vec<usize>,
}

/// Cuts the folded paragraph `place` of the text `source` into `pieces`.
///
/// Two signs that the fold drops are looked for in the source: the tatweel of an
/// ending that a space has parted from its host, and the joiner between emoji
/// that are drawn as one.
pub(crate) fn tokens(source: &str, folded: &Folded, place: Span, pieces: &mut Pieces) {
    let text = place.of(&folded.text);
    let scanner = Scanner { text, source, folded, start: place.start };
    pieces.tokens.clear();
    pieces.stops.clear();
    let mut at = 0;
    while let Some(&byte) = text.as_bytes().get(at) {
        if byte == b' ' {
            at += 1;
        } else if let Some(token) = scanner.token(at) {
            pieces.tokens.push(token);
            at = token.end;
        } else if let Some(c) = text[at..].chars().next() {
            if is_terminator(c) {
                pieces.stops.push(at);
            }
            at += c.len_utf8();
        }
    }
}

const TATWEEL: char = '\u{640}';
const ZWJ: char = '\u{200D}';

struct Scanner<'a> {
    text: &'a str,
    source: &'a str,
    folded: &'a Folded,
    /// Where `text` begins in the folded text.
    start: usize,
}

impl<'a> Scanner<'a> {
    /// The source of a range of the paragraph.
    fn source(&self, range: Range<usize>) -> &'a str {
        let folded = self.start + range.start..self.start + range.end;
        self.folded.map.to_source(folded).of(self.source)
    }

    /// The token that begins at `at`.
    #[inline]
    fn token(&self, at: usize) -> Option<RawToken> {
        let letters_end = letters_end(self.text, at);
        let (kind, host_end) = match letters_end > at {
            true => (TokenKind::Word, self.word_end(at, letters_end)),
            false => self.other_token(at)?,
        };
        let end = if takes_ending(kind) { self.outside_ending(host_end) } else { host_end };
        Some(RawToken { start: at, host_end, end, kind, is_plain: end == letters_end })
    }

    /// The kind and end of a token that does not begin with an Arabic letter.
    fn other_token(&self, at: usize) -> Option<(TokenKind, usize)> {
        let rest = &self.text[at..];
        let c = rest.chars().next()?;
        let (kind, len) = match c {
            'a'..='z' | '0'..='9' | '@' | '#' => web(rest).or_else(|| plain(c, rest))?,
            '%' => (TokenKind::Percent, numbers::leading_percent(rest)?),
            _ if c.is_ascii() => return None,
            _ if c.is_alphanumeric() => (TokenKind::Word, word(rest)),
            _ => (TokenKind::Emoji, self.emoji_sequence(at)?),
        };
        Some((kind, at + len))
    }

    /// End of the word at `at` that begins with Arabic letters, up to `end`, with
    /// digits, hyphens and the dots of an abbreviation inside it.
    fn word_end(&self, at: usize, mut end: usize) -> usize {
        let mut more = end - at;
        while more > 0 && matches!(self.text.as_bytes().get(end), Some(b'-'..=b'9')) {
            more = self.continuation(at, end);
            end += more;
        }
        end
    }

    /// Bytes by which the word from `at` to `end` goes on after its letters.
    fn continuation(&self, at: usize, end: usize) -> usize {
        let rest = &self.text[end..];
        match rest.as_bytes()[0] {
            b'0'..=b'9' => rest.bytes().take_while(u8::is_ascii_digit).count(),
            b'-' => match letters(&rest[1..]) {
                0 => 0,
                more => 1 + more,
            },
            b'.' => dotted(&self.text[at..end], &rest[1..]),
            _ => 0,
        }
    }

    /// Length of the emoji at `at`, with those that ZWJ joins to it (UTS #51).
    fn emoji_sequence(&self, at: usize) -> Option<usize> {
        let mut last = at;
        let mut end = at + emoji(&self.text[at..])?;
        while let Some(len) = emoji(&self.text[end..]) {
            if !self.source(last..end + len).contains(ZWJ) {
                break;
            }
            (last, end) = (end, end + len);
        }
        Some(end - at)
    }

    /// End of an ending that stands outside its host at `at`: directly after
    /// digits or Latin letters, behind a quote, or behind a space and tatweel.
    fn outside_ending(&self, at: usize) -> usize {
        let spaced = self.text.as_bytes().get(at) == Some(&b' ');
        if spaced && !self.folded.has_tatweel {
            return at;
        }
        let rest = &self.text[at..];
        let closers = rest.chars().take(2).take_while(|&c| is_closer(c)).map(char::len_utf8).sum();
        let tail_at = at + if spaced { 1 } else { closers };
        let tail_end = letters_end(self.text, tail_at);
        let tied = tail_end > tail_at
            && (!spaced || self.source(at..tail_end).contains(TATWEEL))
            && is_outside_ending(&self.text[tail_at..tail_end]);
        if tied { tail_end } else { at }
    }
}

/// Bytes of Arabic letters at the start of `text`.
fn letters(text: &str) -> usize {
    letters_end(text, 0)
}

fn takes_ending(kind: TokenKind) -> bool {
    !matches!(kind, TokenKind::Url | TokenKind::Email | TokenKind::Emoji)
}

/// A number or a word of Latin letters, with hyphens inside.
fn plain(c: char, rest: &str) -> Option<(TokenKind, usize)> {
    if c.is_ascii_digit() {
        let (kind, len) = number(rest);
        let glued = rest[len..].starts_with(|c: char| c.is_ascii_alphabetic());
        return Some(if glued { (TokenKind::Word, word(rest)) } else { (kind, len) });
    }
    c.is_ascii_alphabetic().then(|| (TokenKind::Word, word(rest)))
}

/// Length of the word at the start of `rest` by UAX #29, with hyphens between
/// letters or digits.
fn word(rest: &str) -> usize {
    let run_end = rest.find(|c| c == ' ' || is_arabic_letter(c)).unwrap_or(rest.len());
    let run = &rest[..run_end];
    let mut bounds = run.split_word_bounds();
    let mut len = bounds.next().map_or(0, str::len);
    while let (Some("-"), Some(next)) = (bounds.next(), bounds.next()) {
        if !next.starts_with(char::is_alphanumeric) {
            break;
        }
        len += 1 + next.len();
    }
    len
}

/// Length of the emoji at the start of `rest`. Word boundaries keep together
/// what a grapheme cluster does that begins with a picture, and the tables of
/// clusters need not be downloaded.
fn emoji(rest: &str) -> Option<usize> {
    let cluster = rest.split_word_bounds().next()?;
    cluster.contains(is_pictograph).then_some(cluster.len())
}

/// Bytes that continue the dotted abbreviation `before` (ئێ.پێ.جی) after a dot
/// with which `rest` is joined; 0 if the dot ends the word.
fn dotted(before: &str, rest: &str) -> usize {
    let first = letters(rest);
    let is_short = |word: &str| (1..=3).contains(&word.chars().count());
    let goes_on = rest[first..].starts_with('.')
        && is_short(&rest[first + 1..][..letters(&rest[first + 1..])]);
    let tiny = |word: &str| word.chars().count() <= 2;
    let last = before.rsplit('.').next().unwrap_or(before);
    let abbreviates = is_short(last)
        && is_short(&rest[..first])
        && (before.contains('.') || goes_on || (tiny(last) && tiny(&rest[..first])));
    if abbreviates { 1 + first } else { 0 }
}

/// The parts of a token's host that are words of their own (of a date, a tag,
/// an address, a hyphenated word), as ranges of `host`; none if it is one word.
pub(crate) fn parts(host: &str, kind: TokenKind) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    for (at, c) in host.char_indices() {
        let sort = Some(sort_of(c)).filter(|&sort| sort != Sort::Other);
        match parts.last_mut() {
            Some(part) if sort.is_some() && sort == last => part.end = at + c.len_utf8(),
            _ if sort.is_some() => parts.push(at..at + c.len_utf8()),
            _ => {}
        }
        last = sort;
    }
    let whole = kind == TokenKind::Number || parts.first() == Some(&(0..host.len()));
    if whole { Vec::new() } else { parts }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Arabic,
    Digit,
    OtherLetter,
    Other,
}

fn sort_of(c: char) -> Sort {
    match c {
        _ if is_arabic_letter(c) => Sort::Arabic,
        '0'..='9' => Sort::Digit,
        _ if c.is_alphanumeric() => Sort::OtherLetter,
        _ => Sort::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_emoji_is_a_grapheme_cluster() {
        let pictures = ('\u{2000}'..='\u{1FAFF}').filter(|&c| is_pictograph(c));
        let marks =
            ["", "\u{FE0F}", "🏽", "🇶", "\u{FE0F}\u{20E3}", "\u{E0067}\u{E007F}", "a", "1", "_"];
        for picture in pictures {
            for mark in marks {
                let text = format!("{picture}{mark}🙂");
                assert_eq!(emoji(&text), text.graphemes(true).next().map(str::len), "{text}");
            }
        }
    }
}
