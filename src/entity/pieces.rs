//! The words of a document as the matcher walks them.

use super::key::Spelled;
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

/// A word of the text: a token, or a part of a hyphenated one.
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
}

/// The pieces of a document, in text order.
pub(super) fn pieces(document: &Document) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::with_capacity(document.tokens().len());
    for number in 0..document.tokens().len() {
        let token = &document.tokens()[number];
        let (start, host_end) = (token.folded.start, token.host_end);
        let host = &document.folded.text[start..host_end];
        let mut gap = gap_before(document, pieces.last().map_or(0, |last| last.end), start);
        let parts = hyphenated(host, token.kind);
        for (at, part) in &parts[..parts.len() - 1] {
            let end = start + at + part.len();
            pieces.push(piece(part, (*part).to_owned(), [start + at, end, end], token.kind, gap));
            gap = Gap::Hyphen;
        }
        let (at, part) = parts[parts.len() - 1];
        let word =
            if at == 0 { document.token_fold(number) } else { with_ending(document, number, part) };
        let word = number_word(token.kind, word, host);
        let part = if word.starts_with(part) { part } else { &word[..] }.to_owned();
        pieces.push(piece(&part, word, [start + at, host_end, token.folded.end], token.kind, gap));
    }
    pieces
}

fn piece(
    host: &str,
    word: String,
    [start, host_end, end]: [usize; 3],
    kind: TokenKind,
    gap: Gap,
) -> Piece {
    let spelled = Spelled::new(&word);
    Piece { host: host.len(), word, start, host_end, end, kind, gap, spelled }
}

/// The parts of a hyphenated word with where they begin; at least one.
fn hyphenated(host: &str, kind: TokenKind) -> Vec<(usize, &str)> {
    if kind != TokenKind::Word || !host.contains('-') {
        return vec![(0, host)];
    }
    let mut parts = Vec::new();
    let mut at = 0;
    for part in host.split('-') {
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
