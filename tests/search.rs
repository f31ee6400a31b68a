//! Searching: tables of text with the expected matches marked.
//!
//! In a row `‹tier:…›` marks a match. The text is the row without its marks.

use sorani_reader::document::Document;
use sorani_reader::entity::{Pack, read_entities};
use sorani_reader::search::{Match, Mode, Tier};

const ENTITIES: &str = r#"{"@id":"us","@type":"Country","name":{"ckb":"ئەمریکا","en":"United States"},"alternateName":["ویلایەتە یەکگرتووەکان"],"demonym":["ئەمریکی"]}
{"@id":"pompeo","@type":"Person","name":{"ckb":"مایک پۆمپەیۆ","en":"Mike Pompeo"},"alternateName":["پۆمپەیۆ"]}
{"@id":"baghdad","@type":"City","name":{"ckb":"بەغدا","en":"Baghdad"}}"#;

fn pack() -> Pack {
    let (entities, problems) = read_entities(ENTITIES);
    assert_eq!(problems, []);
    Pack::from_entities(entities)
}

fn unmarked(row: &str) -> String {
    let mut text = row.replace('›', "");
    for tier in Tier::ALL {
        text = text.replace(&format!("‹{}:", tier.as_str()), "");
    }
    assert!(!text.contains('‹'), "an unknown tier in {row}");
    text
}

fn with_matches(text: &str, matches: &[Match]) -> String {
    let mut marked = String::new();
    let mut at = 0;
    for Match { span, tier } in matches {
        marked.push_str(&format!("{}‹{}:{}›", &text[at..span.start], tier.as_str(), span.of(text)));
        at = span.end;
    }
    marked + &text[at..]
}

/// Rows of query and marked text.
fn assert_found(mode: Mode, pack: Option<&Pack>, rows: &[(&str, &str)]) {
    for (query, row) in rows {
        let document = Document::new(unmarked(row));
        let matches = document.search(query, mode, pack);
        assert_eq!(with_matches(document.text(), &matches), *row, "for {query}");
    }
}

fn assert_smart(rows: &[(&str, &str)]) {
    assert_found(Mode::Smart, None, rows);
}

#[test]
fn a_word_is_exact_as_typed_and_folded_in_other_code_points() {
    assert_smart(&[
        (
            "کوردستان",
            "‹exact:کوردستان› ‹folded:كوردستان› ‹folded:کورد\u{200C}ستان› ‹folded:کوردســتان›",
        ),
        ("كوردستان", "‹folded:کوردستان› ‹exact:كوردستان›"),
        ("ڕۆژ", "‹exact:ڕۆژ› ‹folded:رۆژ›"),
        ("ئه\u{200C}مریكا", "‹folded:ئەمریکا›"),
        ("عێراقیەکان", "‹folded:عێراقییەکان›"),
        ("bbc", "‹folded:BBC› ‹exact:bbc›"),
    ]);
}

#[test]
fn other_forms_of_the_word_are_inflected() {
    assert_smart(&[
        (
            "ئەمریکا",
            "‹exact:ئەمریکا› ‹inflected:ئەمریکا›وە ‹inflected:ئەمریکا›ی ‹inflected:ئەمریکا›دا",
        ),
        ("باڵیۆزخانە", "‹inflected:باڵیۆزخانە›کەی ‹exact:باڵیۆزخانە› ‹inflected:باڵیۆزخانە›یەکی"),
        ("هێرشەکە", "‹inflected:هێرشێک› ‹inflected:هێرشەکە›ی ‹inflected:هێرش›"),
        ("سەرکردە", "‹inflected:سەرکردە›کان ‹inflected:سەرکردانی› ‹exact:سەرکردە›"),
        ("رایگەیاند", "‹inflected:راگەیاندووە› ‹folded:ڕایگەیاند› ‹inflected:رادەگەیەنێت›"),
        ("دەکات", "‹inflected:کردی› ‹inflected:ناکات› ‹exact:دەکات›"),
    ]);
}

#[test]
fn an_outside_ending_does_not_hide_its_host() {
    assert_smart(&[
        ("میلیشیا", "هەموو \"‹inflected:میلیشیا›کان\"یش دەکاتە ئامانج"),
        ("میلیشیاکان", "هەموو \"‹folded:میلیشیاکان›\"یش".replace("folded", "exact").as_str()),
        ("BBC", "‹exact:BBC›دا گوتی"),
    ]);
}

#[test]
fn a_preposition_written_together_does_not_hide_its_word() {
    assert_smart(&[
        ("بەغدا", "گەڕایەوە ‹inflected:بەغدا›وە، لە‹inflected:بەغدا›وە"),
        ("شار", "لە‹inflected:شار›ەکە بوو"),
    ]);
}

