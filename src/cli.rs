//! Arguments and commands.

mod annotations;
mod build;
mod html;
mod import;
mod input;
mod library;
mod output;
mod packs;
mod progress;
mod slice;
mod texts;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, Parser, Subcommand, ValueEnum};
use sorani_reader::document::Document;
use sorani_reader::offsets::Unit;
use sorani_reader::search::Mode;

/// Sorani (Central Kurdish) texts: tokens, stems, search and entities.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// What offsets count
    #[arg(long, global = true, value_enum, default_value = "utf16")]
    offsets: Offsets,
    /// JSON lines instead of tab-separated columns
    #[arg(long, global = true)]
    json: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Offsets {
    /// Bytes of UTF-8
    Utf8,
    /// Code units of UTF-16, as JavaScript counts
    Utf16,
    /// Unicode code points, as Python counts
    Codepoint,
}

impl From<Offsets> for Unit {
    fn from(offsets: Offsets) -> Unit {
        match offsets {
            Offsets::Utf8 => Unit::Utf8,
            Offsets::Utf16 => Unit::Utf16,
            Offsets::Codepoint => Unit::CodePoint,
        }
    }
}

/// A text to read.
#[derive(Debug, Args)]
struct Source {
    /// A .txt or .html file, UTF-8; standard input if absent or `-`
    file: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the flat text that offsets refer to
    Text(Source),
    /// Print the folded text, line for line
    Fold {
        /// The loose tier: spellings that people mix up fold alike
        #[arg(long)]
        loose: bool,
        #[command(flatten)]
        source: Source,
    },
    /// List the tokens: start end kind surface fold stem
    Tokens(Source),
    /// List the sentences: start end paragraph text
    Sentences(Source),
    /// Stem words, one a line: surface stem keys
    Stem(Source),
    /// Print the text in Latin (Hawar) letters, line for line
    Latin {
        /// From Latin letters to Sorani ones
        #[arg(long)]
        to_arabic: bool,
        #[command(flatten)]
        source: Source,
    },
    /// Find a query: start end tier surface
    Search {
        /// What to look for
        query: String,
        #[command(flatten)]
        source: Source,
        /// What counts as a match: smart, exact or word
        #[arg(long, default_value = "smart")]
        mode: Mode,
        /// A pack whose entities the query may name
        #[arg(long)]
        pack: Option<PathBuf>,
    },
    /// List the mentions of a pack's entities
    Entities {
        /// The pack
        #[arg(long)]
        pack: PathBuf,
        #[command(flatten)]
        source: Source,
        /// Names inside longer names too
        #[arg(long)]
        nested: bool,
    },
    /// Build, look into and cut packs of entities
    #[command(subcommand)]
    Pack(packs::PackCommand),
}

/// Carries out a command.
///
/// # Errors
///
/// What could not be read, understood or written, and where.
pub fn run(arguments: Arguments) -> Result<()> {
    let form = output::Form { json: arguments.json, unit: arguments.offsets.into() };
    match arguments.command {
        Command::Text(source) => texts::text(&source),
        Command::Fold { loose: false, source } => texts::fold(&source),
        Command::Fold { loose: true, source } => texts::fold_loosely(&source),
        Command::Tokens(source) => texts::tokens(&source, form),
        Command::Sentences(source) => texts::sentences(&source, form),
        Command::Stem(source) => texts::stem(&source, form),
        Command::Latin { to_arabic: false, source } => texts::latin(&source),
        Command::Latin { to_arabic: true, source } => texts::latin_to_arabic(&source),
        Command::Search { query, source, mode, pack } => {
            texts::search(&query, &source, mode, pack.as_deref(), form)
        }
        Command::Entities { pack, source, nested } => {
            let mentions_of = if nested { Document::nested_mentions } else { Document::mentions };
            packs::entities(&pack, &source, mentions_of, form)
        }
        Command::Pack(command) => packs::run(command, form),
    }
}

/// Whether the reader of our output has gone away (`… | head`).
pub fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<std::io::Error>();
    io.is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe)
}
