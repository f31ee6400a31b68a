//! What stands around a name.

use super::class::{Class, Classes};
use super::cues::{cue, ends_speaking, is_speaking};
use super::lexical::{
    Commonness, any_key, commonness, is_function, is_given, is_nominal, is_personal_name,
    looks_family, looks_given,
};
use super::pieces::{Gap, Piece};
use crate::morph::{Lexicon, Tags};
use crate::segment::TokenKind;

/// How a sort of thing fits the words around a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// They say that it is something else.
    Wrong,
    /// They say nothing.
    Open,
    /// They name a kin of its sort.
    Kin,
    /// They name its sort.
    Right,
}

/// The pieces around one or more pieces.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    pub pieces: &'a [Piece],
    pub first: usize,
    pub last: usize,
}

impl<'a> Context<'a> {
    /// The piece before, if only spaces part them.
    pub(super) fn before(&self) -> Option<&'a Piece> {
        let parted = self.pieces[self.first].gap != Gap::Space;
        if parted { None } else { self.pieces.get(self.first.checked_sub(1)?) }
    }

    /// The piece after, if only spaces part them.
    pub(super) fn after(&self) -> Option<&'a Piece> {
        self.pieces.get(self.last + 1).filter(|piece| piece.gap == Gap::Space)
    }

    /// Whether a word that looks like a given name stands directly before.
    pub(super) fn follows_given_name(&self) -> bool {
        let Some(before) = self.before() else { return false };
        if is_initial(&before.word) && self.first >= 2 {
            let (first, last) = (self.first - 1, self.first - 1);
            return Context { first, last, ..*self }.follows_given_name();
        }
        looks_given(&before.word) && cue(&before.word).is_none_or(|cue| cue.bare.is_empty())
    }

    /// Whether a word that looks like a name stands directly after.
    pub(super) fn precedes_name(&self) -> bool {
        self.after().is_some_and(|after| looks_family(&after.word))
    }

    /// Whether a given name stands directly after.
    pub(super) fn precedes_given_name(&self) -> bool {
        self.after().is_some_and(|after| is_given(&after.word) && is_personal_name(&after.word))
    }

    /// How the kind word or title before the name fits a class.
    pub(super) fn fit(&self, class: Class) -> Fit {
        let (meant, certain) = self.meant();
        if meant.is_empty() {
            return Fit::Open;
        }
        match (meant.has(class), meant.has_kin_of(class)) {
            (true, _) => Fit::Right,
            (_, true) => Fit::Kin,
            _ if certain => Fit::Wrong,
            _ => Fit::Open,
        }
    }

    /// What the words before say is named, and whether directly before.
    fn meant(&self) -> (Classes, bool) {
        let mut at = self.first;
        for step in 0..3 {
            if at == 0 || self.pieces[at].gap != Gap::Space {
                break;
            }
            at -= 1;
            let word = &self.pieces[at].word;
            let bare = if step == 0 {
                cue(word).map_or(Classes::NONE, |cue| cue.bare)
            } else {
                Classes::NONE
            };
            let meant = bare.or(izafe_cue(word));
            if !meant.is_empty() {
                return (meant, step == 0);
            }
            let common = |word: &str| commonness(word) == Commonness::Common;
            let modifies =
                word.ends_with('ی') && (common(word) || common(word.trim_end_matches('ی')));
            if !modifies {
                break;
            }
        }
        (Classes::NONE, false)
    }

    /// Whether what follows is the verb of a speaker, perhaps after a comma.
    pub(super) fn speaks(&self) -> bool {
        let Some(next) = self.pieces.get(self.last + 1) else { return false };
        if !matches!(next.gap, Gap::Space | Gap::Comma) {
            return false;
        }
        let speaking = |word: &str| any_key(word, is_speaking);
        let second = self.pieces.get(self.last + 2).filter(|second| second.gap == Gap::Space);
        // Of every two words to ask the morphology would take long.
        let light = second.filter(|second| any_key(&second.word, ends_speaking));
        speaking(&next.word) || light.is_some_and(|s| speaking(&format!("{}{}", next.word, s.word)))
    }

    /// Whether an apposition with a title follows: ‹NAME، وەزیری …›.
    pub(super) fn is_titled_after(&self) -> bool {
        let next = self.pieces.get(self.last + 1).filter(|next| next.gap == Gap::Comma);
        next.is_some_and(|next| {
            let base = next.word.strip_suffix('ی').unwrap_or(&next.word);
            cue(base).or_else(|| cue(&next.word)).is_some_and(|cue| cue.bare.has(Class::Person))
                || is_office(base)
        })
    }

    /// Whether a preposition of place stands before.
    pub(super) fn is_located(&self) -> bool {
        const PREPOSITIONS: [&str; 13] = [
            "لە",
            "بۆ",
            "بەرەو",
            "لەنێوان",
            "نێوان",
            "لەناو",
            "دژی",
            "لەگەڵ",
            "لەلایەن",
            "هەتا",
            "تا",
            "بە",
            "لەسەر",
        ];
        self.before().is_some_and(|before| PREPOSITIONS.contains(&before.word.as_str()))
    }

    /// Whether a preposition before it says that somebody deals with it, the
    /// bare noun: ‹لەگەڵ یەکێتیدا›, ‹لەلایەن گۆڕان›.
    pub(super) fn is_partner(&self, ending: &str) -> bool {
        match self.before().map_or("", |before| before.word.as_str()) {
            "لەگەڵ" => matches!(ending, "" | "دا" | "شدا" | "یشدا"),
            "لە" | "لەلایەن" | "نێوان" | "لەنێوان" | "دژی" => {
                ending.is_empty()
            }
            _ => false,
        }
    }

    /// Whether it stands after لە, بەرەو and the like: somewhere, not somebody.
    pub(super) fn is_inside(&self) -> bool {
        let before = self.before().map(|before| before.word.as_str());
        before.is_some_and(|before| matches!(before, "لە" | "لەناو" | "بەرەو" | "لەنزیک"))
    }

    /// Whether what follows says what it is: ‹دوکان شارۆچکەیەکی …›.
    pub(super) fn is_defined(&self, class: Class) -> bool {
        let Some(after) = self.after() else { return false };
        let base = after.word.strip_suffix('ی').unwrap_or(&after.word);
        let mut nouns = INDEFINITE.iter().filter_map(|ending| base.strip_suffix(ending));
        nouns.any(|noun| cue(noun).is_some_and(|c| c.bare.is_empty() && c.izafe.has(class)))
    }

    /// Whether a sentence or clause ends here.
    pub(super) fn ends_clause(&self) -> bool {
        self.pieces.get(self.last + 1).is_none_or(|next| next.gap == Gap::Break)
    }

    /// Whether a sentence or clause begins here.
    pub(super) fn starts_clause(&self) -> bool {
        matches!(self.pieces[self.first].gap, Gap::Break | Gap::Comma)
    }

    /// Whether the word before is a noun tied to this one by the izafe.
    pub(super) fn follows_izafe(&self) -> bool {
        self.before()
            .is_some_and(|before| before.word.ends_with('ی') && is_izafe_head(&before.word))
    }

    /// Whether a determiner or a number stands before.
    pub(super) fn is_counted(&self) -> bool {
        const DETERMINERS: [&str; 22] = [
            "ئەم",
            "ئەو",
            "هەر",
            "هیچ",
            "چەند",
            "هەندێک",
            "هەموو",
            "لەم",
            "لەو",
            "بەم",
            "بەو",
            "هەمان",
            "یەک",
            "دوو",
            "سێ",
            "زۆر",
            "زۆرترین",
            "کەمترین",
            "بێ",
            "چ",
            "کام",
            "باشترین",
        ];
        self.before().is_some_and(|before| DETERMINERS.contains(&before.word.as_str()))
    }

    /// Whether the next word is a noun or an adjective that the izafe ties to this.
    pub(super) fn is_completed(&self) -> bool {
        let tied = |after: &Piece| {
            !is_function(&after.word) && is_nominal(&after.word) && !is_bare_past(after, None)
        };
        !self.speaks() && self.after().is_some_and(tied)
    }

    /// Whether ‹name + ی› is the adjective of the name's place, not the name
    /// with the izafe or with the agent of a verb (sorani.md, §5).
    pub(super) fn is_adjectival(&self) -> bool {
        let Some(before) = self.before() else { return false };
        let word = before.word.as_str();
        if self.is_counted() || is_amount(before) {
            return true;
        }
        if word == "و" && self.first >= 2 {
            let (first, last) = (self.first - 2, self.first - 2);
            return Context { first, last, ..*self }.is_adjectival();
        }
        if self.agent_verb_follows() || is_function(word) || is_direction(word) {
            return false;
        }
        let definite = word.ends_with("ەکەی")
            || word.ends_with("ەکانی")
            || word.ends_with("یەکانی")
            || word.ends_with("کانی");
        let tied = word.ends_with('ی') && is_izafe_head(word) && !definite;
        tied || (word.ends_with('ە') && is_nominal(word) && !definite)
    }

    /// Whether a past transitive verb without an agent of its own follows, so
    /// that a ی on this word is its agent.
    fn agent_verb_follows(&self) -> bool {
        let Some(next) = self.after() else { return false };
        let second = self.pieces.get(self.last + 2).filter(|second| second.gap == Gap::Space);
        is_bare_past(next, second)
    }
}

