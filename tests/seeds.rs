//! The project's own entity lists keep the house rules (seeds/README.md).

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;

use sorani_reader::document::Document;
use sorani_reader::entity::{Entity, LabelKind, read_entities};
use sorani_reader::fold::fold_str;

const LISTS: [&str; 2] = ["seeds/entities.jsonl", "seeds/starter.jsonl"];
/// Names that several entities bear, one a line.
const COLLISIONS: &str = "tests/gold/entities/shared-names.tsv";

fn entities() -> Vec<Entity> {
    LISTS
        .iter()
        .flat_map(|path| {
            let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
            let (entities, problems) = read_entities(&text);
            assert_eq!(problems, [], "{path}");
            entities
        })
        .collect()
}

fn assert_none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} rows:\n{}", wrong.len(), wrong.join("\n"));
}

/// Modern standard orthography: no other code points of the same letters, no
/// joiners, no vowel marks, ڕ at the start of a word, no vowel without ئ there.
fn misspelling(sorani: &str) -> Option<String> {
    const LETTERS: &str = "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ";
    const SIGNS: &str = " .،؛؟!:()«»\"'-–/٪٠١٢٣٤٥٦٧٨٩ـ";
    let strange =
        |c: &char| !LETTERS.contains(*c) && !SIGNS.contains(*c) && !c.is_ascii_alphanumeric();
    if let Some(c) = sorani.chars().find(strange) {
        return Some(format!("U+{:04X} in {sorani:?}", c as u32));
    }
    let words = sorani.split_whitespace().map(|word| word.trim_start_matches(['(', '«', '"', 'ـ']));
    let wrong =
        |word: &&str| word.chars().count() > 1 && word.starts_with(['ر', 'ا', 'ە', 'ێ', 'ۆ', 'ڵ']);
    words.into_iter().find(wrong).map(|word| format!("{word:?} begins so in {sorani:?}"))
}

#[test]
fn sorani_is_spelled_in_the_standard_alphabet() {
    let mut wrong = Vec::new();
    for entity in entities() {
        let labels = entity.labels();
        let labels = labels
            .iter()
            .filter(|label| label.kind != LabelKind::Foreign)
            .map(|label| label.text.as_str());
        let texts =
            ["description", "disambiguatingDescription"].map(|field| entity.text(field, "ckb"));
        let found = labels.chain(texts).filter_map(misspelling);
        wrong.extend(found.map(|what| format!("{}: {what}", entity.id())));
    }
    assert_none(wrong);
}

#[test]
fn identifiers_and_labels_stand_once() {
    let mut wrong = Vec::new();
    let mut ids = BTreeSet::new();
    for entity in entities() {
        if !ids.insert(entity.id().to_owned()) {
            wrong.push(format!("{}: twice", entity.id()));
        }
        let mut labels = BTreeSet::new();
        for label in entity.labels() {
            if label.kind != LabelKind::Foreign && !labels.insert(fold_str(&label.text)) {
                wrong.push(format!("{}: {:?} twice", entity.id(), label.text));
            }
        }
    }
    assert_none(wrong);
}

/// A name of two entities is on the list of such names, and the entities tell
/// themselves apart; what is on the list is such a name.
#[test]
fn colliding_names_are_declared() {
    let mut bearers: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut told_apart: HashMap<String, String> = HashMap::new();
    for entity in entities() {
        let apart = entity.text("disambiguatingDescription", "ckb").to_owned();
        told_apart.insert(entity.id().to_owned(), apart);
        for label in entity.labels().iter().filter(|label| label.kind != LabelKind::Foreign) {
            bearers.entry(fold_str(&label.text)).or_default().push(entity.id().to_owned());
        }
    }
    let declared = fs::read_to_string(COLLISIONS).expect("the list of shared names");
    let declared: BTreeSet<String> = declared.lines().skip(1).map(fold_str).collect();
    let shared: BTreeMap<&String, &Vec<String>> =
        bearers.iter().filter(|(_, ids)| ids.len() > 1).collect();
    let mut wrong: Vec<String> = Vec::new();
    for (label, ids) in &shared {
        if !declared.contains(*label) {
            wrong.push(format!("{label}: {ids:?}: not in {COLLISIONS}"));
        }
        let texts: BTreeSet<&String> = ids.iter().map(|id| &told_apart[id]).collect();
        if texts.len() < ids.len() || texts.iter().any(|text| text.is_empty()) {
            wrong.push(format!("{label}: {ids:?}: disambiguatingDescription missing or the same"));
        }
    }
    wrong.extend(
        declared
            .iter()
            .filter(|l| !shared.contains_key(l))
            .map(|l| format!("{l}: in {COLLISIONS}, but no two bear it")),
    );
    assert_none(wrong);
}

/// Whoever holds an office holds it at some time, and a card may be read years later.
#[test]
fn office_holders_are_dated() {
    const OFFICES: [&str; 9] = [
        "سەرۆککۆمار",
        "سەرۆکوەزیران",
        "سەرۆکی",
        "وەزیری",
        "پارێزگاری",
        "ڕێبەری باڵا",
        "سکرتێری",
        "ڕاوێژکاری",
        "پاشای",
    ];
    let dated =
        |text: &str| text.chars().any(|c| ('٠'..='٩').contains(&c)) || text.contains("پێشووی");
    let mut wrong = Vec::new();
    for entity in entities().iter().filter(|entity| entity.kind() == "Person") {
        for field in ["description", "disambiguatingDescription"] {
            let text = entity.text(field, "ckb");
            if OFFICES.iter().any(|office| text.contains(office)) && !dated(text) {
                wrong.push(format!("{}: {field}: {text}", entity.id()));
            }
        }
    }
    assert_none(wrong);
}

/// One or two sentences in either language, and a few words to tell apart.
#[test]
fn descriptions_fit_a_card() {
    let mut wrong = Vec::new();
    for entity in entities() {
        for language in ["ckb", "en"] {
            let length = |field: &str| entity.text(field, language).chars().count();
            if !(20..=320).contains(&length("description")) {
                wrong.push(format!(
                    "{}: description in {language}: {} letters",
                    entity.id(),
                    length("description")
                ));
            }
            if !(3..=70).contains(&length("disambiguatingDescription")) {
                wrong.push(format!("{}: disambiguatingDescription in {language}", entity.id()));
            }
        }
        let sentences = Document::new(entity.text("description", "ckb")).sentences().len();
        if sentences > 3 {
            wrong.push(format!("{}: {sentences} sentences", entity.id()));
        }
    }
    assert_none(wrong);
}

#[test]
fn there_are_entities_enough() {
    assert!(entities().len() >= 340, "{}", entities().len());
}
