//! The distinct words of a document.

use std::cell::OnceCell;
use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::strings::Strings;
use crate::fold::loose;
use crate::morph::{Analysis, analyse};

/// The distinct folded words of a document, by number, in the order of their
/// first occurrence.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    folded: Strings,
    /// The loose keys; worked out when first asked for.
    loose: OnceCell<Strings>,
    /// The stem and the keys of each word, a line each; worked out when first
    /// asked for.
    analyses: Vec<OnceCell<Box<str>>>,
}

impl Words {
    pub(crate) fn len(&self) -> usize {
        self.folded.len()
    }

    #[inline]
    pub(crate) fn get(&self, number: u32) -> &str {
        self.folded.get(number)
    }

    pub(super) fn folded(&self) -> &Strings {
        &self.folded
    }

    /// The loose keys of the words, by number.
    pub(super) fn loose(&self) -> &Strings {
        self.loose.get_or_init(|| {
            let mut keys = Strings::with_capacity(self.folded.len() * 12);
            (0..self.len() as u32).for_each(|number| keys.push(&loose(self.get(number))));
            keys.shrink_to_fit();
            keys
        })
    }

    /// The bases that a word may be a form of, the likeliest first; the word
    /// itself if it is no word of Arabic letters.
    pub(crate) fn keys(&self, number: u32) -> impl Iterator<Item = &str> + Clone {
        self.analysis(number).split('\n').skip(1)
    }

    /// The base under which a dictionary has it.
    pub(crate) fn stem(&self, number: u32) -> &str {
        self.analysis(number).split('\n').next().unwrap_or_default()
    }

    /// Works out what searching will ask for: of at most `limit` words from
    /// number `from` on. Returns the number to go on from, `None` at the end.
    pub(crate) fn prepare(&self, from: usize, limit: usize) -> Option<usize> {
        self.loose();
        let end = from.saturating_add(limit).min(self.len());
        for number in from..end {
            self.analysis(number as u32);
        }
        (end < self.len()).then_some(end)
    }

    fn analysis(&self, number: u32) -> &str {
        self.analyses[number as usize].get_or_init(|| {
            let Analysis { stem, keys } = analyse(self.get(number));
            let mut lines = stem;
            for key in &keys {
                lines.push('\n');
                lines.push_str(key);
            }
            lines.into()
        })
    }
}

/// The words of a document that is being read.
pub(super) struct WordsDraft {
    folded: Strings,
    /// An open-addressing table of the words' numbers plus one, 0 where free;
    /// a power of two of slots, at least half of them free.
    slots: Vec<u32>,
}

impl WordsDraft {
    /// Room for the words of so many bytes of text.
    pub(super) fn with_capacity(bytes: usize) -> WordsDraft {
        WordsDraft { folded: Strings::with_capacity(bytes / 8), slots: vec![0; 16] }
    }

    /// The number of a word, a new one for a new word.
    pub(super) fn number_of(&mut self, word: &str) -> u32 {
        let slot = self.slot_of(word);
        if let Some(number) = self.slots[slot].checked_sub(1) {
            return number;
        }
        self.folded.push(word);
        self.slots[slot] = self.folded.len() as u32;
        if self.folded.len() * 2 > self.slots.len() {
            self.grow();
        }
        self.folded.len() as u32 - 1
    }

    pub(super) fn finish(mut self) -> Words {
        self.folded.shrink_to_fit();
        let analyses = vec![OnceCell::new(); self.folded.len()];
        Words { folded: self.folded, loose: OnceCell::new(), analyses }
    }

    /// The slot that holds a word's number or is to hold it.
    fn slot_of(&self, word: &str) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = hash(word) & last;
        while self.slots[slot] != 0 && self.folded.bytes(self.slots[slot] - 1) != word.as_bytes() {
            slot = (slot + 1) & last;
        }
        slot
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 4];
        for number in 0..self.folded.len() as u32 {
            let slot = self.slot_of(self.folded.get(number));
            self.slots[slot] = number + 1;
        }
    }
}

fn hash(word: &str) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish() as usize
}
