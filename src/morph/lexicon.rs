//! The built-in word list.

use std::sync::OnceLock;

/// The letters in the order of their codes, which begin at 1; `build.rs`
/// writes with the same table.
const ALPHABET: &str = "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ";

static DATA: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

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

    pub(crate) const fn or(self, other: Tags) -> Tags {
        Tags(self.0 | other.0)
    }
}

/// The word list in memory: an open-addressing table of 64-bit hashes.
pub(crate) struct Lexicon {
    hashes: Vec<u64>,
    tags: Vec<Tags>,
}

impl Lexicon {
    /// The one lexicon, unpacked at first use.
    pub(crate) fn get() -> &'static Lexicon {
        static LEXICON: OnceLock<Lexicon> = OnceLock::new();
        LEXICON.get_or_init(Lexicon::unpack)
    }

    /// The tags of a folded word, if it is listed.
    pub(crate) fn tags(&self, word: &str) -> Option<Tags> {
        self.find(hash(word.chars()))
    }

    /// The tags of `base` followed by one more letter.
    pub(crate) fn tags_with(&self, base: &str, letter: char) -> Option<Tags> {
        self.find(hash(base.chars().chain([letter])))
    }

    fn find(&self, hash: u64) -> Option<Tags> {
        let mut slot = self.first_slot(hash);
        while self.hashes[slot] != 0 {
            if self.hashes[slot] == hash {
                return Some(self.tags[slot]);
            }
            slot = (slot + 1) & (self.hashes.len() - 1);
        }
        None
    }

    fn first_slot(&self, hash: u64) -> usize {
        (hash >> 20) as usize & (self.hashes.len() - 1)
    }

    fn unpack() -> Lexicon {
        let (count, rest) = DATA.split_at(4);
        let count = u32::from_le_bytes([count[0], count[1], count[2], count[3]]) as usize;
        let (shared, rest) = rest.split_at(count);
        let (tags, mut letters) = rest.split_at(count);
        let slots = (count * 2).next_power_of_two();
        let mut lexicon = Lexicon { hashes: vec![0; slots], tags: vec![Tags(0); slots] };
        let alphabet: Vec<char> = ALPHABET.chars().collect();
        let mut word: Vec<char> = Vec::new();
        for (shared, tag) in shared.iter().zip(tags) {
            word.truncate(*shared as usize);
            let length = letters.iter().position(|b| b & 0x80 != 0).map_or(0, |last| last + 1);
            word.extend(letters[..length].iter().map(|b| alphabet[(b & 0x7F) as usize - 1]));
            letters = &letters[length..];
            lexicon.insert(hash(word.iter().copied()), Tags(*tag));
        }
        lexicon
    }

    fn insert(&mut self, hash: u64, tags: Tags) {
        let mut slot = self.first_slot(hash);
        while self.hashes[slot] != 0 {
            slot = (slot + 1) & (self.hashes.len() - 1);
        }
        self.hashes[slot] = hash;
        self.tags[slot] = tags;
    }
}

/// FNV-1a over the letters' code points; never 0, which marks a free slot.
fn hash(letters: impl Iterator<Item = char>) -> u64 {
    let mix = |hash: u64, c| (hash ^ c as u64).wrapping_mul(0x0000_0100_0000_01B3);
    letters.fold(0xCBF2_9CE4_8422_2325, mix) | 1
}
