//! A publisher's entity file: JSON lines of schema.org objects.

use serde::Serialize;
use serde_json::{Map, Value};

/// One entity as the publisher wrote it. Serializes to the same JSON object;
/// unknown fields are kept for the card's host.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Entity {
    record: Map<String, Value>,
}

/// What kind of name a label is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum LabelKind {
    /// The name itself.
    Name,
    /// Another full name; a hidden label too.
    Alias,
    /// A part of the name that stands for it once it has been introduced.
    Short,
    /// The adjective or people of a place.
    Demonym,
    /// A name in a Latin-script language: for searching only.
    Foreign,
}

impl LabelKind {
    /// The kinds that are looked for in texts, in the order of their numbers.
    pub(crate) const MATCHED: [LabelKind; 4] =
        [LabelKind::Name, LabelKind::Alias, LabelKind::Short, LabelKind::Demonym];
}

/// A name under which an entity is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// As the publisher wrote it.
    pub text: String,
    /// What kind of name it is.
    pub kind: LabelKind,
}

/// How an entity's labels may be found in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MatchRule {
    /// With grammatical endings on the last word.
    #[default]
    Suffix,
    /// Only as written.
    Exact,
    /// Not at all.
    Off,
}

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
        let line_text = line.trim_start_matches('\u{FEFF}').trim();
        if line_text.is_empty() {
            continue;
        }
        match Entity::from_json(line_text) {
            Ok(entity) => entities.push(entity),
            Err((field, message)) => problems.push(Problem { line: number + 1, field, message }),
        }
    }
    (entities, problems)
}

impl Entity {
    /// Reads one line; on failure the field and what is wrong with it.
    fn from_json(line: &str) -> Result<Entity, (String, String)> {
        let value: Value = serde_json::from_str(line)
            .map_err(|e| (String::new(), format!("not a JSON object: {e}")))?;
        let Value::Object(record) = value else {
            return Err((
                String::new(),
                "not a JSON object: write {\"@id\": …} on one line".into(),
            ));
        };
        Entity::from_record(record)
    }

    /// An entity of these fields, for programs that import other formats.
    ///
    /// # Errors
    ///
    /// The field at fault and what is wrong with it.
    pub fn new(record: Map<String, Value>) -> Result<Entity, Problem> {
        let problem = |(field, message)| Problem { line: 0, field, message };
        Entity::from_record(record).map_err(problem)
    }

    /// Reads one line of a publisher's file; `number` counts from 1.
    ///
    /// # Errors
    ///
    /// The field at fault and what is wrong with it.
    pub fn from_line(line: &str, number: usize) -> Result<Entity, Problem> {
        let problem = |(field, message)| Problem { line: number, field, message };
        Entity::from_json(line.trim_start_matches('\u{FEFF}').trim()).map_err(problem)
    }

    /// Checks the fields of a record.
    pub(super) fn from_record(record: Map<String, Value>) -> Result<Entity, (String, String)> {
        let fail = |field: &str, message: &str| Err((field.to_owned(), message.to_owned()));
        if record.get("@id").and_then(Value::as_str).is_none_or(str::is_empty) {
            return fail("@id", "missing or no text: give every entity an identifier of its own");
        }
        let entity = Entity { record };
        if entity.texts("name").is_empty() {
            return fail("name", "missing or empty: a text, or {\"ckb\": …, \"en\": …}");
        }
        for field in ["alternateName", "hiddenLabel", "demonym"] {
            if !entity.record.get(field).is_none_or(is_label_list) {
                return fail(field, "neither a text nor a list of texts");
            }
        }
        let rule = entity.record.get("match");
        if !rule.is_none_or(|r| matches!(r.as_str(), Some("suffix" | "exact" | "off"))) {
            return fail("match", "unknown rule: use \"suffix\", \"exact\" or \"off\"");
        }
        if !entity.record.get("weight").is_none_or(|w| w.as_f64().is_some_and(|w| w >= 0.0)) {
            return fail("weight", "not a number of 0 or more");
        }
        Ok(entity)
    }

