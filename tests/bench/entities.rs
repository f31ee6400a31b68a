//! Entity packs at scale: size, loading, matching, importing, slicing.
//!
//! `cargo bench --bench entities`. The label lists are made by a seeded generator (`names.rs`).

mod names;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::json;
use sorani_reader::document::Document;
use sorani_reader::entity::{Entity, LargePackBuilder, Pack};
use sorani_reader::fold::fold_str;

const RUNS: usize = 31;

fn main() {
    let story = fs::read_to_string("seeds/000_fd8a1b6014ca0d5e.txt").expect("the seed story");
    println!(
        "{:<12}{:>10}{:>12}{:>12}{:>10}{:>12}",
        "labels", "entities", "index B/lb", "fst B/lb", "load ms", "match ms"
    );
    for count in [1_000, 100_000, 1_000_000] {
        let entities = names::entities(count);
        row(&entities, &story);
    }
    import();
    slice();
}

fn row(entities: &[Entity], story: &str) {
    let bytes = large(entities);
    let pack = Pack::from_bytes(&bytes).expect("a sound pack");
    let load = median(|| Pack::from_bytes(&bytes).expect("a sound pack").len());
    let matching = median_of(|| Document::new(story), |document| document.mentions(&pack).len());
    let labels = pack.labels();
    let size = pack.index_size() as f64 / labels as f64;
    let yardstick = fst_size(entities) as f64 / labels as f64;
    println!(
        "{labels:<12}{:>10}{size:>12.2}{yardstick:>12.2}{:>10.2}{:>12.2}",
        entities.len(),
        load.as_secs_f64() * 1e3,
        matching.as_secs_f64() * 1e3,
    );
}

fn large(entities: &[Entity]) -> Vec<u8> {
    let mut builder = LargePackBuilder::default();
    for entity in entities {
        builder.add(entity);
    }
    builder.finish().0
}

/// Bytes of an `fst` map over the folded labels in UTF-8.
fn fst_size(entities: &[Entity]) -> usize {
    let mut labels = BTreeMap::new();
    for (number, entity) in entities.iter().enumerate() {
        for label in entity.labels() {
            labels.insert(fold_str(&label.text), number as u64);
        }
    }
    fst::Map::from_iter(labels).expect("sorted labels").as_fst().size()
}

fn median(work: impl Fn() -> usize) -> Duration {
    median_of(|| (), |()| work())
}

/// The median time of `work`, not counting what prepares it.
fn median_of<T>(prepare: impl Fn() -> T, work: impl Fn(T) -> usize) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let input = prepare();
            let start = Instant::now();
            std::hint::black_box(work(input));
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}

fn scratch(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn program() -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_sorani-reader"));
    program.stderr(Stdio::null());
    program
}

/// A dump of the Wikidata kind in which every entity has a Sorani name, so that none is skipped
/// unread, plain and packed.
fn import() {
    let plain = scratch("dump.json");
    let mut out = BufWriter::new(File::create(&plain).expect("a scratch file"));
    writeln!(out, "[").expect("a scratch file");
    for (number, entity) in names::entities(50_000).iter().enumerate() {
        writeln!(out, "{},", wikidata(number, entity.name())).expect("a scratch file");
    }
    writeln!(out, "]").expect("a scratch file");
    drop(out);
    let bytes = fs::read(&plain).expect("the dump");
    let packed = scratch("dump.json.zst");
    fs::write(&packed, zstd::encode_all(&bytes[..], 3).expect("zstd")).expect("a scratch file");
    for path in [&plain, &packed] {
        let start = Instant::now();
        let status = program()
            .args(["pack", "build"])
            .arg(path)
            .arg("-o")
            .arg(scratch("dump.pack"))
            .status();
        assert!(status.expect("the command line").success());
        let rate = bytes.len() as f64 / 1e6 / start.elapsed().as_secs_f64();
        println!(
            "importing {}: {rate:.0} MB of JSON/s",
            path.extension().unwrap_or_default().display()
        );
    }
}

fn wikidata(number: usize, name: &str) -> String {
    let text = |language: &str, value: &str| json!({"language": language, "value": value});
    let claim = |property: usize| {
        json!([{"mainsnak": {"snaktype": "value", "property": format!("P{property}"), "datavalue":
            {"value": {"entity-type": "item", "numeric-id": 5, "id": "Q5"}, "type": "wikibase-entityid"}},
            "type": "statement", "id": format!("Q{number}$AB"), "rank": "normal"}])
    };
    let claims: BTreeMap<String, _> = (31..51).map(|p| (format!("P{p}"), claim(p))).collect();
    json!({"type": "item", "id": format!("Q{number}"), "claims": claims,
        "labels": {"ckb": text("ckb", name), "en": text("en", "Somebody"), "de": text("de", "Jemand")},
        "descriptions": {"en": text("en", "a person")}, "aliases": {}})
    .to_string()
}

/// The archive: articles as JSON lines through the command line, with the pack of a million labels.
fn slice() {
    const ARTICLES: usize = 10_000;
    let entities = names::entities(1_000_000);
    let pack = scratch("million.pack");
    let list = scratch("million.jsonl");
    let lines: String = entities.iter().map(|e| format!("{}\n", json!(e))).collect();
    fs::write(&list, lines).expect("a scratch file");
    let built = program().args(["pack", "build"]).arg(&list).arg("-o").arg(&pack).status();
    assert!(built.expect("the command line").success());
    let (mut random, nouns) = (names::Random(7), names::nouns());
    let archive = scratch("archive.jsonl");
    let lines: String = (0..ARTICLES)
        .map(|_| format!("{}\n", json!({"text": names::article(&mut random, &entities, &nouns)})))
        .collect();
    fs::write(&archive, lines).expect("a scratch file");
    let start = Instant::now();
    let input = File::open(&archive).expect("the archive");
    let status = program()
        .args(["pack", "slice", "--pack"])
        .arg(&pack)
        .args(["--json-ld", "-"])
        .stdin(input)
        .stdout(Stdio::null())
        .status();
    assert!(status.expect("the command line").success());
    println!(
        "slicing: {:.0} articles/s (of 170 words, loading of the pack counted)",
        ARTICLES as f64 / start.elapsed().as_secs_f64()
    );
}
