//! Mentions in the seed article and in texts of our own, against gold.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use sorani_reader::document::Document;
use sorani_reader::entity::{Mention, Pack, read_entities};
use sorani_reader::offsets::{OffsetMap, Unit};

const GOLD: &str = "tests/gold/entities";

/// A mention as the gold has it, in bytes of the text.
#[derive(Debug, PartialEq, Eq)]
struct Gold {
    start: usize,
    end: usize,
    core_end: usize,
    entity: String,
    via: String,
}

#[derive(Debug, Default)]
struct Score {
    found: usize,
    extra: usize,
    missed: usize,
    core: usize,
    entity: usize,
    via: usize,
    notes: Vec<String>,
}

impl Score {
    fn share(part: usize, whole: usize) -> f64 {
        100.0 * part as f64 / whole.max(1) as f64
    }

    fn precision(&self) -> f64 {
        Score::share(self.found, self.found + self.extra)
    }

    fn recall(&self) -> f64 {
        Score::share(self.found, self.found + self.missed)
    }

    fn f1(&self) -> f64 {
        Score::share(2 * self.found, 2 * self.found + self.extra + self.missed)
    }

    /// Counts one text.
    fn add(&mut self, name: &str, text: &str, pack: &Pack, gold: &[Gold], mentions: &[Mention]) {
        let mut wanted: HashMap<(usize, usize), &Gold> =
            gold.iter().map(|g| ((g.start, g.end), g)).collect();
        for mention in mentions {
            let span = (mention.span.start, mention.span.end);
            let id = pack.entity(mention.entity).expect("a mention's entity").id().to_owned();
            let Some(gold) = wanted.remove(&span) else {
                self.extra += 1;
                self.notes.push(format!("{name}: extra {:?} {id}", mention.span.of(text)));
                continue;
            };
            self.found += 1;
            self.core += usize::from(mention.core_end == gold.core_end);
            self.entity += usize::from(id == gold.entity);
            self.via += usize::from(mention.via.as_str() == gold.via);
            if id != gold.entity {
                self.notes.push(format!(
                    "{name}: {:?} is {}, not {id}",
                    mention.span.of(text),
                    gold.entity
                ));
            }
        }
        self.missed += wanted.len();
        let missed = wanted
            .values()
            .map(|g| format!("{name}: missed {:?} {}", &text[g.start..g.end], g.entity));
        self.notes.extend(missed);
    }

    fn print(&self, name: &str) {
        self.notes.iter().for_each(|note| println!("{note}"));
        println!(
            "{name}: P {:.1} R {:.1} F1 {:.1} bare-name end {:.1} right entity {:.1} via {:.1}",
            self.precision(),
            self.recall(),
            self.f1(),
            Score::share(self.core, self.found),
            Score::share(self.entity, self.found),
            Score::share(self.via, self.found),
        );
    }
}

fn pack(paths: &[&str]) -> Pack {
    let mut entities = Vec::new();
    for path in paths {
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
        let (read, problems) = read_entities(&text);
        assert_eq!(problems, [], "{path}");
        entities.extend(read);
    }
    Pack::from_entities(entities)
}

/// Text marked `[bare name|ending](entity via)`, without the marks, and what
/// they say; `via` is `name` if left out.
fn unmark(marked: &str) -> (String, Vec<Gold>) {
    let mut text = String::new();
    let mut gold = Vec::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        let (inside, after) = after.split_once("](").expect("a mark has an entity");
        let (target, after) = after.split_once(')').expect("a mark is closed");
        let (bare, ending) = inside.split_once('|').unwrap_or((inside, ""));
        let (entity, via) = target.split_once(' ').unwrap_or((target, "name"));
        text.push_str(before);
        let start = text.len();
        text.push_str(bare);
        let core_end = text.len();
        text.push_str(ending);
        gold.push(Gold {
            start,
            end: text.len(),
            core_end,
            entity: entity.into(),
            via: via.into(),
        });
        rest = after;
    }
    text.push_str(rest);
    (text, gold)
}

/// Rows of `start end core_end entity via surface`, offsets in UTF-16 units.
fn rows(path: &str, text: &str) -> Vec<Gold> {
    let table = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let map = OffsetMap::new(text, Unit::Utf16);
    let row = |line: &str| {
        let fields: Vec<&str> = line.split('\t').collect();
        let byte = |i: usize| map.to_byte(text, fields[i].parse().expect("an offset"));
        let (start, end, core_end) = (byte(0), byte(1), byte(2));
        assert_eq!(&text[start..end], fields[5], "{path}: {line}");
        Gold { start, end, core_end, entity: fields[3].into(), via: fields[4].into() }
    };
    table.lines().skip(1).map(row).collect()
}

fn texts_in(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the gold texts");
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    let mut texts: Vec<PathBuf> =
        paths.filter(|p| p.extension().is_some_and(|e| e == "txt")).collect();
    texts.sort();
    texts
}

