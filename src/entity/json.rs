//! A publisher's file of entities: JSON lines of schema.org objects.
//!
//! Packs are made on newsrooms' machines, so the browser build has none of this.

use serde_json::{Map, Value};

use super::file::Entity;
use super::record::{
    END, END_OF_TEXT, FALSE, FLOAT, INTEGER, LIST, NATURAL, NULL, OBJECT, TEXT, TRUE,
};

/// What is wrong with a line of an entity file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Line number, from 1.
    pub line: usize,
    /// The field at fault, empty for the line as a whole.
    pub field: String,
    /// What is wrong and what to do.
    pub message: String,
}

/// The entities of a file and the lines that hold none. Empty lines are
/// skipped; a bad line never costs the others.
#[must_use]
pub fn read_entities(text: &str) -> (Vec<Entity>, Vec<Problem>) {
    let mut entities = Vec::new();
    let mut problems = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim_start_matches('\u{FEFF}').trim().is_empty() {
            continue;
        }
        match Entity::from_line(line, number + 1) {
            Ok(entity) => entities.push(entity),
            Err(problem) => problems.push(problem),
        }
    }
    (entities, problems)
}

impl Entity {
    /// Reads one line of a publisher's file; `number` counts from 1.
    ///
    /// # Errors
    ///
    /// The field at fault and what is wrong with it.
    pub fn from_line(line: &str, number: usize) -> Result<Entity, Problem> {
        let no_object = |message: String| Problem { line: number, field: String::new(), message };
        let value = serde_json::from_str(line.trim_start_matches('\u{FEFF}').trim());
        match value.map_err(|e| no_object(format!("not a JSON object: {}", without_line(&e))))? {
            Value::Object(record) => {
                Entity::new(record).map_err(|problem| Problem { line: number, ..problem })
            }
            _ => Err(no_object("not a JSON object: write {\"@id\": …} on one line".into())),
        }
    }

    /// An entity of these fields, for programs that import other formats.
    ///
    /// # Errors
    ///
    /// The field at fault and what is wrong with it.
    pub fn new(record: Map<String, Value>) -> Result<Entity, Problem> {
        let mut bytes = Vec::new();
        push_value(&mut bytes, &Value::Object(record));
        Entity::from_record(bytes).map_err(|(field, message)| Problem {
            line: 0,
            field: field.into(),
            message: message.into(),
        })
    }
}

/// What is wrong with the JSON of one line, and in which column.
fn without_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or_default();
    format!("{what} in column {}", error.column())
}

/// Adds a value as `record.rs` describes it.
fn push_value(bytes: &mut Vec<u8>, value: &Value) {
    match value {
        Value::Null => bytes.push(NULL),
        Value::Bool(truth) => bytes.push(if *truth { TRUE } else { FALSE }),
        Value::Number(number) => {
            let (sort, bits) = match (number.as_i64(), number.as_u64()) {
                (Some(integer), _) => (INTEGER, integer as u64),
                (None, Some(natural)) => (NATURAL, natural),
                (None, None) => (FLOAT, number.as_f64().unwrap_or(f64::NAN).to_bits()),
            };
            bytes.push(sort);
            bytes.extend(bits.to_le_bytes());
        }
        Value::String(text) => {
            bytes.push(TEXT);
            push_text(bytes, text);
        }
        Value::Array(items) => {
            bytes.push(LIST);
            items.iter().for_each(|item| push_value(bytes, item));
            bytes.push(END);
        }
        Value::Object(fields) => {
            bytes.push(OBJECT);
            for (name, value) in fields {
                push_text(bytes, name);
                push_value(bytes, value);
            }
            bytes.push(END);
        }
    }
}

fn push_text(bytes: &mut Vec<u8>, text: &str) {
    bytes.extend(text.as_bytes());
    bytes.push(END_OF_TEXT);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            proptest::num::f64::NORMAL.prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 40, 6, |inner| {
            let fields = proptest::collection::vec((any::<String>(), inner.clone()), 0..6);
            prop_oneof![
                proptest::collection::vec(inner, 0..6).prop_map(Value::from),
                fields.prop_map(|fields| fields.into_iter().collect()),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_record_gives_back_what_was_put_in(value in any_value()) {
            let fields = [("@id", "1".into()), ("name", "ناو".into()), ("other", value)];
            let record: Map<String, Value> = fields.map(|(k, v)| (k.to_owned(), v)).into_iter().collect();
            let entity = Entity::new(record.clone()).expect("an entity");
            prop_assert_eq!(serde_json::to_value(&entity).expect("JSON"), Value::Object(record));
        }
    }

    #[test]
    fn a_record_that_is_too_deep_is_refused() {
        let nested = |depth: usize| {
            let value = (0..depth).fold(Value::Null, |inner, _| Value::Array(vec![inner]));
            Entity::new(
                [("@id", "1".into()), ("name", "ناو".into()), ("deep", value)]
                    .map(|(k, v)| (k.to_owned(), v))
                    .into_iter()
                    .collect(),
            )
        };
        assert!(nested(100).is_ok());
        assert_eq!(nested(200).unwrap_err().field, "");
    }
}
