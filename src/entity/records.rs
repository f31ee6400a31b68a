//! The record files of a large pack.
//!
//! A record file is JSON lines in UTF-8: the objects of consecutive entities,
//! each ended by a line feed, some 8 KB in all. It lies in the directory
//! `NAME.records` beside `NAME` and is called after its content: its checksum
//! in 16 hexadecimal digits, and `.jsonl`. A file never changes, so that a
//! browser may keep it for ever.

use serde_json::Value;

use super::checksum::checksum;
use super::file::Entity;
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
    format!("{sum:016x}.jsonl")
}

/// Records on their way into files.
#[derive(Debug, Default)]
pub(super) struct RecordWriter {
    lines: Vec<u8>,
    first: u32,
    next: u32,
    /// The table of files, as the pack has it.
    pub table: Vec<u8>,
}

impl RecordWriter {
    /// Adds the next entity; a file that is full by it comes back.
    pub(super) fn add(&mut self, entity: &Entity) -> Option<RecordFile> {
        self.lines.extend(record_text(entity).bytes());
        self.lines.push(b'\n');
        self.next += 1;
        if self.lines.len() >= FULL { self.close() } else { None }
    }

    /// The last file, unless it would be empty.
    pub(super) fn close(&mut self) -> Option<RecordFile> {
        if self.lines.is_empty() {
            return None;
        }
        let bytes = std::mem::take(&mut self.lines);
        let sum = checksum(&bytes);
        self.table.extend(sum.to_le_bytes());
        self.table.extend(self.first.to_le_bytes());
        self.first = self.next;
        Some(RecordFile { name: file_name(sum), bytes })
    }
}

/// The record as one line of JSON.
pub(super) fn record_text(entity: &Entity) -> String {
    Value::Object(entity.record().clone()).to_string()
}

/// The entity on a line of a record file whose checksum is known.
pub(super) fn read_line(bytes: &[u8], sum: u64, line: usize) -> Result<Entity, Error> {
    let name = file_name(sum);
    if checksum(bytes) != sum {
        return Err(Error::new(format!(
            "record file {name}: its content does not agree with its name"
        )));
    }
    let text = bytes.split(|&byte| byte == b'\n').nth(line).filter(|text| !text.is_empty());
    let text =
        text.ok_or_else(|| Error::new(format!("record file {name}: no line {}", line + 1)))?;
    read_record(text)
        .map_err(|message| Error::new(format!("record file {name}: line {}: {message}", line + 1)))
}

/// The entity of a JSON object; on failure what is wrong with it.
pub(super) fn read_record(record: &[u8]) -> Result<Entity, String> {
    let value = serde_json::from_slice(record).map_err(|e| format!("no JSON: {e}"))?;
    Entity::from_record(value).map_err(|(field, message)| format!("{field}: {message}"))
}
