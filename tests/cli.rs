//! The command line: what scripts rely on (columns, escapes, units, errors).
#![cfg(feature = "cli")]

use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const ARTICLE: &str = "هێرش بۆ ئەمریکاوە 😀.\nئەمریکی هاتن.";
const PAGE: &str = "<!doctype html><title>x</title><nav>بەستەر</nav><article><h1>سەردێڕ</h1><p>هێرش بۆ \
    <b>ئەمریکا</b>وە.<br>نوێ</p><aside>ڕیکلام</aside><p hidden>نا</p></article>";
const ENTITIES: &str = r#"{"@id":"us","@type":"Country","name":{"ckb":"ئەمریکا","en":"United States"},"demonym":["ئەمریکی"]}
{"@id":"embassy","@type":"Organization","name":"باڵیۆزخانەی ئەمریکا"}
{"@id":"iran","@type":"Country","name":"ئێران"}
"#;

fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_sorani-reader"))
}

/// Runs the program with `input` on standard input.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = program();
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // A program that fails early leaves its input unread.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    child.wait_with_output().expect("the program ends")
}

/// Standard output of a run that succeeds.
fn stdout(arguments: &[&str], input: &str) -> String {
    let output = run(arguments, input.as_bytes());
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}: {errors}");
    String::from_utf8(output.stdout).expect("the output is UTF-8")
}

/// Exit code and standard error of a run that fails and prints nothing else.
fn failure(arguments: &[&str], input: &[u8]) -> (Option<i32>, String) {
    let output = run(arguments, input);
    assert!(
        output.stdout.is_empty(),
        "{arguments:?} printed {:?}",
        String::from_utf8_lossy(&output.stdout)
    );
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

/// A folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&path).expect("the folder can be made");
    path
}

fn file(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    fs::write(&path, content).expect("the file can be written");
    path.into_os_string().into_string().expect("our paths are UTF-8")
}

/// A pack of `ENTITIES` in `folder`.
fn pack(folder: &Path) -> String {
    let source = file(folder, "entities.jsonl", ENTITIES);
    let out =
        folder.join("built.pack").into_os_string().into_string().expect("our paths are UTF-8");
    stdout(&["pack", "build", &source, "-o", &out], "");
    out
}

#[test]
fn text_is_the_flat_text_of_a_file_of_standard_input_and_of_a_page() {
    let folder = folder("text");
    for arguments in [&["text"][..], &["text", "-"], &["text", &file(&folder, "a.txt", ARTICLE)]] {
        assert_eq!(stdout(arguments, ARTICLE), ARTICLE);
    }
    assert_eq!(stdout(&["text"], &format!("\u{FEFF}{ARTICLE}")), ARTICLE);
    let page = file(&folder, "a.html", format!("\u{FEFF}{PAGE}"));
    assert_eq!(stdout(&["text", &page], ""), "سەردێڕ\nهێرش بۆ ئەمریکاوە.\nنوێ");
}

#[test]
fn a_page_gives_the_rows_of_its_flat_text() {
    let folder = folder("page");
    let page = file(&folder, "page.HTML", PAGE);
    let flat = file(&folder, "flat.txt", stdout(&["text", &page], ""));
    for arguments in [&["tokens"][..], &["search", "ئەمریکا"]] {
        let on_page = stdout(&[arguments, &[&page]].concat(), "");
        assert_eq!(on_page, stdout(&[arguments, &[&flat]].concat(), ""));
        assert!(on_page.contains("ئەمریکا"));
    }
}

#[test]
fn fold_goes_line_for_line() {
    assert_eq!(stdout(&["fold"], "كوردستان\r\n\nBBC ٢٠"), "کوردستان\n\nbbc 20\n");
    assert_eq!(stdout(&["fold", "--loose"], "گرووپ\nگوڵ\n"), "گروپ\nگول\n");
}

#[test]
fn tokens_have_six_columns_in_three_units() {
    let rows = |unit: &str| stdout(&["tokens", "--offsets", unit], "😀 ئەمریکاوە");
    let header = "start\tend\tkind\tsurface\tfold\tstem\n";
    let word = "word\tئەمریکاوە\tئەمریکاوە\tئەمریکا\n";
    assert_eq!(rows("utf16"), format!("{header}0\t2\temoji\t😀\t😀\t😀\n3\t12\t{word}"));
    assert_eq!(rows("codepoint"), format!("{header}0\t1\temoji\t😀\t😀\t😀\n2\t11\t{word}"));
    assert_eq!(rows("utf8"), format!("{header}0\t4\temoji\t😀\t😀\t😀\n5\t23\t{word}"));
    assert_eq!(stdout(&["tokens"], "😀 ئەمریکاوە"), rows("utf16"));
}

