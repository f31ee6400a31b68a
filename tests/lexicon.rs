//! The word lists and verb tables of `seeds/`: what a new row must keep.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use sorani_reader::fold::{fold_str, loose};
use sorani_reader::morph::analyse;

const ALPHABET: &str = "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ";
const POS: [&str; 15] = [
    "noun", "adj", "adv", "prep", "conj", "pron", "det", "num", "part", "interj", "given",
    "family", "place", "org", "name",
];

/// A row of a table: where it stands and its fields.
struct Row {
    place: String,
    fields: Vec<String>,
}

impl Row {
    fn field(&self, number: usize) -> &str {
        &self.fields[number]
    }
}

fn rows(file: &str, columns: usize) -> Vec<Row> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds").join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let content = text.lines().enumerate().filter(|(_, line)| !line.starts_with('#'));
    let row = |(number, line): (usize, &str)| {
        let place = format!("{file}:{}: {line}", number + 1);
        let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
        assert_eq!(fields.len(), columns, "{place}");
        assert!(
            fields.iter().all(|f| !f.is_empty() && f.trim() == f),
            "an empty or padded field: {place}"
        );
        Row { place, fields }
    };
    content.skip(1).map(row).collect()
}

/// The word lists, each with its rows of word and part of speech.
fn word_lists() -> Vec<(String, Vec<Row>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds/lexicon");
    let entries = fs::read_dir(folder).expect("the word lists");
    let names =
        entries.map(|e| e.expect("a file").file_name().into_string().expect("a UTF-8 name"));
    let mut names: Vec<String> = names.filter(|name| name.ends_with(".tsv")).collect();
    names.sort();
    names.into_iter().map(|name| (name.clone(), rows(&format!("lexicon/{name}"), 2))).collect()
}

/// The key under which `build.rs` lists a word.
fn listed_key(word: &str) -> String {
    let word = word.strip_prefix("وو").map_or(word.to_owned(), |rest| format!("و{rest}"));
    let mut key = String::new();
    for letter in word.chars() {
        if letter != 'ی' || !key.ends_with('ی') {
            key.push(letter);
        }
    }
    key
}

fn assert_spelled(word: &str, place: &str) {
    assert!(word.chars().all(|c| ALPHABET.contains(c)), "a letter outside the alphabet: {place}");
    assert!(!word.starts_with('ر'), "initial ر for ڕ: {place}");
    assert!(!word.starts_with(['ا', 'ە', 'ێ', 'ۆ']), "no ئ before the first vowel: {place}");
}

fn assert_once<'a>(items: impl Iterator<Item = (&'a str, &'a str)>) {
    let mut seen = HashSet::new();
    for (item, place) in items {
        assert!(seen.insert(item.to_owned()), "listed before: {place}");
    }
}

#[test]
fn every_listed_word_is_spelled_in_standard_orthography() {
    for (_, rows) in word_lists() {
        rows.iter().for_each(|row| assert_spelled(row.field(0), &row.place));
    }
}

#[test]
fn every_part_of_speech_is_known() {
    for (_, rows) in word_lists() {
        for row in rows {
            assert!(POS.contains(&row.field(1)), "{}", row.place);
        }
    }
}

#[test]
fn no_list_has_a_word_twice() {
    for (_, rows) in word_lists() {
        assert_once(rows.iter().map(|row| (row.field(0), &*row.place)));
    }
}

#[test]
fn the_key_of_a_listed_word_is_its_fold() {
    for (_, rows) in word_lists() {
        for row in rows {
            assert_eq!(fold_str(row.field(0)), listed_key(row.field(0)), "{}", row.place);
        }
    }
}

#[test]
fn every_listed_word_is_a_key_of_itself() {
    for (_, rows) in word_lists() {
        for row in rows {
            let word = fold_str(row.field(0));
            assert!(analyse(&word).keys.contains(&word), "{}", row.place);
        }
    }
}

/// The words of `seeds/lexicon/left_out.txt`, in its order.
fn left_out() -> Vec<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds/lexicon/left_out.txt");
    let text = fs::read_to_string(path).expect("the words left out");
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

