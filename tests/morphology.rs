//! Words and their forms: stems, keys, words that stay whole. Verbs are in `verbs.rs`.

mod forms;

use forms::{analysed, assert_apart, assert_families, assert_stems, share_a_key};
use proptest::prelude::*;
use sorani_reader::fold::fold_str;
use sorani_reader::morph::{analyse, stem_as_written};

#[test]
fn a_base_listed_in_another_spelling_is_kept_as_it_is_written() {
    assert_stems(&[
        ("بریار", "بریار بریاری بریارەش بریارەکە"),
        ("ولات", "ولات ولاتە ولاتەکەی"),
        ("برگە", "برگە برگەو برگەیەک"),
        ("یونانی", "یونانی"),
        ("کار", "کاریک کاریکی"),
    ]);
}

#[test]
fn a_noun_sheds_definite_indefinite_and_plural_endings() {
    assert_stems(&[
        ("هێرش", "هێرش هێرشەکە هێرشەکان هێرشێک هێرشان"),
        ("گرووپ", "گرووپەکان گرووپێک گرووپێکی گرووپەکانی"),
        ("باڵیۆزخانە", "باڵیۆزخانەکە باڵیۆزخانەکەی باڵیۆزخانەکان باڵیۆزخانەیەک"),
        ("سوپا", "سوپاکە سوپاکەی سوپایەک سوپاکان"),
        ("سەرکردە", "سەرکردەکان سەرکردەیەکی سەرکردەکەی"),
        ("وەزارەت", "وەزارەتی وەزارەتەکە وەزارەتەکان وەزارەتێک"),
    ]);
}

#[test]
fn a_noun_sheds_its_whole_chain_of_endings() {
    assert_stems(&[
        ("میوان", "میوانەکەتان میوانەکەیانە"),
        ("چەکدار", "چەکدارەکاندایە"),
        ("تورکیا", "تورکیاشەوە تورکیایە تورکیاوە"),
        ("دەسەڵات", "دەسەڵاتەکەی دەسەڵاتیان"),
        ("گرووپ", "گرووپانە گرووپە"),
        ("هێرش", "هێرشانەی هێرشەکانیشیان هێرشێکیشدا"),
    ]);
}

#[test]
fn a_possessor_and_an_agent_may_follow_one_another() {
    assert_stems(&[("میوان", "میوانەکەتانیان"), ("وڵات", "وڵاتەکەمانیان"), ("کتێب", "کتێبەکەیانم")]);
}

#[test]
fn a_noun_in_e_comes_before_a_numeral_or_name_that_it_begins_with() {
    assert_stems(&[
        ("سەدە", "سەدەکان سەدەکانی"),
        ("پارە", "پارەکە"),
        ("کێشە", "کێشەکان کێشەکانیان"),
        ("خانە", "خانەکان"),
    ]);
    assert_stems(&[("دەست", "دەستەکان"), ("گوڵ", "گوڵەکانیش")]);
}

#[test]
fn a_place_outside_or_inside_takes_izafe() {
    assert_stems(&[("دەرەوە", "دەرەوە دەرەوەی"), ("ناوەوە", "ناوەوەی"), ("پێش", "پێش")]);
    assert_stems(&[("کۆتایی", "کۆتاییدا"), ("ئەمریکا", "ئەمریکای")]);
}

#[test]
fn a_word_that_an_ending_makes_of_another_stays_whole() {
    // None is listed; each keeps what it is made of as a key.
    for (word, base) in [
        ("دژەمرۆڤی", "دژەمرۆڤ"),
        ("ڤایرۆسداری", "ڤایرۆسدار"),
        ("بێپڕەنسیپی", "بێپڕەنسیپ"),
        ("مەکینەسازی", "مەکینەساز"),
        ("سنووربەزێنانە", "سنووربەزێن"),
        ("پڕبایەخانە", "پڕبایەخ"),
    ] {
        let analysis = analysed(word);
        assert_eq!(analysis.stem, word);
        assert!(analysis.keys.contains(&base.to_owned()), "{word}: {:?}", analysis.keys);
    }
}

