//! `pack build` and `pack slice` from every format, on the command line.

#![cfg(feature = "cli")]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A directory of the test's own.
fn scratch(name: &str) -> PathBuf {
    let directory = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).expect("a scratch directory");
    directory
}

fn run(directory: &PathBuf, arguments: &[&str], input: &str) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_sorani-reader"));
    program.current_dir(directory).args(arguments);
    let mut child = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command line");
    child.stdin.take().expect("its input").write_all(input.as_bytes()).expect("it reads");
    child.wait_with_output().expect("it ends")
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", stderr(output));
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The ids, types and names that a name is looked up to.
fn lookup(directory: &PathBuf, pack: &str, name: &str) -> Vec<String> {
    let table = stdout(&run(directory, &["pack", "lookup", pack, name], ""));
    table.lines().skip(1).map(str::to_owned).collect()
}

#[test]
fn tables_with_several_names_and_languages() {
    let directory = scratch("csv");
    let table = "id;type;name;name_en;alternateName;demonym;weight;party\n\
                 iraq;Country;عێراق;Iraq;کۆماری عێراق|عێراقی فیدراڵ;عێراقی;9;x\n\
                 nobody;Person;;Nobody;;;;\n\
                 heavy;Person;قورس;;;;much;\n\
                 last;Person;\"دوا; کەس\";;;;;\n";
    fs::write(directory.join("list.csv"), table).expect("a file");
    let built = run(&directory, &["pack", "build", "list.csv", "-o", "list.pack"], "");
    assert!(
        stderr(&built).contains("warning: list.csv: line 4: weight: not a number"),
        "{}",
        stderr(&built)
    );
    assert_eq!(lookup(&directory, "list.pack", "کۆماری عێراقدا"), ["iraq\tCountry\tعێراق\tnamed"]);
    assert_eq!(lookup(&directory, "list.pack", "iraq"), ["iraq\tCountry\tعێراق\tnamed"]);
    assert_eq!(lookup(&directory, "list.pack", "عێراقی فی"), ["iraq\tCountry\tعێراق\tsuggested"]);
    assert_eq!(lookup(&directory, "list.pack", "دوا کەس").len(), 1);
}

#[test]
fn one_bad_line_never_costs_the_others() {
    let directory = scratch("lines");
    let list = "{\"@id\": \"a\", \"name\": \"یەکەم\"}\nnonsense\n{\"@id\": \"a\", \"name\": \"دووەم\"}\n{\"@id\": \"b\"}\n{\"@id\": \"c\", \"name\": \"سێیەم\"}\n";
    fs::write(directory.join("list.jsonl"), list).expect("a file");
    for split in ["5000", "1"] {
        let build = ["pack", "build", "list.jsonl", "-o", "list.pack", "--split", split];
        let said = stderr(&run(&directory, &build, ""));
        for line in [
            "warning: list.jsonl: line 2: line: not a JSON object: expected ident in column 2",
            "warning: list.jsonl: line 3: @id: given before, the first is kept: a",
            "warning: list.jsonl: line 4: name: missing or empty",
            "left out: 1 × @id: given before, the first is kept",
            "list.pack: 2 entities, 3 left out",
        ] {
            assert!(said.contains(line), "{said}");
        }
        assert_eq!(lookup(&directory, "list.pack", "یەکەم"), ["a\t\tیەکەم\tnamed"]);
    }
    let table = "id,name\na,ناوێک\nb,\"کراوە\nc,ناوێکی دیکە\n";
    fs::write(directory.join("list.csv"), table).expect("a file");
    let said = stderr(&run(&directory, &["pack", "build", "list.csv", "-o", "csv.pack"], ""));
    assert!(said.contains("list.csv: line 3: name: a line break in a name"), "{said}");
    for (source, output, wrong) in [
        ("none.jsonl", "x.pack", "none.jsonl: No such file"),
        ("list.jsonl", "none/x.pack", "none: there is no such directory"),
        ("list.jsonl", ".", ".: a directory, not a file"),
    ] {
        let refused = run(&directory, &["pack", "build", source, "-o", output], "");
        assert_eq!(refused.status.code(), Some(1));
        assert!(stderr(&refused).contains(wrong), "{}", stderr(&refused));
    }
}

