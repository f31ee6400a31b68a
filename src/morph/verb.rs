//! Taking verb forms apart.
//!
//! `[element][clitic][negation][mood][clitic] STEM [person or clitic][ەوە][ە]`
//! (Thackston §§ 17–35): the ending and the stem are found from the right, then
//! what stands before the stem is read as a prefix and an element (a preverb,
//! or the noun of a light verb).

use super::letters::count;
use super::lexicon::{Lexicon, Tags};
use super::verb_forms::{EndingUse, Stems};
use super::verb_table::{Stem, VerbTable};
use crate::fold::fold_str;

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

/// Letters of the longest ending.
const LONGEST_ENDING: usize = 11;
/// What stands behind a verb for *again* or *back*.
const POST: &str = "ەوە";
/// Letters of the longest prefix.
const LONGEST_PREFIX: usize = 8;

/// Preverbs: they make a verb with any other. `build.rs` knows them too.
const PREVERBS: [&str; 12] =
    ["هەڵ", "دا", "دەر", "ڕا", "وەر", "تێ", "لێ", "پێ", "تێک", "لێک", "پێک", "ڕۆ"];

/// Every reading of a folded word as a finite verb form.
pub(super) fn readings(word: &str) -> Vec<VerbReading> {
    let mut found = Vec::new();
    irregular_readings(word, &mut found);
    for end in boundaries_from_right(word, LONGEST_ENDING) {
        let ending = ending_at(word, end);
        if ending != EndingUse::default() {
            stems_ending_at(word, end, |start, stem| {
                let parts = [&word[..start], &word[start..end], &word[end..]];
                read_before(parts, stem, ending, &mut found);
            });
        }
    }
    found
}

/// What the letters from `end` on say; after a stem in ی an ending's own first
/// ی has merged with it (پشکنی|یان).
fn ending_at(word: &str, end: usize) -> EndingUse {
    let endings = &VerbTable::get().forms.endings;
    let plain = endings.get(&word[end..]).copied().unwrap_or_default();
    if end == word.len() || !word[..end].ends_with('ی') {
        return plain;
    }
    let merged = endings.get(&format!("ی{}", &word[end..])).copied().unwrap_or_default();
    plain.union(merged)
}

/// An irregular form.
fn irregular_readings(word: &str, found: &mut Vec<VerbReading>) {
    for infinitive in VerbTable::get().irregular.get(word).into_iter().flatten() {
        add(found, fold_str(infinitive), 1, Kind::Common);
    }
}

/// The readings of a folded word as an infinitive, a verbal noun: ڕاگەیاندن,
/// کۆبوونەوە, نەکردن, or the passive کوژران, which belongs to کوشتن too.
pub(super) fn infinitive_readings(word: &str) -> Vec<VerbReading> {
    let mut found = Vec::new();
    let (plain, post) = word.strip_suffix(POST).map_or((word, ""), |plain| (plain, POST));
    let Some(body) = plain.strip_suffix('ن') else { return found };
    stems_ending_at(body, body.len(), |start, stem| {
        if !stem.stems.meet(Stems::PAST) {
            return;
        }
        for element in with_and_without_negation(&body[..start]).into_iter().flatten() {
            let cost =
                if element.is_empty() { Some(0) } else { noun_cost(element, &body[start..]) };
            if let Some(cost) = cost {
                add(&mut found, infinitive(element, stem.verb, post), cost, Kind::Rare);
                break;
            }
        }
    });
    found
}

/// Whether a folded word is the infinitive of a simple verb.
pub(super) fn is_infinitive(word: &str) -> bool {
    infinitive_readings(word).iter().any(|reading| reading.cost == 0)
}

/// The cost of an element of an infinitive; words of any class make them
/// (پێشخواردنەوە).
fn noun_cost(element: &str, stem: &str) -> Option<u8> {
    let listed = || Lexicon::get().listed(element).is_some_and(Tags::is_word);
    let long = count(element) >= 3 && count(stem) >= 2;
    match element_cost(element, stem) {
        None | Some(NOMINAL) if long && count(stem) >= 3 && listed() => Some(LISTED + 1),
        None if long && listed() => Some(NOMINAL),
        cost => cost,
    }
}

/// The element, and what is left of it without a negation that may be one.
fn with_and_without_negation(element: &str) -> [Option<&str>; 2] {
    [Some(element), element.strip_prefix("نە").or_else(|| element.strip_suffix("نە"))]
}

/// Byte offsets of `word` up to `longest` letters before its end, from the end.
fn boundaries_from_right(word: &str, longest: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::once(word.len()).chain(word.char_indices().rev().map(|(at, _)| at).take(longest))
}

