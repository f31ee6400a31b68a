//! The verbs and their stems.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::suffixes::Suffixes;
use super::verb_forms::{Forms, Stems};

/// `past present third passive again`, empty where a rule holds; spellings are joined by `|`,
/// the infinitive's first (گوت|وت: one verb, گوتن).
const VERBS: &str = include_str!(concat!(env!("OUT_DIR"), "/verbs.tsv"));
/// Finite forms that no rule yields, with their infinitives.
const IRREGULAR: &str = include_str!(concat!(env!("OUT_DIR"), "/irregular_verbs.tsv"));

/// A stem of one verb.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stem {
    pub verb: u16,
    pub stems: Stems,
}

/// The verbs that have a stem of these letters.
#[derive(Debug, Default)]
pub(super) struct StemUses {
    pub letters: String,
    pub uses: Vec<Stem>,
}

/// A simple verb.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verb {
    /// The first past stem; the infinitive is this and ن.
    pub past: &'static str,
    /// Whether the plain verb with ەوە is a verb of its own (کردنەوە).
    pub has_again: bool,
    /// Whether it is one of the commonest, which make verbs of any noun.
    pub is_light: bool,
}

/// The past stems of the commonest verbs.
pub(crate) const LIGHT: [&str; 13] = [
    "کرد",
    "بوو",
    "دا",
    "گرت",
    "هێنا",
    "خست",
    "هات",
    "چوو",
    "کەوت",
    "کێشا",
    "برد",
    "گەیاند",
    "خوارد",
];

/// Verb tables in memory.
pub(super) struct VerbTable {
    pub forms: Forms,
    pub verbs: Vec<Verb>,
    pub stems: Suffixes<StemUses>,
    /// The infinitives of irregular forms.
    pub irregular: Suffixes<Vec<&'static str>>,
}

impl VerbTable {
    /// The one table, built at first use.
    pub(super) fn get() -> &'static VerbTable {
        static TABLE: OnceLock<VerbTable> = OnceLock::new();
        TABLE.get_or_init(VerbTable::build)
    }

    fn build() -> VerbTable {
        let mut table = VerbTable {
            forms: Forms::build(),
            verbs: Vec::new(),
            stems: Suffixes::new(),
            irregular: Suffixes::new(),
        };
        VERBS.lines().for_each(|row| table.add_verb(row));
        for (form, infinitive) in IRREGULAR.lines().filter_map(|row| row.split_once('\t')) {
            table.irregular.entry(form).push(infinitive);
        }
        table
    }

    fn add_verb(&mut self, row: &'static str) {
        let mut fields = row.split('\t');
        let mut field = || fields.next().unwrap_or_default();
        let (past, present, third, passive, again) = (field(), field(), field(), field(), field());
        let first = past.split('|').next().unwrap_or_default();
        let present = &*regular_present(first, present);
        let passive = &*regular_passive(passive, present);
        let verb = self.verbs.len() as u16;
        // The fold writes one ی (زایین).
        let folded = first.strip_suffix('ی').filter(|rest| rest.ends_with('ی')).unwrap_or(first);
        let is_light = LIGHT.contains(&first);
        self.verbs.push(Verb { past: folded, has_again: again == "+", is_light });
        self.add_stems(past, verb, past_class);
        if let Some(stem) = first.strip_suffix("وو") {
            self.add_stem(&format!("{stem}ۆ"), verb, Stems::PAST_ROUND);
        }
        self.add_stems(passive, verb, past_class);
        for stem in past.split('|').filter(|stem| stem.ends_with("اند")) {
            self.add_stem(&format!("{stem}را"), verb, Stems::PAST_OPEN);
            self.add_stem(&format!("{stem}رێ"), verb, Stems::PASSIVE);
        }
        self.add_stems(present, verb, |stem| {
            if stem.ends_with('ە') { Stems::PRESENT_E } else { Stems::PRESENT }
        });
        match third {
            "" => self.add_regular_third(present, verb),
            _ => self.add_stems(third, verb, |_| Stems::THIRD),
        }
        self.add_stems(&passive.replace("را", "رێ"), verb, |_| Stems::PASSIVE);
    }

    /// نووس gives نووسێت and نووسێ, ڵێ gives ڵێت and ڵێ.
    fn add_regular_third(&mut self, present: &str, verb: u16) {
        for stem in present.split('|') {
            let stem = stem.strip_suffix('ێ').unwrap_or(stem);
            self.add_stems(&format!("{stem}ێت|{stem}ێ"), verb, |_| Stems::THIRD);
        }
    }

    /// Adds the stems of a field; an initial ڕ is often written ر inside a word.
    fn add_stems(&mut self, field: &str, verb: u16, class: impl Fn(&str) -> Stems) {
        for stem in field.split('|').filter(|s| !s.is_empty()) {
            self.add_stem(stem, verb, class(stem));
            if let Some(rest) = stem.strip_prefix('ڕ') {
                self.add_stem(&format!("ر{rest}"), verb, class(stem));
            }
        }
    }

    fn add_stem(&mut self, letters: &str, verb: u16, stems: Stems) {
        let StemUses { letters: known, uses } = self.stems.entry(letters);
        letters.clone_into(known);
        match uses.iter_mut().find(|u| u.verb == verb) {
            Some(found) => found.stems.0 |= stems.0,
            None => uses.push(Stem { verb, stems }),
        }
    }
}

/// An empty present stem follows the past: گەیاند gives گەیێن, بڕی gives بڕ.
fn regular_present<'a>(past: &str, present: &'a str) -> Cow<'a, str> {
    match past.strip_suffix("اند") {
        _ if !present.is_empty() => Cow::Borrowed(present),
        Some(stem) => Cow::Owned(format!("{stem}ێن")),
        None => Cow::Owned(past.strip_suffix('ی').unwrap_or_default().to_owned()),
    }
}

/// The passive stems: `1` is را after the present stem, `2` is را or درا.
fn regular_passive<'a>(passive: &'a str, present: &str) -> Cow<'a, str> {
    let stem = present.trim_end_matches('ێ');
    match passive {
        "1" => Cow::Owned(format!("{stem}را")),
        "2" => Cow::Owned(format!("{stem}را|{stem}درا")),
        _ => Cow::Borrowed(passive),
    }
}

fn past_class(stem: &str) -> Stems {
    match stem.chars().next_back() {
        Some('ا' | 'ی') => Stems::PAST_OPEN,
        Some('و') => Stems::PAST_WAW,
        _ => Stems::PAST_CLOSED,
    }
}
