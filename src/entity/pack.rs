//! The pack: entities and their labels, ready to match.
//!
//! A *small* pack is one file with all its records; its labels are read from
//! them when it is loaded, so that it outlives changes of the fold. A *large*
//! pack is an index file and record files beside it (`records.rs`); it is ready
//! as soon as the index file is there, but only for the fold it was built with.
//!
//! # Format, version 2
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
//! | 16..24 | checksum (`checksum.rs`) of bytes 0..16, 24..32 and the payload |
//! | 24 | 0: small, 1: large |
//! | 25..32 | zero |
//! | 32.. | payload |
//!
//! The payload of a small pack holds *n* + 1 offsets (u32) into what follows
//! them, then the records one after the other: each the publisher's JSON object
//! in UTF-8.
//!
//! The payload of a large pack:
//!
//! | bytes | what |
//! |---|---|
//! | 4 | length of the label index *l*, u32 |
//! | 4 | number of record files *f*, u32 |
//! | *l* | the label index (`label_index.rs`) |
//! | *f* × 12 | of each record file the checksum, u64, which is its name, and the number of its first entity, u32, ascending |
//! | *n* × 4 | of each entity the low half of the checksum of its `@id`, u32 |

use std::collections::HashMap;
use std::sync::OnceLock;

use super::checksum::checksum;
use super::file::{Entity, LabelKind};
use super::key::{Key, Spelled, spell_label};
use super::label_index::{Entry, IndexBuilder, LabelIndex};
use super::lookup::Lookup;
use super::records::{
    ROW, RecordFile, RecordWriter, file_name, read_line, read_record, record_text,
};
use crate::error::Error;
use crate::fold::FOLD_VERSION;
use crate::morph::name_bases;

/// Version of the format that this program reads and writes.
pub const FORMAT_VERSION: u16 = 2;

const MAGIC: &[u8; 4] = b"SRPK";
const HEADER: usize = 32;
const SMALL: u8 = 0;
const LARGE: u8 = 1;

/// A loaded pack.
#[derive(Debug, Clone)]
pub struct Pack {
    index: LabelIndex,
    records: Records,
    fold_version: u16,
}

#[derive(Debug, Clone)]
enum Records {
    /// All records, with the numbers of their `@id`s and, once asked for, their names.
    Inline { entities: Vec<Entity>, numbers: HashMap<String, usize>, names: OnceLock<Lookup> },
    /// The table of record files and the sums of the `@id`s, as in the file.
    Files { table: Vec<u8>, ids: Vec<u8> },
}

impl Pack {
    /// A small pack of these entities; of several with one `@id` the first is kept.
    #[must_use]
    pub fn from_entities(entities: Vec<Entity>) -> Pack {
        let mut numbers = HashMap::new();
        let mut kept: Vec<Entity> = Vec::with_capacity(entities.len());
        let mut builder = IndexBuilder::default();
        for entity in entities {
            if !numbers.contains_key(entity.id()) {
                numbers.insert(entity.id().to_owned(), kept.len());
                builder.add(&entity);
                kept.push(entity);
            }
        }
        let index = LabelIndex::from_bytes(builder.finish()).expect("a built index is sound");
        let records = Records::Inline { entities: kept, numbers, names: OnceLock::new() };
        Pack { index, records, fold_version: FOLD_VERSION }
    }

