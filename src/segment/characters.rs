//! Classes of folded characters that segmentation asks for.

use crate::bytes;

/// Ends a sentence, alone or in a run.
pub(super) fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '؟' | '…' | '۔' | '‼' | '⁇' | '⁈' | '⁉')
}

/// May stand between the end of a sentence and the space after it; belongs to
/// the sentence (UAX #29, Close).
pub(super) fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | ')' | ']' | '}' | '»' | '”' | '’' | '›' | '«' | '“')
}

/// A letter of the Arabic script.
#[inline]
pub(super) const fn is_arabic_letter(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | '\u{066E}'..='\u{066F}' | '\u{0671}'..='\u{06D3}' | '\u{06D5}' | '\u{06EE}'..='\u{06EF}' | '\u{06FA}'..='\u{06FF}' | '\u{0750}'..='\u{077F}')
}

/// Where the Arabic letters end that begin at the byte `from`.
#[inline]
pub(super) fn letters_end(text: &str, from: usize) -> usize {
    let (letters, _) = text.as_bytes()[from..].as_chunks();
    let mut end = from;
    for &letter in letters {
        let bits = usize::from(u16::from_le_bytes(letter));
        let is_letter = match bits & 0xFC {
            0xD8 => ARABIC_LETTERS[(bits & 3) << 6 | bits >> 8 & 0x3F],
            // U+0750–077F, Arabic Supplement.
            _ => bits & 0xFF == 0xDD && bits >= 0x9000,
        };
        if !is_letter {
            break;
        }
        end += 2;
    }
    end
}

/// [`is_arabic_letter`] of U+0600–06FF.
static ARABIC_LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut i = 0;
    while i < 256 {
        if let Some(c) = char::from_u32(0x0600 + i as u32) {
            letters[i] = is_arabic_letter(c);
        }
        i += 1;
    }
    letters
};

/// The first sentence terminator of `text` from a byte on.
pub(super) fn find_terminator(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        // Beside ASCII, the fold knows only terminators that begin with the last byte.
        at = bytes::find(text.as_bytes(), at, may_hold_stop, |b| {
            matches!(b, b'.' | b'!' | b'?' | 0xE2)
        })?;
        if text[at..].starts_with(is_terminator) {
            return Some(at);
        }
        at += 1;
    }
}

#[inline(always)]
fn may_hold_stop(eight: bytes::Eight) -> u64 {
    eight.equal(b'.') | eight.equal(b'!') | eight.equal(b'?') | eight.equal(0xE2)
}

/// A character that is read as a picture: emoji, dingbats, symbols with them;
/// not the letters among them (🄰).
pub(super) fn is_pictograph(c: char) -> bool {
    let in_blocks = matches!(c, '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}' | '\u{2B50}' | '\u{2B55}' | '\u{231A}'..='\u{231B}' | '\u{23E9}'..='\u{23FA}');
    in_blocks && !c.is_alphanumeric()
}
