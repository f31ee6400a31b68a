//! Which characters words are made of.

/// Whether `c` is a letter or digit: [`char::is_alphanumeric`], without its
/// search through the tables of Unicode for ASCII and the Arabic block.
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    match c as u32 {
        code @ 0x0600..=0x06FF => ARABIC[(code & 0xFF) as usize],
        code @ 0..=0x7F => (code as u8).is_ascii_alphanumeric(),
        _ => c.is_alphanumeric(),
    }
}

/// U+0600–06FF: the properties Alphabetic and Numeric of Unicode 17.
static ARABIC: [bool; 256] = {
    let mut alphanumeric = [false; 256];
    let mut low = 0;
    while low < 256 {
        alphanumeric[low] = matches!(
            low,
            0x10..=0x1A | 0x20..=0x57 | 0x59..=0x69 | 0x6E..=0xD3 | 0xD5..=0xDC | 0xE1..=0xE8
                | 0xED..=0xFC | 0xFF
        );
        low += 1;
    }
    alphanumeric
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_says_what_unicode_says() {
        for c in '\0'..='\u{2FFF}' {
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
