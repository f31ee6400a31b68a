//! Paragraphs, sentences and tokens, as tables of marked text.
//!
//! In a row of tokens `⟦…⟧` holds a word and `⟦kind:…⟧` any other token; in a
//! row of sentences `|` stands where one ends and another follows; in a row of
//! paragraphs `¶` does. The text is the row without its marks.

use sorani_reader::document::Document;
use sorani_reader::segment::TokenKind;
use sorani_reader::span::Span;

const SEED: &str = include_str!("../seeds/000_fd8a1b6014ca0d5e.txt");

/// The row without its marks.
fn unmarked(row: &str) -> String {
    let mut text = row.replace('⟧', "");
    for kind in TokenKind::ALL {
        text = text.replace(&format!("⟦{}:", kind.as_str()), "");
    }
    text.replace('⟦', "")
}

/// The document's text with its tokens marked.
fn with_tokens(document: &Document) -> String {
    let text = document.text();
    let mut marked = String::new();
    let mut at = 0;
    for token in document.tokens() {
        let label = match token.kind {
            TokenKind::Word => String::new(),
            kind => format!("{}:", kind.as_str()),
        };
        let gap = Span::new(at, token.span.start).of(text);
        marked.push_str(&format!("{gap}⟦{label}{}⟧", token.span.of(text)));
        at = token.span.end;
    }
    marked + &text[at..]
}

/// The text with `mark` where one of the spans ends and another follows.
fn with_borders(text: &str, spans: &[Span], mark: char) -> String {
    let mut marked = String::new();
    let mut at = 0;
    for span in spans.iter().take(spans.len().saturating_sub(1)) {
        marked.push_str(&text[at..span.end]);
        marked.push(mark);
        at = span.end;
    }
    marked + &text[at..]
}

fn assert_tokens(rows: &[&str]) {
    for row in rows {
        assert_eq!(with_tokens(&Document::new(unmarked(row))), *row);
    }
}

fn assert_sentences(rows: &[&str]) {
    for row in rows {
        let document = Document::new(row.replace('|', ""));
        let spans: Vec<Span> = document.sentences().iter().map(|s| s.span).collect();
        assert_eq!(with_borders(document.text(), &spans, '|'), *row);
    }
}

fn assert_paragraphs(rows: &[&str]) {
    for row in rows {
        let document = Document::new(row.replace('¶', ""));
        assert_eq!(with_borders(document.text(), document.paragraphs(), '¶'), *row);
    }
}

#[test]
fn words_are_letters_with_joiners_and_marks_inside() {
    assert_tokens(&[
        "⟦ئەمریکا⟧ ⟦لە⟧ ⟦عێراق⟧",
        "⟦ئەمریکا⟧، ⟦عێراق⟧؛ ⟦ئێران⟧: ⟦تورکیا⟧.",
        "⟦ده\u{200C}کات⟧ ⟦کورد\u{200C}ستان⟧",
        "⟦کوردســتان⟧ ⟦ئاسا\u{64E}یش⟧ ⟦بەهـ⟧",
        "\u{202B}⟦سڵاو⟧\u{202C} ⟦گەل⟧",
        "(⟦هەولێر⟧) [⟦دهۆک⟧] «⟦سلێمانی⟧» “⟦کەرکووک⟧”",
        "⟦بەغدا⟧/⟦هەولێر⟧ ⟦ئا⟧…⟦نا⟧",
        "",
        " \t ",
        "—!؟…«»",
    ]);
}

#[test]
fn a_hyphen_or_the_dots_of_an_abbreviation_hold_a_word_together() {
    assert_tokens(&[
        "⟦سیاسی-ئابووری⟧",
        "⟦کورد-تورک-عەرەب⟧",
        "⟦هەولێر⟧ - ⟦سلێمانی⟧",
        "⟦هەولێر⟧- ⟦سلێمانی⟧",
        "⟦COVID-19⟧ ⟦F-16⟧ ⟦anti-war⟧",
        "⟦ئێ.پێ.جی⟧ ⟦دەڵێت⟧",
        "⟦پ.ک.ک⟧ ⟦و⟧ ⟦ی.ن.ک⟧",
        "(⟦ی.ن.ک⟧)",
    ]);
}

