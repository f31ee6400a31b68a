//! Entities without number, made of the lexicon's words by a seeded generator.

use std::collections::HashSet;
use std::fs;

use sorani_reader::entity::{Entity, read_entities};

/// A small generator of pseudo-random numbers (SplitMix64).
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        bits ^ (bits >> 31)
    }

    fn pick<'a>(&mut self, words: &'a [String]) -> &'a str {
        &words[(self.next() % words.len() as u64) as usize]
    }
}

/// The lexicon's words by what they can be in a name.
struct Words {
    given: Vec<String>,
    family: Vec<String>,
    place: Vec<String>,
    noun: Vec<String>,
}

fn words(file: &str, wanted: &str) -> Vec<String> {
    let path = format!("seeds/lexicon/{file}.tsv");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let rows = text.lines().filter_map(|line| line.split_once('\t'));
    rows.filter(|(_, pos)| *pos == wanted).map(|(word, _)| word.to_owned()).collect()
}

/// Entities with at least `labels` distinct labels between them: persons of two
/// and three names, bodies, places, works; one in three with an alias.
pub fn entities(labels: usize) -> Vec<Entity> {
    let words = Words {
        given: words("names_people", "given"),
        family: words("names_people", "family"),
        place: words("names_places", "place"),
        noun: words("nouns_public", "noun"),
    };
    let mut random = Random(2020);
    let mut seen = HashSet::new();
    let mut lines = String::new();
    let mut number = 0;
    while seen.len() < labels {
        let (kind, name) = name(&mut random, &words);
        let alias = (number % 3 == 0).then(|| format!("{} {}", random.pick(&words.noun), name));
        number += 1;
        if !seen.insert(name.clone()) {
            continue;
        }
        let alias = alias.filter(|alias| seen.insert(alias.clone()));
        let more =
            alias.map_or(String::new(), |alias| format!(r#", "alternateName": ["{alias}"]"#));
        lines.push_str(&format!(
            "{{\"@id\": \"e{number}\", \"@type\": \"{kind}\", \"name\": \"{name}\"{more}}}\n"
        ));
    }
    read_entities(&lines).0
}

fn name(random: &mut Random, words: &Words) -> (&'static str, String) {
    match random.next() % 8 {
        0..=3 => {
            ("Person", format!("{} {}", random.pick(&words.given), random.pick(&words.family)))
        }
        4 => {
            let (first, second) =
                (random.pick(&words.given).to_owned(), random.pick(&words.given).to_owned());
            ("Person", format!("{first} {second} {}", random.pick(&words.family)))
        }
        5 => {
            ("Organization", format!("{}ی {}", random.pick(&words.noun), random.pick(&words.noun)))
        }
        6 => ("Place", format!("{}ی {}", random.pick(&words.noun), random.pick(&words.place))),
        _ => {
            let (first, second) =
                (random.pick(&words.noun).to_owned(), random.pick(&words.noun).to_owned());
            ("Book", format!("{first}ی {second}ی {}", random.pick(&words.noun)))
        }
    }
}

/// An article of so many sentences, each some 12 words: nouns, and a name in between.
pub fn article(
    random: &mut Random,
    entities: &[Entity],
    nouns: &[String],
    sentences: usize,
) -> String {
    let mut text = String::new();
    for sentence in 0..sentences {
        for _ in 0..6 {
            text.push_str(random.pick(nouns));
            text.push(' ');
        }
        let entity = &entities[(random.next() % entities.len() as u64) as usize];
        text.push_str(&format!(
            "{} لە {}ەوە ڕایگەیاند {}. ",
            entity.name(),
            random.pick(nouns),
            random.pick(nouns)
        ));
        if sentence % 5 == 4 {
            text.push('\n');
        }
    }
    text
}

/// The lexicon's nouns of public life.
pub fn nouns() -> Vec<String> {
    words("nouns_public", "noun")
}
