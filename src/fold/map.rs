//! From folded offsets back to the source.

use std::ops::Range;

use crate::span::Span;

/// A stretch of folded text whose length differs from its source's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Piece {
    folded: u32,
    source: u32,
    folded_len: u16,
    source_len: u16,
}

impl Piece {
    fn folded_end(self) -> usize {
        self.folded as usize + self.folded_len as usize
    }

    fn source_end(self) -> usize {
        self.source as usize + self.source_len as usize
    }
}

/// Maps byte offsets of a folded text to those of its source.
///
/// Only the places where lengths differ are stored (12 bytes each); between
/// them folded and source bytes run side by side. Pieces are sorted by both
/// offsets and do not overlap.
#[derive(Debug, Clone, Default)]
pub struct FoldMap {
    pieces: Vec<Piece>,
}

impl FoldMap {
    /// Records that one folded character stands for `source`; nothing is
    /// stored where the two have one length. Calls must ascend.
    #[inline]
    pub(super) fn push_char(&mut self, folded: Range<usize>, source: Range<usize>) {
        if folded.len() != source.len() {
            self.push(folded, source);
        }
    }

    /// Records that `folded` as a whole stands for `source`. Calls must ascend.
    pub(super) fn push(&mut self, folded: Range<usize>, source: Range<usize>) {
        let len = source.len().min(u16::MAX as usize);
        self.pieces.push(Piece {
            folded: folded.start as u32,
            source: source.start as u32,
            folded_len: folded.len() as u16,
            source_len: len as u16,
        });
        if len < source.len() {
            self.push(folded.end..folded.end, source.start + len..source.end);
        }
    }

    /// Forgets the pieces from a place in both texts on.
    pub(super) fn truncate(&mut self, folded: usize, source: usize) {
        let from = |p: &Piece| p.folded as usize >= folded && p.source as usize >= source;
        while self.pieces.last().is_some_and(from) {
            self.pieces.pop();
        }
    }

    /// The source span of a folded range, its ends rounded outward: a range
    /// inside a ligature covers the whole ligature.
    #[must_use]
    pub fn to_source(&self, folded: Range<usize>) -> Span {
        let start = self.source_start(folded.start);
        if folded.is_empty() {
            return Span { start, end: start };
        }
        Span { start, end: self.source_end(folded.end) }
    }

    /// Source offset where the character at a folded offset begins.
    fn source_start(&self, folded: usize) -> usize {
        let after = self.pieces.partition_point(|p| p.folded as usize <= folded);
        match after.checked_sub(1).map(|i| self.pieces[i]) {
            None => folded,
            Some(piece) if folded < piece.folded_end() => piece.source as usize,
            Some(piece) => piece.source_end() + (folded - piece.folded_end()),
        }
    }

    /// Source offset where the character before a folded offset ends.
    fn source_end(&self, folded: usize) -> usize {
        let after = self.pieces.partition_point(|p| (p.folded as usize) < folded);
        match after.checked_sub(1).map(|i| self.pieces[i]) {
            None => folded,
            Some(piece) if folded <= piece.folded_end() => end_of(&self.pieces, after - 1),
            Some(piece) => piece.source_end() + (folded - piece.folded_end()),
        }
    }

    /// A reader of ascending offsets, each in constant time.
    pub(crate) fn cursor(&self) -> Cursor<'_> {
        let next = self.pieces.first().map_or(usize::MAX, |piece| piece.folded as usize);
        Cursor { pieces: &self.pieces, after: 0, even: 0..next, ahead: 0 }
    }

    pub(super) fn shrink_to_fit(&mut self) {
        self.pieces.shrink_to_fit();
    }
}

/// Source offset where the piece `index` ends; a source too long for one piece
/// goes on in the next ones.
fn end_of(pieces: &[Piece], mut index: usize) -> usize {
    while pieces[index].source_len == u16::MAX
        && pieces.get(index + 1).is_some_and(|p| p.folded_len == 0)
    {
        index += 1;
    }
    pieces[index].source_end()
}

/// Translates ascending folded offsets to source offsets.
pub(crate) struct Cursor<'a> {
    pieces: &'a [Piece],
    /// How many pieces begin before the last offset asked for.
    after: usize,
    /// The folded bytes between the last of these pieces and the next one.
    even: Range<usize>,
    /// How far the source is ahead of the folded text there (wrapping).
    ahead: usize,
}

impl Cursor<'_> {
    /// The source span of a folded range that begins at or after the end of
    /// the last one; rounded outward.
    #[inline]
    pub(crate) fn next_source(&mut self, folded: Range<usize>) -> Span {
        let Range { start, end } = folded;
        if self.even.start <= start && start < end && end <= self.even.end {
            let [start, end] = [start, end].map(|at| at.wrapping_add(self.ahead));
            return Span { start, end };
        }
        let span = self.source_past(folded);
        if let Some(piece) = self.last() {
            let next = self.pieces.get(self.after).map_or(usize::MAX, |next| next.folded as usize);
            self.even = piece.folded_end()..next;
            self.ahead = piece.source_end().wrapping_sub(piece.folded_end());
        }
        span
    }

    /// [`Self::next_source`] of a range that a piece may touch.
    fn source_past(&mut self, folded: Range<usize>) -> Span {
        self.pass(|piece| piece.folded as usize <= folded.start);
        let start = match self.last() {
            None => folded.start,
            Some(piece) if folded.start < piece.folded_end() => piece.source as usize,
            Some(piece) => piece.source_end() + (folded.start - piece.folded_end()),
        };
        self.pass(|piece| (piece.folded as usize) < folded.end);
        let end = match self.last() {
            None => folded.end,
            Some(piece) if folded.end <= piece.folded_end() => end_of(self.pieces, self.after - 1),
            Some(piece) => piece.source_end() + (folded.end - piece.folded_end()),
        };
        Span { start, end }
    }

    #[inline]
    fn pass(&mut self, is_before: impl Fn(&Piece) -> bool) {
        while self.pieces.get(self.after).is_some_and(&is_before) {
            self.after += 1;
        }
    }

    #[inline]
    fn last(&self) -> Option<Piece> {
        self.after.checked_sub(1).map(|i| self.pieces[i])
    }
}
