//! An article element ⇄ its flat text.
//!
//! Reads the element's text nodes into a [`Flattener`] and remembers which node
//! holds which part of the flat text, so that spans become DOM ranges and a
//! point on the screen becomes an offset. Offsets are UTF-16 code units. The
//! element is only ever read.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{
    CaretPosition, DomRect, DomRectList, Element, Node, Range, ShadowRoot, StaticRange,
    StaticRangeInit, Text,
};

use crate::document::Document as CoreDocument;
use crate::flat::{FlatText, Flattener, is_skipped};
use crate::offsets::{OffsetMap, Unit};
use crate::span::Span;
use crate::wasm::Document;

/// An article on the page, as it was when it was read.
///
/// After the page has changed the article, read it anew.
#[wasm_bindgen]
pub struct Article {
    root: Element,
    text: String,
    /// Where blocks begin, in bytes; none if the text is a plain-text file.
    block_starts: Option<Vec<usize>>,
    /// In document order, so by node and by offset ascending.
    pieces: Vec<Piece>,
}

/// A text node and where its characters stand in the flat text, in UTF-16 code
/// units.
struct Piece {
    node: Text,
    start: u32,
    end: u32,
}

#[wasm_bindgen]
impl Article {
    /// Reads all text in `root`.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element) -> Article {
        let (flat, nodes) = read(&root);
        let pieces = place(nodes, &flat.text);
        Article { root, text: flat.text, block_starts: Some(flat.block_starts), pieces }
    }

    /// Reads `root`, into which the paragraphs of a plain-text file have been
    /// rendered, and keeps the file's own text and offsets.
    ///
    /// Gives `undefined` if `root` holds anything but pieces of `text` in their
    /// order with white space left out.
    #[wasm_bindgen(js_name = ofFile)]
    pub fn of_file(root: Element, text: String) -> Option<Article> {
        let (flat, nodes) = read(&root);
        let pieces = place(find_in_file(nodes, &flat.text, &text)?, &text);
        Some(Article { root, text, block_starts: None, pieces })
    }

    /// The flat text.
    pub fn text(&self) -> String {
        self.text.clone()
    }

    /// The text, ready for search and entities.
    pub fn document(&self) -> Document {
        let text = self.text.clone();
        Document::from(match &self.block_starts {
            Some(block_starts) => CoreDocument::from_blocks(text, block_starts),
            None => CoreDocument::new(text),
        })
    }

    /// A DOM range for each of `spans` (stride 2: start, end).
    ///
    /// # Errors
    ///
    /// Throws an `Error` if a span is empty or lies outside the text.
    pub fn ranges(&self, spans: &[u32]) -> Result<Vec<StaticRange>, JsError> {
        spans.chunks_exact(2).map(|span| self.range(span[0], span[1])).collect()
    }

    /// The offset of the character under a point of the viewport (in CSS
    /// pixels), or `undefined` where none of the article's characters is.
    ///
    /// `zoom` is how many of these pixels a pixel is in which the text there is
    /// measured: WebKit measures in pixels that the page's `zoom` enlarges.
    #[wasm_bindgen(js_name = offsetAt)]
    pub fn offset_at(&self, x: f32, y: f32, zoom: f32) -> Option<u32> {
        let point = Point { x, y, zoom };
        match caret_from_point(&self.root, point)
            .and_then(|(node, at)| Some((self.piece_of(&node)?, at)))
        {
            Some((piece, caret)) => piece.character_near(caret, point),
            // WebKit stops at a shadow root's host: ask the boxes instead.
            None => self.search_boxes(point),
        }
    }

    /// The offset of the point (`node`, `offset`) of the DOM, as selections and
    /// ranges give it; for a point between nodes or in text that is left out,
    /// of the first character after it. `undefined` outside the article.
    #[wasm_bindgen(js_name = offsetOf)]
    pub fn offset_of(&self, node: &Node, offset: u32) -> Option<u32> {
        if !self.root.contains(Some(node)) {
            return None;
        }
        if let Some(piece) = self.piece_of(node) {
            return Some(piece.end.min(piece.start + offset));
        }
        let after = match node.child_nodes().item(offset) {
            Some(child) => self.pieces.partition_point(|piece| piece.is_before(&child)),
            None => self.pieces.partition_point(|piece| piece.is_before_end_of(node)),
        };
        let last_end = self.pieces.last().map_or(0, |piece| piece.end);
        Some(self.pieces.get(after).map_or(last_end, |piece| piece.start))
    }
}

