//! `pack slice`: for publishing, what some articles mention and nothing else.

use std::collections::{BTreeSet, HashMap};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail, ensure};
use clap::Args;
use flate2::Compression;
use flate2::write::GzEncoder;
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
    /// The pack to write; if it is a directory, or ends in /, each article gets a pack of its own there
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
    /// Where its own pack is to lie in the directory of packs.
    path: PathBuf,
    document: Document,
}

/// Articles that are read before the next batch begins.
const BATCH: usize = 512;

pub fn slice(slice: &Slice) -> Result<()> {
    ensure!(
        slice.output.is_some() || slice.json_ld || slice.annotations,
        "nothing to do: say -o OUT, --json-ld or --annotations"
    );
    if let Some(output) = slice.output.as_deref().filter(|o| o.to_string_lossy().ends_with('/')) {
        fs::create_dir_all(output).with_context(|| output.display().to_string())?;
    }
    let library = Library::open(&slice.pack)?;
    let from_input = slice.articles.is_empty() || slice.articles == [PathBuf::from("-")];
    let mut out = Output::new(slice, &library);
    let count = if from_input { from_lines(&mut out)? } else { from_files(&mut out)? };
    ensure!(count > 0, "no article: of a directory, the .txt and .html files are read");
    out.finish(count)
}

fn from_files(out: &mut Output<'_>) -> Result<usize> {
    let mut paths = Vec::new();
    for path in &out.slice.articles {
        collect(path, Path::new(path.file_name().unwrap_or_default()), &mut paths)?;
    }
    out.tells_apart = paths.len() > 1;
    let progress = Progress::of_articles(paths.len() as u64)?;
    for batch in paths.chunks(BATCH) {
        let read = |(file, path): &(PathBuf, PathBuf)| -> Result<Article> {
            let document = input::document(&Source { file: Some(file.clone()) })?;
            Ok(Article { name: file.display().to_string(), path: path.clone(), document })
        };
        let articles = batch.par_iter().map(|paths| Ok(found(read(paths)?, out, &progress)));
        let articles: Vec<Result<Result<Found>>> = articles.collect();
        articles.into_iter().try_for_each(|article| out.take(article, &progress))?;
    }
    progress.finish();
    Ok(paths.len())
}

/// The texts and pages of a directory, or the file itself; each with its path
/// from that directory on.
fn collect(file: &Path, path: &Path, paths: &mut Vec<(PathBuf, PathBuf)>) -> Result<()> {
    if !file.is_dir() {
        paths.push((file.to_owned(), path.to_owned()));
        return Ok(());
    }
    for_each_inside(file, |inside, name| collect_inside(inside, Path::new(name), paths))
}

fn collect_inside(file: &Path, path: &Path, paths: &mut Vec<(PathBuf, PathBuf)>) -> Result<()> {
    if file.is_dir() {
        return for_each_inside(file, |inside, name| {
            collect_inside(inside, &path.join(name), paths)
        });
    }
    let extension = file.extension().and_then(|e| e.to_str()).unwrap_or_default();
    if ["txt", "html", "htm", "xhtml"].contains(&extension) {
        paths.push((file.to_owned(), path.to_owned()));
    }
    Ok(())
}

fn for_each_inside(
    directory: &Path,
    mut each: impl FnMut(&Path, &OsStr) -> Result<()>,
) -> Result<()> {
    let entries = fs::read_dir(directory).with_context(|| directory.display().to_string())?;
    let mut inside: Vec<PathBuf> =
        entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    inside.sort();
    inside.iter().try_for_each(|file| each(file, file.file_name().unwrap_or_default()))
}

fn from_lines(out: &mut Output<'_>) -> Result<usize> {
    out.tells_apart = true;
    let progress = Progress::of_articles(0)?;
    let mut input = io::stdin().lock();
    let mut lines = 0;
    let mut count = 0;
    loop {
        let batch = read_batch(&mut input, &mut lines)?;
        if batch.is_empty() {
            break;
        }
        let full = batch.par_iter().filter(|(_, line)| !line.trim_ascii().is_empty());
        let articles = full.map(|(number, line)| Ok(found(parse(*number, line)?, out, &progress)));
        let articles: Vec<Result<Result<Found>>> = articles.collect();
        count += articles.len();
        articles.into_iter().try_for_each(|article| out.take(article, &progress))?;
    }
    progress.finish();
    Ok(count)
}

/// The next lines with their numbers, `lines` being the last one before.
fn read_batch(input: &mut impl BufRead, lines: &mut usize) -> Result<Vec<(usize, Vec<u8>)>> {
    let mut batch = Vec::new();
    while batch.len() < BATCH {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line).context("standard input")? == 0 {
            break;
        }
        *lines += 1;
        batch.push((*lines, line));
    }
    Ok(batch)
}