#[test]
fn skos_in_turtle_and_json_ld() {
    let directory = scratch("skos");
    let turtle = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\
        <http://example.org/1> a skos:Concept, <https://schema.org/City> ; skos:prefLabel \"هەولێر\"@ckb, \"Erbil\"@en ;\n\
        skos:altLabel \"هەولێری پایتەخت\"@ckb ; skos:definition \"شارێک\"@ckb .\n\
        <http://example.org/2> a skos:Concept ; skos:prefLabel \"Rien\"@fr .\n";
    let json = r#"{"@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}, "@id": "http://example.org/3",
        "@type": "skos:Concept", "skos:prefLabel": {"@language": "ckb", "@value": "سلێمانی"}}"#;
    fs::write(directory.join("a.ttl"), turtle).expect("a file");
    fs::write(directory.join("b.jsonld"), json).expect("a file");
    let built = run(&directory, &["pack", "build", "a.ttl", "b.jsonld", "-o", "both.pack"], "");
    assert!(stderr(&built).contains("left out: 1 × no skos:prefLabel"), "{}", stderr(&built));
    assert_eq!(
        lookup(&directory, "both.pack", "هەولێرەوە"),
        ["http://example.org/1\tCity\tهەولێر\tnamed"]
    );
    assert_eq!(lookup(&directory, "both.pack", "سلێمانی").len(), 1);
    let damaged = turtle.replace("skos:definition", "skos definition").replace("<http://example.org/2>", "<http://example.org/3> a skos:Concept ; skos:prefLabel \"کەرکووک\"@ckb .\n<http://example.org/2>");
    fs::write(directory.join("d.ttl"), damaged).expect("a file");
    let built = run(&directory, &["pack", "build", "d.ttl", "-o", "d.pack"], "");
    assert!(
        stderr(&built).contains("warning: d.ttl: line 3: line: not Turtle: "),
        "{}",
        stderr(&built)
    );
    assert_eq!(lookup(&directory, "d.pack", "کەرکووک").len(), 1);
    fs::write(directory.join("c.ttl"), "<a> <b> .").expect("a file");
    let broken = run(&directory, &["pack", "build", "c.ttl", "-o", "c.pack"], "");
    assert_eq!(broken.status.code(), Some(1));
    assert!(stderr(&broken).contains("c.ttl"), "{}", stderr(&broken));
}

/// A line of the dump.
fn item(number: usize, class: &str, name: &str) -> String {
    format!(
        r#"{{"type":"item","id":"Q{number}","labels":{{"ckb":{{"language":"ckb","value":"{name}"}},"en":{{"language":"en","value":"No {number}"}}}},"descriptions":{{"en":{{"language":"en","value":"a thing"}}}},"aliases":{{"ckb":[{{"language":"ckb","value":"{name} دووەم"}}]}},"claims":{{"P31":[{{"mainsnak":{{"snaktype":"value","property":"P31","datavalue":{{"value":{{"entity-type":"item","id":"{class}"}},"type":"wikibase-entityid"}}}}}}],"P569":[{{"mainsnak":{{"snaktype":"value","property":"P569","datavalue":{{"value":{{"time":"+1950-00-00T00:00:00Z"}},"type":"time"}}}}}}],"P18":[{{"mainsnak":{{"snaktype":"somevalue","property":"P18"}}}}]}}}}"#
    )
}

fn dump() -> String {
    let lines = [
        item(1, "Q5", "ئارام ناوێک"),
        item(2, "Q515", "شارێکی دوور"),
        r#"{"type":"item","id":"Q3","labels":{"en":{"language":"en","value":"No Sorani"}}}"#
            .to_owned(),
        r#"{"type":"item","id":"Q4","labels":{"ckb":["#.to_owned(),
        item(5, "Q5", "دڵنیا ناوێک"),
    ];
    format!("[\n{}\n]\n", lines.join(",\n"))
}