#[test]
fn sentences_are_the_flat_text_from_start_to_end() {
    let table = stdout(&["sentences"], ARTICLE);
    let units: Vec<u16> = ARTICLE.encode_utf16().collect();
    let mut rows = table.lines();
    assert_eq!(rows.next(), Some("start\tend\tparagraph\ttext"));
    let expected = [("0", "هێرش بۆ ئەمریکاوە 😀."), ("1", "ئەمریکی هاتن.")];
    for (paragraph, text) in expected {
        let fields: Vec<&str> = rows.next().expect("a row a sentence").split('\t').collect();
        let [start, end] = [fields[0], fields[1]].map(|n| n.parse::<usize>().expect("a number"));
        assert_eq!(String::from_utf16_lossy(&units[start..end]), text);
        assert_eq!(fields[2..], [paragraph, text]);
    }
    assert_eq!(rows.next(), None);
}

#[test]
fn tabs_line_feeds_and_backslashes_in_a_field_are_escaped() {
    let table = stdout(&["sentences"], "یەک\tدوو \\ سێ");
    assert_eq!(table.lines().nth(1), Some(r"0	12	0	یەک\tدوو \\ سێ"));
    let folder = folder("escapes");
    let page = file(&folder, "a.html", "<p>یەک<br>دوو\r\n</p><p>سێ</p>");
    let table = stdout(&["sentences", &page], "");
    assert_eq!(table.lines().nth(1), Some(r"0	7	0	یەک\nدوو"));
}

#[test]
fn json_has_the_columns_as_fields_and_no_header() {
    let lines = stdout(&["--json", "search", "ئەمریکا"], "یەک\tلە ئەمریکادا");
    let row: serde_json::Value = serde_json::from_str(lines.trim()).expect("one JSON object");
    assert_eq!(
        row,
        serde_json::json!({"start": 7, "end": 14, "tier": "inflected", "surface": "ئەمریکا"})
    );
    let lines = stdout(&["sentences", "--json"], "یەک\tدوو");
    let row: serde_json::Value = serde_json::from_str(lines.trim()).expect("one JSON object");
    assert_eq!(row["text"], "یەک\tدوو");
}

#[test]
fn stem_reads_one_word_a_line_and_never_leaves_keys_empty() {
    let table = stdout(&["stem"], "باڵیۆزخانەکەی\n\nئێران\nxyz\nكوردستان\n");
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows[0], ["surface", "stem", "keys"]);
    assert_eq!(rows[1][..2], ["باڵیۆزخانەکەی", "باڵیۆزخانە"]);
    assert!(rows[1][2].split('|').any(|key| key == "باڵیۆزخانە"));
    assert_eq!(rows[2..], [["ئێران"; 3], ["xyz"; 3], ["كوردستان", "کوردستان", "کوردستان"]]);
}

#[test]
fn latin_goes_both_ways_line_for_line() {
    assert_eq!(stdout(&["latin"], "کوردستان، ٢٠\nسڵاو"), "kurdistan, ٢٠\nsiław\n");
    assert_eq!(stdout(&["latin", "--to-arabic"], "kurdistan\n\nsiław"), "کوردستان\n\nسڵاو\n");
}

#[test]
fn search_lists_places_by_mode() {
    let text = "سەر سەرۆک سەری";
    let header = "start\tend\ttier\tsurface\n";
    let find = |mode: &str| stdout(&["search", "سەر", "--mode", mode], text);
    assert_eq!(
        find("smart"),
        format!("{header}0\t3\texact\tسەر\n4\t7\tpart\tسەر\n10\t13\tinflected\tسەر\n")
    );
    assert_eq!(find("word"), format!("{header}0\t3\texact\tسەر\n"));
    assert_eq!(
        find("exact"),
        format!("{header}0\t3\texact\tسەر\n4\t7\texact\tسەر\n10\t13\texact\tسەر\n")
    );
    assert_eq!(stdout(&["search", "هیچ نییە"], text), header);
}

#[test]
fn entities_lists_mentions_with_their_endings() {
    let pack = pack(&folder("entities"));
    let table = stdout(&["entities", "--pack", &pack], "لە ئەمریکاوە، ئەمریکییەکان");
    let header = "start\tend\tcore_end\tentity\ttype\tname\tsurface\tvia\tcandidates\n";
    let name = "3\t12\t10\tus\tCountry\tئەمریکا\tئەمریکاوە\tname\t\n";
    assert!(table.starts_with(&format!("{header}{name}")), "{table}");
    let demonym: Vec<&str> = table.lines().nth(2).expect("the demonym").split('\t').collect();
    assert_eq!(demonym[3..], ["us", "Country", "ئەمریکا", "ئەمریکییەکان", "demonym", ""]);
    assert_eq!(demonym[..2], ["14", "26"]);
}

#[test]
fn only_nested_mentions_overlap() {
    let pack = pack(&folder("nested"));
    let count =
        |arguments: &[&str]| stdout(arguments, "باڵیۆزخانەی ئەمریکا لە ئێران").lines().count() - 1;
    assert_eq!(count(&["entities", "--pack", &pack]), 2);
    assert_eq!(count(&["entities", "--pack", &pack, "--nested"]), 3);
}

