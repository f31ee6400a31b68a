//! Words that a productive suffix makes of a listed word, and infinitives: the
//! rules know them, so that they need no row in the compiled lexicon.

use std::sync::OnceLock;

use super::infinitive::is_certain_infinitive;
use super::lexicon::{Lexicon, Tags};
use super::suffixes::Suffixes;

/// The suffixes of nouns: places and documents, agents and their trades, light
/// verbs.
const NOUNS: &str = "خانە نامە گە کەرەوە کردنەوە بوونەوە گرتنەوە هێنانەوە \
    داری کاری سازی ناسی فرۆشی خوازی نووسی زانی گەری گیری چی چیەتی چێتی ایەتی مەندی پەرستی بازی \
    دۆستی پارێزی ڕێژی گەرایی دار کار گەر گر گیر کەر دەر بەر هێنەر خۆر ساز خواز باز پارێز دۆز ئامێز \
    ناس نووس فرۆش کێش بەخش زان ستان بین کردن بوون گرتن خستن هێنان بردن پێکردن لێکردن پەرست دۆست مەند \
    گا کوژ ڕێژ بێژ یزم";
/// The participles of light verbs.
const ADJECTIVES: &str = "کراو دراو نەکراو نەدراو خراو گیراو";

/// Letters of the shortest word that is taken apart, and of its base.
const SHORTEST: usize = 6;
const SHORTEST_BASE: usize = 3;
/// Every letter of the alphabet has two bytes.
const BYTES: usize = 2;

/// The tags of an unlisted word that is made of a listed one.
pub(super) fn tags(lexicon: &Lexicon, word: &str) -> Option<Tags> {
    if word.len() < SHORTEST * BYTES {
        return None;
    }
    let mut derived = suffixes().ending_at(word, word.len());
    match derived.find(|(start, _)| is_base(lexicon, &word[..*start])) {
        Some((_, tags)) if !is_ending(lexicon, word) => Some(*tags),
        _ => is_certain_infinitive(word).then_some(Tags::NOUN),
    }
}

fn suffixes() -> &'static Suffixes<Tags> {
    static SUFFIXES: OnceLock<Suffixes<Tags>> = OnceLock::new();
    SUFFIXES.get_or_init(|| {
        let mut suffixes = Suffixes::new();
        for (list, tags) in [(NOUNS, Tags::NOUN), (ADJECTIVES, Tags::ADJECTIVE)] {
            list.split(' ').for_each(|suffix| *suffixes.entry(suffix) = tags);
        }
        suffixes
    })
}

/// Whether words are made of it with suffixes.
fn is_base(lexicon: &Lexicon, base: &str) -> bool {
    let open = Tags::NOUN.or(Tags::ADJECTIVE).or(Tags::ELEMENT);
    // نەیناسی is a form of ناسین, not made of نەی.
    let prefix = base.len() == SHORTEST_BASE * BYTES
        && ["نە", "دە"].iter().any(|prefix| base.starts_with(prefix));
    base.len() >= SHORTEST_BASE * BYTES
        && !prefix
        && lexicon.listed(base).is_some_and(|tags| tags.has(open))
}

/// Whether the last letters are rather an ending of a listed word: the izafe
/// (کاسێتی), or the plural of a word in ز (بەڕێزان).
fn is_ending(lexicon: &Lexicon, word: &str) -> bool {
    let plural = || word.strip_suffix("ان").filter(|base| base.ends_with('ز'));
    let base = word.strip_suffix('ی').or_else(plural);
    base.is_some_and(|base| lexicon.listed(base).is_some())
}
