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

    /// The units of whole characters, counted by their bytes.
    fn count(self, text: &[u8]) -> usize {
        let begins = |b: u8| usize::from(b & 0xC0 != 0x80);
        match self {
            Unit::Utf8 => text.len(),
            Unit::Utf16 => text.iter().map(|&b| begins(b) + usize::from(b >= 0xF0)).sum(),
            Unit::CodePoint => text.iter().map(|&b| begins(b)).sum(),
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

/// How many bytes of text lie between two stored positions.
const STEP: usize = 64;

/// Translates offsets of one text between bytes and another unit.
///
/// Every `STEP` bytes a position is stored, so that a look-up reads at most
/// that much text.
#[derive(Debug, Clone)]
pub struct OffsetMap {
    unit: Unit,
    /// `(byte, unit)` of character boundaries, ascending, the first `(0, 0)`.
    stops: Vec<(u32, u32)>,
}

impl OffsetMap {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &str, unit: Unit) -> OffsetMap {
        let mut stops = Vec::with_capacity(text.len() / STEP + 2);
        let (mut byte, mut count) = (0, 0);
        stops.push((0, 0));
        while byte + STEP < text.len() {
            let next = text.ceil_char_boundary(byte + STEP);
            count += unit.count(&text.as_bytes()[byte..next]);
            byte = next;
            stops.push((byte as u32, count as u32));
        }
        OffsetMap { unit, stops }
    }

    /// The offset in units of the byte offset `byte` of `text`, the text that
    /// this map was made from. Inside a character: that of its end.
    #[must_use]
    pub fn to_unit(&self, text: &str, byte: usize) -> usize {
        let stop = self.stops.partition_point(|&(b, _)| b as usize <= byte) - 1;
        let (at, count) = self.stops[stop];
        let end = text.ceil_char_boundary(byte);
        count as usize + self.unit.count(&text.as_bytes()[at as usize..end])
    }

    /// The byte offset of the offset `units`; past the end: the text's length.
    /// Inside a character: its end.
    #[must_use]
    pub fn to_byte(&self, text: &str, units: usize) -> usize {
        let stop = self.stops.partition_point(|&(_, u)| u as usize <= units) - 1;
        let (mut at, mut count) = (self.stops[stop].0 as usize, self.stops[stop].1 as usize);
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
