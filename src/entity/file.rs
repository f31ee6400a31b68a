//! An entity of a publisher's file: its fields and its labels. (`json.rs` reads the file.)

use serde::{Serialize, Serializer};

use super::record::{Value, length};

/// One entity as the publisher wrote it. Serializes to the same JSON object;
/// unknown fields are kept for the card's host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// A sound record (`record.rs`), its fields checked.
    record: Vec<u8>,
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

impl Entity {
    /// Checks the bytes of a record (`record.rs`) and its fields; on failure the
    /// field at fault and what is wrong with it.
    pub(super) fn from_record(record: Vec<u8>) -> Result<Entity, (&'static str, &'static str)> {
        if length(&record) != Some(record.len()) {
            return Err(("", "no sound record, or one of more than 128 levels"));
        }
        let entity = Entity { record };
        match entity.fault() {
            Some(fault) => Err(fault),
            None => Ok(entity),
        }
    }

    /// The first field that is not as it must be, and how it must be.
    fn fault(&self) -> Option<(&'static str, &'static str)> {
        if self.id().is_empty() {
            return Some(("@id", "missing or no text: give every entity an identifier of its own"));
        }
        if self.texts("name").is_empty() {
            return Some(("name", "missing or empty: a text, or {\"ckb\": …, \"en\": …}"));
        }
        for field in ["alternateName", "hiddenLabel", "demonym"] {
            if !self.field(field).is_none_or(is_label_list) {
                return Some((field, "neither a text nor a list of texts"));
            }
        }
        let rule = self.field("match");
        if !rule.is_none_or(|r| matches!(r.as_str(), Some("suffix" | "exact" | "off"))) {
            return Some(("match", "unknown rule: use \"suffix\", \"exact\" or \"off\""));
        }
        if !self.field("weight").is_none_or(|w| w.as_f64().is_some_and(|w| w >= 0.0)) {
            return Some(("weight", "not a number of 0 or more"));
        }
        None
    }

    /// The publisher's identifier.
    #[must_use]
    pub fn id(&self) -> &str {
        self.text_of("@id")
    }

    /// The schema.org type, the first if there are several; empty if none.
    #[must_use]
    pub fn kind(&self) -> &str {
        match self.field("@type") {
            Some(Value::List(mut kinds)) => {
                kinds.next().and_then(Value::as_str).unwrap_or_default()
            }
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

    /// The first text of a field in a language; empty if there is none. A bare
    /// text is Sorani (`ckb`).
    #[must_use]
    pub fn text(&self, field: &str, language: &str) -> &str {
        let texts = self.texts(field);
        texts.iter().find(|(its, _)| *its == language).map_or("", |(_, text)| text)
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
        self.field("weight").and_then(Value::as_f64).unwrap_or(1.0)
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
        let name = self.name();
        for (language, text) in self.texts("alternateName") {
            let short = is_part_of(text, name);
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

    /// The record as a pack holds it.
    pub(super) fn record(&self) -> &[u8] {
        &self.record
    }

    fn field(&self, name: &str) -> Option<Value<'_>> {
        let Value::Object(fields) = Value::read(&self.record) else { return None };
        fields.value_of(name)
    }

    fn text_of(&self, field: &str) -> &str {
        self.field(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// `(language, text)` of a field; a bare text is Sorani.
    fn texts(&self, field: &str) -> Vec<(&str, &str)> {
        let mut texts = Vec::new();
        if let Some(value) = self.field(field) {
            collect_texts(value, &mut texts);
        }
        texts
    }
}

impl Serialize for Entity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Value::read(&self.record).serialize(serializer)
    }
}

fn collect_texts<'a>(value: Value<'a>, texts: &mut Vec<(&'a str, &'a str)>) {
    match value {
        Value::Text(text) => push_text(texts, "ckb", text),
        Value::List(items) => items.for_each(|item| collect_texts(item, texts)),
        Value::Object(by_language) => {
            for (language, value) in by_language {
                match value {
                    Value::Text(text) => push_text(texts, language, text),
                    Value::List(items) => items
                        .filter_map(Value::as_str)
                        .for_each(|text| push_text(texts, language, text)),
                    _ => {}
                }
            }
        }
        _ => {}
    }
}

fn push_text<'a>(texts: &mut Vec<(&'a str, &'a str)>, language: &'a str, text: &'a str) {
    if !text.trim().is_empty() {
        texts.push((language, text));
    }
}

fn is_label_list(value: Value) -> bool {
    match value {
        Value::List(mut items) => items.all(is_label),
        other => is_label(other),
    }
}

fn is_label(value: Value) -> bool {
    matches!(value, Value::Text(_) | Value::Object(_))
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
