//! Byte offsets of a text in the units that other programs count in.

use std::str::FromStr;

use crate::error::Error;

/// What an offset counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Bytes of UTF-8, as Rust counts.
    Utf8,
    /// Code units of UTF-16, as JavaScript and the DOM count.
    Utf16,
    /// Unicode code points, as Python counts.
    CodePoint,
}

impl Unit {
    fn width(self, c: char) -> usize {
        match self {
            Unit::Utf8 => c.len_utf8(),
            Unit::Utf16 => c.len_utf16(),
            Unit::CodePoint => 1,
        }
    }

    /// The units of the characters that begin in a stretch of UTF-8.
    fn count(self, text: &[u8]) -> usize {
        let eights = text.chunks_exact(8);
        // Bytes inside a character, which add nothing.
        let mut last = [0x80; 8];
        last[..eights.remainder().len()].copy_from_slice(eights.remainder());
        let mut count = self.count_eight(last);
        for eight in eights {
            count += eight.try_into().map_or(0, |eight| self.count_eight(eight));
        }
        count as usize
    }

    /// The same of eight bytes at once.
    #[inline]
    fn count_eight(self, eight: [u8; 8]) -> u32 {
        const LOWEST_BITS: u64 = 0x0101_0101_0101_0101;
        let bytes = u64::from_le_bytes(eight);
        let begins = LOWEST_BITS & (!(bytes >> 7) | bytes >> 6);
        let is_pair = LOWEST_BITS & (bytes >> 7 & bytes >> 6 & bytes >> 5 & bytes >> 4);
        match self {
            Unit::Utf16 => begins.count_ones() + is_pair.count_ones(),
            Unit::Utf8 | Unit::CodePoint => begins.count_ones(),
        }
    }
}

impl FromStr for Unit {
    type Err = Error;

    fn from_str(name: &str) -> Result<Unit, Error> {
        match name {
            "utf8" => Ok(Unit::Utf8),
            "utf16" => Ok(Unit::Utf16),
            "codepoint" => Ok(Unit::CodePoint),
            _ => Err(Error::new(format!(
                "unknown offset unit \"{name}\": use utf8, utf16 or codepoint"
            ))),
        }
    }
}

/// How many bytes of text lie between two stored counts.
const STEP: usize = 32;

/// Translates offsets of one text between bytes and another unit.
///
/// Every `STEP` bytes a count is stored, so that a look-up reads at most that
/// much text.
#[derive(Debug, Clone)]
pub struct OffsetMap {
    unit: Unit,
    /// The units of the characters that begin in the first `STEP` bytes, the
    /// first two times `STEP` bytes and so on, after a 0.
    counts: Vec<u32>,
}

impl OffsetMap {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &str, unit: Unit) -> OffsetMap {
        let steps = text.as_bytes().chunks_exact(STEP);
        let mut counts = Vec::with_capacity(steps.len() + 1);
        let mut count = 0;
        counts.push(count);
        for step in steps {
            count += unit.count(step) as u32;
            counts.push(count);
        }
        OffsetMap { unit, counts }
    }

    /// The offset in units of the byte offset `byte` of `text`, the text that
    /// this map was made from. Inside a character: that of its end.
    #[must_use]
    #[inline]
    pub fn to_unit(&self, text: &str, byte: usize) -> usize {
        if self.unit == Unit::Utf8 {
            return text.ceil_char_boundary(byte);
        }
        let step = byte / STEP;
        self.counts[step] as usize + self.unit.count(&text.as_bytes()[step * STEP..byte])
    }

    /// The byte offset of the offset `units`; past the end: the text's length.
    /// Inside a character: its end.
    #[must_use]
    pub fn to_byte(&self, text: &str, units: usize) -> usize {
        if self.unit == Unit::Utf8 {
            return text.ceil_char_boundary(units);
        }
        let step = self.counts.partition_point(|&count| count as usize <= units) - 1;
        let mut at = text.ceil_char_boundary(step * STEP);
        let mut count = self.counts[step] as usize;
        for c in text[at..].chars() {
            if count >= units {
                break;
            }
            at += c.len_utf8();
            count += self.unit.width(c);
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_translates_there_and_back() {
        let text = "ئەمریکا 😀 abc\u{10FFFF}ێ ".repeat(60);
        for unit in [Unit::Utf8, Unit::Utf16, Unit::CodePoint] {
            let map = OffsetMap::new(&text, unit);
            let mut count = 0;
            for (byte, c) in text.char_indices() {
                assert_eq!(map.to_unit(&text, byte), count);
                assert_eq!(map.to_byte(&text, count), byte);
                count += unit.width(c);
            }
            assert_eq!(map.to_unit(&text, text.len()), count);
            assert_eq!(map.to_byte(&text, count), text.len());
        }
    }
}
