//! How a letter behaves at the end of a base.

/// The last letter of a base, as the endings see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Final {
    /// A consonant.
    Consonant,
    /// ا ۆ ێ.
    Vowel,
    /// ە, which merges with the ە of an ending.
    E,
    /// ی, which merges with the ی of an ending.
    Yeh,
    /// و, the consonant w or the vowel u.
    Waw,
}

impl Final {
    /// The class of the last letter of `base`; `None` if it is no Arabic letter.
    pub(super) fn of(base: &str) -> Option<Final> {
        Some(match base.chars().next_back()? {
            'ا' | 'ۆ' | 'ێ' => Final::Vowel,
            'ە' => Final::E,
            'ی' => Final::Yeh,
            'و' => Final::Waw,
            // Arabic letters first: the general test is slow.
            '\u{0620}'..='\u{06D3}' => Final::Consonant,
            c if c.is_alphabetic() => Final::Consonant,
            _ => return None,
        })
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// A set of [`Final`] classes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Finals(u8);

impl Finals {
    pub(super) const ANY: Finals = Finals(0b1_1111);
    /// ی, و and consonants: the ending keeps its first vowel.
    pub(super) const CLOSED: Finals =
        Finals(Final::Consonant.bit() | Final::Yeh.bit() | Final::Waw.bit());
    /// Vowels: the ending loses or bridges its first vowel.
    pub(super) const OPEN: Finals = Finals(Final::Vowel.bit() | Final::E.bit() | Final::Waw.bit());
    pub(super) const LONG: Finals = Finals(Final::Vowel.bit() | Final::Waw.bit());
    pub(super) const OPEN_OR_YEH: Finals = Finals(Self::OPEN.0 | Final::Yeh.bit());
    pub(super) const CONSONANT: Finals = Finals(Final::Consonant.bit() | Final::Waw.bit());
    pub(super) const E: Finals = Finals(Final::E.bit());
    pub(super) const YEH: Finals = Finals(Final::Yeh.bit());
    pub(super) const NOT_YEH: Finals = Finals(0b1_1111 & !Final::Yeh.bit());

    pub(super) fn has(self, class: Final) -> bool {
        self.0 & class.bit() != 0
    }
}

/// Whether a list of words with spaces between has this one.
pub(super) fn has_word(list: &str, word: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// Whether `word` has so many letters, at least one.
pub(super) fn has_letters(word: &str, least: usize) -> bool {
    word.chars().nth(least - 1).is_some()
}

/// A word without a preposition or conjunction that is glued to its beginning: a
/// newsroom's habit (لەبەغدا).
pub(crate) fn without_preposition(word: &str) -> Option<&str> {
    ["لە", "بە", "کە"].iter().find_map(|first| word.strip_prefix(first))
}

/// A base without the ە that some endings take away.
pub(crate) fn without_e(base: &str) -> &str {
    base.strip_suffix('ە').unwrap_or(base)
}
