//! A table: a header line that names fields, one entity a row.
//!
//! Columns are called as the fields of a publisher's file; `name@en` (or
//! `name_en`) is the English `name`. Several names in one cell are parted by
//! `|`. Columns of other names are kept as texts.

use std::io::{BufRead, Read};
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use sorani_reader::entity::{Entity, Problem};

use super::Import;
use super::open::open;

/// Fields that hold several texts.
const LISTS: [&str; 5] = ["alternateName", "hiddenLabel", "demonym", "sameAs", "@type"];
/// Fields whose texts are in a language.
const TEXTS: [&str; 6] =
    ["name", "alternateName", "hiddenLabel", "demonym", "description", "disambiguatingDescription"];

pub fn read(path: &Path, import: &mut Import<'_>) -> Result<()> {
    let name = path.display().to_string();
    let mut reader = open(path, import.progress)?;
    let mut header = String::new();
    reader.read_line(&mut header).with_context(|| name.clone())?;
    let rest = header.trim_start_matches('\u{FEFF}').to_owned();
    let separator =
        *b"\t;,".iter().max_by_key(|c| rest.bytes().filter(|b| b == *c).count()).unwrap_or(&b',');
    let all = std::io::Cursor::new(rest.into_bytes()).chain(reader);
    let mut table = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(all);
    let columns: Vec<String> =
        table.headers().with_context(|| name.clone())?.iter().map(column).collect();
    for row in table.records() {
        let (at, entity) = match row {
            Ok(row) => (row.position().cloned(), entity(&columns, &row)),
            Err(e) => {
                let message = format!("no row: {e}");
                (e.position().cloned(), Err(Problem { line: 0, field: String::new(), message }))
            }
        };
        import.take(&name, at.map_or(0, |at| at.line()), entity)?;
    }
    Ok(())
}

/// The field that a column is for: `id` is `@id`, `name_en` is `name@en`.
fn column(title: &str) -> String {
    let title = title.trim();
    match title {
        "id" | "type" => format!("@{title}"),
        _ => match title.rsplit_once('_') {
            Some((field, language)) if TEXTS.contains(&field) => format!("{field}@{language}"),
            _ => title.to_owned(),
        },
    }
}

/// Fields whose texts are names.
const NAMES: [&str; 4] = ["name", "alternateName", "hiddenLabel", "demonym"];

fn entity(columns: &[String], row: &csv::StringRecord) -> Result<Entity, Problem> {
    let is_name = |column: &str| NAMES.contains(&column.split('@').next().unwrap_or_default());
    let mut cells = columns.iter().zip(row);
    if let Some((field, _)) = cells.find(|(c, cell)| is_name(c) && cell.trim().contains('\n')) {
        let message = "a line break in a name: is the quote before it closed?".into();
        return Err(Problem { line: 0, field: field.clone(), message });
    }
    Entity::new(record(columns, row))
}

fn record(columns: &[String], row: &csv::StringRecord) -> Map<String, Value> {
    let mut record = Map::new();
    for (column, cell) in columns.iter().zip(row).filter(|(_, cell)| !cell.trim().is_empty()) {
        let (field, language) = match column.split_once('@') {
            Some((field, language)) if !field.is_empty() => (field, language),
            _ => (column.as_str(), "ckb"),
        };
        add(&mut record, field, language, cell.trim());
    }
    record
}

fn add(record: &mut Map<String, Value>, field: &str, language: &str, cell: &str) {
    if LISTS.contains(&field) {
        let texts = cell.split('|').map(str::trim).filter(|text| !text.is_empty());
        let list = record.entry(field).or_insert_with(|| json!([]));
        let values = texts
            .map(|text| if language == "ckb" { json!(text) } else { json!({ language: text }) });
        list.as_array_mut().into_iter().for_each(|list| list.extend(values.clone()));
    } else if TEXTS.contains(&field) {
        let texts = record.entry(field).or_insert_with(|| json!({}));
        texts[language] = json!(cell);
    } else if field == "weight" {
        record
            .insert(field.into(), cell.parse::<f64>().map_or(json!(cell), |number| json!(number)));
    } else {
        record.insert(field.into(), json!(cell));
    }
}
