//! Taking verb forms apart.
//!
//! `[element][clitic][negation][mood][clitic] STEM [person or clitic][ەوە][ە]`
//! (Thackston §§ 17–35): the ending and the stem are found from the right, then
//! what stands before the stem is read as a prefix and an element (a preverb,
//! or the noun of a light verb).

use std::ops::Range;

use super::letters::has_letters;
use super::lexicon::{Lexicon, Tags};
use super::verb_forms::{EndingUse, Stems};
use super::verb_table::{Stem, StemUses, Verb, VerbTable};

/// A reading of a word as a form of a verb.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VerbReading {
    /// The infinitive, folded: ڕاگەیاندن.
    pub infinitive: String,
    /// How little the reading is to be trusted; 0 is certain.
    pub cost: u8,
    pub kind: Kind,
}

/// How a reading stands beside others that cost the same; the first is best.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// One of the commonest verbs: بکەن is of کردن before کەندن.
    Common,
    Rare,
    /// Nouns that are made of verbs look like this (دەستکەوت, پێناسە).
    LikeNoun,
}

/// What stands behind a verb for *again* or *back*.
pub(super) const POST: &str = "ەوە";

/// Preverbs: they make a verb with any other. `build.rs` knows them too.
pub(super) const PREVERBS: [&str; 12] =
    ["هەڵ", "دا", "دەر", "ڕا", "وەر", "تێ", "لێ", "پێ", "تێک", "لێک", "پێک", "ڕۆ"];

/// Every reading of a folded word as a finite verb form.
pub(super) fn readings(word: &str) -> Vec<VerbReading> {
    let mut found = Vec::new();
    directional_readings(word, &mut found);
    irregular_readings(word, &mut found);
    let table = VerbTable::get();
    for (end, ending) in table.forms.endings.ending_at(word, word.len()) {
        // The ی of a stem has merged with an ending's own first ی (پشکنی|یان).
        let stem_end = end + 'ی'.len_utf8();
        if stem_end < word.len() && word[end..].starts_with('ی') {
            read_stems(table, word, stem_end, *ending, &mut found);
        }
        read_stems(table, word, end, *ending, &mut found);
    }
    found
}

/// A form of one of the commonest verbs with where to glued to it: خستیەڕوو, a
/// form of خستنەڕوو.
fn directional_readings(word: &str, found: &mut Vec<VerbReading>) {
    const WHERE_TO: [&str; 4] = ["ڕوو", "سەر", "ناو", "پێش"];
    let Some(place) = WHERE_TO.iter().find(|place| word.ends_with(*place)) else { return };
    let (verb, tail) = word.split_at(word.len() - place.len());
    if !verb.ends_with('ە') {
        return;
    }
    for reading in readings(verb).iter().filter(|reading| reading.kind == Kind::Common) {
        add(found, [&reading.infinitive, "ە", tail].concat(), reading.cost, reading.kind);
    }
}

/// Reads each stem that ends at `end`, before an ending.
fn read_stems(
    table: &VerbTable,
    word: &str,
    end: usize,
    ending: EndingUse,
    found: &mut Vec<VerbReading>,
) {
    let needed = ending.plain.or(ending.again);
    for (start, stems) in table.stems.ending_at(word, end) {
        for stem in stems.uses.iter().filter(|stem| stem.stems.meet(needed)) {
            read_before(word, start..end, *stem, ending, found);
        }
    }
}

/// An irregular form.
fn irregular_readings(word: &str, found: &mut Vec<VerbReading>) {
    let all = VerbTable::get().irregular.ending_at(word, word.len());
    for infinitive in all.filter(|(start, _)| *start == 0).flat_map(|(_, infinitives)| infinitives)
    {
        add(found, (*infinitive).to_owned(), 1, Kind::Common);
    }
}

