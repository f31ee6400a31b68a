//! The JSON dump of Wikidata: an array with one entity a line.
//!
//! Only what an entity keeps is read: names, descriptions and the claims that
//! the selection asks for and that tell the type (P31).

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::path::Path;

use anyhow::Result;
use memchr::memmem;
use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value, json};
use sorani_reader::entity::{Entity, Problem};

use super::open::each_line;
use super::{Import, Selection};

#[derive(serde::Deserialize)]
struct Item<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow, default)]
    labels: HashMap<Cow<'a, str>, Text<'a>>,
    #[serde(borrow, default)]
    descriptions: HashMap<Cow<'a, str>, Text<'a>>,
    #[serde(borrow, default)]
    aliases: HashMap<Cow<'a, str>, Vec<Text<'a>>>,
    #[serde(borrow, default)]
    claims: HashMap<Cow<'a, str>, Vec<Claim<'a>>>,
}

#[derive(serde::Deserialize)]
struct Text<'a> {
    #[serde(borrow)]
    value: Cow<'a, str>,
}

#[derive(serde::Deserialize)]
struct Claim<'a> {
    #[serde(borrow)]
    mainsnak: Snak<'a>,
}

#[derive(serde::Deserialize)]
struct Snak<'a> {
    #[serde(borrow)]
    datavalue: Option<DataValue<'a>>,
}

#[derive(serde::Deserialize)]
struct DataValue<'a> {
    #[serde(borrow)]
    value: Target<'a>,
}

/// The entity that a claim points to, if its value is one.
struct Target<'a>(Option<Cow<'a, str>>);

impl<'de: 'a, 'a> Deserialize<'de> for Target<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Target<'a>, D::Error> {
        deserializer.deserialize_any(TargetVisitor)
    }
}

struct TargetVisitor;

impl<'de> Visitor<'de> for TargetVisitor {
    type Value = Target<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value of a claim")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Target<'de>, M::Error> {
        let mut id = None;
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if key == "id" {
                id = Some(map.next_value::<Cow<'de, str>>()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(Target(id))
    }

    fn visit_str<E>(self, _: &str) -> Result<Target<'de>, E> {
        Ok(Target(None))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Target<'de>, E> {
        Ok(Target(None))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Target<'de>, E> {
        Ok(Target(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Target<'de>, E> {
        Ok(Target(None))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Target<'de>, E> {
        Ok(Target(None))
    }

    fn visit_unit<E>(self) -> Result<Target<'de>, E> {
        Ok(Target(None))
    }

    fn visit_seq<S: SeqAccess<'de>>(self, mut seq: S) -> Result<Target<'de>, S::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Target(None))
    }
}

pub fn read(path: &Path, import: &mut Import<'_>) -> Result<()> {
    let name = path.display().to_string();
    let language = format!("\"{}\":", import.selection.main_language());
    let finder = memmem::Finder::new(&language);
    each_line(path, import.progress, |line, number| {
        let line = line.trim_ascii();
        let line = line.strip_suffix(b",").unwrap_or(line);
        if number <= import.skip || matches!(line, b"" | b"[" | b"]") {
            return Ok(());
        }
        // Most lines have nothing in Sorani: they are not worth parsing.
        if finder.find(line).is_none() {
            import.report.drop("no name in the first language");
            return Ok(());
        }
        let entity = match entity(line, import.selection) {
            Ok(entity) => Ok(entity),
            Err(Left::Out(reason)) => {
                import.report.drop(reason);
                return Ok(());
            }
            Err(Left::Damaged(message)) => Err(Problem { line: 0, field: String::new(), message }),
        };
        import.take(&name, number, entity)
    })
}

