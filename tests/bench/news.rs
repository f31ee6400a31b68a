//! Made news: as much Sorani text as a benchmark wants, the same for the same seed.
//!
//! Its sentences are templates of ours filled with words of `seeds/lexicon` in their usual
//! endings, the frequent ones often, and the summaries of `seeds/starter.jsonl`. It means nothing,
//! but words, endings, numbers and quotes are as frequent as in a newspaper.

use std::fs;
use std::path::Path;

const SEED: u64 = 2020;

/// How unequal the frequencies of words are; at 3, one word in a hundred fills a fifth of the text.
const SKEW: i32 = 3;

/// One sentence in so many is a summary.
const SUMMARY_EVERY: u64 = 12;

/// A letter in braces is filled in: person, family name, place, organisation, noun, adjective,
/// verb stem, count, date. کوردستان stands in five of twelve, about 22 times in 10 KB: what the
/// benchmark in browsers looks for.
const TEMPLATES: &[&str] = &[
    "{p} {f}، وتەبێژی {o}، ڕایگەیاند کە {n} {a} لە {l} {v}ووە.",
    "بە وتەی سەرچاوەیەکی {a}، {n} لە {d} لە نزیک {l} {v}ن و {c} کەس بریندار بوون.",
    "ئەمڕۆ {n} و {n} لەلایەن {o}ەوە بڵاوکرانەوە، بەڵام {f} ئەوەی ڕەتکردەوە.",
    "«ئێمە دەمانەوێت {n} بپارێزین»، {p} {f} لە کۆنفرانسێکی ڕۆژنامەوانیدا لە {l} گوتی.",
    "لە ساڵی {c}دا، نزیکەی {c} {n} {a} گەیشتنە {l}، کە زۆربەیان {n} بوون.",
    "ئایا {n} دەتوانێت کاریگەری لەسەر {n} لە کوردستان هەبێت؟",
    "پێشتر {p} {f} هۆشداریی دابوو کە ئەگەر {n} نەیەت، {l} تووشی {n} دەبێت.",
    "هێزە {a}ەکانی کوردستان لە {l} بۆ {l} کشانەوە؛ {n} و {n} هێشتا لەوێن.",
    "{c}٪ی {n} لە کوردستان و {l} {a}ە، ئەمەش لەچاو {d} زیادی کردووە.",
    "د. {p} {f} وتی: \"ناتوانین لەو {n}ە بێدەنگ بین، چونکە {n} مافی هەمووانە\".",
    "لەگەڵ ئەوەشدا هیچ {n} لە کوردستاندا نییە کە بتوانێت جێگەی {n} بگرێتەوە!",
    "بەپێی ڕاپۆرتەکە، {o} {c} ملیۆن دۆلاری بۆ {n} و {n}ی کوردستان تەرخان کردووە.",
];

/// Endings of nouns and names after a consonant; after a vowel other than ە a ی stands between.
const ENDINGS: &[&str] = &[
    "",
    "",
    "",
    "",
    "ەکە",
    "ەکان",
    "ی",
    "ێک",
    "ەکەی",
    "ەکانی",
    "ان",
    "ەکەدا",
    "ەکانەوە",
    "یش",
    "ێکی",
];

const DIGITS: [char; 10] = ['٠', '١', '٢', '٣', '٤', '٥', '٦', '٧', '٨', '٩'];

/// About `bytes` of news in UTF-8, a paragraph a line.
///
/// # Panics
///
/// Panics if a file of `seeds/` cannot be read.
pub fn news(bytes: usize) -> String {
    let words = Words::load();
    let mut dice = Dice(SEED);
    let mut text = String::with_capacity(bytes + 4096);
    while text.len() < bytes {
        for _ in 0..3 + dice.roll(4) {
            words.write_sentence(&mut text, &mut dice);
            text.push(' ');
        }
        text.pop();
        text.push('\n');
    }
    text
}

/// The story that the demo and the tests read.
///
/// # Panics
///
/// Panics if the file cannot be read.
pub fn seed_story() -> String {
    read("000_fd8a1b6014ca0d5e.txt")
}

/// Words by what they can fill in, the frequent ones first.
struct Words {
    people: Vec<String>,
    families: Vec<String>,
    places: Vec<String>,
    organisations: Vec<String>,
    nouns: Vec<String>,
    adjectives: Vec<String>,
    verbs: Vec<String>,
    summaries: Vec<String>,
}