#[test]
fn a_spelling_that_people_mix_up_is_loose() {
    assert_smart(&[
        ("گرووپ", "‹loose:گروپ› ‹exact:گرووپ› ‹loose:گروپ›ەکان"),
        ("سوریا", "‹loose:سووریا› ‹loose:سووریا›وە"),
        ("ڕووداو", "‹loose:روداو› ‹folded:رووداو›"),
        ("فرۆکەخانە", "‹loose:فڕۆکەخانە›ی"),
        // What the lexicon makes of the sloppy word is shorter: هەر, گەر, هەل.
        ("هەرێم", "‹loose:هەریم› ‹loose:هەریم›ەکان ‹loose:هەریم›یک"),
        ("هەریم", "‹loose:هەرێم›"),
        ("گەڕان", "‹loose:گەران›"),
        ("هەڵە", "‹loose:هەلە›کان"),
        ("خوێن", "‹loose:خوین›ی"),
        // The first ئ is left out of the loose key, and is the word's all the same.
        ("ئێران", "‹loose:ئیران› و ‹loose:ئیران›یش"),
        ("ڕێککەوتن", "‹loose:ڕێکەوتن›ی"),
        ("ساڵح", "‹loose:صالح›"),
        // Listed in both spellings, and one word.
        ("كێلگەكان", "‹loose:کێڵگەکان› و ‹loose:کێڵگە›"),
        ("پرۆژە", "‹loose:پڕۆژە›کە"),
        ("قەلا", "‹loose:قەڵا›ی هەولێر"),
    ]);
}

#[test]
fn a_verb_in_plain_letters_is_found_in_every_form() {
    assert_smart(&[
        ("گۆڕی", "نرخەکە دە‹loose:گوری›ت یان ‹loose:ناگوردریت›"),
        ("گەڕایەوە", "‹loose:دەگەریتەوە› بۆ ماڵ"),
        ("کوژرا", "کەسێک ‹loose:دەکوژریت›"),
        ("هەڵدەبژێرن", "خەڵک ‹loose:هەلیانبژارد›"),
        ("بڕیاریدا", "‹loose:بریاردەدات›"),
        ("دەگەریتەوە", "‹loose:گەڕایەوە›"),
        ("دەفروشریت", "‹loose:فرۆشرا› و ‹loose:فروشرا›"),
    ]);
}

#[test]
fn a_known_word_is_no_verb_in_plain_letters() {
    assert_smart(&[
        ("دەڵێت", "‹exact:دەڵێت› بلیت بکڕە"),
        ("هاتن", "‹exact:هاتن› بی"),
        ("دەبڕێت", "‹exact:دەبڕێت› دەبرێت"),
    ]);
}

#[test]
fn a_text_without_a_letter_writes_it_otherwise() {
    let filler: String = ('ا'..='ي').flat_map(|a| ["ب", "ک"].map(|b| format!("{a}{b} "))).collect();
    assert_smart(&[
        ("شێر", &format!("{filler} ‹loose:شیر› و ‹loose:شیر›ەکان")),
        ("شێر", &format!("{filler} شیر بەرێکی")),
    ]);
}

#[test]
fn a_known_word_is_no_spelling_of_another() {
    assert_smart(&[
        ("بۆ", "‹exact:بۆ› بوو"),
        ("بوو", "بۆ ‹exact:بوو›"),
        ("شێر", "شیر ‹exact:شێر›"),
        ("گوڵ", "گول ‹exact:گوڵ› ‹inflected:گوڵ›ەکان"),
        ("کەڵ", "کەل ‹exact:کەڵ›"),
    ]);
}

#[test]
fn letters_inside_another_word_are_a_part_of_it() {
    assert_smart(&[
        ("سەر", "‹exact:سەر› ‹part:سەر›ۆکی ‹inflected:سەر›ی"),
        ("دەست", "‹exact:دەست› ‹part:دەست›پێکردن ‹inflected:دەست›یان"),
        ("کورد", "‹exact:کورد› ‹part:کورد›ستان ‹inflected:کورد›ەکان"),
        ("کار", "‹part:کار›د ‹exact:کار›"),
        ("ئەمریک", "‹part:ئەمریک›ا ‹part:ئەمریک›ی"),
    ]);
}

#[test]
fn a_demonym_is_no_form_of_its_country() {
    assert_smart(&[
        ("ئەمریکا", "میدیای ئەمریکی و ‹exact:ئەمریکا›"),
        ("ئەمریکی", "میدیای ‹exact:ئەمریکی› و ئەمریکا و ‹inflected:ئەمریکیی›ەکان"),
    ]);
}