/// Calls `emit` with where each verb stem that ends at `end` begins.
fn stems_ending_at(word: &str, end: usize, mut emit: impl FnMut(usize, Stem)) {
    let table = VerbTable::get();
    let head = &word[..end];
    for start in head.char_indices().rev().map(|(at, _)| at).take(table.longest_stem) {
        for stem in table.stems.get(&head[start..]).into_iter().flatten() {
            emit(start, *stem);
        }
    }
}

/// Reads what stands before the stem.
fn read_before(
    [before, letters, after]: [&str; 3],
    stem: Stem,
    ending: EndingUse,
    found: &mut Vec<VerbReading>,
) {
    let table = VerbTable::get();
    for at in boundaries_from_right(before, LONGEST_PREFIX) {
        let (element, prefix) = (&before[..at], &before[at..]);
        // د for دە stands before a vowel only (دێت).
        let contracted = prefix == "د" && letters.starts_with(['ێ', 'ا']);
        let allowed = table.forms.prefixes.get(prefix).copied();
        let Some(allowed) = allowed.or(contracted.then_some(Stems::NON_PAST)) else { continue };
        let usable = allowed.only(stem.stems).only(possible(element, prefix, letters, after));
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
    // Without an ending it is an imperative too (بنووس).
    let whole = !after.is_empty() || is_moodless(prefix) || prefix.starts_with(['ب', 'م']);
    // With ب the past is a condition (بکردایە, بدایە).
    let condition = prefix.starts_with('ب') || prefix.starts_with("نەب");
    let past =
        !condition || after.contains('ا') || (letters.ends_with('ا') && after.starts_with("یە"));
    // نامە is a letter, بین (of بینین) makes nouns: گەشبین.
    let noun = !element.is_empty()
        && matches!((prefix, letters, after), (_, "نا", "مە") | ("", "ب", "" | "ی" | "ین" | "ینی"));
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
    fn past(self) -> &'static str {
        VerbTable::get().verbs[self.verb as usize].past
    }

    /// Past, or with mood or negation, or of بوون: after a noun, a bare present
    /// (کات, نیش) is hardly ever a verb.
    fn has_mood(self) -> bool {
        self.is_past || !is_moodless(self.prefix) || self.past() == "بوو"
    }

    fn kind(self) -> Kind {
        match self.past() {
            "نووسی" | "گەڕا" | "ژیا" | "نارد" => Kind::Common,
            _ if self.is_light() => Kind::Common,
            _ => Kind::Rare,
        }
    }

    fn has_clitic(self) -> bool {
        const SIGNS: [&str; 9] = ["", "دە", "ئە", "ب", "نە", "نا", "مە", "نەدە", "د"];
        !SIGNS.contains(&self.prefix)
    }

    /// Whether many nouns look like this after an element: پێناسە, دەستکەوت.
    fn is_bare(self) -> bool {
        let is_noun = matches!(self.past(), "کەوت" | "هات" | "چوو") && self.letters == self.past();
        let ends = self.after == "ە" || (self.after.is_empty() && is_noun);
        (ends && matches!(self.prefix, "" | "نە" | "ش")) || self.is_tiny()
    }

    /// Whether the form is too short to be told from a noun: سات, مام.
    fn is_tiny(self) -> bool {
        let open = self.letters.ends_with('ا') && count(self.letters) == 2;
        open && self.prefix.is_empty() && matches!(self.after, "م" | "ت")
    }

    /// Whether a noun with this is a verb, no matter which noun: with mood or a
    /// clitic, or of a verb that makes verbs freely.
    fn makes_verbs(self) -> bool {
        self.is_light() || (!self.prefix.is_empty() && count(self.letters) >= 2)
    }

    /// Whether the verb is one of the commonest, which make verbs freely.
    fn is_light(self) -> bool {
        const LIGHT: [&str; 13] = [
            "کرد",
            "بوو",
            "دا",
            "گرت",
            "هێنا",
            "خست",
            "هات",
            "چوو",
            "کەوت",
            "کێشا",
            "برد",
            "گەیاند",
            "خوارد",
        ];
        LIGHT.contains(&self.past())
    }
}

