//! Reading texts from files and standard input.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use sorani_reader::document::Document;
use sorani_reader::entity::Pack;

use super::{Source, html};

/// The characters of the source, and whether they are HTML.
fn read(source: &Source) -> Result<(String, bool)> {
    let Some(path) = source.file.as_deref().filter(|path| *path != Path::new("-")) else {
        let mut bytes = Vec::new();
        io::stdin().read_to_end(&mut bytes).context("standard input")?;
        return Ok((decode(bytes, "standard input")?, false));
    };
    let name = path.display().to_string();
    let bytes = fs::read(path).with_context(|| name.clone())?;
    let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
    let is_html = ["html", "htm", "xhtml"].iter().any(|e| extension.eq_ignore_ascii_case(e));
    Ok((decode(bytes, &name)?, is_html))
}

fn decode(bytes: Vec<u8>, name: &str) -> Result<String> {
    String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to();
        anyhow!("{name}: byte {at} is not UTF-8: convert the file first (iconv -t UTF-8)")
    })
}

/// The text of a source as it is, for commands that go line by line.
pub fn lines_of(source: &Source) -> Result<String> {
    let (text, is_html) = read(source)?;
    Ok(if is_html { html::flat_text(&text)?.text } else { without_mark(text) })
}

fn without_mark(mut text: String) -> String {
    if text.starts_with('\u{FEFF}') {
        text.remove(0);
    }
    text
}

/// The source, read.
pub fn document(source: &Source) -> Result<Document> {
    let (text, is_html) = read(source)?;
    if !is_html {
        return Ok(Document::new(text));
    }
    let flat = html::flat_text(&text)?;
    Ok(Document::from_blocks(flat.text, &flat.block_starts))
}

/// A pack file, loaded.
pub fn pack(path: &Path) -> Result<Pack> {
    let name = path.display().to_string();
    let bytes = fs::read(path).with_context(|| name.clone())?;
    Pack::from_bytes(&bytes).with_context(|| name)
}
