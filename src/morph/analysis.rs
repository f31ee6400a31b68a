//! Choosing among the readings of a word.

use super::letters::{Final, count};
use super::lexicon::{Lexicon, Tags};
use super::noun::{Stripped, strip};
use super::verb::{Kind, VerbReading, infinitive_readings, is_infinitive, readings};
use crate::fold::fold_str;
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

/// The stem of a word as it is written, where it tells more than its fold:
/// یی after a vowel makes a word of its own (یاسایی, legal), though the fold
/// writes it like the izafe (یاسای, law of). `stem` is that of the fold.
///
/// ```
/// use sorani_reader::morph::stem_as_written;
/// assert_eq!(stem_as_written("یاسایی", "یاسا"), "یاسایی");
/// assert_eq!(stem_as_written("یاسای", "یاسا"), "یاسا");
/// ```
#[must_use]
pub fn stem_as_written(word: &str, stem: &str) -> String {
    let yehs = word.chars().rev().take_while(|c| matches!(c, 'ی' | 'ي' | 'ى')).count();
    let vowel = matches!(Final::of(stem), Some(Final::Vowel | Final::E)) || stem.ends_with("وو");
    let derived = format!("{stem}ی");
    if yehs == 2 && vowel && fold_str(word) == fold_str(&derived) {
        derived + "ی"
    } else {
        stem.to_owned()
    }
}

/// A base that endings leave, and what it costs to believe in it.
#[derive(Debug, Clone)]
struct Candidate {
    key: String,
    cost: u8,
    /// A verb that is not one of the commonest.
    rare: bool,
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
        if (single && is_also_form(&s, tags)) || (manner && !s.restored_e && is_content(s.base)) {
            push_unique(&mut keys, base_of(&s));
        }
    });
    if keys.len() > 1 && word.ends_with('ی') && is_rather_izafe(&keys[1], tags) {
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
    form && base_cost(stripped, base_tags(stripped)).is_some_and(|cost| cost <= 1)
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
        let whole = TAKES_CLITICS.contains(&word) || word == "پێش";
        if !whole && TAKES_CLITICS.contains(&s.base) {
            base = Some(s.base);
        } else if matches!(s.inner, "ێک" | "ی")
            && base_cost(&s, base_tags(&s)).is_some_and(|c| c <= 3)
        {
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
    let is_name = word.strip_suffix("ەوە").is_some_and(is_name);
    for reading in infinitive_readings(word) {
        let cost = match reading.cost {
            cost if is_name => cost + 2,
            // The postverb of an infinitive makes another verb (ونکردنەوە).
            cost if word.ends_with("نەوە") => cost.min(2),
            cost => cost + u8::from(cost > 2),
        };
        candidates.push(Candidate { key: word.to_owned(), cost, rare: false });
        candidates.push(Candidate { key: reading.infinitive, cost, rare: false });
    }
    for reading in readings(word) {
        let cost = reading.cost + 1;
        let rare = reading.kind > Kind::Common;
        if reading.kind == Kind::LikeNoun {
            candidates.push(Candidate { key: word.to_owned(), cost, rare: false });
        }
        candidates.push(Candidate { key: reading.infinitive, cost, rare });
    }
    let rank = |c: &Candidate| (c.cost, c.key != word, c.rare, usize::MAX - c.key.len());
    sort_by(&mut candidates, |a, b| rank(a).cmp(&rank(b)));
    match candidates.first().map(|best| best.cost) {
        Some(best) if best < DEAREST => from_candidates(&candidates, best),
        _ => guess(word),
    }
}

fn is_content(base: &str) -> bool {
    let content = Tags::NOUN.or(Tags::ADJECTIVE);
    count(base) >= 3 && Lexicon::get().tags(base).is_some_and(|tags| tags.has(content))
}

fn is_name(base: &str) -> bool {
    Lexicon::get().tags(base).is_some_and(|tags| tags.has(Tags::NAME))
}

fn from_candidates(candidates: &[Candidate], best: u8) -> Analysis {
    let mut keys = Vec::new();
    for candidate in candidates.iter().filter(|c| c.cost <= best + KEY_MARGIN) {
        push_unique(&mut keys, candidate.key.clone());
    }
    Analysis { stem: canonical(&keys[0]), keys }
}

fn known_bases(word: &str) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    strip(word, &mut |stripped| {
        let tags = base_tags(&stripped);
        let Some(cost) = base_cost(&stripped, tags) else { return };
        let cost = chain_cost(&stripped) + cost;
        if let Some(whole) = derived_word(word, &stripped, tags.unwrap_or_default()) {
            candidates.push(Candidate { key: whole.to_owned(), cost, rare: false });
        }
        candidates.push(Candidate { key: base_of(&stripped), cost, rare: false });
    });
    candidates
}