impl Words {
    fn load() -> Words {
        let [people, places] = ["lexicon/names_people.tsv", "lexicon/names_places.tsv"].map(read);
        let nouns = read("lexicon/nouns_public.tsv") + &read("lexicon/nouns_life.tsv");
        Words {
            people: of_kind(&people, "given"),
            families: of_kind(&people, "family"),
            places: of_kind(&places, "place"),
            organisations: of_kind(&places, "org"),
            nouns: of_kind(&nouns, "noun"),
            adjectives: of_kind(&read("lexicon/adjectives.tsv"), "adj"),
            verbs: past_stems(&read("verbs.tsv")),
            summaries: summaries(&read("starter.jsonl")),
        }
    }

    fn write_sentence(&self, text: &mut String, dice: &mut Dice) {
        if dice.roll(SUMMARY_EVERY) == 0 {
            return text.push_str(dice.any::<String>(&self.summaries));
        }
        let mut rest = *dice.any(TEMPLATES);
        while let Some(at) = rest.find('{') {
            text.push_str(&rest[..at]);
            self.fill(rest.as_bytes()[at + 1], text, dice);
            rest = &rest[at + 3..];
        }
        text.push_str(rest);
    }

    fn fill(&self, slot: u8, text: &mut String, dice: &mut Dice) {
        match slot {
            b'p' => text.push_str(dice.frequent(&self.people)),
            b'f' => text.push_str(dice.frequent(&self.families)),
            b'l' => text.push_str(dice.frequent(&self.places)),
            b'o' => text.push_str(dice.frequent(&self.organisations)),
            b'a' => text.push_str(dice.frequent(&self.adjectives)),
            b'v' => text.push_str(dice.frequent(&self.verbs)),
            b'n' => push_noun(text, dice.frequent(&self.nouns), dice.any::<&str>(ENDINGS)),
            b'c' => push_number(text, 2 + dice.roll(2500)),
            b'd' => push_date(text, dice),
            _ => unreachable!("no template has another slot"),
        }
    }
}

/// Writes a noun and joins an ending to it as the vowel at its end wants it.
fn push_noun(text: &mut String, noun: &str, ending: &str) {
    text.push_str(noun);
    let last = noun.chars().next_back();
    let is_vowel = matches!(last, Some('ە' | 'ا' | 'ۆ' | 'ێ' | 'ی'));
    match (ending.chars().next(), last) {
        (Some('ە'), Some('ە')) => text.push_str(&ending['ە'.len_utf8()..]),
        (Some('ێ'), Some('ە')) => {
            text.push_str("یە");
            text.push_str(&ending['ێ'.len_utf8()..]);
        }
        (Some('ە' | 'ێ' | 'ا'), _) if is_vowel => {
            text.push('ی');
            text.push_str(ending);
        }
        _ => text.push_str(ending),
    }
}

fn push_number(text: &mut String, number: u64) {
    let digits = number.to_string();
    text.extend(digits.bytes().map(|digit| DIGITS[usize::from(digit - b'0')]));
}

fn push_date(text: &mut String, dice: &mut Dice) {
    for (limit, least, after) in [(28, 1, "/"), (12, 1, "/"), (30, 1996, "")] {
        push_number(text, least + dice.roll(limit));
        text.push_str(after);
    }
}

/// The words of one part of speech.
fn of_kind(table: &str, pos: &str) -> Vec<String> {
    let rows = table.lines().filter_map(|line| line.split_once('\t'));
    scattered(rows.filter(|row| row.1 == pos).map(|row| row.0.to_owned()).collect())
}

fn past_stems(table: &str) -> Vec<String> {
    let stem = |line: &str| line.split('\t').nth(1).map(str::to_owned);
    scattered(
        table.lines().skip(1).filter(|line| !line.starts_with('#')).filter_map(stem).collect(),
    )
}

fn summaries(json_lines: &str) -> Vec<String> {
    let summary = |line: &str| {
        let entity: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(entity["description"]["ckb"].as_str()?.to_owned())
    };
    json_lines.lines().filter_map(summary).collect()
}

/// The same words in an order without meaning: their files go by topic and letter, and the first
/// are drawn often.
fn scattered(mut words: Vec<String>) -> Vec<String> {
    let mut dice = Dice(SEED);
    for at in (1..words.len()).rev() {
        words.swap(at, dice.roll(at as u64 + 1) as usize);
    }
    words
}

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Pseudo-random numbers (SplitMix64, Steele, Lea & Flood 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `sides`.
    fn roll(&mut self, sides: u64) -> u64 {
        self.next() % sides
    }

    fn any<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.roll(of.len() as u64) as usize]
    }

    /// One of the words, the first ones most often.
    fn frequent<'a>(&mut self, words: &'a [String]) -> &'a str {
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        &words[(share.powi(SKEW) * words.len() as f64) as usize]
    }
}
