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

use super::file::{Label, LabelKind};
use crate::document::Document;
use crate::fold::{fold_str, loosen};
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

/// A word ready to be keyed.
#[derive(Debug, Clone)]
pub(crate) struct Spelled {
    /// Its loose letters, and at which byte of the word each begins.
    loose: Vec<(char, u32)>,
}

impl Spelled {
    /// Reads a folded word; what is no letter or digit (hyphens, dots) is dropped.
    pub(crate) fn new(word: &str) -> Spelled {
        let mut loose = Vec::with_capacity(word.len() / 2);
        loosen(word, |letter, at| loose.push((letter, at as u32)));
        Spelled { loose }
    }

    /// The key of a name that goes on after this word.
    pub(crate) fn inner(&self, before: Key) -> Key {
        let word = match &self.loose[..] {
            [rest @ .., ('ی', _)] if rest.len() >= 2 => rest,
            word => word,
        };
        let kept = word.iter().map(|(letter, _)| *letter).filter(|c| is_kept(*c));
        kept.fold(before, Key::letter)
    }

    /// The key of a name whose last word is the first `length` bytes of `word`,
    /// the word that this was made of.
    pub(crate) fn last(&self, before: Key, word: &str, length: usize) -> Key {
        let mut key = before;
        self.each_last(before, word, |end, found| {
            if end == length {
                key = found;
            }
        });
        key
    }

    /// Calls `emit` with every beginning of `word`, in bytes, and the key of a
    /// name that has it for its last word, the shortest first.
    pub(crate) fn each_last(&self, before: Key, word: &str, mut emit: impl FnMut(usize, Key)) {
        let (mut key, mut exact, mut letters) = (before, Key::EXACT, 0);
        for (at, c) in word.char_indices() {
            let end = at + c.len_utf8();
            exact = if is_kept(c) { exact.letter(c) } else { exact };
            while let Some((letter, _)) =
                self.loose.get(letters).filter(|(_, start)| (*start as usize) < end)
            {
                letters += 1;
                key = if is_kept(*letter) { key.letter(*letter) } else { key };
            }
            let short = before == Key::EMPTY && letters < SHORTEST_LOOSE;
            emit(end, if short { exact } else { key });
        }
    }
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
        key = Spelled::new(word).inner(key);
        prefixes.push(key);
    }
    let key = Spelled::new(last).last(key, last, last.len());
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
            vec![canonical_number(kind, &document.folded.text[found.folded.start..found.host_end])]
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
