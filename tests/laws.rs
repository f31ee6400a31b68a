//! What holds for every text: spans, order, and that search loses nothing.

use proptest::prelude::*;
use sorani_reader::document::Document;
use sorani_reader::entity::{Pack, read_entities};
use sorani_reader::fold::{fold, fold_str};
use sorani_reader::offsets::{OffsetMap, Unit};
use sorani_reader::search::{Match, Mode};
use sorani_reader::segment::Sentence;
use sorani_reader::span::Span;

const ENTITIES: &str = r#"{"@id":"us","name":"ئەمریکا","demonym":["ئەمریکی"]}
{"@id":"pmf","name":"دەستەی حەشدی شەعبی","alternateName":["حەشدی شەعبی","حەشد"]}
{"@id":"pompeo","name":{"ckb":"مایک پۆمپەیۆ","en":"Mike Pompeo"},"alternateName":["پۆمپەیۆ"]}"#;

/// Words, endings, signs and spaces of real and of broken text, joined at
/// random: so that words come with endings, and texts with several sentences
/// and paragraphs.
fn kurdish_text() -> impl Strategy<Value = String> {
    let pieces = [
        "ئەمریکا",
        "هێرش",
        "سەر",
        "سەرۆک",
        "دەست",
        "گرووپ",
        "گروپ",
        "ڕووداو",
        "رۆژ",
        "حەشدی شەعبی",
        "مایک پۆمپەیۆ",
        "کرد",
        "دەکات",
        "ه\u{200C}",
        "به",
        "هـ",
        "ي",
        "ك",
        "یی",
        "ی",
        "و",
        "وو",
        "ﻻ",
        "ﷲ",
        "ەکان",
        "ەوە",
        "دا",
        "یش",
        "د.",
        "ئێ.پێ.جی",
        "BBC",
        "don't",
        "https://rudaw.net/a.b",
        "@ناو",
        "#تاگ_١",
        "a@b.com",
        "٢٠٢٠",
        "٣ - ١ - ٢٠٢٠",
        "٩:٣٠",
        "٪٢٠",
        "1,000",
        "\u{640}",
        "\u{64E}",
        "\u{65A}",
        "\u{200D}",
        "\u{202B}",
        "\u{FEFF}",
        "\u{FE0F}",
        "😀",
        "👨\u{200D}👩",
        "🇮🇶",
        "İ",
        "ß",
        " ",
        " ",
        " ",
        "  ",
        "\u{A0}",
        "\t",
        "\n",
        "\r\n",
        "\u{2029}",
        ".",
        ". ",
        "!",
        "؟ ",
        "…",
        "\"",
        "«",
        "»",
        "(",
        ")",
        "-",
        "،",
        "؛",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40)
        .prop_map(|pieces| pieces.concat())
}

fn assert_span(text: &str, span: Span) -> Result<(), TestCaseError> {
    prop_assert!(span.start < span.end && span.end <= text.len(), "{:?} of {:?}", span, text);
    let on_boundaries = text.is_char_boundary(span.start) && text.is_char_boundary(span.end);
    prop_assert!(on_boundaries, "{:?} cuts a character of {:?}", span, text);
    Ok(())
}

fn assert_ascending(text: &str, spans: &[Span]) -> Result<(), TestCaseError> {
    spans.iter().try_for_each(|&span| assert_span(text, span))?;
    for pair in spans.windows(2) {
        prop_assert!(pair[0].end <= pair[1].start, "{:?} in {:?}", pair, text);
    }
    Ok(())
}

/// Outside the spans `range` holds nothing that could be read.
fn assert_tiled(text: &str, range: Span, spans: &[Span]) -> Result<(), TestCaseError> {
    let mut at = range.start;
    for span in spans.iter().copied().chain([Span::new(range.end, range.end)]) {
        let gap = Span::new(at, span.start).of(text);
        prop_assert!(fold_str(gap).trim().is_empty(), "{:?} of {:?} is in no span", gap, text);
        at = span.end;
    }
    Ok(())
}