/// Whether a prefix has neither mood nor negation (only a clitic, or nothing).
fn is_moodless(prefix: &str) -> bool {
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
            let has_post = VerbTable::get().verbs[form.verb as usize].has_again;
            // Without an object clitic first: دەمێنێت is of مان, not of هێنان.
            let cost = if form.has_clitic() { 3 } else { 2 };
            let kind = if form.is_tiny() { Kind::LikeNoun } else { form.kind() };
            add(found, infinitive("", form.verb, if has_post { post } else { "" }), cost, kind);
        }
        return;
    }
    for (bare, extra) in without_clitic(element) {
        let Some(cost) = element_cost(&bare, form.letters) else { continue };
        if cost <= LISTED || form.has_mood() {
            let whole = bare == element;
            // دانەکە is rather the infinitive with ەکە.
            let definite = form.prefix == "نە" && form.letters == "کە";
            let extra = extra + if definite { 3 } else { 0 };
            let extra = if whole && form.prefix != "ش" && is_element(element) { 0 } else { extra };
            let short = count(form.after) <= 1;
            let rare = cost > LISTED && short && !form.makes_verbs();
            let like_noun = whole && (rare || form.is_bare());
            let kind = if like_noun { Kind::LikeNoun } else { form.kind() };
            add(found, infinitive(&bare, form.verb, post), cost + extra, kind);
        }
    }
}

fn is_element(word: &str) -> bool {
    Lexicon::get().listed(word).is_some_and(|tags| tags.has(Tags::ELEMENT))
}

/// The cost of an element that certainly makes verbs.
const LISTED: u8 = 1;
/// The cost of a noun or adjective before any verb.
const NOMINAL: u8 = 3;

/// How sure it is that `element` makes a verb with a stem: `None` if it is
/// neither a preverb nor a word that may stand before a verb.
fn element_cost(element: &str, stem: &str) -> Option<u8> {
    let nominal = PREVERBS.iter().find_map(|preverb| element.strip_suffix(preverb));
    let nominal = nominal.unwrap_or(element);
    if nominal.is_empty() || PREVERBS.contains(&nominal) {
        return Some(LISTED);
    }
    let tags = Lexicon::get().listed(nominal)?;
    if stem == "دا" && tags.has(Tags::GIVES) {
        return Some(LISTED);
    }
    let open = Tags::NOUN.or(Tags::ADJECTIVE).or(Tags::ELEMENT);
    let long = count(nominal) >= 3 && count(stem) >= 2;
    (tags.has(open) && (long || tags.has(Tags::ELEMENT))).then_some(NOMINAL)
}

/// The element itself, and without a clitic at its end (ڕا|ی|گەیاند) or before
/// its last part (دەست|ی|پێکرد); with the cost that each reading adds.
fn without_clitic(element: &str) -> Vec<(String, u8)> {
    const LAST_PARTS: [&str; 12] =
        ["", "پێ", "لێ", "تێ", "هەڵ", "دا", "دەر", "وەر", "ڕا", "پێک", "لێک", "تێک"];
    const CLITICS: [&str; 7] = ["یش", "م", "ت", "ی", "مان", "تان", "یان"];
    // A whole element that ends like one with a clitic (ڕای, of ڕا) is rarer.
    let heads = || LAST_PARTS.iter().filter_map(|last| element.strip_suffix(last));
    let ambiguous = CLITICS.iter().any(|clitic| heads().any(|head| head.ends_with(clitic)));
    let mut bare = vec![(element.to_owned(), if ambiguous { 2 } else { 0 })];
    for last in LAST_PARTS {
        let Some(head) = element.strip_suffix(last) else { continue };
        // یان after an element in ی (پێشوازی|یان|کرد).
        let merged = head.strip_suffix("ان").filter(|first| first.ends_with('ی'));
        bare.extend(merged.map(|first| (format!("{first}{last}"), 0)));
        for clitic in CLITICS {
            let Some(first) = head.strip_suffix(clitic) else { continue };
            bare.push((format!("{first}{last}"), 0));
            let additive = first.strip_suffix("یش").or_else(|| first.strip_suffix('ش'));
            bare.extend(additive.map(|f| (format!("{f}{last}"), 0)));
        }
    }
    bare
}

/// The infinitive of element, verb and `post` (ەوە or nothing), folded.
fn infinitive(element: &str, verb: u16, post: &str) -> String {
    let past = VerbTable::get().verbs[verb as usize].past;
    fold_str(&format!("{element}{past}ن{post}"))
}

fn add(found: &mut Vec<VerbReading>, infinitive: String, cost: u8, kind: Kind) {
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
    if let Some(body) = infinitive.strip_suffix("ەوە").unwrap_or(infinitive).strip_suffix('ن') {
        stems_ending_at(body, body.len(), |start, stem| {
            let element = &body[..start];
            if element.is_empty() || element_cost(element, &body[start..]).is_some() {
                verbs.push(stem.verb);
            }
        });
    }
    let of_verbs = |uses: &[Stem]| uses.iter().any(|stem| verbs.contains(&stem.verb));
    let stems = table.stems.iter().filter(|(_, uses)| of_verbs(uses));
    stems.map(|(letters, _)| letters.as_str()).collect()
}
