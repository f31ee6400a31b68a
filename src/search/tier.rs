//! How a place in the text relates to the query.

use std::str::FromStr;

use crate::error::Error;
use crate::span::Span;

/// How a match relates to the query, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Tier {
    /// The word as typed.
    Exact,
    /// The same word in other code points.
    Folded,
    /// Another form of the same word.
    Inflected,
    /// A mention of the entity that the query names.
    Entity,
    /// A spelling that people mix up with the query's.
    Loose,
    /// The query was typed in Latin letters.
    Latin,
    /// The words of the query in any order within a sentence.
    Scattered,
    /// Only the letters, inside another word.
    Part,
    /// One edit away, when nothing else matched.
    Typo,
}

impl Tier {
    /// Every tier, best first, in the order of its number.
    pub const ALL: [Tier; 9] = [
        Tier::Exact,
        Tier::Folded,
        Tier::Inflected,
        Tier::Entity,
        Tier::Loose,
        Tier::Latin,
        Tier::Scattered,
        Tier::Part,
        Tier::Typo,
    ];

    /// The name in the command line's `tier` column.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Tier::Exact => "exact",
            Tier::Folded => "folded",
            Tier::Inflected => "inflected",
            Tier::Entity => "entity",
            Tier::Loose => "loose",
            Tier::Latin => "latin",
            Tier::Scattered => "scattered",
            Tier::Part => "part",
            Tier::Typo => "typo",
        }
    }
}

/// What a search takes for a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// All tiers.
    #[default]
    Smart,
    /// The characters as typed, anywhere, case and code points included.
    Exact,
    /// Whole words, as typed or in other code points.
    Word,
}

impl FromStr for Mode {
    type Err = Error;

    fn from_str(name: &str) -> Result<Mode, Error> {
        match name {
            "smart" => Ok(Mode::Smart),
            "exact" => Ok(Mode::Exact),
            "word" => Ok(Mode::Word),
            _ => {
                Err(Error::new(format!("unknown search mode \"{name}\": use smart, exact or word")))
            }
        }
    }
}

/// A place that answers the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Match {
    /// Bytes of the flat text.
    pub span: Span,
    /// How it relates to the query.
    pub tier: Tier,
}
