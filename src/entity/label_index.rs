//! The label index: from the key of a name to the entities that bear it.
//!
//! It holds no label: of each only a fingerprint, so that a million labels
//! take 7 to 8 MB and are ready as soon as their bytes are there. A name that is
//! not in the index is taken for one that is once in millions of look-ups.
//!
//! # Bytes
//!
//! All numbers are little-endian.
//!
//! | bytes | what |
//! |---|---|
//! | 0..4 | number of labels *n*, u32 |
//! | 4..8 | number of entities *e*, u32 |
//! | 8..12 | number of buckets *b*, u32, a multiple of 16 |
//! | 12..16 | words of 64 bits in the filter *f*, u32 |
//! | 16 | words of the longest label, u8 |
//! | 17 | bits of an entity number *w*, u8, at most 32 |
//! | 18 | bits of a fingerprint *p*, u8, at most 32, and with *w* at most 54 |
//! | 19..24 | zero |
//! | *f* × 8 | the filter of beginnings |
//! | *b* / 16 × 36 | buckets: for each 16 the number of their first label, u32, then for each, u16, how many labels lie between that and its own first |
//! | *e* | of each entity its class (low 4 bits) and weight (high 4 bits) |
//! | ⌈*n* × (*p* + 8 + *w*) / 8⌉ + 8 | labels, packed bit after bit, low bits first, in the order of their buckets; 8 bytes of zero |
//!
//! A name's *key* (`key.rs`) gives 64 mixed bits *h*. Its bucket is the high 32
//! bits scaled to *b*; its fingerprint the low *p* bits. A label is the
//! fingerprint, the exactness bits (4), its sort (4: in bits 0 and 1 the kind of
//! label, in bit 2 whether it ends in یی, in bit 3 whether it takes no endings)
//! and the number of its entity.
//! The filter has one word for the beginning of a label, chosen by the high 32
//! bits, in which four bits are set, chosen by the low 24.

use super::class::Traits;
use super::file::{Entity, LabelKind, MatchRule};
use super::key::{Key, SpelledLabel, exactness, is_matched, spell_label};
use super::pieces::Piece;
use crate::error::Error;
use crate::order::sort_by;

const HEADER: usize = 24;
/// Bits of a fingerprint where size matters, and where it does not.
const NARROW: u32 = 23;
const WIDE: u32 = 32;
/// Labels from which on size matters.
const MANY: usize = 50_000;
const GROUP: usize = 16;
const GROUP_BYTES: usize = 36;
/// Labels to a bucket, on average.
const LOAD: usize = 8;
/// Entities that may share a name; of more, the weightiest are kept.
const MOST_NAMESAKES: usize = 64;
/// Bytes of an index that a processor's cache may not hold.
const LARGE: usize = 1 << 19;
/// Labels of a bucket that are looked at.
const MOST_IN_BUCKET: usize = 1024;

/// A label of an entity, as the index knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Number of the entity in the pack.
    pub entity: u32,
    pub kind: LabelKind,
    pub rule: MatchRule,
    /// It ends in یی, which the fold makes one ی.
    pub double_yeh: bool,
    /// The bits of its exact spelling (`key::exactness`).
    pub exactness: u8,
}

/// Labels on their way into an index.
#[derive(Debug, Default)]
pub(crate) struct IndexBuilder {
    labels: Vec<(u64, Entry)>,
    prefixes: Vec<u64>,
    traits: Vec<u8>,
    longest: usize,
}

impl IndexBuilder {
    /// Adds the next entity with its labels.
    pub(crate) fn add(&mut self, entity: &Entity) {
        let number = self.traits.len() as u32;
        self.traits.push(Traits::of(entity).byte());
        let rule = entity.match_rule();
        let mut keys: Vec<Key> = Vec::new();
        for label in entity.labels() {
            let Some(spelled) = spell_label(&label.text) else { continue };
            let seen = keys.contains(&spelled.key);
            if rule != MatchRule::Off && is_matched(&label) && !seen {
                keys.push(spelled.key);
                let double_yeh = label.text.ends_with("یی");
                let exactness = exactness(spelled.words.iter().map(String::as_str));
                let foreign = label.kind == LabelKind::Foreign;
                let kind = if foreign { LabelKind::Alias } else { label.kind };
                let entry = Entry { entity: number, kind, rule, double_yeh, exactness };
                self.add_label(&spelled, entry);
            }
        }
    }

