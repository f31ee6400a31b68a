//! The flat text of an article in HTML: what all offsets refer to.
//!
//! It follows markup only, never computed style, so that the browser
//! (`dom.rs`) and the command line get the same text from the same article:
//! the characters of the text nodes, verbatim and in document order, with one
//! line feed between two blocks and one for each `<br>`. Nothing else is
//! added, collapsed or decoded.
//!
//! White space between the tags of two blocks stays (`"</p>\n<p>"` gives two
//! line feeds, one ours, one the author's): what a run of white space means is
//! the fold's business.

use crate::span::Span;

/// The elements that stand as blocks of their own.
///
/// The HTML elements that a browser's built-in style sheet displays as blocks,
/// table parts or list items (HTML standard, "Rendering", 15.3.3 to 15.3.8).
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// The elements whose content is not part of what the article says: what is no
/// text to read, and what browsers show only where they cannot show the thing
/// itself.
const SKIPPED: &[&str] = &[
    "script", "style", "template", "noscript", "textarea", "select", "nav", "aside", "rt", "rp",
    "audio", "video", "canvas", "iframe", "object", "svg",
];

/// Whether an element and everything in it stays out of the flat text.
///
/// `tag` is its local name in lower case; `attribute` gives the value of an
/// attribute where the element has it. Besides the elements that hold no
/// article text, left out is what the author marks with
/// `data-sorani-reader="skip"` or `hidden`. `hidden="until-found"` is not:
/// readers are meant to find it.
#[must_use]
pub fn is_skipped(tag: &str, attribute: impl Fn(&str) -> Option<String>) -> bool {
    if SKIPPED.contains(&tag) {
        return true;
    }
    let hidden = attribute("hidden").is_some_and(|how| !how.eq_ignore_ascii_case("until-found"));
    hidden || attribute("data-sorani-reader").is_some_and(|role| role == "skip")
}

/// A flat text and where its blocks begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlatText {
    /// The text.
    pub text: String,
    /// Byte offsets at which a block begins, ascending, the first 0.
    ///
    /// A block begins after the line feed that parts it from the one before,
    /// so the white space between two tags belongs to the later block.
    pub block_starts: Vec<usize>,
}

/// Builds the flat text from an article's tags and text, in document order.
///
/// ```
/// use sorani_reader::flat::Flattener;
///
/// let mut flat = Flattener::new();
/// flat.open("p");
/// flat.text("یەکەم");
/// flat.close("p");
/// flat.open("p");
/// let span = flat.text("دووەم");
/// flat.close("p");
/// let article = flat.finish();
/// assert_eq!(article.text, "یەکەم\nدووەم");
/// assert_eq!(span.of(&article.text), "دووەم");
/// ```
#[derive(Debug, Clone)]
pub struct Flattener {
    flat: FlatText,
    /// Whether anything but white space has been read.
    has_ink: bool,
    /// Whether a block began or ended since the last text that is not white space.
    at_boundary: bool,
    /// Whether a line feed was added since then.
    on_new_line: bool,
    /// Whether a block start was noted since then.
    in_new_block: bool,
}

impl Default for Flattener {
    fn default() -> Flattener {
        Flattener::new()
    }
}

impl Flattener {
    /// A flattener that has read nothing.
    #[must_use]
    pub fn new() -> Flattener {
        Flattener {
            flat: FlatText { text: String::new(), block_starts: vec![0] },
            has_ink: false,
            at_boundary: false,
            on_new_line: false,
            in_new_block: true,
        }
    }

    /// Enters the element `tag` (its local name in lower case).
    pub fn open(&mut self, tag: &str) {
        if tag == "br" {
            self.line_feed();
        }
        self.at_boundary |= BLOCKS.contains(&tag);
    }

    /// Leaves the element `tag`.
    pub fn close(&mut self, tag: &str) {
        self.at_boundary |= BLOCKS.contains(&tag);
    }

    /// Reads one text node and says where its characters stand.
    pub fn text(&mut self, text: &str) -> Span {
        let is_ink = text.contains(|c: char| !c.is_whitespace());
        // Scripts leave empty text nodes behind, which no file can hold: they count for nothing.
        if !text.is_empty() {
            self.part_blocks(is_ink);
        }
        let start = self.flat.text.len();
        self.flat.text.push_str(text);
        if is_ink {
            self.has_ink = true;
            self.at_boundary = false;
            self.on_new_line = false;
            self.in_new_block = false;
        }
        Span::new(start, self.flat.text.len())
    }

    /// The flat text of everything read.
    #[must_use]
    pub fn finish(self) -> FlatText {
        self.flat
    }

    /// Parts the text to come from the block before it.
    ///
    /// White space alone gets the line feed too, so that it falls to the later
    /// block, but it leaves a boundary that a `<br>` has drawn already to the
    /// next word.
    fn part_blocks(&mut self, is_ink: bool) {
        if !self.at_boundary || !self.has_ink {
            return;
        }
        if !self.on_new_line {
            self.line_feed();
            self.begin_block();
        } else if is_ink && !self.in_new_block {
            self.begin_block();
        }
    }

    fn line_feed(&mut self) {
        self.flat.text.push('\n');
        self.on_new_line = true;
    }