    /// Reads a pack file.
    ///
    /// # Errors
    ///
    /// Says what is wrong and at which byte: not a pack, another format
    /// version, a large pack of another fold version, cut short, damaged, or a
    /// record that is no entity. Memory and time are bounded by the length of
    /// `bytes`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Pack, Error> {
        let (count, fold_version, payload) = check_header(bytes)?;
        if bytes[24] == LARGE {
            large(count, fold_version, payload)
        } else {
            small(count, fold_version, payload)
        }
    }

    /// The pack as a file, if it is a small one.
    ///
    /// # Panics
    ///
    /// Panics if the pack is large: its file is there already.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let Records::Inline { entities, .. } = &self.records else {
            panic!("a large pack is not written again")
        };
        let records: Vec<String> = entities.iter().map(record_text).collect();
        let mut payload = Vec::new();
        let mut end = 0u32;
        payload.extend(end.to_le_bytes());
        for record in &records {
            end += record.len() as u32;
            payload.extend(end.to_le_bytes());
        }
        records.iter().for_each(|record| payload.extend(record.as_bytes()));
        file(SMALL, records.len(), payload)
    }

    /// How many entities it holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.index.entities()
    }

    /// Whether it holds none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many labels it is matched by.
    #[must_use]
    pub fn labels(&self) -> usize {
        self.index.labels()
    }

    /// Bytes of the index that matching reads.
    #[must_use]
    pub fn index_size(&self) -> usize {
        self.index.size()
    }

    /// The entity with this number.
    ///
    /// # Errors
    ///
    /// If there is none, or if its record is in a file of its own
    /// ([`record_file`](Pack::record_file)).
    pub fn entity(&self, index: usize) -> Result<Entity, Error> {
        if index >= self.len() {
            return Err(Error::new(format!("no entity {index}: the pack has {}", self.len())));
        }
        match &self.records {
            Records::Inline { entities, .. } => Ok(entities[index].clone()),
            Records::Files { .. } => {
                let name = self.record_file(index).unwrap_or_default();
                Err(Error::new(format!("the record of entity {index} is in the file {name}")))
            }
        }
    }

    /// The name of the record file that holds an entity; `None` if the record
    /// is in the pack itself or there is no such entity.
    #[must_use]
    pub fn record_file(&self, index: usize) -> Option<String> {
        let (row, _) = self.row_of(index)?;
        Some(file_name(row))
    }

    /// The entity with this number out of the record file that holds it.
    ///
    /// # Errors
    ///
    /// If `bytes` are not the content of that file, or hold no such record.
    pub fn entity_in(&self, index: usize, bytes: &[u8]) -> Result<Entity, Error> {
        match self.row_of(index) {
            Some((sum, first)) => read_line(bytes, sum, index - first),
            None => self.entity(index),
        }
    }

    /// The checksum of the file of an entity, and that file's first entity.
    fn row_of(&self, index: usize) -> Option<(u64, usize)> {
        let Records::Files { table, .. } = &self.records else { return None };
        if index >= self.len() {
            return None;
        }
        let first = |row: usize| u32_at(table, row * ROW + 8) as usize;
        let (mut row, mut above) = (0, table.len() / ROW);
        while above - row > 1 {
            let middle = row + (above - row) / 2;
            if first(middle) <= index { row = middle } else { above = middle }
        }
        let found = above > row && first(row) <= index;
        found.then(|| (u64_at(table, row * ROW), first(row)))
    }

    /// The entities in their order; none if their records are in other files.
    #[must_use]
    pub fn entities(&self) -> &[Entity] {
        match &self.records {
            Records::Inline { entities, .. } => entities,
            Records::Files { .. } => &[],
        }
    }

    /// The number of the entity with this `@id`.
    #[must_use]
    pub fn index_of(&self, id: &str) -> Option<usize> {
        match &self.records {
            Records::Inline { numbers, .. } => numbers.get(id).copied(),
            Records::Files { ids, .. } => {
                let sum = id_sum(id).to_le_bytes();
                ids.chunks_exact(4).position(|bytes| bytes == sum)
            }
        }
    }

    /// The fold version of the program that wrote the file.
    #[must_use]
    pub fn fold_version(&self) -> u16 {
        self.fold_version
    }

    /// The numbers of the entities that a name names, in whatever spelling, or
    /// else without the endings of its last word.
    #[must_use]
    pub fn lookup(&self, name: &str) -> Vec<usize> {
        let mut found: Vec<usize> = match &self.records {
            Records::Inline { .. } => self
                .names()
                .into_iter()
                .flat_map(|names| names.find(name))
                .map(|(e, _)| *e as usize)
                .collect(),
            Records::Files { .. } => {
                self.entries_of(name).iter().map(|entry| entry.entity as usize).collect()
            }
        };
        let mut seen = std::collections::HashSet::new();
        found.retain(|entity| seen.insert(*entity));
        found
    }

    /// The numbers of the entities whose Sorani names sound like a name typed in
    /// Latin letters (hewlêr, hewler); none if the records are in other files.
    #[must_use]
    pub fn lookup_latin(&self, name: &str) -> Vec<usize> {
        let found = self.names().map(|names| names.find_latin(name)).unwrap_or_default();
        let numbers: std::collections::BTreeSet<usize> =
            found.into_iter().map(|entity| entity as usize).collect();
        numbers.into_iter().collect()
    }

    /// Whether a name is a demonym and nothing else: ئەمریکی, not ئەمریکا.
    #[must_use]
    pub fn is_demonym(&self, name: &str) -> bool {
        let kinds: Vec<LabelKind> = match self.names() {
            Some(names) => names.find(name).iter().map(|(_, kind)| *kind).collect(),
            None => self.entries_of(name).iter().map(|entry| entry.kind).collect(),
        };
        !kinds.is_empty() && kinds.iter().all(|kind| *kind == LabelKind::Demonym)
    }

    /// Labels that begin as `typed` does, folded, each with its entity, at
    /// most `most`; none if the records are in other files.
    #[must_use]
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<(String, usize)> {
        let found = self.names().into_iter().flat_map(|names| names.suggest(typed)).take(most);
        found.map(|(label, entity)| (label.to_owned(), entity as usize)).collect()
    }

    fn names(&self) -> Option<&Lookup> {
        match &self.records {
            Records::Inline { entities, names, .. } => {
                Some(names.get_or_init(|| Lookup::of(entities)))
            }
            Records::Files { .. } => None,
        }
    }

    /// The labels of the index that are spelled so, or so with endings.
    fn entries_of(&self, name: &str) -> Vec<Entry> {
        let Some(spelled) = spell_label(name) else { return Vec::new() };
        let found: Vec<Entry> = self.index.entries(spelled.key).collect();
        if !found.is_empty() {
            return found;
        }
        let before = spelled.prefixes.last().copied().unwrap_or(Key::EMPTY);
        let Some(word) = spelled.words.last() else { return Vec::new() };
        let last = Spelled::new(word);
        let bases = name_bases(word).into_iter();
        let mut entries = bases.map(|base| {
            self.index.entries(last.last(before, word, base.len())).collect::<Vec<Entry>>()
        });
        entries.find(|entries| !entries.is_empty()).unwrap_or_default()
    }

    pub(crate) fn index(&self) -> &LabelIndex {
        &self.index
    }

    /// The record of an entity, if this file holds it.
    pub(crate) fn inline(&self, entity: usize) -> Option<&Entity> {
        self.entities().get(entity)
    }
}

