//! The distinct words of a document.

use std::cell::{Cell, OnceCell};
use std::hash::Hasher;

use rustc_hash::FxHasher;

use super::strings::Strings;
use crate::fold::{loose, loose_letter, loosen};
use crate::morph::{Analysis, analyse_in_text, verbs_otherwise};

/// The distinct folded words of a document, by number, in the order of their
/// first occurrence.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    folded: Strings,
    /// The loose keys; worked out when first asked for.
    loose: OnceCell<Strings>,
    /// Worked out when first asked for, by number.
    analyses: Vec<OnceCell<Analysed>>,
    /// By number; worked out when first asked for.
    hints: Vec<Cell<Hints>>,
    /// Letters with a small v that no word has; looked for when first asked for.
    lacking: OnceCell<Vec<char>>,
    /// A [`table`] of them; made when first asked for.
    slots: OnceCell<Vec<u32>>,
}

/// With fewer words than these a text may lack a letter by chance.
const TELLING: usize = 50;

#[derive(Debug, Clone)]
struct Analysed {
    /// The stem and the keys, a line each.
    lines: Box<str>,
    /// The bytes of the stem.
    stem: u32,
}

/// What tells of a word what its loose keys are not.
#[derive(Debug, Clone, Copy)]
struct Hints {
    /// The marks of the loose key of the word and of those of its keys.
    marks: u64,
    /// The letters of its loose key.
    letters: u32,
}

impl Hints {
    /// Of a word that may be any.
    const NONE: Hints = Hints { marks: u64::MAX, letters: u32::MAX };
}

impl Words {
    pub(crate) fn len(&self) -> usize {
        self.folded.len()
    }

    #[inline]
    pub(crate) fn get(&self, number: u32) -> &str {
        self.folded.get(number)
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

    /// Whether the writer has no way to write `other` but as `word`: the letters
    /// in which they differ have a small v in `other`, and the whole text is
    /// without them.
    pub(super) fn write_so(&self, word: &str, other: &str) -> bool {
        let lacking = self.lacking.get_or_init(|| self.letters_lacking());
        let same =
            |(c, wanted)| c == wanted || (lacking.contains(&wanted) && c == loose_letter(wanted));
        !lacking.is_empty()
            && word.chars().count() == other.chars().count()
            && word.chars().zip(other.chars()).all(same)
    }

    /// The fold writes every first ر as ڕ, so that those tell nothing.
    fn letters_lacking(&self) -> Vec<char> {
        if self.len() < TELLING {
            return Vec::new();
        }
        let has = |letter: char| {
            (0..self.len() as u32)
                .any(|number| self.get(number).chars().skip(1).any(|c| c == letter))
        };
        ['ێ', 'ۆ', 'ڵ', 'ڕ'].into_iter().filter(|&letter| !has(letter)).collect()
    }

    /// The bases that a word may be a form of, the likeliest first; the word
    /// itself if it is no word of Arabic letters.
    pub(crate) fn keys(&self, number: u32) -> impl Iterator<Item = &str> + Clone {
        self.analysed(number).lines.split('\n').skip(1)
    }

    /// The verbs of which an unknown word is a form in another spelling; not kept,
    /// as its hints spare nearly every search from asking.
    pub(super) fn verbs_otherwise(&self, number: u32) -> Vec<String> {
        let own = self.get(number);
        let is_unknown = self.keys(number).next() == Some(own);
        if is_unknown { verbs_otherwise(own) } else { Vec::new() }
    }

    /// The base under which a dictionary has it.
    pub(crate) fn stem(&self, number: u32) -> &str {
        let analysed = self.analysed(number);
        &analysed.lines[..analysed.stem as usize]
    }

    /// Whether the word is known to have none of some loose keys, as itself or
    /// as a key, whose marks these are; nothing is known before it is analysed.
    #[inline(always)]
    pub(super) fn has_none(&self, number: u32, marks: &[u64]) -> bool {
        let hints = self.hints(number);
        marks.iter().all(|mark| hints.marks & mark != *mark)
    }

    /// Whether the loose key of the word is known to lack a letter of each of some
    /// sets of `letters`.
    #[inline(always)]
    pub(super) fn lacks(&self, number: u32, sets: &[u32]) -> bool {
        let hints = self.hints(number);
        sets.iter().all(|set| hints.letters & set != *set)
    }

    /// The hints of a word; none before it is analysed.
    #[inline(always)]
    fn hints(&self, number: u32) -> Hints {
        let hints = self.hints[number as usize].get();
        if hints.marks == Hints::NONE.marks { self.read_hints(number) } else { hints }
    }

    fn read_hints(&self, number: u32) -> Hints {
        if self.analyses[number as usize].get().is_none() {
            return Hints::NONE;
        }
        let own = self.get(number);
        let keys = self.keys(number).filter(|key| *key != own);
        let verbs = self.verbs_otherwise(number);
        let keys = keys.chain(verbs.iter().map(String::as_str));
        let marks = keys.fold(mark(own), |marks, key| marks | mark(key));
        let hints = Hints { marks, letters: letters(own) };
        self.hints[number as usize].set(hints);
        hints
    }

    /// Whether a folded word is one of these.
    pub(super) fn holds(&self, word: &str) -> bool {
        let slots = self.slots.get_or_init(|| table(&self.folded, self.len() * 5 / 4 + 1));
        slots[slot_of(slots, &self.folded, word)] != 0
    }

    /// Works out what searching will ask for: of at most `limit` words from
    /// number `from` on. Returns the number to go on from, `None` at the end.
    pub(crate) fn prepare(&self, from: usize, limit: usize) -> Option<usize> {
        self.loose();
        let end = from.saturating_add(limit).min(self.len());
        for number in from..end {
            self.analysed(number as u32);
            self.hints(number as u32);
        }
        (end < self.len()).then_some(end)
    }

    fn analysed(&self, number: u32) -> &Analysed {
        self.analyses[number as usize].get_or_init(|| {
            let stands = |base: &str| self.holds(base);
            let Analysis { stem, keys } = analyse_in_text(self.get(number), &stands);
            let bytes: usize = keys.iter().map(|key| 1 + key.len()).sum();
            let mut lines = String::with_capacity(stem.len() + bytes);
            lines.push_str(&stem);
            for key in &keys {
                lines.push('\n');
                lines.push_str(key);
            }
            Analysed { lines: lines.into(), stem: stem.len() as u32 }
        })
    }
}

/// A bit for each letter of the loose key of `text`; some share one.
pub(super) fn letters(text: &str) -> u32 {
    let mut bits = 0;
    loosen(text, |c, _| bits |= 1 << (c as u32 & 31));
    bits
}

/// Three bits that tell the loose key of `text` from nearly every other (a Bloom
/// filter over FNV-1a).
pub(super) fn mark(text: &str) -> u64 {
    let mut hash: u64 = 0xCBF2_9CE4_8422_2325;
    loosen(text, |c, _| hash = (hash ^ u64::from(c)).wrapping_mul(0x0000_0100_0000_01B3));
    let bits = hash >> 32;
    1 << (bits & 63) | 1 << (bits >> 6 & 63) | 1 << (bits >> 12 & 63)
}

/// The words of a document that is being read.
pub(super) struct WordsDraft {
    folded: Strings,
    /// A [`table`] of them, at least half of it free.
    slots: Vec<u32>,
}

impl WordsDraft {
    /// Room for the words of so many bytes of text.
    pub(super) fn with_capacity(bytes: usize) -> WordsDraft {
        let slots = vec![0; (bytes / 32).max(16).next_power_of_two()];
        WordsDraft { folded: Strings::with_capacity(bytes / 8), slots }
    }