/// Reads what stands before the stem, whose place is given.
fn read_before(
    word: &str,
    place: Range<usize>,
    stem: Stem,
    ending: EndingUse,
    found: &mut Vec<VerbReading>,
) {
    let (letters, after) = (&word[place.clone()], &word[place.end..]);
    let needed = ending.plain.or(ending.again);
    for (at, allowed) in VerbTable::get().forms.prefixes.ending_at(word, place.start) {
        let (element, prefix) = (&word[..at], &word[at..place.start]);
        // د for دە stands before a vowel only (دێت).
        let contracted = prefix == "د";
        let allowed = allowed.only(stem.stems);
        if !allowed.meet(needed) || (contracted && !letters.starts_with(['ێ', 'ا'])) {
            continue;
        }
        let usable = allowed.only(possible(element, prefix, letters, after));
        if !usable.meet(needed) {
            continue;
        }
        let is_past = usable.meet(Stems::PAST.or(Stems::PAST_ROUND));
        let form = Form { verb: stem.verb, letters, prefix, after, is_past };
        if usable.meet(ending.plain) {
            read_element(element, form, "", found);
        }
        if usable.meet(ending.again) {
            read_element(element, form, POST, found);
        }
    }
}

/// The stems that may stand between these letters.
fn possible(element: &str, prefix: &str, letters: &str, after: &str) -> Stems {
    let present = if is_moodless(prefix) {
        // Without mood it is the imperative of a verb with a preverb (وەرگرە).
        !element.is_empty() && prefix.is_empty()
    } else if prefix.starts_with("مە") {
        // What مە forbids is neither the first person nor the third.
        !after.starts_with(['م', 'ێ'])
    } else {
        true
    };
    // Without an ending it is an imperative too (بنووس, بنووسە).
    let whole =
        !matches!(after, "" | "ە" | "ەوە") || is_moodless(prefix) || prefix.starts_with(['ب', 'م']);
    // With ب the past is a condition (بکردایە, بدایە).
    let condition = prefix.starts_with('ب') || prefix.starts_with("نەب");
    // With an agent before the stem it may be a mere wish (بیانسپارد).
    let has_agent = prefix.starts_with('ب') && has_letters(prefix, 2);
    let past = !condition
        || after.contains('ا')
        || (letters.ends_with('ا') && after.starts_with("یە"))
        || (element.is_empty() && has_agent && has_letters(letters, 3));
    // نامە is a letter, بین (of بینین) makes nouns: گەشبین.
    let noun = !element.is_empty()
        && matches!(
            (prefix, letters, after),
            (_, "نا", "مە") | ("", "ب", "" | "ی" | "ین" | "ینی") | (_, "ب", "ە" | "ەی")
        );
    if noun {
        return Stems(0);
    }
    let mut stems = Stems(0);
    if present {
        stems = stems.or(Stems::THIRD).or(Stems::PASSIVE);
    }
    if present && whole {
        stems = stems.or(Stems::NON_PAST);
    }
    if past { stems.or(Stems::PAST).or(Stems::PAST_ROUND) } else { stems }
}

/// The part of a word after its element.
#[derive(Clone, Copy)]
struct Form<'a> {
    verb: u16,
    /// The stem as it stands in the word.
    letters: &'a str,
    prefix: &'a str,
    /// The letters behind the stem.
    after: &'a str,
    is_past: bool,
}

