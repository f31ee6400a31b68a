//! Choosing among the readings of a word.

use super::letters::count;
use super::lexicon::{Lexicon, Tags};
use super::noun::{Stripped, strip};
use super::verb::{VerbReading, infinitive_readings, readings};
use crate::order::sort_by;

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
        _ => unknown(word),
    }
}

/// A base that endings leave, and what it costs to believe in it.
#[derive(Debug, Clone)]
struct Candidate {
    key: String,
    cost: u8,
}

/// A listed word keeps whole; readings that newspapers mix with it are keys.
fn known(word: &str, tags: Tags) -> Analysis {
    let content = Tags::NOUN.or(Tags::NAME);
    if !tags.has(content.or(Tags::ADJECTIVE)) {
        return known_function(word);
    }
    let mut keys = vec![word.to_owned()];
    strip(word, &mut |s| {
        if s.base.len() + s.inner.len() == word.len() && is_also_form(&s, tags) {
            push_unique(&mut keys, base_of(&s));
        }
    });
    if keys.len() > 1 && is_rather_izafe(&keys[1], tags) {
        keys.swap(0, 1);
    }
    let perfect = word.ends_with("ەوە") || word.ends_with("اوە");
    let past = |r: &VerbReading| perfect || r.infinitive.strip_suffix('ن') == Some(word);
    let verbs = readings(word).into_iter().filter(past).chain(infinitive_readings(word));
    verbs.for_each(|r| push_unique(&mut keys, r.infinitive));
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
    form && base_cost(stripped).is_some_and(|cost| cost <= 1)
}

/// Whether a listed word in ی is rather its base with izafe: the demonym of a
/// place, a rare name that looks like a common noun's izafe (ئاگری), or a word
/// in a vowel and یی, which the fold makes one with ی.
fn is_rather_izafe(base: &str, tags: Tags) -> bool {
    let listed = Lexicon::get().tags(base).unwrap_or_default();
    let (noun, name) = (listed.has(Tags::NOUN), listed.has(Tags::NAME));
    let demonym = name && !noun && tags.has(Tags::ADJECTIVE) && !tags.has(Tags::NOUN);
    let only_name = !tags.has(Tags::NOUN.or(Tags::ADJECTIVE));
    let vowel = tags.has(Tags::DOUBLE_YEH) && (name || !tags.has(Tags::NOUN));
    demonym || vowel || (only_name && noun && !name)
}

/// A word of the closed classes: pronouns and prepositions with clitics belong
/// to their base (خۆیان to خۆ), finite verbs to their infinitive; the rest is
/// whole.
fn known_function(word: &str) -> Analysis {
    let mut keys = vec![word.to_owned()];
    let mut base = None;
    strip(word, &mut |s| {
        if TAKES_CLITICS.contains(&s.base) && s.base.len() < word.len() {
            base = Some(s.base);
        } else if matches!(s.inner, "ێک" | "ی") && base_cost(&s).is_some_and(|c| c <= 3) {
            push_unique(&mut keys, base_of(&s));
        }
    });
    readings(word).into_iter().for_each(|r| push_unique(&mut keys, r.infinitive));
    if let Some(base) = base {
        keys.insert(0, base.to_owned());
    }
    Analysis { stem: canonical(&keys[0]), keys }
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

/// A word that is not listed: the cheapest reading whose base is known.
fn unknown(word: &str) -> Analysis {
    let mut candidates = known_bases(word);
    for reading in infinitive_readings(word) {
        let cost = reading.cost + u8::from(reading.cost > 1);
        candidates.push(Candidate { key: word.to_owned(), cost });
        candidates.push(Candidate { key: reading.infinitive, cost });
    }
    candidates.extend(readings(word).into_iter().map(Candidate::from));
    let rank = |c: &Candidate| (c.cost, usize::MAX - c.key.len());
    sort_by(&mut candidates, |a, b| rank(a).cmp(&rank(b)));
    match candidates.first().map(|best| best.cost) {
        Some(best) if best < DEAREST => from_candidates(&candidates, best),
        _ => guess(word),
    }
}

fn from_candidates(candidates: &[Candidate], best: u8) -> Analysis {
    let mut keys = Vec::new();
    for candidate in candidates.iter().filter(|c| c.cost <= best + KEY_MARGIN) {
        push_unique(&mut keys, candidate.key.clone());
    }
    Analysis { stem: canonical(&keys[0]), keys }
}

impl From<VerbReading> for Candidate {
    fn from(reading: VerbReading) -> Candidate {
        Candidate { key: reading.infinitive, cost: reading.cost + 1 }
    }
}

fn known_bases(word: &str) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    strip(word, &mut |stripped| {
        if let Some(cost) = base_cost(&stripped) {
            candidates.push(Candidate { key: base_of(&stripped), cost: stripped.cost + cost });
        }
    });
    candidates
}

