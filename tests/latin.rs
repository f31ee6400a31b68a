//! Sorani ⇄ Latin: the gold table, the way back, queries typed in Latin letters.

use std::collections::HashMap;
use std::fs;

use proptest::prelude::*;
use sorani_reader::fold::fold_str;
use sorani_reader::latin::{LatinQuery, latin_key, latin_matches, to_arabic, to_latin};

const GOLD: &str = include_str!("gold/latin.tsv");

/// The rows of the gold table: a Sorani word and its Hawar form.
fn gold() -> impl Iterator<Item = (&'static str, &'static str)> {
    GOLD.lines().skip(1).filter_map(|line| line.split_once('\t'))
}

/// The distinct folded words of the lexicon.
fn lexicon() -> Vec<String> {
    let mut words = Vec::new();
    for file in fs::read_dir("seeds/lexicon").expect("the lexicon") {
        let text = fs::read_to_string(file.expect("a file").path()).expect("a lexicon file");
        let rows = text.lines().skip(1).filter(|line| !line.starts_with('#'));
        words.extend(rows.filter_map(|row| row.split('\t').next()).map(fold_str));
    }
    words.retain(|word| !word.is_empty());
    words.sort();
    words.dedup();
    words
}

fn share(part: usize, whole: usize) -> f64 {
    100.0 * part as f64 / whole as f64
}

#[test]
fn gold_words_in_latin() {
    let wrong: Vec<_> = gold().filter(|(sorani, hawar)| to_latin(sorani) != *hawar).collect();
    let right = share(gold().count() - wrong.len(), gold().count());
    println!("gold words in Latin letters as expected: {right:.1} % of {}", gold().count());
    assert!(right >= 97.0, "{right} %; wrong: {wrong:?}");
}

#[test]
fn gold_words_back() {
    let same = |sorani: &str, hawar: &str| fold_str(&to_arabic(hawar)) == fold_str(sorani);
    let right = gold().filter(|(sorani, hawar)| same(sorani, hawar)).count();
    assert!(share(right, gold().count()) >= 99.0, "{right} of {}", gold().count());
}

#[test]
fn lexicon_round_trip() {
    let words = lexicon();
    let same = words.iter().filter(|word| fold_str(&to_arabic(&to_latin(word))) == **word).count();
    println!("lexicon words that come back: {same} of {}", words.len());
    assert!(share(same, words.len()) >= 98.0, "{same} of {}", words.len());
}

#[test]
fn lexicon_words_that_share_a_key() {
    let words = lexicon();
    let mut keys: HashMap<String, usize> = HashMap::new();
    for word in &words {
        *keys.entry(latin_key(&to_latin(word))).or_default() += 1;
    }
    let alone = keys.values().filter(|&&count| count == 1).count();
    println!("{} words, {} keys, {alone} words alone under theirs", words.len(), keys.len());
    assert!(share(keys.len(), words.len()) >= 40.0);
}

#[test]
fn queries_without_circumflexes_meet_their_word_and_few_others() {
    let words = lexicon();
    let (mut queries, mut met, mut others) = (0, 0, 0);
    for word in words.iter().step_by(200) {
        let query = LatinQuery::new(&plain_keyboard(&to_latin(word)));
        let found = words.iter().filter(|candidate| query.matches(candidate)).count();
        let itself = usize::from(query.matches(word));
        (queries, met, others) = (queries + 1, met + itself, others + found - itself);
    }
    println!("{queries} queries: {met} met their word, {others} others");
    assert!(share(met, queries) >= 98.0, "{met} of {queries}");
    assert!(others <= queries * 2, "{others} other words for {queries} queries");
}

fn plain_keyboard(hawar: &str) -> String {
    let plain = |c| match c {
        'ê' => "e".into(),
        'î' => "i".into(),
        'û' => "u".into(),
        'ş' => "sh".into(),
        'ç' => "ch".into(),
        _ => String::from(c),
    };
    hawar.chars().map(plain).collect()
}

