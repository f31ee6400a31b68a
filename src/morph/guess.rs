//! A word of which no base is known.

use std::sync::OnceLock;

use super::analysis::{Analysis, analyse, canonical, is_listed, push_unique};
use super::bases::{base_of, is_long};
use super::causative::each_causative;
use super::letters::{has_letters, without_preposition};
use super::noun::{Stripped, strip};
use super::spellings::analyse_otherwise;
use super::suffixes::Suffixes;

/// No base is known: endings that hardly any word ends in by chance are shed
/// for the stem; every legal base of three letters is a key.
pub(super) fn guess(word: &str) -> Analysis {
    let mut keys = vec![word.to_owned()];
    if let Some(rest) = behind_preposition(word) {
        analyse(rest).keys.iter().for_each(|key| push_unique(&mut keys, key));
        return Analysis { stem: word.to_owned(), keys };
    }
    let otherwise = analyse_otherwise(word);
    let mut shortest = word.len();
    let mut stem = word.to_owned();
    strip(word, &mut |s| {
        if s.restored_e || !has_letters(s.base, 3) || s.cost > 7 || is_weak(s.inner) {
            return;
        }
        let base = base_of(&s);
        push_unique(&mut keys, &base);
        if s.base.len() < shortest && is_strong(&s, &word[s.base.len()..]) {
            (shortest, stem) = (s.base.len(), base.into_owned());
        }
    });
    if let Some(otherwise) = otherwise {
        push_unique(&mut keys, &otherwise.stem);
        return Analysis { stem: otherwise.stem, keys };
    }
    each_causative(word, &mut |infinitive| {
        push_unique(&mut keys, &infinitive);
    });
    Analysis { stem: canonical(&stem), keys }
}

/// What follows a glued preposition, if it is known. The whole is no word; the
/// rest is a key.
fn behind_preposition(word: &str) -> Option<&str> {
    without_preposition(word).filter(|rest| has_letters(rest, 3) && is_listed(rest))
}

/// Whether the endings of an unlisted base are hardly ever there by chance;
/// `tail` is all of them.
fn is_strong(stripped: &Stripped, tail: &str) -> bool {
    let Stripped { base, inner, through, .. } = *stripped;
    let has = |letters| has_letters(base, letters);
    match inner {
        "ەکە" | "ەکان" | "یەکان" | "ێک" | "یەک" => tail != "ەکەت",
        "دا" => matches!(tail, "دا" | "دایە" | "داش") && (!base.ends_with('ن') || is_long(base)),
        "یش" => has(4),
        // Verbs are done again (سادەکردنەوە).
        "ەوە" => {
            has(4) && !["ردن", "وون", "وتن", "رتن", "ستن"].iter().any(|end| base.ends_with(end))
        }
        "ی" => tail == "ی" && has(4) && !makes_words(base),
        "یان" => tail == "یان" && has(4),
        "ش" => has(4) && base.ends_with(['ا', 'ۆ']) && !is_agent(through),
        "کە" | "کان" => has(4) && base.ends_with("یا"),
        "وە" => has(4) && base.ends_with(['ا', 'ۆ']),
        "و" => has(4) && (base.ends_with('ۆ') || (is_long(base) && base.ends_with("یا"))),
        "یە" => tail == "یە" && has(5) && base.ends_with(['ا', 'ۆ']) && !base.ends_with("وا"),
        _ => false,
    }
}

/// What stands before a ی that makes words (دۆستایەتی, بایۆلۆژی, شێرەتی, لقداری),
/// more often than before the izafe of an unlisted name; counted over `seeds/`.
const ENDS: &str = "ەت ێت ژ ۆج ۆنۆم ەند ەنگ ەک چ چن ەن ێن ڕ اف ەو ێو وپ تر کراس کرات ەرم ع ه \
                    ترس ار از ناس ۆش تاش باش او نووس ست گەر وان گیر گر وەر ێش سەر بەر دەر خۆر زان \
                    بین نشین ەڵ ەخش ارێز مێز بەرز ڵات شت ەرد توور ەخت قڵ ووت نج";
/// What such words begin with.
const BEGINNINGS: [&str; 11] =
    ["بێ", "هاو", "خۆ", "کەم", "دەس", "چاو", "دوو", "ڕوو", "پڕ", "فرە", "دڵ"];

/// Whether a word, none of which is listed, is rather a word before ی than a name.
fn makes_words(base: &str) -> bool {
    static TABLE: OnceLock<Suffixes<()>> = OnceLock::new();
    let ends = TABLE.get_or_init(|| {
        let mut table = Suffixes::new();
        ENDS.split(' ').for_each(|end| *table.entry(end) = ());
        table
    });
    ends.ending_at(base, base.len()).next().is_some()
        || BEGINNINGS.iter().any(|beginning| base.starts_with(beginning))
}

/// Whether a word in ش is rather made with a present stem (میوەفرۆش).
fn is_agent(word: &str) -> bool {
    const ENDS: [&str; 3] = ["فرۆش", "خۆش", "پۆش"];
    ENDS.iter().any(|end| word.ends_with(end))
}

/// Single letters that end too many unlisted words by chance.
fn is_weak(ending: &str) -> bool {
    matches!(ending, "م" | "ت" | "ن")
}
