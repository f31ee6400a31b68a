//! Finding letters in a text.

/// Where `letters`, at least one, first stand in `text` from the byte `from`
/// on. What [`str::find`] prepares for long patterns costs more than a word is
/// long.
pub(super) fn find(text: &str, letters: &str, from: usize) -> Option<usize> {
    let (text, letters) = (text.as_bytes(), letters.as_bytes());
    // The last byte of a letter tells more than its first.
    let told_by = usize::from(letters.len() > 1);
    let mut at = from + told_by;
    loop {
        at = find_byte(text, letters[told_by], at)?;
        if text[at - told_by..].starts_with(letters) {
            return Some(at - told_by);
        }
        at += 1;
    }
}

/// The first place of a byte from `from` on, looked for in eight bytes at once.
fn find_byte(text: &[u8], byte: u8, from: usize) -> Option<usize> {
    const LOW_BITS: u64 = 0x7F7F_7F7F_7F7F_7F7F;
    let (eights, rest) = text.as_chunks::<8>();
    let wanted = u64::from(byte) * 0x0101_0101_0101_0101;
    let mut seen = u64::MAX << (from % 8 * 8);
    for (number, &eight) in eights.iter().enumerate().skip(from / 8) {
        let differing = u64::from_le_bytes(eight) ^ wanted;
        // The highest bit of each byte that does not differ.
        let same = !((differing & LOW_BITS).wrapping_add(LOW_BITS) | differing | LOW_BITS) & seen;
        if same != 0 {
            return Some(number * 8 + same.trailing_zeros() as usize / 8);
        }
        seen = u64::MAX;
    }
    let first = from.max(text.len() - rest.len());
    (first..text.len()).find(|&at| text[at] == byte)
}

/// Whether `letters` stand in `text`.
pub(super) fn contains(text: &str, letters: &str) -> bool {
    letters.is_empty() || find(text, letters, 0).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_the_standard_library_finds(text in "[abاب]{0,30}", letters in "[abاب]{1,3}") {
            prop_assert_eq!(super::find(&text, &letters, 0), text.find(&letters));
            prop_assert_eq!(super::contains(&text, &letters), text.contains(&letters));
        }
    }
}
