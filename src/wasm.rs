//! What the core offers to JavaScript, in browsers and in Node.
//!
//! Conversions only. All offsets here are UTF-16 code units of the flat text,
//! the unit of JavaScript strings and of the DOM; the rest of the crate counts
//! bytes. Lists of spans cross as one typed array, so many numbers a row (the
//! *stride*), because an object for each match would cost more than the search.

use std::cell::OnceCell;
use std::rc::Rc;

use serde::Serialize;
use serde::ser::SerializeMap;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::document::Document as CoreDocument;
use crate::entity::{Mention, Pack as CorePack, name_blocks, names_near};
use crate::latin;
use crate::offsets::{OffsetMap, Unit};
use crate::search::Suggestion;
use crate::span::Span;

/// A smaller allocator than the one of the standard library: 2 KB less to download.
#[cfg(not(target_feature = "atomics"))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Lets a panic print its message and place on the browser's console.
#[wasm_bindgen(start)]
pub fn start() {
    console_error_panic_hook::set_once();
}

/// Unpacks at most `limit` words more of the built-in word list, ahead of the
/// first search; whether all are unpacked.
#[wasm_bindgen(js_name = prepareWords)]
pub fn prepare_words(limit: usize) -> bool {
    crate::morph::prepare(limit)
}

/// `text` with its Sorani words in Latin letters.
#[wasm_bindgen(js_name = toLatin)]
pub fn to_latin(text: &str) -> String {
    latin::to_latin(text)
}

/// A set of entities to recognise.
#[wasm_bindgen]
pub struct Pack {
    inner: Rc<CorePack>,
}

#[wasm_bindgen]
impl Pack {
    /// Reads a pack file.
    ///
    /// # Errors
    ///
    /// Throws an `Error` that says what is wrong with the bytes and where.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8]) -> Result<Pack, JsError> {
        let inner = Rc::new(CorePack::from_bytes(bytes)?);
        Ok(Pack { inner })
    }

    /// How many entities it holds.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.inner.len()
    }

    /// The record of one entity as a plain object, the fields as the publisher gave them.
    ///
    /// # Errors
    ///
    /// Throws an `Error` if there is no such entity or its record is damaged.
    pub fn entity(&self, index: usize) -> Result<JsValue, JsError> {
        let entity = self.inner.entity(index)?;
        Ok(entity.serialize(&Serializer::json_compatible())?)
    }

    /// The index of the entity with this `@id`.
    #[wasm_bindgen(js_name = indexOf)]
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.inner.index_of(id)
    }

    /// The name of the file beside the pack that holds the record of an entity;
    /// `undefined` if the pack itself holds it.
    #[wasm_bindgen(js_name = recordFile)]
    pub fn record_file(&self, index: usize) -> Option<String> {
        self.inner.record_file(index)
    }

    /// The record of an entity, out of the bytes of its record file.
    ///
    /// # Errors
    ///
    /// Throws an `Error` if these are not the bytes of that file.
    #[wasm_bindgen(js_name = entityIn)]
    pub fn entity_in(&self, index: usize, bytes: &[u8]) -> Result<JsValue, JsError> {
        let entity = self.inner.entity_in(index, bytes)?;
        Ok(entity.serialize(&Serializer::json_compatible())?)
    }

    /// The entities that a name names, in whatever spelling, or else without
    /// the endings of its last word, or else that sound like it.
    pub fn lookup(&self, name: &str) -> Vec<u32> {
        let mut found = self.inner.lookup(name);
        if found.is_empty() {
            found = self.inner.lookup_latin(name);
        }
        found.into_iter().map(|index| index as u32).collect()
    }

    /// The entities of up to `most` names that come near what somebody typed;
    /// none if their records are in files beside the pack (`nameBlocks`).
    pub fn suggest(&self, typed: &str, most: usize) -> Vec<u32> {
        let found = self.inner.suggest(typed, most);
        found.into_iter().map(|(_, index)| index as u32).collect()
    }

    /// The names of the files beside a large pack whose names may come near what
    /// somebody typed, parted by spaces; `list` is the file `NAME.names`.
    ///
    /// # Errors
    ///
    /// Throws an `Error` if `list` is no such file.
    #[wasm_bindgen(js_name = nameBlocks)]
    pub fn name_blocks(list: &[u8], typed: &str) -> Result<String, JsError> {
        Ok(name_blocks(list, typed)?.join(" "))
    }

    /// Stride 2: distance and entity of each name in such a file that comes near
    /// what somebody typed.
    #[wasm_bindgen(js_name = namesNear)]
    pub fn names_near(block: &[u8], typed: &str) -> Vec<u32> {
        let mut rows = Vec::new();
        for (distance, entity) in names_near(block, typed) {
            rows.extend_from_slice(&[distance, entity]);
        }
        rows
    }
}

