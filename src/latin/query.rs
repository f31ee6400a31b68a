//! Does a word typed in Latin letters mean this Sorani word?
//!
//! People type emrîka, emrika, amrika or amerika for ئەمریکا. Both words are
//! reduced to a key of coarse consonants, which must agree; then their sounds
//! are laid side by side, and each difference costs by how seldom it is meant.

use super::letters::{is_latin_vowel, to_latin};
use super::{folded_letters, sounds, typed};

/// A difference that never passes.
const NEVER: u8 = 100;

/// No word has more sounds. The comparison takes the product of two lengths.
const LONGEST: usize = 64;

/// A query typed in Latin letters, made ready to be held against many words.
#[derive(Debug, Clone)]
pub struct LatinQuery {
    readings: Vec<Reading>,
}

impl LatinQuery {
    /// Reads one word. Signs that are no letters are left out.
    #[must_use]
    pub fn new(query: &str) -> LatinQuery {
        let sounds = typed_sounds(query);
        let mut readings = Vec::with_capacity(2);
        if sounds.contains(&'c') {
            let hard_c = |&sound: &char| if sound == 'c' { 'k' } else { sound };
            let mut english: Vec<char> = sounds.iter().map(hard_c).collect();
            english.dedup();
            readings.push(Reading::new(english, 1));
        }
        readings.push(Reading::new(sounds, 0));
        LatinQuery { readings }
    }

    /// Whether the query may mean this word.
    #[must_use]
    pub fn matches(&self, folded_sorani_word: &str) -> bool {
        self.distance(folded_sorani_word).is_some()
    }

    /// How far the query is from this word, in half letters: 0 if only
    /// circumflexes, doubled letters and the short i differ; `None` if it does
    /// not mean the word.
    #[must_use]
    pub fn distance(&self, folded_sorani_word: &str) -> Option<u8> {
        self.readings.iter().filter_map(|reading| reading.distance(folded_sorani_word)).min()
    }
}

/// One way to read a query: c is ج, or the k of English.
#[derive(Debug, Clone)]
struct Reading {
    sounds: Vec<char>,
    key: String,
    /// What this reading costs by itself.
    base: u8,
    /// The highest cost that passes: short words must fit exactly.
    limit: u8,
}

impl Reading {
    fn new(sounds: Vec<char>, base: u8) -> Reading {
        let key = key(&sounds);
        let limit = match sounds.len() {
            0..=3 => 0,
            4 => 2,
            5 => 3,
            _ => 4,
        };
        Reading { sounds, key, base, limit }
    }

    fn distance(&self, word: &str) -> Option<u8> {
        if self.key.is_empty() || !self.may_share_key(word) {
            return None;
        }
        let word = sorani_sounds(word);
        if word.len().max(self.sounds.len()) > LONGEST || key(&word) != self.key {
            return None;
        }
        let cost = align(&self.sounds, &word, self.limit).saturating_add(self.base);
        (cost <= self.limit).then_some(cost)
    }

    /// A quick look at the word's first consonant, which rules most words out.
    fn may_share_key(&self, word: &str) -> bool {
        let first = word.chars().find_map(|c| coarse(to_latin(c)));
        first == self.key.chars().find(|&c| c != VOWEL)
    }
}

/// The key under which a word typed in Latin letters and the Latin form of a
/// Sorani word meet: coarse consonants, with a mark for a vowel at the start
/// or end.
///
/// ```
/// use sorani_reader::latin::{latin_key, to_latin};
/// assert_eq!(latin_key("Amerika"), latin_key(&to_latin("ئەمریکا")));
/// ```
#[must_use]
pub fn latin_key(latin: &str) -> String {
    key(&typed_sounds(latin))
}

/// Whether `query_latin` may mean `sorani_word`. To try one query on many
/// words, keep a [`LatinQuery`].
#[must_use]
pub fn latin_matches(query_latin: &str, sorani_word: &str) -> bool {
    LatinQuery::new(query_latin).matches(sorani_word)
}

/// Stands in a key for a vowel or glide at an edge of the word.
const VOWEL: char = '-';

fn key(sounds: &[char]) -> String {
    let mut key = String::with_capacity(sounds.len() + 2);
    if sounds.first().is_some_and(|&s| coarse(s).is_none()) {
        key.push(VOWEL);
    }
    for letter in sounds.iter().filter_map(|&s| coarse(s)) {
        if !key.ends_with(letter) {
            key.push(letter);
        }
    }
    if sounds.len() > 1 && sounds.last().is_some_and(|&s| coarse(s).is_none()) {
        key.push(VOWEL);
    }
    key
}

/// The class of consonants that a sound may be typed as; `None` for vowels and
/// glides.
fn coarse(sound: char) -> Option<char> {
    Some(match sound {
        'w' | 'y' | '\'' | 'ئ' | 'و' | 'ی' => return None,
        s if is_latin_vowel(s) => return None,
        'q' => 'k',
        'ç' | 'j' => 'c',
        'ş' => 's',
        'ẍ' => 'x',
        'ř' => 'r',
        'ł' => 'l',
        'ḧ' => 'h',
        s => s,
    })
}