#[test]
fn several_words_match_across_inflection_space_and_line_breaks() {
    assert_smart(&[
        ("مایک پۆمپەیۆ", "‹exact:مایک پۆمپەیۆ› ‹folded:مایک \u{A0} پۆمپەیۆ›"),
        ("هێزە چەکدارەکان", "لە ‹inflected:هێزە چەکدارەکان›دایە"),
        ("وەزیری ناوخۆ", "‹inflected:وەزیری ناوخۆ›ی عێراق"),
        ("گرووپی چەکدار", "‹inflected:گرووپە چەکدارەکانی› نزیک"),
    ]);
    let text = "سەردێڕ\nئەو مایک\nپۆمپەیۆ بوو";
    let second = text.find("ئەو").expect("the second block");
    let document = Document::from_blocks(text, &[0, second]);
    let matches = document.search("مایک پۆمپەیۆ", Mode::Smart, None);
    assert_eq!(with_matches(text, &matches), "سەردێڕ\nئەو ‹folded:مایک\nپۆمپەیۆ› بوو");
}

#[test]
fn words_match_written_apart_and_together() {
    let verb = "‹inflected:تۆماری کرد›، ‹inflected:تۆمار دەکات›، ‹inflected:تۆمارکرا›";
    let start = "‹inflected:دەستی پێ کرد› ‹inflected:دەست پێدەکات› ‹inflected:دەستپێدەکەن›";
    assert_smart(&[
        ("تۆمارکردن", verb),
        ("تۆمار کردن", verb),
        ("دەستپێکردن", start),
        ("بەرزبوونەوە", "نرخ ‹inflected:بەرز دەبنەوە› و ‹inflected:بەرز بوونەوە›"),
        ("چات بۆت", "‹inflected:چاتبۆتێکی› نوێ"),
        ("چاتبۆت", "‹inflected:چات بۆتێکی› نوێ"),
        ("ڕەحیم ئاوا", "لە ‹inflected:ڕەحیماوا›"),
        ("ژیری دەستکرد", "#‹folded:ژیری_دەستکرد›"),
        ("کوردستان", "کورد دەستێنێت"),
    ]);
}

#[test]
fn nothing_matches_across_paragraphs() {
    assert_smart(&[("مایک پۆمپەیۆ", "ئەو مایک\nپۆمپەیۆ بوو"), ("بوو. ئەو", "وا بوو.  ئەو هات.")]);
}

#[test]
fn words_of_one_sentence_in_any_order_are_scattered() {
    assert_smart(&[
        ("بەغدا هێرش", "‹scattered:هێرشێک› لە ‹scattered:بەغدا› کرا. هێرش کۆتایی هات."),
        ("بەغدا هێرش", "هێرش کرا. بەغدا هێمنە."),
    ]);
}

#[test]
fn quotes_ask_for_the_words_as_they_are() {
    assert_smart(&[
        ("\"هێرش\"", "‹exact:هێرش› هێرشەکە".replace("هێرشەکە", "‹part:هێرش›ەکە").as_str()),
        ("«هێزە چەکدارەکان»", "‹exact:هێزە چەکدارەکان› و چەکدارەکان و هێزە"),
    ]);
}

#[test]
fn numbers_and_dates_match_by_value() {
    assert_smart(&[
        (
            "2020",
            "‹folded:٢٠٢٠› ‹folded:۲۰۲۰› ‹exact:2020› ٢٠٢٠٠"
                .replace(" ٢٠٢٠٠", " ‹part:٢٠٢٠›٠")
                .as_str(),
        ),
        ("2020", "٣ - ١ - ‹folded:٢٠٢٠›"),
        (
            "5-1-2020",
            "‹folded:٥/١/٢٠٢٠› ‹folded:٠٥ - ٠١ - ٢٠٢٠› ‹exact:5-1-2020› ‹folded:2020-01-05›",
        ),
        ("1,000", "‹folded:١٠٠٠› ‹folded:١٬٠٠٠›"),
        ("1000", "‹folded:١٠٠٠› ‹folded:١٬٠٠٠› ‹folded:1,000›"),
        ("٢٠٠٨", "‹inflected:٢٠٠٨› ـەوە".replace("inflected", "exact").as_str()),
        ("٢٠٪", "‹folded:20%› ‹folded:٢٠ ٪› ‹folded:%20›"),
        ("1.000", "‹folded:١٠٠٠› ‹folded:1,000›"),
        ("3.5", "‹folded:٣,٥› ‹exact:3.5› 35"),
        ("1,000.5", "‹folded:1000.5› ‹folded:١٬٠٠٠٫٥› 10005"),
    ]);
}

