//! Reading entities from files of several formats, one after the other.

mod csv_table;
mod json_lines;
mod open;
mod skos;
mod wikidata;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::{Args, ValueEnum};
use sorani_reader::entity::{Entity, Problem};

use super::progress::Progress;

/// What a source is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One schema.org object a line
    Jsonl,
    /// A table with a header line, separated by commas, semicolons or tabs
    Csv,
    /// SKOS concepts in Turtle
    Turtle,
    /// SKOS concepts in JSON-LD
    JsonLd,
    /// The JSON dump of Wikidata, one entity a line
    Wikidata,
}

/// What to take from a source.
#[derive(Debug, Clone, Args)]
pub struct Selection {
    /// What the sources are written in; by default their file names tell
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Languages of names and descriptions; an entity needs a name in the first
    #[arg(long, value_delimiter = ',', default_value = "ckb,en,ku,ar")]
    languages: Vec<String>,
    /// Wikidata: only instances of these classes (P31), such as Q5
    #[arg(long, value_delimiter = ',')]
    class: Vec<String>,
    /// Wikidata: only entities with this property, such as P17 or P17=Q796
    #[arg(long, value_delimiter = ',')]
    property: Vec<String>,
}

impl Selection {
    /// The language that an entity must have a name in.
    fn main_language(&self) -> &str {
        self.languages.first().map_or("ckb", String::as_str)
    }

    fn has_language(&self, language: &str) -> bool {
        self.languages.iter().any(|wanted| wanted == language)
    }

    /// In one line, for telling whether an interrupted import may go on.
    pub fn describe(&self) -> String {
        format!("{:?} {:?} {:?} {:?}", self.format, self.languages, self.class, self.property)
    }
}

/// What was left out, and why: counts by reason, and the first few in full.
#[derive(Debug, Default)]
pub struct Report {
    counts: BTreeMap<String, usize>,
    shown: usize,
}

impl Report {
    /// Problems that are printed one by one before only counts go on.
    const SHOWN: usize = 20;

    /// Notes a problem and, if it is one of the first, prints it.
    fn problem(&mut self, name: &str, problem: &Problem) {
        let field = if problem.field.is_empty() { "line" } else { &problem.field };
        self.shown += 1;
        if self.shown <= Report::SHOWN {
            let line = match problem.line {
                0 => String::new(),
                line => format!("line {line}: "),
            };
            eprintln!("warning: {name}: {line}{field}: {}", problem.message);
        }
        let reason = problem.message.split(':').next().unwrap_or_default();
        self.drop(&format!("{field}: {reason}"));
    }

    /// Counts an entity that was left out.
    pub fn drop(&mut self, reason: &str) {
        match self.counts.get_mut(reason) {
            Some(count) => *count += 1,
            None => {
                self.counts.insert(reason.to_owned(), 1);
            }
        }
    }

    /// How many were left out.
    pub fn total(&self) -> usize {
        self.counts.values().sum()
    }

    /// Prints what was left out, by reason.
    pub fn print(&self) {
        for (reason, count) in &self.counts {
            eprintln!("left out: {count} × {reason}");
        }
    }
}

/// What reading needs and what it hands on.
pub struct Import<'a> {
    pub selection: &'a Selection,
    pub report: &'a mut Report,
    pub progress: &'a Progress,
    /// Lines of the dump that an interrupted import has done already.
    pub skip: u64,
    /// Takes an entity, with the number of lines read so far; whether it is the
    /// first with its `@id`.
    pub emit: &'a mut dyn FnMut(Entity, u64) -> Result<bool>,
}

/// Why a second entity with one `@id` is left out.
pub const REPEATED: &str = "given before, the first is kept";

impl Import<'_> {
    /// Hands on what a line of the source holds, or tells what is wrong with it;
    /// line 0 is none in particular.
    fn take(&mut self, name: &str, line: u64, entity: Result<Entity, Problem>) -> Result<()> {
        let line_number = line as usize;
        let problem = match entity {
            Ok(entity) => {
                let id = entity.id().to_owned();
                if (self.emit)(entity, line)? {
                    return Ok(());
                }
                let message = format!("{REPEATED}: {id}");
                Problem { line: line_number, field: "@id".into(), message }
            }
            Err(problem) => Problem { line: line_number, ..problem },
        };
        self.problem(name, &problem);
        Ok(())
    }

    /// Tells what is wrong, above the progress bar.
    fn problem(&mut self, name: &str, problem: &Problem) {
        let report = &mut *self.report;
        self.progress.aside(|| report.problem(name, problem));
    }
}

/// Reads one source.
pub fn read(path: &Path, import: &mut Import<'_>) -> Result<()> {
    match format_of(path, import.selection)? {
        Format::Jsonl => json_lines::read(path, import),
        Format::Csv => csv_table::read(path, import),
        Format::Turtle => skos::read_turtle(path, import),
        Format::JsonLd => skos::read_json_ld(path, import),
        Format::Wikidata => wikidata::read(path, import),
    }
}

/// Whether an interrupted import of these sources can go on where it stopped.
pub fn is_resumable(sources: &[PathBuf], selection: &Selection) -> bool {
    sources.iter().all(|path| matches!(format_of(path, selection), Ok(Format::Wikidata)))
}

fn format_of(path: &Path, selection: &Selection) -> Result<Format> {
    if let Some(format) = selection.format {
        return Ok(format);
    }
    let name =
        path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let name = [".gz", ".bz2", ".zst"]
        .iter()
        .find_map(|packed| name.strip_suffix(packed))
        .unwrap_or(&name);
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    Ok(match extension {
        "jsonl" | "ndjson" => Format::Jsonl,
        "csv" | "tsv" => Format::Csv,
        "ttl" | "turtle" | "nt" => Format::Turtle,
        "jsonld" => Format::JsonLd,
        "json" => Format::Wikidata,
        _ => bail!("{}: its name does not tell the format: say --format", path.display()),
    })
}
