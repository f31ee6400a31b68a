//! The labels of a pack, folded, by the words that make them.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hasher};

use rustc_hash::FxBuildHasher;

use super::file::{Entity, LabelKind, MatchRule};
use crate::document::Document;

/// A label of an entity in the gazetteer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Number of the entity in the pack.
    pub entity: u32,
    pub kind: LabelKind,
    pub rule: MatchRule,
}

/// Labels by the hash of their words. Every prefix of a label is known too, so
/// that matching stops early.
#[derive(Debug, Clone, Default)]
pub(crate) struct Gazetteer {
    entries: HashMap<u64, Vec<Entry>, FxBuildHasher>,
    prefixes: HashSet<u64, FxBuildHasher>,
    /// Words of the longest label.
    pub longest: usize,
}

/// The hash of a sequence of words, extended one word at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordsHash(u64);

impl WordsHash {
    pub(crate) const EMPTY: WordsHash = WordsHash(0);

    pub(crate) fn then(self, word: &str) -> WordsHash {
        let mut hasher = FxBuildHasher.build_hasher();
        hasher.write_u64(self.0);
        hasher.write(word.as_bytes());
        hasher.write_u8(0xFF);
        WordsHash(hasher.finish())
    }
}

impl Gazetteer {
    pub(crate) fn build(entities: &[Entity]) -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        for (number, entity) in entities.iter().enumerate() {
            let rule = entity.match_rule();
            for label in entity.labels() {
                let foreign = label.kind == LabelKind::Foreign;
                let rule = if foreign { MatchRule::Off } else { rule };
                let entry = Entry { entity: number as u32, kind: label.kind, rule };
                gazetteer.add(&label.text, entry);
            }
        }
        gazetteer
    }

    fn add(&mut self, label: &str, entry: Entry) {
        let words = words_of(label);
        let Some((last, inner)) = words.split_last() else { return };
        let mut hash = WordsHash::EMPTY;
        for word in inner {
            hash = hash.then(word);
            self.prefixes.insert(hash.0);
        }
        let entries = self.entries.entry(hash.then(last).0).or_default();
        if !entries.iter().any(|e| e.entity == entry.entity) {
            entries.push(entry);
        }
        self.longest = self.longest.max(words.len());
    }

    /// The labels made of exactly these words.
    pub(crate) fn entries(&self, words: WordsHash) -> &[Entry] {
        self.entries.get(&words.0).map_or(&[], Vec::as_slice)
    }

    /// Whether a longer label begins with these words.
    pub(crate) fn goes_on(&self, words: WordsHash) -> bool {
        self.prefixes.contains(&words.0)
    }

    /// The labels that read as `text` does.
    pub(crate) fn lookup(&self, text: &str) -> &[Entry] {
        let hash = words_of(text).iter().fold(WordsHash::EMPTY, |hash, word| hash.then(word));
        self.entries(hash)
    }
}

/// The folded words of a label, cut as the words of a text are.
fn words_of(label: &str) -> Vec<String> {
    let document = Document::new(label.replace(['\n', '\r'], " "));
    (0..document.tokens().len()).map(|token| document.token_fold(token)).collect()
}
