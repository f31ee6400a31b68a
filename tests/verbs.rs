//! Forms of verbs: families that share a key, and the infinitive as their stem.

mod forms;

use forms::{analysed, assert_families, assert_stems, share_a_key};

#[test]
fn forms_of_one_verb_share_a_key() {
    assert_families(&[
        "رایگەیاند رایانگەیاند راگەیاندووە رادەگەیەنێت ڕاگەیاندن ڕادەگەیەنن",
        "کوژرا کوژراوە دەکوژرێت کوژران",
        "دادەخات داخست دابخات داخستن دایخست",
        "دەکات کرد کردووە بکات ناکات نەکرد دەیکات کردن",
        "دەگات بگاتە گەیشت گەیشتووە گەیشتن",
        "دەچێت چوو چووە بچێت ناچێت",
        "دەڵێت وتی دەڵێن بڵێت",
        "دەبێت بوو بووە نابێت ببێت",
        "دێت هات هاتووە نایەت بێت",
        "دەپارێزێت پاراست بپارێزێت پاراستن",
        "دەنووسن نووسی نووسیویەتی نووسین",
    ]);
}

#[test]
fn a_noun_and_light_verb_in_one_word_share_the_key_of_their_infinitive() {
    assert_families(&[
        "بڵاویکردووەتەوە بڵاوکردنەوە بڵاوکرایەوە بڵاودەکاتەوە",
        "دەستیکردووە دەستکردن",
        "دەستیپێکرد دەستپێکردن دەستپێدەکات",
        "ئەنجامیدا ئەنجامدان ئەنجامدەدات",
        "داوایکرد داواکردن داوادەکات",
        "هەڵیبژارد هەڵبژاردن هەڵدەبژێرێت",
        "کۆبووەتەوە کۆبوونەوە کۆدەبنەوە",
    ]);
}

#[test]
fn the_perfect_of_a_stem_in_u_may_be_rounded() {
    assert_families(&[
        "بووە بۆتە نەبۆتە بوو",
        "چووە چۆتە",
        "کۆبوونەوە کۆبۆتەوە",
        "جودابوونەوە جودابۆتەوە",
    ]);
}

#[test]
fn a_common_verb_comes_before_a_rare_one() {
    for (form, infinitive) in [
        ("بکەن", "کردن"),
        ("دەچنە", "چوون"),
        ("دەمێنێتەوە", "مانەوە"),
        ("دەنووسێت", "نووسین"),
        ("دەستیپێکرد", "دەستپێکردن"),
        ("داوە", "دان"),
    ] {
        assert_eq!(analysed(form).stem, infinitive, "of {form}");
    }
}

#[test]
fn what_looks_like_a_negation_is_none() {
    assert_stems(&[("لێدان", "لێدانەکەی"), ("پەیماننامە", "پەیماننامەکە"), ("مەبەست", "مەبەستە")]);
}

#[test]
fn regional_mood_and_newsroom_spelling_change_no_family() {
    assert_families(&["دەکات ئەکات", "دەچێت ئەچێت دەچێ", "راگەیاندن ڕاگەیاندن"]);
}

#[test]
fn a_causative_and_another_preverb_are_other_verbs() {
    for (one, other) in [("داخست", "ڕێکخست"), ("هەڵگرت", "وەرگرت"), ("کەوت", "دەرکەوت")]
    {
        assert!(
            !share_a_key(one, other),
            "{one} {:?}, {other} {:?}",
            analysed(one).keys,
            analysed(other).keys
        );
    }
}

#[test]
fn the_additive_stands_inside_a_past_form() {
    assert_families(&[
        "گوتن وتن گوتیشی وتیشی گوتیشیان وتوویشیەتی دەڵێت",
        "کردن کردیشی کردیشیان کردوویشیانە",
        "هێنان هێناشی",
        "دامەزراندن دایانیشمەزراند دایشیانمەزراند",
        "هێنان هێنایشی هێناشی",
        "هێنانەوە هێنایشیانەوە",
        "بردن بردیشیان بردیشمان",
        "چوون چوویشین چوویشن",
        "هاتن هاتیشن",
    ]);
}

#[test]
fn the_additive_stands_behind_mood_and_negation() {
    assert_families(&[
        "کڕین دەیشکڕن بیشکڕە دەشکڕم",
        "خواردن دەیشخوات بیشخۆ",
        "توانین نەیشتوانی ناشتوانێت",
        "کردن دەیشکات نایشکات نەیشیکرد دەشیکرد ئەیشکەم",
        "بینین دەیشیانبینی دەمیشبینن",
    ]);
}

#[test]
fn a_causative_that_no_row_lists_is_known_by_its_shape() {
    assert_families(&[
        "پلنگاند دەپلنگێنێت نەیپلنگاند بیپلنگێنە پلنگێنرا پلنگاندرا",
        "هەڵیپلنگاندەوە هەڵدەپلنگێننەوە",
    ]);
    assert_stems(&[("فینلاند", "فینلاند"), ("ڕۆلاند", "ڕۆلاند")]);
    assert!(!share_a_key("دەپلنگێنێت", "پلنگ"));
}

#[test]
fn a_perfect_has_a_person_and_an_agent() {
    assert_families(&["ترساندن ترساندوونی", "کردن کردوونیان", "بینین بینیونی"]);
}

#[test]
fn a_passive_may_be_made_of_the_past_of_a_causative() {
    assert_families(&[
        "گەیاندن گەیاندرا گەیەنرا",
        "ڕاگەیاندن ڕاگەیاندراوە",
        "ڕفاندن ڕفاندرا دەڕفێندرێت",
        "نیشاندان نیشاندرا",
        "توانین تواندرا",
    ]);
}

#[test]
fn the_present_of_a_first_person_plural_may_end_in_en() {
    assert_families(&["هێنان بهێنێن دێنێن", "داخواستن داخوازێن"]);
}

#[test]
fn verbs_with_other_stems_than_a_rule_gives() {
    assert_families(&[
        "هاتن دێم دێیت دێت دێین دێن نایەم نەدەهاتم بێم وەرە",
        "ڕۆیشتن دەڕۆشتم ڕۆشت دەڕوات",
        "هەڵستان هەستان هەستاین هەڵدەستێت هەستێت",
        "هەڵستانەوە هەستایەوە هەڵدەستێتەوە",
        "دەرچوون دەربچۆ دەرچۆ دەربچن",
        "هەڵوەرین هەڵوەری هەڵدەوەرێن",
        "دوورین دوورا دەدوورێت",
        "ئێشان دێشێت دەئێشێت",
        "سەندن سەندی دەستێنێت",
        "هۆنینەوە هۆنییەوە دەهۆنێتەوە",
    ]);
}

#[test]
fn a_wish_needs_no_more_than_its_agent() {
    assert_families(&["سپاردن بیانسپارد", "سەلماندن بیسەلماند"]);
}

#[test]
fn where_to_may_be_glued_to_a_verb() {
    assert_stems(&[
        ("خستنەڕوو", "خستنەڕوو خستییەڕوو دەخاتەڕوو خراوەتەڕوو"),
        ("هێرشکردنەسەر", "هێرشیکردەسەر هێرشدەکاتەسەر"),
    ]);
}

#[test]
fn spellings_of_one_verb_share_its_infinitive() {
    assert_families(&[
        "نووستن نوستن دەنوم دەنووم نوستبوو",
        "دوورین دروون دەدوورێت درووی",
        "بینین دیتن بینی دیتی",
        "هەڵستان هەڵساون هەڵدەستێت",
    ]);
}
