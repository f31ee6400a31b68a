//! SKOS concepts, in Turtle or JSON-LD.
//!
//! `prefLabel` is the name, `altLabel` another name, `hiddenLabel` a spelling to
//! recognise, `definition` (else `scopeNote`) the description, `exactMatch` and
//! `closeMatch` the same thing elsewhere, `rdf:type` beside `skos:Concept` the
//! type. Labels without a language are taken for Sorani.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use oxrdf::{NamedOrBlankNode, Term, Triple};
use oxttl::TurtleParseError;
use serde_json::{Map, Value, json};
use sorani_reader::entity::{Entity, Problem};

use super::open::open;
use super::{Import, Selection};

const SKOS: &str = "http://www.w3.org/2004/02/skos/core#";
const RDF_TYPE: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

pub fn read_turtle(path: &Path, import: &mut Import<'_>) -> Result<()> {
    let name = path.display().to_string();
    let mut concepts = BTreeMap::new();
    for triple in oxttl::TurtleParser::new().for_reader(open(path, import.progress)?) {
        match triple {
            Ok(triple) => add(&mut concepts, triple, import.selection),
            // The parser goes on behind the next full stop.
            Err(TurtleParseError::Syntax(e)) => {
                let line = e.location().start.line as usize + 1;
                let message = format!("not Turtle: {}", e.message());
                import.problem(&name, &Problem { line, field: String::new(), message });
            }
            Err(e) => return Err(e).with_context(|| name),
        }
    }
    emit(&name, concepts, import)
}

pub fn read_json_ld(path: &Path, import: &mut Import<'_>) -> Result<()> {
    let name = path.display().to_string();
    let mut concepts = BTreeMap::new();
    for quad in oxjsonld::JsonLdParser::new().for_reader(open(path, import.progress)?) {
        let quad = quad.with_context(|| name.clone())?;
        let triple = Triple::new(quad.subject, quad.predicate, quad.object);
        add(&mut concepts, triple, import.selection);
    }
    emit(&name, concepts, import)
}

fn emit(
    name: &str,
    concepts: BTreeMap<String, Map<String, Value>>,
    import: &mut Import<'_>,
) -> Result<()> {
    for (id, mut record) in concepts {
        record.insert("@id".into(), json!(id));
        let has_name = record.contains_key("name");
        match Entity::new(record) {
            Err(_) if !has_name => {
                import.report.drop("no skos:prefLabel in the languages asked for")
            }
            entity => import.take(&format!("{name}: <{id}>"), 0, entity)?,
        }
    }
    Ok(())
}

fn add(concepts: &mut BTreeMap<String, Map<String, Value>>, triple: Triple, selection: &Selection) {
    let NamedOrBlankNode::NamedNode(subject) = triple.subject else { return };
    let predicate = triple.predicate.as_str();
    let record = concepts.entry(subject.into_string()).or_default();
    match (predicate.strip_prefix(SKOS), triple.object) {
        (Some(property), Term::Literal(literal)) => {
            let language = literal.language().unwrap_or("ckb");
            if selection.has_language(language) {
                add_text(record, property, language, literal.value());
            }
        }
        (Some("exactMatch" | "closeMatch"), Term::NamedNode(node)) => {
            push(record, "sameAs", json!(node.as_str()))
        }
        (None, Term::NamedNode(node))
            if predicate == RDF_TYPE && !node.as_str().starts_with(SKOS) =>
        {
            let name = node.as_str().rsplit(['/', '#']).next().unwrap_or_default().to_owned();
            record.insert("@type".into(), json!(name));
        }
        _ => {}
    }
}

fn add_text(record: &mut Map<String, Value>, property: &str, language: &str, text: &str) {
    let label = || if language == "ckb" { json!(text) } else { json!({ language: text }) };
    match property {
        "prefLabel" => set(record, "name", language, text),
        "altLabel" => push(record, "alternateName", label()),
        "hiddenLabel" => push(record, "hiddenLabel", label()),
        "definition" => set(record, "description", language, text),
        "scopeNote" if !record.contains_key("description") => {
            set(record, "description", language, text)
        }
        _ => {}
    }
}

fn set(record: &mut Map<String, Value>, field: &str, language: &str, text: &str) {
    record.entry(field).or_insert_with(|| json!({}))[language] = json!(text);
}

fn push(record: &mut Map<String, Value>, field: &str, value: Value) {
    let list = record.entry(field).or_insert_with(|| json!([]));
    list.as_array_mut().into_iter().for_each(|list| list.push(value.clone()));
}