#[test]
fn a_query_in_latin_letters_finds_how_it_sounds() {
    assert_smart(&[
        ("emrîka", "‹latin:ئەمریکا› و ‹latin:ئەمریکاوە›"),
        ("kazimi", "مستەفا ‹latin:کازمی›"),
        ("pompeo", "‹latin:پۆمپەیۆ› هات"),
        ("bexda", "لە ‹latin:بەغدا›"),
        ("ḧikûmet", "‹latin:حکوومەت›"),
        ("gelawêj", "فێستیڤاڵی ‹latin:گەلاویژ›"),
        ("slemani", "شلەمەنی لە ‹latin:سلێمانی›"),
    ]);
}

#[test]
fn an_entity_is_found_by_any_of_its_names() {
    let pack = pack();
    assert_found(
        Mode::Smart,
        Some(&pack),
        &[
            ("Baghdad", "لە ‹entity:بەغدا› و ‹entity:بەغداوە›"),
            (
                "پۆمپەیۆ",
                "‹entity:مایک پۆمپەیۆ› هات. ‹exact:پۆمپەیۆ› ڕۆیشت"
                    .replace("‹entity:مایک پۆمپەیۆ›", "مایک ‹exact:پۆمپەیۆ›")
                    .as_str(),
            ),
            ("مایک پۆمپەیۆ", "‹exact:مایک پۆمپەیۆ› هات. ‹entity:پۆمپەیۆ› ڕۆیشت"),
            ("ویلایەتە یەکگرتووەکان", "‹entity:ئەمریکا› و ‹exact:ویلایەتە یەکگرتووەکان›"),
        ],
    );
}

#[test]
fn a_typo_counts_only_where_nothing_else_matches() {
    assert_smart(&[
        ("باڵیۆزحانە", "‹typo:باڵیۆزخانە› نوێ"),
        ("سەرۆکوەزیرن", "‹typo:سەرۆکوەزیران› هات"),
        ("هێشر", "‹typo:هێرش›"),
        ("هێرش", "‹exact:هێرش› هێرس"),
        ("کتێب", "پەنجەرە دەرگا"),
        ("کار", "بار"),
    ]);
}

#[test]
fn a_hit_counts_once_at_its_best_tier_in_text_order() {
    assert_smart(&[(
        "ئەمریکا",
        "‹exact:ئەمریکا›، ‹inflected:ئەمریکا›دا، پانئەمریکایی"
            .replace("پانئەمریکا", "پان‹part:ئەمریکا›")
            .as_str(),
    )]);
}

#[test]
fn a_word_and_a_part_of_it_are_not_both_hit() {
    let text = "ــرۆژهێرشـیـİبه،ـBBCه\u{200c}٢٠٢٠کرد";
    let document = Document::new(text);
    for query in ["به،ـBBC", "İبه،ـBBC", "BBCه کرد", "2020 BBC"] {
        let matches = document.search(query, Mode::Smart, None);
        assert!(!matches.is_empty(), "{query}");
        let apart = matches.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
        assert!(apart, "{query}: {matches:?}");
    }
}

#[test]
fn word_mode_takes_whole_words_as_typed_or_folded() {
    assert_found(
        Mode::Word,
        None,
        &[
            ("سەر", "‹exact:سەر› سەرۆک سەری"),
            ("کوردستان", "‹folded:كوردستان› کوردستانی"),
            ("2020", "‹folded:٢٠٢٠› ٢٠٢٠٠"),
            ("مایک پۆمپەیۆ", "‹exact:مایک پۆمپەیۆ› مایک پۆمپەیۆی"),
            ("ئابووری", "سیاسی-‹exact:ئابووری›"),
            ("گرووپ", "گروپ گرووپەکە"),
        ],
    );
}

#[test]
fn exact_mode_takes_the_characters_as_typed() {
    assert_found(
        Mode::Exact,
        None,
        &[
            ("سەر", "‹exact:سەر› ‹exact:سەر›ۆک"),
            ("کوردستان", "كوردستان ‹exact:کوردستان›ی"),
            ("BBC", "‹exact:BBC› bbc"),
            ("د ک", "ئە‹exact:د ک›ە  د  ک"),
            ("نیە", "یەک\nنییە"),
        ],
    );
}

#[test]
fn a_query_of_nothing_finds_nothing() {
    let document = Document::new("هێرش \"ئاشتی\" ٢٠٢٠ — تەواو.");
    for mode in [Mode::Smart, Mode::Word, Mode::Exact] {
        for query in ["", " ", "\n\t", "\u{200C}"] {
            let matches = document.search(query, mode, None);
            assert!(
                matches.iter().all(|found| found.span.of(document.text()) == query),
                "{query:?}"
            );
        }
    }
}
