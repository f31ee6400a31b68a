//! The names of a large pack, for who looks up what is no label as it stands:
//! a name in Latin letters, a surname, a beginning.
//!
//! Names that sound alike lie side by side: in the order of their *sound*, the
//! coarse consonants of their Latin form (`latin_key`), and cut into blocks of
//! some 16 KB. A person lies there a second time, under the last word. The
//! blocks are files like those of the records, the file `NAME.names` beside the
//! pack `NAME` tells where each begins: one of a few kilobytes, read only when
//! somebody asks, and then one to three blocks.
//!
//! # Bytes
//!
//! All numbers are little-endian. `NAME.names`: `SRNM`, the pack format's and
//! the fold's version (u16 each), then of each block the sound of its first name
//! (a byte for its length, then its bytes) and the checksum of its content,
//! u64, which is its name. A block: of each name the number of its entity, u32,
//! the length of its folded words in bytes, u8, and these in UTF-8.

use super::checksum::checksum;
use super::class::Class;
use super::file::Entity;
use super::lookup::{Asked, folded};
use super::pack::{u32_at, u64_at};
use super::pack_file::FORMAT_VERSION;
use super::records::{RecordFile, file_name};
use crate::error::Error;
use crate::fold::FOLD_VERSION;
use crate::latin::latin_key;

const MAGIC: &[u8; 4] = b"SRNM";
const HEADER: usize = 8;
/// A block is full at this size, in bytes.
const FULL: usize = 16 * 1024;
/// Blocks that are read for one question at most.
const MOST_BLOCKS: usize = 3;
/// Bytes of a sound that are kept.
const LONGEST_SOUND: usize = 12;

/// The sound of folded words: their consonants as `latin_key` has them.
fn sound(words: &str) -> String {
    let mut sound = String::new();
    let latin = words.bytes().any(|byte| byte.is_ascii_alphabetic()).then(|| latin_key(words));
    for c in latin.as_deref().unwrap_or(words).chars() {
        let consonant = consonant(c);
        if sound.len() < LONGEST_SOUND && consonant.is_some_and(|c| !sound.ends_with(c)) {
            sound.extend(consonant);
        }
    }
    sound
}

/// The class of consonants that a Sorani or a plain Latin letter is in.
fn consonant(c: char) -> Option<char> {
    Some(match c {
        'ب' => 'b',
        'پ' => 'p',
        'ت' | 'ط' => 't',
        'ج' | 'چ' | 'ژ' => 'c',
        'ح' | 'ه' => 'h',
        'خ' | 'غ' => 'x',
        'د' => 'd',
        'ر' | 'ڕ' => 'r',
        'ز' | 'ذ' | 'ض' | 'ظ' => 'z',
        'س' | 'ش' | 'ص' | 'ث' => 's',
        'ف' => 'f',
        'ڤ' => 'v',
        'ق' | 'ک' => 'k',
        'گ' => 'g',
        'ل' | 'ڵ' => 'l',
        'م' => 'm',
        'ن' => 'n',
        'a'..='z' => c,
        _ => return None,
    })
}

/// The names of the blocks that may answer what somebody typed, by the content
/// of `NAME.names`.
///
/// # Errors
///
/// If it is no such file, or one of another version.
pub fn name_blocks(directory: &[u8], typed: &str) -> Result<Vec<String>, Error> {
    let versions = [FORMAT_VERSION.to_le_bytes(), FOLD_VERSION.to_le_bytes()].concat();
    if !directory.starts_with(MAGIC) || directory.get(4..HEADER) != Some(&versions) {
        return Err(Error::new(
            "no list of names of this version: build the pack again with `sorani-reader pack build`",
        ));
    }
    let typed = sound(&folded(typed));
    let typed = typed.as_bytes();
    let mut names = Vec::new();
    let mut rest = &directory[HEADER..];
    while let Some((first, sum, after)) = split_row(rest) {
        if first < typed {
            // What is asked for may begin at the end of this block.
            names.clear();
        } else if !first.starts_with(typed) || names.len() == MOST_BLOCKS {
            break;
        }
        names.push(file_name(sum));
        rest = after;
    }
    Ok(names)
}

