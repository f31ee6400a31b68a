//! Representative forms of a word.

use super::super::lexicon::Tags;

/// A form of a word.
pub(super) struct Form {
    pub text: String,
    /// A form of a name that is rarer, or whose ending is too short to be told
    /// from letters of an unknown word: only the search has to find it.
    pub is_weak: bool,
}

/// The endings of a common word, by its last letter.
const AFTER_CONSONANT: &str = "ەکە ەکەی ەکەدا ەکەم ەکەوە ەکەش ەکەیان ەکان ەکانی ەکاندا ەکانە \
    ەکانیش ەکانیشیان ەکانەوە ەکانم ێک ێکی ێکدا ێکەوە ێکیان ی یان مان م ت دا ەوە یش یشی ە انە ان \
    انی ن ین و";
const AFTER_VOWEL: &str = "کە کەی کەدا کەم کەوە کەش کەیان کان کانی کاندا کانە کانیش کانیشیان \
    کانەوە کانم یەک یەکی یەکدا یەکەوە یەکیان ی یان مان م ت دا وە یەوە ش شی یە یانە یانی ن ین و";
const AFTER_YEH: &str = "ەکە ەکەی ەکەدا ەکەم ەکەوە ەکەش ەکەیان ەکان ەکانی ەکاندا ەکانە ەکانیش \
    ەکانیشیان ەکانەوە ەکانم ەک ەکی ەکدا ەکەوە ەکیان ان مان م ت دا ەوە ش شی ە انە انی ن و";

/// The endings of a name: those that its stem must survive, and weak ones.
const NAME_AFTER_CONSONANT: (&str, &str) = ("ی دا ەوە یش", "ە و یان مان");
const NAME_AFTER_VOWEL: (&str, &str) = ("ی دا وە ش", "یەوە یە و یان مان");
const NAME_AFTER_YEH: (&str, &str) = ("دا ەوە ەکان", "ش ە و ان مان");

/// The word and its forms; a word of the closed classes has no others.
pub(super) fn forms(word: &str, tags: Tags) -> Vec<Form> {
    let common = tags.has(Tags::NOUN.or(Tags::ADJECTIVE));
    let (strong, weak) = match (common, last(word)) {
        (true, Last::Vowel) => (AFTER_VOWEL, ""),
        (true, Last::Yeh) => (AFTER_YEH, ""),
        (true, Last::Consonant) => (AFTER_CONSONANT, ""),
        _ if !tags.has(Tags::NAME) => ("", ""),
        (_, Last::Vowel) => NAME_AFTER_VOWEL,
        (_, Last::Yeh) => NAME_AFTER_YEH,
        (_, Last::Consonant) => NAME_AFTER_CONSONANT,
    };
    let form = |text: String| Form { text, is_weak: false };
    let mut forms = vec![form(word.to_owned())];
    forms.extend(strong.split_whitespace().map(|ending| form(format!("{word}{ending}"))));
    let weak = weak.split_whitespace().map(|ending| format!("{word}{ending}"));
    forms.extend(weak.map(|text| Form { text, is_weak: true }));
    if let Some(stem) = word.strip_suffix('ە').filter(|_| common) {
        forms.extend(["ان", "انی"].map(|ending| form(format!("{stem}{ending}"))));
    }
    if tags.has(Tags::ADJECTIVE) {
        forms.extend(["تر", "ترین"].map(|ending| form(format!("{word}{ending}"))));
    }
    forms
}

enum Last {
    Vowel,
    Yeh,
    Consonant,
}

fn last(word: &str) -> Last {
    if word.ends_with("وو") {
        return Last::Vowel;
    }
    match word.chars().next_back() {
        Some('ا' | 'ۆ' | 'ێ' | 'ە') => Last::Vowel,
        Some('ی') => Last::Yeh,
        _ => Last::Consonant,
    }
}
