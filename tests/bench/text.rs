//! How fast the core reads text on this machine, one thread, beside systems that people know.
//!
//! `cargo bench --bench text`. Every figure is words a second, in millions, where a word is a token
//! of ours; all systems read the same text in turns within one run.

mod lucene;
mod news;

use std::collections::HashSet;
use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use lucene::Lucene;
use sorani_reader::document::Document;
use sorani_reader::fold::fold;
use sorani_reader::search::Mode;
use unicode_segmentation::UnicodeSegmentation;

const RUNS: usize = 31;
const NEWS_BYTES: usize = 1_000_000;

/// What is timed. Each gives some number, so that no compiler leaves the work out.
/// A row of the table: its name, and the work that it times.
type Work = (&'static str, fn(&str) -> usize);

const WORK: &[Work] = &[
    ("fold only", |text| fold(text).text.len()),
    ("fold, tokens, sentences, index", |text| Document::new(text).tokens().len()),
    ("  and the stem of every token", |text| stems(&Document::new(text))),
    ("  and a first search", first_search),
    ("unicode-segmentation, words only", |text| text.unicode_words().count()),
];

fn main() {
    let story = news::seed_story();
    let stories = vec![story.trim(); NEWS_BYTES / story.len()].join("\n");
    let columns = [("news.txt", news::news(NEWS_BYTES)), ("stories.txt", stories)].map(measure);
    let title = format!("million words/s, median of {RUNS}");
    println!("{title:<36}{:>12}{:>12}", "made news", "seed story");
    let names = WORK.iter().map(|(name, _)| *name).chain(["Lucene SoraniAnalyzer, warm"]);
    for (row, name) in names.enumerate() {
        println!("{name:<36}{:>12}{:>12}", columns[0][row], columns[1][row]);
    }
}

/// The cells of one text's column: a row of `WORK` each, and Lucene's.
fn measure((name, text): (&str, String)) -> Vec<String> {
    let file = keep(name, &text);
    let document = Document::new(&*text);
    let words = document.tokens().len();
    let (bytes, distinct) = (text.len() as f64 / 1e6, distinct_words(&document));
    println!("{name}: {bytes:.1} MB, {words} words, {distinct} of them different");
    let mut lucene = Lucene::start(&file);
    if let Err(why) = &lucene {
        println!("Lucene is skipped: {why}");
    }
    let cell = |times: Vec<Duration>| match times.is_empty() {
        true => "-".to_owned(),
        false => format!("{:.2}", words as f64 / median(times).as_secs_f64() / 1e6),
    };
    times(&text, &mut lucene).into_iter().map(cell).collect()
}

/// Writes a text where Lucene and the benchmark in browsers find it.
fn keep(name: &str, text: &str) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, text).expect("the target directory can be written to");
    file
}

fn distinct_words(document: &Document) -> usize {
    let words = 0..document.tokens().len();
    words.map(|word| document.token_fold(word)).collect::<HashSet<_>>().len()
}

/// The times of each row, taken in turns, so that a busy moment of the machine hits all alike.
fn times(text: &str, lucene: &mut Result<Lucene, String>) -> Vec<Vec<Duration>> {
    let mut times = vec![Vec::with_capacity(RUNS); WORK.len() + 1];
    for _ in 0..RUNS {
        for (row, (_, work)) in WORK.iter().enumerate() {
            times[row].push(time(*work, text));
        }
        times[WORK.len()].extend(lucene.as_mut().ok().map(Lucene::time));
    }
    times
}

fn stems(document: &Document) -> usize {
    (0..document.tokens().len()).map(|token| document.token_stem(token).len()).sum()
}

/// The first search of a text works out what the later ones use.
fn first_search(text: &str) -> usize {
    Document::new(text).search("ئەمریکا", Mode::Smart, None).len()
}

fn time(work: fn(&str) -> usize, text: &str) -> Duration {
    let start = Instant::now();
    black_box(work(text));
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}