    fn add_label(&mut self, label: &SpelledLabel, entry: Entry) {
        self.labels.push((label.key.mixed(), entry));
        self.prefixes.extend(label.prefixes.iter().map(|key| key.mixed()));
        self.longest = self.longest.max(label.words.len()).min(usize::from(u8::MAX));
    }

    /// Sorts the labels by hash, and so by bucket, and lets go of namesakes
    /// that are too many.
    fn sort_labels(&mut self) {
        let traits = &self.traits;
        let lightness = |entity: u32| u8::MAX - (traits[entity as usize] >> 4);
        let rank = |(hash, e): &(u64, Entry)| (*hash, lightness(e.entity), e.entity);
        sort_by(&mut self.labels, |a, b| rank(a).cmp(&rank(b)));
        let mut last = 0;
        let mut same = 0;
        self.labels.retain(|(hash, _)| {
            same = if *hash == last { same + 1 } else { 1 };
            last = *hash;
            same <= MOST_NAMESAKES
        });
    }

    /// The bytes of the index.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.sort_labels();
        let buckets = (self.labels.len() / LOAD).max(1).next_multiple_of(GROUP);
        sort_by(&mut self.prefixes, u64::cmp);
        self.prefixes.dedup();
        let filter = filter(&self.prefixes);
        let width = u32::BITS - (self.traits.len().max(1) as u32 - 1).leading_zeros();
        let mut bytes = Vec::new();
        for count in [self.labels.len(), self.traits.len(), buckets, filter.len()] {
            bytes.extend((count as u32).to_le_bytes());
        }
        let fingerprint =
            if self.labels.len() < MANY { WIDE.min(54 - width) } else { NARROW.min(54 - width) };
        bytes.extend([self.longest as u8, width as u8, fingerprint as u8, 0, 0, 0, 0, 0]);
        filter.iter().for_each(|word| bytes.extend(word.to_le_bytes()));
        push_buckets(&mut bytes, &self.labels, buckets);
        bytes.extend(&self.traits);
        push_labels(&mut bytes, &self.labels, width, fingerprint);
        bytes
    }
}

fn push_buckets(bytes: &mut Vec<u8>, labels: &[(u64, Entry)], buckets: usize) {
    let mut at = 0;
    for group in 0..buckets / GROUP {
        let first = at;
        bytes.extend((first as u32).to_le_bytes());
        for number in group * GROUP..(group + 1) * GROUP {
            bytes.extend(((at - first).min(usize::from(u16::MAX)) as u16).to_le_bytes());
            while labels.get(at).is_some_and(|(hash, _)| bucket(*hash, buckets) == number) {
                at += 1;
            }
        }
    }
}

fn push_labels(bytes: &mut Vec<u8>, labels: &[(u64, Entry)], width: u32, fingerprint: u32) {
    let (mut pending, mut bits) = (0u128, 0);
    for (hash, entry) in labels {
        let packed = low_bits(*hash, fingerprint)
            | u64::from(entry.exactness & 15) << fingerprint
            | sort(entry) << (fingerprint + 4)
            | u64::from(entry.entity) << (fingerprint + 8);
        pending |= u128::from(packed) << bits;
        bits += fingerprint + 8 + width;
        while bits >= 8 {
            bytes.push(pending as u8);
            pending >>= 8;
            bits -= 8;
        }
    }
    if bits > 0 {
        bytes.push(pending as u8);
    }
    bytes.extend([0; 8]);
}