#[test]
fn latin_words_keep_their_apostrophes_and_digits() {
    assert_tokens(&[
        "⟦BBC⟧ ⟦News⟧",
        "⟦don't⟧ ⟦O’Neill⟧",
        "'⟦quoted⟧'",
        "⟦Şêx⟧ ⟦Kurdî⟧ ⟦Łódź⟧",
        "⟦G20⟧ ⟦4G⟧ ⟦کۆڤید19⟧",
        "⟦Москва⟧ ⟦ܐܬܘܪ⟧",
    ]);
}

#[test]
fn scripts_that_touch_are_words_apart() {
    assert_tokens(&["⟦کوردی⟧⟦Kurdish⟧", "⟦Kurdish⟧⟦کوردستان⟧"]);
}

#[test]
fn numbers_hold_their_separators() {
    assert_tokens(&[
        "⟦number:٢٠٢٠⟧ ⟦number:۲۰۲۰⟧ ⟦number:2020⟧",
        "⟦number:1,000⟧ ⟦دینار⟧، ⟦number:١٬٠٠٠٬٠٠٠⟧ ⟦number:٣٫٥⟧ ⟦number:3.14⟧",
        "⟦number:٥⟧، ⟦number:٦⟧.",
        "⟦number:١٠٠⟧/⟦number:٢٠⟧",
    ]);
}

#[test]
fn a_per_cent_sign_stands_on_either_side() {
    assert_tokens(&[
        "⟦percent:٢٠٪⟧ ⟦percent:20%⟧ ⟦percent:٢٠ ٪⟧",
        "⟦percent:٪٢٠⟧ ⟦percent:%20⟧ ⟦percent:% ٢٠⟧",
        "⟦percent:٪٣٫٥⟧ ⟦percent:3.5%⟧",
        "⟦بە⟧ ⟦percent:٪٢٠ی⟧ ⟦نرخ⟧",
    ]);
}

#[test]
fn dates_take_every_order_separator_and_digit() {
    assert_tokens(&[
        "⟦date:٣ - ١ - ٢٠٢٠⟧",
        "⟦date:٣-١-٢٠٢٠⟧ ⟦date:5/1/2020⟧ ⟦date:2020-01-05⟧ ⟦date:۵٫۱٫۲۰۲۰⟧",
        "⟦date:٣ / ١ / ٢٠٢٠⟧ ⟦date:5.1.2020⟧ ⟦date:12/5/20⟧",
        "⟦لە⟧ ⟦date:١.١.٢٠٢٢ەوە⟧",
        "⟦date:٥/١/٢٠٢٠⟧، ⟦date:٦/١/٢٠٢٠⟧",
    ]);
}

#[test]
fn what_no_calendar_knows_is_no_date() {
    assert_tokens(&[
        "⟦number:٣⟧ - ⟦number:١⟧",
        "⟦number:45⟧/⟦number:45⟧/⟦number:2020⟧",
        "⟦number:٢٠١٩⟧-⟦number:٢٠٢٠⟧",
        "⟦number:٠⟧-⟦number:٠⟧-⟦number:٢٠٢٠⟧",
        "⟦number:12.13.14.15⟧",
    ]);
}

#[test]
fn times_have_hours_and_minutes() {
    assert_tokens(&[
        "⟦کاتژمێر⟧ ⟦time:٩:٣٠⟧ ⟦time:21:05⟧ ⟦time:21:05:10⟧",
        "⟦time:٢:٣٠ی⟧ ⟦بەرەبەیان⟧",
        "⟦number:٢⟧:⟦number:١⟧",
    ]);
}

