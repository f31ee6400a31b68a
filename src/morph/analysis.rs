//! Choosing among the readings of a word.

use std::borrow::Cow;

use super::bases::{Candidate, base_cost, base_of, base_tags, is_name, known_bases};
use super::guess::guess;
use super::infinitive::{infinitive_readings, is_infinitive};
use super::letters::{Final, has_letters, without_e};
use super::lexicon::{Lexicon, Tags};
use super::noun::{Stripped, strip};
use super::verb::{Kind, VerbReading, readings};
use crate::bytes::find_letters;
use crate::fold::{fold_str, is_yeh};
use crate::order::{sort_by, sort_few_by};

/// What a word may be a form of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analysis {
    /// The likeliest base, in canonical spelling.
    pub stem: String,
    /// Every base that the word may belong to, folded, the likeliest first;
    /// never empty.
    pub keys: Vec<String>,
}

/// A reading dearer than this is worth less than the unknown word as it is.
const DEAREST: u8 = 9;
/// Readings that cost this much more than the best are kept as keys.
const KEY_MARGIN: u8 = 2;

/// The analysis of a folded word, by itself.
///
/// ```
/// use sorani_reader::morph::analyse;
/// assert_eq!(analyse("باڵیۆزخانەکەی").stem, "باڵیۆزخانە");
/// assert_eq!(analyse("ئێران").keys, ["ئێران"]);
/// ```
#[must_use]
pub fn analyse(word: &str) -> Analysis {
    match Lexicon::get().tags(word) {
        Some(tags) if tags.is_word() => known(word, tags),
        tags => unknown(word, tags),
    }
}

/// The analysis of a folded word of a text: a base of an unlisted word that
/// `stands` in the text without endings is rather the right one than others.
pub(crate) fn analyse_in_text(word: &str, stands: &dyn Fn(&str) -> bool) -> Analysis {
    let mut analysis = match Lexicon::get().tags(word) {
        Some(tags) if tags.is_word() => return known(word, tags),
        tags => unknown(word, tags),
    };
    let keys = &mut analysis.keys;
    if keys.len() < 2 || (keys[0] != word && stands(&keys[0])) {
        return analysis;
    }
    let is_base = |key: &str| word.starts_with(without_e(key));
    // The bases of a guess are in no order; of listed ones a shorter one is rather chance.
    let is_guess = keys[0] == word;
    let is_open = is_guess || !is_base(&keys[0]);
    let standing = (0..keys.len()).filter(|&at| {
        let key = keys[at].as_str();
        let is_better = is_open || key.len() > keys[0].len();
        is_better && key != word && is_base(key) && stands(key)
    });
    let better = standing.min_by_key(|&at| if is_guess { keys[at].len() } else { at });
    if let Some(at) = better {
        keys[..=at].rotate_right(1);
        analysis.stem = canonical(&keys[0]);
    }
    analysis
}

/// The stem of a word as it is written, where it tells more than its fold:
/// یی after a vowel makes a word of its own (یاسایی, legal), though the fold
/// writes it like the izafe (یاسای, law of) and یەک (یاسایەکە, it is a law).
/// `stem` is that of the fold.
///
/// ```
/// use sorani_reader::morph::stem_as_written;
/// assert_eq!(stem_as_written("یاسایی", "یاسا"), "یاسایی");
/// assert_eq!(stem_as_written("یاساییەکە", "یاسا"), "یاسایی");
/// assert_eq!(stem_as_written("یاسای", "یاسا"), "یاسا");
/// ```
#[must_use]
pub fn stem_as_written<'a>(word: &str, stem: &'a str) -> Cow<'a, str> {
    if is_written_double(word, stem) {
        return format!("{stem}یی").into();
    }
    stem.into()
}

