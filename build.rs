//! Generates the tables of the crate from Unicode data and from `seeds/`.
//!
//! `seeds/compile/words.rs` reads the word lists, `seeds/compile/packing.rs` packs them,
//! `seeds/compile/verbs.rs` shortens the verb tables.

#[path = "src/morph/bit_model.rs"]
mod bit_model;
#[path = "src/morph/hash.rs"]
mod hash;
#[path = "src/morph/packed.rs"]
mod packed;
#[path = "seeds/compile/packing.rs"]
mod packing;
#[path = "seeds/compile/verbs.rs"]
mod verbs;
#[path = "seeds/compile/words.rs"]
mod words;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use hash::{TAGS, hash};
use packing::Word;
use unicode_normalization::char::decompose_compatible;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/morph/bit_model.rs");
    println!("cargo::rerun-if-changed=src/morph/hash.rs");
    println!("cargo::rerun-if-changed=src/morph/packed.rs");
    println!("cargo::rerun-if-changed=seeds");
    write("presentation_forms.rs", presentation_forms().as_bytes());
    let seeds = Path::new("seeds");
    let mut words: Vec<(String, u8)> = words::compiled(seeds).into_iter().collect();
    words.sort_unstable_by_key(|(word, _)| codes(word));
    write("lexicon.bin", &packed_words(&words));
    write("lexicon.hashes", &hashed_words(&words));
    write("minimal_pairs.txt", minimal_pairs(seeds).as_bytes());
    write("verbs.tsv", verbs::table(seeds).as_bytes());
    write("irregular_verbs.tsv", verbs::irregular(seeds).as_bytes());
}

/// A word of each row of `seeds/minimal_pairs.tsv`; the others have its loose letters.
fn minimal_pairs(seeds: &Path) -> String {
    let rows = words::rows(&seeds.join("minimal_pairs.tsv"));
    let words: Vec<&str> = rows.iter().filter_map(|row| row.split('\t').next()).collect();
    words.join("\n")
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

/// The words for a browser.
fn packed_words(words: &[(String, u8)]) -> Vec<u8> {
    let words: Vec<Word> = words.iter().map(|(word, tags)| (codes(word), *tags)).collect();
    packing::pack(&words)
}

/// The words for any other program.
fn hashed_words(words: &[(String, u8)]) -> Vec<u8> {
    let word = |(word, tags): &(String, u8)| hash(word) & !TAGS | u64::from(*tags);
    words.iter().flat_map(|entry| word(entry).to_le_bytes()).collect()
}

fn codes(word: &str) -> Vec<u8> {
    let code = |c| {
        let place = packed::ALPHABET.chars().position(|letter| letter == c);
        place.unwrap_or_else(|| panic!("seeds: {c:?} in {word:?} is no letter")) as u8
    };
    word.chars().map(code).collect()
}
