//! How much an entity's description has in common with an article.

use super::pack::Pack;
use crate::document::Document;
use crate::morph::{Lexicon, Tags};
use crate::order::sort_by;

/// What shared words can add to a score at most.
const MOST: i32 = 8;

/// The stems of an article's words, each once, in order.
pub(super) fn stems(document: &Document) -> Vec<String> {
    let words = &document.index.words;
    let likeliest = |number| words.keys(number).next().unwrap_or_default().to_owned();
    let mut stems = (0..words.len() as u32).map(likeliest).collect();
    sort_by(&mut stems, String::cmp);
    stems.dedup();
    stems
}

/// Points for the words that the entity's description shares with the
/// article: two for a name, one for any other of four letters or more.
pub(super) fn relatedness(pack: &Pack, entity: u32, article: &[String]) -> i32 {
    let Some(record) = pack.inline(entity as usize) else { return 0 };
    let own = stems(&Document::new(record.name()));
    let mut described: Vec<String> = Vec::new();
    for field in ["description", "disambiguatingDescription"] {
        for text in record.sorani(field) {
            described.extend(stems(&Document::new(text)));
        }
    }
    sort_by(&mut described, String::cmp);
    described.dedup();
    let shared =
        described.iter().filter(|word| article.binary_search(word).is_ok() && !own.contains(word));
    shared.map(|word| points(word)).sum::<i32>().min(MOST)
}

fn points(word: &str) -> i32 {
    let tags = Lexicon::get().tags(word).unwrap_or_default();
    if tags.has(Tags::NAME) {
        2
    } else if tags.has(Tags::FUNCTION) || word.chars().count() < 4 {
        0
    } else {
        1
    }
}
