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
        let walk = Walk { trie: &self.trie, word: word.as_bytes(), at: end, node: 0 };
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
    /// The nodes of last letters, 0 where there is none.
    last: [u16; 256],
}

/// A letter that may stand here. The nodes of all that may are a list.
struct Node {
    letter: u8,
    /// The next of the list; 0 ends it, which is the number of the root.
    sibling: u16,
    /// The first of the list before this letter.
    child: u16,
    /// One more than the number of the string that begins with it, or 0.
    number: u16,
}

impl Trie {
    fn new() -> Trie {
        Trie { nodes: vec![Node { letter: 0, sibling: 0, child: 0, number: 0 }], last: [0; 256] }
    }

    /// The number of a string, `next` if it is new.
    fn insert(&mut self, letters: &str, next: usize) -> usize {
        let (mut node, mut at) = (0, letters.len());
        while let Some(letter) = letter_before(letters.as_bytes(), at) {
            node = self.child(node, letter).unwrap_or_else(|| self.add_child(node, letter));
            at -= 2;
        }
        let number = &mut self.nodes[node].number;
        if *number == 0 {
            *number = next as u16 + 1;
        }
        usize::from(*number) - 1
    }

    fn add_child(&mut self, node: usize, letter: u8) -> usize {
        let added = self.nodes.len();
        let first = match node {
            0 => &mut self.last[usize::from(letter)],
            _ => &mut self.nodes[node].child,
        };
        let sibling = std::mem::replace(first, added as u16);
        self.nodes.push(Node { letter, sibling, child: 0, number: 0 });
        added
    }

    #[inline]
    fn child(&self, node: usize, letter: u8) -> Option<usize> {
        let first = if node == 0 { self.last[usize::from(letter)] } else { self.nodes[node].child };
        let mut child = usize::from(first);
        while child != 0 {
            let node = &self.nodes[child];
            if node.letter == letter {
                return Some(child);
            }
            child = usize::from(node.sibling);
        }
        None
    }
}

/// The strings that end in a place, found from there to the left.
struct Walk<'a> {
    trie: &'a Trie,
    word: &'a [u8],
    at: usize,
    /// The node to look at; past the last one when there are no more.
    node: usize,
}

impl Iterator for Walk<'_> {
    type Item = (usize, usize);

    #[inline]
    fn next(&mut self) -> Option<(usize, usize)> {
        while let Some(node) = self.trie.nodes.get(self.node) {
            let (start, number) = (self.at, node.number);
            let child = letter_before(self.word, start)
                .and_then(|letter| self.trie.child(self.node, letter));
            (self.at, self.node) = (start.wrapping_sub(2), child.unwrap_or(usize::MAX));
            if number != 0 {
                return Some((start, usize::from(number) - 1));
            }
        }
        None
    }
}

/// The last eight bits of the letter of the Arabic block (U+0600–06FF) before a
/// byte, if one stands there.
#[inline]
fn letter_before(word: &[u8], at: usize) -> Option<u8> {
    match word.get(at.checked_sub(2)?..at)? {
        [lead @ 0xD8..=0xDB, trail] => Some(lead << 6 | trail & 0x3F),
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
