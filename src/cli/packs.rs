//! The commands that make and use packs.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Subcommand;
use sorani_reader::document::Document;
use sorani_reader::entity::{FORMAT_VERSION, Entity, Mention, Pack, read_entities};

use super::output::{Cell, Form, Offsets, Table};
use super::{Source, input};

#[derive(Debug, Subcommand)]
pub enum PackCommand {
    /// Make a pack of entity files (JSON lines)
    Build {
        /// The entity files
        #[arg(required = true)]
        sources: Vec<PathBuf>,
        /// Where to write the pack
        #[arg(short, long)]
        output: PathBuf,
    },
    /// Print what a pack holds
    Info {
        /// The pack
        pack: PathBuf,
    },
    /// Print the entities that a label names
    Lookup {
        /// The pack
        pack: PathBuf,
        /// A name
        label: String,
    },
    /// Cut a pack down to what some articles mention
    Slice {
        /// The pack
        #[arg(long)]
        pack: PathBuf,
        /// The articles, .txt or .html
        #[arg(required = true)]
        articles: Vec<PathBuf>,
        /// Where to write the slice
        #[arg(short, long)]
        output: PathBuf,
    },
}

pub fn run(command: PackCommand, form: Form) -> Result<()> {
    match command {
        PackCommand::Build { sources, output } => build(&sources, &output),
        PackCommand::Info { pack } => info(&pack, form),
        PackCommand::Lookup { pack, label } => lookup(&pack, &label, form),
        PackCommand::Slice { pack, articles, output } => slice(&pack, &articles, &output),
    }
}

fn build(sources: &[PathBuf], output: &Path) -> Result<()> {
    let mut entities = Vec::new();
    let mut problems = 0;
    for path in sources {
        let name = path.display().to_string();
        let text = fs::read_to_string(path).with_context(|| name.clone())?;
        let (read, wrong) = read_entities(&text);
        for problem in &wrong {
            let field = if problem.field.is_empty() { "line" } else { &problem.field };
            eprintln!("warning: {name}: line {}: {field}: {}", problem.line, problem.message);
        }
        problems += wrong.len();
        entities.extend(read);
    }
    ensure!(!entities.is_empty(), "no usable entity in {} file(s): nothing was written", sources.len());
    let pack = Pack::from_entities(entities);
    fs::write(output, pack.to_bytes()).with_context(|| output.display().to_string())?;
    eprintln!("{}: {} entities, {problems} line(s) left out", output.display(), pack.len());
    Ok(())
}

fn info(path: &Path, form: Form) -> Result<()> {
    let pack = input::pack(path)?;
    let mut table = Table::new(&["entities", "labels", "format", "fold"], form)?;
    let labels = pack.entities().iter().map(|e| e.labels().len()).sum::<usize>();
    let versions = [usize::from(FORMAT_VERSION), usize::from(pack.fold_version())];
    table.row(vec![pack.len().into(), labels.into(), versions[0].into(), versions[1].into()])?;
    table.finish()
}

fn lookup(path: &Path, label: &str, form: Form) -> Result<()> {
    let pack = input::pack(path)?;
    let mut table = Table::new(&["entity", "type", "name"], form)?;
    for number in pack.lookup(label) {
        let entity = &pack.entities()[number];
        table.row(vec![entity.id().into(), entity.kind().into(), entity.name().into()])?;
    }
    table.finish()
}

fn slice(path: &Path, articles: &[PathBuf], output: &Path) -> Result<()> {
    let pack = input::pack(path)?;
    let mut wanted = vec![false; pack.len()];
    for article in articles {
        let document = input::document(&Source { file: Some(article.clone()) })?;
        for mention in document.mentions(&pack) {
            wanted[mention.entity] = true;
            mention.candidates.iter().for_each(|&other| wanted[other] = true);
        }
    }
    let kept: Vec<Entity> =
        pack.entities().iter().zip(wanted).filter(|(_, w)| *w).map(|(e, _)| e.clone()).collect();
    let slice = Pack::from_entities(kept);
    fs::write(output, slice.to_bytes()).with_context(|| output.display().to_string())?;
    eprintln!("{}: {} of {} entities", output.display(), slice.len(), pack.len());
    Ok(())
}

/// `entities`
pub fn entities(path: &Path, source: &Source, nested: bool, form: Form) -> Result<()> {
    const COLUMNS: [&str; 9] =
        ["start", "end", "core_end", "entity", "type", "name", "surface", "via", "candidates"];
    let pack = input::pack(path)?;
    let document = input::document(source)?;
    let offsets = Offsets::new(document.text(), form);
    let mentions = if nested { document.nested_mentions(&pack) } else { document.mentions(&pack) };
    let mut table = Table::new(&COLUMNS, form)?;
    for mention in mentions {
        table.row(mention_row(&mention, &pack, &document, &offsets))?;
    }
    table.finish()
}

fn mention_row(mention: &Mention, pack: &Pack, document: &Document, offsets: &Offsets) -> Vec<Cell> {
    let entity = &pack.entities()[mention.entity];
    let [start, end] = offsets.cells(mention.span);
    let ids: Vec<&str> = mention.candidates.iter().map(|&c| pack.entities()[c].id()).collect();
    vec![
        start,
        end,
        offsets.cell(mention.core_end),
        entity.id().into(),
        entity.kind().into(),
        entity.name().into(),
        mention.span.of(document.text()).into(),
        mention.via.as_str().into(),
        ids.join("|").into(),
    ]
}
