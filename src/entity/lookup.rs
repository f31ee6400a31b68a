//! Asking a pack for a name that somebody typed or selected.

use super::file::{Entity, LabelKind};
use super::key::words_of;
use crate::latin::LatinQuery;
use crate::morph::name_bases;
use crate::order::sort_by;

/// Distances from here on are of names that a part of which sounds so.
const PART: u32 = 64;
/// Distances ([`names_near`](super::names_near)) from here on are of names that
/// only begin so; `www/lookup-answer.js` knows it too.
pub const BEGINNING: u32 = 128;

/// What was typed, ready to be held against any number of names.
pub(super) struct Asked {
    folded: String,
    /// The words, if they are in Latin letters.
    latin: Vec<LatinQuery>,
}

impl Asked {
    pub(super) fn new(typed: &str) -> Asked {
        let folded = folded(typed);
        let is_latin = folded.bytes().any(|byte| byte.is_ascii_alphabetic());
        let words = folded.split(' ').filter(|_| is_latin);
        Asked { latin: words.map(LatinQuery::new).collect(), folded }
    }

    /// How far a folded name is from what was typed: it sounds so, its last
    /// words sound so, it begins so, a word of it begins so; else `None`.
    pub(super) fn distance(&self, name: &str) -> Option<u32> {
        self.heard(name).or_else(|| {
            let mut begins = name.match_indices(self.folded.as_str()).map(|(at, _)| at);
            let begin = begins.find(|&at| at == 0 || name[..at].ends_with(' '))?;
            (!self.folded.is_empty()).then_some(BEGINNING + u32::from(begin > 0))
        })
    }

    fn heard(&self, name: &str) -> Option<u32> {
        let more = name.split(' ').count().checked_sub(self.latin.len())?;
        if self.latin.is_empty() {
            return None;
        }
        let mut sum = if more > 0 { PART } else { 0 };
        for (word, query) in name.split(' ').skip(more).zip(&self.latin) {
            sum += u32::from(query.distance(word)?);
        }
        Some(sum)
    }
}

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
        let from = self.labels.partition_point(|label| label.folded.as_str() < folded);
        let from = &self.labels[from..];
        &from[..from.iter().take_while(|label| label.folded == folded).count()]
    }

    /// The entities with a label that sounds like a name typed in Latin letters,
    /// word for word, or whose last words do (Pompeo); the nearest only.
    pub(crate) fn find_latin(&self, name: &str) -> Vec<u32> {
        let near = self.near(name);
        let nearest = near.first().map_or(0, |(distance, _)| *distance);
        let heard = near.iter().take_while(|(d, _)| *d == nearest && *d < BEGINNING);
        heard.map(|(_, label)| label.entity).collect()
    }

    /// Labels that come near what was typed, the nearest first.
    pub(crate) fn suggest(&self, typed: &str) -> impl Iterator<Item = (&str, u32)> {
        self.near(typed).into_iter().map(|(_, label)| (label.folded.as_str(), label.entity))
    }

    fn near(&self, typed: &str) -> Vec<(u32, &Listed)> {
        let asked = Asked::new(typed);
        let mut near: Vec<(u32, &Listed)> = Vec::new();
        for label in &self.labels {
            near.extend(asked.distance(&label.folded).map(|distance| (distance, label)));
        }
        sort_by(&mut near, |a, b| a.0.cmp(&b.0));
        near
    }
}

/// The folded words of a name with single spaces between.
pub(super) fn folded(name: &str) -> String {
    words_of(name).join(" ")
}
