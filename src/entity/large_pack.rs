//! Building a large pack.

use std::collections::HashSet;

use rustc_hash::FxBuildHasher;

use super::checksum::checksum;
use super::file::Entity;
use super::label_index::IndexBuilder;
use super::names::NamesWriter;
use super::pack_file::{LARGE, pack_file};
use super::records::{ROW, RecordFile, RecordWriter};

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
    names: NamesWriter,
    seen: HashSet<u64, FxBuildHasher>,
}

impl LargePackBuilder {
    /// Adds an entity, unless one with its `@id` has been added; a record file
    /// that is complete by it comes back, to be written.
    pub fn add(&mut self, entity: &Entity) -> Option<RecordFile> {
        if !self.seen.insert(checksum(entity.id().as_bytes())) {
            return None;
        }
        self.ids.extend(id_sum(entity.id()).to_le_bytes());
        self.names.add(entity, self.len() as u32 - 1);
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

    /// What the file `NAME.names` holds, for looking names up; its blocks go to
    /// `write`, to lie beside the record files.
    pub fn take_names(&mut self, write: impl FnMut(RecordFile)) -> Vec<u8> {
        std::mem::take(&mut self.names).finish(write)
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
        (pack_file(LARGE, count, payload), last)
    }
}

/// What stands for an `@id` in a large pack.
pub(super) fn id_sum(id: &str) -> u32 {
    checksum(id.as_bytes()) as u32
}
