//! `pack build`: entities of any number of sources, made into a pack.

use std::collections::HashSet;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use clap::Args;
use sorani_reader::entity::{Entity, LargePackBuilder, Pack, RecordFile};

use super::import::{Import, REPEATED, Report, Selection, is_resumable, read};
use super::progress::Progress;

#[derive(Debug, Args)]
pub struct Build {
    /// The sources: JSON lines, CSV, SKOS (Turtle, JSON-LD) or a Wikidata JSON dump, plain, .gz, .bz2 or .zst
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// Where to write the pack
    #[arg(short, long)]
    output: PathBuf,
    /// Entities from which on the records go into files of their own, in OUTPUT.records
    #[arg(long, default_value_t = 5000)]
    split: usize,
    #[command(flatten)]
    selection: Selection,
}

pub fn build(build: &Build) -> Result<()> {
    let total = check_paths(build)?;
    let progress = Progress::of_bytes(total)?;
    let mut report = Report::default();
    let mut pack = Making::new(build);
    if is_resumable(&build.sources, &build.selection) {
        let stage = Stage::fill(build, &progress, &mut report)?;
        stage.each(|entity| {
            if !pack.add(entity)? {
                report.drop(&format!("@id: {REPEATED}"));
            }
            Ok(())
        })?;
        stage.remove()?;
    } else {
        for path in &build.sources {
            let mut emit = |entity, _| pack.add(entity);
            let selection = &build.selection;
            read(
                path,
                &mut Import {
                    selection,
                    report: &mut report,
                    progress: &progress,
                    skip: 0,
                    emit: &mut emit,
                },
            )?;
        }
    }
    progress.finish();
    report.print();
    let count = pack.finish()?;
    eprintln!("{}: {count} entities, {} left out", build.output.display(), report.total());
    Ok(())
}

/// The bytes of all sources; an error where one of them, or the directory to
/// write to, is not there: better now than after an hour.
fn check_paths(build: &Build) -> Result<u64> {
    let directory = build.output.parent().filter(|directory| *directory != Path::new(""));
    if let Some(directory) = directory {
        ensure!(directory.is_dir(), "{}: there is no such directory", directory.display());
    }
    ensure!(!build.output.is_dir(), "{}: a directory, not a file", build.output.display());
    let length = |path: &PathBuf| {
        let source = fs::metadata(path).with_context(|| path.display().to_string())?;
        ensure!(!source.is_dir(), "{}: a directory, not a file", path.display());
        Ok(source.len())
    };
    build.sources.iter().map(length).sum()
}

/// A pack in the making: small until it has too many entities.
struct Making<'a> {
    build: &'a Build,
    few: Vec<Entity>,
    /// The `@id`s of the few.
    ids: HashSet<String>,
    many: Option<LargePackBuilder>,
}

impl<'a> Making<'a> {
    fn new(build: &'a Build) -> Making<'a> {
        Making { build, few: Vec::new(), ids: HashSet::new(), many: None }
    }

    fn records(&self) -> PathBuf {
        record_directory(&self.build.output)
    }

    /// Adds an entity; whether it is the first with its `@id`.
    fn add(&mut self, entity: Entity) -> Result<bool> {
        if let Some(many) = &mut self.many {
            let before = many.len();
            let file = many.add(&entity);
            let is_new = many.len() > before;
            self.write(file)?;
            return Ok(is_new);
        }
        if !self.ids.insert(entity.id().to_owned()) {
            return Ok(false);
        }
        self.few.push(entity);
        if self.few.len() > self.build.split {
            self.grow()?;
        }
        Ok(true)
    }

    /// Goes on as a large pack.
    fn grow(&mut self) -> Result<()> {
        let mut many = LargePackBuilder::default();
        let directory = self.records();
        fs::create_dir_all(&directory).with_context(|| directory.display().to_string())?;
        for entity in std::mem::take(&mut self.few) {
            let file = many.add(&entity);
            self.write(file)?;
        }
        self.many = Some(many);
        Ok(())
    }

    fn write(&self, file: Option<RecordFile>) -> Result<()> {
        let Some(file) = file else { return Ok(()) };
        let path = self.records().join(&file.name);
        fs::write(&path, file.bytes).with_context(|| path.display().to_string())
    }

    /// Writes the pack; returns how many entities it has.
    fn finish(mut self) -> Result<usize> {
        let sources = self.build.sources.len();
        let (bytes, count) = match self.many.take() {
            Some(mut many) => {
                let count = many.len();
                let mut written = Ok(());
                let names = many.take_names(|block| {
                    if written.is_ok() {
                        written = self.write(Some(block));
                    }
                });
                written?;
                write_whole(&name_list(&self.build.output), &names)?;
                let (bytes, last) = many.finish();
                self.write(last)?;
                (bytes, count)
            }
            None => {
                let pack = Pack::from_entities(std::mem::take(&mut self.few));
                (pack.to_bytes(), pack.len())
            }
        };
        ensure!(count > 0, "no usable entity in {sources} file(s): nothing was written");
        write_whole(&self.build.output, &bytes)?;
        Ok(count)
    }
}

/// Where the record files of a large pack lie.
pub fn record_directory(pack: &Path) -> PathBuf {
    let mut name = pack.as_os_str().to_owned();
    name.push(".records");
    PathBuf::from(name)
}

/// Where the list of a large pack's names lies.
pub fn name_list(pack: &Path) -> PathBuf {
    let mut name = pack.as_os_str().to_owned();
    name.push(".names");
    PathBuf::from(name)
}

/// Writes a file beside its place first, so that no half of one is ever read.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    let new = PathBuf::from(name);
    fs::write(&new, bytes).with_context(|| new.display().to_string())?;
    fs::rename(&new, path).with_context(|| path.display().to_string())
}

