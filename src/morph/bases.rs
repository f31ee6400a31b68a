//! What is left when endings go, and what it costs to believe in it.

use std::borrow::Cow;

use super::infinitive::infinitive_cost;
use super::letters::{Final, has_letters, has_word};
use super::lexicon::{Lexicon, Tags};
use super::noun::{Stripped, strip};

/// A base that endings leave, and what it costs to believe in it.
#[derive(Debug, Clone)]
pub(super) struct Candidate<'a> {
    pub key: Cow<'a, str>,
    pub cost: u8,
    /// A verb that is not one of the commonest.
    pub rare: bool,
}

/// The listed bases of a word, whose own tags these are.
pub(super) fn known_bases(word: &str, tags: Option<Tags>) -> Vec<Candidate<'_>> {
    let mut candidates = Vec::new();
    // The last stripped, and the cost of its base.
    let mut last: (Stripped, Option<u8>) = (Stripped::whole(word), None);
    strip(word, &mut |stripped| {
        let is_whole = stripped.inner.is_empty();
        let again = !is_whole && stripped.is_same_base(&last.0);
        if again && (last.1.is_none() || stripped.cost >= last.0.cost) {
            return;
        }
        let tags = if is_whole { tags } else { base_tags(&stripped) };
        last = (stripped, base_cost(&stripped, tags));
        let Some(cost) = last.1 else { return };
        let cost = chain_cost(&stripped, &word[stripped.base.len()..]) + cost;
        if let Some(whole) = derived_word(word, &stripped, tags.unwrap_or_default()) {
            candidates.push(Candidate { key: Cow::Borrowed(whole), cost, rare: false });
        }
        candidates.push(Candidate { key: base_of(&stripped), cost, rare: false });
    });
    candidates
}

/// The cost of the endings, of which `tail` are the letters. Behind a definite or
/// indefinite ending no other is there by chance, however many there are; nor is
/// one behind the demonstrative plural (پیاوانەی).
pub(super) fn chain_cost(stripped: &Stripped, tail: &str) -> u8 {
    match stripped.inner {
        "ەکە" | "ەکان" | "ێک" => stripped.cost.min(4),
        "کە" | "کان" | "یەک" => stripped.cost.min(5),
        "ان" | "یان"
            if tail.split_once("انە").is_some_and(|(_, more)| !matches!(more, "" | "ت")) =>
        {
            stripped.cost - 3
        }
        // ماددان is of ماددە where there is no مادد.
        "ان" if stripped.restored_e && is_unknown(stripped.base) => stripped.cost - 3,
        _ => stripped.cost,
    }
}

/// Whether a base of an ending in ا that may have swallowed ە is no word itself;
/// one in ک is rather cut short of ەکان.
fn is_unknown(base: &str) -> bool {
    has_letters(base, 4) && !base.ends_with(['ی', 'ک']) && Lexicon::get().tags(base).is_none()
}

pub(super) fn base_tags(stripped: &Stripped) -> Option<Tags> {
    let lexicon = Lexicon::get();
    if stripped.restored_e {
        lexicon.tags_with(stripped.base, 'ە')
    } else {
        lexicon.tags(stripped.base)
    }
}

/// What it costs to believe in a stripped base; `None` if it is not known.
pub(super) fn base_cost(stripped: &Stripped, tags: Option<Tags>) -> Option<u8> {
    let has = |letters| has_letters(stripped.base, letters - usize::from(stripped.restored_e));
    let short = if has(3) { 0 } else { 3 };
    match tags {
        Some(tags) if tags.has(Tags::NOUN.or(Tags::NAME)) => {
            Some(short + vowel_cost(stripped, tags) + rare_cost(stripped, tags))
        }
        Some(tags) if tags.has(Tags::ADJECTIVE) => {
            Some(1 + short + derived_cost(stripped) + vowel_cost(stripped, tags))
        }
        Some(tags) if tags.is_word() => has(2).then_some(3 + short),
        _ if short == 0 && !stripped.restored_e => verbal_noun_cost(stripped.base),
        _ => None,
    }
}

/// Whether a base has more letters than a simple one.
pub(super) fn is_long(base: &str) -> bool {
    has_letters(base, 6)
}

/// What makes agents, whose ی makes the name of their trade (گەردوونناسی).
const AGENTS: [&str; 24] = [
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
    "وان",
    "دار",
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
        "ە" => !has_letters(base, 4) && tags.has(Tags::GIVEN) && !tags.has(Tags::NOUN),
        "ت" | "یت" => true,
        "ن" => !adjective && (!has_letters(base, 4) || Final::of(base) != Some(Final::Consonant)),
        "ین" => !adjective && !is_long(base),
        "و" => match Final::of(base) {
            Some(Final::Vowel) => !has_letters(base, 4),
            Some(Final::Yeh) => !is_long(base),
            last => last == Some(Final::Waw),
        },
        "ەوە" => base.ends_with("کەر") || base.ends_with("دەر"),
        "ی" => {
            let quality = adjective && !base.ends_with('و');
            let long = is_long(base);
            let made = (quality && (long || !tags.has(Tags::NOUN))) || (long && agent());
            made && !tags.has(Tags::NAME)
        }
        "ان" => stripped.restored_e && tail == "ان" && !has_letters(base, 4),
        _ => false,
    };
    whole.then_some(through)
}

