//! `pack slice`: for publishing, what some articles mention and nothing else.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, ensure};
use clap::Args;
use rayon::prelude::*;
use serde_json::Value;
use sorani_reader::document::Document;
use sorani_reader::entity::Pack;

use super::annotations::{annotations, json_ld};
use super::build::write_whole;
use super::library::Library;
use super::progress::Progress;
use super::{Source, input};

#[derive(Debug, Args)]
pub struct Slice {
    /// The pack
    #[arg(long)]
    pack: PathBuf,
    /// Articles (.txt, .html) or directories of them; `-` or nothing: JSON
    /// lines {"id": …, "text": …} on standard input
    articles: Vec<PathBuf>,
    /// The pack to write; with several articles and a directory here, one pack each
    #[arg(short, long)]
    output: Option<PathBuf>,
    /// Print schema.org `mentions` for the page's head, one JSON object an article
    #[arg(long)]
    json_ld: bool,
    /// Print W3C Web Annotations, one JSON object a mention
    #[arg(long)]
    annotations: bool,
}

/// An article with a name to call it by.
struct Article {
    name: String,
    document: Document,
}

/// Articles that are read before the next batch begins.
const BATCH: usize = 512;

pub fn slice(slice: &Slice) -> Result<()> {
    ensure!(
        slice.output.is_some() || slice.json_ld || slice.annotations,
        "nothing to do: say -o OUT, --json-ld or --annotations"
    );
    let library = Library::open(&slice.pack)?;
    let mut out = Output { slice, library: &library, all: BTreeSet::new() };
    let from_input = slice.articles.is_empty() || slice.articles == [PathBuf::from("-")];
    let count = if from_input { from_lines(&mut out)? } else { from_files(&mut out)? };
    out.finish(count)
}

fn from_files(out: &mut Output<'_>) -> Result<usize> {
    let mut paths = Vec::new();
    for path in &out.slice.articles {
        collect(path, &mut paths)?;
    }
    let progress = Progress::of_articles(paths.len() as u64)?;
    for batch in paths.chunks(BATCH) {
        let read = |path: &PathBuf| -> Result<Article> {
            let document = input::document(&Source { file: Some(path.clone()) })?;
            Ok(Article { name: path.display().to_string(), document })
        };
        let articles = batch.par_iter().map(|path| found(read(path)?, out, &progress));
        articles.collect::<Result<Vec<_>>>()?.into_iter().try_for_each(|found| out.add(found))?;
    }
    progress.finish();
    Ok(paths.len())
}

/// The texts and pages of a directory, or the file itself.
fn collect(path: &Path, paths: &mut Vec<PathBuf>) -> Result<()> {
    if !path.is_dir() {
        paths.push(path.to_owned());
        return Ok(());
    }
    let entries = fs::read_dir(path).with_context(|| path.display().to_string())?;
    let mut inside: Vec<PathBuf> =
        entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    inside.sort();
    let readable = |path: &Path| {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
        path.is_dir() || ["txt", "html", "htm", "xhtml"].contains(&extension)
    };
    inside.iter().filter(|path| readable(path)).try_for_each(|path| collect(path, paths))
}

fn from_lines(out: &mut Output<'_>) -> Result<usize> {
    let progress = Progress::of_articles(0)?;
    let mut lines = io::stdin().lock().lines();
    let mut count = 0;
    loop {
        let batch: Vec<(usize, String)> = lines
            .by_ref()
            .take(BATCH)
            .enumerate()
            .map(|(i, line)| Ok((count + i + 1, line?)))
            .collect::<io::Result<_>>()?;
        if batch.is_empty() {
            break;
        }
        count += batch.len();
        let articles = batch.par_iter().filter(|(_, line)| !line.trim().is_empty());
        let articles = articles.map(|(number, line)| found(parse(*number, line)?, out, &progress));
        articles.collect::<Result<Vec<_>>>()?.into_iter().try_for_each(|found| out.add(found))?;
    }
    progress.finish();
    Ok(count)
}

fn parse(number: usize, line: &str) -> Result<Article> {
    let wrong = |what: &str| {
        anyhow!("standard input: line {number}: {what}: write {{\"id\": …, \"text\": …}}")
    };
    let value: Value = serde_json::from_str(line).map_err(|e| wrong(&format!("not JSON: {e}")))?;
    let text = value["text"].as_str().ok_or_else(|| wrong("no \"text\""))?;
    let name = value["id"].as_str().map_or_else(|| number.to_string(), str::to_owned);
    Ok(Article { name, document: Document::new(text) })
}

/// What an article mentions, and what is printed of it.
struct Found {
    name: String,
    entities: BTreeSet<usize>,
    printed: String,
}

fn found(article: Article, out: &Output<'_>, progress: &Progress) -> Result<Found> {
    let (slice, library) = (out.slice, out.library);
    let mentions = article.document.mentions(&library.pack);
    let entities =
        mentions.iter().flat_map(|m| m.candidates.iter().copied().chain([m.entity])).collect();
    let mut printed = String::new();
    if slice.json_ld {
        printed.push_str(&format!("{}\n", json_ld(&mentions, library)?));
    }
    if slice.annotations {
        for annotation in annotations(&article.name, &article.document, &mentions, library)? {
            printed.push_str(&format!("{annotation}\n"));
        }
    }
    progress.step();
    Ok(Found { name: article.name, entities, printed })
}

/// Where the mentions of the articles go.
struct Output<'a> {
    slice: &'a Slice,
    library: &'a Library,
    all: BTreeSet<usize>,
}

impl Output<'_> {
    fn add(&mut self, found: Found) -> Result<()> {
        io::stdout().lock().write_all(found.printed.as_bytes())?;
        if let Some(directory) = self.slice.output.as_deref().filter(|path| path.is_dir()) {
            let mut name = Path::new(&found.name).file_stem().unwrap_or_default().to_owned();
            name.push(".pack");
            self.write(&directory.join(name), &found.entities)?;
        } else {
            self.all.extend(found.entities);
        }
        Ok(())
    }

    fn write(&self, path: &Path, wanted: &BTreeSet<usize>) -> Result<usize> {
        let entities =
            wanted.iter().map(|&entity| self.library.entity(entity)).collect::<Result<Vec<_>>>()?;
        let bytes = Pack::from_entities(entities).to_bytes();
        write_whole(path, &bytes)?;
        Ok(bytes.len())
    }

    fn finish(&self, articles: usize) -> Result<()> {
        let Some(output) = self.slice.output.as_deref() else { return Ok(()) };
        let name = output.display();
        if output.is_dir() {
            eprintln!("{name}: {articles} packs");
            return Ok(());
        }
        let length = self.write(output, &self.all)?;
        let (some, total) = (self.all.len(), self.library.pack.len());
        eprintln!("{name}: {some} of {total} entities from {articles} article(s), {length} bytes");
        Ok(())
    }
}