/// Offices that may follow a name after a comma, beside the titles.
fn is_office(base: &str) -> bool {
    const OFFICES: [&str; 8] =
        ["وەزیر", "سەرۆککۆمار", "سەرۆکوەزیران", "پارێزگار", "باڵیۆز", "جێگر", "بەڕێوەبەر", "پاشا"];
    OFFICES.contains(&base)
}

/// The endings of one of many.
const INDEFINITE: [&str; 2] = ["ێک", "یەک"];

/// What a word with the izafe says is named after it: شاری, سەرۆکەکەی. One of
/// many has an owner (ئەندامێکی یەکێتی) but no name (کارگەیەکی نوێ).
fn izafe_cue(word: &str) -> Classes {
    let Some(base) = word.strip_suffix('ی') else { return Classes::NONE };
    let mut meant = Classes::NONE;
    for ending in ["", "ەکە", "کە", "ەکان", "کان"] {
        meant = meant.or(base.strip_suffix(ending).and_then(cue).map_or(meant, |cue| cue.izafe));
    }
    for ending in INDEFINITE {
        let owned = base.strip_suffix(ending).and_then(cue).filter(|cue| !cue.bare.is_empty());
        meant = meant.or(owned.map_or(meant, |cue| cue.izafe));
    }
    meant.or(cue(word).map_or(meant, |cue| cue.izafe))
}

