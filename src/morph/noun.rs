//! The endings of nouns, adjectives and names.
//!
//! The chain, in the order in which endings follow the base (grammar: Blau,
//! *Manuel de kurde: sorani*; McCarus, *A Kurdish Grammar*; Thackston, *Sorani
//! Kurdish*): comparative · definite, indefinite, plural · demonstrative ە ·
//! izafe · additive · person clitic, possessor and agent · postposition ·
//! additive · copula · conjunction. Each at most once.

use std::sync::OnceLock;

use super::letters::{Final, Finals};
use super::suffixes::Suffixes;

/// One ending: its letters, its place in the chain, the bases that take it,
/// and how little it is to be trusted when nothing else is known.
#[derive(Clone, Copy)]
struct Ending {
    letters: &'static str,
    slot: u8,
    after: Finals,
    cost: u8,
}

const fn ending(letters: &'static str, slot: u8, after: Finals, cost: u8) -> Ending {
    Ending { letters, slot, after, cost }
}

const COMPARATIVE: u8 = 1;
const NUMBER: u8 = 2;
const DEMONSTRATIVE: u8 = 3;
const IZAFE: u8 = 4;
const ADDITIVE: u8 = 5;
const CLITIC: u8 = 6;
const AGENT: u8 = 7;
const POSTPOSITION: u8 = 8;
const LATE_ADDITIVE: u8 = 9;
const COPULA: u8 = 10;
const CONJUNCTION: u8 = 11;
/// Behind the last ending.
const END: u8 = 12;

/// After ی the ی of an ending has merged with it in the fold: ەک for یەک, ان
/// for یان, ە for یە, and nothing for the izafe.
static ENDINGS: [Ending; 61] = [
    ending("تر", COMPARATIVE, Finals::ANY, 2),
    ending("ترین", COMPARATIVE, Finals::ANY, 2),
    ending("ەکە", NUMBER, Finals::CLOSED, 1),
    ending("کە", NUMBER, Finals::OPEN, 2),
    ending("یەکە", NUMBER, Finals::LONG, 5),
    ending("ەکان", NUMBER, Finals::CLOSED, 1),
    ending("کان", NUMBER, Finals::OPEN, 2),
    ending("یەکان", NUMBER, Finals::LONG, 3),
    ending("ێک", NUMBER, Finals::CLOSED, 1),
    ending("یەک", NUMBER, Finals::OPEN, 1),
    ending("یک", NUMBER, Finals::CONSONANT, 4),
    ending("ەک", NUMBER, Finals::YEH, 2),
    ending("ان", NUMBER, Finals::CLOSED, 3),
    ending("یان", NUMBER, Finals::LONG, 3),
    ending("انێک", NUMBER, Finals::CLOSED, 2),
    ending("گەل", NUMBER, Finals::ANY, 6),
    ending("ات", NUMBER, Finals::CLOSED, 7),
    ending("جات", NUMBER, Finals::ANY, 6),
    ending("ە", DEMONSTRATIVE, Finals::CLOSED, 3),
    ending("یە", DEMONSTRATIVE, Finals::OPEN, 3),
    ending("ی", IZAFE, Finals::NOT_YEH, 1),
    ending("یش", ADDITIVE, Finals::CONSONANT, 2),
    ending("ش", ADDITIVE, Finals::OPEN, 2),
    ending("یش", ADDITIVE, Finals::LONG, 3),
    ending("ش", ADDITIVE, Finals::YEH, 3),
    ending("م", CLITIC, Finals::ANY, 4),
    ending("ت", CLITIC, Finals::ANY, 4),
    ending("ی", CLITIC, Finals::NOT_YEH, 2),
    ending("ێ", CLITIC, Finals::CONSONANT, 5),
    ending("مان", CLITIC, Finals::ANY, 2),
    ending("تان", CLITIC, Finals::ANY, 2),
    ending("یان", CLITIC, Finals::NOT_YEH, 2),
    ending("ان", CLITIC, Finals::YEH, 2),
    ending("م", AGENT, Finals::CONSONANT, 5),
    ending("ی", AGENT, Finals::CONSONANT, 5),
    ending("مان", AGENT, Finals::CONSONANT, 5),
    ending("تان", AGENT, Finals::CONSONANT, 5),
    ending("یان", AGENT, Finals::CONSONANT, 5),
    ending("دا", POSTPOSITION, Finals::ANY, 1),
    ending("ەوە", POSTPOSITION, Finals::CLOSED, 2),
    ending("وە", POSTPOSITION, Finals::LONG, 2),
    ending("وە", POSTPOSITION, Finals::E, 3),
    ending("یەوە", POSTPOSITION, Finals::OPEN, 3),
    ending("ڕا", POSTPOSITION, Finals::ANY, 6),
    ending("را", POSTPOSITION, Finals::ANY, 6),
    ending("یش", LATE_ADDITIVE, Finals::CONSONANT, 3),
    ending("ش", LATE_ADDITIVE, Finals::OPEN_OR_YEH, 3),
    ending("ە", COPULA, Finals::CLOSED, 3),
    ending("یە", COPULA, Finals::OPEN, 3),
    ending("م", COPULA, Finals::ANY, 6),
    ending("یت", COPULA, Finals::NOT_YEH, 6),
    ending("ت", COPULA, Finals::YEH, 7),
    ending("ین", COPULA, Finals::NOT_YEH, 6),
    ending("ن", COPULA, Finals::ANY, 6),
    ending("ن", COPULA, Finals::YEH, 6),
    ending("یەتی", COPULA, Finals::CONSONANT, 5),
    ending("یتە", COPULA, Finals::NOT_YEH, 8),
    ending("نە", COPULA, Finals::CLOSED, 8),
    ending("و", CONJUNCTION, Finals::CLOSED, 5),
    ending("و", CONJUNCTION, Finals::OPEN, 5),
    ending("ەو", CONJUNCTION, Finals::CLOSED, 9),
];

