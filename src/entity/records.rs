//! The record files of a large pack.
//!
//! A record file holds the records (`record.rs`) of consecutive entities one
//! after the other, some 8 KB in all. It lies in the directory `NAME.records`
//! beside `NAME` and is called after its content: its checksum in 16
//! hexadecimal digits, and `.bin`. A file never changes, so that a browser may
//! keep it for ever.

use super::checksum::checksum;
use super::file::Entity;
use super::record;
use crate::error::Error;

/// A file is full at this size, in bytes.
const FULL: usize = 8 * 1024;
/// Bytes of a row in the table of files: checksum and first entity.
pub(super) const ROW: usize = 12;

/// A record file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordFile {
    /// The file's name, without directory.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// The name of a record file by the checksum of its content.
pub(super) fn file_name(sum: u64) -> String {
    format!("{sum:016x}.bin")
}

/// Records on their way into files.
#[derive(Debug, Default)]
pub(super) struct RecordWriter {
    records: Vec<u8>,
    first: u32,
    next: u32,
    /// The table of files, as the pack has it.
    pub table: Vec<u8>,
}

impl RecordWriter {
    /// Adds the next entity; a file that is full by it comes back.
    pub(super) fn add(&mut self, entity: &Entity) -> Option<RecordFile> {
        self.records.extend(entity.record());
        self.next += 1;
        if self.records.len() >= FULL { self.close() } else { None }
    }

    /// The last file, unless it would be empty.
    pub(super) fn close(&mut self) -> Option<RecordFile> {
        if self.records.is_empty() {
            return None;
        }
        let bytes = std::mem::take(&mut self.records);
        let sum = checksum(&bytes);
        self.table.extend(sum.to_le_bytes());
        self.table.extend(self.first.to_le_bytes());
        self.first = self.next;
        Some(RecordFile { name: file_name(sum), bytes })
    }
}

/// The entity with this number in a record file whose checksum is known.
pub(super) fn read_in_file(bytes: &[u8], sum: u64, number: usize) -> Result<Entity, Error> {
    let wrong = |what: String| Error::new(format!("record file {}: {what}", file_name(sum)));
    if checksum(bytes) != sum {
        return Err(wrong("its content does not agree with its name".into()));
    }
    let mut rest = bytes;
    for _ in 0..number {
        rest = record::skip(rest).ok_or_else(|| wrong(format!("no record {number}")))?;
    }
    let entity = split_record(&mut rest);
    entity.map_err(|message| wrong(format!("record {number}: {message}")))
}

/// Takes the first record off `bytes`; on failure what is wrong with it.
pub(super) fn split_record(bytes: &mut &[u8]) -> Result<Entity, String> {
    let length = record::length(bytes).ok_or("no sound record")?;
    let (record, rest) = bytes.split_at(length);
    *bytes = rest;
    Entity::from_record(record.to_vec()).map_err(|(field, message)| format!("{field}: {message}"))
}