/// A text that has been read: its tokens, sentences, matches and mentions.
#[wasm_bindgen]
pub struct Document {
    inner: CoreDocument,
    utf16: OffsetMap,
    pack: Option<Rc<CorePack>>,
    mentions: OnceCell<Vec<Mention>>,
}

#[wasm_bindgen]
impl Document {
    /// Reads a plain text, its paragraphs by the rules for plain text.
    #[wasm_bindgen(constructor)]
    pub fn new(text: String) -> Document {
        Document::from(CoreDocument::new(text))
    }

    /// The flat text.
    pub fn text(&self) -> String {
        self.inner.text().to_owned()
    }

    /// Works ahead for the first search: analyses at most `limit` distinct words
    /// from number `from` on, and gives the number to go on from, `undefined`
    /// when all are done.
    pub fn prepare(&self, from: usize, limit: usize) -> Option<usize> {
        self.inner.prepare(from, limit)
    }

    /// Stride 3: start, end, kind (the index of the kind in `TokenKind`).
    pub fn tokens(&self) -> Vec<u32> {
        let tokens = self.inner.tokens();
        self.rows(tokens.len(), &|at| (tokens[at].span, tokens[at].kind as u32))
    }

    /// The folded text of the token at this index of `tokens()`.
    ///
    /// # Errors
    ///
    /// Throws an `Error` if there is no such token.
    #[wasm_bindgen(js_name = tokenFold)]
    pub fn token_fold(&self, index: usize) -> Result<String, JsError> {
        self.check_token(index)?;
        Ok(self.inner.token_fold(index))
    }

    /// The stem of the token at this index of `tokens()`.
    ///
    /// # Errors
    ///
    /// Throws an `Error` if there is no such token.
    #[wasm_bindgen(js_name = tokenStem)]
    pub fn token_stem(&self, index: usize) -> Result<String, JsError> {
        self.check_token(index)?;
        Ok(self.inner.token_stem(index).into_owned())
    }

    /// Stride 3: start, end, index of its paragraph.
    pub fn sentences(&self) -> Vec<u32> {
        let sentences = self.inner.sentences();
        self.rows(sentences.len(), &|at| (sentences[at].span, sentences[at].paragraph as u32))
    }

    /// Stride 2: start, end.
    pub fn paragraphs(&self) -> Vec<u32> {
        let paragraphs = self.inner.paragraphs();
        let mut rows = Vec::with_capacity(2 * paragraphs.len());
        for &span in paragraphs {
            rows.extend_from_slice(&self.ends(span));
        }
        rows
    }

    /// Stride 3, in text order: start, end, tier (the index of the tier in `Tier`).
    ///
    /// # Errors
    ///
    /// Throws an `Error` if there is no such mode; the query cannot be wrong.
    pub fn search(&self, query: &str, mode: &str) -> Result<Vec<u32>, JsError> {
        let matches = self.inner.search(query, mode.parse()?, self.pack.as_deref());
        Ok(self.rows(matches.len(), &|at| (matches[at].span, matches[at].tier as u32)))
    }