#[test]
fn a_dump_plain_and_packed_by_class_and_property() {
    let directory = scratch("wikidata");
    let dump = dump();
    fs::write(directory.join("d.json"), &dump).expect("a file");
    fs::write(directory.join("d.json.zst"), zstd::encode_all(dump.as_bytes(), 1).expect("zstd"))
        .expect("a file");
    let mut gz = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gz.write_all(dump.as_bytes()).expect("gzip");
    fs::write(directory.join("d.json.gz"), gz.finish().expect("gzip")).expect("a file");
    let mut bz = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::fast());
    bz.write_all(dump.as_bytes()).expect("bzip2");
    fs::write(directory.join("d.json.bz2"), bz.finish().expect("bzip2")).expect("a file");
    for source in ["d.json", "d.json.gz", "d.json.bz2", "d.json.zst"] {
        let built = run(
            &directory,
            &["pack", "build", source, "-o", "d.pack", "--class", "Q5", "--property", "P569"],
            "",
        );
        let said = stderr(&built);
        assert!(said.contains("d.pack: 2 entities, 3 left out"), "{source}: {said}");
        assert!(said.contains("line 5: line: not an entity of the dump"), "{source}: {said}");
        let expected = ["http://www.wikidata.org/entity/Q1\tPerson\tئارام ناوێک\tnamed"];
        assert_eq!(lookup(&directory, "d.pack", "ئارام ناوێک دووەمەوە"), expected, "{source}");
    }
    assert!(
        !directory.join("d.pack.partial").exists()
            && !directory.join("d.pack.partial.jsonl").exists()
    );
    let none =
        run(&directory, &["pack", "build", "d.json", "-o", "n.pack", "--property", "P17=Q796"], "");
    assert!(stderr(&none).contains("nothing was written") && !directory.join("n.pack").exists());
}

/// What an interrupted import has written is kept and not read again.
#[test]
fn an_interrupted_import_goes_on() {
    let directory = scratch("resume");
    let dump = dump();
    fs::write(directory.join("d.json"), &dump).expect("a file");
    let arguments = ["pack", "build", "d.json", "-o", "d.pack"];
    let staged = "{\"@id\": \"staged\", \"name\": \"پێشتر\"}\n";
    fs::write(directory.join("d.pack.partial.jsonl"), format!("{staged}half a li"))
        .expect("a file");
    let selection = r#"None ["ckb", "en", "ku", "ar"] [] []"#;
    let note = format!("0 3 {}\n{selection}\nd.json {}", staged.len(), dump.len());
    fs::write(directory.join("d.pack.partial"), note).expect("a file");
    let built = run(&directory, &arguments, "");
    assert!(stderr(&built).contains("going on after line 3 of d.json"), "{}", stderr(&built));
    assert!(stderr(&built).contains("d.pack: 2 entities"), "{}", stderr(&built));
    assert_eq!(lookup(&directory, "d.pack", "پێشتر").len(), 1);
    assert_eq!(lookup(&directory, "d.pack", "ئارام ناوێک").len(), 0);
}

const LIST: &str = r#"{"@id": "iraq", "@type": "Country", "name": "عێراق", "url": "https://example.org/iraq"}
{"@id": "kadhimi", "@type": "Person", "name": "مستەفا کازمی"}
{"@id": "other", "@type": "Person", "name": "کەسی دیکە"}
"#;

#[test]
fn names_of_a_large_pack_are_looked_up_in_files_beside_it() {
    let directory = scratch("names");
    let list = r#"{"@id": "baghdad", "@type": "City", "name": "بەغدا"}
{"@id": "pompeo", "@type": "Person", "name": "مایک پۆمپەیۆ"}"#;
    fs::write(directory.join("list.jsonl"), list).expect("a file");
    let build = ["pack", "build", "list.jsonl", "-o", "large.pack", "--split", "1"];
    assert!(run(&directory, &build, "").status.success());
    let rows = [
        ("بەغداوە", "baghdad\tCity\tبەغدا\tnamed"),
        ("Bexda", "baghdad\tCity\tبەغدا\tlatin"),
        ("Pompeo", "pompeo\tPerson\tمایک پۆمپەیۆ\tlatin"),
        ("پۆمپ", "pompeo\tPerson\tمایک پۆمپەیۆ\tsuggested"),
    ];
    for (name, wanted) in rows {
        assert_eq!(lookup(&directory, "large.pack", name), [wanted], "{name}");
    }
    assert_eq!(lookup(&directory, "large.pack", "London"), [] as [&str; 0]);
    fs::remove_file(directory.join("large.pack.names")).expect("the list of names");
    let lost = run(&directory, &["pack", "lookup", "large.pack", "Bexda"], "");
    assert!(!lost.status.success() && stderr(&lost).contains("large.pack.names"));
}

