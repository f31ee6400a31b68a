//! Generates the tables of the crate from Unicode data and from `seeds/`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use unicode_normalization::char::decompose_compatible;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=seeds");
    write("presentation_forms.rs", presentation_forms().as_bytes());
    write("lexicon.bin", &lexicon());
    write("verbs.tsv", verbs().as_bytes());
    write("irregular_verbs.tsv", rows_of("seeds/irregular_verbs.tsv").as_bytes());
}

fn write(name: &str, bytes: &[u8]) {
    let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&out).join(name), bytes).expect("OUT_DIR is writable");
}

/// The letters of U+FB50–FDFF and U+FE70–FEFC (NFKC), as Rust source.
fn presentation_forms() -> String {
    let mut pool = String::new();
    let mut ends = vec![0];
    for code in (0xFB50..=0xFDFFu32).chain(0xFE70..=0xFEFC) {
        let c = char::from_u32(code).expect("these blocks hold no surrogates");
        pool.push_str(&letters_of(c));
        ends.push(pool.len());
    }
    let mut source = String::new();
    write!(
        source,
        "const FORM_LETTERS: &str = {pool:?};\n\
         static FORM_ENDS: [u16; {}] = {ends:?};\n\n\
         /// The letters that a character of U+FB50–FDFF or U+FE70–FEFC draws (NFKC).\n\
         fn presentation_form(c: char) -> &'static str {{\n    \
             let code = c as usize;\n    \
             let row = if code <= 0xFDFF {{ code - 0xFB50 }} else {{ code - 0xFE70 + 0x2B0 }};\n    \
             &FORM_LETTERS[FORM_ENDS[row] as usize..FORM_ENDS[row + 1] as usize]\n\
         }}\n",
        ends.len()
    )
    .expect("writing to a string cannot fail");
    source
}

/// NFKC without the spaces that carry isolated marks; empty if `c` is no form.
fn letters_of(c: char) -> String {
    let mut letters = String::new();
    decompose_compatible(c, |d| {
        if d != ' ' && d != c {
            letters.push(d);
        }
    });
    unicode_normalization::UnicodeNormalization::nfc(letters.as_str()).collect()
}

/// The letters of the lexicon; a letter's code is its place here plus one.
/// `src/morph/lexicon.rs` reads with the same table.
const ALPHABET: &str = "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ";

/// The word list, sorted and front-coded, in three streams of one byte an
/// entry: how many letters are shared with the word before, the tags, and the
/// remaining letters, the last of which has bit 7 set. Before them the count
/// (u32, little-endian).
fn lexicon() -> Vec<u8> {
    let mut words: BTreeMap<Vec<u8>, u8> = BTreeMap::new();
    for path in files_of("seeds/lexicon") {
        for (word, pos) in rows(&path) {
            *words.entry(codes(&word, &path)).or_default() |= tag(&pos, &path) | double_yeh(&word);
        }
    }
    // A place that somebody is named after is first of all a place.
    for word in place_names() {
        words.entry(word).and_modify(|tags| *tags &= !GIVEN);
    }
    for (element, verb) in nominal_elements() {
        let tag = if verb == "دان" { ELEMENT | GIVES } else { ELEMENT };
        let code = codes(&element, Path::new(COMPOUNDS));
        *words.entry(code).or_default() |= tag;
    }
    let mut shared = Vec::new();
    let mut tags = Vec::new();
    let mut letters = Vec::new();
    let mut last: &[u8] = &[];
    for (word, tag) in &words {
        let common = word.iter().zip(last).take_while(|(a, b)| a == b).count();
        shared.push(common as u8);
        tags.push(*tag);
        letters.extend_from_slice(&word[common..]);
        *letters.last_mut().expect("the words are distinct and sorted") |= 0x80;
        last = word;
    }
    let count = u32::try_from(words.len()).expect("the lexicon is small");
    [&count.to_le_bytes()[..], &shared, &tags, &letters].concat()
}

fn files_of(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{folder}: {e}"));
    let mut files: Vec<PathBuf> = entries.map(|e| e.expect("a readable folder").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "tsv"));
    files.sort();
    files
}

