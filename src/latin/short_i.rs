//! Where the short i (bizroke) stands, which the Arabic script leaves out.
//!
//! A Sorani syllable begins with one consonant, or one and w (xwa), and ends
//! in at most two of falling sonority (kurd, dest). Consonants that fit into
//! no syllable get an i. They are placed from the end of a run of consonants
//! backwards: kirdin, dirust, biłind.

use super::letters::is_latin_vowel;

/// Two consonants that may end a word, by the first.
#[rustfmt::skip]
const FINAL: [(char, &str); 15] = [
    ('r', "bdtgkqcçzsşxfjpv"), ('l', "mtdkfpbcçxsq"), ('ł', "kdbpqxf"), ('n', "dgcçkzsj"),
    ('m', "pbkz"), ('s', "tpkq"), ('ş', "tkqd"), ('x', "tşs"), ('f', "ts"), ('z', "bd"), ('j', "d"),
    ('k', "s"), ('\'', "bdstz"), ('w', "bdtgkqcçzsşxfjpvrřlłhḧ"), ('y', "bdtgkqcçzsşxfjpvrřlłhḧnm"),
];

/// Two consonants that may end a syllable before a third.
#[rustfmt::skip]
const INNER: [(char, &str); 10] = [
    ('r', "dtgkqcçzsxmfj"), ('l', "mtdkfp"), ('ł', "kd"), ('n', "dtgcçk"), ('m', "pb"), ('s', "tpk"),
    ('ş', "tk"), ('x', "tşs"), ('w', "dtgkqcçzsşxfjrlł"), ('y', "dtgkqcçzsxfjrlłnm"),
];

/// `sounds` with the short i where syllables need it. Linear.
pub(super) fn insert(sounds: &[char]) -> Vec<char> {
    let sounds = with_endings(sounds);
    let slots = syllable_slots(&sounds);
    let mut out = Vec::with_capacity(sounds.len() + 4);
    for (&sound, &slot) in sounds.iter().zip(&slots) {
        if slot {
            out.push('i');
        }
        out.push(sound);
    }
    out
}

/// For each of `sounds`, which hold no i, whether one stands before it.
pub(super) fn slots(sounds: &[char]) -> Vec<bool> {
    let complete = insert(sounds);
    let before = std::iter::once(&'-').chain(&complete);
    before.zip(&complete).filter(|(_, c)| **c != 'i').map(|(before, _)| *before == 'i').collect()
}

/// The infinitive's and the superlative's i, which they keep before an ending
/// and after a vowel (خوێندنەوە xwêndinewe, گەورەترین gewretirîn).
fn with_endings(sounds: &[char]) -> Vec<char> {
    let mut out = Vec::with_capacity(sounds.len() + 4);
    for (at, &sound) in sounds.iter().enumerate() {
        let ending = match sounds[at..] {
            ['n', ref ending @ ..] => {
                at > 1 && matches!(sounds[at - 1], 't' | 'd') && is_ending(ending)
            }
            ['r', 'î', 'n', ..] => at > 2 && sounds[at - 1] == 't',
            _ => false,
        };
        if ending {
            out.push('i');
        }
        out.push(sound);
    }
    out
}

/// Whether an infinitive may go on with these sounds: the izafe, the article,
/// -ewe and what follows them.
fn is_ending(sounds: &[char]) -> bool {
    matches!(
        sounds,
        ['î' | 'e'] | ['î', 'ş'] | ['î', 'y' | 'd', ..] | ['e', 'w' | 'k', ..] | ['ê', 'k', ..]
    )
}

/// For each sound, whether a syllable needs an i before it.
fn syllable_slots(sounds: &[char]) -> Vec<bool> {
    let mut slots = vec![false; sounds.len()];
    let mut at = 0;
    while at < sounds.len() {
        let end = sounds[at..].iter().position(|&s| is_latin_vowel(s));
        let end = end.map_or(sounds.len(), |length| at + length);
        Run { sounds, start: at, slots: &mut slots }.place(end);
        at = end + 1;
    }
    slots
}

/// The consonants between two vowels, or between a vowel and the edge of the
/// word.
struct Run<'a> {
    sounds: &'a [char],
    start: usize,
    slots: &'a mut [bool],
}