#[test]
fn two_yehs_after_a_vowel_make_a_word_of_its_own() {
    for (word, stem) in [
        ("یاسایی", "یاسایی"),
        ("یاسای", "یاسا"),
        ("كارەبايي", "کارەبایی"),
        ("بێبەرنامەیی", "بێبەرنامەیی"),
        ("ڕۆیی", "ڕۆی"),
        ("شاخاویی", "شاخاوی"),
        ("هاوپەیمانیی", "هاوپەیمانی"),
    ] {
        assert_eq!(stem_as_written(word, &analysed(word).stem), stem, "of {word}");
    }
}

#[test]
fn a_base_in_h_is_spelled_as_the_fold_spells_it() {
    let base = fold_str("بەهـ");
    for form in ["بەهی", "بەهێک", "بەهدا"] {
        assert!(analysed(form).keys.contains(&base), "{form}: {:?}", analysed(form).keys);
    }
}

#[test]
fn a_name_sheds_its_endings_whole() {
    assert_stems(&[
        ("ئەمریکا", "ئەمریکا ئەمریکادا ئەمریکاوە ئەمریکاش ئەمریکایە"),
        ("عێراق", "عێراقدا عێراقدایە عێراقەوە"),
        ("ئێران", "ئێرانەوە ئێرانیش ئێراندا"),
        ("غەززە", "غەززەی غەززەدا"),
        ("ترەمپ", "ترەمپە ترەمپیش"),
        ("هەولێر", "هەولێرەوە هەولێردا"),
        ("بەغدا", "بەغداوە بەغداش"),
    ]);
}

#[test]
fn an_ambiguous_form_keeps_every_legal_base_as_a_key() {
    assert_families(&[
        "پاڵپشتی پاڵپشتیشی پاڵپشتیش",
        "ئەمریکا ئەمریکای",
        "ئەمریکایی ئەمریکای",
        "عێراق عێراقیان",
        "کۆتایی کۆتاییەکەی کۆتاییدا کۆتاییشدا",
    ]);
}

#[test]
fn a_glued_conjunction_leaves_its_host_as_a_key() {
    for (form, base) in [("هەولێرو", "هەولێر"), ("بەغداو", "بەغدا"), ("عێراق\u{200C}و", "عێراق")]
    {
        assert!(
            analysed(form).keys.contains(&base.to_owned()),
            "{form}: {:?}",
            analysed(form).keys
        );
    }
}

#[test]
fn words_that_only_look_inflected_stay_whole() {
    for word in [
        "ئێران",
        "پاسداران",
        "کوردستان",
        "تاران",
        "زمان",
        "پەرلەمان",
        "سەرۆکوەزیران",
        "کازمی",
        "عامری",
        "سولەیمانی",
        "ئەعرەجی",
        "خامنەیی",
        "سلێمانی",
        "بارزانی",
        "سەرکردە",
        "بنکە",
        "دەستە",
        "کابینە",
        "میدیا",
        "کۆبوونەوە",
        "ئەفغانستان",
        "لوبنان",
        "باران",
        "نان",
        "جیهان",
        "هاوڕێ",
        "وڵات",
        "کات",
        "ڕۆژئاوا",
        "یاسا",
        "خوێندنەوە",
        "لێکۆڵینەوە",
        "ئاسایش",
        "لەلایەن",
        "کۆتاییهێنان",
        "سەرۆککۆمار",
    ] {
        assert_eq!(fold_str(&analysed(word).stem), fold_str(word));
    }
}

#[test]
fn a_demonym_is_a_word_of_its_own() {
    for (country, demonym) in
        [("ئەمریکا", "ئەمریکی"), ("بەریتانیا", "بەریتانی"), ("تورکیا", "تورکی")]
    {
        assert!(!share_a_key(country, demonym), "{country} {demonym}");
        assert!(share_a_key(demonym, &format!("{demonym}یەکان")), "{demonym}");
    }
    assert!(share_a_key("عێراقی", "عێراقییەکان"));
}

#[test]
fn unrelated_words_share_no_key() {
    assert_apart(&[
        ("سەر", "سەرۆک"),
        ("دەست", "دەستە"),
        ("دەست", "دەستپێکردن"),
        ("کورد", "کوردستان"),
        ("کار", "کارد"),
        ("بۆ", "بوو"),
        ("شێر", "شیر"),
        ("ئێران", "ئێرە"),
        ("سلێمانی", "سولەیمانی"),
    ]);
}

