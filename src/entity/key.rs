//! How names are spelled for the label index: one key for all spellings that
//! may stand for one another.
//!
//! A key is made of the loose letters of a name's words, run together, so that
//! ئەل مۆنیتەر and ئەلمۆنیتەر share one; a word that is not the last loses the
//! ی of the izafe (هاوپەیمانی فەتح, هاوپەیمانیی فەتح, هاوپەیمان فەتح). A name of one short
//! word is keyed by its exact letters instead.

use super::file::LabelKind;
use crate::document::Document;
use crate::fold::loose_with_map;
use crate::segment::{TokenKind, canonical_number};

/// A single word of fewer loose letters is never matched loosely.
const SHORTEST_LOOSE: usize = 5;

/// The running hash of a name's words (FNV-1a, 64 bit).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key(u64);

impl Key {
    pub(crate) const EMPTY: Key = Key(0xCBF2_9CE4_8422_2325);
    const EXACT: Key = Key(0x9E37_79B9_7F4A_7C15);

    fn letter(self, c: char) -> Key {
        Key((self.0 ^ u64::from(c as u32)).wrapping_mul(0x0000_0100_0000_01B3))
    }

    /// The hash with its bits mixed, for tables (SplitMix64's finaliser).
    pub(crate) fn mixed(self) -> u64 {
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }
}

/// A word ready to be keyed: its loose letters and where each begins.
#[derive(Debug, Clone)]
pub(crate) struct Spelled {
    exact: String,
    loose: String,
    starts: Vec<usize>,
}

impl Spelled {
    /// Reads a folded word; what is no letter or digit (hyphens, dots) is dropped.
    pub(crate) fn new(word: &str) -> Spelled {
        let (loose, starts) = loose_with_map(word);
        Spelled { exact: word.to_owned(), loose, starts }
    }

    /// The key of a name that goes on after this word.
    pub(crate) fn inner(&self, before: Key) -> Key {
        let word = self.loose.strip_suffix('ی').filter(|rest| rest.chars().count() >= 2);
        spell(before, word.unwrap_or(&self.loose))
    }

    /// The key of a name whose last word is the first `length` bytes of this.
    pub(crate) fn last(&self, before: Key, length: usize) -> Key {
        let end = self.starts.partition_point(|&start| start < length).min(self.loose.len());
        let loose = &self.loose[..end];
        if before == Key::EMPTY && loose.chars().count() < SHORTEST_LOOSE {
            return spell(Key::EXACT, &self.exact[..length]);
        }
        spell(before, loose)
    }
}

fn spell(key: Key, letters: &str) -> Key {
    letters.chars().filter(|c| c.is_alphanumeric()).fold(key, Key::letter)
}

/// A few bits that tell a name's exact folded spelling from a looser one.
pub(crate) fn exactness<'a>(words: impl Iterator<Item = &'a str>) -> u8 {
    let mut key = Key::EXACT;
    for word in words {
        key = word.chars().fold(key.letter(' '), Key::letter);
    }
    (key.mixed() >> 60) as u8
}

/// A label as the index sees it.
#[derive(Debug, Clone)]
pub(crate) struct SpelledLabel {
    /// Its folded words.
    pub words: Vec<String>,
    pub key: Key,
    /// Keys of its beginnings, shortest first.
    pub prefixes: Vec<Key>,
}

/// The key of a label, cut into words as a text is; `None` if it has no word.
pub(crate) fn spell_label(label: &str) -> Option<SpelledLabel> {
    let words = words_of(label);
    let (last, inner) = words.split_last()?;
    let mut key = Key::EMPTY;
    let mut prefixes = Vec::with_capacity(inner.len());
    for word in inner {
        key = Spelled::new(word).inner(key);
        prefixes.push(key);
    }
    let key = Spelled::new(last).last(key, last.len());
    Some(SpelledLabel { words, key, prefixes })
}

/// The folded words of a label; hyphens part words.
fn words_of(label: &str) -> Vec<String> {
    let document = Document::new(label.replace(['\n', '\r', '\u{2028}', '\u{2029}'], " "));
    let mut words = Vec::new();
    for token in 0..document.tokens().len() {
        let found = &document.tokens()[token];
        match found.kind {
            kind @ (TokenKind::Number | TokenKind::Date | TokenKind::Percent) => {
                let host = &document.folded.text[found.folded.start..found.host_end];
                words.push(canonical_number(kind, host));
            }
            _ => {
                let word = document.token_fold(token);
                words.extend(word.split('-').filter(|part| !part.is_empty()).map(str::to_owned));
            }
        }
    }
    words
}

/// Whether labels of this kind are looked for in texts.
pub(crate) fn is_matched(kind: LabelKind) -> bool {
    kind != LabelKind::Foreign
}
