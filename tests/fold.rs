//! Folding: variants that must meet, words that must not, and the laws.

use proptest::prelude::*;
use sorani_reader::fold::{fold, fold_str, loose};

/// Each row: the canonical spelling, then ways of typing the same word.
const SAFE: &[&[&str]] = &[
    &[
        "کوردستان",
        "كوردستان",
        "ڪوردستان",
        "کوردســتان",
        "كوردســتان",
        "کورد\u{200C}ستان",
        "کوردِستان",
    ],
    &[
        "ئێرانی",
        "ئێرانى",
        "ئێراني",
        "ئێرانے",
        "ئيَرانی",
        "ئىَرانی",
        "ئی\u{065A}رانی",
        "ی\u{0654}ێرانی",
        "ي\u{0654}ێرانی",
    ],
    &["دەکات", "ده\u{200C}کات", "دةکات", "ده\u{200C}كات", "دە\u{200C}کات", "\u{202B}دەکات\u{202C}"],
    &["هەموو", "ھەموو", "ه\u{200D}ەموو", "هـەموو", "هه\u{200C}موو"],
    &["ڕۆژ", "رۆژ", "ڒۆژ", "رؤژ", "روَژ", "رو\u{065A}ژ"],
    &["گوڵ", "گول\u{065A}"],
    &["بەهـ", "بەه\u{200D}", "بەھ", "به\u{200C}هـ"],
    &["بنکە", "بنکه", "بنكه", "بنكة", "بنکه\u{200C}"],
    &["گوناه", "گوناهـ", "گوناھ"],
    &["وڵات", "ووڵات", "و\u{200C}وڵات"],
    &["عێراقییەکان", "عێراقیەکان", "عێراقیيەكان", "عێراقیی\u{200C}ەکان"],
    &["هاوپەیمانی", "هاوپەیمانیی"],
    &["سلاو", "س\u{FEFC}و", "\u{FEB3}\u{FEFC}\u{FEED}"],
    &["عراق", "\u{FECB}\u{FEAE}\u{FE8D}\u{FED5}"],
    &["2020", "٢٠٢٠", "۲۰۲۰", "٢۰2٠"],
    &["1,000.5%", "١٬٠٠٠٫٥٪"],
    &["\"ئاسایش\"", "«ئاسایش»", "“ئاسایش”", "„ئاسایش‟"],
    &["a b", "A\u{A0}B", "a \t\u{2003}b", "a\u{202F} b"],
    &["ئاسمان", "آسمان", "ا\u{0653}سمان"],
    &["ئەحمەد", "أحمەد"],
    &["kurdî", "KURDÎ", "kurdi\u{0302}"],
];

/// Pairs that only the loose tier may join.
const LOOSE: &[(&str, &str)] = &[
    ("گرووپ", "گروپ"),
    ("سووریا", "سوریا"),
    ("ڕووداو", "روداو"),
    ("فڕۆکەخانە", "فرۆکەخانە"),
    ("گوڵ", "گول"),
    ("گوڵ", "گولَ"),
    ("بڕیار", "بریار"),
    ("بڕیار", "برِیار"),
    ("سێ", "سی"),
    ("سلێمانی", "سلیمانی"),
    ("کۆمپانیا", "کومپانیا"),
    ("ئێران", "ێران"),
    ("دەهات", "دههات"),
    ("هەولێر", "ههولێر"),
    ("ڕێککەوتن", "ڕێکەوتن"),
    ("عەبدوڵڵا", "عەبدولا"),
    ("سادق", "صادق"),
    ("نیزام", "نیظام"),
];

#[test]
fn one_word_typed_in_many_ways_folds_to_one() {
    for row in SAFE {
        for variant in *row {
            assert_eq!(fold_str(variant), fold_str(row[0]), "{variant:?} for {:?}", row[0]);
        }
    }
}

#[test]
fn loose_pairs_meet_in_the_loose_tier_only() {
    for (a, b) in LOOSE {
        assert_ne!(fold_str(a), fold_str(b), "{a} {b}");
        assert_eq!(loose(&fold_str(a)), loose(&fold_str(b)), "{a} {b}");
    }
}

#[test]
fn different_words_stay_different() {
    for (a, b) in
        [("ئەمریکی", "یەمریکی"), ("گول", "گوڵ"), ("برین", "بڕین"), ("ئاوە", "ئاوا"), ("بەه", "بە")]
    {
        assert_ne!(fold_str(a), fold_str(b), "{a} {b}");
    }
    for (a, b) in [("1000", "100"), ("بە", "با"), ("www", "w")] {
        assert_ne!(loose(a), loose(b), "{a} {b}");
    }
}

#[test]
fn a_match_inside_a_ligature_covers_it() {
    let source = "س\u{FEFC}و";
    let folded = fold(source);
    let lam = folded.text.find('ل').expect("the ligature unfolds");
    let span = folded.map.to_source(lam..lam + 'ل'.len_utf8());
    assert_eq!(span.of(source), "\u{FEFC}");
}

#[test]
fn marks_and_joiners_stay_with_their_letter() {
    let source = "ئاسا\u{064E}یش ده\u{200C}کات";
    let folded = fold(source);
    let of = |word: &str| {
        let at = folded.text.find(word).expect("the word is there");
        folded.map.to_source(at..at + word.len()).of(source)
    };
    assert_eq!(of("سا"), "سا\u{064E}");
    assert_eq!(of("دە"), "ده\u{200C}");
    assert_eq!(of("کات"), "کات");
}

/// Letters, look-alikes, joiners, marks, digits and punctuation of real text.
fn kurdish_text() -> impl Strategy<Value = String> {
    let letters: Vec<char> = "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێيىكةھڒؤأإآءےڪ \u{200C}\u{200D}\u{0640}\u{064E}\u{0654}\u{065A}\u{202B}\u{A0}٠٥۲7.،؟«»\"-aBîİ\u{302}ﻻﺊﻪﻫﯽ😀"
        .chars()
        .collect();
    prop::collection::vec(prop::sample::select(letters), 0..40).prop_map(String::from_iter)
}

fn assert_laws(source: &str) -> Result<(), TestCaseError> {
    let folded = fold(source);
    prop_assert_eq!(&fold_str(&folded.text), &folded.text, "folding twice: {:?}", source);
    let twice = loose(&loose(&folded.text));
    prop_assert_eq!(twice, loose(&folded.text), "loosening twice: {:?}", source);
    let mut end = 0;
    for (at, c) in folded.text.char_indices() {
        let span = folded.map.to_source(at..at + c.len_utf8());
        prop_assert!(source.is_char_boundary(span.start) && source.is_char_boundary(span.end));
        prop_assert!(!span.is_empty(), "{:?} at {} of {:?} has no source", c, at, source);
        prop_assert!(span.end >= end, "offsets descend in {:?}", source);
        end = span.end;
    }
    prop_assert!(end <= source.len());
    Ok(())
}

proptest! {
    #[test]
    fn kurdish_text_keeps_the_laws(source in kurdish_text()) {
        assert_laws(&source)?;
    }

    #[test]
    fn any_text_keeps_the_laws(source in "\\PC{0,40}") {
        assert_laws(&source)?;
    }

    #[test]
    fn a_span_refolds_to_its_fold(source in kurdish_text()) {
        let folded = fold(&source);
        let words = folded.text.split(' ').filter(|w| !w.is_empty());
        for word in words {
            let at = word.as_ptr() as usize - folded.text.as_ptr() as usize;
            let span = folded.map.to_source(at..at + word.len());
            prop_assert_eq!(fold_str(span.of(&source)), word, "in {:?}", &source);
        }
    }
}