#[test]
fn addresses_are_one_token_without_the_stop_after_them() {
    assert_tokens(&[
        "⟦url:https://www.rudaw.net/sorani/kurdistan/1?x=1&y=2#top⟧",
        "⟦url:www.hewal.net/ku/12345⟧.",
        "(⟦url:rudaw.net⟧) ⟦url:http://example.com/a_(b)⟧،",
        "⟦لە⟧ ⟦url:HTTP://EXAMPLE.COM/ABC⟧!",
        "⟦email:info@example.org⟧، ⟦email:first.last+news@mail.example.com⟧.",
    ]);
}

#[test]
fn names_and_tags_of_social_media_are_one_token() {
    assert_tokens(&[
        "⟦handle:@rudaw_sorani⟧ ⟦handle:@کوردستان⟧",
        "⟦hashtag:#کوردستان⟧ ⟦hashtag:#نەورۆز_٢٧٢١⟧ ⟦hashtag:#Kurdistan2020⟧",
        "⟦hashtag:#هەولێر⟧⟦hashtag:#دهۆک⟧ # @",
        "⟦hashtag:#کورد\u{200C}ستان⟧",
    ]);
}

#[test]
fn an_emoji_is_one_token_however_many_code_points_it_has() {
    assert_tokens(&[
        "⟦جوانە⟧⟦emoji:😍⟧ ⟦emoji:🔥⟧⟦emoji:🔥⟧",
        "⟦emoji:👨\u{200D}👩\u{200D}👧⟧",
        "⟦emoji:❤\u{FE0F}\u{200D}🔥⟧⟦emoji:🔥⟧ ⟦emoji:🏳\u{FE0F}\u{200D}🌈⟧",
        "⟦emoji:👍🏽⟧ ⟦emoji:🇮🇶⟧⟦emoji:🇹🇷⟧ ⟦emoji:❤\u{FE0F}⟧",
        "⟦emoji:🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}⟧",
    ]);
}

#[test]
fn an_ending_outside_its_host_is_tied_to_it() {
    assert_tokens(&[
        "⟦هەموو⟧ \"⟦میلیشیاکان\"یش⟧ ⟦دەکاتە⟧",
        "«⟦ڕووداو»ەوە⟧ ⟦گوتی⟧",
        "“⟦میلیشیایان”ە⟧.",
        "⟦number:٢٤ی⟧ ⟦ئازار⟧",
        "⟦number:٢٠٠٨ ـەوە⟧ ⟦و⟧ ⟦number:٢٠٠٨ـەوە⟧",
        "⟦BBCدا⟧ ⟦و⟧ ⟦BBC ـیش⟧",
        "⟦date:٣ - ١ - ٢٠٢٠دا⟧",
        "⟦hashtag:#کوردستانەوە⟧",
        "⟦handle:@rudawی⟧",
    ]);
}

#[test]
fn a_word_after_a_host_is_no_ending() {
    assert_tokens(&[
        "⟦BBC⟧ ⟦دا⟧",
        "\"⟦میلیشیا⟧\" ⟦یش⟧",
        "⟦number:٢٤⟧ ⟦ی⟧",
        "⟦number:٢٤⟧⟦سەرباز⟧",
        "\"⟦ئاشتی⟧\"⟦کورد⟧",
    ]);
}

#[test]
fn an_outside_ending_joins_the_fold_and_leaves_the_stem() {
    for (text, fold, stem) in [
        ("\"میلیشیاکان\"یش", "میلیشیاکانیش", "میلیشیا"),
        ("٢٤ی", "24ی", "24"),
        ("٢٠٠٨ ـەوە", "2008ەوە", "2008"),
        ("«باڵیۆزخانە»کەی", "باڵیۆزخانەکەی", "باڵیۆزخانە"),
        ("BBCدا", "bbcدا", "bbc"),
    ] {
        let document = Document::new(text);
        assert_eq!(document.tokens().len(), 1, "{text}");
        assert_eq!(document.token_fold(0), fold);
        assert_eq!(document.token_stem(0), stem, "{text}");
    }
}

