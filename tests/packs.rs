//! Packs: there and back, small and large, and what is refused.

use proptest::prelude::*;
use sorani_reader::document::Document;
use sorani_reader::entity::{
    Entity, FORMAT_VERSION, LargePackBuilder, Pack, RecordFile, name_blocks, names_near,
    read_entities,
};

const LIST: &str = r#"{"@id": "iraq", "@type": "Country", "name": {"ckb": "عێراق", "en": "Iraq"}, "demonym": ["عێراقی"], "weight": 9, "note": [1, {"kept": true}]}
{"@id": "khamenei", "@type": "Person", "name": "عەلی خامنەیی", "alternateName": ["خامنەیی"]}
{"@id": "monitor", "@type": "NewsMediaOrganization", "name": "ئەل مۆنیتەر"}
{"@id": "off", "@type": "Thing", "name": "نهێنی", "match": "off"}
{"@id": "exact", "@type": "Thing", "name": "پێنتاگۆن", "match": "exact"}
"#;

const TEXT: &str =
    "عەلی خامنەیی لە عێراقەوە بە ئەل‌مۆنیتەری گوت، خامنەییش دێت. پێنتاگۆن و پێنتاگۆنیش. نهێنی.";

fn entities() -> Vec<Entity> {
    let (entities, problems) = read_entities(LIST);
    assert_eq!(problems, []);
    entities
}

fn large(entities: &[Entity]) -> (Vec<u8>, Vec<RecordFile>) {
    let mut builder = LargePackBuilder::default();
    let mut files: Vec<RecordFile> =
        entities.iter().filter_map(|entity| builder.add(entity)).collect();
    let (bytes, last) = builder.finish();
    files.extend(last);
    (bytes, files)
}

fn found(pack: &Pack) -> Vec<(String, usize)> {
    let document = Document::new(TEXT);
    let mentions = document.mentions(pack);
    mentions.iter().map(|m| (m.span.of(document.text()).to_owned(), m.entity)).collect()
}

#[test]
fn small_and_large_find_the_same() {
    let small =
        Pack::from_bytes(&Pack::from_entities(entities()).to_bytes()).expect("a sound pack");
    let (bytes, files) = large(&entities());
    let large = Pack::from_bytes(&bytes).expect("a sound pack");
    let expected = ["عەلی خامنەیی", "عێراقەوە", "ئەل‌مۆنیتەری", "خامنەییش", "پێنتاگۆن"];
    assert_eq!(found(&small).iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), expected);
    assert_eq!(found(&small), found(&large));
    for (number, entity) in entities().iter().enumerate() {
        assert_eq!(small.entity(number).as_ref(), Ok(entity));
        let name = large.record_file(number).expect("a file of its own");
        let file = files.iter().find(|file| file.name == name).expect("the file");
        assert_eq!(large.entity_in(number, &file.bytes).as_ref(), Ok(entity));
        assert_eq!(small.index_of(entity.id()), Some(number));
        assert_eq!(large.index_of(entity.id()), Some(number));
    }
    assert!(large.entity_in(0, b"something else").is_err());
    assert!(small.entity(5).is_err() && large.entity(5).is_err());
}

#[test]
fn names_are_looked_up_with_endings_and_in_other_languages() {
    let small = Pack::from_entities(entities());
    let large = Pack::from_bytes(&large(&entities()).0).expect("a sound pack");
    for pack in [&small, &large] {
        assert_eq!(pack.lookup("عێراقدا"), [0]);
        assert_eq!(pack.lookup("عەلی خامنەیی"), [1]);
        assert_eq!(pack.lookup("هیچ"), [] as [usize; 0]);
        assert!(pack.is_demonym("عێراقی") && !pack.is_demonym("عێراق") && !pack.is_demonym("هیچ"));
    }
    assert_eq!(small.lookup("IRAQ"), [0]);
    assert_eq!(small.lookup_latin("eli xamenei"), [1]);
    assert_eq!(small.lookup_latin("nobody here"), [] as [usize; 0]);
    assert_eq!(small.suggest("ئەل", 5), [("ئەل مۆنیتەر".to_owned(), 2)]);
}

#[test]
fn a_selection_is_looked_up_by_sound_surname_and_beginning() {
    let list = r#"{"@id": "baghdad", "@type": "City", "name": "بەغدا"}
{"@id": "kadhimi", "@type": "Person", "name": "مستەفا کازمی"}
{"@id": "barzani", "@type": "Person", "name": "مەسعوود بارزانی"}
{"@id": "pompeo", "@type": "Person", "name": {"ckb": "مایک پۆمپەیۆ", "en": "Mike Pompeo"}}"#;
    let (entities, _) = read_entities(list);
    let pack = Pack::from_entities(entities.clone());
    let mut builder = LargePackBuilder::default();
    entities.iter().for_each(|entity| assert_eq!(builder.add(entity), None));
    let mut blocks = Vec::new();
    let names = builder.take_names(|block| blocks.push(block));
    let rows = [
        ("Bexda", 0),
        ("Baghdad", 0),
        ("Kazimî", 1),
        ("mustafa kazimi", 1),
        ("Barzanî", 2),
        ("Pompeo", 3),
        ("بەغ", 0),
        ("بارزا", 2),
        ("پۆمپ", 3),
    ];
    for (typed, wanted) in rows {
        let latin = typed.is_ascii() || typed.ends_with('î');
        let found = pack.lookup_latin(typed);
        assert_eq!(found, if latin { vec![wanted] } else { vec![] }, "{typed}");
        let suggested = pack.suggest(typed, 9);
        assert!(suggested.iter().any(|(_, entity)| *entity == wanted), "{typed}");
        let files = name_blocks(&names, typed).expect("a list of names");
        let block = |file: &String| blocks.iter().find(|block| block.name == *file);
        let near: Vec<(u32, u32)> = files
            .iter()
            .flat_map(|file| names_near(&block(file).expect("the block").bytes, typed))
            .collect();
        assert!(
            near.iter().any(|(_, entity)| *entity as usize == wanted),
            "{typed} in a large pack"
        );
    }
    assert_eq!(pack.suggest("", 9), []);
    assert_eq!(pack.suggest("xyz", 9), []);
}