    /// What the text has to offer for a query half typed, most frequent first: at most `limit`
    /// objects `{text, count, entity}`, where `entity` is an index in the pack or `null`.
    ///
    /// # Errors
    ///
    /// Throws an `Error` if the objects cannot be made.
    pub fn suggest(&self, beginning: &str, limit: usize) -> Result<JsValue, JsError> {
        let found = self.inner.suggest(beginning, limit, self.pack.as_deref());
        let rows: Vec<SuggestionRow> = found.into_iter().map(SuggestionRow).collect();
        Ok(rows.serialize(&Serializer::json_compatible())?)
    }

    /// The pack that `search`, `suggest` and `mentions` use from now on.
    #[wasm_bindgen(js_name = setPack)]
    pub fn set_pack(&mut self, pack: &Pack) {
        self.pack = Some(Rc::clone(&pack.inner));
        self.mentions.take();
    }

    /// Stride 5, in text order: start, end of the bare name, end, index of the
    /// entity in the pack, how it was named (the index in `Via`).
    pub fn mentions(&self) -> Vec<u32> {
        let mentions = self.found_mentions();
        let mut rows = Vec::with_capacity(5 * mentions.len());
        for mention in mentions {
            let [start, end] = self.ends(mention.span);
            let core_end = self.offset(mention.core_end);
            let row = [start, core_end, end, mention.entity as u32, mention.via as u32];
            rows.extend_from_slice(&row);
        }
        rows
    }

    /// The other entities that the mention at this index of `mentions()` may mean.
    pub fn candidates(&self, mention: usize) -> Vec<u32> {
        let found = self.found_mentions().get(mention);
        let candidates = found.map_or(&[][..], |mention| &mention.candidates);
        candidates.iter().map(|&index| index as u32).collect()
    }
}

impl Document {
    fn found_mentions(&self) -> &[Mention] {
        let pack = self.pack.as_deref();
        let find = || pack.map(|pack| self.inner.mentions(pack)).unwrap_or_default();
        self.mentions.get_or_init(find)
    }

    fn check_token(&self, index: usize) -> Result<(), JsError> {
        let count = self.inner.tokens().len();
        if index < count {
            return Ok(());
        }
        Err(JsError::new(&format!("no token {index}: the text has {count}")))
    }

    /// Stride 3: start and end of each of `count` spans, and what goes with it.
    fn rows(&self, count: usize, span: &dyn Fn(usize) -> (Span, u32)) -> Vec<u32> {
        let mut offsets = self.utf16.cursor(self.inner.text());
        let mut rows = vec![0; 3 * count];
        for (at, row) in rows.chunks_exact_mut(3).enumerate() {
            let (span, last) = span(at);
            row[0] = offsets.to_unit(span.start) as u32;
            row[1] = offsets.to_unit(span.end) as u32;
            row[2] = last;
        }
        rows
    }

    fn ends(&self, span: Span) -> [u32; 2] {
        [self.offset(span.start), self.offset(span.end)]
    }

    fn offset(&self, byte: usize) -> u32 {
        self.utf16.to_unit(self.inner.text(), byte) as u32
    }
}

/// A suggestion as JavaScript gets it.
struct SuggestionRow(Suggestion);

impl Serialize for SuggestionRow {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A map, as records are: objects made of structs would need code of their own.
        let mut row = serializer.serialize_map(Some(3))?;
        row.serialize_entry("text", &self.0.text)?;
        row.serialize_entry("count", &self.0.count)?;
        row.serialize_entry("entity", &self.0.entity)?;
        row.end()
    }
}

impl From<CoreDocument> for Document {
    fn from(inner: CoreDocument) -> Document {
        let utf16 = OffsetMap::new(inner.text(), Unit::Utf16);
        Document { inner, utf16, pack: None, mentions: OnceCell::new() }
    }
}
