//! A table of strings that is asked which of them end at a place in a word.

/// Values by strings of Arabic letters, read from their ends.
pub(super) struct Suffixes<T> {
    trie: Trie,
    values: Vec<T>,
}

impl<T: Default> Suffixes<T> {
    pub(super) fn new() -> Suffixes<T> {
        Suffixes { trie: Trie::new(), values: Vec::new() }
    }

    /// The value of a string; a new one is the default.
    pub(super) fn entry(&mut self, letters: &str) -> &mut T {
        let number = self.trie.insert(letters, self.values.len());
        if number == self.values.len() {
            self.values.push(T::default());
        }
        &mut self.values[number]
    }

    /// Where each string that ends at `end` begins, with its value, the shortest
    /// first.
    #[inline]
    pub(super) fn ending_at<'a>(
        &'a self,
        word: &'a str,
        end: usize,
    ) -> impl Iterator<Item = (usize, &'a T)> {
        let walk = Walk { trie: &self.trie, before: &word.as_bytes()[..end], node: Some(0) };
        walk.map(|(start, number)| (start, &self.values[number]))
    }

    /// All values, in the order in which their strings came.
    pub(super) fn values(&self) -> &[T] {
        &self.values
    }
}

/// A tree of letters, from the last of a string to its first.
struct Trie {
    nodes: Vec<Node>,
    /// An open-addressing table of the nodes by their keys: a power of two of
    /// numbers, 0 where free, which is the number of the root.
    slots: Vec<u16>,
}

/// A letter that may stand before others.
struct Node {
    /// The number of the node of the letter behind it, above the letter.
    key: u32,
    /// One more than the number of the string that begins with it, or 0.
    number: u16,
}

impl Trie {
    fn new() -> Trie {
        Trie { nodes: vec![Node { key: 0, number: 0 }], slots: vec![0; 64] }
    }

    /// The number of a string, `next` if it is new.
    fn insert(&mut self, letters: &str, next: usize) -> usize {
        let (mut node, mut rest) = (0, letters.as_bytes());
        while let Some((before, letter)) = split_last_letter(rest) {
            node = self.child_or_new(key(node, letter));
            rest = before;
        }
        let number = &mut self.nodes[node].number;
        if *number == 0 {
            *number = next as u16 + 1;
        }
        usize::from(*number) - 1
    }

    fn child_or_new(&mut self, key: u32) -> usize {
        let slot = self.slot(key);
        if self.slots[slot] == 0 {
            self.slots[slot] = self.nodes.len() as u16;
            self.nodes.push(Node { key, number: 0 });
            if self.nodes.len() * 3 > self.slots.len() {
                self.grow();
            }
            return self.nodes.len() - 1;
        }
        usize::from(self.slots[slot])
    }

    fn grow(&mut self) {
        self.slots = vec![0; self.slots.len() * 4];
        for number in 1..self.nodes.len() {
            let slot = self.slot(self.nodes[number].key);
            self.slots[slot] = number as u16;
        }
    }

    /// The slot that holds the node with a key or is to hold it.
    #[inline(always)]
    fn slot(&self, key: u32) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = (key.wrapping_mul(0x9E37_79B1) >> 16) as usize & last;
        loop {
            let node = usize::from(self.slots[slot]);
            if node == 0 || self.nodes[node].key == key {
                return slot;
            }
            slot = (slot + 1) & last;
        }
    }
}

/// The key of a letter before a node.
#[inline(always)]
fn key(node: usize, letter: u8) -> u32 {
    (node as u32) << 8 | u32::from(letter)
}

/// The strings that end in a place, found from there to the left.
struct Walk<'a> {
    trie: &'a Trie,
    /// The word before the node.
    before: &'a [u8],
    /// The node to look at; `None` when there are no more.
    node: Option<usize>,
}

impl Iterator for Walk<'_> {
    type Item = (usize, usize);

    #[inline]
    fn next(&mut self) -> Option<(usize, usize)> {
        while let Some(node) = self.node {
            let (start, number) = (self.before.len(), self.trie.nodes[node].number);
            self.node = None;
            if let Some((before, letter)) = split_last_letter(self.before) {
                let child = self.trie.slots[self.trie.slot(key(node, letter))];
                if child != 0 {
                    (self.before, self.node) = (before, Some(usize::from(child)));
                }
            }
            if number != 0 {
                return Some((start, usize::from(number) - 1));
            }
        }
        None
    }
}

/// The last eight bits of the letter of the Arabic block (U+0600–06FF) at the
/// end of a word, if one stands there, and what is before it.
#[inline(always)]
fn split_last_letter(word: &[u8]) -> Option<(&[u8], u8)> {
    match word {
        [before @ .., lead @ 0xD8..=0xDB, trail] => Some((before, lead << 6 | trail & 0x3F)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn gives_the_strings_that_end_there(
            strings in proptest::collection::vec("[ابە]{0,3}", 0..12),
            word in "[ابەx]{0,6}",
        ) {
            let mut table: Suffixes<String> = Suffixes::new();
            strings.iter().for_each(|string| string.clone_into(table.entry(string)));
            for (end, _) in word.char_indices().chain([(word.len(), ' ')]) {
                let found: Vec<&str> = table.ending_at(&word, end).map(|(_, value)| &**value).collect();
                let starts = word[..end].char_indices().map(|(at, _)| at).chain([end]).rev();
                let before = starts.map(|start| &word[start..end]);
                let expected: Vec<&str> = before.filter(|s| strings.iter().any(|x| x == s)).collect();
                prop_assert_eq!(found, expected);
            }
        }
    }
}
