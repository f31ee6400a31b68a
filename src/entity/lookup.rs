//! Asking a pack for a name that somebody typed or selected.

use std::collections::BTreeMap;

use super::file::{Entity, LabelKind};
use crate::document::Document;
use crate::latin::LatinQuery;
use crate::morph::name_bases;

/// Every label of the records at hand by its folded words, sorted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lookup {
    labels: BTreeMap<String, Vec<(u32, LabelKind)>>,
}

impl Lookup {
    pub(crate) fn of(entities: &[Entity]) -> Lookup {
        let mut lookup = Lookup::default();
        for (number, entity) in entities.iter().enumerate() {
            for label in entity.labels() {
                let bearers = lookup.labels.entry(folded(&label.text)).or_default();
                bearers.push((number as u32, label.kind));
            }
        }
        lookup
    }

    /// The entities that bear the name, in whatever code points; if there is
    /// none, those that bear it without the endings of its last word.
    pub(crate) fn find(&self, name: &str) -> &[(u32, LabelKind)] {
        let name = folded(name);
        if let Some(found) = self.labels.get(&name) {
            return found;
        }
        let start = name.rfind(' ').map_or(0, |space| space + 1);
        let bases = name_bases(&name[start..]);
        let found = bases.iter().find_map(|base| self.labels.get(&name[..start + base.len()]));
        found.map_or(&[], Vec::as_slice)
    }

    /// The entities with a Sorani label that sounds like a name typed in Latin
    /// letters, word for word; the nearest only.
    pub(crate) fn find_latin(&self, name: &str) -> Vec<u32> {
        let words: Vec<LatinQuery> = folded(name).split(' ').map(LatinQuery::new).collect();
        let distance = |label: &str| {
            let heard = label
                .split(' ')
                .zip(&words)
                .map(|(word, query)| query.distance(word).map(usize::from));
            let same_length = label.split(' ').count() == words.len();
            if same_length { heard.sum::<Option<usize>>() } else { None }
        };
        let near: Vec<(usize, u32)> = self
            .labels
            .iter()
            .filter_map(|(label, bearers)| Some((distance(label)?, bearers)))
            .flat_map(|(distance, bearers)| {
                bearers.iter().map(move |(entity, _)| (distance, *entity))
            })
            .collect();
        let nearest = near.iter().map(|(distance, _)| *distance).min();
        near.into_iter().filter(|(d, _)| Some(*d) == nearest).map(|(_, entity)| entity).collect()
    }

    /// Labels that begin with the folded letters of `typed`, in their order.
    pub(crate) fn suggest(&self, typed: &str) -> impl Iterator<Item = (&str, u32)> {
        let typed = folded(typed);
        let from = self.labels.range(typed.clone()..);
        let begin = from.take_while(move |(label, _)| label.starts_with(&typed));
        begin.flat_map(|(label, bearers)| {
            bearers.iter().map(|(entity, _)| (label.as_str(), *entity))
        })
    }
}

/// The folded words of a name with single spaces between.
fn folded(name: &str) -> String {
    let document = Document::new(name.replace(['\n', '\r'], " "));
    let words: Vec<String> =
        (0..document.tokens().len()).map(|token| document.token_fold(token)).collect();
    words.join(" ")
}