/// The rows of a table without comments and header line.
fn rows_of(path: &str) -> String {
    let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let lines = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).skip(1);
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn rows(path: &Path) -> Vec<(String, String)> {
    let name = path.to_str().expect("paths in seeds are UTF-8");
    let split = |line: &str| {
        let (word, pos) =
            line.split_once('\t').unwrap_or_else(|| panic!("{name}: no tab in {line:?}"));
        (word.to_owned(), pos.to_owned())
    };
    rows_of(name).lines().map(split).collect()
}

/// The folded word as letter codes: runs of ی are one, initial وو is و.
fn codes(word: &str, path: &Path) -> Vec<u8> {
    let mut codes: Vec<u8> = Vec::new();
    for c in word.strip_prefix("وو").map_or(word.to_owned(), |rest| format!("و{rest}")).chars() {
        let code = ALPHABET.chars().position(|a| a == c);
        let code =
            code.unwrap_or_else(|| panic!("{}: {c:?} in {word:?} is no letter", path.display()));
        let code = u8::try_from(code + 1).expect("the alphabet is small");
        if c != 'ی' || codes.last() != Some(&code) {
            codes.push(code);
        }
    }
    codes
}

/// A name that people are given at birth.
const GIVEN: u8 = 128;

/// The letter codes of the names of places and bodies.
fn place_names() -> Vec<Vec<u8>> {
    let path = Path::new("seeds/lexicon/names_places.tsv");
    let named = rows(path).into_iter().filter(|(_, pos)| pos == "place" || pos == "org");
    named.map(|(word, _)| codes(&word, path)).collect()
}

/// Bits of the tag byte; `src/morph/lexicon.rs` reads with the same.
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

fn double_yeh(word: &str) -> u8 {
    if word.ends_with("یی") { 16 } else { 0 }
}

/// A word that makes a verb with another, though it may be no noun by itself.
const ELEMENT: u8 = 32;
/// An element of a verb with دان, whose past is spelled like the ending دا.
const GIVES: u8 = 64;

const COMPOUNDS: &str = "seeds/compound_verbs.tsv";

/// The preverbs; `src/morph/verb.rs` knows them too.
const PREVERBS: [&str; 12] =
    ["هەڵ", "دا", "دەر", "ڕا", "وەر", "تێ", "لێ", "پێ", "تێک", "لێک", "پێک", "ڕۆ"];

/// Elements of the compound verbs that are no preverb, each with its verb.
fn nominal_elements() -> Vec<(String, String)> {
    let table = rows_of(COMPOUNDS);
    let fields = table.lines().map(|row| row.split('\t').collect::<Vec<&str>>());
    fields
        .map(|f| (without_preverb(f[1]).to_owned(), f[2].to_owned()))
        .filter(|(element, _)| !element.is_empty() && element != "-")
        .collect()
}

/// دەستپێ is the noun دەست before a preverb.
fn without_preverb(element: &str) -> &str {
    let mut rest = element;
    while let Some(shorter) = PREVERBS.iter().find_map(|preverb| rest.strip_suffix(preverb)) {
        rest = shorter;
    }
    rest
}

/// The verb table without what rules give: `past present third passive again`,
/// empty where the rule holds (`src/morph/verb_table.rs`), `again` being `+`
/// where the plain verb with ەوە is a verb of its own.
fn verbs() -> String {
    let compounds = rows_of(COMPOUNDS);
    let again: Vec<&str> = compounds
        .lines()
        .map(|row| row.split('\t').collect::<Vec<&str>>())
        .filter(|f| f[1] == "-" && f[3] == "ەوە")
        .map(|f| f[2])
        .collect();
    let mut out = String::new();
    for row in rows_of("seeds/verbs.tsv").lines() {
        let [infinitive, past, present, third, passive, _] =
            row.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("seeds/verbs.tsv: not six fields: {row}")
        };
        assert_eq!(infinitive, format!("{past}ن"), "seeds/verbs.tsv: the past of {infinitive}");
        let third = if third == regular_third(present) { "" } else { third };
        let passive = if passive == "-" { "" } else { passive };
        let again = if again.contains(&infinitive) { "+" } else { "" };
        writeln!(out, "{past}\t{present}\t{third}\t{passive}\t{again}").expect("a string");
    }
    out
}

/// نووس gives نووسێت and نووسێ.
fn regular_third(present: &str) -> String {
    let forms = present.split('|').flat_map(|stem| {
        let stem = stem.strip_suffix('ێ').unwrap_or(stem);
        [format!("{stem}ێت"), format!("{stem}ێ")]
    });
    forms.collect::<Vec<String>>().join("|")
}