/// One word of 64 bits for every ten beginnings, four bits set for each.
fn filter(prefixes: &[u64]) -> Vec<u64> {
    let mut filter = vec![0; prefixes.len().div_ceil(10).max(1)];
    for &hash in prefixes {
        let word = scaled(hash, filter.len());
        filter[word] |= filter_bits(hash);
    }
    filter
}

fn filter_bits(hash: u64) -> u64 {
    (0..4).fold(0, |bits, turn| bits | 1 << (hash >> (turn * 6) & 63))
}

fn sort(entry: &Entry) -> u64 {
    entry.kind as u64
        | u64::from(entry.double_yeh) << 2
        | u64::from(entry.rule == MatchRule::Exact) << 3
}

fn low_bits(hash: u64, count: u32) -> u64 {
    hash & ((1 << count) - 1)
}

/// The high half of `hash` scaled to `0..limit`.
fn scaled(hash: u64, limit: usize) -> usize {
    (((hash >> 32) * limit as u64) >> 32) as usize
}

fn bucket(hash: u64, buckets: usize) -> usize {
    scaled(hash, buckets)
}

/// A label index in memory, exactly as in the file.
#[derive(Debug, Clone)]
pub(crate) struct LabelIndex {
    bytes: Vec<u8>,
    labels: usize,
    entities: usize,
    buckets: usize,
    filter_words: usize,
    /// Words of the longest label.
    pub longest: usize,
    width: u32,
    fingerprint: u32,
}

impl LabelIndex {
    /// Takes the bytes of an index; only their lengths are looked at.
    pub(crate) fn from_bytes(bytes: Vec<u8>) -> Result<LabelIndex, Error> {
        if bytes.len() < HEADER {
            return Err(Error::new("damaged pack: the label index is shorter than its header"));
        }
        let count = |at: usize| u32_at(&bytes, at) as usize;
        let (labels, entities, buckets, filter_words) = (count(0), count(4), count(8), count(12));
        let (longest, width, fingerprint) =
            (usize::from(bytes[16]), u32::from(bytes[17]), u32::from(bytes[18]));
        let too_wide = width > u32::BITS || fingerprint > WIDE || width + fingerprint > 54;
        if too_wide || filter_words == 0 || buckets == 0 || buckets % GROUP != 0 {
            return Err(Error::new(
                "damaged pack: the header of the label index has impossible numbers",
            ));
        }
        let index = LabelIndex {
            bytes,
            labels,
            entities,
            buckets,
            filter_words,
            longest,
            width,
            fingerprint,
        };
        if index.length() != index.bytes.len() as u64 {
            return Err(Error::new(
                "damaged pack: the label index is not as long as its header says",
            ));
        }
        Ok(index)
    }

    /// What the header says the length is; in 64 bits, for it may be forged.
    fn length(&self) -> u64 {
        let bits = self.labels as u64 * u64::from(self.fingerprint + 8 + self.width);
        let buckets = (self.buckets / GROUP) as u64 * GROUP_BYTES as u64;
        let before = HEADER as u64 + self.filter_words as u64 * 8 + buckets + self.entities as u64;
        before + bits.div_ceil(8) + 8
    }

    fn buckets_at(&self) -> usize {
        HEADER + self.filter_words * 8
    }

    fn traits_at(&self) -> usize {
        self.buckets_at() + self.buckets / GROUP * GROUP_BYTES
    }

    fn labels_at(&self) -> usize {
        self.traits_at() + self.entities
    }

    /// Bytes that it takes, in the file as in memory.
    pub(crate) fn size(&self) -> usize {
        self.bytes.len()
    }

    /// How many labels it holds.
    pub(crate) fn labels(&self) -> usize {
        self.labels
    }

    /// How many entities it knows.
    pub(crate) fn entities(&self) -> usize {
        self.entities
    }

