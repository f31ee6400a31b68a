//! Choosing among the readings of a word.

use super::letters::count;
use super::lexicon::{Lexicon, Tags};
use super::noun::{Stripped, strip};
use super::verb::{VerbReading, is_infinitive, readings};

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
const KEY_MARGIN: u8 = 3;

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
        Some(tags) => known(word, tags),
        None => unknown(word),
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
    let mut keys = vec![word.to_owned()];
    let content = Tags::NOUN.or(Tags::NAME);
    strip(word, &mut |s| {
        let izafe = s.inner == "ی" && s.base.len() + "ی".len() == word.len();
        let counted = !tags.has(content) && matches!(s.inner, "ێک" | "ەکە" | "ەکان");
        if (izafe || counted) && !s.base.is_empty() && base_cost(&s).is_some_and(|c| c <= 1) {
            push_unique(&mut keys, base_of(&s));
        }
    });
    if !tags.has(content.or(Tags::ADJECTIVE)) {
        readings(word).into_iter().for_each(|r| push_unique(&mut keys, r.infinitive));
    }
    let vowel_izafe = tags.has(Tags::DOUBLE_YEH) && !tags.has(content) && keys.len() > 1;
    if vowel_izafe {
        keys.swap(0, 1);
    }
    Analysis { stem: canonical(&keys[0]), keys }
}

/// A word that is not listed: the cheapest reading whose base is known.
fn unknown(word: &str) -> Analysis {
    if is_infinitive(word) {
        return Analysis { stem: canonical(word), keys: vec![word.to_owned()] };
    }
    let mut candidates = known_bases(word);
    candidates.extend(readings(word).into_iter().map(Candidate::from));
    candidates.sort_by_key(|c| (c.cost, usize::MAX - c.key.len()));
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
        Some(tags) if tags.has(Tags::NOUN.or(Tags::NAME)) => Some(short),
        Some(tags) if tags.has(Tags::ADJECTIVE) => Some(1 + short),
        Some(_) => (length >= 2).then_some(3 + short),
        None if length >= 3 && !stripped.restored_e => is_infinitive(stripped.base).then_some(1),
        None => None,
    }
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
        if is_strong(s.inner) && shorter {
            best = Some(rank);
        }
    });
    let stem = best.map_or(word, |(_, base)| base).to_owned();
    Analysis { stem: canonical(&stem), keys }
}

/// Endings that unlisted words hardly ever end in by chance.
fn is_strong(ending: &str) -> bool {
    matches!(ending, "ەکە" | "ەکان" | "یەکان" | "ێک" | "دا")
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
    bases.sort_by_key(|(cost, base)| (*cost, usize::MAX - base.len()));
    bases.into_iter().map(|(_, base)| base).collect()
}