#[test]
fn queries_as_people_type_them() {
    let pairs = [
        ("emrîka", "ئەمریکا"),
        ("amrika", "ئەمریکا"),
        ("Amerika", "ئەمریکا"),
        ("pompeo", "پۆمپەیۆ"),
        ("kazimi", "کازمی"),
        ("kadhimi", "کازمی"),
        ("bexda", "بەغدا"),
        ("Baghdad", "بەغدا"),
        ("hewler", "هەولێر"),
        ("slemani", "سلێمانی"),
        ("sulaimani", "سلێمانی"),
        ("kurdistan", "کوردستان"),
        ("heresh", "هێرش"),
        ("hêriş", "هێرش"),
        ("serok", "سەرۆک"),
        ("sarok", "سەرۆک"),
        ("parleman", "پەرلەمان"),
        ("iraq", "عێراق"),
        ("êraq", "عێراق"),
        ("eraq", "عێراق"),
        ("iran", "ئێران"),
        ("êran", "ئێران"),
        ("Halabja", "هەڵەبجە"),
        ("Soleimani", "سولەیمانی"),
        ("Barzani", "بارزانی"),
        ("newroz", "نەورۆز"),
        ("koshish", "کۆشش"),
    ];
    for (query, word) in pairs {
        assert!(latin_matches(query, word), "{query} should find {word}");
        assert_eq!(latin_key(query), latin_key(&to_latin(word)), "{query} {word}");
    }
    assert!(latin_matches("America", "ئەمریکا"), "an English c may be a k");
}

#[test]
fn short_queries_do_not_stray() {
    for (query, word) in
        [("bo", "بوو"), ("kar", "کەر"), ("sar", "سەر"), ("iran", "عێراق"), ("", "ئا")]
    {
        assert!(!latin_matches(query, word), "{query} should not find {word}");
    }
}

#[test]
fn the_nearer_word_has_the_smaller_distance() {
    let query = LatinQuery::new("bazar");
    assert_eq!(query.distance("بازاڕ"), Some(0));
    assert!(query.distance("بەزار").is_some_and(|distance| distance > 0));
}

#[test]
fn typed_on_plain_keyboards() {
    for (latin, sorani) in [
        ("sharekan", "شارەکان"),
        ("chawekan", "چاوەکان"),
        ("mall", "ماڵ"),
        ("rojname", "ڕۆژنامە"),
        ("xellk", "خەڵک"),
        ("Barzani", "بارزانی"),
        ("kirdin", "کردن"),
        ("emrika", "ئەمریکا"),
        ("pirtu\u{302}k", "پرتووک"),
        ("Şar", "شار"),
        ("bi xêr biçin", "ب خێر بچن"),
    ] {
        assert_eq!(to_arabic(latin), sorani, "{latin}");
    }
}

#[test]
fn other_keyboards_give_the_same_latin() {
    assert_eq!(to_latin("كوردي"), "kurdî");
    assert_eq!(to_latin("رۆژ"), "roj");
    assert_eq!(to_latin("ئه\u{200C}مه\u{200C}"), "eme");
    assert_eq!(to_latin("كـــورد"), "kurd");
}

#[test]
fn all_but_words_passes_through() {
    assert_eq!(to_latin("چی؟ نا، ١٢٣؛ BBC 12%\r\n\tنان"), "çî? na, ١٢٣; BBC 12%\r\n\tnan");
    assert_eq!(to_arabic("çî? na, 1,000; 'nan'"), "چی؟ نا، 1,000؛ 'نان'");
    assert_eq!(to_arabic("nan https://a.krd/b?c=1 x@y.krd"), "نان https://a.krd/b?c=1 x@y.krd");
    assert_eq!(to_arabic("24î"), "24ی");
}

fn layout(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_whitespace() || c.is_ascii_digit() || ('٠'..='٩').contains(c))
        .collect()
}

proptest! {
    #[test]
    fn any_text_keeps_its_lines_and_digits(text in any::<String>(), sorani in "[ئابپتجدرڕسشعەوۆیێنم \n٠-٩0-9'a-zêî،؟]{0,60}") {
        for text in [text, sorani] {
            prop_assert_eq!(layout(&to_latin(&text)), layout(&text));
            prop_assert_eq!(layout(&to_arabic(&text)), layout(&text));
            let _ = latin_matches(&text, &fold_str(&text));
        }
    }

    #[test]
    fn a_word_meets_its_own_latin(word in "[بپتجدرزسشفکگلمن][اەۆێ][بپتجدرزسشفکگلمن]{1,2}[اەۆێیو]{0,1}") {
        prop_assert!(latin_matches(&to_latin(&word), &fold_str(&word)), "{} {}", word, to_latin(&word));
    }

    #[test]
    fn latin_letters_only(word in "[ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنهەوۆیێ]{1,12}") {
        let left = to_latin(&word).chars().any(|c| ('ء'..='ۿ').contains(&c));
        prop_assert!(!left, "{}", to_latin(&word));
    }
}
