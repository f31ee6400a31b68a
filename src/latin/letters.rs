//! The letters of both alphabets.

/// Sorani consonants that have one Latin letter, with it.
#[rustfmt::skip]
const CONSONANTS: [(char, char); 28] = [
    ('ب', 'b'), ('پ', 'p'), ('ت', 't'), ('ج', 'c'), ('چ', 'ç'), ('ح', 'ḧ'), ('خ', 'x'),
    ('د', 'd'), ('ر', 'r'), ('ڕ', 'ř'), ('ز', 'z'), ('ژ', 'j'), ('س', 's'), ('ش', 'ş'),
    ('ع', '\''), ('غ', 'ẍ'), ('ف', 'f'), ('ڤ', 'v'), ('ق', 'q'), ('ک', 'k'), ('گ', 'g'),
    ('ل', 'l'), ('ڵ', 'ł'), ('م', 'm'), ('ن', 'n'), ('ه', 'h'), ('و', 'w'), ('ی', 'y'),
];

/// Vowels that the Arabic script always writes alike.
const VOWELS: [(char, char); 4] = [('ا', 'a'), ('ە', 'e'), ('ێ', 'ê'), ('ۆ', 'o')];

/// Letters of Arabic that Sorani gives up, by sound.
const ARABIC: [(char, char); 7] =
    [('ھ', 'h'), ('ث', 's'), ('ص', 's'), ('ذ', 'z'), ('ض', 'z'), ('ظ', 'z'), ('ط', 't')];

/// The Latin letter of a folded Sorani letter; a letter of no Kurdish alphabet
/// stays.
pub(super) fn to_latin(letter: char) -> char {
    let mut table = CONSONANTS.iter().chain(&VOWELS).chain(&ARABIC);
    table.find(|row| row.0 == letter).map_or(letter, |row| row.1)
}

/// The Sorani letter of a Latin letter that has one.
pub(super) fn to_sorani(latin: char) -> Option<char> {
    let mut table = CONSONANTS.iter().chain(&VOWELS);
    table.find(|row| row.1 == latin).map(|row| row.0)
}

/// Whether a letter is a vowel whatever stands beside it.
pub(super) fn is_plain_vowel(letter: char) -> bool {
    matches!(letter, 'ا' | 'ە' | 'ێ' | 'ۆ')
}

/// Whether a Latin letter is a vowel.
pub(super) fn is_latin_vowel(latin: char) -> bool {
    matches!(latin, 'a' | 'e' | 'ê' | 'i' | 'î' | 'o' | 'u' | 'û')
}

/// Whether a character belongs to a word in Arabic letters: letters, marks and
/// what joins them.
pub(super) fn is_sorani(c: char) -> bool {
    match c {
        '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' => {
            c.is_alphabetic() || matches!(c, '\u{0640}' | '\u{064B}'..='\u{065F}')
        }
        '\u{FB50}'..='\u{FD3D}' | '\u{FD40}'..='\u{FDFB}' | '\u{FE70}'..='\u{FEFC}' => true,
        '\u{200C}' | '\u{200D}' => true,
        _ => false,
    }
}

/// The Latin sign for an Arabic one.
pub(super) fn latin_punctuation(c: char) -> char {
    match c {
        '؟' => '?',
        '،' => ',',
        '؛' => ';',
        _ => c,
    }
}

/// The Arabic sign for a Latin one.
pub(super) fn arabic_punctuation(c: char) -> char {
    match c {
        '?' => '؟',
        ',' => '،',
        ';' => '؛',
        _ => c,
    }
}