/// The cost of the endings. Behind a definite or indefinite ending no other is
/// there by chance, however many there are.
fn chain_cost(stripped: &Stripped) -> u8 {
    match stripped.inner {
        "ەکە" | "ەکان" | "ێک" => stripped.cost.min(4),
        _ => stripped.cost,
    }
}

fn base_tags(stripped: &Stripped) -> Option<Tags> {
    let lexicon = Lexicon::get();
    if stripped.restored_e {
        lexicon.tags_with(stripped.base, 'ە')
    } else {
        lexicon.tags(stripped.base)
    }
}

/// What it costs to believe in a stripped base; `None` if it is not known.
fn base_cost(stripped: &Stripped, tags: Option<Tags>) -> Option<u8> {
    let length = count(stripped.base);
    let short = if length <= 2 { 3 } else { 0 };
    match tags {
        Some(tags) if tags.has(Tags::NOUN.or(Tags::NAME)) => {
            Some(short + vowel_cost(stripped, tags) + rare_cost(stripped, tags))
        }
        Some(tags) if tags.has(Tags::ADJECTIVE) => {
            Some(1 + short + derived_cost(stripped) + vowel_cost(stripped, tags))
        }
        Some(tags) if tags.is_word() => (length >= 2).then_some(3 + short),
        _ if length >= 3 && !stripped.restored_e => verbal_noun_cost(stripped.base),
        _ => None,
    }
}

/// The letters of the longest base that is still called simple.
const SIMPLE: usize = 5;

/// What makes agents, whose ی makes the name of their trade (گەردوونناسی).
const AGENTS: [&str; 22] = [
    "کار",
    "خواز",
    "ناس",
    "فرۆش",
    "نووس",
    "ساز",
    "گەر",
    "پەرست",
    "پەروەر",
    "زان",
    "بێژ",
    "کێش",
    "ژەن",
    "گیر",
    "باز",
    "پارێز",
    "خوێن",
    "بین",
    "کوژ",
    "ڕێژ",
    "گێڕ",
    "خۆر",
];

/// A listed base whose ending rather makes another word, unlisted: that word
/// (a quality بێهیوایی, a manner دڵسۆزانە, a stuff ئاسنین, or mere chance).
fn derived_word<'a>(word: &'a str, stripped: &Stripped<'a>, tags: Tags) -> Option<&'a str> {
    const CHANCE: [&str; 9] = ["مە", "نە", "تە", "شە", "ەم", "یەم", "یم", "ەت", "یەت"];
    let Stripped { base, inner, through, .. } = *stripped;
    let tail = &word[base.len()..];
    let adjective = tags.has(Tags::ADJECTIVE);
    if CHANCE.contains(&tail) || (adjective && matches!(tail, "انە" | "یانە")) {
        return Some(word);
    }
    let agent = || AGENTS.iter().any(|agent| base.len() > agent.len() && base.ends_with(agent));
    let whole = match inner {
        "ت" | "یت" => true,
        "ن" => !adjective && (count(base) <= 3 || Final::of(base) != Some(Final::Consonant)),
        "ین" => !adjective && count(base) <= SIMPLE,
        "و" => match Final::of(base) {
            Some(Final::Vowel) => count(base) <= 3,
            last => matches!(last, Some(Final::Yeh | Final::Waw)),
        },
        "ەوە" => base.ends_with("کەر") || base.ends_with("دەر"),
        "ە" => {
            let only_name = !tags.has(Tags::NOUN.or(Tags::ADJECTIVE));
            tags.has(Tags::GIVEN) && only_name && Final::of(base) == Some(Final::Consonant)
        }
        "ی" => {
            count(base) > SIMPLE
                && (agent() || (adjective && !tags.has(Tags::NAME) && !base.ends_with('و')))
        }
        "ان" => stripped.restored_e && tail == "ان" && count(base) < 4,
        _ => false,
    };
    whole.then_some(through)
}

/// A listed word in a vowel and یی is folded like its base before an ending in
/// ی (زانایان: of زانا rather than of زانایی).
fn vowel_cost(stripped: &Stripped, tags: Tags) -> u8 {
    let merges = match stripped.inner {
        "ان" | "ەک" | "ە" | "ەوە" | "ن" | "ش" => true,
        // نموونەیەکە is نموونە with یەک rather than نموونەیی with ەکە.
        "ەکە" => stripped.base.ends_with("ەی"),
        _ => false,
    };
    let noun = stripped.base.strip_suffix('ی').filter(|_| merges);
    let known = noun.and_then(|noun| Lexicon::get().tags(noun)).is_some_and(Tags::is_word);
    if tags.has(Tags::DOUBLE_YEH) && known && merges { 2 } else { 0 }
}

