//! The loose tier: spellings that people mix up.

use super::is_alphanumeric;

/// The looser key of a folded text: ۆ as و, ڵ as ل, ڕ as ر, ێ as ی, ه as ە, the
/// letters that only Arabic tells apart as س ز ت, a letter once where it stands
/// twice (وو, ڕێککەوتن), and no ئ before the first vowel of a word.
///
/// Different words can share it (بۆ, بوو): it serves lower-ranked matches.
/// Applying it again changes nothing.
#[must_use]
pub fn loose(folded: &str) -> String {
    let mut out = String::with_capacity(folded.len());
    loosen(folded, |c, _| out.push(c));
    out
}

/// [`loose`] with the byte offset in `folded` at which each byte's character
/// begins, and at the end the length of `folded`.
#[must_use]
pub fn loose_with_map(folded: &str) -> (String, Vec<usize>) {
    let mut out = String::with_capacity(folded.len());
    let mut starts = Vec::with_capacity(folded.len() + 1);
    loosen(folded, |c, at| {
        out.push(c);
        starts.resize(out.len(), at);
    });
    starts.push(folded.len());
    (out, starts)
}

/// Calls `emit` with each loose letter and where it begins in `folded`.
pub(crate) fn loosen(folded: &str, mut emit: impl FnMut(char, usize)) {
    let mut last = ' ';
    for (at, c) in folded.char_indices() {
        let starts_word = !is_alphanumeric(last);
        let letter = loose_letter(c);
        let dropped = match letter {
            'ئ' => starts_word && next_is_vowel(&folded[at + c.len_utf8()..]),
            _ => last == letter && is_arabic(letter),
        };
        if dropped {
            continue;
        }
        emit(letter, at);
        last = letter;
    }
}

/// A letter without what people leave away.
pub(crate) fn loose_letter(c: char) -> char {
    match c {
        'ۆ' => 'و',
        'ێ' => 'ی',
        'ڵ' => 'ل',
        'ڕ' => 'ر',
        'ه' | 'ھ' => 'ە',
        'ص' | 'ث' => 'س',
        'ذ' | 'ض' | 'ظ' => 'ز',
        'ط' => 'ت',
        _ => c,
    }
}

fn is_arabic(letter: char) -> bool {
    ('\u{0620}'..='\u{06D3}').contains(&letter)
}

fn next_is_vowel(rest: &str) -> bool {
    rest.starts_with(['ا', 'ە', 'ه', 'ھ', 'ێ', 'ی', 'ۆ', 'و'])
}