/// A large pack in the making: memory grows with labels, not with records.
///
/// ```
/// use sorani_reader::entity::{LargePackBuilder, Pack, read_entities};
///
/// let (entities, _) = read_entities(r#"{"@id": "iraq", "@type": "Country", "name": "عێراق"}"#);
/// let mut builder = LargePackBuilder::default();
/// let mut files = Vec::new();
/// files.extend(builder.add(&entities[0]));
/// let (index, last) = builder.finish();
/// files.extend(last);
/// let pack = Pack::from_bytes(&index).unwrap();
/// assert_eq!(pack.record_file(0).as_deref(), Some(files[0].name.as_str()));
/// assert_eq!(pack.entity_in(0, &files[0].bytes).unwrap().id(), "iraq");
/// ```
#[derive(Debug, Default)]
pub struct LargePackBuilder {
    index: IndexBuilder,
    records: RecordWriter,
    ids: Vec<u8>,
    seen: std::collections::HashSet<u64, rustc_hash::FxBuildHasher>,
}

impl LargePackBuilder {
    /// Adds an entity, unless one with its `@id` has been added; a record file
    /// that is complete by it comes back, to be written.
    pub fn add(&mut self, entity: &Entity) -> Option<RecordFile> {
        if !self.seen.insert(checksum(entity.id().as_bytes())) {
            return None;
        }
        self.ids.extend(id_sum(entity.id()).to_le_bytes());
        self.index.add(entity);
        self.records.add(entity)
    }