    fn begin_block(&mut self) {
        self.flat.block_starts.push(self.flat.text.len());
        self.in_new_block = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Flattens `html`, tags without attributes and no character references,
    /// and shows the result with `⏎` for a line feed and `|` at a block start.
    fn flatten(html: &str) -> String {
        let mut flat = Flattener::new();
        let mut rest = html;
        while !rest.is_empty() {
            let end = match rest.strip_prefix('<') {
                Some(_) => rest.find('>').expect("a tag that ends") + 1,
                None => rest.find('<').unwrap_or(rest.len()),
            };
            let (piece, after) = rest.split_at(end);
            feed(&mut flat, piece);
            rest = after;
        }
        show(&flat.finish())
    }

    fn feed(flat: &mut Flattener, piece: &str) {
        let tag = piece.trim_matches(['<', '>', '/']);
        if piece.starts_with("</") {
            flat.close(tag);
        } else if piece.starts_with('<') {
            flat.open(tag);
        } else {
            let span = flat.text(piece);
            assert_eq!(span.of(&flat.flat.text), piece);
        }
    }

    fn show(flat: &FlatText) -> String {
        let mut shown = String::new();
        for (byte, c) in flat.text.char_indices() {
            if flat.block_starts.contains(&byte) {
                shown.push('|');
            }
            shown.push(if c == '\n' { '⏎' } else { c });
        }
        shown
    }

    #[test]
    fn blocks_are_parted_by_one_line_feed() {
        for (html, flat) in [
            ("<p>a</p><p>b</p>", "|a⏎|b"),
            ("<p>a</p>b", "|a⏎|b"),
            ("a<p>b</p>", "|a⏎|b"),
            ("<div><ul><li>a</li></ul></div><section><p>b</p></section>", "|a⏎|b"),
            ("<article><h1>a</h1><p>b</p></article>", "|a⏎|b"),
            ("<table><tr><td>a</td><td>b</td></tr></table>", "|a⏎|b"),
            ("a<hr>b", "|a⏎|b"),
            ("<p>a</p><p></p><p>b</p>", "|a⏎|b"),
        ] {
            assert_eq!(flatten(html), flat, "{html}");
        }
    }

    #[test]
    fn inline_elements_join() {
        for (html, flat) in [
            ("<p>ئەم<b>ریک</b>ا</p>", "|ئەمریکا"),
            ("<p>a <a>b</a> c</p>", "|a b c"),
            ("<p>a<wbr>b</p>", "|ab"),
        ] {
            assert_eq!(flatten(html), flat, "{html}");
        }
    }

    #[test]
    fn white_space_between_blocks_stays_and_falls_to_the_later_one() {
        for (html, flat) in [
            ("<p>a</p>\n<p>b</p>", "|a⏎|⏎b"),
            ("<p>a</p>  <p>b</p>", "|a⏎|  b"),
            ("<p>a</p>\n\n<!---->\n<p>b</p>", "|a⏎|⏎⏎⏎b"),
            ("<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "|⏎a⏎|⏎b⏎|⏎"),
            ("<p>a </p><p> b</p>", "|a ⏎| b"),
        ] {
            assert_eq!(flatten(html), flat, "{html}");
        }
    }

    #[test]
    fn nothing_is_added_before_the_first_word_or_after_the_last() {
        for (html, flat) in [
            ("<div><p>a</p></div>", "|a"),
            ("<div> <p>a</p></div>", "| a"),
            ("<p></p><p>a</p><p></p>", "|a"),
            ("", ""),
        ] {
            assert_eq!(flatten(html), flat, "{html}");
        }
    }

    #[test]
    fn an_empty_text_node_changes_nothing() {
        let mut flat = Flattener::new();
        for (tag, text) in [("p", "a"), ("p", "")] {
            flat.open(tag);
            flat.text(text);
            flat.close(tag);
        }
        assert_eq!(show(&flat.finish()), "|a");
    }

    #[test]
    fn br_is_a_line_feed_in_the_same_block() {
        for (html, flat) in
            [("<p>a<br>b</p>", "|a⏎b"), ("<p>a<br><br>b</p>", "|a⏎⏎b"), ("<br>a", "|⏎a")]
        {
            assert_eq!(flatten(html), flat, "{html}");
        }
    }

    #[test]
    fn a_br_at_a_boundary_spares_the_line_feed_but_not_the_block() {
        for (html, flat) in [
            ("<p>a<br></p><p>b</p>", "|a⏎|b"),
            ("a<br><p>b</p>", "|a⏎|b"),
            ("<p>a<br></p> <p>b</p>", "|a⏎ |b"),
            ("<p>a</p><br><p>b</p>", "|a⏎|b"),
            ("<p>a</p> <br><p>b</p>", "|a⏎| ⏎b"),
        ] {
            assert_eq!(flatten(html), flat, "{html}");
        }
    }

    #[test]
    fn hidden_and_marked_elements_are_skipped() {
        let skipped = |tag: &str, name: &str, value: &str| {
            is_skipped(tag, |asked| (asked == name).then(|| value.to_owned()))
        };
        assert!(skipped("nav", "", ""));
        assert!(skipped("video", "", ""));
        assert!(skipped("p", "hidden", ""));
        assert!(skipped("p", "hidden", "hidden"));
        assert!(!skipped("p", "hidden", "Until-Found"));
        assert!(skipped("div", "data-sorani-reader", "skip"));
        assert!(!skipped("div", "data-sorani-reader", "keep"));
        assert!(!skipped("p", "", ""));
    }
}
