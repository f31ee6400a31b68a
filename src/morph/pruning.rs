//! Which listed words need no row in the compiled lexicon, because the rules
//! read them and their forms alike without it.
//!
//! Part of the tests, which see the lexicon whole:
//! `WRITE_LEFT_OUT=1 cargo test --release --lib left_out` writes
//! `seeds/lexicon/left_out.txt` anew. Words are tried one by one, the longest
//! first, and again when all have been tried; one goes if every form that asks
//! the lexicon for it is read as before, its own forms and those of all others.
//!
//! What *as before* means is in [`Form::is_read`], and what the tags of a word
//! are needed for in [`keeps_tags`].

mod hiding;
mod paradigm;
#[path = "../../seeds/compile/words.rs"]
mod words;

pub(super) use hiding::is_hidden;

use std::cmp::Reverse;
use std::collections::HashSet;
use std::path::PathBuf;
use std::{env, fs};

use super::lexicon::{Lexicon, Tags};
use super::{Analysis, analyse};
use crate::fold::fold_str;

fn seeds() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("seeds")
}

/// The lexicon with the words that are left out of the compiled one.
pub(super) fn whole_lexicon() -> Lexicon {
    Lexicon::whole(words::listed(&seeds()).into_iter())
}

/// A listed word.
struct Word {
    text: String,
    tags: Tags,
    slot: usize,
    /// The forms whose analysis asks for it.
    forms: Vec<u32>,
}

/// A form of a word, and how it is read with the whole lexicon.
struct Form {
    text: String,
    word: u32,
    /// Whether only the search has to find it (`paradigm.rs`).
    is_weak: bool,
    analysis: Analysis,
}

impl Form {
    /// Whether a new analysis serves as well: the stem is the same, and the
    /// likeliest base is still a key, and so is the word if it was; for a weak
    /// form the word need only be one.
    fn is_read(&self, now: &Analysis, word: &str) -> bool {
        let has_word = |analysis: &Analysis| analysis.keys.iter().any(|key| key == word);
        let same = now.stem == self.analysis.stem && now.keys.contains(&self.analysis.keys[0]);
        let keeps_word = has_word(now) || !has_word(&self.analysis);
        (same && keeps_word) || (self.is_weak && has_word(now))
    }
}

/// All words and their forms, with some words hidden.
struct Trial {
    words: Vec<Word>,
    forms: Vec<Form>,
    word_in_slot: Vec<u32>,
    /// The words of our own entities, which newspapers often name.
    named: HashSet<String>,
}

/// The words of the entity files of `seeds/`, folded.
fn words_of_entities() -> HashSet<String> {
    let files = ["entities.jsonl", "starter.jsonl"];
    let text = files.map(|file| fs::read_to_string(seeds().join(file)).expect("an entity file"));
    let text = fold_str(&text.concat());
    text.split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect()
}

/// Tags that make a common word of a word, for the entity matcher.
const COMMON: Tags = Tags::NOUN.or(Tags::ADJECTIVE).or(Tags::FUNCTION);

impl Trial {
    /// Reads the forms of every `step`th word with the whole lexicon.
    fn new(step: usize) -> Trial {
        let lexicon = Lexicon::get();
        hiding::start(lexicon.slots());
        let listed = words::listed(&seeds()).into_iter();
        let word = |(text, tags): (String, u8)| {
            let slot = lexicon.slot(&text);
            Word { text, tags: Tags::of(tags), slot, forms: Vec::new() }
        };
        let words: Vec<Word> = listed.map(word).collect();
        let mut word_in_slot = vec![0; lexicon.slots()];
        words.iter().zip(0..).for_each(|(word, number)| word_in_slot[word.slot] = number);
        let named = words_of_entities();
        let mut trial = Trial { words, forms: Vec::new(), word_in_slot, named };
        (0..trial.words.len()).step_by(step).for_each(|number| trial.add_forms(number));
        trial
    }

    fn add_forms(&mut self, number: usize) {
        let word = &self.words[number];
        for form in paradigm::forms(&word.text, word.tags) {
            let (analysis, asked) = self.read(&form.text);
            let id = self.forms.len() as u32;
            asked.iter().for_each(|asked| self.note(*asked, id));
            let (text, is_weak) = (form.text, form.is_weak);
            self.forms.push(Form { text, word: number as u32, is_weak, analysis });
        }
    }

