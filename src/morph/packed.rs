//! The word list as it lies in the binary, and how it is read.
//!
//! # Format
//!
//! The words are a tree of letters, written depth first, children in the order
//! of the alphabet, as bits of one arithmetic code. At each node:
//!
//! 1. whether a word ends here (not at the root);
//! 2. if one does, its tag byte: whether it is the first of [`COMMON_TAGS`], else
//!    whether it is the second, and so on; if it is none of them, its bits from
//!    the highest;
//! 3. whether a (further) child follows, unless that is certain: a node where no
//!    word ends has a child, and nothing follows the last letter of the alphabet;
//! 4. the child's letter, by halving the letters that are still possible;
//! 5. the child, then 3 again.
//!
//! Each bit is coded with the probability that [`BitModel`] gives it in the
//! contexts of [`Place::contexts`]. The code is that of a carry-less range coder
//! (32-bit bounds, 12-bit probabilities, bytes from the highest); behind the
//! end of the stream stand zeros.

use super::bit_model::{BitModel, CONTEXTS};

/// The alphabet of words; a letter's code is its place here.
pub const ALPHABET: &str = "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ";
/// How many letters that are.
pub const LETTERS: u8 = 33;
/// The tag bytes that most words have, the commonest first.
pub const COMMON_TAGS: [u8; 10] = [1, 136, 8, 2, 4, 3, 33, 17, 32, 137];

/// Which bit of the format stands next, as the model tells them apart.
#[derive(Clone, Copy)]
pub struct Event {
    pub id: u32,
    pub weight_set: usize,
}

/// Whether a word ends at a node `depth` letters deep.
pub fn word_ends(depth: usize) -> Event {
    Event { id: 1, weight_set: depth.min(7) }
}

/// Whether a tag byte is number `rank` of [`COMMON_TAGS`].
pub fn is_common_tag(rank: usize) -> Event {
    Event { id: 0x100 + rank as u32, weight_set: 8 + rank.min(6) }
}

/// The next bit of a tag byte; `before` holds those before it above a 1.
pub fn tag_bit(before: u32) -> Event {
    Event { id: 0x200 + before, weight_set: 15 }
}

/// Whether a child follows after `children` others.
pub fn child_follows(children: usize, is_word: bool) -> Event {
    let kind = children.min(3) * 2 + usize::from(is_word);
    Event { id: 2 + kind as u32, weight_set: 16 + kind }
}

/// Whether the letter is in the upper half of `low..high`, after `halvings`.
pub fn upper_half(low: u8, high: u8, halvings: usize, is_first: bool) -> Event {
    let weight_set = 24 + halvings * 2 + usize::from(!is_first);
    Event { id: 0x1000 + (u32::from(low) << 6) + u32::from(high), weight_set }
}

/// A node of the tree, as the contexts see it.
#[derive(Default)]
pub struct Place {
    /// The letters from the root.
    pub path: Vec<u8>,
    /// How many of them the longest word before this node takes up.
    pub word_end: usize,
    /// The tags of that word.
    pub tags: u8,
}

impl Place {
    /// The contexts of a bit at this node; `after` is one more than the letter
    /// of the child before, or 0.
    pub fn contexts(&self, after: u8) -> [u32; CONTEXTS] {
        let depth = self.path.len();
        let back = |n: usize| depth.checked_sub(n).map_or(0, |at| u32::from(self.path[at]) + 1);
        let (last, second, third) = (back(1), back(2), back(3));
        let (after, later) = (u32::from(after), u32::from(after > 0));
        [
            last << 6 | after,
            second << 12 | last << 6 | later,
            (depth.min(12) as u32) << 6 | after,
            u32::from(self.tags) << 12 | ((depth - self.word_end) as u32) << 6 | after,
            third << 18 | second << 12 | last << 6 | later,
        ]
    }
}

/// The words of a stream, read one after the other.
pub struct Words<'a> {
    reader: Reader<'a>,
    place: Place,
    /// The nodes from the root to the place.
    open: Vec<Node>,
}

/// A node that is being read.
struct Node {
    is_word: bool,
    /// One more than the letter of the last child, or 0.
    after: u8,
    children: usize,
    /// `word_end` and `tags` of the place outside of this node.
    outside: (usize, u8),
}

