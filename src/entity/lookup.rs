//! Asking a pack for a name that somebody typed or selected.

use super::file::{Entity, LabelKind};
use crate::document::Document;
use crate::latin::LatinQuery;
use crate::morph::name_bases;
use crate::order::sort_by;

/// Every label of the records at hand, in the order of their folded words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lookup {
    labels: Vec<Listed>,
}

/// A label and who bears it.
#[derive(Debug, Clone)]
pub(crate) struct Listed {
    folded: String,
    pub entity: u32,
    pub kind: LabelKind,
}

impl Lookup {
    pub(crate) fn of(entities: &[Entity]) -> Lookup {
        let mut labels = Vec::new();
        for (number, entity) in entities.iter().enumerate() {
            for label in entity.labels() {
                let (folded, kind) = (folded(&label.text), label.kind);
                labels.push(Listed { folded, entity: number as u32, kind });
            }
        }
        sort_by(&mut labels, |a, b| a.folded.cmp(&b.folded));
        Lookup { labels }
    }

    /// The entities that bear the name, in whatever code points; if there is
    /// none, those that bear it without the endings of its last word.
    pub(crate) fn find(&self, name: &str) -> &[Listed] {
        let name = folded(name);
        let found = self.named(&name);
        if !found.is_empty() {
            return found;
        }
        let start = name.rfind(' ').map_or(0, |space| space + 1);
        let mut bases = name_bases(&name[start..]).into_iter();
        let found = bases.find_map(|base| {
            Some(self.named(&name[..start + base.len()])).filter(|found| !found.is_empty())
        });
        found.unwrap_or_default()
    }

    /// The labels of exactly these folded words.
    fn named(&self, folded: &str) -> &[Listed] {
        let from = &self.labels[self.first_from(folded)..];
        &from[..from.iter().take_while(|label| label.folded == folded).count()]
    }

    /// The number of the first label that is not before `folded`.
    fn first_from(&self, folded: &str) -> usize {
        self.labels.partition_point(|label| label.folded.as_str() < folded)
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
            .filter_map(|label| Some((distance(&label.folded)?, label.entity)))
            .collect();
        let nearest = near.iter().map(|(distance, _)| *distance).min();
        near.into_iter().filter(|(d, _)| Some(*d) == nearest).map(|(_, entity)| entity).collect()
    }

    /// Labels that begin with the folded letters of `typed`, in their order.
    pub(crate) fn suggest(&self, typed: &str) -> impl Iterator<Item = (&str, u32)> {
        let typed = folded(typed);
        let from = self.labels[self.first_from(&typed)..].iter();
        let begin = from.take_while(move |label| label.folded.starts_with(&typed));
        begin.map(|label| (label.folded.as_str(), label.entity))
    }
}

/// The folded words of a name with single spaces between.
fn folded(name: &str) -> String {
    let document = Document::new(name.replace(['\n', '\r'], " "));
    let words: Vec<String> =
        (0..document.tokens().len()).map(|token| document.token_fold(token)).collect();
    words.join(" ")
}
