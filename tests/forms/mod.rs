//! Tables of forms, for the tests of words and of verbs.

use sorani_reader::fold::fold_str;
use sorani_reader::morph::{Analysis, analyse};

/// The analysis of a word as it is typed.
pub fn analysed(word: &str) -> Analysis {
    analyse(&fold_str(word))
}

/// Whether two words may be forms of one.
pub fn share_a_key(one: &str, other: &str) -> bool {
    let keys = analysed(one).keys;
    analysed(other).keys.iter().any(|key| keys.contains(key))
}

/// Rows of `stem: its forms`.
pub fn assert_stems(rows: &[(&str, &str)]) {
    for (stem, forms) in rows {
        for form in forms.split(' ') {
            assert_eq!(analysed(form).stem, *stem, "of {form}");
        }
    }
}

/// Rows of forms of one word: all share a key, each with the first.
pub fn assert_families(rows: &[&str]) {
    for row in rows {
        let (first, rest) = row.split_once(' ').expect("a family has several forms");
        for form in rest.split(' ') {
            assert!(
                share_a_key(first, form),
                "{first} {:?}, {form} {:?}",
                analysed(first).keys,
                analysed(form).keys
            );
        }
    }
}

/// Pairs of words of which neither may be a form of the other.
pub fn assert_apart(pairs: &[(&str, &str)]) {
    for (one, other) in pairs {
        assert!(
            !share_a_key(one, other),
            "{one} {:?}, {other} {:?}",
            analysed(one).keys,
            analysed(other).keys
        );
    }
}
