//! Finding labels in a text.

use std::ops::Range;

use super::class::Class;
use super::file::{LabelKind, MatchRule};
use super::key::{Key, exactness};
use super::label_index::{Entry, LabelIndex};
use super::lexical::{is_given, is_noun};
use super::pieces::{Gap, Piece};
use crate::morph::name_bases;
use crate::segment::TokenKind;
use crate::span::Span;

/// How an entity was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Via {
    /// By its name.
    Name,
    /// By another full name.
    Alias,
    /// By a part of its name.
    Short,
    /// By the adjective or people of the place.
    Demonym,
}

impl Via {
    /// Every way, in the order of its number.
    pub const ALL: [Via; 4] = [Via::Name, Via::Alias, Via::Short, Via::Demonym];

    /// The name in the command line's `via` column.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Via::Name => "name",
            Via::Alias => "alias",
            Via::Short => "short",
            Via::Demonym => "demonym",
        }
    }
}

impl From<LabelKind> for Via {
    fn from(kind: LabelKind) -> Via {
        match kind {
            LabelKind::Name => Via::Name,
            LabelKind::Alias | LabelKind::Foreign => Via::Alias,
            LabelKind::Short => Via::Short,
            LabelKind::Demonym => Via::Demonym,
        }
    }
}

/// A place where an entity is named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// Bytes of the flat text, grammatical endings included.
    pub span: Span,
    /// Where the bare name ends.
    pub core_end: usize,
    /// Number of the entity in the pack.
    pub entity: usize,
    /// How it was named.
    pub via: Via,
    /// Other entities that the name may stand for.
    pub candidates: Vec<usize>,
}

/// One way to read a stretch of text as a label.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    pub entity: u32,
    pub kind: LabelKind,
    /// Bytes of the last piece's word that the label takes.
    pub length: usize,
    /// Whether the label is spelled as the text is.
    pub exact: bool,
    /// Whether the label ends in یی.
    pub double_yeh: bool,
}

/// A stretch of text with the labels that it may be read as.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// The pieces.
    pub pieces: Range<usize>,
    /// Never empty.
    pub readings: Vec<Reading>,
}

impl Found {
    pub(super) fn is_single(&self) -> bool {
        self.pieces.len() == 1
    }

    pub(super) fn last(&self) -> usize {
        self.pieces.end - 1
    }
}

/// Every label in the document, longest first at each piece; overlaps stay.
pub(super) fn find_labels(pieces: &[Piece], index: &LabelIndex) -> Vec<Found> {
    let mut found = Vec::new();
    for first in 0..pieces.len() {
        let from = found.len();
        labels_at(pieces, index, first, &mut found);
        found[from..].reverse();
    }
    found
}

/// Adds the labels that begin with the piece `first`, shortest first.
fn labels_at(pieces: &[Piece], index: &LabelIndex, first: usize, found: &mut Vec<Found>) {
    let mut before = Key::EMPTY;
    // A hyphen may stand where the label has nothing, so it is free.
    let mut words = 0;
    for last in first..pieces.len() {
        let gap = pieces[last].gap;
        if last > first && !matches!(gap, Gap::Space | Gap::Hyphen) {
            return;
        }
        let joined = last > first && is_particle(&pieces[last - 1].word);
        words += usize::from((gap != Gap::Hyphen && !joined) || last == first);
        if words > index.longest {
            return;
        }
        let mut readings = readings(pieces, index, first..last + 1, before);
        if readings.is_empty() && last == first + 2 && is_given(&pieces[first + 1].word) {
            readings = without_middle_name(pieces, index, first);
        }
        if !readings.is_empty() {
            found.push(Found { pieces: first..last + 1, readings });
        }
        before = before.then(pieces[last].letters);
        let hyphen_follows = pieces.get(last + 1).is_some_and(|next| next.gap == Gap::Hyphen);
        let goes_on = index.goes_on(before)
            || hyphen_follows
            || is_particle(&pieces[last].word)
            || (last == first + 1 && is_given(&pieces[last].word));
        if !goes_on {
            return;
        }
    }
}

/// Whether a word is written together with the next or apart from it (ئەل مۆنیتەر,
/// حەمە سەعید, نیو یۆرک).
fn is_particle(word: &str) -> bool {
    matches!(word, "ئەل" | "حەمە" | "عەبدول" | "ئەبو" | "نیو" | "سان" | "لۆس" | "دێر")
}

/// The persons whose first and last names are the words from `first` on, but
/// for the given name between them: مەسعوود مستەفا بارزانی. A last name that
/// people are given at birth makes somebody else.
fn without_middle_name(pieces: &[Piece], index: &LabelIndex, first: usize) -> Vec<Reading> {
    let before = Key::EMPTY.then(pieces[first].letters);
    let last = &pieces[first + 2];
    let mut readings = readings(pieces, index, first..first + 3, before);
    readings.retain(|reading| {
        let person = index.traits(reading.entity).class == Class::Person;
        let base = &last.word[..reading.length];
        person && reading.kind != LabelKind::Demonym && !is_given(base) && !is_noun(base)
    });
    readings.iter_mut().for_each(|reading| reading.kind = LabelKind::Alias);
    readings
}

/// The labels whose last word is that of the last piece, bare or with endings;
/// those before have the key `before`.
fn readings(
    pieces: &[Piece],
    index: &LabelIndex,
    range: Range<usize>,
    before: Key,
) -> Vec<Reading> {
    let last = &pieces[range.end - 1];
    let mut readings = Vec::new();
    let mut endings = Endings::of(last);
    for beginning in last.beginnings.iter().rev() {
        let length = beginning.length;
        let whole = length == last.word.len();
        let entries = index.entries(beginning.after(before));
        for entry in entries.filter(|e| whole || e.rule == MatchRule::Suffix) {
            if endings.allow(length) {
                readings.push(reading(pieces, range.clone(), entry, length));
            }
        }
    }
    readings
}

/// Where a piece's word can be cut so that only endings follow.
pub(super) struct Endings<'a> {
    piece: &'a Piece,
    /// Worked out when first asked for, as hardly any word begins with a label.
    cuts: Option<Vec<usize>>,
}

impl<'a> Endings<'a> {
    pub(super) fn of(piece: &'a Piece) -> Endings<'a> {
        Endings { piece, cuts: None }
    }

    /// Whether endings, or nothing, follow the first `length` bytes of the word.
    pub(super) fn allow(&mut self, length: usize) -> bool {
        let piece = self.piece;
        if length == piece.word.len() || length == piece.host {
            return true;
        }
        if piece.kind != TokenKind::Word || length > piece.host {
            return false;
        }
        let bases = || name_bases(&piece.word).into_iter().map(str::len).collect();
        self.cuts.get_or_insert_with(bases).contains(&length)
    }
}

fn reading(pieces: &[Piece], range: Range<usize>, entry: Entry, length: usize) -> Reading {
    let inner = pieces[range.start..range.end - 1].iter().map(|piece| piece.word.as_str());
    let last = &pieces[range.end - 1].word[..length];
    let exact = exactness(inner.chain([last])) == entry.exactness;
    Reading { entity: entry.entity, kind: entry.kind, length, exact, double_yeh: entry.double_yeh }
}