/// Whether a word is its stem and یی, with nothing behind it or, of a listed
/// word, endings that begin with ە.
fn is_written_double(word: &str, stem: &str) -> bool {
    let mut pairs = word.char_indices().zip(word.chars().skip(1));
    let Some(((at, _), _)) = pairs.find(|((_, a), b)| is_yeh(*a) && is_yeh(*b)) else {
        return false;
    };
    let ends_in_vowel =
        || matches!(Final::of(stem), Some(Final::Vowel | Final::E)) || stem.ends_with("وو");
    fold_str(&word[..at]) == stem
        && match word[at..].chars().nth(2) {
            None => ends_in_vowel(),
            Some('ە' | 'ه') => is_listed_double(&fold_str(&format!("{stem}یی"))),
            Some(_) => false,
        }
}

/// A listed word keeps whole; readings that newspapers mix with it are keys.
fn known(word: &str, tags: Tags) -> Analysis {
    let content = Tags::NOUN.or(Tags::NAME);
    if !tags.has(content.or(Tags::ADJECTIVE)) {
        return known_function(word);
    }
    let mut keys = vec![word.to_owned()];
    strip(word, &mut |s| {
        let single = s.base.len() + s.inner.len() == word.len();
        // جەژنانە, of each feast, is listed, and the feasts' too.
        let manner = s.inner == "ان" && s.base.len() + "انە".len() == word.len();
        let is_form = is_also_form(&s, tags) || is_of_infinitive(&s, word);
        if (single && is_form) || (manner && !s.restored_e && is_content(s.base)) {
            push_unique(&mut keys, &base_of(&s));
        }
    });
    if keys.len() > 1 && word.ends_with('ی') && is_rather_izafe(&keys[1], tags) {
        keys.swap(0, 1);
    }
    let ends = ["ەوە", "اوە", "بوون"].iter().any(|end| word.ends_with(end));
    let past = |r: &VerbReading| ends || r.infinitive.strip_suffix('ن') == Some(word);
    let verbs = readings(word).into_iter().filter(past).chain(infinitive_readings(word));
    verbs.for_each(|r| push_unique(&mut keys, &r.infinitive));
    Analysis { stem: canonical(&keys[0]), keys }
}

/// Whether a listed word is often a form of this base as well: a noun with
/// izafe, or in a word that is only an adjective, a count or a comparison.
fn is_also_form(stripped: &Stripped, tags: Tags) -> bool {
    let adjective = !tags.has(Tags::NOUN.or(Tags::NAME));
    let form = match stripped.inner {
        "ی" => true,
        "ێک" | "ەکە" | "ەکان" | "تر" | "ترین" => adjective,
        _ => false,
    };
    form && base_cost(stripped, base_tags(stripped)).is_some_and(|cost| cost <= 1)
}

/// Whether a verbal noun that is known by rule alone may be another with the
/// postposition ەوە (لە دانیشتنەوە) or the plural of a noun in ە (فەرماندان), or
/// a name with its copula (عەلییە).
fn is_of_infinitive(stripped: &Stripped, word: &str) -> bool {
    let lexicon = Lexicon::get();
    match stripped.inner {
        "ەوە" if word.ends_with("نەوە") && lexicon.listed(word).is_none() => {
            lexicon.listed(stripped.base).is_some_and(|tags| tags.has(Tags::NOUN))
        }
        "ان" if stripped.restored_e => {
            lexicon.listed(word).is_none()
                && base_tags(stripped).is_some_and(|tags| tags.has(Tags::NOUN))
        }
        "ە" if word.ends_with("یە") => is_name(word) && is_name(stripped.base),
        _ => false,
    }
}

/// Whether a listed word in ی is rather its base with izafe: the demonym of a
/// place that is no given name too, a rare name that looks like a common noun's
/// izafe (ئاگری), or a word in a vowel and یی, which the fold makes one with ی.
fn is_rather_izafe(base: &str, tags: Tags) -> bool {
    let listed = Lexicon::get().tags(base).unwrap_or_default();
    let (noun, name) = (listed.has(Tags::NOUN), listed.has(Tags::NAME));
    let place = name && !noun && !listed.has(Tags::GIVEN);
    let demonym = place && tags.has(Tags::ADJECTIVE) && !tags.has(Tags::NOUN);
    let only_name = !tags.has(Tags::NOUN.or(Tags::ADJECTIVE));
    demonym || tags.has(Tags::DOUBLE_YEH) || (only_name && noun && !name)
}

