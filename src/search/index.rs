//! The words of a document and where they stand.

use std::cell::OnceCell;
use std::hash::BuildHasher;

use rustc_hash::FxBuildHasher;

use crate::document::Token;
use crate::fold::loose;
use crate::morph::{Analysis, analyse};
use crate::segment::{TokenKind, canonical_number, parts};
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
    /// Number of the token that it is or is part of.
    pub token: u32,
}

impl Unit {
    pub(crate) fn span(self) -> Span {
        Span { start: self.start as usize, end: self.end as usize }
    }
}

/// A distinct folded word of the document.
#[derive(Debug, Clone)]
pub(crate) struct Word {
    pub text: Box<str>,
    /// What it is a form of; worked out when first asked for.
    analysis: OnceCell<Analysis>,
    /// The loose key; worked out when first asked for.
    loose: OnceCell<Box<str>>,
}

impl Word {
    fn new(text: &str) -> Word {
        Word { text: text.into(), analysis: OnceCell::new(), loose: OnceCell::new() }
    }

    /// The loose key of the word.
    pub(crate) fn loose(&self) -> &str {
        self.loose.get_or_init(|| loose(&self.text).into())
    }

    /// The bases that the word may be a form of; the word itself if it is no
    /// word of Arabic letters.
    pub(crate) fn keys(&self) -> &[String] {
        &self.analysis().keys
    }

    /// The likeliest of them.
    pub(crate) fn stem(&self) -> &str {
        &self.analysis().stem
    }

    /// Whether its keys are known already.
    pub(crate) fn is_analysed(&self) -> bool {
        self.analysis.get().is_some()
    }

    /// Works out what searching will ask for.
    pub(crate) fn prepare(&self) {
        self.analysis();
        self.loose();
    }

    fn analysis(&self) -> &Analysis {
        self.analysis.get_or_init(|| analyse(&self.text))
    }
}

/// The distinct words of a document with their places.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index {
    pub words: Vec<Word>,
    /// In text order; the parts of a token follow it.
    pub units: Vec<Unit>,
    numbers: WordTable,
    /// Units by word: those of word `w` are `places[starts[w]..starts[w + 1]]`.
    starts: Vec<u32>,
    places: Vec<u32>,
}

impl Index {
    pub(crate) fn build(folded: &str, tokens: &[Token]) -> Index {
        let mut index = Index::default();
        index.units.reserve(tokens.len());
        for (number, token) in tokens.iter().enumerate() {
            index.add_token(folded, number as u32, token);
        }
        index.sort_places();
        index
    }

    fn add_token(&mut self, folded: &str, number: u32, token: &Token) {
        let host = &folded[token.folded.start..token.host_end];
        let ending = &folded[token.host_end..token.folded.end];
        let plain_word = token.kind == TokenKind::Word && ending.is_empty();
        if plain_word && host.bytes().all(|b| b >= 0x80) {
            return self.add_unit(token.folded, host, number);
        }
        self.add_unit(token.folded, &whole(token.kind, host, ending), number);
        let mut parts = parts(host, token.kind);
        if parts.is_empty() && !ending.is_empty() {
            parts.push(0..host.len());
        }
        for part in parts {
            let start = token.folded.start + part.start;
            let span = Span { start, end: start + part.len() };
            self.add_unit(span, &host[part], number);
        }
    }

    fn add_unit(&mut self, span: Span, text: &str, token: u32) {
        let word = self.intern(text);
        self.units.push(Unit { start: span.start as u32, end: span.end as u32, word, token });
    }

    fn intern(&mut self, text: &str) -> u32 {
        let words = &mut self.words;
        self.numbers.number_of(text, words).unwrap_or_else(|slot| {
            words.push(Word::new(text));
            let number = words.len() as u32 - 1;
            self.numbers.insert(slot, number, words);
            number
        })
    }

    /// Sorts the units by word (counting sort).
    fn sort_places(&mut self) {
        let mut starts = vec![0u32; self.words.len() + 1];
        for unit in &self.units {
            starts[unit.word as usize + 1] += 1;
        }
        for word in 1..starts.len() {
            starts[word] += starts[word - 1];
        }
        let mut next = starts.clone();
        self.places = vec![0; self.units.len()];
        for (number, unit) in self.units.iter().enumerate() {
            let place = &mut next[unit.word as usize];
            self.places[*place as usize] = number as u32;
            *place += 1;
        }
        self.starts = starts;
    }

    /// The word that a token is as a whole.
    pub(crate) fn word_of_token(&self, token: usize) -> &Word {
        let unit = self.units.partition_point(|unit| (unit.token as usize) < token);
        &self.words[self.units[unit].word as usize]
    }

    /// The units of a word, ascending.
    pub(crate) fn units_of(&self, word: u32) -> &[u32] {
        let range = self.starts[word as usize] as usize..self.starts[word as usize + 1] as usize;
        &self.places[range]
    }
}

/// The word that a token is as a whole: numbers by value, outside endings
/// joined to their host.
fn whole(kind: TokenKind, host: &str, ending: &str) -> String {
    let host = match kind {
        TokenKind::Date | TokenKind::Number | TokenKind::Percent => canonical_number(kind, host),
        _ => host.to_owned(),
    };
    host.chars().chain(ending.chars().filter(|c| c.is_alphanumeric())).collect()
}

/// The numbers of words by their letters: an open-addressing table that keeps
/// no second copy of them.
#[derive(Debug, Clone, Default)]
struct WordTable {
    /// Numbers of words plus one, 0 where free; a power of two of slots.
    slots: Vec<u32>,
}

impl WordTable {
    /// The number of a word, or else the slot where it belongs.
    fn number_of(&self, text: &str, words: &[Word]) -> Result<u32, usize> {
        if self.slots.is_empty() {
            return Err(0);
        }
        let mut slot = self.first_slot(text);
        while let Some(number) = self.slots[slot].checked_sub(1) {
            if *words[number as usize].text == *text {
                return Ok(number);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        Err(slot)
    }

    /// Puts a word, the last of `words`, into the slot where it belongs.
    fn insert(&mut self, slot: usize, number: u32, words: &[Word]) {
        if words.len() * 2 > self.slots.len() {
            return self.grow(words);
        }
        self.slots[slot] = number + 1;
    }

    fn grow(&mut self, words: &[Word]) {
        self.slots = vec![0; (self.slots.len() * 2).max(1024)];
        for (number, word) in words.iter().enumerate() {
            if let Err(slot) = self.number_of(&word.text, words) {
                self.slots[slot] = number as u32 + 1;
            }
        }
    }

    fn first_slot(&self, text: &str) -> usize {
        FxBuildHasher.hash_one(text) as usize & (self.slots.len() - 1)
    }
}