    /// The publisher's identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        self.text_of("@id")
    }

    /// The schema.org type, the first if there are several; empty if none.
    #[must_use]
    pub fn kind(&self) -> &str {
        match self.record.get("@type") {
            Some(Value::Array(kinds)) => kinds.first().and_then(Value::as_str).unwrap_or_default(),
            _ => self.text_of("@type"),
        }
    }

    /// The name in Sorani, else in the first language given.
    #[must_use]
    pub fn name(&self) -> &str {
        let texts = self.texts("name");
        let sorani = texts.iter().find(|(language, _)| *language == "ckb");
        sorani.or(texts.first()).map_or("", |(_, text)| text)
    }

    /// How its labels may be found.
    #[must_use]
    pub fn match_rule(&self) -> MatchRule {
        match self.text_of("match") {
            "exact" => MatchRule::Exact,
            "off" => MatchRule::Off,
            _ => MatchRule::Suffix,
        }
    }

    /// The publisher's weight; 1 if none is given.
    #[must_use]
    pub fn weight(&self) -> f64 {
        self.record.get("weight").and_then(Value::as_f64).unwrap_or(1.0)
    }

    /// Every label, the name first, each text once.
    #[must_use]
    pub fn labels(&self) -> Vec<Label> {
        let mut labels: Vec<Label> = Vec::new();
        let mut add = |text: &str, kind: LabelKind| {
            let text = text.trim();
            if !text.is_empty() && !labels.iter().any(|l| l.text == text) {
                labels.push(Label { text: text.to_owned(), kind });
            }
        };
        for (language, text) in self.texts("name") {
            add(text, kind_in(language, LabelKind::Name));
        }
        for (language, text) in self.texts("alternateName") {
            let short = is_part_of(text, self.name());
            add(text, kind_in(language, if short { LabelKind::Short } else { LabelKind::Alias }));
        }
        for (language, text) in self.texts("hiddenLabel") {
            add(text, kind_in(language, LabelKind::Alias));
        }
        for (language, text) in self.texts("demonym") {
            add(text, kind_in(language, LabelKind::Demonym));
        }
        labels
    }

    /// The Sorani texts of a field.
    pub(crate) fn sorani(&self, field: &str) -> impl Iterator<Item = &str> {
        self.texts(field)
            .into_iter()
            .filter(|(language, _)| *language == "ckb")
            .map(|(_, text)| text)
    }

    /// The record, for serialisation.
    #[must_use]
    pub fn record(&self) -> &Map<String, Value> {
        &self.record
    }

    fn text_of(&self, field: &str) -> &str {
        self.record.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// `(language, text)` of a field; a bare text is Sorani.
    fn texts(&self, field: &str) -> Vec<(&str, &str)> {
        let mut texts = Vec::new();
        if let Some(value) = self.record.get(field) {
            collect_texts(value, &mut texts);
        }
        texts
    }
}

fn collect_texts<'a>(value: &'a Value, texts: &mut Vec<(&'a str, &'a str)>) {
    match value {
        Value::String(text) if !text.trim().is_empty() => texts.push(("ckb", text)),
        Value::Array(items) => items.iter().for_each(|item| collect_texts(item, texts)),
        Value::Object(by_language) => {
            for (language, text) in by_language {
                let items = text.as_array().map_or(std::slice::from_ref(text), Vec::as_slice);
                let items = items.iter().filter_map(Value::as_str).filter(|t| !t.trim().is_empty());
                texts.extend(items.map(|text| (language.as_str(), text)));
            }
        }
        _ => {}
    }
}

fn is_label_list(value: &Value) -> bool {
    let is_label = |v: &Value| v.is_string() || v.is_object();
    is_label(value) || value.as_array().is_some_and(|items| items.iter().all(is_label))
}

/// Labels of other languages serve searching; in the text itself stands Sorani.
fn kind_in(language: &str, kind: LabelKind) -> LabelKind {
    if language == "ckb" { kind } else { LabelKind::Foreign }
}

/// Whether the words of `short` are some of the words of `name`, in order; the
/// ی of the izafe may be missing (حەشد, of حەشدی شەعبی).
fn is_part_of(short: &str, name: &str) -> bool {
    let mut words = name.split_whitespace();
    let count = short.split_whitespace().count();
    let same = |a: &str, b: &str| without_yeh(a) == without_yeh(b);
    count < name.split_whitespace().count()
        && short.split_whitespace().all(|word| words.any(|other| same(other, word)))
}

fn without_yeh(word: &str) -> &str {
    word.trim_end_matches('ی')
}
