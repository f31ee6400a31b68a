//! The label index: from the key of a name to the entities that bear it.
//!
//! It holds no label: of each only a fingerprint, so that a million labels
//! take 7 to 8 MB and are ready as soon as their bytes are there. A name that is
//! not in the index is taken for one that is about once in a million look-ups.
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
//! | 18 | bits of a fingerprint *p*, u8, at most 32 |
//! | 19..24 | zero |
//! | *f* × 8 | the filter |
//! | *b* / 16 × 36 | buckets: for each 16 the number of their first label, u32, then for each, u16, how many labels lie between that and its own first |
//! | *e* | of each entity its class (low 4 bits) and weight (high 4 bits) |
//! | ⌈*n* × *p* / 8⌉ | fingerprints of the labels, packed bit after bit, low bits first, in the order of their buckets |
//! | ⌈*n* × (8 + *w*) / 8⌉ + 8 | the labels themselves, packed likewise, in the same order; 8 bytes of zero |
//!
//! A name's *key* (`key.rs`) gives 64 mixed bits *h*. Its bucket is the high 32
//! bits scaled to *b*; its fingerprint the low *p* bits. A label is the
//! exactness bits (4), its sort (4: in bits 0 and 1 the kind of label, in bit 2
//! whether it ends in یی, in bit 3 whether it takes no endings) and the number of
//! its entity.
//!
//! The filter holds the labels and the beginnings of the longer ones. Each has
//! one word of it, chosen by the high 32 bits of its *h*, in which three bits
//! are set, chosen by the high 18 bits of *h* × `BF58476D1CE4E5B9` modulo 2⁶⁴, so
//! that they say nothing of the fingerprint; for a beginning *h* is first mixed,
//! by exclusive or, with `9E3779B97F4A7C15`. Most words of a text are no label
//! and begin none: one look into the filter, which a processor's cache can hold,
//! says so.

use super::class::Traits;
use super::file::{Entity, LabelKind, MatchRule};
use super::key::{Key, SpelledLabel, exactness, is_matched, spell_label};
use crate::error::Error;
use crate::order::sort_by;

const HEADER: usize = 24;
/// Bits of a fingerprint where size matters, and where it does not.
const NARROW: u32 = 20;
const WIDE: u32 = 32;
/// What has one word of the filter, on average, where size matters, and where
/// it does not: of what it does not hold, one in nine or thirty is let through.
const DENSE: usize = 14;
const SPARSE: usize = 8;
/// Labels from which on size matters.
const MANY: usize = 50_000;
const GROUP: usize = 16;
const GROUP_BYTES: usize = 36;
/// Labels to a bucket, on average.
const LOAD: usize = 8;
/// Entities that may share a name; of more, the weightiest are kept.
const MOST_NAMESAKES: usize = 64;
/// Tells beginnings from labels in the filter.
const BEGINNING: u64 = 0x9E37_79B9_7F4A_7C15;
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
    /// The beginnings of the longer labels, as the filter knows them.
    beginnings: Vec<u64>,
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
        self.beginnings.extend(label.prefixes.iter().map(|key| key.mixed() ^ BEGINNING));
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

    /// The filter, with a word of 64 bits for every `load` hashes.
    fn filter(&mut self, load: usize) -> Vec<u64> {
        let mut hashes = std::mem::take(&mut self.beginnings);
        hashes.extend(self.labels.iter().map(|(hash, _)| *hash));
        sort_by(&mut hashes, u64::cmp);
        hashes.dedup();
        let mut filter = vec![0; hashes.len().div_ceil(load).max(1)];
        for hash in hashes {
            let word = scaled(hash, filter.len());
            filter[word] |= filter_bits(hash);
        }
        filter
    }

    /// The bytes of the index.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.sort_labels();
        let buckets = (self.labels.len() / LOAD).max(1).next_multiple_of(GROUP);
        let is_large = self.labels.len() >= MANY;
        let filter = self.filter(if is_large { DENSE } else { SPARSE });
        let width = u32::BITS - (self.traits.len().max(1) as u32 - 1).leading_zeros();
        let mut bytes = Vec::new();
        for count in [self.labels.len(), self.traits.len(), buckets, filter.len()] {
            bytes.extend((count as u32).to_le_bytes());
        }
        let fingerprint = if is_large { NARROW } else { WIDE };
        bytes.extend([self.longest as u8, width as u8, fingerprint as u8, 0, 0, 0, 0, 0]);
        filter.iter().for_each(|word| bytes.extend(word.to_le_bytes()));
        push_buckets(&mut bytes, &self.labels, buckets);
        bytes.extend(&self.traits);
        let fingerprints = self.labels.iter().map(|(hash, _)| low_bits(*hash, fingerprint));
        push_packed(&mut bytes, fingerprints, fingerprint);
        let labels = self.labels.iter().map(|(_, entry)| {
            u64::from(entry.exactness & 15) | sort(entry) << 4 | u64::from(entry.entity) << 8
        });
        push_packed(&mut bytes, labels, 8 + width);
        bytes.extend([0; 8]);
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