#[test]
fn a_base_that_stands_in_the_text_is_the_stem() {
    for (text, stem) in [
        ("زاراڤۆنە گوتی", "زاراڤۆنە"),
        ("زاراڤۆنە گوتی زاراڤۆن", "زاراڤۆن"),
        ("زاراڤۆنیشە و زاراڤۆنی و زاراڤۆن", "زاراڤۆن"),
        // Of two listed bases the one that the text has.
        ("باوکان و باوک", "باوک"),
        // A listed word is no form of another.
        ("کوردستان و کورد", "کوردستان"),
    ] {
        assert_eq!(Document::new(text).token_stem(0), stem, "{text}");
    }
}

#[test]
fn a_stop_and_its_closers_end_a_sentence() {
    assert_sentences(&[
        "هێرشەکانی کرد.| دوایی گەڕایەوە.",
        "ئایا کێ بوو؟| کەس نازانێت!| تەواو بوو…| ڕۆیشت.",
        "\"ئاشتی دەمێنێت.\"| وای گوت.",
        "«باشە!»| ئەو ڕۆیشت.",
        "(لێرە تەواو دەبێت.)| دوایی دەست پێ دەکات.",
        "کێ دەزانێت؟!| وەڵام بدەوە!!!| باشە...| ئیتر چی؟",
        "Really?| Yes.| ئەوە کۆتاییە.",
        "کۆتایی\u{06D4}| دەستپێک.",
        "وتی: \"نازانم.\"",
        "سەرکەوت .| دابەزی .",
    ]);
}

#[test]
fn commas_colons_and_semicolons_end_nothing() {
    assert_sentences(&["وتی: ڕۆیشت، هات؛ دیسان چوو: تەواو.", "یەکەم، دووەم ; سێیەم"]);
}

#[test]
fn the_dot_of_a_title_or_initial_ends_nothing() {
    assert_sentences(&[
        "د. بەرهەم ساڵح هات.| د. ئازاد چوو.",
        "بە وتەی د. ئازاد، قاوە باشە.",
        "گومانلێکراو (س. م. ع) گیرا.| ئەو ٢٤ ساڵە.",
        "پ. ی. د. هێمن وانەبێژە.",
        "پرۆف. دکت. هێمن هات.",
        "Dr. Smith and J. R. Tolkien came.| Then they left.",
    ]);
}

#[test]
fn a_dot_inside_a_number_date_abbreviation_or_address_ends_nothing() {
    assert_sentences(&[
        "نرخەکە ٧١.٢٥ دۆلارە.| دوێنێ ٦٨.٩ بوو.",
        "لە ١٢.٤.٢٠٢١ کرایەوە.| زۆر بوو.",
        "ئێ.پێ.جی دەڵێت.| ی.ن.ک کۆ دەبێتەوە.",
        "بڕوانە www.android.com لێرە.| سوپاس.",
        "لینک: https://example.com/a.b.c?d=1!| سوپاس.",
        "نامە بۆ info@example.org بنێرە.| سوپاس.",
    ]);
}

#[test]
fn the_ordinal_of_a_list_ends_nothing() {
    assert_sentences(&[
        "١. یەکەم شت.| ٢. دووەم شت.",
        "1. یەکەم.| 2. دووەم.",
        "لە ساڵی ٢٠٢٠.| دوایی چوو.",
    ]);
}

#[test]
fn who_spoke_stays_with_the_quoted_question_or_cry() {
    assert_sentences(&[
        "«بۆچی هاتی؟» وتی.| کەس وەڵامی نەدایەوە.",
        "«ئەمە کارەساتە!» سەرۆکی ڕێکخراوەکە گوتی.| ڕێکخراوەکە چاوەڕێیە.",
        "\"بۆ کوێ؟\" باوکم لێی پرسیم، بەڵام من ڕۆیشتم.",
        "\"نا!\" دایکی وتی و دەرگاکەی داخست.",
        // What reports or quotes more is a sentence of its own.
        "«ئەمە کارەساتە!»| سەرۆک گوتی کە هەزاران کەس ئاوارە بوون.",
        "«بۆچی؟»| وەزیر گوتی: «نازانم.»",
        "«باشە!»| ئەو ڕۆیشت.",
        "«وەرە!» بەڵام کەس نەهات.",
    ]);
}

