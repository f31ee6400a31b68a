//! The commands that make and use packs.

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Subcommand;
use sorani_reader::document::Document;
use sorani_reader::entity::{FORMAT_VERSION, Mention, Pack};

use super::build::{Build, build};
use super::library::Library;
use super::output::{Cell, Form, Offsets, Table};
use super::slice::{Slice, slice};
use super::{Source, input};

#[derive(Debug, Subcommand)]
pub enum PackCommand {
    /// Make a pack of entity files
    Build(Build),
    /// Print what a pack holds
    Info {
        /// The pack
        pack: PathBuf,
    },
    /// Print the entities that a name names, or that begin so
    Lookup {
        /// The pack
        pack: PathBuf,
        /// A name, in Sorani or Latin letters
        label: String,
    },
    /// Cut a pack down to what some articles mention
    Slice(Slice),
}

pub fn run(command: PackCommand, form: Form) -> Result<()> {
    match command {
        PackCommand::Build(options) => build(&options),
        PackCommand::Info { pack } => info(&pack, form),
        PackCommand::Lookup { pack, label } => lookup(&pack, &label, form),
        PackCommand::Slice(options) => slice(&options),
    }
}

fn info(path: &Path, form: Form) -> Result<()> {
    let pack = input::pack(path)?;
    let columns = &["entities", "labels", "format", "fold", "index_bytes"];
    let mut table = Table::new(columns, form)?;
    let versions = [usize::from(FORMAT_VERSION), usize::from(pack.fold_version())];
    let cells = [pack.len(), pack.labels(), versions[0], versions[1], pack.index_size()];
    table.row(cells.into_iter().map(Cell::from).collect())?;
    table.finish()
}

/// Suggestions that are printed when no entity bears the name.
const SUGGESTED: usize = 10;

fn lookup(path: &Path, label: &str, form: Form) -> Result<()> {
    let library = Library::open(path)?;
    let (how, found) = answers(&library, label)?;
    let mut table = Table::new(&["entity", "type", "name", "match"], form)?;
    for number in found {
        let entity = library.entity(number)?;
        table.row(vec![
            entity.id().into(),
            entity.kind().into(),
            entity.name().into(),
            how.into(),
        ])?;
    }
    table.finish()
}

/// The entities for a name, and how they answer it: they bear it, they sound
/// like it, or one of their names begins so.
fn answers(library: &Library, label: &str) -> Result<(&'static str, Vec<usize>)> {
    let named = library.pack.lookup(label);
    if !named.is_empty() {
        return Ok(("named", named));
    }
    let heard = library.heard(label)?;
    if !heard.is_empty() {
        return Ok(("latin", heard));
    }
    Ok(("suggested", library.suggest(label, SUGGESTED)?))
}

/// `entities`
pub fn entities(
    path: &Path,
    source: &Source,
    mentions_of: fn(&Document, &Pack) -> Vec<Mention>,
    form: Form,
) -> Result<()> {
    const COLUMNS: [&str; 9] =
        ["start", "end", "core_end", "entity", "type", "name", "surface", "via", "candidates"];
    let library = Library::open(path)?;
    let document = input::document(source)?;
    let offsets = Offsets::new(document.text(), form);
    let mut table = Table::new(&COLUMNS, form)?;
    for mention in mentions_of(&document, &library.pack) {
        table.row(mention_row(&mention, &library, &document, &offsets)?)?;
    }
    table.finish()
}

fn mention_row(
    mention: &Mention,
    library: &Library,
    document: &Document,
    offsets: &Offsets,
) -> Result<Vec<Cell<'static>>> {
    let entity = library.entity(mention.entity)?;
    let [start, end] = offsets.cells(mention.span);
    let id = |&candidate: &usize| Ok(library.entity(candidate)?.id().to_owned());
    let ids = mention.candidates.iter().map(id).collect::<Result<Vec<String>>>()?;
    Ok(vec![
        start,
        end,
        offsets.cell(mention.core_end),
        entity.id().to_owned().into(),
        entity.kind().to_owned().into(),
        entity.name().to_owned().into(),
        mention.span.of(document.text()).to_owned().into(),
        mention.via.as_str().into(),
        ids.join("|").into(),
    ])
}
