//! A word that is known only in another spelling: with ڵ ڕ ێ ۆ for plain letters
//! (بریارەش, of بڕیار), plain ones for these, or وو for و.

use std::iter::once;
use std::sync::OnceLock;

use super::analysis::{Analysis, analyse, is_listed};
use super::bases::{base_cost, chain_cost};
use super::letters::has_letters;
use super::lexicon::{Lexicon, Tags};
use super::noun::{Stripped, strip};
use super::suffixes::Suffixes;
use super::verb::readings;
use super::verb_table::VerbTable;
use crate::fold::{loose, loose_with_map};

/// Letters of the shortest base that is looked for.
const SHORTEST: usize = 3;
/// Bytes of the longest word that is looked at.
const LONGEST: usize = 48;
/// What has more letters that may be meant otherwise is left as it is.
const MOST: usize = 4;
/// Readings that cost more are rather chance.
const DEAREST: u8 = 6;

/// The analysis of a word whose base is listed in another spelling. The stem is
/// that base as it is written here.
pub(super) fn analyse_otherwise(word: &str) -> Option<Analysis> {
    if word.len() > LONGEST || word.chars().all(|letter| meant_for(letter).is_empty()) {
        return None;
    }
    let mut best: Option<(u8, usize, String)> = None;
    strip(word, &mut |stripped| {
        let written = stripped.base.len();
        let Some((cost, base)) = base_otherwise(&stripped, &word[written..]) else { return };
        let is_better = |(least, length, _): &(u8, usize, String)| {
            cost < *least || (cost == *least && written > *length)
        };
        if best.as_ref().is_none_or(is_better) {
            best = Some((cost, written, base));
        }
    });
    best.map(|(_, written, base)| with_own_letters(word, written, &base))
}

/// What a base costs that is listed in another spelling, and that spelling.
fn base_otherwise(stripped: &Stripped, tail: &str) -> Option<(u8, String)> {
    let Stripped { base, inner, restored_e, .. } = *stripped;
    let shortest = match inner {
        "" | "ی" | "ەکە" | "ەکان" | "ێک" | "کە" | "کان" | "یەک" => SHORTEST,
        _ => SHORTEST + 1,
    };
    let by_chance = matches!(inner, "م" | "ت" | "ن" | "ێ" | "یت" | "ین" | "نە" | "ات");
    if by_chance || restored_e || !has_letters(base, shortest) {
        return None;
    }
    let content = Tags::NOUN.or(Tags::NAME).or(Tags::ADJECTIVE);
    let mut found = None;
    each_spelling(base, &mut |spelled| {
        if spelled == base {
            return false;
        }
        let tags = Lexicon::get().listed(spelled).filter(|tags| tags.has(content));
        found = tags.map(|tags| (tags, spelled.to_owned()));
        found.is_some()
    });
    let (tags, spelled) = found?;
    let cost = base_cost(stripped, Some(tags))? + chain_cost(stripped, tail);
    (cost <= DEAREST).then_some((cost, spelled))
}

/// What the rules make of a word in another spelling, with its own letters: its
/// first `written` bytes are spelled `base`.
fn with_own_letters(word: &str, written: usize, base: &str) -> Analysis {
    let (here, tail) = word.split_at(written);
    let stem = analyse(&[base, tail].concat()).stem;
    let shorter = base.strip_prefix(&*stem).and_then(|ending| here.strip_suffix(ending));
    let longer = || [here, stem.strip_prefix(base).unwrap_or_default()].concat();
    let stem = shorter.map_or_else(longer, str::to_owned);
    Analysis { keys: vec![stem.clone()], stem }
}

/// The verbs of which an unknown word is a form in another spelling.
pub(crate) fn verbs_otherwise(word: &str) -> Vec<String> {
    let mut verbs = Vec::new();
    let is_known = |word| Lexicon::get().tags(word).is_some_and(Tags::is_word);
    if word.len() > LONGEST || !has_letters(word, SHORTEST + 1) || is_known(word) {
        return verbs;
    }
    let (loosened, starts) = loose_with_map(word);
    for end in (2..=loosened.len()).step_by(2) {
        for after in endings_otherwise(&word[starts[end]..]) {
            for (start, stems) in loose_stems().ending_at(&loosened, end) {
                let before = &word[..starts[start]];
                stems.iter().for_each(|stem| read_otherwise([before, stem, &after], &mut verbs));
            }
        }
    }
    if !verbs.is_empty() && is_listed(word) {
        verbs.clear();
    }
    verbs
}

/// The endings of verbs that these letters may be meant for.
fn endings_otherwise(after: &str) -> Vec<String> {
    let mut endings = vec![after.to_owned()];
    for (plain, meant) in [("ی", "ێ"), ("و", "وو")] {
        if after.contains(plain) {
            endings.push(after.replacen(plain, meant, 1));
        }
    }
    let all = &VerbTable::get().forms.endings;
    endings.retain(|ending| all.ending_at(ending, ending.len()).any(|(start, _)| start == 0));
    endings
}

/// Reads a word whose stem and ending are certain, in each spelling of what stands
/// before them.
fn read_otherwise([before, stem, after]: [&str; 3], verbs: &mut Vec<String>) {
    // Hardly any verb has so short a stem without a sign of mood before it.
    let is_short = !has_letters(stem, 3);
    let signs = &VerbTable::get().forms.prefixes;
    if is_short && !signs.ending_at(before, before.len()).any(|(start, _)| start < before.len()) {
        return;
    }
    each_spelling(before, &mut |before| {
        for reading in readings(&[before, stem, after].concat()) {
            if reading.cost <= 3 - u8::from(is_short) && !verbs.contains(&reading.infinitive) {
                verbs.push(reading.infinitive);
            }
        }
        false
    });
}

/// The stems of verbs by their loose spelling.
fn loose_stems() -> &'static Suffixes<Vec<&'static str>> {
    static STEMS: OnceLock<Suffixes<Vec<&'static str>>> = OnceLock::new();
    STEMS.get_or_init(|| {
        let mut stems = Suffixes::<Vec<&str>>::new();
        for stem in VerbTable::get().stems.values() {
            stems.entry(&loose(&stem.letters)).push(&stem.letters);
        }
        stems
    })
}

/// Calls `emit` with each way in which `written` may be meant, itself first, until
/// it says that this was the one.
fn each_spelling(written: &str, emit: &mut dyn FnMut(&str) -> bool) {
    let mixed_up = written.chars().filter(|letter| !meant_for(*letter).is_empty()).count();
    if mixed_up <= MOST {
        spell(written, &mut String::with_capacity(2 * written.len()), emit);
    } else {
        emit(written);
    }
}

fn spell(rest: &str, spelled: &mut String, emit: &mut dyn FnMut(&str) -> bool) -> bool {
    let Some(letter) = rest.chars().next() else { return emit(spelled) };
    let (written, rest) = rest.split_at(letter.len_utf8());
    let length = spelled.len();
    once(&written).chain(meant_for(letter)).any(|letters| {
        if *letters != "و" || !spelled.ends_with("وو") {
            spelled.push_str(letters);
        }
        let is_found = spell(rest, spelled, emit);
        spelled.truncate(length);
        is_found
    })
}

/// What a letter may be meant for.
fn meant_for(letter: char) -> &'static [&'static str] {
    match letter {
        'ل' => &["ڵ"],
        'ڵ' => &["ل"],
        'ر' => &["ڕ"],
        'ڕ' => &["ر"],
        'ی' => &["ێ"],
        'و' => &["ۆ", "وو"],
        'ۆ' => &["و"],
        _ => &[],
    }
}
