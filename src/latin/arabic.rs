//! From Latin letters back to Sorani.

use super::letters::{arabic_punctuation, is_latin_vowel, to_sorani};
use super::{short_i, typed};

/// `text` with its Latin words in Sorani letters, the best single guess for
/// each. A line with any letter of Hawar that plain keyboards lack (ê, ş …) is
/// read as Hawar; one without is read tolerantly: sh is ش, and an i that no
/// syllable needs is ی. URLs, e-mail addresses and digits stay; ? , ; become
/// ؟ ، ؛, but not between digits.
///
/// ```
/// assert_eq!(sorani_reader::latin::to_arabic("kurdistan û 'êraq, 2020"), "کوردستان و عێراق، 2020");
/// ```
#[must_use]
pub fn to_arabic(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for line in text.split_inclusive('\n') {
        let spelling = Spelling::of(line);
        for chunk in line.split_inclusive(char::is_whitespace) {
            if is_address(chunk) {
                out.push_str(chunk);
            } else {
                push_chunk(chunk, spelling, &mut out);
            }
        }
    }
    out
}

/// How a line is spelled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spelling {
    /// In the alphabet of Hawar.
    Hawar,
    /// With the letters of a plain keyboard.
    Plain,
}

impl Spelling {
    fn of(line: &str) -> Spelling {
        if typed::is_hawar(&typed::letters(line)) { Spelling::Hawar } else { Spelling::Plain }
    }
}

fn is_address(chunk: &str) -> bool {
    chunk.contains("://") || chunk.contains('@') || chunk.starts_with("www.")
}

fn push_chunk(chunk: &str, spelling: Spelling, out: &mut String) {
    let mut rest = chunk;
    while let Some(c) = rest.chars().next() {
        let length = rest.find(|c| !is_word_part(c)).unwrap_or(rest.len());
        if length == 0 {
            out.push(punctuation(c, out, &rest[c.len_utf8()..]));
            rest = &rest[c.len_utf8()..];
        } else {
            push_quoted(&rest[..length], spelling, out);
            rest = &rest[length..];
        }
    }
}

fn is_word_part(c: char) -> bool {
    let latin = matches!(c, 'A'..='Z' | 'a'..='z' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}');
    let sign = matches!(c, '\u{D7}' | '\u{F7}');
    (latin && !sign) || is_apostrophe(c) || matches!(c, '\u{0300}'..='\u{036F}')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʿ' | 'ʾ' | 'ʼ')
}

/// The Arabic sign, unless it stands between digits (1,000).
fn punctuation(c: char, before: &str, after: &str) -> char {
    let numeric = |c: Option<char>| c.is_some_and(char::is_numeric);
    if numeric(before.chars().next_back()) && numeric(after.chars().next()) {
        c
    } else {
        arabic_punctuation(c)
    }
}

/// A word with the apostrophes around it: a pair of them quotes it.
fn push_quoted(word: &str, spelling: Spelling, out: &mut String) {
    let bare = word.trim_matches(is_apostrophe);
    let quoted = word.starts_with(is_apostrophe) && word.ends_with(is_apostrophe);
    if !bare.is_empty() && !quoted {
        push_word(word, spelling, out);
        return;
    }
    let before = word.len() - word.trim_start_matches(is_apostrophe).len();
    out.push_str(&word[..before]);
    push_word(bare, spelling, out);
    out.push_str(&word[(before + bare.len()).min(word.len())..]);
}

fn push_word(word: &str, spelling: Spelling, out: &mut String) {
    let letters = typed::letters(word);
    if matches!(letters[..], ['u' | 'û']) {
        out.push('و');
        return;
    }
    let sounds = match spelling {
        Spelling::Hawar => hawar(&letters),
        Spelling::Plain => plain(&letters),
    };
    let after_part = out.ends_with(|c: char| c.is_numeric() || matches!(c, '"' | '»' | '”'));
    if sounds.first().is_some_and(|&c| is_latin_vowel(c)) && !after_part {
        out.push('ئ');
    }
    write(&sounds, out);
}

