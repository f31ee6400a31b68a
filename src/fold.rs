//! One spelling for every way a text can be typed.
//!
//! Kurdish keyboards, Arabic keyboards and old converters write one letter
//! with different code points. [`fold`] maps them all to one (the *always-safe*
//! tier: two words that fold alike are the same word) and keeps an offset map
//! to the source. [`loose`] goes further, to spellings that people mix up; it
//! can make different words equal, so it serves lower-ranked matches only.

mod alphanumeric;
mod loose;
mod lowercase;
mod map;
mod table;

pub(crate) use alphanumeric::is_alphanumeric;
pub use loose::{loose, loose_with_map};
pub(crate) use loose::{loose_letter, loosen};
pub(crate) use lowercase::lowercase;
pub use map::FoldMap;

pub(crate) use table::is_yeh;
use table::{Class, Run, class, is_letter};

/// Version of the table: raised whenever a word may fold differently, so that
/// packs with folded labels know that they are out of date.
pub const FOLD_VERSION: u16 = 3;

/// A folded text and its way back.
#[derive(Debug, Clone, Default)]
pub struct Folded {
    /// The folded text. White space runs are single spaces.
    pub text: String,
    /// From byte offsets of `text` to byte offsets of the source.
    pub map: FoldMap,
    /// Whether the source has a tatweel, which the fold drops.
    pub(crate) has_tatweel: bool,
}

/// Folds `source`, the always-safe tier, with its offset map.
///
/// Folding again changes nothing. Linear in the length of `source`.
///
/// ```
/// let folded = sorani_reader::fold::fold("كوردســتان ٢٠٢٠");
/// assert_eq!(folded.text, "کوردستان 2020");
/// assert_eq!(folded.map.to_source(0..16).end, 20); // the tatweels lie inside
/// ```
#[must_use]
pub fn fold(source: &str) -> Folded {
    let mut folder = Folder::new(source);
    folder.append(0..source.len());
    folder.finish()
}

/// The folded text of `source` alone.
#[must_use]
pub fn fold_str(source: &str) -> String {
    fold(source).text
}

/// Folds stretches of one source one after the other into one folded text.
pub(crate) struct Folder<'a> {
    source: &'a str,
    out: Folded,
    /// The last character written, `'\n'` at the start of a stretch.
    last: char,
    /// Where the last character begins in the folded text and in the source.
    last_folded: usize,
    last_source: usize,
}