#[test]
fn a_latin_abbreviation_may_be_a_word_too() {
    assert_sentences(&[
        "ژمارە No. 5 دەرکرا.| هاندەران ڕۆیشتن.",
        "وتی No.| دواتر بە کوردی گوتی.",
        "کۆمپانیای Apple Inc. ئامێرێکی نیشان دا.",
        "Dr. ئازاد گوتی.| باشە.",
    ]);
}

#[test]
fn letters_read_out_are_initials() {
    assert_sentences(&[
        "پزیشکێک بە بی. بی. سی.ی گوت.| حکوومەت بێدەنگە.",
        "کەناڵی ئێن. ئاڕ. تی ڕاستەوخۆیە.",
        "ناوبراو (ئا. م.) دەستگیر کرا.| دادگا سزای دا.",
        "دیتم و ئەویش دی.| پاشان ڕۆیشت.",
    ]);
}

#[test]
fn a_stop_without_a_space_ends_a_sentence_before_a_kurdish_letter() {
    assert_sentences(&["دوێنێ چووم بۆ بازاڕ.|گۆشت گران بوو", "باشە!|ئەی تۆ؟|منیش."]);
}

#[test]
fn emoji_behind_the_stop_stay_with_the_sentence() {
    assert_sentences(&[
        "زۆر جوانە! 😍| سوپاس",
        "باشە.👍🏽| ڕۆیشتین.",
        "پیرۆزە!!!🔥🔥| ئێوەش.",
        "نەورۆزتان پیرۆز 🔥🔥 بۆ هەمووان",
    ]);
}

#[test]
fn a_headline_needs_no_stop() {
    let document = Document::new("نرخی دۆلار دابەزی\n\nبازاڕەکان هێمن بوون. دۆلار هات.");
    let texts: Vec<&str> =
        document.sentences().iter().map(|s| s.span.of(document.text())).collect();
    assert_eq!(texts, ["نرخی دۆلار دابەزی", "بازاڕەکان هێمن بوون.", "دۆلار هات."]);
    let paragraphs: Vec<usize> = document.sentences().iter().map(|s| s.paragraph).collect();
    assert_eq!(paragraphs, [0, 1, 1]);
}

#[test]
fn line_breaks_part_paragraphs_and_wide_gaps_do_not_then() {
    assert_paragraphs(&[
        "یەک.¶\nدوو",
        "یەک.¶\n\n\nدوو",
        "یەک.¶\r\nدوو.¶\u{2029}سێ",
        "  یەک¶ \n \t\n دوو  ",
        "یەک.  دوو.¶\nسێ",
        "\nیەک.  \n",
    ]);
}

#[test]
fn wide_gaps_after_a_stop_part_paragraphs_of_a_text_without_line_breaks() {
    assert_paragraphs(&[
        "یەک.¶  دوو.¶     سێ.",
        "یەک\".¶  دوو",
        "وتی «یەک.»¶   دوو",
        "یەک  دوو.¶  سێ",
        "یەک. دوو. سێ",
        "",
    ]);
}

#[test]
fn blocks_part_paragraphs_and_line_breaks_inside_them_do_not() {
    let text = "سەردێڕ\nیەک\nدوو.  سێ.";
    let second = text.find("یەک").expect("the second block");
    let document = Document::from_blocks(text, &[0, second]);
    assert_eq!(
        with_borders(document.text(), document.paragraphs(), '¶'),
        "سەردێڕ¶\nیەک\nدوو.  سێ."
    );
    let one = Document::from_blocks("یەک.  دوو.", &[0]);
    assert_eq!(one.paragraphs().len(), 2, "a single block is read as a plain text");
}

#[test]
fn the_seed_article_has_its_paragraphs_and_sentences() {
    let document = Document::new(SEED);
    let gaps = SEED.trim().split("  ").filter(|piece| !piece.trim().is_empty()).count();
    assert_eq!(document.paragraphs().len(), gaps);
    for sentence in document.sentences() {
        let text = sentence.span.of(document.text());
        assert!(text.ends_with(['.', '"']), "no stop: {text}");
    }
}