impl<'a> Words<'a> {
    /// The words of `stream`, none of them read yet.
    pub fn new(stream: &'a [u8]) -> Words<'a> {
        let mut words =
            Words { reader: Reader::new(stream), place: Place::default(), open: Vec::new() };
        words.enter();
        words
    }

    /// The letters and the tags of the next word, in order.
    pub fn next_word(&mut self) -> Option<(&[u8], u8)> {
        loop {
            let node = self.open.last_mut()?;
            match self.reader.child(node, &self.place) {
                None => self.leave(),
                Some(letter) => {
                    self.place.path.push(letter);
                    if self.enter() {
                        return Some((&self.place.path, self.place.tags));
                    }
                }
            }
        }
    }

    /// Begins the node at the place; whether a word ends there.
    fn enter(&mut self) -> bool {
        let place = &mut self.place;
        let depth = place.path.len();
        let outside = (place.word_end, place.tags);
        let contexts = place.contexts(0);
        let is_word = depth > 0 && self.reader.bit(&contexts, word_ends(depth));
        if is_word {
            (place.word_end, place.tags) = (depth, self.reader.tags(&contexts));
        }
        self.open.push(Node { is_word, after: 0, children: 0, outside });
        is_word
    }

    fn leave(&mut self) {
        if let Some(node) = self.open.pop() {
            (self.place.word_end, self.place.tags) = node.outside;
            self.place.path.pop();
        }
    }
}

/// The interval of the range coder; the first bytes of its ends differ.
pub struct Bounds {
    pub low: u32,
    pub high: u32,
}

impl Bounds {
    /// Everything that four bytes can be.
    pub const ALL: Bounds = Bounds { low: 0, high: u32::MAX };

    /// The last number that means a 1, of which the probability is in 1/4096.
    pub fn split(&self, probability: u32) -> u32 {
        self.low + ((self.high - self.low) >> 12) * probability
    }

    /// Keeps the side of `bit`.
    pub fn narrow(&mut self, middle: u32, bit: bool) {
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
    }

    /// Lets go of the first byte where both ends have it.
    pub fn settle(&mut self) -> Option<u8> {
        let [first, ..] = self.high.to_be_bytes();
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        self.low <<= 8;
        self.high = self.high << 8 | 0xFF;
        Some(first)
    }
}

struct Reader<'a> {
    model: BitModel,
    rest: &'a [u8],
    bounds: Bounds,
    /// The four bytes of the stream that the bounds enclose.
    code: u32,
}

impl<'a> Reader<'a> {
    fn new(stream: &'a [u8]) -> Reader<'a> {
        let mut reader =
            Reader { model: BitModel::new(), rest: stream, bounds: Bounds::ALL, code: 0 };
        for _ in 0..4 {
            reader.shift();
        }
        reader
    }

    /// The letter of the next child of `node`, if there is one.
    fn child(&mut self, node: &mut Node, place: &Place) -> Option<u8> {
        if node.after >= LETTERS {
            return None;
        }
        let contexts = place.contexts(node.after);
        let is_certain = node.children == 0 && !node.is_word;
        if !is_certain && !self.bit(&contexts, child_follows(node.children, node.is_word)) {
            return None;
        }
        let letter = self.letter(&contexts, node.after);
        (node.after, node.children) = (letter + 1, node.children + 1);
        Some(letter)
    }

    fn tags(&mut self, contexts: &[u32; CONTEXTS]) -> u8 {
        for (rank, tags) in COMMON_TAGS.into_iter().enumerate() {
            if self.bit(contexts, is_common_tag(rank)) {
                return tags;
            }
        }
        let mut tags = 1;
        while tags < 0x100 {
            tags = tags << 1 | u32::from(self.bit(contexts, tag_bit(tags)));
        }
        tags as u8
    }

    fn letter(&mut self, contexts: &[u32; CONTEXTS], after: u8) -> u8 {
        let (mut low, mut high, mut halvings) = (0, LETTERS, 0);
        while high - low > 1 {
            let middle = low.midpoint(high);
            let upper = after >= middle || {
                halvings += 1;
                self.bit(contexts, upper_half(low, high, halvings - 1, after == 0))
            };
            if upper { low = middle } else { high = middle }
        }
        low
    }

    fn bit(&mut self, contexts: &[u32; CONTEXTS], event: Event) -> bool {
        let probability = self.model.predict(contexts, event.id, event.weight_set);
        let middle = self.bounds.split(probability);
        let bit = self.code <= middle;
        self.bounds.narrow(middle, bit);
        self.model.learn(bit);
        while self.bounds.settle().is_some() {
            self.shift();
        }
        bit
    }

    fn shift(&mut self) {
        let byte = match self.rest {
            [first, rest @ ..] => {
                self.rest = rest;
                *first
            }
            [] => 0,
        };
        self.code = self.code << 8 | u32::from(byte);
    }
}