fn assert_segments(source: &str) -> Result<(), TestCaseError> {
    let document = Document::new(source);
    let text = document.text();
    let sentences: Vec<Span> = document.sentences().iter().map(|s| s.span).collect();
    let tokens: Vec<Span> = document.tokens().iter().map(|t| t.span).collect();
    for spans in [document.paragraphs(), &sentences, &tokens] {
        assert_ascending(text, spans)?;
    }
    assert_tiled(text, Span::new(0, text.len()), document.paragraphs())?;
    let by_paragraph = document.sentences().chunk_by(|a, b| a.paragraph == b.paragraph);
    let groups: Vec<&[Sentence]> = by_paragraph.collect();
    let numbers: Vec<usize> = groups.iter().map(|group| group[0].paragraph).collect();
    prop_assert!(numbers.is_sorted() && numbers.iter().all(|&n| n < document.paragraphs().len()));
    for (number, paragraph) in document.paragraphs().iter().enumerate() {
        let own = numbers.binary_search(&number).map_or(&[][..], |at| groups[at]);
        assert_tiled(text, *paragraph, &own.iter().map(|s| s.span).collect::<Vec<Span>>())?;
    }
    for token in tokens {
        let sentence = sentences[sentences.partition_point(|s| s.end < token.end)];
        prop_assert!(sentence.start <= token.start, "{:?} leaves its sentence", token.of(text));
    }
    Ok(())
}

/// A plain find of the folded query in each folded paragraph, as source spans.
fn plain_find(document: &Document, query: &str) -> Vec<Span> {
    let query = fold_str(query).trim().to_owned();
    let mut found = Vec::new();
    for paragraph in document.paragraphs().iter().filter(|_| !query.is_empty()) {
        let folded = fold(paragraph.of(document.text()));
        for (at, letters) in folded.text.match_indices(query.as_str()) {
            let span = folded.map.to_source(at..at + letters.len());
            found.push(Span::new(paragraph.start + span.start, paragraph.start + span.end));
        }
    }
    found
}

fn assert_search(source: &str, query: &str) -> Result<(), TestCaseError> {
    let document = Document::new(source);
    for mode in [Mode::Smart, Mode::Word, Mode::Exact] {
        let spans: Vec<Span> = document.search(query, mode, None).iter().map(|m| m.span).collect();
        assert_ascending(document.text(), &spans)?;
        for span in spans {
            let within = |p: &Span| p.start <= span.start && span.end <= p.end;
            prop_assert!(
                document.paragraphs().iter().any(within),
                "{:?} leaves its paragraph",
                span
            );
        }
    }
    let smart = document.search(query, Mode::Smart, None);
    for found in plain_find(&document, query) {
        let met = smart.iter().any(|m| m.span.overlaps(found));
        prop_assert!(met, "{:?} at {:?} of {:?} is lost", query, found, source);
    }
    Ok(())
}

/// A stretch of `text` between two of its characters.
fn stretch(text: &str, from: prop::sample::Index, length: usize) -> String {
    let count = text.chars().count();
    text.chars().skip(from.index(count + 1)).take(length).collect()
}

