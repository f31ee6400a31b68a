//! A publisher's own file: one schema.org object a line.

use std::path::Path;

use anyhow::Result;
use sorani_reader::entity::{Entity, Problem};

use super::Import;
use super::open::each_line;

pub fn read(path: &Path, import: &mut Import<'_>) -> Result<()> {
    let name = path.display().to_string();
    each_line(path, import.progress, |line, number| {
        let entity = match std::str::from_utf8(line) {
            Ok(text) if text.trim_start_matches('\u{FEFF}').trim().is_empty() => return Ok(()),
            Ok(text) => Entity::from_line(text, number as usize),
            Err(e) => Err(Problem {
                line: 0,
                field: String::new(),
                message: format!("not UTF-8: byte {} of the line", e.valid_up_to()),
            }),
        };
        import.take(&name, number, entity)
    })
}
