//! Taking verb forms apart.
//!
//! `[element][clitic][negation][mood][clitic] STEM [person or clitic][ەوە][ە]`
//! (Thackston §§ 17–35): the ending and the stem are found from the right, then
//! what stands before the stem is read as a prefix and an element (a preverb,
//! or the noun of a light verb).

use super::lexicon::{Lexicon, Tags};
use super::verb_forms::{EndingUse, Stems};
use super::verb_table::{Stem, VerbTable};

/// A reading of a word as a form of a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VerbReading {
    /// The infinitive, folded: ڕاگەیاندن.
    pub infinitive: String,
    /// How little the reading is to be trusted; 0 is certain.
    pub cost: u8,
}

/// Letters of the longest ending.
const LONGEST_ENDING: usize = 9;
/// Letters of the longest prefix.
const LONGEST_PREFIX: usize = 8;

/// Every reading of a folded word as a finite verb form.
pub(super) fn readings(word: &str) -> Vec<VerbReading> {
    let table = VerbTable::get();
    let mut found = Vec::new();
    for infinitive in table.irregular.get(word).into_iter().flatten() {
        add(&mut found, folded_infinitive(infinitive), 1);
    }
    for end in boundaries_from_right(word, LONGEST_ENDING) {
        if let Some(ending) = table.forms.endings.get(&word[end..]) {
            stems_ending_at(word, end, |start, stem| {
                read_before(&word[..start], stem, *ending, &mut found);
            });
        }
    }
    found
}

/// Whether a folded word is an infinitive: a verbal noun such as ڕاگەیاندن,
/// کۆبوونەوە, نەکردن or the passive کوژران.
pub(super) fn is_infinitive(word: &str) -> bool {
    let (stem_and_n, again) = match word.strip_suffix("ەوە") {
        Some(rest) => (rest, true),
        None => (word, false),
    };
    let Some(body) = stem_and_n.strip_suffix('ن') else { return false };
    let mut found = false;
    stems_ending_at(body, body.len(), |start, stem| {
        let before = &body[..start];
        let before = before.strip_prefix("نە").unwrap_or(before);
        found |= stem.stems.meet(Stems::PAST)
            && (before.is_empty() || element_cost(before, stem.verb, again).is_some());
    });
    found
}

/// Byte offsets of `word` up to `longest` letters before its end, from the end.
fn boundaries_from_right(word: &str, longest: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::once(word.len()).chain(word.char_indices().rev().map(|(at, _)| at).take(longest))
}

/// Calls `emit` with where each verb stem that ends at `end` begins.
fn stems_ending_at(word: &str, end: usize, mut emit: impl FnMut(usize, Stem)) {
    let table = VerbTable::get();
    let head = &word[..end];
    for start in head.char_indices().rev().map(|(at, _)| at).take(table.longest_stem) {
        for stem in table.stems.get(&head[start..]).into_iter().flatten() {
            emit(start, *stem);
        }
    }
}

/// Reads what stands before the stem.
fn read_before(before: &str, stem: Stem, ending: EndingUse, found: &mut Vec<VerbReading>) {
    let table = VerbTable::get();
    for at in boundaries_from_right(before, LONGEST_PREFIX) {
        let Some(allowed) = table.forms.prefixes.get(&before[at..]) else { continue };
        let usable = Stems(allowed.0 & stem.stems.0);
        let (element, prefix) = (&before[..at], &before[at..]);
        // A present form without mood needs a preverb before it.
        let bare = element.is_empty() && is_moodless(prefix);
        let usable = if bare { Stems(usable.0 & Stems::PAST.0) } else { usable };
        if usable.meet(ending.plain) {
            read_element(element, stem.verb, false, prefix, found);
        }
        if usable.meet(ending.again) {
            read_element(element, stem.verb, true, prefix, found);
        }
    }
}

/// Whether a prefix has neither mood nor negation (only a clitic, or nothing).
fn is_moodless(prefix: &str) -> bool {
    !prefix.starts_with("دە")
        && !prefix.starts_with("ئە")
        && !prefix.starts_with('ب')
        && !prefix.starts_with("نە")
        && !prefix.starts_with("نا")
        && !prefix.starts_with("مە")
}

/// Adds the readings with this element before the prefix.
fn read_element(
    element: &str,
    verb: u16,
    again: bool,
    prefix: &str,
    found: &mut Vec<VerbReading>,
) {
    if element.is_empty() {
        if prefix.is_empty() || !is_moodless(prefix) {
            let listed = again && VerbTable::get().has_compound("", verb, true);
            add(found, name("", verb, listed), 2);
        }
        return;
    }
    for bare in without_clitic(element) {
        if let Some(cost) = element_cost(&bare, verb, again) {
            add(found, name(&bare, verb, again), cost);
        } else if let Some(cost) = again.then(|| element_cost(&bare, verb, false)).flatten() {
            add(found, name(&bare, verb, false), cost + 1);
        }
    }
}

/// How sure it is that `element` makes a verb with this one: listed, or a noun
/// or adjective of the lexicon before کردن or بوون.
fn element_cost(element: &str, verb: u16, again: bool) -> Option<u8> {
    let table = VerbTable::get();
    if table.has_compound(element, verb, again) {
        return Some(1);
    }
    let light = matches!(table.infinitives[verb as usize], "کردن" | "بوون");
    let nominal = Tags::NOUN.or(Tags::ADJECTIVE);
    let tags = Lexicon::get().tags(element)?;
    (light && tags.has(nominal) && element.chars().count() >= 3).then_some(3)
}

/// The element itself, and without a clitic at its end (ڕا|ی|گەیاند) or before
/// its last part (دەست|ی|پێکرد).
fn without_clitic(element: &str) -> Vec<String> {
    const LAST_PARTS: [&str; 12] =
        ["", "پێ", "لێ", "تێ", "هەڵ", "دا", "دەر", "وەر", "ڕا", "پێک", "لێک", "تێک"];
    const CLITICS: [&str; 7] = ["یش", "م", "ت", "ی", "مان", "تان", "یان"];
    let mut bare = vec![element.to_owned()];
    for last in LAST_PARTS {
        let Some(head) = element.strip_suffix(last) else { continue };
        for clitic in CLITICS {
            if let Some(first) = head.strip_suffix(clitic) {
                bare.push(format!("{first}{last}"));
                bare.extend(first.strip_suffix("یش").map(|f| format!("{f}{last}")));
                bare.extend(first.strip_suffix('ش').map(|f| format!("{f}{last}")));
            }
        }
    }
    bare
}

/// The infinitive of element, verb and ەوە, folded.
fn name(element: &str, verb: u16, again: bool) -> String {
    let infinitive = VerbTable::get().infinitives[verb as usize];
    let post = if again { "ەوە" } else { "" };
    folded_infinitive(&format!("{element}{infinitive}{post}"))
}

fn folded_infinitive(infinitive: &str) -> String {
    crate::fold::fold_str(infinitive)
}

fn add(found: &mut Vec<VerbReading>, infinitive: String, cost: u8) {
    match found.iter_mut().find(|r| r.infinitive == infinitive) {
        Some(reading) => reading.cost = reading.cost.min(cost),
        None => found.push(VerbReading { infinitive, cost }),
    }
}