    /// The number of a word, a new one for a new word.
    pub(super) fn number_of(&mut self, word: &str) -> u32 {
        let slot = slot_of(&self.slots, &self.folded, word);
        if let Some(number) = self.slots[slot].checked_sub(1) {
            return number;
        }
        self.folded.push(word);
        self.slots[slot] = self.folded.len() as u32;
        if self.folded.len() * 2 > self.slots.len() {
            self.slots = table(&self.folded, self.slots.len() * 4);
        }
        self.folded.len() as u32 - 1
    }

    pub(super) fn finish(mut self) -> Words {
        self.folded.shrink_to_fit();
        let count = self.folded.len();
        Words {
            folded: self.folded,
            loose: OnceCell::new(),
            analyses: vec![OnceCell::new(); count],
            hints: vec![Cell::new(Hints::NONE); count],
            lacking: OnceCell::new(),
            slots: OnceCell::new(),
        }
    }
}

/// An open-addressing table of the words' numbers plus one, 0 where free: a
/// power of two of slots, at least `room`.
fn table(words: &Strings, room: usize) -> Vec<u32> {
    let mut slots = vec![0; room.next_power_of_two()];
    for number in 0..words.len() as u32 {
        let slot = slot_of(&slots, words, words.get(number));
        slots[slot] = number + 1;
    }
    slots
}

/// The slot that holds a word's number or is to hold it.
#[inline]
fn slot_of(slots: &[u32], words: &Strings, word: &str) -> usize {
    let last = slots.len() - 1;
    let mut slot = hash(word) & last;
    while slots[slot] != 0 && words.bytes(slots[slot] - 1) != word.as_bytes() {
        slot = (slot + 1) & last;
    }
    slot
}

fn hash(word: &str) -> usize {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish() as usize
}
