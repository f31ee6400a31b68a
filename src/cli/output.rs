//! Tables on standard output: tab-separated with a header, or JSON lines.

use std::borrow::Cow;
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
pub enum Cell<'a> {
    /// A number.
    Number(usize),
    /// A text; in tab-separated columns its tabs and line ends are escaped.
    Text(Cow<'a, str>),
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Cell<'a> {
        Cell::Text(text.into())
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Cell::Text(text.into())
    }
}

impl<'a> From<Cow<'a, str>> for Cell<'a> {
    fn from(text: Cow<'a, str>) -> Cell<'a> {
        Cell::Text(text)
    }
}

impl From<usize> for Cell<'_> {
    fn from(number: usize) -> Self {
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
    pub fn row(&mut self, cells: Vec<Cell<'_>>) -> Result<()> {
        if self.json {
            return self.json_row(cells);
        }
        for (column, cell) in cells.into_iter().enumerate() {
            if column > 0 {
                self.out.write_all(b"\t")?;
            }
            match cell {
                Cell::Number(number) => write!(self.out, "{number}")?,
                Cell::Text(text) => self.out.write_all(escape(&text).as_bytes())?,
            }
        }
        self.out.write_all(b"\n")?;
        Ok(())
    }

    fn json_row(&mut self, cells: Vec<Cell<'_>>) -> Result<()> {
        let values = cells.into_iter().map(|cell| match cell {
            Cell::Number(number) => Value::from(number),
            Cell::Text(text) => Value::from(text.into_owned()),
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

fn escape(text: &str) -> Cow<'_, str> {
    if !text.bytes().any(|byte| matches!(byte, b'\\' | b'\t' | b'\n' | b'\r')) {
        return text.into();
    }
    let text = text.replace('\\', "\\\\").replace('\t', "\\t");
    text.replace('\n', "\\n").replace('\r', "\\r").into()
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
    pub fn cell(&self, byte: usize) -> Cell<'static> {
        Cell::Number(self.map.to_unit(self.text, byte))
    }

    /// The cells of a span's start and end.
    pub fn cells(&self, span: Span) -> [Cell<'static>; 2] {
        [self.cell(span.start), self.cell(span.end)]
    }
}