impl Article {
    fn range(&self, start: u32, end: u32) -> Result<StaticRange, JsError> {
        let first = self.pieces.partition_point(|piece| piece.end <= start);
        let after_last = self.pieces.partition_point(|piece| piece.start < end);
        let (Some(first), Some(last)) = (self.pieces.get(first), self.pieces[..after_last].last())
        else {
            return Err(JsError::new(&format!("no text at {start}..{end}")));
        };
        let init = StaticRangeInit::new(
            &last.node,
            end.min(last.end) - last.start,
            &first.node,
            start.max(first.start) - first.start,
        );
        StaticRange::new(&init)
            .map_err(|_| JsError::new("a text node became unusable: read the article anew"))
    }

    fn piece_of(&self, node: &Node) -> Option<&Piece> {
        let at = self.pieces.partition_point(|piece| piece.is_before(node));
        self.pieces.get(at).filter(|piece| piece.node.is_same_node(Some(node)))
    }

    /// Finds the character under `point` among the text of the element there.
    fn search_boxes(&self, point: Point) -> Option<u32> {
        let children = element_from_point(&self.root, point)?.child_nodes();
        let nodes = (0..children.length()).filter_map(|i| children.item(i));
        nodes.filter_map(|node| self.piece_of(&node)).find_map(|piece| piece.character_at(point))
    }
}

impl Piece {
    /// Whether this text precedes `node` in the document.
    fn is_before(&self, node: &Node) -> bool {
        self.node.compare_document_position(node) & Node::DOCUMENT_POSITION_FOLLOWING != 0
    }

    /// Whether this text precedes the end tag of `node`.
    fn is_before_end_of(&self, node: &Node) -> bool {
        self.is_before(node) || node.contains(Some(&self.node))
    }

    /// The offset of the character under `point`, which is at most two
    /// characters from the caret: a joiner without width may stand between.
    fn character_near(&self, caret: u32, point: Point) -> Option<u32> {
        let near = caret.saturating_sub(2)..(caret + 2).min(self.end - self.start);
        let mut characters = near.into_iter();
        characters.find(|&at| self.covers(at, at + 1, point)).map(|at| self.start + at)
    }

    /// The offset of the character under `point`, found by halving.
    fn character_at(&self, point: Point) -> Option<u32> {
        let (mut low, mut high) = (0, self.end - self.start);
        if !self.covers(low, high, point) {
            return None;
        }
        while high - low > 1 {
            let middle = low + (high - low) / 2;
            match self.covers(low, middle, point) {
                true => high = middle,
                false => low = middle,
            }
        }
        Some(self.start + low)
    }

    /// Whether `point` is on the node's characters `start..end`.
    fn covers(&self, start: u32, end: u32, point: Point) -> bool {
        boxes(&self.node, start, end).is_some_and(|boxes| {
            let mut boxes = (0..boxes.length()).filter_map(|i| boxes.get(i));
            boxes.any(|it| point.is_in(&it))
        })
    }
}

/// A point of the viewport, in CSS pixels, and the zoom of the text there.
#[derive(Clone, Copy)]
struct Point {
    x: f32,
    y: f32,
    zoom: f32,
}

impl Point {
    fn is_in(self, rect: &DomRect) -> bool {
        let (x, y) = (f64::from(self.x / self.zoom), f64::from(self.y / self.zoom));
        rect.left() <= x && x < rect.right() && rect.top() <= y && y < rect.bottom()
    }
}

/// Reads the text in `root`, its text nodes with the bytes that hold them.
fn read(root: &Element) -> (FlatText, Vec<(Text, Span)>) {
    let mut flat = Flattener::new();
    let mut nodes = Vec::new();
    let mut open = Vec::new();
    let mut next = root.first_child();
    loop {
        // A stack of our own, because articles nest deeper than the call stack may.
        next = match next {
            Some(node) => enter(node, &mut flat, &mut nodes, &mut open),
            None => match open.pop() {
                Some(element) => leave(&element, &mut flat),
                None => return (flat.finish(), nodes),
            },
        };
    }
}

