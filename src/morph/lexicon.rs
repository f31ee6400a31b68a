//! The built-in word list.

use std::sync::{Mutex, OnceLock, PoisonError};

use super::derivation;
use super::packed::Words;

/// The letters in the order of their codes; `build.rs` writes with the same
/// table.
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

/// The words unpacked so far, until the lexicon is made of them.
static UNPACKING: Mutex<Option<Unpacking>> = Mutex::new(None);

struct Unpacking {
    alphabet: Vec<char>,
    rest: Words<'static>,
    /// The word that was read last.
    word: String,
    words: Vec<(u64, Tags)>,
}

impl Unpacking {
    fn new() -> Unpacking {
        let alphabet = ALPHABET.chars().collect();
        Unpacking { alphabet, rest: Words::new(DATA), word: String::new(), words: Vec::new() }
    }

    /// Unpacks at most `limit` words more; whether there were fewer.
    fn read(&mut self, limit: usize) -> bool {
        for _ in 0..limit {
            let Some((letters, tags)) = self.rest.next_word() else { return true };
            self.word.clear();
            self.word.extend(letters.iter().map(|letter| self.alphabet[*letter as usize]));
            self.words.push((hash(&self.word), Tags(tags)));
        }
        false
    }
}

/// The word list in memory: an open-addressing table. A word is the upper bits of
/// its hash above its tag byte; 0 marks a free slot.
pub(crate) struct Lexicon {
    words: Vec<u64>,
}

/// The bits of a hash that tell words apart.
const WORD: u64 = !0xFF;

impl Lexicon {
    /// The one lexicon, unpacked at first use as far as it is not yet.
    pub(crate) fn get() -> &'static Lexicon {
        #[cfg(test)]
        return LEXICON.get_or_init(super::pruning::whole_lexicon);
        #[cfg(not(test))]
        LEXICON.get_or_init(Lexicon::unpack)
    }

    /// Unpacks at most `limit` words more ahead of the first use, which takes
    /// some time: a browser does it in steps. Whether all are unpacked.
    pub(crate) fn prepare(limit: usize) -> bool {
        if LEXICON.get().is_some() {
            return true;
        }
        let mut begun = UNPACKING.lock().unwrap_or_else(PoisonError::into_inner);
        let is_done = begun.get_or_insert_with(Unpacking::new).read(limit);
        drop(begun);
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
        let mut slot = self.first_slot(hash);
        while self.words[slot] != 0 {
            if (self.words[slot] ^ hash) & WORD == 0 {
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

    fn first_slot(&self, hash: u64) -> usize {
        (hash >> 20) as usize & (self.words.len() - 1)
    }

    pub(super) fn unpack() -> Lexicon {
        let mut begun = UNPACKING.lock().unwrap_or_else(PoisonError::into_inner);
        let mut unpacking = begun.take().unwrap_or_else(Unpacking::new);
        unpacking.read(usize::MAX);
        Lexicon::of(&unpacking.words)
    }

    fn of(words: &[(u64, Tags)]) -> Lexicon {
        let slots = (words.len() * 2).next_power_of_two();
        let mut lexicon = Lexicon { words: vec![0; slots] };
        for (hash, tags) in words {
            lexicon.insert(*hash, *tags);
        }
        lexicon
    }

    /// The lexicon with every word of `seeds/`, also those that are left out.
    #[cfg(test)]
    pub(super) fn whole(listed: impl Iterator<Item = (String, u8)>) -> Lexicon {
        let words: Vec<(u64, Tags)> =
            listed.map(|(word, tags)| (hash(&word), Tags(tags))).collect();
        Lexicon::of(&words)
    }

    /// Where a listed word is in the table.
    #[cfg(test)]
    pub(super) fn slot(&self, word: &str) -> usize {
        let hash = hash(word);
        let mut slot = self.first_slot(hash);
        while (self.words[slot] ^ hash) & WORD != 0 {
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

    fn insert(&mut self, hash: u64, tags: Tags) {
        let mut slot = self.first_slot(hash);
        while self.words[slot] != 0 {
            slot = (slot + 1) & (self.words.len() - 1);
        }
        self.words[slot] = hash & WORD | u64::from(tags.0);
    }
}

/// A hash that takes in eight bytes, four letters, at a time. The last eight
/// may be in part among those before, so that there is no rest.
fn hash(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mix = |hash: u64, bytes: u64| {
        let product = (hash ^ bytes).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        product ^ product >> 32
    };
    let seed = bytes.len() as u64;
    let Some(last) = bytes.last_chunk::<8>() else {
        return mix(seed, bytes.iter().fold(0, |last, byte| last << 8 | u64::from(*byte)));
    };
    let (chunks, _) = bytes.as_chunks::<8>();
    let hash = chunks.iter().fold(seed, |hash, chunk| mix(hash, u64::from_le_bytes(*chunk)));
    mix(hash, u64::from_le_bytes(*last))
}

#[cfg(test)]
mod tests {
    use super::Unpacking;

    #[test]
    fn words_unpacked_in_steps_are_the_same() {
        let (mut at_once, mut in_steps) = (Unpacking::new(), Unpacking::new());
        assert!(at_once.read(usize::MAX));
        while !in_steps.read(1000) {}
        assert_eq!(in_steps.words, at_once.words);
    }
}
