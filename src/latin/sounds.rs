//! Which sounds و and ی stand for: w, u or û; y or î.
//!
//! Beside a vowel they are consonants, between consonants vowels. Read from the
//! start of the word, the sound before is known, so one or two letters of
//! look-ahead decide.

use super::letters::{is_latin_vowel, is_plain_vowel, to_latin};

/// Beginnings of words whose short i no rule gives: a stem keeps the i of its
/// bare form before endings (ئاگر agir, ئاگری agirî).
#[rustfmt::skip]
const EXCEPTIONS: [(&str, &str); 33] = [
    ("ئاخر", "axir"), ("ئاسن", "asin"), ("ئاگر", "agir"), ("بەفر", "befir"), ("پاشگر", "paşgir"),
    ("تەلەڤزیۆن", "televizyon"), ("جێگر", "cêgir"), ("دوژمن", "dujmin"), ("دەبڕ", "debiř"),
    ("دەکڕ", "dekiř"), ("دەگر", "degir"), ("دەمر", "demir"), ("ڕاگر", "ragir"), ("ڕۆشن", "roşin"),
    ("ڕێگر", "rêgir"), ("سەرنج", "serinc"), ("شۆڕش", "şořiş"), ("شەکر", "şekir"), ("فکر", "fikir"),
    ("فیکر", "fîkir"), ("کۆشش", "koşiş"), ("گومرگ", "gumrig"), ("گەنم", "genim"), ("مەتر", "metir"),
    ("مەزن", "mezin"), ("ناگر", "nagir"), ("نەگر", "negir"), ("نیشتمان", "nîştiman"),
    ("وەرزش", "werziş"), ("وەرگر", "wergir"), ("هاورد", "hawird"), ("هێرش", "hêriş"),
    ("هەڵگر", "hełgir"),
];

/// The sounds of a word of folded letters in Latin letters, without the short
/// i that the script leaves out, except where a word is an exception.
pub(super) fn of(letters: &[char]) -> Vec<char> {
    let mut sounds = Sounds { letters, at: 0, out: Vec::with_capacity(letters.len() + 4) };
    sounds.exception();
    while sounds.at < letters.len() {
        sounds.step();
    }
    sounds.plain_initial_r();
    sounds.out
}

struct Sounds<'a> {
    letters: &'a [char],
    at: usize,
    out: Vec<char>,
}

impl Sounds<'_> {
    fn exception(&mut self) {
        let begins = |word: &str| {
            let mut letters = self.letters.iter();
            word.chars().all(|c| letters.next() == Some(&c))
        };
        let longest = EXCEPTIONS.iter().filter(|row| begins(row.0)).max_by_key(|row| row.0.len());
        if let Some((word, latin)) = longest {
            self.out.extend(latin.chars());
            self.at = word.chars().count();
        }
    }

    fn step(&mut self) {
        match self.letters[self.at] {
            'ئ' => self.hamza(),
            'و' => self.waw(),
            'ی' => self.yeh(),
            letter => self.push(to_latin(letter), 1),
        }
    }

    fn push(&mut self, sound: char, letters: usize) {
        self.out.push(sound);
        self.at += letters;
    }

    /// The letter `ahead` letters on.
    fn ahead(&self, ahead: usize) -> Option<char> {
        self.letters.get(self.at + ahead).copied()
    }

    fn plain_vowel_ahead(&self, ahead: usize) -> bool {
        self.ahead(ahead).is_some_and(is_plain_vowel)
    }

    fn after_vowel(&self) -> bool {
        self.out.last().is_some_and(|&sound| is_latin_vowel(sound))
    }

    fn after_hamza(&self) -> bool {
        self.at > 0 && self.letters[self.at - 1] == 'ئ'
    }

    /// At the start ئ only carries a vowel (without one it is i); inside a word
    /// it is a stop.
    fn hamza(&mut self) {
        let carries = self.ahead(1).is_some_and(|c| is_plain_vowel(c) || matches!(c, 'و' | 'ی'));
        match self.at {
            0 if carries => self.at += 1,
            0 => self.push('i', 1),
            _ => self.push('\'', 1),
        }
    }

    fn waw(&mut self) {
        if self.after_vowel() {
            self.push('w', 1);
        } else if self.ahead(1) == Some('و') {
            self.double_waw();
        } else if self.letters.len() == 1 {
            self.push('û', 1);
        } else {
            let sound = if self.waw_is_consonant() { 'w' } else { 'u' };
            self.push(sound, 1);
        }
    }

    /// وو is û; before a vowel its second half is the glide (کردووە kirduwe).
    fn double_waw(&mut self) {
        if self.plain_vowel_ahead(2) {
            self.push('u', 1);
            self.push('w', 1);
        } else {
            self.push('û', 2);
        }
    }

    fn waw_is_consonant(&self) -> bool {
        if self.after_hamza() {
            return false;
        }
        self.at == 0 || self.plain_vowel_ahead(1) || self.yeh_vowel_ahead()
    }

    /// Whether ی follows and is î for want of a vowel after it (سوید swîd).
    fn yeh_vowel_ahead(&self) -> bool {
        let consonant = |c| !is_plain_vowel(c) && !matches!(c, 'و' | 'ی');
        self.ahead(1) == Some('ی') && self.ahead(2).is_some_and(consonant)
    }

    fn yeh(&mut self) {
        if self.closes_glide() {
            self.out.push('î');
        }
        let first_of_word = self.at == 0 && self.letters.len() > 1;
        let glides = self.plain_vowel_ahead(1) && !self.after_hamza();
        let sound = if self.after_vowel() || first_of_word || glides { 'y' } else { 'î' };
        self.push(sound, 1);
    }

    /// Whether ی after the glide ی is î and the next glide in one (یاساییە yasayîye).
    fn closes_glide(&self) -> bool {
        self.out.last() == Some(&'y') && self.plain_vowel_ahead(1)
    }

    /// Every r that begins a word is trilled: it needs no mark.
    fn plain_initial_r(&mut self) {
        if let Some(first @ 'ř') = self.out.first_mut() {
            *first = 'r';
        }
    }
}
