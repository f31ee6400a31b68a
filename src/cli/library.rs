//! A pack on disk with its record files.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result};
use sorani_reader::entity::{Entity, Pack};

use super::build::record_directory;
use super::input;

/// Record files that are kept in memory.
const KEPT: usize = 4096;

/// A pack and where its records are.
pub struct Library {
    pub pack: Pack,
    records: PathBuf,
    files: Mutex<HashMap<String, Arc<Vec<u8>>>>,
}

impl Library {
    /// Loads a pack file.
    pub fn open(path: &Path) -> Result<Library> {
        let pack = input::pack(path)?;
        Ok(Library { pack, records: record_directory(path), files: Mutex::default() })
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
