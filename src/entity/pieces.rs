//! The words of a document as the matcher walks them.

use super::key::{Key, Spelled};
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
    pub spelled: Spelled,
    /// The beginnings of the word that may be names, endings following: their
    /// bytes, and the keys of names of this one word.
    pub names: Vec<(usize, Key)>,
}

/// Bytes of the shortest name, two letters, that endings may follow.
const SHORTEST_BASE: usize = 4;

impl Piece {
    /// The beginnings of the word that may end a name whose words so far have
    /// the key `before`, the shortest first.
    pub(super) fn names(&self, before: Key) -> Vec<(usize, Key)> {
        names(&self.spelled, before, &self.word)
    }
}

/// What endings begin and end with. To see that no ending can follow is
/// cheaper than any question to an index.
const FIRST: [char; 15] =
    ['ە', 'ی', 'ک', 'ێ', 'ا', 'گ', 'ج', 'ش', 'م', 'ت', 'د', 'و', 'ڕ', 'ر', 'ن'];
const LAST: [char; 11] = ['ە', 'ن', 'ک', 'ل', 'ت', 'ی', 'ش', 'م', 'ا', 'و', 'ر'];

fn names(spelled: &Spelled, before: Key, word: &str) -> Vec<(usize, Key)> {
    let may_have_ending = word.ends_with(LAST);
    let mut names = Vec::with_capacity(4);
    spelled.each_last(before, word, |length, key| {
        let is_base =
            may_have_ending && length >= SHORTEST_BASE && word[length..].starts_with(FIRST);
        if is_base || length == word.len() {
            names.push((length, key));
        }
    });
    names
}

/// The pieces of a document, in text order.
pub(super) fn pieces(document: &Document) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(document.tokens().len());
    for number in 0..document.tokens().len() {
        let token = &document.tokens()[number];
        let (start, host_end) = (token.folded.start, token.host_end);
        let host = &document.folded.text[start..host_end];
        let mut gap = gap_before(document, pieces.last().map_or(0, |last| last.end), start);
        if token.kind == TokenKind::Word && !host.contains('-') && host_end == token.folded.end {
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
        let ends = [start + at, host_end, token.folded.end];
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
    let spelled = Spelled::new(&word);
    let names = names(&spelled, Key::EMPTY, &word);
    Piece { host, word, start, host_end, end, kind, gap, spelled, names }
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
    let token = &document.tokens()[token];
    let ending = &document.folded.text[token.host_end..token.folded.end];
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