/// A listed word in a vowel and یی is folded like its base before an ending in
/// ی (زانایان: of زانا rather than of زانایی).
fn vowel_cost(stripped: &Stripped, tags: Tags) -> u8 {
    if !tags.has(Tags::DOUBLE_YEH) {
        return 0;
    }
    let before = || Final::of(stripped.base.trim_end_matches('ی'));
    let merges = match stripped.inner {
        "ان" | "ەک" | "ە" | "ەوە" | "ن" | "ش" => true,
        // نموونەیەکە is نموونە with یەک rather than نموونەیی with ەکە, and
        // چیایەکان is چیا with یەکان.
        "ەکە" => matches!(before(), Some(Final::E | Final::Vowel)),
        "ەکان" => before() == Some(Final::Vowel),
        _ => false,
    };
    let noun = stripped.base.strip_suffix('ی').filter(|_| merges);
    let known = noun.and_then(|noun| Lexicon::get().tags(noun)).is_some_and(Tags::is_word);
    if known { 3 } else { 0 }
}

/// Readings that newspapers hardly mean: of a numeral, a name or the like where
/// a noun in ە fits too (سەدەکان, of سەدە), of a family name in ی where the
/// name without it does (حەسەنیان), or the other way about.
fn rare_cost(stripped: &Stripped, tags: Tags) -> u8 {
    /// Nouns that are rarer than those which have a ە more (کێشەکان, of کێشە).
    const RARER: &str = "کێش نیشان پار زنجیر نەخش کابین بیرۆک بیردۆز بژار گریمان لێکەوت مەفرەز وەرەق \
                         پێناس ڕایەڵ مەشخەڵ چوارین کەمین تنۆک بروسک تەوەر ئەنگوست توورەک یەک شێو وێن";
    /// Names that newspapers rather know with ی (سلێمانیش, of سلێمانی).
    const KNOWN_IN_YEH: &str = "سلێمان بارزان سوودان سودان حەریر ئامێد شارەزوور ڕەواندز قەرەداغ پشدەر زێبار \
                                خەزعەل سیستان شێروان میران مالیک کازم گیلان تکریت بۆتان دیار";
    let Stripped { base, inner, .. } = *stripped;
    let tags_of = |tags: Option<Tags>| tags.unwrap_or_default();
    let vague = || tags.has(Tags::FUNCTION) || !tags.has(Tags::NOUN) || has_word(RARER, base);
    let noun_in_e = || tags_of(Lexicon::get().tags_with(base, 'ە')).has(Tags::NOUN);
    let rarer = matches!(inner, "ەکە" | "ەکان") && noun_in_e() && vague();
    let family = inner == "ان" && !tags.has(Tags::NOUN);
    let first_name = || base.strip_suffix('ی').is_some_and(is_name);
    let of_longer = matches!(inner, "یش" | "یان") && has_word(KNOWN_IN_YEH, base);
    u8::from(rarer || (family && first_name())) + 2 * u8::from(of_longer)
}

/// An infinitive, or a participle as a noun (کوژراوەکان).
fn verbal_noun_cost(base: &str) -> Option<u8> {
    infinitive_cost(base).map(|cost| 1 + cost)
}

/// An adjective made with ی of a listed noun takes endings as a noun does
/// (عێراقییەکان), but clitics and the like are rather the noun's (کوردین).
fn derived_cost(stripped: &Stripped) -> u8 {
    if matches!(stripped.inner, "ەکە" | "ەکان" | "ێک" | "ەک" | "تر" | "ترین" | "ە")
    {
        return 0;
    }
    let noun = stripped.base.strip_suffix('ی').and_then(|noun| Lexicon::get().tags(noun));
    if noun.is_some_and(|tags| tags.has(Tags::NOUN.or(Tags::NAME))) { 2 } else { 0 }
}

pub(super) fn base_of<'a>(stripped: &Stripped<'a>) -> Cow<'a, str> {
    let base = stripped.base;
    if stripped.restored_e {
        return [base, "ە"].concat().into();
    }
    match base.strip_suffix('ه') {
        // The fold writes h at the end of a word in its knotted form.
        Some(rest) if !rest.ends_with('ا') => [rest, "ھ"].concat().into(),
        _ => base.into(),
    }
}

pub(super) fn is_name(base: &str) -> bool {
    Lexicon::get().tags(base).is_some_and(|tags| tags.has(Tags::NAME))
}
