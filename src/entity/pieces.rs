//! The words of a document as the matcher walks them.

use super::key::{Beginning, Letters, spell};
use crate::document::Document;
use crate::segment::{TokenKind, canonical_number};

/// What parts a piece from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// The end of a sentence or clause, or anything that no name contains.
    Break,
    /// A comma.
    Comma,
    /// Spaces and perhaps quotes.
    Space,
    /// A hyphen, directly.
    Hyphen,
}

/// A word of the text: a token, or a part of a hyphenated one or of a hashtag.
#[derive(Debug)]
pub(super) struct Piece {
    /// Folded, an ending outside quotes or digits joined to it.
    pub word: String,
    /// Bytes of `word` before such an ending.
    pub host: usize,
    /// Bytes of the folded text; `host_end` ends it before such an ending.
    pub start: usize,
    pub host_end: usize,
    pub end: usize,
    pub kind: TokenKind,
    /// What stands before it.
    pub gap: Gap,
    /// Its letters as those of a word that is not a name's last.
    pub letters: Letters,
    /// The beginnings of the word that a name may end with, endings following,
    /// the shortest first.
    pub beginnings: Vec<Beginning>,
}

/// Bytes of the shortest name, two letters, that endings may follow.
const SHORTEST_BASE: usize = 4;

/// The letters of endings, and what endings end with. To see that no ending can
/// follow is cheaper than any question to an index.
const ENDINGS: [char; 16] =
    ['ە', 'ی', 'ک', 'ێ', 'ا', 'گ', 'ج', 'ش', 'م', 'ت', 'د', 'و', 'ڕ', 'ر', 'ن', 'ل'];
const LAST: [char; 11] = ['ە', 'ن', 'ک', 'ل', 'ت', 'ی', 'ش', 'م', 'ا', 'و', 'ر'];

/// Bytes of the shortest beginning of a word that only endings may follow.
fn shortest_base(word: &str) -> usize {
    if !word.ends_with(LAST) {
        return word.len();
    }
    word.trim_end_matches(ENDINGS).len().max(SHORTEST_BASE)
}

/// The pieces of a document, in text order.
pub(super) fn pieces(document: &Document) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(document.tokens().len());
    for number in 0..document.tokens().len() {
        let token = document.unit_of(number);
        let (start, host_end) = (token.host().start, token.host().end);
        let host = &document.folded.text[start..host_end];
        let mut gap = gap_before(document, pieces.last().map_or(0, |last| last.end), start);
        if token.kind == TokenKind::Word && !host.contains('-') && host_end == token.span().end {
            let ends = [start, host_end, host_end];
            pieces.push(piece(host.len(), host.to_owned(), ends, token.kind, gap));
            continue;
        }
        let (parts, between) = parts(host, token.kind);
        if token.kind == TokenKind::Hashtag {
            gap = Gap::Break;
        }
        for (at, part) in &parts[..parts.len() - 1] {
            let end = start + at + part.len();
            let ends = [start + at, end, end];
            pieces.push(piece(part.len(), (*part).to_owned(), ends, token.kind, gap));
            gap = between;
        }
        let (at, part) = parts[parts.len() - 1];
        let word =
            if at == 0 { document.token_fold(number) } else { with_ending(document, number, part) };
        let word = number_word(token.kind, word, host);
        let length = if word.starts_with(part) { part.len() } else { word.len() };
        let ends = [start + at, host_end, token.span().end];
        pieces.push(piece(length, word, ends, token.kind, gap));
    }
    pieces
}

fn piece(
    host: usize,
    word: String,
    [start, host_end, end]: [usize; 3],
    kind: TokenKind,
    gap: Gap,
) -> Piece {
    let mut beginnings = Vec::with_capacity(4);
    let letters = spell(&word, shortest_base(&word), &mut beginnings);
    Piece { host, word, start, host_end, end, kind, gap, letters, beginnings }
}

/// The parts of a hyphenated word, or of a hashtag without its sign, with where
/// they begin, at least one; and what parts them.
fn parts(host: &str, kind: TokenKind) -> (Vec<(usize, &str)>, Gap) {
    match kind {
        TokenKind::Hashtag => (split(host, &['#', '_']), Gap::Space),
        TokenKind::Word if host.contains('-') => (split(host, &['-']), Gap::Hyphen),
        _ => (vec![(0, host)], Gap::Hyphen),
    }
}

fn split<'a>(host: &'a str, signs: &[char]) -> Vec<(usize, &'a str)> {
    let mut parts = Vec::new();
    let mut at = 0;
    for part in host.split(signs) {
        if !part.is_empty() {
            parts.push((at, part));
        }
        at += part.len() + 1;
    }
    if parts.is_empty() { vec![(0, host)] } else { parts }
}

/// The last part of a hyphenated token with the ending outside it.
fn with_ending(document: &Document, token: usize, part: &str) -> String {
    let ending = document.unit_of(token).ending().of(&document.folded.text);
    part.chars().chain(ending.chars().filter(|c| c.is_alphanumeric())).collect()
}

/// Numbers are keyed by their value, without an ending.
fn number_word(kind: TokenKind, word: String, host: &str) -> String {
    match kind {
        TokenKind::Number | TokenKind::Date | TokenKind::Percent => canonical_number(kind, host),
        _ => word,
    }
}

fn gap_before(document: &Document, last_end: usize, start: usize) -> Gap {
    let between = document.folded.text.get(last_end..start).unwrap_or("\n");
    match between {
        " " => Gap::Space,
        "-" => Gap::Hyphen,
        _ if between.chars().all(|c| matches!(c, ' ' | '"' | '\'')) => Gap::Space,
        _ if between.contains(',') && between.chars().all(|c| matches!(c, ' ' | ',' | '"')) => {
            Gap::Comma
        }
        _ => Gap::Break,
    }
}