fn parse(number: usize, line: &[u8]) -> Result<Article> {
    let wrong = |what: &str| {
        anyhow!("standard input: line {number}: {what}: write {{\"id\": …, \"text\": …}}")
    };
    let value: Value =
        serde_json::from_slice(line).map_err(|e| wrong(&format!("not JSON: {e}")))?;
    let text = value["text"].as_str().ok_or_else(|| wrong("no \"text\""))?;
    let name = value["id"].as_str().map_or_else(|| number.to_string(), str::to_owned);
    let path = PathBuf::from(Path::new(&name).file_name().unwrap_or_default());
    Ok(Article { name, path, document: Document::new(text) })
}

/// What an article mentions, and what is printed of it.
struct Found {
    name: String,
    path: PathBuf,
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
        let identifier = out.tells_apart.then_some(article.name.as_str());
        printed.push_str(&format!("{}\n", json_ld(identifier, &mentions, library)?));
    }
    if slice.annotations {
        for annotation in annotations(&article.name, &article.document, &mentions, library)? {
            printed.push_str(&format!("{annotation}\n"));
        }
    }
    progress.step();
    Ok(Found { name: article.name, path: article.path, entities, printed })
}

/// Where the mentions of the articles go.
struct Output<'a> {
    slice: &'a Slice,
    library: &'a Library,
    /// Whether what is printed says of which article it is.
    tells_apart: bool,
    all: BTreeSet<usize>,
    /// The packs written so far, each with the name of its article.
    written: HashMap<PathBuf, String>,
    /// How many articles could not be read.
    unread: usize,
}

impl<'a> Output<'a> {
    fn new(slice: &'a Slice, library: &'a Library) -> Output<'a> {
        let (all, written) = (BTreeSet::new(), HashMap::new());
        Output { slice, library, tells_apart: false, all, written, unread: 0 }
    }

    /// Takes what was found in an article, or tells that it could not be read.
    fn take(&mut self, article: Result<Result<Found>>, progress: &Progress) -> Result<()> {
        match article {
            Ok(found) => self.add(found?),
            Err(problem) => {
                self.unread += 1;
                progress.aside(|| eprintln!("warning: left out: {problem:#}"));
                Ok(())
            }
        }
    }

    fn add(&mut self, found: Found) -> Result<()> {
        io::stdout().lock().write_all(found.printed.as_bytes())?;
        if let Some(directory) = self.slice.output.as_deref().filter(|path| path.is_dir()) {
            self.add_pack(
                directory.join(found.path.with_extension("pack")),
                found.name,
                &found.entities,
            )
        } else {
            self.all.extend(found.entities);
            Ok(())
        }
    }

    /// Writes an article's own pack.
    fn add_pack(&mut self, path: PathBuf, name: String, wanted: &BTreeSet<usize>) -> Result<()> {
        if let Some(other) = self.written.get(&path) {
            let path = path.display();
            bail!("{path}: the pack of {other} is there, that of {name} would have the same name");
        }
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
        }
        self.write(&path, wanted)?;
        self.written.insert(path, name);
        Ok(())
    }

    fn write(&self, path: &Path, wanted: &BTreeSet<usize>) -> Result<Vec<u8>> {
        let entities =
            wanted.iter().map(|&entity| self.library.entity(entity)).collect::<Result<Vec<_>>>()?;
        let bytes = Pack::from_entities(entities).to_bytes();
        write_whole(path, &bytes)?;
        Ok(bytes)
    }

    fn finish(&self, articles: usize) -> Result<()> {
        let unread = self.unread;
        if let Some(output) = &self.slice.output {
            let name = output.display();
            if output.is_dir() {
                eprintln!("{name}: {} packs", self.written.len());
            } else {
                ensure!(
                    unread == 0,
                    "{unread} of {articles} article(s) could not be read: {name} was not written"
                );
                let bytes = self.write(output, &self.all)?;
                let (some, total) = (self.all.len(), self.library.pack.len());
                let (length, sent) = (bytes.len(), zipped_length(&bytes)?);
                eprintln!(
                    "{name}: {some} of {total} entities from {articles} article(s), {length} bytes ({sent} gzipped)"
                );
            }
        }
        ensure!(unread == 0, "{unread} of {articles} article(s) could not be read");
        Ok(())
    }
}

/// Bytes that a web server sends of a file.
fn zipped_length(bytes: &[u8]) -> Result<usize> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(bytes)?;
    Ok(gzip.finish()?.len())
}
