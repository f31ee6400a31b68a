//! Words that a productive suffix makes of a listed word, and infinitives: the
//! rules know them, so that they need no row in the compiled lexicon.

use super::lexicon::{Lexicon, Tags};
use super::verb::infinitive_readings;

/// The suffixes of nouns by their last letter: places and documents, agents and
/// their trades, light verbs.
const NOUNS: [(char, &[&str]); 12] = [
    ('ە', &["خانە", "نامە", "گە", "کەرەوە", "کردنەوە", "بوونەوە", "گرتنەوە", "هێنانەوە"]),
    (
        'ی',
        &[
            "داری",
            "کاری",
            "سازی",
            "ناسی",
            "فرۆشی",
            "خوازی",
            "نووسی",
            "زانی",
            "گەری",
            "گیری",
            "چی",
            "چیەتی",
            "چێتی",
            "ایەتی",
            "مەندی",
            "پەرستی",
            "بازی",
            "دۆستی",
            "پارێزی",
            "ڕێژی",
            "گەرایی",
        ],
    ),
    ('ر', &["دار", "کار", "گەر", "گر", "گیر", "کەر", "دەر", "بەر", "هێنەر", "خۆر"]),
    ('ز', &["ساز", "خواز", "باز", "پارێز", "دۆز", "ئامێز"]),
    ('س', &["ناس", "نووس"]),
    ('ش', &["فرۆش", "کێش", "بەخش"]),
    (
        'ن',
        &[
            "زان",
            "ستان",
            "بین",
            "کردن",
            "بوون",
            "گرتن",
            "خستن",
            "هێنان",
            "بردن",
            "پێکردن",
            "لێکردن",
        ],
    ),
    ('ت', &["پەرست", "دۆست"]),
    ('د', &["مەند"]),
    ('ا', &["گا"]),
    ('ژ', &["کوژ", "ڕێژ", "بێژ"]),
    ('م', &["یزم"]),
];
/// The participles of light verbs.
const ADJECTIVES: &[&str] = &["کراو", "دراو", "نەکراو", "نەدراو", "خراو", "گیراو"];

/// Letters of the shortest word that is taken apart, and of its base.
const SHORTEST: usize = 6;
const SHORTEST_BASE: usize = 3;
/// Every letter of the alphabet has two bytes.
const BYTES: usize = 2;

/// The tags of an unlisted word that is made of a listed one.
pub(super) fn tags(lexicon: &Lexicon, word: &str) -> Option<Tags> {
    let last = word.chars().next_back()?;
    if word.len() < SHORTEST * BYTES {
        return None;
    }
    let noun = NOUNS.iter().find(|(letter, _)| *letter == last);
    let noun = noun.is_some_and(|(_, suffixes)| is_derived(lexicon, word, suffixes));
    if noun && !is_ending(lexicon, word, last) || is_infinitive(word, last) {
        return Some(Tags::NOUN);
    }
    (last == 'و' && is_derived(lexicon, word, ADJECTIVES)).then_some(Tags::ADJECTIVE)
}

fn is_derived(lexicon: &Lexicon, word: &str, suffixes: &[&str]) -> bool {
    let open = Tags::NOUN.or(Tags::ADJECTIVE).or(Tags::ELEMENT);
    let is_base = |base: &str| {
        // نەیناسی is a form of ناسین, not made of نەی.
        let prefix = base.len() == SHORTEST_BASE * BYTES
            && ["نە", "دە"].iter().any(|prefix| base.starts_with(prefix));
        base.len() >= SHORTEST_BASE * BYTES
            && !prefix
            && lexicon.listed(base).is_some_and(|tags| tags.has(open))
    };
    suffixes.iter().any(|suffix| word.strip_suffix(suffix).is_some_and(is_base))
}

/// Whether the last letters are rather an ending of a listed word: the izafe
/// (کاسێتی), or the plural of a word in ز (بەڕێزان).
fn is_ending(lexicon: &Lexicon, word: &str, last: char) -> bool {
    let base = match last {
        'ی' => word.strip_suffix('ی'),
        'ن' => word.strip_suffix("ان").filter(|base| base.ends_with('ز')),
        _ => None,
    };
    base.is_some_and(|base| lexicon.listed(base).is_some())
}

/// Whether the verb table certainly has this infinitive.
fn is_infinitive(word: &str, last: char) -> bool {
    let ends = last == 'ن' || word.ends_with("نەوە");
    ends && infinitive_readings(word).iter().any(|r| r.cost <= 1 && r.infinitive == word)
}