/// The sounds of a word of Hawar: its i is not written, but for a first one.
fn hawar(letters: &[char]) -> Vec<char> {
    let mut sounds = typed::join_doubles(letters);
    if let Some(first @ 'i') = sounds.first_mut() {
        *first = 'î';
    }
    sounds.retain(|&c| c != 'i');
    sounds
}

/// The sounds of a word typed without the letters of Hawar: an i is short
/// where a syllable needs one, else it is î.
fn plain(letters: &[char]) -> Vec<char> {
    let mut sounds = typed::join_doubles(&typed::join_digraphs(letters));
    for at in 0..sounds.len() {
        if sounds[at] == 'i' && is_long(&sounds, at) {
            sounds[at] = 'î';
        }
    }
    let bare: Vec<char> = sounds.iter().copied().filter(|&c| c != 'i').collect();
    if is_our_spelling(letters, &bare) {
        return bare;
    }
    keep_long_i(&sounds, &short_i::slots(&bare))
}

/// An i at the edge of the word or beside a vowel is no short one.
fn is_long(sounds: &[char], at: usize) -> bool {
    at == 0 || at + 1 == sounds.len() || typed::beside_vowel(sounds, at)
}

/// Whether the word without its i would be written just so in Latin letters.
fn is_our_spelling(letters: &[char], bare: &[char]) -> bool {
    let mut sorani = String::new();
    if bare.first().is_some_and(|&c| is_latin_vowel(c)) {
        sorani.push('ئ');
    }
    write(bare, &mut sorani);
    super::to_latin(&sorani).chars().eq(letters.iter().copied())
}

/// Drops each i that stands in a slot for the short one; the others are î.
fn keep_long_i(sounds: &[char], slots: &[bool]) -> Vec<char> {
    let mut out = Vec::with_capacity(sounds.len());
    let mut bare = 0;
    for &sound in sounds {
        if sound != 'i' {
            bare += 1;
            out.push(sound);
        } else if !slots.get(bare).copied().unwrap_or(false) {
            out.push('î');
        }
    }
    out
}

/// Writes sounds in Sorani letters.
fn write(sounds: &[char], out: &mut String) {
    for (at, &sound) in sounds.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| sounds[before]);
        let after = sounds.get(at + 1).copied();
        if is_latin_vowel(sound) && before.is_some_and(is_latin_vowel) {
            out.push_str(hiatus(before.unwrap_or(sound), sound));
        }
        match sound {
            'u' => out.push('و'),
            'û' => out.push_str(if after == Some('w') { "و" } else { "وو" }),
            'î' if before == Some('y') && after == Some('y') => {}
            'î' => out.push('ی'),
            '\'' => out.push(apostrophe(before, after)),
            'r' | 'ř' if before.is_none() => out.push('ڕ'),
            'h' if after.is_none() && before != Some('a') => out.push_str("ه\u{0640}"),
            _ => out.push(to_sorani(sound).unwrap_or(sound)),
        }
    }
}

/// What stands between two vowels: a glide of the first, or ئ.
fn hiatus(first: char, second: char) -> &'static str {
    match (first, second) {
        ('î' | 'u' | 'û', 'a' | 'e' | 'ê' | 'o') => "",
        ('e', 'a' | 'o') | ('a', 'o') => "ی",
        ('a' | 'e' | 'o', 'î') | ('a' | 'e', 'u') => "",
        _ => "ئ",
    }
}

/// ع before a consonant and at the edges of a word, ئ before an inner vowel:
/// the commoner of the two.
fn apostrophe(before: Option<char>, after: Option<char>) -> char {
    if before.is_some() && after.is_some_and(is_latin_vowel) { 'ئ' } else { 'ع' }
}
