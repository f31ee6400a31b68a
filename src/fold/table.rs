//! The code-point table: what each character is to the fold.

use super::is_alphanumeric;

include!(concat!(env!("OUT_DIR"), "/presentation_forms.rs"));

/// What the fold does with a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter or sign that always becomes this one.
    To(char),
    /// ی and its look-alikes: a following mark may make it ێ or ئ.
    Yeh,
    /// و: a following mark may make it ۆ.
    Waw,
    /// ه 0647: h, or the vowel ە, by what follows.
    Heh,
    /// ھ 06BE and its like: always h.
    KnottedHeh,
    /// ر: trilled at the start of a word.
    Reh,
    /// ا: a following hamza or madda makes it another letter.
    Alef,
    /// An alef that carries its sound at the start of a word only.
    AlefWith(&'static str),
    /// A combining mark: belongs to the letter before it.
    Mark(char),
    /// Joiners, tatweel, bidi marks: nothing in a word.
    Invisible,
    /// White space: a run is one space.
    Space,
    /// Letters drawn as one (presentation forms and ligatures).
    Presentation(&'static str),
    /// Anything else: its lower case.
    Other,
}

pub(super) const ZWNJ: char = '\u{200C}';
pub(super) const ZWJ: char = '\u{200D}';
pub(super) const TATWEEL: char = '\u{0640}';
pub(super) const FATHA: char = '\u{064E}';
pub(super) const MADDA_ABOVE: char = '\u{0653}';
pub(super) const HAMZA_ABOVE: char = '\u{0654}';
pub(super) const HAMZA_BELOW: char = '\u{0655}';
pub(super) const SMALL_V: char = '\u{065A}';

/// What a character is to a run of characters that the fold copies as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Run {
    /// It changes, or what is around it decides.
    Never,
    /// A letter or digit that is its own fold everywhere.
    Letter,
    /// Not after another.
    Yeh,
    /// Not after another.
    Waw,
    /// Inside a word only.
    Reh,
    /// Before a letter only.
    Heh,
    /// Not after another.
    Space,
    /// What else is its own fold everywhere.
    Sign,
}

impl Run {
    /// What a folded character is, to those after it.
    #[inline]
    pub(super) fn of_last(c: char) -> Run {
        match c {
            'ی' => Run::Yeh,
            'و' => Run::Waw,
            ' ' => Run::Space,
            _ if is_alphanumeric(c) => Run::Letter,
            _ => Run::Sign,
        }
    }