#[test]
fn fused_prepositions_keep_their_base_as_a_key() {
    assert_families(&["لێ لێیان لێی", "پێ پێی پێیان پێیانەوە", "تێ تێیدا تێدا"]);
    for word in ["لەو", "بەو", "لەم", "بەم", "لێرە"] {
        assert_eq!(analysed(word).stem, word);
    }
}

#[test]
fn a_word_behind_a_glued_preposition_is_a_key() {
    for (glued, word) in [("لەبەغدا", "بەغدا"), ("بەبڕێکی", "بڕ"), ("کەهەموو", "هەموو")]
    {
        let analysis = analysed(glued);
        assert_eq!(analysis.stem, glued);
        assert!(analysis.keys.contains(&word.to_owned()), "{glued}: {:?}", analysis.keys);
    }
}

#[test]
fn a_plural_may_be_indefinite_too() {
    assert_stems(&[("کەس", "کەسانێک کەسانێکی")]);
}

#[test]
fn spellings_that_fold_alike_are_analysed_alike() {
    for row in [
        "ئێرانەوە ئیَرانەوە ئێران\u{200C}ه\u{200C}وه",
        "سەرۆکی سه\u{200C}رۆكی سەرۆكي",
        "عێراقییەکان عێراقیەكان",
    ] {
        let (first, rest) = row.split_once(' ').expect("two spellings");
        for spelling in rest.split(' ') {
            assert_eq!(analysed(spelling), analysed(first), "{spelling}");
        }
    }
}

#[test]
fn a_stem_is_spelled_as_a_reader_would_look_it_up() {
    for (form, stem) in [
        ("کۆتاییەکەی", "کۆتایی"),
        ("رۆژەکان", "ڕۆژ"),
        ("هاوپەیمانیی", "هاوپەیمانی"),
        ("کۆتاییهێنان", "کۆتاییهێنان"),
    ] {
        assert_eq!(analysed(form).stem, stem);
    }
}

#[test]
fn other_scripts_numbers_and_nothing_are_their_own_key() {
    for word in ["", "bbc", "2020", "москва", "😀", "-", "c++"] {
        assert_eq!(analyse(word).keys, [word]);
        assert_eq!(analyse(word).stem, word);
    }
}

#[test]
fn an_endless_word_is_analysed_in_linear_time() {
    for piece in ["ا", "ەکان", "یان", "دا", "بوون", "دەکردنەوە", "نە", "ەوە", "a", "ی", "ر", "ەسەر"]
    {
        let word = piece.repeat(100_000 / piece.chars().count());
        assert!(!analyse(&word).keys.is_empty());
    }
}

/// Letters and endings of Sorani, joined at random.
fn sorani_like() -> impl Strategy<Value = String> {
    let pieces = [
        "ئ",
        "ا",
        "ب",
        "د",
        "ک",
        "ن",
        "ە",
        "ی",
        "ێ",
        "و",
        "ڕ",
        "ەکە",
        "ان",
        "دا",
        "ەوە",
        "یش",
        "یان",
        "دە",
        "نە",
        "کرد",
        "کات",
        "گەیاند",
        "هێرش",
        "سەر",
        "ستان",
        "خانە",
        "ه",
        "ھ",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..12)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn sorani_like_words_have_folded_keys(word in sorani_like()) {
        let word = fold_str(&word);
        let analysis = analyse(&word);
        prop_assert!(!analysis.keys.is_empty());
        let is_key = |stem: &String| analysis.keys.contains(stem);
        prop_assert!(is_key(&analysis.stem) || is_key(&fold_str(&analysis.stem)), "the stem of {:?}", &word);
        for (at, key) in analysis.keys.iter().enumerate() {
            prop_assert!(!analysis.keys[..at].contains(key), "{} twice for {}", key, &word);
            prop_assert!(!key.is_empty() || word.is_empty());
        }
    }

    #[test]
    fn any_string_has_a_key(word in any::<String>()) {
        prop_assert!(!analyse(&word).keys.is_empty());
        prop_assert!(!analyse(&fold_str(&word)).keys.is_empty());
    }
}