#[test]
fn slices_of_files_and_of_lines_from_small_and_large_packs() {
    let directory = scratch("slice");
    fs::write(directory.join("list.jsonl"), LIST).expect("a file");
    stdout(&run(&directory, &["pack", "build", "list.jsonl", "-o", "small.pack"], ""));
    stdout(&run(
        &directory,
        &["pack", "build", "list.jsonl", "-o", "large.pack", "--split", "1"],
        "",
    ));
    assert!(directory.join("large.pack.records").is_dir());
    let archive = directory.join("archive");
    fs::create_dir(&archive).expect("a directory");
    fs::write(archive.join("a.txt"), "مستەفا کازمی لە عێراقەوە هات.").expect("a file");
    fs::write(archive.join("b.html"), "<article><p>کازمی نا، عێراق.</p></article>")
        .expect("a file");
    for pack in ["small.pack", "large.pack"] {
        let said =
            run(&directory, &["pack", "slice", "--pack", pack, "archive", "-o", "slice.pack"], "");
        assert!(stderr(&said).contains("2 of 3 entities from 2 article(s)"), "{}", stderr(&said));
        assert_eq!(lookup(&directory, "slice.pack", "عێراق").len(), 1);
        assert_eq!(lookup(&directory, "slice.pack", "کەسی دیکە").len(), 0);
        let entities = stdout(&run(&directory, &["entities", "--pack", pack, "archive/a.txt"], ""));
        assert_eq!(
            entities.lines().nth(1),
            Some("0\t12\t12\tkadhimi\tPerson\tمستەفا کازمی\tمستەفا کازمی\tname\t")
        );
        let lines = "{\"id\": \"x\", \"text\": \"عێراق، عێراقدا\"}\n\n";
        let printed = stdout(&run(
            &directory,
            &["pack", "slice", "--pack", pack, "--json-ld", "--annotations", "-"],
            lines,
        ));
        let objects: Vec<Value> =
            printed.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        assert_eq!(objects.len(), 3);
        assert_eq!(objects[0]["mentions"][0]["url"], "https://example.org/iraq");
        let selectors = &objects[2]["target"]["selector"];
        assert_eq!(selectors[0]["exact"], "عێراقدا");
        assert_eq!(selectors[0]["prefix"], "عێراق، ");
        assert_eq!((&selectors[1]["start"], &selectors[1]["end"]), (&7.into(), &14.into()));
    }
    let wrong = run(
        &directory,
        &["pack", "slice", "--pack", "small.pack", "--json-ld", "-"],
        "{\"text\": 1}\n",
    );
    assert!(stderr(&wrong).contains("line 1: no \"text\""), "{}", stderr(&wrong));
}

#[test]
fn each_article_of_an_archive_has_its_own_pack() {
    let directory = scratch("archive");
    fs::write(directory.join("list.jsonl"), LIST).expect("a file");
    stdout(&run(&directory, &["pack", "build", "list.jsonl", "-o", "list.pack"], ""));
    for (year, text) in [("2020", "لە عێراقەوە هات."), ("2021", "مستەفا کازمی هات.")]
    {
        fs::create_dir_all(directory.join("archive").join(year)).expect("a directory");
        fs::write(directory.join("archive").join(year).join("a.txt"), text).expect("a file");
    }
    let slice = ["pack", "slice", "--pack", "list.pack", "archive", "-o", "packs/", "--json-ld"];
    let printed = stdout(&run(&directory, &slice, ""));
    let first: Value = serde_json::from_str(printed.lines().next().expect("a line")).expect("JSON");
    assert_eq!(first["identifier"], "archive/2020/a.txt");
    assert_eq!(lookup(&directory, "packs/2020/a.pack", "عێراق").len(), 1);
    assert_eq!(lookup(&directory, "packs/2021/a.pack", "عێراق").len(), 0);
    fs::write(directory.join("archive/b.txt"), b"\xFF").expect("a file");
    let broken = run(&directory, &slice, "");
    assert_eq!((broken.status.code(), printed.as_bytes()), (Some(1), &broken.stdout[..]));
    assert!(
        stderr(&broken).contains("warning: left out: archive/b.txt: byte 0"),
        "{}",
        stderr(&broken)
    );
    assert!(stderr(&broken).contains("error: 1 of 3 article(s) could not be read"));
    let lines =
        "{\"id\": \"one/a\", \"text\": \"عێراق\"}\n{\"id\": \"two/a\", \"text\": \"عێراق\"}\n";
    let same = run(&directory, &["pack", "slice", "--pack", "list.pack", "-o", "packs"], lines);
    assert!(
        stderr(&same).contains("packs/a.pack: the pack of one/a is there"),
        "{}",
        stderr(&same)
    );
}