impl Form<'_> {
    fn verb(self) -> Verb {
        VerbTable::get().verbs[self.verb as usize]
    }

    /// Past, or with mood or negation, or of بوون: after a noun, a bare present
    /// (کات, نیش) is hardly ever a verb.
    fn has_mood(self) -> bool {
        self.is_past || !is_moodless(self.prefix) || self.verb().past == "بوو"
    }

    fn kind(self) -> Kind {
        match self.verb() {
            Verb { is_light: true, .. }
            | Verb {
                past: "نووسی" | "گەڕا" | "ژیا" | "نارد" | "توانی", ..
            } => Kind::Common,
            _ => Kind::Rare,
        }
    }

    fn has_clitic(self) -> bool {
        const SIGNS: [&str; 9] = ["", "دە", "ئە", "ب", "نە", "نا", "مە", "نەدە", "د"];
        !SIGNS.contains(&self.prefix)
    }

    /// Whether many nouns look like this after an element: پێناسە, دەستکەوت.
    fn is_bare(self) -> bool {
        let past = self.verb().past;
        let is_noun = matches!(past, "کەوت" | "هات" | "چوو") && self.letters == past;
        let ends = self.after == "ە" || (self.after.is_empty() && is_noun);
        (ends && matches!(self.prefix, "" | "نە" | "ش")) || self.is_tiny()
    }

    /// Whether the form is too short to be told from a noun: سات, مام.
    fn is_tiny(self) -> bool {
        let two = has_letters(self.letters, 2) && !has_letters(self.letters, 3);
        two && self.letters.ends_with('ا')
            && self.prefix.is_empty()
            && matches!(self.after, "م" | "ت")
    }

    /// The cost of an element in two parts before this.
    fn cost_after(self, first: &str, last: &str) -> Option<u8> {
        let cost = element_cost(first, last, self.letters)?;
        let is_listed = cost <= LISTED;
        let doubt = u8::from(!is_listed && self.kind() == Kind::Rare);
        (is_listed || self.has_mood()).then_some(cost + doubt)
    }

    /// دانەکە is rather the infinitive with ەکە.
    fn cost_of_definite(self) -> u8 {
        if self.prefix == "نە" && self.letters == "کە" { 3 } else { 0 }
    }

    /// دا after ش or before the copula is rather the postposition (سزاشدا).
    fn cost_of_postposition(self, element: &str) -> u8 {
        let before = if self.prefix.is_empty() { element } else { self.prefix };
        // دا after ش, or after a plural (بۆمبانەدا), is rather the postposition.
        let late = self.after.is_empty()
            && (before.ends_with('ش') || (self.prefix == "نە" && element.ends_with('ا')));
        if self.letters == "دا" && (late || self.after == "یە") { 3 } else { 0 }
    }

    /// Whether a noun with this is a verb, no matter which noun: with mood or a
    /// clitic, or of a verb that makes verbs freely.
    fn makes_verbs(self) -> bool {
        self.verb().is_light || (!self.prefix.is_empty() && has_letters(self.letters, 2))
    }
}

/// Whether a prefix has neither mood nor negation (only a clitic, or nothing).
pub(super) fn is_moodless(prefix: &str) -> bool {
    !prefix.starts_with('د')
        && !prefix.starts_with("ئە")
        && !prefix.starts_with('ب')
        && !prefix.starts_with("نە")
        && !prefix.starts_with("نا")
        && !prefix.starts_with("مە")
}

/// Adds the readings with this element before the prefix, and `post` behind.
fn read_element(element: &str, form: Form, post: &str, found: &mut Vec<VerbReading>) {
    if element.is_empty() {
        if form.prefix.is_empty() || !is_moodless(form.prefix) {
            let post = if form.verb().has_again { post } else { "" };
            // Without an object clitic first: دەمێنێت is of مان, not of هێنان.
            let cost = if form.has_clitic() { 3 } else { 2 };
            let kind = if form.is_tiny() { Kind::LikeNoun } else { form.kind() };
            add(found, infinitive("", "", form.verb, post), cost, kind);
        }
        return;
    }
    let bare = without_clitic(element);
    // A whole element that ends like one with a clitic (ڕای, of ڕا) is rarer.
    let doubt = if bare.is_empty() { 0 } else { 2 } + form.cost_of_definite();
    let is_sure = form.prefix != "ش" && is_element(element);
    if let Some(cost) = form.cost_after(element, "") {
        let rare = cost > LISTED && !has_letters(form.after, 2) && !form.makes_verbs();
        let kind = if rare || form.is_bare() { Kind::LikeNoun } else { form.kind() };
        let extra = if is_sure { 0 } else { doubt } + form.cost_of_postposition(element);
        add(found, infinitive(element, "", form.verb, post), cost + extra, kind);
    }
    // A clitic alone stands before no stem.
    for (first, last) in bare.into_iter().filter(|parts| *parts != ("", "")) {
        if let Some(cost) = form.cost_after(first, last) {
            let cost = cost + form.cost_of_definite() + form.cost_of_postposition(element);
            add(found, infinitive(first, last, form.verb, post), cost, form.kind());
        }
    }
}

fn is_element(word: &str) -> bool {
    Lexicon::get().listed(word).is_some_and(|tags| tags.has(Tags::ELEMENT))
}

/// The cost of an element that certainly makes verbs.
pub(super) const LISTED: u8 = 1;
/// The cost of a noun or adjective before any verb.
pub(super) const NOMINAL: u8 = 3;