    /// How many entities it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ids.len() / 4
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The index file and the last record file.
    #[must_use]
    pub fn finish(mut self) -> (Vec<u8>, Option<RecordFile>) {
        let last = self.records.close();
        let count = self.len();
        let index = self.index.finish();
        let files = self.records.table.len() / ROW;
        let mut payload =
            Vec::with_capacity(8 + index.len() + self.records.table.len() + self.ids.len());
        payload.extend((index.len() as u32).to_le_bytes());
        payload.extend((files as u32).to_le_bytes());
        payload.extend(index);
        payload.extend(&self.records.table);
        payload.extend(&self.ids);
        (file(LARGE, count, payload), last)
    }
}

fn id_sum(id: &str) -> u32 {
    checksum(id.as_bytes()) as u32
}

/// A pack file with its header.
fn file(sort: u8, count: usize, payload: Vec<u8>) -> Vec<u8> {
    let mut bytes = MAGIC.to_vec();
    bytes.extend(FORMAT_VERSION.to_le_bytes());
    bytes.extend(FOLD_VERSION.to_le_bytes());
    bytes.extend((count as u32).to_le_bytes());
    bytes.extend((payload.len() as u32).to_le_bytes());
    bytes.extend([0; 8]);
    bytes.extend([sort, 0, 0, 0, 0, 0, 0, 0]);
    bytes.extend(payload);
    let sum = sum_of(&bytes);
    bytes[16..24].copy_from_slice(&sum.to_le_bytes());
    bytes
}

/// The checksum over everything but its own place.
fn sum_of(bytes: &[u8]) -> u64 {
    checksum(&bytes[24..]) ^ checksum(&bytes[..16]).rotate_left(1)
}

fn small(count: usize, fold_version: u16, payload: &[u8]) -> Result<Pack, Error> {
    let table =
        count.checked_add(1).and_then(|n| n.checked_mul(4)).filter(|&len| len <= payload.len());
    let table = table
        .ok_or_else(|| Error::new("damaged pack: byte 8: more entities than the file can hold"))?;
    let (offsets, records) = payload.split_at(table);
    let offset = |i: usize| u32_at(offsets, i * 4) as usize;
    let mut entities = Vec::with_capacity(count);
    for i in 0..count {
        let record = records.get(offset(i)..offset(i + 1)).ok_or_else(|| {
            Error::new(format!(
                "damaged pack: byte {}: entity {i} lies outside the file",
                HEADER + i * 4
            ))
        })?;
        let entity = read_record(record);
        entities.push(entity.map_err(|e| Error::new(format!("damaged pack: entity {i}: {e}")))?);
    }
    let mut pack = Pack::from_entities(entities);
    pack.fold_version = fold_version;
    Ok(pack)
}

