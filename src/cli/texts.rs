//! The commands that read a text.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use anyhow::Result;
use sorani_reader::fold;
use sorani_reader::latin;
use sorani_reader::morph::{analyse, stem_as_written};
use sorani_reader::search::Mode;

use super::output::{Cell, Form, Offsets, Table};
use super::{Source, input};

/// `text`
pub fn text(source: &Source) -> Result<()> {
    let document = input::document(source)?;
    Ok(io::stdout().lock().write_all(document.text().as_bytes())?)
}

/// `fold`
pub fn fold(source: &Source) -> Result<()> {
    each_line(source, fold::fold_str)
}

/// `fold --loose`
pub fn fold_loosely(source: &Source) -> Result<()> {
    each_line(source, |line| fold::loose(&fold::fold_str(line)))
}

/// `latin`
pub fn latin(source: &Source) -> Result<()> {
    each_line(source, latin::to_latin)
}

/// `latin --to-arabic`
pub fn latin_to_arabic(source: &Source) -> Result<()> {
    each_line(source, latin::to_arabic)
}

/// Prints what becomes of each line.
fn each_line(source: &Source, change: impl Fn(&str) -> String) -> Result<()> {
    let text = input::lines_of(source)?;
    let mut out = BufWriter::new(io::stdout().lock());
    for line in text.lines() {
        writeln!(out, "{}", change(line))?;
    }
    Ok(out.flush()?)
}

/// `tokens`
pub fn tokens(source: &Source, form: Form) -> Result<()> {
    let document = input::document(source)?;
    let offsets = Offsets::new(document.text(), form);
    let mut table = Table::new(&["start", "end", "kind", "surface", "fold", "stem"], form)?;
    for (number, token) in document.tokens().iter().enumerate() {
        let [start, end] = offsets.cells(token.span);
        let surface = token.span.of(document.text());
        let fold = document.token_fold(number);
        let stem = document.token_stem(number);
        table.row(vec![
            start,
            end,
            token.kind.as_str().into(),
            surface.into(),
            fold.into(),
            stem.into(),
        ])?;
    }
    table.finish()
}

/// `sentences`
pub fn sentences(source: &Source, form: Form) -> Result<()> {
    let document = input::document(source)?;
    let offsets = Offsets::new(document.text(), form);
    let mut table = Table::new(&["start", "end", "paragraph", "text"], form)?;
    for sentence in document.sentences() {
        let [start, end] = offsets.cells(sentence.span);
        let text = sentence.span.of(document.text());
        table.row(vec![start, end, sentence.paragraph.into(), text.into()])?;
    }
    table.finish()
}

/// `stem`
pub fn stem(source: &Source, form: Form) -> Result<()> {
    let text = input::lines_of(source)?;
    let mut table = Table::new(&["surface", "stem", "keys"], form)?;
    for word in text.lines().map(str::trim).filter(|word| !word.is_empty()) {
        let analysis = analyse(&fold::fold_str(word));
        let stem = stem_as_written(word, &analysis.stem);
        table.row(vec![word.into(), stem.into(), analysis.keys.join("|").into()])?;
    }
    table.finish()
}

/// `search`
pub fn search(
    query: &str,
    source: &Source,
    mode: Mode,
    pack: Option<&Path>,
    form: Form,
) -> Result<()> {
    let pack = pack.map(input::pack).transpose()?;
    let document = input::document(source)?;
    let offsets = Offsets::new(document.text(), form);
    let mut table = Table::new(&["start", "end", "tier", "surface"], form)?;
    for found in document.search(query, mode, pack.as_ref()) {
        let [start, end] = offsets.cells(found.span);
        let surface: Cell = found.span.of(document.text()).into();
        table.row(vec![start, end, found.tier.as_str().into(), surface])?;
    }
    table.finish()
}