/// Readings that newspapers hardly mean: of a numeral, a name or the like where
/// a noun in ە fits too (سەدەکان, of سەدە), of a family name in ی where the
/// name without it does (حەسەنیان).
fn rare_cost(stripped: &Stripped, tags: Tags) -> u8 {
    let Stripped { base, inner, .. } = *stripped;
    let tags_of = |tags: Option<Tags>| tags.unwrap_or_default();
    let vague = tags.has(Tags::FUNCTION) || !tags.has(Tags::NOUN);
    let vague = vague && matches!(inner, "ەکە" | "ەکان");
    let noun_in_e = || tags_of(Lexicon::get().tags_with(base, 'ە')).has(Tags::NOUN);
    let family = inner == "ان" && !tags.has(Tags::NOUN);
    let first_name = || base.strip_suffix('ی').is_some_and(is_name);
    u8::from((vague && noun_in_e()) || (family && first_name()))
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
    let counted = matches!(stripped.inner, "ەکە" | "ەکان" | "ێک" | "ەک" | "تر" | "ترین" | "ە");
    if derived && !counted { 2 } else { 0 }
}

fn base_of(stripped: &Stripped) -> String {
    let Stripped { base, restored_e, .. } = *stripped;
    match base.strip_suffix('ه') {
        // At the end of a word the fold writes h, not after ا, in its knotted form.
        Some(rest) if !restored_e && !rest.ends_with('ا') => format!("{rest}ھ"),
        _ => format!("{base}{}", if restored_e { "ە" } else { "" }),
    }
}

/// No base is known: endings that hardly any word ends in by chance are shed
/// for the stem; every legal base of three letters is a key.
fn guess(word: &str) -> Analysis {
    let mut keys = vec![word.to_owned()];
    if let Some(rest) = behind_preposition(word) {
        analyse(rest).keys.into_iter().for_each(|key| push_unique(&mut keys, key));
        return Analysis { stem: word.to_owned(), keys };
    }
    let mut shortest = word.len();
    let mut stem = word.to_owned();
    strip(word, &mut |s| {
        if s.restored_e || count(s.base) < 3 || s.cost > 7 || is_weak(s.inner) {
            return;
        }
        push_unique(&mut keys, base_of(&s));
        if s.base.len() < shortest && is_strong(&s, &word[s.base.len()..]) {
            (shortest, stem) = (s.base.len(), base_of(&s));
        }
    });
    Analysis { stem: canonical(&stem), keys }
}

/// What follows a preposition or conjunction that is glued to a known word:
/// a newsroom's habit (لەبەغدا). The whole is no word; the rest is a key.
fn behind_preposition(word: &str) -> Option<&str> {
    let rest = ["لە", "بە", "کە"].iter().find_map(|first| word.strip_prefix(first))?;
    (count(rest) >= 3 && is_listed(rest)).then_some(rest)
}

/// Whether the endings of an unlisted base are hardly ever there by chance;
/// `tail` is all of them.
fn is_strong(stripped: &Stripped, tail: &str) -> bool {
    let Stripped { base, inner, .. } = *stripped;
    match inner {
        "ەکە" | "ەکان" | "یەکان" | "ێک" | "یەک" => tail != "ەکەت",
        "دا" => {
            matches!(tail, "دا" | "دایە" | "داش") && (!base.ends_with('ن') || count(base) > SIMPLE)
        }
        "یش" => count(base) >= 4,
        "ەوە" => count(base) >= 4,
        "ی" => count(base) >= 4,
        "ش" | "وە" => count(base) >= 4 && base.ends_with(['ا', 'ۆ']),
        _ => false,
    }
}

/// Single letters that end too many unlisted words by chance.
fn is_weak(ending: &str) -> bool {
    matches!(ending, "م" | "ت" | "ن")
}

fn push_unique(keys: &mut Vec<String>, key: String) {
    if !keys.contains(&key) {
        keys.push(key);
    }
}

/// Bytes of the longest listed word that makes verbs.
const LONGEST_ELEMENT: usize = 40;

/// A base as it is spelled: listed words in یی get their second ی back, as
/// elements of a verb too (کۆتاییهێنان).
fn canonical(base: &str) -> String {
    let double = |word| Lexicon::get().tags(word).is_some_and(|tags| tags.has(Tags::DOUBLE_YEH));
    for (at, yeh) in base.match_indices('ی').take_while(|(at, _)| *at < LONGEST_ELEMENT) {
        let (element, rest) = base.split_at(at + yeh.len());
        if double(element) && (rest.is_empty() || is_infinitive(rest)) {
            return format!("{element}ی{rest}");
        }
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

/// Whether a folded word is listed, or a form of a listed word.
pub(crate) fn is_listed(word: &str) -> bool {
    Lexicon::get().tags(word).is_some_and(Tags::is_word)
        || known_bases(word).iter().any(|base| base.cost < DEAREST)
        || readings(word).iter().any(|reading| reading.cost <= 2)
}
