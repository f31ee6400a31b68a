//! The bytes of a pack file.
//!
//! # Format, version 4
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
//! The payload of a small pack holds the records (`record.rs`) one after the
//! other.
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

use super::checksum::checksum;
use super::file::Entity;
use super::label_index::LabelIndex;
use super::pack::{Pack, Records, u32_at, u64_at};
use super::records::{ROW, split_record};
use crate::error::Error;
use crate::fold::FOLD_VERSION;

/// Version of the format that this program reads and writes.
pub const FORMAT_VERSION: u16 = 4;

const MAGIC: &[u8; 4] = b"SRPK";
const HEADER: usize = 32;
const SMALL: u8 = 0;
pub(super) const LARGE: u8 = 1;

impl Pack {
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
        let payload: Vec<u8> = entities.iter().flat_map(Entity::record).copied().collect();
        pack_file(SMALL, entities.len(), payload)
    }
}

/// A pack file with its header.
pub(super) fn pack_file(sort: u8, count: usize, payload: Vec<u8>) -> Vec<u8> {
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
    if count > payload.len() {
        return Err(Error::new("damaged pack: byte 8: more entities than the file can hold"));
    }
    let mut entities = Vec::with_capacity(count);
    let mut rest = payload;
    for number in 0..count {
        let at = HEADER + payload.len() - rest.len();
        let wrong = |e| Error::new(format!("damaged pack: byte {at}: entity {number}: {e}"));
        entities.push(split_record(&mut rest).map_err(wrong)?);
    }
    if !rest.is_empty() {
        return Err(Error::new("damaged pack: byte 8: fewer entities than the file holds"));
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::document::Document;
    use crate::entity::{LargePackBuilder, read_entities};

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