proptest! {
    #[test]
    fn kurdish_text_is_segmented_without_loss(source in kurdish_text()) {
        assert_segments(&source)?;
    }

    #[test]
    fn any_text_is_segmented_without_loss(source in any::<String>()) {
        assert_segments(&source)?;
    }

    #[test]
    fn folded_offsets_lead_back_to_whole_characters(source in kurdish_text()) {
        let folded = fold(&source);
        let mut covered = 0;
        for (at, c) in folded.text.char_indices() {
            let span = folded.map.to_source(at..at + c.len_utf8());
            assert_span(&source, span)?;
            prop_assert!(span.end >= covered, "offsets descend in {:?}", &source);
            covered = span.end;
        }
        let all = folded.map.to_source(0..folded.text.len());
        prop_assert!(all.end <= source.len());
    }

    #[test]
    fn search_holds_all_that_a_plain_find_of_the_text_holds(
        source in kurdish_text(), from in any::<prop::sample::Index>(), length in 1..9usize,
    ) {
        assert_search(&source, &stretch(&source, from, length))?;
    }

    #[test]
    fn search_holds_all_that_a_plain_find_holds(source in kurdish_text(), query in kurdish_text()) {
        assert_search(&source, &query)?;
    }

    #[test]
    fn a_text_that_is_prepared_is_searched_alike(
        source in kurdish_text(), from in any::<prop::sample::Index>(), length in 1..9usize,
    ) {
        let query = stretch(&source, from, length);
        let (fresh, prepared) = (Document::new(&*source), Document::new(&*source));
        prop_assert_eq!(prepared.prepare(0, usize::MAX), None);
        let found = |document: &Document| document.search(&query, Mode::Smart, None);
        prop_assert_eq!(found(&fresh), found(&prepared));
    }

    #[test]
    fn search_takes_any_text_and_any_query(source in any::<String>(), query in any::<String>()) {
        assert_search(&source, &query)?;
        prop_assert!(Document::new(&*source).suggest(&query, 5, None).len() <= 5);
    }

    #[test]
    fn exact_mode_is_a_find_in_each_paragraph(
        source in kurdish_text(), from in any::<prop::sample::Index>(), length in 1..9usize,
    ) {
        let document = Document::new(&*source);
        let query = stretch(document.text(), from, length);
        let found = document.search(&query, Mode::Exact, None);
        let query = query.trim();
        let in_paragraph = |p: &Span| {
            let start = p.start;
            let finds = p.of(document.text()).match_indices(query).map(move |(at, _)| start + at);
            finds.collect::<Vec<usize>>()
        };
        let expected: Vec<usize> = match query {
            "" => Vec::new(),
            _ => document.paragraphs().iter().flat_map(in_paragraph).collect(),
        };
        prop_assert!(found.iter().all(|m| m.span.of(document.text()) == query));
        prop_assert_eq!(found.iter().map(|m| m.span.start).collect::<Vec<usize>>(), expected);
    }

    #[test]
    fn a_document_folds_its_matches_alike(source in kurdish_text()) {
        let document = Document::new(&*source);
        for query in ["ئەمریکا", "سەر"] {
            let verbatim = |m: &Match| fold_str(m.span.of(document.text())).contains(query);
            prop_assert!(document.search(query, Mode::Word, None).iter().all(verbatim), "{:?}", &source);
        }
    }

    #[test]
    fn mentions_are_sorted_and_disjoint(source in kurdish_text()) {
        let (entities, problems) = read_entities(ENTITIES);
        prop_assert_eq!(problems, vec![]);
        let pack = Pack::from_entities(entities);
        let document = Document::new(&*source);
        let mentions = document.mentions(&pack);
        let spans: Vec<Span> = mentions.iter().map(|m| m.span).collect();
        assert_ascending(document.text(), &spans)?;
        for mention in document.nested_mentions(&pack).iter().chain(&mentions) {
            assert_span(document.text(), mention.span)?;
            assert_span(document.text(), Span::new(mention.span.start, mention.core_end))?;
            prop_assert!(mention.core_end <= mention.span.end && mention.entity < pack.len());
            prop_assert!(!mention.candidates.contains(&mention.entity));
        }
        for pair in document.nested_mentions(&pack).windows(2) {
            prop_assert!(pair[0].span.start <= pair[1].span.start);
        }
    }

    #[test]
    fn offsets_translate_there_and_back(source in any::<String>(), unit in prop::sample::select(vec![Unit::Utf8, Unit::Utf16, Unit::CodePoint])) {
        let map = OffsetMap::new(&source, unit);
        for (byte, _) in source.char_indices().chain([(source.len(), ' ')]) {
            let before = &source[..byte];
            let count = match unit {
                Unit::Utf8 => before.len(),
                Unit::Utf16 => before.encode_utf16().count(),
                Unit::CodePoint => before.chars().count(),
            };
            prop_assert_eq!(map.to_unit(&source, byte), count);
            prop_assert_eq!(map.to_byte(&source, count), byte);
        }
    }
}

#[test]
fn long_runs_of_one_thing_are_read_in_linear_time() {
    let pieces = [
        "ا", "ە", "یی", "a", "1", "1,", ".", "\"", "- ", "-ا", "ا.", "\u{200D}", "\u{64E}", "😀",
        "#", "@", "%", "د.", "٣ - ", "1-", "1:11", "https://", "a.", "a@", "  ", ".  ", "\n",
    ];
    for piece in pieces {
        let text = piece.repeat(100_000 / piece.len());
        assert_segments(&text).unwrap_or_else(|e| panic!("a run of {piece:?}: {e}"));
        let found = Document::new(text).search("ئەمریکا", Mode::Smart, None);
        assert_eq!(found, [], "in a run of {piece:?}");
    }
}

#[test]
fn a_word_of_ten_megabytes_is_one_token() {
    let document = Document::new("ا".repeat(5_000_000));
    assert_eq!(document.tokens().len(), 1);
    assert_eq!(document.search("ئەمریکا", Mode::Smart, None), []);
}
