//! Tables on standard output: tab-separated with a header, or JSON lines.

use std::io::{self, BufWriter, StdoutLock, Write};

use anyhow::Result;
use serde_json::{Map, Value};
use sorani_reader::offsets::{OffsetMap, Unit};
use sorani_reader::span::Span;

/// How to print a table.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// JSON lines instead of tab-separated columns.
    pub json: bool,
    /// What offsets count.
    pub unit: Unit,
}

/// A cell of a table.
pub enum Cell {
    /// A number.
    Number(usize),
    /// A text; in tab-separated columns its tabs and line ends are escaped.
    Text(String),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Cell {
        Cell::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Cell {
        Cell::Text(text)
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Cell {
        Cell::Number(number)
    }
}

/// A table being printed.
pub struct Table {
    out: BufWriter<StdoutLock<'static>>,
    columns: &'static [&'static str],
    json: bool,
}

impl Table {
    /// Prints the header, if the form has one.
    pub fn new(columns: &'static [&'static str], form: Form) -> Result<Table> {
        let mut out = BufWriter::new(io::stdout().lock());
        if !form.json {
            writeln!(out, "{}", columns.join("\t"))?;
        }
        Ok(Table { out, columns, json: form.json })
    }

    /// Prints a row; it has a cell for each column.
    pub fn row(&mut self, cells: Vec<Cell>) -> Result<()> {
        if self.json {
            return self.json_row(cells);
        }
        let fields: Vec<String> = cells.into_iter().map(field).collect();
        writeln!(self.out, "{}", fields.join("\t"))?;
        Ok(())
    }

    fn json_row(&mut self, cells: Vec<Cell>) -> Result<()> {
        let values = cells.into_iter().map(|cell| match cell {
            Cell::Number(number) => Value::from(number),
            Cell::Text(text) => Value::from(text),
        });
        let names = self.columns.iter().map(|name| (*name).to_owned());
        let object: Map<String, Value> = names.zip(values).collect();
        writeln!(self.out, "{}", Value::Object(object))?;
        Ok(())
    }

    /// Prints what is still in the buffer.
    pub fn finish(mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }
}

fn field(cell: Cell) -> String {
    match cell {
        Cell::Number(number) => number.to_string(),
        Cell::Text(text) => escape(&text),
    }
}

fn escape(text: &str) -> String {
    if !text.contains(['\\', '\t', '\n', '\r']) {
        return text.to_owned();
    }
    text.replace('\\', "\\\\").replace('\t', "\\t").replace('\n', "\\n").replace('\r', "\\r")
}

/// Offsets of one text in the unit asked for.
pub struct Offsets<'a> {
    text: &'a str,
    map: OffsetMap,
}

impl<'a> Offsets<'a> {
    /// Offsets of `text`.
    pub fn new(text: &'a str, form: Form) -> Offsets<'a> {
        Offsets { text, map: OffsetMap::new(text, form.unit) }
    }

    /// The cells of an offset.
    pub fn cell(&self, byte: usize) -> Cell {
        Cell::Number(self.map.to_unit(self.text, byte))
    }

    /// The cells of a span's start and end.
    pub fn cells(&self, span: Span) -> [Cell; 2] {
        [self.cell(span.start), self.cell(span.end)]
    }
}
