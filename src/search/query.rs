//! What the reader typed, read.

use std::cell::OnceCell;

use super::words::{letters, mark};
use crate::document::Document;
use crate::fold::{fold_str, loose};
use crate::morph::{Analysis, analyse, verb_stems, verbs_otherwise, without_e};
use crate::segment::TokenKind;

/// A query, folded and cut into words.
pub(crate) struct Query {
    /// As typed, without white space and quotes at the ends.
    pub typed: String,
    /// Its fold.
    pub folded: String,
    /// Its words, in order.
    pub words: Vec<QueryWord>,
    /// In quotes: the words as they are, not their other forms.
    pub is_quoted: bool,
}

/// A word of a query.
pub(crate) struct QueryWord {
    /// Folded; numbers by value.
    pub text: String,
    /// The loose key of `text`.
    pub loose: String,
    /// Every base that it may be a form of, with its loose key.
    pub keys: Vec<Key>,
    /// The verbs of which it is a form in another spelling.
    pub verbs_otherwise: Vec<String>,
    /// The marks of `loose` and of the loose keys of its bases.
    pub marks: Vec<u64>,
    /// Whether it is a word that has forms.
    pub kind: TokenKind,
    verb_stems: OnceCell<Vec<&'static str>>,
}

/// A base of a query's word.
pub(crate) struct Key {
    pub text: String,
    pub loose: String,
}

impl Query {
    pub(crate) fn read(query: &str) -> Query {
        let query = query.trim();
        let folded = fold_str(query);
        let inside = folded.trim().strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        let is_quoted = inside.is_some_and(|inside| !inside.trim().is_empty());
        let typed = if is_quoted { without_quotes(query) } else { query };
        let folded = fold_str(typed).trim().to_owned();
        Query { typed: typed.to_owned(), folded, words: words_of(typed), is_quoted }
    }

    /// Whether it is written in Latin letters alone.
    pub(crate) fn is_latin(&self) -> bool {
        let mut letters = self.folded.chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(|c| matches!(c as u32, 0..0x0250 | 0x1E00..0x1F00))
    }
}

fn without_quotes(query: &str) -> &str {
    let mut chars = query.chars();
    chars.next();
    chars.next_back();
    chars.as_str().trim()
}

/// The words of a query, cut as the words of a text are.
fn words_of(typed: &str) -> Vec<QueryWord> {
    let document = Document::new(typed.replace(['\n', '\r'], " "));
    let index = &document.index;
    index.tokens().map(|token| QueryWord::new(index.words.get(token.word), token.kind)).collect()
}

impl QueryWord {
    pub(super) fn new(text: &str, kind: TokenKind) -> QueryWord {
        let Analysis { keys, .. } = analyse(text);
        let keys: Vec<Key> =
            keys.into_iter().map(|text| Key { loose: loose(&text), text }).collect();
        let loose = loose(text);
        let verbs_otherwise = verbs_otherwise(text);
        let bases = keys.iter().map(|key| &key.loose).chain(&verbs_otherwise);
        let marks = bases.chain([&loose]).map(|base| mark(base)).collect();
        let verb_stems = OnceCell::new();
        QueryWord { text: text.to_owned(), loose, keys, verbs_otherwise, marks, kind, verb_stems }
    }

    /// The stems of its verbs; to find them takes longer than all else, and not
    /// every word is asked for them.
    pub(super) fn verb_stems(&self) -> &[&'static str] {
        self.verb_stems
            .get_or_init(|| self.keys.iter().flat_map(|key| verb_stems(&key.text)).collect())
    }

    /// The letters that a form of one of its bases has, loosely.
    pub(super) fn letters(&self) -> Vec<u32> {
        self.keys.iter().map(|key| letters(without_e(&key.loose))).collect()
    }
}