    /// The labels that are spelled so; hardly ever one that is not.
    pub(crate) fn entries(&self, key: Key) -> impl Iterator<Item = Entry> + '_ {
        let hash = key.mixed();
        let (first, end) = self.range(bucket(hash, self.buckets));
        let wanted = low_bits(hash, self.fingerprint);
        (first..end)
            .filter(move |&label| self.fingerprint_of(label) == wanted)
            .filter_map(|label| self.entry(self.label(label)))
    }

    /// Reads ahead, in one go, what a large index outside the cache will be asked.
    pub(super) fn warm(&self, pieces: &[Piece]) {
        if self.bytes.len() < LARGE {
            return;
        }
        let first = |(_, key): &(usize, Key)| self.first(bucket(key.mixed(), self.buckets));
        let labels: Vec<usize> = pieces.iter().flat_map(|p| p.names.iter().map(first)).collect();
        let ends = labels.iter().map(|&label| self.label(label) ^ self.label(label + LOAD - 2));
        let labels = ends.fold(0, |sum, bits| sum ^ bits);
        let filter = pieces.iter().filter(|piece| self.goes_on(piece.spelled.inner(Key::EMPTY)));
        std::hint::black_box((labels, filter.count()));
    }

    /// The labels of a bucket.
    fn range(&self, bucket: usize) -> (usize, usize) {
        let end = if bucket + 1 == self.buckets { self.labels } else { self.first(bucket + 1) };
        let first = self.first(bucket);
        // A sound bucket is short; a forged one must not cost more.
        (first, end.min(self.labels).min(first.saturating_add(MOST_IN_BUCKET)))
    }

    fn first(&self, bucket: usize) -> usize {
        let group = self.buckets_at() + bucket / GROUP * GROUP_BYTES;
        let at = group + 4 + bucket % GROUP * 2;
        let after = u16::from_le_bytes([self.bytes[at], self.bytes[at + 1]]);
        u32_at(&self.bytes, group) as usize + usize::from(after)
    }

    /// The fingerprint of a label, which with its shift is never above 39 bits.
    fn fingerprint_of(&self, number: usize) -> u64 {
        let bit = number as u64 * u64::from(self.fingerprint + 8 + self.width);
        let bits = u64_at(&self.bytes, self.labels_at() + (bit / 8) as usize);
        low_bits(bits >> (bit % 8), self.fingerprint)
    }

    /// The packed bits of a label.
    fn label(&self, number: usize) -> u64 {
        let width = u64::from(self.fingerprint + 8 + self.width);
        let bit = number as u64 * width;
        let at = self.labels_at() + (bit / 8) as usize;
        let low = u128::from(u64_at(&self.bytes, at));
        let high = u128::from(self.bytes.get(at + 8).copied().unwrap_or(0));
        ((low | high << 64) >> (bit % 8)) as u64 & ((1 << width) - 1)
    }

    fn entry(&self, bits: u64) -> Option<Entry> {
        let sort = bits >> (self.fingerprint + 4) & 15;
        let kind = LabelKind::MATCHED[(sort & 3) as usize];
        let entity = (bits >> (self.fingerprint + 8)) as u32;
        let rule = if sort & 8 == 0 { MatchRule::Suffix } else { MatchRule::Exact };
        let exactness = (bits >> self.fingerprint & 15) as u8;
        let double_yeh = sort & 4 != 0;
        let known = (entity as usize) < self.entities;
        known.then_some(Entry { entity, kind, rule, double_yeh, exactness })
    }

    /// Whether a longer label begins so; sometimes wrongly yes, never wrongly no.
    pub(crate) fn goes_on(&self, key: Key) -> bool {
        let hash = key.mixed();
        let word = u64_at(&self.bytes, HEADER + scaled(hash, self.filter_words) * 8);
        let bits = filter_bits(hash);
        word & bits == bits
    }

    /// What is noted of an entity; its number must be one of the pack's.
    pub(crate) fn traits(&self, entity: u32) -> Traits {
        let byte = self.bytes[self.traits_at() + entity as usize];
        Traits::of_byte(byte)
    }
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// Eight bytes from `at`, which lie within a sound index; zero if they do not.
fn u64_at(bytes: &[u8], at: usize) -> u64 {
    let eight = bytes.get(at..at + 8).and_then(|eight| eight.try_into().ok());
    eight.map_or(0, u64::from_le_bytes)
}