    /// Whether it is its own fold after `last`, whatever follows but marks.
    #[inline(always)]
    pub(super) fn may_follow(self, last: Run) -> bool {
        FOLLOWERS[last as usize] >> self as u8 & 1 != 0
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The set of what may follow each.
static FOLLOWERS: [u8; 8] = {
    let most = !Run::Never.bit() & !Run::Heh.bit();
    let mut followers = [most; 8];
    followers[Run::Yeh as usize] = most & !Run::Yeh.bit();
    followers[Run::Waw as usize] = most & !Run::Waw.bit();
    followers[Run::Space as usize] = most & !Run::Space.bit() & !Run::Reh.bit();
    followers[Run::Sign as usize] = most & !Run::Reh.bit();
    followers
};

/// [`Run`] of U+0600–06FF, worked out from [`arabic`] at compile time.
pub(super) static RUNS: [Run; 256] = {
    let mut runs = [Run::Never; 256];
    let mut i = 0;
    while i < 256 {
        // Every code point of the block is a character.
        if let Some(c) = char::from_u32(0x0600 + i as u32) {
            runs[i] = run(c);
        }
        i += 1;
    }
    runs
};

/// [`Run`] of ASCII.
pub(super) static ASCII_RUNS: [Run; 128] = {
    let mut runs = [Run::Never; 128];
    let mut i = 0;
    while i < 128 {
        runs[i] = match i as u8 {
            b' ' => Run::Space,
            b'0'..=b'9' | b'a'..=b'z' => Run::Letter,
            b'!'..=b'@' | b'['..=b'~' => Run::Sign,
            _ => Run::Never,
        };
        i += 1;
    }
    runs
};

const fn run(c: char) -> Run {
    match c {
        'ی' => Run::Yeh,
        'و' => Run::Waw,
        'ر' => Run::Reh,
        'ه' => Run::Heh,
        'ا' => Run::Letter,
        _ => match arabic(c) {
            Class::To(to) if to as u32 == c as u32 && is_plain_letter(c) => Run::Letter,
            _ => Run::Never,
        },
    }
}

const fn is_plain_letter(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{063F}' | '\u{0641}'..='\u{064A}' | '\u{0671}'..='\u{06D3}' | '\u{06D5}')
}

/// The class of a character. The rows follow the table of letters in the
/// Unicode Standard, chapter 9.2, and the spelling of Kurdish newsrooms.
#[inline]
pub(super) fn class(c: char) -> Class {
    match c {
        'a'..='z' | '0'..='9' => Class::To(c),
        ' ' | '\t'..='\r' => Class::Space,
        'A'..='Z' => Class::To(c.to_ascii_lowercase()),
        '\u{21}'..='\u{7E}' => Class::To(c),
        '\u{0600}'..='\u{06FF}' => arabic(c),
        '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => presentation(c),
        '\u{85}'
        | '\u{A0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200A}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202F}'
        | '\u{205F}'
        | '\u{3000}' => Class::Space,
        '\u{AD}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => Class::Invisible,
        '«' | '»' | '“' | '”' | '„' | '‟' | '‹' | '›' | '″' | '＂' => {
            Class::To('"')
        }
        '‘' | '’' | '‚' | '‛' | '′' | 'ʼ' => Class::To('\''),
        '‐'..='―' | '−' => Class::To('-'),
        '\u{0300}'..='\u{036F}' | '\u{FE00}'..='\u{FE0F}' => Class::Mark(c),
        _ => Class::Other,
    }
}

/// The Arabic block, 0600–06FF.
const fn arabic(c: char) -> Class {
    match c {
        'ی' | 'ي' | 'ى' | 'ے' | 'ې' | 'ۍ' => Class::Yeh,
        'و' | 'ۋ' | 'ۇ' => Class::Waw,
        'ه' => Class::Heh,
        'ر' => Class::Reh,
        'ا' | 'ٱ' => Class::Alef,
        'آ' => Class::AlefWith("ئا"),
        'أ' => Class::AlefWith("ئە"),
        'إ' => Class::AlefWith("ئی"),
        'ك' | 'ڪ' | 'ڬ' => Class::To('ک'),
        'ھ' | 'ہ' => Class::KnottedHeh,
        'ة' | 'ۀ' | 'ۂ' | 'ۃ' | 'ە' => Class::To('ە'),
        'ڒ' => Class::To('ڕ'),
        'ؤ' => Class::To('ۆ'),
        'ء' => Class::To('ئ'),
        '٠'..='٩' => Class::To(digit(c, '٠')),
        '۰'..='۹' => Class::To(digit(c, '۰')),
        '٫' => Class::To('.'),
        '٬' | '،' => Class::To(','),
        '٪' => Class::To('%'),
        '؛' => Class::To(';'),
        '؟' => Class::To('?'),
        '۔' => Class::To('.'),
        TATWEEL | '\u{061C}' => Class::Invisible,
        '\u{0610}'..='\u{061A}' | '\u{064B}'..='\u{065F}' | '\u{0670}' => Class::Mark(c),
        '\u{06D6}'..='\u{06DC}' | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' => {
            Class::Mark(c)
        }
        _ => Class::To(c),
    }
}

const fn digit(c: char, zero: char) -> char {
    (b'0' + (c as u32 - zero as u32) as u8) as char
}

fn presentation(c: char) -> Class {
    match presentation_form(c) {
        "" => Class::Invisible,
        letters => Class::Presentation(letters),
    }
}

/// What a combining mark makes of the letter before it: the letters of Kurdish
/// that old keyboards compose, and the Latin ones (NFC) of Kurdish, Turkish and
/// the commonest loans. A vowel letter alone stands for ئ and the vowel at the
/// start of a word only.
pub(super) fn compose(letter: char, mark: char) -> Option<&'static str> {
    let composed = match (letter, mark) {
        ('ی', FATHA | SMALL_V) => "ێ",
        ('ی', HAMZA_ABOVE) => "ئ",
        ('و', FATHA | SMALL_V | HAMZA_ABOVE) => "ۆ",
        ('ل', SMALL_V) => "ڵ",
        ('ا', MADDA_ABOVE) => "ئا",
        ('ا', HAMZA_ABOVE) => "ئە",
        ('ا', HAMZA_BELOW) => "ئی",
        ('a'..='z', '\u{0300}'..='\u{036F}') => return compose_latin(letter, mark),
        _ => return None,
    };
    Some(composed)
}

fn compose_latin(letter: char, mark: char) -> Option<&'static str> {
    const PAIRS: [(char, char, &str); 24] = [
        ('a', '\u{0301}', "á"),
        ('e', '\u{0301}', "é"),
        ('i', '\u{0301}', "í"),
        ('o', '\u{0301}', "ó"),
        ('u', '\u{0301}', "ú"),
        ('a', '\u{0300}', "à"),
        ('e', '\u{0300}', "è"),
        ('a', '\u{0302}', "â"),
        ('e', '\u{0302}', "ê"),
        ('i', '\u{0302}', "î"),
        ('o', '\u{0302}', "ô"),
        ('u', '\u{0302}', "û"),
        ('a', '\u{0308}', "ä"),
        ('e', '\u{0308}', "ë"),
        ('o', '\u{0308}', "ö"),
        ('u', '\u{0308}', "ü"),
        ('a', '\u{030A}', "å"),
        ('n', '\u{0303}', "ñ"),
        ('c', '\u{0327}', "ç"),
        ('s', '\u{0327}', "ş"),
        ('g', '\u{0306}', "ğ"),
        ('s', '\u{030C}', "š"),
        ('c', '\u{030C}', "č"),
        ('z', '\u{030C}', "ž"),
    ];
    PAIRS.iter().find(|p| p.0 == letter && p.1 == mark).map(|p| p.2)
}

/// Whether a word goes on across this character of the source.
pub(super) fn is_letter(c: char) -> bool {
    !matches!(c, TATWEEL | '٠'..='٩' | '۰'..='۹') && c.is_alphabetic()
}

/// Whether a character of the source is a ی, on whatever keyboard or in whatever form.
pub(crate) fn is_yeh(c: char) -> bool {
    matches!(c, 'ی' | 'ي' | 'ى' | 'ے' | 'ې' | 'ۍ' | '\u{FBFC}'..='\u{FBFF}' | '\u{FEEF}'..='\u{FEF4}')
}