/// A word of the closed classes: pronouns and prepositions with clitics belong
/// to their base (خۆیان to خۆ), finite verbs to their infinitive; the rest is
/// whole, with a noun in it as a key (ئێواران, at evenings).
fn known_function(word: &str) -> Analysis {
    let mut keys = vec![word.to_owned()];
    let mut base = None;
    let whole = TAKES_CLITICS.contains(&word) || word == "پێش";
    strip(word, &mut |s| {
        if !whole && TAKES_CLITICS.contains(&s.base) {
            base = Some(s.base);
        } else if (matches!(s.inner, "ێک" | "ی") || is_plural_of_noun(&s, word))
            && base_cost(&s, base_tags(&s)).is_some_and(|c| c <= 3)
        {
            push_unique(&mut keys, &base_of(&s));
        }
    });
    readings(word).iter().for_each(|r| push_unique(&mut keys, &r.infinitive));
    if let Some(base) = base {
        keys.insert(0, base.to_owned());
    }
    Analysis { stem: canonical(&keys[0]), keys }
}

/// Whether what remains is a noun without its plural, and no numeral or the like
/// (سەدان, hundreds).
fn is_plural_of_noun(stripped: &Stripped, word: &str) -> bool {
    let lexicon = Lexicon::get();
    let is_function = || lexicon.tags(stripped.base).is_some_and(|tags| tags.has(Tags::FUNCTION));
    stripped.inner == "ان"
        && stripped.through == word
        && has_letters(stripped.base, 3 + usize::from(stripped.restored_e))
        && base_tags(stripped).is_some_and(|tags| tags.has(Tags::NOUN))
        && !is_function()
}

/// Words of the closed classes that endings follow as they follow nouns.
const TAKES_CLITICS: [&str; 30] = [
    "خۆ",
    "لێ",
    "پێ",
    "تێ",
    "بۆ",
    "لەگەڵ",
    "من",
    "تۆ",
    "ئەو",
    "ئێمە",
    "ئێوە",
    "ئەوان",
    "ئەم",
    "ئەمان",
    "هەموو",
    "هەندێک",
    "هیچ",
    "کەس",
    "یەکتر",
    "لەلایەن",
    "لەنێوان",
    "لەسەر",
    "لەبەر",
    "لەناو",
    "دەربارە",
    "سەبارەت",
    "بەرامبەر",
    "لەبەرامبەر",
    "دیکە",
    "تر",
];

/// A word that is not listed: the cheapest reading whose base is known. Its
/// `tags` make no word of it.
fn unknown(word: &str, tags: Option<Tags>) -> Analysis {
    let mut candidates = known_bases(word, tags);
    let is_name = word.strip_suffix("ەوە").is_some_and(is_name);
    for reading in infinitive_readings(word) {
        let cost = match reading.cost {
            cost if is_name => cost + 2,
            // The postverb of an infinitive makes another verb (ونکردنەوە).
            cost if word.ends_with("نەوە") => cost.min(2),
            cost if cost > 2 => cost + 1 + u8::from(reading.kind != Kind::Common),
            cost => cost,
        };
        candidates.push(Candidate { key: word.into(), cost, rare: false });
        candidates.push(Candidate { key: reading.infinitive.into(), cost, rare: false });
    }
    for reading in readings(word) {
        let cost = reading.cost + 1;
        let rare = reading.kind > Kind::Common;
        if reading.kind == Kind::LikeNoun {
            candidates.push(Candidate { key: word.into(), cost, rare: false });
        }
        candidates.push(Candidate { key: reading.infinitive.into(), cost, rare });
    }
    match candidates.iter().map(|candidate| candidate.cost).min() {
        Some(best) if best < DEAREST => {
            candidates.retain(|candidate| candidate.cost <= best + KEY_MARGIN);
            let rank = |c: &Candidate| (c.cost, c.key != word, c.rare, usize::MAX - c.key.len());
            sort_few_by(&mut candidates, |a, b| rank(a).cmp(&rank(b)));
            from_candidates(&candidates)
        }
        _ => guess(word),
    }
}