#[test]
fn a_word_left_out_is_listed() {
    let listed: HashSet<String> = word_lists()
        .into_iter()
        .flat_map(|(_, rows)| rows)
        .map(|row| listed_key(row.field(0)))
        .collect();
    let words = left_out();
    assert!(words.is_sorted_by(|a, b| a < b), "not sorted, or a word twice");
    let stale: Vec<&String> = words.iter().filter(|word| !listed.contains(*word)).collect();
    assert!(stale.is_empty(), "no longer listed; write left_out.txt anew: {stale:?}");
}

#[test]
fn a_word_left_out_is_read_whole() {
    for word in left_out() {
        assert_eq!(fold_str(&analyse(&word).stem), word, "write left_out.txt anew");
    }
}

#[test]
fn the_lists_hold_several_thousand_words() {
    let count: usize = word_lists().iter().map(|(_, rows)| rows.len()).sum();
    assert!(count >= 8_000, "{count}");
}

#[test]
fn the_words_of_a_minimal_pair_differ_in_spelling_alone() {
    let rows = rows("minimal_pairs.tsv", 2);
    let letters: Vec<String> = rows.iter().map(|row| loose(row.field(0))).collect();
    assert_once(letters.iter().zip(&rows).map(|(letters, row)| (&**letters, &*row.place)));
    for row in &rows {
        for other in row.field(1).split('|') {
            assert_ne!(other, row.field(0), "{}", row.place);
            assert_eq!(loose(other), loose(row.field(0)), "{}", row.place);
        }
    }
}

#[test]
fn a_verb_row_agrees_with_itself() {
    let verbs = rows("verbs.tsv", 6);
    assert_once(verbs.iter().map(|row| (row.field(0), &*row.place)));
    for row in &verbs {
        assert_eq!(row.field(0), infinitives(row)[0], "{}", row.place);
        assert!(matches!(row.field(5), "t" | "i"), "{}", row.place);
        for forms in &row.fields[..5] {
            forms
                .split('|')
                .filter(|form| *form != "-")
                .for_each(|form| assert_spelled_form(form, &row.place));
        }
        let passive_ends =
            row.field(4) == "-" || row.field(4).split('|').all(|stem| stem.ends_with(['ا', 'ێ']));
        assert!(passive_ends, "{}", row.place);
        let stems: Vec<&str> = row
            .field(2)
            .split('|')
            .map(|stem| stem.trim_end_matches(['ێ', 'ە', 'ۆ', 'و', 'ی']))
            .collect();
        let of_a_stem = |third: &str| stems.iter().any(|stem| third.starts_with(stem));
        assert!(row.field(3).split('|').all(of_a_stem), "{}", row.place);
    }
}

/// The infinitives of the past stems of a row, its own first.
fn infinitives(row: &Row) -> Vec<String> {
    row.field(1).split('|').map(|past| format!("{past}ن")).collect()
}

/// Stems stand inside words: only their letters can be wrong.
fn assert_spelled_form(form: &str, place: &str) {
    assert!(form.chars().all(|c| ALPHABET.contains(c)), "a letter outside the alphabet: {place}");
}

#[test]
fn a_compound_verb_is_made_of_its_parts() {
    let verbs: HashSet<String> = rows("verbs.tsv", 6).iter().flat_map(infinitives).collect();
    let compounds = rows("compound_verbs.tsv", 4);
    assert_once(compounds.iter().map(|row| (row.field(0), &*row.place)));
    for row in &compounds {
        let part = |number: usize| {
            Some(row.field(number)).filter(|field| *field != "-").unwrap_or_default()
        };
        assert_eq!(row.field(0), [part(1), part(2), part(3)].concat(), "{}", row.place);
        assert!(verbs.contains(row.field(2)), "no such simple verb: {}", row.place);
        assert!(matches!(row.field(3), "-" | "ەوە"), "{}", row.place);
        assert_spelled(row.field(0), &row.place);
    }
}