fn name(path: &Path) -> String {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

#[test]
fn the_seed_article_is_read_as_by_hand() {
    let text = fs::read_to_string("seeds/000_fd8a1b6014ca0d5e.txt").expect("the seed article");
    let gold = rows(&format!("{GOLD}/seed.tsv"), &text);
    for lists in [&["seeds/entities.jsonl"][..], &["seeds/entities.jsonl", "seeds/starter.jsonl"]] {
        let pack = pack(lists);
        let document = Document::new(text.as_str());
        let mut score = Score::default();
        score.add("seed", &text, &pack, &gold, &document.mentions(&pack));
        score.print("seed");
        assert!(score.f1() >= 98.0, "{:?}", score.notes);
        assert!(Score::share(score.core, score.found) >= 98.0);
        assert!(Score::share(score.entity, score.found) >= 99.0);
    }
}

#[test]
fn strangers_with_common_labels_do_not_mislead() {
    let pack = pack(&[&format!("{GOLD}/newsroom.jsonl")]);
    let mut score = Score::default();
    for path in texts_in(GOLD) {
        let marked = fs::read_to_string(&path).expect("a gold text");
        let (text, gold) = unmark(&marked);
        let document = Document::new(text.as_str());
        score.add(&name(&path), document.text(), &pack, &gold, &document.mentions(&pack));
    }
    score.print("texts");
    assert!(score.precision() >= 97.0, "{:?}", score.notes);
    assert!(score.recall() >= 97.0, "{:?}", score.notes);
    assert!(Score::share(score.core, score.found) >= 98.0);
    assert!(Score::share(score.entity, score.found) >= 98.0, "{:?}", score.notes);
    assert!(Score::share(score.via, score.found) >= 97.0);
}

/// Entities of a table of `type names`, each name that of somebody else.
fn strangers(path: &str) -> String {
    let table = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    let names = rows.flat_map(|row| {
        let (kind, names) = row.split_once('\t').expect("a type and names");
        names.split('|').map(move |name| (kind, name))
    });
    let entity = |(number, (kind, name)): (usize, (&str, &str))| {
        format!("{{\"@id\": \"stranger-{number}\", \"@type\": \"{kind}\", \"name\": \"{name}\"}}\n")
    };
    names.enumerate().map(entity).collect()
}

/// The score of a folder's texts, each paragraph a news item of its own, so
/// that short forms stand near the names that they are short for, and little
/// else helps.
fn score_items(folder: &str, lists: &[&str]) -> Score {
    let lists: String = lists.iter().map(|path| fs::read_to_string(path).expect(path)).collect();
    let (entities, problems) =
        read_entities(&(lists + &strangers(&format!("{GOLD}/strangers.tsv"))));
    assert_eq!(problems, []);
    let pack = Pack::from_entities(entities);
    let mut score = Score::default();
    for path in texts_in(&format!("{GOLD}/{folder}")) {
        let marked = fs::read_to_string(&path).expect("a gold text");
        for paragraph in marked.trim().split("\n\n") {
            let (text, gold) = unmark(paragraph);
            let document = Document::new(text.as_str());
            score.add(&name(&path), document.text(), &pack, &gold, &document.mentions(&pack));
        }
    }
    score.print(folder);
    score
}

#[test]
fn short_news_among_more_strangers_is_read_well() {
    let lists = [&format!("{GOLD}/newsroom.jsonl")[..], &format!("{GOLD}/listed.jsonl")];
    let seeds = ["seeds/entities.jsonl", "seeds/starter.jsonl"];
    for (folder, lists) in [("short", lists), ("starter", seeds)] {
        let score = score_items(folder, &lists);
        assert!(score.precision() >= 97.0, "{:?}", score.notes);
        assert!(score.recall() >= 97.0, "{:?}", score.notes);
        assert!(Score::share(score.core, score.found) >= 99.0);
        assert!(Score::share(score.entity, score.found) >= 99.0, "{:?}", score.notes);
    }
}

/// Mentions are in order and apart; nested ones hold them all; every offset is
/// a character boundary inside a paragraph.
#[test]
fn mentions_keep_the_laws() {
    let pack = pack(&["seeds/entities.jsonl", "seeds/starter.jsonl"]);
    let text = fs::read_to_string("seeds/000_fd8a1b6014ca0d5e.txt").expect("the seed article");
    let document = Document::new(text);
    let mentions = document.mentions(&pack);
    let nested = document.nested_mentions(&pack);
    assert!(mentions.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    assert!(nested.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
    assert!(nested.len() > mentions.len());
    assert!(mentions.iter().all(|mention| nested.contains(mention)));
    for mention in &nested {
        assert!(mention.span.start < mention.core_end && mention.core_end <= mention.span.end);
        assert!(document.text().is_char_boundary(mention.core_end));
        assert!(
            document
                .paragraphs()
                .iter()
                .any(|p| p.start <= mention.span.start && mention.span.end <= p.end)
        );
    }
}
