//! The article of an HTML page as flat text.

use anyhow::{Result, anyhow};
use scraper::{ElementRef, Html, Node, Selector};
use sorani_reader::flat::{FlatText, Flattener, is_skipped};

/// The flat text of the page's article: what `<sorani-reader>` holds or names,
/// else the first `<article>`, else `<main>`, else `<body>`.
pub fn flat_text(page: &str) -> Result<FlatText> {
    let page = Html::parse_document(page);
    let article = article_of(&page).ok_or_else(|| anyhow!("the page has no body"))?;
    let mut flat = Flattener::new();
    flatten(article, &mut flat);
    Ok(flat.finish())
}

fn article_of(page: &Html) -> Option<ElementRef<'_>> {
    let reader = first(page, "sorani-reader");
    let target = reader.and_then(|r| r.value().attr("for"));
    if let Some(target) = target {
        return page.select(&selector("*[id]")).find(|e| e.value().attr("id") == Some(target));
    }
    let inside = reader.filter(|r| r.text().any(|t| !t.trim().is_empty()));
    inside.or_else(|| ["article", "main", "body"].iter().find_map(|tag| first(page, tag)))
}

fn first<'a>(page: &'a Html, css: &str) -> Option<ElementRef<'a>> {
    page.select(&selector(css)).next()
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("our own selectors are well formed")
}

/// Walks the tree with a stack of its own: pages may nest without bound.
fn flatten(article: ElementRef<'_>, flat: &mut Flattener) {
    use ego_tree::iter::Edge;
    let mut skipped = 0;
    for edge in article.traverse() {
        match edge {
            Edge::Open(node) if node.id() == article.id() => {}
            Edge::Close(node) if node.id() == article.id() => {}
            Edge::Open(node) => match node.value() {
                Node::Element(element) => {
                    let skip =
                        is_skipped(element.name(), |name| element.attr(name).map(str::to_owned));
                    if skipped > 0 || skip {
                        skipped += 1;
                    } else {
                        flat.open(element.name());
                    }
                }
                Node::Text(text) if skipped == 0 => {
                    flat.text(text);
                }
                _ => {}
            },
            Edge::Close(node) => match node.value() {
                Node::Element(_) if skipped > 0 => skipped -= 1,
                Node::Element(element) => flat.close(element.name()),
                _ => {}
            },
        }
    }
}
