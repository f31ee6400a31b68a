//! Entity packs at scale: size, loading, matching, importing, slicing.
//!
//! `cargo bench --bench entities`. The label lists are made by a seeded generator (`names.rs`). The
//! packs stay where `packs.js` finds them, which measures the same in the browsers.

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
        let bytes = large(&entities);
        fs::write(scratch(&format!("labels-{count}.pack")), &bytes).expect("a scratch file");
        row(&entities, &bytes, &story);
    }
    import();
    slice();
}

fn row(entities: &[Entity], bytes: &[u8], story: &str) {
    let pack = Pack::from_bytes(bytes).expect("a sound pack");
    let load = median(|| Pack::from_bytes(bytes).expect("a sound pack").len());
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
        let (time, memory) = build(path, &scratch("dump.pack"));
        let rate = bytes.len() as f64 / 1e6 / time.as_secs_f64();
        let kind = path.extension().unwrap_or_default().display();
        println!("importing {kind}: {rate:.0} MB of JSON/s, {memory} MB of memory at most");
    }
}

/// How long a pack takes to build, and the most memory that takes, in MB (0 where the system does
/// not tell).
fn build(source: &Path, pack: &Path) -> (Duration, u64) {
    let start = Instant::now();
    let mut command = program();
    let mut child = command.args(["pack", "build"]).arg(source).arg("-o").arg(pack).spawn();
    let child = child.as_mut().expect("the command line");
    let mut memory = 0;
    let status = loop {
        memory = peak_memory(child.id()).unwrap_or(memory);
        match child.try_wait().expect("a process of ours") {
            Some(status) => break status,
            None => std::thread::sleep(Duration::from_millis(5)),
        }
    };
    assert!(status.success());
    (start.elapsed(), memory)
}

/// The most memory that a process has held so far, in MB, as Linux tells.
fn peak_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes / 1000)
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

/// Archives of short and of long articles through the command line, with the pack of a million
/// labels.
fn slice() {
    let entities = names::entities(1_000_000);
    let (pack, list) = (scratch("million.pack"), scratch("million.jsonl"));
    let lines: String = entities.iter().map(|e| format!("{}\n", json!(e))).collect();
    fs::write(&list, lines).expect("a scratch file");
    let (time, memory) = build(&list, &pack);
    println!(
        "building the pack of a million labels: {:.1} s, {memory} MB of memory at most",
        time.as_secs_f64()
    );
    for (articles, sentences) in [(10_000, 14), (3_000, 66)] {
        slice_archive(&pack, &entities, articles, sentences);
    }
}

/// Slices so many articles, as JSON lines on standard input.
fn slice_archive(pack: &Path, entities: &[Entity], articles: usize, sentences: usize) {
    let (mut random, nouns) = (names::Random(7), names::nouns());
    let texts: Vec<String> =
        (0..articles).map(|_| names::article(&mut random, entities, &nouns, sentences)).collect();
    let words = texts.iter().map(|text| text.split_whitespace().count()).sum::<usize>() / articles;
    let lines: String = texts.iter().map(|text| format!("{}\n", json!({"text": text}))).collect();
    let archive = scratch("archive.jsonl");
    fs::write(&archive, lines).expect("a scratch file");
    let start = Instant::now();
    let status = program()
        .args(["pack", "slice", "--pack"])
        .arg(pack)
        .args(["--json-ld", "-"])
        .stdin(File::open(&archive).expect("the archive"))
        .stdout(Stdio::null())
        .status();
    assert!(status.expect("the command line").success());
    let rate = articles as f64 / start.elapsed().as_secs_f64();
    println!("slicing articles of {words} words: {rate:.0}/s (loading of the pack counted)");
}