/// Reads one node and gives the one to read next, or none at the end of its parent.
fn enter(
    node: Node,
    flat: &mut Flattener,
    nodes: &mut Vec<(Text, Span)>,
    open: &mut Vec<Element>,
) -> Option<Node> {
    let sibling = node.next_sibling();
    match node.dyn_into::<Element>() {
        Ok(element) => {
            let tag = element.local_name();
            if is_skipped(&tag, |name| element.get_attribute(name)) {
                return sibling;
            }
            flat.open(&tag);
            let child = element.first_child();
            open.push(element);
            child
        }
        Err(node) => {
            if let Ok(text) = node.dyn_into::<Text>() {
                let span = flat.text(&text.data());
                nodes.push((text, span));
            }
            sibling
        }
    }
}

fn leave(element: &Element, flat: &mut Flattener) -> Option<Node> {
    flat.close(&element.local_name());
    element.next_sibling()
}

/// Counts in UTF-16 where the nodes stand in `text`.
fn place(nodes: Vec<(Text, Span)>, text: &str) -> Vec<Piece> {
    let utf16 = OffsetMap::new(text, Unit::Utf16);
    let offset = |byte| utf16.to_unit(text, byte) as u32;
    let pieces = nodes.into_iter().map(|(node, span)| {
        let (start, end) = (offset(span.start), offset(span.end));
        Piece { node, start, end }
    });
    pieces.collect()
}

/// Where the nodes of the flat text `flat` stand in `file`, white space aside.
fn find_in_file(nodes: Vec<(Text, Span)>, flat: &str, file: &str) -> Option<Vec<(Text, Span)>> {
    let mut found = Vec::new();
    let mut end = 0;
    for (node, span) in nodes {
        let piece = span.of(flat);
        if is_blank(piece) {
            continue;
        }
        let start = end + file[end..].find(piece)?;
        if !is_blank(&file[end..start]) {
            return None;
        }
        end = start + piece.len();
        found.push((node, Span::new(start, end)));
    }
    Some(found)
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// The boxes of a text node's characters `start..end`, one for each line.
fn boxes(node: &Text, start: u32, end: u32) -> Option<DomRectList> {
    let range = node.owner_document()?.create_range().ok()?;
    range.set_start(node, start).ok()?;
    range.set_end(node, end).ok()?;
    range.get_client_rects()
}

/// The innermost element at `point` in the tree that `root` belongs to.
fn element_from_point(root: &Element, point: Point) -> Option<Element> {
    match root.get_root_node().dyn_into::<ShadowRoot>() {
        Ok(shadow) => shadow.element_from_point(point.x, point.y),
        Err(_) => root.owner_document()?.element_from_point(point.x, point.y),
    }
}

/// The text position nearest to `point`, by whichever call the browser has.
fn caret_from_point(root: &Element, point: Point) -> Option<(Node, u32)> {
    let document: CaretDocument = root.owner_document()?.unchecked_into();
    let options: CaretOptions = js_sys::Object::new().unchecked_into();
    options.set_shadow_roots(shadow_roots_around(root));
    if let Ok(caret) = document.caret_position_from_point(point.x, point.y, &options) {
        let caret = caret?;
        return Some((caret.offset_node()?, caret.offset()));
    }
    let range = document.caret_range_from_point(point.x, point.y).ok()??;
    Some((range.start_container().ok()?, range.start_offset().ok()?))
}

/// The shadow roots that `node` lies in, innermost first.
fn shadow_roots_around(node: &Node) -> Vec<ShadowRoot> {
    let above = |root: &ShadowRoot| root.host().get_root_node().dyn_into().ok();
    std::iter::successors(node.get_root_node().dyn_into().ok(), above).collect()
}

#[wasm_bindgen]
extern "C" {
    /// The two calls that find a text position; every browser has one at least.
    #[wasm_bindgen(extends = web_sys::Document)]
    type CaretDocument;

    /// What `caretPositionFromPoint` takes; web-sys does not know it yet.
    #[wasm_bindgen(extends = js_sys::Object)]
    type CaretOptions;

    /// The shadow roots that may be looked into.
    #[wasm_bindgen(method, setter, js_name = shadowRoots)]
    fn set_shadow_roots(this: &CaretOptions, roots: Vec<ShadowRoot>);

    #[wasm_bindgen(catch, method, js_name = caretPositionFromPoint)]
    fn caret_position_from_point(
        this: &CaretDocument,
        x: f32,
        y: f32,
        options: &CaretOptions,
    ) -> Result<Option<CaretPosition>, JsValue>;

    #[wasm_bindgen(catch, method, js_name = caretRangeFromPoint)]
    fn caret_range_from_point(
        this: &CaretDocument,
        x: f32,
        y: f32,
    ) -> Result<Option<Range>, JsValue>;
}