#[test]
fn a_pack_tells_what_it_holds_and_whom_a_label_names() {
    let pack = pack(&folder("info"));
    let info = stdout(&["pack", "info", &pack, "--json"], "");
    let info: serde_json::Value = serde_json::from_str(&info).expect("one JSON object");
    assert_eq!(info["entities"], 3);
    for label in ["ئەمریکا", "ئه\u{200C}مریکا", "ئەمریکی", "United States"] {
        let table = stdout(&["pack", "lookup", &pack, label], "");
        let rows: Vec<&str> = table.lines().collect();
        assert!(rows.len() == 2 && rows[0].starts_with("entity\ttype\tname"), "{label}: {table}");
        assert!(rows[1].starts_with("us\tCountry\tئەمریکا"), "{label}: {table}");
    }
    let search = stdout(&["search", "United States", "--pack", &pack], "لە ئەمریکا");
    assert!(search.contains("3\t10\tentity\tئەمریکا\n"), "{search}");
}

#[test]
fn a_slice_holds_only_what_its_articles_mention() {
    let folder = folder("slice");
    let (pack, article) = (pack(&folder), file(&folder, "a.txt", ARTICLE));
    let page = file(&folder, "b.html", PAGE);
    let slice =
        folder.join("slice.pack").into_os_string().into_string().expect("our paths are UTF-8");
    stdout(&["pack", "slice", "--pack", &pack, &article, &page, "-o", &slice], "");
    assert_eq!(stdout(&["pack", "lookup", &slice, "ئەمریکا"], "").lines().count(), 2);
    assert_eq!(stdout(&["pack", "lookup", &slice, "ئێران"], "").lines().count(), 1);
    let mentions = |pack: &str| stdout(&["entities", "--pack", pack, &article], "");
    assert_eq!(mentions(&slice), mentions(&pack));
}

#[test]
fn a_bad_line_of_an_entity_file_is_reported_and_costs_no_other() {
    let folder = folder("problems");
    let source = file(
        &folder,
        "e.jsonl",
        "{\"@id\":\"a\",\"name\":\"ئێران\"}\n\n{broken\n{\"@id\":\"b\"}\n",
    );
    let out = folder.join("e.pack").into_os_string().into_string().expect("our paths are UTF-8");
    let output = run(&["pack", "build", &source, "-o", &out], b"");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert!(errors.contains("line 3") && errors.contains("line 4: name"), "{errors}");
    assert!(stdout(&["pack", "lookup", &out, "ئێران"], "").contains("a\t"));
    let nothing = file(&folder, "none.jsonl", "{broken\n");
    let (code, errors) = failure(&["pack", "build", &nothing, "-o", &out], b"");
    assert_eq!(code, Some(1));
    assert!(errors.contains("error: ") && errors.contains("line 1"), "{errors}");
}

#[test]
fn bad_usage_exits_with_two() {
    for arguments in [
        &[][..],
        &["nonsense"],
        &["tokens", "--offsets", "bytes"],
        &["search"],
        &["search", "x", "--mode", "fuzzy"],
        &["entities"],
        &["pack", "build", "-o", "x"],
    ] {
        let (code, errors) = failure(arguments, b"");
        assert_eq!(code, Some(2), "{arguments:?}");
        assert!(!errors.is_empty());
    }
}

#[test]
fn what_cannot_be_read_exits_with_one_and_says_where() {
    let folder = folder("unreadable");
    let sound = fs::read(pack(&folder)).expect("the pack was built");
    let damage = |at: usize| {
        let mut bytes = sound.clone();
        bytes[at] ^= 0x20;
        bytes
    };
    let cut = file(&folder, "cut.pack", &sound[..sound.len() - 3]);
    let flipped = file(&folder, "flipped.pack", damage(sound.len() - 3));
    let page = file(&folder, "page.pack", "<!doctype html>");
    let empty = file(&folder, "empty.pack", "");
    let version = file(&folder, "version.pack", damage(4));
    let latin1 = file(&folder, "latin1.txt", b"abc\xE9");
    let article = file(&folder, "a.txt", ARTICLE);
    for (arguments, parts) in [
        (&["text", "nowhere.txt"][..], &["nowhere.txt"][..]),
        (&["tokens", &latin1], &["latin1.txt", "byte 3", "UTF-8"]),
        (&["entities", "--pack", "nowhere.pack", &article], &["nowhere.pack"]),
        (&["entities", "--pack", &cut, &article], &["cut.pack", "cut short"]),
        (&["entities", "--pack", &flipped, &article], &["flipped.pack", "damaged"]),
        (&["search", "x", &article, "--pack", &page], &["page.pack", "byte 0"]),
        (&["pack", "info", &empty], &["empty.pack"]),
        (&["pack", "info", &version], &["version.pack", "pack build"]),
    ] {
        let (code, errors) = failure(arguments, b"");
        assert_eq!(code, Some(1), "{arguments:?}");
        assert!(errors.starts_with("error: "), "{errors}");
        assert!(parts.iter().all(|part| errors.contains(part)), "{parts:?} in {errors}");
    }
    let (code, errors) = failure(&["tokens"], b"\xFF");
    assert_eq!((code, errors.contains("standard input")), (Some(1), true));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let mut command = program();
    command.arg("tokens").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all("هێرش ".repeat(50_000).as_bytes())
        .expect("it reads");
    let mut first = [0; 5];
    child.stdout.take().expect("a pipe").read_exact(&mut first).expect("it prints");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(&first, b"start");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}
