//! Finding labels in a text.

use super::file::{LabelKind, MatchRule};
use super::gazetteer::{Entry, Gazetteer, WordsHash};
use crate::document::Document;
use crate::morph::{Lexicon, Tags, name_bases};
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

/// A label found in the text, before it is known whom it names.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// First token and one past the last.
    pub tokens: std::ops::Range<usize>,
    /// Bytes of the folded text: the label without endings.
    pub core: Span,
    /// Whether endings follow it in its last word.
    pub has_ending: bool,
    /// The labels that read so, of one or more entities.
    pub entries: Vec<Entry>,
}

/// Every label in the document, longest first at each token; overlaps stay.
pub(super) fn find_labels(document: &Document, gazetteer: &Gazetteer) -> Vec<Found> {
    let mut found = Vec::new();
    for first in 0..document.tokens().len() {
        let from = found.len();
        labels_at(document, gazetteer, first, &mut found);
        found[from..].reverse();
    }
    found
}

/// Adds the labels that begin with the token `first`, shortest first.
fn labels_at(document: &Document, gazetteer: &Gazetteer, first: usize, found: &mut Vec<Found>) {
    let mut inner = WordsHash::EMPTY;
    for last in first..document.tokens().len().min(first + gazetteer.longest) {
        if last > first && !is_joined(document, last) {
            return;
        }
        let word = document.token_fold(last);
        found.extend(label_ending_with(document, gazetteer, first..last + 1, inner, &word));
        inner = inner.then(&word);
        if !gazetteer.goes_on(inner) {
            return;
        }
    }
}

/// Whether only spaces, quotes or hyphens part a token from the one before.
fn is_joined(document: &Document, token: usize) -> bool {
    let (before, after) = (document.tokens()[token - 1].folded, document.tokens()[token].folded);
    let between = &document.folded.text[before.end..after.start];
    between.chars().all(|c| matches!(c, ' ' | '"' | '\'' | '-' | '(' | ')'))
}

/// The label whose last word is `word`, bare or with endings.
fn label_ending_with(
    document: &Document,
    gazetteer: &Gazetteer,
    tokens: std::ops::Range<usize>,
    inner: WordsHash,
    word: &str,
) -> Option<Found> {
    let whole = gazetteer.entries(inner.then(word)).iter().filter(|e| e.rule != MatchRule::Off);
    let mut entries: Vec<Entry> = whole.copied().collect();
    let last = &document.tokens()[tokens.end - 1];
    let mut core_end = last.host_end;
    if entries.is_empty() {
        let is_single = tokens.len() == 1;
        if last.kind != TokenKind::Word || (is_single && is_common_word(word)) {
            return None;
        }
        let base = name_bases(word).into_iter().find(|base| {
            entries = with_endings(gazetteer, inner.then(base));
            !entries.is_empty()
        })?;
        core_end = (last.folded.start + base.len()).min(last.folded.end);
    }
    let start = document.tokens()[tokens.start].folded.start;
    let has_ending = core_end < last.folded.end;
    Some(Found { tokens, core: Span { start, end: core_end }, has_ending, entries })
}

fn with_endings(gazetteer: &Gazetteer, words: WordsHash) -> Vec<Entry> {
    let entries = gazetteer.entries(words).iter();
    entries.filter(|e| e.rule == MatchRule::Suffix).copied().collect()
}

/// A word that the lexicon lists, and not as a name: it is no name + ending.
fn is_common_word(word: &str) -> bool {
    let tags = Lexicon::get().tags(word);
    tags.is_some_and(|tags| tags.has(Tags::NOUN.or(Tags::FUNCTION)) && !tags.has(Tags::NAME))
}
