//! How names are spelled for the label index: one key for all spellings that
//! may stand for one another.
//!
//! A key is made of the loose letters of a name's words, run together, so that
//! ئەل مۆنیتەر and ئەلمۆنیتەر share one; a word that is not the last loses the
//! ی of the izafe (هاوپەیمانی فەتح, هاوپەیمانیی فەتح, هاوپەیمان فەتح). A name of one short
//! word is keyed by its exact letters instead.
//!
//! Large packs hold keys: whoever changes how one is made raises
//! `FORMAT_VERSION` (or, in the fold, `FOLD_VERSION`).

use std::str::CharIndices;

use super::file::{Label, LabelKind};
use crate::document::Document;
use crate::fold::{fold_str, loosen};
use crate::segment::{TokenKind, canonical_number};

/// A single word of fewer loose letters is never matched loosely.
const SHORTEST_LOOSE: usize = 5;

/// The running hash of a name's letters: a polynomial modulo 2⁶⁴, so that what
/// follows a name can be hashed before it is known what it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Key(u64);

/// Where the polynomial is taken: any large odd number without pattern.
const BASE: u64 = 0x9E37_79B9_7F4A_7C15;

impl Key {
    pub(crate) const EMPTY: Key = Key(0xCBF2_9CE4_8422_2325);
    const EXACT: Key = Key(0x2545_F491_4F6C_DD1D);

    fn letter(self, c: char) -> Key {
        Key(self.0.wrapping_mul(BASE).wrapping_add(u64::from(c as u32)))
    }

    /// The key of the name with these letters after it.
    pub(crate) fn then(self, letters: Letters) -> Key {
        Key(self.0.wrapping_mul(letters.power).wrapping_add(letters.hash))
    }

    /// The hash with its bits mixed, for tables (SplitMix64's finaliser).
    pub(crate) fn mixed(self) -> u64 {
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }
}

/// The loose letters of a word or of its beginning, for adding them to a key.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Letters {
    hash: u64,
    power: u64,
}

impl Letters {
    const NONE: Letters = Letters { hash: 0, power: 1 };

    fn and(self, c: char) -> Letters {
        if !is_kept(c) {
            return self;
        }
        Letters { hash: Key(self.hash).letter(c).0, power: self.power.wrapping_mul(BASE) }
    }
}

/// The beginning of a word, or all of it, as the last word of a name.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Beginning {
    /// Bytes of the word.
    pub length: usize,
    letters: Letters,
    /// The key of the name that is this one word.
    pub alone: Key,
}

impl Beginning {
    /// The key of a name whose words before have the key `before`.
    pub(crate) fn after(&self, before: Key) -> Key {
        if before == Key::EMPTY { self.alone } else { before.then(self.letters) }
    }
}

/// Reads a folded word: adds it and its beginnings of at least `shortest` bytes
/// to `beginnings`, the shortest first, and returns its letters as those of a
/// word that is not a name's last. What is no letter or digit (hyphens, dots)
/// does not count.
pub(crate) fn spell(word: &str, shortest: usize, beginnings: &mut Vec<Beginning>) -> Letters {
    let mut speller = Speller {
        rest: word.char_indices(),
        shortest: shortest.min(word.len()),
        exact: Key::EXACT,
        letters: Letters::NONE,
        without_last: Letters::NONE,
        count: 0,
        beginnings,
    };
    let mut last = ' ';
    loosen(word, |letter, at| {
        speller.reach(at);
        speller.add(letter);
        last = letter;
    });
    speller.reach(word.len());
    if last == 'ی' && speller.count >= 3 { speller.without_last } else { speller.letters }
}

/// A word being read: its loose letters, and beside them its own.
struct Speller<'a> {
    rest: CharIndices<'a>,
    shortest: usize,
    exact: Key,
    letters: Letters,
    without_last: Letters,
    /// How many loose letters there are so far.
    count: usize,
    beginnings: &'a mut Vec<Beginning>,
}

impl Speller<'_> {
    /// Notes the beginnings that end at the byte `limit` at the latest: all
    /// their loose letters are there.
    fn reach(&mut self, limit: usize) {
        while self.rest.offset() < limit {
            let Some((_, c)) = self.rest.next() else { return };
            self.exact = if is_kept(c) { self.exact.letter(c) } else { self.exact };
            let (length, letters) = (self.rest.offset(), self.letters);
            if length >= self.shortest {
                let short = self.count < SHORTEST_LOOSE;
                let alone = if short { self.exact } else { Key::EMPTY.then(letters) };
                self.beginnings.push(Beginning { length, letters, alone });
            }
        }
    }

    fn add(&mut self, letter: char) {
        self.without_last = self.letters;
        self.letters = self.letters.and(letter);
        self.count += 1;
    }
}

/// The key of a name whose last word is `word` after words of the key `before`.
pub(crate) fn key_of_last(before: Key, word: &str) -> Key {
    let mut whole = Vec::new();
    spell(word, word.len(), &mut whole);
    whole.last().map_or(before, |word| word.after(before))
}

/// Letters and digits; words hold nothing else but ASCII signs.
fn is_kept(c: char) -> bool {
    !c.is_ascii() || c.is_ascii_alphanumeric()
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
        key = key.then(spell(word, word.len(), &mut Vec::new()));
        prefixes.push(key);
    }
    let key = key_of_last(key, last);
    Some(SpelledLabel { words, key, prefixes })
}

/// The folded words of a label; hyphens part words.
pub(super) fn words_of(label: &str) -> Vec<String> {
    let folded = fold_str(label);
    let plain =
        |c: char| matches!(c, ' ' | '\u{620}'..='\u{64A}' | '\u{671}'..='\u{6D3}' | '\u{6D5}');
    if folded.chars().all(plain) {
        return folded.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect();
    }
    let document = Document::new(label.replace(['\n', '\r', '\u{2028}', '\u{2029}'], " "));
    (0..document.tokens().len()).flat_map(|token| words_of_token(&document, token)).collect()
}

fn words_of_token(document: &Document, token: usize) -> Vec<String> {
    let found = &document.tokens()[token];
    match found.kind {
        kind @ (TokenKind::Number | TokenKind::Date | TokenKind::Percent) => {
            let host = document.unit_of(token).host();
            vec![canonical_number(kind, host.of(&document.folded.text))]
        }
        _ => {
            let word = document.token_fold(token);
            word.split('-').filter(|part| !part.is_empty()).map(str::to_owned).collect()
        }
    }
}

/// Letters of the shortest Latin name that is looked for in texts: BBC.
const SHORTEST_LATIN: usize = 3;

/// Whether a label is looked for in texts: every Sorani one, and Latin names,
/// which Sorani texts cite as they are (BBC, Elon Musk).
pub(crate) fn is_matched(label: &Label) -> bool {
    let letters = || label.text.chars().filter(char::is_ascii_alphabetic).count();
    label.kind != LabelKind::Foreign || (label.text.is_ascii() && letters() >= SHORTEST_LATIN)
}