/// What it costs to believe in a stripped base; `None` if it is not known.
fn base_cost(stripped: &Stripped) -> Option<u8> {
    let lexicon = Lexicon::get();
    let tags = if stripped.restored_e {
        lexicon.tags_with(stripped.base, 'ە')
    } else {
        lexicon.tags(stripped.base)
    };
    let length = count(stripped.base);
    let short = if length <= 2 { 3 } else { 0 };
    match tags {
        Some(tags) if tags.has(Tags::NOUN.or(Tags::NAME)) => {
            Some(short + vowel_cost(stripped, tags))
        }
        Some(tags) if tags.has(Tags::ADJECTIVE) => Some(1 + short + derived_cost(stripped)),
        Some(tags) if tags.is_word() => (length >= 2).then_some(3 + short),
        _ if length >= 3 && !stripped.restored_e => verbal_noun_cost(stripped.base),
        _ => None,
    }
}

/// A listed word in a vowel and یی is folded like its base before an ending in
/// ی (زانایان: of زانا rather than of زانایی).
fn vowel_cost(stripped: &Stripped, tags: Tags) -> u8 {
    let merges = matches!(stripped.inner, "ان" | "ەک" | "ە" | "ەوە" | "ن" | "ش");
    let noun = stripped.base.strip_suffix('ی').filter(|_| merges);
    let known = noun.and_then(|noun| Lexicon::get().tags(noun)).is_some_and(Tags::is_word);
    if tags.has(Tags::DOUBLE_YEH) && known { 2 } else { 0 }
}

/// An infinitive, or a participle as a noun (کوژراوەکان).
fn verbal_noun_cost(base: &str) -> Option<u8> {
    infinitive_readings(base).iter().map(|r| 1 + r.cost).min()
}

/// An adjective made with ی of a listed noun takes endings as a noun does
/// (عێراقییەکان), but clitics and the like are rather the noun's (کوردین).
fn derived_cost(stripped: &Stripped) -> u8 {
    let noun = stripped.base.strip_suffix('ی').and_then(|noun| Lexicon::get().tags(noun));
    let derived = noun.is_some_and(|tags| tags.has(Tags::NOUN.or(Tags::NAME)));
    let counted = matches!(stripped.inner, "ەکە" | "ەکان" | "ێک" | "ەک" | "تر" | "ترین");
    if derived && !counted { 2 } else { 0 }
}

fn base_of(stripped: &Stripped) -> String {
    let mut base = stripped.base.to_owned();
    if stripped.restored_e {
        base.push('ە');
    }
    base
}

/// No base is known: endings that hardly any word ends in by chance are shed
/// for the stem; every legal base of three letters is a key.
fn guess(word: &str) -> Analysis {
    let mut keys = vec![word.to_owned()];
    let mut best: Option<(u8, &str)> = None;
    strip(word, &mut |s| {
        if s.restored_e || count(s.base) < 3 || s.cost > 7 || is_weak(s.inner) {
            return;
        }
        push_unique(&mut keys, s.base.to_owned());
        let rank = (s.cost, s.base);
        let shorter = best.is_none_or(|(_, base)| s.base.len() < base.len());
        if is_strong(&s) && shorter {
            best = Some(rank);
        }
    });
    let stem = best.map_or(word, |(_, base)| base).to_owned();
    Analysis { stem: canonical(&stem), keys }
}

/// Whether an ending on an unlisted base is hardly ever there by chance.
fn is_strong(stripped: &Stripped) -> bool {
    match stripped.inner {
        "ەکە" | "ەکان" | "یەکان" | "ێک" | "یەک" | "دا" | "یش" => true,
        "ەوە" => count(stripped.base) >= 4,
        _ => false,
    }
}

/// Single letters that end too many unlisted words by chance.
fn is_weak(ending: &str) -> bool {
    matches!(ending, "م" | "ت" | "ن" | "و")
}

fn push_unique(keys: &mut Vec<String>, key: String) {
    if !keys.contains(&key) {
        keys.push(key);
    }
}

/// A base as it is spelled: listed words in یی get their second ی back.
fn canonical(base: &str) -> String {
    let double = Lexicon::get().tags(base).is_some_and(|tags| tags.has(Tags::DOUBLE_YEH));
    if double { format!("{base}ی") } else { base.to_owned() }
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

/// Whether a folded word is listed, or a form of a listed word.
pub(crate) fn is_listed(word: &str) -> bool {
    Lexicon::get().tags(word).is_some_and(Tags::is_word)
        || known_bases(word).iter().any(|base| base.cost < DEAREST)
        || readings(word).iter().any(|reading| reading.cost <= 2)
}