/// Adds numbers of `width` bits each, bit after bit.
fn push_packed(bytes: &mut Vec<u8>, numbers: impl Iterator<Item = u64>, width: u32) {
    let (mut pending, mut bits) = (0, 0);
    for number in numbers {
        pending |= number << bits;
        bits += width;
        while bits >= 8 {
            bytes.push(pending as u8);
            pending >>= 8;
            bits -= 8;
        }
    }
    if bits > 0 {
        bytes.push(pending as u8);
    }
}

fn filter_bits(hash: u64) -> u64 {
    let chosen = hash.wrapping_mul(0xBF58_476D_1CE4_E5B9) >> 46;
    1 << (chosen & 63) | 1 << (chosen >> 6 & 63) | 1 << (chosen >> 12)
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
    /// Bits of an entity number and of a fingerprint.
    width: u32,
    fingerprint: u32,
    /// Where the sections behind the filter begin.
    buckets_at: usize,
    traits_at: usize,
    fingerprints_at: usize,
    labels_at: usize,
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
        let too_wide = width > u32::BITS || fingerprint > WIDE;
        if too_wide || filter_words == 0 || buckets == 0 || buckets % GROUP != 0 {
            return Err(Error::new(
                "damaged pack: the header of the label index has impossible numbers",
            ));
        }
        // In 64 bits, for the header may be forged.
        let packed = |width: u32| (labels as u64 * u64::from(width)).div_ceil(8);
        let buckets_at = HEADER as u64 + filter_words as u64 * 8;
        let traits_at = buckets_at + (buckets / GROUP) as u64 * GROUP_BYTES as u64;
        let fingerprints_at = traits_at + entities as u64;
        let labels_at = fingerprints_at + packed(fingerprint);
        if labels_at + packed(8 + width) + 8 != bytes.len() as u64 {
            return Err(Error::new(
                "damaged pack: the label index is not as long as its header says",
            ));
        }
        Ok(LabelIndex {
            bytes,
            labels,
            entities,
            buckets,
            filter_words,
            longest,
            width,
            fingerprint,
            buckets_at: buckets_at as usize,
            traits_at: traits_at as usize,
            fingerprints_at: fingerprints_at as usize,
            labels_at: labels_at as usize,
        })
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
        let known = self.is_filtered(hash);
        let (first, end) = if known { self.range(bucket(hash, self.buckets)) } else { (0, 0) };
        let wanted = low_bits(hash, self.fingerprint);
        (first..end)
            .filter(move |&label| self.fingerprint_of(label) == wanted)
            .filter_map(|label| self.entry(label))
    }

    /// The labels of a bucket.
    fn range(&self, bucket: usize) -> (usize, usize) {
        let end = if bucket + 1 == self.buckets { self.labels } else { self.first(bucket + 1) };
        let first = self.first(bucket);
        // A sound bucket is short; a forged one must not cost more.
        (first, end.min(self.labels).min(first.saturating_add(MOST_IN_BUCKET)))
    }

    fn first(&self, bucket: usize) -> usize {
        let group = self.buckets_at + bucket / GROUP * GROUP_BYTES;
        let at = group + 4 + bucket % GROUP * 2;
        let after = u16::from_le_bytes([self.bytes[at], self.bytes[at + 1]]);
        u32_at(&self.bytes, group) as usize + usize::from(after)
    }

    fn fingerprint_of(&self, label: usize) -> u64 {
        packed(&self.bytes[self.fingerprints_at..], label, self.fingerprint)
    }

    fn entry(&self, label: usize) -> Option<Entry> {
        let bits = packed(&self.bytes[self.labels_at..], label, 8 + self.width);
        let sort = bits >> 4;
        let kind = LabelKind::MATCHED[(sort & 3) as usize];
        let entity = (bits >> 8) as u32;
        let rule = if sort & 8 == 0 { MatchRule::Suffix } else { MatchRule::Exact };
        let (exactness, double_yeh) = ((bits & 15) as u8, sort & 4 != 0);
        let known = (entity as usize) < self.entities;
        known.then_some(Entry { entity, kind, rule, double_yeh, exactness })
    }

    /// Whether a longer label begins so; sometimes wrongly yes, never wrongly no.
    pub(crate) fn goes_on(&self, key: Key) -> bool {
        self.is_filtered(key.mixed() ^ BEGINNING)
    }

    fn is_filtered(&self, hash: u64) -> bool {
        let word = u64_at(&self.bytes, HEADER + scaled(hash, self.filter_words) * 8);
        let bits = filter_bits(hash);
        word & bits == bits
    }

    /// What is noted of an entity; its number must be one of the pack's.
    pub(crate) fn traits(&self, entity: u32) -> Traits {
        let byte = self.bytes[self.traits_at + entity as usize];
        Traits::of_byte(byte)
    }
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// The number in this place among packed ones of `width` bits, at most 40.
fn packed(bytes: &[u8], place: usize, width: u32) -> u64 {
    let bit = place as u64 * u64::from(width);
    low_bits(u64_at(bytes, (bit / 8) as usize) >> (bit % 8), width)
}

/// Eight bytes from `at`, which lie within a sound index; zero if they do not.
fn u64_at(bytes: &[u8], at: usize) -> u64 {
    let eight = bytes.get(at..at + 8).and_then(|eight| eight.try_into().ok());
    eight.map_or(0, u64::from_le_bytes)
}
