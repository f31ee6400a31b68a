//! A word of which no base is known.

use super::analysis::{Analysis, analyse, canonical, is_listed, push_unique};
use super::bases::{SIMPLE, base_of};
use super::letters::count;
use super::noun::{Stripped, strip};

/// No base is known: endings that hardly any word ends in by chance are shed
/// for the stem; every legal base of three letters is a key.
pub(super) fn guess(word: &str) -> Analysis {
    let mut keys = vec![word.to_owned()];
    if let Some(rest) = behind_preposition(word) {
        analyse(rest).keys.iter().for_each(|key| push_unique(&mut keys, key));
        return Analysis { stem: word.to_owned(), keys };
    }
    let mut shortest = word.len();
    let mut stem = word.to_owned();
    strip(word, &mut |s| {
        if s.restored_e || count(s.base) < 3 || s.cost > 7 || is_weak(s.inner) {
            return;
        }
        let base = base_of(&s);
        push_unique(&mut keys, &base);
        if s.base.len() < shortest && is_strong(&s, &word[s.base.len()..]) {
            (shortest, stem) = (s.base.len(), base.into_owned());
        }
    });
    Analysis { stem: canonical(&stem), keys }
}

/// What follows a preposition or conjunction that is glued to a known word:
/// a newsroom's habit (لەبەغدا). The whole is no word; the rest is a key.
fn behind_preposition(word: &str) -> Option<&str> {
    let rest = ["لە", "بە", "کە"].iter().find_map(|first| word.strip_prefix(first))?;
    (count(rest) >= 3 && is_listed(rest)).then_some(rest)
}

/// Whether the endings of an unlisted base are hardly ever there by chance;
/// `tail` is all of them.
fn is_strong(stripped: &Stripped, tail: &str) -> bool {
    let Stripped { base, inner, .. } = *stripped;
    match inner {
        "ەکە" | "ەکان" | "یەکان" | "ێک" | "یەک" => tail != "ەکەت",
        "دا" => {
            matches!(tail, "دا" | "دایە" | "داش") && (!base.ends_with('ن') || count(base) > SIMPLE)
        }
        "یش" => count(base) >= 4,
        "ەوە" => count(base) >= 4,
        "ی" => {
            tail == "ی" && count(base) >= 4 && !DERIVED.split(' ').any(|end| base.ends_with(end))
        }
        "یان" => tail == "یان" && count(base) >= 4,
        "ش" | "وە" => count(base) >= 4 && base.ends_with(['ا', 'ۆ']),
        _ => false,
    }
}

/// What stands before a ی that makes words (دۆستایەتی, بایۆلۆژی, شێرەتی), more
/// often than before the izafe of an unlisted name; counted over `seeds/`.
const DERIVED: &str = "ەت ێت ۆژ ۆج ۆنۆم ەند ەنگ ەک ەچ نچ مچ چن ەن ێن ڕ اف ەو ێو وپ گار تر یست \
                       کراس کرات ەرم ەست سەر ع ه خۆش ترس";

/// Single letters that end too many unlisted words by chance.
fn is_weak(ending: &str) -> bool {
    matches!(ending, "م" | "ت" | "ن")
}
