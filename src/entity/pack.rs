//! The pack: entities and their labels in one file, ready to match.
//!
//! # Format, version 1
//!
//! All numbers are little-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 0..4 | `SRPK` |
//! | 4..6 | format version, u16 |
//! | 6..8 | fold version of the program that wrote it, u16 |
//! | 8..12 | number of entities *n*, u32 |
//! | 12..16 | length of the payload in bytes, u32 |
//! | 16..24 | FNV-1a (64 bit) of the payload |
//! | 24.. | payload |
//!
//! The payload holds *n* + 1 offsets (u32) into what follows them, then the
//! records one after the other: each the publisher's JSON object in UTF-8.
//! Labels are read from the records and folded when the pack is loaded, so
//! that a pack outlives changes of the fold.

use std::collections::HashMap;

use serde_json::Value;

use super::file::Entity;
use super::gazetteer::Gazetteer;
use crate::error::Error;
use crate::fold::FOLD_VERSION;

/// Version of the format that this program reads and writes.
pub const FORMAT_VERSION: u16 = 1;

const MAGIC: &[u8; 4] = b"SRPK";
const HEADER: usize = 24;

/// A loaded pack.
#[derive(Debug, Clone)]
pub struct Pack {
    entities: Vec<Entity>,
    numbers: HashMap<String, usize>,
    gazetteer: Gazetteer,
    fold_version: u16,
}

impl Pack {
    /// A pack of these entities; of several with one `@id` the first is kept.
    #[must_use]
    pub fn from_entities(entities: Vec<Entity>) -> Pack {
        let mut numbers = HashMap::new();
        let mut kept: Vec<Entity> = Vec::with_capacity(entities.len());
        for entity in entities {
            if !numbers.contains_key(entity.id()) {
                numbers.insert(entity.id().to_owned(), kept.len());
                kept.push(entity);
            }
        }
        let gazetteer = Gazetteer::build(&kept);
        Pack { entities: kept, numbers, gazetteer, fold_version: FOLD_VERSION }
    }

    /// Reads a pack file.
    ///
    /// # Errors
    ///
    /// Says what is wrong and at which byte: not a pack, another format
    /// version, cut short, damaged, or a record that is no entity. Memory and
    /// time are bounded by the length of `bytes`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Pack, Error> {
        let (count, fold_version, payload) = check_header(bytes)?;
        let table = (count + 1).checked_mul(4).filter(|&len| len <= payload.len());
        let table = table.ok_or_else(|| Error::new("damaged pack: byte 8: more entities than the file can hold"))?;
        let (offsets, records) = payload.split_at(table);
        let offset = |i: usize| u32_at(offsets, i * 4) as usize;
        let mut entities = Vec::with_capacity(count);
        for i in 0..count {
            let record = records.get(offset(i)..offset(i + 1)).ok_or_else(|| {
                Error::new(format!("damaged pack: byte {}: entity {i} lies outside the file", HEADER + i * 4))
            })?;
            entities.push(read_record(record, i)?);
        }
        let mut pack = Pack::from_entities(entities);
        pack.fold_version = fold_version;
        Ok(pack)
    }

    /// The pack as a file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let records: Vec<String> = self.entities.iter().map(record_text).collect();
        let mut payload = Vec::new();
        let mut end = 0u32;
        payload.extend(end.to_le_bytes());
        for record in &records {
            end += record.len() as u32;
            payload.extend(end.to_le_bytes());
        }
        records.iter().for_each(|record| payload.extend(record.as_bytes()));
        let mut bytes = MAGIC.to_vec();
        bytes.extend(FORMAT_VERSION.to_le_bytes());
        bytes.extend(FOLD_VERSION.to_le_bytes());
        bytes.extend((records.len() as u32).to_le_bytes());
        bytes.extend((payload.len() as u32).to_le_bytes());
        bytes.extend(checksum(&payload).to_le_bytes());
        bytes.extend(payload);
        bytes
    }

    /// How many entities it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entities.len()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entities.is_empty()
    }

    /// The entity with this number.
    ///
    /// # Errors
    ///
    /// If there is none, or its record cannot be read.
    pub fn entity(&self, index: usize) -> Result<Entity, Error> {
        let found = self.entities.get(index).cloned();
        found.ok_or_else(|| Error::new(format!("no entity {index}: the pack has {}", self.len())))
    }

    /// The entities in their order.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        &self.entities
    }

    /// The number of the entity with this `@id`.
    #[must_use]
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    /// The fold version of the program that wrote the file.
    #[must_use]
    pub fn fold_version(&self) -> u16 {
        self.fold_version
    }

    /// The numbers of the entities that a label names, in whatever spelling.
    #[must_use]
    pub fn lookup(&self, label: &str) -> Vec<usize> {
        self.gazetteer.lookup(label).iter().map(|entry| entry.entity as usize).collect()
    }

    pub(crate) fn gazetteer(&self) -> &Gazetteer {
        &self.gazetteer
    }
}

fn record_text(entity: &Entity) -> String {
    Value::Object(entity.record().clone()).to_string()
}

fn read_record(record: &[u8], number: usize) -> Result<Entity, Error> {
    let value = serde_json::from_slice(record)
        .map_err(|e| Error::new(format!("damaged pack: entity {number} is no JSON: {e}")))?;
    Entity::from_record(value)
        .map_err(|(field, message)| Error::new(format!("damaged pack: entity {number}: {field}: {message}")))
}

/// The number of entities, the fold version and the payload of a sound file.
fn check_header(bytes: &[u8]) -> Result<(usize, u16, &[u8]), Error> {
    if !bytes.starts_with(MAGIC) {
        return Err(Error::new("not a pack: byte 0: it does not begin with SRPK (was a web page sent instead of the file?)"));
    }
    if bytes.len() < HEADER {
        return Err(Error::new(format!("cut short: the header has {HEADER} bytes, the file {}", bytes.len())));
    }
    let version = u16::from_le_bytes([bytes[4], bytes[5]]);
    if version != FORMAT_VERSION {
        return Err(Error::new(format!(
            "byte 4: pack format {version}, this program reads {FORMAT_VERSION}: build the pack again with `sorani-reader pack build`"
        )));
    }
    let (count, length) = (u32_at(bytes, 8) as usize, u32_at(bytes, 12) as usize);
    let payload = &bytes[HEADER..];
    if payload.len() != length {
        return Err(Error::new(format!(
            "cut short or padded: byte 12 announces {length} bytes of payload, the file has {}",
            payload.len()
        )));
    }
    let sum = u64::from(u32_at(bytes, 16)) | u64::from(u32_at(bytes, 20)) << 32;
    if checksum(payload) != sum {
        return Err(Error::new("damaged pack: byte 16: the checksum does not agree with the content"));
    }
    Ok((count, u16::from_le_bytes([bytes[6], bytes[7]]), payload))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// FNV-1a, 64 bit.
fn checksum(bytes: &[u8]) -> u64 {
    let mix = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
    bytes.iter().fold(0xCBF2_9CE4_8422_2325, mix)
}
