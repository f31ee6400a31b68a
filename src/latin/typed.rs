//! Words as people type them on Latin keyboards.

use super::letters::is_latin_vowel;
use crate::fold::lowercase;

/// Two letters for one sound, in English and French habits.
#[rustfmt::skip]
const DIGRAPHS: [(char, char, char); 13] = [
    ('s', 'h', 'ş'), ('c', 'h', 'ç'), ('k', 'h', 'x'), ('g', 'h', 'ẍ'), ('z', 'h', 'j'),
    ('d', 'h', 'z'), ('p', 'h', 'f'), ('e', 'e', 'î'), ('i', 'i', 'î'),
    ('o', 'o', 'û'), ('o', 'u', 'û'), ('u', 'u', 'û'), ('a', 'a', 'a'),
];

/// The letters of a word, lower case, each of the Hawar alphabet where it has
/// a counterpart there.
pub(super) fn letters(word: &str) -> Vec<char> {
    let mut out: Vec<char> = Vec::with_capacity(word.len());
    for c in word.chars().map(lowercase) {
        match c {
            '\u{0300}'..='\u{036F}' => compose(out.last_mut(), c),
            _ => out.push(hawar(c)),
        }
    }
    out
}

/// The letter of Hawar that a letter of another alphabet means.
fn hawar(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ä' | 'å' | 'ā' => 'a',
        'è' | 'é' | 'ë' | 'ē' | 'ě' => 'ê',
        'ì' | 'í' | 'ï' | 'ī' => 'î',
        'ò' | 'ó' | 'ô' | 'ö' | 'ō' => 'o',
        'ù' | 'ú' | 'ü' | 'ū' => 'û',
        'ı' => 'i',
        'ğ' | 'ġ' => 'ẍ',
        'š' | 'ș' => 'ş',
        'č' => 'ç',
        'ž' => 'j',
        'ħ' | 'ḥ' => 'ḧ',
        'ṟ' | 'ŕ' | 'ṙ' => 'ř',
        'ľ' | 'ḻ' | 'ĺ' => 'ł',
        'ñ' => 'n',
        '’' | '‘' | 'ʿ' | 'ʾ' | 'ʼ' | '`' | '´' => '\'',
        _ => c,
    }
}

/// Joins a combining mark (NFD) to the letter before it.
fn compose(letter: Option<&mut char>, mark: char) {
    let Some(letter) = letter else { return };
    *letter = match (*letter, mark) {
        ('e', '\u{0302}' | '\u{0301}' | '\u{0300}' | '\u{0304}') => 'ê',
        ('i', '\u{0302}' | '\u{0301}' | '\u{0304}') => 'î',
        ('u', '\u{0302}' | '\u{0301}' | '\u{0304}' | '\u{0308}') => 'û',
        ('s', '\u{0327}' | '\u{030C}' | '\u{0326}') => 'ş',
        ('c', '\u{0327}' | '\u{030C}') => 'ç',
        ('z', '\u{030C}') => 'j',
        ('r', _) => 'ř',
        ('l', _) => 'ł',
        ('h', _) => 'ḧ',
        ('x', _) | ('g', '\u{0306}') => 'ẍ',
        (plain, _) => plain,
    };
}

/// Whether letters of Hawar that plain keyboards lack are among these: then two
/// letters are two sounds, and i is always the short one.
pub(super) fn is_hawar(letters: &[char]) -> bool {
    letters.iter().any(|c| matches!(c, 'ê' | 'î' | 'û' | 'ş' | 'ç' | 'ř' | 'ł' | 'ḧ' | 'ẍ'))
}

/// rr and ll as the letters they stand for.
pub(super) fn join_doubles(letters: &[char]) -> Vec<char> {
    join(letters, |first, second| match (first, second) {
        ('r', 'r') => Some('ř'),
        ('l', 'l') => Some('ł'),
        _ => None,
    })
}

/// Two letters for one sound as that sound.
pub(super) fn join_digraphs(letters: &[char]) -> Vec<char> {
    join(letters, |first, second| {
        let row = DIGRAPHS.iter().find(|row| (row.0, row.1) == (first, second));
        row.map(|row| row.2)
    })
}

fn join(letters: &[char], joined: impl Fn(char, char) -> Option<char>) -> Vec<char> {
    let mut out = Vec::with_capacity(letters.len());
    let mut at = 0;
    while at < letters.len() {
        let pair = letters.get(at + 1).and_then(|&second| joined(letters[at], second));
        out.push(pair.unwrap_or(letters[at]));
        at += if pair.is_some() { 2 } else { 1 };
    }
    out
}

/// Whether the letter at `at` stands beside a vowel.
pub(super) fn beside_vowel(letters: &[char], at: usize) -> bool {
    let vowel = |at: usize| letters.get(at).is_some_and(|&c| is_latin_vowel(c));
    vowel(at + 1) || (at > 0 && vowel(at - 1))
}