#[test]
fn the_commoner_of_two_bases_is_the_stem() {
    assert_stems(&[
        ("کێشە", "کێشەکان کێشەکانیشمان"),
        ("دوورگە", "دوورگەیەکە"),
        ("سزا", "سزایەکە سزاشدا"),
        ("سەربەست", "سەربەستدایە"),
        ("فەلەستین", "فەلەستینی"),
        ("قوتابی", "قوتابیەکە"),
        ("داواکاری", "داواکاریو"),
    ]);
}

#[test]
fn endings_behind_the_plural_and_the_copula_leave_the_noun_a_key() {
    assert_families(&[
        "پیاو پیاوانەی",
        "قسە قسانەی",
        "بیرۆکە بیرۆکەکەیشی",
        "عەلی عەلییە",
        "مالیکی مالیکییە",
        "لێدوان لێدوانەوە",
    ]);
}

#[test]
fn an_unlisted_word_that_looks_made_with_a_suffix_keeps_its_yeh() {
    for word in ["پەنیرفرۆشی", "لقداری", "زمانپیسی"] {
        assert_eq!(analysed(word).stem, word);
    }
}

#[test]
fn a_family_name_keeps_its_yeh_beside_the_given_name_it_is_made_of() {
    assert_stems(&[
        ("ئەیوبی", "ئەیوبی"),
        ("مەسعوودی", "مەسعوودی مەسعوودیدا"),
        ("سوودانی", "سوودانی سوودانییە سوودانیدا"),
        ("ئامێدی", "ئامێدی ئامێدییە ئامێدییەوە"),
        ("هەورامی", "هەورامی هەورامیش"),
    ]);
}

#[test]
fn a_noun_in_a_vowel_takes_the_plural_with_a_glide() {
    assert_stems(&[
        ("یاسا", "یاسایەکان یاسایەکانی یاسایەکانیش"),
        ("هاوڕێ", "هاوڕێیەکان هاوڕێیەکانی"),
        ("نموونەیی", "نموونەییەکان"),
    ]);
}

#[test]
fn a_possessor_stands_before_the_copula() {
    assert_stems(&[("ڕکابەر", "ڕکابەرەکانیەتی ڕکابەرەکانییەتی"), ("باوک", "باوکیەتی")]);
}

#[test]
fn a_plural_restores_the_vowel_of_a_base_that_there_is_only_with_it() {
    assert_stems(&[("ماددە", "ماددان ماددانی"), ("پەپوولە", "پەپوولەکان")]);
    assert_families(&["فەرماندە فەرماندانە فەرماندان"]);
}

#[test]
fn a_demonstrative_or_copula_leaves_its_base() {
    assert_stems(&[("بۆمب", "بۆمبە بۆمبەی"), ("خوشک", "خوشکە"), ("ئەحمەد", "ئەحمەدە")]);
}

#[test]
fn a_bare_izafe_after_a_vowel_is_of_the_noun() {
    assert_stems(&[("ڕێژە", "ڕێژەی"), ("نوێ", "نوێی"), ("دادگا", "دادگای")]);
}

#[test]
fn an_adverb_of_time_has_its_noun_as_a_key() {
    assert_families(&[
        "ئێوارە ئێواران",
        "بەیانی بەیانیان",
        "هاوین هاوینان",
        "شەو شەوان",
        "جار جاران",
    ]);
    assert_stems(&[("ئێواران", "ئێواران"), ("شەوان", "شەوان")]);
    assert!(!share_a_key("سەدە", "سەدان"), "hundreds are no centuries");
    assert!(!share_a_key("پیشە", "پیشان"));
    assert!(!share_a_key("تەن", "تەنانەت"));
}

#[test]
fn a_clitic_alone_before_letters_like_a_verb_s_is_the_beginning_of_a_noun() {
    assert_stems(&[
        ("مانگ", "مانگ مانگە مانگەی"),
        ("شت", "شتێ شتمان"),
        ("ماشین", "ماشین ماشینە"),
        ("مایسترۆ", "مایسترۆ مایسترۆی"),
    ]);
}

#[test]
fn an_unlisted_base_in_ya_sheds_the_definite_ending() {
    assert_stems(&[("زارامیا", "زارامیاکە زارامیاکان زارامیاکانی")]);
}

#[test]
fn an_unlisted_agent_in_chi_stays_whole() {
    assert_stems(&[("قاسپچی", "قاسپچی"), ("تەلارچی", "تەلارچی")]);
}
