//! Mentions for other programs: schema.org JSON-LD and W3C Web Annotations.

use anyhow::Result;
use serde_json::{Map, Value, json};
use sorani_reader::document::Document;
use sorani_reader::entity::{Entity, Mention};
use sorani_reader::offsets::{OffsetMap, Unit};

use super::library::Library;

/// Code points of context on either side of a quote.
const CONTEXT: usize = 32;

/// `{"@context": "https://schema.org", "@type": "NewsArticle", "mentions": […]}`:
/// each entity once, in the order of the text; with the article's `identifier`,
/// where there are several to tell apart.
pub fn json_ld(identifier: Option<&str>, mentions: &[Mention], library: &Library) -> Result<Value> {
    let mut seen = Vec::new();
    let mut things = Vec::new();
    for mention in mentions {
        if !seen.contains(&mention.entity) {
            seen.push(mention.entity);
            things.push(thing(&library.entity(mention.entity)?));
        }
    }
    let mut article =
        json!({ "@context": "https://schema.org", "@type": "NewsArticle", "mentions": things });
    if let Some(identifier) = identifier {
        article["identifier"] = json!(identifier);
    }
    Ok(article)
}

/// What search engines read of an entity.
fn thing(entity: &Entity) -> Value {
    let record = json!(entity);
    let mut thing = Map::new();
    let kind = if entity.kind().is_empty() { "Thing" } else { entity.kind() };
    thing.insert("@type".into(), json!(kind));
    thing.insert("@id".into(), json!(entity.id()));
    thing.insert("name".into(), json!(entity.name()));
    for field in ["url", "sameAs"] {
        if let Some(value) = record.get(field) {
            thing.insert(field.into(), value.clone());
        }
    }
    Value::Object(thing)
}

/// One annotation a mention, with a quote and a position selector
/// (W3C Web Annotation Data Model, 4.2.4 and 4.2.5; positions in code points).
pub fn annotations(
    source: &str,
    document: &Document,
    mentions: &[Mention],
    library: &Library,
) -> Result<Vec<Value>> {
    let text = document.text();
    let map = OffsetMap::new(text, Unit::CodePoint);
    let annotation = |mention: &Mention| {
        let entity = library.entity(mention.entity)?;
        let (start, end) = (mention.span.start, mention.span.end);
        Ok(json!({
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "type": "Annotation",
            "motivation": "identifying",
            "body": { "type": "SpecificResource", "source": entity.id(), "purpose": "identifying" },
            "target": { "source": source, "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": mention.span.of(text),
                    "prefix": last(&text[..start]),
                    "suffix": text[end..].chars().take(CONTEXT).collect::<String>(),
                },
                {
                    "type": "TextPositionSelector",
                    "start": map.to_unit(text, start),
                    "end": map.to_unit(text, end),
                },
            ] },
        }))
    };
    mentions.iter().map(annotation).collect()
}

fn last(text: &str) -> &str {
    let from = text.char_indices().rev().take(CONTEXT).last().map_or(text.len(), |(at, _)| at);
    &text[from..]
}
