//! Unpacking the word list for a browser, at once or in steps.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::hash::{TAGS, hash};
use super::packed::{ALPHABET, Words};

static DATA: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

/// The words unpacked so far, until the lexicon is made of them.
static BEGUN: Mutex<Option<Unpacking>> = Mutex::new(None);

struct Unpacking {
    alphabet: Vec<char>,
    rest: Words<'static>,
    /// The word that was read last.
    word: String,
    words: Vec<u64>,
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
            self.words.push(hash(&self.word) & !TAGS | u64::from(tags));
        }
        false
    }
}

fn begun() -> MutexGuard<'static, Option<Unpacking>> {
    BEGUN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Unpacks at most `limit` words more; whether there were fewer.
#[cfg(target_arch = "wasm32")]
pub(super) fn unpack(limit: usize) -> bool {
    begun().get_or_insert_with(Unpacking::new).read(limit)
}

/// The hashes of all words, unpacked as far as they are not yet.
pub(super) fn unpacked() -> Vec<u64> {
    let mut unpacking = begun().take().unwrap_or_else(Unpacking::new);
    unpacking.read(usize::MAX);
    unpacking.words
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
