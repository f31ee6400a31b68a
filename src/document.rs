//! One text, read: the facade that the browser and the command line share.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use crate::entity::{Mention, Pack, mentions, nested_mentions};
use crate::fold::{Folded, Folder, is_alphanumeric};
use crate::morph::stem_as_written;
use crate::search::{Index, IndexDraft, Match, Mode, Suggestion, Unit, search, suggest};
use crate::segment::{self, Pieces, Sentence, TokenKind};
use crate::span::Span;

/// A token of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its place in the flat text, an ending written outside included.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// The number of its unit in the index.
    unit: u32,
}

/// A text with its paragraphs, sentences, tokens and search index.
///
/// All spans are bytes of [`text`](Document::text). Reading never fails,
/// whatever the text, and takes time linear in its length.
///
/// ```
/// use sorani_reader::document::Document;
/// use sorani_reader::search::Mode;
///
/// let document = Document::new("هێرشەکان وەستان. هێرشێکی نوێ کرا.");
/// assert_eq!(document.sentences().len(), 2);
/// let matches = document.search("هێرش", Mode::Smart, None);
/// assert_eq!(matches.len(), 2);
/// assert_eq!(matches[1].span.of(document.text()), "هێرش");
/// ```
#[derive(Debug, Clone)]
pub struct Document {
    text: String,
    paragraphs: Vec<Span>,
    sentences: Vec<Sentence>,
    /// Where the sentences end in the folded text.
    sentence_ends: Vec<u32>,
    /// Made of the index when first asked for.
    tokens: OnceCell<Vec<Token>>,
    pub(crate) folded: Folded,
    pub(crate) index: Index,
}