impl Run<'_> {
    fn place(&mut self, end: usize) {
        if end == self.start || matches!(self.sounds[..], ['p', 'r', 'o', ..] if end == 2) {
            return; // No consonants, or the pro- of loanwords.
        }
        let onset =
            if end < self.sounds.len() { self.onset(end) } else { self.final_syllable(end) };
        self.place_before(onset);
    }

    fn after_vowel(&self) -> bool {
        self.start > 0
    }

    /// Where the syllable of the vowel at `end` begins.
    fn onset(&self, end: usize) -> usize {
        let last = self.sounds[end - 1];
        let pair = last == 'w' && end - self.start >= 2 && self.sounds[end - 2] != 'y';
        if pair { end - 2 } else { end - 1 }
    }

    /// Ends the word, with an i of its own unless the consonants close the
    /// syllable before; where the consonants not yet placed end.
    fn final_syllable(&mut self, end: usize) -> usize {
        let length = end - self.start;
        if length == 1 || (length == 2 && self.after_vowel() && self.closes_word(end)) {
            return self.start;
        }
        let coda = if length >= 3 && self.is_pair(&FINAL, end) { 2 } else { 1 };
        self.slots[end - coda] = true;
        end - coda - 1
    }

    fn is_pair(&self, pairs: &[(char, &str)], end: usize) -> bool {
        let (first, second) = (self.sounds[end - 2], self.sounds[end - 1]);
        pairs.iter().any(|row| row.0 == first && row.1.contains(second))
    }

    /// rm closes a word after e and o only (germ, form): else the m is an
    /// ending (karim).
    fn closes_word(&self, end: usize) -> bool {
        let rare =
            matches!(self.sounds[end - 3..end], ['e' | 'o', 'r', 'm'] | [_, '\'', 'r' | 'l']);
        rare || self.is_pair(&FINAL, end)
    }

    /// Places the consonants before the syllable that begins at `next`.
    fn place_before(&mut self, mut next: usize) {
        loop {
            let left = next - self.start;
            let closed = left >= 2 && self.closes_syllable(next);
            match left {
                0 => return,
                1 if self.after_vowel() => return,
                2 if self.after_vowel() && closed => return,
                3.. if closed => {
                    self.slots[next - 2] = true;
                    next -= 3;
                }
                2 if !self.after_vowel() => {
                    self.slots[next - 1] = true;
                    return;
                }
                1 => {
                    self.slots[next] = true;
                    return;
                }
                _ => next = self.syllable_before(next),
            }
        }
    }

    /// A syllable of its own before `next`: closed (kir) if its second
    /// consonant sounds fuller than its first, else open (bi); its start.
    fn syllable_before(&mut self, next: usize) -> usize {
        let (first, second) = (self.sounds[next - 2], self.sounds[next - 1]);
        if self.holds_together(next) || sonority(second) > sonority(first) {
            self.slots[next - 1] = true;
            next - 2
        } else {
            self.slots[next] = true;
            next - 1
        }
    }

    /// s ş x f stay with the t after them (xistin, kurdistan), but not with that
    /// of -tir.
    fn holds_together(&self, next: usize) -> bool {
        matches!(self.sounds[next - 1], 's' | 'ş' | 'x' | 'f')
            && self.sounds[next] == 't'
            && !self.sounds[next..].starts_with(&['t', 'i', 'r'])
    }

    /// Whether the two consonants before `next` close a syllable. A liquid
    /// draws the second one to itself (bergirî), but not from nd ng nk (kongre).
    fn closes_syllable(&self, next: usize) -> bool {
        let (first, second) = (self.sounds[next - 2], self.sounds[next - 1]);
        match self.sounds[next] {
            'r' if first == 'n' => self.is_pair(&INNER, next),
            'r' | 'ř' | 'l' | 'ł' => false,
            'y' => sonority(second) <= sonority(first).max(2),
            _ => !self.holds_together(next) && self.is_pair(&INNER, next),
        }
    }
}

fn sonority(sound: char) -> u8 {
    match sound {
        'w' | 'y' => 4,
        'r' | 'ř' | 'l' | 'ł' => 3,
        'm' | 'n' => 2,
        _ => 1,
    }
}
