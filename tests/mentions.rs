//! Where names are found in single sentences: one row a rule, and what breaks without it.

use sorani_reader::document::Document;
use sorani_reader::entity::{Pack, read_entities};

const LIST: &str = r##"{"@id": "kurdistan", "@type": "AdministrativeArea", "name": "هەرێمی کوردستان", "alternateName": ["کوردستان"]}
{"@id": "usa", "@type": "Country", "name": "ئەمریکا", "demonym": ["ئەمریکی", "ئەمریکایی"]}
{"@id": "china", "@type": "Country", "name": "چین", "demonym": ["چینی"]}
{"@id": "palestine", "@type": "Country", "name": "فەلەستین", "demonym": ["فەلەستینی"]}
{"@id": "erbil", "@type": "City", "name": "هەولێر", "demonym": ["هەولێری"]}
{"@id": "erbil-governorate", "@type": "AdministrativeArea", "name": "پارێزگای هەولێر", "alternateName": ["هەولێر"]}
{"@id": "duhok", "@type": "City", "name": "دهۆک"}
{"@id": "duhok-sc", "@type": "SportsTeam", "name": "یانەی دهۆک", "alternateName": ["دهۆک"]}
{"@id": "rawanduz", "@type": "City", "name": "ڕەواندز"}
{"@id": "soran", "@type": "City", "name": "سۆران"}
{"@id": "dukan", "@type": "City", "name": "دوکان"}
{"@id": "new-york", "@type": "City", "name": "نیویۆرک"}
{"@id": "monitor", "@type": "NewsMediaOrganization", "name": "ئەل مۆنیتەر"}
{"@id": "germian", "@type": "Place", "name": "گەرمیان"}
{"@id": "masoud", "@type": "Person", "name": "مەسعوود بارزانی"}
{"@id": "alan", "@type": "Person", "name": "ئالان حەمەسەعید"}
{"@id": "bekas", "@type": "Person", "name": "شێرکۆ بێکەس"}
{"@id": "johnson", "@type": "Person", "name": "بۆریس جۆنسۆن", "alternateName": ["جۆنسۆن"]}
{"@id": "putin", "@type": "Person", "name": "ڤلادیمێر پووتین", "alternateName": ["پوتین"]}
{"@id": "sulaymaniyah", "@type": "City", "name": "سلێمانی"}
{"@id": "georgia", "@type": "Country", "name": "جۆرجیا"}
{"@id": "georgia-state", "@type": "State", "name": "ویلایەتی جۆرجیا", "alternateName": ["جۆرجیا"]}
{"@id": "biden", "@type": "Person", "name": "جۆ بایدن"}
{"@id": "hunter", "@type": "Person", "name": "هەنتەر بایدن"}
{"@id": "musk", "@type": "Person", "name": {"ckb": "ئیلۆن مەسک", "en": "Elon Musk"}}
{"@id": "nian", "@type": "Person", "name": "نیان"}
{"@id": "isis", "@type": "Organization", "name": "داعش"}
{"@id": "kdp", "@type": "PoliticalParty", "name": "پارتی دیموکراتی کوردستان", "alternateName": ["پارتی"]}
{"@id": "puk", "@type": "PoliticalParty", "name": "یەکێتیی نیشتمانیی کوردستان", "alternateName": ["یەکێتی"]}
{"@id": "hawlati", "@type": "Newspaper", "name": "ڕۆژنامەی هاووڵاتی", "alternateName": ["هاووڵاتی"]}
{"@id": "facebook", "@type": "Corporation", "name": {"ckb": "فەیسبووک", "en": "Facebook"}}
{"@id": "youth", "@type": "Periodical", "name": "گەنج"}
{"@id": "new", "@type": "Corporation", "name": "نوێ"}
{"@id": "nation", "@type": "PoliticalParty", "name": "گەل"}
"##;

/// `surface=entity` of each mention, in text order.
fn found(text: &str) -> String {
    let (entities, problems) = read_entities(LIST);
    assert_eq!(problems, []);
    let pack = Pack::from_entities(entities);
    let document = Document::new(text);
    let mentions = document.mentions(&pack);
    let mention = |m: &sorani_reader::entity::Mention| {
        let entity = pack.entity(m.entity).expect("a mention's entity");
        format!("{}={}", m.span.of(document.text()), entity.id())
    };
    mentions.iter().map(mention).collect::<Vec<_>>().join(" ")
}

fn check(rows: &[(&str, &str)]) {
    for (text, wanted) in rows {
        assert_eq!(found(text), *wanted, "{text}");
    }
}

#[test]
fn the_parts_of_a_hashtag_are_names() {
    check(&[
        ("ئەو لە #کوردستان نووسی", "کوردستان=kurdistan"),
        ("هاشتاگی #هەرێمی_کوردستان بڵاوبووەوە", "هەرێمی_کوردستان=kurdistan"),
    ]);
}

#[test]
fn latin_names_are_found_as_they_are_cited() {
    check(&[
        ("بە وتەی Elon Musk کارەکە تەواوە", "Elon Musk=musk"),
        ("لە FACEBOOK بڵاوبووەوە", "FACEBOOK=facebook"),
    ]);
}

