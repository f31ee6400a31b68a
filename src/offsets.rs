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
        let (eights, rest) = text.as_chunks();
        let mut count = 0;
        for &eight in eights {
            count += self.count_eight(u64::from_le_bytes(eight));
        }
        for &byte in rest {
            // All but one are bytes inside a character, which add nothing.
            count += self.count_eight(INSIDE | u64::from(byte));
        }
        count as usize
    }

    /// The same of eight bytes at once.
    #[inline(always)]
    fn count_eight(self, bytes: u64) -> u32 {
        let begins = LOWEST_BITS & (!(bytes >> 7) | bytes >> 6);
        let is_pair = LOWEST_BITS & (bytes >> 7 & bytes >> 6 & bytes >> 5 & bytes >> 4);
        match self {
            Unit::Utf16 => begins.count_ones() + is_pair.count_ones(),
            Unit::Utf8 | Unit::CodePoint => begins.count_ones(),
        }
    }
}

const LOWEST_BITS: u64 = 0x0101_0101_0101_0101;

/// Seven bytes inside a character after room for one.
const INSIDE: u64 = 0x80 * (LOWEST_BITS - 1);

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
        let mut counts = vec![0; text.len() / STEP + 1];
        let mut count = 0;
        for (step, after) in counts[1..].iter_mut().enumerate() {
            count += unit.count(&text.as_bytes()[step * STEP..(step + 1) * STEP]) as u32;
            *after = count;
        }
        OffsetMap { unit, counts }
    }

    /// The offset in units of the byte offset `byte` of `text`, the text that
    /// this map was made from. Inside a character: that of its end.
    #[must_use]
    pub fn to_unit(&self, text: &str, byte: usize) -> usize {
        self.cursor(text).to_unit(byte)
    }

    /// Translates offsets of `text`, the text that this map was made from, the
    /// faster the nearer each is after the last.
    #[must_use]
    pub fn cursor<'a>(&'a self, text: &'a str) -> Cursor<'a> {
        Cursor { map: self, text, byte: 0, units: 0 }
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

/// Where in a text an offset was last translated.
#[derive(Debug, Clone)]
pub struct Cursor<'a> {
    map: &'a OffsetMap,
    text: &'a str,
    byte: usize,
    units: usize,
}

impl Cursor<'_> {
    /// The offset in units of the byte offset `byte`. Inside a character: that
    /// of its end.
    pub fn to_unit(&mut self, byte: usize) -> usize {
        let OffsetMap { unit, counts } = self.map;
        if *unit == Unit::Utf8 {
            return self.text.ceil_char_boundary(byte);
        }
        if byte < self.byte || byte - self.byte > STEP {
            let step = byte / STEP;
            (self.byte, self.units) = (step * STEP, counts[step] as usize);
        }
        self.units += unit.count(&self.text.as_bytes()[self.byte..byte]);
        self.byte = byte;
        self.units
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
            let mut cursor = map.cursor(&text);
            let mut count = 0;
            for (byte, c) in text.char_indices() {
                assert_eq!(map.to_unit(&text, byte), count);
                assert_eq!(cursor.to_unit(byte), count);
                assert_eq!(map.to_byte(&text, count), byte);
                count += unit.width(c);
            }
            assert_eq!(map.to_unit(&text, text.len()), count);
            assert_eq!(map.to_byte(&text, count), text.len());
        }
    }
}
