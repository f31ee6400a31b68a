//! The built-in word list.

use std::sync::OnceLock;

use super::derivation;
use super::hash::{TAGS, hash};

/// What the lexicon says of a word; several may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Tags(u8);

impl Tags {
    pub(crate) const NOUN: Tags = Tags(1);
    pub(crate) const ADJECTIVE: Tags = Tags(2);
    pub(crate) const FUNCTION: Tags = Tags(4);
    pub(crate) const NAME: Tags = Tags(8);
    /// Written with یی at its end, which the fold makes one ی.
    pub(crate) const DOUBLE_YEH: Tags = Tags(16);

    /// Makes a verb with another, though it may be no noun by itself.
    pub(crate) const ELEMENT: Tags = Tags(32);
    /// Makes a verb with دان, whose past is spelled like the ending دا.
    pub(crate) const GIVES: Tags = Tags(64);

    /// A name that people are given at birth; a [`NAME`](Tags::NAME) too.
    pub(crate) const GIVEN: Tags = Tags(128);

    /// Whether the word is a word by itself: some part of speech, or an element
    /// of verbs (پەیدا).
    pub(crate) fn is_word(self) -> bool {
        self.0 & 0b10_1111 != 0
    }

    pub(crate) fn has(self, tags: Tags) -> bool {
        self.0 & tags.0 != 0
    }

    /// The tags of a tag byte.
    #[cfg(test)]
    pub(super) fn of(byte: u8) -> Tags {
        Tags(byte)
    }

    pub(crate) const fn or(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }
}

static LEXICON: OnceLock<Lexicon> = OnceLock::new();

/// The word list in memory: a [`table`] of the upper bits of each word's hash
/// above its tag byte.
#[cfg_attr(test, derive(PartialEq))]
pub(crate) struct Lexicon {
    words: Vec<u64>,
}

impl Lexicon {
    /// The one lexicon, made at first use.
    pub(crate) fn get() -> &'static Lexicon {
        #[cfg(test)]
        let make = super::pruning::whole_lexicon;
        #[cfg(all(target_arch = "wasm32", not(test)))]
        let make = Lexicon::unpacked;
        #[cfg(not(any(target_arch = "wasm32", test)))]
        let make = Lexicon::built_in;
        LEXICON.get_or_init(make)
    }

    /// That which `build.rs` hashed.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn built_in() -> Lexicon {
        let hashes = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.hashes"));
        let (words, _) = hashes.as_chunks::<8>();
        Lexicon { words: table(words.iter().map(|word| u64::from_le_bytes(*word))) }
    }

    #[cfg(any(test, target_arch = "wasm32"))]
    pub(super) fn unpacked() -> Lexicon {
        Lexicon { words: table(super::unpacking::unpacked().into_iter()) }
    }

    /// Unpacks at most `limit` words more ahead of the first use, which takes
    /// some time: a browser does it in steps. Whether all are unpacked.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn prepare(limit: usize) -> bool {
        let is_done = LEXICON.get().is_some() || super::unpacking::unpack(limit);
        if is_done {
            Lexicon::get();
        }
        is_done
    }

    /// The tags of a folded word, if it is listed.
    pub(crate) fn tags(&self, word: &str) -> Option<Tags> {
        self.listed(word).or_else(|| derivation::tags(self, word))
    }

    /// The tags of a word that has a row.
    pub(crate) fn listed(&self, word: &str) -> Option<Tags> {
        self.find(hash(word))
    }

    /// The tags of `base` followed by one more letter.
    pub(crate) fn tags_with(&self, base: &str, letter: char) -> Option<Tags> {
        let mut word = String::with_capacity(base.len() + letter.len_utf8());
        word.push_str(base);
        word.push(letter);
        let long = base.ends_with("خان") || base.ends_with("نام");
        if long { self.tags(&word) } else { self.listed(&word) }
    }

    fn find(&self, hash: u64) -> Option<Tags> {
        let mut slot = first_slot(hash, self.words.len());
        while self.words[slot] != 0 {
            if (self.words[slot] ^ hash) & !TAGS == 0 {
                #[cfg(test)]
                if super::pruning::is_hidden(slot) {
                    return None;
                }
                return Some(Tags(self.words[slot] as u8));
            }
            slot = (slot + 1) & (self.words.len() - 1);
        }
        None
    }

    /// The lexicon with every word of `seeds/`, also those that are left out.
    #[cfg(test)]
    pub(super) fn whole(listed: impl Iterator<Item = (String, u8)>) -> Lexicon {
        let words: Vec<u64> =
            listed.map(|(word, tags)| hash(&word) & !TAGS | u64::from(tags)).collect();
        Lexicon { words: table(words.into_iter()) }
    }

    /// Where a listed word is in the table.
    #[cfg(test)]
    pub(super) fn slot(&self, word: &str) -> usize {
        let hash = hash(word);
        let mut slot = first_slot(hash, self.words.len());
        while (self.words[slot] ^ hash) & !TAGS != 0 {
            assert_ne!(self.words[slot], 0, "{word} is not listed");
            slot = (slot + 1) & (self.words.len() - 1);
        }
        slot
    }

    /// How many words there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.words.iter().filter(|word| **word != 0).count()
    }

    /// How many places the table has.
    #[cfg(test)]
    pub(super) fn slots(&self) -> usize {
        self.words.len()
    }
}

/// An open-addressing table of words, half of it free; 0 marks a free slot.
fn table(words: impl ExactSizeIterator<Item = u64>) -> Vec<u64> {
    let mut table = vec![0; (words.len() * 2).next_power_of_two()];
    for word in words {
        let mut slot = first_slot(word, table.len());
        while table[slot] != 0 {
            slot = (slot + 1) & (table.len() - 1);
        }
        table[slot] = word;
    }
    table
}

/// The slot of a word, or of its hash, in a table of so many, if no other word
/// has it.
#[inline]
fn first_slot(hash: u64, slots: usize) -> usize {
    (hash >> 20) as usize & (slots - 1)
}
