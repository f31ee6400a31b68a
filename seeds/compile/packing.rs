//! Writes the word list in the format of `src/morph/packed.rs`.

use std::iter;

use crate::bit_model::{BitModel, CONTEXTS};
use crate::packed::{
    Bounds, COMMON_TAGS, Event, LETTERS, Place, Words, child_follows, is_common_tag, tag_bit,
    upper_half, word_ends,
};

/// A word as letters, and its tags.
pub type Word = (Vec<u8>, u8);

/// The packed list. `words` are sorted, distinct and not empty.
pub fn pack(words: &[Word]) -> Vec<u8> {
    let mut writer = Writer { model: BitModel::new(), stream: Vec::new(), bounds: Bounds::ALL };
    writer.node(&mut Place::default(), words);
    // With zeros behind it this is within the bounds.
    writer.stream.push(writer.bounds.high.to_be_bytes()[0]);
    let mut read = Words::new(&writer.stream);
    for (letters, tags) in words {
        assert!(read.next_word() == Some((letters, *tags)), "the list reads as it was written");
    }
    assert!(read.next_word().is_none(), "no more words are read than were written");
    writer.stream
}

struct Writer {
    model: BitModel,
    stream: Vec<u8>,
    bounds: Bounds,
}

impl Writer {
    /// The node where all of `words` begin with the same `place.path`.
    fn node(&mut self, place: &mut Place, words: &[Word]) {
        let (word_end, tags) = (place.word_end, place.tags);
        let depth = place.path.len();
        let contexts = place.contexts(0);
        let is_word = words[0].0.len() == depth;
        if depth > 0 {
            self.bit(&contexts, word_ends(depth), is_word);
        }
        if is_word {
            self.tags(&contexts, words[0].1);
            (place.word_end, place.tags) = (depth, words[0].1);
        }
        let (mut after, mut children) = (0, 0);
        let longer = &words[usize::from(is_word)..];
        for group in longer.chunk_by(|a, b| a.0[depth] == b.0[depth]) {
            let contexts = place.contexts(after);
            if children > 0 || is_word {
                self.bit(&contexts, child_follows(children, is_word), true);
            }
            let letter = group[0].0[depth];
            self.letter(&contexts, after, letter);
            place.path.push(letter);
            self.node(place, group);
            place.path.pop();
            after = letter + 1;
            children += 1;
        }
        if after < LETTERS {
            self.bit(&place.contexts(after), child_follows(children, is_word), false);
        }
        (place.word_end, place.tags) = (word_end, tags);
    }

    fn tags(&mut self, contexts: &[u32; CONTEXTS], tags: u8) {
        for (rank, common) in COMMON_TAGS.into_iter().enumerate() {
            self.bit(contexts, is_common_tag(rank), tags == common);
            if tags == common {
                return;
            }
        }
        for order in (0..8).rev() {
            let before = (0x100 | u32::from(tags)) >> (order + 1);
            self.bit(contexts, tag_bit(before), tags >> order & 1 == 1);
        }
    }

    fn letter(&mut self, contexts: &[u32; CONTEXTS], after: u8, letter: u8) {
        let (mut low, mut high, mut halvings) = (0, LETTERS, 0);
        while high - low > 1 {
            let middle = low.midpoint(high);
            let upper = letter >= middle;
            if after < middle {
                self.bit(contexts, upper_half(low, high, halvings, after == 0), upper);
                halvings += 1;
            }
            if upper { low = middle } else { high = middle }
        }
    }

    fn bit(&mut self, contexts: &[u32; CONTEXTS], event: Event, bit: bool) {
        let probability = self.model.predict(contexts, event.id, event.weight_set);
        self.bounds.narrow(self.bounds.split(probability), bit);
        self.model.learn(bit);
        self.stream.extend(iter::from_fn(|| self.bounds.settle()));
    }
}
