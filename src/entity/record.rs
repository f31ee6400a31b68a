//! The bytes of a record: the fields of one entity, as a pack holds them.
//!
//! What JSON says, without its text: nothing needs to be unescaped, and numbers
//! stay exactly as they were. A record is one value, an object. A value is a
//! byte that says its sort, then
//!
//! | sort | what follows |
//! |---|---|
//! | 0, 1, 2 | nothing: null, false, true |
//! | 3 | an integer, i64, little-endian |
//! | 4 | an integer above those, u64, little-endian |
//! | 5 | any other number, f64, little-endian |
//! | 6 | a text in UTF-8, then `FF` |
//! | 7 | a list: its values, then `FE` |
//! | 8 | an object: of each field its name in UTF-8, `FF` and its value; then `FE` |
//!
//! `FE` and `FF` stand nowhere in UTF-8. (Lengths before the texts would say the
//! same, but a compressed pack is a sixth larger by them.)

use serde::{Serialize, Serializer};

use crate::bytes::find_byte;

pub(super) const NULL: u8 = 0;
pub(super) const FALSE: u8 = 1;
pub(super) const TRUE: u8 = 2;
pub(super) const INTEGER: u8 = 3;
pub(super) const NATURAL: u8 = 4;
pub(super) const FLOAT: u8 = 5;
pub(super) const TEXT: u8 = 6;
pub(super) const LIST: u8 = 7;
pub(super) const OBJECT: u8 = 8;
pub(super) const END_OF_TEXT: u8 = 0xFF;
pub(super) const END: u8 = 0xFE;

/// How deep lists and objects may lie in one another.
const DEEPEST: usize = 128;

/// A value of a record, read in place.
#[derive(Clone, Copy)]
pub(crate) enum Value<'a> {
    Null,
    Bool(bool),
    Integer(i64),
    Natural(u64),
    Float(f64),
    Text(&'a str),
    List(Items<'a>),
    Object(Fields<'a>),
}

impl<'a> Value<'a> {
    /// Reads the value that `bytes` begin with; null if there is none.
    pub(super) fn read(bytes: &'a [u8]) -> Value<'a> {
        let Some((&sort, rest)) = bytes.split_first() else { return Value::Null };
        match sort {
            FALSE => Value::Bool(false),
            TRUE => Value::Bool(true),
            INTEGER => Value::Integer(eight(rest) as i64),
            NATURAL => Value::Natural(eight(rest)),
            FLOAT => Value::Float(f64::from_bits(eight(rest))),
            TEXT => Value::Text(text(rest).map_or("", |(text, _)| text)),
            LIST => Value::List(Items(rest)),
            OBJECT => Value::Object(Fields(rest)),
            _ => Value::Null,
        }
    }

    pub(super) fn as_str(self) -> Option<&'a str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn as_f64(self) -> Option<f64> {
        match self {
            Value::Integer(number) => Some(number as f64),
            Value::Natural(number) => Some(number as f64),
            Value::Float(number) => Some(number),
            _ => None,
        }
    }
}

/// The values of a list.
#[derive(Clone, Copy)]
pub(crate) struct Items<'a>(&'a [u8]);

impl<'a> Iterator for Items<'a> {
    type Item = Value<'a>;

    fn next(&mut self) -> Option<Value<'a>> {
        let here = self.0;
        self.0 = skip(here)?;
        Some(Value::read(here))
    }
}

/// The fields of an object: name and value.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a>(&'a [u8]);

impl<'a> Fields<'a> {
    /// The value of the first field of this name; those before it are not read.
    pub(super) fn value_of(self, name: &str) -> Option<Value<'a>> {
        let mut rest = self.0;
        loop {
            let (field, value) = text(rest)?;
            if field == name {
                return Some(Value::read(value));
            }
            rest = skip(value)?;
        }
    }
}

impl<'a> Iterator for Fields<'a> {
    type Item = (&'a str, Value<'a>);

    fn next(&mut self) -> Option<(&'a str, Value<'a>)> {
        let (name, here) = text(self.0)?;
        self.0 = skip(here)?;
        Some((name, Value::read(here)))
    }
}

/// The length of the record that `bytes` begin with; `None` if they begin with
/// no sound object. In time linear in their length.
pub(super) fn length(bytes: &[u8]) -> Option<usize> {
    let after_text: AfterText = |bytes| Some(text(bytes)?.1);
    let rest = after_value(bytes, DEEPEST, after_text).filter(|_| bytes[0] == OBJECT)?;
    Some(bytes.len() - rest.len())
}

/// What comes after the value that `bytes` begin with; its texts are not looked
/// into, which takes time.
pub(super) fn skip(bytes: &[u8]) -> Option<&[u8]> {
    let after_text: AfterText = |bytes| bytes.get(find_byte(bytes, END_OF_TEXT)? + 1..);
    after_value(bytes, DEEPEST, after_text)
}

/// What comes after the text that some bytes begin with, if that is sound.
type AfterText = fn(&[u8]) -> Option<&[u8]>;

/// What comes after the value that `bytes` begin with, if that is sound.
fn after_value(bytes: &[u8], depth: usize, after_text: AfterText) -> Option<&[u8]> {
    let (&sort, mut rest) = bytes.split_first()?;
    match sort {
        NULL | FALSE | TRUE => Some(rest),
        INTEGER | NATURAL | FLOAT => rest.get(8..),
        TEXT => after_text(rest),
        LIST | OBJECT => loop {
            if *rest.first()? == END {
                return rest.get(1..);
            }
            if sort == OBJECT {
                rest = after_text(rest)?;
            }
            rest = after_value(rest, depth.checked_sub(1)?, after_text)?;
        },
        _ => None,
    }
}

/// The text that `bytes` begin with, and what comes after it.
fn text(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let end = find_byte(bytes, END_OF_TEXT)?;
    Some((std::str::from_utf8(&bytes[..end]).ok()?, &bytes[end + 1..]))
}

fn eight(bytes: &[u8]) -> u64 {
    bytes.first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight))
}

impl Serialize for Value<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Value::Null => serializer.serialize_unit(),
            Value::Bool(truth) => serializer.serialize_bool(truth),
            Value::Integer(number) => serializer.serialize_i64(number),
            Value::Natural(number) => serializer.serialize_u64(number),
            Value::Float(number) => serializer.serialize_f64(number),
            Value::Text(text) => serializer.serialize_str(text),
            Value::List(items) => serializer.collect_seq(items),
            Value::Object(fields) => serializer.collect_map(fields),
        }
    }
}
