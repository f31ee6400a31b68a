//! Sorani letters ⇄ Latin letters of the Hawar alphabet.
//!
//! [`to_latin`] writes Sorani in the alphabet of Celadet Bedirxan's review
//! *Hawar* (Bedir Khan and Lescot, *Grammaire kurde*, 1970) with the four extra
//! letters that Sorani needs, as the Kurdish Academy of Language lists them and
//! Sorani transliterators use them: ř for ڕ, ł for ڵ, ḧ for ح, ẍ for غ. An
//! initial ڕ is a plain r, for no other r begins a word. ع and an inner ئ are
//! an apostrophe.
//!
//! | sounds | letters |
//! |---|---|
//! | consonants | ب b · پ p · ت t · ج c · چ ç · ح ḧ · خ x · د d · ر r · ڕ ř · ز z · ژ j · س s · ش ş · ع ' · غ ẍ · ف f · ڤ v · ق q · ک k · گ g · ل l · ڵ ł · م m · ن n · ه h · و w · ی y |
//! | vowels | ا a · ە e · ێ ê · ۆ o · و u · وو û · ی î · not written: i |
//!
//! The Arabic script hides two things: whether و and ی are consonants
//! (`sounds.rs`) and where the short i stands (`short_i.rs`).
//!
//! [`to_arabic`] goes back (`arabic.rs`); [`LatinQuery`] decides whether a word
//! typed on any Latin keyboard may mean a Sorani word (`query.rs`).

mod arabic;
mod letters;
mod query;
mod short_i;
mod sounds;
mod typed;

pub use arabic::to_arabic;
pub use query::{LatinQuery, latin_key, latin_matches};

use crate::fold::{self, is_yeh};
use letters::is_sorani;

/// `text` with its Sorani words in Hawar letters. ؟ ، ؛ become ? , ; and all
/// else (digits, Latin text, white space, line breaks) stays as it is.
///
/// ```
/// assert_eq!(sorani_reader::latin::to_latin("کوردستان و عێراق، ٢٠٢٠"), "kurdistan û 'êraq, ٢٠٢٠");
/// ```
#[must_use]
pub fn to_latin(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = rest.find(|c| !is_sorani(c)).unwrap_or(rest.len());
        if length == 0 {
            out.push(letters::latin_punctuation(c));
            rest = &rest[c.len_utf8()..];
        } else {
            push_latin_word(&rest[..length], &mut out);
            rest = &rest[length..];
        }
    }
    out
}

fn push_latin_word(word: &str, out: &mut String) {
    let letters = folded_letters(word);
    let sounds = short_i::insert(&sounds::of(&letters));
    out.extend(sounds);
}

/// The letters of a word after the fold, which would make one ی of یی; here
/// they are two sounds.
fn folded_letters(word: &str) -> Vec<char> {
    let folded = fold::fold(word);
    let mut letters = Vec::with_capacity(word.len() / 2);
    for (at, c) in folded.text.char_indices() {
        letters.push(c);
        if c == 'ی' {
            let source = folded.map.to_source(at..at + c.len_utf8());
            let yehs = word[source.start..source.end].chars().filter(|&c| is_yeh(c));
            letters.extend(yehs.skip(1).take(1).map(|_| 'ی'));
        }
    }
    letters
}
