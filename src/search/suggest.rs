//! What the text has to offer for a query half typed.

use crate::document::Document;
use crate::entity::Pack;
use crate::fold::{fold_str, loose};
use crate::order::sort_by;

/// A word or entity of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The base of the word, or the name of the entity.
    pub text: String,
    /// How often it occurs, in whatever form.
    pub count: usize,
    /// Number of the entity in the pack; `None` for a word.
    pub entity: Option<usize>,
}

/// The words and entities of the document that begin as typed.
pub(crate) fn suggest(
    document: &Document,
    beginning: &str,
    limit: usize,
    pack: Option<&Pack>,
) -> Vec<Suggestion> {
    let beginning = loose(fold_str(beginning).trim());
    if beginning.is_empty() {
        return Vec::new();
    }
    let mut found = pack.map_or(Vec::new(), |pack| named(document, &beginning, pack));
    let names: Vec<String> = found.iter().map(|s| fold_str(&s.text)).collect();
    found.extend(words(document, &beginning).into_iter().filter(|s| !names.contains(&s.text)));
    sort_by(&mut found, |a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)));
    found.truncate(limit);
    found
}

fn words(document: &Document, beginning: &str) -> Vec<Suggestion> {
    let index = &document.index;
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for (number, times) in (0..).zip(index.times()) {
        if index.words.loose().get(number).starts_with(beginning) {
            counts.push((index.words.keys(number).next().unwrap_or_default(), times));
        }
    }
    let suggestion =
        |(text, count): (&str, usize)| Suggestion { text: text.into(), count, entity: None };
    totals(counts).into_iter().map(suggestion).collect()
}

fn named(document: &Document, beginning: &str, pack: &Pack) -> Vec<Suggestion> {
    let mentions = document.mentions(pack).into_iter().map(|mention| (mention.entity, 1));
    let begins =
        |name: &str| loose(&fold_str(name)).split(' ').any(|word| word.starts_with(beginning));
    let suggestion = |(entity, count)| {
        let name = pack.entity(entity).ok()?.name().to_owned();
        begins(&name).then_some(Suggestion { text: name, count, entity: Some(entity) })
    };
    totals(mentions.collect()).into_iter().filter_map(suggestion).collect()
}

/// The sums of the counts of each key.
fn totals<K: Ord>(mut counts: Vec<(K, usize)>) -> Vec<(K, usize)> {
    sort_by(&mut counts, |a, b| a.0.cmp(&b.0));
    counts.dedup_by(|(key, count), (kept, sum)| {
        let repeated = key == kept;
        *sum += if repeated { *count } else { 0 };
        repeated
    });
    counts
}