/// Whether a finite form has its infinitive among its keys.
fn belongs(form: &str, infinitive: &str) -> bool {
    analyse(&fold_str(form)).keys.contains(&fold_str(infinitive))
}

#[test]
fn the_forms_of_every_verb_lead_to_its_infinitive() {
    let mut lost = Vec::new();
    let mut count = 0;
    for row in rows("verbs.tsv", 6) {
        let third = row.field(3).split('|').map(|third| format!("دە{third}"));
        let negated = row.field(3).split('|').map(|third| format!("نا{third}"));
        let pasts = row.field(1).split('|');
        let past = pasts.flat_map(|past| ["", "نە"].map(|negation| format!("{negation}{past}")));
        for form in third.chain(negated).chain(past).chain(infinitives(&row)) {
            count += 1;
            if !belongs(&form, row.field(0)) {
                lost.push(format!("{form} of {}", row.field(0)));
            }
        }
    }
    assert!(lost.len() * 50 <= count, "{} of {count}: {lost:?}", lost.len());
}

/// The infinitive of the row that has this spelling of it.
fn chief_infinitive(infinitive: &str) -> String {
    let verbs = rows("verbs.tsv", 6);
    let own = verbs.iter().find(|row| infinitives(row).iter().any(|other| other == infinitive));
    own.map(|row| row.field(0).to_owned()).unwrap_or_default()
}

#[test]
fn the_forms_of_compound_verbs_lead_to_their_infinitive() {
    let mut lost = Vec::new();
    let compounds = rows("compound_verbs.tsv", 4);
    for row in &compounds {
        let element = row.field(1).trim_matches('-');
        let past = format!("{element}{}", row.field(2).trim_end_matches('ن'));
        let again = row.field(3).trim_matches('-');
        // A verb has one infinitive, however it is spelled.
        let infinitive = [element, &chief_infinitive(row.field(2)), again].concat();
        if !belongs(&format!("{past}{again}"), &infinitive) {
            lost.push(format!("{past}{again} of {infinitive}"));
        }
    }
    assert!(lost.len() * 50 <= compounds.len(), "{} of {}: {lost:?}", lost.len(), compounds.len());
}

#[test]
fn an_irregular_form_leads_to_its_infinitive() {
    let rows = rows("irregular_verbs.tsv", 2);
    let nouns: HashSet<String> = word_lists()
        .into_iter()
        .flat_map(|(_, rows)| rows)
        .map(|row| row.fields[0].clone())
        .collect();
    for row in rows.iter().filter(|row| !nouns.contains(row.field(0))) {
        assert!(belongs(row.field(0), row.field(1)), "{}", row.place);
    }
    let pairs: Vec<(String, &str)> =
        rows.iter().map(|row| (row.fields.concat(), &*row.place)).collect();
    assert_once(pairs.iter().map(|(pair, place)| (&**pair, *place)));
}

/// Every plain finite form that the stems of a row give.
fn regular_forms(row: &Row) -> HashSet<String> {
    let persons = ["م", "یت", "ی", "ین", "ن", "ێت", "ێ", "ات", ""];
    let mut forms = HashSet::new();
    for mood in ["دە", "ئە", "نا", "ب", "نە", "مە"] {
        forms.extend(row.field(3).split('|').map(|third| format!("{mood}{third}")));
        let stems = row.field(2).split('|');
        forms.extend(stems.flat_map(|stem| persons.map(|person| format!("{mood}{stem}{person}"))));
    }
    for past in row.field(1).split('|') {
        for negation in ["", "نە"] {
            forms.extend(persons.map(|person| format!("{negation}{past}{person}")));
        }
    }
    forms
}

#[test]
fn an_irregular_form_is_not_what_a_rule_gives() {
    let irregular = rows("irregular_verbs.tsv", 2);
    let mut given = Vec::new();
    for verb in rows("verbs.tsv", 6) {
        let regular = regular_forms(&verb);
        let own = irregular.iter().filter(|row| row.field(1) == verb.field(0));
        given.extend(own.filter(|row| regular.contains(row.field(0))).map(|row| row.place.clone()));
    }
    assert_eq!(given, [""; 0]);
}