fn typed_sounds(query: &str) -> Vec<char> {
    let letters = typed::letters(query);
    let mut sounds = typed::join_digraphs(&letters);
    sounds.retain(|c| c.is_alphabetic());
    if let [.., 'a' | 'e', 'h'] = sounds[..] {
        sounds.pop();
    }
    let mut sounds = reduce(sounds);
    sounds.dedup();
    sounds
}

/// The sounds of a word without the short i; doubled ones may hide one
/// (کۆشش koşiş) and stay.
fn sorani_sounds(word: &str) -> Vec<char> {
    let mut sounds = sounds::of(&folded_letters(word));
    sounds.retain(|&c| c.is_alphabetic() && c != 'i');
    reduce(sounds)
}

/// Plain letters for those that keyboards lack, but ê î û ş ç, which tell words
/// apart. Sorani drops the last d of -dad (بەغدا).
fn reduce(mut sounds: Vec<char>) -> Vec<char> {
    for sound in &mut sounds {
        *sound = match *sound {
            'ř' => 'r',
            'ł' => 'l',
            'ḧ' => 'h',
            'ẍ' => 'x',
            other => other,
        };
    }
    if let [_, _, .., 'd', 'a', 'd'] = sounds[..] {
        sounds.pop();
    }
    sounds
}

/// The least cost of turning the typed sounds into the word's; gives up once
/// above `limit`.
fn align(typed: &[char], word: &[char], limit: u8) -> u8 {
    let width = word.len() + 1;
    let mut costs = vec![NEVER; (typed.len() + 1) * width];
    costs[0] = 0;
    for t in 0..=typed.len() {
        let mut least = NEVER;
        for w in 0..width {
            let cost = cell(&costs, typed, word, t, w);
            costs[t * width + w] = cost;
            least = least.min(cost);
        }
        // A diphthong may still jump over one row.
        if least > limit + 1 {
            return NEVER;
        }
    }
    costs[costs.len() - 1]
}

/// The cost of laying the first `t` typed sounds beside the first `w` of the word.
fn cell(costs: &[u8], typed: &[char], word: &[char], t: usize, w: usize) -> u8 {
    let at = |t: usize, w: usize| costs[t * (word.len() + 1) + w];
    let mut cost = at(t, w);
    if t > 0 && w > 0 {
        cost = cost.min(at(t - 1, w - 1).saturating_add(replaced(typed[t - 1], word[w - 1])));
    }
    if t > 0 {
        cost = cost.min(at(t - 1, w).saturating_add(added(typed[t - 1], t)));
    }
    if w > 0 {
        cost = cost.min(at(t, w - 1).saturating_add(missing(word, w - 1)));
    }
    if t > 1 && w > 0 {
        let pair = diphthong(typed[t - 2], typed[t - 1], word[w - 1]);
        cost = cost.min(at(t - 2, w - 1).saturating_add(pair));
    }
    cost
}

/// The cost of typing one sound for another.
fn replaced(typed: char, meant: char) -> u8 {
    match (typed, meant) {
        _ if typed == meant => 0,
        ('e', 'ê') | ('i', 'î') | ('i' | 'î', 'y') | ('u' | 'û', 'w') => 0,
        ('u', 'û') | ('y', 'î') => 0,
        ('û', 'u') | ('o', 'û' | 'u' | 'w') | ('w', 'u' | 'û') | ('v', 'w') => 1,
        ('k', 'q') | ('q', 'k') | ('c', 'ç') | ('j', 'c') | ('a' | 'ê', 'e') | ('ê', 'î' | 'y') => {
            1
        }
        ('i' | 'î', 'ê' | 'e') | ('e', 'î' | 'y') | ('s', 'ş') | ('j', 'ç') => 2,
        ('o', 'e') | ('u', 'o') => 2,
        _ => NEVER,
    }
}

/// The cost of typing a sound that is not written: the short i, or a vowel that
/// another language puts between consonants.
fn added(typed: char, place: usize) -> u8 {
    match typed {
        'i' if place > 1 => 0,
        'e' | 'u' if place > 1 => 1,
        'a' if place > 1 => 2,
        'y' | 'w' => 1,
        _ => NEVER,
    }
}

/// The cost of leaving out a sound: a doubled one, or a glide between two vowels,
/// is free.
fn missing(word: &[char], at: usize) -> u8 {
    let vowel =
        |at: Option<usize>| at.and_then(|at| word.get(at)).is_some_and(|&c| is_latin_vowel(c));
    match word[at] {
        sound if at > 0 && word[at - 1] == sound => 0,
        'y' | 'w' if vowel(at.checked_sub(1)) && vowel(Some(at + 1)) => 0,
        'y' | 'w' => 2,
        'e' => 2,
        _ => NEVER,
    }
}

/// The cost of typing two vowels for one.
fn diphthong(first: char, second: char, meant: char) -> u8 {
    match (first, second, meant) {
        ('a' | 'e', 'i' | 'y' | 'î', 'ê') => 1,
        ('a' | 'o', 'w' | 'u', 'o') => 1,
        _ => NEVER,
    }
}
