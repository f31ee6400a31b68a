//! The pack: entities and their labels, ready to match.
//!
//! A *small* pack is one file with all its records; its labels are read from
//! them when it is loaded, so that it outlives changes of the fold. A *large*
//! pack is an index file and record files beside it (`records.rs`); it is ready
//! as soon as the index file is there, but only for the fold it was built with.
//! `pack_file.rs` describes the bytes, `large_pack.rs` builds a large one. Beside
//! it lies a list of its names, for who looks one up (`names.rs`).

use std::sync::OnceLock;

use super::file::{Entity, LabelKind};
use super::key::{Key, key_of_last, spell_label};
use super::label_index::{Entry, IndexBuilder, LabelIndex};
use super::large_pack::id_sum;
use super::lookup::Lookup;
use super::records::{ROW, file_name, read_in_file};
use crate::error::Error;
use crate::fold::FOLD_VERSION;
use crate::morph::name_bases;
use crate::order::sort_by;

/// A loaded pack.
#[derive(Debug, Clone)]
pub struct Pack {
    pub(super) index: LabelIndex,
    pub(super) records: Records,
    pub(super) fold_version: u16,
}

#[derive(Debug, Clone)]
pub(super) enum Records {
    /// All records, their numbers in the order of their `@id`s and, once asked for, their names.
    Inline { entities: Vec<Entity>, by_id: Vec<u32>, names: OnceLock<Lookup> },
    /// The table of record files and the sums of the `@id`s, as in the file.
    Files { table: Vec<u8>, ids: Vec<u8> },
}

impl Pack {
    /// A small pack of these entities; of several with one `@id` the first is kept.
    #[must_use]
    pub fn from_entities(mut entities: Vec<Entity>) -> Pack {
        let by_id = drop_repeated(&mut entities);
        let mut builder = IndexBuilder::default();
        entities.iter().for_each(|entity| builder.add(entity));
        let index = LabelIndex::from_bytes(builder.finish()).unwrap_or_else(|e| panic!("{e}"));
        let records = Records::Inline { entities, by_id, names: OnceLock::new() };
        Pack { index, records, fold_version: FOLD_VERSION }
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
            Some((sum, first)) => read_in_file(bytes, sum, index - first),
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
            Records::Inline { entities, by_id, .. } => {
                let at = by_id.binary_search_by(|&number| entities[number as usize].id().cmp(id));
                at.ok().map(|at| by_id[at] as usize)
            }
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
        let bearers: Vec<u32> = match self.names() {
            Some(names) => names.find(name).iter().map(|label| label.entity).collect(),
            None => self.entries_of(name).iter().map(|entry| entry.entity).collect(),
        };
        let mut found: Vec<usize> = Vec::new();
        for entity in bearers {
            if !found.contains(&(entity as usize)) {
                found.push(entity as usize);
            }
        }
        found
    }

    /// The numbers of the entities whose Sorani names sound like a name typed in
    /// Latin letters (hewlêr, hewler); none if the records are in other files.
    #[must_use]
    pub fn lookup_latin(&self, name: &str) -> Vec<usize> {
        let mut found = self.names().map(|names| names.find_latin(name)).unwrap_or_default();
        sort_by(&mut found, u32::cmp);
        found.dedup();
        found.into_iter().map(|entity| entity as usize).collect()
    }

    /// Whether a name is a demonym and nothing else: ئەمریکی, not ئەمریکا.
    #[must_use]
    pub fn is_demonym(&self, name: &str) -> bool {
        let kinds: Vec<LabelKind> = match self.names() {
            Some(names) => names.find(name).iter().map(|label| label.kind).collect(),
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
        let bases = name_bases(word).into_iter();
        let mut entries =
            bases.map(|base| self.index.entries(key_of_last(before, base)).collect::<Vec<Entry>>());
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

/// Lets go of entities whose `@id` an earlier one has; gives the numbers of the
/// others in the order of their `@id`s.
fn drop_repeated(entities: &mut Vec<Entity>) -> Vec<u32> {
    let by_id = in_order_of_ids(entities);
    let id = |number: u32| entities[number as usize].id();
    let pairs = by_id.windows(2).filter(|pair| id(pair[0]) == id(pair[1]));
    let repeated: Vec<u32> = pairs.map(|pair| pair[1]).collect();
    if repeated.is_empty() {
        return by_id;
    }
    let mut number = 0;
    entities.retain(|_| {
        number += 1;
        !repeated.contains(&(number - 1))
    });
    in_order_of_ids(entities)
}

fn in_order_of_ids(entities: &[Entity]) -> Vec<u32> {
    let mut numbers: Vec<u32> = (0..entities.len() as u32).collect();
    sort_by(&mut numbers, |&a, &b| entities[a as usize].id().cmp(entities[b as usize].id()));
    numbers
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

pub(super) fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}