fn is_content(base: &str) -> bool {
    let content = Tags::NOUN.or(Tags::ADJECTIVE);
    has_letters(base, 3) && Lexicon::get().tags(base).is_some_and(|tags| tags.has(content))
}

fn from_candidates(candidates: &[Candidate]) -> Analysis {
    let mut keys = Vec::new();
    candidates.iter().for_each(|candidate| push_unique(&mut keys, &candidate.key));
    Analysis { stem: canonical(&keys[0]), keys }
}

pub(super) fn push_unique(keys: &mut Vec<String>, key: &str) {
    if !keys.iter().any(|known| known == key) {
        keys.push(key.to_owned());
    }
}

/// Whether a word is listed that ends in یی, of which the fold leaves one.
fn is_listed_double(word: &str) -> bool {
    Lexicon::get().listed(word).is_some_and(|tags| tags.has(Tags::DOUBLE_YEH))
}

/// Bytes of the longest listed word that makes verbs.
const LONGEST_ELEMENT: usize = 40;

const YEH: &str = "ی";

/// A base as it is spelled: listed words in یی get their second ی back, as
/// elements of a verb too (کۆتاییهێنان).
pub(super) fn canonical(base: &str) -> String {
    let ends_like_verb = base.ends_with('ن') || base.ends_with("نەوە");
    let mut from = match base.strip_suffix(YEH) {
        _ if ends_like_verb => 0,
        Some(rest) => rest.len(),
        None => return base.to_owned(),
    };
    while let Some(at) = find_letters(base, YEH, from).filter(|at| *at < LONGEST_ELEMENT) {
        let (element, rest) = base.split_at(at + YEH.len());
        if is_listed_double(element) && (rest.is_empty() || is_infinitive(rest)) {
            return [element, YEH, rest].concat();
        }
        from = at + YEH.len();
    }
    base.to_owned()
}

/// The bases that a name with endings may have, the shortest ending first.
/// Names need not be listed in the lexicon.
pub(crate) fn name_bases(word: &str) -> Vec<&str> {
    let mut bases: Vec<(u8, &str)> = Vec::new();
    strip(word, &mut |s| {
        if !s.restored_e && !s.inner.is_empty() && !bases.iter().any(|(_, b)| *b == s.base) {
            bases.push((s.cost, s.base));
        }
    });
    let rank = |(cost, base): &(u8, &str)| (*cost, usize::MAX - base.len());
    sort_by(&mut bases, |a, b| rank(a).cmp(&rank(b)));
    bases.into_iter().map(|(_, base)| base).collect()
}

/// Whether a folded word is listed as it is, and not as a name alone.
pub(crate) fn is_headword(word: &str) -> bool {
    let common = Tags::NOUN.or(Tags::ADJECTIVE).or(Tags::FUNCTION);
    Lexicon::get().tags(word).is_some_and(|tags| tags.has(common))
}

/// Whether a folded word is well read as a finite form of a verb.
pub(crate) fn is_verb_form(word: &str) -> bool {
    readings(word).iter().any(|reading| reading.cost <= 2)
}

/// Whether a folded word is listed, or a form of a listed word.
pub(crate) fn is_listed(word: &str) -> bool {
    let tags = Lexicon::get().tags(word);
    tags.is_some_and(Tags::is_word)
        || known_bases(word, tags).iter().any(|base| base.cost < DEAREST)
        || is_verb_form(word)
}