/// Why a line gives no entity.
enum Left {
    Out(&'static str),
    Damaged(String),
}

fn entity(line: &[u8], selection: &Selection) -> Result<Entity, Left> {
    let item: Item<'_> = serde_json::from_slice(line)
        .map_err(|e| Left::Damaged(format!("not an entity of the dump: {e}")))?;
    if !item.labels.contains_key(selection.main_language()) {
        return Err(Left::Out("no name in the first language"));
    }
    if !selection.class.is_empty()
        && !ids(&item, "P31").any(|class| selection.class.iter().any(|wanted| wanted == class))
    {
        return Err(Left::Out("of none of the classes asked for"));
    }
    if !selection.property.iter().all(|wanted| has_property(&item, wanted)) {
        return Err(Left::Out("without a property asked for"));
    }
    Entity::new(record(&item, selection))
        .map_err(|p| Left::Damaged(format!("{}: {}", p.field, p.message)))
}

/// The entities that a property of the item points to.
fn ids<'i>(item: &'i Item<'_>, property: &str) -> impl Iterator<Item = &'i str> {
    let claims = item.claims.get(property).into_iter().flatten();
    claims.filter_map(|claim| claim.mainsnak.datavalue.as_ref()?.value.0.as_deref())
}

/// `P17`: the item has it; `P17=Q796`: with this value.
fn has_property(item: &Item<'_>, wanted: &str) -> bool {
    match wanted.split_once('=') {
        Some((property, value)) => ids(item, property).any(|id| id == value),
        None => item.claims.get(wanted).is_some_and(|claims| !claims.is_empty()),
    }
}

fn record(item: &Item<'_>, selection: &Selection) -> Map<String, Value> {
    let mut record = Map::new();
    record.insert("@id".into(), json!(format!("http://www.wikidata.org/entity/{}", item.id)));
    if let Some(kind) = ids(item, "P31").find_map(schema_type) {
        record.insert("@type".into(), json!(kind));
    }
    record.insert("name".into(), texts(&item.labels, selection));
    let aliases: Vec<Value> = selection
        .languages
        .iter()
        .filter_map(|language| Some((language, item.aliases.get(language.as_str())?)))
        .flat_map(|(language, texts)| texts.iter().map(move |text| label(language, &text.value)))
        .collect();
    if !aliases.is_empty() {
        record.insert("alternateName".into(), json!(aliases));
    }
    let description = texts(&item.descriptions, selection);
    if description.as_object().is_some_and(|texts| !texts.is_empty()) {
        record.insert("disambiguatingDescription".into(), description);
    }
    record
}

fn label(language: &str, text: &str) -> Value {
    if language == "ckb" { json!(text) } else { json!({ language: text }) }
}

fn texts(by_language: &HashMap<Cow<'_, str>, Text<'_>>, selection: &Selection) -> Value {
    let mut texts = Map::new();
    for language in &selection.languages {
        if let Some(text) = by_language.get(language.as_str()) {
            texts.insert(language.clone(), json!(text.value));
        }
    }
    Value::Object(texts)
}

/// The schema.org type of the commonest classes.
fn schema_type(class: &str) -> Option<&'static str> {
    Some(match class {
        "Q5" => "Person",
        "Q6256" | "Q3624078" | "Q7275" => "Country",
        "Q515" | "Q1549591" | "Q3957" | "Q5119" | "Q486972" | "Q532" | "Q1637706" => "City",
        "Q10864048" | "Q13220204" | "Q35657" | "Q56061" => "AdministrativeArea",
        "Q4022" | "Q23397" | "Q165" => "BodyOfWater",
        "Q8502" => "Mountain",
        "Q7278" => "PoliticalParty",
        "Q43229" | "Q484652" | "Q163740" => "Organization",
        "Q4830453" | "Q783794" | "Q6881511" => "Corporation",
        "Q3918" => "CollegeOrUniversity",
        "Q476028" => "SportsTeam",
        "Q11032" | "Q1110794" => "Newspaper",
        "Q11424" => "Movie",
        "Q571" | "Q7725634" => "Book",
        "Q1248784" => "Airport",
        _ => return None,
    })
}
