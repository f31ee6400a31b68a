//! Infinitives: verbal nouns, which take a noun's endings.

use super::letters::has_letters;
use super::lexicon::{Lexicon, Tags};
use super::verb::{Kind, LISTED, NOMINAL, POST, VerbReading, add, element_cost, infinitive};
use super::verb_forms::Stems;
use super::verb_table::VerbTable;

/// A reading of a word as an infinitive.
struct Infinitive<'a> {
    /// What stands before the verb, without a negation.
    element: &'a str,
    verb: u16,
    /// ەوە or nothing.
    post: &'static str,
    cost: u8,
}

/// The readings of a folded word as an infinitive, a verbal noun: ڕاگەیاندن,
/// کۆبوونەوە, نەکردن, or the passive کوژران, which belongs to کوشتن too.
pub(super) fn infinitive_readings(word: &str) -> Vec<VerbReading> {
    let mut found = Vec::new();
    each_infinitive(word, &mut |read| {
        let infinitive = infinitive(read.element, "", read.verb, read.post);
        let is_light = VerbTable::get().verbs[read.verb as usize].is_light;
        let kind = if is_light { Kind::Common } else { Kind::Rare };
        add(&mut found, infinitive, read.cost, kind);
    });
    found
}

/// The cost of the likeliest reading of a folded word as an infinitive.
pub(super) fn infinitive_cost(word: &str) -> Option<u8> {
    let mut least: Option<u8> = None;
    each_infinitive(word, &mut |read| {
        least = Some(least.map_or(read.cost, |least| least.min(read.cost)));
    });
    least
}

/// Whether the verb table certainly has this infinitive, and not a form of it.
pub(super) fn is_certain_infinitive(word: &str) -> bool {
    let mut found = false;
    each_infinitive(word, &mut |read| {
        let same = || infinitive(read.element, "", read.verb, read.post) == word;
        found |= read.cost <= 1 && same();
    });
    found
}

/// Whether a folded word is the infinitive of a simple verb.
pub(super) fn is_infinitive(word: &str) -> bool {
    infinitive_cost(word) == Some(0)
}

fn each_infinitive<'a>(word: &'a str, emit: &mut dyn FnMut(Infinitive<'a>)) {
    let (plain, post) = word.strip_suffix(POST).map_or((word, ""), |plain| (plain, POST));
    let Some(body) = plain.strip_suffix('ن') else { return };
    for (start, stems) in VerbTable::get().stems.ending_at(body, body.len()) {
        for stem in stems.uses.iter().filter(|stem| stem.stems.meet(Stems::PAST)) {
            if let Some((element, cost)) = infinitive_element(&body[..start], &body[start..]) {
                emit(Infinitive { element, verb: stem.verb, post, cost });
            }
        }
    }
}

/// What stands before the past stem of an infinitive, perhaps without a
/// negation, and its cost.
fn infinitive_element<'a>(before: &'a str, stem: &str) -> Option<(&'a str, u8)> {
    let cost = |element: &str| if element.is_empty() { Some(0) } else { noun_cost(element, stem) };
    if let Some(cost) = cost(before) {
        return Some((before, cost));
    }
    let element = before.strip_prefix("نە").or_else(|| before.strip_suffix("نە"))?;
    cost(element).map(|cost| (element, cost))
}

/// The cost of an element of an infinitive; words of any class make them
/// (پێشخواردنەوە).
fn noun_cost(element: &str, stem: &str) -> Option<u8> {
    let listed = || Lexicon::get().listed(element).is_some_and(Tags::is_word);
    let long = has_letters(element, 3) && has_letters(stem, 2);
    match element_cost(element, "", stem) {
        // زانکۆشیان is زانکۆ with two clitics.
        None | Some(NOMINAL) if stem == "شیا" => None,
        None | Some(NOMINAL) if long && has_letters(stem, 3) && listed() => Some(LISTED + 1),
        None if long && listed() => Some(NOMINAL),
        cost => cost,
    }
}