impl<'a> Folder<'a> {
    pub(crate) fn new(source: &'a str) -> Folder<'a> {
        let out = Folded { text: String::with_capacity(source.len() + 16), ..Folded::default() };
        Folder { source, out, last: '\n', last_folded: 0, last_source: 0 }
    }

    /// Folds a byte range of the source; returns its range of the folded text.
    /// Ranges must ascend.
    pub(crate) fn append(&mut self, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
        let start = self.out.text.len();
        self.last = '\n';
        let mut at = range.start;
        loop {
            at = self.copy_run(at, range.end);
            let Some(c) = self.source[at..range.end].chars().next() else { break };
            at = self.step(c, at, range.end);
        }
        start..self.out.text.len()
    }

    /// Writes a line feed that stands for a range of the source: the border
    /// between two paragraphs, which no match crosses.
    pub(crate) fn append_break(&mut self, range: std::ops::Range<usize>) {
        let start = self.out.text.len();
        self.out.text.push('\n');
        self.out.map.push(start..start + 1, range);
        self.last = '\n';
    }

    pub(crate) fn finish(mut self) -> Folded {
        self.out.text.shrink_to_fit();
        self.out.map.shrink_to_fit();
        self.out
    }

    /// Copies the letters from `at` on that are their own fold; returns where
    /// they end. Marks that follow a letter are dealt with by [`Self::mark`].
    #[inline]
    fn copy_run(&mut self, at: usize, limit: usize) -> usize {
        let bytes = &self.source.as_bytes()[..limit];
        let mut end = at;
        let mut after = Run::of_last(self.last);
        let mut width = 0;
        while let Some((run, bytes_of_it)) = run_at(bytes, end) {
            let joins = run.may_follow(after) || (run == Run::Heh && is_letter_at(bytes, end + 2));
            if !joins {
                break;
            }
            (after, width) = (run, bytes_of_it);
            end += width;
        }
        if end > at {
            self.out.text.push_str(&self.source[at..end]);
            (self.last_folded, self.last_source) = (self.out.text.len() - width, end - width);
            self.last = self.source[end - width..end].chars().next().unwrap_or(self.last);
        }
        end
    }

    /// Folds the character at `at` with what belongs to it; returns where the
    /// next one begins.
    #[inline]
    fn step(&mut self, c: char, at: usize, limit: usize) -> usize {
        let end = at + c.len_utf8();
        self.out.has_tatweel |= c == table::TATWEEL;
        match class(c) {
            Class::Presentation(letters) => self.presentation(letters, at, end, limit),
            Class::Other => {
                self.other(c, at, end);
                end
            }
            class => self.letter(class, at, end, limit),
        }
    }

    #[inline]
    fn letter(&mut self, class: Class, at: usize, end: usize, limit: usize) -> usize {
        match class {
            Class::To(to) => self.emit(to, at, end),
            Class::Yeh if self.last == 'ی' => self.extend_last(end),
            Class::Yeh => self.emit('ی', at, end),
            Class::Waw if self.repeats_initial_waw(end, limit) => self.extend_last(end),
            Class::Waw => self.emit('و', at, end),
            Class::Heh => return self.heh(at, end, limit),
            Class::KnottedHeh => self.emit(self.h(end, limit), at, end),
            Class::Alef => self.emit('ا', at, end),
            Class::AlefWith(sound) => self.alef_with(sound, at, end),
            Class::Reh => self.emit(if self.in_word() { 'ر' } else { 'ڕ' }, at, end),
            Class::Space => self.space(at, end),
            Class::Mark(mark) if self.in_word() => self.mark(mark, end),
            Class::Mark(_) if !matches!(self.last, ' ' | '\n') => self.extend_last(end),
            _ => self.delete(at, end),
        }
        end
    }

    #[inline]
    fn emit(&mut self, c: char, start: usize, end: usize) {
        let folded = self.out.text.len();
        self.out.text.push(c);
        self.out.map.push_char(folded..self.out.text.len(), start..end);
        (self.last, self.last_folded, self.last_source) = (c, folded, start);
    }

    fn delete(&mut self, start: usize, end: usize) {
        let folded = self.out.text.len();
        self.out.map.push(folded..folded, start..end);
    }

    /// Lets the last folded character stand for the source up to `end` too.
    fn extend_last(&mut self, end: usize) {
        self.out.map.truncate(self.last_folded, self.last_source);
        self.out.map.push(self.last_folded..self.out.text.len(), self.last_source..end);
    }

    fn in_word(&self) -> bool {
        is_alphanumeric(self.last)
    }

    /// The character at `at`; the letter that it draws, if it draws one.
    fn peek(&self, at: usize, limit: usize) -> Option<char> {
        let c = self.source[at..limit].chars().next()?;
        match class(c) {
            Class::Presentation(letters) => letters.chars().next(),
            _ => Some(c),
        }
    }

    /// Whether the word goes on after `at`.
    fn letter_follows(&self, at: usize, limit: usize) -> bool {
        let unseen = |c: &char| matches!(class(*c), Class::Mark(_) | Class::Invisible);
        self.source[at..limit].chars().find(|c| !unseen(c)).is_some_and(is_letter)
    }

    /// A mark belongs to the letter before it, or makes another letter of it.
    fn mark(&mut self, mark: char, end: usize) {
        match table::compose(self.last, mark) {
            Some("ئا" | "ئە" | "ئی") if self.is_inside_word() => self.extend_last(end),
            Some(letters) => {
                let (folded, source) = (self.last_folded, self.last_source);
                self.out.text.truncate(folded);
                self.out.map.truncate(folded, source);
                self.emit_all(letters, source, end);
            }
            None => self.extend_last(end),
        }
    }

    /// Whether the last character has a letter before it.
    fn is_inside_word(&self) -> bool {
        let before = self.out.text[..self.last_folded].chars().next_back();
        before.is_some_and(is_alphanumeric)
    }

    /// An initial run of و before a letter is a spelling of one (ووڵات).
    fn repeats_initial_waw(&self, end: usize, limit: usize) -> bool {
        self.last == 'و' && !self.is_inside_word() && self.letter_follows(end, limit)
    }

    /// آ أ إ begin a word as ئا ئە ئی; inside one they are a plain ا.
    fn alef_with(&mut self, sound: &str, at: usize, end: usize) {
        if self.in_word() {
            self.emit('ا', at, end);
        } else {
            self.emit_all(sound, at, end);
        }
    }

    /// ه is the vowel ە before ZWNJ and at the end of a word, unless a tatweel
    /// or ZWJ follows (بەهـ) or ا precedes (گوناه); elsewhere it is h.
    fn heh(&mut self, at: usize, end: usize, limit: usize) -> usize {
        match self.peek(end, limit) {
            Some(mark @ table::ZWNJ) => return self.emit_pair('ە', at, end, mark),
            Some(mark @ (table::TATWEEL | table::ZWJ)) => {
                let h = self.h(end + mark.len_utf8(), limit);
                return self.emit_pair(h, at, end, mark);
            }
            _ if self.letter_follows(end, limit) || self.last == 'ا' => self.emit('ه', at, end),
            _ => self.emit('ە', at, end),
        }
        end
    }

    /// The consonant h. At the end of a word, where a bare ه would be read as
    /// ە, it keeps its knotted form.
    fn h(&self, end: usize, limit: usize) -> char {
        if self.last == 'ا' || self.letter_follows(end, limit) { 'ه' } else { 'ھ' }
    }

    fn emit_pair(&mut self, c: char, at: usize, end: usize, second: char) -> usize {
        let end = end + second.len_utf8();
        self.out.has_tatweel |= second == table::TATWEEL;
        self.emit(c, at, end);
        end
    }

    /// Several folded characters for one stretch of the source.
    fn emit_all(&mut self, letters: &str, at: usize, end: usize) {
        let folded = self.out.text.len();
        self.out.text.push_str(letters);
        self.out.map.push(folded..self.out.text.len(), at..end);
        self.last = letters.chars().next_back().unwrap_or(self.last);
        (self.last_folded, self.last_source) = (folded, at);
    }

    fn space(&mut self, at: usize, end: usize) {
        if self.last == ' ' {
            self.extend_last(end);
        } else {
            self.emit(' ', at, end);
        }
    }

    fn presentation(&mut self, letters: &str, at: usize, end: usize, limit: usize) -> usize {
        let mut chars = letters.chars();
        match (chars.next(), chars.next()) {
            (Some('ه'), None) => self.presented_heh(at, end, limit),
            (Some(letter), None) => return self.letter(class(letter), at, end, limit),
            _ => self.ligature(letters, at, end),
        }
        end
    }

    /// Several letters drawn as one; folded as a word of their own.
    fn ligature(&mut self, letters: &str, at: usize, end: usize) {
        let folded = fold_str(letters);
        let joined = if self.last == 'ی' { folded.trim_start_matches('ی') } else { &folded };
        self.emit_all(joined, at, end);
    }

    /// A form that joins nothing after it draws ە; one that does draws h.
    fn presented_heh(&mut self, at: usize, end: usize, limit: usize) {
        let joins_next = self.source[at..limit].starts_with(['\u{FEEB}', '\u{FEEC}']);
        let letter = match self.letter_follows(end, limit) {
            true if joins_next => 'ه',
            false if joins_next || self.last == 'ا' => self.h(end, limit),
            _ => 'ە',
        };
        self.emit(letter, at, end);
    }

    fn other(&mut self, c: char, at: usize, end: usize) {
        self.emit(lowercase(c), at, end);
    }
}

/// What the character at `at` is to a run, and its bytes.
#[inline(always)]
fn run_at(bytes: &[u8], at: usize) -> Option<(Run, usize)> {
    let lead = *bytes.get(at)?;
    if lead & 0xFC == 0xD8 {
        return Some((table::RUNS[low_byte(lead, *bytes.get(at + 1)?)], 2));
    }
    Some((*table::ASCII_RUNS.get(usize::from(lead))?, 1))
}

/// The last eight bits of the character U+0600–06FF with these bytes.
#[inline(always)]
fn low_byte(lead: u8, trail: u8) -> usize {
    usize::from(lead & 3) << 6 | usize::from(trail & 0x3F)
}

/// Whether a letter that some run takes stands there.
fn is_letter_at(bytes: &[u8], at: usize) -> bool {
    match (bytes.get(at), bytes.get(at + 1)) {
        (Some(&lead @ 0xD8..=0xDB), Some(&trail)) => {
            table::RUNS[low_byte(lead, trail)] != Run::Never
        }
        _ => false,
    }
}