impl Document {
    /// Reads a plain text; its paragraphs are its lines, or, in a text of one
    /// line, what wide gaps after sentence ends part. A byte-order mark at its
    /// start is left out of the flat text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Document {
        let mut text = text.into();
        if text.starts_with('\u{FEFF}') {
            text.remove(0);
        }
        let paragraphs = segment::paragraphs(&text);
        Document::read(text, paragraphs)
    }

    /// Reads a flat text whose blocks begin at the given bytes, ascending.
    ///
    /// # Panics
    ///
    /// Panics if an offset is not a character boundary of `text`.
    #[must_use]
    pub fn from_blocks(text: impl Into<String>, block_starts: &[usize]) -> Document {
        let text = text.into();
        let paragraphs = segment::from_blocks(&text, block_starts);
        Document::read(text, paragraphs)
    }

    fn read(text: String, paragraphs: Vec<Span>) -> Document {
        let (folded, ranges) = fold_paragraphs(&text, &paragraphs);
        let mut ends = folded.map.cursor();
        let (mut sentences, mut sentence_ends) = (Vec::new(), Vec::new());
        let index = index(&text, &folded, &ranges, &mut |paragraph, place| {
            sentence_ends.push(place.end as u32);
            sentences.push(Sentence { span: ends.next_source(place), paragraph });
        });
        sentences.shrink_to_fit();
        sentence_ends.shrink_to_fit();
        let tokens = OnceCell::new();
        Document { text, paragraphs, sentences, sentence_ends, tokens, folded, index }
    }

    /// The flat text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The paragraphs, trimmed, in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Span] {
        &self.paragraphs
    }

    /// The sentences, trimmed, in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The tokens, in order; white space and punctuation are none.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        self.tokens.get_or_init(|| {
            let mut places = self.folded.map.cursor();
            let mut tokens = Vec::with_capacity(self.index.units.len());
            for (unit, number) in self.index.units.iter().zip(0..) {
                if !unit.is_part {
                    let span = places.next_source(unit.start as usize..unit.end as usize);
                    tokens.push(Token { span, kind: unit.kind, unit: number });
                }
            }
            tokens
        })
    }

    /// Where the sentences end in the folded text.
    pub(crate) fn sentence_ends(&self) -> &[u32] {
        &self.sentence_ends
    }

    /// The folded word of a token, its outside ending joined to it.
    ///
    /// # Panics
    ///
    /// Panics if there is no token `index`.
    #[must_use]
    pub fn token_fold(&self, index: usize) -> String {
        let unit = self.unit_of(index);
        let mut word = unit.host().of(&self.folded.text).to_owned();
        let letters = unit.ending().of(&self.folded.text).chars().filter(|&c| is_alphanumeric(c));
        letters.for_each(|letter| word.push(letter));
        word
    }

    /// The stem of a token: of a word its likeliest base, as it is written there
    /// (یاسایی), of anything else what it is without an ending.
    ///
    /// # Panics
    ///
    /// Panics if there is no token `index`.
    #[must_use]
    pub fn token_stem(&self, index: usize) -> Cow<'_, str> {
        let unit = self.unit_of(index);
        let span = self.tokens()[index].span;
        match unit.kind {
            // The fold has shortened a word that is written with two ی.
            TokenKind::Word if span.end - span.start > (unit.end - unit.start) as usize => {
                stem_as_written(span.of(&self.text), self.index.words.stem(unit.word))
            }
            TokenKind::Word => self.index.words.stem(unit.word).into(),
            _ => unit.host().of(&self.folded.text).into(),
        }
    }

    /// The unit that is the token `index`: its place in the folded text.
    pub(crate) fn unit_of(&self, index: usize) -> Unit {
        self.index.units[self.tokens()[index].unit as usize]
    }

    /// Where `query` is found, in text order, each place once at its best tier.
    /// With a pack, a query that names an entity finds its mentions.
    #[must_use]
    pub fn search(&self, query: &str, mode: Mode, pack: Option<&Pack>) -> Vec<Match> {
        search(self, query, mode, pack)
    }

    /// Works out ahead of the first search what it would otherwise work out
    /// then: the forms of at most `limit` distinct words from number `from` on.
    /// Returns the number to go on from, or `None` when all are done. A browser
    /// calls it while the page is idle.
    pub fn prepare(&self, from: usize, limit: usize) -> Option<usize> {
        self.index.words.prepare(from, limit)
    }

    /// What the text offers to a reader who has typed `beginning`: its words,
    /// forms merged under their base, and with a pack its entities, the most
    /// frequent first, at most `limit`.
    #[must_use]
    pub fn suggest(&self, beginning: &str, limit: usize, pack: Option<&Pack>) -> Vec<Suggestion> {
        suggest(self, beginning, limit, pack)
    }

    /// The folded bytes of the tokens on which a span lies.
    pub(crate) fn folded_span(&self, span: Span) -> Span {
        Span {
            start: self.token_before(span.start + 1).start,
            end: self.token_before(span.end).end,
        }
    }

    /// The folded bytes of the last token that begins before a byte of the text.
    fn token_before(&self, byte: usize) -> Span {
        let map = &self.folded.map;
        let begins_before =
            |unit: &Unit| map.to_source(unit.span().start..unit.span().end).start < byte;
        let after = self.index.units.partition_point(begins_before);
        self.index.units[self.index.token_of(after.saturating_sub(1))].span()
    }

    /// The mentions of the pack's entities, in text order, not overlapping.
    #[must_use]
    pub fn mentions(&self, pack: &Pack) -> Vec<Mention> {
        mentions(self, pack)
    }

    /// The mentions with those inside longer ones, in text order.
    #[must_use]
    pub fn nested_mentions(&self, pack: &Pack) -> Vec<Mention> {
        nested_mentions(self, pack)
    }
}

/// The folded text of all paragraphs, with the range of each. A line feed
/// stands between two, so that no match crosses.
fn fold_paragraphs(text: &str, paragraphs: &[Span]) -> (Folded, Vec<Span>) {
    let mut folder = Folder::new(text);
    let mut ranges = Vec::with_capacity(paragraphs.len());
    let mut at = 0;
    for paragraph in paragraphs {
        folder.append_break(at..paragraph.start);
        let range = folder.append(paragraph.start..paragraph.end);
        ranges.push(Span { start: range.start, end: range.end });
        at = paragraph.end;
    }
    folder.append_break(at..text.len());
    (folder.finish(), ranges)
}

/// Cuts the folded paragraphs, whose places are `ranges`, into tokens and
/// sentences; the tokens go into the index, the sentences to `emit`, each with
/// its paragraph and its place in the folded text.
fn index(
    text: &str,
    folded: &Folded,
    ranges: &[Span],
    emit: &mut dyn FnMut(usize, Range<usize>),
) -> Index {
    let mut draft = IndexDraft::with_capacity(text.len());
    let mut pieces = Pieces::default();
    for (paragraph, &range) in ranges.iter().enumerate() {
        segment::tokens(text, folded, range, &mut pieces);
        segment::sentences(range.of(&folded.text), &pieces, |r| {
            emit(paragraph, range.start + r.start..range.start + r.end);
        });
        for token in &pieces.tokens {
            draft.add_token(&folded.text, token.after(range.start));
        }
    }
    draft.finish()
}