/// How sure it is that an element, perhaps with a preverb as its `last` part,
/// makes a verb with a stem: `None` if it is neither a preverb nor a word that
/// may stand before a verb.
pub(super) fn element_cost(first: &str, last: &str, stem: &str) -> Option<u8> {
    let preverb = || PREVERBS.iter().find_map(|preverb| first.strip_suffix(preverb));
    let nominal = if last.is_empty() { preverb().unwrap_or(first) } else { first };
    if nominal.is_empty() || PREVERBS.contains(&nominal) {
        return Some(LISTED);
    }
    let tags = Lexicon::get().listed(nominal)?;
    if stem == "دا" && tags.has(Tags::GIVES) {
        return Some(LISTED);
    }
    let open = Tags::NOUN.or(Tags::ADJECTIVE).or(Tags::ELEMENT);
    let long = || has_letters(nominal, 3) && has_letters(stem, 2);
    (tags.has(open) && (tags.has(Tags::ELEMENT) || long())).then_some(NOMINAL)
}

/// The element without a clitic at its end (ڕا|ی|گەیاند) or before its last part
/// (دەست|ی|پێکرد), in two parts.
fn without_clitic(element: &str) -> Vec<(&str, &str)> {
    const LAST_PARTS: [&str; 12] =
        ["", "پێ", "لێ", "تێ", "هەڵ", "دا", "دەر", "وەر", "ڕا", "پێک", "لێک", "تێک"];
    const CLITICS: [&str; 7] = ["یش", "م", "ت", "ی", "مان", "تان", "یان"];
    let mut bare = Vec::new();
    let has_last = element.ends_with(['ێ', 'ڵ', 'ا', 'ر', 'ک']);
    for last in if has_last { &LAST_PARTS[..] } else { &LAST_PARTS[..1] } {
        let Some(head) = element.strip_suffix(last) else { continue };
        if !head.ends_with(['ش', 'م', 'ت', 'ی', 'ن']) {
            continue;
        }
        // یان after an element in ی (پێشوازی|یان|کرد).
        let merged = head.strip_suffix("ان").filter(|first| first.ends_with('ی'));
        bare.extend(merged.map(|first| (first, *last)));
        for first in CLITICS.iter().filter_map(|clitic| head.strip_suffix(clitic)) {
            bare.push((first, *last));
            // The additive stands behind the clitic too (دا|یان|یش|مەزراند).
            let inner = CLITICS[1..].iter().filter(|_| head.ends_with('ش'));
            let inner = inner.filter_map(|clitic| first.strip_suffix(clitic));
            bare.extend(inner.filter(|first| !first.is_empty()).map(|first| (first, *last)));
            let additive = first.strip_suffix("یش").or_else(|| first.strip_suffix('ش'));
            bare.extend(additive.map(|first| (first, *last)));
        }
    }
    bare
}

/// The infinitive of an element in two parts, verb and `post` (ەوە or nothing).
pub(super) fn infinitive(first: &str, last: &str, verb: u16, post: &str) -> String {
    let past = VerbTable::get().verbs[verb as usize].past;
    [first, last, past, "ن", post].concat()
}

pub(super) fn add(found: &mut Vec<VerbReading>, infinitive: String, cost: u8, kind: Kind) {
    match found.iter_mut().find(|r| r.infinitive == infinitive) {
        Some(reading) => {
            (reading.cost, reading.kind) = (reading.cost.min(cost), reading.kind.min(kind))
        }
        None => found.push(VerbReading { infinitive, cost, kind }),
    }
}

/// The stems of the verbs with this folded infinitive; some stem stands in
/// every regular form. Empty if it is no infinitive.
pub(crate) fn verb_stems(infinitive: &str) -> Vec<&'static str> {
    let table = VerbTable::get();
    let mut verbs: Vec<u16> = Vec::new();
    if let Some(body) = infinitive.strip_suffix(POST).unwrap_or(infinitive).strip_suffix('ن') {
        for (start, stems) in table.stems.ending_at(body, body.len()) {
            let (element, letters) = body.split_at(start);
            if element.is_empty() || element_cost(element, "", letters).is_some() {
                verbs.extend(stems.uses.iter().map(|stem| stem.verb));
            }
        }
    }
    let of_verbs = |stems: &&StemUses| stems.uses.iter().any(|stem| verbs.contains(&stem.verb));
    table.stems.values().iter().filter(of_verbs).map(|stems| stems.letters.as_str()).collect()
}
