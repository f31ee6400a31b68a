//! What the reader typed, read.

use crate::document::Document;
use crate::fold::fold_str;
use crate::morph::analyse;

/// A query, folded and cut into words.
pub(crate) struct Query {
    /// As typed, without white space at the ends.
    pub typed: String,
    /// Its fold.
    pub folded: String,
    /// Its words, in order.
    pub words: Vec<QueryWord>,
}

/// A word of a query.
pub(crate) struct QueryWord {
    /// Folded; numbers by value.
    pub text: String,
    /// Every base that it may be a form of.
    pub keys: Vec<String>,
}

impl Query {
    pub(crate) fn read(query: &str) -> Query {
        let typed = query.trim().to_owned();
        let folded = fold_str(&typed).trim().to_owned();
        let words = words_of(&typed);
        Query { typed, folded, words }
    }
}

/// The words of a query, cut as the words of a text are.
fn words_of(typed: &str) -> Vec<QueryWord> {
    let document = Document::new(typed.replace(['\n', '\r'], " "));
    let index = &document.index;
    let mut last = None;
    let whole = index.units.iter().filter(|unit| last.replace(unit.token) != Some(unit.token));
    whole
        .map(|unit| {
            let text = index.words[unit.word as usize].text.to_string();
            let keys = analyse(&text).keys;
            QueryWord { text, keys }
        })
        .collect()
}