#[test]
fn names_are_found_in_one_word_and_in_two() {
    check(&[
        ("لە نیو یۆرکەوە هات", "نیو یۆرکەوە=new-york"),
        ("لە نیویۆرک بوو", "نیویۆرک=new-york"),
        ("ئەلمۆنیتەر نووسی", "ئەلمۆنیتەر=monitor"),
    ]);
}

#[test]
fn a_middle_name_may_stand_between() {
    check(&[
        ("مەسعوود مستەفا بارزانی هات", "مەسعوود مستەفا بارزانی=masoud"),
        ("ئالان حەمە سەعید هات", "ئالان حەمە سەعید=alan"),
        ("مەسعوود لە بارزانی پرسی", ""),
    ]);
}

#[test]
fn what_is_called_by_a_common_word_needs_more_than_a_noun_before() {
    check(&[
        ("یاریزانی گەنج هات", ""),
        ("کارگەیەکی نوێ کرایەوە", ""),
        ("بێکەس شاعیری گەلە", ""),
        ("ڕۆژنامەی هاووڵاتی نووسی. هاووڵاتی مافی هەیە", "ڕۆژنامەی هاووڵاتی=hawlati"),
        ("هاووڵاتییانی شارەکە ناڕازین", ""),
        ("گۆڤاری گەنج بڵاوکرایەوە", "گەنج=youth"),
    ]);
}

#[test]
fn unlisted_people_do_not_become_their_listed_namesakes() {
    check(&[
        ("خوێندکارێک بە ناوی نیان ئەحمەد هات. نیان گوتی", ""),
        ("سۆران ئیسماعیل، پارێزەر گوتی", ""),
        ("خەڵکی سۆران ناڕازین", "سۆران=soran"),
        ("لیدۆن بی جۆنسۆن هات", ""),
    ]);
}

#[test]
fn the_words_around_a_demonym_tell_it_from_its_place() {
    check(&[
        ("٤٠ فەلەستینی کوژران", "فەلەستینی=palestine"),
        ("چینی سەرەوەی زەوی تەڕ بوو", ""),
        ("کۆمپانیای چینی هات", "چینی=china"),
        ("بازرگانێکی هەولێری گوتی", "هەولێری=erbil"),
        ("وڵاتانی ئەمریکای لاتین", ""),
        ("وڵاتانی ئەمریکای باکوور", ""),
    ]);
}

#[test]
fn endings_that_only_some_names_take() {
    check(&[
        ("ئەوان خەڵکی ڕەواندزن.", "ڕەواندزن=rawanduz"),
        ("باسی تاوانەکانی داعشی کرد", "داعشی=isis"),
        ("لە فەیسبووکیش نووسی", "فەیسبووکیش=facebook"),
        ("پلەی گەرمی یان سەرما", ""),
        ("چەکداری داعشی لە زیندانە", "داعشی=isis"),
        ("داعشمان شکاند و سەردانی هەولێرمان کرد", "داعشمان=isis هەولێرمان=erbil"),
        ("کۆبوونەوەکە لە سلێمانییە", "سلێمانییە=sulaymaniyah"),
        ("لەسەر داوای پارتی هاتن. پارتییەکی نوێ دامەزرا", ""),
    ]);
}

#[test]
fn what_the_rest_of_the_article_says_counts() {
    check(&[
        ("شێرکۆ بێکەس هات. بێکەس شیعری خوێندەوە", "شێرکۆ بێکەس=bekas بێکەس=bekas"),
        (
            "کۆبوونەوەی پارتی و یەکێتی. وتەبێژی پارتی گوتی. ئەندامی مەکتەبی سیاسیی یەکێتی هات",
            "پارتی=kdp یەکێتی=puk پارتی=kdp یەکێتی=puk",
        ),
        (
            "شاندی یەکێتیی نیشتمانیی کوردستان هات. لەگەڵ یەکێتیدا کۆبوونەوە",
            "یەکێتیی نیشتمانیی کوردستان=puk یەکێتیدا=puk",
        ),
        ("ڤلادیمێر پووتین هات. پووتین گوتی", "ڤلادیمێر پووتین=putin پووتین=putin"),
        ("پووتینی نوێ کڕدرا", ""),
        (
            "هەنتەر بایدن و جۆ بایدن هاتن. هەنتەر گوتی",
            "هەنتەر بایدن=hunter جۆ بایدن=biden هەنتەر=hunter",
        ),
        ("هەنتەر بایدن هات. هەنتەر گوتی", "هەنتەر بایدن=hunter"),
        ("لە تفلیس، پایتەختی جۆرجیا", "جۆرجیا=georgia"),
        ("لە ویلایەتی جۆرجیا", "ویلایەتی جۆرجیا=georgia-state"),
        ("دوکان شارۆچکەیەکی خۆشە", "دوکان=dukan"),
        ("تەندروستیی دهۆک ئاشکرایکرد", "دهۆک=duhok"),
    ]);
}