/// Whether a word is a part of the place after it: باکووری ئەفغانستان.
fn is_direction(word: &str) -> bool {
    const DIRECTIONS: &str = "باکوور باکور باشوور باشور ڕۆژهەڵات خۆرهەڵات ڕۆژئاوا خۆرئاوا ناوەڕاست";
    let base = word.strip_suffix('ی');
    base.is_some_and(|base| DIRECTIONS.split(' ').any(|direction| direction == base))
}

/// Whether a word is the name of a Latin letter, as in جۆن ئێف کەنەدی.
fn is_initial(word: &str) -> bool {
    const LETTERS: &str =
        "ئەی بی سی دی ئی ئێف جی ئێچ ئای جەی کەی ئێڵ ئێم ئێن ئۆ پی کیو ئاڕ ئار ئێس تی یو ڤی";
    LETTERS.split(' ').any(|letter| letter == word)
}

/// Whether a piece is a number that counts, not a year.
fn is_amount(piece: &Piece) -> bool {
    piece.kind == TokenKind::Number && piece.word.chars().count() != 4
}

/// Whether a word in ی may be a noun with the izafe, not a preposition.
fn is_izafe_head(word: &str) -> bool {
    let base = word.strip_suffix('ی').unwrap_or(word);
    let tags = Lexicon::get().tags(base).unwrap_or_default();
    !is_function(word) && (tags.has(Tags::NOUN.or(Tags::ADJECTIVE)) || is_nominal(word))
}

/// Whether a piece, or it and the next as one verb, is a past transitive form
/// that carries no agent: کرد, پەسندکرد, but not رایگەیاند.
fn is_bare_past(next: &Piece, second: Option<&Piece>) -> bool {
    const PASTS: [&str; 20] = [
        "کرد",
        "کردەوە",
        "دا",
        "دایەوە",
        "گرت",
        "گرتەوە",
        "برد",
        "هێنا",
        "خست",
        "کوشت",
        "نارد",
        "بینی",
        "گۆڕی",
        "کردووە",
        "داوە",
        "گرتووە",
        "بردووە",
        "هێناوە",
        "خستووە",
        "کردبوو",
    ];
    let word = next.word.as_str();
    let ends =
        PASTS.iter().any(|past| word == *past || word.strip_suffix(past).is_some_and(is_element));
    // A light verb after its noun: ‹هێرش کرد›, ‹بۆردومان کرد›.
    let light = second.is_some_and(|second| PASTS.contains(&second.word.as_str()));
    ends || (light && !word.ends_with('ی') && !is_function(word) && is_nominal(word))
}

/// Whether the first part of a verb written as one word holds no agent clitic.
fn is_element(element: &str) -> bool {
    !element.ends_with('ی')
        && !element.ends_with("یان")
        && (is_nominal(element) || element.chars().count() <= 4)
}
