//! The hash under which the word list has a word; `build.rs` knows it too.

/// The bits of a word in the list that are its tags; the others are of its hash.
pub const TAGS: u64 = 0xFF;

/// A hash that takes in eight bytes, four letters, at a time. The last eight
/// may be in part among those before, so that there is no rest.
pub fn hash(word: &str) -> u64 {
    let bytes = word.as_bytes();
    let mix = |hash: u64, bytes: u64| {
        let product = (hash ^ bytes).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        product ^ product >> 32
    };
    let seed = bytes.len() as u64;
    let Some(last) = bytes.last_chunk::<8>() else {
        return mix(seed, bytes.iter().fold(0, |last, byte| last << 8 | u64::from(*byte)));
    };
    let (chunks, _) = bytes.as_chunks::<8>();
    let hash = chunks.iter().fold(seed, |hash, chunk| mix(hash, u64::from_le_bytes(*chunk)));
    mix(hash, u64::from_le_bytes(*last))
}
