//! The word list of `seeds/` with its tags, as the lexicon holds it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The words that need a row: all but those that the rules of `src/morph` read
/// alike without it, which `left_out.txt` lists.
pub fn compiled(seeds: &Path) -> BTreeMap<String, u8> {
    let mut words = listed(seeds);
    for word in left_out(seeds) {
        words.remove(&word);
    }
    words
}

/// The listed words that have no row in the compiled lexicon.
pub fn left_out(seeds: &Path) -> Vec<String> {
    let path = seeds.join("lexicon/left_out.txt");
    let text = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// Every listed word, folded, and its tag byte (`src/morph/lexicon.rs`).
///
/// `seeds` is the folder of that name. Panics with file and row where a row
/// cannot be read.
pub fn listed(seeds: &Path) -> BTreeMap<String, u8> {
    let mut words: BTreeMap<String, u8> = BTreeMap::new();
    let mut all_pairs = Vec::new();
    for path in tables(&seeds.join("lexicon")) {
        for (word, pos) in pairs(&path) {
            *words.entry(key(&word)).or_default() |= tag(&pos, &path) | double_yeh(&word);
            all_pairs.push((word, pos));
        }
    }
    // چای is tea in either spelling.
    for (word, _) in all_pairs.iter().filter(|(word, _)| double_yeh(word) == 0) {
        words.entry(key(word)).and_modify(|tags| *tags &= !DOUBLE_YEH);
    }
    // A place that somebody is named after is first of all a place.
    for (word, pos) in pairs(&seeds.join("lexicon/names_places.tsv")) {
        if pos == "place" || pos == "org" {
            words.entry(key(&word)).and_modify(|tags| *tags &= !GIVEN);
        }
    }
    for (element, verb) in nominal_elements(seeds) {
        let tag = if verb == "دان" { ELEMENT | GIVES } else { ELEMENT };
        *words.entry(key(&element)).or_default() |= tag;
    }
    words
}

fn tables(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut files: Vec<PathBuf> = entries.map(|e| e.expect("a readable folder").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "tsv"));
    files.sort();
    files
}

/// The rows of a table without comments and header line.
pub fn rows(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let lines = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).skip(1);
    lines.map(str::to_owned).collect()
}

fn pairs(path: &Path) -> Vec<(String, String)> {
    let split = |line: String| {
        let (word, pos) = line
            .split_once('\t')
            .unwrap_or_else(|| panic!("{}: no tab in {line:?}", path.display()));
        (word.to_owned(), pos.to_owned())
    };
    rows(path).into_iter().map(split).collect()
}

/// The folded word: runs of ی are one, initial وو is و.
fn key(word: &str) -> String {
    let word = word.strip_prefix("وو").map_or(word.to_owned(), |rest| format!("و{rest}"));
    let mut key = String::with_capacity(word.len());
    for c in word.chars() {
        if c != 'ی' || !key.ends_with('ی') {
            key.push(c);
        }
    }
    key
}

/// A name that people are given at birth.
const GIVEN: u8 = 128;
/// A word that makes a verb with another, though it may be no noun by itself.
const ELEMENT: u8 = 32;
/// An element of a verb with دان, whose past is spelled like the ending دا.
const GIVES: u8 = 64;

fn tag(pos: &str, path: &Path) -> u8 {
    match pos {
        "noun" => 1,
        "adj" => 2,
        "adv" | "prep" | "conj" | "pron" | "det" | "num" | "part" | "interj" => 4,
        "given" => 8 | GIVEN,
        "family" | "place" | "org" | "name" => 8,
        _ => panic!("{}: unknown part of speech {pos:?}", path.display()),
    }
}

/// A word that is written with یی at its end.
const DOUBLE_YEH: u8 = 16;

fn double_yeh(word: &str) -> u8 {
    if word.ends_with("یی") { DOUBLE_YEH } else { 0 }
}

/// The preverbs; `src/morph/verb.rs` knows them too.
const PREVERBS: [&str; 12] =
    ["هەڵ", "دا", "دەر", "ڕا", "وەر", "تێ", "لێ", "پێ", "تێک", "لێک", "پێک", "ڕۆ"];

/// Elements of the compound verbs that are no preverb, each with its verb.
fn nominal_elements(seeds: &Path) -> Vec<(String, String)> {
    let fields = rows(&seeds.join("compound_verbs.tsv")).into_iter().map(|row| {
        let fields: Vec<&str> = row.split('\t').collect();
        (without_preverb(fields[1]).to_owned(), fields[2].to_owned())
    });
    fields.filter(|(element, _)| !element.is_empty() && element != "-").collect()
}

/// دەستپێ is the noun دەست before a preverb.
fn without_preverb(element: &str) -> &str {
    let mut rest = element;
    while let Some(shorter) = PREVERBS.iter().find_map(|preverb| rest.strip_suffix(preverb)) {
        rest = shorter;
    }
    rest
}