/// A question is answered from few blocks of many.
#[test]
fn names_of_a_large_pack_lie_where_their_sound_is_looked_for() {
    let letters: Vec<char> = "بپتجخدرزسشغفکگلمن".chars().collect();
    let name = |i: usize| -> String {
        [i, i / 17, i / 289, i / 4913].iter().flat_map(|n| [letters[n % 17], 'ا']).collect()
    };
    let lines =
        (0..20_000).map(|i| format!(r#"{{"@id": "{i}", "@type": "City", "name": "{}"}}"#, name(i)));
    let (entities, _) = read_entities(&lines.collect::<Vec<_>>().join("\n"));
    let mut builder = LargePackBuilder::default();
    entities.iter().for_each(|entity| drop(builder.add(entity)));
    let mut blocks = Vec::new();
    let names = builder.take_names(|block| blocks.push(block));
    assert!(blocks.len() > 10 && blocks.iter().all(|block| block.bytes.len() < 17_000));
    assert!(names.len() < 64 * blocks.len());
    for number in (0..20_000).step_by(97) {
        let files = name_blocks(&names, &name(number)).expect("a list of names");
        assert!(files.len() <= 3);
        let asked = blocks.iter().filter(|block| files.contains(&block.name));
        let mut near = asked.flat_map(|block| names_near(&block.bytes, &name(number)));
        assert!(near.any(|(_, entity)| entity == number as u32), "{}", name(number));
    }
}

#[test]
fn lists_of_names_that_are_none_are_refused_or_read() {
    let other = b"SRNM\x00\x00\x00\x00";
    for bytes in [&b""[..], b"SRNM", b"<!doctype html>", other] {
        let problem = name_blocks(bytes, "کورد").expect_err("no list").to_string();
        assert!(problem.contains("pack build"), "{problem}");
    }
    for block in [&b""[..], b"\x01\x00", b"\x01\x00\x00\x00\xFFab", b"\x01\x00\x00\x00\x01\xFF"] {
        assert_eq!(names_near(block, "کورد"), []);
    }
}

#[test]
fn of_two_entities_with_one_id_the_first_is_kept() {
    let twice = [entities(), entities()].concat();
    assert_eq!(Pack::from_entities(twice.clone()).len(), 5);
    assert_eq!(Pack::from_bytes(&large(&twice).0).expect("a sound pack").len(), 5);
}

#[test]
fn many_entities_fill_several_record_files() {
    let line = |i: usize| {
        format!(
            r#"{{"@id": "{i}", "@type": "Person", "name": "کەس {i}", "description": "{}"}}"#,
            "ا".repeat(400)
        )
    };
    let list: Vec<String> = (0..200).map(line).collect();
    let (entities, _) = read_entities(&list.join("\n"));
    let (bytes, files) = large(&entities);
    let pack = Pack::from_bytes(&bytes).expect("a sound pack");
    assert!(files.len() > 10 && files.iter().all(|file| file.bytes.len() < 10_000));
    for number in 0..200 {
        let name = pack.record_file(number).expect("a file");
        let file = files.iter().find(|file| file.name == name).expect("the file");
        assert_eq!(pack.entity_in(number, &file.bytes).expect("a record").id(), number.to_string());
    }
}

#[test]
fn every_truncation_and_every_flipped_byte_is_refused() {
    for bytes in [Pack::from_entities(entities()).to_bytes(), large(&entities()).0] {
        for length in 0..bytes.len() {
            assert!(Pack::from_bytes(&bytes[..length]).is_err(), "cut at {length}");
        }
        for at in 0..bytes.len() {
            let mut damaged = bytes.clone();
            damaged[at] ^= 0x41;
            assert!(Pack::from_bytes(&damaged).is_err(), "byte {at}");
        }
    }
}

#[test]
fn the_reason_is_told() {
    let bytes = large(&entities()).0;
    let message = |bytes: &[u8]| Pack::from_bytes(bytes).expect_err("a damaged pack").to_string();
    assert!(message(b"<!doctype html>").contains("was a web page sent"));
    assert!(message(&bytes[..bytes.len() - 1]).contains("cut short"));
    let mut other = bytes.clone();
    other[4] = 77;
    assert!(message(&other).contains("pack format 77"));
    let mut damaged = bytes;
    *damaged.last_mut().expect("a byte") ^= 1;
    assert!(message(&damaged).contains("checksum"));
}

proptest! {
    #[test]
    fn any_bytes_are_refused_or_read(tail in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Pack::from_bytes(&tail);
        let bytes = [b"SRPK".as_slice(), &FORMAT_VERSION.to_le_bytes(), &tail].concat();
        let _ = Pack::from_bytes(&bytes);
    }
}
