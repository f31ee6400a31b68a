//! Looking through text eight bytes at once, which needs no SIMD.

const LOWEST_BITS: u64 = 0x0101_0101_0101_0101;
const HIGHEST_BITS: u64 = 0x8080_8080_8080_8080;

/// Eight bytes of text as one number; what is said of them stands in the
/// highest bit of each byte.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Eight(u64);

impl Eight {
    /// Not zero if, and only if, one of them is `byte`.
    #[inline(always)]
    pub(crate) fn equal(self, byte: u8) -> u64 {
        Eight(self.0 ^ (LOWEST_BITS * u64::from(byte))).below(1)
    }

    /// Not zero if, and only if, one of them is below `limit`, at most 128.
    #[inline(always)]
    pub(crate) fn below(self, limit: u8) -> u64 {
        self.0.wrapping_sub(LOWEST_BITS * u64::from(limit)) & !self.0 & HIGHEST_BITS
    }
}

/// The first place from `from` on of a byte that is `wanted`; `may_hold` is not
/// zero of eight bytes that hold one, and rarely of others.
#[inline(always)]
pub(crate) fn find(
    text: &[u8],
    from: usize,
    may_hold: impl Fn(Eight) -> u64,
    wanted: impl Fn(u8) -> bool,
) -> Option<usize> {
    let (eights, _) = text.as_chunks::<8>();
    let mut at = from;
    while let Some(&byte) = text.get(at) {
        if wanted(byte) {
            return Some(at);
        }
        at += 1;
        if at.is_multiple_of(8) {
            while let Some(&eight) = eights.get(at / 8)
                && may_hold(Eight(u64::from_le_bytes(eight))) == 0
            {
                at += 8;
            }
        }
    }
    None
}

/// The first place of a byte, in text that is mostly short.
pub(crate) fn find_byte(text: &[u8], byte: u8) -> Option<usize> {
    let mut at = 0;
    while let Some(eight) = eight(text, at) {
        let found = eight.equal(byte);
        if found != 0 {
            return Some(at + found.trailing_zeros() as usize / 8);
        }
        at += 8;
    }
    (at..text.len()).find(|&at| text[at] == byte)
}

/// Where `letters`, at least one, first stand in `text` from the byte `from`
/// on. What [`str::find`] prepares for long patterns costs more than a word is
/// long.
pub(crate) fn find_letters(text: &str, letters: &str, from: usize) -> Option<usize> {
    let (text, letters) = (text.as_bytes(), letters.as_bytes());
    // The last bytes of the first two letters tell more than their first.
    let last = letters.len() - 1;
    let (one, other) = (last.min(1), last.min(3));
    let mut at = from;
    while let Some(others) = eight(text, at + other) {
        let ones = eight(text, at + one)?;
        let mut may_hold = ones.equal(letters[one]) & others.equal(letters[other]);
        while may_hold != 0 {
            let place = at + may_hold.trailing_zeros() as usize / 8;
            if text[place..].starts_with(letters) {
                return Some(place);
            }
            may_hold &= may_hold - 1;
        }
        at += 8;
    }
    let telling = Some(&letters[one]);
    (at..text.len()).find(|&at| text.get(at + one) == telling && text[at..].starts_with(letters))
}

/// The eight bytes from one on.
#[inline(always)]
fn eight(text: &[u8], at: usize) -> Option<Eight> {
    let eight = text.get(at..)?.first_chunk::<8>()?;
    Some(Eight(u64::from_le_bytes(*eight)))
}

/// Whether `letters` stand in `text`.
pub(crate) fn contains(text: &str, letters: &str) -> bool {
    letters.is_empty() || find_letters(text, letters, 0).is_some()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn finds_the_first(
            text in proptest::collection::vec(prop_oneof![0u8..4, any::<u8>()], 0..60),
            byte in 0u8..5,
            from in 0usize..65,
        ) {
            let place = |wanted: fn(u8, u8) -> bool| (from..text.len()).find(|&at| wanted(text[at], byte));
            let equal = find(&text, from, |eight| eight.equal(byte), |b| b == byte);
            prop_assert_eq!(equal, place(|b, byte| b == byte));
            let below = find(&text, from, |eight| eight.below(byte), |b| b < byte);
            prop_assert_eq!(below, place(|b, byte| b < byte));
        }

        #[test]
        fn finds_what_the_standard_library_finds(
            text in "[abاب]{0,30}",
            letters in "[abاب]{1,3}",
            from in 0usize..20,
        ) {
            prop_assert_eq!(find_letters(&text, &letters, 0), text.find(&letters));
            prop_assert_eq!(contains(&text, &letters), text.contains(&letters));
            let from = text.floor_char_boundary(from);
            let after = text[from..].find(&letters).map(|at| from + at);
            prop_assert_eq!(find_letters(&text, &letters, from), after);
        }
    }
}