    /// The analysis of a text, and the words that it asks for.
    fn read(&self, text: &str) -> (Analysis, Vec<u32>) {
        hiding::forget();
        let analysis = analyse(text);
        (analysis, hiding::asked().into_iter().map(|slot| self.word_in_slot[slot]).collect())
    }

    fn note(&mut self, word: u32, form: u32) {
        let forms = &mut self.words[word as usize].forms;
        if !forms.contains(&form) {
            forms.push(form);
        }
    }

    /// Hides a word if nothing is lost by it.
    fn try_without(&mut self, number: usize) -> bool {
        let word = &self.words[number];
        hiding::hide(word.slot);
        let asked = if keeps_tags(word, &self.named) { self.read_without(number) } else { None };
        let Some(asked) = asked else {
            hiding::show(self.words[number].slot);
            return false;
        };
        asked.into_iter().for_each(|(word, form)| self.note(word, form));
        true
    }

    /// The words that the forms of a hidden word now ask for; `None` if one of
    /// them is no longer read.
    fn read_without(&self, number: usize) -> Option<Vec<(u32, u32)>> {
        let mut all = Vec::new();
        for id in &self.words[number].forms {
            let form = &self.forms[*id as usize];
            let (now, asked) = self.read(&form.text);
            if !form.is_read(&now, &self.words[form.word as usize].text) {
                return None;
            }
            all.extend(asked.into_iter().filter(|w| *w as usize != number).map(|w| (w, *id)));
        }
        Some(all)
    }
}

/// Whether a hidden word keeps what its tags say: elements of verbs, given names
/// and what our own entities name are known by their row alone, a common word
/// must be common by a rule, and another name is as good as an unknown word.
fn keeps_tags(word: &Word, named: &HashSet<String>) -> bool {
    let by_row = Tags::ELEMENT.or(Tags::GIVES).or(Tags::GIVEN);
    if word.tags.has(by_row) || named.contains(&word.text) {
        return false;
    }
    let by_rule = Lexicon::get().tags(&word.text).unwrap_or_default();
    !word.tags.has(COMMON) || by_rule.has(COMMON)
}

fn write_left_out() {
    let mut trial = Trial::new(1);
    let mut rest: Vec<usize> = (0..trial.words.len()).collect();
    rest.sort_by_key(|number| Reverse(trial.words[*number].text.len()));
    let all = rest.len();
    for _ in 0..2 {
        rest.retain(|number| !trial.try_without(*number));
    }
    let kept: HashSet<usize> = rest.into_iter().collect();
    let gone = trial.words.iter().enumerate().filter(|(number, _)| !kept.contains(number));
    let lines: String = gone.flat_map(|(_, word)| [&word.text, "\n"]).collect();
    let note =
        "# Made by src/morph/pruning.rs: listed words that the rules read alike without a row.\n";
    fs::write(seeds().join("lexicon/left_out.txt"), format!("{note}{lines}")).expect("seeds");
    println!("{} of {all} words need a row", kept.len());
}

#[test]
fn words_left_out_are_read_alike() {
    if env::var_os("WRITE_LEFT_OUT").is_some() {
        write_left_out();
    }
    let trial = Trial::new(16);
    let lexicon = Lexicon::get();
    for word in words::left_out(&seeds()) {
        hiding::hide(lexicon.slot(&word));
    }
    let is_lost = |form: &&Form| {
        let (now, _) = trial.read(&form.text);
        !form.is_read(&now, &trial.words[form.word as usize].text)
    };
    let lost: Vec<&str> = trial.forms.iter().filter(is_lost).map(|form| &*form.text).collect();
    assert!(lost.len() * 1000 <= trial.forms.len(), "of {}: {lost:?}", trial.forms.len());
}

#[test]
fn the_compiled_lexicon_is_the_list_without_the_words_left_out() {
    let compiled = Lexicon::unpacked();
    assert!(compiled == Lexicon::built_in());
    let words = words::compiled(&seeds());
    assert_eq!(compiled.len(), words.len());
    for (word, tags) in words {
        assert_eq!(compiled.listed(&word), Some(Tags::of(tags)), "{word}");
    }
}
