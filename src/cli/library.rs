//! A pack on disk with its record files.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result};
use sorani_reader::entity::{BEGINNING, Entity, Pack, name_blocks, names_near};

use super::build::{name_list, record_directory};
use super::input;

/// Record files that are kept in memory, of some 8 KB each.
const KEPT: usize = 16_384;

/// A pack and where its records are.
pub struct Library {
    pub pack: Pack,
    names: PathBuf,
    records: PathBuf,
    files: Mutex<HashMap<String, Arc<Vec<u8>>>>,
}

impl Library {
    /// Loads a pack file.
    pub fn open(path: &Path) -> Result<Library> {
        let pack = input::pack(path)?;
        let (names, records) = (name_list(path), record_directory(path));
        Ok(Library { pack, names, records, files: Mutex::default() })
    }

    /// The entities whose names a name in Latin letters sounds like, of those
    /// the nearest.
    pub fn heard(&self, typed: &str) -> Result<Vec<usize>> {
        if self.is_small() {
            return Ok(self.pack.lookup_latin(typed));
        }
        let near = self.near(typed)?;
        let nearest = near.first().map_or(0, |(distance, _)| *distance).min(BEGINNING - 1);
        Ok(each_once(near.into_iter().filter(|(distance, _)| *distance <= nearest)))
    }

    /// The entities of names that come near what somebody typed, the nearest
    /// first, at most `most`.
    pub fn suggest(&self, typed: &str, most: usize) -> Result<Vec<usize>> {
        let mut entities = each_once(self.near(typed)?.into_iter());
        entities.truncate(most);
        Ok(entities)
    }

    /// Whether the records are in the pack itself.
    fn is_small(&self) -> bool {
        self.pack.record_file(0).is_none()
    }

    /// Distances and entities of names near what somebody typed, the nearest first.
    fn near(&self, typed: &str) -> Result<Vec<(u32, usize)>> {
        if self.is_small() {
            let found = self.pack.suggest(typed, usize::MAX);
            return Ok(found.into_iter().map(|(_, entity)| (0, entity)).collect());
        }
        let list = fs::read(&self.names).with_context(|| self.names.display().to_string())?;
        let mut near = Vec::new();
        for block in name_blocks(&list, typed)? {
            let block = self.file(&block)?;
            near.extend(names_near(&block, typed).into_iter().map(|(d, e)| (d, e as usize)));
        }
        near.sort_by_key(|(distance, _)| *distance);
        Ok(near)
    }

    /// The record of an entity, wherever it is.
    pub fn entity(&self, index: usize) -> Result<Entity> {
        let Some(name) = self.pack.record_file(index) else { return Ok(self.pack.entity(index)?) };
        let bytes = self.file(&name)?;
        Ok(self.pack.entity_in(index, &bytes)?)
    }

    /// The content of a record file, from memory if it was read before.
    fn file(&self, name: &str) -> Result<Arc<Vec<u8>>> {
        let files = || self.files.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if let Some(bytes) = files().get(name) {
            return Ok(Arc::clone(bytes));
        }
        let path = self.records.join(name);
        let bytes = Arc::new(fs::read(&path).with_context(|| path.display().to_string())?);
        let mut files = files();
        if files.len() >= KEPT {
            files.clear();
        }
        files.insert(name.to_owned(), Arc::clone(&bytes));
        Ok(bytes)
    }
}

fn each_once(near: impl Iterator<Item = (u32, usize)>) -> Vec<usize> {
    let mut seen = HashSet::new();
    near.map(|(_, entity)| entity).filter(|entity| seen.insert(*entity)).collect()
}
