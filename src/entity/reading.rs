//! How well a reading fits the place where it stands.

use super::class::{Class, Classes, Traits};
use super::context::{Context, Fit};
use super::file::LabelKind;
use super::lexical::{
    Commonness, belongs_elsewhere, commonness, is_adjective, is_function, is_given, is_listed,
    is_listed_name, is_noun, is_personal_name, is_spelling_of_common,
};
use super::matcher::{Found, Reading};
use super::pieces::Piece;
use crate::segment::TokenKind;

/// A stretch of text being read as one label.
pub(super) struct Trial<'a> {
    pub context: Context<'a>,
    pub single: bool,
    pub reading: Reading,
    pub traits: Traits,
    /// The entity has been named in full, before or after.
    pub introduced: bool,
    /// The words around some mention say that it is the entity.
    pub known: bool,
    /// The name is elsewhere a part of the longer name of somebody unlisted.
    pub borne_by_stranger: bool,
    /// A certain mention of something that is no person ends directly before.
    pub after_other: bool,
    /// 2 if a certain mention of a kindred entity is tied to this one by و, 1 if
    /// by a comma, else 0.
    pub coordinated: i32,
}

impl<'a> Trial<'a> {
    fn last(&self) -> &'a Piece {
        &self.context.pieces[self.context.last]
    }

    /// The label's part of the last word.
    fn base(&self) -> &'a str {
        &self.last().word[..self.reading.length]
    }

    /// The ending that is glued to it.
    fn ending(&self) -> &'a str {
        &self.last().word[self.reading.length..self.last().host.max(self.reading.length)]
    }

    fn class(&self) -> Class {
        self.traits.class
    }

    /// Whether the stretch can be this label at all here.
    pub(super) fn holds(&self) -> bool {
        let fits = if self.is_inside_longer_name() || self.is_strangers() || self.is_divided() {
            false
        } else if self.single {
            self.word_fits() && self.neighbours_fit() && self.has_cues()
        } else {
            !(self.is_torn() || self.is_phrase() && self.cues(Commonness::Common) < 2)
        };
        self.ending_fits() && fits
    }

    /// Names take no article, no plural and no copula of the first person.
    fn ending_fits(&self) -> bool {
        let ending = self.ending();
        let origin = self.base().ends_with('ی') && commonness(self.base()) != Commonness::Common;
        // One of several bears a surname of origin, but no body is one of several: پارتییەک.
        let one = ["ێک", "یەک", "ەک"].iter().any(|one| {
            ending.strip_prefix(one).is_some_and(|rest| matches!(rest, "" | "ی" | "دا"))
        });
        let people = self.reading.kind == LabelKind::Demonym
            || (origin && !(one && Classes::BODIES.has(self.class())));
        let plural = ending == "ان" || ending.starts_with("ان") && !ending.starts_with("انی");
        let counted = [
            "ەکە",
            "ەکان",
            "کان",
            "کە",
            "ێک",
            "یەکە",
            "یەکان",
            "یەک",
            "ەک",
            "تر",
            "گەل",
            "جات",
            "ات",
        ]
        .iter()
        .any(|number| ending.starts_with(number))
            || plural
            || (ending.starts_with("انی") && commonness(self.base()) == Commonness::Common);
        let sure = self.reading.exact && commonness(self.base()) == Commonness::Name;
        let personal = matches!(ending, "م" | "ت" | "ن" | "ین" | "یت" | "یتە" | "نە")
            || (matches!(ending, "مان" | "تان") && !sure);
        (people || !counted) && !(personal && self.single && !self.is_origin())
    }

    /// Whether the copula makes a place where people are from: ‹خەڵکی ڕەواندزن.›
    fn is_origin(&self) -> bool {
        let place = self.class().is_place() && commonness(self.base()) == Commonness::Name;
        place && self.ending() == "ن" && self.context.ends_clause()
    }

    /// Whether a part of the world is named after the country: ئەمریکای لاتین.
    fn is_divided(&self) -> bool {
        let part = |after: &Piece| {
            matches!(
                after.word.as_str(),
                "باکوور" | "باکور" | "باشوور" | "باشور" | "ناوەڕاست" | "لاتین"
            )
        };
        // The fold writes ئەمریکایی as ئەمریکای.
        let tied =
            self.ending() == "ی" || (self.ending().is_empty() && self.base().ends_with("ای"));
        self.single
            && self.class() == Class::Country
            && tied
            && self.context.after().is_some_and(part)
    }

    /// Whether somebody unlisted has the name: of نیان ئەحمەد, نیان.
    fn is_strangers(&self) -> bool {
        self.single && self.borne_by_stranger && !self.introduced
    }

    /// Whether it is a given name within the name of somebody unlisted.
    pub(super) fn shows_stranger(&self) -> bool {
        let given =
            self.reading.kind == LabelKind::Name || commonness(self.base()) != Commonness::Name;
        self.single && self.class() == Class::Person && given && !self.neighbours_fit()
    }

    /// Whether a name written as one word stands in the text as two that mean
    /// something else: گەرمی یان, of گەرمیان.
    fn is_torn(&self) -> bool {
        !self.reading.exact && is_function(self.base())
    }

    /// Whether a publication's or a work's name of several words is made of
    /// common words alone (ڕای گشتی).
    fn is_phrase(&self) -> bool {
        let titled = Classes::of(&[Class::Media, Class::Work]).has(self.class());
        let inner = self.context.pieces[self.context.first..self.context.last].iter();
        let common = |word: &str| commonness(word) == Commonness::Common;
        titled
            && inner.clone().all(|p| common(p.word.strip_suffix('ی').unwrap_or(&p.word)))
            && common(self.base())
    }

    /// A known word is read neither as a name with an ending nor loosely.
    fn word_fits(&self) -> bool {
        let (word, base) = (&self.last().word[..self.last().host], self.base());
        if !self.reading.exact
            && (commonness(base) != Commonness::Name || is_spelling_of_common(base))
        {
            return false;
        }
        let acted_on = Classes::BODIES.has(self.class())
            && commonness(base) == Commonness::Name
            && (!self.context.is_adjectival() || is_adjective(word));
        let named = self.class().is_place()
            || acted_on
            || (self.introduced && commonness(word) != Commonness::Name);
        // ‹لە سلێمانییە›: the longer word is only another spelling of the place's name.
        let respelled = self.class().is_place()
            && self.reading.kind != LabelKind::Demonym
            && is_personal_name(word);
        match self.ending() {
            "" => true,
            "ی" if named => true,
            "ە" if respelled => true,
            _ => !belongs_elsewhere(word, base),
        }
    }

    /// A part of a longer name that is not listed is no mention.
    fn neighbours_fit(&self) -> bool {
        match self.class() {
            _ if self.reading.kind == LabelKind::Demonym => {
                !self.ending().is_empty() || !self.context.follows_given_name()
            }
            Class::Person => {
                let given = commonness(self.base()) != Commonness::Name;
                let first = self.reading.kind == LabelKind::Name;
                let begins_name = (given && !self.introduced && self.context.precedes_name())
                    || ((first || given) && self.context.precedes_given_name());
                !(self.follows_other_given_name() || (begins_name && self.ending().is_empty()))
            }
            _ if is_given(self.base()) => {
                !self.context.follows_given_name() && !self.context.precedes_name()
            }
            Class::City | Class::Site => !self.is_given_after_place(),
            _ => true,
        }
    }

    /// Whether somebody is named after the place: ‹سۆران ئیسماعیل›.
    fn is_given_after_place(&self) -> bool {
        let placed = self.context.is_located() || self.context.follows_izafe();
        self.ending().is_empty() && !placed && self.context.precedes_given_name()
    }

    /// Whether a person's name of several given names is a part of a longer one
    /// that is not listed (محەمەد ئەمین in محەمەد ئەمین حەسەن).
    fn is_inside_longer_name(&self) -> bool {
        let generic = !self.single
            && self.class() == Class::Person
            && self.ending().is_empty()
            && commonness(self.base()) == Commonness::Given;
        generic && self.context.after().is_some_and(|after| is_personal_name(&after.word))
    }

    /// Of an introduced person only a listed given name makes another one.
    fn follows_other_given_name(&self) -> bool {
        if self.after_other {
            return false;
        }
        let before = |holds: fn(&str) -> bool| {
            self.context.before().is_some_and(|before| holds(&before.word))
        };
        (self.context.follows_given_name() && (!self.introduced || before(is_listed)))
            || (is_given(self.base()) && before(is_listed_name))
    }

    /// A label that is also a common word or a given name needs a cue.
    fn has_cues(&self) -> bool {
        let commonness = commonness(self.base());
        let needed = match commonness {
            _ if self.reading.kind == LabelKind::Demonym => return !self.is_noun_with_izafe(),
            Commonness::Name => return true,
            Commonness::Given | Commonness::Mixed if self.class().is_place() => 1,
            Commonness::Given | Commonness::Mixed => 2,
            Commonness::Common => 3,
        };
        self.cues(commonness) >= needed
    }

    /// Whether what reads as a demonym is the noun that its place is called by:
    /// ‹چینی سەرەوە›.
    fn is_noun_with_izafe(&self) -> bool {
        let noun = self.base().strip_suffix('ی').is_some_and(is_noun);
        noun && self.ending().is_empty() && !self.context.is_adjectival()
    }

    fn cues(&self, commonness: Commonness) -> i32 {
        let context = &self.context;
        let mut sum = match context.fit(self.class()) {
            Fit::Right if is_adjective(self.base()) => 0,
            Fit::Right => 3,
            Fit::Kin if commonness == Commonness::Common => 1,
            Fit::Kin => 2,
            Fit::Open => 0,
            Fit::Wrong => -2,
        };
        let acts = self.class() == Class::Person || Classes::BODIES.has(self.class());
        // What a region or an office is called for short is what it is (هەرێم).
        let described = matches!(self.class(), Class::Country | Class::Region | Class::Office);
        let remembered = if commonness == Commonness::Common { 1 } else { 2 };
        sum += match (self.introduced, self.known) {
            (true, _) => 2 + i32::from(described),
            (_, true) => remembered,
            _ => 0,
        };
        sum += self.coordinated + 3 * i32::from(context.is_defined(self.class()));
        let subject = match self.class() {
            Class::Person => self.introduced,
            Class::Media => false,
            class => Classes::BODIES.has(class),
        };
        let partner = subject && self.introduced && context.is_partner(self.ending());
        sum += i32::from(subject && context.starts_clause() || partner);
        sum += i32::from(self.last().kind == TokenKind::Hashtag);
        sum += 2 * i32::from(acts && context.speaks());
        sum += 2 * i32::from(self.class() == Class::Person && context.is_titled_after());
        if commonness == Commonness::Mixed {
            sum += i32::from(self.traits.weight >= 4);
            let (place, person) = (self.class().is_place(), self.class() == Class::Person);
            sum += i32::from(!person && context.is_located() || place && context.follows_izafe());
            sum += i32::from(matches!(self.ending(), "دا" | "ەوە" | "وە" | "یش" | "ش" | "شدا"));
        }
        sum -= 3 * i32::from(context.is_counted());
        let completed =
            self.ending().starts_with('ی') && self.ending() != "یش" && context.is_completed();
        let loses = if self.class().is_place() { 1 } else { 3 };
        sum - loses * i32::from(completed)
    }

    /// How good the reading is beside others of the same place.
    pub(super) fn score(&self) -> i32 {
        let demonym = self.reading.kind == LabelKind::Demonym;
        let fit = match self.context.fit(self.class()) {
            _ if demonym => 0,
            Fit::Right => 10,
            Fit::Kin => 3,
            Fit::Open => 0,
            Fit::Wrong => -8,
        };
        let kind = match self.reading.kind {
            LabelKind::Name => 2,
            LabelKind::Demonym => 0,
            _ => 1,
        };
        let (place, person) = (self.class().is_place(), self.class() == Class::Person);
        let acts = person || (Classes::BODIES.has(self.class()) && self.class() != Class::Sport);
        let whole = if self.ending().is_empty() { 3 } else { 0 };
        let introduced = if place { 3 } else { 10 };
        fit + kind
            + whole
            + 4 * i32::from(self.reading.exact)
            + introduced * i32::from(self.introduced)
            + 3 * i32::from(acts && self.context.speaks())
            + 6 * i32::from(person && self.context.is_titled_after())
            + 10 * i32::from(place && self.context.is_inside())
            + 2 * i32::from(place && self.context.is_located())
            + i32::from(self.traits.weight) / 2
    }
}

/// The context of a found label.
pub(super) fn context<'a>(pieces: &'a [Piece], found: &Found) -> Context<'a> {
    Context { pieces, first: found.pieces.start, last: found.last() }
}
