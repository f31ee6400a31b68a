//! The verbs: their stems, and the compounds that they make.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::verb_forms::{Forms, Stems};

const VERBS: &str = include_str!(concat!(env!("OUT_DIR"), "/verbs.tsv"));
const COMPOUNDS: &str = include_str!(concat!(env!("OUT_DIR"), "/compound_verbs.tsv"));
const IRREGULAR: &str = include_str!(concat!(env!("OUT_DIR"), "/irregular_verbs.tsv"));

/// A stem of one verb.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stem {
    pub verb: u16,
    pub stems: Stems,
}

/// Verb tables in memory.
pub(super) struct VerbTable {
    pub forms: Forms,
    /// Infinitives by verb number.
    pub infinitives: Vec<&'static str>,
    pub stems: HashMap<String, Vec<Stem>>,
    /// `(element, verb, with ەوە)`; the element is empty for plain verb + ەوە.
    compounds: HashSet<(&'static str, u16, bool)>,
    /// Irregular finite forms and their infinitives.
    pub irregular: HashMap<&'static str, Vec<&'static str>>,
    /// Letters of the longest stem.
    pub longest_stem: usize,
}

impl VerbTable {
    /// The one table, built at first use.
    pub(super) fn get() -> &'static VerbTable {
        static TABLE: OnceLock<VerbTable> = OnceLock::new();
        TABLE.get_or_init(VerbTable::build)
    }

    /// Whether the element makes a listed verb with this one.
    pub(super) fn has_compound(&self, element: &str, verb: u16, again: bool) -> bool {
        // The set's keys live for ever, so a shorter-lived element is looked up
        // through its own lifetime.
        let compounds: &HashSet<(&str, u16, bool)> = &self.compounds;
        compounds.contains(&(element, verb, again))
    }

    fn build() -> VerbTable {
        let mut table = VerbTable {
            forms: Forms::build(),
            infinitives: Vec::new(),
            stems: HashMap::new(),
            compounds: HashSet::new(),
            irregular: HashMap::new(),
            longest_stem: 0,
        };
        VERBS.lines().for_each(|row| table.add_verb(row));
        COMPOUNDS.lines().for_each(|row| table.add_compound(row));
        for (form, infinitive) in IRREGULAR.lines().filter_map(|row| row.split_once('\t')) {
            table.irregular.entry(form).or_default().push(infinitive);
        }
        table
    }

    fn add_verb(&mut self, row: &'static str) {
        let mut fields = row.split('\t');
        let mut field = || fields.next().unwrap_or_default();
        let (infinitive, past, present, third, passive) = (field(), field(), field(), field(), field());
        let verb = self.infinitives.len() as u16;
        self.infinitives.push(infinitive);
        self.add_stems(past, verb, past_class);
        self.add_stems(passive, verb, past_class);
        self.add_stems(present, verb, |stem| {
            if stem.ends_with('ە') { Stems::PRESENT_E } else { Stems::PRESENT }
        });
        self.add_stems(third, verb, |_| Stems::THIRD);
        self.add_stems(&passive.replace("را", "رێ"), verb, |_| Stems::PASSIVE);
    }

    /// Adds the stems of a field; an initial ڕ is often written ر inside a word.
    fn add_stems(&mut self, field: &str, verb: u16, class: impl Fn(&str) -> Stems) {
        for stem in field.split('|').filter(|s| !s.is_empty() && *s != "-") {
            self.add_stem(stem.to_owned(), verb, class(stem));
            if let Some(rest) = stem.strip_prefix('ڕ') {
                self.add_stem(format!("ر{rest}"), verb, class(stem));
            }
        }
    }

    fn add_stem(&mut self, letters: String, verb: u16, stems: Stems) {
        self.longest_stem = self.longest_stem.max(letters.chars().count());
        let uses = self.stems.entry(letters).or_default();
        match uses.iter_mut().find(|u| u.verb == verb) {
            Some(found) => found.stems.0 |= stems.0,
            None => uses.push(Stem { verb, stems }),
        }
    }

    fn add_compound(&mut self, row: &'static str) {
        let fields: Vec<&'static str> = row.split('\t').collect();
        let &[_, element, verb, post] = fields.as_slice() else { return };
        let number = self.infinitives.iter().position(|i| *i == verb);
        let element = if element == "-" { "" } else { element };
        if let Some(verb) = number {
            self.compounds.insert((element, verb as u16, post != "-"));
        }
    }
}

fn past_class(stem: &str) -> Stems {
    match stem.chars().next_back() {
        Some('ا' | 'ی') => Stems::PAST_OPEN,
        Some('و') => Stems::PAST_WAW,
        _ => Stems::PAST_CLOSED,
    }
}