/// The first sound and the checksum of a block, and the rows after it.
fn split_row(rows: &[u8]) -> Option<(&[u8], u64, &[u8])> {
    let end = usize::from(*rows.first()?) + 1;
    let sum = rows.get(end..end + 8)?;
    Some((&rows[1..end], u64_at(sum, 0), &rows[end + 8..]))
}

/// What a block has near what somebody typed: distance and entity of each name,
/// in the block's order; the smaller the distance, the nearer, and from
/// [`BEGINNING`](super::BEGINNING) on the name only begins so.
#[must_use]
pub fn names_near(block: &[u8], typed: &str) -> Vec<(u32, u32)> {
    let asked = Asked::new(typed);
    let mut near = Vec::new();
    let mut rest = block;
    while rest.len() > 4 {
        let end = 5 + usize::from(rest[4]);
        let Some(words) = rest.get(5..end).and_then(|words| std::str::from_utf8(words).ok()) else {
            break;
        };
        near.extend(asked.distance(words).map(|distance| (distance, u32_at(rest, 0))));
        rest = &rest[end..];
    }
    near
}

/// Names on their way into blocks.
#[derive(Debug, Default)]
pub(super) struct NamesWriter {
    /// Of each name its sound with a byte for the length before it, then its
    /// row in a block.
    text: Vec<u8>,
    starts: Vec<u32>,
}

impl NamesWriter {
    /// Adds the names of an entity.
    pub(super) fn add(&mut self, entity: &Entity, number: u32) {
        let is_person = Class::of_type(entity.kind()) == Class::Person;
        for label in entity.labels() {
            let words = folded(&label.text);
            self.push(&words, &words, number);
            let last = words.rsplit_once(' ').filter(|_| is_person);
            last.into_iter().for_each(|(_, last)| self.push(last, &words, number));
        }
    }

    fn push(&mut self, sounding: &str, words: &str, number: u32) {
        let Ok(length) = u8::try_from(words.len()) else { return };
        let sound = sound(sounding);
        self.starts.push(self.text.len() as u32);
        self.text.push(sound.len() as u8);
        self.text.extend(sound.bytes());
        self.text.extend(number.to_le_bytes());
        self.text.push(length);
        self.text.extend(words.bytes());
    }

    /// Writes the blocks; gives the content of `NAME.names`.
    pub(super) fn finish(mut self, mut write: impl FnMut(RecordFile)) -> Vec<u8> {
        let text = self.text;
        let parts = |start: u32| {
            let (start, sound) = (start as usize, usize::from(text[start as usize]));
            let row = start + 1 + sound;
            let end = row + 5 + usize::from(text[row + 4]);
            (&text[start + 1..row], &text[row..end])
        };
        self.starts.sort_unstable_by(|&a, &b| parts(a).cmp(&parts(b)));
        let mut directory =
            [&MAGIC[..], &FORMAT_VERSION.to_le_bytes(), &FOLD_VERSION.to_le_bytes()].concat();
        let (mut first, mut block): (&[u8], Vec<u8>) = (&[], Vec::new());
        for (at, &start) in self.starts.iter().enumerate() {
            let (sound, row) = parts(start);
            if block.is_empty() {
                first = sound;
            }
            block.extend(row);
            if block.len() >= FULL || at + 1 == self.starts.len() {
                let bytes = std::mem::take(&mut block);
                let sum = checksum(&bytes);
                directory.push(first.len() as u8);
                directory.extend(first);
                directory.extend(sum.to_le_bytes());
                write(RecordFile { name: file_name(sum), bytes });
            }
        }
        directory
    }
}