fn large(count: usize, fold_version: u16, payload: &[u8]) -> Result<Pack, Error> {
    if fold_version != FOLD_VERSION {
        return Err(Error::new(format!(
            "byte 6: a large pack of fold version {fold_version}, this program folds by {FOLD_VERSION}: build it again with `sorani-reader pack build`"
        )));
    }
    let short = || Error::new("damaged pack: byte 32: the sections are longer than the file");
    if payload.len() < 8 {
        return Err(short());
    }
    let (length, files) = (u32_at(payload, 0) as u64, u32_at(payload, 4) as u64);
    if 8 + length + files * ROW as u64 + count as u64 * 4 != payload.len() as u64 {
        return Err(short());
    }
    let (index, rest) = payload[8..].split_at(length as usize);
    let (table, ids) = rest.split_at(files as usize * ROW);
    let index = LabelIndex::from_bytes(index.to_vec())?;
    let ordered = table.chunks_exact(ROW).map(|row| u32_at(row, 8)).is_sorted();
    if index.entities() != count || !ordered || (files == 0) != (count == 0) {
        return Err(Error::new("damaged pack: byte 8: its parts disagree on the entities"));
    }
    let records = Records::Files { table: table.to_vec(), ids: ids.to_vec() };
    Ok(Pack { index, records, fold_version })
}

/// The number of entities, the fold version and the payload of a sound file.
fn check_header(bytes: &[u8]) -> Result<(usize, u16, &[u8]), Error> {
    if !bytes.starts_with(MAGIC) {
        return Err(Error::new(
            "not a pack: byte 0: it does not begin with SRPK (was a web page sent instead of the file?)",
        ));
    }
    if bytes.len() < HEADER {
        return Err(Error::new(format!(
            "cut short: the header has {HEADER} bytes, the file {}",
            bytes.len()
        )));
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
    if sum_of(bytes) != u64_at(bytes, 16) {
        return Err(Error::new(
            "damaged pack: byte 16: the checksum does not agree with the content",
        ));
    }
    if bytes[24] > LARGE {
        return Err(Error::new(format!("byte 24: unknown sort of pack {}", bytes[24])));
    }
    Ok((count, u16::from_le_bytes([bytes[6], bytes[7]]), payload))
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::Document;
    use crate::entity::read_entities;

    const LIST: &str = r#"{"@id": "1", "@type": "Person", "name": "عەلی خامنەیی", "alternateName": ["خامنەیی"]}
{"@id": "2", "@type": "Country", "name": "عێراق", "demonym": ["عێراقی"]}"#;

    /// The two sorts of pack, unforged.
    fn packs() -> [Vec<u8>; 2] {
        let (entities, _) = read_entities(LIST);
        let mut builder = LargePackBuilder::default();
        entities.iter().for_each(|entity| assert_eq!(builder.add(entity), None));
        [Pack::from_entities(entities).to_bytes(), builder.finish().0]
    }

    /// Whoever forges a pack signs it too: what the checksum cannot catch must
    /// be refused or read, and neither panic nor take long.
    fn use_forged(mut bytes: Vec<u8>) {
        let sum = sum_of(&bytes);
        bytes[16..24].copy_from_slice(&sum.to_le_bytes());
        let Ok(pack) = Pack::from_bytes(&bytes) else { return };
        let document = Document::new("عەلی خامنەیی لە عێراقەوە هات، خامنەیی عێراقییە");
        for mention in document.nested_mentions(&pack) {
            let _ = pack.entity(mention.entity);
            let _ = pack.entity_in(mention.entity, b"{}\n");
        }
        let _ = (pack.lookup("عێراق"), pack.index_of("1"), pack.record_file(1));
    }

    #[test]
    fn every_forged_byte_is_refused_or_read() {
        for bytes in packs() {
            for at in (4..16).chain(24..bytes.len()) {
                for value in [0, 1, 0x7F, 0xFF, bytes[at] ^ 0x10] {
                    let mut forged = bytes.clone();
                    forged[at] = value;
                    use_forged(forged);
                }
            }
        }
    }

    proptest! {
        #[test]
        fn forged_stretches_are_refused_or_read(
            sort in 0usize..2,
            at in 24usize..160,
            stretch in proptest::collection::vec(any::<u8>(), 1..40),
        ) {
            let mut bytes = packs()[sort].clone();
            let end = (at + stretch.len()).min(bytes.len());
            if at < end {
                bytes[at..end].copy_from_slice(&stretch[..end - at]);
                use_forged(bytes);
            }
        }
    }
}
