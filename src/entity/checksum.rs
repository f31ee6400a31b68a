//! The checksum of pack files, and the name of a record file.

/// A 64-bit sum of `bytes`: FNV-1a over words of eight bytes instead of single
/// ones, each folded over itself, so that every changed byte shows.
pub(super) fn checksum(bytes: &[u8]) -> u64 {
    let mix = |sum: u64, word: u64| {
        let mixed = (sum ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        mixed ^ (mixed >> 32)
    };
    let (words, rest) = bytes.as_chunks();
    let mut sum = 0xCBF2_9CE4_8422_2325 ^ bytes.len() as u64;
    for word in words {
        sum = mix(sum, u64::from_le_bytes(*word));
    }
    let mut last = [0; 8];
    last[..rest.len()].copy_from_slice(rest);
    mix(sum, u64::from_le_bytes(last))
}

#[cfg(test)]
mod tests {
    use super::checksum;

    #[test]
    fn every_changed_byte_shows() {
        let bytes: Vec<u8> = (0..100).collect();
        let sum = checksum(&bytes);
        for at in 0..bytes.len() {
            for bit in 0..8 {
                let mut changed = bytes.clone();
                changed[at] ^= 1 << bit;
                assert_ne!(checksum(&changed), sum, "byte {at} bit {bit}");
            }
            assert_ne!(checksum(&bytes[..at]), sum);
        }
        assert_ne!(checksum(&[bytes.as_slice(), &[0]].concat()), sum);
    }
}
