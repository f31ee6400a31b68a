//! The words of a document and where they stand.

use super::words::{Words, WordsDraft};
use crate::fold::is_alphanumeric;
use crate::segment::{RawToken, TokenKind, canonical_number, parts};
use crate::span::Span;

/// A place where a word stands: a token, or a part of one that is a word of
/// its own (the year of a date, the host of an outside ending).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unit {
    /// Bytes of the folded text.
    pub start: u32,
    pub end: u32,
    /// Number of the word in the index.
    pub word: u32,
    /// Bytes before `end` that are an ending written outside its host.
    ending: u16,
    /// Of the token that it is or is part of.
    pub kind: TokenKind,
    /// Whether it is part of the token before.
    pub is_part: bool,
}

impl Unit {
    #[inline]
    pub(crate) fn span(self) -> Span {
        Span { start: self.start as usize, end: self.end as usize }
    }

    /// The token without an outside ending.
    pub(crate) fn host(self) -> Span {
        Span { start: self.start as usize, end: self.end as usize - usize::from(self.ending) }
    }

    /// The outside ending, with the signs that part it from its host.
    pub(crate) fn ending(self) -> Span {
        Span { start: self.host().end, end: self.end as usize }
    }
}

/// The distinct words of a document with their places.
#[derive(Debug, Clone)]
pub(crate) struct Index {
    pub words: Words,
    /// In text order; the parts of a token follow it.
    pub units: Vec<Unit>,
}

impl Index {
    /// The units that are whole tokens.
    pub(crate) fn tokens(&self) -> impl Iterator<Item = Unit> + '_ {
        self.units.iter().copied().filter(|unit| !unit.is_part)
    }

    /// How often each word stands in the text, by its number.
    pub(crate) fn times(&self) -> Vec<usize> {
        let mut times = vec![0; self.words.len()];
        self.units.iter().for_each(|unit| times[unit.word as usize] += 1);
        times
    }

    /// The number of the unit that is the whole token of the unit `number`.
    pub(crate) fn token_of(&self, mut number: usize) -> usize {
        while self.units[number].is_part {
            number -= 1;
        }
        number
    }
}

/// The index of a document that is being read.
pub(crate) struct IndexDraft {
    words: WordsDraft,
    units: Vec<Unit>,
}

impl IndexDraft {
    /// Room for the index of so many bytes of text.
    pub(crate) fn with_capacity(bytes: usize) -> IndexDraft {
        let units = Vec::with_capacity(bytes / 12);
        IndexDraft { words: WordsDraft::with_capacity(bytes), units }
    }

    /// Adds a token of the text `folded`, by its place there.
    pub(crate) fn add_token(&mut self, folded: &str, token: RawToken) {
        let host = &folded[token.start..token.host_end];
        let has_ending = token.host_end < token.end;
        if token.is_plain || (!has_ending && is_as_it_stands(host, token.kind)) {
            return self.add_unit(host, token);
        }
        let ending = &folded[token.host_end..token.end];
        self.add_unit(&whole(token.kind, host, ending), token);
        let mut parts = parts(host, token.kind);
        if parts.is_empty() && !ending.is_empty() {
            parts.push(0..host.len());
        }
        for part in parts {
            let end = token.start + part.end;
            let place = RawToken { start: token.start + part.start, host_end: end, end, ..token };
            self.add_unit(&host[part], place);
            if let Some(unit) = self.units.last_mut() {
                unit.is_part = true;
            }
        }
    }

    #[inline]
    fn add_unit(&mut self, word: &str, place: RawToken) {
        let word = self.words.number_of(word);
        self.units.push(Unit {
            start: place.start as u32,
            end: place.end as u32,
            word,
            ending: (place.end - place.host_end) as u16,
            kind: place.kind,
            is_part: false,
        });
    }

    pub(crate) fn finish(mut self) -> Index {
        self.units.shrink_to_fit();
        Index { words: self.words.finish(), units: self.units }
    }
}

/// Whether a host has no parts and is its own word: letters without hyphens, dots
/// or digits, and digits without separators.
fn is_as_it_stands(host: &str, kind: TokenKind) -> bool {
    match kind {
        TokenKind::Word => !host.bytes().any(|b| b < 0x80),
        TokenKind::Number => host.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    }
}

/// The word that a token is as a whole: numbers by value, outside endings
/// joined to their host.
fn whole(kind: TokenKind, host: &str, ending: &str) -> String {
    let host = match kind {
        TokenKind::Date | TokenKind::Number | TokenKind::Percent => canonical_number(kind, host),
        _ => host.to_owned(),
    };
    host.chars().chain(ending.chars().filter(|&c| is_alphanumeric(c))).collect()
}