/// What an import has taken from a dump so far, on disk, so that it can be
/// interrupted: the entities as JSON lines, and a note of how far they go.
struct Stage {
    entities: PathBuf,
    note: PathBuf,
}

/// Entities between two notes.
const STEP: u64 = 2000;

impl Stage {
    /// Reads the sources into the stage, going on where an earlier run of the
    /// same command stopped.
    fn fill(build: &Build, progress: &Progress, report: &mut Report) -> Result<Stage> {
        let with = |end: &str| {
            let mut name = build.output.as_os_str().to_owned();
            name.push(end);
            PathBuf::from(name)
        };
        let stage = Stage { entities: with(".partial.jsonl"), note: with(".partial") };
        let task = task(build)?;
        let done = stage.done(&task);
        let file = File::options().create(true).append(true).open(&stage.entities);
        let file = file.with_context(|| stage.entities.display().to_string())?;
        file.set_len(done.bytes)?;
        if done.lines > 0 || done.source > 0 {
            eprintln!(
                "going on after line {} of {}: what was left out up to there is not counted again",
                done.lines,
                build.sources[done.source].display()
            );
        }
        let mut out = BufWriter::new(file);
        let mut now = done;
        for (source, path) in build.sources.iter().enumerate().skip(done.source) {
            let skip = if source == done.source { done.lines } else { 0 };
            let mut count = 0;
            let mut emit = |entity: Entity, line| {
                let text = serde_json::to_string(&entity)?;
                writeln!(out, "{text}")?;
                now = Done { source, lines: line, bytes: now.bytes + text.len() as u64 + 1 };
                count += 1;
                if count % STEP == 0 {
                    out.flush()?;
                    stage.write_note(&task, now)?;
                    progress.note(format!("{count} entities"));
                }
                Ok(true)
            };
            read(
                path,
                &mut Import {
                    selection: &build.selection,
                    report,
                    progress,
                    skip,
                    emit: &mut emit,
                },
            )?;
        }
        out.flush()?;
        Ok(stage)
    }

    /// How far an earlier run came, if it had the same task.
    fn done(&self, task: &str) -> Done {
        let note = fs::read_to_string(&self.note).unwrap_or_default();
        let written = fs::metadata(&self.entities).map_or(0, |m| m.len());
        let (first, same) = note.split_once('\n').unwrap_or_default();
        let numbers: Vec<u64> = first.split(' ').filter_map(|number| number.parse().ok()).collect();
        match numbers[..] {
            [source, lines, bytes] if same == task && bytes <= written => {
                Done { source: source as usize, lines, bytes }
            }
            _ => Done::default(),
        }
    }

    fn write_note(&self, task: &str, done: Done) -> Result<()> {
        write_whole(
            &self.note,
            format!("{} {} {}\n{task}", done.source, done.lines, done.bytes).as_bytes(),
        )
    }

    fn each(&self, mut add: impl FnMut(Entity) -> Result<()>) -> Result<()> {
        let file =
            File::open(&self.entities).with_context(|| self.entities.display().to_string())?;
        for (number, line) in BufReader::new(file).lines().enumerate() {
            let entity = Entity::from_line(&line?, number + 1);
            add(entity.map_err(|p| {
                anyhow::anyhow!("{}: line {}: {}", self.entities.display(), p.line, p.message)
            })?)?;
        }
        Ok(())
    }

    fn remove(&self) -> Result<()> {
        fs::remove_file(&self.entities)?;
        if self.note.exists() {
            fs::remove_file(&self.note)?;
        }
        Ok(())
    }
}

/// How far an import has come: the source, its lines, and the bytes written.
#[derive(Debug, Clone, Copy, Default)]
struct Done {
    source: usize,
    lines: u64,
    bytes: u64,
}

/// What an import reads and selects; an interrupted one goes on only with the same.
fn task(build: &Build) -> Result<String> {
    let mut task = build.selection.describe();
    for path in &build.sources {
        let length = fs::metadata(path).with_context(|| path.display().to_string())?.len();
        task.push_str(&format!("\n{} {length}", path.display()));
    }
    Ok(task)
}
