//! One text, read: the facade that the browser and the command line share.

use crate::entity::{Mention, Pack, mentions, nested_mentions};
use crate::fold::{Folded, Folder};
use crate::search::{Index, Match, Mode, Suggestion, search, suggest};
use crate::segment::{self, RawToken, Sentence, TokenKind};
use crate::span::Span;

/// A token of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its place in the flat text, an ending written outside included.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
    /// Its place in the folded text; `host_end` ends it before such an ending.
    pub(crate) folded: Span,
    pub(crate) host_end: usize,
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
    tokens: Vec<Token>,
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
        let mut document = Document {
            text,
            paragraphs,
            sentences: Vec::new(),
            tokens: Vec::new(),
            folded,
            index: Index::default(),
        };
        document.cut(&ranges);
        document.index = Index::build(&document.folded.text, &document.tokens);
        document
    }

    /// Cuts the folded paragraphs into tokens and sentences.
    fn cut(&mut self, ranges: &[Span]) {
        let (folded, text) = (&self.folded, &self.text);
        let (mut places, mut ends) = (folded.map.cursor(), folded.map.cursor());
        let mut raw: Vec<RawToken> = Vec::new();
        for (paragraph, range) in ranges.iter().enumerate() {
            let stretch = range.of(&folded.text);
            let at = |r: std::ops::Range<usize>| range.start + r.start..range.start + r.end;
            let source = |r| folded.map.to_source(at(r)).of(text);
            raw.clear();
            segment::tokens(stretch, source, |token| raw.push(token));
            segment::sentences(stretch, &raw, |r| {
                self.sentences.push(Sentence { span: ends.next_source(at(r)), paragraph });
            });
            self.tokens.extend(raw.iter().map(|t| Token {
                span: places.next_source(at(t.start..t.end)),
                kind: t.kind,
                folded: Span { start: range.start + t.start, end: range.start + t.end },
                host_end: range.start + t.host_end,
            }));
        }
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
        &self.tokens
    }

    /// The folded word of a token, its outside ending joined to it.
    ///
    /// # Panics
    ///
    /// Panics if there is no token `index`.
    #[must_use]
    pub fn token_fold(&self, index: usize) -> String {
        let token = &self.tokens[index];
        let host = &self.folded.text[token.folded.start..token.host_end];
        let ending = &self.folded.text[token.host_end..token.folded.end];
        let letters = ending.chars().filter(|c| c.is_alphanumeric());
        host.chars().chain(letters).collect()
    }

    /// The stem of a token: of a word its likeliest base, of anything else
    /// what it is without an ending.
    ///
    /// # Panics
    ///
    /// Panics if there is no token `index`.
    #[must_use]
    pub fn token_stem(&self, index: usize) -> &str {
        let token = &self.tokens[index];
        match token.kind {
            TokenKind::Word => self.index.word_of_token(index).stem(),
            _ => &self.folded.text[token.folded.start..token.host_end],
        }
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
        let words = self.index.words.get(from..).unwrap_or_default();
        words.iter().take(limit).for_each(|word| word.prepare());
        (words.len() > limit).then_some(from + limit)
    }

    /// What the text offers to a reader who has typed `beginning`: its words,
    /// forms merged under their base, and with a pack its entities, the most
    /// frequent first, at most `limit`.
    #[must_use]
    pub fn suggest(&self, beginning: &str, limit: usize, pack: Option<&Pack>) -> Vec<Suggestion> {
        suggest(self, beginning, limit, pack)
    }

    /// The folded bytes of a span of whole tokens.
    pub(crate) fn folded_span(&self, span: Span) -> Span {
        let first = self.tokens.partition_point(|t| t.span.end <= span.start);
        let end = self.tokens.partition_point(|t| t.span.start < span.end);
        let start = self.tokens[first].folded.start;
        let last = &self.tokens[end.max(first + 1) - 1];
        Span { start, end: last.folded.end }
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