/// What remains of a word when legal endings are taken off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stripped<'a> {
    /// The letters before the endings, a prefix of the word.
    pub base: &'a str,
    /// A ە that the plural ان has swallowed (سەرکردان, of سەرکردە).
    pub restored_e: bool,
    /// The sum of the endings' costs; 0 for the word itself.
    pub cost: u8,
    /// The letters of the ending next to the base; empty for the word itself.
    pub inner: &'static str,
    /// The base with that ending, a prefix of the word too.
    pub through: &'a str,
}

impl<'a> Stripped<'a> {
    /// A word with nothing taken off.
    pub(super) fn whole(word: &'a str) -> Stripped<'a> {
        Stripped { base: word, restored_e: false, cost: 0, inner: "", through: word }
    }

    /// Whether another stripped of the same word is the same, but perhaps for its cost.
    pub(super) fn is_same_base(&self, other: &Stripped) -> bool {
        self.base.len() == other.base.len()
            && self.through.len() == other.through.len()
            && self.restored_e == other.restored_e
    }
}

/// Letters of the longest chain of endings that is taken off.
const LONGEST_CHAIN: usize = 31;

/// The chains of endings that take so many letters off.
#[derive(Clone, Copy, Default)]
struct Chains {
    /// The slots of their inmost endings; a set of bits.
    slots: u16,
    /// The cost of the cheapest by that slot.
    costs: [u8; END as usize + 1],
}

impl Chains {
    fn add(&mut self, slot: u8, cost: u8) {
        let is_new = self.slots >> slot & 1 == 0;
        let least = &mut self.costs[usize::from(slot)];
        *least = if is_new { cost } else { cost.min(*least) };
        self.slots |= 1 << slot;
    }

    /// The cost of the cheapest that an ending of this slot may stand before.
    fn outside(&self, slot: u8) -> Option<u8> {
        let mut slots = self.slots & (!1 << slot);
        let mut least = None;
        while slots != 0 {
            let cost = self.costs[slots.trailing_zeros() as usize];
            least = Some(least.map_or(cost, |least: u8| least.min(cost)));
            slots &= slots - 1;
        }
        least
    }
}

/// Calls `emit` with the word itself and every legal way to shed endings; of
/// chains that differ only outside of their inmost ending, with the cheapest.
pub(super) fn strip<'a>(word: &'a str, emit: &mut dyn FnMut(Stripped<'a>)) {
    emit(Stripped::whole(word));
    let table = endings();
    // By the number of letters that they take off.
    let mut chains = [Chains::default(); LONGEST_CHAIN + 1];
    chains[0].add(END, 0);
    // A bit for each number of letters that can be off, and is yet to be looked at.
    let mut open: u32 = 1;
    while open != 0 {
        let off = open.trailing_zeros() as usize;
        open &= open - 1;
        let outside = chains[off];
        let through = &word[..word.len() - off * 2];
        for (start, endings) in table.ending_at(through, through.len()) {
            let base = &word[..start];
            let Some(class) = Final::of(base) else { continue };
            for ending in endings.iter().filter(|ending| ending.after.has(class)) {
                let Some(outside) = outside.outside(ending.slot) else { continue };
                let (cost, inner) = (outside + ending.cost, ending.letters);
                emit(Stripped { base, restored_e: false, cost, inner, through });
                if inner == "ان" && ending.slot == NUMBER {
                    emit(Stripped { base, restored_e: true, cost: cost + 1, inner, through });
                }
                let off = (word.len() - start) / 2;
                if off <= LONGEST_CHAIN {
                    chains[off].add(ending.slot, cost);
                    open |= 1 << off;
                }
            }
        }
    }
}

type Endings = Suffixes<Vec<Ending>>;

/// The endings by their letters.
fn endings() -> &'static Endings {
    static BY_LETTERS: OnceLock<Endings> = OnceLock::new();
    BY_LETTERS.get_or_init(|| {
        let mut endings = Endings::new();
        ENDINGS.iter().for_each(|ending| endings.entry(ending.letters).push(*ending));
        endings
    })
}

/// Whether `tail`, which stands outside quotes, digits or Latin letters, is
/// made of endings alone.
pub(crate) fn is_outside_ending(tail: &str) -> bool {
    const MORE: [&str; 3] = ["م", "ن", "ت"];
    let after_consonant = ["ب", "ا"];
    let bases = after_consonant.map(|letter| format!("{letter}{letter}{tail}"));
    !MORE.contains(&tail) && bases.iter().any(|word| sheds_to(word, 4))
}

/// Whether some chain of endings leaves the first `length` bytes of `word`.
fn sheds_to(word: &str, length: usize) -> bool {
    let mut found = false;
    strip(word, &mut |stripped| found |= stripped.base.len() == length && !stripped.restored_e);
    found
}
